"""Word files: where lines, points and tables stand, as on the printed page."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from engross.model.presentation import Block, BlockLine, Heading, Paragraph, Part, Point, Points, Prose, Title
from tests.writers.resolutions import resolution, table, text
from tests.writers.written import W, part, printed, with_blocks

POINTS = Points(
    "list_1",
    1,
    (
        Point("a", "(a)", 1, text("One;"), (Points("list_2", 2, (Point("i", "(i)", 2, text("Two;")),)),)),
        Point("b", "•", 1, text("Three;"), (Points("list_3", 2, (Point("c", "•", 2, text("Four.")),)),)),
    ),
)


@functools.cache
def document() -> etree._Element:
    return part(
        printed(with_blocks(POINTS, Prose("p", text("and resumes."), indented=True), table())), "word/document.xml"
    )


def paragraph(words: str) -> etree._Element:
    return next(p for p in document().iter(f"{W}p") if words in "".join(p.itertext()))


def space(words: str, side: str) -> int:
    return int(paragraph(words).find(f"{W}pPr/{W}spacing").get(f"{W}{side}"))


def test_points_of_the_second_degree_turn_under_their_number() -> None:
    data = printed(with_blocks(POINTS))
    styles = part(data, "word/styles.xml")
    indents = {}
    for name in ("Point1", "Point2", "Point3"):
        indent = styles.find(f"{W}style[@{W}styleId='{name}']/{W}pPr/{W}ind")
        indents[name] = (indent.get(W + "left"), indent.get(W + "firstLine"))
    assert indents == {"Point1": ("1267", "475"), "Point2": ("1742", "0"), "Point3": ("2217", "0")}
    level = part(data, "word/numbering.xml").find(f".//{W}lvl[@{W}ilvl='2']/{W}pPr/{W}ind")
    assert (level.get(W + "left"), level.get(W + "firstLine")) == indents["Point2"]


@pytest.mark.parametrize(("words", "left"), [("Three;", 1742), ("Four.", 2217)])
def test_bullets_hang_and_bullets_under_bullets_are_set_in(words: str, left: int) -> None:
    indent = paragraph(words).find(f"{W}pPr/{W}ind")
    assert (int(indent.get(W + "left")), int(indent.get(W + "hanging"))) == (left, 134)


def test_text_that_goes_on_after_a_list_begins_at_the_edge() -> None:
    assert paragraph("and resumes").find(f"{W}pPr/{W}ind") is None


def test_tables_keep_the_distances_of_the_style() -> None:
    assert space("Notes by year", "after") == 352  # 20 points from the baseline to the rule
    assert space("13 000", "before") == 126  # 14.7 points from the rule to the first baseline
    assert space("Total", "before") == space("13 000", "after") == 86  # a total and its neighbour: 19.1 points
    assert paragraph("Total").find(f"{W}pPr/{W}ind").get(W + "left") == "288"


def test_an_annex_of_the_security_council_begins_a_page() -> None:
    made = resolution("en")
    annex = Part("att_1", "annex", Title(number="Annex", title=text("Notes")), ())
    council = replace(made, organ="sc", parts=(*made.parts, annex), facts=replace(made.facts, issued=date(2022, 1, 8)))
    breaks = [
        list(part(printed(one), "word/document.xml").iter(f"{W}pageBreakBefore"))
        for one in (council, replace(council, organ="ga"))
    ]
    assert [len(found) for found in breaks] == [1, 0]


def test_lines_of_the_masthead_stand_on_their_baselines() -> None:
    head = part(printed(resolution("en")), "word/header1.xml")
    lines = [int(spacing.get(W + "line")) for spacing in head.iter(f"{W}spacing") if spacing.get(W + "line")]
    assert lines == [828]  # the symbol: a fifth of the line, 8.28 points, is below its baseline
    styles = part(printed(resolution("en")), "word/styles.xml")
    organization = styles.find(f"{W}style[@{W}styleId='Organization']/{W}pPr/{W}spacing")
    assert organization.get(W + "line") == "696"


def first_lines(*blocks: Block) -> list[str | None]:
    body = part(printed(with_blocks(*blocks)), "word/document.xml")
    indents = [p.find(f"{W}pPr/{W}ind") for p in body.iter(f"{W}p") if "every note" in "".join(p.itertext()).lower()]
    return [indent.get(f"{W}firstLine") for indent in indents]


def test_a_paragraph_without_a_number_is_indented_in_an_annex_too_unless_it_goes_on() -> None:
    begins = Paragraph("a", "", text("Every note counts."), flush=True)
    goes_on = Paragraph("b", "", text("and every note is read."), flush=True)
    assert first_lines(begins, goes_on) == ["475", "0"]


def test_the_title_of_a_second_agenda_item_stands_apart() -> None:
    made = resolution()
    titles = tuple(BlockLine("agenda-title", text(words)) for words in ("Notes", "Margins"))
    body = part(printed(replace(made, cover=replace(made.cover, block=titles))), "word/document.xml")
    spaces = [p.find(f"{W}pPr/{W}spacing") for p in body.iter(f"{W}p") if "".join(p.itertext()) in ("Notes", "Margins")]
    assert spaces[1].get(f"{W}before") == "120"


def test_the_number_of_a_heading_hangs_before_the_text_where_the_page_has_it_there() -> None:
    old = replace(resolution().facts, issued=date(2024, 1, 5), symbol="A/RES/78/1")
    for form, tabs, hanging in (("", 2, "1267"), ("HCh", 1, "475")):  # the largest form begins at the text's edge
        heading = Heading("h", 1, "I.", text("Footnotes"), form=form)
        body = part(printed(replace(with_blocks(heading), facts=old)), "word/document.xml")
        (found,) = (p for p in body.iter(f"{W}p") if "".join(p.itertext()) == "I.Footnotes")
        assert len(list(found.iter(f"{W}tab"))) == tabs
        assert found.find(f"{W}pPr/{W}ind").get(f"{W}hanging") == hanging


def test_the_title_of_an_annex_stands_as_far_below_a_larger_number_as_on_the_page() -> None:
    title = Title(number="Annex", title=text("Rules"), number_form="HCh", title_form="H1")
    made = resolution()
    body = part(printed(replace(made, parts=(made.parts[0], Part("x", "annex", title, ())))), "word/document.xml")
    (found,) = (p for p in body.iter(f"{W}p") if "".join(p.itertext()) == "Rules")
    # 21.0 to a title of the number's own pitch, 15.0; to one of 13.5 a blank of 6 points is left all the same
    assert found.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "120"
