"""Plain text: encodings, line ends, page ends, rules, indents."""

import pytest

from engross.model.failure import Failure
from engross.model.flow import Flow, Line, PageBreak, Rule
from engross.readers import text

SENTENCE = "Rappelant sa résolution sur l’Année internationale des notes de bas de page,\n"


def texts(flow: Flow) -> list[str]:
    return [line.text for line in flow.lines]


def codes(flow: Flow) -> set[str]:
    return {finding.code for finding in flow.diagnostics}


def test_every_line_is_a_line_and_a_blank_one_is_empty():
    flow = text.read(b"The General Assembly,\n\nRecalling its resolution,\n", "a.txt")
    assert texts(flow) == ["The General Assembly,", "", "Recalling its resolution,"]
    assert flow.lines[1].runs == ()
    assert [line.span.line for line in flow.lines] == [1, 2, 3]
    assert not any(line.whole for line in flow.lines)
    assert flow.format == "text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_read_with_and_without_a_mark(encoding):
    flow = text.read((SENTENCE * 3).encode(encoding), "a.txt")
    assert texts(flow)[0] == SENTENCE.strip()
    assert codes(flow) <= {"encoding-guessed"}


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "Réaffirmant les résolutions adoptées à ce sujet par l’Assemblée générale,"),
        ("cp1251", "Генеральная Ассамблея, ссылаясь на свою резолюцию о Международном годе сносок,"),
        ("cp1256", "إن الجمعية العامة، إذ تشير إلى قرارها بشأن السنة الدولية للحواشي،"),
        ("gb18030", "大会，回顾其关于国际脚注年的决议，并注意到秘书长的报告，决定在联合国安全理事会的会议上审议，"),
    ],
)
def test_old_code_pages_are_guessed_with_a_finding(encoding, words):
    flow = text.read((words + "\n").encode(encoding) * 4, "a.txt")
    assert texts(flow)[0] == words
    assert codes(flow) == {"encoding-guessed"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_every_line_end_ends_a_line(end):
    flow = text.read(f"Requests the Secretary-General{end}to report;{end}".encode(), "a.txt")
    assert texts(flow) == ["Requests the Secretary-General", "to report;"]


def test_a_form_feed_begins_a_page():
    flow = text.read(b"Decides to remain\n\fseized of the matter.\n", "a.txt")
    breaks = [item for item in flow.items if isinstance(item, PageBreak)]
    assert [item.page for item in breaks] == [2]
    assert texts(flow) == ["Decides to remain", "", "seized of the matter."]


def test_control_characters_are_dropped_with_one_finding():
    flow = text.read(b"Decides\x00 to\x07 remain\n", "a.txt")
    assert texts(flow) == ["Decides to remain"]
    assert codes(flow) == {"control-characters"}


def test_bytes_that_mean_nothing_become_replacement_characters_with_a_finding():
    flow = text.read("Décide de rester saisie \ufffd\n".encode(), "a.txt")
    assert "\ufffd" in texts(flow)[0]
    assert "characters-unreadable" in codes(flow)


@pytest.mark.parametrize("typed", ["_______________ ", "   ______", "----------"])
def test_a_typed_rule_is_a_rule(typed):
    flow = text.read(f"text\n{typed}\n1 A note.\n".encode(), "a.txt")
    rules = [item for item in flow.items if isinstance(item, Rule)]
    assert [rule.text for rule in rules] == [typed.strip()]


def test_a_blank_to_be_filled_in_is_no_rule():
    flow = text.read(b"its resolution 80/___ of ______________ 2025;\n", "a.txt")
    assert not any(isinstance(item, Rule) for item in flow.items)


def test_an_indent_counts_leading_spaces():
    flow = text.read(b"   Recalling its resolution,\n\tNoting also\n", "a.txt")
    assert [line.indent for line in flow.lines] == [3.0, 8.0]
    assert flow.lines[0].span.column == 4


def test_an_empty_source_is_an_empty_flow():
    assert text.read(b"", "a.txt").items == ()


def test_a_source_of_many_megabytes_is_refused():
    with pytest.raises(Failure, match="MB"):
        text.read(b"a" * (65 * 1024 * 1024), "a.txt")


def test_reading_twice_gives_the_same():
    data = (SENTENCE * 20).encode()
    assert text.read(data, "a.txt") == text.read(data, "a.txt")
    assert all(isinstance(item, Line) for item in text.read(data, "a.txt").items)
