"""Organs, offices, treaties and meetings: marked where they are named, and described in the metadata."""

from __future__ import annotations

import datetime

import pytest
from lxml import etree

from engross.akn.namespace import every, find, text_of
from engross.lexicon import lexicon
from engross.model.flow import Line, Run
from engross.model.span import Span
from engross.present import present
from engross.readers.akn import read
from engross.recognise.structure.citations import find_citations
from engross.recognise.structure.meetings import Occasion
from engross.recognise.structure.wording import Wording
from tests.recognise.structure.recognising import line, text, tree

FORMULA = "*The General Assembly*,"
RECORD = "/akn/un/debate/verbatimRecord/"
ASSEMBLY = Occasion("ga", "99", datetime.date(2044, 12, 20))
COUNCIL = Occasion("sc", "2044", datetime.date(2044, 3, 1))


def markup(root: etree._Element, tag: str = "container") -> str:
    """The mark-up of the first `p` of an element, without namespaces and identifiers."""
    paragraph = next(every(next(every(root, tag)), "p"))
    for node in paragraph.iter():
        node.attrib.pop("eId", None)
    written = etree.tostring(paragraph, encoding="unicode", with_tail=False)
    return written.replace(' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"', "")


def cited(language: str, words: str, occasion: Occasion = ASSEMBLY) -> list[tuple[str, str]]:
    """The references in a text: their words and where they lead; dates, bodies and offices left out."""
    wording = Wording(lexicon(), lexicon().languages[language], slanted=True, bold=True)
    found = find_citations(words, wording, occasion)
    return [(words[one.start : one.end], one.attributes["href"]) for one in found if "href" in one.attributes]


# --- bodies and offices


def test_an_organ_and_an_office_point_to_their_entries() -> None:
    root = tree(FORMULA, "*Recalling* the report of the Secretary-General to the Security Council,")
    assert markup(root) == (
        '<p><i>Recalling</i> the report of the <role refersTo="#secretaryGeneral">Secretary-General</role> to the '
        '<organization refersTo="#sc">Security Council</organization>,</p>'
    )
    entries = {
        node.get("eId"): (node.tag.rpartition("}")[2], node.get("href")) for node in next(every(root, "references"))
    }
    assert entries["sc"] == ("TLCOrganization", "/akn/ontology/organization/un/un-sc")
    assert entries["secretaryGeneral"] == ("TLCRole", "/akn/ontology/role/un/secretaryGeneral")


def test_every_body_and_office_of_the_lexicon_has_an_entry_of_its_class() -> None:
    english = lexicon().cited("en").names
    words = ", ".join(
        dict.fromkeys(form.replace("*", "") for kind, _, form in english._all() if kind in {"bodies", "roles"})
    )
    root = tree(FORMULA, f"*Recalling* the {words},")
    classes = {node.get("eId"): node.tag.rpartition("}")[2] for node in next(every(root, "references"))}
    for tag, wanted in (("organization", "TLCOrganization"), ("role", "TLCRole")):
        pointed = {(node.get("refersTo") or "").lstrip("#") for node in every(root, tag)}
        assert len(pointed) > 2
        assert {classes[name] for name in pointed} == {wanted}


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("*L’Assemblée générale*,", "Assemblée générale"),
        ("*La Asamblea General*,", "Asamblea General"),
        ("*Генеральная Ассамблея*,", "Генеральная Ассамблея"),
        ("*إن الجمعية العامة*،", "الجمعية العامة"),
        ("*大会*，", "大会"),
    ],
)
def test_the_organ_of_the_formula_is_marked_inside_its_emphasis(formula: str, words: str) -> None:
    root = tree(formula, "…")
    mark = next(every(next(every(root, "formula")), "organization"))
    assert (text(mark), mark.get("refersTo")) == (words, "#ga")
    assert mark.getparent().tag.endswith("}i")  # type: ignore[union-attr]


