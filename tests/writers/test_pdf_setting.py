"""Where blocks stand on the official page: bullets, section headings, what goes on, asterisks, agenda titles."""

from __future__ import annotations

import pytest

from engross.model.presentation import (
    Block,
    BlockLine,
    Heading,
    Paragraph,
    Part,
    Point,
    Points,
    Prose,
    Recital,
    Title,
)
from engross.model.style import load_style
from engross.resources import templates
from engross.writers.pdf.headings import Words, add_heading, read_form
from engross.writers.pdf.pages import paginate, rooms
from engross.writers.pdf.setter import Place
from engross.writers.pdf.setting import Setting
from engross.writers.pdf.title import set_block_lines, set_part_title
from tests.writers.resolutions import resolution, text

STYLE = templates() / "un"


def setter() -> Setting:
    style = load_style(STYLE)
    return Setting(resolution("en"), style, style.measures("new-york", "en"))


def places(*blocks: Block) -> list[tuple[str, float, str]]:
    """The class, the first ink and the text of every line set, in order."""
    setting = setter()
    for block in blocks:
        setting.set_block(block, Place())
    return [
        (strand.css, round(strand.x + line.indent, 2), line.text.strip())
        for row in setting.rows
        for strand, line in row.lines
    ]


def bullet(words: str, *inner: Block) -> Points:
    return Points("", 3, (Point("", "•", 3, text(words), inner),))


def test_bullets_stand_at_one_place_under_points_of_any_degree() -> None:
    inner = Points("", 2, (Point("", "(i)", 2, text("Count notes"), (bullet("On paper"),)),))
    found = places(Points("", 1, (Point("", "(a)", 1, text("Invites all to"), (inner,)),)))
    assert ("label", 140.2, "•") in found
    assert ("text", 146.9, "On paper") in found


def test_bullets_under_bullets_are_set_in() -> None:
    found = places(bullet("On paper", bullet("On thin paper")))
    assert [x for css, x, _ in found if css == "label"] == [140.2, pytest.approx(163.96)]


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("para_1", "II.", text("Margins and their uses", bold=True)),
        Recital("recital_1", text("Margins and their uses", bold=True)),
    ],
)
def test_a_bold_line_with_a_section_number_or_among_recitals_is_a_heading(block: Block) -> None:
    assert "heading" in {css for css, _, _ in places(block)}


def test_a_bold_paragraph_with_a_paragraph_number_is_none() -> None:
    assert {css for css, _, _ in places(Paragraph("para_1", "2.", text("Margins", bold=True)))} == {"label", "text"}


def test_a_paragraph_without_a_number_is_indented_in_an_annex_too() -> None:
    ((_, x, _),) = places(Paragraph("para_1", "", text("Notes stand at the foot."), flush=True))
    assert x == 146.9


def heads(*blocks: Heading) -> list[float]:
    """The distances between the lines of headings that follow each other."""
    setting = setter()
    setting.level = 3  # deep enough for every level
    for block in blocks:
        setting.set_block(block, Place())
    return [row.gap for row in setting.rows[1:]]


def test_a_heading_stands_right_under_one_of_its_level_where_neither_has_a_number() -> None:
    assert heads(Heading("a", 2, "", text("Rule 8")), Heading("b", 2, "", text("Notes"))) == [12.0]
    assert heads(Heading("a", 1, "", text("Rules")), Heading("b", 2, "", text("Notes"))) == [17.9]
    assert heads(Heading("a", 2, "A.", text("Rules")), Heading("b", 2, "", text("Notes"))) == [18.0]
    assert heads(Heading("a", 2, "", text("Rules")), Heading("b", 2, "A.", text("Notes"))) == [18.0]


def test_a_heading_that_is_larger_than_the_text_has_its_own_type_and_blanks() -> None:
    setting = setter()
    for block in (
        Prose("", text("Notes.")),
        Heading("a", 1, "", text("Pages"), form="HCh"),
        Heading("b", 2, "", text("Fonts"), form="H1"),
        Prose("", text("Sizes.")),
    ):
        setting.set_block(block, Place())
    assert [row.lines[0][0].size for row in setting.rows] == [10.0, 14.0, 12.0, 10.0]
    # from HCh to text 24.6, and to H1, whose lines are 1.5 higher than those of text, four fifths of that more
    assert [row.gap for row in setting.rows[1:]] == [32.4, pytest.approx(24.6 + 0.8 * 1.5), 24.4]


def test_the_number_of_an_annex_may_be_larger_than_its_title() -> None:
    setting = setter()
    setting.set_block(Prose("", text("Notes.")), Place())
    title = Title(number="Annex", title=text("Rules"), number_form="HCh", title_form="H1")
    set_part_title(setting, Part("att_1", "annex", title, ()))
    assert [row.lines[0][0].size for row in setting.rows[1:]] == [14.0, 12.0]
    assert [row.gap for row in setting.rows[1:]] == [32.4, pytest.approx(21.0 - 0.8 * 1.5)]
    assert [row.glued for row in setting.rows[1:]] == [False, True]


def test_a_form_can_start_a_page() -> None:
    setting = setter()
    setting.set_block(Prose("", text("Notes.")), Place())
    form = read_form({"size": 12, "pitch": 13.5, "before": 31, "after": 24.5, "new-page": True})
    add_heading(setting, Words("Annex A", text("Notes")), form, "H1#annex", "annex")
    assert len(paginate(setting.rows, {}, *rooms(setting.measures, 222.2))) == 2


def test_a_heading_at_the_top_of_a_page_of_the_older_edition_stands_lower() -> None:
    style = load_style(STYLE)
    setting = Setting(resolution("en"), style, style.measures("new-york-2018", "en"))
    setting.set_block(Heading("a", 1, "", text("Pages")), Place())
    assert setting.rows[0].drop == 2.2


def test_text_that_goes_on_after_a_list_starts_at_the_margin() -> None:
    found = places(Paragraph("para_1", "", text("and invites all to read")), Paragraph("para_2", "", text("Invites")))
    assert [x for _, x, _ in found] == [123.14, 146.9]


def test_asterisks_alone_stand_in_the_middle() -> None:
    ((_, x, _),) = places(Prose("", text("* * *")))
    assert 290.0 < x < 300.0


def test_an_agenda_title_is_evened_out_where_it_needs_no_line_more() -> None:
    setting = setter()
    set_block_lines(
        setting,
        [
            BlockLine(
                "agenda-title",
                text("Implementation of the Convention on the Numbering of Footnotes in Official Papers"),
            )
        ],
    )
    lines = [line for row in setting.rows for _, line in row.lines]
    assert len(lines) == 2
    assert max(line.width for line in lines) < 302.5 - 59.76


def test_the_title_of_a_second_agenda_item_stands_apart() -> None:
    setting = setter()
    set_block_lines(setting, [BlockLine("agenda-title", text("Notes")), BlockLine("agenda-title", text("Margins"))])
    assert [row.gap for row in setting.rows][1] == 18.0


def test_the_number_of_a_heading_hangs_but_for_the_largest_form_of_the_older_edition() -> None:
    style = load_style(STYLE)
    setting = Setting(resolution("en"), style, style.measures("new-york-2018", "en"))
    setting.set_block(Heading("a", 1, "I.", text("Pages")), Place())
    setting.set_block(Heading("b", 1, "II.", text("Fonts"), form="HCh"), Place())
    found = [[(strand.css, strand.x, strand.end) for strand, _ in row.lines] for row in setting.rows]
    assert found == [
        [("label", 110.9, True), ("heading", 123.38, False)],
        [("label", 123.38, False), ("heading", 147.14, False)],
    ]
