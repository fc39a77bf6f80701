"""The process inside the jail: `python -m dienhong.reading.worker ORDER < file`, JSON on standard output.

It imports the one reader it needs, after giving up memory, time, files to write and the network.
"""

import importlib
import json
import resource
import sys
from collections.abc import Callable, Mapping
from typing import Any

from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable

JOBS: Mapping[str, str] = {
    "docx": "dienhong.reading.docx_text",
    "html": "dienhong.reading.html_text",
    "pdf": "dienhong.reading.pdf_text",
    "plain": "dienhong.reading.plain_text",
    "ocr-pdf": "dienhong.reading.ocr_page",
    "ocr-image": "dienhong.reading.ocr_page",
    "ocr-package": "dienhong.reading.ocr_page",
    "xlsx": "dienhong.reading.xlsx_table",
    "csv": "dienhong.reading.csv_table",
    "beside": "dienhong.reading.beside",
}
FORBIDDEN_EVENTS = ("socket.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "ftplib.", "urllib.")


def main() -> None:
    order = json.loads(sys.argv[1])
    limits = Limits(**order["limits"])
    ocr = order["job"].startswith("ocr")
    _give_up(limits, ocr=ocr)
    if not ocr:  # that one starts Tesseract
        sys.addaudithook(_forbid)
    sys.stdout.write(_run(order["job"], order["page"], limits) + "\n")
    sys.stdout.flush()


def _give_up(limits: Limits, *, ocr: bool) -> None:
    memory = limits.ocr_memory_bytes if ocr else limits.memory_bytes
    seconds = limits.ocr_seconds if ocr else limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid(event: str, _: tuple[Any, ...]) -> None:
    """Second lock: no reader has a reason to open a connection or start a program."""
    if event.startswith(FORBIDDEN_EVENTS) or event == "subprocess.Popen":
        raise PermissionError(event)


def _run(job: str, page: int, limits: Limits) -> str:
    """The reader's answer as JSON, or the code of its refusal; its traceback stays inside."""
    try:
        data = sys.stdin.buffer.read(limits.file_bytes + 1)
        if len(data) > limits.file_bytes:
            raise Unreadable(Refusal.TOO_LARGE)  # noqa: TRY301 (one place turns refusals into codes)
        answer: Callable[..., dict[str, Any]] = importlib.import_module(JOBS[job]).answer
        return json.dumps(answer(data, limits=limits, page=page))
    except Unreadable as refusal:
        return json.dumps({"refused": refusal.code})
    except (MemoryError, RecursionError):
        return json.dumps({"refused": Refusal.TOO_HEAVY})
    except Exception:  # noqa: BLE001 (a reader's surprise at bad bytes is a broken file to its owner)
        return json.dumps({"refused": Refusal.BROKEN})


if __name__ == "__main__":
    main()
