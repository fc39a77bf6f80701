"""Every page that anybody can reach by links, over a full year of a commune: sound, linked, accessible, on a phone."""

import re
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import get_template
from django.test import Client

import dienhong
from browser.axe import violations
from dienhong.decisions.codes import HOUSEHOLD_KIND, subject_of
from dienhong.decisions.models import BallotRound, Contest, Meeting, NameErasureProposal, OnlineRound, SentChallenge
from dienhong.decisions.queries.challenges import code_of as petition_code
from dienhong.decisions.queries.disclosed import disclosure_of
from dienhong.decisions.queries.online import household_code
from dienhong.decisions.queries.rounds import slip_code
from dienhong.disclosures.models import Plan
from dienhong.disclosures.notebook import COLUMNS
from dienhong.dissemination.models import Script, SecondText
from dienhong.documents.codes import new_code
from dienhong.documents.models import PrintedForm
from dienhong.funds.models import Fund
from dienhong.programmes.models import Cell, Closing
from dienhong.registry.models import Handover, Locality, Person
from dienhong.spot_checks.models import Finding
from tests.journeys.crawl import internal, look, shape, walk
from tests.journeys.desk import code_of
from tests.journeys.year import FOREIGN, VISITOR

pytestmark = pytest.mark.django_db
PACKAGE = Path(dienhong.__file__).parent
# How many links of one kind are followed from pages of one kind: further ones differ only in their row.
OFTEN = {"can-bo": 8, VISITOR: 4}
LONG = 60_000  # characters of a page
KEY_IN_HAND = "shown to somebody who has put a passkey into the machine"
# Templates that no page shows, each with its reason.
NOT_SHOWN = {
    "mfa/webauthn/edit_form.html": KEY_IN_HAND,
    "mfa/webauthn/authenticator_confirm_delete.html": KEY_IN_HAND,
    "mfa/webauthn/reauthenticate.html": KEY_IN_HAND,
    "disclosures/communes.html": "shown where several communes are kept; read with axe in tests/opendata",
    "429.html": "shown after very many attempts to sign in",
}


@pytest.fixture(scope="module")
def walked(year):
    """Everybody's walk from the first page, and the pages that no link leads to."""
    visits = [visit for who in year.readers for visit in walk(year.client(who), who, each=OFTEN.get(who, 2))]
    return visits + list(_off_the_path(year))


def _off_the_path(year):
    """Pages one comes to by acting, by a mistake, or by an address printed on paper."""
    visitor, officer, registrar = year.client(), year.client("can-bo"), year.client("danh-ba")
    for path in ("/thiet-ke/?ten=&don_vi=", "/khong-co-trang-nay/", "/m/?code=KHONG-CO", "/dang-nhap/da-dong/"):
        yield look(visitor, VISITOR, path)
    yield look(visitor, VISITOR, "/bao-cao/", HTTP_HOST="noi-khac.example")
    yield look(Client(enforce_csrf_checks=True), VISITOR, "/xac-minh/", data={"code": "1"})
    with patch("dienhong.site.views.links_of", side_effect=RuntimeError):
        yield look(visitor, VISITOR, "/biet/")
    yield look(year.client("thcs"), "thcs", "/nghi-quyet/them/")
    yield from _signing_in(year)
    yield from _handing_over(registrar)
    table = SimpleUploadedFile(
        "to-chuc.csv",
        "Mã định danh,Loại,Tên,Mã địa bàn,Từ ngày\nkn,không rõ,Trạm Khuyến nông,ben-say,32/13/2026\n".encode(),
    )
    sent = look(registrar, "danh-ba", "/danh-ba/ben-say/nhap/", data={"register": "organizations", "table": table})
    yield look(registrar, "danh-ba", sent.page.links[0])
    notebook = SimpleUploadedFile("so.csv", f"{','.join(COLUMNS)}\n11.2.1,Dự toán,QĐ,32/13/2026\n".encode())
    plan = Plan.objects.order_by("pk").first()
    sent = look(officer, "can-bo", f"/cong-khai/viec/ke-hoach/{plan.pk}/so/", data={"table": notebook})
    yield look(officer, "can-bo", sent.page.links[0])
    yield look(officer, "can-bo", f"/thong-bao/in/{year.place.pk}/")
    yield look(officer, "can-bo", f"/phat-tin/loa/{Script.objects.get().pk}/da-phat/")
    text = SecondText.objects.select_related("version").order_by("pk").first()
    yield look(officer, "can-bo", f"/phat-tin/loi-dich/{text.pk}/")
    yield look(officer, "can-bo", f"/phat-tin/{text.version.disclosure_id}/tieng-khac/")
    yield look(officer, "can-bo", _closed_figures())
    fund = Fund.objects.order_by("pk").first()
    yield look(year.client("dong-ha"), "dong-ha", f"/quy-thon/viec/mo/{fund.matter_id}/")
    yield look(year.client("mat-tran-thon"), "mat-tran-thon", f"/quy-thon/viec/{fund.pk}/thu-quy/xac-nhan/")
    yield look(officer, "can-bo", f"/cong-khai/viec/{disclosure_of(fund.matter).pk}/")
    yield look(officer, "can-bo", f"/ban-quyet-dinh/hop/{Meeting.objects.get(is_yearly=True).pk}/")
    code = PrintedForm.objects.filter(kind="fund-receipt").order_by("pk").first().code
    yield look(visitor, VISITOR, f"/quy-thon/bien-lai/{code}/")
    yield look(visitor, VISITOR, f"/ban-quyet-dinh/ho/{_own_code()}/")
    yield from _objecting(visitor)
    yield from _petitioning(year)
    yield from _contesting(year)
    yield look(officer, "can-bo", f"/ban-quyet-dinh/hop/{Meeting.objects.order_by('pk')[0].pk}/den-muon/")
    yield from _voting(year)
    found = Finding.objects.select_related("sample__posting__version").order_by("pk").first()
    yield look(officer, "can-bo", f"/cong-khai/viec/{found.sample.posting.version.disclosure_id}/")


