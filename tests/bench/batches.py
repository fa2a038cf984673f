"""How fast batches are: `python -m tests.bench.batches [FOLDER] [COUNT]`, about ten minutes for 500 documents.

Builds COUNT documents (500 unless given) of FOLDER (`ENGROSS_CORPUS`, else invented ones) as PDF, Word and HTML with
one process and with two, again unchanged, and 1,000 short ones of which one has changed. Prints each figure beside what
is asked for.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from engross.batch.build import build
from engross.batch.report import Report
from tests.batch.resolutions import write_sources
from tests.bench.sources import chosen

FORMS = ["pdf", "docx", "html"]


def main(folder: str, count: int) -> None:
    """Measures with so many sources out of a folder."""
    work = Path(tempfile.mkdtemp(prefix="engross-bench-"))
    os.environ["ENGROSS_CACHE"] = str(work / "cache")
    try:
        copy(chosen(folder, count, work / "invented"), work / "in")
        one = built(work, "one", 1)
        held = max(outcome.memory for outcome in one.outcomes)
        size = sum(file.size for outcome in one.outcomes for file in outcome.files)
        print(f"{count} documents × {', '.join(FORMS)}: one process {one.seconds:.1f} s, {size / 1e6:.1f} MB written")
        print(f"memory of the worker between documents: {held >> 20} MB at most (asked: 150)")
        two = built(work, "two", 2)
        print(f"two processes: {two.seconds:.1f} s, {one.seconds / two.seconds:.2f} × one (asked: 1.8)", flush=True)
        same = built(work, "two", 2)
        print(f"nothing changed: {same.seconds:.2f} s, {count / same.seconds:.0f} documents a second (asked: 500)")
        changed = one_of_a_thousand(work)
        print(f"one of 1,000 changed: {changed:.2f} s (asked: 2)")
    finally:
        shutil.rmtree(work)


def copy(paths: list[Path], folder: Path) -> None:
    """Copies of sources, each under a name of its own."""
    folder.mkdir()
    for number, path in enumerate(paths):
        shutil.copy(path, folder / f"{number:05}-{path.parent.parent.name}-{path.name}")


def built(work: Path, output: str, jobs: int) -> Report:
    """A build; what failed is printed."""
    report = build([work / "in"], work / output, formats=FORMS, jobs=jobs)
    if report.refusals:
        print("failed:", *report.refusals[:3], sep="\n  ")
    return report


def one_of_a_thousand(work: Path) -> float:
    """Seconds until a batch of 1,000 short resolutions is up to date again after one of them has changed."""
    shutil.rmtree(work / "in")
    write_sources(work / "in", 1000)
    built(work, "thousand", 2)
    changed = work / "in/A_RES_56_500.en.txt"
    changed.write_text(changed.read_text().replace("count", "number"))
    report = built(work, "thousand", 2)
    states = [outcome.state for outcome in report.outcomes]
    if states.count("built") != 1:
        print("not one was built but", states.count("built"))
    return report.seconds


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "", int(sys.argv[2]) if len(sys.argv) > 2 else 500)
