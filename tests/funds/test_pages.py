"""The pages: who sees what, few touches, sent twice is done once, what everybody may read, how many queries."""

import re
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dienhong.documents import pdf
from dienhong.documents.models import PrintedForm
from dienhong.foundations import limits
from dienhong.foundations.actors import Role
from dienhong.funds import actions, queries
from dienhong.funds.models import Book, Fund, Receipt, Relief, Spending, Statement
from tests.decisions.test_pages import browser, day, stranger
from tests.documents.test_pictures import taken
from tests.funds.conftest import LEVEL
from tests.registry.conftest import actor_in

__all__ = ["browser", "stranger"]
pytestmark = pytest.mark.django_db
JPG = b"\xff\xd8\xff\xe0 photo"
TODAY = date(2026, 4, 20)
NAMES = re.compile(r"Đông Hạ \d")


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch):
    """The pages open on a day after the fund, before the month is over."""
    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: datetime(2026, 4, 20, 3, 0, tzinfo=UTC))
    cache.clear()


def at(name, fund, *more):
    return reverse(f"funds:{name}", args=[fund.pk, *more])


def keyed(client, url):
    return {"key": client.get(url).context["form"]["key"].value()}


def test_a_head_opens_a_fund_from_a_decision_in_force(browser, head, matter, treasurer):
    client = browser(head)
    url = reverse("funds:open", args=[matter.pk])
    assert url in client.get(reverse("funds:desk")).content.decode()
    page = client.get(url, {"tim": "ngan"})
    assert "Cầm Thị Ngân" in page.content.decode()
    data = {"key": page.context["form"]["key"].value(), "treasurer": treasurer.person.pk}
    first, second = client.post(url, data), client.post(url, data)
    fund = Fund.objects.get()
    assert first.url == second.url == at("fund", fund)
    assert (fund.per_household, fund.treasurer) == (LEVEL, treasurer.person)


def test_the_treasurer_takes_money_in_a_search_and_a_touch(browser, treasurer, fund):
    client = browser(treasurer.actor)
    found = client.get(at("choose", fund), {"tim": "4"})
    household = fund.village.households.order_by("code")[3]
    assert found.url == at("receive", fund, household.pk)
    page = client.get(found.url)
    assert page.context["form"]["amount"].value() == LEVEL
    data = {**keyed(client, found.url), "amount": "300.000", "payer": "Đông Hạ 4", **day("received_on", TODAY)}
    first, second = client.post(found.url, data), client.post(found.url, data)
    receipt = Receipt.objects.get()
    assert first.url == second.url == at("receipt", fund, receipt.pk)
    text = client.get(first.url).content.decode()
    assert "Ba trăm nghìn đồng" in text
    assert queries.code_of(receipt).code[:5] in text
    refused = client.post(found.url, {**data, "key": "other", "amount": "1"})
    assert (refused.status_code, Receipt.objects.count()) == (422, 1)
    assert "Vượt mức" in refused.content.decode()


def test_a_household_gives_days_of_labour(browser, treasurer, fund):
    client, household = browser(treasurer.actor), fund.village.households.order_by("code")[0]
    url = at("receive-other", fund, household.pk)
    data = {**keyed(client, url), "kind": "labour", "days": "3", **day("received_on", TODAY)}
    assert client.post(url, data).status_code == client.post(url, data).status_code == 302
    assert queries.figures(fund).labour_days == 3
    assert "Ba ngày công" in client.get(at("receipt", fund, Receipt.objects.get().pk)).content.decode()


def test_a_household_is_found_by_letters_without_marks(browser, treasurer, fund):
    client = browser(treasurer.actor)
    text = client.get(at("choose", fund), {"tim": "dong ha"}).content.decode()
    assert "9 hộ" in text
    assert "Không có hộ nào" in client.get(at("choose", fund), {"tim": "xyz"}).content.decode()


def test_leaves_of_a_book_are_typed_on_one_page_all_or_none(browser, head, treasurer, fund):
    client = browser(head)
    url = at("book", fund)
    told = {"series": "A", "first": 1, "last": 50, "holder": "Vì Văn Sáng", **day("given_on", TODAY)}
    assert client.post(url, {**keyed(client, url), **told}).status_code == 302
    client, url = browser(treasurer.actor), at("leaves", fund, Book.objects.get().pk)
    rows = {}
    for row, (serial, household, when) in enumerate(((1, "1", "1/4"), (2, "2", "1/4"), (5, "3", "19/3"))):
        rows |= {f"serial_{row}": serial, f"household_{row}": household, f"amount_{row}": LEVEL, f"on_{row}": when}
    data = {**keyed(client, url), **rows}
    wrong = client.post(url, {**data, "household_2": "77"})
    assert (wrong.status_code, Receipt.objects.count()) == (422, 0)
    assert "Không rõ là hộ nào" in wrong.content.decode()
    assert client.post(url, data).status_code == client.post(url, data).status_code == 302
    assert Receipt.objects.count() == 3
    assert [leaf.serial for leaf in Receipt.objects.order_by("number")] == [1, 2, 5]
    text = client.get(at("fund", fund)).content.decode()
    assert "Quyển A thiếu số 3, 4" in text
    assert "1 biên lai ghi ngày trước ngày mở quỹ" in text


