"""Opening words: what is emphasised, and whether a paragraph is a recital or operative."""

import pytest

from engross.lexicon import lexicon


@pytest.mark.parametrize(
    ("code", "part", "opening", "rest"),
    [
        ("en", "recital", "Taking note", " of the footnotes,"),
        ("en", "recital", "Deeply concerned", " that notes are lost,"),
        ("en", "recital", "Recalling further", " its footnotes,"),
        ("en", "operative", "Calls upon", " all States to cite;"),
        ("en", "operative", "Also expresses its deep appreciation", " to the typesetters;"),
        ("fr", "recital", "Se déclarant vivement préoccupée", " par les notes,"),
        ("fr", "recital", "Consciente également", " que les notes comptent,"),
        ("fr", "operative", "Prend note avec satisfaction", " des notes ;"),
        ("fr", "operative", "Demande instamment", " aux États de citer ;"),
        ("es", "recital", "Acogiendo con beneplácito también", " las notas,"),
        ("es", "operative", "Pone de relieve", " las notas;"),
        ("ru", "recital", "будучи глубоко обеспокоена", " утратой сносок,"),
        ("ru", "operative", "с удовлетворением отмечает", ", что сноски целы;"),
        ("ar", "recital", "وإذ تؤكد من جديد", " أن الحواشي مهمة،"),
        ("ar", "operative", "يحيط علماً", " بالحواشي؛"),
        ("zh", "recital", "又深为关切", "脚注遗失，"),
        ("zh", "operative", "赞赏地注意到", "脚注；"),
    ],
)
def test_the_emphasis_ends_before_the_preposition(code, part, opening, rest):
    language = lexicon().languages[code]
    text = opening + rest
    assert text[: language.opening(text, part)] == opening
    assert language.part_of(text) == part


def test_no_opening():
    english = lexicon().languages["en"]
    assert english.opening("The footnotes of the present resolution", "recital") == 0
    assert english.opening("Requestsomething", "operative") == 0
    assert english.opening("", "operative") == 0
    assert english.part_of("See resolution 70/1.") is None


def test_space_before_and_no_break_spaces_inside():
    english = lexicon().languages["en"]
    text = " \tTaking\u00a0note  of footnotes,"
    assert text[: english.opening(text, "recital")] == " \tTaking\u00a0note"


def test_an_accent_tells_the_part_in_french():
    french = lexicon().languages["fr"]
    assert french.part_of("Encouragé par les notes,") == "recital"
    assert french.part_of("Encourage les notes ;") == "operative"


def test_the_security_council_emphasises_the_verb_alone():
    english = lexicon().languages["en"]
    text = "Expressing grave concern at footnotes,"
    assert text[: english.opening(text, "recital")] == "Expressing grave concern"
    assert text[: english.opening(text, "recital", "sc")] == "Expressing"


def test_hostile_text_is_quick():
    for language in lexicon().languages.values():
        for text in ("also " * 5_000, "(" * 10_000, "إذ " * 5_000, "又" * 10_000, "\u0301" * 10_000):
            language.opening(text, "recital")
            language.opening(text, "operative")
