import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.resolutions import actions, carrying, queries
from dienhong.resolutions.models import Proposal, Reading, Relation, Version

from .conftest import AT, ON, actor_in, enter
from .texts import ADOPTED

State = Proposal.State


@pytest.fixture
def confirmed_draft(draft, officer):
    for proposal in draft.proposals.all():
        actions.confirm(proposal_id=proposal.pk, by=officer, at=AT)
    for row in queries.unseen(draft):
        actions.note(provision_id=row.pk, outcome="no-duty", reason="chỉ nêu phạm vi", by=officer, at=AT)
    return draft


@pytest.fixture
def later(confirmed_draft, commune, officer):
    return enter(commune, officer, ADOPTED, work=confirmed_draft.work)


def plan_of(later):
    earlier = carrying.earlier_of(later)
    return carrying.plan(earlier, later, carrying.difference(earlier, later).unchanged)


def test_a_new_text_is_confirmed_by_nobody_until_an_officer_says_so(later):
    assert not queries.confirmed(later).exists()
    assert later.proposals.filter(carried_from__isnull=False).exists()


def test_one_word_keeps_what_was_decided_of_provisions_that_did_not_change(later, officer):
    expected = plan_of(later).count
    assert actions.keep_decisions(version_id=later.pk, expected=expected, by=officer, at=AT) == expected > 0
    kept = queries.confirmed(later)
    assert all(each.text == each.carried_from.text for each in kept)
    assert not kept.filter(provision__eid="art_2__para_2").exists()


def test_a_changed_provision_must_be_reviewed_again(later):
    assert "art_2__para_2" in {each.provision.eid for each in plan_of(later).again}
    changed = later.proposals.filter(provision__eid="art_2__para_2")
    assert set(changed.values_list("state", "carried_from")) == {(State.PROPOSED, None)}


def test_a_provision_that_moved_carries_its_confirmation(later, officer):
    actions.keep_decisions(version_id=later.pk, expected=plan_of(later).count, by=officer, at=AT)
    moved = queries.confirmed(later).filter(provision__eid="art_3__para_4").first()
    assert moved.carried_from.provision.eid == "art_3__para_3"


def test_an_officers_own_wording_comes_along(confirmed_draft, commune, officer):
    old = queries.confirmed(confirmed_draft).filter(provision__eid="art_3__para_2").first()
    terms = actions.Terms(kind="duty", action=old.action, bearer="Trưởng thôn và Tổ trưởng tổ dân phố", every="quarter")
    actions.edit(proposal_id=old.pk, seen=State.CONFIRMED, terms=terms, confirm=True, key="0" * 32, by=officer, at=AT)
    later = enter(commune, officer, ADOPTED, work=confirmed_draft.work)
    actions.keep_decisions(version_id=later.pk, expected=plan_of(later).count, by=officer, at=AT)
    kept = queries.confirmed(later).filter(provision__eid="art_3__para_2")
    assert [each.bearer for each in kept] == ["Trưởng thôn và Tổ trưởng tổ dân phố"]
    assert not later.proposals.filter(provision__eid="art_3__para_2", state=State.PROPOSED).exists()


def test_words_on_provisions_that_assign_nothing_are_kept_too(later, officer):
    actions.keep_decisions(version_id=later.pk, expected=plan_of(later).count, by=officer, at=AT)
    assert Reading.objects.filter(provision__version=later, carried_from__isnull=False).exists()


def test_keeping_is_refused_when_the_number_has_changed(later, officer):
    with pytest.raises(actions.DecidedMeanwhile):
        actions.keep_decisions(version_id=later.pk, expected=plan_of(later).count + 1, by=officer, at=AT)
    assert not queries.confirmed(later).exists()


def test_keeping_twice_keeps_once(later, officer):
    actions.keep_decisions(version_id=later.pk, expected=plan_of(later).count, by=officer, at=AT)
    assert actions.keep_decisions(version_id=later.pk, expected=0, by=officer, at=AT) == 0


def test_only_an_officer_of_the_place_keeps(later, stranger, commune):
    with pytest.raises(NotFound):
        actions.keep_decisions(version_id=later.pk, expected=0, by=stranger, at=AT)
    with pytest.raises(NotAllowed):
        actions.keep_decisions(version_id=later.pk, expected=0, by=actor_in(commune, "registrar"), at=AT)


def test_the_comparison_page_shows_every_kind_of_change(later, officer, signed_in):
    earlier = carrying.earlier_of(later)
    browser = signed_in(officer)
    url = f"/nghi-quyet/{later.pk}/so-sanh/{earlier.pk}/"
    page = browser.get(url).content.decode()
    assert "<ins>" in page
    assert "<del>" in page
    assert "Giữ xác nhận cũ" in page
    assert "kept" not in {pair.change for pair in browser.get(url).context["pairs"]}
    every = {pair.change for pair in browser.get(url, {"loai": "tat-ca"}).context["pairs"]}
    assert every == {"kept", "moved", "changed", "added"}
    only = browser.get(url, {"loai": "added"}).context["pairs"]
    assert {pair.change for pair in only} == {"added"}


