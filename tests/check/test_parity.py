from __future__ import annotations

import io
import json
import zipfile

import pytest

from engross.akn.namespace import AKN
from engross.check.parity import parity
from tests.cli.resolution import ENGLISH

BODY = """<mainBody><hcontainer eId="para_1"><num>1.</num><content><p>Proclaims the year 2046 the International
Year of Footnotes<authorialNote marker="1"><p>To be found at the end of this very page.</p></authorialNote>, and
invites all readers to the margin;</p></content></hcontainer></mainBody>"""
DOCUMENT = f"<akomaNtoso xmlns='{AKN}'><statement><meta/>{BODY}</statement></akomaNtoso>".encode()

TEXT = "Proclaims the year 2046 the International Year of Footnotes"
REST = ", and invites all readers to the margin;"
NOTE = "To be found at the end of this very page."


def html(text: str) -> bytes:
    head = "<head><title>x</title></head>"
    return f"<!doctype html><html>{head}<body><p>{text}</p><script>{NOTE}</script></body></html>".encode()


def docx(text: str, note: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", f"<d xmlns:w='w'><w:t>{text}</w:t></d>")
        package.writestr("word/footnotes.xml", f"<d xmlns:w='w'><w:t>{note}</w:t></d>")
    return stream.getvalue()


WHOLE = {
    "html": html(f"1. {TEXT}<sup>1</sup>{REST} <i>{NOTE}</i>"),
    "docx": docx(TEXT + REST, NOTE),
    "txt": f"1. {TEXT}{REST}\n{NOTE}".encode(),
    "md": f"1. *{TEXT}*[^1]{REST}\n\n[^1]: {NOTE}".encode(),
    "json": json.dumps({"a": ["1.", TEXT, REST, {"b": NOTE}]}).encode(),
}


@pytest.mark.parametrize("form", WHOLE)
def test_a_whole_output_has_no_findings(form: str) -> None:
    assert parity(form, WHOLE[form], DOCUMENT, f"a.{form}") == ()


@pytest.mark.parametrize("form", ["html", "txt", "md", "json"])
def test_a_lost_note_is_named(form: str) -> None:
    output = WHOLE[form].replace(NOTE.encode(), b"", 1)
    (found,) = parity(form, output, DOCUMENT, f"a.{form}")
    assert found.code == "output-incomplete"
    assert "To be found" in found.message
    assert str(found.span) == f"a.{form}#para_1"


def test_a_note_that_word_lacks_is_named() -> None:
    (found,) = parity("docx", docx(TEXT + REST, ""), DOCUMENT, "a.docx")
    assert "To be found" in found.message


def test_lost_text_is_named_though_its_letters_stand_elsewhere() -> None:
    scrambled = html(f"1. {''.join(sorted(TEXT + REST))} {NOTE}")
    (found,) = parity("html", scrambled, DOCUMENT, "a.html")
    assert "Proclaims" in found.message


def test_a_single_lost_character_is_found() -> None:
    (found,) = parity("html", html(f"1. {TEXT}{REST[:-1]} {NOTE}"), DOCUMENT, "a.html")
    assert "1 characters of the text are not in this output: ;" in found.message


def test_mark_up_inside_words_changes_nothing() -> None:
    marked = html(f"1. {TEXT} <a href='#'>{REST}</a> " + "".join(f"<i>{sign}</i>" for sign in NOTE))
    assert parity("html", marked, DOCUMENT, "a.html") == ()


def test_links_and_escapes_of_markdown_are_no_text() -> None:
    text = TEXT.replace("Footnotes", "[Foot](https://example.org/(x))\\notes").replace("2046", "20\\46")
    document = DOCUMENT.replace(b"Footnotes", b"Foot\\notes").replace(b"2046", b"20\\46")
    linked = text.replace("\\", "\\\\") + REST + "\n\n" + NOTE
    assert parity("md", f"1\\. {linked}".encode(), document, "a.md") == ()


def test_a_passage_cut_by_a_page_is_not_lost() -> None:
    head = "A/RES/99/301 Page 2"
    cut = f"1. {TEXT[:20]} {head} {TEXT[20:]}{REST} {NOTE}".encode()
    assert parity("txt", cut, DOCUMENT, "a.txt") == ()


def test_ligatures_are_their_letters() -> None:
    document = DOCUMENT.replace(b"found at", b"official at")
    note = NOTE.replace("found", "o\ufb03cial")
    assert parity("txt", f"1.{TEXT}{REST}{note}".encode(), document, "a.txt") == ()


def test_akoma_ntoso_is_what_others_are_held_against() -> None:
    assert parity("akn", DOCUMENT, DOCUMENT, "a.xml") == ()


@pytest.fixture(scope="module")
def printed() -> tuple[bytes, bytes]:
    """The Akoma Ntoso and the PDF of an invented resolution, whose words break at the ends of lines."""
    import engross.batch.document

    text = ENGLISH.replace(
        "to read to the end of the page", "to read " + "the South-South foot-and-margin notes, " * 40
    )
    document = engross.batch.document.read_bytes(text.encode(), "a.en.txt")
    return document.to_xml(), document.to_bytes("pdf")


def test_a_pdf_is_read_back_over_its_lines_and_pages(printed: tuple[bytes, bytes]) -> None:
    akn, pdf = printed
    assert parity("pdf", pdf, akn, "a.pdf") == ()


def test_a_paragraph_that_a_pdf_lacks_is_named(printed: tuple[bytes, bytes]) -> None:
    akn, pdf = printed
    more = akn.replace(b"Proclaims</i>", b"Proclaims with all solemnity and without any footnote</i>")
    assert more != akn
    (found,) = parity("pdf", pdf, more, "a.pdf")
    assert found.code == "output-incomplete"


def test_words_from_right_to_left_may_stand_in_another_order() -> None:
    text = "القرار 1514 (د-15)، المرفق."
    akn = f"<akomaNtoso xmlns='{AKN}'><statement><meta/><mainBody><p>{text}</p></mainBody></statement>".encode()
    akn += b"</akomaNtoso>"
    page = "المرفق ،(15-د) 1514 القرار.".encode()
    assert parity("txt", page, akn, "a.txt") == ()
    assert [found.code for found in parity("txt", "المرفق.".encode(), akn, "a.txt")] == ["output-incomplete"]
