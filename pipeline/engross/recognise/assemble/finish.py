"""The last step of assembly: passages and notes become whole lines, and marks call their notes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from engross.model.flow import Flow, Item, Line, Rule, Run
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.calls import call_notes
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.marks import Place, find_places
from engross.recognise.assemble.passage import Assembly, Passage
from engross.recognise.assemble.typesetters import typesetter
from engross.recognise.assemble.words import Vocabulary, join_lines

_SHOWS_MARKS = ("pdf", "docx")
"""Formats in which every mark is raised or linked, so that other digits are text; in others some may be glued."""


def finish(flow: Flow, assembly: Assembly, speech: Speech) -> Flow:
    """The assembled Flow out of what the pages gave."""
    printed = [line for item in assembly.items if isinstance(item, Passage) for line in item.lines]
    vocabulary = Vocabulary(printed, speech.code, typesetter(flow.properties.get("producer", "")))
    passages: list[Line] = []
    places: list[Place] = []
    items: list[Item] = []
    positions: list[int] = []
    for item in assembly.items:
        if isinstance(item, Passage):
            line, offsets = _whole(item, vocabulary, assembly)
            for place in find_places(len(passages), line.runs, speech):
                area = item.areas[bisect_right(offsets, place.start) - 1] if item.areas else None
                places.append(place.before_area(area))
            positions.append(len(items))
            passages.append(line)
            items.append(line)
        elif isinstance(item, Rule):
            assembly.put_apart(FurnitureKind.RULE, item.text, item.span)
        else:
            items.append(item)
    if flow.format in _SHOWS_MARKS and (flow.format != "pdf" or any(place.raised for place in places)):
        places = [place for place in places if place.raised]
    diagnostics = list(flow.diagnostics)
    notes = call_notes(passages, places, assembly, vocabulary, flow, diagnostics)
    for position, line in zip(positions, passages, strict=True):
        items[position] = line
    return replace(
        flow,
        items=tuple(items),
        notes=tuple(notes),
        furniture=tuple(assembly.furniture),
        diagnostics=tuple(diagnostics),
    )


def _whole(passage: Passage, vocabulary: Vocabulary, assembly: Assembly) -> tuple[Line, list[int]]:
    """The passage as one whole line, and the offset at which each of its printed lines begins."""
    first = passage.lines[0]
    lines = passage.lines
    if first.label:  # it stays the paragraph's
        lines = [replace(first, label=""), *lines[1:]]
    offsets = [0]
    if first.box is None and not first.role:  # an author who gave a style typed the words as well
        lines = [_mended(line, vocabulary) for line in lines]
    if len(lines) == 1 or len(set(passage.areas)) < 2:
        runs = join_lines(lines, vocabulary, assembly.furniture)
        offsets = [0] * len(lines)
    else:
        runs, offsets = _with_offsets(lines, vocabulary, assembly)
    return replace(
        first,
        runs=runs,
        whole=True,
        indent=passage.indent,
        turnover=passage.turnover,
        align=passage.align or first.align,
    ), offsets


def _mended(line: Line, vocabulary: Vocabulary) -> Line:
    runs = tuple(run.retold(mended) if (mended := vocabulary.mend(run.text)) != run.text else run for run in line.runs)
    return replace(line, runs=runs) if runs != line.runs else line


def _with_offsets(lines: list[Line], vocabulary: Vocabulary, assembly: Assembly) -> tuple[tuple[Run, ...], list[int]]:
    """The joined runs, and where each line begins, for a passage that goes on after an area of notes."""
    runs = join_lines(lines, vocabulary, assembly.furniture)
    total = sum(len(run.text) for run in runs)
    offsets, at = [], 0
    left = sum(len(line.text) + 1 for line in lines) or 1
    for line in lines:
        offsets.append(round(at * total / left))
        at += len(line.text) + 1
    return runs, offsets
