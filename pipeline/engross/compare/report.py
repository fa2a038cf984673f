"""Parity as a reader wants it: a table and findings as text, JSON for programs, a page of HTML."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

from engross.compare.parity import Parity
from engross.model.diagnostic import codes

_WIDTH = 110


def as_text(parity: Parity, width: int = _WIDTH) -> str:
    """A table of the differences, one column for each version, `width` characters wide; one line for none."""
    if not parity.differences:
        return f"{len(parity.versions)} versions, {len(parity.rows)} places: no difference\n"
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, pad_edge=False)
    for name in ("finding", "place", *parity.names):
        table.add_column(name, overflow="fold", ratio=3 if name == "place" else 2)
    for found in parity.differences:
        cells = (found.code.removeprefix("parity-"), found.where or "the whole", *(v or "—" for v in found.values))
        table.add_row(*map(Text, cells))
    paper = StringIO()
    console = Console(file=paper, width=width, color_system=None, legacy_windows=False)
    console.print(table)
    lines = [line.rstrip() for line in paper.getvalue().splitlines()]
    count = len(parity.differences)
    summary = f"{len(parity.versions)} versions, {len(parity.rows)} places: {count} difference{'s' * (count > 1)}"
    return "\n".join([*lines, "", summary, ""])


def as_json(parity: Parity) -> str:
    """The versions and the differences: code, severity, what each version has, and each version's place."""
    differences = [
        {
            "code": found.code,
            "severity": finding.severity.name.lower(),
            "message": finding.message,
            "values": list(found.values),
            "against": [parity.names[place] for place in found.odd],
            "places": [unit.id if unit else "" for unit in parity.rows[found.row]] if found.row >= 0 else [],
        }
        for found, finding in zip(parity.differences, parity.diagnostics, strict=True)
    ]
    versions = [
        {"name": name, "source": version.source, "language": version.page.language, "symbol": version.page.facts.symbol}
        for name, version in zip(parity.names, parity.versions, strict=True)
    ]
    report = {"versions": versions, "places": len(parity.rows), "differences": differences}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_html(parity: Parity, style: Path) -> bytes:
    """The table as one page without script, made from the style's template `web/parity.html`."""
    from engross.writers.templating import environment

    rows = [
        {
            "title": codes()[found.code].title,
            "severity": codes()[found.code].severity.name.lower(),
            "found": found,
            "place": _places(parity, found.row),
        }
        for found in parity.differences
    ]
    page = environment(style).get_template("web/parity.html")
    return page.render(parity=parity, rows=rows, columns=_columns(parity)).encode("utf-8", "xmlcharrefreplace")


def _places(parity: Parity, row: int) -> str:
    return next((unit.id for unit in parity.rows[row] if unit and unit.id), "") if row >= 0 else ""


def _columns(parity: Parity) -> list[tuple[str, str, str]]:
    """For each version its name, its language and its direction."""
    pages = (version.page for version in parity.versions)
    return [(name, page.language, page.direction) for name, page in zip(parity.names, pages, strict=True)]
