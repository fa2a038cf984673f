"""Closing lines, votes, annexes, lettered resolutions."""

from __future__ import annotations

from dataclasses import replace

from engross.akn.namespace import every
from engross.model.flow import Box, Line, Run
from engross.model.span import Span
from tests.recognise.structure.recognising import body, codes, line, outline, recognised, text, tree

HEAD = ("99/998. Footnotes",)
TEXT = ("*The General Assembly*,", "*Recalling* all footnotes,", "1.\t*Decides* to number them.")


def test_closing_lines_name_meeting_and_date() -> None:
    root = tree(*HEAD, *TEXT, "62nd plenary meeting", "20 December 2044")
    event = next(every(root, "event"))
    assert text(next(every(event, "location"))) == "62nd plenary meeting"
    assert next(every(event, "docDate")).get("date") == "2044-12-20"


def test_closing_lines_may_be_one_paragraph() -> None:
    root = tree(*HEAD, *TEXT, line("*62nd plenary meeting\n20 December 2044*"))
    assert next(every(root, "docDate")).get("date") == "2044-12-20"
    assert body(root)[-1].startswith("paragraph 1.")


def test_a_recorded_vote_is_read_and_kept_line_by_line() -> None:
    root = tree(
        "*The Human Rights Council*,",
        "1.\t*Decides* to number notes.",
        "34th meeting",
        "8 July 2044",
        "[Adopted by a recorded vote of 23 to 4, with 20 abstentions. The voting was as follows:",
        "In favour:",
        "Chile, France, Ghana",
        "Against:",
        "Nowhere]",
    )
    assert next(every(root, "outcome")).get("refersTo") == "#adoptedRecordedVote"
    conclusions = next(every(root, "conclusions"))
    assert "Chile, France, Ghana" in text(conclusions)
    assert text(conclusions).endswith("Nowhere]")


def test_annexes_stand_after_the_closing_lines_with_heading_title_and_own_numbers() -> None:
    root = tree(
        *HEAD,
        *TEXT,
        "62nd plenary meeting",
        "20 December 2044",
        "**Annex I**",
        "**Rules of numbering**",
        "1.\tNotes are numbered.",
        "2.\tNumbers are raised.",
        "**Annex II**",
        "**Forms**",
        "A form is free.",
    )
    first, second = every(root, "attachment")
    assert [text(node) for node in every(first, "heading", "subheading")] == ["Annex I", "Rules of numbering"]
    assert outline(first) == ["paragraph 1. Notes are numbered.", "paragraph 2. Numbers are raised."]
    assert outline(second) == ["alinea A form is free."]
    assert next(every(first, "doc")).get("name") == "annex"


def seen(words: str, size: float) -> Line:
    """A bold line of a page, of a type size."""
    return Line((Run(words, bold=True, size=size),), Span("made"), Box(0.0, 100.0, size), whole=True)


def test_headings_that_a_page_prints_larger_say_so() -> None:
    root = tree(
        *HEAD, *TEXT, "62nd plenary meeting", "20 December 2044",
        seen("Annex", 14.0), seen("Rules of numbering", 12.0), "1.\tNotes are numbered.",
        seen("Forms", 10.0), "2.\tSo.",
    )  # fmt: skip
    annex = next(every(root, "attachment"))
    found = [(text(node), node.get("class")) for node in every(annex, "heading", "subheading")]
    assert found == [("Annex", "HCh"), ("Rules of numbering", "H1"), ("Forms", None)]


def test_headings_of_a_word_file_say_so_by_their_style_and_not_by_their_size() -> None:
    styled = replace(line("**Annex**", level=1), style="_ H _Ch")
    large = replace(
        line("**Rules of numbering**", level=1), style="Heading 1", runs=(Run("Rules", bold=True, size=14),)
    )
    root = tree(*HEAD, *TEXT, "62nd plenary meeting", "20 December 2044", styled, large, "1.\tNotes are numbered.")
    annex = next(every(root, "attachment"))
    assert [node.get("class") for node in every(annex, "heading", "subheading")] == ["HCh", None]


def test_a_size_says_nothing_of_a_heading_that_stands_on_no_page() -> None:
    typed = replace(seen("Annex", 14.0), box=None)
    root = tree(*HEAD, *TEXT, "62nd plenary meeting", "20 December 2044", typed, "1.\tNotes are numbered.")
    assert [node.get("class") for node in every(next(every(root, "attachment")), "heading")] == [None]


def test_a_heading_that_is_nothing_but_a_number_has_its_form_on_the_number() -> None:
    root = tree(
        *HEAD, *TEXT, "62nd plenary meeting", "20 December 2044", seen("Annex", 12.0), "A note.",
        seen("Part II", 12.0), "1.\tNotes are numbered.",
    )  # fmt: skip
    numbers = [node for node in every(root, "num") if text(node) == "Part II"]
    assert [node.get("class") for node in numbers] == ["H1"]


def test_an_annex_of_the_security_council_needs_no_closing_lines() -> None:
    root = tree(
        "*The Security Council*,",
        "1.\t*Decides* to number notes.",
        "**Annex A – Items subject to numbering**",
        "1.\tFootnotes;",
    )
    assert text(next(every(next(every(root, "attachment")), "heading"))) == "Annex A – Items subject to numbering"


def test_lettered_resolutions_are_components() -> None:
    part = ("*The General Assembly*,", "*Recalling* all notes,")
    root = tree(
        "99/998. Notes",
        "**A**",
        "**Footnotes**",
        *part,
        "1.\t*Decides* to number them.",
        "62nd plenary meeting",
        "20 December 2044",
        "**B**",
        "**Endnotes**",
        *part,
        "1.\t*Decides* to drop them.",
        "63rd plenary meeting",
        "21 December 2044",
    )
    assert [node.get("href") for node in every(root, "documentRef")] == ["#comp_A", "#comp_B"]
    assert [node.get("eId") for node in root[1]] == ["comp_A", "comp_B"]
    assert [text(node) for node in every(root[1], "docTitle")] == ["Footnotes", "Endnotes"]
    assert [node.get("value") for node in every(root[1], "FRBRalias")] == ["A/RES/99/998 A", "A/RES/99/998 B"]
    assert [text(node) for node in every(root[1], "location")] == ["62nd plenary meeting", "63rd plenary meeting"]


def test_text_behind_the_end_is_kept() -> None:
    found = recognised(*HEAD, *TEXT, "62nd plenary meeting", "20 December 2044", "A stamp of the library")
    assert "A stamp of the library" in text(next(every(found.akn, "conclusions")))
    assert "text-unplaced" in codes(found)


def test_raised_ordinals_of_the_closing_lines_stay_raised() -> None:
    runs = (
        Run("68", italic=True),
        Run("e", italic=True, raised=True),
        Run(" séance plénière\n22 décembre 2044", italic=True),
    )
    root = tree("*L’Assemblée générale*,", "1.\t*Décide* de numéroter.", Line(runs, Span("made"), whole=True))
    location = next(every(root, "location"))
    assert (text(location), text(next(every(location, "sup")))) == ("68e séance plénière", "e")


def test_number_after_the_closing_lines_is_kept() -> None:
    found = tree(
        "*The General Assembly*,",
        "*Recalling* footnotes,",
        "*Decides* to stop.",
        "62nd plenary meeting",
        line("", label="1."),
    )
    assert "1." in text(found)
