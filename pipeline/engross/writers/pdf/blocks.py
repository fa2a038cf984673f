"""What stands on a page: blocks of lines, rules; and the paths of what is no content."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engross.writers.pdf.faces import REGULAR, Look
from engross.writers.pdf.lines import Line, Measure, Run, Type, set_lines
from engross.writers.pdf.rows import Strand

ARTIFACT = "Artifact"
"""The structure path of what is not content: running heads, page numbers."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one strand that stand together on a page; `baseline` is the first line's. `opens` says that
    the strand starts here and was not continued from an earlier page.
    """

    strand: Strand
    baseline: float
    lines: tuple[Line, ...]
    opens: bool = True

    @property
    def left_to_right(self) -> bool:
        """Whether the block is furniture or a figure without a right-to-left letter: a symbol, `12 000`."""
        strand = self.strand.css in ("plain", "wide", "figure")
        return strand and not any(_RIGHT_TO_LEFT.search(line.text) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal rule: its left end, the top of the ink, its length and thickness."""

    left: float
    top: float
    width: float
    thickness: float


def single(
    text: str, kind: Type, *, tag: str, x: float, baseline: float, pitch: float, width: float,
    css: str = "plain", look: Look = REGULAR, end: bool = False,
) -> list[Block]:  # fmt: skip
    """A text of the furniture, turned at `width`, as one block."""
    lines = set_lines([Run(text, look)], kind, Measure(width, justified=False))
    if not lines:
        return []
    strand = Strand(tag, css, x, width, kind.size, pitch, kind.spacing, end=end)
    return [Block(strand, baseline, tuple(lines))]