def _objecting(visitor):
    """Somebody without an account says what is wrong with a village's list of households."""
    village = Locality.objects.get(code="ben-say-dong-ha-thon")
    address = f"/danh-sach-ho/thon/{village.code}/phan-anh/"
    sent = look(visitor, VISITOR, address, data={"complaint": "twice", "line": "2", "key": "walk"})
    yield look(visitor, VISITOR, sent.page.links[0])


def _petitioning(year):
    """Petitions sent through the public page, as who sent them and their body see them; names that are to go."""
    visitor, officer = year.client(), year.client("can-bo")
    for sent in SentChallenge.objects.order_by("pk"):
        yield look(officer, "can-bo", f"/ban-quyet-dinh/viec/kien-nghi-mang/{sent.pk}/")
        for page in ("", "bien-nhan/"):
            yield look(visitor, VISITOR, f"/ban-quyet-dinh/kien-nghi/m/{petition_code(sent)}/{page}")
    yield look(visitor, VISITOR, f"/ban-quyet-dinh/quyet-dinh/{sent.matter_id}/kien-nghi/")
    yield look(officer, "can-bo", f"/ban-quyet-dinh/viec/{sent.matter_id}/ten-trong-ho-so/")
    proposal = NameErasureProposal.objects.get()
    yield look(officer, "can-bo", f"/ban-quyet-dinh/viec/xoa-ten/{proposal.subject}/")
    for who in ("can-bo", "chu-tich"):
        yield look(year.client(who), who, f"/ban-quyet-dinh/viec/xoa-ten/quyet-dinh/{proposal.pk}/")


def _contesting(year):
    """What households contested, as the Front answers it and as the household reads what was found."""
    front, visitor = year.client("mat-tran-thon"), year.client()
    for contest in Contest.objects.select_related("meeting__village", "entry").order_by("pk"):
        yield look(front, "mat-tran-thon", f"/ban-quyet-dinh/kien-nghi/{contest.pk}/")
        subject = subject_of(contest.meeting_id, contest.entry.household_id)
        code = PrintedForm.objects.get(kind=HOUSEHOLD_KIND, subject=subject).code
        yield look(visitor, VISITOR, f"/ban-quyet-dinh/ho/{code}/")


def _voting(year):
    """A ballot round and an online vote of the village head's, and the page that a household's code opens."""
    head, visitor = year.client("dong-ha"), year.client()
    ballots, vote = BallotRound.objects.get(), OnlineRound.objects.select_related("roll").get()
    for path in (
        f"viec/{ballots.matter_id}/",
        f"viec/{vote.matter_id}/",
        f"phieu/{ballots.pk}/",
        f"phieu/{ballots.pk}/ho/",
        f"phieu/{ballots.pk}/khep/",
        f"phieu/{ballots.pk}/dien-thoai/",
        f"phieu/{ballots.pk}/den-muon/",
        f"phieu/{ballots.pk}/ho/{ballots.roll.entries.get(number=9).pk}/den-nha/",
        f"truc-tuyen/{vote.pk}/",
        f"truc-tuyen/{vote.pk}/danh-sach/",
    ):
        yield look(head, "dong-ha", f"/ban-quyet-dinh/{path}")
    yield look(visitor, VISITOR, "/ban-quyet-dinh/truc-tuyen/ho/")
    yield look(visitor, VISITOR, f"/ban-quyet-dinh/phieu/p/{slip_code(ballots.slips.get(number=1))}/")
    code = household_code(vote, vote.roll.entries.get(number=1))
    yield look(visitor, VISITOR, f"/ban-quyet-dinh/truc-tuyen/ho/{code}/")


