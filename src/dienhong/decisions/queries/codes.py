"""The code on a household's slip: made again from the key of the installation, found by a keyed hash, kept nowhere."""

from dienhong.documents import codes
from dienhong.foundations.encryption import blind_index

MADE, FOUND = "decisions.slip.code", "decisions.slip.found"


def code_of(subject: str) -> str:
    """The ten letters for `subject` ("slip:12:7"): always the same, and not to be guessed from another's."""
    number = int(blind_index(subject, purpose=MADE), 16)
    letters = []
    for _place in range(codes.CODE_LENGTH):
        number, at = divmod(number, len(codes.LETTERS))
        letters.append(codes.LETTERS[at])
    return "".join(letters)


def index_of(typed: str) -> str:
    """By what a row is found from the code as somebody typed it, "7kq2m-9xtra"."""
    return blind_index(codes.as_typed(typed), purpose=FOUND)


def printed(code: str) -> str:
    """As it stands on paper: "7KQ2M-9XTRA"."""
    half = codes.CODE_LENGTH // 2
    return f"{code[:half]}-{code[half:]}"
