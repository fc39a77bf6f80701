"""A commune carries out its resolution: document in, proposals confirmed, plan, evidence, figures, report out.

Everything is done through the pages, by the people whose work it is. Only the registers are entered beforehand.
"""

import os
from pathlib import Path

import docx
import pytest

from dienhong.foundations import clock
from dienhong.sample import commune
from tests.journeys.desk import Desk
from tests.journeys.year import seal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RESOLUTION = Path(__file__).with_name("nghi-quyet-ben-say.txt")
DOCUMENTS = os.environ.get("DIENHONG_DOCUMENTS", "")
THIS_YEAR = str(clock.legal_day(clock.read()).year)
MOST_PROPOSALS = 60


@pytest.fixture
def accounts(db):
    return {each.username: each for each in commune.build()[1]}


@pytest.fixture
def photo(tmp_path):
    """A picture as a telephone takes it; the name and one byte tell two of them apart."""

    def take(name):
        path = tmp_path / f"{name}.jpg"
        path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + name.encode())
        return path

    return take


def as_word(text, folder, name):
    """The same lines as a Word document."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    path = folder / f"{name}.docx"
    document.save(path)
    return path


def bring_in(desk, path):
    """Upload, then wait until the text is read. Returns the address of the resolution."""
    desk.go("/nghi-quyet/")
    desk.follow("Thêm nghị quyết")
    desk.page.locator("#id_file").set_input_files(path)
    with desk.page.expect_navigation():
        desk.page.locator("main form button:not([type=button])").last.click()
    desk.page.locator("main").get_by_role("link", name="Rà soát").wait_for()
    return desk.address()


def confirm_by_keyboard(desk, *, most, reject=""):
    """Press x on each proposal, b on the one that says `reject`, until nothing waits or `most` were decided."""
    desk.follow("Rà soát")
    for done in range(most):
        waiting = desk.page.locator("[data-item]:has([data-key=x])")
        if not waiting.count():
            return done
        focused = desk.page.evaluate("document.activeElement.closest('[data-item]')?.innerText ?? ''")
        assert focused, "the page puts the keyboard on the proposal that waits"
        with desk.page.expect_navigation():
            desk.page.keyboard.press("b" if reject and reject in focused else "x")
    return most


def confirm_the_rest(desk, address):
    """Article by article."""
    for _article in range(MOST_PROPOSALS):
        desk.go(f"{address}ra-soat/")
        button = desk.page.locator("main").get_by_role("button", name="Xác nhận cả")
        if not button.count():
            return
        with desk.page.expect_navigation():
            button.click()


def mark_without_duty(desk, address):
    """Every provision that asks nothing of anybody gets an officer's word."""
    for _provision in range(MOST_PROPOSALS):
        desk.go(f"{address}chua-ai-xem/")
        link = desk.page.locator("main").get_by_role("link", name="không giao việc")
        if not link.count():
            return
        link.first.click()
        desk.press("Ghi")


def open_programme(desk, address):
    desk.go(address)
    desk.press("Công khai nghị quyết")
    assert "công khai" in desk.said()
    desk.follow("Mở chương trình thực hiện")
    desk.press("Mở chương trình")
    assert "Đã mở chương trình" in desk.said()
    return desk.address()


