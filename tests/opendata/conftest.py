"""A commune with something out, something owed, something taken back."""

from types import SimpleNamespace

import pytest

from dienhong.disclosures import actions
from tests.disclosures.conftest import folders
from tests.disclosures.test_pages import current, made, now, today
from tests.fakes.communes import commune, neighbour, officer, province

__all__ = ["commune", "current", "folders", "made", "neighbour", "now", "officer", "province", "today"]


@pytest.fixture
def taken_back(officer):
    def take(disclosure):
        actions.withdraw(
            disclosure=disclosure, reason="Nhầm", signer_post="Chủ tịch", signer_name="Hồ Văn Lành",
            is_owed_again=True, by=officer, on=disclosure.begun_on,
        )  # fmt: skip

    return take


@pytest.fixture
def register(made, taken_back, commune):
    village = commune.villages[0]
    out = made("Dự toán ngân sách", code="11.2.1")
    local = made("=Đường; thôn, «một»", code="11.3.1", village=village)
    owed = made("Hộ ông Nguyễn Văn Tám", code="11.7.1", out=False, ago=30)
    gone = made("Danh sách bà Trần Thị Chín", code="11.6.4")
    taken_back(gone)
    return SimpleNamespace(out=out, local=local, owed=owed, gone=gone, village=village, code=commune.place.code)
