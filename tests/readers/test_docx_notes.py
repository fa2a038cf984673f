"""Word: footnotes and endnotes with their marks."""

from __future__ import annotations

from tests.readers.word import flow, paragraph, run


def test_footnotes_and_endnotes_are_notes_with_their_marks() -> None:
    def call(kind: str, number: int) -> str:
        return run(content=f'<w:{kind}Reference w:id="{number}"/>')

    note = '<w:{0} w:id="{1}"><w:p><w:r><w:tab/></w:r><w:r><w:{0}Ref/></w:r><w:r><w:t> {2}</w:t></w:r></w:p></w:{0}>'
    found = flow(
        paragraph(run("a"), call("footnote", 7), run("b"), call("endnote", 2), run("c"), call("footnote", 3)),
        footnotes='<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + note.format("footnote", 3, "three")
        + note.format("footnote", 7, "seven") + note.format("footnote", 9, "uncalled"),
        endnotes=note.format("endnote", 2, "end"),
    )  # fmt: skip
    assert [(r.text, r.note) for r in found.lines[0].runs if r.note] == [
        ("1", "footnote-7"),
        ("i", "endnote-2"),
        ("2", "footnote-3"),
    ]
    assert {n.id: (n.mark, n.lines[0].text) for n in found.notes} == {
        "footnote-7": ("1", "seven"),
        "endnote-2": ("i", "end"),
        "footnote-3": ("2", "three"),
        "footnote-9": ("", "uncalled"),
    }


def test_marks_of_the_authors_own_are_typed_and_not_counted() -> None:
    found = flow(
        paragraph(
            run("a"),
            run("*", content="").replace("<w:t", '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t'),
            run("b"),
            run(content='<w:footnoteReference w:id="2"/>'),
        ),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>*</w:t></w:r>'
        "<w:r><w:tab/><w:t>star</w:t></w:r></w:p></w:footnote>"
        '<w:footnote w:id="2"><w:p><w:r><w:t>one</w:t></w:r></w:p></w:footnote>',
    )
    assert found.lines[0].text == "a*b1"
    assert [(n.mark, n.lines[0].text) for n in found.notes] == [("*", "star"), ("1", "one")]


def test_marks_have_the_format_and_start_of_the_settings() -> None:
    found = flow(
        paragraph(run("a"), run(content='<w:footnoteReference w:id="1"/>')),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>',
        settings='<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>',
    )
    assert found.lines[0].text == "ac"


def test_raised_brackets_belong_to_the_mark_they_stand_round() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    found = flow(
        paragraph(
            run("a"), run("(", raised), run("", raised, '<w:footnoteReference w:id="1"/>'), run(")", raised), run("b")
        ),
        footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>',
    )
    assert [(r.text, r.note) for r in found.lines[0].runs] == [("a", None), ("(1)", "footnote-1"), ("b", None)]
    assert found.notes[0].mark == "(1)"
