"""What holds for some sources only: facts that they lack, findings that are not wanted for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from engross.model.details import Details
from engross.model.span import Span

if TYPE_CHECKING:
    from engross.batch.plan import Job
    from engross.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Place:
    """Sources whose path matches `match` (`drafts/**`, `*.fr.txt`): their `details`, and codes switched `off` or `on`.

    A later place wins over an earlier one.
    """

    match: str
    details: Details = field(default_factory=Details)
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()

    def holds(self, source: str) -> bool:
        """Whether a source is meant: a pattern without `/` looks at the name alone, `**` stands for any folders."""
        path = PurePath(source)
        if "/" not in self.match:
            return path.match(self.match)
        import re

        parts = re.split(r"(\*\*/?|\*|\?)", self.match.removeprefix("./"))
        signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
        pattern = "".join(signs.get(part, re.escape(part)) for part in parts)
        return re.fullmatch(f"(?:.*/)?{pattern}", path.as_posix()) is not None


def adapt(job: Job, places: Sequence[Place]) -> Job:
    """The job with what its places say."""
    details, off = job.details or Details(), set(job.off)
    for place in places:
        if place.holds(job.source):
            details = place.details.over(details)
            off = (off | place.off) - place.on
    return replace(job, details=details if details != Details() else None, off=frozenset(off))


def wanted(findings: Iterable[Diagnostic], job: Job) -> tuple[Diagnostic, ...]:
    """The findings of a job, each once and with its source, without those that are switched off for it."""
    placed = (replace(found, span=found.span or Span(job.source)) for found in findings)
    return tuple(found for found in dict.fromkeys(placed) if found.code not in job.off)
