"""The structure tree: paths of the template become elements, whole over pages, notes after their callers."""

from __future__ import annotations

import pytest

from engross.writers.pdf.structure import Content, Node, _place_notes, _sort_cells


def types(node: Node) -> list[str]:
    return [f"{kid.type}#{kid.key}" for kid in node.kids if isinstance(kid, Node)]


def test_the_same_step_is_the_same_element() -> None:
    root = Node("Document")
    first = root.step("P#para_1")
    first.kids.append(Content(0, 3))
    root.step("P#para_1").kids.append(Content(1, 0))
    assert root.kids == [first]
    assert first.kids == [Content(0, 3), Content(1, 0)]


def test_a_step_carries_attributes() -> None:
    cell = Node("TR").step("TH[Scope=Column;ColSpan=2]#1")
    assert (cell.type, cell.key, cell.attributes) == ("TH", "1", {"Scope": "Column", "ColSpan": "2"})


def test_what_is_no_step_is_refused() -> None:
    with pytest.raises(ValueError, match="no step"):
        Node("Document").step("P#")


def test_notes_follow_the_block_that_calls_them_in_their_order() -> None:
    root = Node("Document")
    reference = root.step("P#a").step("Reference#n1")
    again = root.step("P#a").step("Reference#n2")
    root.step("P#b")
    root.step("Note#n1")
    root.step("Note#n2")
    _place_notes(root, {"n1": reference, "n2": again})
    assert types(root) == ["P#a", "Note#n1", "Note#n2", "P#b"]


def test_a_note_called_in_a_point_stays_in_the_point() -> None:
    root = Node("Document")
    body = root.step("L#l").step("LI#a").step("LBody#a")
    reference = body.step("P#a").step("Reference#n1")
    root.step("Note#n1")
    _place_notes(root, {"n1": reference})
    assert types(body) == ["P#a", "Note#n1"]
    assert types(root) == ["L#l"]


def test_a_note_that_nothing_calls_keeps_its_place() -> None:
    root = Node("Document")
    root.step("Note#n1")
    _place_notes(root, {})
    assert types(root) == ["Note#n1"]


def test_cells_come_in_the_order_of_their_columns() -> None:
    row = Node("TR")
    for step in ("TD#2", "TD#0", "TD#10", "TD#1"):
        row.step(step)
    _sort_cells(row)
    assert types(row) == ["TD#0", "TD#1", "TD#2", "TD#10"]
