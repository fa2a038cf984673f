"""Recitals, operative paragraphs, lists, sections: what becomes what."""

from __future__ import annotations

from engross.akn.namespace import every, find
from engross.model.flow import Box, Cell, Line, Table
from engross.model.span import Span
from tests.recognise.structure.recognising import body, codes, line, recognised, runs, text, tree

FORMULA = "*The General Assembly*,"
RECITAL = "*Recalling* the International Year of Footnotes,"


def test_recitals_stand_before_the_first_number_and_paragraphs_have_theirs() -> None:
    assert body(tree(FORMULA, RECITAL, "1.\t*Decides* to number notes;", "2.\t*Thanks* the typists.")) == [
        "formula The General Assembly,",
        "container Recalling the Internatio",
        "paragraph 1. Decides to number notes;",
        "paragraph 2. Thanks the typists.",
    ]


def test_the_only_paragraph_has_no_number() -> None:
    assert body(tree(FORMULA, RECITAL, "*Decides* to number notes."))[-1] == "paragraph Decides to number notes."


def test_without_preamble_the_formula_has_no_comma_and_the_text_is_the_paragraph() -> None:
    assert body(tree("*The General Assembly*", "*Adopts* the declaration on footnotes.")) == [
        "formula The General Assembly",
        "paragraph Adopts the declaration o",
    ]


def test_the_label_may_be_the_format_s_own() -> None:
    root = tree(FORMULA, RECITAL, line("*Decides* to number notes.", label="1."))
    assert body(root)[-1] == "paragraph 1. Decides to number notes."


def test_points_nest_and_text_resumes_after_them() -> None:
    root = tree(
        FORMULA,
        "1.\t*Invites* Member States:",
        "(a)\tTo observe the Year by:",
        "(i)\tReading footnotes;",
        "(ii)\tWriting footnotes;",
        "(b)\tTo number them;",
        "and requests the Secretary-General to count them;",
        "2.\t*Thanks* the typists.",
    )
    assert body(root)[1:] == [
        "paragraph 1. Invites Member States:",
        "  point (a) To observe the Year by:",
        "    point (i) Reading footnotes;",
        "    point (ii) Writing footnotes;",
        "  point (b) To number them;",
        "  wrapUp and requests the Secreta",
        "paragraph 2. Thanks the typists.",
    ]


def test_text_between_points_goes_on_with_the_inner_list() -> None:
    root = tree(
        FORMULA,
        "1.\t*Requests* reports:",
        "(a)\tFrom the panel:",
        "(i)\tAn update;",
        "(ii)\tA report;",
        "and urges the panel to seek advice;",
        "(b)\tFrom the committee.",
    )
    assert body(root)[2:] == [
        "  point (a) From the panel:",
        "    point (i) An update;",
        "    point (ii) A report;",
        "    wrapUp and urges the panel to s",
        "  point (b) From the committee.",
    ]


def test_i_after_h_is_a_letter_when_j_follows() -> None:
    points = [f"({letter})\tA point;" for letter in "abcdefghij"]
    root = tree(FORMULA, "1.\t*Decides*:", *points)
    assert body(root)[-2:] == ["  point (i) A point;", "  point (j) A point;"]


def test_i_after_h_is_roman_when_ii_follows() -> None:
    points = [f"({letter})\tA point;" for letter in "abcdefg"]
    root = tree(FORMULA, "1.\t*Decides*:", *points, "(h)\tThe following:", "(i)\tOne;", "(ii)\tTwo.")
    assert body(root)[-3:] == ["  point (h) The following:", "    point (i) One;", "    point (ii) Two."]


def test_v_and_x_follow_the_roman_sequence() -> None:
    numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"]
    root = tree(FORMULA, "1.\t*Decides*:", "(a)\tThe following:", *(f"({one})\tA point;" for one in numerals))
    assert [one.split()[1] for one in body(root) if one.startswith("    point")] == [f"({one})" for one in numerals]