def test_spending_has_its_photo_and_waits_for_another(browser, treasurer, front, fund, books):
    books.receive()
    client, url = browser(treasurer.actor), at("spend", fund)
    told = {"amount": "200 000", "words": "Mua 40 bao xi măng", "payee": "Hồng Phát", **day("paid_on", TODAY)}
    without = client.post(url, {**keyed(client, url), **told})
    assert without.status_code == 422
    photo = SimpleUploadedFile("hoa-don.jpg", JPG)
    done = client.post(url, {**keyed(client, url), **told, "photo": photo})
    spending = Spending.objects.get()
    assert done.url == at("spending", fund, spending.pk)
    assert "Tôi đã xem ảnh" not in client.get(done.url).content.decode()
    assert client.post(done.url).status_code == 403
    second = browser(front)
    assert any(each.url == done.url for each in queries.waiting_in_funds(front, TODAY))
    assert "Tôi đã xem ảnh" in second.get(done.url).content.decode()
    assert second.post(done.url).status_code == second.post(done.url).status_code == 302
    assert queries.figures(fund).spent == 200_000
    assert b"".join(second.get(at("photo", fund, spending.pk)).streaming_content) == JPG
    assert not any(each.url == done.url for each in queries.waiting_in_funds(front, TODAY))


def test_a_treasurer_with_a_post_of_the_front_does_not_agree_with_money_they_keep(matter, head, village):
    both = actor_in(village, Role.FRONT)
    person = type(matter).objects.none() or both
    keeper = Fund._meta.get_field("treasurer").related_model.objects.get(account__pk=person.user_id)
    fund = actions.open_fund(
        matter=matter, treasurer=keeper, key="f", by=head, at=datetime(2026, 3, 20, 3, 0, tzinfo=UTC)
    )
    given = actions.Given(received_on=date(2026, 4, 1), giver="Công ty", amount=5_000)
    now = datetime(2026, 4, 20, 3, 0, tzinfo=UTC)
    actions.receive(fund=fund, given=given, key="r", by=head, at=now)
    paid = actions.Paid(date(2026, 4, 2), 5_000, "Mua dây", "Cửa hàng", "a.jpg", [JPG])
    spending = actions.spend(fund=fund, paid=paid, key="s", by=head, at=now)
    with pytest.raises(Exception, match="người giữ quỹ không tự duyệt"):
        actions.approve(spending=spending, by=both)


def test_a_wrong_receipt_is_struck_through_on_its_page_and_stays(browser, treasurer, front, fund, books):
    receipt = books.receive()
    url = at("cancel-receipt", fund, receipt.pk)
    assert browser(treasurer.actor).get(url).status_code == 403
    client = browser(front)
    data = {**keyed(client, url), "reason": "Ghi nhầm hộ"}
    assert client.post(url, data).status_code == client.post(url, data).status_code == 302
    text = client.get(at("rows", fund)).content.decode()
    assert "<s>" in text
    assert "Ghi nhầm hộ" in text
    assert queries.figures(fund).left == 0


def test_relief_is_written_by_the_head_and_its_ground_stays_inside(browser, head, front, fund):
    household = fund.village.households.order_by("code")[0]
    url = at("relieve", fund, household.pk)
    assert browser(front).get(url).status_code == 403
    client = browser(head)
    assert client.post(url, {**keyed(client, url), "level": "0", "ground": "poor"}).status_code == 302
    assert Relief.objects.get().level == 0
    public = browser().get(reverse("funds:public", args=[fund.village.code, fund.pk])).content.decode()
    assert "hộ nghèo, cận nghèo" not in public


