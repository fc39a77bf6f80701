"""Every sentence that the papers of a meeting print, one table for each paper: our own words, not the law's.

A commune that has the original forms, or that words things its own way, puts its sentences in a TOML file
(`DIENHONG_PAPER_WORDING`, `mau-giay.toml` in the data folder), a table for each paper with the keys below. What the
file does not name stays. `manage check` names a key or a blank that does not exist.
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from django.conf import settings

MARK: Final = "Mẫu chưa đối chiếu bản gốc của Phụ lục Nghị định 59/2023/NĐ-CP."
_BY_HAND: Final = "(ký, ghi rõ họ và tên)"

TABLES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "invitation": {
            "type": "Giấy mời",
            "subject": "họp cộng đồng dân cư {village}",
            "to": "Hộ ông/bà {name}",
            "to_nobody": "Hộ số {number} trong danh sách",
            "to_all": "Đại diện các hộ gia đình {village}",
            "opening": "{head} {village} kính mời ông/bà đến dự cuộc họp của cộng đồng dân cư.",
            "household": "Hộ được mời",
            "household_line": "{code}, {address}",
            "about": "Về việc",
            "about_line": "bàn và quyết định {count} việc của {village}.",
            "time": "Thời gian",
            "time_line": "{hour}, {weekday} ngày {day}.",
            "place": "Địa điểm",
            "chair": "Chủ trì",
            "attending": "Thành phần",
            "attending_line": "{head}, Ban công tác Mặt trận và đại diện của từng hộ gia đình {village}. Mỗi hộ một "
            "người đại diện, một phiếu; ai đến thay thì báo tên khi điểm danh.",
            "agenda": "Nội dung",
            "item": "Việc {position}: {title}. {asked}",
            "cluster": "Họp theo cụm",
            "cluster_line": "hộ ông/bà họp ở {name}. {place}",
            "clusters": "Họp theo cụm",
            "documents": "Tài liệu",
            "documents_needed": "tài liệu của việc {positions} được gửi đến từng hộ trước ngày họp; hộ nào chưa có xin "
            "báo người liên hệ.",
            "documents_asked": "ai cần xem trước xin hỏi người liên hệ.",
            "contact": "Liên hệ",
            "no_contact": "{head} {village}.",
            "scan": "Quét mã để xem nội dung họp",
            "scan_later": "Họp xong, quét lại mã này để xem hộ mình được ghi nhận thế nào.",
            "scan_code": "Mã: {code}. Không quét được thì vào {site}/m/ rồi gõ mã này.",
            "convener": "Người triệu tập cuộc họp",
            "mark": MARK,
        },
        "conference": {
            "subject": "dự hội nghị định kỳ của cộng đồng dân cư {village}",
            "opening": "{head} {village} kính mời ông/bà đến dự hội nghị định kỳ của cộng đồng dân cư.",
            "about_line": "nghe báo cáo công việc trong năm của {village}; các hộ góp ý, đề xuất, kiến nghị.",
            "head_reports": "{head} báo cáo tình hình của {village} và việc thực hiện những điều các hộ đã quyết định.",
            "front_reports": "Ban công tác Mặt trận báo cáo việc thực hiện dân chủ ở {village} và trên địa bàn xã.",
            "board_reports": "Thành viên Ban Thanh tra nhân dân báo cáo việc kiểm tra, giám sát theo kiến nghị của "
            "người dân.",
            "households_speak": "Các hộ thảo luận, đề xuất, kiến nghị; người có trách nhiệm trả lời.",
            "documents_asked": "ai cần xem trước các báo cáo xin hỏi người liên hệ.",
            "scan": "Quét mã để xem nội dung hội nghị",
            "mark": "",
        },
        "conference_loudspeaker": {
            "title": "Mời đại diện các hộ dự hội nghị định kỳ {village}",
            "when": "Hội nghị bắt đầu lúc {hour}, {weekday} ngày {day}, tại {place}",
            "more": "Hội nghị nghe ba báo cáo của năm và để các hộ góp ý, kiến nghị",
        },
        "conference_message": {
            "opening": "Kính mời đại diện hộ dự hội nghị định kỳ {village}",
            "agenda": "Nội dung: ba báo cáo của năm; các hộ góp ý, kiến nghị.",
        },
        "calling_off": {
            "type": "Thông báo",
            "subject": "không họp cộng đồng dân cư {village} ngày {day}",
            "to_all": "Các hộ gia đình {village}",
            "opening": "{head} {village} đã mời các hộ họp lúc {hour}, {weekday} ngày {day}, tại {place}. Cuộc họp đó "
            "không tổ chức như đã báo.",
            "why": "Lý do",
            "agenda": "Các việc chưa bàn",
            "item": "Việc {position}: {title}.",
            "moved": "Ngày họp mới",
            "moved_line": "dự kiến {hour}, {weekday} ngày {day}, tại {place}. Giấy mời mới được gửi và niêm yết trước "
            "ngày họp.",
            "later": "Ngày họp mới sẽ được báo và niêm yết riêng. Giấy mời cũ không dùng nữa.",
            "convener": "Người triệu tập cuộc họp",
            "title": "Không họp cộng đồng dân cư {village} ngày {day} như đã mời",
            "spoken": "Cuộc họp lúc {hour}, {weekday} ngày {day}, tại {place} không tổ chức",
            "spoken_moved": "Dự kiến họp lại lúc {hour}, {weekday} ngày {day}, tại {place}; sẽ có giấy mời mới",
            "spoken_later": "Ngày họp mới sẽ được báo sau",
            "where": "bảng tin, nhà văn hóa của {word}",
            "message": "KHÔNG HỌP: {village}, {hour}, {weekday} ngày {day}",
            "link": "Xem tại: {url}",
        },
        "loudspeaker": {
            "title": "Mời đại diện các hộ dự họp cộng đồng dân cư {village}",
            "when": "Cuộc họp bắt đầu lúc {hour}, {weekday} ngày {day}, tại {place}",
            "item": "Việc {position}: {title}",
            "more": "Cuộc họp bàn và quyết định {count} việc",
            "represent": "Mỗi hộ cử một người đại diện, mang theo giấy mời",
            "contact": "Cần hỏi thêm, xin gặp {contact}",
            "where": "bảng tin, nhà văn hóa của {word}",
        },
        "message": {
            "opening": "Kính mời đại diện hộ dự họp {village}",
            "time": "Thời gian: {hour}, {weekday} ngày {day}",
            "place": "Địa điểm: {place}",
            "chair": "Chủ trì: {chair}",
            "agenda": "Nội dung:",
            "item": "{position}. {title}",
            "represent": "Mỗi hộ một người đại diện, một phiếu.",
            "contact": "Liên hệ: {contact}",
            "link": "Xem đầy đủ: {url}",
        },
        "sign_in": {
            "type": "Danh sách",
            "subject": "hộ gia đình dự họp cộng đồng dân cư {village}",
            "when": "Cuộc họp {hour}, {weekday} ngày {day}, tại {place}. Chủ trì: {chair}.",
            "how": "Danh sách có {households} hộ, chốt ngày {taken}. Mỗi hộ ký một lần, một hộ một phiếu; người đến "
            "thay ghi họ tên vào cột “Người đến thay”.",
            "number": "TT",
            "household": "Hộ, người đại diện",
            "instead": "Người đến thay (nếu có)",
            "signature": "Ký tên",
            "code": "Mã quét",
            "nobody": "(chưa có người đại diện)",
            "cluster": "{name}: {count} hộ",
            "total": "Có mặt: .......... hộ; vắng: .......... hộ; cộng {households} hộ.",
            "secretary": "Thư ký cuộc họp",
            "chairing": "Người chủ trì",
            "hint": _BY_HAND,
            "footer": "Danh sách {words}",
        },
        "ballot": {
            "type": "Phiếu biểu quyết",
            "village": "{village}, {commune}",
            "title": "Việc: {title}",
            "how": "Đánh dấu X vào một ô. Để trống hoặc đánh dấu từ hai ô là phiếu không hợp lệ.",
            "agree": "Tán thành",
            "disagree": "Không tán thành",
            "other": "Ý kiến khác",
            "secret": "Phiếu kín: không ghi tên, không ký, không làm dấu riêng.",
        },
        "counterfoil": {
            "type": "Cuống phiếu",
            "subject": "phát phiếu kín, {village}",
            "item": "Việc {position}: {title}",
            "how": "Ban kiểm phiếu giữ tờ này. Phát một phiếu thì hộ nhận ký vào một dòng. Phiếu không có số, nên "
            "cuống không cho biết phiếu nào của ai. Đã in {printed} phiếu.",
            "number": "Số",
            "household": "Hộ số",
            "signature": "Người nhận ký",
            "note": "Đổi phiếu hỏng",
            "total": "Đã phát: .......... phiếu; phát lại do hỏng: ..........; còn lại: ..........",
            "tellers": "Ban kiểm phiếu",
            "hint": _BY_HAND,
        },
        "tally": {
            "type": "Phiếu kiểm đếm",
            "subject": "{ordinal}: việc {position}, {title}",
            "asked": "Nội dung biểu quyết: {asked}",
            "by_hand": "Biểu quyết bằng giơ tay. Người đếm làm một mình, không xem phiếu của người kia.",
            "in_secret": "Bỏ phiếu kín. Người đếm nghe đọc từng phiếu, tự gạch, không xem phiếu của người kia.",
            "ordinals": "thứ nhất; thứ hai",
            "cluster": "Cụm: {name}",
            "figure": "Số liệu",
            "marks": "Vạch đếm",
            "number": "Số",
            "printed": "hệ thống đã in {printed}",
            "check": "Phải khớp trước khi ký, nếu không thì đếm lại",
            "checked_in": "Số hộ đã điểm danh",
            "no_more": "không nhiều hơn",
            "missing": "Có phiếu không thu về được thì ghi vì sao: ..............................................",
            "counter": "Người kiểm đếm",
            "hint": _BY_HAND,
        },
        "count_minutes": {
            "type": "Biên bản kiểm phiếu",
            "subject": "việc {position}: {title}",
            "opening": "Cuộc họp của cộng đồng dân cư {village} {began}, tại {place}, bỏ phiếu kín về nội dung: "
            "{asked}",
            "tellers": "Ban kiểm phiếu do cuộc họp cử, gồm {count} người",
            "teller_head": "{name}, Trưởng ban",
            "teller": "{name}, thành viên",
            "witnesses": "Hai đại diện hộ gia đình chứng kiến việc kiểm phiếu",
            "watched": "Ông/bà {name}",
            "witness": "Ông/bà ......................................................, hộ số ..........",
            "rules": "Ban kiểm phiếu đã hướng dẫn cách ghi phiếu, cho xem hòm phiếu rỗng, phát mỗi hộ một phiếu.",
            "roll": "Tổng số hộ của {village}: {households} hộ. Số hộ có đại diện dự họp: {present} hộ.",
            "figures": "Kết quả kiểm phiếu",
            "figure": "Số liệu",
            "number": "Số phiếu",
            "share": "Tỷ lệ trên tổng số hộ",
            "total": "Cả {word}",
            "missing": "Phiếu không thu về được: {note}",
            "result": "Kết luận: {explanation}",
            "pending": "Kết luận: ........................................................................",
            "hidden_parts": "Không ghi riêng từng cụm vì có cụm ít phiếu hoặc mọi phiếu giống nhau, ghi ra sẽ lộ lựa "
            "chọn của hộ. Số của từng cụm nằm trong hồ sơ cuộc họp.",
            "two_counts": "Hai người kiểm đếm độc lập, số liệu khớp nhau: {counters}.",
            "copies": "Biên bản được đọc cho cuộc họp nghe và lập thành 03 bản: gửi Ủy ban nhân dân, gửi Ủy ban Mặt "
            "trận Tổ quốc Việt Nam {commune} cùng quyết định, và lưu tại {word}.",
            "closed": "Kiểm phiếu xong hồi ...... giờ ...... cùng ngày.",
            "head_place": "Trưởng ban kiểm phiếu",
            "teller_place": "Thành viên",
            "witness_place": "Đại diện hộ chứng kiến",
            "hint": _BY_HAND,
            "mark": MARK,
        },
        "decision": {
            "resolution": "Nghị quyết",
            "minutes": "Biên bản cuộc họp",
            "memorandum": "Bản ghi nhớ",
            "agreement": "Bản thỏa thuận",
            "subject": "của cộng đồng dân cư {village} về việc {title}",
            "version": "Bản số {version}.",
            "correction": "Bản số {version}, thay bản số {before}. Lý do sửa: {reason}",
            "when": "Thời gian, địa điểm",
            "met": "từ {began} đến {ended}, tại {place}.",
            "asked_until": "lấy ý kiến từ {began}, kết thúc {on}.",
            "officers": "Chủ trì, thư ký",
            "officers_line": "chủ trì: {chair}; thư ký: {secretary}.",
            "households": "Số hộ gia đình",
            "households_line": "tổng số {households} hộ; có đại diện dự: {present} hộ; không có đại diện dự: {absent} "
            "hộ.",
            "answered_line": "tổng số {households} hộ; có ý kiến: {present} hộ; không có ý kiến: {absent} hộ.",
            "roll": "Danh sách hộ đã chốt, mã băm {digest}; đọc là: {words}.",
            "subject_head": "Nội dung bàn",
            "money": "Khoản tiền: {parts}.",
            "purpose": "dùng cho {purpose}",
            "needed": "cần {needed} đồng",
            "per_household": "mức đóng góp mỗi hộ không quá {per_household} đồng",
            "exempt": "miễn, giảm: {exempt}",
            "amends": "Nội dung này sửa đổi, thay thế quyết định về việc {amends}.",
            "form": "Hình thức quyết định",
            "meeting_form": "họp cộng đồng dân cư, biểu quyết bằng {method}.",
            "ballot_form": "phát phiếu lấy ý kiến từng hộ gia đình.",
            "online_form": "biểu quyết trực tuyến.",
            "hands": "giơ tay",
            "secret": "bỏ phiếu kín",
            "tellers": "Ban kiểm phiếu: {names}.",
            "team": "Tổ lấy ý kiến: {names}.",
            "witnesses": "Đại diện hộ chứng kiến kiểm phiếu: {names}.",
            "result": "Kết quả biểu quyết",
            "answer": "Ý kiến",
            "count": "Số hộ",
            "share": "Tỷ lệ trên tổng số hộ",
            "took_part": "Tham gia biểu quyết",
            "agree": "Tán thành",
            "disagree": "Không tán thành",
            "other": "Ý kiến khác, không có ý kiến",
            "counters": "Người kiểm đếm: {counters}.",
            "opinions": "Ý kiến khác đã nêu: {opinions}.",
            "missing": "Ghi chú khi kiểm đếm: {note}",
            "decided": "Nội dung quyết định",
            "adopted": "cộng đồng dân cư {village} thông qua việc {title}. Nội dung được tán thành: {asked}",
            "not_adopted": "cộng đồng dân cư {village} chưa thông qua việc {title}.",
            "why": "Căn cứ: {explanation}",
            "read_back": "Văn bản này đã được đọc lại cho những người có mặt cùng nghe.",
            "not_read_back": "Đọc lại cho những người có mặt cùng nghe: [   ] đã đọc",
            "sending": "Văn bản được gửi đến Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam {commune} trong 05 "
            "ngày làm việc kể từ {on}.",
            "digest": "Mã băm SHA-256 của nội dung bản này: {digest}; đọc là: {words}.",
            "both": "{head} đồng thời là Trưởng ban công tác Mặt trận, nên một thành viên khác của Ban công tác "
            "Mặt trận ký cùng.",
            "front": "Trưởng ban công tác Mặt trận",
            "front_member": "Thành viên khác của Ban công tác Mặt trận",
            "representative": "Đại diện hộ gia đình",
            "hint": _BY_HAND,
            "household": "Hộ, người đại diện",
            "annex": "Các hộ có đại diện dự họp",
            "came_instead": "{name}, do {by} đến thay",
            "to_commune": "Ủy ban nhân dân {commune}",
            "to_front": "Ủy ban Mặt trận Tổ quốc Việt Nam {commune}",
            "kept": "Lưu: {village}",
            "mark": MARK,
        },
        "slip": {
            "type": "Giấy báo",
            "title": "Ghi nhận hộ dự họp",
            "meeting": "Cuộc họp {village}, ngày {day}",
            "came": "Hộ ông/bà {name} được ghi nhận có mặt, do {by} đại diện.",
            "came_nobody": "Hộ số {number} được ghi nhận có mặt, do {by} đại diện.",
            "absent": "Hộ ông/bà {name} được ghi nhận không có người đại diện dự họp.",
            "absent_nobody": "Hộ số {number} được ghi nhận không có người đại diện dự họp.",
            "check": "Mã của hộ: {code}. Quét mã, hoặc vào {site}/m/ gõ mã để xem và báo sai.",
            "until": "Báo sai trong 5 ngày làm việc, đến hết ngày {until}.",
        },
    }
)
"""What is printed, by paper and key. Words in braces are filled in; an override may use the same ones or fewer."""


def of(paper: str) -> Mapping[str, str]:
    """The sentences of a paper as this installation words them."""
    path: Path = settings.DIENHONG_PAPER_WORDING
    try:
        tables = _read(path, _stamp(path))
    except ValueError:  # not TOML: `faults` says so, papers go on with our sentences
        return TABLES[paper]
    return {**TABLES[paper], **_usable(tables.get(paper, {}), paper)}


def faults(path: Path) -> Iterator[str]:
    """What an installation's file says that no paper has, each in a sentence; nothing for no file."""
    try:
        tables = _read(path, _stamp(path))
    except ValueError as error:
        yield f"{path}: không đọc được: {error}"
        return
    for paper, table in tables.items():
        if paper not in TABLES or not isinstance(table, dict):
            yield f"{path}: không có giấy tờ nào tên là [{paper}]; có: {', '.join(TABLES)}"
            continue
        for key, text in table.items():
            yield from (f"{path}: [{paper}] {key}: {fault}" for fault in _faults_of(paper, key, text))


def _faults_of(paper: str, key: str, text: object) -> Iterator[str]:
    if key not in TABLES[paper]:
        yield f"không có câu này; có: {', '.join(TABLES[paper])}"
        return
    if not isinstance(text, str):
        yield "phải là một câu trong dấu nháy"
        return
    try:
        blanks = _blanks(text)
    except ValueError:
        yield "dấu ngoặc nhọn phải đủ cặp"
        return
    unknown = blanks - _blanks(TABLES[paper][key])
    if unknown:
        yield f"không có chỗ trống {', '.join(sorted(unknown))}"


def _usable(table: object, paper: str) -> dict[str, str]:
    """The sentences of a file that can be filled in: one that cannot is left out and ours is printed."""
    if not isinstance(table, dict):
        return {}
    return {key: text for key, text in table.items() if not any(_faults_of(paper, key, text))}


def _blanks(text: str) -> set[str]:
    parts = list(string.Formatter().parse(text))
    if any(spec or conversion for _words, _name, spec, conversion in parts):
        raise ValueError("a blank has a name and nothing else")
    return {name for _words, name, _spec, _conversion in parts if name is not None}


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int) -> Mapping[str, dict[str, object]]:
    """The file as it was at this moment of its last change; nothing where there is none."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if stamp else {}
