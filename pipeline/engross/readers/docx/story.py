"""A story: the body, a note, a header or a text box, as lines, tables and rules.

(Word calls every stretch of text with its own beginning and end a story.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml.etree import _Element

from engross.model.flow import Cell, Change, Changes, Item, Line, PageBreak, Rule, Run, Table
from engross.model.span import Span
from engross.readers.docx.characters import characters_of
from engross.readers.docx.fields import Fields, link_of
from engross.readers.docx.names import MC, M, R, W, is_on, number, value
from engross.readers.docx.styles import Look, ParagraphStyle, effective, heading_level, look_of
from engross.readers.runs import clean, joined

if TYPE_CHECKING:
    from engross.readers.docx.document import Document

_INSERTED = frozenset((W + "ins", W + "moveTo"))
_DELETED = frozenset((W + "del", W + "moveFrom"))
_LEFT_OUT: dict[Changes, frozenset[str]] = {"accept": _DELETED, "reject": _INSERTED, "keep": frozenset()}
_TRANSPARENT = frozenset(
    W + name for name in ("smartTag", "customXml", "dir", "bdo", "sdt", "sdtContent", "ruby", "rubyBase", "fldSimple")
)
_SPACES = " \t\n\u00a0"


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read: its runs, and the stories that are anchored in it."""

    properties: _Element | None
    style: ParagraphStyle
    runs: list[Run] = field(default_factory=list)
    anchored: list[_Element] = field(default_factory=list)
    breaks: int = 0


