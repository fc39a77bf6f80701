"""A refusal, told to who sent something: on the form it was typed in, or above the page."""

from types import TracebackType

from django.contrib import messages
from django.forms.forms import BaseForm
from django.http import HttpRequest

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused


class _Told:
    """A block that may be refused: the view goes on after it, with the refusal told.

    Who may not, and what is not there, are no matter of what was typed: they go on up (NotAllowed, NotFound).
    """

    def __enter__(self) -> None:
        """Nothing is prepared."""

    def __exit__(
        self, _kind: type[BaseException] | None, raised: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        if not isinstance(raised, Refused) or isinstance(raised, NotAllowed | NotFound):
            return False
        self.tell(str(raised))
        return True

    def tell(self, words: str) -> None:
        raise NotImplementedError


class told_on(_Told):  # noqa: N801 - reads as the verb it is
    """What is refused inside stands on the form, beside `field` or above all."""

    def __init__(self, form: BaseForm, field: str | None = None) -> None:
        self.form, self.field = form, field

    def tell(self, words: str) -> None:
        self.form.add_error(self.field, words)


class told_above(_Told):  # noqa: N801 - reads as the verb it is
    """What is refused inside, by one button, stands above the next page."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def tell(self, words: str) -> None:
        messages.warning(self.request, words)
