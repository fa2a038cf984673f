"""The ledger: what goes into assembly comes out of it, character by character."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engross.model.flow import Box, Flow, Item, Line, Page, PageBreak, Rule, Run, Table
from engross.model.span import Span
from engross.readers import text
from engross.recognise.assemble import assemble
from engross.recognise.assemble.ledger import characters

PLACE = Span("invented", page=1, line=1)
FRAGMENTS = st.sampled_from(
    [
        "",
        " ",
        "A/RES/99/7",
        "International Year of Footnotes",
        "99/7. International Year of Footnotes",
        "The General Assembly,",
        "Recalling its resolution 59/3001 of 1 January 20452 on notes,1",
        "1.",
        "2.",
        "(a)",
        "(a) Notes;",
        "_______________",
        "1 See A/99/12.",
        "2 Ibid., para. 3",
        "17 March 2045, volume",
        "* On behalf of the Group",
        "367 S/1. 368 S/2. 369 S/3.",
        "2/8",
        "3",
        "45-00007 (E)    010145",
        "*4500007*",
        "Please recycle",
        "inter-",
        "gouvernementales et",
        "soft\u00adhyphen",
        "[on the report of",
        "the Committee (A/99/400)]",
        "où les notes  1 vont",
        "١ إن الجمعية العامة،",
        "大会，",
        "---",
        "1. Proclaims the Year; 2. Invites all; 3. Decides.",
        "word\tword 12",
        "\u200b",
    ]
)
TEXTS = st.one_of(FRAGMENTS, st.text(max_size=30))
RUNS = st.builds(
    Run,
    TEXTS,
    italic=st.booleans(),
    bold=st.booleans(),
    raised=st.booleans(),
    size=st.sampled_from([None, 6.5, 8.5, 10.0]),
)
BOXES = st.builds(Box, st.floats(0, 600), st.floats(0, 612), st.floats(0, 792))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=30), st.sampled_from(["\n", "\n\n", "\f"]))
def test_of_typed_pages(lines, end):
    flow = text.read(end.join(lines).encode("utf-8", "surrogatepass"), "invented.txt")
    assert characters(assemble(flow)) == characters(flow)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.lists(RUNS, max_size=4), st.one_of(st.none(), BOXES)), max_size=25), st.integers(0, 25))
def test_of_printed_pages(lines, turn):
    items: list[Item] = [Line(tuple(runs), PLACE, box) for runs, box in lines]
    items.insert(min(turn, len(items)), PageBreak(PLACE, 2))
    flow = Flow("invented.pdf", "pdf", tuple(items), pages=(Page(612, 792), Page(612, 792)))
    assert characters(assemble(flow)) == characters(flow)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.builds(
                lambda runs, label, level: Line(tuple(runs), PLACE, whole=True, label=label, level=level),
                st.lists(RUNS, max_size=4),
                st.sampled_from(["", "1.", "2.", "(a)", "•"]),
                st.integers(0, 2),
            ),
            st.just(Rule(PLACE, "---")),
            st.just(Table((), PLACE)),
        ),
        max_size=25,
    )
)
def test_of_whole_paragraphs(items):
    flow = Flow("invented.md", "markdown", tuple(items))
    assert characters(assemble(flow)) == characters(flow)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=20))
def test_assembly_gives_whole_lines_and_is_repeatable(lines):
    flow = text.read("\n".join(lines).encode("utf-8", "surrogatepass"), "invented.txt")
    once = assemble(flow)
    assert once == assemble(flow)
    assert all(line.whole for line in once.lines)
    called = {run.note for line in once.lines for run in line.runs if run.note}
    assert called == {note.id for note in once.notes} or not once.lines


def test_a_raised_figure_before_a_note_is_its_mark_and_counts_once() -> None:
    flow = text.read("_______________\n² Text of it.".encode(), "invented.txt")
    assembled = assemble(flow)
    assert characters(assembled) == characters(flow)
    assert not any("²" in piece.text for piece in assembled.furniture)
