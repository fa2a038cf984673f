"""PDF: from the bytes of a PDF to a Flow of printed lines, with the place and the type of each.

PDFium draws the page; this package decides what stands in which order (`lines`, `direction`), what is a table
of figures (`tables`) and what a rule or a link (`rules`).
"""

from __future__ import annotations

from typing import Any

from engross.model.diagnostic import Diagnostic
from engross.model.failure import Failure
from engross.model.flow import Flow, Item, Page, PageBreak, Rule
from engross.model.span import Span

MOST_PAGES = 3000
"""A PDF with more pages is refused: the longest resolution has about sixty, a whole volume a thousand."""

_PROPERTIES = {
    "Title": "title",
    "Author": "author",
    "Subject": "subject",
    "Keywords": "keywords",
    "Producer": "producer",
}


def read(data: bytes, source: str) -> Flow:
    """The Flow of a PDF: broken lines in reading order, rules, tables of figures and page breaks.

    Raises Failure for a file that is damaged, needs a password or holds only pictures of text.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error), source) from error
    try:
        return _read(document, source)
    finally:
        document.close()


def _refusal(message: str, source: str) -> Failure:
    if "password" in message.lower() or "security" in message.lower():
        return Failure("The PDF is protected by a password", place=Span(source), hint="save a copy without a password")
    return Failure("The PDF is damaged and cannot be opened", place=Span(source), hint="download it again")


def _read(document: Any, source: str) -> Flow:
    from engross.readers.pdf.page import read_page

    count = len(document)
    if count == 0:
        raise Failure("The PDF has no pages", place=Span(source))
    if count > MOST_PAGES:
        raise Failure(
            f"The PDF has {count} pages; at most {MOST_PAGES} are read",
            place=Span(source),
            hint="split the file into single resolutions",
        )
    from engross.readers.pdf.glyphs import FontCatalogue

    fonts = FontCatalogue()
    items: list[Item] = []
    pages: list[Page] = []
    diagnostics: list[Diagnostic] = []
    for number in range(1, count + 1):
        if number > 1:
            items.append(PageBreak(Span(source, page=number), number))
        size, found = read_page(document, number, source, fonts, diagnostics)
        pages.append(size)
        items.extend(found)
    if not any(not isinstance(item, (PageBreak, Rule)) for item in items):
        raise Failure(
            "The PDF holds pictures of pages and no text",
            place=Span(source),
            hint="run it through text recognition (OCR) first, or take the text from another copy",
        )
    properties = {name: value for key, name in _PROPERTIES.items() if (value := _property(document, key))}
    return Flow(source, "pdf", tuple(items), pages=tuple(pages), properties=properties, diagnostics=tuple(diagnostics))


def _property(document: Any, key: str) -> str:
    """A fact that the file states about itself; empty where it states none, or not in characters."""
    try:
        return str(document.get_metadata_value(key)).strip()
    except UnicodeDecodeError:
        return ""
