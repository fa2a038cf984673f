"""The plan of a batch: which sources there are, and the name under which each is written."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engross.batch.outputs import Form
from engross.batch.report import Refusal
from engross.batch.source import is_address
from engross.model.details import Details
from engross.model.failure import ExitCode, Failure
from engross.model.flow import Changes
from engross.model.setting import OFFICIAL, Setting
from engross.model.span import Span

SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".docm", ".pdf", ".xml", ".akn")
)
"""What is a source in a folder. A file that is named by itself may have any suffix."""


@dataclass(frozen=True, slots=True)
class Job:
    """A source to typeset. `stem` is the path of its outputs without suffix; `refusal` says why it cannot be done;
    `changes` what becomes of tracked changes; `versions` are languages and names of the pages beside its own.
    """

    source: str
    stem: str
    forms: tuple[Form, ...] = ()
    format: str | None = None
    refusal: Refusal | None = None
    details: Details | None = None
    off: frozenset[str] = frozenset()
    changes: Changes = "accept"
    setting: Setting = OFFICIAL
    versions: tuple[tuple[str, str], ...] = ()

    def path(self, form: Form) -> str:
        """The file in which this job writes `form`."""
        return self.stem + form.suffix


def plan(
    sources: Sequence[str | Path],
    output: str | Path,
    forms: tuple[Form, ...],
    format: str | None = None,  # noqa: A002
    changes: Changes = "accept",
    setting: Setting = OFFICIAL,
) -> tuple[Job, ...]:
    """The jobs of a batch, in the order of the sources; a folder gives its files by name, folders inside it too.

    Outputs of a source in a folder keep its place there. A source whose outputs another source has taken
    already, or would overwrite a source, is refused; so is a folder that holds none.
    """
    jobs = [
        Job(source, os.path.join(output, stem), forms, format, refusal, changes=changes, setting=setting)  # noqa: PTH118 — keeps it
        for given in sources
        for source, stem, refusal in sources_of(os.fspath(given))
    ]
    return tuple(without_collisions(jobs))


def sources_of(given: str) -> Iterator[tuple[str, str, Refusal | None]]:
    """Each source that a word of the command line names, with the stem of its outputs, or why there is none."""
    if is_address(given) or not Path(given).is_dir():
        yield given, Path(Path(given).name).stem or "source", None
        return
    empty = True
    for source in _walk(given):
        empty = False
        yield source, os.path.splitext(os.path.relpath(source, given))[0], None  # noqa: PTH122
    if empty:
        kinds = ", ".join(sorted(suffix[1:] for suffix in SUFFIXES))
        yield given, "", Refusal("there is no source in this folder", Span(given), f"sources are files {kinds}")


def _walk(folder: str) -> Iterator[str]:
    """The sources in a folder and its folders, by name; hidden ones and pages that describe the folder are none."""
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(base, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")) and path.stem.upper() != "README":
                yield str(path)


def without_collisions(jobs: Sequence[Job]) -> Iterator[Job]:
    """The jobs, each source once; one that would take another's outputs, or overwrite a source, is refused."""
    sources = {os.path.realpath(job.source): job.source for job in jobs}
    taken: dict[str, str] = {}
    for job in jobs:
        refusal = job.refusal
        key = unicodedata.normalize("NFC", os.path.abspath(job.stem)).casefold()  # noqa: PTH100 — links stay
        if refusal is None and key in taken:
            same = os.path.realpath(taken[key]) == os.path.realpath(job.source)
            if same:
                continue
            refusal = _clash(f"its outputs would be those of {taken[key]}", job, "rename one of the two")
        for form in job.forms if refusal is None else ():
            overwritten = sources.get(os.path.realpath(job.path(form)))
            if overwritten is not None:
                refusal = _clash(f"its output would overwrite {overwritten}", job, "give another output folder")
                break
        if refusal is None:
            taken[key] = job.source
        yield replace(job, refusal=refusal)


def _clash(message: str, job: Job, hint: str) -> Refusal:
    return Refusal.of(Failure(message, place=Span(job.source), hint=hint, exit_code=ExitCode.OUTPUT))
