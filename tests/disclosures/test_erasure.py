"""Personal data published by mistake: two people, nothing of it left, the ledger whole, and no other way to change."""

from uuid import uuid4

import pytest
from django.conf import settings as configured
from django.db import DatabaseError, connection, transaction
from django.db.models import Q

from dienhong.disclosures import actions, queries, triggers
from dienhong.disclosures.actions.repeating import repeat
from dienhong.disclosures.models import Disclosure, Erasure, Posting, Version, Withdrawal
from dienhong.documents import store
from dienhong.documents.models import StoredFile
from dienhong.foundations import clock
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger import audit
from dienhong.ledger.models import Entry, Payload
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.site import backup
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
SECRET = "Bà Lý Thị Sáu, căn cước 001085012345"
FILE = "Danh sách kèm theo: ông Hồ Văn Bảy, 0912 345 678".encode()
PROOF = b"\x89PNG anh bang tin co danh sach"


@pytest.fixture
def second(commune):
    return places.actor(commune.second_officer)


@pytest.fixture
def shown(desk, plan, officer):
    """A list that is out, with its file and the picture of the board."""
    content = desk.content(text=SECRET, file_name="danh-sach.txt", chunks=[FILE], event="QĐ hỗ trợ bà Lý Thị Sáu")
    made = actions.open_disclosure(
        item=plan.items.get(code="11.7.4"), title="Hỗ trợ bà Lý Thị Sáu", content=content, key="mo", by=officer,
        at=places.AT,
    )  # fmt: skip
    actions.clear(disclosure=made, reason="Nhầm", by=desk.chair)
    desk.record(made, "posting", places=["office"], note="Treo cạnh nhà bà Sáu", proof=[PROOF], proof_name="a.png")
    return queries.newest(made)


def proposed(version, by, *, with_title=False):
    return actions.propose_erasure(version=version, ground="identity", with_title=with_title, by=by, on=places.ON)


def erased(version, by, second, **rest):
    return actions.decide_erasure(proposal=proposed(version, by, **rest), is_approved=True, by=second)


def test_proposed_it_is_shown_no_more_and_those_who_may_decide_are_told(shown, officer, commune):
    address = f"/cong-khai/{shown.disclosure_id}/"
    assert SECRET in client_of().get(address).content.decode()
    first = proposed(shown, officer)
    assert proposed(shown, officer).pk == first.pk
    text = client_of().get(address).content.decode()
    assert SECRET not in text
    assert "Có dữ liệu cá nhân đăng nhầm" in text
    assert client_of().get(f"{address}tep/1/").status_code == 404
    signed = Withdrawal.objects.get()
    assert (signed.signer_name, signed.signer_post) == (officer.name, "Công chức")
    assert set(Notice.objects.filter(key__startswith="erasure:").values_list("role", flat=True)) == {"chair", "officer"}
    assert "Lý" not in "".join(f"{each.subject}{each.text}" for each in Notice.objects.all())


def test_nobody_erases_alone_nor_from_elsewhere(shown, officer, commune, neighbour):
    proposal = proposed(shown, officer)
    with pytest.raises(Refused, match="người thứ hai"):
        actions.decide_erasure(proposal=proposal, is_approved=True, by=officer)
    with pytest.raises(NotFound):
        actions.decide_erasure(proposal=proposal, is_approved=True, by=places.actor(neighbour.chair))
    with pytest.raises(NotAllowed):
        actions.decide_erasure(proposal=proposal, is_approved=True, by=places.actor(commune.front_member))
    with pytest.raises(NotFound):
        proposed(shown, places.actor(neighbour.officer))
    assert not Erasure.objects.exists()