def _own_code():
    """The code that a household holds of a meeting that is over."""
    meeting = Meeting.objects.filter(stage=Meeting.Stage.CLOSED).order_by("pk")[0]
    household = meeting.roll.entries.get(number=1).household_id
    form, _made = PrintedForm.objects.get_or_create(
        kind=HOUSEHOLD_KIND,
        subject=subject_of(meeting.pk, household),
        defaults={"code": new_code(), "path": "/", "locality": meeting.village.code},
    )
    return form.code


def _closed_figures():
    """A unit of which figures were closed, opened again and closed, as they are when a year is over."""
    cell = Cell.objects.filter(state=Cell.State.UNKNOWN).select_related("indicator__target").order_by("pk").first()
    programme = cell.indicator.target.programme_id
    for closes in (True, False, True):
        Closing.objects.create(
            programme_id=programme,
            organization_id=cell.organization_id,
            period_start=cell.period_start,
            period_end=cell.period_end,
            closes=closes,
            reason="" if closes else "Còn biên bản chưa gửi",
            by="user:1",
        )
    return f"/chuong-trinh/{programme}/don-vi/{cell.organization_id}/chot/?nam={cell.period_start.year}"


def _signing_in(year):
    """The pages between a password and the first page, and those of one's own account."""
    given = year.sign_ins["quan-tri"]
    client = Client()
    look(client, VISITOR, "/dang-nhap/", data={"login": given.username, "password": given.password})
    yield look(client, VISITOR, "/dang-nhap/ma/")
    look(client, given.username, "/dang-nhap/ma/", data={"code": code_of(given.totp_key)})
    for path in ("/dang-nhap/lai/", "/dang-nhap/lai/ma/"):
        yield look(client, given.username, path)
    look(client, given.username, "/dang-nhap/lai/", data={"password": given.password})
    for page in ("ma-mot-lan", "mat-khau", "khoa", "khoa/them", "ma-du-phong/moi"):
        yield look(client, given.username, f"/tai-khoan/{page}/")
    look(client, given.username, "/tai-khoan/ma-du-phong/moi/", data={})
    yield look(client, given.username, "/tai-khoan/ma-du-phong/")
    yield look(client, given.username, "/dang-xuat/")


def _handing_over(registrar):
    """A slip printed for a person, and its code entered by that person."""
    person = Person.objects.filter(posts__role="").first()
    slip = look(registrar, "danh-ba", f"/danh-ba/nguoi/{person.pk}/phieu/", data={})
    yield slip
    look(registrar, "danh-ba", f"/danh-ba/phieu/{Handover.objects.get().pk}/da-giao/", data={})
    code = re.search(r'dh-code">([^<]+)<', slip.text).group(1)
    yield look(Client(), VISITOR, "/xac-minh/", data={"code": code})


def _pages(walked):
    return [visit for visit in walked if visit.page is not None and visit.text]


def test_no_page_breaks_and_no_link_is_dead(walked):
    met = [visit for visit in walked if visit.source or visit.path == "/"]
    wrong = {f"{v.status} {v.path} ({v.who or 'khách'}, từ {v.source})" for v in met if v.status not in {200, 302}}
    assert len(met) > 500
    assert not wrong, "\n".join(sorted(wrong))


def test_every_page_has_one_heading_a_title_a_language_and_nothing_inline(walked):
    faults = set()
    for visit in _pages(walked):
        page, where = visit.page, visit.view or visit.path
        faults |= {f"{where}: {fault}" for fault in page.faults}
        if page.headings != 1:
            faults.add(f"{where}: {page.headings} h1")
        if len(page.title.split("–")[0].strip()) < 3:
            faults.add(f"{where}: title {page.title!r}")
        if page.lang != "vi":
            faults.add(f"{where}: lang {page.lang!r}")
    assert not faults, "\n".join(sorted(faults))


def test_every_table_names_each_of_its_columns(walked):
    faults = set()
    for visit in _pages(walked):
        for table in visit.page.tables:
            head, body = table.widths("thead"), table.widths("tbody")
            if body and head != body and "documents/official.html" not in visit.templates:
                faults.add(f"{visit.view}: {head} header cells over rows of {body}")
    assert not faults, "\n".join(sorted(faults))


def test_no_page_shows_the_machinery(walked):
    """Neither template code nor Python values nor a missing word."""
    marks = re.compile(r"\{\{|\{%|&#x27;&lt;|(?<![\w-])None\b|\[object |<c-[a-z]|_\(&#x27;|\bNaN\b|\bundefined\b")
    found = {
        (visit.view, mark.group(), visit.text[max(0, mark.start() - 40) : mark.end() + 20])
        for visit in _pages(walked)
        for mark in marks.finditer(visit.text)
    }
    assert found == set()


