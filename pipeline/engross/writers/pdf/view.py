"""What the page template is given: tuples of text and CSS, in the order in which they are printed.

The template unpacks tuples and asks no attributes: a sandbox checks every attribute, which for a page of text
costs more than setting its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from engross.model.presentation import Presentation
from engross.model.style import Measures, Style, Width
from engross.writers.pdf.blocks import Block
from engross.writers.pdf.direction import ends_in_latin, part_passages, part_range
from engross.writers.pdf.faces import REGULAR, Faces
from engross.writers.pdf.lines import Line, Piece, Run
from engross.writers.pdf.setter import text_face
from engross.writers.pdf.sheet import Sheet

_ARABIC = "\u0627"
"""Stands for the words of a paragraph on the page before."""


class InkView(NamedTuple):
    """Text of one look. `href` is empty where it is no link; `id`, `title` and `tag` belong to links."""

    text: str
    css: str
    language: str
    href: str
    title: str
    id: str
    tag: str
    within: tuple[Any, ...] = ()
    """The pieces of a Latin passage that is set from the left, in a text that is set from the right."""


class LineView(NamedTuple):
    """A line: its CSS and its text."""

    style: str
    ink: tuple[InkView, ...]


class BlockView(NamedTuple):
    """A block: its classes and place, the path of its structure elements, its anchor and bookmark (`level` 0
    where it has none), its lines.
    """

    css: str
    style: str
    tag: str
    id: str
    level: int
    title: str
    lines: tuple[LineView, ...]


class SheetView(NamedTuple):
    """A page: whether it has the masthead, its rules, its blocks, its codes with their drawings."""

    first: bool
    strokes: tuple[str, ...]
    blocks: tuple[BlockView, ...]
    codes: tuple[tuple[str, Markup], ...]


class Viewer:
    """Turns the sheets of one document into what the template prints. `kinds` is CSS for the kinds of type that
    the blocks name as classes.
    """

    def __init__(self, house: Style, measures: Measures, presentation: Presentation) -> None:
        self.width, self.mirrored = measures.length("page.width"), presentation.direction == "rtl"
        widths: dict[str, Width] = {"wide": text_face(measures), "plain": "plain"}
        self.rise = {
            name: Faces(house, width, presentation.language).stack(REGULAR).faces[0].rise
            for name, width in widths.items()
        }
        self._kinds: dict[str, str] = {}
        self._links: dict[int, int] = {}

    def view(self, sheets: Sequence[Sheet]) -> list[SheetView]:
        """The sheets as tuples."""
        return [
            SheetView(
                sheet.first,
                tuple(self._box(s.left, s.top, s.width, s.thickness) for s in sheet.strokes),
                tuple(map(self._block, sheet.blocks)),
                tuple((self._box(c.x, c.top, c.width, c.height), c.drawing) for c in sheet.codes),
            )
            for sheet in sheets
        ]

    @property
    def kinds(self) -> Markup:
        """The CSS rules of the kinds of type met so far."""
        rules = "\n".join(f".{name} {{ {rule} }}" for rule, name in self._kinds.items())
        return Markup(rules)  # noqa: S704 — numbers and property names of our own

    def _box(self, x: float, top: float, width: float, height: float) -> str:
        return f"{self._edge(x, end=False)};top:{_points(top)};width:{_points(width)};height:{_points(height)}"

    def _edge(self, x: float, *, end: bool) -> str:
        """CSS for an edge that text starts from (or ends at), from the other side where mirrored."""
        side = "right" if end != self.mirrored else "left"
        return f"{side}:{_points(self.width - x if end else x)}"

    def _block(self, block: Block) -> BlockView:
        """A line's baseline is half its height and `rise` ems below its top."""
        strand = block.strand
        align = "right" if strand.end != self.mirrored else "left"
        kind = self._kind(
            f"width:{_points(strand.width)};font-size:{_points(strand.size)};line-height:{_points(strand.pitch)};"
            f"letter-spacing:{_points(strand.spacing)};text-align:{align}"
        )
        drop = strand.pitch / 2 + self.rise["plain" if strand.css == "plain" else "wide"] * strand.size
        style = f"{self._edge(strand.x, end=strand.end)};top:{_points(block.baseline - drop)}"
        ink = self._ink_from_right if self.mirrored and not block.left_to_right else self._ink
        lines = tuple(LineView(_spread(block, line), ink(line, block)) for line in block.lines)
        if len(lines) == 1 and lines[0].style:
            style = f"{style};{lines[0].style}"
        css = f"{strand.css} {kind}{' ltr' if self.mirrored and block.left_to_right else ''}"
        level, title = strand.bookmark if block.opens and strand.bookmark else (0, "")
        return BlockView(css, style, strand.tag, strand.id if block.opens else "", level, title, lines)

    def _kind(self, rule: str) -> str:
        return self._kinds.setdefault(rule, f"kind-{len(self._kinds)}")

    def _ink(self, line: Line, _block: Block) -> tuple[InkView, ...]:
        return tuple(self._piece(piece.text, piece.run) for piece in line.pieces)

    def _ink_from_right(self, line: Line, block: Block) -> tuple[InkView, ...]:
        """The pieces of a line that is read from the right, those of a Latin passage in one that is not."""
        before = "" if block.opens else _ARABIC  # what went before stands on the page before
        before += "".join(above.text for above in block.lines[: block.lines.index(line)])
        pieces: list[Piece] = []
        ahead = before
        for piece in line.pieces:
            pieces.extend(part_range(piece, ahead))
            ahead += piece.text
        if len(pieces) == 1 and not ends_in_latin(before):
            return (self._piece(pieces[0].text, pieces[0].run),)
        ink: list[InkView] = []
        for passage in part_passages(pieces, before):
            views = tuple(self._piece(piece.text, piece.run) for piece in passage.pieces)
            ink.extend([InkView("", "ltr", "", "", "", "", "", views)] if passage.left_to_right else map(_apart, views))
        return tuple(ink)

    def _piece(self, text: str, run: Run) -> InkView:
        css = run.look.css
        if run.note:
            tag = f"Reference#{run.note} Link"
            return InkView(text, f"{css} call", "", f"#{run.note}", text, f"call-{run.note}", tag)
        if run.href:
            number = self._links.setdefault(id(run), len(self._links))
            return InkView(text, css, run.language, run.href, run.description or run.text, "", f"Link#{number}")
        return InkView(text, css, run.language, "", "", "", "")


def _apart(view: InkView) -> InkView:
    """Plain text as an element of its own, so that it does not run together with the plain text beside it."""
    return view if view.css or view.language or view.href else view._replace(css="part")


def _points(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "pt"


def _spread(block: Block, line: Line) -> str:
    """CSS for a line's indent and spacing."""
    parts = []
    if line.indent:
        parts.append(f"padding-inline-start:{_points(line.indent)}")
    if line.word_spacing:
        parts.append(f"word-spacing:{line.word_spacing:.4f}pt")
    if line.letter_spacing:
        parts.append(f"letter-spacing:{_points(block.strand.spacing + line.letter_spacing)}")
    if line.hang and block.strand.end:
        parts.append(f"margin-inline-end:{_points(-line.hang)}")
    return ";".join(parts)
