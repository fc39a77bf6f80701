"""The plan, the quarterly list and the report: what is frozen, who signs, that nothing signed changes."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from dienhong.disclosures import actions, differences, papers, queries, snapshots
from dienhong.disclosures.actions import Hung, Reviewed, Signature
from dienhong.disclosures.models import Delivery, Disclosure, Hanging, Statement, TakenDown
from dienhong.documents import rendered
from dienhong.documents.official import Table
from dienhong.documents.word import render_docx
from dienhong.foundations import events
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.notifications.models import Notice
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
JULY = datetime(2026, 7, 3, 3, 0, tzinfo=UTC)
ON = date(2026, 7, 3)
SECOND = Period(2026, 2, Every.QUARTER)
FIRST_HALF = Period(2026, 1, Every.HALF_YEAR)


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch):
    monkeypatch.setattr(rendered, "render_pdf", lambda document: b"%PDF " + render_docx(document))


def given(number=57, dated=ON, sign="TB-UBND", **rest):
    return Signature(number, sign, dated, rest.get("post", "Chủ tịch"), rest.get("name", "Hồ Văn Lành"))


@pytest.fixture
def chair(commune):
    return places.actor(commune.chair)


@pytest.fixture
def sign(plan, chair):
    """Signs as the chair in July, what is not said filled in."""

    def the_list(*, signature=None, reason="", key=None, seen=None, by=chair, number=2, at=JULY):
        period = Period(2026, number, Every.QUARTER)
        draft = actions.review(plan, Statement.Kind.LIST, period, on=ON)
        reviewed = Reviewed(seen or draft.snapshot_hash, key or str(uuid4()), reason)
        return actions.sign_list(plan=plan, number=number, given=signature or given(), reviewed=reviewed, by=by, at=at)

    def the_plan(*, signature=None, reason="", key=None, by=chair):
        draft = actions.review(plan, Statement.Kind.PLAN, queries.year_of(plan), on=ON)
        reviewed = Reviewed(draft.snapshot_hash, key or str(uuid4()), reason)
        signature = signature or given(5, date(2026, 1, 12), "KH-UBND")
        return actions.sign_plan(plan=plan, given=signature, reviewed=reviewed, by=by, at=JULY)

    def the_report(report, *, signature=None, by=chair, at=JULY):
        return actions.sign_report(statement=report, given=signature or given(sign="BC-UBND"), by=by, at=at)

    return SimpleNamespace(list=the_list, plan=the_plan, report=the_report)


@pytest.fixture
def report(plan, officer):
    return actions.open_report(
        plan=plan, period=FIRST_HALF, session_on=date(2026, 7, 21), key="bc", by=officer, at=JULY
    )


def finished(statement):
    return actions.finish_statement(statement_id=statement.pk, at=JULY)


# --- the quarterly list


def test_the_list_holds_what_was_disclosed_in_the_quarter_with_ways_place_and_time(desk, sign):
    found = desk.open()
    desk.record(found, "posting", places=("office", "cultural-house"))
    signed = sign.list()
    (row,) = signed.snapshot["rows"]
    assert (row["code"], row["title"]) == ("11.2.1", "Dự toán ngân sách năm 2026")
    assert [(each["where"], each["from"], each["until"]) for each in row["lines"]] == [
        ("Trụ sở Hội đồng nhân dân, Ủy ban nhân dân", "2026-05-20", "2026-06-20"),
        ("Nhà văn hóa ở các thôn", "2026-05-20", "2026-06-20"),
    ]
    assert signed.snapshot_hash == snapshots.hash_of(signed.snapshot)
    (table,) = [block for block in papers.document_of(signed).blocks if isinstance(block, Table)]
    (printed,) = table.rows
    assert printed.cells[1] == "Dự toán ngân sách năm 2026"
    assert "từ 20/05/2026, không gỡ trước 20/06/2026" in printed.cells[2]


def test_what_was_disclosed_in_another_quarter_is_not_in_it(desk, plan):
    desk.record(desk.open())
    first = actions.review(plan, Statement.Kind.LIST, Period(2026, 1, Every.QUARTER), on=ON)
    assert first.snapshot["rows"] == []
    assert "không ghi nhận nội dung nào" in "".join(
        block.text for block in papers.document_of(first).blocks if hasattr(block, "text")
    )


def test_a_list_is_signed_once_however_often_it_is_sent(desk, sign):
    desk.record(desk.open())
    first = sign.list(key="mot-lan")
    assert sign.list(key="mot-lan").pk == first.pk
    assert Statement.objects.count() == 1
    with pytest.raises(Refused, match="không ký lần hai"):
        sign.list(key="mot-lan", signature=given(58))
    with pytest.raises(Refused, match="thì ghi lý do"):
        sign.list(signature=given(58))
    assert Entry.objects.filter(kind="statement.signed").count() == 1


def test_a_correction_is_a_new_version_with_its_reason_and_both_are_kept(desk, sign):
    desk.record(desk.open())
    first = finished(sign.list())
    again = sign.list(signature=given(60), reason="Ghi thiếu buổi phát thanh.")
    assert (again.version, again.snapshot["replaces"]) == (2, {"number": "57/TB-UBND", "dated": "2026-07-03"})
    assert [each.version for each in queries.versions(again, signed_only=False)] == [2, 1]
    words = "".join(str(block.text) for block in papers.document_of(again).blocks if hasattr(block, "text"))
    assert "thay thế Thông báo số 57/TB-UBND ngày 03 tháng 7 năm 2026" in words
    assert "Ghi thiếu buổi phát thanh" in words
    first.refresh_from_db()
    assert first.stage == "issued"


def test_what_changed_while_the_chair_was_reading_is_not_signed_unseen(desk, sign, plan):
    seen = actions.review(plan, Statement.Kind.LIST, SECOND, on=ON).snapshot_hash
    desk.record(desk.open())
    with pytest.raises(Refused, match="vừa thay đổi"):
        sign.list(seen=seen)
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    ("signature", "why"),
    [
        (given(dated=date(2026, 7, 4)), "sau hôm nay"),
        (given(dated=date(2026, 6, 30)), "sau ngày cuối quý"),
        (given(name=" "), "họ tên người ký"),
        (given(sign=" "), "ký hiệu"),
    ],
)
def test_a_wrong_signature_is_refused_with_what_to_do(sign, signature, why):
    with pytest.raises(Refused, match=why):
        sign.list(signature=signature)


def test_a_quarter_that_is_not_over_has_no_list(sign):
    with pytest.raises(Refused, match="chưa kết thúc"):
        sign.list(number=3)
    with pytest.raises(Refused, match="chưa kết thúc"):
        sign.list(number=2, at=datetime(2026, 6, 30, 16, 59, tzinfo=UTC))  # 23:59 of the last day


def test_a_number_stands_once_in_the_register_of_a_year(sign):
    sign.list(number=1)
    with pytest.raises(Refused, match="Số này đã dùng"):
        sign.list()
    assert sign.list(signature=given(58)).number == 58


def test_a_key_of_one_paper_opens_no_other(sign):
    sign.list(key="k")
    with pytest.raises(Refused, match="văn bản khác"):
        sign.list(number=1, key="k", signature=given(58))


def test_who_signs(sign, commune, neighbour, officer):
    for user in (commune.officer, commune.reporter, commune.front_member, commune.inspector, commune.delegate):
        with pytest.raises((NotAllowed, NotFound)):
            sign.list(by=places.actor(user))
    with pytest.raises(NotFound):
        sign.list(by=places.actor(neighbour.chair))
    over = places.account("Chủ tịch tỉnh", commune.place.parent, "chair")
    with pytest.raises(NotAllowed):
        sign.list(by=places.actor(over))
    assert not Statement.objects.exists()


def test_an_agency_has_a_plan_to_sign_and_no_list(commune, officer):
    unit = actions.draft_plan(organization=commune.school, year=2026, has_portal=False, has_radio=False, by=officer)
    head = places.actor(places.account("Hiệu trưởng", commune.place, "chair", commune.school))
    with pytest.raises(Refused, match="chính quyền cấp xã"):
        actions.sign_list(plan=unit, number=1, given=given(), reviewed=Reviewed("x", "k"), by=head, at=JULY)
    draft = actions.review(unit, Statement.Kind.PLAN, queries.year_of(unit), on=ON)
    signed = actions.sign_plan(
        plan=unit,
        given=given(3, ON, "KH-THAL", post="Hiệu trưởng"),
        reviewed=Reviewed(draft.snapshot_hash, "k"),
        by=head,
        at=JULY,
    )
    document = papers.document_of(finished(signed))
    assert document.issuer.name == (commune.school.name,)
    assert document.signer.authority == ()
    with pytest.raises(NotFound):
        queries.statement(signed.pk, places.actor(commune.head))
    assert queries.statement(signed.pk, head).pk == signed.pk


# --- what changes afterwards


def test_a_fact_that_changes_after_signing_is_said_and_the_paper_stays(desk, sign, officer):
    found = desk.open()
    desk.record(found)
    signed = sign.list()
    assert differences.since_signed(signed, on=ON) == []
    desk.record(found, "posting", places=("office",))
    other = desk.open("11.3.1", "Đường liên thôn")
    desk.record(other)
    actions.withdraw(
        disclosure=found,
        reason="Nhầm",
        signer_post="Chủ tịch",
        signer_name="A",
        is_owed_again=True,
        by=officer,
        on=places.ON,
    )
    before = signed.snapshot_hash
    said = differences.since_signed(Statement.objects.get(pk=signed.pk), on=ON)
    way = "Đăng cổng, trang thông tin điện tử của xã"
    assert said == [
        "11.2.1: nội dung đã được rút.",
        f"11.3.1 Đường liên thôn: ghi nhận thêm sau khi ký ({way}).",
    ]
    assert Statement.objects.get(pk=signed.pk).snapshot_hash == before


def test_a_board_that_comes_down_in_time_is_no_change_and_one_that_comes_down_early_is(desk, sign, officer):
    found = desk.open(since=date(2026, 5, 25), at=JULY)
    early, other = desk.record(found, "posting", places=("office", "cultural-house"), on=date(2026, 6, 25), at=JULY)
    signed = sign.list()
    august = datetime(2026, 8, 20, 3, 0, tzinfo=UTC)
    actions.remove(posting=other, claimed_on=date(2026, 8, 19), reason="", by=officer, at=august)
    assert differences.since_signed(signed, on=date(2026, 8, 20)) == []
    actions.remove(posting=early, claimed_on=date(2026, 7, 1), reason="Bão", by=officer, at=august)
    assert differences.since_signed(signed, on=date(2026, 8, 20)) == [
        "11.2.1 Dự toán ngân sách năm 2026: bị gỡ trước khi đủ ngày."
    ]


# --- append-only


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("snapshot", {}),
        ("snapshot_hash", "0" * 64),
        ("number", 99),
        ("signer_name", "Người khác"),
        ("stage", "draft"),
        ("reason", "khác"),
        ("narrative", {"next": "khác"}),
    ],
)
@pytest.mark.parametrize("is_finished", [False, True])
def test_a_signed_paper_changes_in_nothing_whoever_tries(sign, name, value, is_finished):
    signed = sign.list()
    if is_finished:
        finished(signed)
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.filter(pk=signed.pk).update(**{name: value})
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM disclosures_statement WHERE id = %s", [signed.pk])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="statements of SQLite")
@pytest.mark.parametrize("is_finished", [False, True])
@pytest.mark.parametrize("how", ["INSERT OR REPLACE", "UPDATE OR REPLACE"])
def test_no_other_row_takes_the_place_of_a_signed_paper(sign, report, how, is_finished):
    signed = finished(sign.list()) if is_finished else sign.list()
    names = [field.column for field in Statement._meta.concrete_fields]
    columns = ", ".join(names)
    taken = ", ".join("'x'" if name == "snapshot_hash" else name for name in names)
    statements = {
        "INSERT OR REPLACE": f"INSERT OR REPLACE INTO disclosures_statement ({columns}) SELECT {taken} "  # noqa: S608
        f"FROM disclosures_statement WHERE id = {signed.pk}",
        "UPDATE OR REPLACE": f"UPDATE OR REPLACE disclosures_statement SET key = '{signed.key}' WHERE id = {report.pk}",  # noqa: S608
    }
    with pytest.raises(IntegrityError, match="does not change"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statements[how])
    assert Statement.objects.get(pk=signed.pk).snapshot_hash == signed.snapshot_hash


def test_where_a_list_hung_and_when_a_report_was_handed_over_are_never_changed(sign, officer, report):
    listed = sign.list()
    actions.hang(statement=listed, hung=Hung(("office",), ON), key="h", by=officer, at=JULY)
    issued = finished(sign.report(actions.present(statement=report, by=officer)))
    actions.deliver(statement=issued, recipient="front", claimed_on=ON, received_by="", by=officer, at=JULY)
    actions.take_down(hanging=listed.hangings.get(), claimed_on=ON, reason="Mưa", by=officer, at=JULY)
    for model in (Hanging, TakenDown, Delivery):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(claimed_on=date(2026, 7, 1))
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - a name of ours


def test_the_files_are_made_once_and_the_ledger_holds_their_hashes(desk, sign):
    desk.record(desk.open())
    done = finished(sign.list())
    assert done.stage == "issued"
    assert finished(done).docx == done.docx
    entry = Entry.objects.get(kind="statement.issued")
    assert entry.payload.data["docx"] == done.docx.sha256
    assert entry.payload.data["snapshot"] == done.snapshot_hash
    assert done.trace["code"]


def test_signing_leaves_no_name_in_the_ledger(sign):
    sign.list()
    assert "Hồ Văn Lành" not in str(list(Entry.objects.values_list("payload__data", flat=True)))


# --- where the list hangs


def test_the_list_has_a_clock_of_its_own(sign, plan, officer):
    listed = sign.list()
    before = {each.number: each for each in queries.quarters(plan, on=ON)}
    assert before[2].due.result == date(2026, 7, 7)
    assert not before[2].is_late(date(2026, 7, 7))
    assert before[2].is_late(date(2026, 7, 8))
    places_hung = ("office", "cultural-house", "community-point")
    rows = actions.hang(statement=listed, hung=Hung(places_hung, ON), key="h", by=officer, at=JULY)
    assert actions.hang(statement=listed, hung=Hung(places_hung, ON), key="h", by=officer, at=JULY) == rows
    assert {each.stays_until for each in rows} == {date(2026, 8, 3)}
    (quarter,) = [each for each in queries.quarters(plan, on=date(2026, 8, 1)) if each.number == 2]
    assert (quarter.hung_on, quarter.is_late(date(2026, 8, 1))) == (ON, False)


@pytest.mark.parametrize(("days", "is_early"), [(-1, True), (0, False), (1, False)])
def test_that_a_list_came_down_is_kept_with_its_day_and_early_with_its_reason(sign, officer, days, is_early):
    [hanging] = actions.hang(statement=sign.list(), hung=Hung(("office",), ON), key="h", by=officer, at=JULY)
    given = {
        "hanging": hanging,
        "claimed_on": hanging.stays_until + timedelta(days=days),
        "by": officer,
        "at": JULY + timedelta(days=60),
    }
    if is_early:
        with pytest.raises(Refused, match="lý do"):
            actions.take_down(**given, reason=" ")
    taken = actions.take_down(**given, reason="Bảng hỏng" if is_early else "")
    assert taken.is_early is is_early
    assert actions.take_down(**given, reason="khác") == taken
    assert Entry.objects.filter(kind="statement.taken_down").count() == 1


def test_what_cannot_have_come_down_is_refused(sign, officer, neighbour):
    [hanging] = actions.hang(statement=sign.list(), hung=Hung(("office",), ON), key="h", by=officer, at=JULY)
    for day, why in ((ON - timedelta(days=1), "trước ngày niêm yết"), (ON + timedelta(days=1), "sau hôm nay")):
        with pytest.raises(Refused, match=why):
            actions.take_down(hanging=hanging, claimed_on=day, reason="x", by=officer, at=JULY)
    with pytest.raises(NotFound):
        actions.take_down(hanging=hanging, claimed_on=ON, reason="x", by=places.actor(neighbour.officer), at=JULY)
    with pytest.raises(Refused, match="hiện với mọi người"):
        actions.take_down(hanging=hanging, claimed_on=ON, reason="Gọi 0912 345 678", by=officer, at=JULY)


def test_a_list_that_another_one_stands_for_comes_down_without_a_reason(desk, sign, officer):
    [hanging] = actions.hang(statement=sign.list(), hung=Hung(("office",), ON), key="h", by=officer, at=JULY)
    desk.record(desk.open())
    sign.list(signature=given(58), reason="Bổ sung")
    assert not actions.take_down(hanging=hanging, claimed_on=ON, reason="", by=officer, at=JULY).is_early


# --- what a signed report starts


def test_a_signed_report_starts_one_clock_however_often_it_is_sent_and_made(sign, report, officer):
    presented = actions.present(statement=report, by=officer)
    for _time in range(2):
        signed = sign.report(presented)
        finished(signed)
        actions.make_files_again(statement=signed, by=officer)
    owed = Disclosure.objects.get()
    assert (owed.item.code, owed.begun_on, owed.source) == ("11.14", ON, f"disclosures.statement:{report.pk}")
    assert owed.title == "Báo cáo số 57/BC-UBND kết quả thực hiện công khai thông tin 6 tháng đầu năm 2026"
    assert Entry.objects.filter(kind="disclosure.started").count() == 1


def test_a_signed_list_or_plan_starts_none(sign):
    finished(sign.list())
    finished(sign.plan())
    assert not Disclosure.objects.exists()


def test_what_cannot_be_hung_is_refused(sign, officer, neighbour, report):
    listed = sign.list()
    cases = [
        (Hung((), ON), "nơi niêm yết"),
        (Hung(("nowhere",), ON), "nơi niêm yết"),
        (Hung(("office",), date(2026, 7, 2)), "trước ngày ký"),
        (Hung(("office",), date(2026, 7, 4)), "sau hôm nay"),
    ]
    for hung, why in cases:
        with pytest.raises(Refused, match=why):
            actions.hang(statement=listed, hung=hung, key=str(uuid4()), by=officer, at=JULY)
    elsewhere = Hung(("cultural-house",), ON, village=neighbour.villages[0])
    with pytest.raises(NotFound):
        actions.hang(statement=listed, hung=elsewhere, key="x", by=officer, at=JULY)
    with pytest.raises(Refused, match="ký xong"):
        actions.hang(statement=report, hung=Hung(("office",), ON), key="y", by=officer, at=JULY)


# --- the plan


def test_the_plan_names_content_ways_time_length_and_who(plan, officer, sign, commune):
    item = plan.items.get(code="11.7.1")
    post = commune.officer.person.posts.get()
    actions.own(item=item, owner=post, by=officer)
    signed = sign.plan()
    row = next(each for each in signed.snapshot["items"] if each["code"] == "11.7.1")
    assert row["owner"] == post.title
    assert row["due"] == "5 ngày làm việc từ ngày ký"
    assert row["stays"] == "niêm yết ít nhất 30 ngày liên tục; phát thanh ít nhất 3 ngày liên tục"
    assert "phát truyền thanh xã" in row["forms"]
    kept = next(each for each in signed.snapshot["items"] if each["code"] == "11.13.1")
    assert kept["stays"] == "niêm yết thường xuyên, cập nhật khi có thay đổi"
    (annex,) = papers.document_of(signed).annexes
    assert annex.landscape
    (sheet,) = papers.sheets_of(signed)
    assert len(sheet.table.rows) == plan.items.count()


def test_local_additions_are_edited_until_the_plan_is_signed(plan, officer, sign):
    added = actions.add_local(plan=plan, label="Quỹ thôn", clause="Điều 4 Quy chế", number=5, by=officer)
    mended = actions.edit_local(item=added, label="Quỹ của thôn", clause="Điều 5 Quy chế", number=5, by=officer)
    assert mended.label == "Quỹ của thôn"
    with pytest.raises(Refused, match="danh mục của Luật"):
        actions.edit_local(item=plan.items.get(code="11.7.1"), label="a", clause="b", number=7, by=officer)
    signed = sign.plan()
    with pytest.raises(Refused, match="đã có trong kế hoạch đã ký"):
        actions.edit_local(item=mended, label="Khác", clause="Điều 5", number=5, by=officer)
    later = actions.add_local(plan=plan, label="Quỹ mới", clause="Điều 6 Quy chế", number=5, by=officer)
    assert actions.edit_local(item=later, label="Quỹ mới 2", clause="Điều 6", number=5, by=officer).label == "Quỹ mới 2"
    assert differences.since_signed(signed, on=ON) == ["Đã bổ sung: dp.2 Quỹ mới 2."]
    again = sign.plan(signature=given(9, ON, "KH-UBND"), reason="Bổ sung quỹ mới")
    assert again.version == 2
    assert differences.since_signed(again, on=ON) == []


# --- the report


def test_the_report_counts_what_was_due_and_names_what_is_overdue_with_its_reason(desk, plan, officer):
    out = desk.open()
    desk.record(out)
    desk.record(out, "posting", places=("office", "cultural-house", "community-point"))
    waiting = desk.open("11.3.1", "Quy hoạch khu dân cư")
    actions.hold(disclosure=waiting, waits_for="Sở Xây dựng phê duyệt", by=officer)
    actions.start_periods_of(plan=plan, on=date(2026, 4, 2), first=date(2026, 3, 1))
    shot = snapshots.of_report(plan, FIRST_HALF, on=ON)
    assert shot["totals"]["on_time"] == 1
    assert shot["totals"]["unknown"] == sum(shot["totals"].values()) - 1 >= 2
    owed = next(each for each in shot["overdue"] if each["code"] == "11.3.1")
    assert owed["waits_for"] == "Sở Xây dựng phê duyệt"
    assert owed["title"] == waiting.item.label  # its own name is not out yet
    assert any(each["code"] == "11.2.3" for each in shot["overdue"])  # a clock that runs without content
    assert shot["villages"] == 3


def test_what_is_owed_from_an_earlier_period_is_named_and_not_counted_again(desk, plan):
    desk.open()
    shot = snapshots.of_report(plan, Period(2026, 2, Every.HALF_YEAR), on=ON)
    assert sum(shot["totals"].values()) == 0
    (owed,) = shot["overdue"]
    assert owed["carried"]


def test_from_draft_to_the_council(report, plan, officer, chair, sign, commune):
    assert (report.due["result"], report.session_on) == ("2026-07-21", date(2026, 7, 21))
    assert actions.open_report(
        plan=plan, period=FIRST_HALF, session_on=ON, key="khac", by=officer, at=JULY
    ).pk == report.pk  # fmt: skip
    actions.write(statement=report, section="next", text="Làm tiếp", edition=0, by=officer)
    with pytest.raises(Refused, match="vừa sửa"):
        actions.write(statement=report, section="next", text="Khác", edition=0, by=officer)
    with pytest.raises(Refused, match="đang soạn"):
        sign.report(report)
    actions.present(statement=report, by=officer)
    with pytest.raises(Refused, match="không sửa được"):
        actions.write(statement=report, section="next", text="Khác", edition=1, by=officer)
    with pytest.raises(Refused, match="cần sửa gì"):
        actions.give_back(statement=report, reason=" ", by=chair)
    actions.give_back(statement=report, reason="Thiếu kiến nghị", by=chair)
    actions.take_again(statement=report, by=officer, at=JULY)
    actions.present(statement=report, by=officer)
    with pytest.raises(Refused, match="trước ngày lấy số liệu"):
        sign.report(report, signature=given(dated=date(2026, 7, 2), sign="BC-UBND"))
    signed = sign.report(report)
    assert sign.report(report).pk == signed.pk
    with pytest.raises(Refused, match="không ký lần hai"):
        sign.report(report, signature=given(99, sign="BC-UBND"))
    issued = finished(signed)
    first = actions.deliver(statement=issued, recipient="front", claimed_on=ON, received_by="A", by=officer, at=JULY)
    again = actions.deliver(statement=issued, recipient="front", claimed_on=ON, received_by="B", by=officer, at=JULY)
    assert (again.pk, again.received_by) == (first.pk, "A")
    actions.deliver(statement=issued, recipient="council", claimed_on=ON, received_by="", by=officer, at=JULY)
    told = {(each.role, each.link) for each in Notice.objects.filter(key__startswith="statement:")}
    assert told == {(role, f"/cong-khai/van-ban/{issued.pk}/") for role in ("front", "delegate")}
    words = "".join(str(getattr(block, "text", "")) for block in papers.document_of(issued).blocks)
    assert "Làm tiếp" in words


def test_a_report_whose_files_are_not_made_yet_is_not_handed_over(report, officer, sign, monkeypatch):
    monkeypatch.setattr(events, "publish", lambda _kind, **_ids: None)
    signed = sign.report(actions.present(statement=report, by=officer))
    assert signed.stage == "issuing"
    with pytest.raises(Refused, match="dựng tệp xong"):
        actions.deliver(statement=signed, recipient="front", claimed_on=ON, received_by="", by=officer, at=JULY)
    asked = actions.make_files_again(statement=signed, by=officer)
    assert Entry.objects.filter(kind="statement.files_requested").count() == 1
    assert finished(asked).stage == "issued"


def test_a_session_before_the_results_is_refused(plan, officer):
    with pytest.raises(Refused, match="Kỳ họp"):
        actions.open_report(plan=plan, period=FIRST_HALF, session_on=date(2026, 6, 29), key="k", by=officer, at=JULY)


def test_a_report_that_was_wrong_is_replaced_and_both_are_kept(report, officer, sign):
    with pytest.raises(Refused, match="sửa trực tiếp"):
        actions.correct(statement=report, reason="Sai", key="k2", by=officer, at=JULY)
    issued = finished(sign.report(actions.present(statement=report, by=officer)))
    with pytest.raises(Refused, match="lý do"):
        actions.correct(statement=issued, reason=" ", key="k2", by=officer, at=JULY)
    fresh = actions.correct(statement=issued, reason="Sai số liệu", key="k2", by=officer, at=JULY)
    assert actions.correct(statement=issued, reason="Lần nữa", key="k3", by=officer, at=JULY).pk == fresh.pk
    assert (fresh.version, fresh.stage, fresh.snapshot["replaces"]["number"]) == (2, "draft", "57/BC-UBND")
    assert Statement.objects.get(pk=issued.pk).stage == "issued"


def test_only_its_officer_writes_and_a_neighbour_finds_nothing(report, neighbour, commune):
    with pytest.raises(NotFound):
        actions.present(statement=report, by=places.actor(neighbour.officer))
    with pytest.raises(NotAllowed):
        actions.present(statement=report, by=places.actor(commune.front_member))
    with pytest.raises(NotFound):
        queries.statement(report.pk, places.actor(neighbour.chair))
    for user in (commune.front_member, commune.delegate, commune.inspector):
        with pytest.raises(NotFound):
            queries.statement(report.pk, places.actor(user))  # a draft is not theirs yet


# --- what waits for the chair


def test_what_waits_for_the_chair_and_for_nobody_else(plan, desk, sign, officer, chair, commune, neighbour, report):
    desk.record(desk.open())
    waiting = [each.title for each in queries.to_sign(chair, on=ON)]
    assert "Kế hoạch công khai thông tin năm 2026" in waiting
    assert "Danh sách nội dung đã công khai quý II/2026" in waiting
    assert not any("Báo cáo" in each for each in waiting)
    actions.present(statement=report, by=officer)
    sign.plan()
    sign.list()
    waiting = [each.title for each in queries.to_sign(chair, on=ON)]
    assert waiting == ["Báo cáo kết quả công khai thông tin năm 2026"]
    for user in (commune.officer, commune.front_member, neighbour.chair):
        assert queries.to_sign(places.actor(user), on=ON) == []
    (line,) = queries.waiting_for_signature(chair, ON)
    assert line.url == f"/cong-khai/van-ban/{report.pk}/"


def test_a_deputy_signs_on_behalf_of_the_chair(sign):
    signed = sign.list(signature=given(post="Phó Chủ tịch"))
    assert papers.document_of(signed).signer.authority == ("TM. Ủy ban nhân dân", "KT. Chủ tịch")


def test_the_same_snapshot_gives_the_same_bytes(desk, sign):
    desk.record(desk.open())
    signed = sign.list()
    assert render_docx(papers.document_of(signed)) == render_docx(
        papers.document_of(Statement.objects.get(pk=signed.pk))
    )


# --- a title that was erased


@pytest.fixture
def named(desk):
    """A disclosure whose title names somebody, in the quarter's list."""
    found = desk.open(title="Hỗ trợ bà Lý Thị Sáu")
    desk.record(found)
    return found


