"""The command line's own words in Vietnamese: usage, help, and what is wrong with a command."""

import argparse
import re
import sys
from typing import Any, Final, NoReturn

USAGE: Final = "cách dùng: "
EXIT_CODE: Final = 2

# What argparse says, and what is said here; the first that matches is taken.
_SAID: Final = tuple(
    (re.compile(said), words)
    for said, words in (
        (r"the following arguments are required: (.+)", r"còn thiếu: \1"),
        (r"one of the arguments (.+) is required", r"cần một trong: \1"),
        (r"unrecognized arguments: (.+)", r"không hiểu: \1"),
        (r"argument (.+): not allowed with argument (.+)", r"\1 không dùng cùng \2"),
        (r"argument (.+): expected one argument", r"\1 cần một giá trị đi kèm"),
        (r"argument (.+): expected at least one argument", r"\1 cần ít nhất một giá trị đi kèm"),
        (r"argument (.+): expected (\d+) arguments?", r"\1 cần \2 giá trị đi kèm"),
        (r"argument (.+): ignored explicit argument (.+)", r"\1 không nhận giá trị \2"),
        (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1: không có \2; chọn một trong: \3"),
        (r"argument (.+): invalid int value: (.+)", r"\1: \2 không phải là số nguyên"),
        (r"ambiguous option: (.+) could match (.+)", r"\1 chưa đủ rõ, có thể là: \2"),
    )
)


def in_vietnamese(message: str) -> str:
    """What argparse says is wrong, in Vietnamese; as it is where it says something of ours."""
    for said, words in _SAID:
        match = said.fullmatch(message)
        if match:
            return match.expand(words)
    return message


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Its subcommands are parsers of the same kind. A mistake ends the program with exit code 2."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **options}, add_help=False)
        self._positionals.title, self._optionals.title = "gồm", "tùy chọn"
        if add_help:
            self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(EXIT_CODE, f"{self.prog}: {in_vietnamese(message)}. Xem hướng dẫn: {self.prog} --help\n")
