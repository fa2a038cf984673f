"""The ledger of assembly: which characters a Flow holds, wherever they stand."""

from __future__ import annotations

from collections import Counter

from engross.model.flow import Flow, Line, Rule, Table

_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
"""Figures that a raised mark may be typed with: the note's mark is the number."""


def characters(flow: Flow) -> Counter[str]:
    """How often each character, white space aside, stands in the Flow: in its lines with their labels, tables,
    rules, notes with their marks, and furniture. A note without text is not on the page and counts nothing.

    Assembly keeps this count: `characters(assemble(flow)) == characters(flow)`.
    """
    count: Counter[str] = Counter()
    for item in flow.items:
        if isinstance(item, Line):
            count.update(item.label + item.text)
        elif isinstance(item, Rule):
            count.update(item.text)
        elif isinstance(item, Table):
            for row in item.rows:
                for cell in row:
                    for line in cell.lines:
                        count.update(line.label + line.text)
    for note in flow.notes:
        if note.lines:
            count.update(note.mark)
        for line in note.lines:
            count.update(line.label + line.text)
    for piece in flow.furniture:
        count.update(piece.text)
    for character in [c for c in count if c.isspace()]:
        del count[character]
    for figure in [c for c in count if c in _RAISED]:
        count[_RAISED[figure]] += count.pop(figure)
    return count
