"""The report in the forms that services read."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from engross.batch.report import File, Outcome, Refusal, Report
from engross.batch.reports import FORMS, compose_report, form_of
from engross.model.diagnostic import Severity, diagnose
from engross.model.failure import Failure
from engross.model.span import Span

FOUND = diagnose("note-missing", "Note 1 is <called>, 100%:\nbut", Span("in/a b.txt", 3, 7))
ON_PAGE = diagnose("note-missing", "Note 2", Span("in/c.pdf", 14, page=2))
REPORT = Report(
    (
        Outcome(
            "in/a b.txt", ("out/a b.pdf",), (FOUND,), seconds=0.5,
            files=(File("out/a b.pdf", "pdf", 1000, 1, "00ff", 0.4),), symbol="A/RES/99/1", language="en",
        ),
        Outcome("in/c.pdf", diagnostics=(ON_PAGE,), unchanged=True),
        Outcome("in/\udcff\x01.txt", refusals=(Refusal("broken\x02 & gone", Span("in/\udcff\x01.txt"), "mend it"),)),
    ),
    left=2, seconds=1.25, processes=2,
)  # fmt: skip


def composed(form: str) -> str:
    return compose_report(REPORT, form).decode()


def test_json_says_everything_under_stable_keys() -> None:
    report = json.loads(composed("json"))
    assert {name: report[name] for name in ("version", "seconds", "processes", "exit_code", "left")} == {
        "version": 1, "seconds": 1.25, "processes": 2, "exit_code": 3, "left": 2,
    }  # fmt: skip
    first, second, third = report["sources"]
    assert first["state"], second["state"] == ("built", "unchanged")
    assert first["document"]["symbol"] == "A/RES/99/1"
    assert first["outputs"] == [{"path": "out/a b.pdf", "form": "pdf", "bytes": 1000, "sha256": "00ff", "seconds": 0.4}]
    assert first["findings"][0]["place"] == {"source": "in/a b.txt", "line": 3, "column": 7}
    assert third["failures"][0]["hint"] == "mend it"


def test_junit_has_a_case_for_each_source() -> None:
    root = ElementTree.fromstring(composed("junit").encode())
    assert (root.get("tests"), root.get("errors"), root.get("failures")) == ("3", "1", "0")
    cases = root.findall("testsuite/testcase")
    assert [case.get("name") for case in cases][:2] == ["in/a b.txt", "in/c.pdf"]
    assert "note-missing" in (cases[0].findtext("system-out") or "")
    assert cases[2].find("error") is not None


def test_junit_counts_findings_that_are_errors_as_failures() -> None:
    from dataclasses import replace

    grave = Report((Outcome("a", diagnostics=(replace(FOUND, severity=Severity.ERROR),)),))
    assert ElementTree.fromstring(compose_report(grave, "junit")).get("failures") == "1"


def test_sarif_names_rules_levels_and_places() -> None:
    log = json.loads(composed("sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["not-built", "note-missing"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "in/a%20b.txt"}, "region": {"startLine": 3, "startColumn": 7}}
    assert "region" not in run["results"][1]["locations"][0]["physicalLocation"]
    assert run["results"][2]["level"] == "error"


def test_github_commands_stay_on_their_lines() -> None:
    lines = composed("github").splitlines()
    assert lines[0].startswith(
        "::warning file=in/a b.txt,title=note-missing,line=3,col=7::Note 1 is <called>, 100%25:%0Abut"
    )
    assert "line=" not in lines[1]
    assert lines[2].startswith("::error ")
    assert len(lines) == 3


def test_html_escapes_what_it_shows() -> None:
    page = composed("html")
    assert "&lt;called&gt;" in page
    assert "broken" in page


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_report_is_a_report(form: str) -> None:
    compose_report(Report(()), form)


@pytest.mark.parametrize(
    ("word", "form"),
    [("r.json", "json"), ("r.xml", "junit"), ("r.sarif", "sarif"), ("a/r.html", "html"), ("junit:x", "junit")],
)
def test_the_name_of_a_report_says_its_form(word: str, form: str) -> None:
    assert form_of(word) == (form, word.removeprefix("junit:"))
    assert form_of("github") == ("github", "")


def test_a_word_that_names_no_form_is_wrong() -> None:
    with pytest.raises(Failure):
        form_of("report.docx")


def test_a_report_shows_the_first_page(tmp_path: Path) -> None:
    from engross.batch.build import build
    from tests.batch.resolutions import write_sources

    write_sources(tmp_path / "in", 1)
    report = build([tmp_path / "in"], tmp_path / "out", formats=["pdf"], jobs=1)
    assert b"data:image/png;base64," in compose_report(report, "html")
