"""How a report says things: periods, the resolution, standings in one clause. Vietnamese always, it is printed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from dienhong.documents.official import month_in_figures, printed
from dienhong.programmes.models import Programme
from dienhong.programmes.queries import calendar
from lawcore.obligations.model import Topic

TOPICS: Final[Mapping[str, str]] = {
    Topic.TRAINING: "Đào tạo, bồi dưỡng",
    Topic.COMMUNICATION: "Tuyên truyền, phổ biến",
    Topic.RESPONSIBILITY: "Trách nhiệm, nêu gương",
    Topic.TECHNOLOGY: "Công nghệ thông tin, điều kiện bảo đảm",
    Topic.COMMENDATION: "Khen thưởng, xử lý",
    Topic.INSPECTION: "Kiểm tra, thanh tra, kỷ luật",
    Topic.FUNDING: "Kinh phí",
    Topic.ORGANISATION: "Tổ chức thực hiện",
    "": "Nhiệm vụ khác",
}
# A title that begins so needs no "về" before it.
SAYS_WHAT_IT_DOES = ("về ", "quy định", "ban hành", "thông qua", "sửa đổi", "bãi bỏ", "phê duyệt")


def day(on: date) -> str:
    """A day as the body of an official document writes it."""
    return f"ngày {on.day:02d} tháng {month_in_figures(on.month)} năm {on.year}"


def days(start: date, end: date) -> str:
    """A period by its name ("6 tháng đầu năm 2026"), otherwise by its two days."""
    return small(calendar.Period(start, end).name)


def small(text: str) -> str:
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def resolution(programme: Programme) -> dict[str, str]:
    """The parts by which the resolution is named: `name`, `adopted` (day and council), `about`."""
    version, work = programme.version, programme.version.work
    issuer = version.metadata.get("issuer") or f"Hội đồng nhân dân {programme.locality}"
    title = small(work.title.strip())
    return {
        "name": f"{work.kind or 'Nghị quyết'}{f' số {version.number}' if version.number else ''}",
        "adopted": f"{f'{day(version.adopted_on)} ' if version.adopted_on else ''}của {issuer}",
        "about": title if title.startswith(SAYS_WHAT_IT_DOES) else f"về {title}",
    }


def total(counts: Mapping[str, int]) -> int:
    return waiting(counts) + counts["done"] + counts["unmet"]


def waiting(counts: Mapping[str, int]) -> int:
    """Tasks of which nothing is known yet: not reported, or reported and not accepted."""
    return counts["open"] + counts["submitted"] + counts["returned"]


def counted(figure: Mapping[str, Any]) -> int:
    """Everybody a figure counts; the exempt are not among them."""
    return int(figure["achieved"] + figure["not_achieved"] + figure["unknown"])


def verdict(figure: Mapping[str, Any], *, as_of: str) -> str:
    """What the counts say of the target; before the period is over nothing is lost yet."""
    match figure["verdict"]:
        case "met":
            return "đạt"
        case "not-met":
            return "không đạt" if figure["end"] < as_of else "chưa đạt"
        case "no-population":
            return "danh sách phải tính còn trống"
        case "not-counted":
            return "chưa tính số liệu"
        case _:
            return "chưa đủ số liệu"


def measured(figure: Mapping[str, Any]) -> str:
    """What a figure counts, over which register and in which period, in one line of a table."""
    return f"{figure['name']} ({figure['register']}; {figure['period']})"


def share(part: int, whole: int) -> str:
    return f"{printed(part)}/{printed(whole)}"


def standing(duty: Mapping[str, Any]) -> str:
    """Where a duty stands: "9/22 lượt đã thực hiện; 13 lượt chưa có số liệu, trong đó 10 lượt quá hạn"."""
    counts = duty["counts"]
    whole, unknown = total(counts), waiting(counts)
    if whole == 1:
        late = ", đã quá hạn" if counts["overdue"] else ""
        return "đã thực hiện" if counts["done"] else "không thực hiện" if counts["unmet"] else f"chưa có số liệu{late}"
    unit = "đơn vị" if duty["periods"] == 1 else "lượt"
    if unknown == whole:
        parts = [f"chưa có số liệu của cả {printed(whole)} {unit}"]
    else:
        parts = [f"{share(counts['done'], whole)} {unit} đã thực hiện"]
        parts += [f"{printed(counts['unmet'])} {unit} không thực hiện"] if counts["unmet"] else []
        parts += [f"{printed(unknown)} {unit} chưa có số liệu"] if unknown else []
    overdue = f", trong đó {printed(counts['overdue'])} {unit} quá hạn" if counts["overdue"] else ""
    return "; ".join(parts) + overdue


def deed(duty: Mapping[str, Any]) -> str:
    """Who does what, as a sentence begins: "Phòng Văn hóa - Xã hội lập kế hoạch bồi dưỡng"."""
    action, bearer = duty["action"].strip().rstrip(".;:"), duty["bearer"].strip()
    says_who = not bearer or action.casefold().startswith(bearer.casefold())
    return capital(action if says_who else f"{bearer} {small(action)}")


def verdicts(figures: Sequence[Mapping[str, Any]], *, as_of: str) -> str:
    """How many figures came to which verdict: "1 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt"."""
    said = [verdict(figure, as_of=as_of) for figure in figures]
    words = ("đạt", "chưa đạt", "không đạt", *dict.fromkeys(said))
    return ", ".join(f"{said.count(word)} chỉ tiêu {word}" for word in dict.fromkeys(words) if word in said)


def listed(items: Iterable[str]) -> str:
    """Items in a sentence: "a, b và c"."""
    *before, last = items
    return f"{', '.join(before)} và {last}" if before else last
