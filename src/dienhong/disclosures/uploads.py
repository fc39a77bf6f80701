"""The shape of a file that is brought: what it is by its bytes, whatever its name says, and how large it may be."""

import zipfile
from pathlib import PurePath
from typing import IO, Any

from django import forms
from django.conf import settings
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MEGABYTE = 1024 * 1024
ACCEPTED = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
HEAD = 1024  # bytes that tell
MOST_MEMBERS = 5_000  # parts of a package that are looked at
KINDS = {".pdf": "PDF", ".docx": "DOCX", ".xlsx": "XLSX", ".jpg": "JPG", ".jpeg": "JPG", ".png": "PNG"}
FOLDERS = (("word/", "DOCX"), ("xl/", "XLSX"), ("ppt/", "PPTX"))
BEGINS = (
    (b"%PDF", "PDF"),
    (b"\xff\xd8\xff", "JPG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xd0\xcf\x11\xe0", gettext_lazy("tệp Word, Excel đời cũ (DOC, XLS) hoặc tệp có mật khẩu")),
    (b"MZ", gettext_lazy("chương trình máy tính")),
    (b"\x7fELF", gettext_lazy("chương trình máy tính")),
    (b"#!", gettext_lazy("chương trình máy tính")),
    (b"Rar!", gettext_lazy("tệp nén (RAR)")),
    (b"GIF8", gettext_lazy("ảnh GIF")),
    (b"{\\rtf", gettext_lazy("tệp RTF")),
)
MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<?xml", b"<svg", b"<?php")
KINDS_AND_SIZE = format_lazy(
    "{} {} MB.",
    gettext_lazy("PDF, DOCX, XLSX, JPG hoặc PNG, không quá"),
    lazystr(settings.DIENHONG_UPLOAD_LIMIT // MEGABYTE),
)


class KnownFile(forms.FileField):
    """One file that is what its name says, no larger than the installation allows."""

    def __init__(self, **kwargs: Any) -> None:
        empty = {"empty": gettext_lazy("Tệp rỗng, không có nội dung. Hãy chọn lại tệp.")}
        super().__init__(error_messages=empty, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        _check_size(data)
        file = super().clean(data, initial)
        if file:
            _check_kind(file)
        return file


def _check_size(data: Any) -> None:
    limit = settings.DIENHONG_UPLOAD_LIMIT
    if data and getattr(data, "size", 0) > limit:
        said = _(
            "Tệp lớn %(size)s MB, hệ thống chỉ nhận đến %(most)s MB. Hãy quét lại ở 200 dpi đen trắng, hoặc tách thành "
            "nhiều tệp."
        )
        raise forms.ValidationError(said % {"size": round(data.size / MEGABYTE), "most": limit // MEGABYTE})


def _check_kind(file: Any) -> None:
    named = KINDS.get(PurePath(file.name).suffix.lower())
    if named is None:
        raise forms.ValidationError(_("Hãy chọn tệp PDF, DOCX, XLSX, JPG hoặc PNG."))
    found = kind_of(file)
    file.seek(0)
    if found != named:
        said = _(
            "Tên tệp ghi %(named)s nhưng bên trong là %(found)s: không đúng loại. Hãy mở tệp bằng phần mềm đã làm ra "
            "nó, lưu lại thành %(named)s rồi chọn lại."
        )
        raise forms.ValidationError(said % {"named": named, "found": found})


def kind_of(file: IO[bytes]) -> str:
    """What a file is by its bytes: "PDF", "DOCX", or in words what else."""
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(b"PK"):
        return _package(file)
    for begins, kind in BEGINS:
        if head.startswith(begins):
            return str(kind)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        return _("trang web (HTML)")
    return _("loại tệp khác")


def _package(file: IO[bytes]) -> str:
    """Told by the names of its parts only: nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()[:MOST_MEMBERS]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return _("tệp nén bị hỏng hoặc tải lên chưa trọn")
    for folder, kind in FOLDERS:
        if any(name.startswith(folder) for name in names):
            return kind
    return _("tệp nén (ZIP)")
