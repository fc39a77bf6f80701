"""`make demo`: what it does with a folder that something lies in already."""

import socket

import pytest

from dienhong.documents import actions as documents
from dienhong.registry.models import Locality
from dienhong.site import demo, serving
from dienhong.site.cli import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    settings.DIENHONG_FILES = tmp_path / "files"
    settings.DIENHONG_KEY_FILE = tmp_path / "key"
    monkeypatch.setattr(demo.serving, "prepare", lambda: None)
    return tmp_path


@pytest.fixture
def resolution(tmp_path):
    file = tmp_path / "nghi-quyet.txt"
    file.write_text("Điều 1. Hằng năm, Ủy ban nhân dân xã công khai kết quả.", encoding="utf-8")
    return file


def test_a_demo_begun_from_another_document_is_not_shown_in_its_place(home, resolution):
    demo._keep([])
    with pytest.raises(demo.NotEmpty, match="văn bản khác"):
        demo.load(resolution)


def test_a_demo_begun_from_the_same_document_goes_on(home, resolution):
    demo._keep([])
    documents.store(data=resolution.read_bytes(), name=resolution.name, by="system")
    demo.load(resolution)
    demo.load(None)


def test_a_folder_of_a_real_place_is_left_alone(home):
    Locality.objects.create(code="that", kind="province", word="tỉnh", name="Thật", valid_from="2025-07-01", path="/1/")
    with pytest.raises(demo.NotEmpty, match="nơi khác"):
        demo.load(None)


def test_a_file_that_is_not_there_is_said_before_anything_begins(home, capsys):
    assert demo.run(port=0, resolution=home / "khong-co.docx", serve=False) == 2
    assert "Không tìm thấy tệp" in capsys.readouterr().err
    assert not (home / "key").exists()


def test_a_port_that_is_taken_is_said_before_anything_begins(home, capsys):
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as other:
        port = other.getsockname()[1]
        assert demo.run(port=port, resolution=None, serve=True) == 2
        assert main(["serve", "--port", str(port)]) == 2
    assert capsys.readouterr().err.count(f"Cổng {port} đang có chương trình khác dùng") == 2
    assert not (home / "key").exists()


def test_a_port_that_is_free_is_left_free():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    for _time in range(2):
        serving.check_port("127.0.0.1", port)
