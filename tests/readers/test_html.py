"""HTML: blocks are lines, what a browser prints is there, notes that are linked are notes."""

from __future__ import annotations

import pytest

from engross.model.flow import Flow, Line, Rule, Table
from engross.model.furniture import FurnitureKind
from engross.readers.html import read


def flow(text: str) -> Flow:
    return read(text.encode(), "page.html")


def lines(text: str) -> list[Line]:
    return list(flow(text).lines)


def test_blocks_are_whole_lines_with_white_space_collapsed() -> None:
    found = lines("<div>The\n  General <b>Assembly</b>,<p>Recalling\tits <i> wish </i> <i>x</i></div>after")
    assert [line.text for line in found] == ["The General Assembly,", "Recalling its wish x", "after"]
    assert all(line.whole for line in found)


def test_no_break_spaces_are_text() -> None:
    assert lines("<p>n&deg;&nbsp;&nbsp;5 ;</p>")[0].text == "n°\u00a0\u00a05 ;"


@pytest.mark.parametrize(
    ("mark_up", "look"),
    [
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<sup>x</sup>", "raised"),
        ("<u>x</u>", "underline"),
        ('<span style="font-style: italic">x</span>', "italic"),
        ('<span style="font-weight:700">x</span>', "bold"),
        ('<span style="vertical-align:super">x</span>', "raised"),
        ('<span style="font-variant:small-caps">x</span>', "small_caps"),
    ],
)
def test_looks(mark_up: str, look: str) -> None:
    run = lines(f"<p>a{mark_up}</p>")[0].runs[1]
    assert run.text == "x"
    assert getattr(run, look)


def test_a_break_stays_inside_its_line() -> None:
    assert lines("<p>Distr. générale <br> 27 mars 2006<br></p>")[0].text == "Distr. générale\n27 mars 2006"


def test_preformatted_text_keeps_its_lines() -> None:
    assert lines("<pre>one\n  two</pre>")[0].text == "one\ntwo"


def test_headings_rules_languages_and_links() -> None:
    found = flow('<h2>Annex</h2><hr><p><span lang="ar">x</span> <a href="https://docs.un.org/en/A/1">A/1</a>')
    heading, rule, line = found.items
    assert isinstance(heading, Line)
    assert heading.level == 2
    assert isinstance(rule, Rule)
    assert isinstance(line, Line)
    assert line.runs[0].language == "ar"
    assert line.runs[-1].href == "https://docs.un.org/en/A/1"


def test_ordered_lists_have_the_labels_that_a_browser_prints() -> None:
    found = lines(
        "<ol start=9><li>i<li>j<ol type=a><li>x<li value=28>y</ol></ol>"
        "<ol type=I reversed><li>p<li>q</ol><ul><li>b</ul>"
    )
    assert [(line.label, line.text) for line in found] == [
        ("9.", "i"),
        ("10.", "j"),
        ("a.", "x"),
        ("ab.", "y"),
        ("II.", "p"),
        ("I.", "q"),
        ("•", "b"),
    ]
    assert found[2].style == "list 2"


def test_typed_labels_are_not_doubled() -> None:
    assert [line.label for line in lines("<ol><li>1. Decides</li><li>(b) to</li></ol>")] == ["", ""]


def test_linked_notes_are_notes_and_links_back_are_no_text() -> None:
    found = flow(
        '<article><p>Recalling<sup><a href="#fn1" id="r1" role="doc-noteref">1</a></sup>, and</p></article>'
        '<section role="doc-endnotes"><ol><li id="fn1"><p>See <i>below</i>. <a href="#r1">↩</a></p><p>More.</p>'
        "</li></ol></section>"
    )
    (line,) = found.lines
    assert [(r.text, r.note) for r in line.runs] == [("Recalling", None), ("1", "fn1"), (", and", None)]
    (note,) = found.notes
    assert (note.id, note.mark, [line.text for line in note.lines]) == ("fn1", "1", ["See below.", "More."])


def test_notes_as_word_saves_them_are_notes() -> None:
    found = flow(
        '<p>Text<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><hr>'
        '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> A/1.</p></div>'
    )
    assert found.lines[0].text == "Text1."
    assert [line.text for line in found.notes[0].lines] == ["A/1."]
    assert len(found.lines) == 1


