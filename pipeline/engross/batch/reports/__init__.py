"""The report of a batch or a survey in the forms that people and services read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from engross.batch.report import Report
from engross.model.failure import ExitCode, Failure

FORMS = ("json", "junit", "sarif", "github", "html")
"""The forms of a report, beside plain text."""
_SUFFIXES = {".json": "json", ".xml": "junit", ".sarif": "sarif", ".html": "html", ".htm": "html"}


def compose_report(report: Report, form: str) -> bytes:
    """The report in one of `FORMS`."""
    write: Callable[[Report], str] = import_module(f"engross.batch.reports.{form}").compose
    return write(report).encode("utf-8", "backslashreplace")


def form_of(word: str) -> tuple[str, str]:
    """The form and the file that a word of the command line asks for: `report.sarif`, `junit:tests.xml`, `github`.

    The file is empty for standard output. Raises Failure where the word names no form.
    """
    name, colon, path = word.partition(":")
    if name in FORMS:
        return name, path if colon else ""
    form = _SUFFIXES.get(Path(word).suffix.lower())
    if form is None:
        raise Failure(
            f"no report is called {word!r}",
            hint="give FILE.json, FILE.xml (junit), FILE.sarif, FILE.html, FORM:FILE, or github",
            exit_code=ExitCode.USAGE,
        )
    return form, word
