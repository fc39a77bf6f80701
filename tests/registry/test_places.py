"""Places begin, merge and are found again."""

from datetime import date

import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.ledger.models import Entry
from dienhong.registry import queries
from dienhong.registry.actions import places
from dienhong.registry.models import Locality, Organization

from .conftest import ON, actor_in

MERGER = {"code": "ben-say-moi", "word": "thôn", "name": "Đông Đoài", "on": date(2026, 3, 1), "act": "NQ 12/NQ-HĐND"}


def test_a_new_village_lies_below_its_commune_and_keeps_its_own_word(commune, registrar):
    village = places.add_locality(
        parent=commune, code="buon-moi", kind="village", word="buôn", name="Ƀlang", valid_from=ON, by=registrar
    )
    assert village.path == f"{commune.path}{village.pk}/"
    assert str(village) == "buôn Ƀlang"
    assert Entry.objects.filter(kind="locality.added", subject=f"registry.locality:{village.pk}").count() == 1


def test_somebody_of_another_commune_hears_that_it_is_not_there(commune, stranger):
    with pytest.raises(NotFound):
        places.add_locality(parent=commune, code="x", kind="village", word="thôn", name="X", valid_from=ON, by=stranger)
    assert not Locality.objects.filter(code="x").exists()


def test_two_villages_merge_and_the_old_ones_lead_to_the_new(commune, villages, registrar):
    merged = places.succeed(predecessors=villages, by=registrar, **MERGER)
    before, after = queries.lineage(merged)
    assert before == villages
    assert after == []
    assert queries.present_form(villages[0]) == merged
    assert list(queries.localities(commune, on=date(2026, 3, 1))) == [commune, merged]
    assert set(queries.localities(commune, on=date(2026, 2, 28))) == {commune, *villages}


def test_what_stood_below_a_merged_commune_moves_with_it(commune, villages, other_commune, school):
    keeper = actor_in(commune.parent, "registrar")
    merged = places.succeed(
        predecessors=[commune, other_commune], code="say-ngoi", word="xã", name="Sậy Ngói", on=ON, act="NQ", by=keeper
    )
    villages[0].refresh_from_db()
    assert villages[0].parent == merged
    assert villages[0].path == f"{merged.path}{villages[0].pk}/"
    assert Organization.objects.get(pk=school.pk).locality == merged


def test_a_place_that_ended_cannot_end_again(commune, villages, registrar):
    places.succeed(predecessors=villages, by=registrar, **MERGER)
    villages[0].refresh_from_db()
    with pytest.raises(places.AlreadyEnded, match="đã kết thúc"):
        places.succeed(predecessors=[villages[0]], by=registrar, **{**MERGER, "code": "khac"})


def test_a_delegate_changes_no_place(commune):
    with pytest.raises(NotAllowed):
        places.add_locality(
            parent=commune,
            code="x",
            kind="village",
            word="thôn",
            name="X",
            valid_from=ON,
            by=actor_in(commune, "delegate"),
        )


@pytest.mark.parametrize("typed", ["dong ha", "Đông Hạ", "ĐÔNG", "thon dong"])
def test_a_village_is_found_with_or_without_diacritics(commune, villages, typed):
    assert list(queries.localities(commune, on=ON, text=typed)) == [villages[0]]