def test_a_name_inside_italics_does_not_part_them() -> None:
    root = tree(FORMULA, "*Recalling* the *Records of the General Assembly, First Session*,")
    assert markup(root) == (
        '<p><i>Recalling</i> the <i>Records of the <organization refersTo="#ga">General Assembly</organization>, '
        "First Session</i>,</p>"
    )


def test_a_note_at_a_name_stays_where_it_was() -> None:
    root = tree(
        FORMULA, "*Recalling* the Charter of the United Nations,^1^ as amended,", notes={"1": "See the Rome Statute."}
    )
    container = next(every(root, "container"))
    assert (
        text(container).replace("See the Rome Statute.", "")
        == "Recalling the Charter of the United Nations, as amended,"
    )
    note = next(every(container, "authorialNote"))
    assert note.getparent().tag.endswith("}p")  # type: ignore[union-attr]
    assert next(every(note, "ref")).get("href", "").endswith("/unts-2187-38544")


# --- treaties


def test_a_treaty_is_a_reference_to_its_work() -> None:
    root = tree(FORMULA, "*Guided* by the United Nations Charter,")
    assert markup(root) == (
        '<p><i>Guided</i> by the <ref href="/akn/un/act/treaty/1945-06-26/charter">United Nations Charter</ref>,</p>'
    )


def test_the_treaty_series_leads_to_the_treaty_or_at_least_to_the_volume() -> None:
    note = "United Nations, *Treaty Series*, vol. 1577, No. 27531, and United Nations, *Treaty Series*, vol. 7, No. 99."
    root = tree(FORMULA, "*Recalling* a treaty,^1^", notes={"1": note})
    marks = list(every(next(every(root, "authorialNote")), "ref"))
    assert [mark.get("href", "").rpartition("/")[2] for mark in marks] == ["unts-1577-27531", "unts-7-99"]
    assert text(marks[0]) == "United Nations, Treaty Series, vol. 1577, No. 27531"


# --- meetings


@pytest.mark.parametrize(
    ("language", "words", "meeting"),
    [
        ("en", "At its 54th plenary meeting, on 20 December 2044, the Assembly adopted", "54th plenary meeting"),
        ("fr", "À sa 54e séance plénière, le 20 décembre 2044, l’Assemblée a adopté", "54e séance plénière"),
        ("es", "En su 54ª sesión plenaria, celebrada el 20 de diciembre de 2044, decidió", "54ª sesión plenaria"),
        ("ru", "На своем 54-м пленарном заседании 20 декабря 2044 года", "54-м пленарном заседании"),
        ("ru", "54‑е пленарное заседание\n20 декабря 2044 года", "54‑е пленарное заседание"),
        ("ar", "في جلستها العامة 54 المعقودة في 20 كانون الأول/ديسمبر 2044", "جلستها العامة 54"),
        ("zh", "2044年12月20日，大会第54次全体会议通过", "第54次全体会议"),
    ],
)
def test_a_plenary_meeting_of_the_session_is_its_record(language: str, words: str, meeting: str) -> None:
    assert cited(language, words) == [(meeting, f"{RECORD}un-ga/2044-12-20/A-99-PV.54")]


@pytest.mark.parametrize(
    ("language", "words", "meeting"),
    [
        ("en", "Adopted at its 9837th meeting, on 20 January 2045", "9837th meeting"),
        ("fr", "à sa 9837e séance, le 20 janvier 2045", "9837e séance"),
        ("es", "en su 9837ª sesión, celebrada el 20 de enero de 2045", "9837ª sesión"),
        ("ru", "на его 9837-м заседании 20 января 2045 года", "9837-м заседании"),
        ("ar", "في جلسته 9837، المعقودة في 20 كانون الثاني/يناير 2045", "جلسته 9837"),
        ("zh", "2045年1月20日第9837次会议", "第9837次会议"),
    ],
)
def test_a_meeting_of_the_council_is_its_record(language: str, words: str, meeting: str) -> None:
    assert cited(language, words, COUNCIL) == [(meeting, f"{RECORD}un-sc/2045-01-20/S-PV.9837")]


