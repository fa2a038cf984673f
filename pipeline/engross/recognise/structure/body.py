"""The text itself: recitals, operative paragraphs, lists, sections, tables and quoted texts out of passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engross.lexicon.matches import LabelReading
from engross.recognise.structure.blocks import (
    Block,
    Entry,
    Figures,
    Further,
    Points,
    Quotation,
    Section,
)
from engross.recognise.structure.headings import Heading
from engross.recognise.structure.labels import Label, Level, locate
from engross.recognise.structure.passage import Passage, join, plain
from engross.recognise.structure.pieces import Piece, gather_quotation, sort_passages
from engross.recognise.structure.wording import QUOTES, Wording

_SEMICOLONS = (";", "؛", "；", ",", "،", "，")
_COMMAS = (",", "،", "，", "、")
_WIDEST_GAP = 30
_DEEPEST_QUOTATION = 3
_FOLLOWING_REACH = 400
_DATE_REACH = 30


def read_body(passages: Sequence[Passage], wording: Wording, *, annex: bool, depth: int = 0) -> list[Block]:
    """The blocks of a text. In an annex, plain text is prose; else it is a recital or a sole paragraph.

    `depth` counts the texts that this one is quoted in; the innermost quotes nothing more.
    """
    pieces = sort_passages(passages, wording)
    if depth < _DEEPEST_QUOTATION:
        pieces = gather_quotation(pieces, passages)
    builder = _Builder(pieces, wording, annex, depth)
    builder.read()
    return builder.top


@dataclass(slots=True)
class _Zone:
    """A stretch without headings: where it ends, its first numbered paragraph, its last recital."""

    start: int
    end: int
    first_number: int | None
    has_formula: bool


@dataclass(slots=True)
class _Open:
    """An open list: its level in the sequence and the points it holds."""

    level: Level
    points: Points


@dataclass(slots=True)
class _Builder:
    pieces: Sequence[Piece]
    wording: Wording
    annex: bool
    depth: int
    top: list[Block] = field(default_factory=list)
    sections: list[tuple[Heading, Section]] = field(default_factory=list)
    base: Entry | None = None
    lists: list[_Open] = field(default_factory=list)
    numbering: Level | None = None
    zone: _Zone = field(default_factory=lambda: _Zone(0, 0, None, False))
    numbered: bool = False
    last_recital: int = -1
    after_formula: bool = False

    def read(self) -> None:
        self.numbered = any(piece.label is not None and piece.label.is_number for piece in self.pieces)
        self.zone = self._zone_from(0)
        for n, piece in enumerate(self.pieces):
            if n >= self.zone.end and n > self.zone.start:
                self.zone = self._zone_from(n)
            if piece.quoted:
                self._quotation(piece)
            elif piece.passage.table is not None:
                self._figures(piece)
            elif piece.formula is not None:
                self._formula(piece)
            elif piece.heading is not None:
                self._heading(piece.heading, n)
            elif piece.label is not None and piece.label.readings:
                self._labelled(piece, piece.label, n)
            else:
                self._plain(piece, n)

    # --- zones

    def _zone_from(self, start: int) -> _Zone:
        end = start
        first = None
        formula = False
        while end < len(self.pieces) and (end == start or self.pieces[end].heading is None):
            piece = self.pieces[end]
            if piece.formula is not None:
                formula = True
            if first is None and piece.label is not None and piece.label.is_number:
                first = end
            end += 1
        zone = _Zone(start, end, first, formula)
        self.last_recital = self._last_recital(zone)
        return zone

    def _last_recital(self, zone: _Zone) -> int:
        """The last plain piece that ends as a recital does, before any numbered paragraph."""
        end = zone.first_number if zone.first_number is not None else zone.end
        for n in range(end - 1, zone.start - 1, -1):
            piece = self.pieces[n]
            if not (piece.label or piece.heading or piece.formula or piece.quoted) and _is_recital(piece):
                return n
        return -1

    # --- places

    def _put(self, block: Block) -> None:
        (self.sections[-1][1].blocks if self.sections else self.top).append(block)

    def _open_entry(self, entry: Entry) -> None:
        self._put(entry)
        self.base = entry
        self.lists.clear()

    def _deepest(self) -> Entry:
        assert self.base is not None
        return self.lists[-1].points.entries[-1] if self.lists else self.base

    def _leads(self) -> bool:
        """Whether what stands last ends with a colon."""
        if self.base is None:
            return False
        entry = self._deepest()
        runs = next((part.runs for part in reversed(entry.parts) if isinstance(part, Further)), entry.runs)
        return Passage(runs, entry.span).introduces

    # --- what pieces become

    def _formula(self, piece: Piece) -> None:
        self._put(Entry("formula", piece.passage.runs, piece.passage.span))
        self.base = None
        self.lists.clear()

    def _quotation(self, piece: Piece) -> None:
        quotation = Quotation(read_body(piece.quoted, self.wording, annex=False, depth=self.depth + 1))
        if self.base is not None:
            self._deepest().parts.append(quotation)
        else:
            self._put(quotation)

    def _figures(self, piece: Piece) -> None:
        assert piece.passage.table is not None
        figures = Figures(piece.passage.table)
        if self.base is not None and self._leads():
            self._deepest().parts.append(figures)
        else:
            self._put(figures)
            self.base = None
            self.lists.clear()

    def _heading(self, heading: Heading, n: int) -> None:
        self.base = None
        self.lists.clear()
        before = self.pieces[n - 1].heading if n else None
        if before is not None and before.number and not before.title and not heading.number and self.sections:
            self.sections[-1][1].below.append(heading.title)
            return
        while self.sections and not _encloses(self.sections[-1][0], heading):
            self.sections.pop()
        section = Section(heading.number, heading.title, [], heading.passage.span, heading.passage.form)
        self._put(section)
        self.sections.append((heading, section))

    def _labelled(self, piece: Piece, label: Label, n: int) -> None:
        if self._is_paragraph(label):
            reading = label.readings[0]
            self.numbering = Level(reading.kind, label.shape, reading.value)
            self._open_entry(Entry("paragraph", piece.passage.runs, piece.passage.span, label.text))
            return
        if self.base is None:
            if self.numbering is None or not self.numbered:
                reading = label.readings[0]
                self.numbering = Level(reading.kind, label.shape, reading.value)
            self._open_entry(Entry("paragraph", piece.passage.runs, piece.passage.span, label.text))
            return
        levels = [one.level for one in self.lists]
        place = locate(label, levels, self._following(n, label), self._leads())
        self._point(piece, label, place.depth, place.reading)

    def _is_paragraph(self, label: Label) -> bool:
        """Whether a label is one of the text's own numbering, and not of a list inside a paragraph."""
        reading = label.readings[0]
        numbering = self.numbering
        if numbering is None:
            return label.is_number or (self.base is None and not label.is_bullet)
        if reading.kind != numbering.kind or label.shape != numbering.shape:
            return False
        goes_on = reading.value == numbering.last + 1
        inner = self.lists[-1].level if self.lists else None
        if inner is not None and (inner.kind, inner.shape, inner.last + 1) == (
            reading.kind,
            label.shape,
            reading.value,
        ):
            return goes_on
        if goes_on:
            return True
        if reading.value == 1:
            return self.base is None or not self._leads()
        return self.base is None or 0 < reading.value - numbering.last <= _WIDEST_GAP

    def _point(self, piece: Piece, label: Label, depth: int, reading: LabelReading) -> None:
        entry = Entry("point", piece.passage.runs, piece.passage.span, label.text)
        again = depth < len(self.lists) and reading.value == 1 and reading.kind != "bullet"
        if depth < len(self.lists) and not again:
            del self.lists[depth + 1 :]
            held = self.lists[depth]
            held.level.last = reading.value
            held.points.entries.append(entry)
            return
        del self.lists[depth:]
        points = Points([entry])
        self._deepest().parts.append(points)
        self.lists.append(_Open(Level(reading.kind, label.shape, reading.value), points))

    def _following(self, n: int, label: Label) -> Label | None:
        for piece in self.pieces[n + 1 : n + 1 + _FOLLOWING_REACH]:
            if piece.heading is not None or piece.formula is not None:
                return None
            if piece.label is not None and piece.label.shape == label.shape:
                return piece.label
            if piece.label is not None and self.numbering is not None and piece.label.shape == self.numbering.shape:
                return None
        return None

    # --- plain text

    def _plain(self, piece: Piece, n: int) -> None:
        if self._is_torn(piece):
            self._mend(piece)
            return
        if self._belongs_to_entry(piece, n):
            self._further(piece, n)
            return
        self._open_entry(Entry(self._role(piece, n), piece.passage.runs, piece.passage.span))

    def _is_torn(self, piece: Piece) -> bool:
        """Whether the text is the rest of a sentence, or of a date, that the source broke into two paragraphs."""
        if self.base is None or self.lists or piece.passage.role == "text":
            return False
        before = Passage(self._last_runs(), self.base.span)
        if before.ends_with_sign or self._opens(piece) or self._is_set_apart(piece):
            return False
        if piece.text[:1] != piece.text[:1].upper():
            return True
        return piece.text[:1].isdigit() and self._is_torn_date(before.text[-_DATE_REACH:], piece.text[:_DATE_REACH])

    def _is_set_apart(self, piece: Piece) -> bool:
        """Whether a page itself shows that the text is a paragraph of its own: it stands on the page on which the one
        before began, and lines of a paragraph are joined by their places.
        """
        line = piece.passage.line
        return line is not None and line.box is not None and line.page == self._deepest().span.page

    def _is_torn_date(self, before: str, after: str) -> bool:
        dates = self.wording.language.find_dates(f"{before} {after}")
        return any(start < len(before) < end for start, end, _ in dates)

    def _mend(self, piece: Piece) -> None:
        entry = self._deepest()
        last = entry.parts[-1] if entry.parts else None
        broken = last if isinstance(last, Further) else entry
        broken.runs = join((Passage(broken.runs, broken.span), piece.passage))

    def _belongs_to_entry(self, piece: Piece, n: int) -> bool:
        """Whether plain text goes on with what is open, and is no paragraph of its own."""
        base = self.base
        if base is None:
            return False
        if piece.passage.role in ("continuation", "quotation"):
            return True
        text = piece.text
        lower = text[:1].islower() and not self._opens(piece)
        if self._leads():
            return not (self._opens(piece) or self._is_first_of_several_quoted(n)) or lower
        if self.lists and (lower or self._within_list(n)):
            return True
        if lower or self._within_unmarked_list(piece):
            return True
        ended = Passage(self._last_runs(), base.span)
        return base.role in ("paragraph", "point") and not ended.ends_with_sign and not self._opens(piece)

    def _is_first_of_several_quoted(self, n: int) -> bool:
        """Whether a quotation of several paragraphs begins here, as in a statement of the President."""
        return all(piece.text.startswith(QUOTES) for piece in self.pieces[n : n + 2]) and n + 1 < len(self.pieces)

    def _within_unmarked_list(self, piece: Piece) -> bool:
        """Whether the text goes on with a list whose signs were lost: after a colon, lines that end in a semicolon."""
        assert self.base is not None
        entry = self._deepest()
        if not entry.parts or not isinstance(entry.parts[-1], Further) or not _introduces(entry):
            return False
        return plain(entry.parts[-1].runs).rstrip().endswith(_SEMICOLONS) and not self._opens(piece)

    def _last_runs(self) -> tuple:  # type: ignore[type-arg]
        entry = self._deepest()
        return next((part.runs for part in reversed(entry.parts) if isinstance(part, Further)), entry.runs)

    def _within_list(self, n: int) -> bool:
        """Whether the next label goes on with a list that is open: the text between belongs to that list."""
        for piece in self.pieces[n + 1 : n + 3]:
            if piece.heading is not None or piece.formula is not None:
                return False
            if piece.label is not None:
                label = piece.label
                if self.numbering is not None and label.shape == self.numbering.shape and label.is_number:
                    return False
                return any(
                    reading.value == one.level.last + 1 and reading.kind == one.level.kind and reading.value > 1
                    for one in self.lists
                    for reading in label.readings
                    if one.level.shape == label.shape
                )
        return False

    def _further(self, piece: Piece, n: int) -> None:
        """Puts text that goes on where it belongs: to the list that the next label continues, else the base."""
        further = Further(piece.passage.runs, piece.passage.span)
        if self._leads() or not self.lists:
            self._deepest().parts.append(further)
            return
        following = next((p.label for p in self.pieces[n + 1 : n + 2] if p.label is not None), None)
        keep = 0
        if following is not None:
            place = locate(following, [one.level for one in self.lists], None, opens=False)
            goes_on = place.depth < len(self.lists) and place.reading.value > 1
            keep = place.depth + 1 if goes_on else 0
        del self.lists[keep:]
        self._deepest().parts.append(further)

    def _opens(self, piece: Piece) -> bool:
        """Whether the text begins as recitals and operative paragraphs do: their style, opening words, or italics."""
        if piece.passage.role in ("recital", "operative"):
            return True
        if self.wording.slanted and piece.passage.runs and piece.passage.runs[0].italic:
            return True
        language = self.wording.language
        return bool(language.opening(piece.text, "recital") or language.opening(piece.text, "operative"))

    def _role(self, piece: Piece, n: int):  # type: ignore[no-untyped-def]
        if self.annex:
            return "prose"
        zone = self.zone
        before_numbers = zone.first_number is not None and n < zone.first_number
        styled = piece.passage.role
        if styled == "operative" and not before_numbers:
            return "paragraph"
        if styled == "recital" and (before_numbers or zone.first_number is None):
            return "recital"
        if zone.has_formula:
            if before_numbers or (zone.first_number is None and self.numbered):
                return "recital"
            if zone.first_number is None:
                return "recital" if n <= self.last_recital else "paragraph"
        elif n <= self.last_recital and (zone.first_number is None or before_numbers):
            return "recital"
        part = self.wording.language.part_of(piece.text)
        return "paragraph" if part == "operative" and not before_numbers else "prose"


def _encloses(outer: Heading, inner: Heading) -> bool:
    """Whether what stands under a heading stands in the section of another: by the levels that the format gives them,
    where only one is numbered, else by their ranks.
    """
    levels = outer.passage.level, inner.passage.level
    if all(levels) and bool(outer.number) != bool(inner.number):
        return levels[0] < levels[1]
    return outer.rank < inner.rank


def _introduces(entry: Entry) -> bool:
    return Passage(entry.runs, entry.span).introduces


def _is_recital(piece: Piece) -> bool:
    if piece.passage.role == "recital":
        return True
    text = piece.passage.text.rstrip()
    return text.endswith(_COMMAS)
