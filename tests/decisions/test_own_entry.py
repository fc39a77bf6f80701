"""A household looks at its own entry by its code, contests it in time, and is answered by the Front."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from dienhong.decisions import actions, queries
from dienhong.decisions.codes import HOUSEHOLD_KIND, subject_of
from dienhong.decisions.models import Contest, Outcome, Passing
from dienhong.decisions.models.contests import Error
from dienhong.decisions.queries import entries
from dienhong.decisions.queries.rounds import slip_code
from dienhong.documents import actions as documents
from dienhong.documents import codes
from dienhong.documents.models import PrintedForm
from dienhong.foundations import limits
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry as LedgerEntry
from dienhong.registry.models import Organization, User
from tests.decisions.ballots import rounds_of
from tests.decisions.conftest import AT, DAY, MEETS, a_village
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
LAST = date(2026, 3, 13)  # the fifth working day after Sunday 8 March 2026


@pytest.fixture
def voted(life):
    """A decision of 110 households of 160, with its written record."""
    matter = life.passed()
    life.record(matter)
    return matter


def printed(meeting, household):
    """The household's code, the same at every printing."""
    form, _made = PrintedForm.objects.get_or_create(
        kind=HOUSEHOLD_KIND,
        subject=subject_of(meeting.pk, household),
        defaults={"code": codes.new_code(), "path": "/", "locality": meeting.village.code},
    )
    return form.code


@pytest.fixture
def code_of(voted):
    meeting = voted.items.get().meeting

    def of(number):
        household = meeting.roll.entries.get(number=number).household_id
        return printed(meeting, household)

    return of


def contested(code, error=Error.NOT_NOTED, *, on=LAST, key="k"):
    return actions.contest(own=entries.own(code), error=error, key=key, on=on)


def page(code, **data):
    url = reverse("decisions:own-entry", args=[code])
    return Client().post(url, data) if data else Client().get(url)


def test_a_household_reads_whether_it_was_there_and_never_a_choice(code_of):
    text = page(code_of(1)).content.decode()
    assert "Hộ ông/bà Đông Hạ 1 được ghi nhận có mặt, do Đông Hạ 1 đại diện" in text
    assert "Đông Hạ 2" not in text
    assert "tán thành" not in text
    assert "không được ghi nhận có mặt" in page(code_of(111)).content.decode()


def test_the_page_of_a_code_stays_with_its_holder(code_of):
    response = page(code_of(1))
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_a_wrong_code_tells_nothing_and_too_many_are_stopped(code_of, voted, head, monkeypatch):
    other = documents.issue_code(
        kind="meeting", subject="decisions.meeting:1", path="/", locality=voted.village.code, by=head.key
    )
    for wrong in ("2222222222", other.code, "x", code_of(1)[:-1]):
        response = page(wrong)
        assert response.status_code == 404
        assert "Đông Hạ" not in response.content.decode()
    monkeypatch.setattr(limits, "CODES_TRIED", (4, 600))
    assert page("2222222223").status_code == 429
    assert page(code_of(1)).status_code == 429


def test_a_code_may_be_typed_as_it_is_printed(code_of):
    code = code_of(1)
    url = reverse("decisions:own-code")
    led = Client().get(url, {"ma": f"{code[:5].lower()}-{code[5:]}"})
    assert led.url == reverse("decisions:own-entry", args=[code])


@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 3, 12), LAST])
def test_five_working_days_to_contest(code_of, day):
    assert contested(code_of(111), on=day).until == LAST


def test_the_day_after_is_too_late_here_and_says_where_else(code_of):
    with pytest.raises(Refused, match="khoản 4 Điều 24"):
        contested(code_of(111), on=date(2026, 3, 14))
    assert not Contest.objects.exists()


def test_nothing_is_contested_before_the_meeting_ends(life):
    meeting = life.begin(life.propose(), present=1)
    household = meeting.roll.entries.get(number=1).household_id
    code = printed(meeting, household)
    with pytest.raises(Refused, match="chưa kết thúc"):
        contested(code)


def test_twice_is_once(code_of):
    first = contested(code_of(111))
    assert contested(code_of(111), Error.OTHER, key="other") == first
    assert LedgerEntry.objects.filter(kind="contest.received").count() == 1


def test_who_was_not_noted_but_came_leads_to_a_new_record(code_of, voted, front):
    made = contested(code_of(111))
    actions.answer_contest(contest=made, is_right=True, reason="Hai hộ bên cạnh xác nhận", by=front, at=MEETS)
    newest = voted.records.order_by("-version").first()
    assert (newest.version, newest.content["present"]) == (2, 111)
    assert "Hai hộ bên cạnh xác nhận" in newest.reason
    assert voted.records.get(version=1).content["present"] == 110
    assert "có bản sửa" in page(code_of(111)).content.decode()
    with pytest.raises(Refused, match="đã được trả lời"):
        actions.answer_contest(contest=made, is_right=False, reason="x", by=front, at=MEETS)


