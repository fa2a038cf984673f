"""One job of a batch, from the source to the files written; nothing that happens in it stops another job."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from engross.batch.beside import files_beside
from engross.batch.outputs import Form, compose, find_unprintable, worded
from engross.batch.places import wanted
from engross.batch.plan import Job
from engross.batch.report import File, Outcome, Refusal
from engross.batch.whole import write_whole
from engross.model.diagnostic import Diagnostic
from engross.model.failure import Failure
from engross.model.setting import OFFICIAL, Setting
from engross.model.span import Span

if TYPE_CHECKING:
    from engross.model.manifestation import Manifestation
    from engross.model.presentation import Presentation


def perform(job: Job) -> Outcome:
    """What came of a job. Never raises but for an interrupt: every failure is in the outcome."""
    if job.refusal is not None:
        return Outcome(job.source, refusals=(job.refusal,))
    start = time.perf_counter()
    findings: list[Diagnostic] = []
    refusals: list[Refusal] = []
    files: list[File] = []
    facts: dict[str, str] = {}
    try:
        for file in _outputs(job, findings, refusals, facts):
            files.append(file)  # noqa: PERF402 — what was written before an error stays in the list
    except Exception as error:
        refusals.append(refusal_for(error, job.source))
    order = {form.name: place for place, form in enumerate(job.forms)}
    files.sort(key=lambda file: order[file.form])
    outcome = Outcome(
        job.source,
        tuple(file.path for file in files),
        wanted(findings, job),
        tuple(refusals),
        time.perf_counter() - start,
        tuple(files),
    )
    return outcome.of_document(facts)


def refusal_for(error: Exception, source: str) -> Refusal:
    """The refusal that says what an error means for its source."""
    if isinstance(error, Failure):
        return replace(Refusal.of(error), place=error.place or Span(source))
    if isinstance(error, MemoryError):
        return Refusal("the document needs more memory than it may have", Span(source))
    if isinstance(error, RecursionError):
        return Refusal("the document is nested too deeply", Span(source))
    return Refusal.fault(error, source)


def _outputs(job: Job, findings: list[Diagnostic], refusals: list[Refusal], facts: dict[str, str]) -> Iterator[File]:
    """The files as they are written; findings, refusals and the document's facts are added on the way."""
    from engross.batch.document import read

    document = read(job.source, format=job.format, changes=job.changes, defaults=job.details)
    findings += document.diagnostics
    akn = document.to_xml()
    presentation = document.present()
    known = presentation.facts
    facts |= {"symbol": known.symbol, "title": known.title, "language": presentation.language}
    facts |= {"organ": presentation.organ, "session": known.session}
    findings += presentation.diagnostics
    written: list[str] = []
    for form in sorted(job.forms, key=lambda form: form.name == "html"):  # the page links to what there is
        try:
            beside = files_beside(job, written) if form.name == "html" else ()
            file = _written(job, form, presentation, akn, findings, beside)
            written.append(file.path)
            yield file
        except Exception as error:
            refusals.append(refusal_for(error, job.source))


def compose_checked(
    form: Form,
    presentation: Presentation,
    akn: bytes,
    source: str,
    path: str,
    setting: Setting = OFFICIAL,
    beside: Sequence[Manifestation] = (),
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The bytes of one output, and what it cannot show or lacks when it is read back. `path` names the output."""
    from engross.check.parity import parity
    from engross.writers.wording import replaced

    data = compose(form, presentation, akn, setting, beside)
    unprintable = (
        replace(found, span=found.span or Span(source)) for found in find_unprintable(form, presentation, setting)
    )
    unprinted = replaced(presentation, worded(form, presentation, setting))
    return data, (*unprintable, *parity(form.name, data, akn, path, unprinted))


def _written(
    job: Job,
    form: Form,
    presentation: Presentation,
    akn: bytes,
    findings: list[Diagnostic],
    beside: Sequence[Manifestation],
) -> File:
    start = time.perf_counter()
    path = job.path(form)
    data, found = compose_checked(form, presentation, akn, job.source, path, job.setting, beside)
    findings += found
    write_whole(path, data)
    modified = os.stat(path).st_mtime_ns  # noqa: PTH116 — also of a path that is no text
    seconds = time.perf_counter() - start
    return File(path, form.name, len(data), modified, hashlib.sha256(data).hexdigest(), seconds)
