"""From a document's provisions to proposals: targets, duties and the class of every sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from lawcore.obligations import bearers, goals
from lawcore.obligations.duties import Doing, doings
from lawcore.obligations.families import families, topic_of_families
from lawcore.obligations.model import (
    Aside,
    Duty,
    Part,
    Proposals,
    Role,
    Sentence,
    Source,
    Target,
    Topic,
    Unassigned,
)
from lawcore.obligations.percentages import percentages
from lawcore.obligations.places import Place, places
from lawcore.obligations.roles import ASKS, Reading, read
from lawcore.obligations.sentences import Stretch, split
from lawcore.obligations.settings import Section, Setting
from lawcore.obligations.topics import topic_of, topic_of_act, topic_within
from lawcore.provisions.model import Document, Kind, Provision

_UNREAD = frozenset({Kind.STAMP})
_LISTED = frozenset({Kind.CLAUSE, Kind.POINT, Kind.BULLET})
_MOST_SENTENCES_OF_A_TARGET = 5
_ROLE_TOPICS = {
    Role.FUNDING: Topic.FUNDING,
    Role.ASSIGNMENT: Topic.ORGANISATION,
    Role.SUPERVISION: Topic.ORGANISATION,
}
_SECTION_TOPICS = {
    Section.FUNDING: Topic.FUNDING,
    Section.ORGANISATION: Topic.ORGANISATION,
    Section.EFFECT: Topic.ORGANISATION,
}
_REASONS = {
    Role.PRINCIPLE: "Nguyên tắc, không giao việc và không đặt chỉ tiêu",
    Role.SCOPE: "Phạm vi, đối tượng áp dụng",
    Role.DEFINITION: "Giải thích từ ngữ",
    Role.FUNDING: "Nguồn kinh phí",
    Role.EFFECT: "Hiệu lực, bãi bỏ, chuyển tiếp",
    Role.HEADING: "Đề mục",
    Role.OTHER: "Không nhận ra việc phải làm, cần cán bộ đọc lại",
}


@dataclass(slots=True)
class _Found:
    """What has been proposed so far, in the order of the text."""

    targets: list[Target] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A sentence where it stands: its node, which of the node's words, its number, and what follows it."""

    place: Place
    part: Part
    words: str
    start: int
    number: int
    after: tuple[str, ...]  # the sentences after it in the same heading or text

    def source(self, words: Stretch, rule: str) -> Source:
        """The source of some words of the sentence."""
        here = words.shifted(self.start)
        return Source(
            eid=self.place.provision.eid,
            at=self.place.cited(),
            place=self.place.exactly(),
            sentence=self.number,
            part=self.part,
            start=here.start,
            end=here.end,
            rule=rule,
        )


@dataclass(frozen=True, slots=True)
class _Before:
    """What the sentence before left: who bore its duty, and its topic."""

    bearer: str | None
    topic: Topic | None


def find(document: Document) -> Proposals:
    """Propose targets and duties from a document's body and annexes; preamble and closing propose nothing."""
    found = _Found()
    for place in places(document):
        _visit(place, Setting(), found)
    return Proposals(tuple(found.targets), tuple(found.duties), tuple(found.sentences), tuple(found.asides))


def unassigned(document: Document, proposals: Proposals) -> tuple[Unassigned, ...]:
    """Every provision with words of its own from which nothing is proposed, and why."""
    assigned = {target.source.eid for target in proposals.targets} | {duty.source.eid for duty in proposals.duties}
    roles: dict[str, Role] = {}
    for sentence in proposals.sentences:
        if roles.get(sentence.source.eid) in {None, Role.HEADING}:
            roles[sentence.source.eid] = sentence.role
    return tuple(
        Unassigned(node.eid, place.cited(), _REASONS.get(roles[node.eid], _REASONS[Role.OTHER]))
        for outer in places(document)
        for place in _all(outer)
        if (node := place.provision).eid in roles and node.eid not in assigned
    )


def _all(place: Place) -> Iterator[Place]:
    yield place
    for below in place.below():
        yield from _all(below)


def _visit(place: Place, setting: Setting, found: _Found) -> None:
    node = place.provision
    if node.kind in _UNREAD:
        return
    before = _Before(setting.bearer, None)
    for spot in _spots(place):
        leads = _leads(spot)
        reading = read(spot.words, setting, leads=leads)
        before = _propose(spot, reading, setting, before, found)
        if leads or reading.role is Role.HEADING:
            setting = setting.under(spot.words)
            before = _Before(setting.bearer, None)
    for below in place.below():
        _visit(below, setting, found)
        if _introduces(below.provision):
            setting = setting.under(below.provision.text)


def _introduces(node: Provision) -> bool:
    """Whether an unnumbered paragraph leads in the provisions printed after it: "Phấn đấu hằng năm:"."""
    return node.kind is Kind.ALINEA and node.text.endswith(":")


