"""The command that begins a new draft."""

from __future__ import annotations

import sys

import click

from engross.cli.commands import _put_out, engross
from engross.model.failure import ExitCode

_QUESTIONS = {
    "organ": ("The organ that is to adopt it (ga, sc, ecosoc, hrc)", "ga"),
    "language": ("Language (ar, en, es, fr, ru, zh)", "en"),
    "symbol": ("Document symbol, if it has one (A/C.2/80/L.1)", ""),
    "session": ("Number of the session", ""),
    "agenda_item": ("Agenda item", ""),
    "agenda_title": ("Title of the agenda item", ""),
    "title": ("Title of the resolution", ""),
    "sponsors": ("Sponsors (Chile and Ghana)", ""),
}


@engross.command(short_help="Begin a new draft resolution.")
@click.option("--organ", help="The organ that is to adopt it: ga, sc, ecosoc, hrc.")
@click.option("--language", help="A two-letter code: ar, en, es, fr, ru, zh.")
@click.option("--symbol", help="The document symbol: A/C.2/80/L.1.")
@click.option("--session", help="The number of the session.")
@click.option("--agenda-item", metavar="ITEM", help="The agenda item: 57 (b).")
@click.option("--agenda-title", metavar="TEXT", help="The title of the agenda item.")
@click.option("--title", metavar="TEXT", help="The title of the resolution.")
@click.option("--sponsors", metavar="NAMES", help="The sponsors: Chile and Ghana.")
@click.option(
    "--recital", "recitals", multiple=True, metavar="WORDS", help="Opening words of a recital; may be repeated."
)
@click.option(
    "--operative", multiple=True, metavar="WORDS", help="Opening words of an operative paragraph; may be repeated."
)
@click.option("--to", "form", type=click.Choice(["md", "docx"]), default="md", show_default=True, help="The form.")
@click.option("-o", "--output", metavar="FILE", help="Where it goes; standard output unless given.")
@click.option("--openings", is_flag=True, help="Print the opening words that the language offers, and do nothing else.")
def new(
    recitals: tuple[str, ...], operative: tuple[str, ...], form: str, output: str | None, openings: bool,
    **answers: str | None,
) -> int:  # fmt: skip
    """Write a draft resolution to go on with: its masthead, its title, and the opening words of its paragraphs.

    On a terminal, what no option says is asked for; elsewhere it is left out.
    """
    from engross.drafting import Order, draft

    if openings:
        return _print_openings(answers["language"] or "en")
    if form == "docx" and output is None and sys.stdout.isatty():
        raise click.UsageError("docx is not for a terminal; name a file with -o")
    given = {name: _answer(name, answers[name]) for name in _QUESTIONS}
    session = given.pop("session")
    if session and not session.isdecimal():
        raise click.UsageError(f"--session is a number, not {session!r}")
    order = Order(session=int(session) if session else None, recitals=recitals, operative=operative, **given)
    data = draft(order).encode()
    if form == "docx":
        from engross.batch.document import read_bytes

        data = read_bytes(data, "<draft>", format="markdown").to_bytes("docx")
    _put_out(data, output)
    return ExitCode.OK


def _answer(name: str, given: str | None) -> str:
    """What an option says, else what is answered on a terminal, else the default."""
    question, default = _QUESTIONS[name]
    if given is None and sys.stdin.isatty():
        given = click.prompt(question, default=default, show_default=bool(default), err=True)
    return default if given is None else given


def _print_openings(language: str) -> int:
    from engross.drafting import openings

    for part in ("recital", "operative"):
        click.echo(f"{part}:")
        for words in openings(language, "recital" if part == "recital" else "operative"):
            click.echo(f"  {words}")
    return ExitCode.OK