def test_every_template_of_a_page_is_shown(walked):
    shown = {name for visit in walked for name in visit.templates}
    written = {
        str(path).rpartition("/templates/")[2]
        for path in PACKAGE.glob("*/templates/**/*.html")
    }  # fmt: skip
    missing = written - shown - NOT_SHOWN.keys()
    assert not missing, "\n".join(sorted(missing))
    assert {get_template(name) for name in NOT_SHOWN}
    assert NOT_SHOWN.keys() <= written - shown


def _one_of_each(walked):
    """A visit for each template, of moderate length: the longest page of a list only repeats its rows."""
    chosen = {}
    for visit in sorted(_pages(walked), key=lambda visit: len(visit.text)):
        for name in visit.templates:
            if name not in chosen or len(visit.text) < LONG:
                chosen[name] = visit
    chosen = {name: visit for name, visit in chosen.items() if not name.startswith(("cotton/", "django/"))}
    return list({(visit.who, visit.path): visit for visit in chosen.values()}.values())


@pytest.mark.browser
def test_axe_finds_nothing_on_a_phone_on_any_template(walked, chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 800}, locale="vi-VN")
    faults, sizes = set(), {}
    for visit in _one_of_each(walked):
        page = context.new_page()
        page.route("**/*", answering(visit))
        page.goto("http://dienhong.test/trang/")
        for line in violations(page):
            faults.add(f"{visit.view} {visit.path}: {line}")
        sizes[visit.path] = page.evaluate("document.documentElement.scrollWidth")
        page.close()
    context.close()
    assert not faults, "\n".join(sorted(faults))
    assert {path: width for path, width in sizes.items() if width > 360} == {}


def answering(visit):
    """Gives a browser the page as the walk met it, with the site's own style sheet, scripts and fonts, no more."""

    def answer(route):
        path = route.request.url.removeprefix("http://dienhong.test")
        if path == "/trang/":
            route.fulfill(body=visit.text, content_type="text/html; charset=utf-8")
        elif path.startswith("/tinh/"):
            route.fulfill(path=finders.find(path.removeprefix("/tinh/").partition("?")[0]))
        else:
            route.abort()

    return answer


# Addresses that name a thing of no place: everybody who keeps registers may have them.
OF_NO_PLACE = {"registry:import-template", "set_language"}
ENOUGH = 4  # addresses of one view that are tried
NUMBER = re.compile(r"(?<=/)\d+(?=[/.?]|$)")


def _private(walked):
    """(address, method) of everything of this commune that a visitor may not open."""
    public = {visit.path for visit in walked if visit.who == VISITOR and visit.status == 200}
    mine = [visit for visit in walked if visit.source and visit.who != VISITOR and visit.status == 200]
    found = {(v.path, "GET") for v in mine if v.named and v.path not in public and v.view not in OF_NO_PLACE}
    for visit in mine:
        for method, action in visit.page.forms if visit.page else ():
            target = internal(action or visit.path, visit.path)
            kind = shape(target)
            if method == "post" and kind and kind[2] and kind[0] not in OF_NO_PLACE:
                found.add((target, "POST"))
    by_view = defaultdict(list)
    for path, method in sorted(found):
        by_view[shape(path)[0], method].append((path, method))
    return [each for paths in by_view.values() for each in paths[:ENOUGH]]


def test_an_officer_of_another_commune_finds_nothing_and_learns_nothing(year, walked):
    stranger, visitor = year.client(FOREIGN), year.client()
    private = [(path, method) for path, method in _private(walked) if not _opens(visitor, path)]
    assert len([path for path, method in private if method == "POST"]) > 20
    assert len(private) > 100
    faults = []
    for path, method in private:
        status, body = _met(stranger, path, method)
        if status != 404:
            faults.append(f"{method} {path}: {status}")
        elif body != _met(stranger, _nowhere(path), method)[1]:
            faults.append(f"{method} {path}: its 404 differs from that of what is not there")
    assert not faults, "\n".join(faults)


def _opens(client, path):
    """Whether the page is everybody's: its form is, too."""
    with closing(client.get(path)) as response:
        return response.status_code == 200


def _met(client, path, method):
    """Status, and the body without what differs from load to load."""
    response = client.get(path) if method == "GET" else client.post(path, {})
    text = response.content.decode() if not response.streaming else ""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
    return response.status_code, re.sub(r'name="next" value="[^"]*"', "", text)


def _nowhere(path):
    """The same address of a thing that does not exist."""
    return NUMBER.sub("987654", path).replace("/ben-say", "/khong-co")
