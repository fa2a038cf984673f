"""Akoma Ntoso as a source: headings, sections, annexes, quotations, tables, lettered resolutions."""

from __future__ import annotations

from engross.akn.namespace import every, name, text_of
from engross.akn.serialise import to_bytes
from engross.readers.akn import read
from tests.readers.published import COVER, paragraphs, published
from tests.readers.reading_akn import body, codes, shape, tree


def test_a_bold_paragraph_is_a_heading_and_holds_what_follows() -> None:
    data = published(
        paragraphs(
            '<span class="bold">Fonts</span>', "1.	Decides.", '<span class="bold">Sizes</span>', "2.	Notes."
        )
    )
    assert [shape(section) for section in body(data)] == ["section(heading paragraph(content(p)))"] * 2
    assert "akn-heading" in codes(data)


def test_a_bold_paragraph_with_the_number_of_a_section_is_a_heading() -> None:
    numbered = '<paragraph class="MercuryDocument"><num>{}</num><content><p>	{}</p></content></paragraph>'
    main = "".join(
        numbered.format(number, words)
        for number, words in (
            ("1.", "Decides."),
            ("II.", '<span class="bold">Fonts and their sizes</span>'),
            ("2.", '<span class="bold">Notes.</span>'),
        )
    )
    _, section = body(published(f"<mainBody>{main}</mainBody>"))
    assert shape(section) == "section(num heading paragraph(num content(p)))"
    assert [text_of(n) for n in every(section, "num", "heading")] == ["II.", "Fonts and their sizes", "2."]


def test_a_bold_sentence_is_no_heading() -> None:
    (alinea,) = body(published(paragraphs('<span class="bold">It is so.</span>', "1.	Decides.")))[:1]
    assert name(alinea) == "alinea"


def test_number_and_title_on_two_lines_are_one_section() -> None:
    main = (
        '<mainBody><paragraph class="H23"><p><num>I</num></p></paragraph>'
        '<paragraph class="H23"><subheading>	Titles</subheading></paragraph>'
        '<paragraph class="H4"><subheading>A.	Fonts</subheading></paragraph>'
        "<paragraph><num>1.</num><content><p>Decides.</p></content></paragraph></mainBody>"
    )
    (section,) = body(published(main))
    assert shape(section) == "section(num subheading section(heading paragraph(num content(p))))"
    assert [text_of(n) for n in every(section, "num", "heading", "subheading")] == ["I", "Titles", "A. Fonts", "1."]


def test_a_heading_keeps_the_class_of_a_style_that_is_larger_than_the_text() -> None:
    main = (
        '<mainBody><paragraph class="HCh"><heading>Pages</heading></paragraph>'
        '<paragraph class="H1"><heading>A.	Fonts</heading></paragraph>'
        '<paragraph class="H1"><num>Part I</num></paragraph>'
        '<paragraph class="H23"><subheading>Sizes</subheading></paragraph>'
        "<paragraph><num>1.</num><content><p>Decides.</p></content></paragraph></mainBody>"
    )
    made = tree(published(main))
    found = [(text_of(n), n.get("class")) for n in every(next(every(made, "mainBody")), "heading", "num")]
    assert found[:4] == [("Pages", "HCh"), ("A. Fonts", "H1"), ("Part I", "H1"), ("Sizes", None)]
    assert to_bytes(tree(to_bytes(made))) == to_bytes(made)


def test_an_annex_keeps_the_forms_of_its_heading_and_its_title() -> None:
    annex = (
        '<attachments><attachment><doc name="annex"><mainBody>'
        '<paragraph class="HCh"><heading>Annex</heading></paragraph>'
        '<paragraph class="H1"><heading>Rules</heading></paragraph>'
        "<paragraph><num>1.</num><content><p>Notes.</p></content></paragraph></mainBody></doc></attachment></attachments>"
    )
    made = tree(published(after=annex))
    attachment = next(every(made, "attachment"))
    assert [(text_of(n), n.get("class")) for n in every(attachment, "heading", "subheading")] == [
        ("Annex", "HCh"),
        ("Rules", "H1"),
    ]
    assert to_bytes(tree(to_bytes(made))) == to_bytes(made)


