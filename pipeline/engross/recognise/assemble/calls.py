"""Which mark calls which note: the marks of the passages and the notes of the pages, brought together by number.

Numbers rise through a document. Where they begin anew (the notes of an annex, of each page in old volumes), every
series of notes is called by the marks of its own pages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Line, Note, Run
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.marks import Place, choose, mark_run
from engross.recognise.assemble.passage import Assembly, FoundNote
from engross.recognise.assemble.words import Vocabulary, join_lines

_NUMBER = re.compile(r"\d{1,3}")
_STARS = re.compile(r"(?<![*\d])\*{1,3}(?![*\d])")


def call_notes(
    passages: list[Line],
    places: Sequence[Place],
    assembly: Assembly,
    vocabulary: Vocabulary,
    flow: Flow,
    diagnostics: list[Diagnostic],
) -> list[Note]:
    """The notes in order. `passages` get a run for each mark; notes that are missing or called by nothing are
    findings.
    """
    found = [note for note in assembly.notes if not _is_empty(note, assembly)]
    starts = _beginnings(found) if not flow.notes else []
    others: list[FoundNote] = []
    cuts: dict[int, list[tuple[int, int, str]]] = {}
    notes: list[Note] = []
    missing: list[Note] = []
    uncalled: list[tuple[FoundNote, str]] = []
    taken = {note.id for note in flow.notes}
    for number in range(len(starts) + 1):
        own = [note for note in found if bisect_right(starts, note.area) == number]
        register = _Register(flow, own, number)
        others += register.others
        taken |= register.names
        here = [place for place in places if bisect_right(starts, place.area or 0) == number]
        called = _call(here, register, passages, cuts, missing, diagnostics)
        notes += [_note(one, name, vocabulary, assembly) for name, one in register.found()]
        uncalled += [(one, name) for name, one in register.found() if int(one.mark) not in called]
    stars = _star_notes(passages, others, taken, cuts)
    notes += [_note(one, name, vocabulary, assembly) for one, name in stars]
    for count, one in enumerate(o for o in others if not any(o is s for s, _ in stars)):
        name = f"{_name(one.mark or 'x', taken)}-{count + 1}"
        notes.append(_note(one, name, vocabulary, assembly))
        uncalled.append((one, name))
    for one, name in uncalled:
        message = f"Note {one.mark} is called by nothing." if one.mark else "A note has no mark."
        diagnostics.append(diagnose("note-uncalled", message, one.span))
        if passages:
            last = min(max(one.after - 1, 0), len(passages) - 1)
            cuts.setdefault(last, []).append((-1, -1, name))
    for index, marks in cuts.items():
        passages[index] = _cut(passages[index], sorted(marks, key=lambda mark: mark[0] < 0))
    return [*flow.notes, *notes, *missing]


def _is_empty(note: FoundNote, assembly: Assembly) -> bool:
    """Whether a note is a mark and no text; the mark is then put apart."""
    if any(line.runs for paragraph in note.paragraphs for line in paragraph):
        return False
    assembly.put_apart(FurnitureKind.NOTE_MARK, note.mark, note.span)
    return True


def _beginnings(found: Sequence[FoundNote]) -> list[int]:
    """The areas in which the numbers of the notes begin anew: at the lowest again, and not to go on as before."""
    numbered = [(note, int(note.mark)) for note in found if _NUMBER.fullmatch(note.mark)]
    starts: list[int] = []
    first: tuple[int, int] | None = None  # number and area of the first note of the series
    last = 0
    for place, (note, number) in enumerate(numbered):
        following = numbered[place + 1][1] if place + 1 < len(numbered) else 0
        if first is not None and number == first[0] and note.area > first[1] and following != last + 1:
            starts.append(note.area)
            first = None
        if first is None:
            first = number, note.area
        last = number
    return starts


def _call(
    places: Sequence[Place],
    register: _Register,
    passages: list[Line],
    cuts: dict[int, list[tuple[int, int, str]]],
    missing: list[Note],
    diagnostics: list[Diagnostic],
) -> set[int]:
    """Enters the marks of one series of notes into `cuts`; gives the numbers that are called."""
    chosen = choose(places, register.areas)
    kept = set(chosen)
    called = {place.number for place in chosen}
    repeats = [p for p in places if p.raised and not p.linked and p.number in called and p not in kept]
    for place in sorted([*chosen, *repeats], key=lambda p: (p.passage, p.start)):
        if place.linked:
            continue
        name = register.name(place.number)
        cuts.setdefault(place.passage, []).append((place.start, place.end, name))
        if not register.has(place.number) and place in kept:
            missing.append(Note(name, str(place.number), ()))
            message = f"Note {place.number} is called, but its text is missing."
            diagnostics.append(diagnose("note-missing", message, passages[place.passage].span))
    return called


class _Register:
    """The notes of a series by number: those that the format keeps apart, and those found on its pages."""

    def __init__(self, flow: Flow, notes: Sequence[FoundNote], series: int) -> None:
        self._series = f"{series + 1}-" if series else ""
        self._taken = {note.id for note in flow.notes}
        self._kept: dict[int, str] = {}
        self._found: dict[int, FoundNote] = {}
        self.others: list[FoundNote] = []
        for note in flow.notes:
            if _NUMBER.fullmatch(note.mark):
                self._kept.setdefault(int(note.mark), note.id)
        for found in notes:
            number = int(found.mark) if _NUMBER.fullmatch(found.mark) else 0
            if number and not self.has(number):
                self._found[number] = found
            else:
                self.others.append(found)
        self.areas = dict.fromkeys(self._kept, -1) | {n: f.area for n, f in self._found.items()}

    @property
    def names(self) -> set[str]:
        """The ids of the notes found on the pages."""
        return {self.name(number) for number in self._found}

    def has(self, number: int) -> bool:
        """Whether the text of the note is there."""
        return number in self._kept or number in self._found

    def name(self, number: int) -> str:
        """The id of a note."""
        return self._kept.get(number) or _name(f"{self._series}{number}", self._taken)

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