def test_a_month_is_stated_once_it_is_over_and_printed(browser, treasurer, fund, books, monkeypatch):
    books.receive(on=date(2026, 3, 25))
    client, url = browser(treasurer.actor), at("state", fund)
    assert [each.url for each in queries.waiting_in_funds(treasurer.actor, TODAY)] == [url]
    data = {**keyed(client, url), "month": "2026-03"}
    done = client.post(url, data)
    assert client.post(url, data).status_code == 422  # the month is no longer offered
    statement = Statement.objects.get()
    assert done.url == at("statement", fund, statement.pk)
    assert list(queries.waiting_in_funds(treasurer.actor, TODAY)) == []
    assert "Thu chi tháng 03/2026" in client.get(done.url).content.decode()
    assert "Ba trăm nghìn đồng".lower() in client.get(at("statement-paper", fund, statement.pk, "in")).content.decode()
    assert client.get(at("statement-paper", fund, statement.pk, "docx")).content[:2] == b"PK"
    monkeypatch.setattr("dienhong.documents.views.render_pdf", lambda made: b"%PDF")
    assert client.get(at("statement-paper", fund, statement.pk, "pdf")).content == b"%PDF"
    assert client.get(at("statement-paper", fund, statement.pk, "exe")).status_code == 404
    code = queries.code_of_statement(statement).code
    assert browser().get(reverse("documents:follow", args=[code])).url == reverse(
        "funds:public", args=[fund.village.code, fund.pk]
    )


def test_a_fund_is_closed_on_its_page(browser, head, fund, books):
    receipt = books.receive()
    client, url = browser(head), at("close", fund)
    refused = client.post(url, keyed(client, url))
    assert refused.status_code == 422
    assert "300.000 đồng" in refused.content.decode()
    books.spent(LEVEL)
    done = client.post(url, keyed(client, url))
    assert done.status_code == 302
    text = client.get(at("fund", fund)).content.decode()
    assert "đã quyết toán" in text
    assert at("choose", fund) in text
    assert f'{at("spend", fund)}"' not in text
    assert client.get(at("receipt", fund, receipt.pk)).status_code == 200


def test_paper_of_a_receipt_has_words_and_code(browser, treasurer, fund, books):
    receipt = books.receive()
    client = browser(treasurer.actor)
    text = client.get(at("receipt-paper", fund, receipt.pk, "in")).content.decode()
    assert "Ba trăm nghìn đồng" in text
    assert queries.code_of(receipt).code[:5] in text
    assert client.get(at("receipt-paper", fund, receipt.pk, "docx")).content[:2] == b"PK"


def test_without_pango_the_pdf_is_refused_in_words(browser, treasurer, fund, books, monkeypatch):
    def missing(made):
        raise pdf.PdfUnavailable

    receipt = books.receive()
    monkeypatch.setattr("dienhong.documents.views.render_pdf", missing)
    page = browser(treasurer.actor).get(at("receipt-paper", fund, receipt.pk, "pdf"))
    assert "DOCX" in page.content.decode()


def test_everybody_reads_sums_and_nobody_is_named(browser, fund, books, front):
    books.receive(payer="Đông Hạ 1")
    books.receive(50_000, giver="Ông Vừ A Sử")
    seen = books.spent(100_000, photo=[taken("JPEG")])
    unseen = books.spend(1_000, words="Mua đinh")
    visitor = browser()
    index = visitor.get(reverse("funds:index")).content.decode()
    assert reverse("funds:village", args=[fund.village.code]) in index
    assert fund.purpose in visitor.get(reverse("funds:village", args=[fund.village.code])).content.decode()
    text = visitor.get(reverse("funds:public", args=[fund.village.code, fund.pk])).content.decode()
    assert "350.000 đồng" in text
    assert "1/9" in text
    assert "Mua xi măng" in text
    assert "Mua đinh" not in text
    for name in ("Hồng Phát", "Vừ A Sử", "Cầm Thị Ngân"):
        assert name not in text
    assert not NAMES.search(text)
    shown = reverse("funds:public-photo", args=[fund.village.code, fund.pk, seen.pk])
    photo = visitor.get(shown)
    assert photo["Content-Type"] == "image/jpeg"
    assert (b"Exif" in photo.content, b"Exif" in taken("JPEG")) == (False, True)
    kept = browser(front).get(at("photo", fund, seen.pk))
    assert b"".join(kept.streaming_content) == taken("JPEG")  # who works on it sees the file as it came
    hidden = reverse("funds:public-photo", args=[fund.village.code, fund.pk, unseen.pk])
    assert visitor.get(hidden).status_code == 404


def test_villages_with_funds_are_found_by_name_and_come_page_by_page(browser, fund):
    visitor, index = browser(), reverse("funds:index")
    village = reverse("funds:village", args=[fund.village.code])
    assert village in visitor.get(index, {"tim": "dong ha ben say"}).content.decode()
    assert "Không có thôn, xã nào" in visitor.get(index, {"tim": "xyz"}).content.decode()
    assert village in visitor.get(index, {"trang": "99"}).content.decode()  # the last page there is