def test_alternating_preambles_become_recitals_in_sections() -> None:
    recital = '<container name="Noting"><p><span class="italic">Noting</span> it,</p></container>'
    main = (
        '<mainBody><paragraph class="H23"><subheading>I</subheading></paragraph></mainBody>'
        f"<preamble>{recital}</preamble><mainBody><paragraph><num>1.</num><content><p>Decides.</p></content></paragraph>"
        "</mainBody>"
    )
    data = published(main)
    (section,) = body(data)
    assert [name(child) for child in section][1:] == ["hcontainer", "paragraph"]
    assert "akn-preamble" in codes(data)


def test_text_between_preambles_stays_among_the_recitals() -> None:
    recital = '<container name="Noting"><p>Noting it,</p></container>'
    main = paragraphs("“What is a note?”") + f"<preamble>{recital}</preamble>" + paragraphs("1.	Decides.")
    result = tree(published(main))
    preamble = next(every(result, "preamble"))
    assert [text_of(p)[:8] for p in every(preamble, "p") if name(p.getparent()) != "authorialNote"][2:] == [
        "“What is",
        "Noting i",
    ]


def test_annexes_leave_the_body_and_split() -> None:
    main = (
        "<mainBody><paragraph><num>1.</num><content><p>Decides.</p></content></paragraph>"
        '<paragraph class="H1"><heading>Annex I</heading></paragraph><paragraph class="H1"><heading>Rules</heading>'
        "</paragraph><paragraph><num>1.</num><content><p>Rule.</p></content></paragraph>"
        '<paragraph class="H1"><heading>Annex II</heading></paragraph>'
        "<paragraph><content><p>Table.</p></content></paragraph></mainBody>"
    )
    attachments = next(every(tree(published(main)), "attachments"))
    assert [shape(child).replace(shape(next(every(child, "meta"))), "meta") for child in attachments] == [
        "attachment(heading subheading doc(meta mainBody(paragraph(num content(p)))))",
        "attachment(heading doc(meta mainBody(alinea(content(p)))))",
    ]


def test_the_only_paragraph_keeps_no_number() -> None:
    (paragraph,) = body(published(paragraphs('<span class="italic">Decides</span> so.')))
    assert shape(paragraph) == "paragraph(content(p))"


def test_quoted_resolutions_keep_their_form() -> None:
    inner = (
        '<embeddedStructure><container name="formula"><p>The General Assembly,</p></container><container name="Noting">'
        "<p>Noting,</p></container><paragraph><num>1.</num><content><p>Decides.</p></content></paragraph>"
        "</embeddedStructure>"
    )
    (paragraph,) = body(published(paragraphs(f"Recommends the following: {inner}")))
    quoted = next(every(paragraph, "embeddedStructure"))
    assert [name(child) for child in quoted] == ["formula", "container", "paragraph"]


def test_tables_keep_rows_cells_and_spans() -> None:
    table = (
        '<mainBody><container name="table"><table><tr><th><p>Year</p></th><th colspan="2"/></tr>'
        "<tr><td><p>2044</p></td><td><p/></td><td>plain</td></tr></table></container></mainBody>"
    )
    made = next(every(body(published(table)), "table"))
    assert [[text_of(cell) for cell in row] for row in every(made, "tr")] == [["Year", ""], ["2044", "", "plain"]]
    assert made[0][1].get("colspan") == "2"


def test_lettered_resolutions_are_a_collection() -> None:
    part = (
        '<component eId="comp_{n}"><statement name="resolution"><meta/><preface><p><docNumber>{letter}</docNumber>'
        "<docTitle>Part</docTitle></p></preface><mainBody><paragraph><num>1.</num><content><p>Decides {letter}.</p>"
        "</content></paragraph></mainBody></statement></component>"
    )
    parts = "".join(part.format(n=n, letter=letter) for n, letter in enumerate("AB"))
    meta = published().decode().partition("<meta>")[2].partition("</meta>")[0]
    data = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">'
        f'<documentCollection name="publication"><meta>{meta}</meta>{COVER.replace("99/998", "99/998 A-B")}'
        '<collectionBody><component eId="comp_def_0"><documentRef href="comp_0" showAs="A"/></component>'
        f"</collectionBody></documentCollection><components>{parts}</components></akomaNtoso>"
    ).encode()
    result = tree(data)
    assert [node.get("href") for node in every(result, "documentRef")] == ["#comp_A", "#comp_B"]
    components = next(every(result, "components"))
    assert [component.get("eId") for component in components] == ["comp_A", "comp_B"]
    assert next(every(components, "FRBRalias")).get("value") == "A/RES/99/998 A"
    assert to_bytes(read(to_bytes(result), "a.xml").tree) == to_bytes(result)
