"""Setting the Presentation in type: every block becomes rows.

Here is what the official page does with each kind of block: where its first line starts, where it turns, how
far it stands from the text above (geometry 3 and 4). The measures come from the style; nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engross.model.presentation import (
    Block,
    Formula,
    Heading,
    Inline,
    Link,
    Paragraph,
    Part,
    Points,
    Prose,
    Quotation,
    Recital,
    TableBlock,
    Text,
    plain,
)
from engross.writers.pdf.faces import REGULAR, Look
from engross.writers.pdf.headings import set_heading
from engross.writers.pdf.lines import Measure, Run, set_forced, set_lines, spaced
from engross.writers.pdf.rows import Strand, beside, glue, stack_lines
from engross.writers.pdf.setter import Place, Setter
from engross.writers.pdf.tables import set_table

_DEEPEST = 8
"""The degree of points from which on none is set further in: there would be no room for lines."""

_SHORT_LEAD = 1
"""Lines of the words before points that do not end a page (measured: of two lines, one stayed and one did not)."""


class Setting(Setter):
    """Sets the blocks of one document, each by its kind."""

    def set_block(self, block: Block, place: Place) -> None:
        """Set any block."""
        match block:
            case Recital(blocks=()) if _all_bold(block.content):
                set_heading(self, Heading(block.id, 1, "", block.content), place)
            case Formula() | Recital():
                self.set_text(block, place, opening=True)
                for inner in block.blocks if isinstance(block, Recital) else ():
                    self.set_block(inner, place)
            case Paragraph(label="") | Prose() if _all_bold(block.content) and not _inner(block):
                set_heading(self, Heading(block.id, 1, "", block.content), place)
            case Paragraph() if _all_bold(block.content) and not block.blocks and _numbers_section(block.label):
                set_heading(self, Heading(block.id, 1, block.label, block.content), place)
            case Paragraph():
                self.set_paragraph(block, place)
            case Points():
                self.set_points(block, place)
            case Prose():
                opening = block.indented and not block.resumed
                self.set_text(block, place, opening=opening)
            case Heading():
                set_heading(self, block, place)
            case TableBlock():
                set_table(self, block, place)
            case Quotation():
                inside = replace(place, tag=f"{place.tag}BlockQuote#{self.key(block.id)} ")
                for inner in block.blocks:
                    self.set_block(inner, inside)

    def set_text(self, block: Formula | Recital | Paragraph | Prose, place: Place, *, opening: bool) -> None:
        """Prose: its first line indented where it is `opening`, the others at the margin."""
        first = self.measures.length("body.first-line") if opening else 0.0
        if _is_ornament(block.content):
            first = (self.measures.length("body.measure") - self.body.width(plain(block.content).strip(), REGULAR)) / 2
        key = self.key(block.id)
        self.add(self.body_rows(block.content, f"{place.tag}P#{key}", key, self.measure(first, 0.0, place.indent)))

    def set_paragraph(self, block: Paragraph, place: Place) -> None:
        """A numbered paragraph: number, tab, text; turned lines at the margin (official style 1.4). A single line
        that leads in points stays with the first of them.
        """
        start = len(self.rows)
        if not block.label:
            self.set_text(block, place, opening=not _goes_on(block.content))
        else:
            key = self.key(block.id)
            tag = f"{place.tag}P#{key}"
            look_up = self.measures.length
            at = look_up("body.flush-number-at") if block.flush else look_up("body.number-at")
            text = look_up("body.flush-text-at") if block.flush else look_up("body.text-at")
            self._set_labelled(block.label, block.content, (tag, tag), key, place, (at, text, 0.0))
        end = len(self.rows)
        for inner in block.blocks:
            self.set_block(inner, place)
        if end - start <= _SHORT_LEAD and block.blocks and isinstance(block.blocks[0], Points) and end < len(self.rows):
            self.rows[end] = replace(self.rows[end], glued=True)

    def _set_labelled(
        self,
        label: str,
        content: tuple[Inline, ...],
        tags: tuple[str, str],
        name: str,
        place: Place,
        at: tuple[float, float, float],
    ) -> None:
        """Text after a label. `tags` are the paths of the label and the text; `at` are the label's place, the
        text's, and where turned lines start.
        """
        number_at, text_at, turned_at = at
        tab = self.measures.length("body.tab")
        width = self.body.width(label, REGULAR)
        while number_at + width > text_at:
            text_at += tab
        measure = self.measure(text_at, turned_at, place.indent)
        rows = self.body_rows(content, tags[1], name, measure)
        strand = Strand(
            tags[0],
            "label",
            self.measures.length("body.left") + place.indent + number_at,
            text_at - number_at,
            self.body.size,
            self.measures.length("body.pitch"),
            self.body.spacing,
            id="" if rows else name,
        )
        lines = set_lines([Run(label)], self.body, Measure(1e6, justified=False))
        if lines and rows:
            rows = beside(rows, strand, spaced(lines[0], self.body))
        elif lines:
            rows = stack_lines(strand, lines, self.gap)
        self.add(rows)

    def set_points(self, block: Points, place: Place) -> None:
        """A list of points. The first degree turns at the margin, the second is a block of its own (official
        style 1.4); every degree below is one step further in.
        """
        look_up = self.measures.length
        depth = min(max(block.depth, 1), _DEEPEST)
        step = look_up("body.second-degree-indent")
        turned = (depth - 1) * step
        number = look_up("body.number-at") + max(0, depth - 2) * step
        text = look_up("body.text-at") + max(0, depth - 2) * step
        numbering = _numbering(block.items[0].label) if block.items else "None"
        listed = f"{place.tag}L[ListNumbering={numbering}]#{self.key(block.id)} "
        for point in block.items:
            key = self.key(point.id)
            item = f"{listed}LI#{key} "
            body = f"{item}LBody#{key} "
            tags = (f"{item}Lbl", f"{body}P#{key}")
            if point.label:
                at = self._bullet(point.label, place.bullets * step) or (number, text, turned)
                self._set_labelled(point.label, point.content, tags, key, place, at)
            else:
                self.add(self.body_rows(point.content, tags[1], key, self.measure(number, turned, place.indent)))
            bullets = place.bullets + (self._bullet(point.label, 0.0) is not None)
            for inner in point.blocks:
                self.set_block(inner, replace(place, tag=body, bullets=bullets))

    def _bullet(self, label: str, indent: float) -> tuple[float, float, float] | None:
        """Where the sign and the text of an unnumbered point stand; None for numbers and letters. Bullets stand at
        the same place under points of any degree; only bullets under bullets are set in.
        """
        bullet = self.measures.find("body.bullet")
        if label.strip() not in tuple(bullet["signs"]):
            return None
        return bullet["at"] + indent, bullet["text"] + indent, bullet["turnover"] + indent

    # --- the parts ------------------------------------------------------------------------------------------------

    def set_part(self, part: Part, place: Place) -> None:
        """The blocks of a part, then its closing lines and vote."""
        for block in part.blocks:
            self.set_block(block, place)
        self._glue_headings()
        self.set_closing(part)

    def _glue_headings(self) -> None:
        """Rows that follow a heading stay with it, also where headings follow each other."""
        for place in range(1, len(self.rows)):
            if self.rows[place - 1].lines[-1][0].css == "heading" and not self.rows[place].glued:
                self.rows[place] = replace(self.rows[place], glued=True)

    def set_closing(self, part: Part) -> None:
        """The closing lines, emphasised and at the right, kept with the last paragraph; the vote below."""
        gap, pitch = self.measures.length("closing.gap"), self.measures.length("closing.pitch")
        kind = self.type_of("closing")
        base = Look(italic=self.inking.emphasis.italic, bold=self.inking.emphasis.bold)
        left = self.measures.length("body.left")
        right = self.measures.length("closing.right")
        for group, css, look in ((part.closing, "closing", base), (part.vote, "vote", REGULAR)):
            first = True
            for line in group:
                strand = Strand(
                    f"P#{self.key(f'{part.id}-{css}')}", css,
                    right if css == "closing" else left, right - left, kind.size, pitch, kind.spacing,
                    end=css == "closing",
                )  # fmt: skip
                room = Measure(right - left, justified=False)
                lines = set_forced(self.inking.runs(line, look), kind, room)
                rows = stack_lines(strand, lines, gap if first else pitch)
                self.add(glue(rows))
                first = first and not rows


def _all_bold(content: Sequence[Inline]) -> bool:
    """Whether all words are bold: a heading that the mark-up does not call one."""
    words = [inline for inline in content if isinstance(inline, Text) and inline.text.strip()]
    return bool(words) and all(text.bold for text in words) and not any(isinstance(i, Link) for i in content)


def _numbers_section(label: str) -> bool:
    """Whether a label is a section's (`I.`, `A.`) and not a paragraph's."""
    sign = label.strip(" .\u00a0")
    return sign.isalpha() and sign.isupper()


def _goes_on(content: Sequence[Inline]) -> bool:
    """Whether text goes on with the sentence above: it begins with a small letter, after a list."""
    return plain(content).lstrip()[:1].islower()


def _is_ornament(content: Sequence[Inline]) -> bool:
    """Whether a paragraph is nothing but asterisks, which stand in the middle of the measure."""
    return set("".join(plain(content).split())) == {"*"}


def _inner(block: Paragraph | Prose) -> tuple[Block, ...]:
    return block.blocks if isinstance(block, Paragraph) else ()


def _numbering(label: str) -> str:
    """How the points of a list are numbered, as ISO 32000-1, table 347 names it."""
    sign = label.strip("()[]. \u2019\u2018")
    if sign.isdigit():
        return "Decimal"
    if not sign.isascii():
        return "Disc" if sign in {"•", "◦", "–", "—"} else "None"
    roman = "Roman" if set(sign.lower()) <= set("ivx") else "Alpha"
    return f"{'Upper' if sign.isupper() else 'Lower'}{roman}" if sign.isalpha() else "None"
