"""Writes the pages that are made from the code: docs/law-index.md and docs/lifecycles. Used by `make docs`."""

from pathlib import Path

from lawcore import asking, law_index
from lawcore.asking import drawing

DOCS = Path(__file__).parents[1] / "docs"


def main() -> None:
    (DOCS / "law-index.md").write_text(law_index.page(), encoding="utf-8")
    folder = DOCS / "lifecycles"
    folder.mkdir(exist_ok=True)
    pages = {f"{each.code}.md": drawing.page(each) for each in asking.lifecycles()}
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
