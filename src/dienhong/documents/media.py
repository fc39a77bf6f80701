"""The media type of a file by the end of its name: a hint for whoever downloads it, never a permission."""

from pathlib import PurePath

UNKNOWN = "application/octet-stream"
TYPES = {
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".htm": "text/html",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".md": "text/markdown",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
# What a browser may show in its own window: nothing that can carry a script.
SHOWN = {"application/pdf", "image/jpeg", "image/png", "image/webp"}
# Pictures whose notes, where and with what they were taken, can be left out.
PICTURES = {"image/jpeg", "image/png"}
# What a browser would run as a page of this site if it were told the truth: sent as plain bytes.
ACTIVE = {"text/html", "application/xml", "image/svg+xml"}


def type_of(name: str) -> str:
    return TYPES.get(PurePath(name).suffix.lower(), UNKNOWN)