def test_what_is_not_right_changes_nothing(code_of, voted, front):
    made = contested(code_of(1), Error.NOT_THERE)
    with pytest.raises(Refused, match="ghi kết quả"):
        actions.answer_contest(contest=made, is_right=False, reason=" ", by=front, at=MEETS)
    actions.answer_contest(contest=made, is_right=False, reason="Có chữ ký trong danh sách", by=front, at=MEETS)
    assert voted.records.count() == 1
    assert len(queries.present_numbers(voted.items.get().meeting)) == 110


def test_who_held_the_meeting_does_not_answer_and_others_do_not_learn_of_it(code_of, voted, head, village, commune):
    made = contested(code_of(111))
    stranger = actor_in(a_village(commune, "ben-say-tay", "Tây Hạ", 1), Role.FRONT)
    for nobody in (head, stranger):
        with pytest.raises(NotFound):
            actions.answer_contest(contest=made, is_right=True, reason="x", by=nobody, at=MEETS)
    assert entries.contests(stranger).count() == 0
    held = type(head)(key=head.key, name=head.name, user_id=head.user_id, grants=actor_in(village, Role.FRONT).grants)
    with pytest.raises(NotAllowed, match="không tự trả lời"):
        actions.answer_contest(contest=made, is_right=True, reason="x", by=held, at=MEETS)


def test_a_front_whose_post_is_one_of_the_villages_organization_answers(code_of, village):
    """Posts as the register has them: a village is an organization."""
    own = Organization.objects.create(
        code="o", kind="village", name="Thôn", locality=village, search="x", valid_from=date(2026, 1, 1)
    )
    bound = actor_in(village, Role.FRONT, organization=own)
    made = contested(code_of(111))
    assert list(entries.contests(bound)) == [made]
    assert actions.answer_contest(contest=made, is_right=False, reason="Đã hỏi", by=bound, at=MEETS).recorded_by


def test_who_is_signed_in_by_chance_is_not_written_down(code_of, head, monkeypatch):
    monkeypatch.setattr(entries.Own, "until", property(lambda _own: date(2100, 1, 1)))
    code = code_of(111)
    url = reverse("decisions:own-entry", args=[code])
    client = client_of(User.objects.get(pk=head.account_id))
    form = client.get(url).context["form"]
    given = {"key": form["key"].value(), "error": Error.NOT_NOTED}
    assert client.post(url, given).status_code == 302
    made = Contest.objects.get()
    assert (made.recorded_by, LedgerEntry.objects.get(kind="contest.received").actor) == ("visitor", "visitor")


def test_what_waits_is_told_to_the_front_only(code_of, front, head, commune_front):
    contested(code_of(111))
    assert [len(list(entries.waiting_contests(each, LAST))) for each in (front, commune_front, head)] == [1, 1, 0]


def test_what_waits_is_one_line_for_a_village_and_not_for_who_may_not_answer(
    code_of, voted, front, head, village, django_assert_max_num_queries
):
    first = contested(code_of(111))
    contested(code_of(112), key="other")
    with django_assert_max_num_queries(1):
        (line,) = entries.waiting_contests(front, LAST)
    assert "(2)" in line.title
    assert line.url == reverse("decisions:answer-contest", args=[first.pk])
    held = type(head)(key=head.key, name=head.name, user_id=head.user_id, grants=actor_in(village, Role.FRONT).grants)
    both = actor_in(village, Role.FRONT, Role.VILLAGE_HEAD)
    assert [list(entries.waiting_contests(each, LAST)) for each in (held, both)] == [[], []]
    actions.answer_contest(contest=first, is_right=True, reason="Hai hộ bên cạnh xác nhận", by=front, at=MEETS)
    (line,) = entries.waiting_contests(front, LAST)  # the tick that put it right does not make them one who held it
    assert "(1)" in line.title


@pytest.mark.parametrize(("agree", "in_doubt"), [(82, False), (81, True)])
def test_a_result_is_in_doubt_when_it_hangs_on_a_household_wrongly_noted(code_of, voted, front, agree, in_doubt):
    last = voted.outcomes.get()
    Outcome.objects.create(
        matter=voted, form="meeting", item=last.item, households=160, present=agree, agree=agree, disagree=0, other=0,
        is_adopted=True, why=last.why, on=last.on, key="again", recorded_by="user:1",
    )  # fmt: skip
    made = contested(code_of(1), Error.NOT_THERE)
    actions.answer_contest(contest=made, is_right=True, reason="Hộ đi vắng", by=front, at=MEETS)
    last = Outcome.objects.order_by("-pk").first()
    assert entries.counts(voted, last) == entries.Counts(1, 1, 1, in_doubt)
    text = Client().get(reverse("decisions:public", args=[voted.pk])).content.decode()
    assert "1 kiến nghị về việc ghi nhận hộ; 1 đã trả lời, 1 đúng" in text
    assert ("Kết quả có thể thay đổi" in text) is in_doubt


