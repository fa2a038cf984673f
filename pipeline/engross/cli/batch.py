"""The commands on many sources: build, check, config."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engross.cli.commands import (
    OUTPUTS,
    SEVERITIES,
    _changes,
    _format,
    _put_out,
    _quiet,
    _severity,
    _sources,
    engross,
    set_by_options,
)
from engross.model.failure import ExitCode

if TYPE_CHECKING:
    from engross.batch.report import Report
    from engross.batch.settings import Settings

_fail_on = functools.partial(
    click.option, "--fail-on", type=click.Choice(SEVERITIES), show_default=True,
    help="Exit with 1 where a finding is as grave as this.",
)  # fmt: skip


def _set_by_project(command: Callable[..., int]) -> Callable[..., int]:
    """Gives a command the project's settings, as defaults of its options and as its argument `settings`."""

    @functools.wraps(command)
    def with_settings(*, sources: tuple[str, ...], **options: Any) -> int:
        settings = _settings()
        if not sources:
            sources = tuple(settings.values.get("sources", ()))
        if not sources and not Path("sources").exists():
            raise click.UsageError("there is no folder sources/ here; name files or folders")
        from_line = {click.core.ParameterSource.COMMANDLINE, click.core.ParameterSource.ENVIRONMENT}
        context = click.get_current_context()
        for name, value in settings.options().items():
            if name in options and context.get_parameter_source(name) not in from_line:
                options[name] = value
        return command(sources=sources or ("sources",), settings=settings, **options)

    return with_settings


@engross.command(short_help="Typeset sources into a folder.")
@_sources
@click.option("-o", "--output", default="output", show_default=True, metavar="FOLDER", help="Where outputs go.")
@click.option(
    "--to", "outputs", default="pdf,docx,html,akn", show_default=True, metavar="FORM,...",
    help=f"The outputs: any of {', '.join(OUTPUTS)}.",
)  # fmt: skip
@click.option(
    "--pattern", default="{folder}/{name}.{ext}", show_default=True, metavar="PATTERN",
    help="How outputs are named: {organ} {session} {symbol} {lang} {folder} {name} {ext}.",
)  # fmt: skip
@_format
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes at work; one for each processor unless given.")
@click.option(
    "--time-limit", type=click.FloatRange(min=0, min_open=True), default=300, show_default=True, metavar="SECONDS",
    help="How long one document may take.",
)  # fmt: skip
@click.option(
    "--memory-limit", type=click.IntRange(256), default=4096, show_default=True, metavar="MB",
    help="How much address space one document may take.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Build what has not changed, too.")
@click.option("-n", "--dry-run", is_flag=True, help="Print what would be built, and write nothing.")
@click.option("--fail-fast/--keep-going", default=False, help="Stop after the first source that fails.")
@click.option("--watch", is_flag=True, help="Build again whenever a source changes, until interrupted.")
@click.option(
    "--report", "reports", multiple=True, metavar="[FORM:]FILE",
    help="Write a report: FILE.json, .xml (junit), .sarif, .html; github prints annotations.",
)  # fmt: skip
@click.option("--cache", metavar="FOLDER", help="Where it is kept what was built before.")
@click.option("--cluster", metavar="ADDRESS", help="Build on the workers of a Dask scheduler (tcp://HOST:PORT).")
@_fail_on(default="never")
@_changes
@set_by_options
@_quiet
@_set_by_project
def build(
    sources: tuple[str, ...], settings: Settings, output: str, outputs: str, jobs: int | None, memory_limit: int,
    dry_run: bool, watch: bool, reports: tuple[str, ...], cluster: str | None, fail_on: str, quiet: bool,
    **options: Any,
) -> int:  # fmt: skip
    """Typeset SOURCES, files or folders, into a folder: sources/ into output/ when nothing is named.

    What has not changed since the last time is skipped. Settings of a project stand in engross.toml.
    """
    from engross.batch.build import build as build_batch
    from engross.batch.build import preview
    from engross.batch.remote import mirrored
    from engross.batch.reports import form_of
    from engross.cli.printing import print_plan, print_summary, progress

    wanted = [form_of(word) for word in reports]
    options |= {"formats": outputs.split(","), "places": settings.places}
    if dry_run:
        for name in ("time_limit", "fail_fast"):
            options.pop(name)
        print_plan(preview(sources, output, **options))
        return ExitCode.OK
    options |= {"memory_limit": memory_limit << 20, "jobs": jobs}
    last: list[Report] = []

    def once() -> None:
        mirror, there, folder = mirrored(sources, output, options["cache"])
        with progress(quiet) as observe, _workers(cluster, options) as perform:
            report = build_batch(
                there, folder, observe=lambda outcome, total: observe(mirror.named(outcome), total), perform=perform,
                **options,
            )  # fmt: skip
        last[:] = [mirror.send(report, output)]
        _write_reports(last[0], wanted)
        if not quiet:
            print_summary(last[0])

    if watch:
        from engross.batch.watch import watch as watch_sources

        watch_sources(sources, options["setting"].style, once)
    once()
    return last[0].exit_code(_severity(fail_on))


@engross.command(short_help="Print what is to be found in sources.")
@_sources
@click.option(
    "--format", "layout", type=click.Choice(["text", "json", "junit", "sarif", "github"]), default="text",
    show_default=True, help="How findings are printed.",
)  # fmt: skip
@_fail_on(default="error")
@_set_by_project
def check(sources: tuple[str, ...], settings: Settings, layout: str, fail_on: str) -> int:
    """Print what is to be found in SOURCES, files or folders: sources/ when nothing is named."""
    from engross.batch.reports import compose_report
    from engross.batch.survey import survey
    from engross.cli.printing import finding_line, print_refusal

    report = survey(sources, settings.places)
    for refusal in report.refusals:
        print_refusal(refusal)
    if layout == "text":
        _put_out("".join(f"{finding_line(found)}\n" for found in report.diagnostics).encode(), None)
    else:
        _put_out(compose_report(report, layout), None)
    return report.exit_code(_severity(fail_on))


@engross.command(short_help="Print the settings that hold here.")
@click.option("--show-origin", is_flag=True, help="Say of each setting where it comes from.")
@click.option("--schema", "as_schema", is_flag=True, help="Print a JSON Schema of engross.toml, for editors.")
def config(show_origin: bool, as_schema: bool) -> int:
    """Print the settings that hold in this folder, as TOML: those of engross.toml, and what is so without it."""
    import json

    from engross.batch.settings import schema

    if as_schema:
        _put_out((json.dumps(schema(), indent=2) + "\n").encode(), None)
        return ExitCode.OK
    for name, value, origin in _settings().described():
        shown = json.dumps(value, ensure_ascii=False) if value is not None else '""'
        line = f"{name} = {shown}" if value is not None else f"# {name} is not set"
        click.echo(f"{line}  # {origin}" if show_origin and value is not None else line)
    return ExitCode.OK


def _settings() -> Settings:
    from engross.batch.settings import find_settings

    return find_settings(Path.cwd())


def _workers(cluster: str | None, options: dict[str, Any]) -> Any:
    """What does the jobs: the workers of a cluster, or None for the processes of this machine."""
    import contextlib

    if cluster is None:
        return contextlib.nullcontext()
    from engross.batch.cluster import workers_of

    return workers_of(cluster, options)


def _write_reports(report: Report, wanted: list[tuple[str, str]]) -> None:
    from engross.batch.reports import compose_report
    from engross.batch.whole import write_whole

    for form, path in wanted:
        data = compose_report(report, form)
        if path:
            write_whole(path, data)
        else:
            sys.stdout.buffer.write(data)