def test_a_numbered_list_in_a_paragraph_does_not_take_its_number() -> None:
    root = tree(
        FORMULA, "1.\t*Decides*:", "(a)\tThe following:", "1)\tOne;", "2)\tTwo;", "(b)\tMore;", "2.\t*Thanks* all."
    )
    assert [one.split()[:2] for one in body(root)[1:]] == [
        ["paragraph", "1."],
        ["point", "(a)"],
        ["point", "1)"],
        ["point", "2)"],
        ["point", "(b)"],
        ["paragraph", "2."],
    ]


def test_letters_inside_a_sentence_are_no_list() -> None:
    root = tree(FORMULA, RECITAL, "1.\t*Decides* (a) to count and (b) to number footnotes.")
    assert len(list(every(root, "point"))) == 0


def test_a_recital_may_have_a_list() -> None:
    root = tree(
        FORMULA,
        "*Reaffirming* that the Year was proclaimed:",
        "(a)\tTo read footnotes;",
        "(b)\tTo write them,",
        "*Convinced* of their worth,",
        "1.\t*Decides* to go on.",
    )
    assert body(root)[1:] == [
        "container Reaffirming that the Yea",
        "  item (a) To read footnotes;",
        "  item (b) To write them,",
        "container Convinced of their worth",
        "paragraph 1. Decides to go on.",
    ]


def test_sections_hold_their_recitals_and_paragraphs() -> None:
    root = tree(
        FORMULA,
        RECITAL,
        "**I**",
        "**Numbering of footnotes**",
        "*Recalling* its earlier numbers,",
        "1.\t*Decides* to number them;",
        "**II**",
        "**Placing of footnotes**",
        "1.\t*Decides* to place them below.",
    )
    assert body(root)[2:] == [
        "section I",
        "  hcontainer Recalling its earlier nu",
        "  paragraph 1. Decides to number them;",
        "section II",
        "  paragraph 1. Decides to place them be",
    ]
    assert [text(node) for node in every(root, "subheading")] == ["Numbering of footnotes", "Placing of footnotes"]


def test_headings_nest_by_number_and_look() -> None:
    root = tree(
        FORMULA,
        "**I. Footnotes**",
        "**A. In print**",
        "*On paper*",
        "1.\t*Decides* to print them;",
        "**B. On screen**",
        "2.\t*Decides* to show them.",
        "**II. Endnotes**",
        "3.\t*Decides* to wait.",
    )
    assert body(root)[1:] == [
        "section I. Footnotes",
        "  section A. In print",
        "    section On paper",
        "      paragraph 1. Decides to print them;",
        "  section B. On screen",
        "    paragraph 2. Decides to show them.",
        "section II. Endnotes",
        "  paragraph 3. Decides to wait.",
    ]


def test_a_short_line_of_plain_text_is_a_heading() -> None:
    root = tree("The General Assembly,", "Recalling all footnotes,", "Numbering", "1. Decides to number them.")
    assert body(root)[2:] == ["section Numbering", "  paragraph 1. Decides to number them."]


def test_a_draft_that_is_recommended_stands_inside_the_paragraph() -> None:
    root = tree(
        "*The Economic and Social Council*",
        "*Recommends* to the General Assembly the adoption of the following draft resolution:",
        "**Footnotes of the future**",
        "“*The General Assembly*,",
        RECITAL,
        "1.\t*Decides* to number notes.",
        organ="ecosoc",
    )
    quoted = next(every(root, "embeddedStructure"))
    assert find(quoted, "formula") is not None or "The General Assembly" in text(quoted)
    assert [text(node) for node in every(quoted, "num")] == ["1."]


def test_quoted_text_goes_with_the_paragraph_that_introduces_it() -> None:
    root = tree(FORMULA, "1.\t*Decides* that the rule shall read:", "“Notes are numbered.”", "2.\t*Thanks* all.")
    first = next(every(root, "paragraph"))
    assert text(first).endswith("“Notes are numbered.”")


