"""An officer words a proposal otherwise: edits, splits, merges or adds one. What was there is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations import events
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.resolutions.access import Act
from dienhong.resolutions.actions.decide import Stamp, check_unchanged, locked, locked_version, mark, sign
from dienhong.resolutions.models import Decision, Proposal, Provision

State = Proposal.State
OFFICER = "officer"  # in place of a parser version: an officer wrote it
LIVE = (State.PROPOSED, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a proposal says, without where it was read. Codes are those of the columns, "" for none."""

    kind: str
    percent: Decimal | None = None
    upto: Decimal | None = None
    comparison: str = ""
    every: str = ""
    aspirational: bool = False
    population: str = ""
    bearer: str = ""
    action: str = ""
    topic: str = ""
    families: tuple[str, ...] = ()
    by_date: date | None = None

    @classmethod
    def of(cls, proposal: Proposal) -> "Terms":
        said = {field.name: getattr(proposal, field.name) for field in fields(cls)}
        return cls(**said | {"families": tuple(proposal.families)})

    def columns(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)} | {"families": list(self.families)}


@transaction.atomic
def edit(*, proposal_id: int, seen: str, terms: Terms, confirm: bool, key: UUID, by: Actor, at: datetime) -> Proposal:
    """Replace a proposal by one that says `terms`; with `confirm` it is confirmed at once.

    `seen` is the state on the officer's page. Repeating the form (`key`) gives the first answer.
    """
    old = locked(proposal_id, by)
    first = Proposal.objects.filter(origin=old, key=key).first()
    if first is not None:
        return first
    check_unchanged(old, seen)
    _check_terms(terms)
    stamp = Stamp(by, at)
    new = _outcome(old, terms, key, stamp)
    _supersede([old], stamp)
    if confirm:
        mark([new.pk], State.CONFIRMED, stamp)
        new.state, new.decided_by, new.decided_at = State.CONFIRMED, by.key, at
    sign("proposal.edited", old.version, by, {"from": old.pk, "to": new.pk, "confirmed": confirm})
    return new


@transaction.atomic
def split(
    *,
    proposal_id: int,
    seen: str,
    pieces: Sequence[str],
    key: UUID,
    by: Actor,
    at: datetime,
) -> list[Proposal]:
    """Replace a proposal by one for each piece of its words. The pieces are its words, all and in order."""
    old = locked(proposal_id, by)
    first = list(Proposal.objects.filter(origin=old, key=key).order_by("pk"))
    if first:
        return first
    check_unchanged(old, seen)
    places = _cut(old.text, pieces)
    terms, stamp = Terms.of(old), Stamp(by, at)
    new = [_outcome(old, _of_piece(terms, old.text[a:b]), key, stamp, (a, b)) for a, b in places]
    _supersede([old], stamp)
    sign("proposal.split", old.version, by, {"from": old.pk, "to": [piece.pk for piece in new]})
    return new


@transaction.atomic
def merge(*, version_id: int, proposal_ids: Sequence[int], key: UUID, by: Actor, at: datetime) -> Proposal:
    """Replace several proposals of one kind and article by one with the words of all, in their order."""
    version = locked_version(version_id, by, Act.REVIEW)
    old = list(
        Proposal.objects.select_for_update(of=("self",))
        .select_related("provision")
        .filter(version=version, pk__in=proposal_ids)
        .order_by("provision__order", "sentence", "start", "pk"),
    )
    first = Proposal.objects.filter(version=version, key=key).first()
    if first is not None:
        return first
    _check_mergeable(old, len(set(proposal_ids)))
    stamp = Stamp(by, at)
    new = _outcome(old[0], _together(old), key, stamp)
    new.text = "\n".join(dict.fromkeys(each.text for each in old))
    new.end = max(each.end for each in old if (each.provision_id, each.part) == (new.provision_id, new.part))
    new.save(update_fields=["text", "end"])
    _supersede(old, stamp, into=new)
    sign("proposal.merged", version, by, {"from": [each.pk for each in old], "to": new.pk})
    return new


@transaction.atomic
def add(*, provision_id: int, terms: Terms, key: UUID, by: Actor, at: datetime) -> Proposal:
    """Propose what the machine did not see in a provision; its words are the whole provision's."""
    provision = Provision.objects.filter(pk=provision_id).first()
    if provision is None:
        raise NotFound(_("Không tìm thấy điều khoản này."))
    version = locked_version(provision.version_id, by, Act.REVIEW)
    first = Proposal.objects.filter(version=version, key=key).first()
    if first is not None:
        return first
    _check_terms(terms)
    part, text = ("text", provision.text) if provision.text else ("heading", provision.heading)
    new = Proposal.objects.create(
        version=version, provision=provision, sentence=1, part=part, start=0, end=len(text), text=text,
        parser=OFFICER, key=key, **terms.columns(),
    )  # fmt: skip
    _made(new, Stamp(by, at))
    sign("proposal.added", version, by, {"proposal": new.pk, "at": provision.at})
    return new


