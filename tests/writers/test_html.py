"""HTML: one quiet page that holds everything, asks nobody for anything, and can be linked to paragraph by paragraph."""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from pathlib import Path

import pytest
from lxml import etree

from engross.model.manifestation import form_of, version_of
from engross.model.presentation import Link, Paragraph, Presentation, Quotation, Text, plain
from engross.resources import templates
from engross.writers.html import sheet, write
from engross.writers.text import write as write_text
from tests.writers.resolutions import LANGUAGES, heading, resolution, table, text


def render(presentation: Presentation) -> str:
    return write(presentation, b"", templates() / "un").decode()


def page(presentation: Presentation) -> etree._Element:
    root = etree.fromstring(render(presentation).encode(), etree.HTMLParser(encoding="utf-8"))
    assert root is not None
    return root


def one(root: etree._Element, path: str) -> etree._Element:
    found = root.findall(path)
    assert len(found) == 1, path
    return found[0]


def words(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_and_direction(language: str) -> None:
    root = page(resolution(language))
    assert (root.get("lang"), root.get("dir")) == (language, "rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_text_is_there_in_its_order(language: str) -> None:
    presentation = resolution(language, table(), heading("Typefaces", "I", above=True))
    article = words(one(page(presentation), ".//article"))
    plain_text = write_text(presentation, b"").decode()
    at = 0
    for word in re.sub(r"\[\w+\]|\(1\)|_{3,}", " ", plain_text).split():
        found = article.find(word, at)
        assert found >= 0, word
        at = found


def test_nothing_is_asked_of_anybody() -> None:
    root = page(resolution("fr", table()))
    assert [node.get("type") for node in root.iter("script")] == ["application/ld+json", None]
    assert list(root.iter("img", "iframe", "object", "embed", "form")) == []
    assert [link.get("rel") for link in root.iter("link")] == ["canonical"]
    assert not any("src" in node.attrib for node in root.iter())
    style = "".join("".join(node.itertext()) for node in root.iter("style"))
    assert "url(" not in style
    assert "@import" not in style


def test_style_sheets_are_given_without_comments_and_blanks_and_mean_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(
        '/* why */\na:hover > b, i::before {\n  margin: calc(1rem - 2px) 0;\n  content: "a: b";\n}\n'
        "@media (min-width: 4rem) { p:not(.x) :focus { color: red; } }\n"
    )
    assert sheet(tmp_path, "a.css") == (
        'a:hover>b,i::before{margin:calc(1rem - 2px) 0;content:"a: b"}'
        "@media (min-width: 4rem){p:not(.x) :focus{color:red}}"
    )


def test_files_beside_the_page_are_linked_and_named() -> None:
    files = [form_of("a.pdf"), form_of("a.xml"), version_of("a.fr.html", "fr", "Français")]
    root = etree.fromstring(write(resolution(), b"", templates() / "un", files), etree.HTMLParser(encoding="utf-8"))
    assert root is not None
    links = [link for link in root.iter("link") if link.get("rel") == "alternate"]
    assert [(link.get("href"), link.get("type"), link.get("hreflang")) for link in links] == [
        ("a.pdf", "application/pdf", None), ("a.xml", "application/akn+xml", None), ("a.fr.html", None, "fr")
    ]  # fmt: skip
    shown = [(a.get("href"), words(a), a.get("lang")) for a in root.iterfind(".//footer//dd/a")][1:]
    assert shown == [("a.pdf", "PDF", None), ("a.xml", "XML", None), ("a.fr.html", "Français", "fr")]


def test_ids_are_the_eids_each_once_and_every_inner_link_arrives() -> None:
    root = page(resolution("en", table()))
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert {"para_1", "point_a", "recital_1", "table_1"} <= set(ids)
    inner = [a.get("href", "")[1:] for a in root.iter("a") if a.get("href", "").startswith("#")]
    assert set(inner) <= set(ids)


def test_every_paragraph_and_point_links_to_itself() -> None:
    root = page(resolution())
    for eid, label in (("para_1", "1."), ("point_a", "(a)")):
        link = one(root, f".//*[@id='{eid}']/p/a[@class='label']")
        assert (link.get("href"), words(link)) == (f"#{eid}", label)
    sign = one(root, ".//*[@id='recital_1']/a[@class='place']")
    assert (sign.get("href"), words(sign)) == ("#recital_1", "")
    assert sign.get("aria-label") == "Permalink"


def test_numbered_paragraphs_are_list_items_with_their_printed_labels() -> None:
    items = one(page(resolution()), ".//ol[@class='paragraphs']").findall("li")
    labels = [words(item.find(".//*[@class='label']")) for item in items]  # type: ignore[arg-type]
    assert labels == ["1.", "2."]


def test_a_list_item_says_its_number_where_it_does_not_follow() -> None:
    paragraphs = [Paragraph(f"para_{label}", label, text("Decides.")) for label in ("7.", "8.", "10 -", "A.")]
    items = page(resolution("en", *paragraphs)).findall(".//ol[@class='paragraphs']")[-1].findall("li")[-4:]
    assert [item.get("value") for item in items] == ["7", None, "10", None]


def test_a_paragraph_without_a_label_is_no_list_item() -> None:
    root = page(resolution("en", Paragraph("para_9", "", text("Decides."))))
    assert one(root, ".//*[@id='para_9']").tag == "div"


def test_notes_link_both_ways_and_a_missing_one_says_so() -> None:
    presentation = dataclasses.replace(resolution(), words={"missing_note": "The text is missing.", "notes": "Notes"})
    root = page(presentation)
    call = one(root, ".//a[@id='c1']")
    assert (call.get("href"), call.get("role"), words(call)) == ("#n1", "doc-noteref", "1")
    note = one(root, ".//aside[@id='n1']")
    assert note.find("a").get("href") == "#c1"  # type: ignore[union-attr]
    assert one(root, ".//section[@class='notes']").get("aria-label") == "Notes"
    assert "The text is missing." in words(one(root, ".//aside[@id='n2']"))


def test_tables_have_headers_with_scope_spans_and_figures() -> None:
    made = one(page(resolution("en", table())), ".//table")
    heads = made.findall("thead/tr/th")
    assert {head.get("scope") for head in heads} == {"col"}
    assert (heads[0].get("rowspan"), heads[1].get("colspan")) == ("2", "2")
    assert "figure" in made.findall("tbody/tr/td")[1].get("class", "")
    assert words(one(made, "caption")) == "Notes by year"


def test_headings_follow_the_title() -> None:
    root = page(resolution("en", heading("Typefaces", "I", above=True)))
    assert words(one(root, ".//h1")) == "99/999. International Year of Footnotes"
    assert words(one(root, ".//h2")) == "I Typefaces"


def test_mark_up_in_the_text_is_text() -> None:
    root = page(resolution("en", Paragraph("para_9", "", text("<script>alert(1)</script> & “so”"))))
    assert words(one(root, ".//*[@id='para_9']")) == "<script>alert(1)</script> & “so”"


def test_linked_data_cannot_end_its_block_and_says_what_the_document_is() -> None:
    presentation = resolution()
    facts = dataclasses.replace(presentation.facts, title="</script><b>&")
    data = page(dataclasses.replace(presentation, facts=facts)).findtext(".//script")
    found = json.loads(data or "")
    assert (found["name"], found["legislationIdentifier"]) == ("</script><b>&", "A/RES/99/999")
    assert (found["legislationDate"], found["inLanguage"]) == ("2044-12-22", "en")


def test_facts_stand_in_a_definition_list_and_unknown_ones_do_not() -> None:
    presentation = resolution()
    terms = [words(dt) for dt in page(presentation).iterfind(".//footer//dt")]
    assert terms == ["Symbol", "Adopted", "Issued", "Session", "Job number", "Official document"]
    facts = dataclasses.replace(presentation.facts, adopted=None, job_number="")
    terms = [words(dt) for dt in page(dataclasses.replace(presentation, facts=facts)).iterfind(".//footer//dt")]
    assert terms == ["Symbol", "Issued", "Session", "Official document"]


def test_every_language_has_the_same_words() -> None:
    given = tomllib.loads((templates() / "un" / "web" / "words.toml").read_text(encoding="utf-8"))
    assert set(given) == set(LANGUAGES)
    assert {tuple(sorted(terms)) for terms in given.values()} == {tuple(sorted(given["en"]))}


def test_english_lines_of_an_arabic_masthead_run_their_own_way() -> None:
    lines = one(page(resolution("ar")), ".//ul[@class='distribution']").findall("li")
    assert {line.get("dir") for line in lines} == {"auto"}


def test_quotations_and_looks_are_kept() -> None:
    run = Text("fi", emphasis=True, bold=True, raised=True, underline=True, small_caps=True, language="la")
    quoted = Quotation(
        "embedded_1", (Paragraph("embedded_1__para_1", "1.", (run, Link("https://a.org/?a=1&b=2", text("x")))),)
    )
    node = one(page(resolution("en", quoted)), ".//blockquote")
    assert one(node, ".//span[@lang='la']") is not None
    assert all(one(node, f".//{tag}") is not None for tag in ("em", "b", "sup", "u"))
    assert [a.get("href") for a in node.iter("a") if a.get("class") is None] == ["https://a.org/?a=1&b=2"]
    assert plain(quoted.blocks[0].content) in words(node)  # type: ignore[union-attr]


def test_the_same_presentation_gives_the_same_bytes() -> None:
    assert render(resolution("fr")) == render(resolution("fr"))
