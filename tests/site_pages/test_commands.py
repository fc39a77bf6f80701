"""The command line says in a sentence what came of it, and its exit code says whether all is well."""

import argparse

import pytest
from django.db import OperationalError

from dienhong.documents import actions as documents
from dienhong.documents import store
from dienhong.ledger.keys import KeyUnusable
from dienhong.site import backup, commands
from dienhong.site.arguments import in_vietnamese
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


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "còn thiếu: lệnh"),
        (["ledger"], "còn thiếu: việc"),
        (["ledger", "key"], "còn thiếu: new|rotate"),
        (["khong-co"], "lệnh: không có 'khong-co'; chọn một trong:"),
        (["read", "a.docx", "--jsn"], "không hiểu: --jsn"),
        (["read", "a.docx", "--json", "--text"], "--text không dùng cùng --json"),
        (["serve", "--port"], "--port cần một giá trị đi kèm"),
        (["serve", "--port", "tám"], "--port: 'tám' không phải là số nguyên"),
        (["serve", "--wor", "2", "--w"], "--w chưa đủ rõ, có thể là: --workers, --with-worker"),
        (["demo", "--no-serve=1"], "--no-serve không nhận giá trị '1'"),
    ],
)
def test_an_unfinished_command_is_refused_in_vietnamese_with_usage(arguments, words, capsys):
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    said = capsys.readouterr()
    assert "cách dùng: dienhong" in said.err
    assert words in said.err
    assert not said.out


def test_what_argparse_says_otherwise_is_said_too():
    assert in_vietnamese("argument --a: expected at least one argument") == "--a cần ít nhất một giá trị đi kèm"
    assert in_vietnamese("argument --a: expected 2 arguments") == "--a cần 2 giá trị đi kèm"
    assert in_vietnamese("one of the arguments --a --b is required") == "cần một trong: --a --b"
    assert in_vietnamese("Điều của mình") == "Điều của mình"


@pytest.mark.parametrize("verb", [[], ["read"], ["ledger", "export"]])
def test_the_help_of_a_command_holds_no_english(verb, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*verb, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "in hướng dẫn này" in said
    assert not {"usage", "options", "arguments", "show", "exit"} & set(said.replace(":", " ").split())


def raising(failure):
    def verb(*_):
        raise failure

    return verb


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (KeyUnusable("Chưa có khóa ký."), "Chưa có khóa ký."),
        (OperationalError("no such table: ledger_leaf"), "dienhong setup"),
        (PermissionError(13, "Permission denied", "/so-cai.jsonl"), "/so-cai.jsonl"),
    ],
)
def test_a_ledger_that_cannot_be_read_is_said_in_a_sentence(monkeypatch, capsys, failure, words):
    monkeypatch.setattr(commands.ledger_commands, "verify", raising(failure))
    assert commands.ledger(argparse.Namespace(act="verify")) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.err.count("\n") == 1
    assert not said.out


def test_a_folder_that_is_not_there_takes_no_backup(tmp_path, db, capsys):
    assert commands.back_up(str(tmp_path / "khong-co" / "ban-sao.tar")) == 2
    assert "khong-co" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"khong phai tar", b"\x1f\x8b" + bytes(600)])
def test_a_file_of_another_kind_restores_nothing(tmp_path, monkeypatch, db, capsys, content):
    monkeypatch.setattr(backup, "_has_something", lambda: False)
    file = tmp_path / "la.tar"
    for each in (file, backup.keys_beside(file)):
        each.write_bytes(content)
    assert commands.restore(str(file)) == 2
    assert "không phải là bản sao lưu" in capsys.readouterr().err
