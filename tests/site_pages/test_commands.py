"""The command line says in a sentence what came of it, and its exit code says whether all is well."""

import argparse

import pytest

from dienhong.documents import actions as documents
from dienhong.documents import store
from dienhong.site import commands
from dienhong.site.cli import main


@pytest.fixture
def stored(db, settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path
    return documents.store(data="biên bản".encode(), name="bien-ban.txt", by="user:1")


def test_whole_files_are_said_to_be_whole(stored, capsys):
    assert commands.verify_files() == 0
    assert "còn nguyên vẹn" in capsys.readouterr().out


@pytest.mark.parametrize("damage", ["altered", "missing"])
def test_a_damaged_file_is_named_with_what_to_do(stored, capsys, damage):
    path = store.path_of(stored.sha256)
    path.chmod(0o600)
    if damage == "altered":
        path.write_bytes("biên bẢn".encode())
    else:
        path.unlink()
    assert commands.verify_files() == 1
    out = capsys.readouterr().out
    assert stored.sha256 in out
    assert "bản sao lưu" in out


def test_an_intact_ledger_is_said_to_be_intact(db, capsys):
    assert commands.ledger(argparse.Namespace(act="verify")) == 0
    assert "nguyên vẹn" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["khong-co"], ["ledger"], ["ledger", "key"]])
def test_an_unfinished_command_is_refused_with_usage(arguments, capsys):
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    assert "usage: dienhong" in capsys.readouterr().err
