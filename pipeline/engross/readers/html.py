"""HTML to a Flow: blocks become whole lines, notes that are linked become notes, what is not shown is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.etree import _Element

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Cell, Flow, Item, Line, Note, Rule, Run, Table, lines_of
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.span import Span
from engross.readers.encoding import decode
from engross.readers.html_lists import Unmarked, label_of, list_style, unmarked_lists
from engross.readers.html_looks import is_seen, look_of
from engross.readers.html_notes import Notes, find_notes
from engross.readers.runs import FORCED_BREAK, clean, collapsed

_DEEPEST = 100  # levels of elements with an end tag; libxml2 drops text in silence some way beyond
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,2000}+)>", re.S
)  # bounded, so that a page of open quotes costs no more than its length
_OPTIONAL_END = frozenset("p li dt dd td th tr thead tbody tfoot colgroup option html head body".split())  # noqa: SIM905
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_BLOCK_NAMES = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup html li main nav ol p pre section summary table ul caption td th tr
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def read(data: bytes, source: str) -> Flow:
    """The Flow of an HTML page.

    Where the page has an `article` or a `main`, these are the document, and what stands around them is
    furniture. Notes that the text links to are the Flow's notes; labels of ordered lists are what a browser
    prints. Raises Failure for a source larger than a text source may be.
    """
    declared = _CHARSET.search(data[:4096])
    text, findings = decode(data, source, declared[1].decode("ascii") if declared else None)
    walk = _parse(text, source, list(findings))
    if walk is None:
        return Flow(source, "html", (), diagnostics=findings)
    return Flow(
        source=source,
        format="html",
        items=tuple(walk.items),
        notes=tuple(walk.kept_notes.values()),
        furniture=tuple(walk.furniture),
        properties=_properties(walk.root),
        diagnostics=tuple(walk.findings),
    )


def _properties(root: _Element) -> dict[str, str]:
    """What the page says about itself: its title and its language."""
    title = " ".join((root.findtext(".//title") or "").split())
    stated = {"title": clean(title), "language": clean(root.get("lang") or "").strip()}
    return {name: text for name, text in stated.items() if text}


def read_fragment(text: str, source: str, line: int) -> tuple[tuple[Item, ...], tuple[Note, ...]]:
    """The items and notes of a piece of HTML that begins on `line` of `source`."""
    walk = _parse(text, source, [], line - 1)
    return (tuple(walk.items), tuple(walk.kept_notes.values())) if walk else ((), ())


def _parse(text: str, source: str, findings: list[Diagnostic], offset: int = 0) -> _Walk | None:
    """A finished walk along the tree of `text`; None where it holds no element and no text."""
    text = _DECLARATION.sub("", text.replace("\x00", ""))
    flat = _flattened(text)
    if flat is not text:
        message = f"Elements are nested deeper than {_DEEPEST} levels; the tags below are passed over."
        findings.append(diagnose("nesting-too-deep", message, Span(source)))
    parser = etree.HTMLParser(huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(flat, parser)
    except etree.XMLSyntaxError:
        return None
    if root is None:
        return None  # type: ignore[unreachable]
    walk = _Walk(source, root, find_notes(root), unmarked_lists(root), findings, offset)
    walk.take_document()
    return walk


def _flattened(text: str) -> str:
    """`text` without the tags that nest deeper than `_DEEPEST`; the same object where none does."""
    stack: list[tuple[str, bool]] = []
    pieces: list[str] = []
    kept_to = 0
    for match in _TAG.finditer(text):
        name = (match[2] or "").lower()
        if not name or name in _VOID or name in _OPTIONAL_END or match[3].endswith("/"):
            continue
        if not match[1]:
            keep = len(stack) < _DEEPEST
            stack.append((name, keep))
        else:
            at = next((i for i in range(len(stack) - 1, max(-1, len(stack) - 500), -1) if stack[i][0] == name), -1)
            keep = stack[at][1] if at >= 0 else True
            if at >= 0:
                del stack[at:]
        if not keep:
            pieces.append(text[kept_to : match.start()])
            kept_to = match.end()
    return "".join((*pieces, text[kept_to:])) if pieces else text


@dataclass(slots=True)
class _Walk:
    """A walk along the tree in document order, gathering runs until a block ends."""

    source: str
    root: _Element
    notes: Notes
    unmarked: Unmarked
    findings: list[Diagnostic]
    offset: int = 0
    items: list[Item] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    kept_notes: dict[str, Note] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    line: int | None = None
    level: int = 0
    label: str = ""
    depth: int = 0
    quoted: bool = False

    def take_document(self) -> None:
        """Take the document: the articles of the page where it has them, else its body."""
        mains = [
            e
            for e in self.root.iter("article", "main")
            if not any(a.tag in ("article", "main") for a in e.iterancestors())
        ]
        frames = [e for main in mains for e in main.iterancestors()]
        self._children(self.root, Run(""), set(frames) if mains else None)
        self._flush()

    def _element(self, element: _Element, look: Run, frames: set[_Element] | None) -> None:
        tag = element.tag
        if not isinstance(tag, str) or not is_seen(element):
            return
        if frames is not None and element not in frames and tag not in ("article", "main"):
            if not self.notes.holds(element):
                self._set_aside(element)
                return
            frames = None
        elif tag in ("article", "main"):
            frames = None
        if tag == "nav" or tag == "del":
            self._set_aside(element)
            return
        if element in self.notes.bodies:
            self._take_note(element)
        elif element in self.notes.calls:
            self._call(element, look)
        elif element in self.notes.returns:
            return
        elif self._is_label(element):
            self.label = " ".join(clean("".join(element.itertext())).split())
        elif tag == "br":
            self.runs.append(look.retold(FORCED_BREAK))
        elif tag == "hr":
            self._flush()
            self.items.append(Rule(self._span(element)))
        elif tag in _BLOCKS:
            self._block(element, look_of(element, look), frames)
        else:
            self._children(element, look_of(element, look), frames)

    def _children(self, element: _Element, look: Run, frames: set[_Element] | None = None) -> None:
        keep = frames is None
        preformatted = element.tag == "pre"
        if element.text and keep:
            self._text(element.text, look, element, preformatted)
        for child in element:
            self._element(child, look, frames)
            if child.tail and keep:
                self._text(child.tail, look, child, preformatted)
            elif child.tail and child.tail.strip():
                self._furnish(child.tail, child)

    def _text(self, text: str, look: Run, element: _Element, preformatted: bool) -> None:
        if self.line is None and text.strip():
            self.line = self._span(element).line
        if preformatted:
            for number, piece in enumerate(clean(text).split("\n")):
                if number:
                    self.runs.append(look.retold(FORCED_BREAK))
                self.runs.append(look.retold(piece))
        else:
            self.runs.append(look.retold(clean(text)))

    def _block(self, element: _Element, look: Run, frames: set[_Element] | None) -> None:
        """Take a block: what was gathered before it is a line, and what it holds is its own lines."""
        self._flush()
        tag = str(element.tag)
        if tag == "table" and not _is_layout(element):
            self.items.append(self._table(element, look))
        elif tag in ("ol", "ul"):
            self.depth += 1
            self._list(element, look)
            self.depth -= 1
        elif tag[0] == "h" and tag[1:] in "123456":
            self.level = int(tag[1])
            self._children(element, look, frames)
            self._flush()
            self.level = 0
        elif tag == "blockquote":
            quoted, self.quoted = self.quoted, True
            self._children(element, look, frames)
            self._flush()
            self.quoted = quoted
        else:
            self._children(element, look, frames)
        self._flush()

    def _list(self, element: _Element, look: Run) -> None:
        labels = list_style(element, self.unmarked)
        for child in element:
            if child.tag == "li" and child not in self.notes.bodies and child not in self.notes.returns:
                self._flush()
                self.label = label_of(child, labels)
                self._children(child, look_of(child, look))
                self._flush()
                if self.label:
                    self.runs.append(Run(self.label))
                    self.label = ""
                    self._flush()
            else:
                self._element(child, look, None)
            if child.tail and child.tail.strip():
                self._text(child.tail, look, child, False)

    def _flush(self) -> None:
        """End the line that was being gathered."""
        runs = collapsed(self.runs)
        self.runs = []
        if runs:
            style = "quotation" if self.quoted else f"list {self.depth}" if self.depth else ""
            self.items.append(
                Line(
                    runs,
                    Span(self.source, self.line),
                    whole=True,
                    level=self.level,
                    label=self.label,
                    style=style,
                    indent=4.0 * self.depth,
                )
            )
            self.label = ""
        self.line = None

    def _apart(self, element: _Element, look: Run) -> tuple[Line, ...]:
        """The lines that an element holds, kept out of the items."""
        kept = (self.items, self.runs, self.line, self.level, self.label, self.depth, self.quoted)
        self.items, self.runs, self.line, self.level, self.label, self.depth, self.quoted = (
            [],
            [],
            None,
            0,
            "",
            0,
            False,
        )
        self._children(element, look)
        self._flush()
        lines = tuple(lines_of(self.items))
        self.items, self.runs, self.line, self.level, self.label, self.depth, self.quoted = kept
        return lines

    def _table(self, element: _Element, look: Run) -> Table:
        rows = []
        for row in element.iter("tr"):
            if next(row.iterancestors("table")) is not element:
                continue
            head = next(row.iterancestors()).tag == "thead"
            rows.append(
                tuple(
                    Cell(
                        self._apart(cell, look_of(cell, look)),
                        _count(cell.get("colspan")),
                        _count(cell.get("rowspan")),
                        head or cell.tag == "th",
                    )
                    for cell in row
                    if cell.tag in ("td", "th")
                )
            )
        for caption in element.iterchildren("caption"):
            self.items.extend(self._apart(caption, look_of(caption, look)))
        return Table(tuple(rows), self._span(element))

    def _call(self, element: _Element, look: Run) -> None:
        note, mark = self.notes.calls[element]
        self.runs.append(replace(look, text=mark, raised=True, note=note, href=None))

    def _take_note(self, element: _Element) -> None:
        note, mark = self.notes.bodies[element]
        lines = self._apart(element, Run(""))
        if lines:
            first = _without_mark(lines[0].runs, mark)
            lines = (replace(lines[0], runs=first), *lines[1:]) if first else lines[1:]
        self.kept_notes[note] = Note(note, mark, lines)

    def _set_aside(self, element: _Element) -> None:
        for piece in element.xpath(".//text()[not(ancestor::script or ancestor::style)]"):
            self._furnish(str(piece), element)

    def _furnish(self, text: str, element: _Element) -> None:
        shown = " ".join(clean(text).split())
        if shown:
            kind = FurnitureKind.MARK_UP if element.tag in ("del", "nav") else FurnitureKind.RUNNING_HEAD
            self.furniture.append(Furniture(kind, shown, self._span(element)))

    def _is_label(self, element: _Element) -> bool:
        """Whether an element is the typed label at the beginning of a list item, as pages of our own mark it."""
        return (
            self.depth > 0
            and "label" in (element.get("class") or "").split()
            and not any(run.text.strip() for run in self.runs)
        )

    def _span(self, element: _Element) -> Span:
        return Span(self.source, (element.sourceline or 1) + self.offset)


def _is_layout(table: _Element) -> bool:
    """Whether a table only arranges lines: it says so, has one row or one column, or holds another table."""
    if table.get("role") in ("presentation", "none"):
        return True
    if next(table.iterdescendants("table"), None) is not None:
        return True
    widths = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
    return len(widths) <= 1 or max(widths) <= 1


def _without_mark(runs: tuple[Run, ...], mark: str) -> tuple[Run, ...]:
    """A note's runs without the mark that stands before its text."""
    text = "".join(run.text for run in runs)
    match = re.match(rf"\s*[\[(]?{re.escape(mark)}[\])]?[.\s]*", text)
    if match is None or (
        match.end() < len(text)
        and match[0].rstrip() == match[0]
        and text[match.end()].isalnum()
        and not (runs and runs[0].raised)
    ):
        return runs
    gone = match.end()
    kept = []
    for run in runs:
        if gone >= len(run.text):
            gone -= len(run.text)
            continue
        kept.append(run.retold(run.text[gone:]))
        gone = 0
    return tuple(kept)


def _count(value: str | None) -> int:
    """A span of columns or rows: at least 1, at most what HTML allows."""
    digits = (value or "").strip()
    return min(max(int(digits), 1), 1000) if digits.isdecimal() and len(digits) < 6 else 1
