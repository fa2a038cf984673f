"""Looking over sources without writing anything: what each reader, the recogniser and the checks found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from engross.batch.perform import refusal_for
from engross.batch.plan import Job, plan
from engross.batch.report import Outcome, Report
from engross.model.diagnostic import Diagnostic
from engross.model.span import Span


def survey(sources: Sequence[str | Path]) -> Report:
    """What is to be found in sources, files or folders, in their order. No source stops another."""
    return Report(tuple(_look_over(job) for job in plan(sources, "", ())))


def as_json(report: Report) -> str:
    """A report as JSON: one object for each source, with its findings and what could not be done."""
    sources = [
        {
            "source": outcome.source,
            "findings": [_finding(found) for found in outcome.diagnostics],
            "failures": [
                {"message": refusal.message, "hint": refusal.hint, "exit_code": int(refusal.exit_code)}
                for refusal in outcome.refusals
            ],
        }
        for outcome in report.outcomes
    ]
    return json.dumps({"sources": sources}, ensure_ascii=True, indent=2) + "\n"


def _look_over(job: Job) -> Outcome:
    if job.refusal is not None:
        return Outcome(job.source, refusals=(job.refusal,))
    from engross.akn.schema import validate
    from engross.batch.document import read

    try:
        document = read(job.source)
        findings = document.diagnostics + validate(document.akn, job.source) + document.present().diagnostics
    except Exception as error:
        return Outcome(job.source, refusals=(refusal_for(error, job.source),))
    return Outcome(job.source, diagnostics=tuple(dict.fromkeys(findings)))


def _finding(found: Diagnostic) -> dict[str, object]:
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
