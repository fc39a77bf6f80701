"""Shape of a signed paper that was photographed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.actions import Page
from dienhong.decisions.forms import Keyed
from dienhong.disclosures.uploads import ACCEPTED, KINDS_AND_SIZE, KnownFile


class PhotoForm(Keyed):
    """The signed paper, photographed."""

    file = KnownFile(
        label=_("Ảnh chụp hoặc bản quét trang đã ký"),
        help_text=KINDS_AND_SIZE,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )


class PageForm(PhotoForm):
    """The signed paper and who signed it."""

    village_head = forms.BooleanField(label=_("Có chữ ký của Trưởng thôn, Tổ trưởng"), required=False)
    front_head = forms.BooleanField(label=_("Có chữ ký của Trưởng ban công tác Mặt trận"), required=False)
    front_member = forms.BooleanField(
        label=_("Có chữ ký của một thành viên khác của Ban công tác Mặt trận"),
        required=False,
        help_text=_("Khi một người vừa là Trưởng thôn vừa là Trưởng ban công tác Mặt trận."),
    )
    first = forms.CharField(label=_("Đại diện hộ thứ nhất đã ký"), max_length=120)
    second = forms.CharField(label=_("Đại diện hộ thứ hai đã ký"), max_length=120)

    def page(self) -> Page:
        """As the action takes it."""
        given = self.cleaned_data
        return Page(
            file_name=given["file"].name,
            chunks=given["file"].chunks(),
            village_head=given["village_head"],
            front_head=given["front_head"],
            front_member=given["front_member"],
            representatives=(given["first"], given["second"]),
        )
