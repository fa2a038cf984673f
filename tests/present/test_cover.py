"""Masthead and titles: printed lines of the tree, certain words of the lexicon, no dates made up."""

from __future__ import annotations

import pytest

from engross.model.presentation import BlockLine, Link, Text, plain
from engross.present import present
from tests.present.invented import statement, titled


def test_the_symbol_is_split_into_its_large_initial_and_the_rest() -> None:
    cover = present(statement(symbol="S/RES/9999 (2044)")).cover
    assert (cover.symbol_initial, cover.symbol_rest) == ("S", "/RES/9999 (2044)")


def test_words_that_are_certain_come_from_the_lexicon() -> None:
    cover = present(statement(language="fra")).cover
    assert (cover.organization, cover.issuing_body) == ("Nations Unies", "Assemblée générale")
    assert cover.distribution == ("Distr. générale",)
    assert [(line.role, line.text) for line in cover.block] == [("session", "Quatre-vingt-dix-neuvième session")]


def test_the_words_of_the_tree_win() -> None:
    cover = present(statement(cover='<p><docAuthority refersTo="#publisher">NATIONS UNIES</docAuthority></p>')).cover
    assert cover.organization == "NATIONS UNIES"


def test_a_date_is_never_made_up() -> None:
    assert present(statement()).cover.distribution == ("Distr.: General",)


def test_languages_stand_under_a_blank_line_this_version_first() -> None:
    cover = (
        '<p><docStatus refersTo="#generalDistribution">Distr. générale</docStatus></p>'
        '<p><docDate date="2044-12-27" refersTo="#dateOfIssuance">27 décembre 2044</docDate></p>'
        '<p><inline name="originalLanguage">Original: anglais</inline></p>'
        '<p><inline name="languageOfExpression">Français</inline></p>'
    )
    printed = present(statement(cover=cover, language="fra")).cover.distribution
    assert printed == ("Distr. générale", "27 décembre 2044", "", "Français", "Original: anglais")


def test_a_council_of_the_assembly_has_two_authorities() -> None:
    cover = present(statement(symbol="A/HRC/RES/99/9")).cover
    assert cover.issuing_body == "General Assembly"
    assert cover.block[0] == BlockLine("subsidiary-body", (Text("Human Rights Council"),))


def test_a_draft_is_for_limited_distribution_and_nothing_is_said_of_other_documents() -> None:
    assert present(statement(symbol="A/C.3/99/L.10")).cover.distribution == ("Distr.: Limited",)
    assert present(statement(symbol="A/DEC/99/401", name="decision")).cover.distribution == ()


def test_a_line_that_nothing_knows_is_still_printed() -> None:
    block = present(statement(cover="<p>Pledging conference</p>")).cover.block
    assert BlockLine("other", (Text("Pledging conference"),)) in block


def test_several_elements_in_one_paragraph_are_several_lines() -> None:
    cover = '<p><docAuthority refersTo="#publisher">United Nations</docAuthority> <docNumber>A/RES/99/1</docNumber></p>'
    printed = present(statement(cover=cover)).cover
    assert (printed.organization, printed.symbol_rest) == ("United Nations", "/RES/99/1")


@pytest.mark.parametrize(
    ("language", "title", "lines"),
    [
        (
            "eng",
            "Resolution adopted by the General Assembly on 20 December 2044",
            ["Resolution adopted by the General Assembly", "on 20 December 2044"],
        ),
        (
            "fra",
            "Résolution adoptée par l'Assemblée générale le 20 décembre 2044",
            ["Résolution adoptée par l'Assemblée générale", "le 20 décembre 2044"],
        ),
        (
            "ara",
            "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2044",
            ["قرار اتخذته الجمعية العامة", "في 20 كانون الأول/ديسمبر 2044"],
        ),
    ],
)
def test_the_official_break_of_the_title_is_found(language: str, title: str, lines: list[str]) -> None:
    adoption = present(statement(cover=titled(title), language=language)).parts[0].title.adoption
    assert [plain(line) for line in adoption] == lines


def test_a_title_in_other_words_keeps_its_words_on_one_line() -> None:
    title = "Adopted on 20 December 2044, provisionally"
    assert [plain(line) for line in present(statement(cover=titled(title))).parts[0].title.adoption] == [title]


