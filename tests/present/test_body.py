"""Blocks: what stands where, with which label, how deep."""

from __future__ import annotations

from engross.model.presentation import (
    Break,
    Formula,
    Heading,
    Link,
    NoteCall,
    Paragraph,
    Points,
    Prose,
    Quotation,
    Recital,
    TableBlock,
    Text,
    plain,
)
from engross.present import present
from tests.present.invented import note, statement


def blocks(body: str, **parts: str) -> tuple:  # type: ignore[type-arg]
    return present(statement(body, **parts)).parts[0].blocks  # type: ignore[arg-type]


def test_formula_and_recitals_open_the_part() -> None:
    preamble = (
        '<formula name="enactingFormula"><p><i>The General Assembly</i>,</p></formula>'
        '<container name="recital"><p><i>Recalling</i> it,</p></container>'
    )
    formula, recital, _ = blocks("<paragraph><content><p>Decides.</p></content></paragraph>", preamble=preamble)
    assert formula == Formula("formula_1", (Text("The General Assembly", emphasis=True), Text(",")))
    assert isinstance(recital, Recital)
    assert recital.content[0] == Text("Recalling", emphasis=True)


def test_a_list_in_a_recital_belongs_to_it() -> None:
    preamble = (
        '<container name="recital"><p>Reaffirming:</p><blockList><item><num>(a)</num><p>One;</p></item></blockList>'
        "<p>and more,</p></container>"
    )
    recital, _ = blocks("<paragraph><content><p>Decides.</p></content></paragraph>", preamble=preamble)
    points, resumed = recital.blocks
    assert (points.depth, points.items[0].label, plain(points.items[0].content)) == (1, "(a)", "One;")
    assert resumed == Prose("", (Text("and more,"),), resumed=True)


def test_points_nest_and_know_their_depth() -> None:
    (paragraph,) = blocks(
        "<paragraph><num>1.</num><list><intro><p>Requests:</p></intro><point><num>(a)</num><list><intro><p>This:</p>"
        "</intro><point><num>(i)</num><content><p>That;</p></content></point></list></point>"
        "<wrapUp><p>and reports.</p></wrapUp></list></paragraph>"
    )
    assert (paragraph.id, paragraph.label, plain(paragraph.content)) == ("para_1", "1.", "Requests:")
    points, resumed = paragraph.blocks
    (inner,) = points.items[0].blocks
    assert isinstance(inner, Points)
    assert (inner.depth, inner.items[0].label, inner.items[0].depth) == (2, "(i)", 2)
    assert inner.items[0].id == "para_1__list_1__point_a__list_1__point_i"
    assert isinstance(resumed, Prose)
    assert resumed.resumed


def test_the_only_paragraph_has_no_label() -> None:
    (paragraph,) = blocks("<paragraph><content><p>Decides.</p></content></paragraph>")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.label == ""


def test_a_number_in_a_paragraph_of_its_own_numbers_the_one_after_it() -> None:
    number, words = "<paragraph><num>{}</num><content><p/></content></paragraph>", "<content><p>{}</p></content>"
    found = blocks(
        number.format("3.")
        + f"<paragraph>{words.format('Decides;')}</paragraph>"
        + number.format("4.")
        + f"<paragraph><num>5.</num>{words.format('Requests.')}</paragraph>"
        + number.format("6.")
    )
    assert [(block.label, plain(block.content)) for block in found if isinstance(block, Paragraph)] == [
        ("3.", "Decides;"),
        ("4.", ""),
        ("5.", "Requests."),
        ("6.", ""),
    ]


def test_labels_are_printed_as_they_are() -> None:
    (paragraph,) = blocks("<paragraph><num>1\u00a0-</num><content><p>تقرر</p></content></paragraph>", language="ara")
    assert paragraph.label == "1\u00a0-"


def test_a_section_number_on_its_own_line_stands_above_its_title() -> None:
    body = (
        "<section><num>I</num><subheading>Titles</subheading><alinea><content><p>Text.</p></content></alinea></section>"
    )
    heading, prose = blocks(body)
    assert isinstance(heading, Heading)
    assert (heading.level, heading.number, heading.number_above, plain(heading.content)) == (1, "I", True, "Titles")
    assert prose.indented


def test_a_letter_stands_before_its_title_one_level_down() -> None:
    body = (
        "<section><num>I</num><subheading>Titles</subheading><section><num>A.</num><heading>Fonts</heading>"
        "<paragraph><num>1.</num><content><p>Text.</p></content></paragraph></section></section>"
    )
    _, heading, paragraph = blocks(body)
    assert (heading.level, heading.number, heading.number_above) == (2, "A.", False)
    assert paragraph.label == "1."


def test_a_heading_that_is_larger_than_the_text_says_so() -> None:
    found = blocks(
        '<section><heading class="H1">Titles</heading><section><num class="HCh">Part I</num>'
        "<alinea><content><p>Text.</p></content></alinea></section></section>"
    )
    assert [block.form for block in found if isinstance(block, Heading)] == ["H1", "HCh"]


def test_an_italic_heading_says_so() -> None:
    heading, _ = blocks(
        "<section><heading><i>Commitments</i></heading><alinea><content><p>T.</p></content></alinea></section>"
    )
    assert heading.italic


def test_recitals_in_a_section_are_recitals() -> None:
    body = (
        '<section><num>I</num><hcontainer name="recital"><content><p>Recalling,</p></content></hcontainer>'
        '<crossHeading refersTo="#preamble">Noting,</crossHeading></section>'
    )
    _, first, second = blocks(body)
    assert isinstance(first, Recital)
    assert isinstance(second, Recital)


