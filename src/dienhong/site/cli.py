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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dienhong",
        description="Diên Hồng: đưa nghị quyết về dân chủ ở cơ sở vào thực hiện.",
    )
    verbs = parser.add_subparsers(metavar="lệnh", required=True)

    manage = verbs.add_parser("manage", help="lệnh quản trị của Django", add_help=False)
    manage.add_argument("arguments", nargs=argparse.REMAINDER)
    manage.set_defaults(run=_manage)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; its result is the exit code."""
    options = _parser().parse_args(arguments)
    run: Verb = options.run
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
