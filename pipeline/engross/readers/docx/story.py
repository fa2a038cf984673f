"""A story: the body, a note, a header or a text box, as lines, tables and rules.

(Word calls every stretch of text with its own beginning and end a story.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from engross.model.flow import Change, Item, Line, PageBreak, Rule, Run
from engross.model.span import Span
from engross.readers.docx.characters import characters_of
from engross.readers.docx.content import DELETED, INSERTED, LEFT_OUT, TRANSPARENT, alternative, boxes
from engross.readers.docx.fields import Fields, link_of
from engross.readers.docx.manuscript import Manuscript
from engross.readers.docx.names import MC, M, R, W, is_on, number, value
from engross.readers.docx.styles import Look, ParagraphStyle, effective, heading_level, look_of
from engross.readers.docx.tables import items_of
from engross.readers.runs import clean, joined

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

    manuscript: Manuscript
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
                yield from items_of(
                    block, self._span(), self.items, left_out=self._left_out, bordered=self._has_bordered_style(block)
                )
            elif tag == MC + "AlternateContent":
                yield from self.items(alternative(block))
            elif tag in INSERTED or tag in DELETED:
                if tag not in self._left_out:
                    yield from self.items(block)
            elif tag in TRANSPARENT:
                yield from self.items(block)

    @property
    def _left_out(self) -> frozenset[str]:
        return LEFT_OUT[self.manuscript.changes]

    def _paragraph(self, element: _Element) -> Iterator[Item]:
        properties = self._former(element.find(W + "pPr"), "pPrChange", "pPr")
        style_id = value(properties, "pStyle")
        paragraph = _Paragraph(properties, self.manuscript.styles.paragraph(style_id))
        self.count += 1
        place = self._span()
        if self._starts_page(properties):
            yield PageBreak(place)
        self._inline(element, paragraph, None)
        if self._mark_is_left_out(element):
            self.waiting.extend(paragraph.runs)  # with its mark gone, the paragraph runs into the next one
        else:
            runs = self.manuscript.notes.with_brackets(joined([*self.waiting, *paragraph.runs]))
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
            role=paragraph.style.role,
        )

    def _label(self, properties: _Element | None, style: ParagraphStyle, style_id: str | None) -> str:
        """The automatic number of a paragraph: its own list, else its style's."""
        numbering = self.manuscript.numbering
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
            elif tag in INSERTED or tag in DELETED:
                self._change(element, paragraph, href)
            elif tag == W + "fldSimple":
                code = element.get(W + "instr") or ""
                self.fields.mark("begin")
                self.fields.take_code(code)
                self.fields.mark("separate")
                self._inline(element, paragraph, link_of(code) or href)
                self.fields.mark("end")
            elif tag in TRANSPARENT:
                self._inline(element, paragraph, href)
            elif tag == MC + "AlternateContent":
                self._inline(alternative(element), paragraph, href)
            elif isinstance(tag, str) and tag.startswith(M):
                text = "".join(element.itertext(M + "t"))
                paragraph.runs.append(Run(clean(text)))

    def _change(self, element: _Element, paragraph: _Paragraph, href: str | None) -> None:
        """Take a tracked change: leave it out, read it as text, or as text that says what became of it."""
        self.manuscript.changed += 1
        if element.tag in self._left_out:
            return
        begun = len(paragraph.runs)
        self._inline(element, paragraph, href)
        if self.manuscript.changes == "keep":
            change: Change = "inserted" if element.tag in INSERTED else "deleted"
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
                self.manuscript.remark(child.get(W + "id"), self._span())
            elif tag == MC + "AlternateContent":
                paragraph.anchored.extend(boxes(alternative(child)))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                paragraph.anchored.extend(boxes(child))
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
            self.manuscript.notes.mark(called, text.strip())
            self.manuscript.notes.typed.add(called)
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
            language=self.manuscript.language_of(properties),
        )

    def _call(self, element: _Element, base: Run, paragraph: _Paragraph) -> str | None:
        """Take the call of a note; the note's id where the mark is still to come."""
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        note = self.manuscript.notes.id_of(kind, element.get(W + "id"))
        if note is None:
            return None
        if element.get(W + "customMarkFollows") in ("1", "true", "on"):
            return note
        paragraph.runs.append(replace(base, text=self.manuscript.notes.next_mark(note, kind), raised=True, note=note))
        return None

    def _look(self, properties: _Element | None, paragraph: _Paragraph) -> Look:
        styles = self.manuscript.styles
        return effective(
            styles.defaults, paragraph.style.look, styles.character(value(properties, "rStyle")), look_of(properties)
        )

    def _former(self, properties: _Element | None, change: str, name: str) -> _Element | None:
        """The properties before a tracked change of formatting, where changes are rejected."""
        if properties is None or self.manuscript.changes != "reject":
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
        relation = self.manuscript.package.relations(self.part).get(link.get(R + "id") or "")
        address = relation[1] if relation is not None and relation[2] else ""
        return f"{address}#{anchor}" if anchor else address or None

    def _has_bordered_style(self, table: _Element) -> bool:
        return self.manuscript.styles.draws_rules(value(table.find(W + "tblPr"), "tblStyle"))

    def _span(self) -> Span:
        return Span(self.manuscript.source, line=self.count or None, part=self.part)


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


def _has_rule(properties: _Element | None) -> bool:
    borders = properties.find(W + "pBdr") if properties is not None else None
    return borders is not None and any(
        (side.get(W + "val") or "none") not in ("none", "nil") for side in borders.iterchildren(W + "top", W + "bottom")
    )
