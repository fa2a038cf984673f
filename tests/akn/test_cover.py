"""Masthead, title block and closing lines: written, and read back the same."""

from __future__ import annotations

import datetime

from engross.akn.cover import write_conclusions, write_cover, write_preface
from engross.akn.cover_reading import read_closing, read_date, read_masthead
from engross.akn.namespace import element, every
from engross.model.flow import Run
from engross.model.masthead import AgendaItem, Closing, Dated, Masthead, Vote

DAY = datetime.date(2044, 12, 20)
MASTHEAD = Masthead(
    symbol="A/RES/99/998",
    organization="United Nations",
    issuing_body="General Assembly",
    distribution="Distr.: General",
    issued=Dated("27 December 2044", datetime.date(2044, 12, 27)),
    original_language="Original: English",
    session="Ninety-ninth session",
    session_value="99",
    session_dates="1 September–20 December 2044",
    committee="Second Committee",
    agenda=(AgendaItem("Agenda item 18 (d)", "18 (d)", "International years"), AgendaItem("Agenda item 19", "19")),
    adoption=Dated("Resolution adopted by the General Assembly on 20 December 2044"),
    proponent="[on the report of the Second Committee (A/99/500, para. 9)]",
    proponent_id="secondCommittee",
    proponent_documents=("A/99/500, para. 9",),
    number="99/998.",
    title=(Run("Year of the "), Run("Footnote", italic=True)),
    reissue="* Reissued for technical reasons.",
    closing=Closing("62nd plenary meeting", "62", Dated("20 December 2044", DAY)),
)


def document(masthead: Masthead) -> object:
    return element(
        "statement",
        write_cover(masthead),
        write_preface(masthead),
        write_conclusions(masthead.closing),
        name="resolution",
    )


def test_a_masthead_is_read_back_as_it_was_written() -> None:
    assert read_masthead(document(MASTHEAD)) == MASTHEAD


def test_an_empty_masthead_is_read_back_empty() -> None:
    assert read_masthead(document(Masthead())) == Masthead()


def test_a_recorded_vote_is_read_back_with_its_counts() -> None:
    lines = ("[Adopted by a recorded vote of 23 to 4, with 20 abstentions.", "In favour: Chile]")
    closing = Closing("34th meeting", "34", Dated("8 July 2044", DAY), Vote(lines, True, 23, 4, 20))
    assert read_closing(write_conclusions(closing)) == closing


def test_the_closing_lines_of_older_files_are_understood() -> None:
    old = element(
        "conclusions", element("p", element("inline", "41st plenary meeting", name="adoptionMeeting", title="41st"))
    )
    assert read_closing(old).meeting == "41st plenary meeting"


def test_a_date_that_is_not_known_makes_no_date_element() -> None:
    cover = write_cover(Masthead(issued=Dated("soon")))
    assert not list(every(cover, "docDate"))
    assert read_masthead(element("statement", cover)).issued == Dated("soon")


def test_the_placeholder_is_no_date() -> None:
    assert (read_date("0001-01-01"), read_date("2044-13-01"), read_date("")) == (None, None, None)
