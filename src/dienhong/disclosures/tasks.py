"""Work for later: a file is looked into. Work that comes again: periods end, days pass, what was up is done."""

from datetime import datetime

from django_tasks import task

from dienhong.disclosures import actions
from dienhong.foundations import clock


def start_periods(at: datetime) -> int:
    """Run by the worker; how many clocks of ended periods it started."""
    return actions.start_periods(at=at)


def remind(at: datetime) -> int:
    """Run by the worker; how many disclosures are due soon or have just become overdue."""
    return actions.remind(at=at)


def settle(at: datetime) -> int:
    """Run by the worker; how many disclosures are done since the last time."""
    return actions.settle_all(at=at)


@task(queue_name="slow")
def screen(version_id: int) -> None:
    """Minutes for a long scan; safe to run twice."""
    actions.look_into(version_id=version_id)


def forget_held(at: datetime) -> int:
    """Run by the worker: files of forms that were never finished are given up; how many."""
    return actions.forget_held(at=at)


@task()
def owe_resolution(version_id: int) -> None:
    """A resolution that everybody may read is disclosed too. Safe to run twice."""
    actions.start_resolution(version_id=version_id)


@task()
def finish_statement(statement_id: int) -> None:
    """The files of a paper that the chair signed. Safe to run twice."""
    actions.finish_statement(statement_id=statement_id, at=clock.read())