def test_erased_by_two_nothing_of_it_is_left(shown, officer, second, django_capture_on_commit_callbacks):
    hashes = {shown.text_sha256, shown.file.sha256, Posting.objects.get().proof.sha256}
    said = Payload.objects.filter(entry__subject=f"disclosures.disclosure:{shown.disclosure_id}").count()
    assert said > 0
    with django_capture_on_commit_callbacks(execute=True):
        first = erased(shown, officer, second, with_title=True)
        assert actions.decide_erasure(proposal=first.proposal, is_approved=True, by=second).pk == first.pk
    assert not any(store.path_of(each).exists() for each in hashes)
    assert not StoredFile.objects.filter(sha256__in=hashes).exists()
    kept = "".join(str(row) for row in everything())
    for word in (*hashes, "Sáu", "001085012345", "Bảy", "0912 345 678", "danh-sach.txt", "00••"):
        assert word not in kept, word
    version = Version.objects.get(pk=shown.pk)
    assert (version.number, version.since, version.is_erased) == (1, places.ON, True)
    assert queries.newest(Disclosure.objects.get()).disclosure.title.startswith(version.disclosure.item.label)
    assert (first.proposal.proposed_name, first.decided_name) == (officer.name, second.name)


def everything():
    """Every row of every table, the register of people apart: the signers are in it."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if not table.startswith(("registry_", "django_")):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
                yield from cursor.fetchall()


def test_the_ledger_still_verifies(shown, officer, second, desk):
    ledger.seal_new(places.AT)
    erased(shown, officer, second)
    ledger.seal_new(places.AT)
    report = audit.audit()
    assert report.is_intact, report.findings
    assert report.erased >= 3
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"erasure.proposed", "erasure.approved", "payload.erased", "disclosure.withdrawn"} <= kinds


def test_a_later_version_keeps_what_the_ledger_said_of_it(shown, officer, second, desk):
    changed = actions.change(
        disclosure=shown.disclosure, content=desk.content(text="Bản đã che"), key="moi", by=officer, at=places.AT
    )
    desk.record(changed)
    erased(shown, officer, second)
    assert queries.newest(Disclosure.objects.get()).text == "Bản đã che"
    kept = Payload.objects.filter(entry__subject=f"disclosures.disclosure:{changed.pk}")
    assert {each.data["version"] for each in kept} == {2}
    text = client_of().get(f"/cong-khai/{changed.pk}/").content.decode()
    assert "Bản đã che" in text
    assert "Đã xóa dữ liệu cá nhân đăng nhầm ngày" in text
    assert "Sáu" not in client_of().get("/cong-khai/").content.decode() or "Sáu" in changed.title


def test_everybody_reads_that_it_was_erased_when_and_by_whom(shown, officer, second, commune):
    decision = erased(shown, officer, second)
    text = client_of().get(f"/cong-khai/{shown.disclosure_id}/").content.decode()
    assert f"Đã xóa dữ liệu cá nhân đăng nhầm ngày {clock.legal_day(decision.recorded_at):%d/%m/%Y}" in text
    assert officer.name in text
    assert second.name in text
    assert "Sáu" not in text
    assert client_of(commune.officer).get(f"/cong-khai/viec/{shown.disclosure_id}/").status_code == 200


def test_bytes_that_something_else_refers_to_stay_and_it_is_said(
    shown, officer, second, desk, plan, commune, django_capture_on_commit_callbacks
):
    content = desk.content(text="Cùng tệp", file_name="b.txt", chunks=[FILE], is_again=True)
    other = actions.open_disclosure(
        item=plan.items.get(code="11.2.1"), title="Nơi khác", content=content, key="hai", by=officer, at=places.AT
    )
    proposal = proposed(shown, officer)
    page = client_of(commune.second_officer).get(f"/cong-khai/viec/xoa-du-lieu/{proposal.pk}/").content.decode()
    assert "bản 1 của nội dung Nơi khác" in page
    with django_capture_on_commit_callbacks(execute=True):
        decision = actions.decide_erasure(proposal=proposal, is_approved=True, by=second)
    assert decision.files_kept == 1
    assert store.read(queries.newest(other).file.sha256) == FILE
    assert Version.objects.get(pk=shown.pk).file is None


def test_who_does_not_erase_says_why_and_it_may_be_proposed_again(shown, officer, second):
    proposal = proposed(shown, officer)
    with pytest.raises(Refused, match="vì sao không xóa"):
        actions.decide_erasure(proposal=proposal, is_approved=False, reason=" ", by=second)
    kept = actions.decide_erasure(proposal=proposal, is_approved=False, reason="Luật buộc công khai", by=second)
    assert (kept.is_approved, Version.objects.get(pk=shown.pk).text) == (False, SECRET)
    assert proposed(shown, officer).pk != proposal.pk


def test_what_is_erased_is_not_erased_again_and_what_is_not_there_cannot_be(shown, officer, second):
    erased(shown, officer, second)
    with pytest.raises(Refused, match="đã được xóa"):
        proposed(shown, officer)
    with pytest.raises(Refused, match="chọn loại"):
        actions.propose_erasure(
            version=Version.objects.create(
                disclosure=shown.disclosure, number=9, event="x", since=places.ON, due_on=places.ON, due={}, text="x",
                key="9", cleared_by="user:1",
            ),
            ground="?", with_title=False, by=officer, on=places.ON,
        )  # fmt: skip
    repeat(shown.disclosure)  # a version written by hand


def test_the_two_pages_do_it(shown, commune, officer):
    propose = f"/cong-khai/viec/{shown.disclosure_id}/xoa-du-lieu/"
    browser, chair = client_of(commune.officer), client_of(commune.chair)
    assert browser.post(propose, {"number": "7"}).status_code == 422
    sent = browser.post(propose, {"number": "1", "ground": "hardship"})
    decide = sent.headers["Location"]
    assert "Đang chờ người thứ hai" in browser.get(decide).content.decode()
    assert chair.post(decide, {"word": "keep", "reason": ""}).status_code == 422
    assert chair.post(decide, {"word": "erase", "reason": ""}).status_code == 302
    assert "Đã xóa ngày" in chair.get(decide).content.decode()
    assert client_of(commune.head).get(decide).status_code == 404
    assert browser.get(propose).status_code == 409


def test_the_backup_after_it_holds_nothing_of_it(tmp_path, transactional_db, shown, officer, second):
    erased(shown, officer, second, with_title=True)
    archive = tmp_path / "sau.tar"
    backup.back_up(archive)
    data = archive.read_bytes()
    for word in (SECRET.encode(), FILE, PROOF, "Lý Thị Sáu".encode(), b"danh-sach.txt"):
        assert word not in data


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the file of SQLite")
def test_sqlite_overwrites_what_is_erased():
    assert "secure_delete=ON" in configured.DATABASES["default"]["OPTIONS"]["init_command"]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)


# What the database itself refuses, whoever asks.


def run(statement, *given):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, given)


EMPTY = "UPDATE disclosures_version SET event='', text='', text_sha256='', file_id=NULL, file_name='', is_erased={yes}"
YES = "1" if connection.vendor == "sqlite" else "true"


def test_nothing_is_emptied_before_two_people_decided(shown, officer):
    for _time in range(2):
        with pytest.raises(DatabaseError, match="append-only"):
            run(EMPTY.format(yes=YES))
        proposed(shown, officer)
    assert Version.objects.get(pk=shown.pk).text == SECRET


@pytest.fixture
def decided(shown, officer, second):
    """Two people's word stands, and nothing is emptied yet."""
    proposal = proposed(shown, officer)
    Erasure.objects.create(
        proposal=proposal, version=shown, is_approved=True, decided_by=second.key, decided_name=second.name
    )
    return shown


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE disclosures_version SET text='khác', is_erased={yes}",
        "UPDATE disclosures_version SET text=''",
        EMPTY + ", since='2020-01-01'",
        EMPTY + ", number=7",
        EMPTY + ", cleared_by='user:9'",
        EMPTY.replace("text=''", "text='x'"),
        EMPTY.replace("file_name=''", "file_name='b'"),
        "UPDATE disclosures_screening SET found='[1]'",
        "UPDATE disclosures_screening SET found='[]', unchecked='[]', notes='[1]'",
        "UPDATE disclosures_screening SET found='[]', unchecked='[]', notes='[]', seconds=9",
        "UPDATE disclosures_posting SET proof_id=NULL, proof_name='', note='', place=''",
        "UPDATE disclosures_posting SET claimed_on='2020-01-01'",
        "UPDATE disclosures_withdrawal SET reason='x'",
        "UPDATE disclosures_erasure SET decided_by='user:9'",
        "UPDATE disclosures_erasureproposal SET ground='other'",
        "DELETE FROM disclosures_version",
        "DELETE FROM disclosures_screening",
        "DELETE FROM disclosures_posting",
        "DELETE FROM disclosures_erasure",
        "DELETE FROM disclosures_erasureproposal",
    ],
)
def test_decided_only_the_emptied_state_goes_through(decided, statement):
    before = list(everything())
    with pytest.raises(DatabaseError, match=r"append-only|what_is_erased_is_empty"):
        run(statement.format(yes=YES))
    assert list(everything()) == before


