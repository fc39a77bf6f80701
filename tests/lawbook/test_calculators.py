"""What is typed becomes an address that answers, or a sentence at the field that says what is allowed."""

import re
from datetime import date

import pytest
from django.test import Client

from dienhong.foundations import clock
from dienhong.lawbook.forms import Calculator, said
from dienhong.lawbook.shelves import KINDS, asked
from lawcore.answers import Refused, impossible, missing


@pytest.fixture
def client():
    return Client()


def test_an_answer_stands_large_with_its_reason_article_and_version(client):
    page = client.get("/luat/decision.required/?matter=15.1&households=151")
    text = page.content.decode()
    assert page.status_code == 200
    assert '<p class="dh-answer__result">101 hộ</p>' in text
    assert "Cần ít nhất 101 hộ tán thành" in text
    assert "Khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15" in text
    assert "có hiệu lực từ ngày 01/07/2023" in text
    assert "http://testserver/luat/decision.required/?matter=15.1&amp;households=151" in text


def test_what_a_form_sends_becomes_a_short_address(client):
    sent = {"since_0": "2", "since_1": "3", "since_2": "2026", "tinh": "1"}
    assert client.get("/luat/deadline.decision.to_commune/", sent).url == (
        "/luat/deadline.decision.to_commune/?since=2026-03-02"
    )


def test_a_form_sent_with_nothing_but_its_defaults_is_answered(client):
    page = client.get("/luat/decision.complete/", {"on_0": "", "on_1": "", "on_2": "", "tinh": "1"}, follow=True)
    assert page.redirect_chain == [("/luat/decision.complete/?tinh=1", 302)]
    assert '<p class="dh-answer__result">Không</p>' in page.content.decode()


def test_numbers_may_be_typed_as_officials_write_them(client):
    form = Calculator(asked()["decision.required"], {"households": "1.204", "matter": "15.3"})
    assert form.is_valid()
    assert form.values == {"households": "1204", "matter": "15.3"}


def test_what_was_typed_is_said_in_words(client):
    text = client.get("/luat/initiative.consent_until/?collected_on=2026-03-02").content.decode()
    assert "<strong>02/03/2026</strong>" in text


@pytest.mark.parametrize(
    ("code", "query", "field", "sentence"),
    [
        ("decision.adopted", "matter=15.1&households=100&agree=120", "agree", "Số hộ tán thành (120) nhiều hơn"),
        ("decision.adopted", "matter=15.1&households=-5&agree=1", "households", "phải là số nguyên từ 1 đến"),
        ("decision.required", "matter=15.1", "households", "Còn thiếu"),
        ("decision.required", "households=nhiều&matter=15.1", "households", "Nhập số nguyên, ví dụ 151"),
        ("decision.required", "households=100&matter=99", "matter", "Hãy chọn một trong các mục dưới đây"),
        ("deadline.decision.to_commune", "since=2026-02-30", "since", "Ngày này không có trong lịch"),
        ("deadline.decision.to_commune", "since=mai", "since", "Nhập đủ ngày, tháng, năm"),
        ("deadline.decision.to_commune", "since=2020-01-01", "since", "chỉ có hiệu lực từ ngày 01/07/2023"),
        ("deadline.decision.to_commune", "tinh=1", "since", "Nhập đủ ngày, tháng, năm"),
        ("minimum.posting.convention", "since=2026-03-02&posted_days=3", "posted_days", "từ 30 đến"),
    ],
)
def test_an_error_stands_at_its_field_and_says_what_is_allowed(client, code, query, field, sentence):
    page = client.get(f"/luat/{code}/?{query}")
    text = page.content.decode()
    assert page.status_code == 422
    assert re.search(rf'id="o-{field}_error">.*?{re.escape(sentence)}', text), text[text.find("error-summary") :][:900]
    assert "dh-answer" not in text


