import hashlib
import uuid

import pytest

from dienhong.ledger.privacy import PersonalDataRefused, refuse_personal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("001099012345", "số định danh"),
        ("số 001 099 012 345 cấp tại", "số định danh"),
        ("CMND: 123456789.", "chứng minh"),
        ("0912345678", "điện thoại"),
        ("gọi 0912 345 678 nhé", "điện thoại"),
        ("0912.345.678", "điện thoại"),
        ("+84 912 345 678", "điện thoại"),
        ("84912345678", "điện thoại"),
        ("02043854321", "điện thoại"),
        ("Liên hệ ba.nguyen@example.vn", "thư điện tử"),
    ],
)
def test_personal_numbers_and_addresses_are_refused_wherever_they_stand(text, kind):
    for data in ({"note": text}, {"a": [{"b": text}]}):
        with pytest.raises(PersonalDataRefused, match=kind):
            refuse_personal(data)


@pytest.mark.parametrize("key", ["full_name", "ho_ten", "cccd", "phone", "email", "Ngay_Sinh"])
def test_personal_keys_are_refused_whatever_they_hold(key):
    for value in ("x", 1, None, ["x"]):
        with pytest.raises(PersonalDataRefused, match="mã của bản ghi"):
            refuse_personal({"form": {key: value}})


@pytest.mark.parametrize(
    "text",
    [
        "66/2025/NQ-HĐND",
        "2026-11-22T07:39:02.822000Z",
        "điểm đ khoản 2 Điều 2",
        "150.000.000 đồng",
        "1.250.000.000 đồng",
        "98/124, 15 chưa có số liệu",
        "registry.household:4021",
        "giai đoạn 2025-2030",
        hashlib.sha256(b"9").hexdigest(),
        str(uuid.UUID(int=123456789012)),
        str(uuid.UUID("00000000-0000-4000-8000-091234567890")),
    ],
)
def test_official_numbers_are_not_taken_for_personal_ones(text):
    refuse_personal({"note": text})


def test_no_digest_and_no_row_identifier_is_ever_taken_for_a_personal_number():
    for n in range(3000):
        digest = hashlib.sha256(str(n).encode()).hexdigest()
        refuse_personal({"sha256": digest, "id": str(uuid.UUID(digest[:32]))})


def test_amounts_are_whole_numbers_and_pass():
    refuse_personal({"amount": 150_000_000, "big": 120_000_000_000})
