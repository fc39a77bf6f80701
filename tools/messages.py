"""Collects and compiles the catalogues: Vietnamese (what users read first) and English.

The sources are written in Vietnamese. `en` must translate every one of them; `vi` holds only what libraries
leave in English and pages show. With --check nothing is written: it fails when the English catalogue is not
what the sources would give, or leaves something untranslated.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import templatize

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dienhong"
LOCALE = PACKAGE / "site" / "locale"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def sources() -> list[Path]:
    found = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("templates/**/*.html"), *PACKAGE.rglob("templates/**/*.txt")]
    return sorted(path for path in found if "migrations" not in path.parts)


def messages(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Every message of one file with its context; Django's own step turns a template into Python first."""
    text = path.read_text()
    if path.suffix != ".py":
        text = templatize(text, origin=str(path.relative_to(ROOT)))
    for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
        yield message, context


def collect(language: str) -> Catalog:
    """The catalogue of a language with today's messages; translations made before are kept."""
    known = load(language)
    fresh = Catalog(locale=language, charset="utf-8")
    for path in sources():
        for message, context in messages(path):
            old = known.get(message if isinstance(message, str) else message[0], context)
            flags = ("python-format",) if re.search(r"%\(\w+\)", str(message)) else ()
            fresh.add(message, string=old.string if old else None, context=context, flags=flags)
    return fresh


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def written(catalogue: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    plural = "nplurals=2; plural=(n != 1);" if str(catalogue.locale) == "en" else "nplurals=1; plural=0;"
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n"MIME-Version: 1.0\\n"\n'
        f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plural}\\n"\n\n'
    )
    return header.encode() + out.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    return [
        str(message.id)
        for message in catalogue
        if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def problems() -> list[str]:
    """What keeps the English catalogue from being complete and current; empty when it is both."""
    fresh = collect("en")
    found = [f"not translated: {message}" for message in untranslated(fresh)]
    if written(fresh) != path_of("en").read_bytes():
        found.append("the English catalogue is not what the sources give: run `make messages`")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if not settings.configured:
        settings.configure()
    if parser.parse_args().check:
        found = problems()
        print("\n".join(found))
        return 1 if found else 0
    path_of("en").write_bytes(written(collect("en")))
    for language in ("en", "vi"):
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, load(language))
    print(f"{len(untranslated(load('en')))} messages have no English yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