def test_a_table_stays_in_its_place() -> None:
    cells = tuple(Cell((line(word),), header=True) for word in ("Year", "Notes"))
    root = tree(FORMULA, "1.\t*Approves* the following figures:", Table((cells,), Span("made")), "2.\t*Thanks* all.")
    assert [text(node) for node in every(next(every(root, "paragraph")), "th")] == ["Year", "Notes"]


def test_a_text_without_formula_is_a_statement_all_the_same() -> None:
    found = recognised("At its tenth meeting the Assembly decided to number footnotes.", "It thanked the typists.")
    assert "At its tenth meeting" in text(next(every(found.akn, "mainBody")))


def test_an_empty_source_is_a_valid_document() -> None:
    assert codes(recognised()) == ["issue-date-unknown", "adoption-date-unknown"]


def test_a_sentence_that_the_source_tore_in_two_is_mended() -> None:
    root = tree(
        FORMULA, "*Recalling* its resolution 58/220 of 23 December", "2003 on footnotes,", "1.\t*Decides* to read."
    )
    assert text(next(every(root, "container"))) == "Recalling its resolution 58/220 of 23 December 2003 on footnotes,"


def test_a_quoted_draft_ends_where_its_quotation_marks_end() -> None:
    root = tree(
        "*The Economic and Social Council*,",
        "1.\t*Recommends* to the General Assembly the adoption of the following draft resolution:",
        "**Footnotes of the future**",
        "“*The General Assembly*,",
        "“*Recalling* all footnotes,",
        "“1.\t*Decides*:",
        "“(a)\tTo number them;",
        "“2.\t*Thanks* all.”",
        "2.\t*Decides* to end.",
    )
    assert body(root)[1:] == [
        "paragraph 1. Recommends to the Genera",
        "  embeddedStructure Footnotes of the future",
        "    formula “The General Assembly,",
        "    container “Recalling all footnotes",
        "    paragraph “1. Decides:",
        "      point “(a) To number them;",
        "    paragraph “2. Thanks all.”",
        "paragraph 2. Decides to end.",
    ]


def test_a_statement_of_the_president_is_prose_under_its_title() -> None:
    root = tree(
        "S/PRST/2044/1",
        "Security Council",
        "**Statement by the President of the Security Council**",
        "The President of the Security Council made the following statement on behalf of the Council:",
        "“The Security Council reaffirms its support for footnotes.",
        "“The Council remains seized of them.”",
    )
    assert body(root) == [
        "alinea The President of the Sec",
        "alinea “The Security Council re",
        "alinea “The Council remains sei",
    ]
    assert next(every(root, "statement")).get("name") == "presidentialStatement"
    assert text(next(every(root, "docTitle"))) == "Statement by the President of the Security Council"


def test_a_recital_that_was_set_bold_is_no_heading() -> None:
    root = tree(
        "*The General Assembly*,", "**Recalling all of its resolutions on footnotes,**", "1. *Decides* to go on."
    )
    assert [text(one) for one in every(root, "container")] == ["Recalling all of its resolutions on footnotes,"]


def test_lines_that_a_page_sets_apart_are_not_joined_though_they_begin_small() -> None:
    def printed(content: str, page: int, baseline: float) -> Line:
        return Line(runs(content), Span("made", page=page), Box(123, 400, baseline), whole=True)

    days = ("monday: notes in the morning", "tuesday: notes in the evening")
    lines = [printed(one, 1, 300.0 + 20 * n) for n, one in enumerate(("1. *Decides* upon the days:", *days))]
    assert [text(one) for one in every(tree("*The General Assembly*,", *lines), "p")][-2:] == [*days]
    halves = printed("1. *Decides* on days on which", 1, 700), printed("all rest.", 2, 80)
    torn = tree("*The General Assembly*,", *halves)
    assert [text(one) for one in every(torn, "p")][-1:] == ["Decides on days on which all rest."]