def test_a_contest_is_kept_as_it_came(code_of):
    contested(code_of(111))
    with pytest.raises(DatabaseError), transaction.atomic():
        Contest.objects.update(error=Error.OTHER)


def test_the_front_answers_on_a_page_and_the_household_reads_it(code_of, village, commune, front, head, monkeypatch):
    made = contested(code_of(111))
    client, url = client_of(User.objects.get(pk=front.account_id)), reverse("decisions:answer-contest", args=[made.pk])
    text = client.get(url).content.decode()
    assert "111. Đông Hạ 111" in text
    assert "không được ghi nhận" in text
    refused = client.post(url, {"is_right": "0", "reason": ""})
    assert (refused.status_code, hasattr(Contest.objects.get(), "finding")) == (422, False)
    assert client.post(url, {"is_right": "0", "reason": "Không có chữ ký trong danh sách"}).url == reverse("my-day")
    again = client.post(url, {"is_right": "1", "reason": "Khác"})
    assert again.status_code == 422
    assert "đã được trả lời" in again.content.decode()
    household = page(code_of(111)).content.decode()
    assert "Giữ nguyên như đã ghi" in household
    assert "Không có chữ ký trong danh sách" in household
    assert client_of(User.objects.get(pk=head.account_id)).get(url).status_code == 404
    stranger = actor_in(a_village(commune, "ben-say-tay", "Tây Hạ", 1), Role.FRONT)
    assert client_of(User.objects.get(pk=stranger.account_id)).get(url).status_code == 404
    assert Client().get(url).status_code in {302, 404}


@pytest.fixture
def few(commune):
    return a_village(commune, "ben-say-bac", "Bắc Hạ", 12)


@pytest.fixture
def ballots(few):
    """A ballot round of twelve households, ten slips collected, counted and closed; its matter passed."""
    heads = actor_in(few, Role.VILLAGE_HEAD)

    def propose(kind, **parts):
        proposed = actions.Proposed(
            kind=kind, title="Đèn ngõ", asked="Thôn lắp đèn ngõ. Ông, bà có tán thành không?",
            agreed_with="Vàng Thị Chở", agreed_on=DAY, **parts,
        )  # fmt: skip
        return actions.propose(village=few, proposed=proposed, key="few", by=heads, at=AT)

    rounds = rounds_of(SimpleNamespace(propose=propose), heads)
    return rounds.whole(agree=10).matter.ballot_round


def code_on_slip(ballots, number):
    """The code printed on the slip that the household has."""
    entry = ballots.roll.entries.get(number=number)
    slip = Passing.objects.filter(ballot_round=ballots, entry=entry).order_by("-pk")[0].slip
    return slip_code(slip)


def test_the_code_on_a_slip_opens_the_households_entry_and_no_answer(ballots):
    text = page(code_on_slip(ballots, 1)).content.decode()
    assert "Phiếu của hộ" in text
    assert "Hộ ông/bà Bắc Hạ 1" in text
    assert "tán thành" not in text
    assert entries.own(code_on_slip(ballots, 1)).is_noted is True
    assert entries.own(code_on_slip(ballots, 12)).is_noted is False


def test_what_a_slip_says_is_contested_once_and_answered_by_the_front(ballots, few):
    code, ended = code_on_slip(ballots, 12), ballots.closed_at.date()
    made = contested(code, on=ended)
    assert (made.ballot_round_id, made.meeting_id, made.entry.number) == (ballots.pk, None, 12)
    assert contested(code, Error.OTHER, on=ended, key="other") == made
    other = contested(code_on_slip(ballots, 1), Error.NOT_THERE, on=ended)
    assert Contest.objects.count() == 2
    by = actor_in(few, Role.FRONT)
    actions.answer_contest(contest=other, is_right=False, reason="Phiếu có chữ ký nhận", by=by, at=MEETS)
    assert "Phiếu có chữ ký nhận" in page(code_on_slip(ballots, 1)).content.decode()
    assert "Đã nhận kiến nghị" in page(code).content.decode()
    assert entries.counts(ballots.matter, ballots.matter.outcomes.first()).number == 2


def test_a_slip_still_in_its_pad_opens_nothing(ballots):
    spare = ballots.slips.exclude(pk__in=Passing.objects.values("slip")).order_by("number").first()
    assert spare is None or entries.own(slip_code(spare)) is None
