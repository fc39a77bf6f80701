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


def test_the_archive_holds_database_files_and_keys_and_is_for_its_owner_only(archive):
    with tarfile.open(archive) as tar:
        names = set(tar.getnames())
    assert "files/ab/abcd" in names
    assert "keys/secret.key" in names
    assert names & {backup.SQLITE_MEMBER, backup.POSTGRESQL_MEMBER}
    assert archive.stat().st_mode & 0o777 == 0o600


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
    monkeypatch.setattr(backup, "_has_something", lambda: False)
    settings.DIENHONG_FILES = tmp_path / "moi"
    with pytest.raises(backup.BadArchive, match="bị hỏng"):
        backup.restore(broken)
    assert not settings.DIENHONG_FILES.exists()


def test_a_file_that_is_no_backup_is_said_to_be_none(tmp_path, monkeypatch, db):
    monkeypatch.setattr(backup, "_has_something", lambda: False)
    path = tmp_path / "khac.tar"
    with tarfile.open(path, "w"):
        pass
    with pytest.raises(backup.BadArchive, match="không phải là bản sao lưu"):
        backup.restore(path)
