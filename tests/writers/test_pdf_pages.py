"""Which rows stand on which page: widows and orphans, what is kept together, notes and their splitting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engross.writers.pdf.lines import Line, Piece, Run
from engross.writers.pdf.pages import Page, Room, paginate
from engross.writers.pdf.rows import Row, Strand, glue, stack_lines

ROOM = Room(top=80.0, limit=200.0, last_note=200.0, note_pitch=10.0, above_notes=24.0, pitch=10.0)  # 13 rows


def paragraph(name: str, count: int, **more: float) -> list[Row]:
    strand = Strand(f"P#{name}", "text", 0.0, 100.0, 10.0, 10.0)
    lines = [Line((Piece(f"{name}{n}", Run("")),), 10.0) for n in range(count)]
    return stack_lines(strand, lines, 10.0, **more)  # type: ignore[arg-type]


def calling(rows: list[Row], place: int, *notes: str) -> list[Row]:
    return [replace(row, notes=notes) if n == place else row for n, row in enumerate(rows)]


def texts(page: Page) -> list[str]:
    return [line.text for _, row in page.rows for _, line in row.lines]


def note_texts(page: Page) -> list[str]:
    return [line.text for _, row in page.notes for _, line in row.lines]


def lay(rows: list[Row], notes: dict[str, list[Row]] | None = None) -> list[Page]:
    return paginate(rows, notes or {}, ROOM, ROOM)


def test_a_page_takes_the_rows_that_fit() -> None:
    assert [len(page.rows) for page in lay(paragraph("a", 30))] == [13, 13, 4]


def test_no_paragraph_leaves_one_line_at_the_foot() -> None:
    pages = lay(paragraph("a", 12) + paragraph("b", 5))
    assert texts(pages[1])[0] == "b0"


def test_no_paragraph_leaves_one_line_at_the_top() -> None:
    pages = lay(paragraph("a", 10) + paragraph("b", 4))
    assert texts(pages[1]) == ["b2", "b3"]


def test_three_lines_are_not_divided() -> None:
    pages = lay(paragraph("a", 11) + paragraph("b", 3))
    assert texts(pages[1]) == ["b0", "b1", "b2"]


def test_a_fresh_row_starts_a_page() -> None:
    head, *rest = paragraph("b", 3)
    pages = lay([*paragraph("a", 5), replace(head, fresh=True), *rest])
    assert [texts(page)[0] for page in pages] == ["a0", "b0"]


def test_a_row_that_starts_a_page_may_stand_lower() -> None:
    head, *rest = paragraph("b", 3)
    dropped = replace(head, drop=2.0)
    first, second = lay([dropped, *paragraph("a", 11), dropped, *rest])
    assert (first.rows[0][0], second.rows[0][0], second.rows[1][0]) == (80.0, 82.0, 92.0)


def test_closing_lines_take_the_last_lines_of_the_paragraph_with_them() -> None:
    pages = lay(paragraph("a", 13) + glue(paragraph("z", 2)))
    assert texts(pages[1]) == ["a11", "a12", "z0", "z1"]


def test_a_note_stands_on_the_page_of_its_mark() -> None:
    pages = lay(calling(paragraph("a", 15), 12, "n"), {"n": paragraph("n", 2)})
    assert texts(pages[0])[-1] == "a11"
    assert not pages[0].notes
    assert note_texts(pages[1]) == ["n0", "n1"]
    assert [baseline for baseline, _ in pages[1].notes] == [190.0, 200.0]


def test_the_blank_after_a_paragraph_counts_above_notes_only() -> None:
    # floor with one note line: 176; a paragraph whose last line stands on 170 needs 6 pt below it
    noted = calling(paragraph("a", 10, below=6.0), 0, "n")
    assert len(lay(noted, {"n": paragraph("n", 1)})) == 1
    noted = calling(paragraph("a", 10, below=7.0), 0, "n")
    assert len(lay(noted, {"n": paragraph("n", 1)})) == 2
    assert len(lay(paragraph("a", 13, below=50.0))) == 1


@pytest.mark.parametrize("count", [1, 5, 20, 120])
def test_a_note_of_any_length_is_set_whole(count: int) -> None:
    pages = lay(calling(paragraph("a", 20), 3, "n"), {"n": paragraph("n", count)})
    assert [text for page in pages for text in note_texts(page)] == [f"n{n}" for n in range(count)]
    assert [text for page in pages for text in texts(page)] == [f"a{n}" for n in range(20)]
    for page in pages:
        lowest = max((baseline for baseline, _ in page.rows), default=0.0)
        assert lowest <= ROOM.floor(len(page.notes)) + 0.01
        assert all(ROOM.top <= baseline <= ROOM.last_note for baseline, _ in page.notes)


def test_forty_notes_on_one_line_go_on_over_the_pages_in_order() -> None:
    names = [f"n{n}" for n in range(40)]
    notes = {name: paragraph(name, 1) for name in names}
    pages = lay(calling(paragraph("a", 6), 2, *names), notes)
    assert [text for page in pages for text in note_texts(page)] == [f"{name}0" for name in names]
    assert [text for page in pages for text in texts(page)] == [f"a{n}" for n in range(6)]


def test_notes_that_go_on_leave_room_for_the_text() -> None:
    pages = lay(calling(paragraph("a", 40), 3, "n"), {"n": paragraph("n", 60)})
    assert all(page.rows for page in pages[:3])


def test_repeated_rows_stand_above_what_starts_a_page() -> None:
    header = paragraph("h", 1)
    body = [replace(row, repeat=tuple(header)) for row in paragraph("r", 20)]
    pages = lay(header + body)
    assert texts(pages[0])[:2] == ["h0", "r0"]
    assert texts(pages[1])[:2] == ["h0", "r12"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 40), st.booleans()), max_size=12))
def test_every_row_and_every_note_stands_once_and_in_order(shape: list[tuple[int, int, bool]]) -> None:
    rows: list[Row] = []
    notes: dict[str, list[Row]] = {}
    for number, (lines, note, kept) in enumerate(shape):
        block = paragraph(f"p{number}.", lines)
        if note:
            notes[f"n{number}"] = paragraph(f"n{number}.", note)
            block = calling(block, lines - 1, f"n{number}")
        rows.extend(glue(block) if kept and rows else block)
    pages = lay(rows, notes)
    assert [text for page in pages for text in texts(page)] == [line.text for row in rows for _, line in row.lines]
    assert [text for page in pages for text in note_texts(page)] == [
        line.text for note in notes.values() for row in note for _, line in row.lines
    ]
    assert all(baseline <= ROOM.limit + 0.01 for page in pages for baseline, _ in page.rows)
