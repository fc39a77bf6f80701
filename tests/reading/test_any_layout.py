"""Whatever labels a council prints and however its lines are cut, the tree is the one that was written."""

import random
import textwrap

import pytest

from dienhong.reading.summary import summary
from lawcore.obligations import find
from lawcore.provisions import parse, words, words_of
from lawcore.provisions.model import Line

FRONT = (
    "HỘI ĐỒNG NHÂN DÂN", "XÃ THỬ NGHIỆM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/2025/NQ-HĐND", "Thử Nghiệm, ngày 10 tháng 12 năm 2025", "NGHỊ QUYẾT", "Về dân chủ ở cơ sở",
    "HỘI ĐỒNG NHÂN DÂN XÃ THỬ NGHIỆM", "KHÓA I, KỲ HỌP THỨ 5",
    "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10 tháng 11 năm 2022;",
    "Xét Tờ trình số 59/TTr-UBND ngày 14 tháng 8 năm 2025 của Ủy ban nhân dân xã về biện pháp thực hiện dân chủ;",
    "QUYẾT NGHỊ:",
)  # fmt: skip
CLOSING = (
    "Nghị quyết này được Hội đồng nhân dân xã Thử Nghiệm thông qua ngày 10 tháng 12 năm 2025, có hiệu lực từ ngày 20 tháng 12 năm 2025./.",
    "Nơi nhận:", "- Các thôn;", "- Lưu: VT.", "CHỦ TỊCH", "Nguyễn Văn Thử",
)  # fmt: skip
SENTENCES = (
    "Họp dân ít nhất mỗi quý một lần tại nhà văn hóa thôn, có ghi biên bản và đọc lại trước khi kết thúc",
    "Thực hiện theo điểm a khoản 2 Điều 5 Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ",
    "Phấn đấu đến năm 2030 có trên 95% hộ gia đình tham gia bàn bạc việc chung của cộng đồng",
    "Bố trí 2.500.000 đồng cho mỗi thôn; ưu tiên thôn đặc biệt khó khăn, vùng sâu, vùng xa",
    "02 lớp tập huấn được mở trong năm cho trưởng thôn và thành viên tổ hòa giải",
    "Dân hỏi, cán bộ trả lời tại chỗ. Việc chưa rõ thì hẹn ngày. Kết quả được niêm yết ở nhà văn hóa thôn",
    "Niêm yết từ ngày 05 đến ngày 10 hằng tháng các nội dung quy định tại Điều 11 và Điều 13",
)
LETTERS = "abcdđeghiklmnopq"


class Council:
    """Writes one resolution in one style; `tree` is what it wrote."""

    def __init__(self, seed):
        self.chance = chance = random.Random(seed)  # noqa: S311 (to write the same resolution again)
        self.article = chance.choice(
            ["Điều {}. Việc làm", "Điều {}: Việc làm", "ĐIỀU {}. VIỆC LÀM", "Điều {}\nViệc làm"]
        )
        self.clause = chance.choice(["{}. ", "{}) ", "{}/ ", "{}- "])
        self.point = chance.choice(["{}) ", "{}. ", "{}/ "])
        self.bullet = chance.choice("-–+•*")
        self.width = chance.choice([0, 0, 60, 66, 72, 80])
        self.spaced = chance.random() < 0.5
        self.lines, self.tree, self.pages = [], {}, 0
        for text in FRONT:
            self.print(text)
        for number in range(1, chance.randint(2, 7)):
            self.write_article(str(number))
        for text in CLOSING:
            self.print(text)

    def print(self, text):
        if self.chance.random() < 0.03:
            self.pages += 1
            self.lines.append(str(self.pages))
        self.lines += textwrap.wrap(text, self.width, break_on_hyphens=False) if self.width else [text]
        self.lines += [""] if self.spaced else []

    def say(self, label, ends):
        self.print(label + self.chance.choice(SENTENCES) + self.chance.choice(ends))

    def write_article(self, number):
        for text in self.article.format(number).split("\n"):
            self.print(text)
        clauses = self.tree[number] = {}
        for clause in range(1, self.chance.randint(0, 6) + 1):
            points = clauses[str(clause)] = {}
            count = self.chance.choice([0, 0, 2, 5, 16])
            self.say(self.clause.format(clause), ":." if count else ".;")
            for letter in LETTERS[:count]:
                points[letter] = self.chance.choice([0, 0, 0, 3])
                self.say(self.point.format(letter), ":" if points[letter] else [";", ".", ""])
                for _ in range(points[letter]):
                    self.say(f"{self.bullet} ", [";", ".", ""])
        if not clauses:
            self.say("", ".")


@pytest.mark.parametrize("seed", range(80))
def test_the_tree_is_the_one_that_was_written(seed):
    council = Council(seed)
    lines = [Line(text) for text in council.lines]
    document = parse(lines)
    assert words(document) == words_of(lines)
    answer = summary(document, find(document))
    assert {
        article: {
            clause: {point: shown["bullets"] for point, shown in below["points"].items()}
            for clause, below in written["clauses"].items()
        }
        for article, written in answer["articles"].items()
    } == council.tree
    told = answer["metadata"]
    assert (told["adopted_on"], told["effective_on"], told["signer"]) == ("2025-12-10", "2025-12-20", "Nguyễn Văn Thử")
    assert [basis["number"] for basis in told["bases"]] == ["10/2022/QH15", "59/TTr-UBND"]
