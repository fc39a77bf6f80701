"""Both languages say everything: the catalogues are complete, and no page answers in the other language."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from tools import messages

from dienhong.foundations.actors import Role
from dienhong.programmes import plan_document
from dienhong.programmes.queries import calendar
from dienhong.registry.models import Post
from tests.programmes import places
from tests.programmes.conftest import *  # noqa: F403 - a commune and its programme

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
NAMES = {"Diên Hồng", "PDF", "English", "Tiếng Việt", "Akoma Ntoso (XML)", "thôn, ấp, khóm, buôn, tổ dân phố…"}
# Words that the errors and labels of the libraries are made of.
ENGLISH = re.compile(
    r"\b(the|this|that|is|are|not|you|your|must|please|enter|valid|invalid|ensure|select|required|field|choices?"
    r"|file|submitted|empty|value|characters?|digits|whole|password|username|code|email|allowed|hidden|key)\b",
    re.IGNORECASE,
)


def test_every_message_has_an_english_form():
    assert messages.untranslated(messages.collect("en")) == []


def test_what_libraries_show_on_our_pages_has_a_vietnamese_form():
    assert messages.left_in_english() == []


def test_the_catalogues_are_what_the_sources_give():
    assert messages.problems() == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_a_translation_keeps_the_placeholders_and_tags_of_its_message(language):
    assert messages.changed_placeholders(messages.load(language)) == []


def test_a_lost_placeholder_is_noticed():
    catalogue = messages.Catalog(locale="en")
    catalogue.add("Còn %(n)s việc", "tasks left")
    catalogue.add(("%(n)s việc", "%(n)s việc"), ("%(n)s task", "%(m)s tasks"))
    catalogue.add("<b>%(n)s</b>", "<b>%(n)s</b>")
    assert messages.changed_placeholders(catalogue) == ["tasks left", "%(m)s tasks"]


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_text_is_decomposed(language):
    assert messages.decomposed(messages.load(language)) == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_what_runs_is_compiled_from_what_is_read(language):
    assert messages.compiled(language) == messages.path_of(language).with_suffix(".mo").read_bytes()


def test_no_message_is_its_own_translation():
    same = {each.id for each in messages.entries(messages.load("en")) if each.id == each.string}
    assert {text for text in same if re.search(r"[^\W\d_]{2}", text)} - NAMES == set()


class Page(HTMLParser):
    """What a person reads in the main part of a page, and the fields of its last form."""

    SPOKEN = ("placeholder", "aria-label", "title", "alt")

    def __init__(self, text):
        super().__init__()
        self.inside = 0
        self.words = []
        self.method, self.action, self.fields = "get", "", {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.inside += tag == "main"
        if self.inside and tag == "form":
            self.method, self.action, self.fields = given.get("method", "get"), given.get("action", ""), {}
        if self.inside and tag in {"input", "select", "textarea"} and given.get("name"):
            self.fields[given["name"]] = given.get("type", "")
        self.words += [given[name] for name in self.SPOKEN if self.inside and given.get(name)]

    def handle_endtag(self, tag):
        self.inside -= tag == "main"

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(self.words)


@pytest.fixture
def staff(commune):
    """A client of someone who may do everything in the commune, and has tried nothing yet."""
    cache.clear()
    user = commune.officer
    for role in (Role.REGISTRAR, Role.ADMINISTRATOR):
        Post.objects.create(person=user.person, locality=commune.place, title=role, role=role, starts_on=places.SINCE)
    Post.objects.create(
        person=user.person,
        locality=commune.place,
        organization=commune.school,
        title="Thư ký",
        role=Role.REPORTER,
        starts_on=places.SINCE,
    )
    user.set_password("mot cau de nho")
    user.save(update_fields=["password"])
    client = Client()
    client.force_login(user, backend=BACKEND)
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client


ADDRESSES = [
    "/m/",
    "/xac-minh/",
    "/tai-khoan/mat-khau/",
    "/danh-ba/{place}/nguoi/them/",
    "/danh-ba/{place}/to-chuc/them/",
    "/danh-ba/{place}/dia-ban/them/",
    "/danh-ba/{place}/dia-ban/nhap-doi-ten/",
    "/danh-ba/{place}/nhap/",
    "/danh-ba/nguoi/{person}/chuc-danh/",
    "/danh-ba/nguoi/{newcomer}/tai-khoan/",
    "/nghi-quyet/them/",
    "/nghi-quyet/{version}/dieu-khoan/art_1__para_4/de-xuat-moi/",
    "/nghi-quyet/{version}/dieu-khoan/art_1__para_4/danh-dau/",
    "/chuong-trinh/mo/{version}/",
    "/chuong-trinh/minh-chung/moi/{unit}/?loai=outreach",
    "/chuong-trinh/{programme}/ke-hoach/",
    "/chuong-trinh/{programme}/danh-sach/village-heads/",
    "/bao-cao/moi/",
]


@pytest.fixture
def address(commune, programme):
    """Fills an address in with what the commune has."""
    newcomer = places.person("Lê Thị Mới", commune.place)
    given = {
        "place": commune.place.code,
        "person": commune.head.person.pk,
        "newcomer": newcomer.pk,
        "version": programme.version_id,
        "unit": commune.school.pk,
        "programme": programme.pk,
    }
    return lambda template: template.format(**given)


def wrong(fields, value):
    return {
        name: SimpleUploadedFile("rong.pdf", b"") if kind == "file" and value else value
        for name, kind in fields.items()
        if name != "csrfmiddlewaretoken"
    }


@pytest.mark.parametrize("value", ["", "@ơ@" * 200], ids=["empty", "nonsense"])
@pytest.mark.parametrize("template", ADDRESSES)
def test_a_form_answers_wrong_values_in_vietnamese(staff, address, template, value):
    shown = staff.get(address(template), follow=True)
    page = Page(shown.content.decode())
    assert not ENGLISH.findall(page.text)
    assert page.fields
    send = staff.post if page.method == "post" else staff.get
    answer = send(page.action or shown.request["PATH_INFO"], wrong(page.fields, value), follow=True)
    said = Page(answer.content.decode()).text
    assert said.strip()
    assert not ENGLISH.findall(said), said


@pytest.mark.django_db
@pytest.mark.parametrize("values", [{}, {"login": "ai do", "password": "sai"}])
def test_signing_in_wrongly_is_answered_in_vietnamese(client, values):
    said = Page(client.post("/dang-nhap/", values).content.decode()).text
    assert not ENGLISH.findall(said), said


@pytest.mark.parametrize("new", ["ngan", "password123", "1234567890"])
def test_a_weak_password_is_refused_in_vietnamese(staff, new):
    values = {"oldpassword": "mot cau de nho", "password1": new, "password2": new}
    said = Page(staff.post("/tai-khoan/mat-khau/", values, follow=True).content.decode()).text
    assert "Cần sửa trước khi gửi" in said
    assert not ENGLISH.findall(said), said


def test_too_many_attempts_are_answered_in_vietnamese(staff):
    for _attempt in range(6):
        answer = staff.post("/tai-khoan/mat-khau/", {})
    assert answer.status_code == 429
    assert "Hãy đợi một phút" in Page(answer.content.decode()).text


PAGES = ["/", "/biet/", "/ban/", "/giam-sat/", "/so-cai/", "/chuong-trinh/", "/nghi-quyet/", "/bao-cao/", "/dang-nhap/"]


@pytest.mark.parametrize("path", PAGES)
def test_an_english_page_holds_no_vietnamese_message(client, programme, path):
    client.cookies["django_language"] = "en"
    text = Page(client.get(path, follow=True).content.decode()).text
    sentences = {str(each.id) for each in messages.entries(messages.load("en")) if len(str(each.id)) > 20}
    assert [each for each in sentences if each in text] == []


def test_an_official_plan_is_in_vietnamese_whoever_asks_for_it(programme):
    plans = set()
    for language in messages.LANGUAGES:
        with translation.override(language):
            plans.add(plan_document.rendered(programme, year=2026, on=places.ON, kind="docx")[0])
    assert len(plans) == 1


def test_periods_and_indicators_are_named_in_the_language_of_the_page(staff, programme):
    staff.cookies["django_language"] = "en"
    page = Page(staff.get(f"/chuong-trinh/{programme.pk}/chi-tieu/{programme.targets.get().pk}/").content.decode())
    assert "Communication, and disclosure in time" in page.text
    with translation.override("en"):
        assert calendar.Period(date(2026, 1, 1), date(2026, 6, 30)).name == "First half of 2026"
    assert calendar.Period(date(2026, 1, 1), date(2026, 6, 30)).name == "6 tháng đầu năm 2026"
