"""Texts in the order, the encoding and the disorder in which other programs and other hands give them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from lxml import etree

from engross.akn.namespace import every, name, text_of
from engross.batch.document import Document, read_bytes
from tests.recognise.odd import TEXTS


def read(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read_bytes(data, "odd.txt")


def words(node: etree._Element | None) -> str:
    return " ".join(text_of(node).split())


def labels(document: Document) -> list[str]:
    """The enacting formula as `=`, each recital as `-`, and every printed number, in order."""
    signs = {"formula": "=", "container": "-"}
    return [signs.get(name(node)) or words(node) for node in every(document.akn, "formula", "container", "num")]


def marks(document: Document) -> dict[str, str]:
    """The notes by their marks; those of a second series after `'`."""
    found: dict[str, str] = {}
    for note in every(document.akn, "authorialNote"):
        mark = note.get("marker", "")
        while mark in found:
            mark += "'"
        found[mark] = words(note)
    return found


def codes(document: Document) -> set[str]:
    return {one.code for one in document.diagnostics} - {"issue-date-unknown", "adoption-date-unknown"}


USUAL = ["=", "-", "1.", "2."]
LISTED = ["=", "-", "-", "1.", "2.", "(a)", "(b)"]
CASES: dict[str, tuple[str, str, Iterable[str]]] = {
    "a typescript of the Security Council": ("S/RES/9001 (1947)", "", LISTED),
    "a volume of the Security Council": ("S/RES/9002 (1950)", "", ["=", "-", "-", "I", "II", "(a)", "(b)"]),
    "a draft in French": ("A/C.2/99/L.7", "Année internationale des notes de bas de page", ["=", "-", "-", "1.", "2."]),
    "pdftotext -raw": ("A/RES/99/7", "International Year of Footnotes", ["=", "-", "-", "1.", "2."]),
    "copied from a browser": ("A/RES/99/7", "International Year of Footnotes", LISTED),
    "saved by Word as text": ("A/RES/99/7", "International Year of Footnotes", LISTED),
    "two columns": ("", "International Year of Footnotes", ["=", "-", "-", "1.", "2.", "3.", "4."]),
    "recognised by OCR": ("A/RES/99/7", "INTERNATIONAL YEAR OF FOOTNOTES", ["=", "-", "1 .", "2 ."]),
    "a blank line after every line": ("A/RES/99/7", "International Year of Footnotes", USUAL),
    "numbered lines": ("A/RES/99/7", "International Year of Footnotes", USUAL),
    "quoted in a mail": ("A/RES/99/7", "International Year of Footnotes", USUAL),
    "Arabic": ("A/RES/99/7", "- السنة الدولية للحواشي", ["=", "-", "1 -", "2 -", "(أ)", "(ب)"]),
    "Chinese with raised figures": ("A/RES/99/7", "国际脚注年", ["=", "-", "1.", "2.", "(a)", "(b)"]),
    "Russian without blank lines": ("A/RES/99/7", "Международный год сносок", ["=", "-", "1.", "2.", "a)", "b)"]),
    "Spanish without blank lines": ("A/RES/99/7", "Año Internacional de las Notas al Pie", USUAL),
    "form feeds": ("A/RES/99/7", "International Year of Footnotes", USUAL),
    "capitals": ("", "", USUAL),
    "no numbers": ("", "", ["=", "-"]),
    "notes of an annex from 1 again": (
        "A/RES/99/7",
        "International Year of Footnotes",
        ["=", "-", "1.", "I.", "1.", "2."],
    ),
}


@pytest.mark.parametrize("what", sorted(CASES))
def test_symbol_title_and_numbers_are_found(what: str) -> None:
    document = read(TEXTS[what])
    symbol, title, numbers = CASES[what]
    assert document.symbol == symbol
    assert words(_title(document)) == title
    assert labels(document) == list(numbers)
    assert "text-lost" not in codes(document)


def _title(document: Document) -> etree._Element | None:
    return next((node for node in every(document.akn, "docTitle") if node.get("refersTo") == "#resolutionTitle"), None)


@pytest.mark.parametrize(
    ("what", "notes"),
    [
        ("pdftotext -raw", {"1": "See A/99/1, annex.", "2": "A/99/2."}),
        ("copied from a browser", {"1": "See A/99/1, annex.", "2": "A/99/2."}),
        ("Chinese with raised figures", {"¹": "见A/99/1。"}),
        ("Russian without blank lines", {"1": "См. A/99/1."}),
        ("Spanish without blank lines", {"1": "Véase A/99/1."}),
        ("form feeds", {"1": "See A/99/1."}),
        ("notes of an annex from 1 again", {"1": "See A/99/1.", "1'": "In the sense of rule 2."}),
    ],
)
def test_notes_are_found_and_called(what: str, notes: dict[str, str]) -> None:
    document = read(TEXTS[what])
    assert marks(document) == notes
    assert codes(document).isdisjoint({"note-missing", "note-uncalled"})


def test_a_statement_of_the_president_quotes_the_council() -> None:
    document = read(TEXTS["a statement of the President"])
    assert document.symbol == "S/PRST/2044/5"
    assert document.akn[0].get("name") == "presidentialStatement"
    assert [words(node)[:22] for node in every(document.akn, "alinea")][1:] == ['"The Security Council '] * 3


def test_what_stands_in_the_margin_is_kept_apart() -> None:
    kinds = {piece.kind.value for piece in read(TEXTS["numbered lines"]).furniture}
    assert "margin" in kinds


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_change_nothing(encoding: str, end: str) -> None:
    text = TEXTS["a draft in French"]
    same = read(text.replace("\n", end).encode(encoding))
    assert etree.tostring(same.akn) == etree.tostring(read(text).akn)
