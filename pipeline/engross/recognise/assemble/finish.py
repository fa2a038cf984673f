"""The last step of assembly: passages and notes become whole lines, and marks call their notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Item, Line, Note, Rule, Run
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.marks import Place, choose, find_places, mark_run
from engross.recognise.assemble.passage import Assembly, FoundNote, Passage
from engross.recognise.assemble.words import Vocabulary, join_lines

_NUMBER = re.compile(r"\d{1,3}")
_STARS = re.compile(r"(?<![*\d])\*{1,3}(?![*\d])")


def finish(flow: Flow, assembly: Assembly, speech: Speech) -> Flow:
    """The assembled Flow out of what the pages gave."""
    printed = [line for item in assembly.items if isinstance(item, Passage) for line in item.lines]
    vocabulary = Vocabulary(printed, speech.code)
    passages: list[Line] = []
    places: list[Place] = []
    items: list[Item] = []
    positions: list[int] = []
    for item in assembly.items:
        if isinstance(item, Passage):
            line, offsets = _whole(item, vocabulary, assembly)
            for place in find_places(len(passages), line.runs, speech):
                area = item.areas[bisect_right(offsets, place.start) - 1] if item.areas else None
                places.append(replace(place, area=area))
            positions.append(len(items))
            passages.append(line)
            items.append(line)
        elif isinstance(item, Rule):
            assembly.put_apart(FurnitureKind.RULE, item.text, item.span)
        else:
            items.append(item)
    notes = list(flow.notes)
    diagnostics = list(flow.diagnostics)
    notes += _call_notes(passages, places, assembly, vocabulary, diagnostics, {n.id for n in flow.notes})
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
    if len(passage.lines) == 1:
        plain = replace(first, label="")
        lines = [plain]
    else:
        lines = [replace(first, label=""), *passage.lines[1:]]
    offsets = [0]
    runs: tuple[Run, ...] = ()
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


def _call_notes(
    passages: list[Line],
    places: list[Place],
    assembly: Assembly,
    vocabulary: Vocabulary,
    diagnostics: list[Diagnostic],
    taken: set[str],
) -> list[Note]:
    """The notes in order; the passages get a run for each mark."""
    numbered: dict[int, FoundNote] = {}
    others: list[FoundNote] = []
    for note in assembly.notes:
        number = int(note.mark) if _NUMBER.fullmatch(note.mark) else 0
        if number and number not in numbered:
            numbered[number] = note
        else:
            others.append(note)
    chosen = choose(places, {number: note.area for number, note in numbered.items()})
    called = {place.number for place in chosen}
    repeats = [place for place in places if place.raised and place.number in called and place not in chosen]
    missing: list[Note] = []
    cuts: dict[int, list[tuple[int, int, str]]] = {}
    for place in sorted([*chosen, *repeats], key=lambda p: (p.passage, p.start)):
        name = _name(str(place.number), taken)
        cuts.setdefault(place.passage, []).append((place.start, place.end, name))
        if place.number not in numbered and place in chosen:
            missing.append(Note(name, str(place.number), ()))
            span = passages[place.passage].span
            diagnostics.append(
                diagnose("note-missing", f"Note {place.number} is called, but its text is missing.", span)
            )
    notes = [_note(note, _name(str(number), taken), vocabulary, assembly) for number, note in sorted(numbered.items())]
    stars = _star_notes(passages, others, taken, cuts)
    for found, name in stars:
        notes.append(_note(found, name, vocabulary, assembly))
    uncalled = [(note, _name(str(number), taken)) for number, note in numbered.items() if number not in called]
    for count, found in enumerate(o for o in others if not any(o is s for s, _ in stars)):
        name = f"{_name(found.mark or 'x', taken)}-{count + 1}"
        notes.append(_note(found, name, vocabulary, assembly))
        uncalled.append((found, name))
    for found, name in uncalled:
        message = f"Note {found.mark} is called by nothing." if found.mark else "A note has no mark."
        diagnostics.append(diagnose("note-uncalled", message, found.span))
        if passages:
            last = min(max(found.after - 1, 0), len(passages) - 1)
            cuts.setdefault(last, []).append((-1, -1, name))
    for index, marks in cuts.items():
        passages[index] = _cut(passages[index], marks)
    return [*notes, *missing]


def _cut(line: Line, marks: list[tuple[int, int, str]]) -> Line:
    runs = line.runs
    for start, end, name in marks:
        runs = (*runs, Run("", note=name)) if start < 0 else mark_run(runs, start, end, name)
    return replace(line, runs=runs)


def _star_notes(
    passages: list[Line],
    others: Iterable[FoundNote],
    taken: set[str],
    cuts: dict[int, list[tuple[int, int, str]]],
) -> list[tuple[FoundNote, str]]:
    """The notes that a star calls, each with its id, where the star was found in the text."""
    called = []
    used: set[str] = set()
    for note in others:
        if not note.mark.startswith("*") or note.mark in used:
            continue
        for index, line in enumerate(passages):
            found = next((m for m in _STARS.finditer(line.text) if m[0] == note.mark), None)
            if found is not None and found.start() > 0:
                name = _name(note.mark.replace("*", "star"), taken)
                cuts.setdefault(index, []).append((found.start(), found.end(), name))
                called.append((note, name))
                used.add(note.mark)
                break
    return called


def _name(mark: str, taken: set[str]) -> str:
    name = f"note-{mark}"
    while name in taken:
        name += "-b"
    return name


def _note(found: FoundNote, name: str, vocabulary: Vocabulary, assembly: Assembly) -> Note:
    lines = []
    for printed in found.paragraphs:
        if not printed:
            continue
        runs = join_lines(printed, vocabulary, assembly.furniture)
        lines.append(replace(printed[0], runs=runs, whole=True))
    return Note(name, found.mark, tuple(lines))
