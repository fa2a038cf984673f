"""Where the time of a document goes: `python -m tests.bench.profile [FOLDER] [COUNT]`, half a minute for 30 documents.

Prints pages a second on one processor, without the profiler, and then by cProfile the functions in which COUNT warm
documents (30 unless given) spend their time as PDF, and what each stage takes.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from engross.batch.document import read
from engross.batch.memory import rare_collection
from tests.bench.sources import chosen

STAGES = (
    ("lines and pages (ours)", "printing.py", "make_html"),
    ("laying out (WeasyPrint)", "engine.py", "render"),
    ("drawing and writing, PDF/UA and PDF/A included", "archive.py", "finish"),
)


def main(folder: str, count: int) -> None:
    """Profiles so many sources out of a folder."""
    import pypdfium2

    with tempfile.TemporaryDirectory(prefix="engross-bench-") as work:
        documents = [read(path) for path in chosen(folder, count, Path(work, "invented"))]
        with rare_collection():
            made = [document.to_bytes("pdf") for document in documents]
            pages = sum(len(pypdfium2.PdfDocument(BytesIO(data))) for data in made)
            start = time.process_time()
            for document in documents:
                document.to_bytes("pdf")
            took = time.process_time() - start
            print(f"{count} documents, {pages} pages: {pages / took:.1f} pages a second on one processor (asked: 25)")
            profile = cProfile.Profile()
            profile.enable()
            for document in documents:
                document.to_bytes("pdf")
            profile.disable()
    figures = pstats.Stats(profile)
    whole: float = figures.total_tt  # type: ignore[attr-defined]
    rows = figures.stats  # type: ignore[attr-defined]
    print("of the time, with everything that a stage calls:")
    for label, file, function in STAGES:
        spent = max(
            (row[3] for (path, _, name), row in rows.items() if path.endswith(file) and name == function), default=0
        )
        print(f"  {spent / whole:6.1%}  {label}")
    print("of the time, in a function itself:")
    for (path, line, name), row in sorted(rows.items(), key=lambda entry: -entry[1][2])[:25]:
        print(f"  {row[2] / whole:6.1%}  {row[0]:>9} calls  {'/'.join(Path(path).parts[-2:])}:{line} {name}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "", int(sys.argv[2]) if len(sys.argv) > 2 else 30)
