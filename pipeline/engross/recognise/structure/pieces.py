"""Passages at first sight: formula, heading, labelled paragraph, table or plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engross.lexicon.matches import FormulaMatch
from engross.recognise.structure.headings import Heading, heading_of
from engross.recognise.structure.labels import Label
from engross.recognise.structure.passage import Passage
from engross.recognise.structure.wording import Wording


@dataclass(slots=True)
class Piece:
    """A passage with what it is at first sight: a formula, a heading, a labelled paragraph, or plain text."""

    passage: Passage
    formula: FormulaMatch | None = None
    heading: Heading | None = None
    label: Label | None = None

    @property
    def text(self) -> str:
        """The text without the label."""
        return self.passage.text


def sort_passages(passages: Sequence[Passage], wording: Wording) -> list[Piece]:
    """The passages of a text, each with what it is at first sight."""
    pieces: list[Piece] = []
    for n, passage in enumerate(passages):
        before = (pieces[-1].heading or passages[n - 1]) if n else None
        after = passages[n + 1] if n + 1 < len(passages) else None
        formula = wording.formula(passage)
        if formula is not None:
            pieces.append(Piece(passage, formula))
            continue
        heading = heading_of(passage, before, after, wording)
        if heading is not None:
            pieces.append(Piece(passage, heading=heading))
            continue
        labelled = wording.label(passage) if passage.table is None else None
        if labelled is not None:
            pieces.append(Piece(labelled[1], label=labelled[0]))
        else:
            pieces.append(Piece(passage))
    return pieces


def quotation_at(pieces: Sequence[Piece]) -> int:
    """Where a quoted resolution begins: before the second formula, its title included, if a colon leads to it."""
    for n, piece in enumerate(pieces):
        if n == 0 or piece.formula is None:
            continue
        start = n
        while start and pieces[start - 1].heading is not None:
            start -= 1
        if start and pieces[start - 1].formula is None and pieces[start - 1].passage.introduces:
            return start
    return len(pieces)
