"""`dienhong law` as people and programs type it: every question of its contract, good and bad."""

import json
import os
import resource
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from dienhong.foundations import clock
from dienhong.site import cli

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)  # already 22 November in Viet Nam
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def law(capfdbinary, monkeypatch):
    """Runs the command in this process; its exit code and what it wrote to each stream."""
    monkeypatch.setattr(clock, "read", lambda: NOW)

    def run(typed):
        words = typed if isinstance(typed, list) else typed.split()
        code = cli.main(["law", *words])
        out, messages = capfdbinary.readouterr()
        return code, out.decode(), messages.decode()

    return run


@pytest.fixture
def asked(law):
    """Asks with --json; the exit code and the one object of the answer."""

    def ask(typed):
        code, out, messages = law(f"ask {typed} --json")
        assert messages == ""
        return code, json.loads(out)

    return ask


DECISIONS = [
    # two thirds for what is paid together, of all households
    ("decision.required matter=15.1 households=151 on=2026-03-02", 101, "khoản 1 Điều 21"),
    ("decision.required matter=15.2 households=150 on=2026-03-02", 100, "khoản 1 Điều 21"),
    # more than half for everything else; half of 100 is not enough
    ("decision.required matter=15.3 households=100 on=2026-03-02", 51, "khoản 1 Điều 21"),
    ("decision.required matter=15.4 households=88 on=2026-03-02", 45, "khoản 1 Điều 21"),
    ("decision.required matter=15.5 households=1 on=2026-03-02", 1, "khoản 1 Điều 21"),
    ("decision.required matter=15.6 households=120 on=2026-03-02", 61, "khoản 1 Điều 21"),
    ("decision.required matter=15.1 scope=commune villages=17 on=2026-03-02", 12, "khoản 1 Điều 21"),
    ("decision.required scope=commune villages=17", 12, "khoản 1 Điều 21"),
    ("decision.adopted matter=15.1 households=151 agree=100 on=2026-03-02", False, "khoản 1 Điều 21"),
    ("decision.adopted matter=15.1 households=151 agree=101 on=2026-03-02", True, "khoản 1 Điều 21"),
    ("decision.adopted matter=15.6 households=120 agree=60 on=2026-03-02", False, "khoản 1 Điều 21"),
    ("decision.adopted scope=commune villages=17 villages_agree=11 on=2026-03-02", False, "khoản 1 Điều 21"),
    ("decision.adopted scope=commune villages=17 villages_agree=12 on=2026-03-02", True, "khoản 1 Điều 21"),
    ("decision.form_allowed matter=15.3 form=meeting on=2026-03-02", True, "Điều"),
    ("decision.form_allowed matter=15.3 form=ballot on=2026-03-02", False, "Điều 17"),
    ("decision.form_allowed matter=15.3 form=ballot after_failed_meeting=true on=2026-03-02", True, "Điều 19"),
    ("decision.form_allowed matter=15.6 form=online on=2026-03-02", True, "Điều 17"),
    ("decision.form_allowed matter=15.2 form=online on=2026-03-02", False, "Điều 17"),
    ("decision.form_allowed matter=15.2 form=ballot on=2026-03-02", False, "Điều"),
    ("decision.form_allowed matter=15.1 form=ballot scope=commune on=2026-03-02", True, "Điều 19"),
    # binding from the day it was passed; a convention from its recognition; the commune's works from its decision
    ("decision.effective matter=15.6 passed_on=2026-03-01", "2026-03-01", "khoản 2 Điều 21"),
    ("decision.effective matter=15.3 passed_on=2026-03-01 recognised_on=2026-03-10", "2026-03-10", "khoản 2 Điều 21"),
    ("decision.effective matter=15.3 passed_on=2026-03-01", None, "khoản 2 Điều 21"),
    (
        "decision.effective matter=15.1 scope=commune passed_on=2026-03-01 commune_decided_on=2026-03-20",
        "2026-03-20",
        "khoản 2 Điều 21",
    ),
    ("initiative.admissible households=143 agree=14 collected_on=2026-03-01 on=2026-03-20", False, "khoản 3 Điều 16"),
    ("initiative.admissible households=143 agree=15 collected_on=2026-03-01 on=2026-03-20", True, "khoản 3 Điều 16"),
    (
        "initiative.admissible households=100 agree=5 collected_on=2026-03-01 on=2026-03-20 front_agrees=true",
        True,
        "khoản 3 Điều 16",
    ),
    # consent of 30 November counts to the last day of February
    ("initiative.admissible households=100 agree=10 collected_on=2025-11-30 on=2026-02-28", True, "khoản 3 Điều 16"),
    ("initiative.admissible households=100 agree=10 collected_on=2025-11-30 on=2026-03-01", False, "khoản 3 Điều 16"),
]
DEADLINES = [
    # Friday before the Tết break: five working days later is Friday 27 February
    ("deadline kind=decision.to_commune since=2026-02-13", "2026-02-27", "khoản 3 Điều 20"),
    ("deadline kind=decision.recognition since=2026-04-23", "2026-05-05", "khoản 2 Điều 21"),
    ("deadline kind=disclosure.commune since=2026-02-09", "2026-02-23", "khoản 3 Điều 12"),
    ("deadline kind=disclosure.agency since=2026-10-02", "2026-10-09", "khoản 2 Điều 47"),
    ("deadline kind=disclosure.enterprise since=2026-10-02", "2026-10-19", "khoản 2 Điều 65"),
    ("deadline kind=convention.dossier since=2026-02-13", "2026-02-27", "Nghị định số 61/2023"),
    ("deadline kind=convention.recognition since=2026-12-28", "2027-01-05", "Nghị định số 61/2023"),
    # ten days until 30 June 2026, seven working days from 1 July
    ("deadline kind=complaint.acceptance since=2026-06-10", "2026-06-22", "Điều 27"),
    ("deadline kind=complaint.acceptance since=2026-08-12", "2026-08-21", "Nghị định số 155/2026"),
    ("deadline kind=complaint.first since=2026-08-21", "2026-09-21", "Điều 28"),
    ("deadline kind=complaint.first since=2026-08-21 complex=true", "2026-10-05", "Điều 28"),
    ("deadline kind=complaint.first since=2026-08-21 complex=true remote=true", "2026-10-20", "Điều 28"),
    ("deadline kind=complaint.second since=2026-11-05", "2026-12-21", "Điều 37"),
    ("deadline kind=complaint.second since=2026-11-05 complex=true", "2027-01-04", "Điều 37"),
    ("deadline kind=denunciation.acceptance since=2026-08-03", "2026-08-12", "Điều 24"),
    ("deadline kind=denunciation.resolution since=2026-08-12", "2026-09-11", "Điều 30"),
    ("deadline kind=denunciation.resolution since=2026-08-12 extensions=1", "2026-10-12", "Điều 30"),
    ("deadline kind=denunciation.resolution since=2026-08-12 extensions=2", "2026-11-10", "Điều 30"),
    ("deadline kind=information.reply channel=direct since=2026-03-02", "2026-03-16", "Điều 29"),
    ("deadline kind=information.reply channel=online since=2026-03-02", "2026-03-23", "Điều 30"),
    ("deadline kind=information.reply channel=online simple=true since=2026-03-02", "2026-03-05", "Điều 30"),
    ("deadline kind=information.reply channel=post simple=true since=2026-03-02", "2026-03-09", "Điều 31"),
    # the law that replaced it on 1 September 2026 was not read
    ("deadline kind=information.reply channel=direct since=2026-09-01", None, "Luật Tiếp cận thông tin"),
    ("deadline kind=feedback.reply since=2026-03-02", "2026-03-16", "Điều 28"),
    ("deadline kind=board.reply since=2026-03-02", "2026-03-17", "khoản 1 Điều 40"),
]
LATEST = [
    ("latest kind=meeting.notice before=2026-06-28", "2026-06-26", "khoản 3 Điều 3"),
    ("latest kind=meeting.documents before=2026-06-28", "2026-06-26", "khoản 4 Điều 3"),
    ("latest kind=ballot.announcement before=2026-06-10", "2026-06-08", "khoản 2 Điều 19"),
    ("latest kind=election.decision before=2026-06-28", "2026-06-08", "Điều 6"),
    ("latest kind=election.candidates before=2026-06-28", "2026-06-13", "Điều 6"),
    ("latest kind=election.team before=2026-06-28", "2026-06-18", "Điều 6"),
    ("latest kind=election.notice before=2026-06-28", "2026-06-21", "Điều 6"),
    ("latest kind=conference.notice before=2026-12-20", "2026-12-15", "Điều 11"),
    ("latest kind=inspection.plan before=2026-03-16", "2026-03-09", "Điều 14"),
    ("latest kind=supervision.notice before=2026-06-15", "2026-05-01", "Điều 45"),
]
MINIMUM = [
    # posted on 1 March, up through 31 March, taken down on 1 April
    ("minimum kind=posting.commune since=2026-03-01", "2026-04-01", "khoản 2 Điều 13"),
    ("minimum kind=posting.agency since=2026-03-01", "2026-03-22", "Điều 48"),
    ("minimum kind=posting.enterprise since=2026-03-01", "2026-03-22", "Điều 66"),
    ("minimum kind=posting.convention since=2026-03-01", "2026-04-01", "Điều 9"),
    ("minimum kind=consultation since=2026-07-01", "2026-07-21", "khoản 2 Điều 28"),
    ("minimum kind=broadcast since=2026-03-01", "2026-03-03", "khoản 3 Điều 13"),
]
OTHERS = [
    ("working_days since=2026-02-13 days=5", "2026-02-27", "Bộ luật Dân sự"),
    ("board.size kind=commune villages=3", {"min": 5, "max": 5}, "Điều 36"),
    ("board.size kind=commune villages=60", {"min": 60, "max": 60}, "Điều 36"),
    ("board.size kind=agency staff=8", {"min": 3, "max": 9}, "Điều 60"),
    ("board.size kind=agency staff=7", {"min": 0, "max": 0}, "Điều 60"),
    ("board.size kind=enterprise staff=6", {"min": 3, "max": 9}, "Điều 77"),
    ("board.size kind=investment", {"min": 5, "max": None}, "Điều 41"),
    ("board.composition kind=commune members=5 deputies=1 villages=5", True, "Điều 36"),
    ("board.composition kind=commune members=6 deputies=1 villages=4", False, "Điều 36"),
    ("board.composition kind=agency members=9 deputies=2 staff=60", True, "Điều 60"),
    (
        "board.composition kind=investment members=5 front_members=1 inspection_members=1 people_members=3",
        True,
        "Điều 41",
    ),
    (
        "board.composition kind=investment members=4 front_members=1 inspection_members=1 people_members=2",
        False,
        "Điều 41",
    ),
]
EVERY = DECISIONS + DEADLINES + LATEST + MINIMUM + OTHERS


