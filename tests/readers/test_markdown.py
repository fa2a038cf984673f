"""Markdown: the author's characters, paragraphs, numbers and notes come through as they were typed."""

from __future__ import annotations

import pytest

from engross.model.failure import Failure
from engross.model.flow import Flow, Line, Rule, Table
from engross.readers import encoding
from engross.readers.markdown import read


def flow(text: str) -> Flow:
    return read(text.encode(), "draft.md")


def lines(text: str) -> list[Line]:
    return list(flow(text).lines)


def test_a_paragraph_is_one_whole_line_and_line_ends_are_spaces() -> None:
    (line,) = lines("Recalling the International Year\nof Footnotes,\n")
    assert line.text == "Recalling the International Year of Footnotes,"
    assert line.whole


def test_a_line_end_between_ideographs_is_nothing() -> None:
    assert lines("大会回顾其关于脚注\n国际年的决议")[0].text == "大会回顾其关于脚注国际年的决议"


def test_emphasis_is_italic_and_strong_is_bold() -> None:
    (line,) = lines("*Recalling* its **resolution** of ***then***")
    assert [(r.text, r.italic, r.bold) for r in line.runs] == [
        ("Recalling", True, False),
        (" its ", False, False),
        ("resolution", False, True),
        (" of ", False, False),
        ("then", True, True),
    ]


def test_sup_is_raised_inside_and_outside_emphasis() -> None:
    (line,) = lines("*68<sup>e</sup> séance* de 2005<sup>1</sup>")
    assert [(r.text, r.italic, r.raised) for r in line.runs] == [
        ("68", True, False),
        ("e", True, True),
        (" séance", True, False),
        (" de 2005", False, False),
        ("1", False, True),
    ]


def test_a_hard_break_stays_inside_the_line() -> None:
    assert lines("Distr. générale  \n27 mars 2006")[0].text == "Distr. générale\n27 mars 2006"
    assert lines("Distr. générale\\\n27 mars 2006")[0].text == "Distr. générale\n27 mars 2006"
    assert lines("Distr. générale<br>27 mars 2006")[0].text == "Distr. générale\n27 mars 2006"


def test_numbers_stay_as_they_were_typed_even_after_a_rule_or_notes() -> None:
    found = flow("1. *Decides* ;\n\n3. *Notes* ;\n\n---\n\n<sup>1</sup> A/1.\n\n13) *Requests* ;\n")
    assert [line.label for line in found.lines] == ["1.", "3.", "", "13)"]
    assert [line.text for line in found.lines if line.label] == ["Decides ;", "Notes ;", "Requests ;"]
    assert any(isinstance(item, Rule) and item.text == "---" for item in found.items)


def test_a_nested_list_has_labels_and_depth() -> None:
    found = lines("1. *Decides*:\n\n   - one\n\n     1) deeper\n\n   suite\n")
    assert [(line.label, line.style) for line in found] == [
        ("1.", "list 1"),
        ("•", "list 2"),
        ("1)", "list 3"),
        ("", "list 1"),
    ]


def test_a_number_without_text_is_text() -> None:
    assert [line.text for line in lines("2.\n\nDecides")] == ["2.", "Decides"]


def test_headings_have_a_level() -> None:
    assert [(line.level, line.text) for line in lines("# General Assembly\n\n### 60/999. Footnotes")] == [
        (1, "General Assembly"),
        (3, "60/999. Footnotes"),
    ]


def test_notes_are_kept_apart_with_all_their_paragraphs() -> None:
    found = flow("Recalling footnotes[^1],\n\n[^1]: First.\n\n    *Second* paragraph.\n")
    (note,) = found.notes
    assert (note.id, note.mark, [line.text for line in note.lines]) == ("1", "1", ["First.", "Second paragraph."])
    call = found.lines[0].runs[1]
    assert (call.text, call.note, call.raised) == ("1", "1", True)
    assert len(found.lines) == 1


