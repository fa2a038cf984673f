"""Tracked changes and comments in Word files."""

from __future__ import annotations

import pytest

from engross.akn.schema import validate
from engross.akn.serialise import to_bytes
from engross.batch.document import read_bytes
from engross.model.flow import Changes
from engross.present import present
from engross.readers.docx import read
from engross.resources import templates
from engross.writers.docx import write
from tests.readers.word import make_word, paragraph, run

AUTHOR = 'w:id="1" w:author="A. Editor"'
INSERTED = f"<w:ins {AUTHOR}>{run('three ')}</w:ins>"
DELETED = f'<w:del {AUTHOR}><w:r><w:delText xml:space="preserve">two </w:delText></w:r></w:del>'
BODY = (
    paragraph(run("The General Assembly,", "<w:i/>"))
    + paragraph(run("Recalling", "<w:i/>"), run(" its resolution 98/1,"))
    + paragraph(run("1. ", ""), run("Decides", "<w:i/>"), run(" to print "), DELETED, INSERTED, run("footnotes."))
)


@pytest.mark.parametrize(
    ("changes", "text", "done"),
    [
        ("accept", "to print three footnotes.", "accepted"),
        ("reject", "to print two footnotes.", "rejected"),
        ("keep", "to print two three footnotes.", "kept"),
    ],
)
def test_changes_are_accepted_rejected_or_kept(changes: Changes, text: str, done: str) -> None:
    flow = read(make_word(BODY), "a.docx", changes)
    assert flow.lines[-1].text.endswith(text)
    (finding,) = (found for found in flow.diagnostics if found.code == "changes-tracked")
    assert finding.message == f"2 tracked changes were {done}."


def test_kept_changes_are_insertions_and_deletions_of_the_form_and_come_back_from_word() -> None:
    document = read_bytes(make_word(BODY), "a.docx", changes="keep")
    assert validate(document.akn) == ()
    found = [(node.tag.rpartition("}")[2], node.text) for node in document.akn.iter("{*}ins", "{*}del")]
    assert found == [("del", "two "), ("ins", "three ")]
    akn = to_bytes(document.akn)
    written = write(present(document.akn), akn, templates() / "un")
    again = read_bytes(written, "b.docx", changes="keep")
    assert [(node.tag.rpartition("}")[2], node.text) for node in again.akn.iter("{*}ins", "{*}del")] == found
    assert "to print three footnotes." in "".join(read_bytes(written, "b.docx").akn.itertext())


def test_comments_are_findings_and_no_text() -> None:
    comment = f"<w:comment {AUTHOR}><w:p>{run('Is this the right number?')}</w:p></w:comment>"
    called = paragraph(run("98/1,"), run(content='<w:commentReference w:id="1"/>'))
    flow = read(make_word(BODY + called, comments=comment), "a.docx")
    (finding,) = (found for found in flow.diagnostics if found.code == "comment")
    assert finding.message == "A. Editor: Is this the right number?"
    assert finding.span is not None
    assert finding.span.line == 4
    assert not any("right number" in line.text for line in flow.lines)
