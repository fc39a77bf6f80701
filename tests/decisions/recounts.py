"""Ballots counted a second time, as one would with a pencil: from what happened, and from what the ledger tells of it.

Nothing of the platform's own counting is used here.
"""

from collections import Counter
from datetime import timedelta

STANDS = {"out", "collected", "late", "handed_back"}
"""Where a slip is when its household may not have another."""
PAPER_FIRST = (("meeting",), ("slip",), ("online",), ("assisted",))
"""A paper given at a meeting before one that was collected, that before the own answer online, that before what was typed."""


def enough(agree, households, *, thirds):
    """LDC art. 21 cl. 1: two thirds of all households and more, or more than half of them."""
    return 3 * agree >= 2 * households if thirds else 2 * agree > households


def voice(told):
    """Of (channel, answer, words), the first told first: the one that counts, or None."""
    for channels in PAPER_FIRST:
        found = [each for each in told if each[0] in channels]
        if found:
            return found[-1]
    return None


def working_days_later(day, number):
    """Without holidays: the stories lie in weeks that have none."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


class Pads:
    """Which slip went where, as it was told. A slip taken back into its pad never left it."""

    def __init__(self, households, printed):
        self.households, self.printed, self.told = households, printed, []

    def tell(self, slip, household, to):
        self.told.append((slip, household, to))

    @property
    def where(self):
        newest = {slip: (household, to) for slip, household, to in self.told}
        return {slip: at for slip, at in newest.items() if at[1] != "unused"}

    def of(self, household):
        """Where each slip is that is this household's."""
        return {slip: to for slip, (whose, to) in self.where.items() if whose == household}

    def standing(self, household):
        return [slip for slip, to in self.of(household).items() if to in STANDS]

    def next_for(self, household):
        """The household's own slip, else the first of the reserve that is still in the pad."""
        reserve = range(self.households + 1, self.printed + 1)
        return next((slip for slip in (household, *reserve) if slip not in self.where), None)

    @property
    def figures(self):
        where = self.where
        of = Counter(to for _household, to in where.values())
        names = {name: of[name] for name in ("collected", "handed_back", "spoiled", "late")}
        first = len({household for household, _to in where.values()})
        issued = len(where)
        return {
            "printed": self.printed, "unused": self.printed - issued, "issued": issued, "replaced": issued - first,
            "missing": of["out"], **names,
        }  # fmt: skip


class Told:
    """What the ledger alone tells: how far it went, where each slip is, sheets, result, versions of the record."""

    def __init__(self):
        self.stage, self.households, self.printed = None, None, None
        self.slips, self.read_slips, self.sheets, self.result = {}, set(), {}, None
        self.votes, self.versions, self.confirmed, self.contested = [], [], set(), []

    def read(self, entry):
        kind, data = entry.kind, entry.payload.data
        if kind.startswith(("ballot_round.", "online_round.")):
            self.stage = data.get("to", self.stage)
            self.households = data.get("households", self.households)
            self.printed = data.get("printed", self.printed)
            if kind.endswith((".adopted", ".rejected")) and "agree" in data and "disagree" in data:
                self.result = (kind.endswith(".adopted"), data["agree"], data["disagree"], data["other"])
        elif kind == "slip.recorded":
            self.slips[data["slip"]] = (data["entry"], data["to"])
        elif kind == "slip.read":
            self.read_slips.add(data["slip"])
        elif kind == "sheet.recorded":
            self.sheets[data["place"]] = data["figures"]
        elif kind == "vote.recorded":
            self.votes.append((data["about"], data["turn"], data["channel"], data["mark"]))
        elif kind == "record.written":
            self.versions.append(data["digest"])
        elif kind == "record.confirmed":
            self.confirmed.add((data["version"], data["as"]))
        elif kind == "contest.received":
            self.contested.append(entry.subject)

    @property
    def where(self):
        return {slip: at for slip, at in self.slips.items() if at[1] != "unused"}
