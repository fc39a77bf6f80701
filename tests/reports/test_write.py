"""Writing the sections: nobody overwrites a colleague unseen."""

import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.reports import actions
from dienhong.reports.actions.prepare import LONGEST, AlreadyIssued, ChangedMeanwhile, TooLong, UnknownSection
from dienhong.reports.models import Report
from dienhong.reports.sections import proposed
from tests.programmes import places
from tests.reports.conftest import issued


def test_words_are_kept_by_section_composed_and_with_plain_line_ends(report, officer):
    actions.write(report=report, section="strengths", text="Tô\u0301t.\r\nĐều tay.\n", edition=0, by=officer)
    report.refresh_from_db()
    assert report.narrative == {"strengths": "Tốt.\nĐều tay."}
    assert report.edition == 1


def test_of_two_writers_at_once_the_second_is_told(report, officer, commune):
    actions.write(report=report, section="strengths", text="Của người thứ nhất.", edition=0, by=officer)
    with pytest.raises(ChangedMeanwhile):
        actions.write(
            report=report, section="strengths", text="Của người thứ hai.", edition=0,
            by=places.actor(commune.second_officer),
        )  # fmt: skip
    report.refresh_from_db()
    assert report.narrative["strengths"] == "Của người thứ nhất."


def test_the_same_words_sent_twice_are_written_once(report, officer):
    for _click in range(2):
        actions.write(report=report, section="next", text="Việc sẽ làm.", edition=0, by=officer)
    report.refresh_from_db()
    assert report.edition == 1


def test_what_cannot_be_written(report, officer):
    with pytest.raises(UnknownSection):
        actions.write(report=report, section="figures", text="100%", edition=0, by=officer)
    with pytest.raises(TooLong):
        actions.write(report=report, section="next", text="x" * (LONGEST + 1), edition=0, by=officer)


def test_who_may_not_write(report, commune, neighbour):
    with pytest.raises(NotAllowed):
        actions.write(report=report, section="next", text="x", edition=0, by=places.actor(commune.chair))
    for user in (commune.reporter, neighbour.officer):
        with pytest.raises(NotFound):
            actions.write(report=report, section="next", text="x", edition=0, by=places.actor(user))


def test_an_issued_report_takes_no_more_words(programme, officer):
    done = issued(programme, officer)
    with pytest.raises(AlreadyIssued):
        actions.write(report=done, section="next", text="x", edition=done.edition, by=officer)
    assert Report.objects.get(pk=done.pk).narrative == {}


def test_sentences_are_proposed_from_the_figures_and_printed_only_when_saved(report):
    text = proposed("weaknesses", report.snapshot)
    assert "Trường tiểu học An Lạc" in text
    assert "chỉ tiêu" in text
    assert report.narrative == {}
    assert proposed("requests", report.snapshot) == ""
