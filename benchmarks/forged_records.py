"""Thirty forged records and who finds each: the public export with one saved checkpoint, or the check from within.

    python benchmarks/forged_records.py

A small commune is built and sealed in a scratch database. Somebody with every right of the database and without the
signing key changes one thing at a time. `export`: tools/verify_ledger.py from the public export alone; `verify`: what
`dienhong ledger verify` says. A star stands where it has to be found. The bar is 30 of 30, with nothing found before.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIENHONG_HOME"] = folder
        os.environ["DIENHONG_DATABASE_URL"] = f"sqlite:///{folder}/forged.sqlite3"
        os.environ["DIENHONG_FILES"] = f"{folder}/files"
        os.environ["DIENHONG_KEY_FILE"] = f"{folder}/keys/ledger.key"
        os.environ["DJANGO_SETTINGS_MODULE"] = "dienhong.site.settings"
        sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "tests")]
        import django  # noqa: PLC0415 - after its settings

        django.setup()
        return _measured(Path(folder))


def _measured(folder: Path) -> int:
    from django.core.management import call_command  # noqa: PLC0415
    from tests.forgeries import sealed_world  # noqa: PLC0415
    from tests.forgeries.forged_records import ATTACKS, EXPORT, by_export, by_verify, found  # noqa: PLC0415

    from dienhong.ledger import keys  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    keys.create()
    world = sealed_world.build()
    before = [*by_export(world, folder), *by_verify()]
    print(f"{'':3}{'what was changed':62}{'export':>8}{'verify':>8}")
    caught = 0
    for number, (name, attack) in enumerate(ATTACKS.items(), start=1):
        said = dict(zip(("export", "verify"), found(world, folder, attack.change), strict=True))
        caught += bool(said[attack.found_by])
        marks = [f"{len(said[each]) or '-'}{'*' if each == attack.found_by else ' '}" for each in ("export", "verify")]
        print(f"{number:2} {name:62}{marks[0]:>8}{marks[1]:>8}")
    public = sum(attack.found_by == EXPORT for attack in ATTACKS.values())
    print(f"{caught} of {len(ATTACKS)} found: {public} from the public export alone, the others from within")
    print(f"{len(before)} findings before anything was changed")
    return 0 if caught == len(ATTACKS) and not before else 1


if __name__ == "__main__":
    sys.exit(main())
