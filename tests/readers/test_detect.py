"""Formats are told by content, and by name where content does not say."""

from __future__ import annotations

import io
import zipfile

import pytest

from engross.model.failure import Failure
from engross.readers import read
from engross.readers.detect import detect


def package(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "a", "html"),
        (b"<?xml version='1.0'?>\n<!-- c -->\n<akomaNtoso xmlns='x'>", "a.txt", "akn"),
        (b"<an:akomaNtoso xmlns:an='x'>", "a", "akn"),
        (b"The General Assembly,", "a.md", "markdown"),
        (b"# The *General* Assembly", "a.txt", "text"),
        (b"# The General Assembly", "a", "markdown"),
        (b"Recalling<sup>1</sup>", "-", "markdown"),
        (b"Recalling", "-", "text"),
        (b"", "a", "text"),
        (b"<p>fragment</p>", "a.html", "html"),
        ("<html>".encode("utf-16"), "a", "html"),
        (package("[Content_Types].xml", "word/document.xml"), "a.zip", "docx"),
    ],
)
def test_formats(data: bytes, name: str, expected: str) -> None:
    assert detect(data, name) == expected


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"\xd0\xcf\x11\xe0rest", "a.doc", "old binary format"),
        (b"{\\rtf1 x}", "a.rtf", "RTF"),
        (b"PK\x03\x04broken", "a.docx", "damaged"),
        (package("xl/workbook.xml", "[Content_Types].xml"), "a.docx", "no Word document"),
        (package("mimetype", "content.xml"), "a.odt", "OpenDocument"),
        (b"<svg/>", "a.xml", "not Akoma Ntoso"),
        (b"no pdf", "a.pdf", "not pdf"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name(data: bytes, name: str, what: str) -> None:
    with pytest.raises(Failure, match=what) as failure:
        detect(data, name)
    assert name in str(failure.value)


def test_read_takes_the_reader_that_the_content_asks_for() -> None:
    assert read(b"# Footnotes", "a.md").format == "markdown"
    assert read(b"<html><p>Footnotes", "a").format == "html"


def test_akoma_ntoso_and_unknown_formats_are_no_flow() -> None:
    with pytest.raises(Failure, match="not read to a Flow"):
        read(b"<akomaNtoso>", "a.xml")
    with pytest.raises(Failure, match="No reader"):
        read(b"x", "a", "wordstar")
