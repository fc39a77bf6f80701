"""A process that ends with the one that started it, also when that one was killed and could tell nobody."""

import os
import signal
import threading
import time

EVERY = 1.0  # seconds


def hold(parent: int) -> None:
    """From now on this process is asked to end (SIGTERM) about a second after its parent, process `parent`, ended."""
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
