"""Parity: what differs between versions in more than language, and what does not."""

from __future__ import annotations

import json

import pytest

from engross.compare import report
from engross.compare.parity import compare
from tests.compare.invented import found, paragraph, point, version, whole
from tests.present.invented import note


def pair(english: str, french: str) -> list[str]:
    return found(version("eng", paragraph("1.", english)), version("fra", paragraph("1.", french)))


def test_versions_that_say_the_same_do_not_differ() -> None:
    assert pair("Recalls resolution 98/7 of 3 November 2043;", "Rappelle la résolution 98/7 du 3 novembre 2043 ;") == []


def test_another_document() -> None:
    assert pair("Takes note of A/99/868;", "Prend acte du document A/99/886 ;") == ["parity-reference"]


def test_a_document_that_is_only_read_in_one_language_is_no_difference() -> None:
    assert pair("Recalls resolution 98/7;", "Rappelle le texte 98/7 ;") == []


def test_another_date() -> None:
    assert pair("On 19 November 2043.", "Le 20 novembre 2043.") == ["parity-date"]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Spends 2.5 million dollars.", "Dépense 2 500 000 dollars."),
        ("Spends 12,500 dollars.", "Dépense 12 500 dollars."),
        ("Reads 5 margins.", "Lit cinq marges."),
        ("The 75th year.", "La soixante-quinzième année."),
    ],
)
def test_figures_that_are_written_differently(english: str, french: str) -> None:
    assert pair(english, french) == []


def test_figures_that_differ() -> None:
    assert pair("Reads 45 margins.", "Lit 54 marges.") == ["parity-figure"]


def test_chinese_writes_figures_in_scales_and_in_words() -> None:
    english = version("eng", paragraph("1.", "Spends 2.5 million under article 19."))
    assert found(english, version("zho", paragraph("1.", "根据第十九条支出250万。"))) == []


def test_arabic_sets_groups_of_digits_from_right_to_left() -> None:
    english = version("eng", paragraph("1.", "Spends 679,300 dollars."))
    assert found(english, version("ara", paragraph("1.", "ينفق 300 679 دولار."))) == []


def test_a_note_called_in_one_version_only() -> None:
    english = version("eng", paragraph("1.", f"Decides{note()}."))
    assert found(english, version("fra", paragraph("1.", "Décide."))) == ["parity-note", "parity-missing"]


def test_a_paragraph_that_is_missing_and_one_that_is_misnumbered() -> None:
    one, two, three = (paragraph(f"{n}.", f"Decides on margin {n}00.") for n in (1, 2, 3))
    assert found(version("eng", one, two, three), version("fra", one, three)) == ["parity-missing"]
    misread = paragraph("7.", "Decides on margin 200.")
    assert found(version("eng", one, two, three), version("fra", one, misread, three)) == ["parity-number"]


def test_a_letter_that_is_also_a_roman_number_agrees_with_either() -> None:
    points = "".join(point(f"({letter})", "x;") for letter in "abcdefgh")
    english = version("eng", paragraph("1.", "Decides:", points + point("(i)", "x.")))
    russian = version("rus", paragraph("1.", "…", points + point("i)", "x.")))
    assert found(english, russian) == []


def test_tables_of_different_sizes() -> None:
    def table(rows: int) -> str:
        return f"<alinea><content><table>{'<tr><td><p>x</p></td></tr>' * rows}</table></content></alinea>"

    assert found(version("eng", table(2)), version("fra", table(3))) == ["parity-table"]


def test_versions_that_do_not_belong_together() -> None:
    other = version("eng", paragraph("1.", "Decides."), symbol="A/RES/99/302")
    assert found(version("eng", paragraph("1.", "Decides.")), other) == ["parity-symbol", "parity-language"]


def test_the_finding_stands_in_the_version_that_is_alone() -> None:
    same = "Takes note of A/99/868."
    parity = compare([
        version("eng", paragraph("1.", same)),
        version("fra", paragraph("1.", "Prend acte du A/99/868.")),
        version("spa", paragraph("1.", "Toma nota de A/99/886.")),
    ])  # fmt: skip
    (finding,) = parity.diagnostics
    assert str(finding.span) == "spa.xml#para_1"
    assert finding.code == "parity-reference"
    assert "en, fr: A/99/868; es: A/99/886" in finding.message


def test_the_report_as_text_json_and_html() -> None:
    parity = whole()
    assert "figure" in report.as_text(parity)
    assert "1 difference\n" in report.as_text(parity)
    data = json.loads(report.as_json(parity))
    assert [d["values"] for d in data["differences"]] == [["45", "54"]]
    assert [v["language"] for v in data["versions"]] == ["en", "fr"]


def test_reports_are_the_same_every_time() -> None:
    assert report.as_json(whole()) == report.as_json(whole())