@pytest.mark.parametrize("code", sorted(asked()))
def test_hostile_values_never_break_a_page(client, code):
    hostile = [
        "9" * 5000,
        "-1",
        "\x00",
        "\u202e'\"><script>alert(1)</script>",
        "0000-00-00",
        "９９",
        "",
        " ",
        "1e9",
        "2199-12-31",
    ]
    names = [*asked()[code].parameters, "since_0", "on_2", "khong-co", "tinh"]
    for value in hostile:
        page = client.get(f"/luat/{code}/", dict.fromkeys(names, value))
        assert page.status_code in {200, 302, 422}, value
        assert b"<script>alert" not in page.content


def test_a_refusal_finds_its_field():
    question = asked()["decision.adopted"]
    form = Calculator(question, {"matter": "15.1", "households": "100", "agree": "120"})
    assert form.is_valid()
    form.refuse(missing("villages", "số thôn của xã"))
    assert form.errors == {"villages": ["Còn thiếu số thôn của xã."]}
    form.refuse(impossible("Việc này không làm được."))
    assert form.non_field_errors() == ["Việc này không làm được."]


def test_a_refusal_of_a_day_stands_at_that_day():
    form = Calculator(asked()["decision.effective"], {"matter": "15.4", "passed_on": "2022-01-05"})
    assert form.is_valid()
    form.refuse(Refused("not-in-force", "Ngày 05/01/2022 chưa có quy định nào áp dụng."))
    assert list(form.errors) == ["passed_on"]


def test_keys_that_only_programs_type_are_not_shown():
    assert said("Lấy ngày hôm nay (tham số on).") == "Lấy ngày hôm nay."
    assert said("Theo Nghị định (khoản 6 Điều 15).") == "Theo Nghị định (khoản 6 Điều 15)."
    assert said("Còn thiếu số hộ (households).", asked()["decision.required"]) == "Còn thiếu số hộ."


def test_few_people_need_the_day_of_the_rules_and_open_readings():
    form = Calculator(asked()["decision.form_allowed"])
    assert [field.name for field in form.apart] == ["on", "bal_case_c_scope"]
    assert not form.apart_open
    chosen = Calculator(asked()["decision.form_allowed"], {"on": "2026-03-02"})
    assert chosen.apart_open


def test_the_choice_of_a_time_limit_leads_to_it(client):
    chosen = {"viec": "latest.meeting.notice", "ngay_0": "5", "ngay_1": "3", "ngay_2": "2026"}
    assert client.get("/luat/han/", chosen).url == "/luat/latest.meeting.notice/?before=2026-03-05"
    assert client.get("/luat/han/", {"viec": "latest.meeting.notice"}).url == "/luat/latest.meeting.notice/"
    wrong = client.get("/luat/han/", {"viec": "x" * 9000, "ngay_0": "40"})
    assert wrong.status_code == 422
    assert "Hãy chọn một việc trong danh sách" in wrong.content.decode()


def test_the_year_of_today_is_shown_first_and_others_can_be_chosen(client):
    year = clock.legal_day(clock.read()).year
    assert client.get("/luat/lich/").url == f"/luat/lich/{year}/"
    assert client.get("/luat/lich/?nam=2028").url == "/luat/lich/2028/"
    wrong = client.get("/luat/lich/?nam=1066")
    assert wrong.status_code == 422
    assert "Nhập một năm từ 2021 đến 2199" in wrong.content.decode()


def test_the_days_off_of_a_decided_year_name_their_source(client):
    text = client.get("/luat/lich/2026/").content.decode()
    assert "công văn tháng 10/2025 và số 12729/VPCP-KGVX" in text
    assert "Giỗ Tổ Hùng Vương" in text
    assert text.count("dh-month__days") == 12
    assert date(2026, 8, 22).strftime("%d/%m/%Y") in text


def test_every_time_limit_begins_with_the_day_it_is_counted_from():
    for code, question in asked().items():
        if code.partition(".")[0] in KINDS:
            first = next(iter(question.parameters))
            assert first == ("before" if code.startswith("latest") else "since"), code
