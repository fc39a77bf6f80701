"""What has changed since a paper was signed: the facts of today beside those that were frozen, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from dienhong.disclosures import queries, snapshots
from dienhong.disclosures.models import Plan, Statement
from dienhong.disclosures.results import word

Json = Mapping[str, Any]


def since_signed(statement: Statement, *, on: date) -> list[str]:
    """Each change in a sentence; nothing for a draft. That a board came down when it might is no change."""
    if not statement.is_signed:
        return []
    plan = statement.plan
    plan.organization = statement.organization
    period = queries.period_of(statement)
    match statement.kind:
        case Statement.Kind.PLAN:
            return list(_of_plan(statement.snapshot, snapshots.of_plan(plan, on=on)))
        case Statement.Kind.LIST:
            return list(_of_quarter(statement.snapshot, snapshots.of_quarter(plan, period, on=on)))
        case _:
            then = date.fromisoformat(statement.snapshot["as_of"])
            return list(_of_report(statement.snapshot, snapshots.rows_of_report(plan, period, on=then)))


def of_signed_plan(statement: Statement, plan: Plan, *, on: date) -> list[str]:
    """What changed in a plan since it was signed; loads what the paper says, for lists leave it out. Three queries."""
    return list(_of_plan(statement.snapshot, snapshots.of_plan(plan, on=on)))


def _of_plan(then: Json, now: Json) -> Iterator[str]:
    before = {each["code"]: each for each in then["items"]}
    for each in now["items"]:
        earlier = before.pop(each["code"], None)
        if earlier is None:
            yield _("Đã bổ sung: %(code)s %(what)s.") % {"code": each["code"], "what": each["label"]}
            continue
        if earlier["owner"] != each["owner"]:
            yield _("%(code)s: người phụ trách nay là %(who)s.") % {
                "code": each["code"],
                "who": each["owner"] or _("chưa giao"),
            }
        if any(earlier[name] != each[name] for name in ("label", "clause", "rule")):
            yield _("%(code)s %(what)s: nội dung, hình thức hoặc hạn đã sửa.") % {
                "code": each["code"],
                "what": each["label"],
            }
    for each in before.values():
        yield _("Đã bỏ: %(code)s %(what)s.") % {"code": each["code"], "what": each["label"]}


def _of_quarter(then: Json, now: Json) -> Iterator[str]:
    rows = {each["version"]: each for each in then["rows"]}
    for row in now["rows"]:
        named = {"code": row["code"], "what": row["title"]}
        earlier = rows.get(row["version"])
        if row["withdrawn"] and not (earlier and earlier["withdrawn"]):
            yield _("%(code)s: nội dung đã được rút.") % named
            continue
        lines = {each["posting"]: each for each in earlier["lines"]} if earlier else {}
        new = [each for each in row["lines"] if each["posting"] not in lines]
        if new:
            ways = "; ".join(dict.fromkeys(each["way"] for each in new))
            yield _("%(code)s %(what)s: ghi nhận thêm sau khi ký (%(ways)s).") % {**named, "ways": ways}
        early = {each["posting"] for each in row["lines"] if each["early"]}
        if any(posting in early and not each["early"] for posting, each in lines.items()):
            yield _("%(code)s %(what)s: bị gỡ trước khi đủ ngày.") % named


def _of_report(then: Json, now: Iterable[Json]) -> Iterator[str]:
    before = {each["disclosure"]: each for each in then["rows"]}
    for row in now:
        named = {"code": row["code"], "what": row["title"]}
        earlier = before.pop(row["disclosure"], None)
        if earlier is None:
            yield _("%(code)s %(what)s: ghi nhận thêm sau khi ký.") % named
        elif earlier["result"] != row["result"]:
            yield _("%(code)s %(what)s: khi ký là “%(then)s”, nay là “%(now)s”.") % {
                **named,
                "then": word(earlier["result"]),
                "now": word(row["result"]),
            }
    for row in before.values():
        named = {"code": row["code"], "what": row["title"]}
        yield _("%(code)s %(what)s: đã rút hoặc đã có bản mới với hạn khác.") % named