def test_a_named_note_prints_its_number() -> None:
    found = flow("One[^fn-b] two[^fn-a]\n\n[^fn-a]: A\n\n[^fn-b]: B\n")
    assert [r.text for r in found.lines[0].runs if r.note] == ["1", "2"]
    assert {note.id: note.mark for note in found.notes} == {"fn-b": "1", "fn-a": "2"}


def test_a_note_that_nothing_calls_is_not_lost() -> None:
    assert flow("Text\n\n[^7]: Uncalled.\n").notes[0].lines[0].text == "Uncalled."


def test_a_mark_without_a_note_stays_as_a_raised_run() -> None:
    runs = lines("Footnotes[^9], twice[^9]")[0].runs
    assert [(r.text, r.raised, r.note) for r in runs if r.raised] == [("9", True, None), ("9", True, None)]


def test_a_note_in_its_place_is_a_note() -> None:
    found = flow("Footnotes^[See *below*.] abound")
    assert found.lines[0].text == "Footnotes1 abound"
    assert found.notes[0].lines[0].text == "See below."


def test_indented_text_and_backquotes_are_text_not_code() -> None:
    assert [line.text for line in lines("    Recalling `all` of l`ordre`")] == ["Recalling `all` of l`ordre`"]


def test_comments_are_dropped_and_unknown_tags_are_text() -> None:
    assert [line.text for line in lines("<!-- draft -->\n\nA <!-- x -->B <A/60/1> <foo>")] == ["A B <A/60/1> <foo>"]


def test_escapes_and_entities_are_characters() -> None:
    assert lines(r"1\. \*Note\* &amp; n&deg;&nbsp;5")[0].text == "1. *Note* & n°\u00a05"


def test_tables_links_and_quotations() -> None:
    found = flow("|a|b|\n|-|-|\n|1|*2*|\n\n[res](https://docs.un.org/en/A/1)\n\n> quoted\n")
    table = found.items[0]
    assert isinstance(table, Table)
    assert [[c.lines[0].text for c in row] for row in table.rows] == [["a", "b"], ["1", "2"]]
    assert [c.header for c in table.rows[0]] == [True, True]
    assert found.lines[0].runs[0].href == "https://docs.un.org/en/A/1"
    assert found.lines[1].style == "quotation"


def test_spans_count_lines_from_the_first_line_of_the_file() -> None:
    found = flow("---\nsymbol: A/RES/99/1\n---\n\nfirst\n\nsecond\n")
    assert [line.span.line for line in found.lines] == [5, 7]


def test_a_block_of_html_is_read_as_html() -> None:
    assert [line.text for line in lines("<div align='right'>\n<i>62nd</i> meeting\n</div>\n\nEnd")] == [
        "62nd meeting",
        "End",
    ]


def test_bytes_that_are_no_utf8_are_read_with_a_finding() -> None:
    found = read("Résolution".encode("cp1252"), "draft.md")
    assert found.lines[0].text == "Résolution"
    assert [d.code for d in found.diagnostics] == ["encoding-guessed"]


def test_nesting_without_end_loses_nothing() -> None:
    found = flow(">" * 500 + " buried\n\nfree\n")
    assert "buried" in "".join(line.text for line in found.lines)
    assert [d.code for d in found.diagnostics] == ["nesting-too-deep"]


def test_a_source_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MOST_BYTES", 10)
    with pytest.raises(Failure, match="may have"):
        flow("more than ten bytes")


def test_nothing_at_all_is_an_empty_flow() -> None:
    assert flow("").items == ()


def test_notes_in_their_place_nest() -> None:
    found = flow("One^[two^[three]]")
    assert found.lines[0].text == "One1"
    assert sorted("".join(line.text for line in note.lines) for note in found.notes) == ["three", "two2"]


def test_brackets_without_end_cost_no_time_and_lose_nothing() -> None:
    found = flow("[" * 50_000 + "deep")
    assert found.lines[0].text.endswith("[deep")
    assert [d.code for d in found.diagnostics] == ["nesting-too-deep"]
