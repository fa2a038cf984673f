"""Paragraphs set one below the other, with the distances that the style gives from baseline to baseline."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engross.writers.docx import pieces as word
from engross.writers.docx.grid import Grid
from engross.writers.docx.inline import Inliner, bookmark_name
from engross.writers.docx.pieces import Paragraph


@dataclass(slots=True, kw_only=True)
class Stack:
    """The blocks set so far. `pitch` and `after` are the line height and the space after of what was set last, in
    points; `below_heading` is the gap that the last heading asks for.
    """

    grid: Grid
    inliner: Inliner
    targets: frozenset[str] = frozenset()
    pitch: float = 12.0
    after: float = 0.0
    below_heading: float = 0.0
    bookmarks: int = 0
    blocks: list[word.Block] = field(default_factory=list)

    @property
    def body_pitch(self) -> float:
        """The line height of text, in points."""
        return self.grid.points("body.pitch")

    @property
    def body_after(self) -> float:
        """The space after a paragraph of text, in points."""
        return self.grid.points("body.after")

    def add(self, paragraph: Paragraph, pitch: float, after: float = 0.0, gap: float | None = None) -> None:
        """Set a paragraph; `gap` is its distance from the last baseline, where the style asks for one.

        The whole distance stands before the paragraph and none after the last one: Word takes the larger of the
        two spaces, older word processors add them.
        """
        if not self.blocks:
            paragraph = replace(paragraph, before=self.grid.first_before(self._first_baseline(paragraph), pitch))
        elif gap is not None:
            if self.after:
                self.restate(after=0)
            before = 0 if paragraph.new_page else self.grid.before(gap, pitch, self.pitch)
            paragraph = replace(paragraph, before=before)
        self.blocks.append(paragraph)
        self.pitch, self.after = pitch, after

    def _first_baseline(self, paragraph: Paragraph) -> float:
        """Where the first line of the document stands, in points: a title without a block above it stands lower."""
        titled = paragraph.style == "TitleHCH"
        return self.grid.points("title.number-line.first-baseline" if titled else "title.first-baseline")

    def restate(self, **changes: int | None) -> None:
        """Change the spaces of the last paragraph."""
        last = self.blocks[-1]
        if isinstance(last, Paragraph):
            self.blocks[-1] = replace(last, **changes)  # type: ignore[arg-type]

    def named(self, paragraph: Paragraph, eid: str) -> Paragraph:
        """The paragraph with a bookmark, where a link in the document leads to its element."""
        if eid not in self.targets:
            return paragraph
        self.bookmarks += 1
        return replace(paragraph, bookmark=bookmark_name(eid), bookmark_id=self.bookmarks)
