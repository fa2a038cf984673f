"""What no page prints travels through Word in the file's own record, for as long as that is of the same document."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from engross.akn.namespace import every, find
from engross.akn.record import RECORD
from engross.akn.schema import validate
from engross.batch.document import Document, read_bytes
from tests.readers.word import make_word, paragraph, run
from tests.writers import edits

RESOLUTION = """---
symbol: A/RES/99/7
language: en
session: 99
title: International Year of Footnotes
issued: 2045-01-08
adopted: 2044-12-22
job_number: 45-00001 (E)
---

*The General Assembly*,

*Recalling* its resolution 98/1 of 5 December 2043,

1. *Decides* to print footnotes;

2. *Invites* Member States to read them.
"""
_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SUBJECTS = (
    f'<classification xmlns="{_AKN}" source="#un"><keyword value="footnotes" showAs="FOOTNOTES" '
    'dictionary="UNBIS Thesaurus"/></classification>'
)
HISTORY = (
    f'<workflow xmlns="{_AKN}" source="#un">'
    '<step date="2044-12-22" outcome="#adopted" by="General Assembly"/></workflow>'
)
NOT_VALID = (
    f'<akomaNtoso xmlns="{_AKN}"><statement><meta>'
    '<workflow source="#un"><p>no history</p></workflow></meta></statement>'
    "</akomaNtoso>"
)


def with_record(source: str) -> Document:
    """A resolution with subjects and a history."""
    document = read_bytes(source.encode(), "made.md")
    identification = find(document.akn[0], "meta/publication")
    assert identification is not None
    for block in (HISTORY, SUBJECTS):
        identification.addnext(etree.fromstring(block))
    assert validate(document.akn) == ()
    return read_bytes(document.to_xml(), "made.xml")


@pytest.fixture(scope="module")
def made() -> Document:
    return with_record(RESOLUTION)


def record(document: Document) -> list[list[tuple[str, dict[str, str]]]]:
    """The elements of each block of the record with their attributes."""
    blocks = [block for block in every(document.akn, *RECORD) if block.get("source") == "#un"]
    return [[(str(node.tag), dict(node.attrib)) for node in block.iter()] for block in blocks]


def test_subjects_and_history_come_back(made: Document) -> None:
    again = read_bytes(made.to_bytes("docx"), "made.docx")
    assert len(record(again)) == 2
    assert record(again) == record(made)
    assert validate(again.akn) == ()


def test_the_record_stays_with_a_text_that_was_edited(made: Document) -> None:
    data = edits.edited(made.to_bytes("docx"), edits.delete("Invites Member"))
    again = read_bytes(data, "edited.docx")
    assert record(again) == record(made)
    assert "Invites" not in again.to_xml().decode()


def test_a_new_document_begun_from_an_old_one_does_not_have_its_record(made: Document) -> None:
    from engross.model.details import Details

    again = read_bytes(made.to_bytes("docx"), "new.docx", details=Details(symbol="A/RES/99/8"))
    assert record(again) == []
    assert [finding.code for finding in again.diagnostics].count("record-other") == 1


@pytest.mark.parametrize(
    "stored",
    [
        b"<akomaNtoso",
        b"<akomaNtoso/>",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><akomaNtoso>&b;</akomaNtoso>',
        NOT_VALID.encode(),
    ],
    ids=["torn", "empty", "entity", "not valid"],
)
def test_a_damaged_record_is_none(stored: bytes) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="../customXml/item1.xml"/></Relationships>'
    )
    extra = {"customXml/item1.xml": stored, "word/_rels/document.xml.rels": relations.encode()}
    document = read_bytes(make_word(paragraph(run("The General Assembly,")), extra=extra), "damaged.docx")
    assert record(document) == []
    assert validate(document.akn) == ()


def test_the_job_number_comes_back_with_its_letter(made: Document) -> None:
    again = read_bytes(made.to_bytes("docx"), "made.docx")
    assert [node.text for node in every(again.akn, "docketNumber")] == ["45-00001 (E)"]


def test_a_date_of_issue_that_no_page_prints_comes_back() -> None:
    decision = RESOLUTION.replace("A/RES/99/7", "A/DEC/99/507")
    made = read_bytes(decision.encode(), "made.md")
    data = made.to_bytes("docx")
    assert made.present().facts.issued == date(2045, 1, 8)
    assert read_bytes(data, "made.docx").present().facts.issued == date(2045, 1, 8)
