"""How the texts are cited, and since when each binds."""

from datetime import date

import pytest

from lawcore.sources import SOURCES, UnknownSource, cited

LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"


@pytest.mark.parametrize(
    ("cite", "official"),
    [
        ("LDC art. 21", f"Điều 21 {LAW}"),
        ("LDC art. 21 cl. 1", f"khoản 1 Điều 21 {LAW}"),
        ("LDC art. 12 cl. 1 pt. đ", f"điểm đ khoản 1 Điều 12 {LAW}"),
        ("LDC art. 11, 46, 64", f"Điều 11, 46, 64 {LAW}"),
        ("Decree 59/2023 art. 4 cl. 1, 2", "khoản 1, 2 Điều 4 Nghị định số 59/2023/NĐ-CP"),
        (
            "LDC art. 19 cl. 1 pt. c; Decree 59/2023 art. 4 cl. 1 pt. c",
            f"điểm c khoản 1 Điều 19 {LAW}; điểm c khoản 1 Điều 4 Nghị định số 59/2023/NĐ-CP",
        ),
        ("Civil Code art. 147 cl. 2", "khoản 2 Điều 147 Bộ luật Dân sự số 91/2015/QH13"),
    ],
)
def test_a_short_citation_in_its_official_form(cite, official):
    assert cited(cite) == official


@pytest.mark.parametrize("cite", ["", "LDC", "LDC 21", "Law 1/1900 art. 3", "LDC art. 21 pt.", "LDC art. 21;"])
def test_what_cites_no_known_text_is_an_error(cite):
    with pytest.raises(UnknownSource):
        cited(cite)


IN_FORCE = {
    "LDC": date(2023, 7, 1),
    "Decree 59/2023": date(2023, 8, 15),
    "Decree 61/2023": date(2023, 8, 16),
    "Decree 185/2026": date(2026, 5, 26),
    "Law 02/2011": date(2012, 7, 1),
    "Law 42/2013": date(2014, 7, 1),
    "Law 25/2018": date(2019, 1, 1),
    "Law 136/2025": date(2026, 7, 1),
    "Decree 124/2020": date(2020, 12, 10),
    "Decree 31/2019": date(2019, 5, 28),
    "Decree 154/2026": date(2026, 7, 1),
    "Decree 155/2026": date(2026, 7, 1),
    "Decree 156/2026": date(2026, 7, 1),
    "Law 104/2016": date(2018, 7, 1),
    "Decree 20/2008": date(2008, 3, 3),
    "Decree 30/2020": date(2020, 3, 5),
    "Decree 145/2020": date(2021, 2, 1),
    "Law 72/2025": date(2025, 6, 16),
    "Civil Code": date(2017, 1, 1),
    "Labour Code": date(2021, 1, 1),
}


@pytest.mark.parametrize(("short", "since"), IN_FORCE.items())
def test_each_text_binds_from_its_day(short, since):
    assert SOURCES[short].since == since
    assert SOURCES[short].short == short


def test_the_old_law_on_information_ends_and_no_other():
    ended = {short: source.until for short, source in SOURCES.items() if source.until is not None}
    assert ended == {"Law 104/2016": date(2026, 8, 31)}


def test_what_was_not_read_says_so():
    noted = {short for short, source in SOURCES.items() if source.note}
    assert noted >= {"LDC", "Decree 185/2026", "Law 136/2025", "Decree 145/2020"}
