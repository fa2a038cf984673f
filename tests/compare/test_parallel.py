"""Languages side by side, as HTML and as PDF."""

from __future__ import annotations

import pytest
from lxml import html

from engross.batch.outputs import style_folder
from engross.compare import parallel
from engross.compare.parity import compare
from tests.compare.invented import paragraph, version, whole
from tests.present.invented import note


def page(shown: int = 0) -> html.HtmlElement:
    return html.fromstring(parallel.as_html(whole(), style_folder(), shown))


def test_each_paragraph_is_a_row_and_each_language_a_column() -> None:
    row = page().get_element_by_id("para_1")
    assert [cell.get("lang") for cell in row] == ["en", "fr"]
    assert "45 margins" in row[0].text_content()
    assert "54 marges" in row[1].text_content()


def test_columns_say_language_and_direction() -> None:
    arabic = version("ara", paragraph("1.", "…"))
    data = parallel.as_html(compare([version("eng", paragraph("1.", "x")), arabic]), style_folder())
    cell = html.fromstring(data).xpath('//td[@lang="ar"]')[0]
    assert cell.get("dir") == "rtl"


def test_the_first_columns_are_open_and_the_others_can_be_opened() -> None:
    boxes = page(shown=1).xpath("//input[@type='checkbox']")
    assert [box.get("checked") is not None for box in boxes] == [True, False]


def test_notes_of_each_version_have_ids_of_their_own_and_links_both_ways() -> None:
    versions = [version(code, paragraph("1.", f"x{note()}")) for code in ("eng", "fra")]
    tree = html.fromstring(parallel.as_html(compare(versions), style_folder()))
    ids = [node.get("id") for node in tree.xpath("//*[@id]")]
    assert len(set(ids)) == len(ids)
    targets = [a.get("href")[1:] for a in tree.xpath("//table//a[starts-with(@href, '#')]")]
    assert len(targets) == 4
    assert set(targets) <= set(ids)


def test_hostile_text_stays_text() -> None:
    evil = version("fra", paragraph("1.", "&lt;script>alert(1)&lt;/script>"))
    data = parallel.as_html(compare([version("eng", paragraph("1.", "x")), evil]), style_folder())
    assert b"<script>alert" not in data


def test_pdf_is_landscape_and_the_same_every_time() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    data = parallel.as_pdf(whole(), style_folder())
    width, height = pdfium.PdfDocument(data)[0].get_size()
    assert width > height
    assert data == parallel.as_pdf(whole(), style_folder())


def test_note_marks_are_raised_on_paper() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    versions = [version(code, paragraph("1.", f"margins{note('7')}")) for code in ("eng", "fra")]
    text = pdfium.PdfDocument(parallel.as_pdf(compare(versions), style_folder()))[0].get_textpage()
    characters = text.get_text_range()
    word = characters.index("margins")
    mark = characters.index("7", word)
    (_, foot, _, _), (_, raised, _, _) = text.get_charbox(word + 1), text.get_charbox(mark)
    sizes = [pdfium.raw.FPDFText_GetFontSize(text, place) for place in (word, mark)]
    assert raised > foot + 1
    assert sizes[1] < 0.8 * sizes[0]
