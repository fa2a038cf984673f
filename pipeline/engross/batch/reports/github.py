"""The report as workflow commands of GitHub Actions, which show findings beside the lines that they are about."""

from __future__ import annotations

from engross.batch.report import Report
from engross.model.diagnostic import Severity
from engross.model.span import Span

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def compose(report: Report) -> str:
    """One line for each failure and each finding."""
    lines = []
    for outcome in report.outcomes:
        for refusal in outcome.refusals:
            text = f"{refusal.message} ({refusal.hint})" if refusal.hint else refusal.message
            lines.append(_line("error", refusal.place or Span(outcome.source), "not built", text))
        for found in outcome.diagnostics:
            text = f"{found.message} ({found.hint})" if found.hint else found.message
            lines.append(_line(_COMMANDS[found.severity], found.span or Span(outcome.source), found.code, text))
    return "".join(f"{line}\n" for line in lines)


def _line(command: str, span: Span, title: str, text: str) -> str:
    properties = {"file": span.source, "title": title}
    if span.page is not None:
        text = f"{span}: {text}"
    elif span.line is not None:
        properties |= {"line": str(span.line)} | ({"col": str(span.column)} if span.column else {})
    given = ",".join(f"{name}={_escape(value, ':,')}" for name, value in properties.items())
    return f"::{command} {given}::{_escape(text, '')}"


def _escape(text: str, more: str) -> str:
    """`text` for a workflow command: signs that would end it are written as URLs write them."""
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