@pytest.mark.parametrize(("typed", "result", "article"), EVERY, ids=[typed for typed, *_ in EVERY])
def test_what_is_asked_is_answered_with_article_version_and_reason(asked, typed, result, article):
    code, answer = asked(typed)
    assert code == 0, answer
    assert answer["result"] == result
    assert list(answer) == ["result", "rule", "citation", "version", "explanation", "provisional", "assumptions"]
    assert article in answer["citation"]
    assert answer["version"] <= "2026-11-22"
    assert len(answer["explanation"]) > 20
    assert isinstance(answer["provisional"], bool)


def test_the_days_off_of_a_year_each_have_a_name_and_a_kind(asked):
    days = asked("holidays year=2026")[1]["result"]
    assert all(set(day) == {"on", "name", "kind"} for day in days)
    assert {"2026-01-01", "2026-02-17", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-02"} <= {
        day["on"] for day in days
    }


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("decision.requierd matter=15.1 households=151", "unknown-rule"),
        ("deadline.decision.to_commune since=2026-03-02", "unknown-rule"),
        ("", "unknown-rule"),
        ("decision.required matter=15.1 houses=151", "unknown-key"),
        ("decision.required 151", "unknown-key"),
        ("decision.required matter=15.1 households=151 --pretty", "unknown-key"),
        ("decision.required matter=15.1 households=151 calendar=x", "unknown-key"),
        ("deadline kind=decision.to_commune since=2026-03-02 complex=true", "unknown-key"),
        ("latest kind=meeting.notice since=2026-03-02", "unknown-key"),
        ("minimum kind=broadcast before=2026-03-02", "unknown-key"),
        ("decision.required matter=15.1 on=2026-03-02", "missing-key"),
        ("decision.required households=151 on=2026-03-02", "missing-key"),
        ("decision.required scope=commune on=2026-03-02", "missing-key"),
        ("decision.adopted matter=15.1 households=151 on=2026-03-02", "missing-key"),
        ("decision.form_allowed matter=15.1", "missing-key"),
        ("deadline since=2026-03-02", "missing-key"),
        ("deadline kind=decision.to_commune", "missing-key"),
        ("latest kind=meeting.notice", "missing-key"),
        ("working_days since=2026-03-02", "missing-key"),
        ("holidays", "missing-key"),
        ("board.size kind=commune", "missing-key"),
        ("decision.required matter=15.7 households=151", "impossible-value"),
        ("decision.required matter=15.1 households=0", "impossible-value"),
        ("decision.required matter=15.1 households=-5", "impossible-value"),
        ("decision.required matter=15.1 households=99999999999", "impossible-value"),
        ("decision.required matter=15.1 households=1.5", "impossible-value"),
        ("decision.required matter=15.1 households=many", "impossible-value"),
        ("decision.required matter=15.1 households=151 households=151", "impossible-value"),
        ("decision.required matter=15.1 households=151 on=2026-02-30", "impossible-value"),
        ("decision.required matter=15.1 households=151 on=02/03/2026", "impossible-value"),
        ("decision.adopted matter=15.1 households=151 agree=152 on=2026-03-02", "impossible-value"),
        ("decision.adopted matter=15.1 households=151 agree=-1 on=2026-03-02", "impossible-value"),
        ("decision.adopted scope=commune villages=17 villages_agree=18 on=2026-03-02", "impossible-value"),
        ("decision.form_allowed matter=15.1 form=post", "impossible-value"),
        ("decision.form_allowed matter=15.1 form=ballot after_failed_meeting=yes", "impossible-value"),
        ("decision.form_allowed matter=15.2 form=ballot bal_case_c_scope=mine", "impossible-value"),
        ("deadline kind=decision since=2026-03-02", "impossible-value"),
        ("deadline kind=decision.to_commune since=2026-02-30", "impossible-value"),
        ("deadline kind=decision.to_commune since=9999-12-31", "impossible-value"),
        ("deadline kind=denunciation.resolution since=2026-08-12 extensions=3", "impossible-value"),
        ("deadline kind=information.reply since=2026-03-02 channel=fax", "impossible-value"),
        ("initiative.admissible households=100 agree=101 collected_on=2026-03-01", "impossible-value"),
        ("working_days since=2026-03-02 days=0", "impossible-value"),
        ("working_days since=2026-03-02 days=-5", "impossible-value"),
        ("holidays year=0", "impossible-value"),
        ("holidays year=99999", "impossible-value"),
        ("board.size kind=village villages=3", "impossible-value"),
        ("board.size kind=commune villages=-1", "impossible-value"),
        ("decision.required matter=15.1 households=151 on=2023-06-30", "not-in-force"),
        ("decision.effective matter=15.6 passed_on=2023-06-30", "not-in-force"),
        ("deadline kind=decision.to_commune since=2023-06-30", "not-in-force"),
        ("latest kind=election.decision before=2023-08-14", "not-in-force"),
        ("minimum kind=consultation since=1999-01-01", "not-in-force"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_code_and_a_sentence(asked, typed, code):
    exit_code, answer = asked(typed)
    assert exit_code == 2
    assert list(answer) == ["error"]
    assert list(answer["error"]) == ["code", "message", "allowed"]
    assert answer["error"]["code"] == code
    assert answer["error"]["message"].endswith(".")


def test_a_refusal_says_what_is_allowed(asked):
    assert asked("decision.required matter=15.7 households=5")[1]["error"]["allowed"] == [
        f"15.{clause}" for clause in range(1, 7)
    ]
    assert "decision.required" in asked("x")[1]["error"]["allowed"]
    assert "decision.to_commune" in asked("deadline kind=x since=2026-03-02")[1]["error"]["allowed"]


def test_without_a_day_the_law_of_today_in_viet_nam_is_used(asked):
    _, answer = asked("decision.required matter=15.1 households=151")
    assert "22/11/2026" in answer["assumptions"][-1]
    assert answer["provisional"] is False


def test_the_order_of_keys_and_of_json_does_not_matter(law):
    answers = {
        law(f"ask {typed}")
        for typed in (
            "decision.required matter=15.1 households=151 on=2026-03-02 --json",
            "--json decision.required on=2026-03-02 households=151 matter=15.1",
            "decision.required --json households=151 matter=15.1 on=2026-03-02",
        )
    }
    assert len(answers) == 1


def test_people_read_the_reason_first_then_result_article_and_day(law):
    code, out, _ = law("ask decision.adopted matter=15.1 households=151 agree=100 on=2026-03-02")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].startswith("Chưa thông qua")
    assert "Kết quả: không" in lines
    assert "Căn cứ: khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15" in lines
    assert "Quy định áp dụng từ ngày 01/07/2023" in lines


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("working_days since=2026-02-13 days=5", "Kết quả: 27/02/2026"),
        ("decision.effective matter=15.3 passed_on=2026-03-01", "Kết quả: không có"),
        ("decision.required matter=15.1 households=151", "Kết quả: 101"),
    ],
)
def test_people_read_days_and_numbers_as_they_are_written(law, typed, line):
    assert line in law(f"ask {typed}")[1].splitlines()


