"""Figures of batches: python tests/bench/batches.py FOLDER [COUNT], FOLDER holding sources; all ratios in one run.

Prints processor-bound figures of builds with one and two processes, of skipping, of one changed source, and of the
tools that could be used instead where they are installed (WeasyPrint's command, pandoc, LibreOffice).
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from engross.batch.build import build
from engross.batch.outputs import load_page_engine, style_folder


def main(folder: str, count: int) -> None:
    """Measures with so many sources out of a folder."""
    found = sorted(
        path for path in Path(folder).rglob("*") if path.suffix in (".xml", ".txt", ".md") and path.is_file()
    )
    work = Path(tempfile.mkdtemp(prefix="engross-bench-"))
    os.environ["ENGROSS_CACHE"] = str(work / "cache")
    chosen = list(itertools.islice(itertools.cycle(found), count))
    (work / "in").mkdir()
    for number, path in enumerate(chosen):
        shutil.copy(path, work / f"in/{number:05}-{path.name}")
    one, held = timed(work, "one", 1)
    print(f"{count} documents × pdf, docx, html: one process {one:.1f} s, {held >> 20} MB held at most")
    two, _ = timed(work, "two", 2)
    print(f"two processes {two:.1f} s: {one / two:.2f} ×")
    skipped, _ = timed(work, "two", 2)
    print(f"nothing changed: {skipped:.2f} s, {count / skipped:.0f} documents a second")
    changed = work / f"in/{0:05}-{chosen[0].name}"
    changed.write_bytes(changed.read_bytes() + b"\n")
    again, _ = timed(work, "two", 2)
    print(f"one changed: {again:.2f} s")
    against_others(work, chosen[: min(count, 6)])
    shutil.rmtree(work)


def timed(work: Path, output: str, jobs: int) -> tuple[float, int]:
    """Seconds of a build, and the most bytes that a worker held."""
    start = time.perf_counter()
    report = build([work / "in"], work / output, formats=["pdf", "docx", "html"], jobs=jobs)
    if report.refusals:
        print("failed:", *report.refusals[:3], sep="\n  ")
    return time.perf_counter() - start, max(outcome.memory for outcome in report.outcomes)


def against_others(work: Path, chosen: list[Path]) -> None:
    """The same pages by other tools, a process for each file, and by ours in a warm loop."""
    from engross.batch.document import read
    from engross.writers.pdf.printing import load_style, make_css, make_html, measures_of  # type: ignore[attr-defined]

    load_page_engine()
    house = load_style(style_folder())
    documents = [read(path) for path in chosen]
    pages = []
    for number, document in enumerate(documents):
        presentation = document.present()
        measures = measures_of(presentation, house)
        css = make_css(presentation, house, measures)
        html = make_html(presentation, house, measures).replace("</head>", f"<style>{css}</style></head>")
        (work / f"{number}.html").write_text(html)
        (work / f"{number}.web.html").write_bytes(document.to_bytes("html"))
        pages.append(html)
    ours = seconds(lambda: [document.to_bytes("pdf") for document in documents])
    import weasyprint

    from engross.writers.pdf import engine

    fonts = engine.font_configuration(style_folder() / "fonts")
    bare = seconds(lambda: [weasyprint.HTML(string=page).write_pdf(font_config=fonts, pdf_tags=True) for page in pages])
    print(f"pdf: {ours:.2f} s, bare WeasyPrint on the same pages {bare:.2f} s: {ours / bare:.2f} ×")
    words = seconds(lambda: [document.to_bytes("docx") for document in documents])
    tools = {
        "WeasyPrint's command": [
            [sys.executable, "-m", "weasyprint", f"{n}.html", f"{n}.pdf"] for n in range(len(pages))
        ],
        "pandoc": [["pandoc", f"{n}.web.html", "-o", f"{n}.docx"] for n in range(len(pages))],
        "LibreOffice": [
            ["soffice", "--headless", "--convert-to", "pdf", *(f"{n}.web.html" for n in range(len(pages)))]
        ],
    }
    for name, commands in tools.items():
        if commands[0][0] != sys.executable and shutil.which(commands[0][0]) is None:
            continue
        took = seconds(lambda: [subprocess.run(c, cwd=work, capture_output=True) for c in commands])  # noqa: B023
        mine = words if name == "pandoc" else ours
        print(f"{name}: {took:.2f} s for {len(pages)} files, ours {mine:.2f} s: {took / mine:.1f} ×")


def seconds(call: object) -> float:
    """How long a second call takes, the first having warmed things up."""
    call()  # type: ignore[operator]
    start = time.perf_counter()
    call()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100)
