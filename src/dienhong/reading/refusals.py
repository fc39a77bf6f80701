"""Why a file is not read, in one sentence that says what to do next."""

from collections.abc import Mapping
from enum import StrEnum


class Refusal(StrEnum):
    MISSING = "missing"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_HEAVY = "too-heavy"
    READER_FAILED = "reader-failed"
    TOO_MUCH_TEXT = "too-much-text"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_SLOW = "too-slow"
    TOO_DEEP = "too-deep"
    PASSWORD = "password"  # noqa: S105 (a code)
    BROKEN = "broken"
    BOMB = "bomb"
    UNSAFE_XML = "unsafe-xml"
    DUPLICATE_MEMBER = "duplicate-member"
    BINARY = "binary"
    ENCODING = "encoding"
    UNKNOWN_TYPE = "unknown-type"
    OLD_IMAGE = "image-type"
    NO_TEXT = "no-text"
    NO_OCR = "no-ocr"
    OCR_FAILED = "ocr-failed"
    NO_OFFICE = "no-office"
    OFFICE_FAILED = "office-failed"
    NOT_A_DOCUMENT = "not-a-document"
    NOT_A_TABLE = "not-a-table"
    OLD_SHEET = "old-sheet"
    TOO_WIDE = "too-wide"


SENTENCES: Mapping[Refusal, str] = {
    Refusal.MISSING: "Không tìm thấy hoặc không mở được tệp. Hãy kiểm tra lại tên tệp và quyền đọc.",
    Refusal.EMPTY: "Tệp rỗng, không có nội dung. Hãy kiểm tra và gửi lại bản đầy đủ.",
    Refusal.TOO_LARGE: "Tệp lớn quá mức cho phép. Hãy tách tệp hoặc giảm dung lượng ảnh rồi gửi lại.",
    Refusal.TOO_HEAVY: "Tệp quá nặng để đọc an toàn. Hãy mở tệp, lưu lại thành DOCX hoặc PDF mới rồi gửi lại.",
    Refusal.READER_FAILED: "Phần đọc tệp của hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị.",
    Refusal.TOO_MUCH_TEXT: "Tệp có quá nhiều chữ. Hãy tách thành nhiều tệp nhỏ hơn rồi gửi lại.",
    Refusal.TOO_MANY_PAGES: "Tệp có quá nhiều trang. Hãy tách thành nhiều tệp nhỏ hơn rồi gửi lại.",
    Refusal.TOO_SLOW: "Đọc tệp mất quá lâu nên đã dừng. Hãy tách tệp, hoặc quét lại ở 200 dpi rồi gửi lại.",
    Refusal.TOO_DEEP: "Tệp lồng nhau quá nhiều tầng (bảng trong bảng). Hãy bỏ bớt bảng lồng nhau rồi gửi lại.",
    Refusal.PASSWORD: "Tệp được đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu rồi gửi lại.",
    Refusal.BROKEN: "Tệp bị hỏng hoặc tải lên chưa trọn. Hãy mở thử trên máy, lưu lại rồi gửi lại.",
    Refusal.BOMB: "Tệp nén bất thường, có thể gây hại. Hãy mở tệp gốc, lưu lại thành tệp mới rồi gửi lại.",
    Refusal.UNSAFE_XML: "Tệp chứa khai báo XML không an toàn. Hãy mở tệp gốc bằng Word, lưu lại rồi gửi lại.",
    Refusal.DUPLICATE_MEMBER: "Tệp chứa hai phần trùng tên, không biết phần nào đúng. Hãy lưu lại thành tệp mới "
    "rồi gửi lại.",
    Refusal.BINARY: "Tệp không phải văn bản chữ. Hãy gửi tệp DOCX, PDF hoặc TXT.",
    Refusal.ENCODING: "Không nhận ra bảng mã chữ của tệp. Hãy mở tệp, lưu lại với bảng mã Unicode (UTF-8) rồi gửi lại.",
    Refusal.UNKNOWN_TYPE: "Chưa đọc được loại tệp này. Hãy lưu thành DOCX, PDF hoặc TXT rồi gửi lại.",
    Refusal.OLD_IMAGE: "Chưa đọc được loại ảnh này. Hãy đổi ảnh sang JPG hoặc PNG rồi gửi lại.",
    Refusal.NO_TEXT: "Không tìm thấy chữ nào trong tệp. Hãy kiểm tra lại tệp hoặc quét lại cho rõ hơn.",
    Refusal.NO_OCR: "Tệp là bản quét hoặc ảnh, cần phần mềm nhận dạng chữ. Hãy cài bằng lệnh "
    "`apt install tesseract-ocr tesseract-ocr-vie`, hoặc gửi bản DOCX hay PDF có chữ.",
    Refusal.OCR_FAILED: "Không nhận dạng được chữ trong ảnh. Hãy quét lại rõ nét ở 200–300 dpi rồi gửi lại.",
    Refusal.NO_OFFICE: "Tệp thuộc định dạng cũ (DOC, RTF, ODT), cần LibreOffice để đọc. Hãy cài bằng lệnh "
    "`apt install libreoffice-writer-nogui`, hoặc mở tệp bằng Word và lưu thành DOCX rồi gửi lại.",
    Refusal.OFFICE_FAILED: "LibreOffice không chuyển được tệp này. Hãy mở tệp bằng Word, lưu thành DOCX rồi gửi lại.",
    Refusal.NOT_A_DOCUMENT: "Tệp là bảng tính, không phải văn bản. Hãy gửi văn bản dạng DOCX, PDF hoặc TXT.",
    Refusal.NOT_A_TABLE: "Tệp không phải bảng tính. Hãy gửi tệp XLSX hoặc CSV theo mẫu.",
    Refusal.OLD_SHEET: "Tệp là bảng tính định dạng cũ (XLS). Hãy mở bằng Excel, lưu thành XLSX rồi gửi lại.",
    Refusal.TOO_WIDE: "Bảng có quá nhiều hàng, cột hoặc ô. Hãy chỉ giữ lại phần có dữ liệu theo mẫu rồi gửi lại.",
}


class Unreadable(Exception):
    """The file cannot be read. `code` is stable; str() is the Vietnamese sentence for its owner."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(SENTENCES[code])
        self.code = code
