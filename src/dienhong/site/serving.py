"""Serving: the database brought up to date, static files in place, the server and the worker started."""

import errno
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command

from dienhong.site import lifeline

WORKER = (sys.executable, "-m", "dienhong.site.cli", "worker")


class PortTaken(Exception):
    """Nobody can be served on this port."""


def check_port(host: str, port: int) -> None:
    """Raises PortTaken: two servers on one port would answer in turn, the old one and the new one."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        socket.create_server(address[:2], family=family).close()
    except OSError as failure:
        if failure.errno == errno.EADDRINUSE:
            words = "đang có chương trình khác dùng, có thể là một bản dùng thử còn chạy. Hãy dừng nó hoặc"
        else:
            words = f"không mở được ({failure.strerror}). Hãy"
        raise PortTaken(f"Cổng {port} {words} chọn cổng khác, ví dụ 8001.") from failure


def prepare() -> None:
    """Creates or upgrades the tables and puts the static files where the server finds them; safe to repeat."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    stamp, state = Path(settings.STATIC_ROOT) / "stamp", _static_state()
    if not stamp.exists() or stamp.read_text() != state:
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(state)


def _static_state() -> str:
    """What the packages' static files are now: another name, size or time gives another state."""
    state = sha256()
    for finder in get_finders():
        for path, storage in finder.list(None):
            facts = Path(storage.path(path)).stat()
            state.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return state.hexdigest()


def serve(*, host: str, port: int, workers: int, with_worker: bool) -> int:
    """Serves until interrupted; with the worker beside it when asked. The exit code of the server."""
    from granian import Granian  # noqa: PLC0415 - only who serves needs the server
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    stop = threading.Event()
    server = os.getpid()
    keeper = threading.Thread(target=keep_running, args=((*WORKER, "--beside", str(server)), stop))
    if with_worker:
        keeper.start()
    try:
        Granian(
            "dienhong.site.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=4,
            log_level=LogLevels.error,  # what escapes Django itself is seen, an ordinary request is not
            websockets=False,
        ).serve(target_loader=partial(_application, server), wrap_loader=False)
    finally:
        stop.set()
        if with_worker:
            keeper.join()
    return 0


def _application(server: int) -> WSGIHandler:
    """Called in each process that answers requests: the port is free again when the server was killed."""
    from dienhong.site.wsgi import application  # noqa: PLC0415 - set up where it is used

    lifeline.hold(server)
    return application


def keep_running(command: Sequence[str], stop: threading.Event) -> None:
    """Runs the command, again when it ended by itself or was killed, until `stop` is set; then ends it."""
    while not stop.is_set():
        process = subprocess.Popen(command)  # noqa: S603 - a command of ours
        while process.poll() is None and not stop.wait(1):
            pass
        if process.poll() is None:
            process.terminate()
            process.wait(timeout=30)
        else:
            stop.wait(1)  # one that cannot start is not tried without a pause
