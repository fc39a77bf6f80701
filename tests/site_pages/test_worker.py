"""The worker: jobs of a dead worker are offered again, beats come again, a failing beat stops nothing."""

import os
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from dienhong.site import worker

AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


def job(status, *workers, started=AT, finished=None):
    return DBTaskResult.objects.create(
        status=status,
        started_at=started,
        finished_at=finished,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="x.y",
        worker_ids=list(workers),
        backend_name="default",
        run_after=AT,
        exception_class_path="",
        traceback="",
    )


def here(process):
    return f"{worker._name().rpartition(':')[0]}:{process}"


@pytest.fixture
def dead_process():
    process = os.fork()
    if process == 0:
        os._exit(0)
    os.waitpid(process, 0)
    return process


@pytest.mark.parametrize(
    ("minutes", "again"), [(29, False), (31, True)], ids=["under half an hour", "over half an hour"]
)
def test_a_job_of_a_worker_elsewhere_is_offered_again_after_half_an_hour(db, minutes, again):
    waiting = job("RUNNING", "another-machine:1", started=AT - timedelta(minutes=minutes))
    worker.offer_again(AT)
    waiting.refresh_from_db()
    assert (waiting.status == "READY") is again


def test_a_job_of_a_worker_that_died_here_is_offered_again_at_once(db, dead_process):
    lost, kept = job("RUNNING", here(dead_process)), job("RUNNING", here(os.getpid()))
    assert worker.offer_again(AT) == 1
    lost.refresh_from_db()
    kept.refresh_from_db()
    assert (lost.status, kept.status) == ("READY", "RUNNING")


@pytest.mark.parametrize(("tried", "again"), [(1, True), (2, True), (3, False)])
def test_a_failed_job_is_tried_three_times(db, tried, again):
    failed = job("FAILED", *["w:1"] * tried, finished=AT)
    worker.offer_again(AT)
    failed.refresh_from_db()
    assert (failed.status == "READY") is again


def test_a_beat_that_fails_comes_again_and_stops_nothing(transactional_db, monkeypatch, caplog):
    stop, calls = threading.Event(), []

    def broken(_at):
        calls.append("broken")
        raise RuntimeError("hỏng")

    def good(_at):
        calls.append("good")
        if calls.count("good") == 2:
            stop.set()

    beats = (worker.Beat("a", timedelta(0), broken), worker.Beat("b", timedelta(0), good))
    monkeypatch.setattr(worker, "BEATS", beats)
    monkeypatch.setattr(worker, "run_jobs", lambda *_queue: None)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    worker.run(stop, rest=0)
    for each in threading.enumerate():
        if each.daemon and each is not threading.current_thread() and "_run_slow_jobs" in each.name:
            each.join(timeout=30)
    assert calls == ["broken", "good", "broken", "good"]
    assert "Chưa làm được: a" in caplog.text
