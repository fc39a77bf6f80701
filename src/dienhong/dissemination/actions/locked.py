"""What every verb here does first: lock the disclosure, ask whether its newest version may be spread."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure, Version
from dienhong.disclosures.screening import screen_text
from dienhong.foundations.refusals import Refused

EMPTY = gettext_lazy("Chưa có nội dung để đưa tin. Hãy đưa nội dung lên trước.")


def locked(disclosure: Disclosure) -> Disclosure:
    """The row, held until the act is over: two people who number a version wait for each other."""
    rows = Disclosure.objects.select_for_update(of=("self",))
    return rows.select_related("item__plan__organization__locality", "village").get(pk=disclosure.pk)


def spreadable(disclosure: Disclosure) -> Version:
    """Its newest version. Refused where it was withdrawn or stopped, or where only a clock runs."""
    version = disclosures.newest(disclosure)
    if not version.has_content:
        raise Refused(str(EMPTY))
    if disclosure.is_closed or getattr(version, "withdrawal", None) is not None:
        raise Refused(_("Bản này đã rút, không đưa tin được nữa. Hãy đưa bản mới trước."))
    if not disclosures.is_free(version):
        raise Refused(
            _("Nội dung còn chỗ cần xem lại. Hãy đợi xem xong, sửa, hoặc nhờ người thứ hai cho phép trước khi đưa tin.")
        )
    return version


def check_words(version: Version, text: str) -> None:
    """What screening finds in new words stops them, unless a second person let the same version out."""
    if getattr(version, "clearance", None) is not None:
        return
    findings = screen_text(text).findings
    if findings:
        seen = "; ".join(f"{each.place}: {each.excerpt}" for each in findings[:3])
        raise Refused(_("Lời này có thông tin không được đưa ra (%(seen)s). Hãy bỏ đi rồi lưu lại.") % {"seen": seen})