def test_quoted_text_is_a_quotation_between_the_words_around_it() -> None:
    body = (
        "<paragraph><num>1.</num><content><p>Recommends the following: <embeddedStructure>"
        '<formula name="enactingFormula"><p>The General Assembly,</p></formula>'
        "<paragraph><num>1.</num><content><p>Decides;</p></content></paragraph>"
        "</embeddedStructure> and so on.</p></content></paragraph>"
    )
    (paragraph,) = blocks(body)
    quotation, after = paragraph.blocks
    assert isinstance(quotation, Quotation)
    assert [type(block) for block in quotation.blocks] == [Formula, Paragraph]
    assert (plain(after.content), after.resumed) == ("and so on.", True)


def test_tables_know_header_rows_figures_and_totals() -> None:
    body = (
        "<alinea><content><table><caption>Notes</caption><tr><th><p>Year</p></th><th><p>Number</p></th></tr>"
        "<tr><td><p>2044</p></td><td><p>12\u00a0000<sup>a</sup></p></td></tr>"
        '<tr><td colspan="2"><p><b>Total</b></p></td></tr></table></content></alinea>'
    )
    (table,) = blocks(body)
    assert isinstance(table, TableBlock)
    assert (table.header_rows, plain(table.caption)) == (1, "Notes")
    assert table.rows[1][1].figure
    assert (table.rows[0][0].figure, table.rows[0][1].figure) == (True, True)
    assert (table.rows[2][0].bold, table.rows[2][0].columns) == (True, 2)


def test_heads_stand_above_their_figures_whatever_the_cells_around_them_cover() -> None:
    body = (
        '<alinea><content><table><tr><th rowspan="2"><p>Purpose</p></th><th colspan="2"><p>Dollars</p></th></tr>'
        "<tr><th><p>2043</p></th><th><p>Note</p></th></tr><tr><td><p>Notes</p></td><td><p>12</p></td><td><p>see</p></td>"
        "</tr></table></content></alinea>"
    )
    (table,) = blocks(body)
    assert [[cell.figure for cell in row] for row in table.rows[:2]] == [[False, False], [True, False]]


def test_notes_stand_in_the_order_of_their_calls_with_their_printed_marks() -> None:
    words = f"Notes{note('1', 'First.')} and{note('2', 'Second.')} footnotes."
    body = f"<paragraph><content><p>{words}</p></content></paragraph>"
    printed = present(statement(body))
    assert [(n.mark, plain(n.paragraphs[0])) for n in printed.notes] == [("1", "First."), ("2", "Second.")]
    calls = [i for i in printed.parts[0].blocks[0].content if isinstance(i, NoteCall)]  # type: ignore[union-attr]
    assert [call.note for call in calls] == [n.id for n in printed.notes]


def numbered(*marks: str, preamble: str = "<formula><p>The Council,</p></formula>") -> list[str]:
    """The printed marks of notes with these marks, in a document with this preamble."""
    words = " ".join(f"word{note(mark)}" for mark in marks)
    printed = present(statement(f"<paragraph><content><p>{words}</p></content></paragraph>", preamble=preamble))
    assert [d.code for d in printed.diagnostics] == (["note-renumbered"] if printed.notes[-1].mark != marks[-1] else [])
    return [found.mark for found in printed.notes]


def test_notes_that_are_numbered_from_2_are_printed_from_1() -> None:
    assert numbered("2", "3", "4") == ["1", "2", "3"]
    assert numbered("*", "2", "3") == ["*", "1", "2"]


def test_other_numbers_of_notes_are_printed_as_they_are() -> None:
    assert numbered("1", "2", "3") == ["1", "2", "3"]
    assert numbered("2", "4") == ["2", "4"]
    assert numbered("14", "15") == ["14", "15"]


def test_a_cut_off_excerpt_keeps_the_numbers_of_its_notes() -> None:
    assert numbered("2", "3", preamble="") == ["2", "3"]


def test_arabic_marks_are_bracketed() -> None:
    body = f"<paragraph><content><p>تقرر{note()}</p></content></paragraph>"
    assert present(statement(body, language="ara")).notes[0].mark == "(1)"


def test_a_note_without_a_text_is_missing() -> None:
    body = (
        '<paragraph><content><p>Decides<authorialNote marker="1" status="incomplete" placement="bottom"><p/>'
        "</authorialNote></p></content></paragraph>"
    )
    (missing,) = present(statement(body)).notes
    assert missing.missing
    assert missing.paragraphs == ()


def test_white_space_is_layout_but_a_no_break_space_is_text() -> None:
    (paragraph,) = blocks(
        "<paragraph><content><p>\n  <i>Decides</i>\n  to\u00a0go <eol/> on. </p></content></paragraph>"
    )
    assert paragraph.content == (Text("Decides", emphasis=True), Text(" to\u00a0go"), Break(), Text("on."))


def test_what_nothing_knows_is_prose() -> None:
    assert [plain(block.content) for block in blocks("<tblock><p>Set apart.</p></tblock>")] == ["Set apart."]


def test_links_are_absolute() -> None:
    body = (
        '<paragraph><content><p><ref href="/akn/un/statement/deliberation/un-ga/2003-12-23/58-220">58/220</ref>'
        '<ref href="/akn/un/statement/deliberation/un-sc/2000-10-31/1325-2000">1325 (2000)</ref>'
        '<ref href="!annex_2">annex</ref><a href="file:///C:/a.doc">file</a><a href="javascript:x()">bad</a></p>'
        "</content></paragraph>"
    )
    (paragraph,) = blocks(body, language="fra")
    assert [inline.href for inline in paragraph.content if isinstance(inline, Link)] == [
        "https://docs.un.org/fr/A/RES/58/220",
        "https://docs.un.org/fr/S/RES/1325(2000)",
        "#att_2",
    ]
    assert plain(paragraph.content) == "58/2201325 (2000)annexfilebad"
