"""The names of outputs: `{folder}/{name}.{ext}`, or any other pattern of what the source and its document give.

`{folder}` and `{name}` are those of the source; `{organ}` (`ga`), `{session}` (`56`), `{symbol}` (`A_RES_56_76`) and
`{lang}` (`fr`) are the document's, for which it is read once more; `{ext}` is the suffix and stands at the end.
"""

from __future__ import annotations

import os
import re
import string
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from engross.batch.plan import Job, without_collisions
from engross.batch.report import Outcome, Refusal
from engross.model.failure import ExitCode, Failure
from engross.model.span import Span

PATTERN = "{folder}/{name}.{ext}"
FIELDS = ("organ", "session", "symbol", "lang", "folder", "name", "ext")
_OF_SOURCE = {"folder", "name", "ext"}
_UNSAFE = re.compile(r"[^\w.()-]+")


def name_outputs(
    jobs: Sequence[Job], pattern: str, output: str | Path, look_over: Callable[[Sequence[Job]], dict[int, Outcome]]
) -> tuple[Job, ...]:
    """The jobs with their outputs named by `pattern`. `look_over` reads documents, where the pattern asks for them.

    A field that a document does not have is `unknown`. Of two sources that would have one name, the second is
    refused. Raises Failure where the pattern makes no sense.
    """
    fields = check_pattern(pattern)
    if pattern == PATTERN:
        return tuple(jobs)
    seen = look_over(jobs) if fields - _OF_SOURCE else {}
    named = [_named(job, pattern, output, seen.get(index)) for index, job in enumerate(jobs)]
    return tuple(without_collisions(named))


def check_pattern(pattern: str) -> set[str]:
    """The fields of a pattern. Raises Failure where it has others than `FIELDS` or does not end with `.{ext}`."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise _meaningless(pattern, str(error)) from None
    fields = {name for _, name, _, _ in parts if name is not None}
    if unknown := fields - set(FIELDS):
        raise _meaningless(pattern, f"there is no {{{min(unknown)}}}")
    if any(form or conversion for _, _, form, conversion in parts):
        raise _meaningless(pattern, "fields stand alone in their braces")
    if not pattern.endswith(".{ext}") or pattern.count("{ext}") != 1:
        raise _meaningless(pattern, "it has to end with .{ext}")
    if pattern.startswith("/") or ".." in pattern.split("/"):
        raise _meaningless(pattern, "it leads out of the output folder")
    return fields


def _meaningless(pattern: str, why: str) -> Failure:
    fields = " ".join(f"{{{name}}}" for name in FIELDS)
    return Failure(
        f"the pattern {pattern!r} makes no sense: {why}", hint=f"fields are {fields}", exit_code=ExitCode.USAGE
    )


def _named(job: Job, pattern: str, output: str | Path, seen: Outcome | None) -> Job:
    if job.refusal is not None:
        return job
    if seen is not None and seen.refusals:
        return replace(job, refusal=seen.refusals[0])
    stem = os.path.relpath(job.stem, output)
    folder, name = os.path.split(stem)
    values = {"folder": folder, "name": name}
    if seen is not None:
        values |= {
            "organ": _safe(seen.organ),
            "session": _safe(seen.session),
            "symbol": _safe(seen.symbol.replace("/", "_")),
            "lang": _safe(seen.language),
        }
    path = os.path.normpath(pattern.removesuffix(".{ext}").format_map(values).lstrip("/"))
    if path.startswith(os.pardir):
        clash = Refusal("its output would stand outside the output folder", Span(job.source), "", ExitCode.OUTPUT)
        return replace(job, refusal=clash)
    return replace(job, stem=os.path.join(output, path))  # noqa: PTH118 — keeps the path as given


def _safe(value: str) -> str:
    """A fact as a part of a path; `unknown` where there is none."""
    return _UNSAFE.sub("_", value).strip("._") or "unknown"
