"""Collects and compiles the catalogues: Vietnamese (what users read first) and English.

The sources are written in Vietnamese. `en` must translate every one of them; `vi` holds only what libraries leave in
English, or say so that a reader does not know what to do, where pages show it. With --check nothing is written: it
fails when a catalogue or what is compiled from it is not what the sources give, leaves something untranslated, or
says something with other placeholders.
"""

import argparse
import io
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import allauth
import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import templatize

from lawcore.indicators import FAMILIES

NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dienhong"
LOCALE = PACKAGE / "site" / "locale"
LANGUAGES = ("en", "vi")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}|</?\w[^>]*>")

DJANGO = Path(django.__file__).parent
ALLAUTH = Path(allauth.__file__).parent
# What these say reaches our pages: errors of fields and passwords, and what is announced after signing in.
LIBRARIES = (
    DJANGO / "forms" / "fields.py",
    DJANGO / "forms" / "models.py",
    DJANGO / "core" / "validators.py",
    DJANGO / "core" / "paginator.py",
    DJANGO / "contrib" / "auth" / "password_validation.py",
    *sorted((ALLAUTH / "templates" / "account" / "messages").glob("logged_*.txt")),
    *sorted((ALLAUTH / "templates" / "account" / "messages").glob("password_*.txt")),
    *sorted((ALLAUTH / "templates" / "mfa" / "messages").glob("*.txt")),
)
THEIR_VIETNAMESE = tuple(
    DJANGO / folder / "locale" / "vi" / "LC_MESSAGES" / "django.po" for folder in ("conf", "contrib/auth")
)


def sources() -> list[Path]:
    found = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("templates/**/*.html"), *PACKAGE.rglob("templates/**/*.txt")]
    return sorted(path for path in found if "migrations" not in path.parts)


def messages(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Every message of one file with its context; Django's own step turns a template into Python first."""
    text = path.read_text()
    if path.suffix != ".py":
        text = templatize(text, origin=path.name)
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
    for family in FAMILIES.values():  # named by the law's own code, which knows no catalogue; translated where shown
        old = known.get(family.name)
        fresh.add(family.name, string=old.string if old else None)
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


def compiled(language: str) -> bytes:
    """What programs read, the same whenever it is made: its header holds no day of its own."""
    catalogue = load(language)
    catalogue.creation_date = NO_DAY
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def entries(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message or a translation as its forms: one, or one for each number."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def untranslated(catalogue: Catalog) -> list[str]:
    return [str(message.id) for message in entries(catalogue) if not all(forms(message.string))]


def changed_placeholders(catalogue: Catalog) -> list[str]:
    """Translations that hold other placeholders or tags than their message: a page would break there."""
    return [
        said
        for message in entries(catalogue)
        for said in filter(None, forms(message.string))
        if placeholders(said) not in map(placeholders, forms(message.id))
    ]


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


def decomposed(catalogue: Catalog) -> list[str]:
    """Texts not in NFC: they look right and are never found."""
    texts = [text for message in entries(catalogue) for text in (*forms(message.id), *forms(message.string))]
    return [text for text in texts if not unicodedata.is_normalized("NFC", text)]


def left_in_english() -> list[str]:
    """What the libraries show on our pages and neither they nor we say in Vietnamese."""
    said = {forms(message.id)[0] for message in entries(load("vi"))}
    for path in THEIR_VIETNAMESE:
        with path.open("rb") as file:
            said |= {forms(each.id)[0] for each in read_po(file) if each.id and all(forms(each.string))}
    shown = {forms(message)[0] for path in LIBRARIES for message, _context in messages(path)}
    return sorted(shown - said)


def problems() -> list[str]:
    """What keeps the catalogues from being complete, current and right; empty when they are."""
    fresh = collect("en")
    found = [f"not translated: {message}" for message in untranslated(fresh)]
    found += [f"no Vietnamese: {message}" for message in left_in_english()]
    for catalogue in (fresh, load("vi")):
        found += [f"other placeholders than its message: {said}" for said in changed_placeholders(catalogue)]
        found += [f"not NFC: {text}" for text in decomposed(catalogue)]
    if written(fresh) != path_of("en").read_bytes():
        found.append("the English catalogue is not what the sources give: run `make messages`")
    for language in LANGUAGES:
        if compiled(language) != path_of(language).with_suffix(".mo").read_bytes():
            found.append(f"the compiled catalogue {language} is not what its text gives: run `make messages`")
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
    for language in LANGUAGES:
        path_of(language).with_suffix(".mo").write_bytes(compiled(language))
    print(f"{len(untranslated(load('en')))} messages have no English yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
