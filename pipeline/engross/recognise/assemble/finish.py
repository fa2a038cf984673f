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
from engross.recognise.assemble.typesetters import typesetter
from engross.recognise.assemble.words import Vocabulary, join_lines

_NUMBER = re.compile(r"\d{1,3}")
_SHOWS_MARKS = ("pdf", "docx")
"""Formats in which every mark is raised or linked, so that other digits are text; in others some may be glued."""

_STARS = re.compile(r"(?<![*\d])\*{1,3}(?![*\d])")


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
    notes = _call_notes(passages, places, assembly, vocabulary, flow, diagnostics)
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
    if first.box is None:
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


def _call_notes(
    passages: list[Line],
    places: list[Place],
    assembly: Assembly,
    vocabulary: Vocabulary,
    flow: Flow,
    diagnostics: list[Diagnostic],
) -> list[Note]:
    """The notes in order; the passages get a run for each mark."""
    register = _Register(flow, assembly)
    chosen = choose(places, register.areas)
    kept = set(chosen)
    called = {place.number for place in chosen}
    repeats = [p for p in places if p.raised and not p.linked and p.number in called and p not in kept]
    cuts: dict[int, list[tuple[int, int, str]]] = {}
    missing: list[Note] = []
    for place in sorted([*chosen, *repeats], key=lambda p: (p.passage, p.start)):
        if place.linked:
            continue
        name = register.name(place.number)
        cuts.setdefault(place.passage, []).append((place.start, place.end, name))
        if not register.has(place.number) and place in kept:
            missing.append(Note(name, str(place.number), ()))
            message = f"Note {place.number} is called, but its text is missing."
            diagnostics.append(diagnose("note-missing", message, passages[place.passage].span))
    notes = [_note(found, name, vocabulary, assembly) for name, found in register.found()]
    stars = _star_notes(passages, register.others, register.taken, cuts)
    notes += [_note(found, name, vocabulary, assembly) for found, name in stars]
    uncalled = [(found, name) for name, found in register.found() if int(found.mark) not in called]
    for count, found in enumerate(o for o in register.others if not any(o is s for s, _ in stars)):
        name = f"{_name(found.mark or 'x', register.taken)}-{count + 1}"
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
    return [*flow.notes, *notes, *missing]


class _Register:
    """The notes of a document by number: those that the format keeps apart, and those found on its pages."""

    def __init__(self, flow: Flow, assembly: Assembly) -> None:
        self.taken = {note.id for note in flow.notes}
        self._kept: dict[int, str] = {}
        self._found: dict[int, FoundNote] = {}
        self.others: list[FoundNote] = []
        for note in flow.notes:
            if _NUMBER.fullmatch(note.mark):
                self._kept.setdefault(int(note.mark), note.id)
        for found in assembly.notes:
            if not any(line.runs for paragraph in found.paragraphs for line in paragraph):
                assembly.put_apart(FurnitureKind.NOTE_MARK, found.mark, found.span)  # a mark, and no text
                continue
            number = int(found.mark) if _NUMBER.fullmatch(found.mark) else 0
            if number and not self.has(number):
                self._found[number] = found
            else:
                self.others.append(found)
        self.areas = dict.fromkeys(self._kept, -1) | {n: f.area for n, f in self._found.items()}

    def has(self, number: int) -> bool:
        """Whether the text of the note is there."""
        return number in self._kept or number in self._found

    def name(self, number: int) -> str:
        """The id of a note."""
        return self._kept.get(number) or _name(str(number), self.taken)

    def found(self) -> list[tuple[str, FoundNote]]:
        """The notes found on the pages, with their ids, by number."""
        return [(self.name(number), note) for number, note in sorted(self._found.items())]


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
    """The notes that stars call, each with its id: the first star of the text calls the first such note."""
    notes = [note for note in others if note.mark.startswith("*")]
    if not notes:
        return []
    stars = [
        (index, found)
        for index, line in enumerate(passages)
        for found in _STARS.finditer(line.text)
        if found.start() > 0
    ]
    called: list[tuple[FoundNote, str]] = []
    for note in notes:
        place = next((star for star in stars if star[1][0] == note.mark), None)
        if place is None:
            continue
        stars = stars[stars.index(place) + 1 :]
        name = _name(note.mark.replace("*", "star-"), taken).rstrip("-") + f"-{len(called) + 1}"
        cuts.setdefault(place[0], []).append((place[1].start(), place[1].end(), name))
        called.append((note, name))
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
