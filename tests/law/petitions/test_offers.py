"""What the topic offers: every rule can be read, every list and procedure cites."""

import inspect
from datetime import date, timedelta
from enum import StrEnum
from typing import get_args

import pytest

from lawcore import petitions, readings
from lawcore.answers import plain
from lawcore.calendar import Calendar
from lawcore.dated import NotYetInForce
from lawcore.lifecycles import NotAllowed
from lawcore.petitions import CATALOGUES, DEADLINES, LATEST, LIFECYCLES, MINIMUM, RULES
from lawcore.petitions.choices import Choice
from lawcore.petitions.receptions import Per, Rhythm
from lawcore.sources import cited

EVERYTHING = {
    **RULES,
    **{f"deadline.{kind}": rule for kind, rule in DEADLINES.items()},
    **{f"latest.{kind}": rule for kind, rule in LATEST.items()},
    **{f"minimum.{kind}": rule for kind, rule in MINIMUM.items()},
}
READINGS = {each.code for each in vars(readings).values() if isinstance(each, readings.Reading)}
FEW = {bool: False, int: 1, date: date(2026, 8, 3)}


def parameters(rule):
    for name, parameter in inspect.signature(rule, eval_str=True).parameters.items():
        kinds = [kind for kind in get_args(parameter.annotation) if kind is not type(None)]
        yield name, kinds[0] if kinds else parameter.annotation, parameter


def some_question(rule):
    for name, kind, parameter in parameters(rule):
        if parameter.default is inspect.Parameter.empty:
            yield name, (list(kind)[-1] if issubclass(kind, StrEnum) else FEW[kind])


SPECIAL = {
    "reception.representatives": {"people": 7},
    "complaint.group_accepted": {"people": 7},
    "complaint.follows_new_text": {"accepted_on": date(2026, 7, 20)},
}


@pytest.mark.parametrize("code", EVERYTHING)
def test_every_rule_cites_asks_for_plain_values_and_answers_under_its_own_code(code):
    rule = EVERYTHING[code]
    assert cited(inspect.getdoc(rule).partition(": ")[0])
    for name, kind, parameter in parameters(rule):
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert kind in {int, bool, date, Calendar} or (kind is str and name in READINGS) or issubclass(kind, Choice)
    found = rule(**{**dict(some_question(rule)), **SPECIAL.get(code, {})})
    assert found.rule == code
    assert found.as_json()["citation"] == found.citation
    assert found.explanation[0].isupper()
    assert found.explanation.endswith(".")
    asked = {name for name, kind, _ in parameters(rule) if kind is not Calendar}
    assert set(found.inputs) == asked


FIRST_DAYS = {"complaint": date(2012, 7, 1), "denunciation": date(2019, 1, 1), "reception": date(2014, 7, 1)}
FIRST_DAYS |= {"feedback": date(2008, 3, 3), "information": date(2018, 7, 1)}
LATER = {
    **dict.fromkeys(
        (
            "complaint.group_accepted",
            "complaint.complex",
            "complaint.proxy_valid",
            "complaint.minutes_complete",
            "complaint.suspension",
            "complaint.resumed",
            "complaint.dialogue",
            "denunciation.discipline",
            "reception.refusal",
            "reception.handled",
            "reception.online_allowed",
            "reception.online_connected",
            "reception.online_notice",
            "reception.online_test",
            "reception.rhythm",  # asked here of the heads of public units
            "reception.rhythm_kept",
        ),
        date(2026, 7, 1),
    ),
    **dict.fromkeys(
        (
            "denunciation.complexity",
            "denunciation.team_valid",
            "denunciation.minutes_complete",
            "denunciation.posting",
        ),
        date(2019, 5, 28),
    ),
    "feedback.reply": date(2014, 7, 1),
    "feedback.democracy": date(2023, 7, 1),
}


def first_day(code):
    kind = code.removeprefix("deadline.").removeprefix("latest.").removeprefix("minimum.")
    return LATER.get(kind) or FIRST_DAYS[kind.partition(".")[0]]


@pytest.mark.parametrize("code", EVERYTHING)
def test_every_rule_holds_from_its_first_day_and_not_before(code):
    rule, first = EVERYTHING[code], first_day(code)
    asked = {**dict(some_question(rule)), **SPECIAL.get(code, {})}
    days = [name for name, kind, _ in parameters(rule) if kind is date and name in asked]
    assert rule(**asked | dict.fromkeys(days, first)).version == first
    with pytest.raises(NotYetInForce):
        rule(**asked | dict.fromkeys(days, first - timedelta(days=1)))


def test_the_kinds_begin_with_the_day_they_run_from():
    for rule in (*DEADLINES.values(), *MINIMUM.values()):
        assert next(iter(inspect.signature(rule).parameters)) == "since"
    for rule in LATEST.values():
        assert next(iter(inspect.signature(rule).parameters)) == "before"


@pytest.mark.parametrize("code", CATALOGUES)
def test_every_entry_of_a_list_is_short_cites_and_has_its_own_code(code):
    items = CATALOGUES[code]
    assert len({item.code for item in items}) == len(items)
    for item in items:
        assert cited(item.cite)
        assert 1 <= len(item.label.split()) <= 15
        assert plain(item)["code"] == item.code


