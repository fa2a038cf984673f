"""The PDF as a whole: valid, whole, the same every time, and laid out as the official page is."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import page
import pypdfium2
import pytest
from pypdfium2 import raw

from engross.model.presentation import (
    Inline,
    Link,
    Note,
    NoteCall,
    Paragraph,
    Part,
    Point,
    Points,
    Presentation,
    Prose,
    Recital,
    TableBlock,
    TableCell,
    Text,
    Title,
    plain,
)
from engross.resources import templates
from engross.writers import pdf
from tests.writers.resolutions import LANGUAGES, heading, resolution, table, text

STYLE = templates() / "un"
AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'


@dataclass(frozen=True)
class Glyph:
    """A drawn character: page from 0, x and baseline from the top left corner, size, font."""

    page: int
    x: float
    y: float
    size: float
    text: str
    font: str


def print_pdf(presentation: Presentation) -> bytes:
    return pdf.write(presentation, AKN, STYLE)


def glyphs(data: bytes) -> Iterator[Glyph]:
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        sheet = document[number]
        found = sheet.get_textpage()
        for place in range(found.count_chars()):
            x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
            raw.FPDFText_GetCharOrigin(found.raw, place, x, y)
            raw.FPDFText_GetMatrix(found.raw, place, matrix)
            name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
            raw.FPDFText_GetFontInfo(found.raw, place, name, 80, flags)
            size = raw.FPDFText_GetFontSize(found.raw, place) * math.hypot(matrix.b, matrix.d)
            character = chr(raw.FPDFText_GetUnicode(found.raw, place))
            yield Glyph(number, x.value, sheet.get_height() - y.value, size, character, name.value.decode())


def lines(data: bytes, number: int = 0) -> dict[float, str]:
    """The text of a page by baseline."""
    rows: dict[float, list[Glyph]] = {}
    for glyph in glyphs(data):
        if glyph.page == number and glyph.text not in "\r\n":
            rows.setdefault(round(glyph.y, 1), []).append(glyph)
    return {y: "".join(g.text for g in sorted(row, key=lambda g: g.x)).strip() for y, row in sorted(rows.items())}


def words(data: bytes) -> str:
    """All characters but blanks, in the order of the content."""
    document = pypdfium2.PdfDocument(data)
    return "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)


def tags(data: bytes) -> list[tuple[int, str]]:
    """The structure elements of the first page, with their depth."""
    document = pypdfium2.PdfDocument(data)
    first = document[0]
    tree = raw.FPDF_StructTree_GetForPage(first.raw)
    found: list[tuple[int, str]] = []

    def visit(element: object, depth: int) -> None:
        buffer = ctypes.create_string_buffer(64)
        raw.FPDF_StructElement_GetType(element, buffer, 64)
        found.append((depth, buffer.raw.decode("utf-16-le").rstrip("\0")))
        for number in range(raw.FPDF_StructElement_CountChildren(element)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
                visit(child, depth + 1)

    for number in range(raw.FPDF_StructTree_CountChildren(tree)):
        visit(raw.FPDF_StructTree_GetChildAtIndex(tree, number), 0)
    raw.FPDF_StructTree_Close(tree)
    first.close()
    return found


def with_notes(*lengths: int) -> Presentation:
    """A resolution whose first recital calls notes of so many sentences each."""
    base = resolution("en")
    sentence = "A note on the notes of notes that goes on about § numbering of notes at some length. "
    calls: list[Inline] = [Text("Recalling", emphasis=True), Text(" its resolution 98/1 of 5 December 2043 on notes")]
    calls.extend(NoteCall(f"long_{n}", str(n + 1)) for n in range(len(lengths)))
    notes = tuple(
        Note(f"long_{n}", str(n + 1), (text(sentence * count + f"End of note {n + 1}."),))
        for n, count in enumerate(lengths)
    )
    blocks = (Recital("recital_9", tuple(calls)), *base.parts[0].blocks)
    return replace(base, parts=(replace(base.parts[0], blocks=blocks),), notes=(*base.notes, *notes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_valid_for_archives_and_for_readers(language: str) -> None:
    data = print_pdf(resolution(language, table()))
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert print_pdf(resolution("fr")) == print_pdf(resolution("fr"))


def test_the_source_is_attached_with_the_date_of_the_document() -> None:
    data = print_pdf(resolution("en"))
    document = pypdfium2.PdfDocument(data)
    attachment = document.get_attachment(0)
    assert attachment.get_name() == "A_RES_99_999.akn.xml"
    assert bytes(attachment.get_data()) == AKN
    assert document.get_metadata_value("CreationDate") == "D:20450108000000Z"
    assert "International Year of Footnotes" in document.get_metadata_value("Title")


def test_a_document_without_dates_is_printed_without_the_clock() -> None:
    base = resolution("en")
    undated = replace(base, facts=replace(base.facts, issued=None, adopted=None))
    data = print_pdf(undated)
    assert data == print_pdf(undated)
    assert pypdfium2.PdfDocument(data).get_metadata_value("CreationDate") == ""


@pytest.mark.parametrize("lengths", [(1,), (20,), (120,), (1,) * 40, (3, 150, 1, 80)])
def test_no_note_is_cut_off_however_long(lengths: tuple[int, ...]) -> None:
    presentation = with_notes(*lengths)
    data = print_pdf(presentation)
    drawn = words(data)
    assert drawn.count("Endofnote") == len(lengths)
    assert drawn.count("§") == sum(lengths)
    width, height = pypdfium2.PdfDocument(data)[0].get_size()
    assert all(40 < g.x < width - 40 and 20 < g.y < height - 25 for g in glyphs(data) if g.text.strip())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_blocks_is_on_the_page(language: str) -> None:
    presentation = resolution(language, table(), heading("Notes", "A."))
    counted: dict[str, int] = {}
    for glyph in glyphs(print_pdf(presentation)):
        counted[glyph.text] = counted.get(glyph.text, 0) + 1
    title = presentation.parts[0].title
    for content in (title.title, *title.adoption, *presentation.parts[0].closing):
        for character in set("".join(plain(content).split())):
            assert counted.get(character, 0) >= 1 or language == "ar", character


def test_the_first_page_stands_where_the_official_one_does() -> None:
    rows = lines(print_pdf(resolution("en")))
    by_text = {line: y for y, line in rows.items()}
    assert by_text["General Assembly"] == pytest.approx(86.4, abs=0.2)
    assert by_text["Ninety-ninth session"] == pytest.approx(222.2, abs=0.2)
    adoption = by_text["Resolution adopted by the General Assembly"]
    assert adoption - by_text["Typography for development"] == pytest.approx(32.4, abs=0.2)
    assert by_text["on 22 December 2044"] - adoption == pytest.approx(15.0, abs=0.2)


def test_the_number_ends_before_the_title_and_the_text_starts_at_its_places() -> None:
    data = print_pdf(resolution("en"))
    rows: dict[float, list[Glyph]] = {}
    for glyph in glyphs(data):
        if glyph.page == 0 and glyph.text.strip():
            rows.setdefault(round(glyph.y, 1), []).append(glyph)
    starts = {
        "".join(g.text for g in sorted(row, key=lambda g: g.x))[:6]: sorted(g.x for g in row) for row in rows.values()
    }
    title = next(xs for line, xs in starts.items() if line.startswith("99/999"))
    assert next(x for x in title if x > 115.0) == pytest.approx(123.1, abs=0.3)
    assert starts["Genera"][0] == pytest.approx(146.9, abs=0.3) or starts["Genera"][0] == pytest.approx(123.4, abs=0.3)
    assert starts["Recall"][0] == pytest.approx(146.9, abs=0.3)
    assert starts["1.Deci"][0] == pytest.approx(146.9, abs=0.3)


def test_only_fonts_of_the_style_are_drawn_even_for_characters_that_none_has() -> None:
    presentation = resolution("en", Paragraph("para_9", "9.", text("Ogham \u1681\u1682 stands alone;")))
    fonts = {glyph.font.split("+")[-1] for glyph in glyphs(print_pdf(presentation)) if glyph.text.strip()}
    assert all(name.startswith(("Tinos", "Engross", "Amiri")) for name in fonts if name)


def test_a_character_that_no_font_has_is_reported_once() -> None:
    presentation = resolution("en", Paragraph("para_9", "9.", text("Ogham \u1681\u1681 stands alone;")))
    found = pdf.missing_glyphs(presentation, STYLE)
    assert [finding.code for finding in found] == ["glyph-missing"]
    assert "U+1681" in found[0].message
    assert pdf.missing_glyphs(resolution("en"), STYLE) == ()


def test_the_structure_names_titles_points_notes_and_tables() -> None:
    names = [name for _, name in tags(print_pdf(resolution("en", table())))]
    assert names.count("H1") == 1
    for kind in ("L", "LI", "Lbl", "LBody", "Note", "Reference", "Link", "Table", "TR", "TH", "TD", "Caption"):
        assert kind in names, kind
    assert "NonStruct" not in names


def test_points_of_the_second_degree_stand_inside_the_first() -> None:
    found = tags(print_pdf(resolution("en")))
    outer, inner = (depth for depth, name in found if name == "L")
    assert inner == outer + 3  # L, LI, LBody, L


def test_links_say_where_they_lead() -> None:
    link = Link("https://docs.un.org/en/A/99/1", text("A/99/1"), "Document A/99/1")
    data = print_pdf(resolution("en", Paragraph("para_9", "9.", (*text("See "), link, *text(".")))))
    document = pypdfium2.PdfDocument(data)
    first = document[0]
    contents = []
    for number in range(raw.FPDFPage_GetAnnotCount(first.raw)):
        annotation = raw.FPDFPage_GetAnnot(first.raw, number)
        buffer = (ctypes.c_ushort * 200)()
        raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, 400)
        contents.append(bytes(buffer).decode("utf-16-le").split("\0")[0])
    assert "Document A/99/1" in contents
    assert all(contents)


def test_bookmarks_lead_to_the_titles() -> None:
    base = resolution("en", heading("Typography", "I", above=True))
    annex = Part(
        "annex_1",
        "annex",
        Title(number="Annex", title=text("Rules")),
        (Paragraph("a_1", "1.", text("Rule."), flush=True),),
    )
    data = print_pdf(replace(base, parts=(*base.parts, annex)))
    titles = [entry.get_title() for entry in pypdfium2.PdfDocument(data).get_toc()]
    assert titles == ["99/999. International Year of Footnotes", "I Typography", "Annex Rules"]


def test_heads_and_feet_change_sides() -> None:
    long = [Paragraph(f"para_{n}", f"{n}.", text("Decides that the notes are numbered. " * 12)) for n in range(3, 30)]
    data = print_pdf(resolution("en", *long))
    second, third = lines(data, 1), lines(data, 2)
    assert second[59.0].startswith("A/RES/99/999")
    assert third[59.0].endswith("A/RES/99/999")
    total = len(pypdfium2.PdfDocument(data))
    assert second[755.2] == f"2/{total}"
    assert "(E)" not in " ".join(second.values())


def test_a_right_to_left_page_is_mirrored() -> None:
    first = [glyph for glyph in glyphs(print_pdf(resolution("ar"))) if glyph.page == 0 and glyph.text.strip()]
    initial = next(glyph for glyph in first if glyph.size > 19 and glyph.text == "A")
    assert initial.x == pytest.approx(612 - 552.1, abs=1.0)
    symbol = sorted((g for g in first if abs(g.y - initial.y) < 0.5 and g.x < 200), key=lambda g: g.x)
    assert "".join(g.text for g in symbol) == "A/RES/99/999"
    number = [g for g in first if g.text == "9" and g.size == pytest.approx(12, abs=0.1)]
    assert max(g.x for g in number) > 612 - 110.6


def test_figures_of_a_table_are_read_from_the_left_on_any_page() -> None:
    rows = [row for row in lines(print_pdf(resolution("ar", table()))).values() if "Footnotes" in row]
    assert "12 000" in rows[0]
    assert "13 000" in rows[0]


def test_geneva_prints_on_a4_without_totals() -> None:
    long = [Paragraph(f"para_{n}", f"{n}.", text("Decides that the notes are numbered. " * 12)) for n in range(3, 30)]
    data = print_pdf(resolution("en", *long, template="geneva"))
    assert pypdfium2.PdfDocument(data)[0].get_size() == pytest.approx((595.3, 841.9), abs=0.2)
    assert "2" in lines(data, 1).values()


def test_an_empty_document_is_a_page() -> None:
    base = resolution("en")
    bare = replace(
        base,
        parts=(Part("main", "main", Title(), ()),),
        notes=(),
        cover=replace(base.cover, block=(), distribution=()),
        running_title="",
        job_number="",
    )
    assert len(pypdfium2.PdfDocument(print_pdf(bare))) == 1


def test_hostile_text_is_printed_as_text() -> None:
    words_ = '</p><script>{{ 7 * 7 }}</script> &amp; "quoted" ]]> \x00\x07\u202e end'
    data = print_pdf(resolution("en", Paragraph('para_9" onload="x', "9.", text(words_))))
    assert "</p><script>{{7*7}}</script>&amp;" in words(data)


def test_a_table_longer_than_a_page_repeats_its_header() -> None:
    small = table()
    rows = small.rows[:2] + small.rows[2:3] * 80 + small.rows[3:]
    data = print_pdf(resolution("en", replace(small, rows=rows)))
    assert any("2043" in line for line in lines(data, 2).values())
    assert words(data).count("Footnotes12000") == 80
    assert header_to_row(data, 1) == pytest.approx(header_to_row(data, 0), abs=0.02)


def header_to_row(data: bytes, number: int) -> float:
    """The distance from the last line of a table's header to the row under it."""
    places = list(lines(data, number).items())
    header = next(place for place, (_, line) in enumerate(places) if line.startswith("2043"))
    return places[header + 1][0] - places[header][0]