def proposed(found, by, *, with_title=True):
    version = queries.newest(found)
    return actions.propose_erasure(version=version, ground="identity", with_title=with_title, by=by, on=ON)


def given_out(client, signed):
    """What everybody is given of a paper: its page, the page to print, its files."""
    base = f"/cong-khai/van-ban/{signed.pk}/"
    files = [client.get(f"{base}{each}") for each in ("in/", "tai/van-ban.docx", "tai/van-ban.xlsx", "tai/van-ban.pdf")]
    for each in files:
        assert b"".join(each)  # read to its end, which closes it
        each.close()
    return client.get(base).content.decode(), [each.status_code for each in files]


def test_a_signed_paper_that_prints_a_title_to_be_erased_is_given_to_nobody(named, sign, officer, commune):
    signed = finished(sign.list())
    page, codes = given_out(client_of(), signed)
    assert "Lý Thị Sáu" in page
    assert codes == [200] * 4
    proposal = proposed(named, officer)
    for who in (client_of(), client_of(commune.officer), client_of(commune.chair)):
        page, codes = given_out(who, signed)
        assert "Lý Thị Sáu" not in page
        assert codes == [404] * 4
        for stays in (signed.snapshot_hash[:32], "Hồ Văn Lành", "57/TB-UBND", officer.name):
            assert stays in page
    actions.decide_erasure(proposal=proposal, is_approved=True, by=places.actor(commune.chair))
    page, codes = given_out(client_of(), signed)
    assert ("Lý Thị Sáu" in page, codes) == (False, [404] * 4)
    assert Statement.objects.get(pk=signed.pk).snapshot_hash == signed.snapshot_hash


def test_decided_against_it_is_given_again(named, sign, officer, commune):
    signed = finished(sign.list())
    proposal = proposed(named, officer)
    actions.decide_erasure(
        proposal=proposal, is_approved=False, reason="Không phải", by=places.actor(commune.second_officer)
    )
    assert queries.withheld_by(signed) == []
    assert given_out(client_of(), signed)[1] == [200] * 4


def test_a_paper_that_stands_instead_prints_the_new_title(named, sign, officer, commune):
    finished(sign.list())
    proposal = proposed(named, officer)
    actions.decide_erasure(proposal=proposal, is_approved=True, by=places.actor(commune.chair))
    second = finished(sign.list(signature=given(58), reason="Xóa dữ liệu cá nhân"))
    page, codes = given_out(client_of(), second)
    assert ("Lý Thị Sáu" in page, codes) == (False, [200] * 4)


def test_another_disclosures_title_and_an_erased_text_withhold_nothing(named, desk, sign, officer):
    other = desk.open(title="Dự toán thu, chi")
    desk.record(other)
    signed = finished(sign.list())
    proposed(other, officer, with_title=False)
    proposed(desk.open(title="Nơi khác"), officer)
    assert queries.withheld_by(signed) == []
