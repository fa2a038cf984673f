"""Drafts in Word: what was begun comes back, and styles say what a paragraph is where words do not."""

from __future__ import annotations

import pytest

from engross.akn.namespace import text_of
from engross.akn.schema import validate
from engross.batch.document import Document, read_bytes
from engross.drafting import Order, draft
from tests.readers.word import make_word, paragraph, run, style, styled

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
STYLES = "".join(
    style(name)
    for name in (
        "Title",
        "Title_H1",
        "__Single Txt",
        "Quote",
        "Preambular Paragraph",
        "Operative Paragraph",
    )
)


def read_word(*blocks: str) -> Document:
    document = read_bytes(make_word("".join(blocks), styles=STYLES), "draft.docx")
    assert validate(document.akn) == ()
    return document


def parts(document: Document) -> list[tuple[str, str]]:
    """Recitals and operative paragraphs with the names of their elements."""
    found = document.akn.iter("{*}container", "{*}paragraph")
    names = {"container": "recital", "paragraph": "paragraph"}
    return [(names[node.tag.rpartition("}")[2]], text_of(next(node.iter("{*}p")))) for node in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbol", ["A/C.2/99/L.7", ""])
@pytest.mark.parametrize("sponsors", ["Chile and Ghana", ""])
def test_a_draft_comes_back_out_of_word_unchanged(language: str, symbol: str, sponsors: str) -> None:
    order = Order(
        language=language,
        symbol=symbol,
        session=99,
        agenda_item="57 (b)",
        agenda_title="Typography for development",
        title="International Year of Footnotes",
        sponsors=sponsors,
    )
    made = read_bytes(draft(order).encode(), "new.md")
    again = read_bytes(made.to_bytes("docx"), "new.docx")
    assert again.to_xml() == made.to_xml()


def test_titles_in_words_own_style_are_titles() -> None:
    document = read_word(
        styled("International Year of Footnotes", "Title"),
        paragraph(run("The General Assembly,")),
        paragraph(run("1. Decides to print footnotes.")),
    )
    assert document.title == "International Year of Footnotes"
    assert parts(document) == [("paragraph", "Decides to print footnotes.")]


def test_paragraphs_are_what_their_styles_say_where_their_words_are_unknown() -> None:
    document = read_word(
        paragraph(run("The General Assembly,")),
        styled("Footnotes are small", "Preambular Paragraph"),
        styled("They stand at the foot", "Preambular Paragraph"),
        styled("Let there be footnotes", "Operative Paragraph"),
    )
    assert parts(document) == [
        ("recital", "Footnotes are small"),
        ("recital", "They stand at the foot"),
        ("paragraph", "Let there be footnotes"),
    ]


def test_paragraphs_without_styles_are_known_by_their_words() -> None:
    document = read_word(
        paragraph(run("The General Assembly,")),
        paragraph(run("Recalling its resolution 98/1,")),
        paragraph(run("1. Decides to print footnotes.")),
    )
    assert parts(document) == [
        ("recital", "Recalling its resolution 98/1,"),
        ("paragraph", "Decides to print footnotes."),
    ]


def test_running_text_is_no_line_of_a_title_and_stands_by_itself() -> None:
    document = read_word(
        paragraph(run("United Nations")),
        styled("99/507. Questions deferred", "Title_H1"),
        styled("At its last meeting the General Assembly deferred", "__Single Txt"),
        styled("The number of footnotes", "__Single Txt"),
        styled("The size of footnotes", "__Single Txt"),
    )
    assert document.title == "Questions deferred"
    body = [text_of(p) for p in next(document.akn.iter("{*}mainBody")).iter("{*}p")]
    assert body[-2:] == ["The number of footnotes", "The size of footnotes"]
    assert not list(next(document.akn.iter("{*}mainBody")).iter("{*}heading"))


def test_a_quotation_goes_on_with_its_paragraph() -> None:
    document = read_word(
        paragraph(run("The General Assembly,")),
        paragraph(run("1. Recalls these words:")),
        styled("Footnotes shall be small.", "Quote"),
        styled("They shall be few.", "Quote"),
        paragraph(run("2. Thanks the printers.")),
    )
    assert len(parts(document)) == 2
    first = next(document.akn.iter("{*}paragraph"))
    assert "They shall be few." in text_of(first)


def test_a_bold_recital_is_no_heading() -> None:
    document = read_word(
        paragraph(run("The General Assembly,")),
        paragraph(run("Bearing footnotes in mind", "<w:b/>"), properties='<w:pStyle w:val="Preambular Paragraph"/>'),
        paragraph(run("1. Decides to print footnotes.")),
    )
    assert parts(document)[0] == ("recital", "Bearing footnotes in mind")
