"""Markdown: CommonMark with tables and notes (`[^1]`), under front matter that engross reads back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from engross.model.presentation import (
    Block,
    Break,
    Formula,
    Heading,
    Inline,
    Link,
    Note,
    Paragraph,
    Part,
    Points,
    Presentation,
    Prose,
    Quotation,
    Recital,
    TableBlock,
    TableCell,
    Text,
    on_page,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|])|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:(#{1,6}|[-+=]|:)(?=\s|$|[-=])|(\d{1,9})([.)])(?=\s|$))")
_LIST_LABEL = re.compile(r"\d{1,9}[.)]")
_MARK = re.compile(r"[^\W_]+")
_UNPRINTED = re.compile("[\u007f-\u009f\u2028\u2029\ufeff]")
_DEEPEST = 6


def write(presentation: Presentation, akn: bytes) -> bytes:  # noqa: ARG001 — every writer is given both
    """The document as Markdown in UTF-8, with all text of the Presentation, in its order."""
    return (_Page(presentation).text() + "\n").encode("utf-8", "replace")


class _Page:
    """One document on its way to Markdown; notes are called by labels that are unique in it."""

    def __init__(self, presentation: Presentation) -> None:
        self._presentation = presentation
        self._labels: dict[str, str] = {}
        self._missing = {note.id for note in presentation.notes if note.missing}
        taken: set[str] = set()
        for number, note in enumerate(presentation.notes, 1):
            found = _MARK.search(note.mark)
            label = found[0] if found else str(number)
            self._labels[note.id] = label if label not in taken else f"{label}-{number}"
            taken.add(self._labels[note.id])

    def text(self) -> str:
        groups = [_front_matter(self._presentation), *self._masthead()]
        for part in self._presentation.parts:
            groups += self._part(part)
        groups.append(_escape_start(_escape(self._presentation.reissue)))
        groups += [self._note(note) for note in self._presentation.notes if not note.missing]
        return "\n\n".join(group for group in groups if group)

    # --- lines before the text ----------------------------------------------------------------------------------------

    def _masthead(self) -> Iterator[str]:
        cover = self._presentation.cover
        yield _escape_start(_escape(cover.organization))
        yield _escape_start(_escape(cover.symbol_initial + cover.symbol_rest))
        yield f"# {_escape(cover.issuing_body)}" if cover.issuing_body else ""
        yield _stacked(_escape(line) for line in cover.distribution if line)
        yield "---"
        yield _stacked(self._line(line.content) for line in cover.block)

    def _part(self, part: Part) -> Iterator[str]:
        title = part.title
        yield _heading(2, self._line(title.number_line))
        yield _heading(2, " ".join(map(self._line, title.adoption)))
        yield self._line(title.proponent)
        yield self._line(title.sponsors)
        level = 3 if part.role == "main" else 2
        yield _heading(level, " ".join(t for t in (_escape(title.number), self._line(title.title)) if t))
        yield from self._blocks(part.blocks, "")
        yield _stacked(map(self._line, part.closing))
        yield _stacked(map(self._line, part.vote))

    # --- blocks -------------------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block], indent: str) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, indent)

    def _block(self, block: Block, indent: str) -> Iterator[str]:
        if isinstance(block, Formula | Prose):
            yield _indented(self._line(block.content), indent)
        elif isinstance(block, Recital):
            yield _indented(self._line(block.content), indent)
            yield from self._blocks(block.blocks, indent)
        elif isinstance(block, Paragraph):
            yield from self._labelled(block.label, block.content, block.blocks, indent)
        elif isinstance(block, Points):
            for point in block.items:
                yield from self._labelled(point.label, point.content, point.blocks, indent)
        elif isinstance(block, Heading):
            text = " ".join(t for t in (_escape(block.number), self._line(block.content)) if t)
            yield _indented(_heading(block.level + 3, text), indent)
        elif isinstance(block, Quotation):
            quoted = "\n\n".join(group for group in self._blocks(block.blocks, "") if group)
            yield "\n".join(f"{indent}> {line}".rstrip() for line in quoted.split("\n"))
        else:
            yield from self._table(block, indent)

    def _labelled(
        self, label: str, content: tuple[Inline, ...], blocks: tuple[Block, ...], indent: str
    ) -> Iterator[str]:
        """A numbered paragraph: a list item where Markdown knows the label, else text that begins with it."""
        if _LIST_LABEL.fullmatch(label):
            yield f"{indent}{label} {_hung(self._line(content), indent + ' ' * (len(label) + 1))}".rstrip()
            yield from self._blocks(blocks, indent + " " * (len(label) + 1))
            return
        text = " ".join(t for t in (_escape(label), self._inlines(content)) if t)
        yield _indented(_escape_start(text), indent)
        yield from self._blocks(blocks, indent)

    def _table(self, table: TableBlock, indent: str) -> Iterator[str]:
        """A table of the extension: its first row is the header, as the syntax has no other."""
        yield _indented(self._line(table.caption), indent)
        width = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
        lines = [self._row(row, width) for row in table.rows]
        if lines and width:
            rule = "|" + " --- |" * width
            yield "\n".join(indent + line for line in (lines[0], rule, *lines[1:]))

    def _row(self, row: tuple[TableCell, ...], width: int) -> str:
        cells: list[str] = []
        for cell in row:
            text = "<br>".join(self._inlines(p) for p in cell.paragraphs).replace("\\\n", "<br>")
            cells += [text, *([""] * (cell.columns - 1))]
        cells += [""] * (width - len(cells))
        return "| " + " | ".join(cells) + " |"

    def _note(self, note: Note) -> str:
        first, *more = [self._line(paragraph) for paragraph in note.paragraphs] or [""]
        groups = [f"[^{self._labels[note.id]}]: {_hung(first, '    ')}", *(_indented(text, "    ") for text in more)]
        return "\n\n".join(groups)

    # --- inlines ------------------------------------------------------------------------------------------------------

    def _line(self, content: Iterable[Inline]) -> str:
        return _escape_start(self._inlines(content))

    def _inlines(self, content: Iterable[Inline]) -> str:
        inlines = list(on_page(content))
        found: list[str] = []
        for place, inline in enumerate(inlines):
            if isinstance(inline, Text):
                before = _edge(inlines[place - 1], -1) if place else " "
                after = _edge(inlines[place + 1], 0) if place + 1 < len(inlines) else " "
                found.append(_run(inline, before, after))
            elif isinstance(inline, Link):
                found.append(f"[{self._inlines(inline.content)}](<{_address(inline.href)}>)")
            elif isinstance(inline, Break):
                found.append("\\\n")
            elif inline.note in self._missing:
                found.append(f"<sup>{_escape(inline.mark)}</sup>")
            else:
                found.append(f"[^{self._labels[inline.note]}]")
        return "".join(found)


def _edge(inline: Inline, place: int) -> str:
    """The character that is written at an edge of an inline: a bracket where mark-up stands.

    Nothing where asterisks would meet asterisks, so that none are used.
    """
    if not isinstance(inline, Text) or inline.raised or inline.underline or inline.change:
        return "["
    return "" if inline.emphasis or inline.bold else inline.text[place : place + 1 or None]


def _run(run: Text, before: str, after: str) -> str:
    """A run with its looks; white space at its ends stays outside, as Markdown wants it."""
    core = run.text.strip(" \u00a0")
    if not core:
        return _escape(run.text)
    start = run.text.index(core)
    head, tail = run.text[:start], run.text[start + len(core) :]
    text = _escape(core)
    marks = ("**" if run.bold else "") + ("*" if run.emphasis else "")
    tags = [tag for tag, applies in (("sup", run.raised), ("u", run.underline)) if applies]
    for tag in tags:
        text = f"<{tag}>{text}</{tag}>"
    outside = (before if not head else " ", after if not tail else " ")
    if marks and not tags and _flanks(core, *outside):
        text = f"{marks}{text}{marks}"
    elif marks:
        for tag, applies in (("b", run.bold), ("i", run.emphasis)):
            text = f"<{tag}>{text}</{tag}>" if applies else text
    if run.change:
        tag = "ins" if run.change == "inserted" else "del"
        text = f"<{tag}>{text}</{tag}>"
    if run.language:
        text = f'<span lang="{run.language}">{text}</span>'
    return f"{_escape(head)}{text}{_escape(tail)}"


def _flanks(core: str, before: str, after: str) -> bool:
    """Whether asterisks at these places open and close emphasis (CommonMark 6.2)."""
    if not (before and after):
        return False
    opens = core[0].isalnum() or not before.isalnum()
    closes = core[-1].isalnum() or not after.isalnum()
    return opens and closes


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)


def _escape_start(text: str) -> str:
    """The first characters of a line so that they open no list, heading or rule."""
    return _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def _address(href: str) -> str:
    return href.replace("<", "%3C").replace(">", "%3E").replace("\n", "%0A")


def _heading(level: int, text: str) -> str:
    flat = text.replace("\\\n", " ")
    return f"{'#' * min(level, _DEEPEST)} {flat}" if flat else ""


def _stacked(lines: Iterable[str]) -> str:
    return "\\\n".join(line for line in lines if line)


def _indented(text: str, indent: str) -> str:
    return indent + _hung(text, indent) if text else ""


def _hung(text: str, indent: str) -> str:
    return text.replace("\n", "\n" + indent)


def _front_matter(presentation: Presentation) -> str:
    """The document's facts as YAML: every value a JSON string, which YAML reads as it is, or a date."""
    facts = presentation.facts
    values: dict[str, str | int] = {
        "symbol": facts.symbol,
        "language": presentation.language if len(presentation.language) == 2 else "",
        "organ": facts.organ,
        "kind": _kind(facts.kind),
        "title": facts.title,
        "session": int(facts.session) if facts.session.isascii() and facts.session.isdigit() else "",
        "issued": facts.issued.isoformat() if facts.issued else "",
        "adopted": facts.adopted.isoformat() if facts.adopted else "",
        "job_number": facts.job_number,
    }
    lines = [
        f"{name}: {value if name in {'issued', 'adopted', 'session'} else _quoted(str(value))}"
        for name, value in values.items()
        if value != ""
    ]
    return "\n".join(("---", *lines, "---"))


def _quoted(value: str) -> str:
    """A JSON string, which YAML reads as it is; line ends that only YAML knows are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _kind(kind: str) -> str:
    if "draft" in kind.lower():
        return "draft"
    return kind if kind in {"resolution", "decision"} else ""