def test_an_asterisk_stands_in_the_line_and_before_its_note() -> None:
    base = resolution("en")
    title = replace(
        base.parts[0].title, adoption=(), sponsors=(*text("Footnotia,"), NoteCall("star", "*"), *text(" Marginalia"))
    )
    star = Note("star", "*", (text("On behalf of the States that print notes."),))
    draft = replace(base, parts=(replace(base.parts[0], title=title),), notes=(*base.notes, star))
    rows = lines(print_pdf(draft))
    assert any(line.startswith("Footnotia,* Marginalia") for line in rows.values())
    assert any(line.startswith("* On behalf of the States") for line in rows.values())


def test_the_note_of_a_reissue_is_called_at_the_symbol() -> None:
    rows = lines(print_pdf(replace(resolution("en"), reissue="* Reissued for technical reasons on 9 January 2045.")))
    assert any(line.endswith("/RES/99/999*") for line in rows.values())
    assert any(line.startswith("* Reissued for technical reasons") for line in rows.values())


def test_a_note_that_is_called_twice_is_printed_once() -> None:
    again = Paragraph("para_9", "9.", (*text("Recalls again"), NoteCall("note_1", "1"), *text(";")))
    assert words(print_pdf(resolution("en", again))).count("SeeA/99/1,annex.") == 1


