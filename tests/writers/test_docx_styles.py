"""Word files: the styles of the official template, and the looks of the languages."""

from __future__ import annotations

import re

import pytest

from tests.writers.resolutions import resolution
from tests.writers.written import W, part, printed, reread


def test_official_styles_have_their_official_names() -> None:
    styles = part(printed(resolution()), "word/styles.xml")
    names = {style.find(W + "name").get(W + "val") for style in styles.iter(W + "style")}
    assert names >= {
        "Normal", "__Single Txt", "_ H _Ch", "_ H_1", "_ H_2/3", "_ H_4", "XLarge", "Distribution", "Session",
        "Agenda_Item_Normal", "Agenda_Title_H2", "Title_H1", "Title_H_CH", "Sponsors", "footnote text",
        "footnote reference", "header", "footer", "Small", "SmallX", "Hyperlink",
    }  # fmt: skip
    fonts = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts.get(W + "ascii") == "Times New Roman"


def test_arabic_runs_from_right_to_left_in_an_arabic_face() -> None:
    data = printed(resolution("ar"))
    styles = part(data, "word/styles.xml")
    assert styles.find(f"{W}style[@{W}styleId='Normal']/{W}pPr/{W}bidi") is not None
    assert styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts").get(W + "cs") == "Amiri"
    for run in part(data, "word/document.xml").iter(W + "r"):
        words = "".join(run.itertext(W + "t"))
        if re.search("[\u0600-\u06ff]", words):
            assert run.find(f"{W}rPr/{W}rtl") is not None, words
            assert not re.search("[A-Za-z]", words), words
        elif re.search("[A-Za-z]", words):
            assert run.find(f"{W}rPr/{W}rtl") is None, words


@pytest.mark.parametrize(("language", "italic", "bold"), [("en", True, False), ("ar", True, True), ("zh", False, True)])
def test_emphasis_looks_as_the_language_prints_it(language: str, italic: bool, bold: bool) -> None:
    flow = reread(resolution(language))
    run = next(line for line in flow.lines if line.style == "Operative Paragraph").runs[0]
    assert (run.italic, run.bold) == (italic, bold)
    bracket = next(line for line in flow.lines if line.text.startswith("["))
    assert (bracket.runs[0].text, bracket.runs[0].italic, bracket.runs[0].bold) == ("[", False, False)
    assert (bracket.runs[1].italic, bracket.runs[1].bold) == (italic, bold)
