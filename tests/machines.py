"""State machines over the database: each story in a transaction of its own that is rolled back at its end.

`make test` takes a thousand steps of each machine; `make machines` as many as DIENHONG_MACHINE_STEPS says.
"""

import os
import sys
from contextlib import suppress
from math import ceil
from time import monotonic, process_time

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from dienhong.foundations.refusals import Refused

STEPS = int(os.environ.get("DIENHONG_MACHINE_STEPS", "1000"))
"""Steps of one machine, at least."""
LONGEST = 50
SETTINGS = settings(
    stateful_step_count=LONGEST,
    deadline=None,
    derandomize=False,  # what was not found today may be found tomorrow
    suppress_health_check=list(HealthCheck),
)


class Story(RuleBasedStateMachine):
    """A machine whose every run begins from what `begin` makes and leaves nothing behind. Counts its steps.

    Invariants look at what the last step may have changed. They are spared after a step that was refused as a whole:
    its savepoint was undone, so everything is as it was when they last held. What takes long to look at is looked at
    once, at the end of the story: `whole`.
    """

    steps, wholes, looked = 0, 0, 0.0

    def __init__(self):
        super().__init__()
        self.touched, self._first = True, True
        self._atomic = transaction.atomic()
        self._atomic.__enter__()
        try:
            self.begin()
        except BaseException:
            self._undo()
            raise

    def begin(self):
        """Make what the story starts from. What every story starts from alike is made once, before them all."""

    def whole(self):
        """What must hold of everything at the end."""

    def tried(self, act, *, lawful=None, kind=Refused):
        """What the act gave, or None where it was refused and its savepoint undone; never the one for the other."""
        try:
            with transaction.atomic():
                done = act()
        except kind as refusal:
            if lawful:
                raise AssertionError(f"lawful and refused: {refusal}") from refusal
            return None
        assert lawful is not False, f"not refused: {done!r}"
        self.touched = True
        return done

    def check_invariants(self, *args, **kwargs):
        type(self).steps += not self._first
        self._first = False
        since = process_time()
        if self.touched:
            super().check_invariants(*args, **kwargs)
        self.touched = False
        type(self).looked += process_time() - since

    def teardown(self):
        try:
            if sys.exc_info()[0] is None:
                since = process_time()
                self.whole()
                type(self).looked += process_time() - since
                type(self).wholes += 1
        finally:
            self._undo()

    def _undo(self):
        transaction.set_rollback(True)
        with suppress(Exception):
            self._atomic.__exit__(None, None, None)


def run(story):
    """Runs as many stories as make up STEPS, and says how many steps they were. Not every story is of full length."""
    story.steps, story.wholes, story.looked, begun, worked = 0, 0, 0.0, monotonic(), process_time()
    while (left := STEPS - story.steps) > 0:
        stories = max(5, ceil(left / LONGEST))
        run_state_machine_as_test(story, settings=settings(SETTINGS, max_examples=stories))
    took, each = monotonic() - begun, 1000 / story.steps
    print(  # noqa: T201
        f"{story.__name__}: {story.steps} steps of {story.wholes} stories in {took:.1f} s; of the processor "
        f"{(process_time() - worked) * each:.1f} ms a step, {story.looked * each:.1f} of them to look at what must hold"
    )
    assert story.wholes
