"""Word: what the name of a style says that a paragraph is."""

from __future__ import annotations

import pytest

from tests.readers.word import flow, style, styled


@pytest.mark.parametrize(
    ("name", "role", "level"),
    [
        ("Preambular Paragraph", "recital", 0),
        ("Operative Paragraph", "operative", 0),
        ("Enacting Formula", "formula", 0),
        ("Point 2", "point", 0),
        ("Title_H1", "title", 0),
        ("Title_H_CH", "adoption", 0),
        ("Agenda_Title_H2", "agenda-title", 0),
        ("_ H_2/3", "heading", 2),
        ("_ H_4", "heading", 4),
        ("footnote text", "note", 0),
        ("Title", "title", 0),
        ("Titre", "title", 0),
        ("Заголовок 2", "heading", 2),
        ("标题 3", "heading", 3),
        ("Título 1", "heading", 1),
        ("heading 1,Chapter", "heading", 1),
        ("Heading1", "heading", 1),
        ("اقتباس", "quotation", 0),
        ("List Continue", "continuation", 0),
        ("__Single Txt", "text", 0),
        ("Normal", "", 0),
        ("heading 12", "", 0),
    ],
)
def test_names_of_styles_say_what_paragraphs_are(name: str, role: str, level: int) -> None:
    (line,) = flow(styled("Text", "s"), styles=style(name, "s")).lines
    assert (line.role, line.level) == (role, level)


def test_a_style_is_what_it_is_based_on_where_its_own_name_says_nothing() -> None:
    styles = (
        style("My recitals", "mine", "ours") + style("Preambular Paragraph", "ours") + style("Session", "s", "ours")
    )
    found = flow(styled("a", "mine"), styled("b", "s"), styles=styles)
    assert [line.role for line in found.lines] == ["recital", "session"]


def test_the_level_that_the_file_names_counts_more_than_the_name_of_the_style() -> None:
    styles = style("heading 1", "h", properties='<w:outlineLvl w:val="2"/>')
    styles += style("TOC heading", "t", "h", '<w:outlineLvl w:val="9"/>')
    found = flow(styled("a", "h"), styled("b", "h", '<w:outlineLvl w:val="0"/>'), styled("c", "t"), styles=styles)
    assert [line.level for line in found.lines] == [3, 1, 0]