def test_a_meeting_of_the_council_needs_no_date_and_is_known_by_the_council_beside_it() -> None:
    iri = f"{RECORD}un-sc/0001-01-01/S-PV.9837"
    assert cited("en", "at the 9837th meeting of the Security Council") == [("9837th meeting", iri)]
    assert cited("en", "the statement made to the Security Council at its 9837th meeting") == [("9837th meeting", iri)]


@pytest.mark.parametrize(
    "words",
    [
        "at its 54th plenary meeting",  # of which session?
        "at its 54th plenary meeting, on 20 December 2040",  # of another session
        "at its 54th plenary meeting, on 9 September 2045",  # of this session or of the next
        "at its 54th (resumed) plenary meeting, on 20 December 2044",  # the record has another symbol
        "at its 54th plenary meeting (resumed), on 20 December 2044",
        "at its 54th meeting, on 20 December 2044",  # of a committee
        "at the 9837th meeting of the Guild of Typesetters",
        "the 54th plenary meetings, on 20 December 2044",
        "resolution 99/154th meeting",
    ],
)
def test_a_meeting_whose_record_is_not_certain_is_no_reference(words: str) -> None:
    assert cited("en", words) == []


def test_the_day_of_adoption_is_in_the_session_even_in_september() -> None:
    occasion = Occasion("ga", "ES-10", datetime.date(2045, 9, 9))
    words = "At its 9th plenary meeting, on 9 September 2045,"
    assert cited("en", words, occasion) == [("9th plenary meeting", f"{RECORD}un-ga/2045-09-09/A-ES-10-PV.9")]


def test_early_records_are_numbered_without_the_session() -> None:
    occasion = Occasion("ga", "XXVI", datetime.date(1971, 10, 25))
    words = "1976th plenary meeting, 25 October 1971"
    assert cited("en", words, occasion) == [("1976th plenary meeting", f"{RECORD}un-ga/1971-10-25/A-PV.1976")]


def test_no_record_is_made_up_for_organs_that_have_none() -> None:
    occasion = Occasion("hrc", "59", datetime.date(2044, 7, 8))
    assert cited("en", "at its 34th meeting, on 8 July 2044", occasion) == []


def test_the_meeting_of_the_closing_lines_is_its_record() -> None:
    root = tree(
        FORMULA,
        "1.\t*Decides* to number notes.",
        "*54th plenary meeting*",
        "*20 December 2044*",
        symbol="A/RES/99/998",
    )
    location = next(every(root, "location"))
    assert (location.get("refersTo"), location.get("title"), text(location)) == (
        "#adoptionMeeting",
        "54",
        "54th plenary meeting",
    )
    mark = find(location, "ref")
    assert mark is not None
    assert mark.get("href") == f"{RECORD}un-ga/2044-12-20/A-99-PV.54"
    assert present(root).cover  # the closing lines are still read


# --- metadata


def test_works_and_versions_are_listed_with_their_public_addresses() -> None:
    root = tree(
        "*L’Assemblée générale*,",
        "*Rappelant* sa résolution 58/220 du 23 décembre 2003 et, encore, la résolution 58/220 du 23 décembre 2003,",
        "1.\t*Décide* de numéroter les notes, selon l’Accord de Paris.",
        language="fr",
        symbol="A/RES/99/998",
        adopted=datetime.date(2044, 12, 20),
    )
    references = next(every(root, "references"))
    links = {node.get("for"): node.get("href") for node in every(root, "alternativeReference")}
    listed = {node.get("href"): links.get(f"#{node.get('eId')}") for node in every(references, "TLCReference")}
    assert listed["/akn/un/statement/deliberation/un-ga/2003-12-23/58-220"] == "https://docs.un.org/fr/A/RES/58/220"
    own = "/akn/un/statement/deliberation/un-ga/2044-12-20/99-998"
    assert listed[f"{own}/eng@"] == "https://docs.un.org/en/A/RES/99/998"
    assert sum(node.get("name") == "work" for node in references) == 2
    assert sorted(node.get("eId", "") for node in references if node.get("name") == "expression") == [
        "expression_ara", "expression_eng", "expression_rus", "expression_spa", "expression_zho",
    ]  # fmt: skip


