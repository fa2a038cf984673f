"""Document symbols: every form of them, their short form and their number in an IRI."""

import pytest

from engross.lexicon import lexicon


@pytest.mark.parametrize(
    ("text", "organ", "kind", "short", "iri"),
    [
        ("A/RES/56/76", "ga", "resolution", "56/76", "56-76"),
        ("A/RES/ES-11/1", "ga", "resolution", "ES-11/1", "ES-11-1"),
        ("A/RES/S-32/1", "ga", "resolution", "S-32/1", "S-32-1"),
        ("A/RES/77/128 A-B", "ga", "resolution", "77/128 A-B", "77-128"),
        ("A/RES/79/252 A", "ga", "resolution", "79/252 A", "79-252A"),
        ("A/RES/2758 (XXVI)", "ga", "resolution", "2758 (XXVI)", "2758-XXVI"),
        ("A/RES/3211 B (XXIX)", "ga", "resolution", "3211 B (XXIX)", "3211B-XXIX"),
        ("A/RES/217 A (III)", "ga", "resolution", "217 A (III)", "217A-III"),
        ("A/RES/3201 (S-VI)", "ga", "resolution", "3201 (S-VI)", "3201-S-VI"),
        ("S/RES/2728 (2024)", "sc", "resolution", "2728 (2024)", "2728-2024"),
        ("S/PRST/2023/1", "sc", "statement", "S/PRST/2023/1", "PRST-2023-1"),
        ("S/2023/212", "sc", "document", "S/2023/212", "S-2023-212"),
        ("A/HRC/RES/59/25", "hrc", "resolution", "59/25", "59-25"),
        ("E/RES/2021/2 B", "ecosoc", "resolution", "2021/2 B", "2021-2B"),
        ("A/DEC/76/413", "ga", "decision", "76/413", "76-413"),
        ("A/C.3/80/L.10", "ga", "draft", "A/C.3/80/L.10", "A-C.3-80-L.10"),
        ("A/80/L.5", "ga", "draft", "A/80/L.5", "A-80-L.5"),
        ("E/2025/L.14", "ecosoc", "draft", "E/2025/L.14", "E-2025-L.14"),
        ("A/80/604/Add.1", "ga", "document", "A/80/604/Add.1", "A-80-604-Add.1"),
        ("A/HRC/54/2", "hrc", "document", "A/HRC/54/2", "A-HRC-54-2"),
    ],
)
def test_every_form_of_symbol_is_known(text, organ, kind, short, iri):
    symbol = lexicon().parse_symbol(text)
    assert symbol is not None
    assert (symbol.text, symbol.organ, symbol.kind) == (text, organ, kind)
    assert (symbol.short, symbol.iri_number) == (short, iri)


@pytest.mark.parametrize(
    ("bare", "text"),
    [
        ("60/212", "A/RES/60/212"),
        ("16/21", "A/HRC/RES/16/21"),
        ("2023/5", "E/RES/2023/5"),
        ("2758 (XXVI)", "A/RES/2758 (XXVI)"),
        ("2728 (2024)", "S/RES/2728 (2024)"),
        ("ES-11/1", "A/RES/ES-11/1"),
    ],
)
def test_a_bare_number_is_given_to_an_organ_by_its_form(bare, text):
    assert lexicon().parse_symbol(bare).text == text


def test_the_facts_of_a_symbol():
    pair = lexicon().parse_symbol("A/RES/77/128 A-C")
    assert (pair.session, pair.number, pair.parts) == ("77", "128", ("A", "B", "C"))
    assert pair.part_text("B") == "A/RES/77/128 B"
    assert lexicon().parse_symbol("S/RES/1325 (2000)").year == 2000
    assert lexicon().parse_symbol("A/C.1/80/L.3/Rev.1").tail == "/Rev.1"


def test_reissue_marks_and_no_break_spaces_do_not_count():
    assert lexicon().parse_symbol(" A/80/L.5* ").text == "A/80/L.5"
    assert lexicon().parse_symbol("S/RES/1325\u00a0(2000)").text == "S/RES/1325 (2000)"


