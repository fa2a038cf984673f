"""How near pages could come to the official ones by lines alone: every paragraph is broken where the official one is.

No rule for lines can do better than that; what is missing still was done to whole pages (see `copy_fits`).

    python -m tests.corpus.ceiling A_RES_80_* A_RES_78_*        the figures of the scoring program, a set a line
"""

from __future__ import annotations

import contextlib
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import engross
from engross.writers.pdf import lines
from tests.corpus.scoring import CORPUS, load_scorer
from tests.corpus.test_layout import shares

_TURN = 13.4
"""Points between the baselines of two lines from which on a paragraph begins."""

_LABEL = re.compile(r"\(?\w{1,5}[.)]")
_LEFT_OUT = frozenset("-\u2010\u2011\u2012\u2013\u2014\u00ad\u2212")


def main(patterns: Sequence[str]) -> None:
    """Prints the figures of each set of pairs, with lines of our own and with the official ones."""
    layout = load_scorer("layout")
    for pattern in patterns:
        counts: dict[str, list[dict[str, Any]]] = {"own lines": [], "official lines": []}
        for folder in sorted((CORPUS / "pairs").glob(pattern)):
            known = paragraphs(layout.lines(folder / "official.pdf")[0])
            for kind, given in (("own lines", {}), ("official lines", known)):
                with tempfile.TemporaryDirectory() as work, broken_as(given):
                    page = Path(work) / "page.pdf"
                    engross.read(folder / "akn" / "en.xml").write_pdf(page)
                    counts[kind].append(layout.compare(folder / "official.pdf", page))
        for kind, found in counts.items():
            figures = ", ".join(f"{name} {share:.3f}" for name, share in shares(found).items())
            print(f"{pattern}, {kind}: {figures}")


def paragraphs(found: Sequence[Any]) -> dict[str, list[int]]:
    """The paragraphs of an official PDF by their characters, each with the counts of these at which its lines end."""
    known: dict[str, list[int]] = {}
    body = [line for line in found if 60 < line.y < 745 and 9.3 < line.size < 10.7 and line.x > 110]
    gathered: list[str] = []
    for place, line in enumerate(body):
        above = body[place - 1] if place else None
        if above is not None and _begins(line, above):
            _keep(known, gathered)
            gathered = []
        gathered.append(_characters(line.text))
    _keep(known, gathered)
    return known


def _begins(line: Any, above: Any) -> bool:
    if line.page != above.page:
        return bool(140 < line.x < 200)
    return bool(line.y - above.y > _TURN)


def _keep(known: dict[str, list[int]], gathered: Sequence[str]) -> None:
    """Keep a paragraph with and without the number that it may begin with."""
    text = "".join(gathered)
    label = _LABEL.match(text)
    for start in {0, label.end() if label else 0}:
        ends, total = [], -start
        for part in gathered[:-1]:
            total += len(part)
            ends.append(total)
        known.setdefault(text[start:], ends)


def _characters(text: str) -> str:
    """Characters as the scoring program compares them: without spaces, and here without hyphens."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(
        c for c in folded if c.strip() and unicodedata.category(c) not in {"Cc", "Cf"} and c not in _LEFT_OUT
    )


@contextlib.contextmanager
def broken_as(known: dict[str, list[int]]) -> Iterator[None]:
    """Justified paragraphs whose characters are known are broken at the given counts; all others by the rule."""
    by_rule = lines.set_lines

    def as_given(runs: Sequence[lines.Run], kind: lines.Type, measure: lines.Measure) -> list[lines.Line]:
        tidied = lines._tidy(runs)
        ends = known.get(_characters("".join(run.text for run in tidied))) if measure.justified else None
        boxes = lines._make_boxes(tidied, kind)
        counts, total = [], 0
        for box in boxes:
            total += len(_characters("".join(text for _, text in box.pieces)))
            counts.append(total)
        if ends is None or not set(ends) <= set(counts):
            return by_rule(runs, kind, measure)
        stops = [counts.index(end) + 1 for end in ends] + [len(boxes)]
        starts = [0, *stops[:-1]]
        return [
            lines._finish(boxes, start, stop, tidied, measure, measure.rest if start else measure.first)
            for start, stop in zip(starts, stops, strict=True)
        ]

    lines.set_lines = as_given
    try:
        yield
    finally:
        lines.set_lines = by_rule


if __name__ == "__main__":
    main(sys.argv[1:])
