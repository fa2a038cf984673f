"""The command on a collection: site."""

from __future__ import annotations

import click

from engross.cli.commands import _named, _quiet, _sources, engross
from engross.cli.printing import print_refusal, say


@engross.command(short_help="Build a searchable site of a collection.")
@_sources
@click.option("-o", "--output", default="site", show_default=True, metavar="FOLDER", help="Where the site goes.")
@click.option("--title", default="", help="The name of the site; “Resolutions” in each language unless given.")
@click.option("--language", default="", metavar="CODE", help="The language of the first page; English unless given.")
@click.option("--address", default="", metavar="URL", help="Where the site will be found; makes a sitemap.")
@click.option("--to", "forms", default="", metavar="FORM,...", help="Further forms of every version: pdf, docx.")
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes at work; one for each processor unless given.")
@_quiet
def site(
    sources: tuple[str, ...], output: str, title: str, language: str, address: str, forms: str, jobs: int | None,
    quiet: bool,
) -> int:  # fmt: skip
    """Build a site of SOURCES, files or folders, that can be browsed and searched without a server.

    Language versions of one resolution are put together. Called again, it reads and prints what has changed.
    """
    from engross.batch.build import processors
    from engross.site import build

    wanted = tuple(form.strip() for form in forms.split(",") if form.strip())
    done = build(
        _named(sources), output, title=title, language=language, address=address, forms=wanted,
        jobs=jobs or processors(),
    )  # fmt: skip
    for refusal in done.report.refusals:
        print_refusal(refusal)
    if not quiet:
        changes = f"{len(done.written)} files written" + (f", {len(done.removed)} removed" if done.removed else "")
        languages = ", ".join(done.languages)
        say(f"{output}: {done.works} resolutions in {languages or 'no language'}, {done.files} files; {changes}")
    return done.report.exit_code()
