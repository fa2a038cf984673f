"""Blocks as elements of the Akoma Ntoso (docs/akoma-ntoso.md says which)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from engross.akn.heading_forms import write_form
from engross.akn.namespace import append, element
from engross.model.flow import Cell, Run, Table
from engross.recognise.structure.blocks import (
    Block,
    Entry,
    Figures,
    Further,
    Part,
    Points,
    Quotation,
    Section,
)
from engross.recognise.structure.passage import Passage, cut, plain, tidy, trim
from engross.recognise.structure.prose import Prose

Element = etree._Element


@dataclass(slots=True)
class TreeWriter:
    """Writes the blocks of one document, notes and citations by `prose`."""

    prose: Prose

    def preamble(self, blocks: Sequence[Block]) -> Element | None:
        """The `preamble` of formula and recitals that a text begins with; None where it has neither."""
        node = element("preamble")
        for block in blocks:
            if isinstance(block, Entry) and block.role == "formula":
                node.append(self.formula(block))
            elif isinstance(block, Entry) and block.role == "recital":
                node.append(self.container(block))
        return node if len(node) else None

    def body(self, blocks: Iterable[Block]) -> Element:
        """The `mainBody`; never empty, because the schema wants something in it."""
        node = element("mainBody")
        for block in blocks:
            node.append(self.block(block))
        if not len(node):
            node.append(element("alinea", element("content", element("p"))))
        return node

    def block(self, block: Block) -> Element:
        """One block as an element that may stand in a body or a section."""
        if isinstance(block, Section):
            return self.section(block)
        if isinstance(block, Figures):
            return element("alinea", element("content", self.table(block.table)))
        if isinstance(block, Quotation):
            return element("alinea", element("content", element("p", self.quotation(block))))
        if block.role == "recital":
            return self._structured(element("hcontainer", name="recital"), block)
        if block.role == "formula":
            return element("alinea", element("content", self._formula_line(block)))
        tag = "paragraph" if block.role in ("paragraph", "point") else "alinea"
        return self._structured(element(tag), block)

    def formula(self, entry: Entry) -> Element:
        """The enacting formula: the organ's name emphasised, its comma not."""
        return element("formula", self._formula_line(entry), name="enactingFormula")

    def _formula_line(self, entry: Entry) -> Element:
        node = element("p")
        text = plain(entry.runs)
        found = self.prose.wording.formula(Passage(entry.runs, entry.span))
        start, end = (found.start, found.end) if found else (0, len(text))
        self.prose.fill(node, _bare(cut(entry.runs, 0, start)))
        words = element("i")
        self.prose.fill(words, _bare(trim(cut(entry.runs, start, end))))
        node.append(words)
        self.prose.fill(node, _bare(cut(entry.runs, end, len(text))))
        return node

    def container(self, entry: Entry) -> Element:
        """A recital of the preamble."""
        node = element("container", name="recital")
        node.append(self.prose.paragraph(entry.runs, "recital", entry.span))
        append(node, *self._blocks(entry.parts, node))
        return node

    def section(self, section: Section) -> Element:
        """A section: number, title, what stands under it."""
        node = element("section", *self._title(section))
        for block in section.blocks:
            node.append(self.block(block))
        return node

    def _title(self, section: Section) -> list[Element]:
        """Number, heading and subheadings of a section, those that it has."""
        made = [element("num", section.number)] if section.number else []
        if made and not section.title and not section.below:  # a heading that is nothing but a number
            write_form(made[0], section.form)
        lines = [("heading", section.title)] if section.title else []
        for tag, runs in (*lines, *(("subheading", below) for below in section.below)):
            made.append(write_form(element(tag), section.form))
            self.prose.fill(made[-1], runs, section.span)
        return made

    def quotation(self, quotation: Quotation) -> Element:
        """A text inside the text, with its own formula, recitals and paragraphs."""
        node = element("embeddedStructure")
        for block in quotation.blocks:
            if isinstance(block, Section) and block.blocks and _is_formula(block.blocks[0]):
                append(node, *self._title(block), *map(self._quoted, block.blocks))
            else:
                node.append(self._quoted(block))
        if not len(node):
            node.append(element("p"))
        return node

    def _quoted(self, block: Block) -> Element:
        if isinstance(block, Entry) and block.role == "formula":
            return self.formula(block)
        if isinstance(block, Entry) and block.role == "recital":
            return self.container(block)
        return self.block(block)

    # --- what hangs from an entry

    def _structured(self, node: Element, entry: Entry) -> Element:
        """Number, text and lists of an entry in a hierarchical element."""
        if entry.label:
            node.append(element("num", entry.label))
        part = {"recital": "recital", "paragraph": "operative"}.get(entry.role)
        first = self.prose.paragraph(entry.runs, part, entry.span)  # type: ignore[arg-type]
        if not any(isinstance(piece, Points) for piece in entry.parts):
            content = element("content", first)
            append(content, *self._blocks(entry.parts, content))
            node.append(content)
            return node
        waiting: list[Part] = []
        lead: Element | None = first
        for piece in entry.parts:
            if not isinstance(piece, Points):
                waiting.append(piece)
                continue
            node.append(self._list(piece, lead, waiting))
            lead, waiting = None, []
        if waiting:
            wrap = element("wrapUp")
            append(wrap, *self._blocks(waiting, wrap))
            node[-1].append(wrap)
        return node

    def _list(self, points: Points, lead: Element | None, before: Sequence[Part]) -> Element:
        node = element("list")
        if lead is not None or before:
            intro = element("intro", lead)
            append(intro, *self._blocks(before, intro))
            node.append(intro)
        for entry in points.entries:
            node.append(self._structured(element("point"), entry))
        return node

    def _blocks(self, parts: Iterable[Part], into: Element) -> list[Element]:
        """Parts as block elements; a quotation goes into the last `p` of `into`."""
        made: list[Element] = []
        for part in parts:
            if isinstance(part, Further):
                made.append(self.prose.paragraph(part.runs, None, part.span))
            elif isinstance(part, Figures):
                made.append(self.table(part.table))
            elif isinstance(part, Points):
                made.append(self._block_list(part))
            else:
                last = next((node for node in reversed([*into, *made]) if node.tag.endswith("}p")), None)
                if last is None:
                    last = element("p")
                    made.append(last)
                last.append(self.quotation(part))
        return made

    def _block_list(self, points: Points) -> Element:
        node = element("blockList")
        for entry in points.entries:
            item = element("item")
            if entry.label:
                item.append(element("num", entry.label))
            item.append(self.prose.paragraph(entry.runs, None, entry.span))
            append(item, *self._blocks(entry.parts, item))
            node.append(item)
        return node

    # --- tables

    def table(self, table: Table) -> Element:
        """A table, row by row; a table without cells is an empty one."""
        node = element("table")
        for row in table.rows:
            if row:
                node.append(element("tr", *(self._cell(cell) for cell in row)))
        if not len(node):
            node.append(element("tr", element("td", element("p"))))
        return node

    def _cell(self, cell: Cell) -> Element:
        node = element(
            "th" if cell.header else "td",
            colspan=str(cell.columns) if cell.columns > 1 else None,
            rowspan=str(cell.rows) if cell.rows > 1 else None,
        )
        for line in cell.lines:
            runs = tidy((Run(f"{line.label} "), *line.runs) if line.label else line.runs)
            if runs:
                node.append(self.prose.paragraph(runs, None, line.span))
        if not len(node):
            node.append(element("p"))
        return node


def _is_formula(block: Block) -> bool:
    return isinstance(block, Entry) and block.role == "formula"


def _bare(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs without emphasis of their own."""
    return tuple(replace(run, italic=False, bold=False) for run in runs)
