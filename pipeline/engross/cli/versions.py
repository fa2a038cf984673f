"""The commands on language versions: parity, parallel."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from engross.cli.commands import SEVERITIES, _put_out, _severity, engross
from engross.model.failure import ExitCode

if TYPE_CHECKING:
    from engross.compare.parity import Parity

_versions = click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=str), metavar="A B...")
_output = click.option("-o", "--output", metavar="FILE", help="Where it goes; standard output unless given.")


@engross.command(short_help="Hold language versions against each other.")
@_versions
@click.option(
    "--format", "layout", type=click.Choice(["text", "json", "html"]), default="text", show_default=True,
    help="How the differences are printed.",
)  # fmt: skip
@_output
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), default="warning", show_default=True,
    help="Exit with 1 where a difference is as grave as this.",
)  # fmt: skip
def parity(sources: tuple[str, ...], layout: str, output: str | None, fail_on: str) -> int:
    """Say what differs between the language versions A B... of one resolution in more than language.

    Missing paragraphs, other numbers, notes, documents, dates and figures; the first version leads. The table is
    printed as asked for, the findings on standard error.
    """
    from engross.cli.printing import print_findings

    found = _compared(sources)
    print_findings(found.diagnostics)
    _put_out(_report(found, layout), output)
    worst = _severity(fail_on)
    failed = worst is not None and any(finding.severity >= worst for finding in found.diagnostics)
    return ExitCode.FINDINGS if failed else ExitCode.OK


@engross.command(short_help="Set language versions side by side.")
@_versions
@click.option("--to", "form", type=click.Choice(["html", "pdf"]), default="html", show_default=True, help="The output.")
@_output
def parallel(sources: tuple[str, ...], form: str, output: str | None) -> int:
    """Set the language versions A B... of one resolution in columns, paragraph by paragraph."""
    from engross.batch.outputs import load_page_engine, style_folder
    from engross.compare.parallel import as_html, as_pdf

    if output is None and form == "pdf" and sys.stdout.isatty():
        raise click.UsageError("pdf is not for a terminal; name a file with -o")
    found = _compared(sources)
    if form == "pdf":
        load_page_engine()
    _put_out(as_pdf(found, style_folder()) if form == "pdf" else as_html(found, style_folder()), output)
    return ExitCode.OK


def _compared(sources: tuple[str, ...]) -> Parity:
    from engross.batch.document import read
    from engross.compare.parity import Version, compare

    if len(sources) < 2:
        raise click.UsageError("name two versions or more")
    return compare([Version(source, read(source).present()) for source in sources])


def _report(found: Parity, layout: str) -> bytes:
    from engross.batch.outputs import style_folder
    from engross.compare import report

    if layout == "json":
        return report.as_json(found).encode()
    if layout == "html":
        return report.as_html(found, style_folder())
    width = shutil.get_terminal_size((110, 24)).columns if sys.stdout.isatty() else 110
    return report.as_text(found, width).encode()