def _outcome(
    old: Proposal,
    terms: Terms,
    key: UUID,
    stamp: Stamp,
    within: tuple[int, int] | None = None,
) -> Proposal:
    """A new row at the place of an old one; `within` are offsets in the old one's text."""
    start, end = within or (0, len(old.text))
    new = Proposal.objects.create(
        version=old.version,
        provision=old.provision,
        sentence=old.sentence,
        part=old.part,
        start=old.start + start,
        end=old.end if within is None else old.start + end,
        text=old.text[start:end],
        due_text=old.due_text,
        due_month=old.due_month,
        due_day=old.due_day,
        rule=old.rule,
        parser=OFFICER,
        origin=old,
        carried_from=old.carried_from,
        key=key,
        **terms.columns(),
    )
    _made(new, stamp)
    return new


def _made(new: Proposal, stamp: Stamp) -> None:
    Decision.objects.create(proposal=new, state=State.PROPOSED, by=stamp.by.key, at=stamp.at)


def _supersede(old: Sequence[Proposal], stamp: Stamp, into: Proposal | None = None) -> None:
    """Mark the old ones as replaced, and tell the programmes that built on a confirmed one."""
    withdrawn = [each.pk for each in old if each.state == State.CONFIRMED]
    pks = [each.pk for each in old]
    mark(pks, State.SUPERSEDED, stamp)
    if into is not None:
        Proposal.objects.filter(pk__in=pks).update(merged_into=into)
    for pk in withdrawn:
        events.publish("proposal.superseded", proposal_id=pk)


def _check_terms(terms: Terms) -> None:
    if terms.kind == Proposal.Kind.TARGET and terms.percent is None:
        raise Refused(
            _("Mục tiêu phải có tỷ lệ phần trăm như văn bản ghi. Hãy nhập tỷ lệ, hoặc đổi loại thành nhiệm vụ.")
        )
    if terms.kind == Proposal.Kind.DUTY and not terms.action.strip():
        raise Refused(_("Nhiệm vụ phải có việc cần làm. Hãy chép phần việc từ điều khoản."))


def _check_mergeable(old: Sequence[Proposal], asked: int) -> None:
    if asked < 2 or len(old) != asked:  # noqa: PLR2004 - "several" begins at two
        raise Refused(_("Hãy chọn ít nhất hai đề xuất của cùng một văn bản để gộp."))
    if any(each.state not in LIVE for each in old):
        raise Refused(_("Có đề xuất đã bị loại hoặc đã được thay. Hãy tải lại trang rồi chọn lại."))
    if len({each.kind for each in old}) > 1 or len({each.provision.article_eid for each in old}) > 1:
        raise Refused(_("Chỉ gộp các đề xuất cùng loại trong cùng một điều. Hãy chọn lại."))


def _cut(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Where each piece stands in the text; refuses when a word is lost, added or moved."""
    given = [piece.split() for piece in pieces if piece.split()]
    if len(given) < 2 or [word for piece in given for word in piece] != text.split():  # noqa: PLR2004
        raise Refused(
            _(
                "Các phần tách phải gồm đủ lời của điều khoản, đúng thứ tự, và có từ hai phần trở lên. "
                "Hãy chỉ xuống dòng ở chỗ cần tách.",
            ),
        )
    places, at = [], 0
    for words in given:
        start = text.index(words[0], at)
        at = start
        for word in words:
            at = text.index(word, at) + len(word)
        places.append((start, at))
    return places


def _of_piece(terms: Terms, piece: str) -> Terms:
    """A piece keeps the terms of the whole; what is to be done is the piece itself."""
    return replace(terms, action=piece) if terms.kind == Proposal.Kind.DUTY else terms


def _together(old: Sequence[Proposal]) -> Terms:
    """The terms of the first, the actions of all, and what the first leaves open from the next that says it."""
    first = Terms.of(old[0])
    actions = "; ".join(dict.fromkeys(each.action.strip(" ;.") for each in old if each.action.strip(" ;.")))
    families = tuple(dict.fromkeys(code for each in old for code in each.families))
    said = {
        name: next((getattr(each, name) for each in old if getattr(each, name)), getattr(first, name))
        for name in ("every", "population", "bearer", "topic", "by_date")
    }
    return replace(first, action=actions, families=families, **said)
