"""How well screening finds what must not be published: precision and recall over a small labelled set.

    python benchmarks/screening.py

Each line of the set is a sentence or a row as an office writes it, with what stands in it. Half of them hold nothing
personal and look as if they did. Everything in it is invented.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dienhong.disclosures.screening import Kind, Passage, screen

ID, PHONE, BANK, MAIL, BORN, POOR, SECRET, NOT_YET = (
    Kind.IDENTITY,
    Kind.PHONE,
    Kind.BANK_ACCOUNT,
    Kind.EMAIL,
    Kind.BIRTH,
    Kind.POOR_HOUSEHOLD,
    Kind.SECRET,
    Kind.NOT_YET,
)
Labelled = tuple[str, tuple[Kind, ...]]
TEXTS: tuple[Labelled, ...] = (
    ("Ông Nguyễn Văn An, CCCD số 001085012345, trú tại thôn Đông.", (ID,)),
    ("Số định danh cá nhân: 038 185 012 345", (ID,)),
    ("Chứng minh nhân dân số 123456789 cấp ngày 02/3/2010", (ID,)),
    ("Căn cước 079203001234 (con), 079180004321 (mẹ)", (ID, ID)),
    ("Mã hồ sơ 001085012345 của người nộp", (ID,)),
    ("Liên hệ chị Hoa 0912 345 678 để nhận gạo", (PHONE,)),
    ("Zalo: 0987.654.321; gọi (024) 3825 1234", (PHONE, PHONE)),
    ("Điện thoại +84 912 345 678", (PHONE,)),
    ("SĐT 0388123456, STK 0123456789 ngân hàng Agribank", (PHONE, BANK)),
    ("Chuyển vào tài khoản 19036789012345 của bà Lê Thị Ba", (BANK,)),
    ("Số TK: 3900 2051 2345 67 tại BIDV", (BANK,)),
    ("Gửi về hop.thu.rieng@gmail.com trước thứ Sáu", (MAIL,)),
    ("Bà Trần Thị Bình, sinh ngày 05/6/1960, thôn Đoài", (BORN,)),
    ("Lê Văn Tư (sinh năm 1958)", (BORN,)),
    ("Đinh Văn Hrê, sinh năm 1972, làng Kon Tu", (BORN,)),
    ("Hộ nghèo: ông Phạm Văn Sáu, thôn Hạ", (POOR,)),
    ("Gia đình bà Võ Thị Năm là hộ cận nghèo", (POOR,)),
    ("Danh sách hộ nghèo năm 2026\n1. Lò Văn Inh\n2. Giàng A Páo\n3. Y Blưng Niê", (POOR,)),
    ("TT\tHọ và tên\tSố CCCD\n1\tNguyễn Văn An\t1085012345\n2\tLê Thị Ba\t1185012346", (ID, ID)),
    ("Họ tên\tNgày sinh\tĐiện thoại\nTrần Văn Cường\t01/02/1985\t912345678", (BORN, PHONE)),
    ("Họ tên\tHộ nghèo\nNguyễn Văn An\tx\nTrần Thị Bình\t", (POOR,)),
    ("TUYỆT MẬT\nKế hoạch phòng thủ", (SECRET,)),
    ("Độ mật: Mật", (SECRET,)),
    ("TỐI MẬT", (SECRET,)),
    ("TÀI LIỆU LƯU HÀNH NỘI BỘ", (NOT_YET,)),
    ("Ủy ban nhân dân xã thông báo lịch tiếp công dân tháng 6.", ()),
    ("Dự toán thu 8.420.000.000 đồng, chi 8.420.000.000 đồng", ()),
    ("Quyết định số 15/QĐ-UBND ngày 12/5/2026", ()),
    ("Mã định danh cơ quan 000.00.12.H40", ()),
    ("Công văn số 0912/UBND-VP", ()),
    ("Thửa đất số 345678, tờ bản đồ 12, diện tích 912,5 m2", ()),
    ("Mã số thuế 0101234567 của công ty", ()),
    ("Hồ sơ số 2026051200123", ()),
    ("Có 45 hộ nghèo, 61 hộ cận nghèo toàn xã", ()),
    ("Giảm 9 hộ nghèo so với năm trước; chủ tịch Nguyễn Văn An báo cáo", ()),
    ("Thôn\tSố hộ nghèo\tSố tiền\nĐông\t12\t123456789", ()),
    ("Gửi về vanthu@bensay.gov.vn", ()),
    ("Đường dây nóng 1022", ()),
    ("Nhà văn hóa xây năm 1985, sửa năm 2010", ()),
    ("Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh 19/5", ()),
    ("Bảo mật thông tin là trách nhiệm chung; giữ bí mật phiếu bầu", ()),
    ("Mật độ dân số 320 người/km2", ()),
    ("Tọa độ 20.123456, 105.987654", ()),
    ("Số seri 912345678901 của máy bơm", ()),
    ("Từ 01/01/2026 đến 31/12/2026", ()),
    ("Thời gian: 7h30 - 11h30, 13h30 - 17h00", ()),
    ("Tổng 1 234 567 890 đồng", ()),
    ("Phát 120 suất quà cho hộ nghèo, mỗi suất 500.000 đồng", ()),
    ("Người ký: CHỦ TỊCH Hồ Văn Lành", ()),
    ("Nghị quyết có hiệu lực từ ngày 01/7/2026", ()),
    ("Danh sách đối tượng bảo trợ xã hội được trợ cấp\n1. Lò Văn Inh\n2. Giàng A Páo", (POOR,)),
    ("DANH SÁCH HỘ ĐƯỢC HỖ TRỢ NHÀ Ở\nTT\tHọ và tên chủ hộ\tThôn\n1\tNguyễn Văn An\tĐông\n2\tLê Thị Ba\tHạ", (POOR,)),
    ("Danh sách người khuyết tật\n1. Trần Văn Cường\n2. Đỗ Thị Dung", (POOR,)),
    ("TT\tHọ tên\tMức trợ cấp\n1\tLý Sảo Mẩy\t500.000\n2\tGiàng A Páo\t500.000", (POOR, POOR)),
    ("CCCD: OO1085O12345", (ID,)),
    ("số điện thoại không chín một hai ba bốn năm sáu bảy tám", (PHONE,)),
    ("Bà Lý Sảo Mẩy, 1960, thôn Đoài", (BORN,)),
    ("nguyễn văn an, cccd 001085012345", (ID,)),
    ("Đối tượng: trẻ mồ côi Hồ Thị Mị, sinh 12/3/2015", (BORN,)),
    ("Email: an.nguyen@xa-bensay.vn", (MAIL,)),
    ("TỐI  MẬT", (SECRET,)),
    ("MẬT\tSố: 12/KH", (SECRET,)),
    ("Hộ nghèo LÒ VĂN INH", (POOR,)),
    ("ĐT: 0912345678/0987654321", (PHONE, PHONE)),
    ("Số căn cước:\n001085012345", (ID,)),
    ("Danh sách hỗ trợ: mỗi thôn 5 suất\nThôn Đông\nThôn Hạ", ()),
    ("Danh sách đại biểu dự hội nghị\n1. Nguyễn Văn An\n2. Lê Thị Ba", ()),
    ("Danh sách người trúng cử trưởng thôn\n1. Nguyễn Văn An\n2. Lê Thị Ba", ()),
)


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind: rightly found, found where there is none, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def found_in(text: str) -> Counter[Kind]:
    """What screening finds in a labelled text; cells are parted by tabs."""
    passages = (Passage(line, number) for number, line in enumerate(text.split("\n"), start=1))
    return Counter(each.kind for each in screen(passages).findings)


def scores() -> Mapping[Kind, Score]:
    """One score for each kind over the whole set."""
    right: Counter[Kind] = Counter()
    wrong: Counter[Kind] = Counter()
    missed: Counter[Kind] = Counter()
    for text, kinds in TEXTS:
        found, there = found_in(text), Counter(kinds)
        right += found & there
        wrong += found - there
        missed += there - found
    return {kind: Score(right[kind], wrong[kind], missed[kind]) for kind in Kind}


def main() -> None:
    print(f"{len(TEXTS)} texts, {sum(not kinds for _, kinds in TEXTS)} of them with nothing to find")
    print(f"{'kind':16}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>11}{'recall':>8}")
    for kind, score in scores().items():
        line = f"{kind.value:16}{score.right:6}{score.wrong:6}{score.missed:7}"
        print(f"{line}{score.precision:11.2f}{score.recall:8.2f}")
    for text, kinds in TEXTS:
        if found_in(text) != Counter(kinds):
            print("differs:", repr(text), dict(found_in(text)))


if __name__ == "__main__":
    main()