def test_decided_the_emptied_state_goes_through_for_this_version_only(decided, desk):
    other = desk.open(title="Nơi khác")
    with pytest.raises(DatabaseError, match="append-only"):
        run(EMPTY.format(yes=YES) + f" WHERE disclosure_id = {other.pk}")
    run(EMPTY.format(yes=YES) + f" WHERE id = {decided.pk}")
    assert Version.objects.get(pk=decided.pk).is_erased
    assert queries.newest(other).text


def test_one_person_twice_or_about_another_version_is_no_decision(shown, officer, second, desk):
    proposal = proposed(shown, officer)
    other = queries.newest(desk.open(title="Nơi khác"))
    for version, by in ((shown, officer), (other, second)):
        with pytest.raises(DatabaseError, match="two people erase"), transaction.atomic():
            Erasure.objects.create(
                proposal=proposal, version=version, is_approved=True, decided_by=by.key, decided_name=by.name
            )


def test_a_word_against_it_lets_nothing_through(shown, officer, second):
    proposal = proposed(shown, officer)
    actions.decide_erasure(proposal=proposal, is_approved=False, reason="Không phải", by=second)
    with pytest.raises(DatabaseError, match="append-only"):
        run(EMPTY.format(yes=YES))


def test_no_version_comes_in_erased(shown):
    with pytest.raises(DatabaseError, match="comes with its content"), transaction.atomic():
        Version.objects.create(
            disclosure=shown.disclosure, number=5, event="", since=places.ON, due_on=places.ON, due={},
            key=str(uuid4()), cleared_by="user:1", is_erased=True,
        )  # fmt: skip


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a statement of SQLite")
def test_nothing_is_replaced(shown):
    names = [field.column for field in Version._meta.concrete_fields if field.name != "recorded_at"]
    columns = ", ".join(names)
    statement = f"INSERT OR REPLACE INTO disclosures_version ({columns}, recorded_at) SELECT {columns}, "
    with pytest.raises(DatabaseError, match="append-only"):
        run(statement + "strftime('%%Y-%%m-%%d %%H:%%M:%%f', 'now') FROM disclosures_version")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="on SQLite a trigger names its columns")