@pytest.mark.parametrize(
    ("code", "size", "last"),
    [
        ("petition.complex", 7, "điểm g khoản 1 Điều 3a Nghị định số 124/2020/NĐ-CP"),
        ("complaint.letter", 6, "khoản 2 Điều 8 Luật Khiếu nại số 02/2011/QH13"),
        ("complaint.not_accepted", 9, "khoản 9 Điều 11 Luật Khiếu nại số 02/2011/QH13"),
        ("complaint.good_reasons", 3, "Điều 12 Nghị định số 155/2026/NĐ-CP"),
        ("complaint.first_decision", 10, "khoản 2 Điều 31 Luật Khiếu nại số 02/2011/QH13"),
        ("complaint.second_decision", 10, "điểm k khoản 2 Điều 40 Luật Khiếu nại số 02/2011/QH13"),
        ("complaint.published", 3, "điểm c khoản 2 Điều 41 Luật Khiếu nại số 02/2011/QH13"),
        ("denunciation.conditions", 4, "điểm d khoản 1 Điều 29 Luật Tố cáo số 25/2018/QH14"),
        ("denunciation.prohibited", 13, "khoản 13 Điều 8 Luật Tố cáo số 25/2018/QH14"),
        ("denunciation.suspended", 2, "điểm b khoản 1 Điều 34 Luật Tố cáo số 25/2018/QH14"),
        ("denunciation.stopped", 3, "điểm c khoản 3 Điều 34 Luật Tố cáo số 25/2018/QH14"),
        ("denunciation.settled_again", 3, "điểm c khoản 3 Điều 37 Luật Tố cáo số 25/2018/QH14"),
        ("denunciation.file", 9, "điểm i khoản 1 Điều 39 Luật Tố cáo số 25/2018/QH14"),
        ("denunciation.published", 4, "điểm d khoản 2 Điều 40 Luật Tố cáo số 25/2018/QH14"),
        ("reception.refused", 13, "điểm k khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP"),
        ("reception.extraordinary", 2, "điểm b khoản 3 Điều 18 Luật Tiếp công dân số 42/2013/QH13"),
        ("reception.notice", 3, "điểm c khoản 2 Điều 24 Luật Tiếp công dân số 42/2013/QH13"),
        ("reception.online", 5, "khoản 5 Điều 20 Nghị định số 154/2026/NĐ-CP"),
        ("reception.book", 13, "khoản 1 Điều 27 Nghị định số 154/2026/NĐ-CP"),
        ("reception.answers", 4, "điểm d khoản 1 Điều 28 Luật Tiếp công dân số 42/2013/QH13"),
        ("feedback.rule_content", 8, "khoản 8 Điều 5 Nghị định số 20/2008/NĐ-CP"),
        ("feedback.rule_forms", 3, "khoản 3 Điều 6 Nghị định số 20/2008/NĐ-CP"),
        ("feedback.rule_criteria", 6, "điểm c khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP"),
        ("feedback.rule_outcomes", 3, "khoản 3 Điều 15 Nghị định số 20/2008/NĐ-CP"),
        ("feedback.rule_published", 4, "khoản 4 Điều 19 Nghị định số 20/2008/NĐ-CP"),
        ("feedback.inspected", 2, "khoản 2 Điều 30 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"),
        ("feedback.inspection_forms", 4, "điểm d khoản 1 Điều 31 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"),
        ("feedback.addressees", 6, "khoản 2 Điều 34 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"),
        ("feedback.commune_duties", 5, "điểm đ khoản 2 Điều 35 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"),
        ("information.request", 4, "điểm d khoản 2 Điều 24 Luật Tiếp cận thông tin số 104/2016/QH13"),
        ("information.closed", 2, "khoản 2 Điều 6 Luật Tiếp cận thông tin số 104/2016/QH13"),
        ("information.conditional", 3, "khoản 3 Điều 7 Luật Tiếp cận thông tin số 104/2016/QH13"),
        ("information.refused", 6, "điểm e khoản 1 Điều 28 Luật Tiếp cận thông tin số 104/2016/QH13"),
    ],
)
def test_every_list_has_all_entries_of_its_article(code, size, last):
    assert (len(CATALOGUES[code]), cited(CATALOGUES[code][-1].cite)) == (size, last)


def test_no_list_was_forgotten_here():
    assert len(CATALOGUES) == 33


def test_a_result_of_several_parts_is_plain_json():
    assert plain(Rhythm(1, Per.WEEK)) == {"days": 1, "per": "week"}


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda each: each.code)
def test_what_is_in_the_table_happens_and_nothing_else(lifecycle):
    moves = {(move.state, move.event): move for move in lifecycle.moves}
    for state in lifecycle.states:
        for event in lifecycle.events:
            if (state, event) in moves:
                assert lifecycle.after(state, event) is moves[state, event]
            else:
                with pytest.raises(NotAllowed):
                    lifecycle.after(state, event)


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda each: each.code)
def test_the_limits_of_a_procedure_are_rules_and_all_its_words_are_used(lifecycle):
    for move in lifecycle.moves:
        assert not move.deadline or move.deadline in DEADLINES
    assert {move.event for move in lifecycle.moves} == set(lifecycle.events)


