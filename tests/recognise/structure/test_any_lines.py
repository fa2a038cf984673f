"""Whatever the lines are, the document is valid and holds every character."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from engross.akn.namespace import every, text_of
from engross.akn.schema import validate
from engross.lexicon import lexicon
from engross.model.details import Details
from engross.model.flow import Cell, Flow, Item, Line, Note, Run, Table
from engross.model.span import Span
from engross.recognise.structure import build

HERE = Span("made")
WORDS = [
    "The General Assembly,", "The General Assembly", "The Security Council,",
    "Recalling its resolution 58/220 of 23 December 2003,",
    "Decides:", "Annex", "Annex II", "I", "A", "B", "II.", "A. A heading", "62nd plenary meeting",
    "20 December 2044", "[Adopted without a vote.]", "[on the report of the Second Committee (A/99/500)]", "[",
    "99/998. Footnotes", "99/998.", "A/RES/99/998", "Agenda item 18 (d)", "Ninety-ninth session", "Distr.: General",
    "1.", "(a)", "(i)", "(ii)", "(j)", "•", "1. Decides to", "(a) To read;", "(i) To write:", "2) Two", "and so on;",
    "“Quoted", "L’Assemblée générale,", "大会，", "إن الجمعية العامة،", "Resolution 9998 (2044)",
    "*4412345*", "44-12345 (E)",
    "Resolution adopted by the General Assembly", "on 20 December 2044", "* Reissued.", "Chile: draft resolution",
]  # fmt: skip
readable = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
"""What readers give: no control characters, and none that XML forbids."""
text = st.one_of(st.sampled_from(WORDS), st.text(readable, max_size=40))
runs = st.lists(
    st.builds(
        Run,
        text=text,
        italic=st.booleans(),
        bold=st.booleans(),
        raised=st.booleans(),
        note=st.sampled_from([None, None, None, "1", "2", "9"]),
        href=st.sampled_from([None, None, "https://example.org/a b", "#x"]),
    ),
    max_size=3,
).map(tuple)
lines = st.builds(
    Line,
    runs=runs,
    span=st.just(HERE),
    whole=st.just(True),
    level=st.sampled_from([0, 0, 0, 1, 3]),
    label=st.sampled_from(["", "", "1.", "2.", "(a)", "•", "?"]),
)
tables = st.builds(
    Table,
    rows=st.lists(
        st.lists(st.builds(Cell, lines=st.lists(lines, max_size=2).map(tuple)), max_size=3).map(tuple), max_size=3
    ).map(tuple),
    span=st.just(HERE),
)
notes = st.lists(
    st.builds(
        Note, id=st.sampled_from(["1", "2", "3"]), mark=st.just("1"), lines=st.lists(lines, max_size=2).map(tuple)
    ),
    max_size=2,
    unique_by=lambda one: one.id,
).map(tuple)
items = st.lists(st.one_of(lines, lines, lines, tables), max_size=14).map(tuple)


@settings(max_examples=100, deadline=None)
@given(items, notes)
def test_any_lines_give_a_valid_document(items: tuple[Item, ...], notes: tuple[Note, ...]) -> None:
    found = build(Flow("made", "test", items, notes), Details(), lexicon())
    assert validate(found.akn) == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(lines, max_size=14).map(tuple))
def test_no_character_of_the_text_is_lost(items: tuple[Line, ...]) -> None:
    found = build(Flow("made", "test", items), Details(), lexicon())
    held = "".join(text_of(part) for document in every(found.akn, "coverPage", "preface", "preamble", "mainBody",
                                                       "conclusions", "attachments", "num", "docketNumber")
                   for part in [document])  # fmt: skip
    held += "".join(piece.text for piece in found.furniture)
    for item in items:
        assert item.label in held
        for run in item.runs:
            for word in re.findall(r"\w+", run.text) if run.note is None else ():
                assert word in held
