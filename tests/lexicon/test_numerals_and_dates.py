"""Ordinals by rule, Roman figures, dates in six languages."""

import datetime

import pytest

from engross.lexicon import lexicon
from engross.lexicon.numerals import Numerals, read_roman, spell_roman

DAY = datetime.date(2025, 3, 25)
CODES = ["en", "fr", "es", "ru", "ar", "zh"]


def language(code):
    return lexicon().languages[code]


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        ("en", 12, "twelfth"),
        ("en", 74, "seventy-fourth"),
        ("en", 121, "one hundred and twenty-first"),
        ("fr", 61, "soixante et unième"),
        ("fr", 71, "soixante et onzième"),
        ("fr", 77, "soixante-dix-septième"),
        ("fr", 81, "quatre-vingt-unième"),
        ("fr", 97, "quatre-vingt-dix-septième"),
        ("es", 74, "septuagésimo cuarto"),
        ("es", 81, "octogésimo primer"),
        ("ru", 40, "сороковая"),
        ("ru", 76, "семьдесят шестая"),
        ("ar", 74, "الرابعة والسبعون"),
        ("ar", 81, "الحادية والثمانون"),
        ("zh", 80, "八十"),
        ("zh", 111, "一百一十一"),
    ],
)
def test_ordinals_are_made_by_rule(code, number, words):
    assert language(code).numerals("session").spell(number) == words


@pytest.mark.parametrize("code", CODES)
def test_every_session_number_is_spelt_in_one_way_and_read_back(code):
    table = language(code).numerals("session")
    assert [table.value(table.spell(n)) for n in range(1, 200)] == list(range(1, 200))


def test_rules_for_endings():
    table = Numerals({"*": "{n}th", "*1": "{n}st", "*11": "{n}th", "5-6": "five or six", "6": "six"})
    assert [table.spell(n) for n in (1, 2, 5, 6, 11, 21)] == ["1st", "2th", "five or six", "six", "11th", "21st"]


def test_roman_figures():
    assert [spell_roman(n) for n in (4, 9, 26, 1944)] == ["IV", "IX", "XXVI", "MCMXLIV"]
    assert [read_roman(text) for text in ("xxvi", "IIX", "", "IC")] == [26, None, None, None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "25\u00a0March 2025"),
        ("fr", "25\u00a0mars 2025"),
        ("es", "25\u00a0de marzo de 2025"),
        ("ru", "25\u00a0марта 2025\u00a0года"),
        ("ar", "25 آذار/مارس 2025"),
        ("zh", "2025年3月25日"),
    ],
)
def test_dates_are_printed_and_read(code, text):
    assert language(code).date(DAY) == text
    assert language(code).parse_date(text) == DAY
    assert language(code).parse_date(text.replace("\u00a0", " ") + ".") == DAY


def test_the_first_of_the_month_in_french():
    french = language("fr")
    assert french.date(datetime.date(2025, 12, 1)) == "1er\u00a0décembre 2025"
    assert french.parse_date("1er décembre 2025") == datetime.date(2025, 12, 1)
    assert french.parse_date("1 decembre 2025") == datetime.date(2025, 12, 1)


@pytest.mark.parametrize("code", CODES)
def test_every_month_is_read_back(code):
    days = [datetime.date(2024, month, 29) for month in range(1, 13)]
    assert [language(code).parse_date(language(code).date(day)) for day in days] == days


@pytest.mark.parametrize("code", ["ru", "ar", "zh"])
def test_the_masthead_of_some_languages_is_dated_in_english(code):
    assert language(code).issue_date(DAY) == "25 March 2025"
    assert language(code).parse_date("25 March 2025") == DAY


def test_arabic_months_by_one_of_their_names():
    assert language("ar").parse_date("11 أيلول 2023") == datetime.date(2023, 9, 11)
    assert language("ar").parse_date("11 سبتمبر 2023") == datetime.date(2023, 9, 11)


@pytest.mark.parametrize("text", ["31 February 2025", "25 March 0025", "March", "", "25 mars 2025"])
def test_what_is_no_english_date(text):
    assert language("en").parse_date(text) is None


def test_dates_in_running_text_and_ranges():
    text = "held from 9 to 13 June 2025, and on 1 May 2026"
    assert [(text[a:b], str(d)) for a, b, d in language("en").find_dates(text)] == [
        ("9", "2025-06-09"),
        ("13 June 2025", "2025-06-13"),
        ("1 May 2026", "2026-05-01"),
    ]
    assert [str(d) for _, _, d in language("fr").find_dates("11 septembre–13 octobre 2023")] == [
        "2023-09-11",
        "2023-10-13",
    ]
    assert language("en").session_dates(datetime.date(2025, 6, 16), datetime.date(2025, 7, 8)) == (
        "16\u00a0June–8\u00a0July 2025"
    )


def test_raised_endings():
    text = "68e séance, 1er décembre, XXIe siècle, n\u006f 39, 2e"
    assert [text[a:b] for a, b in language("fr").raised_ordinals(text)] == ["e", "er", "e", "o", "e"]
    assert language("en").raised_ordinals("62nd plenary meeting") == []