def test_two_versions_name_each_other() -> None:
    details = {"symbol": "A/RES/99/998", "adopted": datetime.date(2044, 12, 20)}
    english = tree(FORMULA, "1.\t*Decides* to number notes.", **details)
    french = tree("*L’Assemblée générale*,", "1.\t*Décide* de numéroter les notes.", **details)
    works = {next(every(root, "FRBRuri")).get("value") for root in (english, french)}
    assert len(works) == 1
    for one, other in ((english, french), (french, english)):
        named = {node.get("href") for node in every(one, "TLCReference")}
        expression = find(other[0], "meta/identification/FRBRExpression/FRBRuri")
        assert expression is not None
        assert expression.get("value", "").partition("@")[0] + "@" in named


@pytest.mark.parametrize("details", [{}, {"symbol": "A/99/L.9"}, {"symbol": "A/RES/99/998"}])
def test_nothing_is_claimed_of_a_document_of_which_too_little_is_known(details: dict[str, str]) -> None:
    root = tree(FORMULA, "1.\t*Decides* to number notes.", **details)
    assert [node for node in every(root, "TLCReference") if node.get("name") == "expression"] == []


# --- nothing else changes


def test_the_text_stays_as_it_is_and_marks_survive_reading_again() -> None:
    words = "the General Assembly, the Charter of the United Nations and the Secretary-General"
    root = tree(FORMULA, f"*Recalling* {words},", symbol="A/RES/99/998", adopted=datetime.date(2044, 12, 20))
    assert text(next(every(root, "container"))) == f"Recalling {words},"
    again = read(etree.tostring(root), "again.xml").tree
    etree.cleanup_namespaces(again)
    assert etree.tostring(again, method="c14n") == etree.tostring(root, method="c14n")


def test_a_link_of_the_source_stays_its_own_unless_it_leads_where_the_mark_does() -> None:
    runs = (
        Run("See "),
        Run("58/220", href="https://docs.un.org/en/A/RES/58/220"),
        Run(" of 23 December 2003 and the "),
        Run("Charter of the United Nations", href="https://example.org/charter"),
        Run(", resolution "),
        Run("59/250", href="https://example.org/59"),
        Run(","),
    )
    root = tree(FORMULA, Line((Run("Recalling", italic=True), Run(" resolution: "), *runs), Span("made"), whole=True))
    marks = [
        (node.tag.rpartition("}")[2], node.get("href")) for node in every(next(every(root, "container")), "a", "ref")
    ]
    assert marks == [
        ("ref", "/akn/un/statement/deliberation/un-ga/2003-12-23/58-220"),
        ("a", "https://example.org/charter"),
        ("a", "https://example.org/59"),
    ]


def test_marks_add_no_look_to_the_page_and_lead_somewhere_on_the_web() -> None:
    root = tree(
        FORMULA,
        "*Recalling* the General Assembly and the Charter of the United Nations,",
        line("*Decides* so.", label="1."),
    )
    recital = present(root).parts[0].blocks[1]
    content = recital.content  # type: ignore[union-attr]
    assert [type(one).__name__ for one in content] == ["Text", "Text", "Text", "Text"]
    assert [one.text for one in content if one.cites] == ["Charter of the United Nations"]  # type: ignore[union-attr]
    assert text_of(root[0]).count("Charter of the United Nations") == 1
