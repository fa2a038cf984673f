"""Word files: every printed character, native numbers and notes, the official styles, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from engross.model.failure import Failure
from engross.model.flow import Flow, Line
from engross.model.flow import Table as FlowTable
from engross.model.furniture import FurnitureKind
from engross.model.presentation import (
    Block,
    Heading,
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
    Text,
    Title,
    plain,
)
from engross.readers.docx import read
from engross.resources import templates
from engross.writers.docx import write
from tests.writers.resolutions import LANGUAGES, broken, heading, resolution, table, text

AKN = b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def printed(presentation: Presentation) -> bytes:
    return write(presentation, AKN, templates() / "un")


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def reread(presentation: Presentation) -> Flow:
    return read(printed(presentation), "written.docx")


def labelled(flow: Flow) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in flow.lines]


def with_blocks(*blocks: Block) -> Presentation:
    made = resolution()
    return replace(made, parts=(replace(made.parts[0], blocks=blocks),), notes=())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def characters(blocks: tuple[Block, ...]) -> str:
    """The characters of blocks in the order in which they are printed."""
    found = []
    for block in blocks:
        if isinstance(block, Points):
            found.extend(point.label + marked(point.content) + characters(point.blocks) for point in block.items)
        elif isinstance(block, Paragraph | Recital | Prose | Heading):
            found.append(getattr(block, "label", getattr(block, "number", "")) + marked(block.content))
            found.append(characters(getattr(block, "blocks", ())))
        else:
            found.append(marked(block.content))  # type: ignore[union-attr]
    return "".join(found)


def marked(content: tuple[Inline, ...]) -> str:
    """Characters with the marks of notes in their places."""
    return "".join(inline.mark if isinstance(inline, NoteCall) else plain((inline,)) for inline in content)


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


def test_operative_paragraphs_and_points_are_counted_by_word() -> None:
    data = printed(resolution("en"))
    numbers = [
        (
            p.findtext(f"{W}pPr/{W}pStyle") or p.find(f"{W}pPr/{W}pStyle").get(W + "val"),
            p.find(f".//{W}ilvl").get(W + "val"),
        )
        for p in part(data, "word/document.xml").iter(W + "p")
        if p.find(f".//{W}numPr") is not None
    ]
    assert numbers == [
        ("OperativeParagraph", "0"),
        ("Point1", "1"),
        ("Point2", "2"),
        ("Point2", "2"),
        ("Point1", "1"),
        ("OperativeParagraph", "0"),
    ]
    levels = {
        level.get(W + "ilvl"): (level.find(W + "numFmt").get(W + "val"), level.find(W + "lvlText").get(W + "val"))
        for level in part(data, "word/numbering.xml").iter(W + "lvl")
        if level.find(W + "lvlText").get(W + "val")
    }
    assert levels == {"0": ("decimal", "%1."), "1": ("lowerLetter", "(%2)"), "2": ("lowerRoman", "(%3)")}
    styles = part(data, "word/styles.xml")
    tied = styles.find(f"{W}style[@{W}styleId='OperativeParagraph']/{W}pPr/{W}numPr/{W}numId")
    assert tied is not None


@pytest.mark.parametrize(
    "labels",
    [
        ["1.", "2.", "3.", "1.", "2.", "7.", "8."],
        ["1.", "2 bis.", "3."],
        ["I.", "II.", "1.", "A.", "B.", "2."],
        ["(a)", "(b)", "(z)", "(aa)", "(bb)", "(a)"],
        ["1 -", "2 -", "3-"],
        ["一、", "二、"],
        ["%1.", "2."],
        ["Article 1", "01.", "1.1.", "*", "•", "10000."],
        ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"],
        ["h)", "i)", "j)", "v)", "x)"],
        ["1.", "", "2."],
    ],
)
def test_printed_labels_are_exactly_those_of_the_presentation(labels: list[str]) -> None:
    blocks = tuple(Paragraph(f"p{n}", label, text("Decides")) for n, label in enumerate(labels))
    for made in (blocks, tuple(replace(block, flush=True) for block in blocks)):
        seen = [label + words for label, words in labelled(reread(with_blocks(*made))) if words.endswith("Decides")]
        assert [squeezed(line) for line in seen] == [squeezed(label) + "Decides" for label in labels]


def test_points_begin_anew_wherever_their_labels_do() -> None:
    def points(*labels: str) -> Points:
        return Points("l", 1, tuple(Point(f"p{label}", label, 1, text("to read")) for label in labels))

    made = with_blocks(
        Recital("r1", text("Recalling:"), (points("(a)", "(b)"),)),
        Recital("r2", text("Recalling also:"), (points("(a)", "(b)"),)),
        Paragraph("p1", "1.", text("Decides:"), (points("(a)"), Prose("w", text("and")), points("(b)", "(c)"))),
        Paragraph("p2", "2.", text("Decides:"), (points("(a)"),)),
        Paragraph("p3", "", text("Decides:"), (points("(a)", "(c)"),)),
    )
    labels = [label for label, words in labelled(reread(made)) if words in ("to read", "Decides:")]
    assert labels == ["(a)", "(b)", "(a)", "(b)", "1.", "(a)", "(b)", "(c)", "2.", "(a)", "", "(a)", "(c)"]


def test_a_number_without_text_is_printed() -> None:
    flow = reread(with_blocks(Paragraph("p1", "1.", ()), Paragraph("p2", "2.", text("Decides"))))
    assert [label + words for label, words in labelled(flow)][-4:-2] == ["1.", "2.Decides"]


def test_footnotes_are_words_own_and_count_by_themselves() -> None:
    data = printed(resolution("en"))
    calls = part(data, "word/document.xml").findall(f".//{W}footnoteReference")
    assert [(call.get(W + "id"), call.get(W + "customMarkFollows")) for call in calls] == [("1", None)]
    notes = part(data, "word/footnotes.xml").findall(W + "footnote")
    assert [note.get(W + "type") for note in notes] == ["separator", "continuationSeparator", None]


def test_a_note_without_a_text_is_a_raised_mark_and_no_footnote() -> None:
    flow = reread(resolution("en"))
    line = next(line for line in flow.lines if "98/1;" in line.text.replace("2;", ";"))
    assert [(run.text, run.raised, run.note) for run in line.runs if run.raised] == [("2", True, None)]
    assert len(flow.notes) == 1


@pytest.mark.parametrize("marks", [["*", "1", "2"], ["3", "4", "9"], ["a", "b"], ["(1)", "(2)"], ["1", "*", "2", "**"]])
def test_marks_of_notes_are_exactly_those_of_the_presentation(marks: list[str]) -> None:
    calls = tuple(inline for n, mark in enumerate(marks) for inline in (Text("word"), NoteCall(f"n{n}", mark)))
    made = replace(
        with_blocks(Recital("r", calls)),
        notes=tuple(Note(f"n{n}", mark, (text(f"note {n}"),)) for n, mark in enumerate(marks)),
    )
    flow = reread(made)
    line = next(line for line in flow.lines if line.text.startswith("word"))
    assert [run.text for run in line.runs if run.note] == marks
    assert [(note.mark, note.lines[0].text) for note in flow.notes] == [(m, f"note {n}") for n, m in enumerate(marks)]


def test_a_note_called_twice_is_one_footnote() -> None:
    calls = (Text("a"), NoteCall("n", "1"), Text("b"), NoteCall("n", "1"), Text("c"))
    flow = reread(replace(with_blocks(Recital("r", calls)), notes=(Note("n", "1", (text("once"),)),)))
    assert any(line.text == "a1b1c" for line in flow.lines)
    assert len(flow.notes) == 1


def test_a_note_that_nothing_calls_is_not_lost() -> None:
    flow = reread(replace(with_blocks(), notes=(Note("n", "1", (text("uncalled"),)),)))
    assert any(line.text == "1 uncalled" for line in flow.lines)


def test_a_note_in_a_note_is_a_raised_mark() -> None:
    notes = (Note("n", "1", ((Text("see"), NoteCall("n", "1")),)),)
    flow = reread(replace(with_blocks(Recital("r", (Text("a"), NoteCall("n", "1")))), notes=notes))
    assert flow.notes[0].lines[0].text == "see1"


def test_headings_of_every_kind() -> None:
    made = with_blocks(
        heading("Activities", "I", above=True),
        heading("Plenary", "A."),
        heading("Annex"),
        heading("", "II", above=True),
    )
    found = [(line.level, line.text) for line in reread(made).lines if line.style == "_ H_2/3"]
    assert found == [(2, "I"), (2, "Activities"), (2, "A.\tPlenary"), (2, "Annex"), (2, "II")]


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


def test_heads_and_feet_of_first_odd_and_even_pages() -> None:
    flow = reread(resolution("fr"))
    kinds = [(furniture.kind, furniture.text) for furniture in flow.furniture]
    title = "Année internationale de la note de bas de page"
    assert kinds.count((FurnitureKind.RUNNING_HEAD, "A/RES/99/999")) == 2
    assert kinds.count((FurnitureKind.RUNNING_HEAD, title)) == 2
    assert kinds.count((FurnitureKind.PAGE_NUMBER, "1/1")) == 2
    assert (FurnitureKind.JOB_NUMBER, "45-00001 (E)") in kinds


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_codes_of_the_first_page_are_pictures_with_alternative_texts(language: str) -> None:
    data = printed(resolution(language))
    foot = part(data, "word/footer1.xml")
    described = [shape.get("descr") or "" for shape in foot.iter(f"{WP}docPr")]
    assert [text.rpartition(": ")[2].partition("//")[0] for text in described] == ["4500001", "https:"]
    assert all(text.partition(": ")[0] for text in described)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        pictures = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_no_code_is_made_up() -> None:
    made = resolution()
    bare = replace(made, job_number="", facts=replace(made.facts, address=""))
    assert not [name for name in zipfile.ZipFile(io.BytesIO(printed(bare))).namelist() if "media" in name]


def test_the_frame_is_native() -> None:
    data = printed(resolution("en"))
    section = part(data, "word/document.xml").find(f".//{W}sectPr")
    assert [ref.get(W + "type") for ref in section.iter(W + "headerReference")] == ["even", "default", "first"]
    assert section.find(W + "titlePg") is not None
    size = section.find(W + "pgSz")
    assert (size.get(W + "w"), size.get(W + "h")) == ("12240", "15840")
    settings = part(data, "word/settings.xml")
    assert settings.find(W + "evenAndOddHeaders") is not None
    fields = [element.text.strip() for element in part(data, "word/footer3.xml").iter(W + "instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    geneva = part(printed(resolution("en", template="geneva")), "word/document.xml").find(f".//{W}pgSz")
    assert geneva.get(W + "w") == "11906"


def test_official_styles_have_their_official_names() -> None:
    styles = part(printed(resolution()), "word/styles.xml")
    names = {style.find(W + "name").get(W + "val") for style in styles.iter(W + "style")}
    assert names >= {
        "Normal", "__Single Txt", "_ H _Ch", "_ H_1", "_ H_2/3", "_ H_4", "XLarge", "Distribution", "Session",
        "Agenda_Item_Normal", "Agenda_Title_H2", "Title_H1", "Title_H_CH", "Sponsors", "footnote text",
        "footnote reference", "header", "footer", "Small", "SmallX", "Hyperlink",
    }  # fmt: skip
    fonts = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts.get(W + "ascii") == "Times New Roman"


def test_arabic_runs_from_right_to_left_in_an_arabic_face() -> None:
    data = printed(resolution("ar"))
    styles = part(data, "word/styles.xml")
    assert styles.find(f"{W}style[@{W}styleId='Normal']/{W}pPr/{W}bidi") is not None
    assert styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts").get(W + "cs") == "Amiri"
    for run in part(data, "word/document.xml").iter(W + "r"):
        words = "".join(run.itertext(W + "t"))
        if re.search("[\u0600-\u06ff]", words):
            assert run.find(f"{W}rPr/{W}rtl") is not None, words
            assert not re.search("[A-Za-z]", words), words
        elif re.search("[A-Za-z]", words):
            assert run.find(f"{W}rPr/{W}rtl") is None, words


@pytest.mark.parametrize(("language", "italic", "bold"), [("en", True, False), ("ar", True, True), ("zh", False, True)])
def test_emphasis_looks_as_the_language_prints_it(language: str, italic: bool, bold: bool) -> None:
    flow = reread(resolution(language))
    run = next(line for line in flow.lines if line.style == "Operative Paragraph").runs[0]
    assert (run.italic, run.bold) == (italic, bold)
    bracket = next(line for line in flow.lines if line.text.startswith("["))
    assert (bracket.runs[0].text, bracket.runs[0].italic, bracket.runs[0].bold) == ("[", False, False)
    assert (bracket.runs[1].italic, bracket.runs[1].bold) == (italic, bold)


def test_the_file_says_what_it_is() -> None:
    flow = reread(resolution("ru"))
    assert flow.properties["title"] == "Международный год сносок"
    assert flow.properties["language"] == "ru"
    assert flow.properties["Symbol1"] == "A/RES/99/999"
    assert flow.properties["created"] == "2045-01-08T00:00:00Z"


def test_the_akoma_ntoso_travels_along() -> None:
    assert zipfile.ZipFile(io.BytesIO(printed(resolution()))).read("customXml/item1.xml") == AKN


def test_mark_up_and_control_characters_in_the_text_are_text() -> None:
    made = with_blocks(Recital("r", text('<w:t>&amp; "quoted" \x07bell')))
    assert any(line.text == '<w:t>&amp; "quoted" bell' for line in reread(made).lines)


def test_an_empty_presentation_is_a_file() -> None:
    made = resolution()
    empty = replace(
        made, parts=(), notes=(), job_number="", running_title="", cover=replace(made.cover, block=(), distribution=())
    )
    assert isinstance(reread(empty).lines[0], Line)


def test_a_style_folder_with_broken_measures_is_named(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "word.toml").write_text("[new-york", encoding="utf-8")
    with pytest.raises(Failure, match=r"word\.toml"):
        write(resolution(), AKN, tmp_path)


def test_hyphens_that_do_not_break_are_words_own() -> None:
    made = replace(with_blocks(Recital("r", text("30\u20112 and co\u00adoperation"))), running_title="Self\u2011help")
    data = printed(made)
    assert len(part(data, "word/document.xml").findall(f".//{W}noBreakHyphen")) == 1
    flow = read(data, "h.docx")
    assert any(line.text == "30\u20112 and co\u00adoperation" for line in flow.lines)
    assert any(furniture.text == "Self\u2011help" for furniture in flow.furniture)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("styles", "{% if %}", "styles"),
        ("header", "{{ nothing_of_the_kind }}", "undefined"),
    ],
)
def test_a_template_that_does_not_work_is_named(tmp_path: Path, name: str, content: str, why: str) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / f"{name}.xml.j2").write_text(content, encoding="utf-8")
    with pytest.raises(Failure, match=why) as failure:
        write(resolution(), AKN, tmp_path)
    assert f"{name}.xml.j2" in str(failure.value)
