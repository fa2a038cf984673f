"""The commands and their options."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engross import __version__
from engross.model.failure import ExitCode

if TYPE_CHECKING:
    from engross.batch.document import Document
    from engross.model.diagnostic import Severity
    from engross.model.flow import Changes
    from engross.model.setting import Setting

FORMATS = ("text", "markdown", "html", "docx", "pdf", "akn")
OUTPUTS = ("pdf", "docx", "html", "akn", "md", "txt", "json")
SEVERITIES = ("error", "warning", "note", "never")

_format = click.option(
    "--format", "source_format", type=click.Choice(FORMATS), help="The format of the source; detected unless given."
)
_changes = click.option(
    "--changes", type=click.Choice(["accept", "reject", "keep"]), default="accept", show_default=True,
    help="What becomes of tracked changes in a Word file.",
)  # fmt: skip
_setting = (
    click.option("--style", type=click.Path(path_type=Path), metavar="FOLDER", help="A style of your own."),
    click.option("--draft", is_flag=True, help="Word only: double spacing, and a watermark."),
    click.option("--line-numbers", is_flag=True, help="Word only: number the lines of every page."),
)
_quiet = click.option("-q", "--quiet", is_flag=True, help="Print failures only.")
_source = click.argument("source", type=click.Path(path_type=str), metavar="FILE")
_sources = click.argument("sources", nargs=-1, type=click.Path(path_type=str), metavar="[SOURCES]...")


def set_by_options(command: Callable[..., int]) -> Callable[..., int]:
    """Gives a command the options of a `Setting`, as its argument `setting`."""

    @functools.wraps(command)
    def with_setting(*, style: Path | None, draft: bool, line_numbers: bool, **options: Any) -> int:
        from engross.model.setting import Setting

        return command(setting=Setting(style, draft, line_numbers), **options)

    for option in reversed(_setting):
        with_setting = option(with_setting)
    return with_setting


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="engross", message="%(prog)s %(version)s")
def engross() -> None:
    """Turns resolutions of the United Nations into Akoma Ntoso, PDF, Word and HTML.

    Exit codes: 0 all was done; 1 findings as grave as --fail-on asks; 2 the words of the command are wrong; 3 a
    source is missing or broken (the others were done); 4 an output cannot be written; 5 this machine lacks
    something (engross doctor); 70 a fault of engross; 130 interrupted.
    """


@engross.command(short_help="Print the Akoma Ntoso of a source.")
@_source
@_format
@click.option("--ledger", is_flag=True, help="Also list on standard error what was set apart as page furniture.")
@click.option("--embedded", is_flag=True, help="Take the Akoma Ntoso that a PDF or Word file of engross carries.")
@_changes
@_quiet
def parse(source: str, source_format: str | None, ledger: bool, embedded: bool, changes: Changes, quiet: bool) -> int:
    """Print the Akoma Ntoso of FILE; `-` reads standard input."""
    from engross.cli.printing import print_findings

    if embedded:
        from engross.batch.embedded import embedded as take_out

        _put_out(take_out(*_load(source)), None)
        return ExitCode.OK
    document = _read(source, source_format, changes)
    if not quiet:
        print_findings(document.diagnostics)
    if ledger:
        _print_ledger(document)
    _put_out(document.to_xml(), None)
    return ExitCode.OK


@engross.command(short_help="Write a source in one form.")
@_source
@click.option("--to", "form", type=click.Choice(OUTPUTS), required=True, help="The output.")
@click.option("-o", "--output", metavar="FILE", help="Where it goes; standard output unless given.")
@_format
@_changes
@set_by_options
@_quiet
def render(
    source: str, form: str, output: str | None, source_format: str | None, changes: Changes, setting: Setting,
    quiet: bool,
) -> int:  # fmt: skip
    """Write FILE in one form; `-` reads standard input."""
    from engross.batch.outputs import FORMS
    from engross.batch.perform import compose_checked
    from engross.cli.printing import print_findings

    if output is None and form in ("pdf", "docx") and sys.stdout.isatty():
        raise click.UsageError(f"{form} is not for a terminal; name a file with -o")
    document = _read(source, source_format, changes)
    presentation = document.present()
    path = "<stdout>" if output is None else output
    data, found = compose_checked(FORMS[form], presentation, document.to_xml(), document.source, path, setting)
    if not quiet:
        print_findings((*document.diagnostics, *presentation.diagnostics, *found))
    _put_out(data, output)
    return ExitCode.OK


@engross.command(short_help="Say what this machine lacks.")
def doctor() -> int:
    """Say what this machine lacks, and how to install it."""
    from engross.doctor import examine

    complete = True
    for finding in examine():
        complete = complete and (finding.present or not finding.needed)
        click.echo(str(finding))
    return ExitCode.OK if complete else ExitCode.SETUP


def _named(sources: tuple[str, ...]) -> tuple[str, ...]:
    """The sources that are meant: those that are named, else the folder `sources`."""
    if not sources and not Path("sources").exists():
        raise click.UsageError("there is no folder sources/ here; name files or folders")
    return sources or ("sources",)


def _read(source: str, source_format: str | None, changes: Changes) -> Document:
    from engross.batch.document import read, read_bytes

    if source != "-":
        return read(source, format=source_format, changes=changes)
    return read_bytes(*_load(source), format=source_format, changes=changes)


def _load(source: str) -> tuple[bytes, str]:
    """The bytes of a source, `-` being standard input, and the name under which its places are reported."""
    from engross.batch.source import MOST_BYTES, load

    if source != "-":
        return load(source), source
    return sys.stdin.buffer.read(MOST_BYTES + 1), "<stdin>"


def _put_out(data: bytes, output: str | None) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from engross.batch.whole import write_whole

    write_whole(Path(output), data)


def _print_ledger(document: Document) -> None:
    from engross.cli.printing import say, shown

    for piece in document.furniture:
        say(shown(f"{piece.span}: {piece.kind.value}: {piece.text}"))


def _severity(name: str) -> Severity | None:
    from engross.model.diagnostic import Severity

    return None if name == "never" else Severity[name.upper()]
