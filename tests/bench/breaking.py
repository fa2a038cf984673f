"""What lines of our own cost and save: `python -m tests.bench.breaking [PATTERN...]`

The same pages are printed twice: with the lines that the writer broke, each a box of its own, and with every
paragraph as running text that WeasyPrint breaks and justifies by itself. Each pattern names folders of pairs in the
corpus, `A_RES_80_*`; without one, or without a corpus, `sources/` is printed. All times are of the processor, the
median of some rounds that take turns, in a warm process.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

import engross
from engross.batch.document import Document
from engross.batch.outputs import style_folder
from engross.model.style import load_style
from engross.writers.pdf import archive, engine
from engross.writers.pdf.printing import lay_out, make_css, make_html, measures_of
from tests.bench.pages import SOURCES, medians
from tests.corpus.scoring import CORPUS

_RUNNING = "white-space:normal;text-align:justify"


@dataclass(frozen=True, slots=True)
class Printed:
    """A document with its page template filled in both ways: with lines of our own, and as running text."""

    document: Document
    lined: str
    running: str
    css: str

    def print(self, html: str) -> bytes:
        """The bytes of the PDF that the writer makes of a filled template."""
        with engine.without_collection():
            pages = engine.render(html, self.css, style_folder() / "fonts")
            return archive.finish(pages, self.document.present(), self.document.to_xml())


def prepare(document: Document) -> Printed:
    """Fills the page template of a document."""
    presentation, house = document.present(), load_style(style_folder())
    measures = measures_of(presentation, house)
    lined = make_html(presentation, house, measures)
    return Printed(document, lined, run_lines_together(lined), make_css(presentation, house, measures))


def run_lines_together(html: str) -> str:
    """The page with every block of several lines as one running text: what is said of single lines is left out, but for
    the indent of the first.
    """
    root = etree.fromstring(html.encode())
    for block in root.iter("p"):
        lines = [child for child in block if child.tag == "span" and child.get("class") == "line"]
        if not lines:
            continue
        first = (lines[0].get("style") or "").partition("padding-inline-start:")[2].partition(";")[0]
        block.set("style", ";".join((block.get("style") or "", _RUNNING, f"text-indent:{first or 0}")))
        for line in lines:
            line.tag = "line"
    etree.strip_tags(root, "line")
    return etree.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")


def set_lines(printed: Iterable[Printed]) -> None:
    """Only what the lines of our own cost: setting every document and laying it on pages."""
    house = load_style(style_folder())
    for one in printed:
        presentation = one.document.present()
        lay_out(presentation, house, measures_of(presentation, house))


def measure(documents: Sequence[Document]) -> dict[str, float]:
    """Milliseconds a page, by what was done."""
    import pypdfium2

    printed = [prepare(document) for document in documents]
    pages = sum(len(pypdfium2.PdfDocument(one.print(one.lined))) for one in printed)

    def printing(running: bool) -> Callable[[], object]:
        return lambda: [one.print(one.running if running else one.lined) for one in printed]

    def bare(work: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            with engine.bare():
                work()

        return run

    kinds = {
        "setting lines and pages": lambda: set_lines(printed),
        "printing lines of our own": printing(False),
        "printing running text": printing(True),
        "the same with bare WeasyPrint, lines of our own": bare(printing(False)),
        "the same with bare WeasyPrint, running text": bare(printing(True)),
    }
    return {kind: 1000 * spent / pages for kind, spent in medians(kinds).items()}


def main(patterns: Sequence[str]) -> None:
    """Prints the figures of each set of documents."""
    sets = {pattern: sorted(CORPUS.glob(f"pairs/{pattern}/akn/en.xml")) for pattern in patterns}
    chosen: dict[str, list[Path]] = sets if any(sets.values()) else {"sources": sorted(SOURCES.glob("*.*"))}
    for name, paths in chosen.items():
        print(f"{name}: {len(paths)} documents, processor time a page")
        for kind, spent in measure([engross.read(path) for path in paths]).items():
            print(f"  {kind}: {spent:.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
