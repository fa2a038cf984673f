"""How long a resolution of three pages takes to Word and back, warm, on one core: `python -m tests.bench.word`.

At most 20 ms each are asked for.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import engross
from engross.readers.docx import read
from engross.resources import templates
from engross.writers.docx import write

SOURCE = Path(__file__).parents[2] / "sources" / "A_RES_60_212.fr.md"


def milliseconds(work: Callable[[], object], rounds: int = 30) -> float:
    """The median of some rounds, after three that do not count."""
    times = []
    for _ in range(rounds + 3):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[3:])


if __name__ == "__main__":
    document = engross.read(SOURCE)
    presentation, akn, style = document.present(), document.to_xml(), templates() / "un"
    data = write(presentation, akn, style)
    print(f"write {milliseconds(lambda: write(presentation, akn, style)):.1f} ms")
    print(f"read {milliseconds(lambda: read(data, 'bench.docx')):.1f} ms")