def _spots(place: Place) -> Iterator[_Spot]:
    """The sentences of a node: its heading's first, then its text's, numbered from 1 together."""
    number = 0
    for part, text in ((Part.HEADING, place.provision.heading), (Part.TEXT, place.provision.text)):
        stretches = split(text)
        sentences = tuple(stretch.of(text) for stretch in stretches)
        for index, stretch in enumerate(stretches):
            number += 1
            after = sentences[index + 1 : index + 1 + _MOST_SENTENCES_OF_A_TARGET]
            yield _Spot(place, part, sentences[index], stretch.start, number, after)


def _leads(spot: _Spot) -> bool:
    """Whether a sentence leads in what stands below it, rather than saying something itself."""
    node = spot.place.provision
    below = [child.kind for child in node.children if child.kind not in _UNREAD]
    if spot.place.annex and not spot.place.above and node.kind is Kind.ALINEA:
        return True  # the title of an annex
    if spot.part is Part.HEADING and (node.text.strip() or below):
        return True
    if not below:
        return _introduces(node) and not spot.after
    if any(kind in _LISTED for kind in below):
        return not spot.after or bearers.opening(spot.words).bearer is None
    return spot.words.endswith(":") or not spot.words.endswith((".", ";"))


def _propose(spot: _Spot, reading: Reading, setting: Setting, before: _Before, found: _Found) -> _Before:
    """Add what a sentence proposes; returns what the next one may take up from it."""
    words = spot.words
    codes = _add_targets(spot, setting, found)
    topic = _topic(reading, words, setting, codes)
    if topic is None and reading.role is Role.DUTY:
        topic = before.topic
    found.sentences.append(Sentence(spot.source(Stretch(0, len(words)), reading.rule), reading.role, topic, words))
    bearer = before.bearer
    if reading.role in ASKS:
        for doing in doings(words, setting, reading, before.bearer):
            _add_duty(spot, doing, topic, setting, found)
            bearer = doing.bearer or bearer
    return _Before(bearer, topic)


def _add_targets(spot: _Spot, setting: Setting, found: _Found) -> tuple[str, ...]:
    """Add the sentence's targets and asides; returns the families of the targets."""
    all_codes: dict[str, None] = {}
    stated = tuple(goals.stated(spot.words, setting))
    for goal in stated:
        words = goal.words.of(spot.words)
        if goal.aside:
            found.asides.append(Aside(spot.source(goal.words, goal.aside), goal.percentage.value, words))
            continue
        followed = _followers(spot) if goal is stated[-1] else ()
        codes = families(" ".join((words, *followed)))
        all_codes.update(dict.fromkeys(codes))
        found.targets.append(_target(spot, goal, codes))
    return tuple(all_codes)


def _followers(spot: _Spot) -> Iterable[str]:
    """The sentences after a target's that state no percentage of their own: they belong to the same goal."""
    return takewhile(lambda words: not any(percentages(words)), spot.after)


def _target(spot: _Spot, goal: goals.Stated, codes: tuple[str, ...]) -> Target:
    words = goal.words.of(spot.words)
    return Target(
        source=spot.source(goal.words, goal.rule),
        percent=goal.percentage.value,
        upto=goal.percentage.upto,
        comparison=goal.percentage.comparison,
        every=goal.every,
        due=goal.due,
        aspirational=goal.aspirational,
        population=goals.population(spot.words, goal),
        subjects=goals.subjects(spot.words, goal),
        families=codes,
        topic=topic_of_families(codes) or topic_of_act(words),
        text=words,
    )


def _add_duty(spot: _Spot, doing: Doing, topic: Topic | None, setting: Setting, found: _Found) -> None:
    for every in doing.every or (None,):
        found.duties.append(
            Duty(
                source=spot.source(doing.words, doing.rule),
                bearer=doing.bearer,
                action=doing.action,
                every=every,
                due=doing.due,
                topic=topic,
                goal=setting.section is Section.GOALS,
                text=doing.words.of(spot.words),
            )
        )


def _topic(reading: Reading, words: str, setting: Setting, codes: tuple[str, ...]) -> Topic | None:
    if reading.role in _ROLE_TOPICS:
        return _ROLE_TOPICS[reading.role]
    if reading.role is Role.HEADING and reading.group in _SECTION_TOPICS:
        return _SECTION_TOPICS[reading.group]
    if reading.role is Role.TARGET or (reading.role is Role.DUTY and setting.section is Section.GOALS):
        return topic_of_families(codes or families(words)) or topic_of_act(words)
    if reading.role is Role.HEADING:
        return setting.topic or topic_of(words)
    return topic_within(words, setting.topic) if reading.role is Role.DUTY else None