def test_versions_of_different_works_are_not_compared(adopted, draft, officer, signed_in):
    assert signed_in(officer).get(f"/nghi-quyet/{adopted.pk}/so-sanh/{draft.pk}/").status_code == 404


def test_a_draft_is_not_published(draft, officer):
    with pytest.raises(Refused, match="dự thảo"):
        actions.publish(version_id=draft.pk, by=officer, at=AT)


def test_a_chair_publishes_and_a_registrar_does_not(adopted, commune, stranger):
    with pytest.raises(NotAllowed):
        actions.publish(version_id=adopted.pk, by=actor_in(commune, "registrar"), at=AT)
    with pytest.raises(NotFound):
        actions.publish(version_id=adopted.pk, by=stranger, at=AT)
    chair = actor_in(commune, "chair")
    assert actions.publish(version_id=adopted.pk, by=chair, at=AT).published_by == chair.key


def test_taking_back_needs_a_reason(adopted, officer):
    actions.publish(version_id=adopted.pk, by=officer, at=AT)
    with pytest.raises(Refused, match="lý do"):
        actions.withdraw(version_id=adopted.pk, reason=" ", by=officer)
    actions.withdraw(version_id=adopted.pk, reason="nhầm tệp", by=officer)
    adopted.refresh_from_db()
    assert adopted.published_at is None


def test_a_repealed_work_says_since_when_and_by_what(adopted, draft, officer):
    actions.state(version_id=adopted.pk, kind="repeals", work_id=draft.work_id, by=officer)
    assert queries.ended_by(draft.work, on=ON) is None  # the repealing text takes effect on 1 April 2026
    ending = queries.ended_by(draft.work, on=adopted.effective_on)
    assert ending.version_id == adopted.pk


def test_a_work_does_not_repeal_itself(adopted, officer):
    with pytest.raises(Refused):
        actions.state(version_id=adopted.pk, kind="repeals", work_id=adopted.work_id, by=officer)


def test_a_named_document_is_linked_and_the_link_taken_back(adopted, draft, officer):
    relation = adopted.relations.first()
    actions.relate(relation_id=relation.pk, work_id=draft.work_id, by=officer)
    assert Relation.objects.get(pk=relation.pk).target_id == draft.work_id
    actions.relate(relation_id=relation.pk, work_id=None, by=officer)
    assert Relation.objects.get(pk=relation.pk).target_id is None


def test_a_named_resolution_is_suggested_by_its_number(adopted, draft, officer, signed_in):
    relation = draft.relations.first()
    Relation.objects.filter(pk=relation.pk).update(number=adopted.number, type="Nghị quyết")
    page = signed_in(officer).get(f"/nghi-quyet/{draft.pk}/vien-dan/{relation.pk}/")
    assert page.context["suggested"] == adopted.work
    assert page.context["form"]["work"].value() == adopted.work_id


def test_a_work_that_may_not_be_seen_is_not_linked(adopted, other_commune, stranger, officer):
    foreign = enter(other_commune, stranger, ADOPTED)
    with pytest.raises(NotFound):
        actions.relate(relation_id=adopted.relations.first().pk, work_id=foreign.work_id, by=officer)


def test_blanks_are_filled_and_what_is_printed_is_not_replaced(draft, adopted, officer):
    blanks = actions.Blanks(number="09/2026/NQ-HĐND", adopted_on=ON, adopted=True)
    version = actions.complete(version_id=draft.pk, blanks=blanks, by=officer)
    assert (version.number, version.status) == ("09/2026/NQ-HĐND", Version.Status.ADOPTED)
    with pytest.raises(Refused, match="đã ghi"):
        actions.complete(version_id=adopted.pk, blanks=actions.Blanks(number="khác"), by=officer)


def test_a_text_without_a_title_is_given_one_and_a_printed_title_stays(commune, officer, adopted, plain_reader):
    version = adopted
    with pytest.raises(Refused, match="đã ghi"):
        actions.complete(version_id=version.pk, blanks=actions.Blanks(title="Tên khác"), by=officer)
    Version.objects.filter(pk=version.pk).update(metadata={**version.metadata, "title": None})
    blanks = actions.Blanks(title="  Nghị quyết  về biện pháp bảo đảm dân chủ ")
    named = actions.complete(version_id=version.pk, blanks=blanks, by=officer)
    named.work.refresh_from_db()
    assert named.work.title == "Nghị quyết về biện pháp bảo đảm dân chủ"
    assert "bien phap bao dam" in named.work.search


def test_a_text_is_not_called_adopted_without_a_day(draft, officer):
    with pytest.raises(Refused, match="ngày"):
        actions.complete(version_id=draft.pk, blanks=actions.Blanks(adopted=True), by=officer)


@pytest.mark.parametrize(
    ("number", "status", "shown"),
    [
        ("07/2026/NQ-HĐND", "adopted", "07/2026/NQ-HĐND"),
        ("", "adopted", "chưa có số"),
        ("", "draft", "dự thảo"),
        ("07/2026/NQ-HĐND", "draft", "07/2026/NQ-HĐND"),
    ],
)
def test_a_text_without_a_number_says_so_and_is_no_draft_for_that(number, status, shown):
    assert Version(number=number, status=status).shown_number == shown
