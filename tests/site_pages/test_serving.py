"""What runs beside the server."""

import sys
import threading
import time

from dienhong.site import serving

COUNTED = "import pathlib, sys; f = pathlib.Path(sys.argv[1]); f.write_text(f.read_text() + '|')"


def wait_for(condition):
    end = time.monotonic() + 30
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
