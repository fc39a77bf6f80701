"""Run one reader over untrusted bytes in a process of its own, bounded in memory, time and answer."""

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import Any, BinaryIO

from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable


def run(job: str, file: BinaryIO, *, limits: Limits, page: int = 0) -> dict[str, Any]:
    """The JSON answer of `job` over `file`.

    The job is a key of worker.JOBS; it gets the file as standard input and sets the limits on
    itself before it reads the first byte. Raises Unreadable when the reader refuses, dies, or
    takes more than it may.
    """
    order = json.dumps({"job": job, "page": page, "limits": asdict(limits)})
    file.seek(0)
    process = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
        [sys.executable, "-P", "-s", "-S", "-B", "-m", "dienhong.reading.worker", order],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    seconds = limits.ocr_seconds if job.startswith("ocr") else limits.wall_seconds
    return _answer(_output(process, seconds=seconds, at_most=limits.answer_bytes))


PASSED_ON = ("TESSDATA_PREFIX",)


def _environment() -> dict[str, str]:
    """Nothing of ours but where Python finds its modules; -S above saves the start of `site`."""
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ} | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
    }


def _output(process: subprocess.Popen[bytes], *, seconds: int, at_most: int) -> bytes:
    assert process.stdout is not None  # noqa: S101 (opened as a pipe above)
    alarm = threading.Timer(seconds, _kill, [process])
    alarm.start()
    try:
        output = process.stdout.read(at_most + 1)
        if len(output) <= at_most:  # it has closed its end and is leaving
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    finally:
        alarm.cancel()
        _kill(process)
        process.stdout.close()
        process.wait()
    if len(output) > at_most:
        raise Unreadable(Refusal.TOO_MUCH_TEXT)
    if process.returncode > 0:  # not stopped by a limit: our own reader is at fault, not the file
        raise Unreadable(Refusal.READER_FAILED)
    return output


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The reader and whatever it started. Safe to call on one that has ended and is not yet waited for."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _answer(output: bytes) -> dict[str, Any]:
    if not output.endswith(b"\n"):  # killed by a limit, or crashed in the middle
        raise Unreadable(Refusal.TOO_HEAVY)
    answer: dict[str, Any] = json.loads(output)
    if "refused" in answer:
        raise Unreadable(Refusal(answer["refused"]))
    return answer
