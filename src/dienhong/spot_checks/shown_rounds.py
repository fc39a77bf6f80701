"""A round and its samples as pages and the printed sheet show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dienhong.disclosures import shown
from dienhong.disclosures.models import Disclosure, Version
from dienhong.disclosures.queries.clock import RECORDED_LATE_AFTER
from dienhong.foundations.actors import Role
from dienhong.foundations.clock import legal_day
from dienhong.spot_checks.models import Finding, Result, Sample
from dienhong.spot_checks.queries import Outcome
from lawcore.disclosures import Form, Place

BODIES: Mapping[str, str | Promise] = {
    Role.FRONT: gettext_lazy("Mặt trận Tổ quốc"),
    Role.INSPECTOR: gettext_lazy("Ban Thanh tra nhân dân"),
    Role.DELEGATE: gettext_lazy("Đại biểu Hội đồng nhân dân"),
}
SIGNS: Mapping[str, str] = {
    Result.AS_CLAIMED: "met",
    Result.PARTLY: "returned",
    Result.OTHER_VERSION: "changed",
    Result.ILLEGIBLE: "returned",
    Result.GONE_EARLY: "missed",
    Result.NOT_THERE: "missed",
    Result.NOT_LOOKED: "unknown",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed of one place, in words: what, in which way, where, since when.

    `last_on` is the last day of a broadcast, `until` the first day on which what hangs may come down.
    """

    disclosure: Disclosure
    version: Version
    title: str
    way: str
    where: str
    since: date
    last_on: date | None
    until: date | None
    removed_on: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in words; `late` days by which it was recorded late; `earlier` what it corrects."""

    finding: Finding
    sign: str
    words: str
    late: int
    earlier: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One unit of a sample with what was found; `found` is None while nobody has looked."""

    sample: Sample
    claim: Claim
    found: Found | None


def claim(sample: Sample) -> Claim:
    """The claim as whoever stands before the board compares it."""
    posting = sample.posting
    version = posting.version
    removal = getattr(posting, "removal", None)
    return Claim(
        version.disclosure,
        version,
        version.disclosure.title,
        shown.line(posting).way,
        _where(sample),
        posting.claimed_on,
        posting.last_on,
        posting.stays_until,
        removal.claimed_on if removal else None,
    )


def _where(sample: Sample) -> str:
    posting = sample.posting
    if sample.village is not None and posting.place:
        place = Place(posting.place).words
        return f"{place[0].upper()}{place[1:]}, {sample.village}"
    if posting.form == Form.PORTAL:
        return _("Cổng, trang thông tin điện tử")
    if posting.form == Form.RADIO and posting.village is None:
        return _("Hệ thống truyền thanh của %(place)s") % {
            "place": posting.version.disclosure.item.plan.organization.locality
        }
    return shown.where(posting)


def found(sample: Sample) -> Found | None:
    """The finding that counts, with those before it."""
    findings = list(sample.findings.all())
    if not findings:
        return None
    last = findings[0]
    days = (legal_day(last.recorded_at) - last.checked_on).days
    late = days if days > RECORDED_LATE_AFTER else 0
    return Found(last, SIGNS[last.result], last.get_result_display(), late, tuple(findings[1:]))


def lines(samples: Iterable[Sample]) -> list[Line]:
    """Each unit with its claim and what was found."""
    return [Line(each, claim(each), found(each)) for each in samples]


def results(outcome: Outcome) -> list[tuple[str, str, int]]:
    """Sign, words and number of each result that was found, and of what nobody has looked at yet."""
    counted = [(SIGNS[each], str(each.label), outcome.results[each]) for each in Result if outcome.results[each]]
    return [*counted, *([("unknown", _("Chưa đến xem"), outcome.waiting)] if outcome.waiting else [])]


def in_words(outcome: Outcome, *, whole: int) -> list[str]:
    """What the round says of the whole, and what it does not, for a reader who never counted chances."""
    said = [
        _("Rút %(drawn)s trong %(whole)s nơi được khai; đã xem %(looked)s; đúng như khai %(agreed)s trên %(looked)s.")
        % {"drawn": outcome.drawn, "whole": whole, "looked": outcome.looked, "agreed": outcome.agreed}
    ]
    if outcome.unsure:
        said.append(
            _("%(n)s nơi chưa xem hoặc không xem được: chưa biết đúng hay sai, nên tính cả hai khả năng.")
            % {"n": outcome.unsure}
        )
    if outcome.bounds is None:
        return said
    least, most = outcome.bounds.least, outcome.bounds.most
    if outcome.drawn == whole and least == most:
        said.append(_("Đã xem hết: %(n)s trên %(whole)s nơi đúng như khai.") % {"n": least, "whole": whole})
    else:
        said.append(
            _(
                "Suy ra cho cả %(whole)s nơi: từ %(least)s đến %(most)s nơi đúng như khai. Rút trăm đợt như thế này "
                "thì ít nhất chín mươi lăm đợt cho khoảng chứa con số thật; mẫu càng nhỏ, khoảng càng rộng."
            )
            % {"whole": whole, "least": least, "most": most}
        )
    return said
