"""Hostile and meaningless text: every recogniser answers quickly and never raises."""

import time

import pytest

from engross.lexicon import lexicon

TEXTS = {
    "empty": "",
    "blank": " \n\u00a0\u200f",
    "digits": "1" * 30_000,
    "numbers": "1, 2 and 3 (a), " * 3_000,
    "letters": "Point 1, a, " * 3_000,
    "brackets": "[(" * 10_000,
    "dashes": "-" * 30_000,
    "combining": "e" + "\u0301" * 30_000,
    "controls": "\x00\x01\ud800\uffff\u202e" * 3_000,
    "mixed": "Résolution adoptée par l’Assemblée générale le " * 1_000,
    "dates": "25 March 2025 " * 3_000,
    "chinese": "第十二届" * 5_000,
    "arabic": "الجلسة العامة " * 3_000,
}
RECOGNISERS = [
    "parse_session",
    "parse_date",
    "find_dates",
    "parse_agenda_item",
    "parse_distribution",
    "parse_original",
    "parse_version_line",
    "parse_organization",
    "parse_organ",
    "parse_adoption",
    "parse_number_line",
    "parse_meeting",
    "parse_proponent",
    "parse_formula",
    "parse_vote",
    "parse_label",
    "parse_annex",
    "parse_section",
    "part_of",
    "is_ibid",
    "raised_ordinals",
]


@pytest.mark.parametrize("name", TEXTS)
def test_every_recogniser_survives(name):
    for language in lexicon().languages.values():
        for recogniser in RECOGNISERS:
            recognise = getattr(language, recogniser)
            recognise("warm")
            start = time.perf_counter()
            recognise(TEXTS[name])
            assert time.perf_counter() - start < 1.0, recogniser
    lexicon().find_symbols(TEXTS[name])
    lexicon().guess_language(TEXTS[name])
