"""Serving: the database brought up to date, static files in place, the server and the worker started."""

import subprocess
import sys

from django.core.management import call_command


def prepare(*, verbose: bool = False) -> None:
    """Creates or upgrades the tables and puts the static files where the server finds them; safe to repeat."""
    call_command("migrate", verbosity=1 if verbose else 0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)


def serve(*, host: str, port: int, workers: int, with_worker: bool) -> int:
    """Serves until interrupted; with the worker beside it when asked. The exit code of the server."""
    from granian import Granian  # noqa: PLC0415 - only who serves needs the server
    from granian.constants import Interfaces  # noqa: PLC0415

    helper = subprocess.Popen([sys.executable, "-m", "dienhong.site.cli", "worker"]) if with_worker else None
    try:
        Granian(
            "dienhong.site.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=4,
            log_enabled=False,
            websockets=False,
        ).serve()
    finally:
        if helper is not None:
            helper.terminate()
            helper.wait(timeout=30)
    return 0
