"""Which rows stand on which page.

The page model of the official documents (measured: geometry 8): a line fits if its baseline is above the
limit; every note line on the page raises the limit; a note's lines count with the line that carries its
mark. Notes longer than the room there is go on at the foot of the next page: nothing is ever cut off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engross.model.style import Measures
from engross.writers.pdf.rows import Row

_LEAST_BODY = 4
"""Body lines for which notes that go on from the page before leave room, and with which a note must have room
on a page of its own if it is not to be split.
"""


@dataclass(slots=True)
class Page:
    """Rows with their baselines, and rows of notes with theirs, all in points from the top of the page.
    `first_note` is the baseline of the first note line.
    """

    first: bool
    rows: list[tuple[float, Row]] = field(default_factory=list)
    notes: list[tuple[float, Row]] = field(default_factory=list)
    first_note: float | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The vertical measures of one kind of page (the first, the following)."""

    top: float
    limit: float
    last_note: float
    note_pitch: float
    above_notes: float
    pitch: float

    def floor(self, note_lines: int) -> float:
        """The lowest baseline of the body with so many note lines at the foot."""
        if not note_lines:
            return self.limit
        return self.last_note - self.note_pitch * (note_lines - 1) - self.above_notes

    def note_capacity(self, baseline: float) -> int:
        """How many note lines fit under a body line on this baseline."""
        return max(0, int((self.last_note - self.above_notes - baseline) / self.note_pitch + 1e-6) + 1)


def rooms(measures: Measures, top: float) -> tuple[Room, Room]:
    """The room of the first page, whose first baseline is `top`, and of the following pages."""
    above = measures.length("notes.separator.above") + measures.length("notes.separator.below")
    pitch = measures.length("notes.pitch")
    return (
        Room(
            top,
            measures.length("body.first-page-limit"),
            measures.length("notes.first-page-last-baseline"),
            pitch,
            above,
            measures.length("body.pitch"),
        ),
        Room(
            measures.length("body.first-baseline"),
            measures.length("body.limit"),
            measures.length("notes.last-baseline"),
            pitch,
            above,
            measures.length("body.pitch"),
        ),
    )


def paginate(rows: Sequence[Row], notes: Mapping[str, Sequence[Row]], first: Room, following: Room) -> list[Page]:
    """Lay the rows and their notes on pages. Every row and every note row stands on exactly one page, but for
    the repeated headers of tables.
    """
    pages: list[Page] = []
    waiting: list[Row] = []
    start = 0
    while start < len(rows) or waiting or not pages:
        filling = _Filling(rows, notes, following if pages else first, waiting, start)
        start = filling.fill()
        waiting = filling.waiting
        pages.append(Page(not pages, filling.placed(), *_stack_notes(filling.foot, filling.room)))
    return pages


@dataclass(frozen=True, slots=True)
class _Mark:
    """A row on the page, and how the notes stood once it was there: where to go back to."""

    place: int
    baseline: float
    above: tuple[tuple[float, Row], ...]
    foot: int
    waiting: int


class _Filling:
    """One page while rows are put on it. `foot` are its note rows, `waiting` those that must go on the next."""

    def __init__(
        self,
        rows: Sequence[Row],
        notes: Mapping[str, Sequence[Row]],
        room: Room,
        waiting: list[Row],
        start: int,
    ) -> None:
        self.rows, self.notes, self.room, self.start = rows, notes, room, start
        least = room.top + (_LEAST_BODY * room.pitch if start < len(rows) else -room.pitch)
        taken = max(1, room.note_capacity(least))
        self.foot, self.waiting = waiting[:taken], waiting[taken:]
        self.marks: list[_Mark] = []

    def fill(self) -> int:
        """Put rows on the page until one does not fit; returns the place of the next page's first row."""
        place = self.start
        while place < len(self.rows):
            row = self.rows[place]
            if row.fresh and self.marks:
                return place
            above, baseline = self._baseline(row)
            called = [line for note in row.notes for line in self.notes.get(note, ())]
            taken = self._takes(baseline, row.below, called)
            if taken is None:
                if self.marks:
                    return self._turn(place)
                taken = min(len(called), max(0, self.room.note_capacity(baseline) - len(self.foot)))
            if self.waiting:
                taken = 0
            self.foot.extend(called[:taken])
            self.waiting.extend(called[taken:])
            self.marks.append(_Mark(place, baseline, above, len(self.foot), len(self.waiting)))
            place += 1
        return place

    def _baseline(self, row: Row) -> tuple[tuple[tuple[float, Row], ...], float]:
        """Where the row's baseline comes, and the repeated rows above it on a new page."""
        if self.marks:
            return (), self.marks[-1].baseline + row.gap
        if not self.start or not row.repeat:
            return (), self.room.top + (row.drop if self.start else 0.0)
        baseline = self.room.top
        above = []
        for place, repeated in enumerate(row.repeat):
            baseline += repeated.gap if place else 0.0
            above.append((baseline, repeated))
        return tuple(above), baseline + row.gap

    def _takes(self, baseline: float, below: float, called: Sequence[Row]) -> int | None:
        """How many of the row's note lines the page takes with it; None where the row does not fit."""
        if self.foot or called:
            baseline += below
        if self.waiting:
            return 0 if baseline <= self.room.floor(len(self.foot)) + 0.01 else None
        if baseline <= self.room.floor(len(self.foot) + len(called)) + 0.01:
            return len(called)
        alone = self.room.note_capacity(self.room.top + _LEAST_BODY * self.room.pitch)
        if len(called) > alone:
            taken = self.room.note_capacity(baseline) - len(self.foot)
            return taken if taken >= 2 else None
        return None

    def _turn(self, place: int) -> int:
        """Go back from the row that does not fit to the last place where a page may end."""
        back = place
        while back > self.start and self.rows[back].glued:
            back -= 1
        if back == self.start:
            return place
        while self.marks[-1].place >= back:
            self.marks.pop()
        del self.foot[self.marks[-1].foot :]
        del self.waiting[self.marks[-1].waiting :]
        return back

    def placed(self) -> list[tuple[float, Row]]:
        """The page's rows with their baselines."""
        found: list[tuple[float, Row]] = []
        for mark in self.marks:
            found.extend(mark.above)
            found.append((mark.baseline, self.rows[mark.place]))
        return found


def _stack_notes(lines: Sequence[Row], room: Room) -> tuple[list[tuple[float, Row]], float | None]:
    """The note rows stacked so that the last stands on the last note baseline, and the first's baseline."""
    baseline = room.last_note
    placed: list[tuple[float, Row]] = []
    for row in reversed(lines):
        placed.append((baseline, row))
        baseline -= room.note_pitch
    placed.reverse()
    return placed, placed[0][0] if placed else None
