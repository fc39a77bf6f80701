"""What is backed up comes back; what is damaged is refused whole."""

import io
import tarfile

import pytest

from dienhong.site import backup


@pytest.fixture
def archive(tmp_path, settings, transactional_db):
    settings.DIENHONG_FILES = tmp_path / "files"
    (settings.DIENHONG_FILES / "ab").mkdir(parents=True)
    (settings.DIENHONG_FILES / "ab" / "abcd").write_bytes("biên bản".encode())
    path = tmp_path / "ban-sao.tar"
    backup.back_up(path)
    return path


def names_in(path):
    with tarfile.open(path) as tar:
        return set(tar.getnames())


def test_database_and_files_are_in_one_archive_and_the_keys_in_another(archive):
    names, keys = names_in(archive), names_in(backup.keys_beside(archive))
    assert "files/ab/abcd" in names
    assert names & {backup.SQLITE_MEMBER, backup.POSTGRESQL_MEMBER}
    assert not any(name.startswith("keys/") for name in names)
    assert "keys/DIENHONG_SECRET_FILE/.key" in keys
    assert all(name.startswith("keys/") for name in keys - {"manifest.json"})


def test_both_archives_are_for_their_owner_only(archive):
    assert {path.stat().st_mode & 0o777 for path in (archive, backup.keys_beside(archive))} == {0o600}


def test_without_its_keys_an_archive_is_not_restored(archive, monkeypatch):
    monkeypatch.setattr(backup, "_has_something", lambda: False)
    backup.keys_beside(archive).unlink()
    with pytest.raises(backup.BadArchive, match=r"Thiếu tệp khóa ban-sao\.khoa\.tar"):
        backup.restore(archive)


def test_nothing_is_restored_over_data(archive):
    with pytest.raises(backup.NotEmpty, match="đã có dữ liệu"):
        backup.restore(archive)


@pytest.mark.parametrize("damage", ["altered", "dropped"])
def test_a_damaged_archive_restores_nothing(archive, tmp_path, monkeypatch, settings, damage):
    broken = tmp_path / "hong.tar"
    with tarfile.open(archive) as old, tarfile.open(broken, "w") as new:
        for member in old.getmembers():
            content = old.extractfile(member).read()
            if member.name == "files/ab/abcd":
                if damage == "dropped":
                    continue
                content = "biên bẢn".encode()
                member.size = len(content)
            new.addfile(member, io.BytesIO(content))
    backup.keys_beside(archive).rename(backup.keys_beside(broken))
    monkeypatch.setattr(backup, "_has_something", lambda: False)
    settings.DIENHONG_FILES = tmp_path / "moi"
    with pytest.raises(backup.BadArchive, match="bị hỏng"):
        backup.restore(broken)
    assert not settings.DIENHONG_FILES.exists()


def test_a_file_that_is_no_backup_is_said_to_be_none(tmp_path, monkeypatch, db):
    monkeypatch.setattr(backup, "_has_something", lambda: False)
    path = tmp_path / "khac.tar"
    for each in (path, backup.keys_beside(path)):
        with tarfile.open(each, "w"):
            pass
    with pytest.raises(backup.BadArchive, match="không phải là bản sao lưu"):
        backup.restore(path)
