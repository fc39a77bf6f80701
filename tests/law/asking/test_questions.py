"""What can be asked is what the rules' signatures say, in words that people understand."""

from datetime import date
from types import ModuleType

import pytest

from law.asking import topic
from lawcore import asking
from lawcore.asking import words
from lawcore.asking.questions import BY_KIND, Holds, questions
from lawcore.asking.topics import gathered
from lawcore.law_index import ARTICLE
from lawcore.sources import cited

SAMPLE = questions((topic,))
ASKED = [each for top in asking.questions().values() for each in (top, *top.kinds.values())]


def test_parameters_come_from_the_signature():
    shown = {
        name: (each.holds, each.required, each.default, tuple(each.choices))
        for name, each in SAMPLE["sample.counted"].parameters.items()
    }
    assert shown == {
        "households": (Holds.NUMBER, True, None, ()),
        "colour": (Holds.CHOICE, False, "red", ("red", "blue")),
        "remote": (Holds.YES_NO, False, "false", ("true", "false")),
        "passed_on": (Holds.DAY, False, None, ()),
        "recognised_on": (Holds.DAY, False, None, ()),
        "bal_case_c_scope": (Holds.CHOICE, False, "decree", ("decree", "law")),
        "on": (Holds.DAY, False, None, ()),
    }


def test_a_reading_brings_its_own_words():
    choices = SAMPLE["sample.counted"].parameters["bal_case_c_scope"].choices
    assert choices["decree"].startswith("theo Nghị định")


def test_the_kinds_of_a_rule_each_have_their_own_keys():
    deadline = SAMPLE["deadline"]
    assert list(deadline.parameters) == ["kind"]
    assert list(deadline.parameters["kind"].choices) == ["sample.sent", "sample.urgent"]
    assert {kind: list(each.parameters) for kind, each in deadline.kinds.items()} == {
        "sample.sent": ["since"],
        "sample.urgent": ["since", "complex"],
    }


def test_the_function_of_a_rule_with_kinds_answers_for_the_kind():
    answer = SAMPLE["deadline"].function(kind="sample.sent", since=date(2026, 3, 2))
    assert (answer.rule, answer.result) == ("deadline.sample.sent", date(2026, 3, 9))


def test_a_question_cites_what_opens_the_docstring():
    assert SAMPLE["sample.counted"].cite == "LDC art. 21 cl. 1"


def test_two_topics_cannot_use_one_code():
    again = ModuleType("again")
    again.RULES = {"sample.counted": topic.counted}
    with pytest.raises(ValueError, match=r"sample\.counted stands in law\.asking\.topic and in again"):
        list(gathered("RULES", (topic, again)))


def test_every_rule_has_a_title_and_a_purpose_in_vietnamese():
    assert [each.code for each in ASKED if each.code not in words.TITLES] == [], "not in lawcore/asking/words"
    for code, (title, purpose) in words.TITLES.items():
        assert title[0].isupper(), code
        assert not title.endswith((".", "?")), code
        assert purpose[0].isupper(), code
        assert purpose.endswith("."), code


def test_every_parameter_has_a_label():
    assert {(each.code, name) for each in ASKED for name, key in each.parameters.items() if key.label == name} == set()


def test_every_choice_has_words():
    bare = {
        (each.code, name, value)
        for each in ASKED
        for name, key in each.parameters.items()
        for value, said in key.choices.items()
        if said == value
    }
    assert bare == set()


def test_every_rule_cites_its_article():
    for each in (each for each in ASKED if each.code not in BY_KIND):
        where = f"{each.function.__module__}.{each.function.__name__}"
        assert ARTICLE.fullmatch(f"{each.cite}: x"), f"the docstring of {where} does not open with an article"
        assert cited(each.cite), where


def test_every_explanation_belongs_to_a_rule():
    """Also against a rule that was renamed and kept its old words."""
    codes = {each.code for each in ASKED}
    names = {name for each in ASKED for name in each.parameters}
    names |= {
        f"{of}.{name}" for each in ASKED for of in (each.code, each.code.split(".")[0]) for name in each.parameters
    }
    assert set(words.TITLES) - codes == set()
    assert set(words.PARAMETERS) - names == set()


def test_a_rule_then_its_noun_then_all_rules_say_what_a_name_means():
    assert words.words_of("election.team_lawful", "candidates") == (
        "Số thành viên đang ứng cử",
        "người ứng cử không được ở trong Tổ",
    )
    assert words.words_of("board.size", "kind")[0] == "Loại Ban"
    assert words.words_of("other.rule", "kind")[0] == "Loại việc"
    assert words.words_of("other.rule", "no_such_name") is None


def test_a_name_is_explained_once():
    file = ModuleType("file")
    file.TITLES = {"sample": ("A", "B.")}
    with pytest.raises(ValueError, match="file explains sample a second time"):
        dict(words.merged("TITLES", (file, file)))


def test_the_summary_lists_what_can_be_asked():
    summary = asking.summary()
    assert [each["code"] for each in summary["rules"]] == list(asking.questions())
    assert [each["code"] for each in summary["catalogues"]] == list(asking.catalogues())
    assert [each["code"] for each in summary["lifecycles"]] == [each.code for each in asking.lifecycles()]
