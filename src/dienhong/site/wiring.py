"""The whole of "because of": which job runs when something happened below; who says what waits for somebody."""

from collections.abc import Mapping
from typing import Any

from dienhong.conferences import audit as conferences_audit
from dienhong.conferences import panels as conferences_beside
from dienhong.conferences import queries as conferences
from dienhong.decisions import audit as decisions_audit
from dienhong.decisions import panels as decided
from dienhong.decisions import published as decisions_published
from dienhong.decisions import queries as decisions
from dienhong.decisions import tasks as deciding
from dienhong.decisions.queries import challenges, disclosed, erasing
from dienhong.decisions.queries import entries as contests
from dienhong.disclosures import queries as disclosures
from dienhong.disclosures import tasks as disclosing
from dienhong.dissemination import panels as dissemination
from dienhong.dissemination import tasks as disseminating
from dienhong.foundations.beside import Maker
from dienhong.foundations.waiting import Teller
from dienhong.funds import audit as funds_audit
from dienhong.funds import panels as money
from dienhong.funds import published as funds_published
from dienhong.funds import queries as funds
from dienhong.information_requests import queries as information_requests
from dienhong.information_requests import tasks as answering
from dienhong.ledger.audit import Audit
from dienhong.ledger.published import Publisher
from dienhong.opendata import panels as files
from dienhong.programmes import tasks as programmes
from dienhong.reports import tasks as reports
from dienhong.resolutions import tasks as resolutions
from dienhong.rolls import audit as rolls_audit
from dienhong.rolls import published as rolls_published
from dienhong.rolls import queries as rolls
from dienhong.rolls import tasks as counting
from dienhong.spot_checks import panels as found
from dienhong.spot_checks import queries as spot_checks

SUBSCRIBERS: Mapping[str, tuple[Any, ...]] = {
    "disclosure.erased": (disseminating.forget,),
    "disclosure.unscreened": (disclosing.screen,),
    "information_request.unscreened": (answering.screen,),
    "person.erased": (counting.forget,),
    "table.decided": (counting.tidy,),
    "resolution.uploaded": (resolutions.read_version,),
    "resolution.published": (disclosing.owe_resolution,),
    "matter.effected": (deciding.disclose,),
    "meeting.paper_asked": (deciding.make_paper,),
    "report.numbered": (reports.finish_issue,),
    "statement.signed": (disclosing.finish_statement,),
    "disclosure.moved": (programmes.judge_disclosure,),
}

DAY_ENTRIES: tuple[Teller, ...] = (
    decisions.waiting_decisions,
    disclosed.waiting_ends,
    contests.waiting_contests,
    challenges.waiting_challenges,
    erasing.waiting_name_erasures,
    rolls.waiting_changes,
    rolls.waiting_objections,
    rolls.waiting_typed,
    disclosures.waiting_in_villages,
    information_requests.waiting_at_desks,
    information_requests.waiting_for_second,
    disclosures.waiting_for_signature,
    funds.waiting_in_funds,
    conferences.waiting_conferences,
    spot_checks.waiting_overdue,
    spot_checks.waiting_to_look,
)
"""Whom "Việc của tôi" asks, in this order, what waits for the actor."""

AUDITS: tuple[Audit, ...] = (
    rolls_audit.findings,
    decisions_audit.findings,
    funds_audit.findings,
    conferences_audit.findings,
)
"""What `dienhong ledger verify` compares with the ledger besides the ledger itself, domain by domain."""

PUBLISHED: tuple[Publisher, ...] = (rolls_published.facts, decisions_published.facts, funds_published.facts)
"""What everybody may read and the ledger's public export therefore holds to, domain by domain."""

BESIDE: Mapping[str, tuple[Maker, ...]] = {
    "decision.public": (money.of_decision,),
    "decision.work": (money.of_matter,),
    "decisions.meeting": (conferences_beside.of_meeting,),
    "decisions.register": (files.of_register,),
    "decisions.village": (conferences_beside.of_village, money.of_village),
    "disclosure.list": (found.on_the_list,),
    "disclosure.desk": (decided.of_disclosure, dissemination.for_desk, found.for_desk),
    "disclosure.public": (decided.of_disclosure, dissemination.for_everybody, found.for_everybody),
    "disclosure.village": (dissemination.for_village_head,),
}
"""What a higher package shows on a page of a lower one, spot by spot."""
