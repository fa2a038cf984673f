"""What stands beside a page: the other forms of its document, and its other language versions.

Pages of one batch link to each other by the names of their outputs: `NAME.en` and `NAME.fr` in one folder are versions
of one document, and so are `en` and `fr` in a folder of their own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from urllib.parse import quote

from engross.batch.plan import Job
from engross.lexicon import lexicon
from engross.model.manifestation import Manifestation, form_of, version_of

_VERSION = re.compile(r"(?P<name>|.*[._-])(?P<language>[a-z]{2})")


def with_versions(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """The jobs, each with the versions that this batch writes as pages beside its own page."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for job in jobs:
        if (found := _version(job)) is not None:
            groups.setdefault(found[0], []).append(found[1])
    return tuple(
        replace(job, versions=tuple(version for version in groups[found[0]] if version != found[1]))
        if (found := _version(job)) is not None
        else job
        for job in jobs
    )


def without_versions(jobs: Sequence[Job], lacking: Set[int]) -> dict[int, Job]:
    """The jobs whose pages link to one that is `lacking`, without those links."""
    gone = {(os.path.dirname(jobs[index].stem), os.path.basename(jobs[index].stem)) for index in lacking}  # noqa: PTH119, PTH120
    found = {}
    for index, job in enumerate(jobs):
        kept = tuple(v for v in job.versions if (os.path.dirname(job.stem), v[1]) not in gone)  # noqa: PTH120
        if kept != job.versions and index not in lacking:
            found[index] = replace(job, versions=kept)
    return found


def files_beside(job: Job, written: Iterable[str]) -> tuple[Manifestation, ...]:
    """The files that the page of a job links to: the forms that were `written`, and its versions."""
    languages = lexicon().languages
    forms = [form_of(quote(os.path.basename(path))) for path in written]  # noqa: PTH119
    versions = [version_of(quote(f"{name}.html"), code, languages[code].name) for code, name in job.versions]
    return (*forms, *versions)


def _version(job: Job) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """The folder and name that the versions of a document share, and the language and full name of this one."""
    folder, stem = os.path.split(job.stem)
    match = _VERSION.fullmatch(stem)
    if match is None or match["language"] not in lexicon().languages or job.refusal is not None:
        return None
    if not any(form.name == "html" for form in job.forms):
        return None
    return (folder, match["name"]), (match["language"], stem)
