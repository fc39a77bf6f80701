"""The data dictionary: every column of the register, its name for programs, its name and its meaning for people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is a datatype of CSVW (XML Schema): string, integer, date, dateTime, anyURI."""

    name: str
    title: str | Promise
    meaning: str | Promise
    kind: str = "string"
    is_always_there: bool = True


COLUMNS: Final = (
    Column("id", _("Số"), _("Số của lần công khai trên hệ thống này; không đổi."), "integer"),
    Column("address", _("Địa chỉ"), _("Trang của lần công khai; không đổi."), "anyURI"),
    Column("commune_code", _("Mã xã"), _("Mã của xã trên hệ thống này.")),
    Column("commune", _("Xã"), _("Tên xã, phường, đặc khu.")),
    Column("organization", _("Cơ quan"), _("Cơ quan phải công khai.")),
    Column(
        "village",
        _("Thôn"),
        _("Thôn, tổ dân phố mà nội dung chỉ liên quan; để trống: cả xã."),
        "string",
        is_always_there=False,
    ),
    Column("content_number", _("Nội dung số"), _("Số của nội dung trong Điều 11 của Luật, từ 1."), "integer"),
    Column("content_code", _("Mã nội dung"), _("Mã trong kế hoạch công khai năm.")),
    Column("content", _("Nội dung phải công khai"), _("Tên nội dung trong kế hoạch.")),
    Column("title", _("Tên"), _("Tên của lần công khai; khi chưa công khai hoặc đã rút: tên nội dung.")),
    Column("clause", _("Căn cứ"), _("Điều khoản buộc công khai.")),
    Column("plan_year", _("Năm kế hoạch"), _("Năm của kế hoạch công khai."), "integer"),
    Column("begun_on", _("Phát sinh"), _("Ngày của việc làm phát sinh nghĩa vụ công khai bản đầu."), "date"),
    Column("due_on", _("Hạn công khai"), _("Ngày cuối phải công khai bản mới nhất."), "date"),
    Column(
        "public_on",
        _("Công khai từ"),
        _("Ngày công khai đầu tiên của bản mới nhất, theo lời khai."),
        "date",
        is_always_there=False,
    ),
    Column(
        "state",
        _("Tình trạng"),
        _(
            "overdue: quá hạn; due-soon: sắp đến hạn; due: còn thời gian; up: đang công khai; done: đã công khai đủ; "
            "closed: đã rút."
        ),
    ),
    Column(
        "days_late",
        _("Muộn (ngày)"),
        _("Số ngày sau hạn, đến ngày công khai, đến ngày được coi là không phải công khai nữa, hoặc đến hôm nay."),
        "integer",
    ),
    Column("ways_required", _("Cách phải làm"), _("Mã các cách công khai luật buộc, cách nhau bằng dấu cách.")),
    Column("ways_missing", _("Cách còn thiếu"), _("Trong các cách luật buộc, cách chưa ghi nhận lần nào.")),
    Column("places", _("Bảng ở đâu"), _("Nơi đang niêm yết, bằng lời.")),
    Column(
        "stays_until", _("Được gỡ từ"), _("Ngày đầu tiên được gỡ bản niêm yết sau cùng."), "date", is_always_there=False
    ),
    Column("version", _("Bản"), _("Số của bản mới nhất; 0: chưa có nội dung."), "integer"),
    Column(
        "recorded_at", _("Máy chủ ghi nhận"), _("Lúc máy chủ ghi nhận bản mới nhất; không ai đặt được."), "dateTime"
    ),
    Column("text_sha256", _("Mã băm nội dung"), _("SHA-256 của lời đã công khai; chỉ khi đang công khai.")),
    Column("file_sha256", _("Mã băm tệp"), _("SHA-256 của tệp đã công khai; chỉ khi đang công khai.")),
    Column(
        "file_address",
        _("Địa chỉ tệp"),
        _("Nơi tải tệp; rút tệp thì địa chỉ không còn mở được."),
        "anyURI",
        is_always_there=False,
    ),
    Column("waits_for", _("Đang chờ"), _("Chờ ai, chờ việc gì, như cơ quan ghi."), "string", is_always_there=False),
)
NAMES: Final = tuple(each.name for each in COLUMNS)


def csvw(address: str, title: str, columns: Iterable[Column] = COLUMNS) -> Mapping[str, object]:
    """The columns as metadata for tabular data (W3C CSVW) of the table at this address."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
        "url": address,
        "dc:title": title,
        "dialect": {"delimiter": ",", "header": True, "encoding": "utf-8", "commentPrefix": None},
        "tableSchema": {
            "columns": [
                {
                    "name": each.name,
                    "titles": each.name,
                    "dc:title": str(each.title),
                    "dc:description": str(each.meaning),
                    "datatype": each.kind,
                    "required": each.is_always_there and each.kind != "string",
                }
                for each in columns
            ],
            "primaryKey": "id",
        },
    }