def test_who_holds_a_receipt_finds_it_and_a_wrong_code_tells_nothing(browser, fund, books, front):
    first = books.receive(100_000, payer="Đông Hạ 1")
    books.receive(200_000, payer="Đông Hạ 1")
    visitor = browser()
    code = queries.code_of(first).code
    held = visitor.get(reverse("documents:follow", args=[code])).url
    assert held == reverse("funds:held", args=[code])
    assert visitor.get(reverse("funds:index"), {"ma": f"{code[:5].lower()} {code[5:]}"}).url == held
    page = visitor.get(held)
    text = page.content.decode()
    assert "300.000 trong 300.000 đồng" in text
    assert not NAMES.search(text)
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    other = PrintedForm.objects.create(code="2" * 10, kind="report", subject="x:1", path="/", locality="ben-say")
    answers = [visitor.get(reverse("funds:held", args=[typed])) for typed in ("X" * 10, other.code, "1")]
    assert {each.status_code for each in answers} == {404}
    actions.cancel_receipt(receipt=first, reason="Ghi nhầm", by=front)
    assert "đã bị hủy" in visitor.get(held).content.decode()


def test_codes_are_not_found_by_trying(browser, fund, books, monkeypatch):
    monkeypatch.setattr(limits, "CODES_TRIED", (3, 600))
    receipt = books.receive()
    visitor = browser()
    statuses = [visitor.get(reverse("funds:held", args=["X" * 10])).status_code for _each in range(4)]
    assert statuses == [404, 404, 404, 429]
    assert visitor.get(reverse("funds:held", args=[queries.code_of(receipt).code])).status_code == 429


PAGES = ("fund", "rows", "choose", "spend", "gift", "state", "book", "close")


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.VILLAGE_HEAD, set(PAGES)),
        (Role.FRONT, {"fund", "rows", "choose"}),
        (Role.INSPECTOR, {"fund", "rows", "choose"}),
        (Role.OFFICER, {"fund", "rows", "choose"}),
        (None, {"fund", "rows", "choose", "spend", "gift", "state"}),
    ],
)
def test_each_does_their_own_part(browser, fund, village, treasurer, role, allowed):
    client = browser(treasurer.actor if role is None else actor_in(village, role))
    opened = {name for name in PAGES if client.get(at(name, fund)).status_code == 200}
    assert opened == allowed
    assert {client.get(at(name, fund)).status_code for name in set(PAGES) - allowed} <= {403}
    assert client.get(reverse("funds:desk")).status_code == 200


def test_another_commune_and_a_visitor_learn_nothing(browser, fund, books, matter, stranger):
    receipt, spending = books.receive(), books.spend(1_000)
    addresses = [at(name, fund) for name in PAGES] + [
        at("receipt", fund, receipt.pk),
        at("cancel-receipt", fund, receipt.pk),
        at("receipt-paper", fund, receipt.pk, "docx"),
        at("spending", fund, spending.pk),
        at("photo", fund, spending.pk),
        at("receive", fund, receipt.household_id),
        at("relieve", fund, receipt.household_id),
        reverse("funds:open", args=[matter.pk]),
    ]
    for client in (browser(stranger), browser()):
        for address in addresses:
            assert client.get(address).status_code == 404, address
            assert client.post(address, {}).status_code == 404, address
    assert browser().get(reverse("funds:desk")).status_code == 302
    led = browser(actor_in(fund.village.parent, Role.REPORTER)).get(reverse("funds:desk"))
    assert (led.status_code, led.url) == (302, reverse("funds:index"))


def test_every_row_is_in_the_file_and_no_cell_is_a_formula(browser, fund, books, front):
    receipt = books.receive(payer="=1+1")
    actions.cancel_receipt(receipt=receipt, reason="Ghi nhầm", by=front)
    books.receive()
    books.spent(10_000)
    client = browser(front)
    lines = client.get(at("rows", fund), {"tep": "csv"}).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 4
    assert "'=1+1" in lines[1]
    assert "Ghi nhầm" in lines[1]
    assert client.get(at("rows", fund), {"tep": "xlsx"}).content[:2] == b"PK"


@pytest.mark.parametrize("number", [1, 9])
def test_pages_ask_few_questions_however_much_there_is(
    browser, fund, books, front, number, django_assert_max_num_queries
):
    for each in range(1, number + 1):
        books.receive(number=each)
        books.spent(1_000)
    client, visitor = browser(front), browser()
    public = reverse("funds:public", args=[fund.village.code, fund.pk])
    for who, url, most in ((client, at("fund", fund), 13), (client, at("choose", fund), 9), (visitor, public, 9)):
        who.get(url)
        with django_assert_max_num_queries(most):
            who.get(url)
