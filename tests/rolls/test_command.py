"""`dienhong rolls`: compute every digest again, take one roll away."""

from dienhong.rolls import actions
from dienhong.rolls.models import Entry
from dienhong.site import cli
from tests.rolls.conftest import DAY, NAMES, changed, household, new, part


def test_every_roll_is_verified_and_one_exported(place, capsys, tmp_path):
    roll = actions.take(village=place.village, on=DAY, by=place.head)
    assert cli.main(["rolls", "verify"]) == 0
    said = capsys.readouterr().out
    assert f"{roll.pk} {place.village.code} 02/03/2026 5 hộ: nguyên vẹn" in said
    assert cli.main(["rolls", "verify", "--village", place.other.code]) == 0
    assert "Đã kiểm tra 0 bản chốt" in capsys.readouterr().out
    path = tmp_path / "chot.csv"
    assert cli.main(["rolls", "export", str(roll.pk), str(path)]) == 0
    assert NAMES[0] in path.read_text(encoding="utf-8-sig")
    assert cli.main(["rolls", "export", "999999", str(path)]) == 2


def test_a_line_that_was_not_there_is_found_out(place, capsys):
    roll = actions.take(village=place.village, on=DAY, by=place.head)
    changed(place, new("arrived", part("begin", code="H099")))
    first = roll.entries.get(number=1)
    Entry.objects.create(
        roll=roll, number=6, household=household(place, "H099"), name="Ma", salt=first.salt, mark=first.mark
    )
    assert cli.main(["rolls", "verify"]) == 1
    assert "KHÔNG KHỚP mã băm lúc chốt; sai ở dòng 6" in capsys.readouterr().out
