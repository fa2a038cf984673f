"""The official page as PDF.

`write` goes through the modules of this package in this order: `setting` (with `title`, `tables`, `content`,
`faces`, `lines`) sets every block of the Presentation in lines; `pages` settles which rows stand on which
page; `sheet` and `furniture` add mastheads, heads and feet; the page template prints the sheets as HTML;
`engine` draws them with WeasyPrint; `structure` and `archive` make the file accessible (PDF/UA-1) and lasting
(PDF/A-3a), with the Akoma Ntoso inside.
"""

from __future__ import annotations

from pathlib import Path

from engross.model.diagnostic import Diagnostic
from engross.model.presentation import Presentation

__all__ = ["missing_glyphs", "write"]


def write(presentation: Presentation, akn: bytes, style: Path) -> bytes:
    """The document as PDF/A-3a and PDF/UA-1, with `akn` (its Akoma Ntoso) attached as the source.

    `style` is the folder of a house style. The same input gives the same bytes. Raises Failure where the
    style lacks a measure or the machine lacks a library.
    """
    from engross.writers.pdf.printing import print_pdf

    return print_pdf(presentation, akn, style)


def missing_glyphs(presentation: Presentation, style: Path) -> tuple[Diagnostic, ...]:
    """One `glyph-missing` finding for every character of the document that no font of the style has."""
    from engross.writers.pdf.glyphs import find_missing

    return find_missing(presentation, style)
