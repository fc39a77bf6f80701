"""What is made for phones runs on a browser of 2018 (Chrome 70): its scripts are parsed, its style sheet is read."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

STATIC = files("dienhong.foundations") / "static" / "dienhong"
SCRIPTS = ("meeting.js", "round.js", "phone-worker.js", "village.js", "village-worker.js")
ACORN = Path(__file__).parent / "vendor" / "acorn.js"
# The grammar of ECMAScript 2019 is all of it in Chrome 66 to 70; of its library, `fromEntries` is not: it stands below.
EDITION = 2019
# Names that came later, each with the version of Chrome.
LATER = {
    "replaceChildren": 86, "replaceAll": 85, "matchAll": 73, "fromEntries": 73, "allSettled": 76, "structuredClone": 98,
    "randomUUID": 92, "globalThis": 71, "queueMicrotask": 71, "hasOwn": 93, "findLast": 97, "findLastIndex": 97,
    "toSorted": 110, "toReversed": 110, "toSpliced": 110, "requestSubmit": 76, "groupBy": 117, "withResolvers": 119,
    "ListFormat": 72, "RelativeTimeFormat": 71, "Segmenter": 87, "WeakRef": 84, "arrayBuffer": 76, "showPicker": 99,
    "checkVisibility": 105, "scheduler": 94, "showSaveFilePicker": 86, "getAllRecords": 141, "databases": 72,
    "any": 85, "submitter": 81, "formData": 76, "CompressionStream": 80, "commit": 76,
}  # fmt: skip
# Methods that are a name of our own elsewhere: only a call of them is meant.
CALLED = {"at": 92, "text": 76, "stream": 76}
ALLOWED_CALLS = {"text": "response.text() is of 2015; our own text() makes an input"}
READ = """([source, edition]) => {
  const called = new Set(), named = new Set();
  const walk = (node) => {
    if (!node || typeof node.type !== "string") return;
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && !node.callee.computed) {
      called.add(node.callee.property.name);
    }
    if (node.type === "MemberExpression" && !node.computed) named.add(node.property.name);
    if (node.type === "Identifier") named.add(node.name);
    for (const part of Object.values(node)) {
      if (Array.isArray(part)) part.forEach(walk);
      else if (part && typeof part === "object") walk(part);
    }
  };
  try {
    walk(acorn.parse(source, { ecmaVersion: edition, sourceType: "script" }));
  } catch (failure) {
    return { failure: String(failure) };
  }
  return { called: [...called], named: [...named] };
}"""
LATER_STYLES = {
    "inset": r"[;{]inset(-\w+)?:",
    "aspect-ratio": r"aspect-ratio:",
    "min(), max(), clamp()": r"[:\s,(](min|max|clamp)\(",
    ":is(), :where(), :has()": r":(is|where|has)\(",
    ":focus-visible": r":focus-visible",
    "units of the small screen": r"\d(d|s|l)v(h|w|min|max)\b",
    "layers, containers": r"@(layer|container|property|scope)\b",
    "colours made of colours": r"color-mix\(|oklch\(|lab\(",
    "gap of flexible boxes": r"(?<!grid-)(?<!column-)(?<!row-)\bgap:",
    "row-gap": r"(?<!grid-)row-gap:",
    "overflow: clip": r"overflow(-\w+)?:clip",
    "logical margins": r"(margin|padding)-(inline|block)(-\w+)?:",
    "nesting": r"\{[^{}]*&",
    "properties of one's own": r"var\(",
}


@pytest.fixture
def reader(chromium):
    page = chromium.new_page()
    page.add_script_tag(path=str(ACORN))
    yield lambda source, edition=EDITION: page.evaluate(READ, [source, edition])
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_has_nothing_that_came_after_chrome_70(reader, name):
    found = reader((STATIC / name).read_text())
    assert "failure" not in found, found
    assert not set(found["named"]) & LATER.keys(), set(found["named"]) & LATER.keys()
    assert not set(found["called"]) & (CALLED.keys() - ALLOWED_CALLS.keys())


@pytest.mark.browser
@pytest.mark.parametrize(
    "later", ["a?.b", "a ?? b", "class A { b = 1 }", "a ||= b", "1_000", "import('x')", "10n", "/(?<=a)b/v"]
)
def test_the_reader_sees_what_came_later(reader, later):
    assert "failure" in reader(later)


@pytest.mark.browser
def test_the_reader_sees_names_that_came_later(reader):
    found = reader("list.replaceChildren(); list.at(-1); const { fromEntries } = Object")
    assert {"replaceChildren", "fromEntries"} <= set(found["named"])
    assert "at" in found["called"]


def test_the_style_sheet_has_nothing_that_came_after_chrome_70():
    sheet = (STATIC / "meeting.css").read_text()
    found = {name for name, pattern in LATER_STYLES.items() if re.search(pattern, sheet)}
    assert not found, found
    assert len(sheet) > 1_000


@pytest.mark.parametrize(
    "later",
    [
        "a{inset:0}",
        "a{width:min(1px,2px)}",
        "a:is(b){}",
        "a{height:100dvh}",
        "a{display:flex;gap:1px}",
        "a{color:var(--x)}",
    ],
)
def test_the_reader_of_style_sheets_sees_what_came_later(later):
    assert any(re.search(pattern, later) for pattern in LATER_STYLES.values())


def test_text_is_at_least_18_pixels():
    sheet = (STATIC / "meeting.css").read_text()
    sizes = [int(size) for size in re.findall(r"font(?:-size)?:(\d+)px", sheet)]
    assert sizes
    assert min(sizes) >= 18
