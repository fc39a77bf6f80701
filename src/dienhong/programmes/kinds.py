"""What each kind of evidence asks for: its words, its typed fields, and which register it points into."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lawcore.indicators import Evidence, Population

OTHER = "other"  # proves a task done and counts for no indicator

NOT_DONE = _("Báo cáo là chưa thực hiện trong kỳ này")


class Shape(StrEnum):
    TEXT = "text"
    NUMBER = "number"  # a whole number, not negative
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A typed field of a kind. `choices` are (code, words) where the shape is CHOICE."""

    name: str
    label: str | Promise
    shape: Shape
    is_required: bool = True
    choices: tuple[tuple[str, str | Promise], ...] = ()
    hint: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """`points_to` is the population whose members a record names; `negative` the words of "it was not done"."""

    code: str
    label: str | Promise
    day: str | Promise
    fields: tuple[Field, ...] = ()
    points_to: Population | None = None
    negative: str | Promise = NOT_DONE


NUMBER = Field("number", _("Số, ký hiệu văn bản"), Shape.TEXT)
NOTE = Field("note", _("Nội dung chính"), Shape.TEXT, is_required=False)
OUTCOME = Field(
    "outcome",
    _("Kết quả rà soát"),
    Shape.CHOICE,
    choices=(("kept", _("giữ nguyên")), ("amended", _("sửa đổi, bổ sung")), ("replaced", _("thay thế"))),
)
CHANNEL = Field(
    "channel",
    _("Hình thức công khai"),
    Shape.CHOICE,
    choices=(
        ("board", _("niêm yết tại trụ sở, nhà văn hóa")),
        ("portal", _("cổng, trang thông tin điện tử")),
        ("loudspeaker", _("loa truyền thanh")),
        ("village-head", _("thông qua trưởng thôn, tổ trưởng tổ dân phố")),
        ("other", _("hình thức khác")),
    ),
)
FORM = Field(
    "form",
    _("Hình thức tuyên truyền"),
    Shape.CHOICE,
    choices=(
        ("meeting", _("hội nghị, cuộc họp")),
        ("village-meeting", _("họp thôn, tổ dân phố")),
        ("loudspeaker", _("loa truyền thanh")),
        ("portal", _("cổng, trang thông tin điện tử")),
        ("network", _("mạng xã hội")),
        ("contest", _("cuộc thi tìm hiểu")),
        ("other", _("hình thức khác")),
    ),
)
PROCESS = Field(
    "process",
    _("Việc làm trên môi trường số"),
    Shape.CHOICE,
    choices=(
        ("disclosure", _("công khai thông tin")),
        ("consultation", _("lấy ý kiến")),
        ("petition", _("tiếp nhận phản ánh, kiến nghị")),
        ("meeting", _("họp trực tuyến")),
    ),
)

_ALL = (
    Kind(
        Evidence.OUTREACH,
        _("Tuyên truyền, phổ biến"),
        _("Ngày tổ chức"),
        (FORM, Field("audience", _("Số người dự hoặc được tiếp cận"), Shape.NUMBER, is_required=False), NOTE),
    ),
    Kind(
        Evidence.DISCLOSURE,
        _("Công khai một nội dung"),
        _("Ngày công khai"),
        (CHANNEL,),
        Population.ITEMS,
    ),
    Kind(
        Evidence.DIGITAL_PROCESS,
        _("Việc dân chủ làm trên môi trường số"),
        _("Ngày thực hiện"),
        (PROCESS, Field("system", _("Tên hệ thống, ứng dụng"), Shape.TEXT)),
    ),
    Kind(Evidence.IT_PLAN, _("Kế hoạch ứng dụng công nghệ thông tin"), _("Ngày ban hành"), (NUMBER,)),
    Kind(Evidence.RULES_ISSUED, _("Ban hành quy chế thực hiện dân chủ"), _("Ngày ban hành"), (NUMBER,)),
    Kind(Evidence.RULES_REVIEWED, _("Rà soát quy chế thực hiện dân chủ"), _("Ngày rà soát"), (OUTCOME,)),
    Kind(
        Evidence.CONVENTION,
        _("Có hương ước, quy ước được công nhận"),
        _("Ngày công nhận"),
        (NUMBER,),
        negative=_("Báo cáo là thôn chưa có hương ước, quy ước"),
    ),
    Kind(Evidence.CONVENTION_REVIEWED, _("Rà soát hương ước, quy ước"), _("Ngày rà soát"), (OUTCOME,)),
    Kind(
        Evidence.BOARD_PLAN,
        _("Kế hoạch hỗ trợ Ban Thanh tra nhân dân, Ban Giám sát đầu tư"),
        _("Ngày ban hành"),
        (NUMBER,),
        Population.BOARDS,
    ),
    Kind(
        Evidence.BOARD_BUDGET,
        _("Kinh phí cho Ban Thanh tra nhân dân, Ban Giám sát đầu tư"),
        _("Ngày giao kinh phí"),
        (Field("amount", _("Số tiền (đồng)"), Shape.NUMBER),),
        Population.BOARDS,
    ),
    Kind(
        Evidence.RECOMMENDATION,
        _("Trả lời kiến nghị của Ban"),
        _("Ngày trả lời"),
        (Field("due_on", _("Hạn phải trả lời"), Shape.DAY), NOTE),
        Population.BOARDS,
        negative=_("Báo cáo là chưa trả lời kiến nghị này"),
    ),
    Kind(
        Evidence.COURSE,
        _("Lớp bồi dưỡng, tập huấn"),
        _("Ngày kết thúc lớp"),
        (Field("sessions", _("Số buổi học"), Shape.NUMBER),),
        Population.PERSONS,
    ),
    Kind(
        Evidence.ATTENDANCE,
        _("Cử người dự lớp bồi dưỡng, tập huấn"),
        _("Ngày dự lớp"),
        (Field("sessions", _("Số buổi đã dự"), Shape.NUMBER),),
        Population.PERSONS,
    ),
    Kind(Evidence.COUNCIL_RESOLUTION, _("Nghị quyết của Hội đồng nhân dân"), _("Ngày thông qua"), (NUMBER,)),
    Kind(OTHER, _("Kết quả thực hiện nhiệm vụ"), _("Ngày thực hiện"), (NOTE,)),
)
KINDS: Mapping[str, Kind] = {str(kind.code): kind for kind in _ALL}
OF_TOPIC: Mapping[str, str] = {
    "training": Evidence.COURSE,
    "communication": Evidence.OUTREACH,
    "technology": Evidence.DIGITAL_PROCESS,
}


def label_of(code: str) -> str:
    return str(KINDS[code].label) if code in KINDS else code
