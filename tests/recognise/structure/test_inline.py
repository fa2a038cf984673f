"""Emphasis, notes, references and dates inside paragraphs."""

from __future__ import annotations

from lxml import etree

from engross.akn.namespace import every
from engross.model.flow import Line, Run
from engross.model.span import Span
from tests.recognise.structure.recognising import codes, line, recognised, text, tree

FORMULA = "*The General Assembly*,"


def markup(root: etree._Element, tag: str = "container") -> str:
    """The mark-up of the first `p` of an element, without namespaces and identifiers."""
    paragraph = next(every(next(every(root, tag)), "p"))
    for node in paragraph.iter():
        node.attrib.pop("eId", None)
    written = etree.tostring(paragraph, encoding="unicode", with_tail=False)
    return written.replace(' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"', "")


def test_italics_of_the_source_stay_as_they_are() -> None:
    root = tree(FORMULA, "*Recalling* the *Official Records*,")
    assert markup(root) == "<p><i>Recalling</i> the <i>Official Records</i>,</p>"


def test_opening_words_are_emphasised_where_the_format_has_no_italics() -> None:
    root = tree("The General Assembly,", "Recalling also all footnotes,", "1. Decides to number them.")
    assert markup(root, "formula") == '<p><i>The <organization refersTo="#ga">General Assembly</organization></i>,</p>'
    assert markup(root) == "<p><i>Recalling also</i> all footnotes,</p>"
    assert markup(root, "paragraph") == "<p><i>Decides</i> to number them.</p>"


def test_a_note_stands_where_its_mark_is() -> None:
    root = tree(FORMULA, "*Recalling* the Year^1^ of Footnotes,", notes={"1": "See A/99/500."})
    note = next(every(root, "authorialNote"))
    assert (note.get("marker"), text(note), note.tail) == ("1", "See A/99/500.", " of Footnotes,")


def test_a_note_after_a_citation_stands_outside_it() -> None:
    root = tree(FORMULA, "*Recalling* document A/99/500,^1^", notes={"1": "Page 3."})
    assert next(every(root, "authorialNote")).getparent().tag.endswith("}p")  # type: ignore[union-attr]


def test_a_note_without_text_is_incomplete() -> None:
    found = recognised(FORMULA, "*Recalling* the Year^1^ of Footnotes,")
    assert next(every(found.akn, "authorialNote")).get("status") == "incomplete"
    assert "note-missing" in codes(found)


def test_a_note_that_nothing_calls_is_kept() -> None:
    found = recognised(FORMULA, "1.\t*Decides* to number notes.", notes={"9": "Nobody calls me."})
    assert "Nobody calls me." in text(next(every(found.akn, "mainBody")))
    assert "note-uncalled" in codes(found)


def test_a_note_called_twice_is_written_once() -> None:
    root = tree(FORMULA, "*Recalling* one^1^ and two,^1^", notes={"1": "Both."})
    note = next(every(root, "authorialNote"))
    assert [node.get("href") for node in every(root, "noteRef")] == [f"#{note.get('eId')}"]


def test_a_resolution_with_its_date_is_a_reference_to_the_work() -> None:
    root = tree(FORMULA, "*Recalling* its resolution 58/220 of 23 December 2003,")
    assert markup(root) == (
        '<p><i>Recalling</i> its resolution <ref href="/akn/un/statement/deliberation/un-ga/2003-12-23/58-220">58/220'
        '</ref> of <date date="2003-12-23">23\u00a0December 2003</date>,</p>'
    )


def test_a_document_is_a_link_in_the_document_s_language() -> None:
    root = tree("*L’Assemblée générale*,", "*Rappelant* le rapport du Secrétaire général (A/60/257),")
    assert '<a href="https://docs.un.org/fr/A/60/257">A/60/257</a>' in markup(root)


def test_citations_never_change_the_text() -> None:
    words = "*Recalling* its resolutions 53/199 of 15 December 1998, 1325 (2000) and 61/185 (A/RES/61/185),"
    assert text(next(every(tree(FORMULA, words), "container"))) == words.replace("*", "")


def test_a_line_break_inside_a_paragraph_is_kept() -> None:
    root = tree(FORMULA, Line((Run("Recalling", italic=True), Run(" one\nand two,")), Span("made"), whole=True))
    assert markup(root) == "<p><i>Recalling</i> one<eol/>and two,</p>"


def test_raised_ordinals_and_languages_are_kept() -> None:
    runs = (
        Run("Recalling", italic=True),
        Run(" the 68"),
        Run("e", raised=True),
        Run(" séance", language="fr"),
        Run(","),
    )
    root = tree(FORMULA, Line(runs, Span("made"), whole=True))
    assert "68<sup>e</sup>" in markup(root)
    assert 'lang="fr"> séance</span>' in markup(root)


def test_bold_is_the_emphasis_of_chinese() -> None:
    root = tree("**大会**，", "**回顾**其以往各项决议，", line("**决定**继续处理此案。", label="1."))
    assert markup(root) == "<p><i>回顾</i>其以往各项决议，</p>"
