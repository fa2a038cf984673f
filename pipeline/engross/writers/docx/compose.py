"""The body of the document: title lines and blocks as paragraphs in the styles of the official template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engross.model.presentation import (
    Block,
    Formula,
    Inline,
    Part,
    Points,
    Presentation,
    Prose,
    Recital,
    TableBlock,
    Title,
    plain,
)
from engross.model.presentation import Paragraph as NumberedParagraph
from engross.writers.docx import pieces as word
from engross.writers.docx.grid import twips
from engross.writers.docx.headings import headline, set_annex_title, set_heading
from engross.writers.docx.lists import Lists
from engross.writers.docx.pieces import TAB, Paragraph, Piece, last_break_dropped, with_tabs
from engross.writers.docx.stack import Stack
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


@dataclass(slots=True, kw_only=True)
class Composer(Stack):
    """Composes the paragraphs of a document, top to bottom."""

    presentation: Presentation
    lists: Lists
    bullets: int = 0
    family: str = "body"

    def compose(self) -> list[word.Block]:
        """The blocks of the whole document."""
        self._cover_lines()
        for part in self.presentation.parts:
            self._part(part)
        for note in self.inliner.notes.uncalled():  # nothing calls it: its text must not be lost
            for content in note.paragraphs:
                runs = (word.Run(text=note.mark, look=word.Look(raised=True)), word.Run(text=" "))
                self.add(
                    Paragraph("SingleTxt", (*runs, *self.inliner.pieces(content))), self.body_pitch, self.body_after
                )
        return self.blocks

    def end_rule_before(self) -> int:
        """The space before the end rule, in twips: it stands so far below the last baseline. Asked once, last."""
        gap = self.grid.points("closing.end-rule.gap")
        share = self.grid.points("page.baseline-share")
        if self.after:
            self.restate(after=0)
        return max(0, twips(gap - (1 - share) * self.pitch))

    def _cover_lines(self) -> None:
        committee = titled = False
        for line in self.presentation.cover.block:
            style = _BLOCK_STYLES.get(line.role, "Normal")
            measure = f"title.lines.{line.role}.pitch"
            if style == "H1":
                measure = "title.title.pitch"
            pitch = self.grid.points(measure) if self.grid.measures.has(measure) else self.body_pitch
            gap = self.grid.points("title.after-committee") if committee else pitch
            if line.role == "agenda-title":
                gap = self.grid.points("title.between-titles") if titled and not committee else gap
                titled = True
            committee = style == "H1"
            content = self.inliner.pieces(line.content)
            self.add(Paragraph(style, content, keep=committee), pitch, gap=gap)

    def _part(self, part: Part) -> None:
        self.family = "body"
        if part.role == "annex":
            set_annex_title(self, part.title, part.id)
        else:
            if part.role == "component":
                self._component_letter(part)
            self._title(part.title, letter=part.role == "component")
        for block in part.blocks:
            self._block(block)
        for number, line in enumerate(part.closing):
            gap = self.grid.points("closing.gap") if number == 0 else self.grid.points("closing.pitch")
            content = self.inliner.pieces(line, emphasised_style=True)
            keep = number + 1 < len(part.closing)
            self.add(Paragraph("ClosingLine", content, keep=keep), self.grid.points("closing.pitch"), gap=gap)
        for number, line in enumerate(part.vote):
            gap = self.grid.points("closing.gap") if number == 0 else self.body_pitch + self.body_after
            paragraph = Paragraph("SingleTxt", self.inliner.pieces(line))
            self.add(paragraph, self.body_pitch, self.body_after, gap=gap)

    def _title(self, title: Title, *, letter: bool) -> None:
        """The title lines of a resolution, in the order in which they are printed."""
        if title.number_line:
            self._titled("TitleHCH", title.number_line, "title.adoption")
        if title.adoption:
            style, measure = (
                ("TitleH1", "title.adoption-detail") if title.number_line else ("TitleHCH", "title.adoption")
            )
            self._titled(style, self._joined(title.adoption), measure)
        if title.proponent:
            content = self.inliner.pieces(title.proponent, emphasised_style=True)
            indent = int(self.grid.word["indent"])
            right = twips(self._text_right - self.grid.points("title.proponent.right"))
            paragraph = Paragraph("Proponent", content, left=indent, right=right)
            self.add(paragraph, self.grid.points("title.proponent.pitch"), gap=self.grid.points("title.proponent.gap"))
        if title.sponsors:
            indent = int(self.grid.word["indent"])
            paragraph = Paragraph("Sponsors", self.inliner.pieces(title.sponsors), left=indent, right=indent)
            self.add(paragraph, self.grid.points("title.sponsors.pitch"), gap=self.grid.points("title.sponsors.gap"))
        number = "" if letter else title.number
        if number or title.title:
            pitch, gap = self.grid.points("title.title.pitch"), self.grid.points("title.title.gap")
            content = (TAB, *self.inliner.plain(number), TAB, *self.inliner.pieces(title.title))
            self.add(Paragraph("TitleH1", content, keep=True), pitch, gap=gap)

    @property
    def _text_right(self) -> float:
        return self.grid.points("page.width") - self.grid.points("page.margin-right")

    def _titled(self, style: str, content: Sequence[Inline], measure: str) -> None:
        set_content = last_break_dropped(self.inliner.pieces(content))
        self.add(
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
        """The letter of a lettered resolution."""
        measure = "headings.component"
        letter = self.inliner.plain(part.title.number)
        if letter:
            heading = self.named(headline(self, "H1", letter, 0), part.id)
            self.add(heading, self.grid.points(f"{measure}.pitch"), gap=self.grid.points(f"{measure}.before"))

    def _block(self, block: Block) -> None:
        match block.kind:
            case "formula":
                self._formula(block)
            case "recital":
                self._recital(block)
            case "paragraph":
                self._paragraph(block)
            case "points":
                self._points(block)
            case "prose":
                self._prose(block)
            case "heading":
                set_heading(self, block)
            case "table":
                self._table(block)
            case "quotation":  # no indent of its own (geometry 4); its numbers begin anew
                self._nested(block.blocks)

    def _formula(self, block: Formula) -> None:
        self._text("EnactingFormula", self.inliner.pieces(block.content), block.id, self._formula_gap())

    def _formula_gap(self) -> float | None:
        """The gap above the enacting formula, where a title stands above it."""
        last = self.blocks[-1] if self.blocks else None
        titled = isinstance(last, Paragraph) and last.style.startswith(("Title", "H4", "Proponent", "Sponsors", "H1"))
        return self.grid.points("title.formula-gap") if titled else None

    def _recital(self, block: Recital) -> None:
        self._text("PreambularParagraph", self.inliner.pieces(block.content), block.id, self._formula_gap())
        self._nested(block.blocks)

    def _paragraph(self, block: NumberedParagraph) -> None:
        self.family = "annex" if block.flush else "body"
        style = "AnnexParagraph" if block.flush else "OperativeParagraph"
        content = self.inliner.pieces(block.content)
        if block.label:
            self._labelled(style, 0, block.label, content, block.id)
        elif content:
            paragraph = self._uncounted(self.named(Paragraph(style, content), block.id), 0)
            paragraph = replace(paragraph, first=0 if _goes_on(block.content) else int(self.grid.word["step"]))
            self.add(paragraph, self.body_pitch, self.body_after, gap=self._formula_gap())
        self._nested(block.blocks)

    def _points(self, block: Points) -> None:
        for point in block.items:
            level = min(max(point.depth, 1), _DEEPEST_POINT)
            content = self.inliner.pieces(point.content)
            if point.label:
                self._labelled(f"Point{level}", level, point.label, content, point.id)
            else:
                paragraph = self.named(Paragraph(f"Point{level}", content), point.id)
                self.add(self._uncounted(paragraph, level), self.body_pitch, self.body_after)
            within = self._is_bullet(point.label)
            self.bullets += within
            self._nested(point.blocks)
            self.bullets -= within

    def _prose(self, block: Prose) -> None:
        first = int(self.grid.word["step"]) if block.indented and not _goes_on(block.content) else None
        paragraph = Paragraph("SingleTxt", self.inliner.pieces(block.content), first=first)
        self.add(self.named(paragraph, block.id), self.body_pitch, self.body_after, gap=self._formula_gap())

    def _nested(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _labelled(self, style: str, level: int, label: str, content: tuple[Piece, ...], eid: str) -> None:
        """A numbered paragraph: Word counts where it can print exactly this label, else it is typed."""
        place = self.lists.place(self.family, level, label)
        if place is None:
            content = (*self.inliner.plain(label), TAB, *content)
        paragraph = self.named(Paragraph(style, content, place=place), eid)
        if place is None:
            paragraph = self._hanging(paragraph) if self._is_bullet(label) else self._uncounted(paragraph, level)
        self.add(paragraph, self.body_pitch, self.body_after, gap=self._formula_gap())

    def _uncounted(self, paragraph: Paragraph, level: int) -> Paragraph:
        """The paragraph without the number of its style. The indents are said again: they go with the number."""
        left, first = self.grid.indents(level, flush=paragraph.style == "AnnexParagraph")
        return replace(paragraph, unnumbered=True, left=left, first=first)

    def _hanging(self, paragraph: Paragraph) -> Paragraph:
        """A point whose sign hangs before it, at the same place under points of any degree; bullets under bullets
        are set in.
        """
        sign, text = self.grid.points("body.bullet.at"), self.grid.points("body.bullet.text")
        left = int(self.grid.word["indent"]) + twips(text) + self.bullets * int(self.grid.word["step"])
        return replace(paragraph, unnumbered=True, left=left, first=twips(sign - text))

    def _is_bullet(self, label: str) -> bool:
        return label.strip() in tuple(self.grid.measures.find("body.bullet.signs"))

    def _text(
        self,
        style: str,
        content: tuple[Piece, ...],
        eid: str,
        gap: float | None = None,
    ) -> None:
        paragraph = self.named(Paragraph(style, content), eid)
        self.add(paragraph, self.body_pitch, self.body_after, gap=gap)

    def _table(self, block: TableBlock) -> None:
        if block.caption:
            caption = Paragraph("TableCaption", self.inliner.pieces(block.caption))
            self.add(self.named(caption, block.id), self.body_pitch)
        if self.blocks:  # from the last baseline to the rule above the table
            share = 1 - self.grid.points("page.baseline-share")
            self.restate(after=max(0, twips(self.grid.points("tables.before") - share * self.pitch)))
        self.blocks.append(set_table(block, self.grid, self.inliner))
        empty = Paragraph("SingleTxt", (), before=0, after=0)
        self.blocks.append(empty)  # Word wants a paragraph after a table; it keeps two tables apart as well
        self.pitch, self.after = self.body_pitch, 0.0


def _goes_on(content: Sequence[Inline]) -> bool:
    """Whether text goes on with the sentence above, after a list."""
    return plain(content).lstrip()[:1].islower()
