"""The people of that night: processes with threads that ask over HTTP, at a given pace or as fast as they are answered.

No Django here: what is asked was written down before. One process has its villages for itself.
"""

import http.client
import itertools
import json
import secrets
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

PROCESSES, THREADS = 2, 12
READS_PER_WRITE = 2
RETURNING, EVENTS = 20, 10  # every twentieth sending is a telephone that comes back with ten events
ANSWERING = 7  # every seventh write is a household that answers online
HOUSEHOLDS_A_TURN = 20
GIVE_UP = 30  # seconds
TOKEN = "n" * 32
WAY = "/ban-quyet-dinh"


@dataclass
class Seen:
    """What came of one process: (is a write, seconds from when it was due, status; 0 for no answer) of each request.

    `ticks` and `answers` are the keys that the server acknowledged; `bare` those of the barest view.
    """

    asked: list[tuple[bool, float, int]] = field(default_factory=list)
    ticks: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, other: "Seen") -> None:
        self.asked += other.asked
        self.ticks += other.ticks
        self.answers += other.answers
        self.bare += other.bare
        self.seconds = max(self.seconds, other.seconds)


@dataclass(frozen=True)
class Phase:
    """`pace` is requests a second over all processes; None: each thread asks again as soon as it is answered."""

    port: int
    villages: str
    seconds: float
    pace: float | None
    is_bare: bool
    turn: int


def run(phase: Phase) -> Seen:
    seen = Seen()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for each in pool.map(_process, [(phase, number) for number in range(PROCESSES)]):
            seen.add(each)
    return seen


def _process(given: tuple[Phase, int]) -> Seen:
    phase, number = given
    villages = json.loads(Path(phase.villages).read_text())[number::PROCESSES]
    people = _Bare(villages, phase) if phase.is_bare else _Night(villages, phase)
    seen, lock, counter = Seen(), threading.Lock(), itertools.count()
    begin = time.monotonic()

    def one() -> None:
        line = http.client.HTTPConnection("127.0.0.1", phase.port, timeout=GIVE_UP)
        while True:
            with lock:
                at = next(counter)
            due = time.monotonic() if phase.pace is None else begin + at * PROCESSES / phase.pace
            if max(due, time.monotonic()) - begin >= phase.seconds:
                return  # what could not begin in time is not made up for: it is missing from the rates
            time.sleep(max(0.0, due - time.monotonic()))
            is_write = at % (READS_PER_WRITE + 1) == 0
            with lock:
                asked = people.write(at) if is_write else people.read(at)
            status = _answered(line, asked)
            took = time.monotonic() - due
            with lock:
                seen.asked.append((is_write, took, status[0]))
                if status[0] == 200:
                    people.acknowledged(asked, status[1], seen)

    threads = [threading.Thread(target=one) for _each in range(THREADS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    seen.seconds = time.monotonic() - begin
    return seen


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    key: str = ""


def _answered(line: http.client.HTTPConnection, asked: Asked) -> tuple[int, bytes]:
    try:
        line.request(asked.method, asked.path, asked.body or None, asked.headers)
        response = line.getresponse()
        return response.status, response.read()
    except (OSError, http.client.HTTPException):
        line.close()
        return 0, b""


def _signed_in(village: dict[str, str], kind: str) -> dict[str, str]:
    cookies = f"sessionid={village['session']}; csrftoken={TOKEN}"
    return {"Cookie": cookies, "X-CSRFToken": TOKEN, "Content-Type": kind}


FORM, JSON = "application/x-www-form-urlencoded", "application/json"


class _Bare:
    def __init__(self, villages: list[dict[str, str]], phase: Phase) -> None:
        self.villages, self.turn, self.last = villages, phase.turn, ""

    def write(self, at: int) -> Asked:
        key = secrets.token_hex(16)
        body = urlencode({"key": key, "said": "Hộ số 12 có mặt, ông Lò Văn Mười đến thay."})
        return Asked("POST", "/barest/", body, _signed_in(self.villages[at % len(self.villages)], FORM), "bare", key)

    def read(self, at: int) -> Asked:  # noqa: ARG002 - as the other
        return Asked("GET", f"/barest/?key={self.last}")

    def acknowledged(self, asked: Asked, body: bytes, seen: Seen) -> None:  # noqa: ARG002
        if asked.kind == "bare":
            self.last = asked.key
            seen.bare.append(asked.key)


class _Night:
    """Heads tick households of their villages, households answer online, everybody reads what was decided."""

    def __init__(self, villages: list[dict[str, str]], phase: Phase) -> None:
        self.villages, self.writes = villages, itertools.count()
        self.households = itertools.cycle((v, entry) for entry in range(len(villages[0]["entries"])) for v in villages)
        mine = range(phase.turn * HOUSEHOLDS_A_TURN, (phase.turn + 1) * HOUSEHOLDS_A_TURN)  # each answers once
        self.codes = iter([v["codes"][place] for place in mine for v in villages])

    def write(self, at: int) -> Asked:  # noqa: ARG002
        number = next(self.writes)
        if number % ANSWERING == ANSWERING - 1:
            code = next(self.codes, None)
            if code is not None:
                return self._answer(code)
        return self._send(EVENTS if number % RETURNING == 0 else 1)

    def _send(self, number: int) -> Asked:
        village, first = next(self.households)
        entries = village["entries"]
        now = datetime.now(UTC).isoformat()  # noqa: TID251 - the clock of a telephone
        events = [
            {"key": secrets.token_hex(16), "kind": "tick", "happened_at": now, "entered_at": now, "offset": 0,
             "data": {"entry": entries[(first + each) % len(entries)], "is_present": True, "by_name": ""},
             "after": [], "seen": {}}
            for each in range(number)
        ]  # fmt: skip
        body = {"account": village["account"], "device": village["device"], "sent_at": now, "events": events}
        path = f"{WAY}/hop/{village['meeting']}/dien-thoai/gui/"
        return Asked("POST", path, json.dumps(body), _signed_in(village, JSON), "ticks")

    def _answer(self, code: str) -> Asked:
        key = secrets.token_hex(16)
        body = {"csrfmiddlewaretoken": TOKEN, "answer": "agree", "words": "", "seen": 0, "key": key}
        headers = {"Cookie": f"csrftoken={TOKEN}", "Content-Type": FORM}
        return Asked("POST", f"{WAY}/truc-tuyen/ho/{code}/", urlencode(body), headers, "answer", key)

    def read(self, at: int) -> Asked:
        village = self.villages[secrets.randbelow(len(self.villages))]
        match at % 10:
            case 0 | 1 | 2 | 3:
                return Asked("GET", f"{WAY}/thon/{village['code']}/")
            case 4 | 5 | 6:
                return Asked("GET", f"{WAY}/quyet-dinh/{village['matter']}/")
            case 7 | 8:
                return Asked("GET", f"{WAY}/thon/{village['code']}/so/")
            case _:
                path = f"{WAY}/hop/{village['meeting']}/dien-thoai/du-lieu/"
                return Asked("GET", path, headers={"Cookie": f"sessionid={village['session']}"})

    def acknowledged(self, asked: Asked, body: bytes, seen: Seen) -> None:
        if asked.kind == "answer":
            seen.answers.append(asked.key)
        elif asked.kind == "ticks":
            said = json.loads(body)["results"]
            seen.ticks += [each["key"] for each in said if each["result"] in {"done", "same"}]
