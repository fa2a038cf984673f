"""Parts: annexes after the closing lines, lettered resolutions, and no character lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engross.model.presentation import Paragraph, Part, Prose, Text, plain
from engross.present import present
from engross.writers.text import write
from tests.present.invented import note, statement

CONCLUSIONS = (
    '<conclusions><p><event refersTo="#adoption"><location refersTo="#adoptionMeeting">61e séance plénière</location>'
    '<eol/><docDate date="2044-12-20">20 décembre 2044</docDate></event></p>'
    '<p><vote by="#author" as="#author"><outcome>[Adoptée sans vote.]</outcome></vote></p></conclusions>'
)
ANNEX = (
    '<attachments><attachment><heading>Annexe I</heading><subheading>Statuts</subheading><doc name="annex"><meta/>'
    "<mainBody><paragraph><num>1.</num><content><p>Article.</p></content></paragraph>"
    "<alinea><content><p>Prose.</p></content></alinea></mainBody></doc></attachment></attachments>"
)


def test_closing_lines_are_emphasised_with_raised_ordinals_and_the_vote_is_not() -> None:
    part = present(statement(after=CONCLUSIONS, language="fra")).parts[0]
    assert [plain(line) for line in part.closing] == ["61e séance plénière", "20 décembre 2044"]
    assert part.closing[0][1] == Text("e", emphasis=True, raised=True)
    assert [plain(line) for line in part.vote] == ["[Adoptée sans vote.]"]


def test_every_side_of_a_vote_starts_a_line() -> None:
    vote = (
        '<p><vote><outcome refersTo="#adoptedRecordedVote">[Adopted by a vote of 2 to 1, as follows: '
        '<outcome refersTo="#inFavour">In favour:<eol/>Ardonia and Belmark</outcome>'
        '<outcome refersTo="#against">Against:<eol/>Corvia]</outcome></outcome></vote></p>'
    )
    (part,) = present(statement(after=f"<conclusions>{vote}</conclusions>")).parts
    assert [plain(line) for line in part.vote] == [
        "[Adopted by a vote of 2 to 1, as follows:",
        "In favour:",
        "Ardonia and Belmark",
        "Against:",
        "Corvia]",
    ]


def test_an_annex_is_a_part_whose_paragraphs_hang_at_the_margin() -> None:
    main, annex = present(statement(after=CONCLUSIONS + ANNEX, language="fra")).parts
    assert (main.role, annex.role, annex.id) == ("main", "annex", "att_1")
    assert (annex.title.number, plain(annex.title.title)) == ("Annexe I", "Statuts")
    paragraph, prose = annex.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.flush
    assert isinstance(prose, Prose)
    assert prose.indented


def annexed(paragraphs: str, classes: tuple[str, str] = ("", "")) -> Part:
    heading, title = (f' class="{name}"' if name else "" for name in classes)
    _, annex = present(
        statement(
            after=f"<attachments><attachment><heading{heading}>Annex</heading><subheading{title}>Rules</subheading>"
            f'<doc name="annex"><meta/><mainBody>{paragraphs}</mainBody></doc></attachment></attachments>'
        )
    ).parts
    return annex


def test_the_heading_of_an_annex_says_how_large_it_is() -> None:
    title = annexed("<alinea><content><p>Notes.</p></content></alinea>", ("HCh", "H1")).title
    assert (title.number_form, title.title_form) == ("HCh", "H1")


@pytest.mark.parametrize(
    ("lead", "flush"), [("We, the printers, in this regard:", False), ("We are the printers.", True), ("", True)]
)
def test_paragraphs_that_go_on_with_a_sentence_are_set_as_those_of_a_resolution(lead: str, flush: bool) -> None:
    above = f"<alinea><content><p>{lead}</p></content></alinea>" if lead else ""
    annex = annexed(f"{above}<paragraph><num>1.</num><content><p>Count notes;</p></content></paragraph>")
    assert [block.flush for block in annex.blocks if isinstance(block, Paragraph)] == [flush]


def test_a_note_on_the_heading_of_an_annex_is_called_there() -> None:
    printed = present(statement(after=ANNEX.replace("Annexe I", f"Annexe I{note()}")))
    assert plain(printed.parts[1].title.title) == "Annexe I\nStatuts"
    assert len(printed.notes) == 1


def test_lettered_resolutions_are_parts_with_their_letters() -> None:
    inner = statement(preface="<p><docNumber>A</docNumber> <docTitle>First part</docTitle></p>")[0]
    component = f'<components><component eId="comp_A">{etree.tostring(inner).decode()}</component></components>'
    parts = present(statement(beside=component)).parts
    assert [(part.role, part.id, part.title.number) for part in parts][1:] == [("component", "comp_A", "A")]


def test_a_decision_keeps_the_further_lines_of_its_preface() -> None:
    preface = "<p><docNumber>99/401.</docNumber><docTitle>Elections</docTitle></p><p><docNumber>B</docNumber></p>"
    part = present(statement(preface=preface, name="decision", symbol="A/DEC/99/401")).parts[0]
    assert plain(part.blocks[0].content) == "B"  # type: ignore[union-attr]


def test_facts_know_what_the_file_says_and_leave_out_what_it_does_not() -> None:
    facts = present(statement(adopted="0001-01-01")).facts
    assert (facts.symbol, facts.organ, facts.session) == ("A/RES/99/998", "ga", "99")
    assert facts.adopted is None
    assert facts.address == "https://docs.un.org/en/A/RES/99/998"


def test_a_language_without_a_lexicon_gets_no_words_of_another() -> None:
    cover = present(statement(language="deu")).cover
    assert (cover.organization, cover.issuing_body, cover.distribution) == ("", "", ())


def test_a_tree_without_a_document_is_empty_and_fails_nowhere() -> None:
    printed = present(etree.fromstring('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'))
    assert [part.blocks for part in printed.parts] == [()]


_WORDS = st.text("abcde ,\u00a0é第ج", min_size=0, max_size=12)
_TAGS = st.sampled_from(
    ["p", "i", "b", "sup", "a", "ref", "span", "authorialNote", "num", "content", "paragraph", "list", "point", "intro",
     "wrapUp", "section", "heading", "subheading", "alinea", "table", "tr", "td", "embeddedStructure", "blockList",
     "item", "crossHeading", "hcontainer", "container", "formula", "quotedStructure", "foo", "eol", "caption", "th"]
)  # fmt: skip


@st.composite
def _mark_up(draw: st.DrawFn, depth: int = 0) -> str:
    """Any tree of known elements, whether the schema allows it or not."""
    tag = draw(_TAGS)
    pieces = [draw(_WORDS)]
    for _ in range(draw(st.integers(0, 3 if depth < 4 else 0))):
        pieces += [draw(_mark_up(depth=depth + 1)), draw(_WORDS)]
    return f"<{tag}>{''.join(pieces)}</{tag}>"


@settings(max_examples=150, deadline=None)
@given(st.lists(_mark_up(), min_size=1, max_size=3))
def test_no_character_of_the_body_is_lost(mark_up: list[str]) -> None:
    tree = statement("".join(mark_up))
    printed = Counter("".join(write(present(tree), b"").decode().split()))
    expected = Counter("".join("".join(next(tree.iter("{*}mainBody")).itertext()).split()))
    assert not expected - printed


_LINES = st.sampled_from(
    ["docTitle", "docNumber", "docProponent", "docStatus", "docDate", "docAuthority", "session", "inline", "event",
     "location", "i", "b", "eol", "span", "docType", "vote", "outcome", "authorialNote", "a"]
)  # fmt: skip


@st.composite
def _line(draw: st.DrawFn, depth: int = 0) -> str:
    """A line of a cover, a preface or the closing lines, with any of their elements."""
    pieces = [draw(_WORDS)]
    for _ in range(draw(st.integers(0, 3 if depth < 3 else 0))):
        tag = draw(_LINES)
        pieces += [f"<{tag}>{draw(_line(depth=depth + 1))}</{tag}>", draw(_WORDS)]
    return "".join(pieces)


@settings(max_examples=100, deadline=None)
@given(_line(), _line(), _line(), _line())
def test_no_character_of_the_lines_around_the_body_is_lost(cover: str, preface: str, closing: str, annex: str) -> None:
    after = f"<conclusions><p>{closing}</p></conclusions>" + ANNEX.replace("Statuts", annex)
    tree = statement(cover=f"<p>{cover}</p>", preface=f"<p>{preface}</p>", after=after)
    printed = Counter("".join(write(present(tree), b"").decode().split()))
    expected = Counter("".join("".join(tree.itertext()).split()))
    assert not expected - printed
