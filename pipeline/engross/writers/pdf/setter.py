"""What every part of a page is set with: the style's measures and types, and the rows set so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engross.model.presentation import Inline, Presentation
from engross.model.style import Measures, Style, Width
from engross.writers.pdf.content import Inking
from engross.writers.pdf.faces import Faces
from engross.writers.pdf.lines import Measure, Type, set_forced
from engross.writers.pdf.rows import Row, Strand, stack_lines


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the structure path above them, how far they are indented, the heading level above, in
    how many lists of bullets they are.
    """

    tag: str = ""
    indent: float = 0.0
    level: int = 1
    bullets: int = 0


def text_face(measures: Measures) -> Width:
    """The width of running text on this template."""
    return "plain" if measures.word("text.face") == "plain" else "wide"


class Setter:
    """Sets one document. `rows` grows downwards; `after`, where the last block asks for one, is the gap to the
    next.
    """

    def __init__(self, presentation: Presentation, style: Style, measures: Measures) -> None:
        self.presentation, self.style, self.measures = presentation, style, measures
        language = presentation.language
        unwritten = frozenset(note.id for note in presentation.notes if note.missing and not note.paragraphs)
        self.inking = Inking(style.emphasis(language), unwritten)
        self.wide = Faces(style, text_face(measures), language)
        self.plain = Faces(style, "plain", language)
        self.spacing = style.spacing(language) if measures.find("text.spaced") else 0.0
        self.rows: list[Row] = []
        self.after: float | None = None
        self.level = 0
        self._keys: set[str] = set()
        self.body = self.type_of("body")
        self.gap = measures.length("body.pitch") + measures.length("body.after")

    # --- type and measure ---------------------------------------------------------------------------------------

    def type_of(self, path: str) -> Type:
        """The type that the style gives at `path` (`size`, and `spacing` where it differs from the body's)."""
        table = self.measures.find(path)
        size = float(table["size"])
        spacing = self.spacing * size / 10.0
        if self.spacing and "spacing" in table:
            spacing = float(table["spacing"])
        return Type(self.wide, size, spacing, self._raised(size), self._mark_gap(size))

    def kind(self, size: float, spacing: float) -> Type:
        """Running type of a size."""
        return Type(self.wide, size, spacing, self._raised(size), self._mark_gap(size))

    def _mark_gap(self, size: float) -> float:
        return self.measures.length("body.mark.gap") * size / self.measures.length("body.size")

    def _raised(self, size: float) -> float:
        return self.measures.length("body.mark.size") * size / self.measures.length("body.size")

    def measure(self, first: float, rest: float, indent: float = 0.0) -> Measure:
        """The body's measure with Word's rule for breaking lines."""
        look_up = self.measures.length
        return Measure(
            look_up("body.measure"),
            first + indent,
            rest + indent,
            squeeze=look_up("body.breaking.squeeze-limit"),
            factor=look_up("body.breaking.stretch-factor"),
            base=look_up("body.breaking.stretch-base"),
            hyphen=look_up("body.breaking.hyphen"),
        )

    def heading_tag(self, level: int) -> str:
        """`H1` to `H6`, never skipping a level downwards (PDF/UA-1, 7.4.2)."""
        self.level = min(level, self.level + 1, 6)
        return f"H{self.level}"

    def add(self, rows: Sequence[Row], after: float | None = None) -> None:
        """Append rows; the block before may have asked for its own gap below."""
        if rows and self.after is not None:
            rows = [replace(rows[0], gap=self.after), *rows[1:]]
        self.rows.extend(rows)
        if rows:
            self.after = after

    def key(self, name: str) -> str:
        """A key for a structure path: the block's id, made unique where a source gave it twice or not at all."""
        base = "".join(name.split()) or "unnamed"
        key, number = base, 2
        while key in self._keys:
            key, number = f"{base}~{number}", number + 1
        self._keys.add(key)
        return key

    def body_rows(self, content: Iterable[Inline], tag: str, name: str, measure: Measure) -> list[Row]:
        """Rows of body type; forced line ends inside the content stay."""
        strand = Strand(
            tag,
            "text",
            self.measures.length("body.left"),
            measure.width,
            self.body.size,
            self.measures.length("body.pitch"),
            self.body.spacing,
            id=_anchor(name),
        )
        return stack_lines(
            strand,
            set_forced(self.inking.runs(content), self.body, measure),
            self.gap,
            widows=int(self.measures.length("body.widows")),
            orphans=int(self.measures.length("body.orphans")),
            below=self.measures.length("body.after"),
        )


def _anchor(key: str) -> str:
    """The key as the page's anchor, where the source named it."""
    return "" if key.startswith("unnamed") else key
