"""Bytes are kept once, whole or not at all, and nobody can list them."""

import hashlib
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from django.urls import get_resolver

from dienhong.documents import actions, queries, store
from dienhong.documents.models import StoredFile
from dienhong.documents.views import serve

SOURCE = Path(__file__).parents[2] / "src"
WORDS = "Biên bản họp thôn Suối Đá".encode()
HASH = hashlib.sha256(WORDS).hexdigest()


def on_disk(files):
    return sorted(path for path in files.rglob("*") if path.is_file())


def test_bytes_are_kept_under_their_hash(files):
    kept = store.put(WORDS)
    assert (kept.sha256, kept.size) == (HASH, len(WORDS))
    assert on_disk(files) == [files / HASH[:2] / HASH[2:4] / HASH]
    assert store.read(HASH) == WORDS


def test_chunks_are_the_same_as_the_whole(files):
    assert store.put(iter([WORDS[:5], b"", WORDS[5:]])) == store.put(WORDS)
    assert len(on_disk(files)) == 1


def test_the_stored_bytes_cannot_be_written_over_by_accident(files):
    store.put(WORDS)
    assert store.path_of(HASH).stat().st_mode & 0o222 == 0


def test_chunks_that_break_off_leave_nothing(files):
    def broken():
        yield WORDS
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        store.put(broken())
    assert on_disk(files) == []


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_killed_between_write_and_rename_nothing_is_half_stored(files, moment):
    """A process that dies by SIGKILL before the rename: no name, no bytes; the next try stores them."""
    script = textwrap.dedent(f"""
        import os, pathlib, signal, sys
        from django.conf import settings
        settings.configure(DIENHONG_FILES={str(files)!r})
        from dienhong.documents import store
        def die(*arguments): os.kill(os.getpid(), signal.SIGKILL)
        if {moment!r} == "fsync":
            os.fsync = die
        else:
            pathlib.Path.replace = die
        store.put({WORDS!r})
    """)
    done = subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=False)
    assert done.returncode == -9
    left = on_disk(files)
    assert [path.parent.name for path in left] == ["incoming"]
    with pytest.raises(store.FileMissing):
        store.read(HASH)
    store.put(WORDS)
    assert store.read(HASH) == WORDS
    assert store.sweep(older_than=left[0].stat().st_mtime + 1) == 1
    assert on_disk(files) == [store.path_of(HASH)]


def test_a_write_in_progress_is_not_swept(files):
    (files / "incoming").mkdir(parents=True)
    (files / "incoming" / "half").write_bytes(b"x")
    assert store.sweep(older_than=0) == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "", HASH.upper(), HASH[:-1], HASH + "0", "g" * 64])
def test_no_path_is_made_of_what_is_no_hash(name):
    with pytest.raises(ValueError, match="not a sha256"):
        store.path_of(name)


@pytest.mark.django_db
def test_the_same_bytes_are_one_row_and_one_file(files):
    first = actions.store(data=WORDS, name="Biên bản.pdf", by="user:1")
    again = actions.store(data=iter([WORDS]), name="ban-sao.docx", by="user:2")
    assert first.pk == again.pk
    assert StoredFile.objects.count() == 1
    assert len(on_disk(files)) == 1
    assert (again.size, again.media_type, again.stored_by) == (len(WORDS), "application/pdf", "user:1")
    assert StoredFile.objects.get().stored_at is not None


@pytest.mark.django_db
def test_storing_again_heals_what_the_disk_spoiled():
    actions.store(data=WORDS, name="a.txt", by="user:1")
    _spoil(store.path_of(HASH), b"khac")
    actions.store(data=WORDS, name="a.txt", by="user:1")
    assert queries.read(HASH) == WORDS


def _spoil(path, data):
    path.chmod(0o600)
    path.write_bytes(data)


def test_altered_bytes_are_never_given_out():
    store.put(WORDS)
    _spoil(store.path_of(HASH), WORDS[:-1] + b"?")
    with pytest.raises(store.FileAltered, match="chép lại từ bản sao lưu"):
        store.read(HASH)


@pytest.mark.django_db
def test_verification_names_every_fault():
    rows = [actions.store(data=text, name="a.txt", by="user:1") for text in (b"mot", b"hai", b"ba")]
    stray = store.put(b"khong co dong nao").sha256
    assert [fault.sha256 for fault in queries.verify_store()] == [stray]
    store.path_of(rows[0].sha256).unlink()
    _spoil(store.path_of(rows[1].sha256), b"hax")
    found = {fault.sha256: fault.fault for fault in queries.verify_store()}
    assert found == {
        rows[0].sha256: queries.Fault.MISSING,
        rows[1].sha256: queries.Fault.ALTERED,
        stray: queries.Fault.UNCLAIMED,
    }


def served(name, *, inline=False):
    response = serve(actions.store(data=WORDS, name=name, by="user:1"), name, inline=inline)
    assert b"".join(response) == WORDS
    response.close()
    return response


@pytest.mark.django_db
def test_a_file_is_sent_to_be_saved_under_its_vietnamese_name():
    response = served("Biên bản họp.docx")
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''Bi%C3%AAn")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["trang.html", "trang.HTM", "bieu.xml", "anh.svg", "khong-duoi"])
def test_what_could_run_as_a_page_goes_out_as_plain_bytes(name):
    response = served(name, inline=True)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db
def test_only_pdf_and_pictures_are_shown_in_the_browser():
    assert served("a.pdf", inline=True)["Content-Disposition"].startswith("inline")


@pytest.mark.django_db
def test_text_is_not_shown_even_when_asked():
    assert served("a.txt", inline=True)["Content-Disposition"].startswith("attachment")


def test_no_address_lists_or_gives_stored_files():
    names = {str(pattern.pattern) for pattern in get_resolver("dienhong.documents.urls").url_patterns}
    assert names == {"m/", "m/<str:code>/"}
