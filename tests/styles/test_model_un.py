"""A style of one's own: the example of the documentation, printed as PDF, Word and HTML."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import page
import pypdfium2
import pytest
from pypdfium2 import raw

import engross
from engross.batch.outputs import FORMS
from engross.batch.perform import compose_checked
from engross.model.failure import Failure
from engross.model.setting import Setting

STYLE = Path(__file__).parents[2] / "docs" / "styles" / "model-un"
DRAFT = STYLE / "draft.md"


def printed(form: str, style: Path | None = STYLE) -> bytes:
    return engross.read(DRAFT).to_bytes(form, Setting(style))


def words(data: bytes) -> str:
    """The text of a PDF."""
    return " ".join("".join(sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(data)).split())


def curves(data: bytes) -> int:
    """How many segments of curves the first page draws outside of letters."""
    sheet = pypdfium2.PdfDocument(data)[0]
    count = 0
    for place in range(raw.FPDFPage_CountObjects(sheet.raw)):
        drawn = raw.FPDFPage_GetObject(sheet.raw, place)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH:
            segments = (raw.FPDFPath_GetPathSegment(drawn, n) for n in range(raw.FPDFPath_CountSegments(drawn)))
            count += sum(raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO for segment in segments)
    return count


def test_the_masthead_has_the_words_of_the_style() -> None:
    text = words(printed("pdf"))
    assert "Riverton Model United Nations" in text
    assert "For delegates 3 November 2044 Original: English" in text
    assert "Distr.: Limited" not in text
    assert "Distr.: Limited" in words(printed("pdf", None))


def test_the_emblem_stands_in_its_box_and_the_official_box_is_empty() -> None:
    assert curves(printed("pdf")) > 10
    assert curves(printed("pdf", None)) == 0


def test_the_page_stays_valid_for_archives_and_for_readers() -> None:
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(printed("pdf"), profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def test_word_and_the_web_have_the_words_too() -> None:
    with zipfile.ZipFile(io.BytesIO(printed("docx"))) as package:
        assert b"Riverton Model United Nations" in package.read("word/header1.xml")
    html = printed("html").decode()
    assert "Riverton Model United Nations" in html
    assert "<svg" in html
    assert "https://mun.example.org/A/C.2/99/L.7" in html


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_what_the_style_prints_no_more_is_not_missed(form: str) -> None:
    document = engross.read(DRAFT)
    _, found = compose_checked(
        FORMS[form], document.present(), document.to_xml(), str(DRAFT), f"draft.{form}", Setting(STYLE)
    )
    assert found == ()


@pytest.mark.parametrize(
    ("drawing", "why"),
    [(None, "No such file"), ("<svg", "cannot be read"), ("<p/>", "no SVG drawing"), ("../style.toml", "outside")],
)
def test_an_emblem_that_is_none_is_named(drawing: str | None, why: str, tmp_path: Path) -> None:
    style = tmp_path / "style"
    shutil.copytree(STYLE, style)
    (style / "emblem.svg").unlink()
    if drawing and drawing.startswith("<"):
        (style / "emblem.svg").write_text(drawing, encoding="utf-8")
    elif drawing:
        file = style / "style.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("emblem.svg", drawing), encoding="utf-8")
    with pytest.raises(Failure, match=why):
        printed("pdf", style)
