"""The first page in any order, in six languages and four organs."""

from __future__ import annotations

import pytest

from engross.akn.namespace import every
from tests.recognise.structure.recognising import codes, masthead, recognised, text, tree

END = ("*The General Assembly*,", "*Recalling* all footnotes,", "1.\t*Decides* to number them.")


def test_lines_of_the_first_page_in_the_order_of_a_text_extraction() -> None:
    found = masthead(
        tree(
            "United Nations",
            "A/RES/99/998",
            "General Assembly",
            "Distr.: General",
            "27 December 2044",
            "Ninety-ninth session",
            "Agenda item 18 (d)",
            "International years",
            "Resolution adopted by the General Assembly\non 20 December 2044",
            "[on the report of the Second Committee (A/99/500, para. 9)]",
            "99/998. International Year of Footnotes",
            *END,
        )
    )
    assert found == {
        "publisher": "United Nations",
        "symbol": "A/RES/99/998",
        "issuingBody": "General Assembly",
        "generalDistribution": "Distr.: General",
        "dateOfIssuance": "27 December 2044",
        "session": "Ninety-ninth session",
        "agenda item": "Agenda item 18 (d)",
        "agenda item name": "International years",
        "adoption": "Resolution adopted by the General Assembly on 20 December 2044",
        "docProponent": "[on the report of the Second Committee (A/99/500, para. 9)]",
        "originating document": "A/99/500, para. 9",
        "docNumber": "99/998.",
        "resolutionTitle": "International Year of Footnotes",
    }


def test_lines_run_together_are_cut_where_one_ends() -> None:
    found = masthead(
        tree(
            "General Assembly Distr.: General 27 December 2044",
            "Ninety-ninth session Agenda item 18 (d) International years",
            "99/998. International Year of Footnotes",
            *END,
        )
    )
    assert found["issuingBody"] == "General Assembly"
    assert found["dateOfIssuance"] == "27 December 2044"
    assert (found["session"], found["agenda item"]) == ("Ninety-ninth session", "Agenda item 18 (d)")
    assert found["agenda item name"] == "International years"


def test_a_title_may_run_over_lines_and_its_number_may_hang_alone() -> None:
    found = masthead(tree("99/998.", "International Year of Footnotes", "and of Endnotes", *END))
    assert (found["docNumber"], found["resolutionTitle"]) == (
        "99/998.",
        "International Year of Footnotes and of Endnotes",
    )


def test_what_follows_from_number_and_organ_is_filled_in_and_nothing_else() -> None:
    result = recognised(
        "56/998.  Année internationale de la note", "L’Assemblée générale,", "1. Décide de numéroter les notes."
    )
    assert masthead(result.akn) == {
        "publisher": "Nations Unies",
        "symbol": "A/RES/56/998",
        "issuingBody": "Assemblée générale",
        "generalDistribution": "Distr. générale",
        "session": "Cinquante-sixième session",
        "docNumber": "56/998.",
        "resolutionTitle": "Année internationale de la note",
    }
    assert codes(result) == ["issue-date-unknown", "adoption-date-unknown"]


def test_a_security_council_resolution_has_a_number_line_and_no_preface() -> None:
    root = tree(
        "United Nations",
        "S/RES/9998 (2044)",
        "Security Council",
        "Distr.: General",
        "20 December 2044",
        "Resolution 9998 (2044)",
        "Adopted by the Security Council at its 9998th meeting, on 20 December 2044",
        "*The Security Council*,",
        "1.\t*Decides* to remain seized of footnotes.",
    )
    found = masthead(root)
    assert found["resolutionNumber"] == "Resolution 9998 (2044)"
    assert found["adoption"].startswith("Adopted by the Security Council at its 9998th meeting")
    assert not list(every(root, "preface"))
    assert next(every(root, "FRBRuri")).get("value") == "/akn/un/statement/deliberation/un-sc/2044-12-20/9998-2044"


def test_the_human_rights_council_names_two_bodies_and_the_session_s_dates() -> None:
    found = masthead(
        tree(
            "United Nations",
            "A/HRC/RES/98/25",
            "General Assembly",
            "Distr.: General",
            "16 July 2044",
            "Original: English",
            "Human Rights Council",
            "Ninety-eighth session",
            "16 June–8 July 2044",
            "Agenda item 3",
            "Promotion and protection of all footnotes",
            "Resolution adopted by the Human Rights Council on 8 July 2044",
            "98/25. Footnotes and human rights",
            "*The Human Rights Council*,",
            "1.\t*Decides* to number notes.",
        )
    )
    assert (found["issuingBody"], found["subsidiaryBody"]) == ("General Assembly", "Human Rights Council")
    assert found["originalLanguage"] == "Original: English"
    assert found["agenda item name"] == "Promotion and protection of all footnotes"


def test_a_draft_has_committee_sponsors_and_a_title_without_number() -> None:
    root = tree(
        "United Nations",
        "A/C.3/99/L.10",
        "General Assembly",
        "Distr.: Limited",
        "14 October 2044",
        "Original: English",
        "Ninety-ninth session",
        "Third Committee",
        "Agenda item 67 (a)",
        "Promotion of footnotes",
        "**Chile, France and Ghana: draft resolution**",
        "**Footnotes of the child**",
        *END,
    )
    found = masthead(root)
    assert found["docCommittee"] == "Third Committee"
    assert found["sponsors" if "sponsors" in found else "docProponent"] == "Chile, France and Ghana: draft resolution"
    assert found["resolutionTitle"] == "Footnotes of the child"
    assert next(every(root, "statement")).get("name") == "draftResolution"


