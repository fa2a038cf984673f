"""What a batch tells its caller."""

from __future__ import annotations

import pickle

import pytest

from engross.batch.perform import refusal_for
from engross.batch.report import Outcome, Refusal, Report
from engross.model.diagnostic import Severity, diagnose
from engross.model.failure import ExitCode, Failure
from engross.model.span import Span

WARNING = diagnose("note-missing", "Note 1 is called.", Span("a.txt", 3))


def report(*codes: ExitCode) -> Report:
    return Report(
        (
            Outcome("a.txt", ("a.pdf",), (WARNING,)),
            *(Outcome("b", refusals=(Refusal("x", exit_code=c),)) for c in codes),
        )
    )


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), ExitCode.OK),
        ((ExitCode.INPUT,), ExitCode.INPUT),
        ((ExitCode.INPUT, ExitCode.OUTPUT), ExitCode.OUTPUT),
        ((ExitCode.OUTPUT, ExitCode.SETUP, ExitCode.INPUT), ExitCode.SETUP),
        ((ExitCode.INTERNAL, ExitCode.SETUP), ExitCode.INTERNAL),
    ],
)
def test_the_gravest_thing_decides_the_exit_code(codes: tuple[ExitCode, ...], expected: ExitCode) -> None:
    assert report(*codes).exit_code() == expected


def test_findings_count_from_the_severity_that_is_asked_for() -> None:
    assert report().exit_code(Severity.ERROR) == ExitCode.OK
    assert report().exit_code(Severity.WARNING) == ExitCode.FINDINGS
    assert report(ExitCode.INPUT).exit_code(Severity.NOTE) == ExitCode.INPUT


def test_a_failure_as_a_value_says_the_same_and_travels_between_processes() -> None:
    failure = Failure("no such file", place=Span("a.txt"), hint="check the path")
    refusal = pickle.loads(pickle.dumps(Refusal.of(failure)))
    assert str(refusal) == str(failure) == "a.txt: no such file (check the path)"


@pytest.mark.parametrize(
    ("error", "code"),
    [(MemoryError(), ExitCode.INPUT), (RecursionError(), ExitCode.INPUT), (Failure("broken"), ExitCode.INPUT)],
)
def test_what_a_document_does_to_its_process_is_the_documents_failure(error: Exception, code: ExitCode) -> None:
    refusal = refusal_for(error, "a.txt")
    assert refusal.exit_code == code
    assert str(refusal).startswith("a.txt: ")


def test_what_nobody_expected_is_a_fault_of_ours_on_one_line() -> None:
    try:
        {}["a\nb"]
    except KeyError as error:
        refusal = refusal_for(error, "a.txt")
    assert refusal.exit_code == ExitCode.INTERNAL
    assert "\n" not in str(refusal)
    assert "KeyError" in str(refusal)
    assert "Traceback" in refusal.trace
