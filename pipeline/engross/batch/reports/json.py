"""The report as JSON, of a stable schema: keys are added, never renamed or removed while `version` stays the same."""

from __future__ import annotations

import json
from typing import Any

from engross.batch.report import FACTS, Outcome, Report
from engross.model.diagnostic import Diagnostic
from engross.model.span import Span

VERSION = 1


def compose(report: Report) -> str:
    """The report as one JSON object; see docs/batch.md for its keys."""
    return json.dumps(as_object(report), ensure_ascii=True, indent=2) + "\n"


def as_object(report: Report) -> dict[str, Any]:
    """The report as what JSON knows."""
    return {
        "version": VERSION,
        "seconds": round(report.seconds, 3),
        "processes": report.processes,
        "exit_code": int(report.exit_code()),
        "left": report.left,
        "sources": [_source(outcome) for outcome in report.outcomes],
    }


def _source(outcome: Outcome) -> dict[str, Any]:
    return {
        "source": outcome.source,
        "state": outcome.state,
        "seconds": round(outcome.seconds, 3),
        "memory": outcome.memory,
        "document": {name: getattr(outcome, name) for name in FACTS},
        "outputs": [
            {
                "path": file.path,
                "form": file.form,
                "bytes": file.size,
                "sha256": file.digest,
                "seconds": round(file.seconds, 3),
            }
            for file in outcome.files
        ],
        "findings": [finding(found) for found in outcome.diagnostics],
        "failures": [
            {
                "message": refusal.message,
                "hint": refusal.hint,
                "exit_code": int(refusal.exit_code),
                "place": _place(refusal.place),
            }
            for refusal in outcome.refusals
        ],
    }


def finding(found: Diagnostic) -> dict[str, Any]:
    """A finding as what JSON knows."""
    return {
        "code": found.code,
        "severity": found.severity.name.lower(),
        "message": found.message,
        "hint": found.hint,
        "place": _place(found.span),
    }


def _place(span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    parts = {"line": span.line, "column": span.column, "page": span.page, "part": span.part}
    return {"source": span.source} | {name: value for name, value in parts.items() if value is not None}
