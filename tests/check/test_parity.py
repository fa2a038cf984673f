from __future__ import annotations

import io
import json
import zipfile

import pytest

from engross.akn.namespace import AKN
from engross.check.parity import parity

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


def pdf(*paragraphs: str) -> bytes:
    from engross.batch.outputs import load_page_engine

    load_page_engine()
    import weasyprint

    style = "<style>@page{size:9cm 6cm}p{font-family:Tinos,serif;hyphens:auto}</style>"
    return bytes(
        weasyprint.HTML(string=f"<html lang=en>{style}" + "".join(f"<p>{p}</p>" for p in paragraphs)).write_pdf()
    )


def test_a_pdf_is_read_back_over_its_pages_and_broken_words() -> None:
    assert parity("pdf", pdf("1.", TEXT + REST, NOTE), DOCUMENT, "a.pdf") == ()
    (found,) = parity("pdf", pdf("1.", TEXT + REST), DOCUMENT, "a.pdf")
    assert "To be found" in found.message


def test_a_hyphen_of_the_text_at_the_end_of_a_line_is_there() -> None:
    document = f"<akomaNtoso xmlns='{AKN}'><statement><p>{'South-South ' * 40}</p></statement></akomaNtoso>".encode()
    assert parity("pdf", pdf("South-South " * 40), document, "a.pdf") == ()
