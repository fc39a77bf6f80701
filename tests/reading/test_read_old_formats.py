"""DOC, RTF and ODT come through LibreOffice; without it the message says what to install."""

import shutil
import socket
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


def linking(address):
    """An ODT whose picture and second section stand elsewhere."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    picture = f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}" xlink:type="simple"/></draw:frame>'
    section = (
        f'<text:section text:name="s"><text:section-source xlink:href="{address}"/><text:p>cũ</text:p></text:section>'
    )
    content = f"<office:document-content {names}><office:body><office:text><text:p>Điều 1{picture}</text:p>{section}</office:text></office:body></office:document-content>"
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return word.package({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


@needs_libreoffice
@pytest.mark.enable_socket
def test_libreoffice_fetches_nothing_from_the_network():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.3)
        source = read_bytes(linking(f"http://127.0.0.1:{server.getsockname()[1]}/x.png"), name="a.odt")
        assert source.lines[0].text == "Điều 1"
        with pytest.raises(TimeoutError):
            server.accept()


@needs_libreoffice
def test_libreoffice_takes_no_file_of_ours_into_the_text(tmp_path):
    secret = tmp_path / "bi-mat.txt"
    secret.write_text("khóa ký của hệ thống")
    source = read_bytes(linking(secret.as_uri()), name="a.odt")
    assert not any("khóa ký" in line.text for line in source.lines)
