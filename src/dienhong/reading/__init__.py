"""Any file a council, an agency or a village holds, read as lines of text or as a table.

Words    source, line, table, note, jail, refusal
Promise  untrusted bytes are parsed in a separate process with bounded memory and time and no network;
         what cannot be read is refused with one sentence that says what to do
Order    bytes -> media type -> (jail: one reader) -> lines -> clean NFC text -> Source
"""

from dienhong.reading.carried import read_beside, read_beside_open
from dienhong.reading.files import (
    Progress,
    no_progress,
    read_bytes,
    read_lines,
    read_open,
    read_table,
    read_table_bytes,
)
from dienhong.reading.limits import LIMITS, Limits
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Beside, Passage, Source, Table

__all__ = [
    "LIMITS",
    "Beside",
    "Limits",
    "Passage",
    "Progress",
    "Refusal",
    "Source",
    "Table",
    "Unreadable",
    "no_progress",
    "read_beside",
    "read_beside_open",
    "read_bytes",
    "read_lines",
    "read_open",
    "read_table",
    "read_table_bytes",
]
