"""The command `dienhong`. Each verb imports what it needs when it is called, so that `--help` is quick."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

Verb = Callable[[argparse.Namespace], int]


def _django() -> None:
    """Django is loaded by the verbs that need the database, and by no other."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.site.settings")
    import django  # noqa: PLC0415

    django.setup()


def _manage(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.site.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["dienhong manage", *options.arguments])
    return 0


def _read(options: argparse.Namespace) -> int:
    from pathlib import Path  # noqa: PLC0415

    from dienhong.reading.command import read  # noqa: PLC0415

    return read(Path(options.file), as_text=options.text, out=sys.stdout.buffer, messages=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dienhong",
        description="Diên Hồng: đưa nghị quyết về dân chủ ở cơ sở vào thực hiện.",
    )
    verbs = parser.add_subparsers(metavar="lệnh", required=True)

    manage = verbs.add_parser("manage", help="lệnh quản trị của Django", add_help=False)
    manage.add_argument("arguments", nargs=argparse.REMAINDER)
    manage.set_defaults(run=_manage)

    read = verbs.add_parser("read", help="đọc một văn bản và in ra cấu trúc của nó")
    read.add_argument("file", metavar="TỆP", help="DOCX, PDF, TXT, Markdown hoặc HTML")
    form = read.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in một đối tượng JSON (mặc định)")
    form.add_argument("--text", action="store_true", help="in các từ của văn bản theo thứ tự")
    read.set_defaults(run=_read)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; its result is the exit code."""
    options = _parser().parse_args(arguments)
    run: Verb = options.run
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