def test_points_nested_without_end_stay_on_the_page() -> None:
    block: Prose | Points = Prose("bottom", text("The bottom."))
    for depth in range(40, 0, -1):
        block = Points(f"list_{depth}", depth, (Point(f"p_{depth}", f"({depth})", depth, text("Down."), (block,)),))
    data = print_pdf(resolution("en", block))
    assert "Thebottom." in words(data)
    assert all(g.x < 500 for g in glyphs(data) if g.text.strip() and 100 < g.y < 700 and g.page == 1)


def test_spans_without_end_are_cut_to_the_table() -> None:
    cell = TableCell((text("Wide"),), columns=10**9, rows=10**9)
    data = print_pdf(resolution("en", TableBlock("table_9", ((cell,), (TableCell((text("Small"),)),)))))
    assert "Wide" in words(data)
    assert "Small" in words(data)


def test_a_word_without_end_is_cut_into_lines() -> None:
    data = print_pdf(resolution("en", Paragraph("para_9", "9.", text("x" * 3000))))
    assert words(data).count("x") >= 3000
    assert all(g.x < 500 for g in glyphs(data) if g.text == "x")


def test_words_in_another_language_are_tagged_with_it() -> None:
    foreign = (*text("Notes the "), Text("note de bas de page", language="fr"), *text(";"))
    assert [name for _, name in tags(print_pdf(resolution("en", Paragraph("para_9", "9.", foreign))))].count(
        "Span"
    ) == 1


def test_a_note_that_nobody_has_keeps_its_mark_and_no_foot() -> None:
    rows = lines(print_pdf(resolution("en")))
    assert list(rows.values()).count("2") == 1  # raised in the text


def test_the_file_says_what_it_is() -> None:
    base = resolution("ar")
    named = replace(
        base, cover=replace(base.cover, organization="الأمــم المتحـدة"), words={"unofficial": "Unofficial version"}
    )
    document = pypdfium2.PdfDocument(print_pdf(named))
    assert document.get_metadata_value("Author").startswith("الأمم المتحدة, ")
    assert document.get_metadata_value("Subject") == "A/RES/99/999 — Unofficial version"
