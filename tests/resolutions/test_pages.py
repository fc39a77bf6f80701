from uuid import uuid4

import pytest
from django.urls import reverse

from dienhong.foundations.actors import Role
from dienhong.resolutions import actions
from dienhong.resolutions.models import Proposal, Version
from dienhong.resolutions.views import review as review_pages

from .conftest import AT, actor_in, enter
from .texts import ADOPTED, DRAFT

LIST_BUDGET, DETAIL_BUDGET = 15, 20


def long_text(articles):
    """A resolution with as many articles, each giving three duties."""
    body = "\n\n".join(
        f"Điều {n}. Việc thứ {n}\n"
        f"1. Ủy ban nhân dân xã hằng năm báo cáo kết quả việc thứ {n}.\n"
        f"2. Trưởng thôn hằng quý họp thôn bàn việc thứ {n}.\n"
        f"3. Ủy ban nhân dân xã hằng tháng công khai việc thứ {n}."
        for n in range(1, articles + 1)
    )
    head, rest = ADOPTED.split("Điều 1.")
    return f"{head}{body}\n\nCHỦ TỊCH{rest.split('CHỦ TỊCH')[1]}"


def page_urls(version):
    row = version.provisions.get(eid=version.provisions.filter(kind="paragraph").first().eid)
    names = ("detail", "text", "review", "unseen", "complete", "add_version", "akoma", "docx", "xlsx", "json", "source")
    return [
        reverse("resolutions:index"),
        reverse("resolutions:upload"),
        *(reverse(f"resolutions:{name}", args=[version.pk]) for name in names),
        reverse("resolutions:provision", args=[version.pk, row.eid]),
        reverse("resolutions:add_proposal", args=[version.pk, row.eid]),
        reverse("resolutions:note", args=[version.pk, row.eid]),
    ]


def test_every_page_opens_for_the_officer(adopted, officer, signed_in):
    browser = signed_in(officer)
    proposal = adopted.proposals.first()
    extra = [reverse(f"resolutions:{name}", args=[adopted.pk, proposal.pk]) for name in ("edit", "split")]
    extra.append(reverse("resolutions:relate", args=[adopted.pk, adopted.relations.first().pk]))
    for url in [*page_urls(adopted), *extra]:
        answer = browser.get(url)
        assert answer.status_code == 200, url
        assert b"".join(answer), url  # a file is read to its end, which closes it


def test_nothing_unpublished_is_found_by_staff_of_another_place(adopted, stranger, signed_in):
    browser = signed_in(stranger)
    for url in page_urls(adopted)[2:]:
        assert browser.get(url).status_code == 404, url
    assert adopted.work.title not in browser.get(reverse("resolutions:index")).content.decode()


@pytest.mark.parametrize("page", ["detail", "review"])
@pytest.mark.parametrize(
    ("council", "told"),
    [
        ("XÃ BẾN SẬY", ""),
        ("TỈNH LAM GIANG", "xã Bến Sậy là nơi tổ chức thực hiện"),
        ("XÃ CẦU NGÓI", "không phải Hội đồng nhân dân xã Bến Sậy. Hãy kiểm tra"),
    ],
)
def test_the_officer_is_told_whose_council_issued_it(commune, officer, signed_in, plain_reader, council, told, page):
    version = enter(commune, officer, ADOPTED.replace("XÃ BẾN SẬY", council))
    assert version.stage == Version.Stage.READ
    content = signed_in(officer).get(reverse(f"resolutions:{page}", args=[version.pk])).content.decode()
    assert told in content
    assert ("Nghị quyết do Hội đồng nhân dân" in content) is bool(told)


def test_the_public_sees_a_published_text_and_not_the_work_on_it(adopted, officer, client):
    assert client.get(reverse("resolutions:detail", args=[adopted.pk])).status_code == 404
    actions.publish(version_id=adopted.pk, by=officer, at=AT)
    page = client.get(reverse("resolutions:detail", args=[adopted.pk])).content.decode()
    assert adopted.work.title in page
    assert f"/chuong-trinh/tien-do/{adopted.pk}/" in page
    assert "Rà soát" not in page
    assert client.get(reverse("resolutions:review", args=[adopted.pk])).status_code == 404
    assert client.get(reverse("resolutions:xlsx", args=[adopted.pk])).status_code == 404
    assert client.get(reverse("resolutions:docx", args=[adopted.pk])).status_code == 200


def test_the_public_list_holds_published_texts_only(draft, adopted, officer, client):
    url = reverse("resolutions:index")
    assert "dh-table" not in client.get(url).content.decode()
    actions.publish(version_id=adopted.pk, by=officer, at=AT)
    page = client.get(url).content.decode()
    assert reverse("resolutions:detail", args=[adopted.pk]) in page
    assert reverse("resolutions:detail", args=[draft.pk]) not in page


