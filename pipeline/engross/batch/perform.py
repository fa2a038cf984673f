"""One job of a batch, from the source to the files written; nothing that happens in it stops another job."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from engross.batch.outputs import Form, compose, find_unprintable
from engross.batch.plan import Job
from engross.batch.report import Outcome, Refusal
from engross.batch.whole import write_whole
from engross.model.diagnostic import Diagnostic
from engross.model.failure import Failure
from engross.model.span import Span

if TYPE_CHECKING:
    from engross.model.presentation import Presentation


def perform(job: Job) -> Outcome:
    """What came of a job. Never raises but for an interrupt: every failure is in the outcome."""
    if job.refusal is not None:
        return Outcome(job.source, refusals=(job.refusal,))
    start = time.perf_counter()
    findings: list[Diagnostic] = []
    refusals: list[Refusal] = []
    outputs: list[str] = []
    try:
        for path in _outputs(job, findings, refusals):
            outputs.append(path)  # noqa: PERF402 — what was written before an error stays in the list
    except Exception as error:
        refusals.append(refusal_for(error, job.source))
    return Outcome(
        job.source,
        tuple(outputs),
        tuple(dict.fromkeys(findings)),
        tuple(refusals),
        time.perf_counter() - start,
    )


def refusal_for(error: Exception, source: str) -> Refusal:
    """The refusal that says what an error means for its source."""
    if isinstance(error, Failure):
        return replace(Refusal.of(error), place=error.place or Span(source))
    if isinstance(error, MemoryError):
        return Refusal("the document needs more memory than it may have", Span(source))
    if isinstance(error, RecursionError):
        return Refusal("the document is nested too deeply", Span(source))
    return Refusal.fault(error, source)


def _outputs(job: Job, findings: list[Diagnostic], refusals: list[Refusal]) -> Iterator[str]:
    """The files as they are written; findings and refusals are added on the way."""
    from engross.batch.document import read

    document = read(job.source, format=job.format)
    findings += document.diagnostics
    akn = document.to_xml()
    presentation = document.present()
    findings += presentation.diagnostics
    for form in job.forms:
        try:
            yield _written(job, form, presentation, akn, findings)
        except Exception as error:
            refusals.append(refusal_for(error, job.source))


def compose_checked(
    form: Form, presentation: Presentation, akn: bytes, source: str, path: str
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The bytes of one output, and what it cannot show or lacks when it is read back. `path` names the output."""
    from engross.check.parity import parity

    data = compose(form, presentation, akn)
    unprintable = (replace(found, span=found.span or Span(source)) for found in find_unprintable(form, presentation))
    return data, (*unprintable, *parity(form.name, data, akn, path))


def _written(job: Job, form: Form, presentation: Presentation, akn: bytes, findings: list[Diagnostic]) -> str:
    data, found = compose_checked(form, presentation, akn, job.source, job.path(form))
    findings += found
    write_whole(job.path(form), data)
    return job.path(form)
