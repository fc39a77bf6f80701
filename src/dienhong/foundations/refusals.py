"""Refusals that every domain shares. A page turns each into a status and one Vietnamese sentence."""


class Refused(Exception):
    """The law or the state of things does not allow it now; the message says what to do. HTTP 409."""


class NotAllowed(Refused):
    """This person may not. HTTP 403."""


class NotFound(Refused):
    """Not there, or not yours: the two answer alike. HTTP 404."""
