"""Word: what Word prints is read, numbers and notes included; hostile packages end in a Failure."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from engross.model.failure import Failure
from engross.model.flow import Flow, Line, PageBreak, Rule, Run, Table
from engross.model.furniture import FurnitureKind
from engross.readers.docx import number_formats, package, read
from tests.readers.word import levels, make_word, numbered, packed, paragraph, run


def flow(*blocks: str, **parts: str) -> Flow:
    return read(make_word("".join(blocks), **parts), "draft.docx")  # type: ignore[arg-type]


def texts(found: Flow) -> list[str]:
    return [line.text for line in found.lines]


def labels(found: Flow) -> list[str]:
    return [line.label for line in found.lines]


def test_paragraphs_are_whole_lines_and_empty_ones_are_left_out() -> None:
    found = flow(
        paragraph(run("The General "), run("Assembly,")), paragraph(), paragraph(run(" ")), paragraph(run("x"))
    )
    assert texts(found) == ["The General Assembly,", "x"]
    assert all(line.whole for line in found.lines)
    assert found.lines[1].span.part == "word/document.xml"


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ("<w:i/>", {"italic": True}),
        ('<w:i w:val="true"/>', {"italic": True}),
        ('<w:i w:val="0"/>', {"italic": False}),
        ("<w:b/>", {"bold": True}),
        ('<w:u w:val="single"/>', {"underline": True}),
        ('<w:u w:val="none"/>', {"underline": False}),
        ("<w:smallCaps/>", {"small_caps": True}),
        ('<w:vertAlign w:val="superscript"/>', {"raised": True}),
        ('<w:position w:val="6"/>', {"raised": True}),
        ('<w:position w:val="-4"/>', {"raised": False}),
        ('<w:sz w:val="17"/>', {"size": 8.5}),
    ],
)
def test_direct_formatting(properties: str, look: dict[str, object]) -> None:
    found = flow(paragraph(run("a", properties), run("b")))
    assert {name: getattr(found.lines[0].runs[0], name) for name in look} == look


def test_styles_are_followed_through_their_chain_and_cancel_each_other() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:rPr><w:i/><w:sz w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="_ H_4"/><w:basedOn w:val="A"/>'
        '<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:i/><w:b/></w:rPr></w:style>'
    )
    line = flow(
        paragraph(run("a"), run("b", '<w:rStyle w:val="C"/>'), properties='<w:pStyle w:val="B"/>'), styles=styles
    )
    (found,) = line.lines
    assert (found.style, found.level) == ("_ H_4", 4)
    assert [(r.italic, r.bold, r.size) for r in found.runs] == [(True, False, 10.0), (False, True, 10.0)]


def test_a_circle_of_styles_ends() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("AB", "BA")
    )
    assert texts(flow(paragraph(run("x"), properties='<w:pStyle w:val="A"/>'), styles=styles)) == ["x"]


def test_special_characters() -> None:
    content = (
        '<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B7"/>'
        '<w:sym w:font="Wingdings" w:char="F0A7"/><w:cr/><w:t>c</w:t>'
    )
    assert texts(flow(paragraph(run(content=content)))) == ["a\tb\n\u2011\u00ad•▪\nc"]


def test_automatic_numbers_are_the_labels_that_word_prints() -> None:
    found = flow(
        numbered("one"), numbered("a", level=1), numbered("b", level=1), numbered("i", level=2), numbered("two"),
        numbered("a", level=1),
        numbering=levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%1.%2.%3)")),
    )  # fmt: skip
    assert labels(found) == ["1.", "a)", "b)", "(2.b.i)".replace("2", "1"), "2.", "a)"]


def test_lists_that_share_a_definition_go_on_and_begin_anew_where_told() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    found = flow(
        numbered("x"), numbered("x", 2), numbered("x", 3), numbered("x", 3), numbered("x", 1),
        numbering=levels(("decimal", "%1."), more=more),
    )  # fmt: skip
    assert labels(found) == ["1.", "2.", "5.", "6.", "7."]


def test_levels_restart_as_told() -> None:
    definition = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:isLgl/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    found = flow(numbered("x"), numbered("x", level=1), numbered("x"), numbered("x", level=1), numbering=definition)
    assert labels(found) == ["III", "3.1", "IV", "4.2"]


def test_numbers_come_from_styles_and_can_be_taken_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Q"/><w:basedOn w:val="P"/></w:style>'
    )
    definition = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="Q"/><w:lvlText w:val="(%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    none = '<w:pStyle w:val="P"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    found = flow(
        paragraph(run("x"), properties='<w:pStyle w:val="P"/>'),
        paragraph(run("x"), properties='<w:pStyle w:val="Q"/>'),
        paragraph(run("x"), properties=none),
        paragraph(run("x"), properties='<w:pStyle w:val="P"/>'),
        styles=styles,
        numbering=definition,
    )
    assert labels(found) == ["1.", "(a)", "", "2."]


def test_bullets_are_signs_and_an_empty_numbered_paragraph_prints_its_number() -> None:
    definition = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    found = flow(numbered("x"), numbered("", level=1), numbered("y", level=1), numbering=definition)
    assert [line.label + line.text for line in found.lines] == ["•x", "1.", "2.y"]


@pytest.mark.parametrize(
    ("name", "number", "sign"),
    [
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 54, "bbb"),
        ("upperRoman", 44, "XLIV"),
        ("arabicAbjad", 3, "ج"),
        ("arabicAlpha", 3, "ت"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 105, "一百零五"),
        ("decimalZero", 3, "03"),
        ("decimalEnclosedCircle", 3, "③"),
        ("russianLower", 3, "в"),
        ("ordinal", 112, "112th"),
        ("chicago", 5, "**"),
        ("none", 5, ""),
        ("lowerRoman", 5000, "5000"),
    ],
)
def test_number_formats(name: str, number: int, sign: str) -> None:
    assert number_formats.sign(number, name) == sign


def test_an_unknown_number_format_is_a_finding() -> None:
    found = flow(numbered("x"), numbering=levels(("klingon", "%1.")))
    assert (labels(found), [d.code for d in found.diagnostics]) == (["1."], ["number-format-unknown"])


def test_footnotes_and_endnotes_are_notes_with_their_marks() -> None:
    def call(kind: str, number: int) -> str:
        return run(content=f'<w:{kind}Reference w:id="{number}"/>')

    note = '<w:{0} w:id="{1}"><w:p><w:r><w:tab/></w:r><w:r><w:{0}Ref/></w:r><w:r><w:t> {2}</w:t></w:r></w:p></w:{0}>'
    found = flow(
        paragraph(run("a"), call("footnote", 7), run("b"), call("endnote", 2), run("c"), call("footnote", 3)),
        footnotes='<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + note.format("footnote", 3, "three")
        + note.format("footnote", 7, "seven") + note.format("footnote", 9, "uncalled"),
        endnotes=note.format("endnote", 2, "end"),
    )  # fmt: skip
    assert [(r.text, r.note) for r in found.lines[0].runs if r.note] == [
        ("1", "footnote-7"),
        ("i", "endnote-2"),
        ("2", "footnote-3"),
    ]
    assert {n.id: (n.mark, n.lines[0].text) for n in found.notes} == {
        "footnote-7": ("1", "seven"),
        "endnote-2": ("i", "end"),
        "footnote-3": ("2", "three"),
        "footnote-9": ("", "uncalled"),
    }


def test_marks_of_the_authors_own_are_typed_and_not_counted() -> None:
    found = flow(
        paragraph(
            run("a"),
            run("*", content="").replace("<w:t", '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t'),
            run("b"),
            run(content='<w:footnoteReference w:id="2"/>'),
        ),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>*</w:t></w:r>'
        "<w:r><w:tab/><w:t>star</w:t></w:r></w:p></w:footnote>"
        '<w:footnote w:id="2"><w:p><w:r><w:t>one</w:t></w:r></w:p></w:footnote>',
    )
    assert found.lines[0].text == "a*b1"
    assert [(n.mark, n.lines[0].text) for n in found.notes] == [("*", "star"), ("1", "one")]


def test_marks_have_the_format_and_start_of_the_settings() -> None:
    found = flow(
        paragraph(run("a"), run(content='<w:footnoteReference w:id="1"/>')),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>',
        settings='<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>',
    )
    assert found.lines[0].text == "ac"


INSERTED = '<w:ins w:id="1" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>'


def test_tracked_changes_are_accepted_or_rejected() -> None:
    data = make_word(paragraph(run("a "), INSERTED, DELETED, run(" z")))
    assert texts(read(data, "x")) == ["a new z"]
    assert texts(read(data, "x", changes="reject")) == ["a old z"]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    data = make_word(paragraph(run("a "), properties='<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run("b")))
    assert texts(read(data, "x")) == ["a b"]
    assert texts(read(data, "x", changes="reject")) == ["a ", "b"] or texts(read(data, "x", changes="reject")) == [
        "a",
        "b",
    ]


def test_moves_rows_and_formatting_are_tracked_as_well() -> None:
    moved = "<w:moveFrom><w:r><w:t>from</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>to</w:t></w:r></w:moveTo>"
    look = run("x", "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>")
    data = make_word(paragraph(moved, look))
    accepted, rejected = read(data, "x").lines[0], read(data, "x", changes="reject").lines[0]
    assert (accepted.text, accepted.runs[-1].bold) == ("tox", True)
    assert (rejected.text, rejected.runs[-1].bold, rejected.runs[-1].italic) == ("fromx", False, True)


def test_comments_hidden_text_and_field_codes_are_no_text() -> None:
    found = flow(
        paragraph(
            '<w:commentRangeStart w:id="0"/>', run("a"), '<w:commentRangeEnd w:id="0"/>',
            run(content='<w:commentReference w:id="0"/>'), run("secret", "<w:vanish/>"), run("b"),
        ),
        comments='<w:comment w:id="0"><w:p><w:r><w:t>remark</w:t></w:r></w:p></w:comment>',
    )  # fmt: skip
    assert texts(found) == ["ab"]
    assert [(f.kind, f.text) for f in found.furniture] == [(FurnitureKind.MARK_UP, "secret")]


def field(code: str, result: str) -> str:
    return (
        run(content='<w:fldChar w:fldCharType="begin"/>')
        + run(content=f"<w:instrText>{code}</w:instrText>")
        + run(content='<w:fldChar w:fldCharType="separate"/>')
        + result
        + run(content='<w:fldChar w:fldCharType="end"/>')
    )  # fmt: skip


def test_fields_give_their_results_even_nested_ones() -> None:
    inner = field(" REF x ", run("inner"))
    found = flow(
        paragraph(run("see "), field(" REF y ", run("result ") + inner), run(".")),
        paragraph('<w:fldSimple w:instr=" DATE "><w:r><w:t>today</w:t></w:r></w:fldSimple>'),
    )
    assert texts(found) == ["see result inner.", "today"]


def test_links_have_their_target_and_are_never_followed() -> None:
    body = paragraph(
        '<w:hyperlink r:id="rIdL"><w:r><w:t>A/1</w:t></w:r></w:hyperlink>',
        '<w:hyperlink w:anchor="place"><w:r><w:t>place</w:t></w:r></w:hyperlink>',
        field(' HYPERLINK "https://docs.un.org/en/A/2" ', run("A/2")),
        run("x"),
    )
    found = read(make_word(body, links={"rIdL": "https://docs.un.org/en/A/1"}), "x")
    assert [(r.text, r.href) for r in found.lines[0].runs] == [
        ("A/1", "https://docs.un.org/en/A/1"),
        ("place", "#place"),
        ("A/2", "https://docs.un.org/en/A/2"),
        ("x", None),
    ]


def test_text_boxes_and_alternatives_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    alternative = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(flow(paragraph(run("a"), run(content=alternative), run("b")))) == ["ab", "boxed"]


def test_content_controls_and_mathematics_are_text() -> None:
    found = flow(
        "<w:sdt><w:sdtContent>"
        + paragraph("<w:sdt><w:sdtContent>", run("in"), "</w:sdtContent></w:sdt>")
        + "</w:sdtContent></w:sdt>",
        paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"),
    )
    assert texts(found) == ["in", "x+1"]


def test_page_breaks_and_rules() -> None:
    found = flow(
        paragraph(run("a", content='<w:br w:type="page"/>')),
        paragraph(properties='<w:pBdr><w:top w:val="single"/></w:pBdr>'),
        paragraph(run("b"), properties="<w:pageBreakBefore/>"),
    )
    assert [type(item) for item in found.items] == [Line, PageBreak, Rule, PageBreak, Line]


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{paragraph(run(text))}</w:tc>"


def test_tables_of_figures_are_tables() -> None:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    found = flow(
        "<w:tbl>" + grid
        + row(cell("h", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>")
        + row(cell("a", '<w:vMerge w:val="restart"/>'), cell("1"))
        + row(cell("", "<w:vMerge/>"), cell("2"))
        + "</w:tbl>"
    )  # fmt: skip
    (table,) = found.items
    assert isinstance(table, Table)
    assert table.widths == (0.75, 0.25)
    assert [[(c.columns, c.rows, c.header) for c in r] for r in table.rows] == [
        [(2, 1, True)],
        [(1, 2, False), (1, 1, False)],
        [(1, 1, False)],
    ]


def test_tables_that_only_arrange_lines_are_lines() -> None:
    found = flow("<w:tbl>" + row(cell("60/999."), cell("Footnotes")) + row(cell(""), cell("of 2044")) + "</w:tbl>")
    assert texts(found) == ["60/999.", "Footnotes", "of 2044"]


SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="rId_header1"/>'
    '<w:headerReference w:type="default" r:id="rId_header2"/>'
    '<w:footerReference w:type="default" r:id="rId_footer1"/><w:titlePg/></w:sectPr>'
)


def test_heads_and_feet_are_furniture_and_the_masthead_in_the_first_header_is_text() -> None:
    found = flow(
        paragraph(run("Text")),
        SECTION,
        header1="<w:tbl>" + row(cell("United Nations"), cell("A/99/L.1")) + "</w:tbl><w:p/>",
        header2=paragraph(run("A/99/L.1")),
        footer1=paragraph(field(" PAGE ", run("3"))) + paragraph(run("45-00001")) + paragraph(run("*4500001*")),
    )
    assert texts(found) == ["United Nations", "A/99/L.1", "Text"]
    assert [(f.kind, f.text) for f in found.furniture] == [
        (FurnitureKind.RUNNING_HEAD, "A/99/L.1"),
        (FurnitureKind.PAGE_NUMBER, "3"),
        (FurnitureKind.JOB_NUMBER, "45-00001"),
        (FurnitureKind.BAR_CODE, "*4500001*"),
    ]


def test_runs_name_their_language_where_it_is_not_the_documents() -> None:
    found = flow(
        paragraph(run("Résolution adoptée", '<w:lang w:val="fr-FR"/>'), run(" bona fide", '<w:lang w:val="la"/>'))
    )
    assert [r.language for r in found.lines[0].runs] == [None, "la"]
    assert found.properties["language"] == "fr-fr"


def test_raised_brackets_belong_to_the_mark_they_stand_round() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    found = flow(
        paragraph(
            run("a"), run("(", raised), run("", raised, '<w:footnoteReference w:id="1"/>'), run(")", raised), run("b")
        ),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>',
    )
    assert [(r.text, r.note) for r in found.lines[0].runs] == [("a", None), ("(1)", "footnote-1"), ("b", None)]
    assert found.notes[0].mark == "(1)"


def test_strict_files_are_read_as_well() -> None:
    data = make_word(paragraph(run("strict")))
    files = {info: zipfile.ZipFile(BytesIO(data)).read(info) for info in zipfile.ZipFile(BytesIO(data)).namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read(packed(files), "x")) == ["strict"]


# --- Hostile packages ---------------------------------------------------------------------------------------------


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