def test_links_to_places_in_the_text_are_no_notes() -> None:
    found = flow('<p>See paragraph <a href="#p5">5</a>.</p><p id="p5">5. Decides</p>')
    assert found.notes == ()
    assert [line.text for line in found.lines] == ["See paragraph 5.", "5. Decides"]


def test_notes_that_nothing_calls_stay_in_the_text() -> None:
    found = flow('<section role="doc-endnotes"><p id="fn1">1 See A/1.</p></section>')
    assert [line.text for line in found.lines] == ["1 See A/1."]


def test_scripts_styles_comments_and_hidden_text_are_not_seen() -> None:
    found = lines("<style>p{}</style><script>x<1</script><!-- c --><p hidden>h</p><p style='display:none'>n</p><p>seen")
    assert [line.text for line in found] == ["seen"]


def test_what_stands_around_the_article_is_furniture() -> None:
    found = flow("<header>Menu</header><main><p>Text</p></main><footer>Imprint</footer>")
    assert [line.text for line in found.lines] == ["Text"]
    assert [(f.kind, f.text) for f in found.furniture] == [
        (FurnitureKind.RUNNING_HEAD, "Menu"),
        (FurnitureKind.RUNNING_HEAD, "Imprint"),
    ]


def test_tables_of_figures_are_tables_and_tables_of_one_row_are_lines() -> None:
    found = flow(
        "<table><tr><td>1.</td><td>Decides</td></tr></table>"
        "<table><caption>Costs</caption><thead><tr><th>Year<th>Sum</thead><tr><td colspan=2>9<p>000</table>"
    )
    assert [line.text for line in found.lines] == ["1.", "Decides", "Costs"]
    (table,) = [item for item in found.items if isinstance(item, Table)]
    assert [[cell.header for cell in row] for row in table.rows] == [[True, True], [False]]
    assert table.rows[1][0].columns == 2
    assert [line.text for line in table.rows[1][0].lines] == ["9", "000"]


def test_declared_encodings() -> None:
    page = '<meta charset="iso-8859-5"><p>Генеральная</p>'.encode("iso-8859-5")
    assert read(page, "page.html").lines[0].text == "Генеральная"
    page = "\ufeff<p>Résolution</p>".encode("utf-16-le")
    assert read(page, "page.html").lines[0].text == "Résolution"


def test_nesting_without_end_loses_no_text() -> None:
    for tag in ("div", "b", "ul><li"):
        found = flow(f"<{tag}>" * 5000 + "buried" + "</div>" * 5000 + "<p>free")
        assert "".join(line.text for line in found.lines).replace("•", "") == "buriedfree"
        assert [d.code for d in found.diagnostics] == ["nesting-too-deep"]


@pytest.mark.parametrize("page", ["", " ", "<!-- only -->", "</p>", "<", "\x00", '<a "' * 2000])
def test_pages_of_nothing(page: str) -> None:
    assert isinstance(flow(page), Flow)


def test_spans_name_the_line_of_the_page() -> None:
    assert [line.span.line for line in lines("<p>a</p>\n\n<p>b</p>")] == [1, 3]


def test_labels_of_our_own_pages_are_labels() -> None:
    found = lines(
        "<style>ol, ul { list-style: none; }</style><ul><li>General</ul><ol class=paragraphs><li value=2>"
        '<p><span class="label">1 -</span> Decides</p><ol><li><p><span class="label">(أ)</span> to</p></ol></ol>'
    )
    assert [(line.label, line.text) for line in found] == [("", "General"), ("1 -", "Decides"), ("(أ)", "to")]


def test_a_style_sheet_takes_the_labels_from_the_lists_that_it_names() -> None:
    sheet = "<style>/* ol { list-style: none } */ main ol.bare, li { color: red; list-style-type: none }</style>"
    found = lines(sheet + "<ol class=bare><li>x</ol><ol><li>y</ol>")
    assert [line.label for line in found] == ["", "1."]


def test_a_remark_that_a_note_is_missing_is_no_note() -> None:
    found = flow(
        '<p>a<sup><a href="#n1" role="doc-noteref">(1)</a></sup></p><section role="doc-endnotes"><ol>'
        '<li id="n1" class="note missing"><p>The text of this note is missing.</p></li></ol></section>'
    )
    assert [(r.text, r.raised, r.note) for r in found.lines[0].runs] == [("a", False, None), ("(1)", True, None)]
    assert (found.notes, len(found.lines)) == ((), 1)
