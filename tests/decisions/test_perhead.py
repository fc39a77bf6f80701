"""Wording per head is found in money matters; words that only look like it are not."""

import pytest

from dienhong.decisions import perhead
from dienhong.decisions.forms import ProposeForm

GIVEN = {
    "key": "k", "kind": "15.1", "title": "Làm đường", "asked": "Mỗi hộ góp 500.000 đồng?", "paper": "minutes",
    "agreed_with": "Ông Thuận", "agreed_on_0": "2", "agreed_on_1": "3", "agreed_on_2": "2026",
    "money_for": "đường", "per_household": "500000",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thu 200.000 đồng mỗi khẩu", ["mỗi khẩu"]),
        ("kể cả Trẻ sơ sinh, theo nhân khẩu", ["trẻ sơ sinh", "theo nhân khẩu"]),
        ("200.000 đồng/khẩu", ["/khẩu"]),
        ("Mỗi hộ 200.000 đồng", []),
        ("Sửa cửa khẩu, khẩu hiệu ở mỗi ngõ", []),
        ("mỗi khẩu, mỗi khẩu", ["mỗi khẩu"]),
    ],
)
def test_wording_per_head_is_found(text, found):
    assert perhead.words_in(text) == found


def test_it_is_said_when_money_is_put_to_the_households():
    form = ProposeForm({**GIVEN, "asked": "Mỗi nhân khẩu góp 100.000 đồng?"})
    assert not form.is_valid()
    assert "mỗi nhân khẩu" in str(form.errors["asked"])
    assert ProposeForm(GIVEN).is_valid()


def test_other_matters_may_speak_of_people():
    form = ProposeForm({**GIVEN, "kind": "15.6", "asked": "Mỗi khẩu một cây?", "money_for": "", "per_household": ""})
    assert form.is_valid(), form.errors