@pytest.mark.parametrize(
    ("formula", "language", "actor"),
    [
        ("L’Assemblée générale,", "fra", "un-ga"),
        ("El Consejo de Seguridad,", "spa", "un-sc"),
        ("Экономический и Социальный Совет,", "rus", "un-ecosoc"),
        ("إن الجمعية العامة،", "ara", "un-ga"),
        ("人权理事会，", "zho", "un-ga-hrc"),
    ],
)
def test_the_formula_tells_organ_and_language(formula: str, language: str, actor: str) -> None:
    root = tree(formula)
    assert next(every(root, "FRBRlanguage")).get("language") == language
    assert f"/{actor}/" in next(every(root, "FRBRuri")).get("value", "")


def test_details_win_over_what_is_recognised() -> None:
    import datetime

    root = tree(
        "99/998. International Year of Footnotes",
        *END,
        symbol="A/RES/99/997",
        title="Year of the Endnote",
        issued=datetime.date(2044, 12, 27),
        adopted=datetime.date(2044, 12, 20),
        agenda_item="18 (d)",
        job_number="44-12345 (E)",
    )
    found = masthead(root)
    assert (found["symbol"], found["resolutionTitle"]) == ("A/RES/99/997", "Year of the Endnote")
    assert (found["dateOfIssuance"], found["agenda item"]) == ("27 December 2044", "Agenda item 18 (d)")
    assert text(next(every(root, "docketNumber"))) == "44-12345 (E)"
    assert next(every(root, "FRBRuri")).get("value", "").endswith("/2044-12-20/99-997")


def test_a_line_of_the_head_that_nothing_knows_stays_with_a_finding() -> None:
    result = recognised("A stamp of the library", "United Nations", "99/998. Footnotes", *END)
    assert "A stamp of the library" in text(next(every(result.akn, "coverPage")))
    assert "text-unplaced" in codes(result)


def test_what_a_head_says_twice_is_kept_twice() -> None:
    result = recognised("Distr.: General", "Distr.: Limited", "44-12345 (E)", *END)
    cover = text(next(every(result.akn, "coverPage")))
    assert "Distr.: General" in cover
    assert "Distr.: Limited" in cover
    assert text(next(every(result.akn, "docketNumber"))) == "44-12345 (E)"


def test_several_agenda_items_on_one_line_have_a_title_each() -> None:
    root = tree("Ninety-ninth session", "Agenda items 13 and 117", "Conferences", "and summits", "Follow-up", *END)
    titles = [text(node) for node in every(root, "inline") if node.get("name") == "agenda item name"]
    assert titles == ["Conferences and summits", "Follow-up"]


def test_the_star_behind_the_symbol_leads_to_the_notice_of_reissue() -> None:
    for symbol in ("A/RES/99/998*", "A/RES/99/998^*^"):
        notes = {"*": "Reissued for technical reasons."}
        found = masthead(tree("United Nations", symbol, "General Assembly", "99/998. Notes", *END, notes=notes))
        assert (found["symbol"], found["reissue"]) == ("A/RES/99/998", "* Reissued for technical reasons.")


def test_the_masthead_of_a_decision_names_the_document_its_origin_and_its_kind() -> None:
    result = recognised(
        "United Nations",
        "A/DEC/99/598",
        "General Assembly",
        "Decision",
        "Ninety-ninth session",
        "Agenda item 12",
        "Other decisions",
        "Plenary",
        "**99/598. Footnotes of the session**",
        "At its 12th plenary meeting, on 20 December 2044, the General Assembly took note of the footnotes.",
    )
    cover = next(every(result.akn, "coverPage"))
    assert [text(line) for line in cover] == [
        "United Nations",
        "A/DEC/99/598",
        "General Assembly",
        "Decision",
        "Plenary",
        "Ninety-ninth session",
        "Agenda item 12",
        "Other decisions",
    ]
    assert [node.get("refersTo") for node in every(cover, "docProponent")] == ["#noMainCommittee"]
    assert [text(node) for node in every(cover, "docType")] == ["Decision"]
    assert [text(node) for node in every(cover, "inline") if node.get("name") == "decision type"] == ["Other decisions"]
    assert "text-unplaced" not in codes(result)


@pytest.mark.parametrize(("language", "letter"), [("en", "B"), ("ar", "باء"), ("ru", "В")])
def test_the_letter_of_a_part_that_stands_alone_is_no_part_of_the_title(language: str, letter: str) -> None:
    root = tree("**99/598. Footnotes**", f"**{letter}**^1^", *END, notes={"1": "So lettered."}, language=language)
    preface = next(every(root, "preface"))
    number, marked = every(preface, "docNumber")
    assert (text(number), text(next(every(preface, "docTitle")))) == ("99/598.", "Footnotes")
    assert marked.text == letter
    assert text(next(every(marked, "authorialNote"))).endswith("So lettered.")


def test_an_organ_that_is_printed_on_two_lines_is_one_organ() -> None:
    result = recognised("E/RES/2044/7", "Экономический и", "Социальный Совет", "2044/7. Сноски", "*постановляет* все.")
    found = masthead(result.akn)
    assert found["issuingBody"] == "Экономический и Социальный Совет"
    assert "text-unplaced" not in codes(result)


def test_after_the_number_the_organ_s_name_alone_is_the_formula_though_another_formula_follows() -> None:
    root = tree(
        "经济及社会理事会",
        "**2044/7. 脚注年**",
        "**经济及社会理事会**",
        "*建议*大会通过以下决议草案：",
        "**大会**，",
        "**回顾**脚注，",
        "1. **决定**继续。",
    )
    assert text(next(every(root, "formula"))) == "经济及社会理事会"


def test_text_that_follows_a_bold_title_is_no_part_of_it() -> None:
    root = tree("A/DEC/99/598", "Decision", "**99/598. Footnotes**", "At its 12th meeting the Assembly took note of it")
    assert text(next(every(root, "docTitle"))) == "Footnotes"
