"""Walking the site link by link, as somebody with a role would."""

from collections import Counter, deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test.signals import template_rendered
from django.urls import Resolver404, resolve

BASE = "http://testserver"


class Page(HTMLParser):
    """What the checks need of an HTML page: its links, forms, headings, tables."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.headings, self.faults = [], [], 0, []
        self.title = self.lang = ""
        self.tables = []
        self._table, self._inside = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._note_inline(tag, given)
        self._note_table(tag, given)
        match tag:
            case "a" if given.get("href") is not None:
                self.links.append(given["href"])
            case "form":
                self.forms.append((given.get("method", "get").lower(), given.get("action", "")))
            case "html":
                self.lang = given.get("lang", "")
            case "h1":
                self.headings += 1
            case "title":
                self._inside = "title"

    def _note_inline(self, tag, given):
        if "style" in given or tag == "style":
            self.faults.append(f"inline style on <{tag}>")
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.faults.append("inline script")
        self.faults += [f"{name} on <{tag}>" for name in given if name.startswith("on")]

    def _note_table(self, tag, given):
        if tag == "table":
            self._table.append(Table())
        if not self._table:
            return
        table = self._table[-1]
        if tag in {"thead", "tbody", "tfoot"}:
            table.part = tag
        elif tag == "tr":
            table.rows.append([table.part, 0])
        elif tag in {"td", "th"} and table.rows:
            table.rows[-1][1] += int(given.get("colspan", 1))

    def handle_endtag(self, tag):
        if tag == "title":
            self._inside = ""
        if tag == "table" and self._table:
            self.tables.append(self._table.pop())

    def handle_data(self, data):
        if self._inside == "title":
            self.title += data


@dataclass
class Table:
    part: str = ""
    rows: list = field(default_factory=list)

    def widths(self, part):
        return {cells for where, cells in self.rows if where == part}


@dataclass
class Visit:
    """One address opened: by whom, from where, what came."""

    who: str
    path: str
    view: str
    named: bool
    source: str
    status: int
    page: Page | None
    templates: tuple
    text: str


def shape(path):
    """The view behind an address and whether the address names a thing; None when nothing answers there."""
    try:
        found = resolve(urlsplit(path).path)
    except Resolver404:
        return None
    query = tuple(sorted(part.partition("=")[0] for part in urlsplit(path).query.split("&") if part))
    return found.view_name or found.func.__name__, query, bool(found.kwargs)


def internal(href, here):
    """The address within the site that a link means; "" for fragments, other sites, mail and telephones."""
    if href.startswith("#"):
        return ""
    parts = urlsplit(urljoin(BASE + here, href))
    if f"{parts.scheme}://{parts.netloc}" != BASE or parts.path.startswith("/tinh/"):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def walk(client, who, *, start="/", each):
    """Every address that `who` can reach by links from `start`: at most `each` of one kind from pages of one kind."""
    seen, kinds = {start}, Counter()
    queue = deque([(start, "")])
    while queue:
        path, source = queue.popleft()
        visit = look(client, who, path, source)
        yield visit
        if visit.page is None:
            continue
        for href in visit.page.links:
            target = internal(href, path.partition("?")[0] if not href.startswith("?") else path)
            if not target or target in seen:
                continue
            seen.add(target)
            kind = shape(target)
            kinds[kind, visit.view] += 1
            if kind is None or kinds[kind, visit.view] <= each:
                queue.append((target, path))


def look(client, who, path, source="", data=None, **headers):
    """Open one address; with `data`, send it there."""
    names = []

    def note(sender, template, **_rest):
        if template.name:
            names.append(template.name)

    template_rendered.connect(note, weak=False)
    try:
        response = client.get(path, **headers) if data is None else client.post(path, data, **headers)
    finally:
        template_rendered.disconnect(note)
    kind = shape(path)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    text = body.decode() if is_page else ""
    found = Page(text) if is_page else None
    if response.status_code in {301, 302}:
        found = Page(f'<a href="{response.headers["Location"]}"></a>')
    return Visit(
        who, path, kind[0] if kind else "", bool(kind and kind[2]), source, response.status_code, found,
        tuple(names), text,
    )  # fmt: skip
