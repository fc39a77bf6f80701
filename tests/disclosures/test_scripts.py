"""What the loudspeaker says, how long it takes, what did not fit, and on which days it is read."""

from datetime import UTC, date, time, timedelta

import pytest

from dienhong.disclosures import scripts
from lawcore import spoken
from lawcore.calendar import HANOI
from lawcore.disclosures import periods

NOTICE = {
    "title": "Mức đóng góp làm đường thôn Bến Sậy",
    "issuer": "UBND xã Đông Hà",
    "facts": [
        "Mỗi hộ đóng 1.140.500 đồng, chia làm 2 đợt",
        "Hộ nghèo được miễn; hộ cận nghèo đóng 50%",
        "Ý kiến gửi trưởng thôn trước ngày 15/11/2026",
    ],
    "where": "bảng tin nhà văn hóa thôn",
    "until": date(2026, 11, 30),
}


def test_a_script_is_read_as_it_stands():
    made = scripts.script(**NOTICE)
    assert made.sentences == (
        "Kính mời bà con nghe thông báo của Ủy ban nhân dân xã Đông Hà.",
        "Mức đóng góp làm đường thôn Bến Sậy.",
        "Mỗi hộ đóng một triệu một trăm bốn mươi nghìn năm trăm đồng, chia làm hai đợt.",
        "Hộ nghèo được miễn.",
        "Hộ cận nghèo đóng năm mươi phần trăm.",
        "Ý kiến gửi trưởng thôn trước ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi sáu.",
        "Bà con xem bản đầy đủ tại bảng tin nhà văn hóa thôn, đến hết ngày ba mươi tháng mười một năm hai nghìn không trăm hai mươi sáu.",
        "Xin nhắc lại: Mỗi hộ đóng một triệu một trăm bốn mươi nghìn năm trăm đồng, chia làm hai đợt.",
    )
    assert made.left_out == made.unspoken == ()
    assert made.fits
    assert made.text.splitlines() == list(made.sentences)


def test_the_seconds_are_syllables_at_a_pace_and_pauses():
    made = scripts.script(**NOTICE)
    said = spoken.syllables(made.text)
    assert made.seconds > said / scripts.SYLLABLES_PER_SECOND
    assert made.seconds - said / scripts.SYLLABLES_PER_SECOND < 1 + 8 * scripts.SENTENCE_PAUSE + 4 * scripts.COMMA_PAUSE
    assert scripts.script(**NOTICE, pace=2).seconds > made.seconds
    assert scripts.estimate("Một hai ba bốn năm sáu bảy tám chín mười.", pace=1) == 11
    assert scripts.estimate("12", pace=1) == 3
    assert scripts.estimate("") == 0


def test_what_does_not_fit_is_named_and_never_cut():
    facts = [f"Nội dung thứ {at} được niêm yết tại trụ sở xã và nhà văn hóa các thôn" for at in range(1, 30)]
    made = scripts.script(**NOTICE | {"facts": facts})
    assert made.fits
    assert made.seconds <= scripts.LONGEST_SECONDS
    assert 0 < len(made.left_out) < len(facts)
    kept = [fact for fact in facts if f"{spoken.aloud(fact)}." in made.sentences]
    assert kept + list(made.left_out) == facts


def test_a_later_short_fact_still_fits_after_a_long_one():
    long = " ".join(["dài"] * 400)
    made = scripts.script(**NOTICE | {"facts": ["Một ý ngắn", long, "Thêm một ý ngắn"]})
    assert made.left_out == (long,)
    assert "Thêm một ý ngắn." in made.sentences


def test_what_may_not_be_left_out_and_is_too_long_is_said_to_be():
    title = " ".join(["Dài"] * 400)
    made = scripts.script(**NOTICE | {"title": title})
    assert not made.fits
    assert made.left_out == tuple(NOTICE["facts"])
    assert made.long_sentences == (f"{title}.",)


def test_a_fact_may_be_chosen_to_be_repeated_and_no_day_need_be_known():
    made = scripts.script(**NOTICE | {"until": None}, key="Họp thôn lúc 19h30; mời mỗi hộ một người")
    assert made.sentences[-3:] == (
        "Bà con xem bản đầy đủ tại bảng tin nhà văn hóa thôn.",
        "Xin nhắc lại: Họp thôn lúc mười chín giờ ba mươi phút.",
        "Mời mỗi hộ một người.",
    )


def test_without_facts_the_title_is_repeated():
    made = scripts.script(**NOTICE | {"facts": ["", "  "]})
    assert made.sentences[-1] == "Xin nhắc lại: Mức đóng góp làm đường thôn Bến Sậy."
    assert made.left_out == ()


def test_what_cannot_be_said_is_named():
    made = scripts.script(**NOTICE | {"where": "https://dong-ha.vn/cong-khai", "facts": ["Chấm điểm OCOP 1/2"]})
    assert set(made.unspoken) == {"OCOP", "1/2", "https://dong-ha.vn/cong-khai"}


def test_a_title_before_a_name_does_not_end_a_sentence():
    made = scripts.script(**NOTICE | {"facts": ["Liên hệ TS. Lan. Mời bà con!", "Có ai hỏi gì không?"]})
    assert made.sentences[2:5] == ("Liên hệ TS. Lan.", "Mời bà con!", "Có ai hỏi gì không?")


def test_labels_of_a_list_are_not_read():
    made = scripts.script(**NOTICE | {"facts": ["1. Giao thôn họp\n2) Báo cáo xã\na) Nộp tiền\n- Hết ngày 5./."]})
    assert made.sentences[2:6] == ("Giao thôn họp.", "Báo cáo xã.", "Nộp tiền.", "Hết ngày năm.")
    assert made.left_out == ()


@pytest.mark.parametrize("missing", ["title", "issuer", "where"])
def test_a_script_of_nothing_is_refused(missing):
    with pytest.raises(ValueError, match="needs a title"):
        scripts.script(**NOTICE | {missing: "  "})


def test_it_is_read_on_as_many_days_in_a_row_as_the_law_says():
    first = date(2026, 11, 23)
    plan = scripts.schedule(first=first, times=[time(17), time(5, 30), time(17)])
    days = periods.BROADCAST_FOR.on(first).number
    assert plan.days == tuple(first + timedelta(days=ahead) for ahead in range(days))
    assert plan.days[-1] == periods.broadcast(since=first).result == plan.answer.result
    assert [moment.time() for moment in plan.broadcasts] == [time(5, 30), time(17)] * days
    assert plan.broadcasts[0].tzinfo is HANOI
    assert plan.broadcasts[0].astimezone(UTC).hour == 22
    assert "Điều 13" in plan.answer.citation


def test_more_days_may_be_planned_and_fewer_may_not():
    first = date(2026, 12, 30)
    least = scripts.schedule(first=first, times=[time(5)])
    assert scripts.schedule(first=first, times=[time(5)], last=first).days == least.days
    assert scripts.schedule(first=first, times=[time(5)], last=date(2027, 1, 8)).days[-1] == date(2027, 1, 8)


def test_a_schedule_without_a_time_is_refused():
    with pytest.raises(ValueError, match="at least one time"):
        scripts.schedule(first=date(2026, 11, 23), times=[])
