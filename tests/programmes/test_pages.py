"""Every page answers, to whom it should, with a bounded number of queries."""

from uuid import uuid4

import pytest
from django.test import Client

from dienhong.programmes.actions import assign, plan
from dienhong.programmes.actions import evidence as reporting
from dienhong.programmes.actions import open as opening
from dienhong.programmes.actions import register as registering
from dienhong.programmes.actions.evidence import Report, Upload
from dienhong.programmes.forms.evidence import EvidenceForm
from dienhong.programmes.kinds import KINDS
from dienhong.programmes.models import Cell, Evidence, RosterEntry, Task
from dienhong.programmes.queries import evidence as evidence_queries
from dienhong.programmes.queries.families import Register
from tests.programmes import places


def client_of(user):
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client


@pytest.fixture
def lively(programme, commune, officer):
    """A programme with a plan, a roster, an exemption, and evidence at every stage."""
    units = [*commune.village_units, commune.school, commune.front]
    for duty in programme.duties.all():
        assign.assign(duty=duty, organizations=units, starts_on=programme.opens_on, by=officer)
    run = plan.start_year_plan(programme=programme, year=2026, by=officer)
    plan.make_year_plan(run_id=run.pk, at=places.AT)
    registering.add(
        programme=programme,
        register=Register.VILLAGE_HEADS,
        entries=[registering.NewEntry(commune.village_units[0], person=commune.head.person)],
        clause="khoản 2 Điều 1",
        starts_on=programme.opens_on,
        by=officer,
        at=places.AT,
    )
    registering.measure(
        target=programme.targets.get(), family="T5", register=Register.PERSONS, by=officer, at=places.AT
    )
    for number, name in enumerate(["Họp thôn", "Phát loa", "Treo băng rôn"]):
        task = Task.objects.filter(organization=commune.school).select_related("duty__provision")[0]
        sent = reporting.submit(
            organization=commune.school,
            report=Report(
                kind="outreach",
                title=name,
                effective_on=places.ON,
                data={"audience": 30, "form": "meeting"},
                tasks=[task],
                files=[Upload("anh.jpg", [b"picture"])],
            ),
            key=str(uuid4()),
            by=places.actor(commune.reporter),
            at=places.AT,
        )
        if number == 1:
            reporting.accept(evidence=sent, by=officer, at=places.AT)
        if number == 2:
            reporting.give_back(evidence=sent, reason="Ảnh mờ", by=officer, at=places.AT)
    return programme


def addresses(programme, commune):
    pk, version = programme.pk, programme.version_id
    duty = programme.duties.first()
    indicator = programme.targets.get().indicators.first()
    record = Evidence.objects.first()
    cell = Cell.objects.filter(indicator=indicator).first()
    base = f"/chuong-trinh/{pk}/"
    return {
        "/chuong-trinh/": 15,
        base: 10,
        f"{base}ke-hoach/": 20,
        f"{base}nhiem-vu/{duty.pk}/": 20,
        f"{base}nhiem-vu/{duty.pk}/giao/": 20,
        f"{base}giao-viec/{duty.assignments.first().pk}/phu-trach/": 20,
        f"{base}thang/2026/12/": 15,
        f"{base}chi-tieu/{programme.targets.get().pk}/": 20,
        f"{base}chi-so/{indicator.pk}/": 20,
        f"{base}chi-so/{indicator.pk}/?tinh-trang=chua-co": 20,
        f"{base}mien-tinh/": 15,
        f"{base}mien-tinh/them/{cell.pk}/": 20,
        f"{base}danh-sach/": 20,
        f"{base}danh-sach/village-heads/": 20,
        f"{base}danh-sach/villages/": 15,
        f"{base}danh-sach/items/nhap/": 20,
        f"{base}danh-sach/muc/{programme.roster.first().pk}/thoi/": 20,
        f"{base}don-vi/": 15,
        f"{base}don-vi/{commune.school.pk}/": 20,
        f"{base}cap-nhat/{version}/": 20,
        f"/chuong-trinh/theo-dieu-khoan/{version}/": 20,
        f"/chuong-trinh/theo-dieu-khoan/{version}/art_1__para_1/": 25,
        "/chuong-trinh/minh-chung/": 15,
        f"/chuong-trinh/minh-chung/{record.pk}/": 25,
        f"/chuong-trinh/minh-chung/moi/{commune.school.pk}/": 15,
        f"/chuong-trinh/minh-chung/moi/{commune.school.pk}/?loai=course": 20,
        f"/chuong-trinh/viec/{Task.objects.first().pk}/": 20,
        "/viec-cua-toi/": 20,
        "/thong-bao/": 15,
        f"/thong-bao/in/{commune.place.pk}/": 15,
    }