def test_people_read_lists_line_by_line(law):
    _, out, _ = law("ask holidays year=2026")
    assert "Kết quả:" in out.splitlines()
    assert "  - ngày: 01/01/2026; tên: Tết Dương lịch; loại: ngày lễ, tết" in out.splitlines()


def test_people_are_told_when_a_result_may_still_change(law):
    _, out, _ = law("ask decision.form_allowed matter=15.2 form=ballot on=2026-03-02")
    assert "Kết quả tạm tính" in out
    assert "Giả định: " in out


def test_people_read_a_refusal_as_words_on_the_other_stream(law):
    code, out, messages = law("ask decision.required matter=15.9 households=5")
    assert (code, out) == (2, "")
    assert messages.startswith("Nội dung quyết định (matter) không thể là “15.9”.")


def test_the_list_names_rules_keys_values_defaults_and_kinds(law):
    code, out, _ = law("list --json")
    listed = json.loads(out)
    rules = {rule["code"]: rule for rule in listed["rules"]}
    assert code == 0
    scope = next(each for each in rules["decision.required"]["parameters"] if each["name"] == "scope")
    assert (scope["allowed"], scope["default"], scope["required"]) == (["village", "commune"], "village", False)
    assert scope["words"] == {"village": "một thôn", "commune": "mọi thôn của xã"}
    kinds = {each["kind"]: [key["name"] for key in each["parameters"]] for each in rules["deadline"]["kinds"]}
    assert kinds["decision.to_commune"] == ["since"]
    assert kinds["complaint.first"] == ["since", "complex", "remote"]
    assert listed["catalogues"]
    assert all(each["items"] for each in listed["catalogues"])
    assert listed["lifecycles"]


