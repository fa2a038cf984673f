"""The report as SARIF 2.1.0 (OASIS): what GitHub code scanning and editors read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from engross.batch.report import Refusal, Report
from engross.model.diagnostic import Diagnostic, Severity, codes
from engross.model.span import Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_FAILED = "not-built"


def compose(report: Report) -> str:
    """The report as one SARIF log with one run."""
    results = [_result(found, outcome.source) for outcome in report.outcomes for found in outcome.diagnostics]
    results += [_failure(refusal, outcome.source) for outcome in report.outcomes for refusal in outcome.refusals]
    used = sorted({result["ruleId"] for result in results})
    from engross import __version__

    run = {
        "tool": {"driver": {"name": "engross", "version": __version__, "rules": [_rule(code) for code in used]}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _rule(name: str) -> dict[str, Any]:
    known = codes().get(name)
    if known is None:
        return {"id": name, "shortDescription": {"text": "A source or an output that could not be built."}}
    return {
        "id": name,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.explanation},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(found: Diagnostic, source: str) -> dict[str, Any]:
    text = f"{found.message} ({found.hint})" if found.hint else found.message
    return {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
        "locations": [_location(found.span or Span(source))],
    }


def _failure(refusal: Refusal, source: str) -> dict[str, Any]:
    text = f"{refusal.message} ({refusal.hint})" if refusal.hint else refusal.message
    place = refusal.place or Span(source)
    return {"ruleId": _FAILED, "level": "error", "message": {"text": text}, "locations": [_location(place)]}


def _location(span: Span) -> dict[str, Any]:
    path = Path(span.source)
    name = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    place: dict[str, Any] = {"artifactLocation": {"uri": f"file://{name}" if path.is_absolute() else name}}
    if span.page is None and span.line is not None:
        place["region"] = {"startLine": span.line} | ({"startColumn": span.column} if span.column else {})
    location: dict[str, Any] = {"physicalLocation": place}
    if span.page is not None or span.part is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": str(span)}]
    return location
