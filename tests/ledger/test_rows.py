"""The mark of a row: the same from every database, another for every change, nothing of a name."""

from datetime import date

import pytest
from django.db import transaction
from django.db.models import F

from dienhong.documents import actions as documents
from dienhong.documents.models import StoredFile
from dienhong.ledger import rows
from dienhong.ledger.rows import Audited, Together
from dienhong.registry.actions import places
from dienhong.registry.models import Locality

pytestmark = pytest.mark.django_db
EACH, UNDER = (Audited(Locality, where=rows.Q(kind="village")),), (Audited(Locality, by="parent"),)


@pytest.fixture
def commune(append):
    """A commune with two villages, each sealed by itself and both together."""
    found = places.found_first_locality(
        code="an-lac", kind="commune", word="xã", name="An Lạc", valid_from=date(2025, 7, 1)
    )
    villages = [
        places.found_first_locality(
            code=code, kind="village", word="thôn", name=code, valid_from=date(2025, 7, 1), parent=found
        )
        for code in ("mot", "hai")
    ]
    append(data={"a": 1, **rows.sealed(*villages, Together(Locality, "parent", found.pk))})
    return found


def codes(audited):
    return sorted(finding.code for finding in rows.findings(audited))


def villages():
    return Locality.objects.filter(kind="village").order_by("pk")


def test_rows_as_they_were_sealed_are_no_finding(commune):
    assert codes(EACH) == []


def test_a_change_and_the_row_are_named(commune):
    first = villages().first()
    Locality.objects.filter(pk=first.pk).update(name="Khác")
    (finding,) = rows.findings(EACH)
    assert (finding.code, finding.where) == ("row-changed", f"registry.locality:{first.pk}")


def test_what_is_gone_and_what_is_added_is_found(commune):
    first = villages().first()
    Locality.objects.filter(pk=first.pk).update(kind="commune", parent=None)
    assert codes(EACH) == ["row-gone"]
    Locality.objects.filter(pk=commune.pk).update(kind="village")
    assert codes(EACH) == ["not-sealed", "row-gone"]


def test_a_row_sealed_again_counts_as_it_was_last_sealed(commune, append):
    Locality.objects.filter(pk=villages().first().pk).update(name="Khác")
    append(data=rows.sealed(villages().first()))
    assert codes(EACH) == []


@pytest.mark.parametrize("change", [{"name": "Khác"}, {"parent": None}])
def test_rows_sealed_together_miss_and_change_together(commune, change):
    under = (Audited(Locality, by="parent", where=rows.Q(parent__isnull=False)),)
    assert codes(under) == []
    Locality.objects.filter(pk=villages().first().pk).update(**change)
    assert "row-changed" in codes(under)
    villages().update(parent=None)
    assert codes(under) == ["row-gone"]


def test_more_rows_are_added_to_those_that_are_sealed(commune):
    first, second = villages()
    told = rows.told_with(rows.sealed(first), second)
    assert set(told["rows"]) == {rows.label(first), rows.label(second)}


def test_a_file_stands_by_its_hash(settings, tmp_path):
    """Another content under the same key is another mark."""
    from dienhong.funds.models import Spending  # noqa: PLC0415

    settings.DIENHONG_FILES = tmp_path
    with transaction.atomic():
        photo = documents.store(data=b"one", name="a.jpg", by="user:1")
    spending = Spending(pk=1, photo=photo, paid_on=date(2026, 3, 2))
    before = rows.mark(spending)
    StoredFile.objects.filter(pk=photo.pk).update(sha256=F("sha256"))
    photo.sha256 = "0" * 64
    assert rows.mark(spending) != before
    assert rows.file_fields(Spending) == ["photo"]


def test_no_name_is_in_a_mark():
    from dienhong.funds.models import Spending  # noqa: PLC0415

    one, other = (Spending(pk=1, photo=None, payee=name, paid_on=date(2026, 3, 2)) for name in ("A", "B"))
    assert Spending.personal_data.fields.keys() == {"payee"}
    assert rows.mark(one, ["payee", "amount"]) == rows.mark(other, ["payee", "amount"])


def test_a_parent_sealed_without_rows_is_no_finding_until_a_row_stands_there(commune, append):
    """A conference at which nothing is voted on has no items: that there were none is sealed too."""
    alone = villages().first()
    append(data=rows.sealed(Together(Locality, "parent", alone.pk)))
    under = (Audited(Locality, by="parent", where=rows.Q(parent__isnull=False)),)
    assert codes(under) == []
    villages().exclude(pk=alone.pk).update(parent=alone)
    assert codes(under) == ["row-changed", "row-changed"]
