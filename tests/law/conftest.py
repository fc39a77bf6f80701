"""What tests of the law need: they run without Django and without what stands one folder up."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy machine is no failure
settings.load_profile("any machine")
