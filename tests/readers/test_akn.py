"""Akoma Ntoso as a source: the published files as they are, brought to one form, and our own files unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engross.akn.cover_reading import read_masthead
from engross.akn.namespace import every, find, name, text_of
from engross.akn.schema import validate
from engross.akn.serialise import to_bytes
from engross.model.failure import Failure
from engross.model.presentation import Paragraph, Points, plain
from engross.present import present
from engross.readers.akn import read
from tests.readers.published import COVER, paragraphs, published
from tests.readers.reading_akn import body, codes, shape, tree

# --- what it is -----------------------------------------------------------------------------------------------------


def test_a_published_file_is_read_without_a_finding_and_twice_is_as_once() -> None:
    result = read(published(), "a.xml")
    assert [d.code for d in result.diagnostics] == ["akn-empty"]
    once = to_bytes(result.tree)
    again = read(once, "a.xml")
    assert again.diagnostics == ()
    assert to_bytes(again.tree) == once


def test_iris_are_the_guidelines() -> None:
    uri = next(every(tree(published()), "FRBRuri")).get("value")
    assert uri == "/akn/un/statement/deliberation/un-ga/2044-12-20/99-998"


def test_masthead_and_closing_lines_are_kept_with_what_they_mean() -> None:
    masthead = read_masthead(tree(published())[0])
    assert (masthead.symbol, masthead.issuing_body, masthead.session) == (
        "A/RES/99/998",
        "General Assembly",
        "Ninety-ninth session",
    )
    assert masthead.title[0].text == "International Year of Footnotes"
    assert not masthead.title[0].bold
    assert (masthead.agenda[0].number, masthead.agenda[0].title) == ("57 (b)", "")
    assert masthead.adoption is not None
    assert masthead.proponent == "[on the report of the Second Committee (A/99/500, para. 9)]"
    assert masthead.proponent_documents == ("A/99/500, para. 9",)
    assert (masthead.closing.meeting, masthead.closing.meeting_number) == ("62nd plenary meeting", "62nd")
    assert masthead.job_number == "44-12345 (E)"


def test_the_lost_dash_between_the_dates_of_a_session_is_set() -> None:
    dates = (
        '<p><event refersTo="#session"><date date="2044-09-11" refersTo="#startDate">11 September</date>\n'
        '<date date="2044-10-13" refersTo="#endDate">13 October 2044</date></event></p></coverPage>'
    )
    cover = COVER.replace("</coverPage>", dates)
    assert read_masthead(tree(published(cover=cover))[0]).session_dates == "11 September–13 October 2044"


def test_metadata_that_no_page_prints_is_kept_and_made_valid() -> None:
    kept = (
        '<classification source="DHLAUTH"><keyword value="FOOTNOTES" dictionary="UNBIS"/></classification>'
        '<workflow source="#un"><step date="2044-12-20" outcome="adopted"/><step by="sess.: 1" outcome="x"/></workflow>'
        '<analysis source="#un"><parliamentary><voting outcome="adoptedRecordedVote"><count value="100" '
        'refersTo="inFavour"><akn4un:voters><organization refersTo="memberState">UTOPIA</organization></akn4un:voters>'
        "</count></voting></parliamentary></analysis>"
    )
    meta = next(every(tree(published(kept=kept)), "meta"))
    assert next(every(meta, "keyword")).get("showAs") == "FOOTNOTES"
    assert [step.get("date") for step in every(meta, "step")] == ["2044-12-20", "0001-01-01"]
    assert next(every(meta, "count")).get("refersTo") == "#inFavour"
    assert "UTOPIA" in text_of(meta)


def test_metadata_that_cannot_be_valid_is_left_out_and_reported_and_the_structure_stays() -> None:
    kept = '<lifecycle source="#un"><eventRef date="never" source="x y" type="birth"/></lifecycle>'
    data = published(paragraphs("1.	Decides."), kept=kept)
    assert "akn-plain" in codes(data)
    assert shape(body(data)) == "mainBody(paragraph(content(p)))"


# --- inline ---------------------------------------------------------------------------------------------------------


def test_white_space_is_layout_although_preserved() -> None:
    (container,) = (n for n in every(tree(published()), "container"))
    assert text_of(find(container, "p")) == "Recalling its resolution 98/1,See A/98/2."
    assert container.get("name") == "recital"


@pytest.mark.parametrize(
    ("language", "look"), [("eng", "italic"), ("fra", "italic"), ("ara", "bold italic"), ("zho", "bold")]
)
def test_opening_words_are_italics_in_every_language(language: str, look: str) -> None:
    data = published(paragraphs(f'<span class="{look}">Decides</span> so.'), language=language)
    assert [text_of(i) for i in every(body(data), "i")] == ["Decides"]
    assert list(every(body(data), "b")) == []


def test_bold_is_bold_elsewhere() -> None:
    assert len(list(every(body(published(paragraphs('a <span class="bold">b</span> c.'))), "b"))) == 1


def test_links_lead_to_the_present_host() -> None:
    links = [a.get("href") for a in every(tree(published()), "a")]
    assert links == ["https://docs.un.org/en/A/RES/98/1"]
    chinese = published(paragraphs('<a href="https://undocs.org/ch/A/RES/98/1">98/1</a>。'), language="zho")
    assert next(every(body(chinese), "a")).get("href") == "https://docs.un.org/zh/A/RES/98/1"


@pytest.mark.parametrize("href", ["", "file:///C:/a.doc", "javascript:x()", "a b"])
def test_links_that_lead_nowhere_leave_their_text(href: str) -> None:
    data = published(paragraphs(f'see <a href="{href}">A/99/1</a>.'))
    assert list(every(body(data), "a")) == []
    assert text_of(next(every(body(data), "p"))) == "see A/99/1."
    assert "akn-link" in codes(data)


def test_brackets_of_arabic_note_marks_stay_where_the_file_has_them_and_are_printed_once() -> None:
    note = '<authorialNote marker="1" placement="bottom"><p>	()	انظر A/98/2.</p></authorialNote>'
    data = published(paragraphs(f"تقرر<sup>(</sup>{note}<sup>)</sup>، ذلك."), language="ara")
    p = next(every(body(data), "p"))
    assert [name(child) for child in p] == ["sup", "authorialNote", "sup"]
    assert text_of(p) == "تقرر(() انظر A/98/2.)، ذلك."
    presentation = present(tree(data))
    (paragraph,) = (block for block in presentation.parts[0].blocks if isinstance(block, Paragraph))
    assert plain(paragraph.content) == "تقرر، ذلك."
    assert [(note.mark, plain(note.paragraphs[0])) for note in presentation.notes][-1] == ("(1)", "انظر A/98/2.")


def test_a_bracket_that_is_text_stays() -> None:
    data = published(paragraphs("H<sup>(</sup>a)."), language="ara")
    assert text_of(next(every(body(data), "p"))) == "H(a)."


def test_a_note_without_text_is_reported_and_kept() -> None:
    data = published(paragraphs('Decides<authorialNote marker="1" placement="bottom"><p/></authorialNote>.'))
    assert next(every(body(data), "authorialNote")).get("status") == "incomplete"
    assert "note-missing" in codes(data)


def test_a_link_that_is_cut_in_two_is_one() -> None:
    link = '<a href="https://undocs.org/en/S/RES/{}">{}</a>'
    words = "Recalls " + link.format("1515(2003)", "1515(200") + link.format("1515(2003)", "3)")
    others = " and " + link.format("1", "1") + link.format("2", "2") + " " + link.format("2", "2") + "."
    (alinea,) = body(published(paragraphs(words + others)))
    assert [text_of(node) for node in every(alinea, "a", "ref")] == ["1515(2003)", "1", "2", "2"]
    assert text_of(alinea) == "Recalls 1515(2003) and 12 2."


def test_the_layout_of_a_file_around_raised_letters_is_no_space() -> None:
    spans = (
        '<span class="bold">	Objectif n</span>\n  <sup>o</sup>\n  <span class="bold"> 14</span>',
        '<span>	Objectif n</span>\n  <span class="bold">\n <sup>o</sup>\n </span>\n  <span> 14</span>',
    )
    for title in spans:
        preface = f"<preface><p><docNumber>99/998.</docNumber><docTitle>\n{title}\n</docTitle></p></preface>"
        cover = COVER[: COVER.index("<preface>")] + preface
        made = next(every(tree(published(cover=cover, language="fra")), "preface"))
        assert text_of(made) == "99/998. Objectif no 14"


# --- numbers and lists ----------------------------------------------------------------------------------------------


def test_typed_numbers_stay_in_the_text_marked_and_points_go_under_their_paragraph() -> None:
    data = published(
        paragraphs("1.	Requests:", "(a)	One:", "(i)	Deep;", "(ii)	Deeper;", "(b)	Two.", "2.	Decides.")
    )
    first, second = body(data)
    assert text_of(next(every(second, "p"))) == "2. Decides."
    assert second.get("eId") == "para_2"
    assert shape(first) == (
        "paragraph(list(intro(p) point(list(intro(p) point(content(p)) point(content(p)))) point(content(p))))"
    )
    assert [text_of(n) for n in every(first, "inline")] == ["1.", "(a)", "(i)", "(ii)", "(b)"]
    assert {"akn-number", "akn-list"} <= set(codes(data))


def test_typed_numbers_are_printed_as_labels() -> None:
    presentation = present(tree(published(paragraphs("1.	Requests:", "(a)	One."))))
    (paragraph,) = (block for block in presentation.parts[0].blocks if isinstance(block, Paragraph))
    assert (paragraph.label, plain(paragraph.content)) == ("1.", "Requests:")
    (points,) = paragraph.blocks
    assert isinstance(points, Points)
    assert [(point.label, plain(point.content)) for point in points.items] == [("(a)", "One.")]


def test_i_after_h_is_a_letter() -> None:
    points = [f"({letter})	Point;" for letter in "abcdefghij"]
    (paragraph,) = body(published(paragraphs("1.	Requests:", *points)))
    (listing,) = (n for n in paragraph if name(n) == "list")
    assert len([n for n in listing if name(n) == "point"]) == 10


def test_arabic_numbers_typed_with_a_dash_are_paragraphs() -> None:
    data = published(paragraphs('1 -	<span class="bold italic">تقرر</span> ذلك؛'), language="ara")
    (paragraph,) = body(data)
    (number,) = every(paragraph, "inline")
    assert (name(paragraph), number.get("name"), text_of(number)) == ("paragraph", "num", "1 -")


def test_a_sublist_belongs_to_the_point_before_it() -> None:
    data = published(
        "<mainBody><paragraph><num>1.</num><list><intro><p>Asks:</p></intro><point><num>(a)</num><content><p>One:</p>"
        "</content></point><sublist><point><num>(i)</num><content><p>Deep;</p></content></point></sublist>"
        "</list></paragraph></mainBody>"
    )
    (paragraph,) = body(data)
    assert shape(paragraph) == "paragraph(num list(intro(p) point(num list(intro(p) point(num content(p))))))"


def test_text_after_a_list_wraps_it_up() -> None:
    data = published(
        "<mainBody><paragraph><num>1.</num><list><intro><p>Asks:</p></intro><point><num>(a)</num><content><p>One;</p>"
        "</content></point></list><alinea><content><p>and confirms.</p></content></alinea></paragraph></mainBody>"
    )
    (paragraph,) = body(data)
    assert shape(paragraph) == "paragraph(num list(intro(p) point(num content(p)) wrapUp(p)))"


# --- broken and hostile files ---------------------------------------------------------------------------------------


def test_malformed_mark_up_is_read_as_far_as_it_goes_and_reported() -> None:
    data = published(paragraphs("Decides.")).replace(b"</content></paragraph>", b"</docTitle></content></paragraph>", 1)
    result = read(data, "a.xml")
    assert validate(result.tree) == ()
    assert "akn-malformed" in [d.code for d in result.diagnostics]
    assert "Decides." in text_of(result.tree)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso>&x;</akomaNtoso>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><akomaNtoso/>'.encode("utf-16"),
        b"<html><body/></html>",
        b"",
        b"no mark-up at all",
        b"\x00\x01\x02",
    ],
)
def test_what_is_no_akoma_ntoso_is_a_failure_that_names_the_file(data: bytes) -> None:
    with pytest.raises(Failure, match=r"a\.xml"):
        read(data, "a.xml")


def test_earlier_namespaces_are_read() -> None:
    data = published().replace(b"/akn/3.0", b"/akn/3.0/WD17")
    assert text_of(next(every(tree(data), "docTitle"))) != ""


def test_a_file_with_nothing_in_it_is_valid() -> None:
    assert tree(b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>') is not None


def test_deep_nesting_ends_in_a_result_or_a_failure() -> None:
    deep = b"<section>" * 5000 + b"</section>" * 5000
    data = published("<mainBody>X</mainBody>").replace(b"X", deep)
    try:
        result = read(data, "a.xml")
    except Failure:
        return
    assert validate(result.tree) == ()


_TAGS = st.sampled_from(
    ["paragraph", "content", "p", "num", "list", "intro", "point", "sublist", "blockList", "item", "listIntroduction",
     "wrapUp", "section", "heading", "subheading", "crossHeading", "container", "hcontainer", "alinea", "table", "tr",
     "td", "span", "a", "sup", "authorialNote", "embeddedStructure", "formula", "inline", "eol", "vote", "quorum", "x"]
)  # fmt: skip
_WORDS = st.text("ab1.()	é\u00a0 ", max_size=10)


@st.composite
def _mark_up(draw: st.DrawFn, depth: int = 0) -> str:
    tag = draw(_TAGS)
    pieces = [draw(_WORDS)]
    for _ in range(draw(st.integers(0, 3 if depth < 4 else 0))):
        pieces += [draw(_mark_up(depth=depth + 1)), draw(_WORDS)]
    return f"<{tag}>{''.join(pieces)}</{tag}>"


@settings(max_examples=100, deadline=None)
@given(st.lists(_mark_up(), max_size=3), st.lists(_mark_up(), max_size=2))
def test_any_mark_up_gives_a_valid_tree_with_all_its_text(inner: list[str], before: list[str]) -> None:
    data = published(f"<mainBody>{''.join(inner)}</mainBody>", preamble=f"<preamble>{''.join(before)}</preamble>")
    result = read(data, "a.xml")
    assert validate(result.tree) == ()
    source = etree.fromstring(data)
    expected = "".join(sorted("".join("".join(n.itertext()) for n in every(source, "mainBody", "preamble")).split()))
    found = "".join(sorted("".join("".join(text_of(n) for n in every(result.tree, "statement"))).split()))
    missing = list(found)
    for character in expected:
        if character in missing:
            missing.remove(character)
        else:
            raise AssertionError(f"{character!r} of the text is lost")
