"""What everybody hears."""

import re

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from dienhong.dissemination import queries, sounds
from dienhong.dissemination.models import Voice
from dienhong.documents import queries as documents
from dienhong.foundations.requests import CivicRequest

PARTIAL, NO_SUCH_PART = 206, 416
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def listen(request: CivicRequest, pk: int) -> HttpResponseBase:
    """The bytes of a voice, whole or the part asked for: an iPhone plays nothing that it cannot ask for in parts."""
    voice = queries.voice(pk, request.actor)
    size = voice.file.size
    part = _part(request.headers.get("Range", ""), size)
    if part is None:
        response: HttpResponseBase = FileResponse(documents.open_file(voice.file.sha256))
        response["Content-Length"] = str(size)
    elif not part:
        response = HttpResponse(status=NO_SUCH_PART)
        response["Content-Range"] = f"bytes */{size}"
    else:
        with documents.open_file(voice.file.sha256) as file:
            file.seek(part.start)
            response = HttpResponse(file.read(len(part)), status=PARTIAL)  # no voice is larger than sounds.LARGEST
        response["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return _headed(response, voice)


def _headed(response: HttpResponseBase, voice: Voice) -> HttpResponseBase:
    response["Content-Type"] = sounds.MEDIA[voice.kind]
    response["Content-Disposition"] = f'inline; filename="giong-doc-{voice.pk}.{voice.kind}"'
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; media-src 'self'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-cache"  # taken back, it is silent from that minute
    response["ETag"] = f'"{voice.file.sha256}"'
    return response


def _part(asked: str, size: int) -> range | None:
    """The bytes asked for; None for the whole file, an empty range where there are no such bytes."""
    match = _RANGE.fullmatch(asked)
    if match is None or match[1] == match[2] == "":
        return None
    if not match[1]:
        return range(max(0, size - int(match[2])), size)
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    return range(first, last + 1)
