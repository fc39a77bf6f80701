"""The register of what villages decided, as a table: its columns and its rows. No household, nobody's name."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models import Matter
from dienhong.foundations.clock import VIETNAM
from dienhong.opendata import shown
from dienhong.opendata.dictionary import Column
from dienhong.opendata.shown import Value

COLUMNS: Final = (
    Column("id", _("Số"), _("Số của việc trên hệ thống này; không đổi."), "integer"),
    Column("address", _("Địa chỉ"), _("Trang của việc; không đổi."), "anyURI"),
    Column("commune_code", _("Mã xã"), _("Mã của xã trên hệ thống này.")),
    Column("village_code", _("Mã thôn"), _("Mã của thôn, tổ dân phố đã quyết định, như khi đó.")),
    Column("village", _("Thôn"), _("Tên thôn, tổ dân phố như khi đó.")),
    Column(
        "number", _("Số trong sổ"), _("Số trong sổ quyết định của thôn, theo năm thông qua."), "integer",
        is_always_there=False,
    ),
    Column("clause", _("Thuộc"), _("Khoản của Điều 15 Luật Thực hiện dân chủ ở cơ sở.")),
    Column("scope", _("Phạm vi"), _("village: việc của thôn; commune: việc của cả xã.")),
    Column("title", _("Việc"), _("Tên việc.")),
    Column("asked", _("Câu hỏi"), _("Câu các hộ đã tán thành hoặc không.")),
    Column("form", _("Hình thức"), _("meeting: họp; ballot: phát phiếu; online: trực tuyến.")),
    Column("voted_on", _("Ngày biểu quyết"), _("Ngày họp hoặc ngày kết thúc lấy ý kiến."), "date"),
    Column("households", _("Tổng số hộ"), _("Số hộ trong danh sách đã chốt: mẫu số của tỷ lệ."), "integer"),
    Column("took_part", _("Số hộ tham gia"), _("Số hộ có mặt hoặc có phiếu."), "integer"),
    Column("agree", _("Tán thành"), _("Số hộ tán thành."), "integer"),
    Column("disagree", _("Không tán thành"), _("Số hộ không tán thành."), "integer"),
    Column("other", _("Ý kiến khác"), _("Số hộ có ý kiến khác."), "integer"),
    Column("adopted", _("Thông qua"), _("1: được thông qua; 0: không."), "integer"),
    Column("citation", _("Căn cứ"), _("Điều khoản về số hộ phải tán thành.")),
    Column("stage", _("Tình trạng"), _("Mã bước của việc, như sơ đồ “Quyết định của cộng đồng dân cư” ở trang luật.")),
    Column(
        "effective_on", _("Có hiệu lực từ"), _("Ngày bắt đầu có hiệu lực; để trống: chưa."), "date",
        is_always_there=False,
    ),
    Column(
        "amends", _("Sửa đổi, thay thế"), _("Số của việc được sửa đổi, thay thế."), "integer", is_always_there=False
    ),
    Column("amended_by", _("Được sửa bởi"), _("Số của các việc sửa đổi, thay thế, cách nhau bằng dấu cách.")),
    Column("record_version", _("Bản"), _("Số của bản mới nhất của biên bản; 0: chưa lập."), "integer"),
    Column("record_sha256", _("Mã băm biên bản"), _("SHA-256 của bản mới nhất; để trống: chưa lập.")),
    Column("counted_at", _("Máy chủ ghi nhận"), _("Lúc máy chủ ghi nhận kết quả; không ai đặt được."), "dateTime"),
)  # fmt: skip
NAMES: Final = tuple(each.name for each in COLUMNS)


def row(matter: Matter) -> dict[str, Value]:
    """Of a matter that came from `decisions.queries.public.decided` with its `records`. No query."""
    last = matter.counted[0]  # type: ignore[attr-defined]
    newest = max(matter.records.all(), key=lambda each: each.version, default=None)
    above = matter.village.parent
    values: tuple[Value, ...] = (
        matter.pk,
        shown.absolute("decisions:public", matter.pk),
        above.code if above else "",
        matter.village.code,
        str(matter.village),
        matter.number,
        matter.law.clause,
        matter.scope,
        matter.title,
        matter.asked,
        last.form,
        last.on.isoformat(),
        last.households,
        last.present,
        last.agree,
        last.disagree,
        last.other,
        int(last.is_adopted),
        last.why["citation"],
        matter.stage,
        matter.effective_on.isoformat() if matter.effective_on else None,
        matter.amends_id,
        " ".join(str(each.pk) for each in matter.amended_by.all()),
        newest.version if newest else 0,
        newest.digest if newest else "",
        last.recorded_at.astimezone(VIETNAM).isoformat(timespec="seconds"),
    )
    return dict(zip(NAMES, values, strict=True))
