"""Notes at the foot of the page (geometry 6; official style 1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engross.model.presentation import Note
from engross.writers.pdf.content import anchor, mark_look
from engross.writers.pdf.lines import Measure, Run, Type, set_forced, set_lines, spaced
from engross.writers.pdf.rows import Row, Strand, beside, stack_lines
from engross.writers.pdf.setter import Setter

_REISSUE = "reissue"


def set_notes(setter: Setter) -> dict[str, list[Row]]:
    """The rows of every note by its id, and the rows of the text told where each is called: a note that is
    called twice stands where it is called first, one that nothing calls with the last row, so that no text is
    left out; one that nobody has the text of does not stand at all; a reissued document's note comes first of all.
    """
    written = (note for note in setter.presentation.notes if note.id not in setter.inking.unwritten)
    notes = {anchor(note.id): note_rows(setter, note) for note in written}
    _call_once(setter.rows)
    called = {name for row in setter.rows for name in row.notes}
    uncalled = tuple(name for name in notes if name not in called)
    if setter.rows:
        setter.rows[-1] = replace(setter.rows[-1], notes=(*setter.rows[-1].notes, *uncalled))
    if setter.presentation.reissue and setter.rows:
        notes[_REISSUE] = _reissue_rows(setter)
        setter.rows[0] = replace(setter.rows[0], notes=(_REISSUE, *setter.rows[0].notes))
    return notes


def _call_once(rows: list[Row]) -> None:
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if row.notes:
            first = tuple(dict.fromkeys(name for name in row.notes if name not in seen))
            seen.update(first)
            rows[place] = replace(row, notes=first)


def note_rows(setter: Setter, note: Note) -> list[Row]:
    """The rows of a note: its mark, then its paragraphs at the left, ragged."""
    name = anchor(note.id)
    forced = [setter.inking.runs(paragraph) for paragraph in note.paragraphs]
    look = mark_look(note.mark)
    end = setter.measures.length("notes.mark.right" if look.raised else "notes.asterisk.right")
    mark = Run(note.mark, look, href=f"#call-{name}")
    return _rows(setter, f"Note#{name}", name, forced, mark, end)


def _reissue_rows(setter: Setter) -> list[Row]:
    """The note of a reissued document, after its asterisk."""
    text = setter.presentation.reissue.removeprefix("*").strip()
    end = setter.measures.length("notes.asterisk.right")
    return _rows(setter, f"Note#{_REISSUE}", _REISSUE, [[[Run(text)]]], Run("*"), end)


def _rows(
    setter: Setter, tag: str, name: str, paragraphs: Sequence[list[list[Run]]], sign: Run, end: float
) -> list[Row]:
    look_up = setter.measures.length
    size, pitch = look_up("notes.size"), look_up("notes.pitch")
    spacing = look_up("notes.spacing") if setter.spacing else 0.0
    kind = Type(setter.wide, size, spacing, look_up("notes.mark.size"))
    left, turned, right = look_up("notes.first-line"), look_up("notes.turnover"), look_up("notes.right")
    room = Measure(right - left, 0.0, turned - left, justified=False)
    rows: list[Row] = []
    for number, forced in enumerate(paragraphs):
        strand = Strand(
            f"{tag} P#{name}-{number}", "note", left, right - left, size, pitch, spacing, id="" if number else name
        )
        rows.extend(stack_lines(strand, set_forced(forced, kind, room), pitch))
    mark = Strand(f"{tag} Lbl", "note-mark", end, end, size, pitch, end=True, id="" if rows else name)
    lines = set_lines([sign], kind, room)
    if rows and lines:
        return beside(rows, mark, spaced(lines[0], kind))
    return rows or stack_lines(mark, lines, pitch)
