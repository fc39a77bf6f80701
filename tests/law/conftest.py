"""What tests of the law need: they run without Django and without what stands one folder up."""

import gc

from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy machine is no failure
settings.load_profile("any machine")


def pytest_collection_finish():
    """Thousands of collected tests live to the end: the garbage collector need not look through them each time."""
    gc.collect()
    gc.freeze()
