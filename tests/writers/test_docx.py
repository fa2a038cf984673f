"""Word files: every printed character, headings, tables and links, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from engross.model.flow import Line
from engross.model.flow import Table as FlowTable
from engross.model.presentation import (
    Link,
    Note,
    NoteCall,
    Paragraph,
    Part,
    Recital,
    Text,
    Title,
    plain,
)
from engross.readers.docx import read
from tests.writers.resolutions import LANGUAGES, broken, heading, resolution, table, text
from tests.writers.written import W, characters, part, printed, reread, squeezed, with_blocks


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["new-york", "geneva"])
def test_everything_printed_reads_back_with_marks_and_labels_in_place(language: str, template: str) -> None:
    presentation = resolution(language, template=template)
    flow = reread(presentation)
    seen = squeezed("".join(line.label + line.text for line in flow.lines))
    cover, main = presentation.cover, presentation.parts[0]
    expected = [cover.organization, cover.symbol_initial, cover.symbol_rest, cover.issuing_body, *cover.distribution]
    expected += [line.text for line in cover.block]
    expected += [plain(line) for line in main.title.adoption]
    expected += [plain(main.title.proponent), main.title.number, plain(main.title.title), characters(main.blocks)]
    expected += [plain(line) for line in main.closing]
    assert seen == squeezed("".join(expected))
    (note,) = flow.notes
    assert note.mark == presentation.notes[0].mark
    assert [line.text for line in note.lines] == [plain(content) for content in presentation.notes[0].paragraphs]


def test_the_same_presentation_gives_the_same_bytes() -> None:
    assert printed(resolution("fr", table())) == printed(resolution("fr", table()))


def test_no_entry_of_the_archive_has_a_date_of_its_own() -> None:
    dates = {info.date_time for info in zipfile.ZipFile(io.BytesIO(printed(resolution()))).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_opens_what_was_written() -> None:
    from docx import Document

    document = Document(io.BytesIO(printed(resolution("es", table()))))
    assert document.core_properties.language == "es"
    assert len(document.tables) == 1


def test_headings_of_every_kind() -> None:
    made = with_blocks(
        heading("Activities", "I", above=True),
        heading("Plenary", "A."),
        heading("Annex"),
        heading("", "II", above=True),
    )
    found = [(line.level, line.text) for line in reread(made).lines if line.style == "_ H_2/3"]
    assert found == [(2, "I"), (2, "Activities"), (2, "A.\tPlenary"), (2, "Annex"), (2, "II")]


def test_headings_that_are_larger_than_the_text_have_the_style_that_says_so() -> None:
    title = Title(number="Annex", title=text("Rules"), number_form="HCh", title_form="H1")
    annex = Part("x", "annex", title, (replace(heading("Pages"), form="HCh"), replace(heading("Fonts"), form="H1")))
    made = resolution("en")
    lines = reread(replace(made, parts=(made.parts[0], annex))).lines[-4:]
    assert [(line.text, line.style) for line in lines] == [
        ("Annex", "_ H _Ch"),
        ("Rules", "_ H_1"),
        ("Pages", "_ H _Ch"),
        ("Fonts", "_ H_1"),
    ]


def test_parts_of_every_kind() -> None:
    made = resolution("en")
    letter = Part("a", "component", Title(number="A", title=text("Footnotes")), (Recital("r", text("Recalling")),))
    annex = Part(
        "x", "annex", Title(number="Annex I", title=text("Rules")), (Paragraph("p", "1.", text("One"), flush=True),)
    )
    texts = [line.label + line.text for line in reread(replace(made, parts=(made.parts[0], letter, annex))).lines]
    assert texts[-6:-2] == ["A", "Footnotes", "Recalling", "Annex I"]
    assert texts[-2:] == ["Rules", "1.One"]


def test_titles_of_the_security_council_and_of_drafts() -> None:
    made = resolution()
    council = Title(
        number_line=text("Resolution 9999 (2044)"), adoption=(broken("Adopted at its 1st meeting,", "on 1 May 2044"),)
    )
    draft = Title(sponsors=text("Utopia: draft resolution"), title=text("Footnotes"))
    for title, expected in (
        (council, ["Resolution 9999 (2044)", "Adopted at its 1st meeting,\non 1 May 2044"]),
        (draft, ["Utopia: draft resolution", "Footnotes"]),
    ):
        cover = replace(made.cover, block=())
        texts = [
            line.text
            for line in reread(replace(made, cover=cover, notes=(), parts=(Part("m", "main", title, ()),))).lines
        ]
        assert texts[-len(expected) :] == expected


def test_tables_are_tables_with_header_rows_that_repeat() -> None:
    data = printed(resolution("en", table()))
    found = part(data, "word/document.xml").find(f".//{W}tbl")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found.iter(W + "tr")] == [True, True, False, False]
    (read_table,) = [item for item in read(data, "t.docx").items if isinstance(item, FlowTable)]
    assert [[cell.lines[0].text for cell in row] for row in read_table.rows] == [
        ["Notes", "Number"],
        ["2043", "2044"],
        ["Footnotes", "12 000", "13 000"],
        ["Total", "12 000", "13 000"],
    ]
    assert (read_table.rows[0][0].rows, read_table.rows[0][1].columns) == (2, 2)
    assert read_table.rows[0][0].header


def test_links_lead_to_addresses_and_to_places_in_the_document() -> None:
    inner = Link("#annex_I", text("the annex"))
    outer = Link("https://docs.un.org/en/A/1", text("A/1"))
    made = with_blocks(Recital("r", (inner, Text(" and "), outer)), Recital("annex_I", text("Annex")))
    data = printed(made)
    document = part(data, "word/document.xml")
    (name,) = [link.get(W + "anchor") for link in document.iter(W + "hyperlink") if link.get(W + "anchor")]
    assert name in [mark.get(W + "name") for mark in document.iter(W + "bookmarkStart")]
    runs = next(line for line in read(data, "l.docx").lines if "annex and" in line.text).runs
    assert [run.href for run in runs] == ["#annex_I", None, "https://docs.un.org/en/A/1"]


def test_links_in_notes_have_their_own_relations() -> None:
    link = Link("https://docs.un.org/en/A/2", text("A/2"))
    made = replace(with_blocks(Recital("r", (Text("a"), NoteCall("n", "1")))), notes=(Note("n", "1", ((link,),)),))
    assert reread(made).notes[0].lines[0].runs[0].href == "https://docs.un.org/en/A/2"


@pytest.mark.parametrize("href", ["file:///etc/passwd", "javascript:alert(1)", "\\\\host\\share", "ms-word:x"])
def test_links_that_could_open_a_file_or_run_a_program_are_text(href: str) -> None:
    data = printed(with_blocks(Recital("r", (Link(href, text("click")),))))
    assert href.encode() not in zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels")
    assert any(line.text == "click" for line in read(data, "l.docx").lines)


def test_mark_up_and_control_characters_in_the_text_are_text() -> None:
    made = with_blocks(Recital("r", text('<w:t>&amp; "quoted" \x07bell')))
    assert any(line.text == '<w:t>&amp; "quoted" bell' for line in reread(made).lines)


def test_an_empty_presentation_is_a_file() -> None:
    made = resolution()
    empty = replace(
        made, parts=(), notes=(), job_number="", running_title="", cover=replace(made.cover, block=(), distribution=())
    )
    assert isinstance(reread(empty).lines[0], Line)


def test_hyphens_that_do_not_break_are_words_own() -> None:
    made = replace(with_blocks(Recital("r", text("30\u20112 and co\u00adoperation"))), running_title="Self\u2011help")
    data = printed(made)
    assert len(part(data, "word/document.xml").findall(f".//{W}noBreakHyphen")) == 1
    flow = read(data, "h.docx")
    assert any(line.text == "30\u20112 and co\u00adoperation" for line in flow.lines)
    assert any(furniture.text == "Self\u2011help" for furniture in flow.furniture)
