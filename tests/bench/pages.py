"""How fast pages are printed, and what each step adds to it: `python -m tests.bench.pages [PATTERN...]`

Each pattern names folders of pairs in the corpus, `A_RES_80_*`; without one, or without a corpus, `sources/` is
printed. All times are of the processor, the median of some rounds that take turns, in a warm process.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import engross
from engross.batch.document import Document
from engross.batch.outputs import style_folder
from engross.model.style import load_style
from engross.writers.pdf import archive, engine, styles, words
from engross.writers.pdf.printing import make_css, make_html, measures_of
from tests.corpus.scoring import CORPUS

ROUNDS = 5
SOURCES = Path(__file__).parents[2] / "sources"
STEPS = ("before", "streams packed at level 6", "no garbage collected within a document", "styles", "words")


def main(patterns: Sequence[str]) -> None:
    """Prints the figures of each set of documents."""
    sets = {pattern: sorted(CORPUS.glob(f"pairs/{pattern}/akn/en.xml")) for pattern in patterns}
    for name, paths in (sets if any(sets.values()) else {"sources": sorted(SOURCES.glob("*.*"))}).items():
        documents = [engross.read(path) for path in paths]
        pages = sum(map(count_pages, documents))
        print(f"{name}: {len(documents)} documents, {pages} pages")
        kinds: dict[str, Callable[[], object]] = {
            step: printing(documents, number) for number, step in enumerate(STEPS)
        }
        kinds["bare WeasyPrint on the same pages"] = bare(documents)
        for step, seconds in medians(kinds).items():
            print(f"  {step}: {seconds:.2f} s, {pages / seconds:.1f} pages a second")


def count_pages(document: Document) -> int:
    """The pages of a document's PDF; printing it warms things up."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(document.to_bytes("pdf")))


def printing(documents: Sequence[Document], step: int) -> Callable[[], None]:
    """Prints documents with the first steps only."""

    def run() -> None:
        with steps(step):
            for document in documents:
                document.to_bytes("pdf")

    return run


@contextlib.contextmanager
def steps(number: int) -> Iterator[None]:
    """The writer with so many of its steps."""
    level, collecting = archive._LEVEL, engine.without_collection
    with engine.bare():
        archive._LEVEL = level if number > 0 else 9
        engine.without_collection = collecting if number > 1 else contextlib.nullcontext
        for place, replacements in ((3, styles.replacements()), (4, words.replacements())):
            for module, name, ours in replacements if number >= place else ():
                setattr(module, name, ours)
        try:
            yield
        finally:
            archive._LEVEL, engine.without_collection = level, collecting


def bare(documents: Sequence[Document]) -> Callable[[], None]:
    """WeasyPrint as it is, with the same HTML, style sheet and fonts, and the same kind of PDF asked for."""
    import weasyprint

    house = load_style(style_folder())
    fonts = engine.font_configuration(style_folder() / "fonts")
    pages = []
    for document in documents:
        presentation = document.present()
        measures = measures_of(presentation, house)
        sheet = weasyprint.CSS(string=make_css(presentation, house, measures), font_config=fonts)
        pages.append((make_html(presentation, house, measures), sheet))

    def run() -> None:
        with engine.bare():
            for page, sheet in pages:
                html = weasyprint.HTML(string=page)
                html.write_pdf(font_config=fonts, stylesheets=[sheet], pdf_tags=True, pdf_variant="pdf/a-3a")

    return run


def medians(kinds: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The processor time of each kind of work, the median of rounds in which they take turns."""
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for work in kinds.values():
        work()
    for _ in range(ROUNDS):
        for kind, work in kinds.items():
            begun = time.process_time()
            work()
            times[kind].append(time.process_time() - begun)
    return {kind: statistics.median(spent) for kind, spent in times.items()}


if __name__ == "__main__":
    main(sys.argv[1:])
