"""Word files: footnotes that are Word's own, with the marks that are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engross.model.presentation import (
    Note,
    NoteCall,
    Recital,
    Text,
)
from tests.writers.resolutions import resolution, text
from tests.writers.written import W, part, printed, reread, with_blocks


def test_footnotes_are_words_own_and_count_by_themselves() -> None:
    data = printed(resolution("en"))
    calls = part(data, "word/document.xml").findall(f".//{W}footnoteReference")
    assert [(call.get(W + "id"), call.get(W + "customMarkFollows")) for call in calls] == [("1", None)]
    notes = part(data, "word/footnotes.xml").findall(W + "footnote")
    assert [note.get(W + "type") for note in notes] == ["separator", "continuationSeparator", None]


def test_a_note_without_a_text_is_a_raised_mark_and_no_footnote() -> None:
    flow = reread(resolution("en"))
    line = next(line for line in flow.lines if "98/1;" in line.text.replace("2;", ";"))
    assert [(run.text, run.raised, run.note) for run in line.runs if run.raised] == [("2", True, None)]
    assert len(flow.notes) == 1


@pytest.mark.parametrize("marks", [["*", "1", "2"], ["3", "4", "9"], ["a", "b"], ["(1)", "(2)"], ["1", "*", "2", "**"]])
def test_marks_of_notes_are_exactly_those_of_the_presentation(marks: list[str]) -> None:
    calls = tuple(inline for n, mark in enumerate(marks) for inline in (Text("word"), NoteCall(f"n{n}", mark)))
    made = replace(
        with_blocks(Recital("r", calls)),
        notes=tuple(Note(f"n{n}", mark, (text(f"note {n}"),)) for n, mark in enumerate(marks)),
    )
    flow = reread(made)
    line = next(line for line in flow.lines if line.text.startswith("word"))
    assert [run.text for run in line.runs if run.note] == marks
    assert [(note.mark, note.lines[0].text) for note in flow.notes] == [(m, f"note {n}") for n, m in enumerate(marks)]


def test_a_note_called_twice_is_one_footnote() -> None:
    calls = (Text("a"), NoteCall("n", "1"), Text("b"), NoteCall("n", "1"), Text("c"))
    flow = reread(replace(with_blocks(Recital("r", calls)), notes=(Note("n", "1", (text("once"),)),)))
    assert any(line.text == "a1b1c" for line in flow.lines)
    assert len(flow.notes) == 1


def test_a_note_that_nothing_calls_is_not_lost() -> None:
    flow = reread(replace(with_blocks(), notes=(Note("n", "1", (text("uncalled"),)),)))
    assert any(line.text == "1 uncalled" for line in flow.lines)


def test_a_note_in_a_note_is_a_raised_mark() -> None:
    notes = (Note("n", "1", ((Text("see"), NoteCall("n", "1")),)),)
    flow = reread(replace(with_blocks(Recital("r", (Text("a"), NoteCall("n", "1")))), notes=notes))
    assert flow.notes[0].lines[0].text == "see1"
