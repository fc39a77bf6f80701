"""DOC, RTF and ODT come through LibreOffice; without it the message says what to install."""

import shutil
import subprocess

import pytest

from corpus import word
from dienhong.reading import Refusal, Unreadable, office, read_bytes, read_lines

LINES = ["NGHỊ QUYẾT", "Điều 1. Phạm vi", "1. Thôn, ấp thực hiện dân chủ.", "a) Hộ gia đình;", "Điều 2. Hiệu lực"]
OLD_RTF = rb"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Times New Roman;}}\f0 \u272?i\u7873?u 1. D\u226?n ch\u7911?\par}"
soffice = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    soffice is None, reason="needs LibreOffice: apt install libreoffice-writer-nogui"
)


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    folder = tmp_path_factory.mktemp("old")
    (folder / "a.docx").write_bytes(word.numbered(LINES))
    for form in ("doc", "odt"):
        command = [
            soffice,
            f"-env:UserInstallation=file://{folder}/p",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(folder),
        ]
        subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120)
    return folder


@needs_libreoffice
@pytest.mark.parametrize(
    ("form", "media_type"), [("doc", "application/msword"), ("odt", "application/vnd.oasis.opendocument.text")]
)
def test_an_old_file_gives_the_same_words_with_its_automatic_labels(converted, form, media_type):
    source = read_lines(converted / f"a.{form}")
    assert source.media_type == media_type
    assert [line.text for line in source.lines if line.text] == LINES


@needs_libreoffice
def test_rtf_is_read():
    assert read_bytes(OLD_RTF, name="a.rtf").lines[0].text == "Điều 1. Dân chủ"


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    with pytest.raises(Unreadable, match="libreoffice-writer-nogui") as refused:
        read_bytes(OLD_RTF, name="a.rtf")
    assert refused.value.code == Refusal.NO_OFFICE
