"""A resolution of a place that does not exist: its draft, and the text its council adopted."""

DRAFT = """\
HỘI ĐỒNG NHÂN DÂN
XÃ BẾN SẬY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số:      /2026/NQ-HĐND

Bến Sậy, ngày      tháng 3 năm 2026

DỰ THẢO

NGHỊ QUYẾT
Về các biện pháp thực hiện dân chủ ở cơ sở trên địa bàn xã Bến Sậy

HỘI ĐỒNG NHÂN DÂN XÃ BẾN SẬY

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;
Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10 tháng 11 năm 2022;

QUYẾT NGHỊ:

Điều 1. Phạm vi điều chỉnh
Nghị quyết này quy định các biện pháp trên địa bàn xã Bến Sậy.

Điều 2. Mục tiêu
1. Hằng năm, 100% cơ quan, đơn vị của xã tổ chức tuyên truyền, phổ biến pháp luật về dân chủ ở cơ sở.
2. Phấn đấu 90% thôn rà soát hương ước, quy ước mỗi năm.

Điều 3. Biện pháp
1. Ủy ban nhân dân xã có trách nhiệm:
a) Định kỳ 6 tháng báo cáo Hội đồng nhân dân xã kết quả thực hiện Nghị quyết này;
b) Hằng quý kiểm tra việc công khai thông tin tại nhà văn hóa các thôn.
2. Trưởng thôn có trách nhiệm tổ chức họp thôn ít nhất một lần mỗi quý.
3. Ban Thanh tra nhân dân xã giám sát việc tiếp dân, hằng năm báo cáo kết quả với Mặt trận.

Điều 4. Tổ chức thực hiện
1. Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này.
2. Nghị quyết này có hiệu lực từ ngày thông qua.

CHỦ TỊCH


Nơi nhận:
- Thường trực HĐND xã;
- Lưu: VT.
"""

ADOPTED = (
    DRAFT.replace("Số:      /2026", "Số: 07/2026")
    .replace("ngày      tháng 3 năm 2026", "ngày 20 tháng 3 năm 2026")
    .replace("DỰ THẢO\n\n", "")
    .replace("Phấn đấu 90% thôn rà soát", "Phấn đấu 95% thôn, tổ dân phố rà soát")
    .replace("3. Ban Thanh tra", "3. Mặt trận Tổ quốc xã vận động Nhân dân tham gia họp thôn.\n4. Ban Thanh tra")
    .replace("có hiệu lực từ ngày thông qua", "có hiệu lực từ ngày 01 tháng 4 năm 2026")
    .replace("CHỦ TỊCH\n", "CHỦ TỊCH\n\nNguyễn Văn Mẫu\n")
)