def test_breaks_of_the_tree_are_kept() -> None:
    adoption = present(statement(cover=titled("Resolution adopted<eol/>by many"))).parts[0].title.adoption
    assert [plain(line) for line in adoption] == ["Resolution adopted", "by many"]


def test_under_a_number_line_the_adoption_turns_where_it_must() -> None:
    cover = '<p><docTitle refersTo="#resolutionNumber">Resolution 9999 (2044)</docTitle></p>' + titled(
        "Adopted by the Security Council at its 9586th meeting, on 20 December 2044"
    )
    title = present(statement(cover=cover, symbol="S/RES/9999 (2044)")).parts[0].title
    assert plain(title.number_line) == "Resolution 9999 (2044)"
    assert len(title.adoption) == 1


@pytest.mark.parametrize("date", ["3 December 2044", "3\u00a0December 2044", "3\u00a0December\u00a02044"])
def test_the_adoption_date_stands_apart_and_its_day_with_the_month(date: str) -> None:
    cover = (
        '<p><docTitle refersTo="#resolutionNumber">Resolution 9999 (2044)</docTitle></p>'
        '<p><docTitle refersTo="#adoption">Adopted at its 12345th meeting, on'
        f'<docDate date="2044-12-03" refersTo="#adoptionDate">{date}</docDate></docTitle></p>'
    )
    (line,) = present(statement(cover=cover, symbol="S/RES/9999 (2044)")).parts[0].title.adoption
    assert plain(line) == "Adopted at its 12345th meeting, on 3\u00a0December 2044"


def test_ordinals_in_the_title_are_raised() -> None:
    cover = titled("Résolution adoptée par l’Assemblée générale le 1er décembre 2044")
    (_, line) = present(statement(cover=cover, language="fra", adopted="2044-12-01")).parts[0].title.adoption
    assert [text.text for text in line if isinstance(text, Text) and text.raised] == ["er"]


def test_the_origin_line_is_emphasised_but_for_its_brackets_and_links_its_documents() -> None:
    cover = (
        '<p><docProponent refersTo="#secondCommittee">[on the report of the Second Committee ('
        '<inline name="originating document">A/99/500, para. 9</inline>)]</docProponent></p>'
    )
    proponent = present(statement(cover=cover)).parts[0].title.proponent
    assert plain(proponent) == "[on the report of the Second Committee (A/99/500, para. 9)]"
    assert proponent[0] == Text("[")
    assert proponent[-1] == Text("]")
    (link,) = (inline for inline in proponent if isinstance(inline, Link))
    assert link == Link("https://docs.un.org/en/A/99/500", (Text("A/99/500", emphasis=True),))
    assert all(text.emphasis for text in proponent[1:-1] if isinstance(text, Text))


def test_number_and_title_stand_apart_and_the_title_is_not_bold_twice() -> None:
    title = '<docTitle refersTo="#resolutionTitle"><b>Year of Footnotes</b></docTitle>'
    preface = f"<p><docNumber>99/998.</docNumber> {title}</p>"
    printed = present(statement(preface=preface))
    assert printed.parts[0].title.number == "99/998."
    assert printed.parts[0].title.title == (Text("Year of Footnotes"),)
    assert printed.running_title == "Year of Footnotes"
    assert printed.facts.title == "Year of Footnotes"


def test_the_council_has_no_running_title_and_the_right_template_is_named() -> None:
    assert present(statement(symbol="S/RES/9999 (2044)")).running_title == ""
    assert present(statement(symbol="A/HRC/RES/99/9")).template == "geneva"


def test_a_draft_has_its_symbol_alone_in_its_heads() -> None:
    preface = '<p><docNumber>99/998.</docNumber> <docTitle refersTo="#resolutionTitle">Footnotes</docTitle></p>'
    assert present(statement(preface=preface)).running_title == "Footnotes"
    draft = present(statement(preface=preface, symbol="A/C.2/99/L.5"))
    assert (draft.running_symbol, draft.running_title) == ("A/C.2/99/L.5", "")


def test_the_line_of_a_reissue_is_printed_once() -> None:
    line = "* Reissued for technical reasons on 2 January 2045."
    printed = present(statement(cover=f'<p><inline name="reissue" refersTo="#reissue">{line}</inline></p>'))
    assert printed.reissue == line
    assert all(block.text != line for block in printed.cover.block)