@pytest.mark.parametrize("text", ["", "hello", "A", "60", "1/2/3", "A/RES/", "2758 (IIXX)", "A/RES/60/212 and"])
def test_what_is_no_symbol(text):
    assert lexicon().parse_symbol(text) is None


def found(text):
    return [(text[start:end], symbol.text) for start, end, symbol in lexicon().find_symbols(text)]


def test_full_symbols_stand_anywhere_and_punctuation_is_not_theirs():
    assert found("See A/80/604/Add.1, para. 3; also (S/2023/212).") == [
        ("A/80/604/Add.1", "A/80/604/Add.1"),
        ("S/2023/212", "S/2023/212"),
    ]


def test_short_forms_need_a_word_for_resolution():
    assert found("its resolutions 53/199 of 15 December 1998 and 61/185 of 20 December 2006") == [
        ("53/199", "A/RES/53/199"),
        ("61/185", "A/RES/61/185"),
    ]
    assert found("a share of 53/199 of the footnotes") == []


def test_the_organ_named_nearby_owns_a_short_form():
    assert found("Human Rights Council resolution 54/15") == [("54/15", "A/HRC/RES/54/15")]
    assert found("решение 79/401 о сносках") == [("79/401", "A/DEC/79/401")]


def test_short_forms_in_arabic_and_chinese_spelling():
    assert found("قرارها 217 ألف (د-3) والقرار دإط-10/21") == [
        ("217 ألف (د-3)", "A/RES/217 A (III)"),
        ("دإط-10/21", "A/RES/ES-10/21"),
    ]
    assert found("回顾其第2099(XX)号和第58/220号决议") == [
        ("2099(XX)", "A/RES/2099 (XX)"),
        ("58/220", "A/RES/58/220"),
    ]
    arabic = lexicon().languages["ar"]
    assert arabic.short(lexicon().parse_symbol("217 A (III)")) == "217 ألف (د-3)"
    assert arabic.short(lexicon().parse_symbol("1325 (2000)")) == "1325 (2000)"


def test_session_years():
    organs = lexicon().organs
    assert organs["ga"].session_years("56") == (2001, 2002)
    assert organs["ecosoc"].session_years("2025") == (2025, 2025)
    assert organs["ga"].session_years("ES-11") is None
    assert organs["sc"].session_years("12") is None


def test_long_garbage_is_read_in_reasonable_time():
    for text in ("A/" * 20_000, "1" * 50_000, "60/212 " * 8_000, "resolution " + "(" * 20_000):
        lexicon().find_symbols(text)
        lexicon().parse_symbol(text)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("see FCCC/CP/2044/10/Add.1, decision 1/CP.21,", ["FCCC/CP/2044/10/Add.1"]),
        ("见ISBA/26/A/19。", ["ISBA/26/A/19"]),
        ("UNEP/EA.5/Res.14.", ["UNEP/EA.5/Res.14"]),
        ("the UNEP/programme, an and/or ST/ sign, QQ/99/1 and CRC/C", []),
    ],
)
def test_documents_of_other_bodies_are_told_by_how_their_symbols_begin(text: str, symbols: list[str]) -> None:
    assert [text[start:end] for start, end, _ in lexicon().find_symbols(text)] == symbols


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("回顾安全理事会第1373(2001)、1624(2005)和2178(2014)号决议，", ["1373 (2001)", "1624 (2005)", "2178 (2014)"]),
        ("回顾大会第59/296、60/266号决议，", ["59/296", "60/266"]),
        ("比率为59/296，第60/266号决议", ["60/266"]),
        ("第三委员会第59/29项、60/266", []),
    ],
)
def test_the_sign_behind_a_list_of_numbers_makes_them_all_resolutions(text: str, numbers: list[str]) -> None:
    assert [symbol.short for _, _, symbol in lexicon().find_symbols(text)] == numbers