@pytest.mark.parametrize("typed", ["dân chủ", "dan chu", "07/2026"])
def test_a_resolution_is_found_with_or_without_diacritics_and_by_number(adopted, officer, signed_in, typed):
    page = signed_in(officer).get(reverse("resolutions:index"), {"tim": typed}).content.decode()
    assert reverse("resolutions:detail", args=[adopted.pk]) in page


@pytest.mark.parametrize("articles", [2, 100])
def test_queries_do_not_grow_with_the_text(
    commune, officer, signed_in, plain_reader, django_assert_max_num_queries, articles
):
    version = enter(commune, officer, long_text(articles))
    assert version.proposals.count() >= 3 * articles
    browser = signed_in(officer)
    with django_assert_max_num_queries(LIST_BUDGET):
        browser.get(reverse("resolutions:index"))
    for name in ("detail", "review", "unseen", "text"):
        with django_assert_max_num_queries(DETAIL_BUDGET):
            assert browser.get(reverse(f"resolutions:{name}", args=[version.pk])).status_code == 200


def test_queries_of_the_list_do_not_grow_with_the_list(
    commune, officer, signed_in, plain_reader, django_assert_max_num_queries
):
    for number in range(6):
        enter(commune, officer, DRAFT + f"\nbản {number}")
    browser = signed_in(officer)
    with django_assert_max_num_queries(LIST_BUDGET):
        browser.get(reverse("resolutions:index"))


def test_a_text_still_being_read_shows_how_far_it_is(adopted, officer, signed_in):
    Version.objects.filter(pk=adopted.pk).update(stage=Version.Stage.READING, step=2)
    page = signed_in(officer).get(reverse("resolutions:detail", args=[adopted.pk])).content.decode()
    assert 'http-equiv="refresh"' in page
    assert "2/4" in page


def test_a_reading_that_was_cut_off_can_be_started_again(adopted, officer, signed_in):
    long_ago = AT.replace(year=2020)
    Version.objects.filter(pk=adopted.pk).update(stage=Version.Stage.READING, step=2, uploaded_at=long_ago)
    page = signed_in(officer).get(reverse("resolutions:detail", args=[adopted.pk])).content.decode()
    assert reverse("resolutions:retry", args=[adopted.pk]) in page


def test_an_unreadable_text_shows_the_sentence_and_a_way_on(adopted, officer, signed_in):
    Version.objects.filter(pk=adopted.pk).update(stage=Version.Stage.UNREADABLE, message="Hãy bỏ mật khẩu.")
    page = signed_in(officer).get(reverse("resolutions:detail", args=[adopted.pk])).content.decode()
    assert "Hãy bỏ mật khẩu." in page
    assert reverse("resolutions:retry", args=[adopted.pk]) in page
    assert 'http-equiv="refresh"' not in page


def test_uploading_through_the_page_leads_to_the_resolution(commune, officer, signed_in, plain_reader):
    form = {"key": uuid4(), "place": commune.pk, "text": ADOPTED}
    answer = signed_in(officer).post(reverse("resolutions:upload"), form)
    version = Version.objects.get()
    assert answer.url == reverse("resolutions:detail", args=[version.pk])
    assert version.file_name == "van-ban-dan.txt"


def test_an_upload_without_a_file_says_what_to_do(commune, officer, signed_in):
    answer = signed_in(officer).post(reverse("resolutions:upload"), {"key": uuid4(), "place": commune.pk})
    assert answer.status_code == 422
    assert "Hãy chọn tệp văn bản" in answer.content.decode()


def test_an_upload_for_a_place_that_is_not_ones_own_is_refused_by_the_form(commune, other_commune, officer, signed_in):
    form = {"key": uuid4(), "place": other_commune.pk, "text": ADOPTED}
    assert signed_in(officer).post(reverse("resolutions:upload"), form).status_code == 422
    assert not Version.objects.exists()


def test_confirming_goes_on_to_the_next_proposal(adopted, officer, signed_in):
    first, second = adopted.proposals.order_by("provision__order", "sentence", "start", "pk")[:2]
    answer = signed_in(officer).post(reverse("resolutions:confirm", args=[adopted.pk, first.pk]))
    assert f"chon={second.pk}" in answer.url
    first.refresh_from_db()
    assert first.state == Proposal.State.CONFIRMED


def test_the_chosen_proposal_holds_the_keyboard(adopted, officer, signed_in):
    second = adopted.proposals.order_by("provision__order", "sentence", "start", "pk")[1]
    url = reverse("resolutions:review", args=[adopted.pk])
    page = signed_in(officer).get(url, {"dieu": second.provision.article_eid, "chon": second.pk}).content.decode()
    form = page.split(reverse("resolutions:confirm", args=[adopted.pk, second.pk]))[1].split("</form>")[0]
    assert "autofocus" in form
    assert page.count("autofocus") == 1