def test_people_read_the_list_with_examples_of_what_to_type(law):
    _, out, _ = law("list")
    assert out.startswith("Hỏi: dienhong law ask MÃ khóa=giá trị")
    line = "    scope: village | commune  Phạm vi (một thôn, hay mọi thôn của xã) [mặc định village]"
    assert line in out.splitlines()
    assert "    households  Tổng số hộ của thôn (mọi hộ, không phải số có mặt) [tùy trường hợp]" in out.splitlines()
    assert "deadline kind=decision.to_commune  " in out
    assert "Danh mục: " in out


@pytest.mark.parametrize(
    "words", ["tán thành tối thiểu", "tan thanh toi thieu", "decision.required", "khoản 1 Điều 21"]
)
def test_a_rule_is_searched_by_title_code_or_article_with_or_without_diacritics(law, words):
    code, out, _ = law(["search", words, "--json"])
    found = {each["code"]: each for each in json.loads(out)}
    rule = found["decision.required"]
    assert code == 0
    assert rule["title"] == "Số tán thành tối thiểu"
    assert rule["citation"] == "khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
    assert rule["file"] == "lawcore/ballots/thresholds.py"
    assert rule["line"] > 1
    two_thirds = next(each for each in rule["values"] if each["name"] == "TWO_THIRDS")
    assert two_thirds["says"] == "2/3 từ 01/07/2023"
    assert two_thirds["line"] < rule["line"]


