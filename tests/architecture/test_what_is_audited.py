"""Nothing that a village decides, counts or collects stands outside the comparison with the ledger without a reason."""

import pytest
from django.apps import apps
from django.db.models import Model

from dienhong.conferences import audit as conferences
from dienhong.conferences import triggers as conferences_triggers
from dienhong.decisions import audit as decisions
from dienhong.decisions import triggers as decisions_triggers
from dienhong.funds import audit as funds
from dienhong.funds import triggers as funds_triggers
from dienhong.ledger.rows import file_fields
from dienhong.rolls import audit as rolls
from dienhong.rolls import triggers as rolls_triggers
from dienhong.site import wiring

DOMAINS = {
    "conferences": (conferences, conferences_triggers.TRIGGERS.tables),
    "decisions": (decisions, decisions_triggers.TRIGGERS.tables),
    "funds": (funds, funds_triggers.TRIGGERS.tables),
    "rolls": (rolls, (*rolls_triggers.FROZEN.tables, *rolls_triggers.EMPTIED)),
}
OF_DOMAINS = pytest.mark.parametrize(("name", "audit", "tables"), [(name, *each) for name, each in DOMAINS.items()])


@OF_DOMAINS
def test_every_model_is_audited_or_named_with_its_reason(name, audit, tables):
    audited = [each.model for each in audit.AUDITED]
    assert len(set(audited)) == len(audited)
    models = set(apps.get_app_config(name).get_models())
    assert models - set(audited) - set(audit.OTHERWISE) == set()
    assert (set(audited) | set(audit.OTHERWISE)) - models == set()
    assert not set(audited) & set(audit.OTHERWISE)
    assert all(len(reason) > 20 for reason in audit.OTHERWISE.values())


@OF_DOMAINS
def test_whatever_is_only_appended_to_is_audited(name, audit, tables):
    audited = {each.model._meta.db_table for each in audit.AUDITED}
    assert set(tables) <= audited


@OF_DOMAINS
def test_the_command_asks_every_domain(name, audit, tables):
    assert audit.findings in wiring.AUDITS


def test_files_of_evidence_are_found_by_their_hash():
    found = {
        f"{model._meta.label_lower}.{field}"
        for audit, _tables in DOMAINS.values()
        for model in (each.model for each in audit.AUDITED)
        for field in file_fields(model)
    }
    assert found >= {
        "decisions.signedpage.file",
        "funds.spending.photo",
        "conferences.signedminutes.file",
        "decisions.vote.file",
        "decisions.step.file",
    }
    assert issubclass(next(iter(decisions.OTHERWISE)), Model)
