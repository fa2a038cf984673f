from __future__ import annotations

from lxml import etree

from engross.akn.namespace import AKN
from engross.check.ledger import ledger
from engross.model.diagnostic import Diagnostic
from engross.model.flow import Cell, Flow, Item, Line, Note, Run, Table
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.span import Span


def line(text: str, number: int = 1, label: str = "") -> Line:
    return Line((Run(text),), Span("a.txt", number), label=label)


def flow(*items: Item, notes: tuple[Note, ...] = ()) -> Flow:
    return Flow("a.txt", "text", items, notes)


def tree(body: str) -> etree._Element:
    return etree.fromstring(
        f"<akomaNtoso xmlns='{AKN}'><statement><meta><x>metadata</x></meta><mainBody>{body}</mainBody>"
        "</statement></akomaNtoso>"
    )


def furniture(text: str, kind: FurnitureKind = FurnitureKind.RUNNING_HEAD) -> Furniture:
    return Furniture(kind, text, Span("a.txt", 9))


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [finding.code for finding in found]


def test_white_space_and_order_do_not_count() -> None:
    seen = flow(line("to the end  "), line("of the page", 2))
    assert ledger(seen, tree("<p>of the\u00a0page</p><p>to theend</p>"), ()) == ()


def test_a_lost_line_is_named_with_its_place() -> None:
    seen = flow(line("Recalling"), line("the patience of readers", 7))
    (found,) = ledger(seen, tree("<p>Recalling</p>"), ())
    assert found.code == "text-lost"
    assert str(found.span) == "a.txt:7"
    assert "the patience of readers" in found.message


def test_a_single_lost_character_is_found() -> None:
    (found,) = ledger(flow(line("the margin;", 3)), tree("<p>the margin</p>"), ())
    assert str(found.span) == "a.txt:3"


def test_furniture_is_not_lost() -> None:
    seen = flow(line("A/RES/99/301"), line("the margin"))
    assert ledger(seen, tree("<p>the margin</p>"), (furniture("A/RES/99/301"),)) == ()


def test_a_line_end_hyphen_is_furniture() -> None:
    seen = flow(line("foot-"), line("notes", 2))
    assert ledger(seen, tree("<p>footnotes</p>"), (furniture("-", FurnitureKind.HYPHEN),)) == ()


def test_note_marks_are_kept_as_attributes() -> None:
    seen = flow(line("the margin1"), line("1 See the margin.", 2))
    kept = tree("<p>the margin<authorialNote marker='1'><p>See the margin.</p></authorialNote></p>")
    assert ledger(seen, kept, ()) == ()
    marks = (furniture("1", FurnitureKind.NOTE_MARK),) * 2
    assert ledger(seen, kept, marks) == ()


def test_labels_tables_and_notes_were_seen_too() -> None:
    cell = Cell((line("ten", 5),))
    seen = flow(
        line("Proclaims", label="1."), Table(((cell,),), Span("a.txt", 5)), notes=(Note("n", "2", (line("Ibid", 8),)),)
    )
    lost = ledger(seen, tree("<p/>"), ())
    assert {str(found.span) for found in lost} == {"a.txt:1", "a.txt:5", "a.txt:8"}


def test_invented_text_is_found() -> None:
    assert codes(ledger(flow(line("the margin")), tree("<p>the margin</p><p>2044</p>"), ())) == ["text-added"]


def test_a_masthead_may_be_completed() -> None:
    cover = etree.fromstring(f"<coverPage xmlns='{AKN}'><p>United Nations</p><p>the margin</p></coverPage>")
    kept = tree("<p>of readers</p>")
    kept[0].insert(1, cover)
    assert ledger(flow(line("the margin"), line("of readers")), kept, ()) == ()


def test_furniture_that_nobody_saw_is_invented_too() -> None:
    assert codes(ledger(flow(line("the margin")), tree("<p>the margin</p>"), (furniture("99"),))) == ["text-added"]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert ledger(flow(line("re\u0301solution")), tree("<p>r\u00e9solution</p>"), ()) == ()


def test_metadata_is_not_text() -> None:
    assert codes(ledger(flow(line("metadata")), tree("<p/>"), ())) == ["text-lost"]


def test_a_document_that_is_lost_as_a_whole_gives_few_findings() -> None:
    seen = flow(*(line("the margin", number) for number in range(1, 500)))
    assert len(ledger(seen, tree("<p/>"), ())) == 10
