"""Shape of what is typed about a citizen's initiative and the households that consent."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.actions import Backing, Given, Wish
from dienhong.decisions.forms import ORDINARY, OTHERWISE, Keyed, MoneyFields, long_words
from dienhong.decisions.models import Consent, Initiative
from dienhong.foundations.days import DayField
from lawcore.ballots.matters import Matter as Kind


class WishForm(Keyed):
    """What a citizen wants to be put to the village."""

    kind = forms.ChoiceField(
        label=_("Đây là việc gì?"), choices=ORDINARY, widget=forms.RadioSelect, help_text=OTHERWISE
    )
    title = forms.CharField(label=_("Tên sáng kiến"), max_length=200)
    asked = long_words(_("Câu hỏi để các hộ tán thành hoặc không"))
    reason = long_words(_("Vì sao nên làm"), required=False)
    proposed_by = forms.CharField(label=_("Công dân nêu sáng kiến"), max_length=120)

    def wish(self) -> Wish:
        """As the action takes it."""
        given = self.cleaned_data
        return Wish(Kind(given["kind"]), given["title"], given["asked"], given["proposed_by"], reason=given["reason"])


class ConsentForm(Keyed):
    """The households that agreed on one day."""

    given_on = DayField(label=_("Ngày các hộ đồng ý"))
    way = forms.ChoiceField(
        label=_("Đồng ý bằng cách nào"), choices=Consent.Way.choices, initial="list", widget=forms.RadioSelect
    )
    households = forms.TypedMultipleChoiceField(
        label=_("Những hộ đã đồng ý"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    by_name = forms.CharField(label=_("Người thay mặt hộ, nếu chỉ ghi một hộ"), max_length=120, required=False)

    def __init__(self, *args: Any, choices: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        households = self.fields["households"]
        if isinstance(households, forms.ChoiceField):
            households.choices = list(choices)

    def given(self) -> Given:
        """As the action takes it."""
        given = self.cleaned_data
        return Given(given["households"], given["given_on"], Consent.Way(given["way"]), given["by_name"])


class BackingForm(MoneyFields, Keyed):
    """LDC art. 16 cl. 3: with enough households, or with the Front although they are fewer."""

    agreed_with = forms.CharField(label=_("Người của Mặt trận đã thống nhất"), max_length=120)
    agreed_on = DayField(label=_("Ngày thống nhất"))
    front_agrees = forms.BooleanField(
        label=_("Chưa đủ 10% số hộ, nhưng Ban công tác Mặt trận tán thành vì có lợi cho cộng đồng"), required=False
    )

    def backing(self) -> Backing:
        """As the action takes it."""
        given = self.cleaned_data
        return Backing(given["agreed_with"], given["agreed_on"], front_agrees=given["front_agrees"], money=self.money())


class DropForm(Keyed):
    ground = forms.ChoiceField(label=_("Căn cứ"), choices=Initiative.Ground.choices, widget=forms.RadioSelect)
    reason = long_words(_("Vì sao dừng"))