@dataclass(slots=True)
class Story:
    """Reads the blocks of one part in the order of the text."""

    document: Document
    part: str
    fields: Fields = field(default_factory=Fields)
    hidden: list[str] = field(default_factory=list)
    waiting: list[Run] = field(default_factory=list)
    count: int = 0

    def items(self, container: _Element) -> Iterator[Item]:
        """The items of the blocks in `container`."""
        for block in container.iterchildren():
            tag = block.tag
            if tag == W + "p":
                yield from self._paragraph(block)
            elif tag == W + "tbl":
                yield from self._table(block)
            elif tag == MC + "AlternateContent":
                yield from self.items(_alternative(block))
            elif tag in _INSERTED or tag in _DELETED:
                if tag not in self._left_out:
                    yield from self.items(block)
            elif tag in _TRANSPARENT:
                yield from self.items(block)

    @property
    def _left_out(self) -> frozenset[str]:
        return _LEFT_OUT[self.document.changes]

    def _paragraph(self, element: _Element) -> Iterator[Item]:
        properties = self._former(element.find(W + "pPr"), "pPrChange", "pPr")
        style_id = value(properties, "pStyle")
        paragraph = _Paragraph(properties, self.document.styles.paragraph(style_id))
        self.count += 1
        place = self._span()
        if self._starts_page(properties):
            yield PageBreak(place)
        self._inline(element, paragraph, None)
        if self._mark_is_left_out(element):
            self.waiting.extend(paragraph.runs)  # with its mark gone, the paragraph runs into the next one
        else:
            runs = self.document.notes.with_brackets(joined([*self.waiting, *paragraph.runs]))
            self.waiting = []
            label = self._label(properties, paragraph.style, style_id)
            if any(run.text.strip(_SPACES) or run.note for run in runs):
                yield self._line(runs, paragraph, label, place)
            elif label:  # an empty paragraph prints its number all the same
                yield self._line((Run(label),), paragraph, "", place)
            elif _has_rule(properties):
                yield Rule(place)
        for _ in range(paragraph.breaks):
            yield PageBreak(place)
        for box in paragraph.anchored:
            yield from replace(self, fields=Fields(), waiting=[]).items(box)

    def _line(self, runs: tuple[Run, ...], paragraph: _Paragraph, label: str, place: Span) -> Line:
        outline = value(paragraph.properties, "outlineLvl")
        return Line(
            _trimmed(runs),
            place,
            whole=True,
            level=paragraph.style.outline if outline is None else heading_level(outline),
            label=label,
            style=paragraph.style.name,
        )

    def _label(self, properties: _Element | None, style: ParagraphStyle, style_id: str | None) -> str:
        """The automatic number of a paragraph: its own list, else its style's."""
        numbering = self.document.numbering
        listed = properties.find(W + "numPr") if properties is not None else None
        list_id = value(listed, "numId") or style.list_id
        if not list_id or list_id == "0":
            return ""
        own = value(listed, "ilvl")
        if own is not None:
            level = number(own)
        elif value(listed, "numId") is None and style.list_level is None:
            level = numbering.level_of_style(list_id, style_id or "")
        else:
            level = style.list_level or 0
        return clean(numbering.label(list_id, level)).strip()

    def _inline(self, parent: _Element, paragraph: _Paragraph, href: str | None) -> None:
        for element in parent.iterchildren():
            tag = element.tag
            if tag == W + "r":
                self._run(element, paragraph, href)
            elif tag == W + "hyperlink":
                self._inline(element, paragraph, self._target(element) or href)
            elif tag in _INSERTED or tag in _DELETED:
                self._change(element, paragraph, href)
            elif tag == W + "fldSimple":
                code = element.get(W + "instr") or ""
                self.fields.mark("begin")
                self.fields.take_code(code)
                self.fields.mark("separate")
                self._inline(element, paragraph, link_of(code) or href)
                self.fields.mark("end")
            elif tag in _TRANSPARENT:
                self._inline(element, paragraph, href)
            elif tag == MC + "AlternateContent":
                self._inline(_alternative(element), paragraph, href)
            elif isinstance(tag, str) and tag.startswith(M):
                text = "".join(element.itertext(M + "t"))
                paragraph.runs.append(Run(clean(text)))

    def _change(self, element: _Element, paragraph: _Paragraph, href: str | None) -> None:
        """Take a tracked change: leave it out, read it as text, or as text that says what became of it."""
        self.document.changed += 1
        if element.tag in self._left_out:
            return
        begun = len(paragraph.runs)
        self._inline(element, paragraph, href)
        if self.document.changes == "keep":
            change: Change = "inserted" if element.tag in _INSERTED else "deleted"
            paragraph.runs[begun:] = [replace(run, change=change) for run in paragraph.runs[begun:]]

    def _run(self, element: _Element, paragraph: _Paragraph, href: str | None) -> None:
        properties = self._former(element.find(W + "rPr"), "rPrChange", "rPr")
        look = self._look(properties, paragraph)
        base = self._base(look, properties, href)
        pieces: list[str] = []
        called: str | None = None
        for child in element.iterchildren():
            tag = child.tag
            if tag == W + "fldChar":
                self.fields.mark(child.get(W + "fldCharType"))
                base = replace(base, href=self.fields.href or href)
            elif tag == W + "instrText" or tag == W + "delInstrText":
                self.fields.take_code(child.text or "")
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                called = self._call(child, base, paragraph)
            elif tag == W + "commentReference":
                self.document.remark(child.get(W + "id"), self._span())
            elif tag == MC + "AlternateContent":
                paragraph.anchored.extend(_boxes(_alternative(child)))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                paragraph.anchored.extend(_boxes(child))
            elif tag == W + "br" and child.get(W + "type") == "page":
                paragraph.breaks += 1
                pieces.append("\n")
            elif tag == W + "ruby":
                self._inline(child, paragraph, href)
            elif self.fields.is_shown:
                pieces.append(characters_of(child))
        text = clean("".join(pieces))
        if not text:
            return
        if look.hidden:
            self.hidden.append(text)
        elif called is not None:  # a mark of the author's own follows in the same run
            paragraph.runs.append(replace(base, text=text, raised=True, note=called))
            self.document.notes.mark(called, text.strip())
            self.document.notes.typed.add(called)
        else:
            paragraph.runs.append(replace(base, text=text))

    def _base(self, look: Look, properties: _Element | None, href: str | None) -> Run:
        """A run without text that looks like this, at this place."""
        return Run(
            "",
            italic=bool(look.italic),
            bold=bool(look.bold),
            underline=bool(look.underline),
            small_caps=bool(look.small_caps),
            raised=bool(look.raised),
            size=look.size,
            href=self.fields.href or href,
            language=self.document.language_of(properties),
        )

    def _call(self, element: _Element, base: Run, paragraph: _Paragraph) -> str | None:
        """Take the call of a note; the note's id where the mark is still to come."""
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        note = self.document.notes.id_of(kind, element.get(W + "id"))
        if note is None:
            return None
        if element.get(W + "customMarkFollows") in ("1", "true", "on"):
            return note
        paragraph.runs.append(replace(base, text=self.document.notes.next_mark(note, kind), raised=True, note=note))
        return None

    def _look(self, properties: _Element | None, paragraph: _Paragraph) -> Look:
        styles = self.document.styles
        return effective(
            styles.defaults, paragraph.style.look, styles.character(value(properties, "rStyle")), look_of(properties)
        )

    def _former(self, properties: _Element | None, change: str, name: str) -> _Element | None:
        """The properties before a tracked change of formatting, where changes are rejected."""
        if properties is None or self.document.changes != "reject":
            return properties
        former = properties.find(f"{W}{change}/{W}{name}")
        return properties if former is None else former

    def _mark_is_left_out(self, element: _Element) -> bool:
        """Whether a tracked change takes away the end of the paragraph."""
        mark = element.find(f"{W}pPr/{W}rPr")
        return mark is not None and any(child.tag in self._left_out for child in mark.iterchildren())

    def _starts_page(self, properties: _Element | None) -> bool:
        return bool(is_on(properties, "pageBreakBefore"))

    def _target(self, link: _Element) -> str | None:
        """Where a link leads: the address as written, never opened, or `#name`."""
        anchor = link.get(W + "anchor")
        relation = self.document.package.relations(self.part).get(link.get(R + "id") or "")
        address = relation[1] if relation is not None and relation[2] else ""
        return f"{address}#{anchor}" if anchor else address or None

    def _table(self, element: _Element) -> Iterator[Item]:
        place = self._span()
        rows, borders = self._rows(element)
        if _is_layout(element, rows, borders or self._style_has_borders(element)):
            for row in rows:
                for cell in row:
                    yield from cell.lines
            return
        columns = [number(column.get(W + "w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        total = sum(columns)
        yield Table(tuple(rows), place, tuple(round(width / total, 4) for width in columns) if total > 0 else ())

    def _rows(self, element: _Element) -> tuple[list[tuple[Cell, ...]], bool]:
        """The rows of a table, cells that are merged downwards counted once, and whether any cell has borders."""
        rows: list[list[Cell]] = []
        above: dict[int, tuple[int, int]] = {}  # grid column → row and index of the cell that goes on downwards
        borders = any(True for _ in element.iterfind(f"{W}tblPr/{W}tblBorders/*"))
        for row in _through(element, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and any(child.tag in self._left_out for child in properties.iterchildren()):
                continue
            header = bool(is_on(properties, "tblHeader"))
            column = number(value(properties, "gridBefore"))
            cells: list[Cell] = []
            for cell in _through(row, W + "tc"):
                own = cell.find(W + "tcPr")
                borders = borders or any(
                    (side.get(W + "val") or "none") not in ("none", "nil")
                    for side in (own.iterfind(f"{W}tcBorders/*") if own is not None else ())
                )
                merged = own.find(W + "vMerge") if own is not None else None
                width = min(max(number(value(own, "gridSpan"), 1), 1), 1000)
                lines = tuple(lines_of(self.items(cell)))
                if merged is not None and (merged.get(W + "val") or "continue") == "continue" and column in above:
                    at, index = above[column]
                    upper = rows[at][index]
                    rows[at][index] = replace(upper, rows=len(rows) - at + 1, lines=(*upper.lines, *lines))
                else:
                    if merged is not None:
                        above[column] = (len(rows), len(cells))
                    else:
                        above.pop(column, None)
                    cells.append(Cell(lines, width, 1, header))
                column += width
            rows.append(cells)
        return [tuple(row) for row in rows], borders

    def _style_has_borders(self, element: _Element) -> bool:
        return self.document.has_bordered_style(value(element.find(W + "tblPr"), "tblStyle"))

    def _span(self) -> Span:
        return Span(self.document.source, line=self.count or None, part=self.part)


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without white space at both ends: tabs before a hanging title, a typist's last space."""
    kept = list(runs)
    while kept and not kept[0].note:
        text = kept[0].text.lstrip(" \t\n")
        if text:
            kept[0] = replace(kept[0], text=text)
            break
        del kept[0]
    while kept and not kept[-1].note:
        text = kept[-1].text.rstrip(" \t\n")
        if text:
            kept[-1] = replace(kept[-1], text=text)
            break
        del kept[-1]
    return tuple(kept)


def _alternative(element: _Element) -> _Element:
    """Of the alternatives of a piece of content the one that holds text; the first, if none or all do."""
    choices = [child for child in element.iterchildren() if child.tag in (MC + "Choice", MC + "Fallback")]
    for choice in choices:
        if next(choice.iter(W + "t", W + "delText"), None) is not None:
            return choice
    return choices[0] if choices else element


def _boxes(element: _Element) -> list[_Element]:
    """The text boxes in a drawing, outermost only, each alternative once."""
    found: list[_Element] = []
    for child in element.iterchildren():
        if child.tag == W + "txbxContent":
            found.append(child)
        elif child.tag == MC + "AlternateContent":
            found.extend(_boxes(_alternative(child)))
        elif isinstance(child.tag, str):
            found.extend(_boxes(child))
    return found


def _through(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children with this tag, those inside content controls and custom mark-up among them."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT or child.tag in _INSERTED or child.tag in _DELETED:
            yield from _through(child, tag)


def lines_of(items: Iterable[Item]) -> Iterator[Line]:
    """The lines of the items, those in cells of tables row by row."""
    for item in items:
        if isinstance(item, Line):
            yield item
        elif isinstance(item, Table):
            for row in item.rows:
                for cell in row:
                    yield from cell.lines


def _has_rule(properties: _Element | None) -> bool:
    borders = properties.find(W + "pBdr") if properties is not None else None
    return borders is not None and any(
        (side.get(W + "val") or "none") not in ("none", "nil") for side in borders.iterchildren(W + "top", W + "bottom")
    )


def _is_layout(table: _Element, rows: list[tuple[Cell, ...]], borders: bool) -> bool:
    """Whether a table only arranges lines: one row or one column, or few rows without a rule.

    Official files set the masthead and, some of them, the title in such tables.
    """
    if len(rows) <= 1 or max((len(row) for row in rows), default=0) <= 1:
        return True
    if next(table.iterfind(f".//{W}tblHeader"), None) is not None:
        return False
    return not borders and len(rows) <= 4
