"""Markdown: readable as it stands, and read back to the same words."""

from __future__ import annotations

import dataclasses

import pytest

from engross.model.flow import Flow, Line, Table
from engross.model.presentation import Link, Paragraph, Presentation, Quotation, Text
from engross.readers.front_matter import split
from engross.readers.markdown import read
from engross.writers.markdown import write
from tests.writers.resolutions import LANGUAGES, broken, heading, resolution, table, text


def markdown(presentation: Presentation) -> str:
    return write(presentation, b"").decode()


def back(presentation: Presentation) -> Flow:
    flow = read(write(presentation, b""), "a.md")
    assert flow.diagnostics == ()
    return flow


def printed(presentation: Presentation) -> list[str]:
    return [f"{line.label} {line.text}".strip() for line in back(presentation).lines]


def paragraph(*runs: Text | Link) -> str:
    """The paragraph that these runs are when they come back."""
    found = back(resolution("en", Paragraph("para_9", "", runs))).lines
    return next(line.text for line in found if "Q" in line.text)


def test_it_reads_as_a_document() -> None:
    found = markdown(resolution())
    assert "## Resolution adopted by the General Assembly on 22 December 2044" in found
    assert "### 99/999. International Year of Footnotes" in found
    assert "1. *Decides* to proclaim the International Year of Footnotes:" in found
    assert "*Recalling* its resolution 98/1 of 5 December 2043,[^1]" in found
    assert "[^1]: See A/99/1, annex.\n\n    A/99/2" in found


def test_front_matter_holds_what_reads_back_as_details() -> None:
    details, _, _, findings = split(markdown(resolution("fr")))
    assert findings == ()
    assert (details.symbol, details.language, details.organ, details.session) == ("A/RES/99/999", "fr", "ga", 99)
    assert str(details.adopted) == "2044-12-22"
    assert details.title == "Année internationale de la note de bas de page"


def test_front_matter_takes_any_title() -> None:
    presentation = resolution()
    facts = dataclasses.replace(presentation.facts, title='a: "b" # c \\ \u2028 {{')
    details, _, _, findings = split(markdown(dataclasses.replace(presentation, facts=facts)))
    assert findings == ()
    assert details.title == 'a: "b" # c \\ \u2028 {{'


@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_come_back_with_their_labels(language: str) -> None:
    presentation = resolution(language)
    found = printed(presentation)
    first = presentation.parts[0].blocks[2]
    assert isinstance(first, Paragraph)
    wanted = f"{first.label} " + "".join(run.text for run in first.content if isinstance(run, Text))
    assert any(line.replace("\u00a0", " ") == wanted.replace("\u00a0", " ") for line in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_come_back_linked_and_one_that_is_missing_stays_a_raised_mark(language: str) -> None:
    flow = back(resolution(language))
    called = {run.note for line in flow.lines for run in line.runs if run.note}
    assert called == {note.id for note in flow.notes}
    assert len(flow.notes) == 1
    assert any(run.raised and run.text == "2" for line in flow.lines for run in line.runs)


@pytest.mark.parametrize(
    "words",
    [
        "Q *stars* _lines_ `ticks` [brackets](x) <tags> & &amp; ~~ | \\",
        "Q https://example.org/a_b_c and www.example.org",
        "# Q",
        "- Q",
        "1. Q",
        "+ Q",
        "> Q",
        "=== Q",
        "<!-- Q -->",
        "Q 3*4*5",
        "Q  two",
    ],
)
def test_text_that_looks_like_mark_up_is_text(words: str) -> None:
    assert paragraph(Text(words)).split() == words.split()


@pytest.mark.parametrize(
    "runs",
    [
        (Text("Q", emphasis=True), Text("u")),
        (Text("Q,", emphasis=True), Text("u")),
        (Text("Q "), Text("(u)", emphasis=True), Text("v")),
        (Text(" Q ", emphasis=True), Text("u", bold=True)),
        (Text("Q", emphasis=True), Text("u", emphasis=True, bold=True)),
        (Text("Q"), Text("e", raised=True, emphasis=True), Text(" u")),
        (Text("决定Q，", emphasis=True), Text("如下")),
    ],
)
def test_looks_come_back(runs: tuple[Text, ...]) -> None:
    found = back(resolution("en", Paragraph("para_9", "", runs))).lines
    line = next(line for line in found if "Q" in line.text)
    wanted = [(c, t.emphasis, t.bold, t.raised) for t in runs for c in t.text if c.strip()]
    assert [(c, r.italic, r.bold, r.raised) for r in line.runs for c in r.text if c.strip()] == wanted


def test_links_come_back_with_their_targets() -> None:
    link = Link("https://docs.un.org/en/S/RES/1325(2000)", text("Q 1325 (2000)"))
    found = back(resolution("en", Paragraph("para_9", "", (link, Text(".")))))
    runs = [run for line in found.lines for run in line.runs if run.href and "Q" in run.text]
    assert [run.href for run in runs] == ["https://docs.un.org/en/S/RES/1325(2000)"]


def test_tables_come_back() -> None:
    (found,) = (item for item in back(resolution("en", table())).items if isinstance(item, Table))
    assert [["".join(line.text for line in cell.lines) for cell in row] for row in found.rows][2] == [
        "Footnotes",
        "12 000",
        "13 000",
    ]


def test_headings_come_back_as_headings() -> None:
    found = back(resolution("en", heading("Typefaces", "I", above=True))).lines
    assert [line.text for line in found if isinstance(line, Line) and line.level == 4] == ["I Typefaces"]


def test_breaks_and_quotations_keep_their_text() -> None:
    quoted = Quotation("q", (Paragraph("q1", "1.", broken("Decides", "Q so.")), Paragraph("q2", "2.", text("Q ends."))))
    found = printed(resolution("en", quoted))
    assert "1. Decides\nQ so." in found
    assert "2. Q ends." in found
