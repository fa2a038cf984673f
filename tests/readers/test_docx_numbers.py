"""Word: the numbers that Word prints by itself."""

from __future__ import annotations

import pytest

from engross.readers.docx import number_formats
from tests.readers.word import flow, labels, levels, numbered, paragraph, run


def test_automatic_numbers_are_the_labels_that_word_prints() -> None:
    found = flow(
        numbered("one"), numbered("a", level=1), numbered("b", level=1), numbered("i", level=2), numbered("two"),
        numbered("a", level=1),
        numbering=levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%1.%2.%3)")),
    )  # fmt: skip
    assert labels(found) == ["1.", "a)", "b)", "(2.b.i)".replace("2", "1"), "2.", "a)"]


def test_lists_that_share_a_definition_go_on_and_begin_anew_where_told() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    found = flow(
        numbered("x"), numbered("x", 2), numbered("x", 3), numbered("x", 3), numbered("x", 1),
        numbering=levels(("decimal", "%1."), more=more),
    )  # fmt: skip
    assert labels(found) == ["1.", "2.", "5.", "6.", "7."]


def test_levels_restart_as_told() -> None:
    definition = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:isLgl/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    found = flow(numbered("x"), numbered("x", level=1), numbered("x"), numbered("x", level=1), numbering=definition)
    assert labels(found) == ["III", "3.1", "IV", "4.2"]


def test_numbers_come_from_styles_and_can_be_taken_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Q"/><w:basedOn w:val="P"/></w:style>'
    )
    definition = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="Q"/><w:lvlText w:val="(%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    none = '<w:pStyle w:val="P"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    found = flow(
        paragraph(run("x"), properties='<w:pStyle w:val="P"/>'),
        paragraph(run("x"), properties='<w:pStyle w:val="Q"/>'),
        paragraph(run("x"), properties=none),
        paragraph(run("x"), properties='<w:pStyle w:val="P"/>'),
        styles=styles,
        numbering=definition,
    )
    assert labels(found) == ["1.", "(a)", "", "2."]


def test_bullets_are_signs_and_an_empty_numbered_paragraph_prints_its_number() -> None:
    definition = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    found = flow(numbered("x"), numbered("", level=1), numbered("y", level=1), numbering=definition)
    assert [line.label + line.text for line in found.lines] == ["•x", "1.", "2.y"]


@pytest.mark.parametrize(
    ("name", "number", "sign"),
    [
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 54, "bbb"),
        ("upperRoman", 44, "XLIV"),
        ("arabicAbjad", 3, "ج"),
        ("arabicAlpha", 3, "ت"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 105, "一百零五"),
        ("decimalZero", 3, "03"),
        ("decimalEnclosedCircle", 3, "③"),
        ("russianLower", 3, "в"),
        ("ordinal", 112, "112th"),
        ("chicago", 5, "**"),
        ("none", 5, ""),
        ("lowerRoman", 5000, "5000"),
    ],
)
def test_number_formats(name: str, number: int, sign: str) -> None:
    assert number_formats.sign(number, name) == sign


def test_an_unknown_number_format_is_a_finding() -> None:
    found = flow(numbered("x"), numbering=levels(("klingon", "%1.")))
    assert (labels(found), [d.code for d in found.diagnostics]) == (["1."], ["number-format-unknown"])