@pytest.mark.parametrize("table", sorted(triggers.ROWS.erasing.emptied))
def test_the_trigger_watches_every_column_of_its_table(db, table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [f"{table}_no_update"])
        (sql,) = cursor.fetchone()
        columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
    assert [name for name in columns if f'NEW."{name}"' not in sql] == []


@pytest.mark.parametrize("title", ["Hồ sơ của bà Trần Thị Sáu", "Hồ sơ của bà Trần Thị Sáu " * 9])
def test_a_title_that_is_erased_is_in_no_notice_either(plan, desk, officer, second, title):
    made = desk.open(title=title[:300])
    told = Notice(user_id=int(officer.key.removeprefix("user:")), key="k1", subject=f"Báo cho dân: {made.title}"[:200])
    notifications.notify([told, Notice(user_id=told.user_id, key="k2", subject="Hạn", text=f"– {made.title}\n– Khác")])
    proposal = proposed(queries.newest(made), officer, with_title=True)
    assert Notice.objects.filter(subject__contains="Sáu").exists()
    actions.decide_erasure(proposal=proposal, is_approved=True, by=second)
    assert not Notice.objects.filter(Q(subject__contains="Sáu") | Q(text__contains="Sáu")).exists()
    assert Notice.objects.get(key="k2").text == "– …\n– Khác"
