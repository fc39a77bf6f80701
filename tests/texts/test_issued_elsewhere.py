"""Whose resolution it is, seen from the place that carries it out."""

import pytest

from lawcore.provisions.issuing import issued_elsewhere


def seen_from_ben_say(issuer):
    return issued_elsewhere(issuer, here="xã Bến Sậy", own=["xã Sậy Thượng"], above=["tỉnh Lam Giang"])


@pytest.mark.parametrize(
    "issuer",
    [
        "Hội đồng nhân dân xã Bến Sậy",
        "Hội đồng nhân dân Xã Bến Say",  # its spelling is another matter
        "Hội đồng nhân dân xã Sậy Thượng",  # the place's name before it merged
        "Quốc hội",
        "Ủy ban nhân dân xã Cầu Ngói",
        "",
    ],
)
def test_nothing_is_said_of_ones_own_resolution_and_of_what_no_council_issued(issuer):
    assert seen_from_ben_say(issuer) is None


def test_a_resolution_of_the_province_is_carried_out_here():
    finding = seen_from_ben_say("Hội đồng nhân dân tỉnh Lam Giang")
    assert finding.code == "issued-above"
    assert finding.message == (
        "Nghị quyết do Hội đồng nhân dân tỉnh Lam Giang ban hành; xã Bến Sậy là nơi tổ chức thực hiện."
    )


@pytest.mark.parametrize("issuer", ["Hội đồng nhân dân xã Cầu Ngói", "Hội đồng nhân dân tỉnh Sơn Hà"])
def test_a_resolution_of_another_place_asks_to_check(issuer):
    finding = seen_from_ben_say(issuer)
    assert finding.code == "issued-elsewhere"
    assert issuer in finding.message
    assert "xã Bến Sậy" in finding.message
    assert "kiểm tra" in finding.message
