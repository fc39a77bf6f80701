"""The verb `dienhong read`: a file in, one JSON object or its words out; no settings, no database."""

import json
import unicodedata
from pathlib import Path
from typing import BinaryIO, TextIO

from dienhong.reading.files import read_lines
from dienhong.reading.refusals import Unreadable
from dienhong.reading.summary import summary
from lawcore.obligations import find
from lawcore.provisions import document_text, parse

UNREADABLE = 2
"""The exit code for a file that cannot be read."""


def read(path: Path, *, as_text: bool, out: BinaryIO, messages: TextIO) -> int:
    """Print what a file says, in NFC and UTF-8. On a file that cannot be read: one line of messages, 2."""
    try:
        source = read_lines(path)
    except Unreadable as refusal:
        messages.write(" ".join(str(refusal).split()) + "\n")
        return UNREADABLE
    document = parse(source.lines)
    if as_text:
        answer = document_text(document)
    else:
        shown = summary(document, find(document), source.notes)
        answer = json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
    messages.writelines(note + "\n" for note in source.notes)
    out.write(unicodedata.normalize("NFC", answer).encode())
    out.flush()
    return 0
