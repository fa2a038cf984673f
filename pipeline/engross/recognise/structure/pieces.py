"""Passages at first sight: formula, heading, labelled paragraph, table or plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engross.lexicon.matches import FormulaMatch
from engross.recognise.structure.headings import Heading, heading_of
from engross.recognise.structure.labels import Label
from engross.recognise.structure.passage import Passage
from engross.recognise.structure.wording import QUOTES, Wording


@dataclass(slots=True)
class Piece:
    """A passage with what it is at first sight: a formula, a heading, a labelled paragraph, plain text, or the
    first of the passages of a quoted resolution (`quoted`).
    """

    passage: Passage
    formula: FormulaMatch | None = None
    heading: Heading | None = None
    label: Label | None = None
    quoted: Sequence[Passage] = ()

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


def gather_quotation(pieces: list[Piece], passages: Sequence[Passage]) -> list[Piece]:
    """The pieces with a quoted resolution as one: its title before the second formula, if a colon leads to it.

    Where its paragraphs open with quotation marks, it ends before a numbered paragraph that has none; else it
    goes on to the end, as in what one council recommends to another.
    """
    for n, piece in enumerate(pieces):
        if n == 0 or piece.formula is None:
            continue
        start = n
        while start and pieces[start - 1].heading is not None:
            start -= 1
        if not start or pieces[start - 1].formula is not None or not pieces[start - 1].passage.introduces:
            continue
        end = len(pieces)
        if all(passage.text.startswith(QUOTES) for passage in passages[n : n + 2]):
            end = next((k for k in range(n + 1, end) if _is_outside(pieces[k], passages[k])), end)
        return [*pieces[:start], Piece(passages[start], quoted=passages[start:end]), *pieces[end:]]
    return pieces


def _is_outside(piece: Piece, passage: Passage) -> bool:
    return piece.label is not None and piece.label.is_number and not passage.text.startswith(QUOTES)