def test_every_page_answers_within_its_budget(lively, commune, django_assert_max_num_queries):
    client = client_of(commune.officer)
    for address, budget in addresses(lively, commune).items():
        with django_assert_max_num_queries(budget):
            response = client.get(address)
        assert response.status_code == 200, address


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_list_can_be_taken_away_as_a_file(lively, commune, kind):
    client = client_of(commune.officer)
    base = f"/chuong-trinh/{lively.pk}/"
    duty, indicator = lively.duties.first(), lively.targets.get().indicators.first()
    for address in (
        base,
        f"{base}nhiem-vu/{duty.pk}/",
        f"{base}chi-so/{indicator.pk}/",
        f"{base}mien-tinh/",
        f"{base}danh-sach/villages/",
        f"{base}danh-sach/village-heads/",
        f"{base}don-vi/",
        f"{base}don-vi/{commune.school.pk}/",
        f"{base}thang/2026/12/",
        f"/chuong-trinh/theo-dieu-khoan/{lively.version_id}/",
        "/chuong-trinh/minh-chung/",
    ):
        response = client.get(address, {"tep": kind})
        assert response.status_code == 200, address
        assert response["Content-Disposition"].endswith(f'.{kind}"'), address


def test_the_plan_is_printed_with_the_clause_of_every_line(lively, commune):
    client = client_of(commune.officer)
    for kind, start in (("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        content = client.get(f"/chuong-trinh/{lively.pk}/ke-hoach/2026.{kind}").content
        assert content.startswith(start)


def test_another_place_finds_nothing(lively, commune, neighbour):
    for user in (neighbour.officer, neighbour.reporter, neighbour.head):
        client = client_of(user)
        for address in addresses(lively, commune):
            if address in {"/chuong-trinh/", "/viec-cua-toi/", "/thong-bao/", "/chuong-trinh/minh-chung/"}:
                continue
            assert client.get(address).status_code == 404, address


def test_a_visitor_sees_only_what_was_published(lively, commune, officer):
    address = f"/chuong-trinh/tien-do/{lively.version_id}/"
    assert Client().get(address).status_code == 404
    opening.publish_progress(programme=lively, on=places.ON, by=officer)
    assert Client().get(address).status_code == 200
    assert Client().get(f"/chuong-trinh/{lively.pk}/").status_code == 404


def test_a_village_head_reports_a_task_from_the_phone(lively, commune, tmp_path):
    client = client_of(commune.head)
    task = Task.objects.filter(organization=commune.village_units[0], duty__every="half-year").first()
    page = client.get(f"/chuong-trinh/viec/{task.pk}/")
    form = page.context["form"]
    answer = client.post(
        f"/chuong-trinh/viec/{task.pk}/",
        {
            "title": "Đã họp thôn",
            "effective_on_0": "2",
            "effective_on_1": "3",
            "effective_on_2": "2026",
            "key": form["key"].initial() if callable(form["key"].initial) else form["key"].initial,
        },
    )
    assert answer.status_code == 302
    assert Evidence.objects.get(title="Đã họp thôn").tasks.get() == task


def test_who_is_trained_is_chosen_by_name(lively, commune):
    page = client_of(commune.officer).get(f"/chuong-trinh/minh-chung/moi/{commune.committee.pk}/?loai=course")
    assert f"{commune.head.person.name}, {commune.village_units[0].name}" in page.content.decode()


@pytest.mark.parametrize("said", ["9" * 5000, "99999999999999999999", "²", "1999", "-1", "năm nay"])
def test_a_number_in_the_address_that_is_none_breaks_no_page(lively, commune, said):
    client = client_of(commune.officer)
    assert client.get(f"/chuong-trinh/{lively.pk}/ke-hoach/", {"nam": said}).context["year"] == places.ON.year
    assert client.get(f"/chuong-trinh/{lively.pk}/don-vi/", {"nam": said, "dia-ban": said}).status_code in {200, 404}


@pytest.mark.parametrize(
    "end", ["thang/2026/13/", "thang/2026/0/", "thang/0/1/", "thang/99999/1/", "ke-hoach/0.docx", "ke-hoach/99999.docx"]
)
def test_a_day_outside_the_calendar_is_not_found(lively, commune, end):
    assert client_of(commune.officer).get(f"/chuong-trinh/{lively.pk}/{end}").status_code == 404


def test_where_units_do_not_fit_one_searches_and_ticks(programme, commune, monkeypatch):
    monkeypatch.setattr("dienhong.programmes.forms.programmes.MOST_CHOICES", 1)
    duty = programme.duties.order_by("pk")[0]
    address, client = f"/chuong-trinh/{programme.pk}/nhiem-vu/{duty.pk}/giao/", client_of(commune.officer)
    assert 'name="organizations"' not in client.get(address).content.decode()
    page = client.get(address, {"tim": commune.school.name}).content.decode()
    assert f'value="{commune.school.pk}"' in page
    day = {"starts_on_0": "1", "starts_on_1": "1", "starts_on_2": "2026"}
    form = {"kind": "", "organizations": [commune.school.pk], **day}
    client.post(f"{address}?tim={commune.school.name}", form)
    assert list(duty.assignments.values_list("organization", flat=True)) == [commune.school.pk]


def test_further_provisions_are_folded_until_one_is_ticked(programme, commune, officer):
    unit = commune.school
    chosen = evidence_queries.provisions_of(unit)
    form = EvidenceForm(kind=KINDS["outreach"], entries=RosterEntry.objects.none(), provisions=chosen)
    assert form["provisions"].folds
    assert "<details" in form["provisions"].as_field_group()
    assert " open" not in form["provisions"].as_field_group()
    ticked = EvidenceForm(
        kind=KINDS["outreach"],
        entries=RosterEntry.objects.none(),
        provisions=chosen,
        initial={"provisions": [chosen[0].pk]},
    )
    assert " open" in ticked["provisions"].as_field_group()


def test_the_officers_day_begins_with_the_texts_that_wait(commune, officer, programme):
    version = programme.version
    client = client_of(commune.officer)
    assert not client.get("/viec-cua-toi/").context["texts"]
    proposal = version.proposals.first()
    type(proposal).objects.filter(pk=proposal.pk).update(state="proposed", decided_by="", decided_at=None)
    page = client.get("/viec-cua-toi/")
    assert page.context["texts"] == [version]
    assert "1 đề xuất chờ duyệt" in page.content.decode()
    assert "không có việc nào gấp" not in page.content.decode()


def test_a_confirmed_text_without_a_programme_is_offered_to_its_officer_alone(commune, neighbour, programme):
    programme.stage, programme.closes_on = "closed", programme.opens_on
    programme.save(update_fields=["stage", "closes_on"])
    assert client_of(commune.officer).get("/viec-cua-toi/").context["openable"] == [programme.version]
    assert client_of(neighbour.officer).get("/viec-cua-toi/").context["openable"] == []


def test_the_page_of_a_resolution_says_that_no_progress_is_published_yet(programme):
    address = f"/chuong-trinh/tien-do/{programme.version_id}/"
    part = Client().get(address, headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert "chưa có tiến độ được công khai" in part.content.decode()
    assert Client().get(address).status_code == 404