def assign_all_duties(desk, programme):
    """Each duty to every organization and village, until none is without a bearer."""
    desk.go(programme)
    duties = desk.page.locator("#bang-nhiem-vu tbody a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    for duty in duties:
        desk.go(f"{duty}giao/")
        desk.page.locator("main").get_by_label("Giao cho").select_option("all")
        desk.press("Giao việc")
        assert "Đã giao thêm cho" in desk.said()
    return len(duties)


def make_plan(desk, programme, folder):
    """The plan of the year, and the paper that comes of it."""
    desk.go(f"{programme}ke-hoach/")
    desk.press("Lập kế hoạch năm")
    assert "việc" in desk.said()
    paper = docx.Document(desk.download("Tải DOCX", folder))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert any("khoản 1 Điều 2" in text for text in [*cells, *(line.text for line in paper.paragraphs)])


def report(desk, unit, kind, title, picture, **fields):
    """A unit reports a piece of work with a photograph, from its own page. `fields`: what this kind asks besides."""
    desk.go("/viec-cua-toi/")
    desk.follow(unit)
    desk.follow(kind)
    desk.fill("Việc đã làm", title)
    for name, value in fields.items():
        desk.page.locator(f"[name=x_{name}]").evaluate("(field, value) => { field.value = value; }", value)
    desk.page.locator("main input[type=file]").set_input_files(picture)
    desk.press("Gửi báo cáo")
    assert desk.heading() == title


def decide(desk, title, *, reason=""):
    """The officer opens a record that waits, and accepts it or sends it back with a reason."""
    desk.go("/viec-cua-toi/")
    desk.follow(title)
    if reason:
        desk.fill("Lý do trả lại", reason)
        desk.press("Trả lại")
    else:
        desk.press("Chấp nhận")


def figures(desk, path):
    """The two targets as the page shows them: bodies with rules, villages with a reviewed convention."""
    desk.go(path)
    return desk.figures()[:2]


def issue_report(desk, folder):
    """The yearly report: words by the officer, figures by the records, number and signer at the end."""
    desk.go("/bao-cao/")
    desk.follow("Lập báo cáo")
    desk.page.get_by_label("Kỳ báo cáo").select_option(value=f"{THIS_YEAR}/1/year")
    desk.press("Lập báo cáo")
    draft = desk.address()
    desk.follow("Viết")
    desk.fill("Nội dung", "Trường học, trạm y tế và thôn Đông Hạ đã ban hành quy chế và rà soát hương ước.")
    desk.press("Lưu")
    desk.follow("Ban hành")
    desk.fill("Số văn bản", "118")
    desk.fill("Họ và tên người ký", "Hồ Văn Lành")
    desk.press("Ban hành")
    assert "Đã ban hành" in desk.said()
    paper = docx.Document(desk.download("Tải DOCX", folder))
    words = "\n".join(line.text for line in paper.paragraphs)
    assert "ban hành quy chế và rà soát hương ước" in words
    return draft


def test_a_commune_carries_out_its_resolution_for_a_year(visit, accounts, photo, tmp_path):
    officer = Desk(visit, accounts["can-bo"])
    resolution = bring_in(officer, RESOLUTION)
    assert confirm_by_keyboard(officer, most=MOST_PROPOSALS, reject="việc chung của cả xã") == 5
    mark_without_duty(officer, resolution)
    programme = open_programme(officer, resolution)
    assert assign_all_duties(officer, programme) == 2
    make_plan(officer, programme, tmp_path)
    officer.go(programme)
    officer.press("Công khai tiến độ")
    progress = officer.address()
    assert figures(officer, programme) == ["0/11", "0/8"]

    school = Desk(visit, accounts["thcs"])
    health = Desk(visit, accounts["y-te"])
    head = Desk(visit, accounts["dong-ha"], width=360)
    rules, review = "Ban hành quy chế thực hiện dân chủ", "Rà soát hương ước, quy ước"
    report(school, "Trường THCS Bến Sậy", rules, "Quy chế dân chủ của trường", photo("truong"), number="05/QC-THCS")
    report(health, "Trạm Y tế xã Bến Sậy", rules, "Quy chế dân chủ của trạm", photo("tram"), number="02/QC-TYT")
    report(head, "Thôn Đông Hạ", review, "Họp thôn rà soát hương ước", photo("thon"), outcome="kept")
    assert figures(officer, programme) == ["0/11", "0/8"], "what nobody has checked does not count"

    decide(officer, "Quy chế dân chủ của trường")
    decide(officer, "Họp thôn rà soát hương ước")
    decide(officer, "Quy chế dân chủ của trạm", reason="Thiếu trang có chữ ký. Chụp thêm trang cuối.")
    assert figures(officer, programme) == ["1/11", "1/8"]

    health.go("/viec-cua-toi/")
    assert "Thiếu trang có chữ ký" in health.page.locator("main").inner_text()
    health.follow("Quy chế dân chủ của trạm")
    health.follow("Gửi bản sửa")
    health.page.locator("main input[type=file]").set_input_files([photo("tram-trang-cuoi")])
    health.press("Gửi báo cáo")
    decide(officer, "Quy chế dân chủ của trạm")
    assert figures(officer, programme) == figures(officer, progress) == ["2/11", "1/8"]

    issued = issue_report(officer, tmp_path)
    seal(clock.read())
    read_as_a_citizen(visit, progress, issued, "2/11")


def read_as_a_citizen(visit, progress, issued, figure):
    """Without an account and without scripts: the resolution, how far it is, the report, the ledger, the code."""
    page = visit("/", width=360, script=False)
    main = page.locator("main")
    base = page.url.rstrip("/")
    main.get_by_role("link", name="được biết, được bàn và được kiểm tra").click()
    assert "03/2026/NQ-HĐND" in main.inner_text()
    page.locator("noscript a, main a", has_text="thực hiện đến đâu").first.click()
    assert page.url == base + progress
    assert page.locator(".dh-figure__value").first.inner_text() == figure
    page.goto(f"{base}/giam-sat/")
    main.get_by_role("link", name="Báo cáo đã ban hành").click()
    main.locator("tbody a").first.click()
    assert page.url == base + issued
    main.get_by_role("link", name="Trang in").click()
    code = page.locator(".trace-code").inner_text().partition(":")[2].strip()
    page.goto(f"{base}/")
    page.get_by_role("link", name="Tra mã in trên giấy").click()
    main.locator("input[name=code]").fill(code)
    main.get_by_role("button").first.click()
    assert page.url == base + issued
    page.get_by_role("link", name="Sổ cái công khai").click()
    main.get_by_role("link", name="xã Bến Sậy", exact=True).click()
    assert "báo cáo" in main.locator("tbody").inner_text().lower()


REAL = sorted(Path(DOCUMENTS).glob("*.txt")) if DOCUMENTS else []


@pytest.mark.documents
@pytest.mark.skipif(not REAL, reason="DIENHONG_DOCUMENTS is not set: the five council resolutions are not tried")
@pytest.mark.parametrize("form", ["txt", "docx"])
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_resolution_becomes_a_programme(visit, accounts, tmp_path, path, form):
    officer = Desk(visit, accounts["can-bo"])
    file = path if form == "txt" else as_word(path.read_text(), tmp_path, path.stem)
    resolution = bring_in(officer, file)
    assert confirm_by_keyboard(officer, most=3) == 3
    confirm_the_rest(officer, resolution)
    officer.go(resolution)
    assert "Không còn đề xuất nào chờ duyệt" in officer.page.locator("main").inner_text()
