"""Labels of paragraphs and points; headings of annexes and sections."""

import pytest

from engross.lexicon import lexicon


def read(code, text):
    found = lexicon().languages[code].parse_label(text)
    return found and (found.kind, found.value, text[found.end :])


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "1. Decides", ("number", 1, "Decides")),
        ("en", "12.\tDecides", ("number", 12, "Decides")),
        ("en", "3.", ("number", 3, "")),
        ("en", "4.Decides", ("number", 4, "Decides")),
        ("zh", "5．决定", ("number", 5, "决定")),
        ("ar", "1 - تقرر", ("number", 1, "تقرر")),
        ("ar", "1- تقرر", ("number", 1, "تقرر")),
        ("zh", "2.决定", ("number", 2, "决定")),
        ("en", "(a) To cite", ("letter", 1, "To cite")),
        ("fr", "b) Citer", ("letter", 2, "Citer")),
        ("en", "(aa) To cite", ("letter", 27, "To cite")),
        ("en", "(ii) To cite", ("roman", 2, "To cite")),
        ("en", "(iv) To cite", ("roman", 4, "To cite")),
        ("en", "a. To cite", ("letter", 1, "To cite")),
        ("ar", "(ب) أن", ("letter", 2, "أن")),
        ("ar", "(هـ) أن", ("letter", 5, "أن")),
        ("ar", "’3‘ أن", ("roman", 3, "أن")),
        ("zh", "㈡ 引用", ("roman", 2, "引用")),
        ("zh", "(三) 引用", ("roman", 3, "引用")),
        ("en", "• To cite", ("bullet", 1, "To cite")),
    ],
)
def test_labels(code, text, expected):
    assert read(code, text) == expected


@pytest.mark.parametrize("text", ["1.5 per cent", "2025, and", "(see below)", "Decides", "", "10-year plan", "(A)"])
def test_what_is_no_label(text):
    assert read("en", text) is None


def test_ambiguous_labels_have_both_readings():
    found = lexicon().languages["en"].parse_label("(v) To cite")
    assert (found.read_as("letter"), found.read_as("roman")) == (22, 5)
    first = lexicon().languages["en"].parse_label("(i) To cite")
    assert (first.kind, first.read_as("letter")) == ("roman", 9)
    assert lexicon().languages["en"].parse_label("(b) To cite").read_as("roman") is None


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("en", ("3.", "(c)", "(iii)")),
        ("fr", ("3.", "c)", "iii)")),
        ("ar", ("3 -", "(ج)", "’3‘")),
        ("zh", ("3.", "(c)", "㈢")),
    ],
)
def test_printed_labels(code, labels):
    language = lexicon().languages[code]
    assert tuple(language.label(style, 3) for style in ("paragraph", "point", "subpoint")) == labels
    assert language.note_mark("2") == ("(2)" if code == "ar" else "2")


@pytest.mark.parametrize(
    ("code", "text", "kind", "value", "rest"),
    [
        ("fr", "Annexe", "annex", 0, ""),
        ("en", "Annex II", "annex", 2, ""),
        ("en", "Annex A – Items of notes", "annex", 1, "Items of notes"),
        ("es", "Apéndice III", "appendix", 3, ""),
        ("ru", "Приложение I", "annex", 1, ""),
        ("ar", "المرفق الثاني", "annex", 2, ""),
        ("ar", "المرفق باء", "annex", 2, ""),
        ("zh", "附件二", "annex", 2, ""),
        ("en", "Enclosure", "enclosure", 0, ""),
    ],
)
def test_annexes(code, text, kind, value, rest):
    found = lexicon().languages[code].parse_annex(text)
    assert (found.kind, found.value, found.rest) == (kind, value, rest)


def test_prose_is_no_annex():
    assert lexicon().languages["en"].parse_annex("Annexes are attached to notes") is None
    assert lexicon().languages["en"].parse_annex("annex to the present resolution") is None


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [("fr", "", "Annexe"), ("en", "II", "Annex II"), ("ar", "II", "المرفق الثاني"), ("zh", "II", "附件二")],
)
def test_printed_annexes(code, number, text):
    assert lexicon().languages[code].annex(number) == text


@pytest.mark.parametrize(
    ("code", "text", "kind", "value", "rest"),
    [
        ("en", "I", "roman", 1, ""),
        ("fr", "II. Des notes", "roman", 2, "Des notes"),
        ("en", "A. Footnotes", "letter", 1, "Footnotes"),
        ("fr", "Article premier", "article", 1, ""),
        ("en", "Article 5", "article", 5, ""),
        ("en", "Part two", "part", 2, ""),
        ("ar", "ثالثا", "ordinal", 3, ""),
        ("ar", "باء - الحواشي", "letter", 2, "الحواشي"),
        ("zh", "一、脚注", "ordinal", 1, "脚注"),
    ],
)
def test_sections(code, text, kind, value, rest):
    found = lexicon().languages[code].parse_section(text)
    assert (found.kind, found.value, found.rest) == (kind, value, rest)


def test_prose_is_no_section():
    assert lexicon().languages["en"].parse_section("A culture of footnotes") is None
    assert lexicon().languages["en"].parse_section("In this regard") is None


@pytest.mark.parametrize(("code", "text"), [("en", "B"), ("ar", "باء"), ("ru", "В."), ("ru", "B")])
def test_a_letter_alone_heads_a_part(code, text):
    found = lexicon().languages[code].parse_section(text)
    assert (found.kind, found.value, found.rest) == ("letter", 2, "")


def test_the_name_of_a_letter_that_goes_on_is_a_word():
    assert lexicon().languages["ar"].parse_section("ألف حاشية") is None
