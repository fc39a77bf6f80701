"""Papers of a meeting of 160 households and 5 items: its five written decisions as DOCX and PDF, and the long papers.

Each time beside that of an empty document of the same format in the same run, so that other work on the machine cancels
out; CPU seconds are the process's own. Usage: python benchmarks/decisions_papers.py [--households 160]
"""

import argparse
import os
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha256
from types import SimpleNamespace

BOUND = 3.0  # seconds for DOCX and PDF of all decisions of the meeting together
RUNS = 3


def cpu_of(make: Callable[[], object]) -> float:
    """The least CPU seconds of some runs."""
    times = []
    for _run in range(RUNS):
        begin = time.process_time()
        make()
        times.append(time.process_time() - begin)
    return min(times)


def content_of(number: int, households: int) -> dict[str, object]:
    """A record as `decisions.queries.contents` gathers it, of made-up people."""
    here = [{"number": n, "name": f"Nguyễn Thị Hồng {n}", "by": ""} for n in range(1, households * 3 // 4)]
    figures = {"present": len(here), "agree": len(here) - 3, "disagree": 2, "other": 1}
    return {
        "village": "thôn Đông Hạ", "commune": "xã Bến Sậy", "head": "Trưởng thôn", "heads_both": False,
        "kind": "15.1", "scope": "village", "title": f"Việc thứ {number}", "asked": "Mỗi hộ góp 500.000 đồng. " * 4,
        "paper": "minutes", "form": "meeting", "on": "2026-03-08", "households": households,
        "took_part": len(here), "agree": len(here) - 3, "disagree": 2, "other": 1, "is_adopted": True,
        "why": {"explanation": "Đủ số hộ tán thành.", "citation": "khoản 1 Điều 21"},
        "money": {"purpose": "làm đường", "needed": 80_000_000, "per_household": 500_000, "exempt": ""},
        "amends": "", "place": "Nhà văn hóa thôn", "chair": "Trần Văn Lực", "began": "2026-03-08T19:30+07:00",
        "ended": "2026-03-08T21:00+07:00", "secretary": ["Lò Thị Mơ"], "tellers": [], "method": "hands",
        "roll": sha256(b"roll").hexdigest(), "present": len(here), "absent": households - len(here),
        "households_present": here,
        "sheets": [{"cluster": "", "counter": name, "figures": figures, "note": ""} for name in ("A", "B")],
    }  # fmt: skip


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.site.settings")
    import django  # noqa: PLC0415

    django.setup()
    from dienhong.decisions.models import Item, Matter, Meeting, Record  # noqa: PLC0415
    from dienhong.decisions.papers import ballots, decision, invitations, signing_in  # noqa: PLC0415
    from dienhong.decisions.papers.catalogue import rendered  # noqa: PLC0415
    from dienhong.decisions.papers.facts import Facts, Household  # noqa: PLC0415
    from dienhong.decisions.papers.frame import Community, document  # noqa: PLC0415
    from dienhong.documents.official import Trace  # noqa: PLC0415
    from dienhong.registry.models import Locality  # noqa: PLC0415
    from lawcore.calendar import HANOI  # noqa: PLC0415

    parser = argparse.ArgumentParser()
    parser.add_argument("--households", type=int, default=160)
    households = parser.parse_args().households
    on = date(2026, 3, 8)
    community = Community("thôn Đông Hạ", "xã Bến Sậy")
    empty = document(community, type_name="Biên bản", subject="trống", sign="BB", on=on, blocks=())
    trace = Trace("ABCDE23456", "https://dan-chu.ben-say.example/m/ABCDE23456/")
    records = [
        Record(version=1, content=content_of(n, households), digest=sha256(b"%d" % n).hexdigest()) for n in range(1, 6)
    ]
    village = Locality(code="dong-ha", word="thôn", name="Đông Hạ")
    meeting = Meeting(
        pk=12, village=village, planned_at=datetime(2026, 3, 8, 19, 30, tzinfo=HANOI), place="Nhà văn hóa", chair="A",
        roll_id=1,
    )  # fmt: skip
    items = tuple(
        Item(
            meeting=meeting,
            position=n,
            method="secret",
            matter=Matter(village=village, kind="15.6", title=f"Việc {n}", asked="Tán thành không?", begun_on=on),
        )
        for n in range(1, 6)
    )
    facts = Facts(
        meeting=meeting, community=community, word="thôn", head="Trưởng thôn", items=items,
        households=tuple(
            Household(n, n, f"{n:03}", f"Nguyễn Thị Hồng {n}", "Xóm Chùa", n) for n in range(1, households + 1)
        ),
        digest=sha256(b"roll").hexdigest(), taken_on=on - timedelta(days=4),
    )  # fmt: skip
    traces = {
        each.pk: Trace(f"ABCDE{each.pk:05}", f"https://dan-chu.ben-say.example/m/ABCDE{each.pk:05}/")
        for each in facts.households
    }
    base = {kind: cpu_of(lambda kind=kind: rendered(empty, kind)) for kind in ("docx", "pdf")}  # type: ignore[misc]
    print(
        f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores; "
        f"empty: docx {base['docx']:.2f} s, pdf {base['pdf']:.2f} s"
    )
    papers = SimpleNamespace(
        decisions=lambda kind: [rendered(decision.document_of(each, trace=trace), kind) for each in records],
        sign_in=lambda kind: rendered(signing_in.sheet(facts, trace=trace, on=on), kind),
        ballots=lambda kind: rendered(ballots.ballots(facts, items[0]), kind),
        invitations=lambda kind: rendered(invitations.households(facts, traces=traces, on=on), kind),
    )
    for name, make in vars(papers).items():
        took = {kind: cpu_of(lambda kind=kind, make=make: make(kind)) for kind in ("docx", "pdf")}  # type: ignore[misc]
        both = sum(took.values())
        ratios = ", ".join(f"{kind} {seconds:.2f} s (x{seconds / base[kind]:.1f})" for kind, seconds in took.items())
        bound = f" bound {BOUND:g} s, ratio {both / BOUND:.2f}" if name == "decisions" else ""
        print(f"{name:12} {ratios}; together {both:.2f} s{bound}")


if __name__ == "__main__":
    main()
