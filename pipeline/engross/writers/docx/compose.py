"""The body of the document: title lines and blocks as paragraphs in the styles of the official template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from engross.model.presentation import (
    Block,
    Formula,
    Heading,
    Inline,
    Part,
    Points,
    Presentation,
    Prose,
    Quotation,
    Recital,
    TableBlock,
    Title,
    plain,
)
from engross.model.presentation import Paragraph as NumberedParagraph
from engross.writers.docx import pieces as word
from engross.writers.docx.grid import Grid, twips
from engross.writers.docx.inline import Inliner, bookmark_name
from engross.writers.docx.lists import Lists
from engross.writers.docx.pieces import TAB, Paragraph, Piece, last_break_dropped, with_tabs
from engross.writers.docx.tables import set_table

_BLOCK_STYLES = {
    "session": "Session",
    "committee": "H1",
    "subsidiary-body": "H1",
    "agenda-item": "AgendaItemNormal",
    "agenda-title": "AgendaTitleH2",
    "session-dates": "AgendaItemNormal",
}
_DEEPEST_POINT = 3
_BODY_PITCH = "body.pitch"


@dataclass(slots=True)
class Composer:
    """Composes the paragraphs of a document, top to bottom.

    `pitch` and `after` are the line height and the space after of what was set last, in points: gaps of the style
    run from baseline to baseline.
    """

    presentation: Presentation
    grid: Grid
    inliner: Inliner
    lists: Lists
    pitch: float = 12.0
    after: float = 0.0
    targets: frozenset[str] = frozenset()
    bookmarks: int = 0
    family: str = "body"
    blocks: list[word.Block] = field(default_factory=list)

    def compose(self) -> list[word.Block]:
        """The blocks of the whole document."""
        self._cover_lines()
        for part in self.presentation.parts:
            self._part(part)
        for note in self.inliner.notes.uncalled():  # nothing calls it: its text must not be lost
            for content in note.paragraphs:
                runs = (word.Run(text=note.mark, look=word.Look(raised=True)), word.Run(text=" "))
                self._add(
                    Paragraph("SingleTxt", (*runs, *self.inliner.pieces(content))), self._body_pitch, self._body_after
                )
        return self.blocks

    def end_rule_before(self) -> int:
        """The space before the end rule, in twips: it stands so far below the last baseline."""
        gap = self.grid.points("closing.end-rule.gap")
        share = self.grid.points("page.baseline-share")
        return max(0, twips(gap - (1 - share) * self.pitch - self.after))

    @property
    def _body_pitch(self) -> float:
        return self.grid.points(_BODY_PITCH)

    @property
    def _body_after(self) -> float:
        return self.grid.points("body.after")

    def _add(self, paragraph: Paragraph, pitch: float, after: float = 0.0, gap: float | None = None) -> None:
        """Set a paragraph; `gap` is its distance from the last baseline, where the style asks for one."""
        if gap is not None and self.blocks:
            paragraph = replace(paragraph, before=self.grid.before(gap, pitch, self.pitch, self.after))
        self.blocks.append(paragraph)
        self.pitch, self.after = pitch, after

    def _marked(self, eid: str) -> tuple[str, int]:
        """A bookmark for an element that links lead to."""
        if eid not in self.targets:
            return "", 0
        self.bookmarks += 1
        return bookmark_name(eid), self.bookmarks

    def _cover_lines(self) -> None:
        committee = False
        for line in self.presentation.cover.block:
            style = _BLOCK_STYLES.get(line.role, "Normal")
            measure = f"title.lines.{line.role}.pitch"
            pitch = self.grid.points(measure) if self.grid.measures.has(measure) else self._body_pitch
            gap = self.grid.points("title.after-committee") if committee else pitch
            committee = style == "H1"
            content = self.inliner.pieces(line.content)
            self._add(Paragraph(style, content, keep=committee), pitch, gap=gap)

    def _part(self, part: Part) -> None:
        self.family = "body"
        if part.role == "annex":
            self._annex_title(part.title, part.id)
        else:
            if part.role == "component":
                self._component_letter(part)
            self._title(part.title, letter=part.role == "component")
        for block in part.blocks:
            self._block(block, 0)
        for number, line in enumerate(part.closing):
            gap = self.grid.points("closing.gap") if number == 0 else self.grid.points("closing.pitch")
            content = self.inliner.pieces(line, emphasised_style=True)
            keep = number + 1 < len(part.closing)
            self._add(Paragraph("ClosingLine", content, keep=keep), self.grid.points("closing.pitch"), gap=gap)
        for number, line in enumerate(part.vote):
            gap = self.grid.points("closing.gap") if number == 0 else self._body_pitch + self._body_after
            paragraph = Paragraph("SingleTxt", self.inliner.pieces(line))
            self._add(paragraph, self._body_pitch, self._body_after, gap=gap)

    def _title(self, title: Title, *, letter: bool) -> None:
        """The title lines of a resolution, in the order in which they are printed."""
        if title.number_line:
            self._titled("TitleHCH", title.number_line, "title.adoption")
            if len(self.blocks) == 1:  # nothing stands above it: its own distance from the masthead
                lower = self.grid.points("title.number-line.first-baseline") - self.grid.points("title.first-baseline")
                self.blocks[0] = replace(self.blocks[0], before=max(0, twips(lower)))  # type: ignore[call-arg]
        if title.adoption:
            style, measure = (
                ("TitleH1", "title.adoption-detail") if title.number_line else ("TitleHCH", "title.adoption")
            )
            self._titled(style, self._joined(title.adoption), measure)
        if title.proponent:
            content = self.inliner.pieces(title.proponent, emphasised_style=True)
            indent = int(self.grid.word["indent"])
            right = twips(self._text_right - self.grid.points("title.proponent.right"))
            paragraph = Paragraph("H4", content, left=indent, right=right)
            self._add(paragraph, self.grid.points("title.proponent.pitch"), gap=self.grid.points("title.proponent.gap"))
        if title.sponsors:
            indent = int(self.grid.word["indent"])
            paragraph = Paragraph("Sponsors", self.inliner.pieces(title.sponsors), left=indent, right=indent)
            self._add(paragraph, self.grid.points("title.sponsors.pitch"), gap=self.grid.points("title.sponsors.gap"))
        number = "" if letter else title.number
        if number or title.title:
            pitch, gap = self.grid.points("title.title.pitch"), self.grid.points("title.title.gap")
            content = (TAB, *self.inliner.plain(number), TAB, *self.inliner.pieces(title.title))
            self._add(Paragraph("TitleH1", content, keep=True), pitch, gap=gap)

    @property
    def _text_right(self) -> float:
        return self.grid.points("page.width") - self.grid.points("page.margin-right")

    def _titled(self, style: str, content: Sequence[Inline], measure: str) -> None:
        set_content = last_break_dropped(self.inliner.pieces(content))
        self._add(
            Paragraph(style, with_tabs(set_content, 2), keep=True),
            self.grid.points(f"{measure}.pitch"),
            gap=self.grid.points(f"{measure}.gap"),
        )

    @staticmethod
    def _joined(lines: Iterable[tuple[Inline, ...]]) -> list[Inline]:
        """Printed lines as one paragraph with forced breaks."""
        from engross.model.presentation import Break

        content: list[Inline] = []
        for line in lines:
            if content and not isinstance(content[-1], Break):
                content.append(Break())
            content.extend(line)
        return content

    def _component_letter(self, part: Part) -> None:
        measure = "headings.component"
        indent = int(self.grid.word["indent"])
        name, number = self._marked(part.id)
        if part.title.number:
            self._add(
                Paragraph(
                    "H1",
                    self.inliner.plain(part.title.number),
                    left=indent,
                    right=indent,
                    keep=True,
                    outline=0,
                    bookmark=name,
                    bookmark_id=number,
                ),  # fmt: skip
                self.grid.points(f"{measure}.pitch"),
                gap=self.grid.points(f"{measure}.before"),
            )

    def _annex_title(self, title: Title, eid: str) -> None:
        measure = "headings.annex"
        pitch = self.grid.points(f"{measure}.pitch")
        indent = int(self.grid.word["indent"])
        name, number = self._marked(eid)
        lines = [self.inliner.plain(title.number)] if title.number else []
        contents: list[tuple[Piece, ...]] = [*lines]
        if title.title:
            contents.append(self.inliner.pieces(title.title))
        for at, content in enumerate(contents):
            gap = self.grid.points(f"{measure}.before") if at == 0 else pitch
            after = self._after_heading(float(self.grid.measures.find(measure)["after"]), pitch)
            last = at + 1 == len(contents)
            self._add(
                Paragraph(
                    "H23",
                    content,
                    left=indent,
                    right=indent,
                    keep=True,
                    outline=0,
                    after=twips(after) if last else None,
                    bookmark=name if at == 0 else "",
                    bookmark_id=number if at == 0 else 0,
                ),  # fmt: skip
                pitch,
                after if last else 0.0,
                gap=gap,
            )

    def _after_heading(self, gap: float, pitch: float) -> float:
        """The space after a heading, in points, that gives this gap to the text's first baseline."""
        share = self.grid.points("page.baseline-share")
        return max(0.0, gap - (1 - share) * pitch - share * self._body_pitch)

    def _block(self, block: Block, depth: int) -> None:
        match block.kind:
            case "formula":
                self._formula(block)
            case "recital":
                self._recital(block, depth)
            case "paragraph":
                self._paragraph(block, depth)
            case "points":
                self._points(block, depth)
            case "prose":
                self._prose(block, depth)
            case "heading":
                self._heading(block)
            case "table":
                self._table(block)
            case "quotation":
                self._quotation(block, depth)

    def _formula(self, block: Formula) -> None:
        self._text("PreambularParagraph", self.inliner.pieces(block.content), block.id, self._formula_gap())

    def _formula_gap(self) -> float | None:
        """The gap above the enacting formula, where a title stands above it."""
        last = self.blocks[-1] if self.blocks else None
        titled = isinstance(last, Paragraph) and last.style.startswith(("Title", "H4", "Sponsors", "H1"))
        return self.grid.points("title.formula-gap") if titled else None

    def _recital(self, block: Recital, depth: int) -> None:
        self._text("PreambularParagraph", self.inliner.pieces(block.content), block.id, self._formula_gap())
        self._nested(block.blocks, depth)

    def _paragraph(self, block: NumberedParagraph, depth: int) -> None:
        self.family = "annex" if block.flush else "body"
        style = "AnnexParagraph" if block.flush else "OperativeParagraph"
        content = self.inliner.pieces(block.content)
        if block.label:
            self._labelled(style, 0, block.label, content, block.id)
        elif content:
            self._text("SingleTxt" if block.flush else "PreambularParagraph", content, block.id, self._formula_gap())
        self._nested(block.blocks, depth)

    def _points(self, block: Points, depth: int) -> None:
        for point in block.items:
            level = min(max(point.depth, 1), _DEEPEST_POINT)
            content = self.inliner.pieces(point.content)
            if point.label:
                self._labelled(f"Point{level}", level, point.label, content, point.id)
            else:
                name, number = self._marked(point.id)
                paragraph = Paragraph(f"Point{level}", content, bookmark=name, bookmark_id=number)
                self._add(self._uncounted(paragraph, level), self._body_pitch, self._body_after)
            self._nested(point.blocks, depth)

    def _prose(self, block: Prose, depth: int) -> None:
        style = "PreambularParagraph" if block.indented else "SingleTxt"
        self._text(style, self.inliner.pieces(block.content), block.id, self._formula_gap())

    def _nested(self, blocks: Iterable[Block], depth: int) -> None:
        for block in blocks:
            self._block(block, depth + 1)

    def _quotation(self, block: Quotation, depth: int) -> None:
        """Quoted text has no indent of its own (geometry 4), and its numbers begin anew."""
        for inner in block.blocks:
            self._block(inner, depth + 1)

    def _labelled(self, style: str, level: int, label: str, content: tuple[Piece, ...], eid: str) -> None:
        """A numbered paragraph: Word counts where it can print exactly this label, else it is typed."""
        place = self.lists.place(self.family, level, label)
        if place is None:
            content = (*self.inliner.plain(label), TAB, *content)
        name, number = self._marked(eid)
        paragraph = Paragraph(style, content, place=place, bookmark=name, bookmark_id=number)
        if place is None:
            paragraph = self._uncounted(paragraph, level)
        self._add(paragraph, self._body_pitch, self._body_after, gap=self._formula_gap())

    def _uncounted(self, paragraph: Paragraph, level: int) -> Paragraph:
        """The paragraph without the number of its style. The indents are said again: they go with the number."""
        indent, step = int(self.grid.word["indent"]), int(self.grid.word["step"])
        first = 0 if paragraph.style == "AnnexParagraph" else step
        return replace(paragraph, unnumbered=True, left=indent + step * max(0, level - 1), first=first)

    def _text(
        self,
        style: str,
        content: tuple[Piece, ...],
        eid: str,
        gap: float | None = None,
    ) -> None:
        name, number = self._marked(eid)
        paragraph = Paragraph(style, content, bookmark=name, bookmark_id=number)
        self._add(paragraph, self._body_pitch, self._body_after, gap=gap)

    def _heading(self, block: Heading) -> None:
        level = self.grid.level(block.level)
        italic = block.italic or level.get("style") == "italic"
        style = "H4" if italic else "H23"
        indent, step = int(self.grid.word["indent"]), int(self.grid.word["step"])
        pitch = float(level["pitch"])
        follows = isinstance(self.blocks[-1] if self.blocks else None, Paragraph) and self._is_heading(self.blocks[-1])
        gap = pitch if follows else float(level["before"])
        if follows:  # a heading directly under another: the space below the first one goes
            self.blocks[-1] = replace(self.blocks[-1], after=None)  # type: ignore[arg-type]
            self.after = 0.0
        after = self._after_heading(float(level["after"]), pitch)
        name, number = self._marked(block.id)
        content = self.inliner.pieces(block.content, emphasised_style=style == "H4")
        base = Paragraph(style, (), left=indent, right=indent, keep=True, outline=min(block.level, 8))
        if block.number and block.number_above:
            above = replace(base, pieces=self.inliner.plain(block.number), bookmark=name, bookmark_id=number)
            self._add(above, pitch, gap=gap)
            if not plain(block.content):
                return
            name, number, gap = "", 0, pitch
        elif block.number:
            content = (
                (*self.inliner.plain(block.number), TAB, *content) if content else self.inliner.plain(block.number)
            )
            base = replace(base, left=indent + step, first=-step)
        paragraph = replace(base, pieces=content, after=twips(after), bookmark=name, bookmark_id=number)
        self._add(paragraph, pitch, after, gap=gap)

    @staticmethod
    def _is_heading(block: word.Block) -> bool:
        return isinstance(block, Paragraph) and block.style in ("H23", "H4") and block.outline is not None

    def _table(self, block: TableBlock) -> None:
        if block.caption:
            self._text("SingleTxt", self.inliner.pieces(block.caption), block.id)
        self.blocks.append(set_table(block, self.grid, self.inliner))
        empty = Paragraph("SingleTxt", (), before=0, after=0)
        self.blocks.append(empty)  # Word wants a paragraph after a table; it keeps two tables apart as well
        self.pitch, self.after = self._body_pitch, 0.0


def link_targets(parts: Iterable[Part]) -> frozenset[str]:
    """The ids that links inside the document lead to."""
    return frozenset(_hrefs(parts))


def _hrefs(value: object) -> Iterator[str]:
    href = getattr(value, "href", None)
    if isinstance(href, str) and href.startswith("#"):
        yield href[1:]
    if isinstance(value, tuple):
        for entry in value:
            yield from _hrefs(entry)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            entry = getattr(value, name)
            if isinstance(entry, tuple) or hasattr(entry, "__slots__"):
                yield from _hrefs(entry)
