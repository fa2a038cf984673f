"""No-break spaces, which text out of a PDF has lost, put back where the language's typography wants them.

A source that has no-break spaces of its own keeps its spaces as they are: its author told them apart.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from engross.lexicon.language import Language
from engross.model.flow import Flow, Item, Line, Run, Table

_NO_BREAK = "\u00a0"


def restore_no_break_spaces(flow: Flow, language: Language) -> Flow:
    """The Flow with the spaces before `;` or in `27 mars`, say, made U+00A0; the same Flow if it has some already.

    Only ordinary spaces change, one for one, so that every offset stays what it was.
    """
    if any(_NO_BREAK in run.text for line in flow.lines for run in line.runs):
        return flow
    items = tuple(_restore_item(item, language) for item in flow.items)
    notes = tuple(replace(note, lines=tuple(_restore(line, language) for line in note.lines)) for note in flow.notes)
    return replace(flow, items=items, notes=notes)


def _restore_item(item: Item, language: Language) -> Item:
    if isinstance(item, Line):
        return _restore(item, language)
    if isinstance(item, Table):
        rows = tuple(
            tuple(replace(cell, lines=tuple(_restore(line, language) for line in cell.lines)) for cell in row)
            for row in item.rows
        )
        return replace(item, rows=rows)
    return item


def _restore(line: Line, language: Language) -> Line:
    """Note marks are no part of what the rules see: a space behind a mark stands behind the word it follows."""
    spaces = sorted(language.no_break_spaces("".join(run.text for run in line.runs if run.note is None)))
    if not spaces:
        return line
    runs: list[Run] = []
    start = 0
    for run in line.runs:
        if run.note is None:
            end = start + len(run.text)
            within = spaces[bisect_left(spaces, start) : bisect_left(spaces, end)]
            if within:
                text = list(run.text)
                for at in within:
                    text[at - start] = _NO_BREAK
                run = run.retold("".join(text))
            start = end
        runs.append(run)
    return replace(line, runs=tuple(runs))