def test_the_keyboard_goes_from_the_last_proposal_of_a_page_to_the_next_page(adopted, officer, signed_in, monkeypatch):
    monkeypatch.setattr(review_pages, "PER_PAGE", 1)
    url = reverse("resolutions:review", args=[adopted.pk])
    browser = signed_in(officer)
    waiting = list(adopted.proposals.order_by("provision__order", "sentence", "start", "pk"))
    for proposal in waiting:
        page = browser.get(url, {"dieu": proposal.provision.article_eid, "chon": proposal.pk})
        assert page.context["chosen"] == proposal.pk
        answer = browser.post(reverse("resolutions:confirm", args=[adopted.pk, proposal.pk]))
    assert f"dieu={waiting[-1].provision.article_eid}" in answer.url
    assert not adopted.proposals.filter(state=Proposal.State.PROPOSED).exists()


def test_coming_back_one_finds_the_first_page_where_a_proposal_waits(adopted, officer, signed_in, monkeypatch):
    monkeypatch.setattr(review_pages, "PER_PAGE", 1)
    first, second = adopted.proposals.order_by("provision__order", "sentence", "start", "pk")[:2]
    actions.confirm(proposal_id=first.pk, by=officer, at=AT)
    url = reverse("resolutions:review", args=[adopted.pk])
    page = signed_in(officer).get(url, {"dieu": second.provision.article_eid})
    assert page.context["chosen"] == second.pk


@pytest.mark.parametrize(
    "query", [{"loai": "target"}, {"chu_de": "training"}, {"trang_thai": "confirmed"}, {"dieu": "art_3"}]
)
def test_the_review_is_filtered(adopted, officer, signed_in, query):
    answer = signed_in(officer).get(reverse("resolutions:review", args=[adopted.pk]), query)
    columns = {"loai": "kind", "chu_de": "topic", "trang_thai": "state", "dieu": "provision__article_eid"}
    wanted = adopted.proposals.filter(**{columns[name]: value for name, value in query.items()})
    assert {card.proposal.pk for card in answer.context["cards"]} == set(wanted.values_list("pk", flat=True))


def test_an_officer_too_late_is_told_and_nothing_is_overwritten(adopted, officer, second_officer, signed_in):
    proposal = adopted.proposals.first()
    actions.reject(proposal_id=proposal.pk, reason="", by=second_officer, at=AT)
    url = reverse("resolutions:confirm", args=[adopted.pk, proposal.pk])
    answer = signed_in(officer).post(url, {"query": "dieu=art_3"}, follow=True)
    page = answer.content.decode()
    assert "đã được xử lý" in page
    assert "autofocus" not in page  # the officer reads the message first
    assert answer.context["where"].here.eid == "art_3"
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == (Proposal.State.REJECTED, second_officer.key)


def test_what_was_typed_survives_a_refusal(adopted, officer, second_officer, signed_in):
    proposal = adopted.proposals.filter(kind="duty").first()
    actions.confirm(proposal_id=proposal.pk, by=second_officer, at=AT)
    form = {"key": uuid4(), "seen": "proposed", "kind": "duty", "action": "một việc tôi vừa gõ"}
    answer = signed_in(officer).post(reverse("resolutions:edit", args=[adopted.pk, proposal.pk]), form)
    assert answer.status_code == 409
    assert "một việc tôi vừa gõ" in answer.content.decode()


def test_an_actor_of_no_role_here_may_not_enter_the_review(adopted, commune, signed_in):
    delegate = actor_in(commune, Role.DELEGATE)
    browser = signed_in(delegate)
    assert browser.get(reverse("resolutions:detail", args=[adopted.pk])).status_code == 200
    assert browser.get(reverse("resolutions:review", args=[adopted.pk])).status_code == 403


def test_a_text_without_kind_or_number_is_headed_by_its_place_alone(adopted, officer, signed_in):
    adopted.work.kind, adopted.number = "", ""
    adopted.work.save(update_fields=["kind"])
    adopted.save(update_fields=["number"])
    page = signed_in(officer).get(f"/nghi-quyet/{adopted.pk}/")
    assert page.context["caption"] == str(adopted.locality)


def test_only_who_may_add_a_text_is_led_to_adding_it(draft, officer, commune, signed_in):
    address = reverse("resolutions:add_version", args=[draft.pk])
    for actor, may in ((officer, True), (actor_in(commune, Role.CHAIR), False)):
        page = signed_in(actor).get(reverse("resolutions:detail", args=[draft.pk])).content.decode()
        assert (address in page) is may
