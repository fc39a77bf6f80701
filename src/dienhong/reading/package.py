"""Office packages (zip): opened only after their sizes have been checked, never unpacked to disk."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from lxml import etree

from dienhong.reading import media, safe_xml
from dienhong.reading.limits import MB, Limits
from dienhong.reading.refusals import Refusal, Unreadable

ENCRYPTED_FLAG = 0x1
HIGHEST_RATIO = 400  # unpacked to packed, of a part that matters; plain XML reaches about 100
PARTS_OF = (("word/", media.DOCX), ("xl/", media.XLSX))


PICTURE = re.compile(r"(?:^|/)media/[^/]+$")


def pictures(names: Iterable[str]) -> list[str]:
    """The parts of a package that are pictures, in the order in which they are numbered from 1."""
    return sorted(name for name in names if PICTURE.search(name))


class Package:
    """A checked package. Raises Unreadable on opening or reading what is broken, locked or swollen."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as broken:
            raise Unreadable(Refusal.BROKEN) from broken
        self._limits = limits
        self._check()

    def _check(self) -> None:
        members = self._zip.infolist()
        names = [member.filename for member in members]
        if len(members) > self._limits.members:
            raise Unreadable(Refusal.BOMB)
        if sum(member.file_size for member in members) > self._limits.package_bytes:
            raise Unreadable(Refusal.BOMB)
        if len(set(names)) != len(names):
            raise Unreadable(Refusal.DUPLICATE_MEMBER)
        if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
            raise Unreadable(Refusal.PASSWORD)

    def names(self) -> list[str]:
        return self._zip.namelist()

    def bytes_of(self, name: str) -> bytes | None:
        """The unpacked part, None when there is none of that name."""
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            return None
        if member.file_size > MB and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
            raise Unreadable(Refusal.BOMB)
        if member.file_size > self._limits.part_bytes:
            raise Unreadable(Refusal.TOO_MUCH_TEXT)
        try:
            with self._zip.open(member) as part:
                data = part.read(self._limits.part_bytes + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as broken:
            raise Unreadable(Refusal.BROKEN) from broken
        if len(data) > self._limits.part_bytes:  # the directory lied
            raise Unreadable(Refusal.BOMB)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, None when there is none of that name."""
        data = self.bytes_of(name)
        return None if data is None else safe_xml.root(data)

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """The elements with one of `tags` in an XML part, each emptied after its turn: for large tables."""
        data = self.bytes_of(name)
        return iter(()) if data is None else safe_xml.elements(data, tags)

    def relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        """(id, type, target as a member name) of what part `name` ("" is the package) points to inside."""
        folder, _, leaf = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{leaf}.rels".lstrip("/"))
        for relation in () if root is None else root:
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                yield relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], path


def kind_of(package: Package) -> str:
    """The media type of what the package holds."""
    names = package.names()
    if "mimetype" in names:  # OpenDocument says so itself
        return (package.bytes_of("mimetype") or b"").decode("ascii", "replace").strip()
    for folder, media_type in PARTS_OF:
        if any(name.startswith(folder) for name in names):
            return media_type
    return media.PACKAGE