def test_people_read_rule_value_article_and_line(law):
    _, out, _ = law(["search", "tán", "thành", "tối", "thiểu"])
    lines = out.splitlines()
    assert lines[0] == "Số tán thành tối thiểu (decision.required)"
    assert lines[1] == "    khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
    assert any(line.startswith("    2/3 từ 01/07/2023, khoản 1 Điều 21") and "TWO_THIRDS" in line for line in lines)


def test_a_search_without_result_says_so(law):
    assert law("search zzzz") == (1, "Không có quy tắc nào nói đến từ này. Mọi quy tắc: docs/law-index.md\n", "")
    assert law("search zzzz --json") == (1, "[]\n", "")


@pytest.mark.parametrize(
    "typed",
    ["law list --json", "law ask decision.required matter=15.1 households=151 --json", "law search tan-thanh --json"],
)
def test_the_command_needs_no_database_no_settings_and_no_folder(tmp_path, typed):
    script = (
        "import sys; from dienhong.site import cli; cli.main(sys.argv[1:]);"
        "sys.exit('django' in sys.modules or 'lxml' in sys.modules)"
    )
    command = [sys.executable, "-c", script, *typed.split()]
    done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=True)
    assert json.loads(done.stdout) is not None
    assert list(tmp_path.iterdir()) == []


def test_a_question_is_answered_in_a_third_of_a_second():
    """In processor time, so that other work on the machine does not count; the quickest of three."""
    assert min(_processor_time() for _ in range(3)) <= 0.3


def _processor_time():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    question = ["law", "ask", "decision.required", "matter=15.1", "households=151", "--json"]
    command = [sys.executable, "-m", "dienhong.site.cli", *question]
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
