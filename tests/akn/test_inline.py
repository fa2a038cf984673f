"""Runs as mark-up and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from engross.akn.inline import write_runs
from engross.akn.namespace import append, element
from engross.akn.runs import read_runs
from engross.model.flow import Run

WORDS = st.text("abcé §", min_size=1, max_size=6)
RUN = st.builds(
    Run, text=WORDS, italic=st.booleans(), bold=st.booleans(), underline=st.booleans(), raised=st.booleans(),
    small_caps=st.booleans(), href=st.sampled_from([None, "https://example.org/"]),
    language=st.sampled_from([None, "fr"]),
)  # fmt: skip


def paragraph(*runs: Run) -> etree._Element:
    node = element("p")
    append(node, *write_runs(runs))
    return node


def markup(*runs: Run) -> str:
    written = etree.tostring(paragraph(*runs), encoding="unicode")
    return written.replace(' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"', "")


def test_what_neighbours_share_is_marked_once() -> None:
    runs = (Run("68", italic=True), Run("e", italic=True, raised=True), Run(" séance", italic=True))
    assert markup(*runs) == "<p><i>68<sup>e</sup> séance</i></p>"


def test_a_line_break_is_an_eol() -> None:
    assert markup(Run("one\ntwo")) == "<p>one<eol/>two</p>"
    assert read_runs(paragraph(Run("one\ntwo"))) == (Run("one\ntwo"),)


@given(st.lists(RUN, max_size=5))
def test_runs_come_back_with_their_looks(runs: list[Run]) -> None:
    def letters(found: tuple[Run, ...]) -> list[tuple[str, Run]]:
        return [(char, Run("", *looks(run))) for run in found for char in run.text if not char.isspace()]

    def looks(run: Run) -> tuple[object, ...]:
        return (run.italic, run.bold, run.underline, run.small_caps, run.raised, None, None, run.href, run.language)

    assert letters(read_runs(paragraph(*runs))) == letters(tuple(runs))


def test_layout_white_space_is_nothing() -> None:
    node = etree.fromstring(
        b'<p xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n   <i>\tThe General\n Assembly</i>, \n</p>'
    )
    assert read_runs(node) == (Run("The General Assembly", italic=True), Run(","))
