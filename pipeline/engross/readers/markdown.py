"""Markdown to a Flow: CommonMark with tables and footnotes, every character where its author put it.

Paragraphs are whole lines. Numbers of ordered lists stay as they were typed (CommonMark would renumber them):
in a resolution they are the numbers of its paragraphs. Code blocks and code spans do not exist in a resolution,
so indentation and backquotes are text.
"""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Cell, Flow, Item, Line, Note, Rule, Run, Table
from engross.model.span import Span
from engross.readers.encoding import decode
from engross.readers.front_matter import split
from engross.readers.runs import clean, joined

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BULLET = "•"
_DEEPEST = 100  # levels of block quotes and lists; markdown-it drops what is nested deeper
_MOST_BRACKETS = 2000  # in one paragraph: the time for open brackets grows with their square
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b([^>]*?)/?>\Z", re.S)
_ATTRIBUTE = re.compile(r"""\b(href|lang)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I)
_UNDEFINED = re.compile(r"\[\^([^\]\s\[]+)\]")
_MARK = re.compile(r"\(?(?:\d+|\*+|[a-z])\)?\Z")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff65]")  # no space at a line end between these
_LOOKS: dict[str, dict[str, Any]] = {
    "em": {"italic": True},
    "i": {"italic": True},
    "cite": {"italic": True},
    "strong": {"bold": True},
    "b": {"bold": True},
    "u": {"underline": True},
    "ins": {"underline": True},
    "sup": {"raised": True},
}
_PLAIN_TAGS = frozenset(
    "a abbr bdi bdo big center div font mark p q s small span strike sub tt wbr nobr section article".split()  # noqa: SIM905
)


def read(data: bytes, source: str) -> Flow:
    """The Flow of a Markdown source. Front matter is set apart, and line spans count from the file's first line.

    Notes (`[^1]: …`) are the Flow's notes; a mark `[^9]` without a note stays as a raised run. Raises Failure
    for a source larger than a text source may be.
    """
    text, findings = decode(data, source)
    _, body, offset, _ = split(text, source)
    return _Reading(source, offset, body, list(findings)).flow()


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).use(footnote_plugin)
    parser.enable("table")
    # The tail would drop notes that nothing calls; indentation and backquotes are text here.
    parser.disable(["footnote_tail", "code", "fence", "backticks"])
    return parser


@dataclass(slots=True)
class _Reading:
    """One source on its way to a Flow."""

    source: str
    offset: int
    body: str
    findings: list[Diagnostic]
    items: list[Item] = field(default_factory=list)
    notes: dict[str, Note] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    source_lines: list[str] = field(default_factory=list)
    inline_notes: dict[int, dict[str, Any]] = field(default_factory=dict)

    def flow(self) -> Flow:
        self.source_lines = self.body.split("\n")
        environment: dict[str, Any] = {}
        tokens: list[Token] | None = None
        if max(part.count("[") for part in self.body.split("\n\n")) <= _MOST_BRACKETS:
            with contextlib.suppress(RecursionError):
                tokens = _parser().parse(self.body, environment)
        if tokens is None or any(token.level >= _DEEPEST - 1 for token in tokens):
            self._take_plain()
        else:
            self.inline_notes = environment.get("footnotes", {}).get("list", {})
            self._give_marks(tokens)
            self.items = list(self._blocks(tokens, 0, len(tokens), _Place()))
        return Flow(
            source=self.source,
            format="markdown",
            items=tuple(self.items),
            notes=tuple(self.notes.values()),
            diagnostics=tuple(self.findings),
        )

    def _take_plain(self) -> None:
        """Take the lines as they stand: the parser would drop what is nested too deep."""
        self.findings.append(
            diagnose(
                "nesting-too-deep",
                "Mark-up is nested deeper than any document needs; the text is read without it.",
                Span(self.source, self.offset + 1),
            )
        )
        for number, text in enumerate(self.source_lines, self.offset + 1):
            runs = joined([Run(clean(text.strip()))])
            self.items.append(Line(runs, Span(self.source, number)))

    def _give_marks(self, tokens: Sequence[Token]) -> None:
        """Decide what is printed for each note: its label where that is a mark, else its number in the order
        of calls.
        """
        labels: dict[str, None] = {}
        for token in tokens:
            self._gather_labels(token.children or (), labels)
        for token in tokens:
            if token.type == "footnote_reference_open":
                labels.setdefault(_label(token))
        numbers_typed = all(_MARK.match(label) for label in labels)
        for number, label in enumerate(labels, 1):
            self.marks[label] = label if numbers_typed or _MARK.match(label) else str(number)

    def _gather_labels(self, tokens: Iterable[Token], labels: dict[str, None]) -> None:
        """Gather the labels that inline tokens call, those inside notes in their place among them."""
        for token in tokens:
            if token.type == "footnote_ref":
                labels.setdefault(_label(token))
                if "label" not in token.meta:
                    self._gather_labels(self.inline_notes.get(token.meta["id"], {}).get("tokens", ()), labels)

    def _blocks(self, tokens: Sequence[Token], start: int, end: int, place: _Place) -> Iterator[Item]:
        """The items of the block tokens between two indices; notes on the way are kept aside."""
        at = start
        while at < end:
            token = tokens[at]
            close = _closing(tokens, at) if token.nesting == 1 else at
            match token.type:
                case "paragraph_open" | "heading_open":
                    yield from self._paragraph(tokens[at + 1], token, place)
                case "hr":
                    yield Rule(self._span(token), self._typed(token))
                case "ordered_list_open" | "bullet_list_open":
                    if place.label:
                        yield self._line((Run(place.take_label()),), token, place)
                    inner = replace(place, depth=place.depth + 1)
                    yield from self._blocks(tokens, at + 1, close, inner)
                case "list_item_open":
                    yield from self._list_item(tokens, at, close, place)
                case "blockquote_open":
                    inner = replace(place, quoted=True)
                    yield from self._blocks(tokens, at + 1, close, inner)
                    place.label = inner.label
                case "table_open":
                    yield self._table(tokens, at, close)
                case "html_block":
                    yield from self._html(token)
                case "footnote_reference_open":
                    self._keep_note(token, tuple(self._blocks(tokens, at + 1, close, _Place())))
                case _:
                    pass
            at = close + 1

    def _paragraph(self, inline: Token, opening: Token, place: _Place) -> Iterator[Line]:
        runs = self._runs(inline.children or (), self._span(opening))
        if not runs and not place.label:
            return
        level = int(opening.tag[1]) if opening.type == "heading_open" else 0
        yield self._line(runs, opening, place, level)

    def _line(self, runs: tuple[Run, ...], token: Token, place: _Place, level: int = 0) -> Line:
        typed = self.source_lines[token.map[0]] if token.map and token.map[0] < len(self.source_lines) else ""
        return Line(
            runs,
            self._span(token),
            whole=True,
            level=level,
            label=place.take_label(),
            style=place.style,
            indent=float(len(typed) - len(typed.lstrip(" "))),
        )

    def _list_item(self, tokens: Sequence[Token], at: int, close: int, place: _Place) -> Iterator[Item]:
        token = tokens[at]
        label = f"{token.info}{token.markup}" if token.info else BULLET
        inner = replace(place, label=label)
        yield from self._blocks(tokens, at + 1, close, inner)
        if inner.label:  # an empty item: a number alone on its line is text that was seen
            yield self._line((Run(inner.take_label()),), token, inner)

    def _table(self, tokens: Sequence[Token], at: int, close: int) -> Table:
        rows: list[tuple[Cell, ...]] = []
        row: list[Cell] = []
        for index in range(at, close):
            token = tokens[index]
            if token.type == "tr_open":
                row = []
            elif token.type == "tr_close":
                rows.append(tuple(row))
            elif token.type in ("th_open", "td_open"):
                inline = tokens[index + 1]
                span = self._span(inline if inline.map else tokens[at])
                runs = self._runs(inline.children or (), span)
                row.append(Cell((Line(runs, span, whole=True),) if runs else (), header=token.tag == "th"))
        return Table(tuple(rows), self._span(tokens[at]))

    def _html(self, token: Token) -> Iterator[Item]:
        """What a block of HTML shows; comments show nothing."""
        if token.content.lstrip().startswith("<!--") and token.content.rstrip().endswith("-->"):
            return
        from engross.readers.html import read_fragment

        items, notes = read_fragment(token.content, self.source, self._span(token).line or 1)
        for note in notes:
            self.notes.setdefault(note.id, note)
        yield from items

    def _keep_note(self, token: Token, items: tuple[Item, ...]) -> None:
        label = _label(token)
        lines = [item for item in items if isinstance(item, Line)]
        for table in (item for item in items if isinstance(item, Table)):
            lines.extend(line for row in table.rows for cell in row for line in cell.lines)
        if label in self.notes:
            lines = [*self.notes[label].lines, *lines]
        self.notes[label] = Note(label, self.marks.get(label, label), tuple(lines))

    def _runs(self, tokens: Sequence[Token], span: Span) -> tuple[Run, ...]:
        walk = _Inline(self.marks)
        for token in tokens:
            walk.take(token)
            if token.type == "footnote_ref" and "label" not in token.meta:  # `^[a note in its place]`
                label = _label(token)
                note = self.inline_notes.get(token.meta["id"], {})
                runs = self._runs(note.get("tokens", ()), span)
                self.notes[label] = Note(label, self.marks[label], (Line(runs, span, whole=True),))
        return joined(walk.finished())

    def _span(self, token: Token) -> Span:
        return Span(self.source, self.offset + token.map[0] + 1 if token.map else None)

    def _typed(self, token: Token) -> str:
        return clean(self.source_lines[token.map[0]].strip()) if token.map else token.markup


@dataclass(slots=True)
class _Place:
    """Where a block stands: how deep in lists, in a quotation, and the label that its first line takes."""

    depth: int = 0
    quoted: bool = False
    label: str = ""

    @property
    def style(self) -> str:
        if self.quoted:
            return "quotation"
        return f"list {self.depth}" if self.depth else ""

    def take_label(self) -> str:
        label, self.label = self.label, ""
        return label


@dataclass(slots=True)
class _Inline:
    """A walk along the inline tokens of one paragraph."""

    marks: dict[str, str]
    runs: list[Run] = field(default_factory=list)
    looks: list[tuple[str, Run]] = field(default_factory=list)
    look: Run = field(default_factory=lambda: Run(""))

    def take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special" | "code_inline":
                self._text(token.content)
            case "softbreak":
                self.runs.append(replace(self.look, text=_SOFT))
            case "hardbreak":
                self._text("\n")
            case "html_inline":
                self._tag(token.content)
            case "footnote_ref":
                self._call(token)
            case "link_open":
                self._open("a", replace(self.look, href=str(token.attrs.get("href", "")) or None))
            case "link_close":
                self._close("a")
            case "image":
                self._text(token.content)
            case _ if token.nesting == 1 and token.tag in _LOOKS:
                self._open(token.tag, replace(self.look, **_LOOKS[token.tag]))
            case _ if token.nesting == -1:
                self._close(token.tag)
            case _:
                self._text(token.content)

    def finished(self) -> list[Run]:
        """The runs, with the line ends of the source as spaces; between ideographs a line end is nothing."""
        result: list[Run] = []
        for index, run in enumerate(self.runs):
            if run.text == _SOFT:
                before = next((r.text[-1] for r in reversed(self.runs[:index]) if r.text), "")
                after = next((r.text[0] for r in self.runs[index + 1 :] if r.text), "")
                run = replace(run, text="" if _WIDE.match(before) and _WIDE.match(after) else " ")
            result.append(run)
        return result

    def _text(self, text: str) -> None:
        """Take text; a mark `[^9]` that no note answers is a raised 9, as it would have been printed."""
        at = 0
        for match in _UNDEFINED.finditer(text):
            self.runs.append(replace(self.look, text=clean(text[at : match.start()])))
            self.runs.append(replace(self.look, text=clean(match[1]), raised=True))
            at = match.end()
        self.runs.append(replace(self.look, text=clean(text[at:])))

    def _call(self, token: Token) -> None:
        label = _label(token)
        mark = self.marks.get(label, label)
        self.runs.append(replace(self.look, text=mark, raised=True, note=label))

    def _open(self, tag: str, look: Run) -> None:
        self.looks.append((tag, self.look))
        self.look = look

    def _close(self, tag: str) -> None:
        for index in range(len(self.looks) - 1, -1, -1):
            if self.looks[index][0] == tag:
                self.look = self.looks[index][1]
                del self.looks[index:]
                return

    def _tag(self, text: str) -> None:
        """Take a tag of HTML: its look, a line break, nothing; what is no tag of HTML is text."""
        match = _TAG.match(text)
        if match is None:
            if not text.startswith(("<!--", "<?", "<!")):
                self._text(text)
            return
        closing, tag, rest = match[1], match[2].lower(), match[3]
        if tag == "br":
            self._text("\n")
        elif tag not in _LOOKS and tag not in _PLAIN_TAGS:
            self._text(text)
        elif closing:
            self._close(tag)
        else:
            look = replace(self.look, **_LOOKS.get(tag, {}))
            for name, *values in _ATTRIBUTE.findall(rest):
                value = next((v for v in values if v), None)
                look = replace(look, href=value) if name.lower() == "href" else replace(look, language=value)
            self._open(tag, look)


_SOFT = "\x0b"  # stands for a line end of the source until its neighbours are known; `clean` keeps it out of text


def _label(token: Token) -> str:
    """The label of a note's call or definition; an inline note has only its running number."""
    meta = token.meta
    return str(meta.get("label") or f"inline-{meta.get('id', 0)}")


def _closing(tokens: Sequence[Token], at: int) -> int:
    """The index of the token that closes the one at `at`."""
    level = tokens[at].level
    for index in range(at + 1, len(tokens)):
        if tokens[index].nesting == -1 and tokens[index].level == level:
            return index
    return len(tokens) - 1
