"""The panel that says why, from an answer and from what was stored of it."""

import json
from datetime import date

import pytest
from django.template import engines
from django.utils import translation
from django_cotton.cotton_loader import Loader

from dienhong.lawbook.why import why_of
from lawcore import asking

TODAY = date(2026, 11, 22)


def asked(code, **values):
    return asking.ask(code, values, TODAY)


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    ("answer", "headline"),
    [
        (asked("decision.required", matter="15.1", households="151"), "101 hộ"),
        (asked("decision.adopted", matter="15.1", households="100", agree="51"), "Không"),
        (asked("decision.adopted", matter="15.1", households="100", agree="67"), "Có"),
        (asked("convention.may_vote", since="2026-03-02", voted_on="2026-05-02"), "Rồi"),
        (asked("convention.may_vote", since="2026-03-02", voted_on="2026-03-10"), "Chưa"),
        (asked("initiative.consent_until", collected_on="2026-03-02"), "Thứ Ba, 02/06/2026"),
        (asked("deadline", kind="feedback.rule_settlement", since="2026-03-02"), ""),
        (asked("board.size", kind="commune", villages="8"), "Ít nhất: 8; nhiều nhất: 8"),
    ],
)
def test_the_result_in_a_few_words(answer, headline):
    assert why_of(answer).headline == headline


def test_what_was_stored_says_the_same():
    for answer in (
        asked("decision.required", matter="15.1", households="151"),
        asked("deadline", kind="decision.to_commune", since="2026-03-02"),
        asked("decision.adopted", matter="15.1", households="100", agree="51"),
    ):
        assert why_of(json.loads(json.dumps(answer.as_json()))) == why_of(answer)


def test_codes_that_were_stored_are_no_words():
    stored = {
        "result": "commune-chair",
        "rule": "complaint.settler",
        "citation": "Điều 17",
        "version": "2012-07-01",
        "explanation": "Chủ tịch xã giải quyết.",
        "provisional": False,
        "assumptions": [],
    }
    assert (why_of(stored).headline, why_of(stored).lines) == ("", ())


def test_a_list_of_steps_is_a_table():
    why = why_of(asked("election.steps", before="2026-05-10"))
    assert (why.headline, why.lines, why.facts) == ("", (), ())
    assert why.columns == ("Việc", "Người làm", "Chậm nhất ngày", "Nên xong trước hết ngày", "Căn cứ")
    assert why.rows[0][2] == ("chậm nhất ngày", "20/04/2026")


def test_a_result_of_many_parts_names_each():
    answer = asked("disclosure.obligations", kind="commune", item="12", has_portal="true", has_radio="true")
    why = why_of(answer)
    assert why.headline == ""
    assert ("Giữ ít nhất", "30 ngày") in why.facts
    assert why_of(answer.as_json()).facts == ()


def test_a_rule_that_is_not_known_any_more_still_says_why():
    answer = asked("decision.required", matter="15.1", households="151").as_json()
    assert why_of({**answer, "rule": "decision.gone"}).url == ""


def drawn(answer, *, more=""):
    source = Loader(None).cotton_compiler.process(f'<c-why :answer="answer" {more}/>')
    return engines["django"].from_string(source).render({"answer": answer})


def test_the_panel_gives_reason_article_version_assumptions_and_the_way_to_the_rule():
    answer = asked("deadline", kind="disclosure.change", since="2026-03-02")
    text = drawn(answer)
    assert "Vì sao?" in text
    assert answer.explanation in text
    assert answer.citation[1:] in text
    assert "có hiệu lực từ ngày 01/07/2023" in text
    assert "Kết quả tạm tính" in text
    assert "Công khai “kịp thời” phần thông tin thay đổi là khi nào" in text
    assert "tham số" not in text
    assert 'href="/luat/deadline.disclosure.change/"' in text
    assert " open" not in text.partition("<summary")[0]
    assert drawn(answer.as_json()) == text
    assert " open" in drawn(answer, more="open").partition("<summary")[0]
