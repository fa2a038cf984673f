"""Alignment: what answers each other stands in one row."""

from __future__ import annotations

import time

import pytest

from engross.compare.alignment import align
from engross.compare.units import Unit, units
from engross.model.presentation import Text
from tests.compare.invented import paragraph, point, version


def unit(kind: str, text: str, *numbers: int, symbols: tuple[str, ...] = ()) -> Unit:
    return Unit(
        "", kind, content=(Text(text),), numbers=frozenset(numbers), symbols=frozenset(symbols)  # type: ignore[arg-type]
    )  # fmt: skip


def texts(*versions: list[Unit]) -> list[tuple[str, ...]]:
    return [tuple(cell.text if cell else "—" for cell in row) for row in align(versions)]


def test_versions_of_one_shape_are_aligned_one_to_one() -> None:
    left = [unit("recital", "a"), unit("paragraph", "b", 1)]
    right = [unit("recital", "A"), unit("paragraph", "B", 1)]
    assert texts(left, right) == [("a", "A"), ("b", "B")]


def test_a_missing_numbered_paragraph_leaves_a_gap_at_its_place() -> None:
    full = [unit("paragraph", str(n), n) for n in range(1, 6)]
    assert texts(full, [u for u in full if u.text != "3"]) == [
        ("1", "1"), ("2", "2"), ("3", "—"), ("4", "4"), ("5", "5"),
    ]  # fmt: skip


def test_what_the_leading_version_lacks_stands_at_its_place() -> None:
    full = [unit("paragraph", str(n), n) for n in range(1, 4)]
    assert texts([full[0], full[2]], full) == [("1", "1"), ("—", "2"), ("3", "3")]


def test_recitals_without_numbers_are_told_apart_by_the_documents_they_name() -> None:
    left = [unit("recital", f"Recalling {n}", symbols=(n,)) for n in ("98/1", "98/2", "98/3")]
    right = [unit("recital", f"Rappelant {n}", symbols=(n,)) for n in ("98/1", "98/3")]
    assert texts(left, right)[1] == ("Recalling 98/2", "—")


def test_what_two_versions_have_and_the_leading_one_lacks_shares_a_row() -> None:
    short = [unit("paragraph", "1", 1)]
    long = [*short, unit("paragraph", "2", 2)]
    assert texts(short, long, long) == [("1", "1", "1"), ("—", "2", "2")]


def test_kinds_that_have_nothing_in_common_never_share_a_row() -> None:
    assert texts([unit("note", "a", 1)], [unit("heading", "b", 1)]) == [("a", "—"), ("—", "b")]


def test_every_unit_of_every_version_stands_in_one_row() -> None:
    left = [unit("paragraph", str(n), n) for n in range(1, 40)]
    right = [unit("prose" if n % 3 else "paragraph", str(n), *([n] if n % 3 == 0 else [])) for n in range(30, 0, -1)]
    rows = align([left, right])
    assert [row[0] for row in rows if row[0]] == left
    assert [row[1] for row in rows if row[1]] == right


def test_no_version_and_one_version_are_no_problem() -> None:
    assert align([]) == ()
    assert align([[unit("recital", "a")]]) == ((unit("recital", "a"),),)


def test_hundreds_of_units_are_aligned_in_a_second_or_two() -> None:
    left = [unit("prose", "x" * (n % 50)) for n in range(600)]
    right = [unit("prose", "x" * (n % 50)) for n in range(590)]
    start = time.perf_counter()
    assert len(align([left, right])) >= 600
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(("language", "label"), [("ara", "(ب)"), ("rus", "b)"), ("zho", "(b)")])
def test_labels_count_in_the_letters_of_their_language(language: str, label: str) -> None:
    english = version("eng", paragraph("1.", "Decides:", point("(a)", "one;") + point("(b)", "two.")))
    other = version(language, paragraph("1.", "…", point("a)", "…") + point(label, "…")))
    rows = align([units(english.page), units(other.page)])
    assert all(all(row) for row in rows)
    assert rows[-1][1] is not None
    assert rows[-1][1].label == label
    assert 2 in rows[-1][1].numbers
