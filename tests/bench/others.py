"""The same pages by other tools: `python -m tests.bench.others [FOLDER] [COUNT]`, about five seconds for each document.

Prints, for COUNT documents (40 unless given): the PDF step beside bare WeasyPrint on the same HTML in a warm loop
(processor time, in turns, best of three rounds), and the time beside WeasyPrint's command for each file, pandoc to Word
for each file, and LibreOffice from the same pages in Word to PDF, called once for all. A tool that is not installed is
passed over.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from engross.batch.build import build
from engross.batch.document import Document, read
from engross.batch.memory import rare_collection
from engross.batch.outputs import load_page_engine, style_folder
from tests.bench.sources import chosen

ROUNDS = 3


def main(folder: str, count: int) -> None:
    """Measures with so many sources out of a folder."""
    work = Path(tempfile.mkdtemp(prefix="engross-bench-"))
    os.environ["ENGROSS_CACHE"] = str(work / "cache")
    try:
        paths = chosen(folder, count, work / "invented")
        documents = [read(path) for path in paths]
        pages = [page_of(document) for document in documents]
        (work / "in").mkdir()
        for number, (path, page, document) in enumerate(zip(paths, pages, documents, strict=True)):
            shutil.copy(path, work / f"in/{number:03}{path.suffix}")
            (work / f"{number}.html").write_text(page, encoding="utf-8")
            (work / f"{number}.web.html").write_bytes(document.to_bytes("html"))
            (work / f"{number}.docx").write_bytes(document.to_bytes("docx"))
        beside_bare(documents, pages)
        beside_commands(work, count)
    finally:
        shutil.rmtree(work)


def page_of(document: Document) -> str:
    """The page that WeasyPrint is given for a document, with its style sheet inside."""
    from engross.model.style import load_style
    from engross.writers.pdf.printing import make_css, make_html, measures_of

    house, presentation = load_style(style_folder()), document.present()
    measures = measures_of(presentation, house)
    css = make_css(presentation, house, measures)
    return make_html(presentation, house, measures).replace("</head>", f"<style>{css}</style></head>")


def beside_bare(documents: Sequence[Document], pages: Sequence[str]) -> None:
    """The PDF step, layout of lines and all, beside WeasyPrint alone on the HTML that came of it."""
    load_page_engine()
    import weasyprint

    from engross.writers.pdf import engine

    fonts = engine.font_configuration(style_folder() / "fonts")

    def ours() -> None:
        for document in documents:
            document.to_bytes("pdf")

    def bare() -> None:
        with engine.bare():  # without what we put in the place of its own functions
            for page in pages:
                weasyprint.HTML(string=page).write_pdf(font_config=fonts, pdf_tags=True, pdf_variant="pdf/a-3a")

    with rare_collection():
        ours()
        bare()
        times = [(processor(ours), processor(bare)) for _ in range(ROUNDS)]
    mine, theirs = (min(column) for column in zip(*times, strict=True))
    each = 1000 / len(documents)
    print(
        f"pdf: {mine * each:.0f} ms a document, bare WeasyPrint on the same pages {theirs * each:.0f} ms:"
        f" {mine / theirs:.2f} × (asked: 1.05 at most)",
        flush=True,
    )


def beside_commands(work: Path, count: int) -> None:
    """Batches of one process beside a command for each file; of two beside LibreOffice, which is called once."""
    numbers = range(count)
    tools: dict[str, tuple[str, int, str, list[list[str]]]] = {
        "WeasyPrint's command for each file": ("pdf", 1, "6", [
            [sys.executable, "-m", "weasyprint", f"{n}.html", f"{n}.w.pdf"] for n in numbers
        ]),
        "pandoc to Word for each file": ("docx", 1, "4", [
            ["pandoc", f"{n}.web.html", "-o", f"{n}.p.docx"] for n in numbers
        ]),
        "LibreOffice, Word to PDF in one call": ("pdf", 2, "1", [
            ["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to", "pdf",
             *(f"{n}.docx" for n in numbers)]
        ]),
    }  # fmt: skip
    for name, (form, jobs, asked, commands) in tools.items():
        if shutil.which(commands[0][0]) is None:
            print(f"{name}: not installed")
            continue
        theirs = elapsed(lambda: [subprocess.run(c, cwd=work, capture_output=True) for c in commands])  # noqa: B023
        output = work / name.split()[0]
        mine = elapsed(lambda: build([work / "in"], output, formats=[form], jobs=jobs))  # noqa: B023
        print(
            f"{name}: {theirs:.1f} s for {count} files; engross build, start and all, {jobs} at work: {mine:.1f} s:"
            f" {theirs / mine:.1f} × (asked: {asked})",
            flush=True,
        )


def processor(work: Callable[[], object]) -> float:
    """The seconds of the processor that a call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def elapsed(work: Callable[[], object]) -> float:
    """The seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "", int(sys.argv[2]) if len(sys.argv) > 2 else 40)
