"""What a worker holds over many documents: `python -m tests.bench.memory [FOLDER] [COUNT]`, a second for two documents.

One process makes COUNT documents (1,000 unless given) of FOLDER as PDF, Word and HTML. Prints what it holds after every
hundredth, the most that it held between two documents, and how often it was replaced for having grown.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from engross.batch.outputs import forms
from engross.batch.plan import Job
from engross.batch.workers import MEMORY_LIMIT, TIME_LIMIT, _Worker
from tests.bench.sources import chosen


def main(folder: str, count: int) -> None:
    """Measures with so many sources out of a folder."""
    held: list[int] = []
    replaced = 0
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="engross-bench-") as work:
        worker = _Worker(TIME_LIMIT, MEMORY_LIMIT)
        for number, path in enumerate(chosen(folder, count, Path(work, "invented")), 1):
            if not worker.fit:
                worker.end()
                worker = _Worker(TIME_LIMIT, MEMORY_LIMIT)
                replaced += 1
            worker.give(number, Job(str(path), f"{work}/{number % 50}", forms(["pdf", "docx", "html"])))
            held.append(worker.take(late=False)[1].memory >> 20)
            if number % 100 == 0 or number == count:
                last = sorted(held[-100:])
                print(
                    f"after {number:5}: {held[-1]} MB; of the last {len(last)}: median {last[len(last) // 2]},"
                    f" most {last[-1]}; replaced {replaced} times; {time.perf_counter() - start:.0f} s",
                    flush=True,
                )
        worker.end()
    ordinary = sum(1 for value in held if value <= 150)
    print(f"most {max(held)} MB; {ordinary} of {count} documents left at most 150 MB (asked: all)")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "", int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
