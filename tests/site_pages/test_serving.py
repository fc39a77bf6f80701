"""What runs beside the server."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress

from dienhong.site import serving

COUNTED = "import pathlib, sys; f = pathlib.Path(sys.argv[1]); f.write_text(f.read_text() + '|')"


def wait_for(condition, *, seconds=30):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


def test_a_worker_that_ended_is_started_again_until_the_server_stops(tmp_path):
    starts = tmp_path / "starts"
    starts.write_text("")
    stop = threading.Event()
    keeper = threading.Thread(target=serving.keep_running, args=((sys.executable, "-c", COUNTED, str(starts)), stop))
    keeper.start()
    again = wait_for(lambda: len(starts.read_text()) > 1)
    stop.set()
    keeper.join(timeout=30)
    assert again
    assert not keeper.is_alive()


def test_a_worker_that_runs_is_ended_with_the_server(tmp_path):
    mark = tmp_path / "mark"
    program = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).touch(); time.sleep(600)"
    stop = threading.Event()
    keeper = threading.Thread(target=serving.keep_running, args=((sys.executable, "-c", program, str(mark)), stop))
    keeper.start()
    began = wait_for(mark.exists)
    stop.set()
    keeper.join(timeout=30)
    assert began
    assert not keeper.is_alive()


def is_answered(port):
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def test_a_server_that_is_killed_leaves_its_port_free_and_nothing_running(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    elsewhere = {name: value for name, value in os.environ.items() if not name.startswith("DIENHONG_")}
    server = subprocess.Popen(
        [sys.executable, "-m", "dienhong.site.cli", "serve", "--port", str(port), "--workers", "1", "--with-worker"],
        env={**elsewhere, "DIENHONG_HOME": str(tmp_path), "DIENHONG_URL": f"http://localhost:{port}"},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert wait_for(lambda: is_answered(port), seconds=180)  # it makes its database first
        server.kill()
        server.communicate(timeout=15)  # whatever the server started holds its end of the pipe until it has ended
        assert not is_answered(port)
        serving.check_port("127.0.0.1", port)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.stdout.close()
        server.wait(timeout=15)