@pytest.mark.parametrize(
    ("code", "start", "events", "end"),
    [
        ("complaint", "received", "accept decide send take_effect", "effective"),
        (
            "complaint",
            "received",
            "accept hold_dialogue decide send complain_again accept hold_dialogue",
            "second_dialogued",
        ),
        ("complaint", "second_dialogued", "decide send take_effect", "effective"),
        ("complaint", "accepted", "suspend resume withdraw_some withdraw_all", "stopped"),
        ("complaint", "dialogued", "suspend", "suspended"),
        ("complaint", "stopped", "complain_on refuse", "not_accepted"),
        ("complaint", "accepted", "complain_again", "second_received"),  # quá hạn chưa giải quyết
        ("complaint", "dialogued", "sue", "in_court"),
        ("complaint", "second_sent", "sue", "in_court"),
        ("complaint", "second_accepted", "suspend resume sue", "in_court"),
        ("denunciation", "received", "accept notify extend suspend resume conclude send act publish", "published"),
        ("denunciation", "received", "inspect", "inspected"),  # giấu tên, có chứng cứ
        ("denunciation", "received", "set_aside", "not_processed"),
        ("denunciation", "received", "transfer", "transferred"),  # tố cáo Chủ tịch xã gửi tại xã
        ("denunciation", "verifying", "denounce_overdue ask_report report", "verifying"),
        ("denunciation", "verifying", "denounce_overdue ask_report take_over withdraw_all", "stopped"),
        ("denunciation", "verifying", "stop", "stopped"),
        ("denunciation", "published", "denounce_again settle_again notify", "verifying"),
        ("denunciation", "sent", "denounce_again uphold", "upheld"),
        ("denunciation", "acted", "denounce_again transfer", "transferred"),
        ("denunciation", "concluded", "hand_over", "with_investigators"),
        ("feedback", "received", "register assess decide publish", "published"),
        ("feedback", "received", "register keep assess", "assessed"),
        ("feedback", "received", "register transfer", "transferred"),
        ("feedback", "received", "turn_back", "not_registered"),
        ("feedback", "received", "accept answer", "answered"),
        ("feedback", "received", "transfer", "transferred"),
        ("feedback", "received", "take_up answer", "answered"),
        ("feedback", "received", "take_up report", "reported"),
        ("information", "submitted", "ask_completion complete find_valid provide", "provided"),
        ("information", "submitted", "point_elsewhere", "elsewhere"),
        ("information", "valid", "announce extend refuse", "refused"),
        ("information", "valid", "extend provide dispute ask_creator creator_answers correct", "corrected"),
        ("information", "provided", "find_fault correct", "corrected"),
        ("information", "provided", "dispute confirm", "confirmed"),
    ],
)
def test_procedures_go_their_way(code, start, events, end):
    lifecycle = next(each for each in LIFECYCLES if each.code == code)
    state = start
    for event in events.split():
        state = lifecycle.after(state, event).to
    assert state == end


@pytest.mark.parametrize(
    ("code", "state", "event"),
    [
        ("complaint", "second_accepted", "decide"),  # lần hai phải đối thoại trước
        ("complaint", "sent", "withdraw_all"),
        ("complaint", "effective", "complain_again"),
        ("denunciation", "concluded", "withdraw_all"),  # chỉ được rút trước khi có kết luận
        ("denunciation", "verifying", "publish"),
        ("information", "refused", "extend"),
    ],
)
def test_steps_that_the_law_does_not_know(code, state, event):
    lifecycle = next(each for each in LIFECYCLES if each.code == code)
    with pytest.raises(NotAllowed):
        lifecycle.after(state, event)


@pytest.mark.parametrize(
    ("code", "final"),
    [
        ("complaint", {"not_accepted", "effective", "in_court"}),
        (
            "denunciation",
            {"transferred", "not_processed", "inspected", "not_accepted", "stopped", "upheld", "with_investigators"},
        ),
        ("feedback", {"not_registered", "transferred", "published", "answered", "reported"}),
        ("information", {"elsewhere", "refused", "corrected", "confirmed"}),
    ],
)
def test_where_procedures_end(code, final):
    assert next(each for each in LIFECYCLES if each.code == code).final == final


def test_every_choice_has_words_of_its_own():
    choices = {kind for rule in EVERYTHING.values() for _, kind, _ in parameters(rule) if issubclass(kind, Choice)}
    assert len(choices) == 10
    for kind in choices:
        assert len({each.words for each in kind}) == len(list(kind))
        assert all(kind(each.value) is each for each in kind)


def test_the_topic_names_what_it_offers():
    assert set(petitions.__all__) == {"CATALOGUES", "DEADLINES", "LATEST", "LIFECYCLES", "MINIMUM", "RULES", "Item"}
