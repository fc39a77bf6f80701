"""The worker: runs the jobs that actions left, and what has to happen again and again.

One process, two loops: in one, jobs first, then whatever the clock says is due, then a short rest; in the other the
jobs that take minutes, which hold up nobody. It may be killed at any moment: a job it had claimed is offered again,
and every job is safe to run twice.
"""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import FrameType

from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker as JobRunner
from django_tasks_db.models import DBTaskResult

from dienhong.decisions import tasks as decisions
from dienhong.disclosures import tasks as disclosures
from dienhong.documents import tasks as documents
from dienhong.foundations import clock
from dienhong.ledger import tasks as ledger
from dienhong.notifications import tasks as notifications
from dienhong.programmes import tasks as programmes
from dienhong.spot_checks import tasks as spot_checks

log = logging.getLogger(__name__)

STALE_AFTER = timedelta(minutes=30)
GIVE_UP_AFTER = timedelta(days=1)
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Beat:
    """Something that happens again and again: `run` is given the moment."""

    name: str
    every: timedelta
    run: Callable[[datetime], object]


def _name() -> str:
    return f"{socket.gethostname()[:40]}:{os.getpid()}"


def _is_gone(worker: str) -> bool:
    """A worker of this machine whose process is no more. Of another machine we cannot tell."""
    host, _, process = worker.rpartition(":")
    if host != socket.gethostname()[:40] or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def offer_again(at: datetime) -> int:
    """Jobs whose worker died, and failed jobs not yet tried three times, are offered again; how many."""
    again = [
        job.pk
        for job in DBTaskResult.objects.filter(status="RUNNING").order_by("pk")
        if job.started_at < at - STALE_AFTER or _is_gone(job.worker_ids[-1])
    ]
    again += [
        job.pk
        for job in DBTaskResult.objects.filter(status="FAILED", finished_at__gte=at - GIVE_UP_AFTER).order_by("pk")
        if len(job.worker_ids) < ATTEMPTS
    ]
    return DBTaskResult.objects.filter(pk__in=again).update(status="READY", started_at=None, finished_at=None)


BEATS = (
    Beat("Niêm phong sổ cái", timedelta(seconds=30), ledger.seal),
    Beat("Rút mẫu đối chiếu", timedelta(seconds=30), spot_checks.draw),
    Beat("Giao lại việc dở dang", timedelta(minutes=1), offer_again),
    Beat("Gửi thư báo", timedelta(minutes=5), notifications.deliver),
    Beat("Nhắc việc đến hạn", timedelta(hours=1), programmes.remind),
    Beat("Mở hạn công khai của quý, năm vừa hết", timedelta(hours=6), disclosures.start_periods),
    Beat("Nhắc công khai đến hạn", timedelta(hours=1), disclosures.remind),
    Beat("Dọn tệp của biểu mẫu bỏ dở", timedelta(hours=6), disclosures.forget_held),
    Beat("Dọn tệp tải lên dở", timedelta(hours=6), documents.sweep),
    Beat("Dọn bản in giấy tờ họp", timedelta(hours=6), decisions.forget_papers),
    Beat("Xét nội dung đã công khai đủ ngày", timedelta(hours=6), disclosures.settle),
    Beat("Tính lại số liệu", timedelta(hours=6), programmes.rebuild),
)


def run_jobs(queue: str = "default") -> None:
    """All jobs that wait in a queue, one after the other; returns when none is left."""
    JobRunner(
        queue_names=[queue],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=_name(),
        excluded_queue_names=[],
    ).run()


def run(stop: threading.Event, *, rest: float = 1.0) -> None:
    """Works until `stop` is set. A beat that fails is logged and comes again; it stops nothing."""
    slow = threading.Thread(target=_run_slow_jobs, args=(stop, rest), daemon=True)
    slow.start()
    _run_all_else(stop, rest)


def _run_slow_jobs(stop: threading.Event, rest: float) -> None:
    """Jobs that take minutes. Nobody waits for this loop to end: what it was at is offered again."""
    while not stop.is_set():
        try:
            run_jobs("slow")
        except Exception:
            log.exception("Chưa chạy được công việc nền lâu")
        connection.close()
        stop.wait(rest)


def _run_all_else(stop: threading.Event, rest: float) -> None:
    next_time = {beat.name: clock.read() for beat in BEATS}
    while not stop.is_set():
        close_old_connections()
        try:
            run_jobs()
        except Exception:
            log.exception("Chưa chạy được công việc nền")
        at = clock.read()
        for beat in BEATS:
            if at >= next_time[beat.name]:
                next_time[beat.name] = at + beat.every
                try:
                    beat.run(at)
                except Exception:
                    log.exception("Chưa làm được: %s", beat.name)
        stop.wait(rest)


def run_until_signalled() -> None:
    """As a process of its own: SIGINT and SIGTERM finish the current job, then end."""
    stop = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    run(stop)
