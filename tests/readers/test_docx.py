"""Word: the text of a file, with its looks, links, frames and languages."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from engross.model.flow import Line, PageBreak, Rule
from engross.model.furniture import FurnitureKind
from engross.readers.docx import read
from tests.readers.word import cell, flow, make_word, packed, paragraph, row, run, texts

SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="rId_header1"/>'
    '<w:headerReference w:type="default" r:id="rId_header2"/>'
    '<w:footerReference w:type="default" r:id="rId_footer1"/><w:titlePg/></w:sectPr>'
)


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


def test_strict_files_are_read_as_well() -> None:
    data = make_word(paragraph(run("strict")))
    files = {info: zipfile.ZipFile(BytesIO(data)).read(info) for info in zipfile.ZipFile(BytesIO(data)).namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read(packed(files), "x")) == ["strict"]
