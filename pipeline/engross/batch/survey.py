"""Looking over sources without writing anything: what each reader, the recogniser and the checks found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engross.batch.perform import refusal_for
from engross.batch.places import Place, adapt, wanted
from engross.batch.plan import Job, plan
from engross.batch.report import Outcome, Report


def survey(sources: Sequence[str | Path], places: Sequence[Place] = ()) -> Report:
    """What is to be found in sources, files or folders, in their order. No source stops another.

    `places` say what holds for some paths only.
    """
    return Report(tuple(_look_over(adapt(job, places)) for job in plan(sources, "", ())))


def _look_over(job: Job) -> Outcome:
    if job.refusal is not None:
        return Outcome(job.source, refusals=(job.refusal,))
    from engross.akn.schema import validate
    from engross.batch.document import read

    try:
        document = read(job.source, defaults=job.details)
        findings = document.diagnostics + validate(document.akn, job.source) + document.present().diagnostics
    except Exception as error:
        return Outcome(job.source, refusals=(refusal_for(error, job.source),))
    return Outcome(job.source, diagnostics=wanted(findings, job))
