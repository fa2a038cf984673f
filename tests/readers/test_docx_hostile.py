"""Word: packages that are damaged or hostile end in a Failure, or are read as far as they go."""

from __future__ import annotations

import pytest

from engross.model.failure import Failure
from engross.model.flow import Run
from engross.readers.docx import package, read
from tests.readers.word import flow, levels, make_word, numbered, packed, paragraph, run, texts


def refused(data: bytes, what: str) -> None:
    with pytest.raises(Failure, match=what) as failure:
        read(data, "bad.docx")
    assert "bad.docx" in str(failure.value)


def test_what_is_no_archive_is_refused() -> None:
    refused(b"", "damaged")
    refused(b"PK\x03\x04 no archive", "damaged")
    refused(make_word(paragraph(run("x")))[:-40], "damaged")


def test_a_damaged_part_is_refused() -> None:
    data = bytearray(make_word(paragraph(run("x" * 500))))
    at = data.index(b"word/document.xml") + 30
    data[at : at + 20] = b"\xff" * 20
    refused(bytes(data), "damaged")


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_a_document_type_declaration_is_refused(name: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:x xmlns:w="x">&a;</w:x>'
    refused(make_word(paragraph(run("x")), styles="", extra={name: bomb}), "document type declaration")
    refused(
        make_word(paragraph(run("x")), styles="", extra={name: bomb.decode().encode("utf-16")}),
        "document type declaration",
    )


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    refused(make_word(paragraph(run("x")), extra={"word/media/a.bin": b"\x00" * 40_000_000}), "zip bomb")


def test_an_archive_that_lies_about_sizes_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 2000)
    refused(make_word(paragraph(run("x" * 5000))), "MB|larger")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    refused(make_word(paragraph(run("x"))), "parts")


def test_an_archive_without_a_document_is_refused() -> None:
    refused(packed({"a.txt": b"x"}), "no Word document")


def test_a_document_that_is_no_xml_is_refused() -> None:
    refused(make_word(extra={"word/document.xml": b"<w:document"}), "no XML")


def test_a_broken_secondary_part_is_a_finding() -> None:
    found = read(make_word(paragraph(run("x")), styles="", extra={"word/styles.xml": b"<broken"}), "x")
    assert (texts(found), [d.code for d in found.diagnostics]) == (["x"], ["part-unreadable"])


def test_paths_that_lead_out_of_the_archive_lead_nowhere() -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
        b'Target="../../../etc/passwd"/>'
        b"</Relationships>"
    )
    assert texts(read(make_word(paragraph(run("x")), extra={"word/_rels/document.xml.rels": relations}), "x")) == ["x"]


def nested(depth: int) -> bytes:
    body = "<w:sdt><w:sdtContent>" * depth + paragraph(run("deep")) + "</w:sdtContent></w:sdt>" * depth
    return make_word(body)


def test_deep_nesting_is_read_or_refused() -> None:
    assert texts(read(nested(100), "x")) == ["deep"]
    refused(nested(5000), "no XML")


def test_wild_values_are_no_crash() -> None:
    found = flow(
        numbered("x", level=99),
        numbered("y", list_id=77),
        paragraph(run("z", '<w:sz w:val="huge"/><w:position w:val=""/>', '<w:sym w:char="zz"/><w:fldChar/>')),
        paragraph(run(content='<w:fldChar w:fldCharType="end"/><w:footnoteReference/>'), run("w")),
        numbering=levels(("decimal", "%1.%9")),
    )
    assert [line.text[:1] for line in found.lines] == ["x", "y", "z", "w"]
    assert found.lines[0].runs == (Run("x"),)
