"""What the plan says of a content: in which ways, where, by when, for how long. Vietnamese always, it is printed."""

from dataclasses import dataclass

from dienhong.disclosures import asking
from dienhong.disclosures.models import FIELD_UNITS, Item
from lawcore.disclosures import Form, Place, Publisher
from lawcore.disclosures.obligations import FORMS
from lawcore.timelimits import Every, Period, Unit

PERIODS = {
    Every.MONTH: "hằng tháng",
    Every.QUARTER: "hằng quý",
    Every.HALF_YEAR: "sáu tháng một lần",
    Every.YEAR: "hằng năm",
}
SHORT = {
    Form.POSTING: "niêm yết",
    Form.PORTAL: "đăng cổng, trang thông tin điện tử",
    Form.RADIO: "phát truyền thanh xã",
    Form.VILLAGE_HEAD: "qua Trưởng thôn, Tổ trưởng tổ dân phố",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """`due` is the rule of the last day, `stays` for how long; `forms` and `places` in words, "" for none."""

    forms: str
    places: str
    due: str
    stays: str

    @property
    def short(self) -> str:
        """In one line of a list: "hạn: 5 ngày làm việc từ ngày ký · niêm yết ít nhất 30 ngày liên tục"."""
        return " · ".join(part for part in (f"hạn: {self.due}", self.stays) if part)


def terms(item: Item, kind: str) -> Terms:
    """What the law, or the law of its field, asks for a content of a plan of this kind."""
    asked = item.asked["result"]
    return Terms(
        forms="; ".join(_way(form, kind) for form in asked["forms"]),
        places=", ".join(_place(place) for place in asked["places"] if Form.POSTING in asked["forms"]),
        due=_due(item, kind),
        stays=_stays(asked),
    )


def _way(form: str, kind: str) -> str:
    if form in SHORT:
        return SHORT[Form(form)]
    words = {str(way.code): way.label for way in FORMS[Publisher(kind)]}[form]
    return words[:1].lower() + words[1:]


def _place(code: str) -> str:
    return "trụ sở xã" if code == Place.OFFICE else Place(code).words


def _due(item: Item, kind: str) -> str:
    every = asking.every(item.code, kind)
    since = "ngày hết kỳ" if every else "ngày ký"
    if item.field_days is not None:
        within = f"{item.field_days} {dict(FIELD_UNITS)[item.field_unit]} từ {since} ({item.field_clause})"
    else:
        asked = item.asked["result"]["within"]
        within = f"{Period(asked['number'], Unit(asked['unit']))} từ {since}"
        within += " (mục tiêu phục vụ)" if every else ""
    return f"{PERIODS[every]}, {within}" if every else within


def _stays(asked: dict[str, object]) -> str:
    parts = []
    if asked["for_good"]:
        parts.append("niêm yết thường xuyên, cập nhật khi có thay đổi")
    elif length := _length(asked["stays"]):
        parts.append(f"{'niêm yết' if Form.POSTING in _forms(asked) else 'đăng'} ít nhất {length} liên tục")
    if length := _length(asked["broadcast"]):
        parts.append(f"phát thanh ít nhất {length} liên tục")
    return "; ".join(parts)


def _forms(asked: dict[str, object]) -> list[str]:
    forms = asked["forms"]
    return list(forms) if isinstance(forms, list) else []


def _length(period: object) -> str:
    return str(Period(period["number"], Unit(period["unit"]))) if isinstance(period, dict) else ""
