"""Formats that know paragraphs."""

from engross.model.flow import Cell, Line, Rule, Run, Table
from engross.model.span import Span
from tests.recognise.assemble.invented import furniture, notes, paragraphs, whole

PLACE = Span("invented.md", line=9)
BREAK = Rule(PLACE, "---")


def raised(mark: str, content: str) -> Line:
    return Line((Run(mark, raised=True), Run(content)), PLACE, whole=True)


def with_mark(before: str, mark: str, after: str = "") -> Line:
    return Line((Run(before), Run(mark, raised=True), Run(after)), PLACE, whole=True)


def test_notes_between_rules_are_set_apart_and_the_cut_paragraph_is_whole_again():
    flow = whole(
        with_mark("13. Invite tous les lecteurs à appuyer les notes", "1", " en versant des contributions aux fonds"),
        BREAK,
        raised("1", " A/55/74, annexe II."),
        raised("2", " A/60/111."),
        "susmentionnés, étant entendu que ces fonds doivent servir ;",
        with_mark("14. Décide de rester saisie du Plan d’action", "2", "."),
    )
    assert paragraphs(flow) == [
        (
            "13. Invite tous les lecteurs à appuyer les notes{1} en versant des contributions aux fonds susmentionnés, "
            "étant entendu que ces fonds doivent servir ;"
        ),
        "14. Décide de rester saisie du Plan d’action{2}.",
    ]
    assert notes(flow) == {"1": "A/55/74, annexe II.", "2": "A/60/111."}
    assert furniture(flow) == [("RULE", "---")]


def test_an_ordinal_sign_is_no_mark():
    flow = whole(Line((Run("68"), Run("e", raised=True), Run(" séance plénière")), PLACE, whole=True))
    assert not flow.notes


def test_a_row_of_notes_in_one_paragraph():
    flow = whole(
        "Rappelant la déclaration du 12 juin 2008367, la lettre368 et le débat369,",
        "367 S/PRST/2008/20. 368 S/2008/602. 369 Voir S/PV.5924.",
        "301",
        BREAK,
        "1. Décide de rester saisie de la question.",
    )
    assert notes(flow) == {"367": "S/PRST/2008/20.", "368": "S/2008/602.", "369": "Voir S/PV.5924."}
    assert ("PAGE_NUMBER", "301") in furniture(flow)


def test_the_title_in_the_midst_of_the_text_is_a_running_head():
    flow = whole(
        "99/7. International Year of Footnotes",
        "The General Assembly,",
        "Recalling that notes have served learning, and that scholars of all nations depend on them",
        "International Year of Footnotes",
        "wherever they lead,",
    )
    assert ("RUNNING_HEAD", "International Year of Footnotes") in furniture(flow)
    assert paragraphs(flow)[-1].endswith("depend on them wherever they lead,")


def test_the_title_of_an_annex_stays():
    flow = whole(
        "99/7. Declaration on Footnotes", "The General Assembly,", "Annex", "Declaration on Footnotes", "We, notes,"
    )
    assert "Declaration on Footnotes" in paragraphs(flow)


def test_paragraphs_run_into_one_are_parted_at_the_next_number():
    flow = whole(
        "1. Proclaims the Year of Footnotes; 2. Invites all readers to observe it; 3. Decides to remain seized.",
    )
    assert paragraphs(flow) == [
        "1. Proclaims the Year of Footnotes;",
        "2. Invites all readers to observe it;",
        "3. Decides to remain seized.",
    ]


def test_spaces_that_an_extraction_put_into_hyphened_words_go():
    flow = whole("Noting the action- oriented framework, and short- and medium-term measures,")
    assert paragraphs(flow) == ["Noting the action-oriented framework, and short- and medium-term measures,"]


def test_linked_notes_are_kept_as_the_format_has_them():
    line = Line((Run("Recalling its resolution"), Run("1", raised=True, note="fn1"), Run(",")), PLACE, whole=True)
    flow = whole(line)
    assert [run.note for run in flow.lines[0].runs] == [None, "fn1", None]


def row(*cells: str) -> tuple[Cell, ...]:
    return tuple(Cell((Line((Run(cell),), PLACE, whole=True),) if cell else ()) for cell in cells)


def test_a_table_that_only_hangs_numbers_beside_paragraphs_is_paragraphs():
    flow = whole(Table((row("9.", "Décide de rester activement saisi de la question."),), PLACE))
    assert paragraphs(flow) == ["9.\tDécide de rester activement saisi de la question."]


def test_a_table_of_figures_stays_a_table():
    table = Table((row("Total", "12"), row("1.", "30")), PLACE)
    assert whole("Annexe", table).items[1] == table


def test_notes_in_a_table_and_marks_alone_in_a_paragraph_are_notes():
    flow = whole(
        "Rappelant la déclaration366, la lettre367 et le débat368,",
        Line((Run("366", raised=True),), PLACE, whole=True),
        "S/PRST/2008/20.",
        Table((row("367", "S/23500, annexe du document."),), PLACE),
        raised("368", " Voir S/PV.5924."),
    )
    assert notes(flow) == {"366": "S/PRST/2008/20.", "367": "S/23500, annexe du document.", "368": "Voir S/PV.5924."}


def test_running_heads_that_differ_in_their_figures_are_furniture():
    head = "Résolutions et décisions du Conseil des notes du {} janvier 2045"
    flow = whole(
        "1. Décide ;", "305", BREAK, head.format("1er"), "2. Prie ;", "306", BREAK, head.format("2"), "3. Invite."
    )
    assert [kind for kind, _ in furniture(flow)].count("RUNNING_HEAD") == 2
    assert paragraphs(flow) == ["1. Décide ;", "2. Prie ;", "3. Invite."]


def test_job_numbers_page_numbers_and_heads_between_pages_are_furniture():
    flow = whole(
        "A/RES/99/7",
        "99/7. International Year of Footnotes",
        "1. Invites all readers to observe the Year and to follow its notes",
        "45-00007",
        "2/2",
        "A/RES/99/7 International Year of Footnotes",
        "wherever they lead;",
    )
    assert [text for _, text in furniture(flow)] == ["45-00007", "2/2", "A/RES/99/7 International Year of Footnotes"]
    assert paragraphs(flow)[-1] == (
        "1. Invites all readers to observe the Year and to follow its notes wherever they lead;"
    )
