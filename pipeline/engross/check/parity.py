"""Parity: every output, read back, has all the text of the Akoma Ntoso.

Outputs print more than the text (running heads, page numbers, note marks), and a page breaks paragraphs and
words; so characters are counted, and where they do not suffice, or a passage is nowhere to be found, the
passage is named.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from engross.akn.namespace import every, name
from engross.akn.serialise import parse
from engross.check.characters import excerpt, fold, passages, printed, stretches
from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.span import Span

_MOST = 10  # findings for one output
_STRETCH = 16  # characters that are looked for together
_SEARCHES = 400  # searches of a whole output, after which the places of differences are no longer looked for
_LINE_END_HYPHEN = "\x02"  # what pdfium makes of a hyphen at a line's end, the text's own or not
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PAIRED = "()[]{}<>«»‹›"
_WORD = re.compile(r"[^\W_]+")
_APART = ("authorialNote", "num")
_BLOCKS = ("p", "docTitle", "listIntroduction", "listWrapUp", "heading", "longTitle", "block", "crossHeading")


def parity(form: str, data: bytes, akn: bytes, path: str, unprinted: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """Findings for text of the Akoma Ntoso `akn` that the output `data` lacks; empty where it has all.

    `form` is the output's name (pdf, docx, html, …); `path` is named as the place. `unprinted` are lines of the
    masthead in whose place the style prints words of its own.
    """
    read_back = READERS.get(form)
    if read_back is None:
        return ()
    tree = parse(akn)
    found = fold("".join(read_back(data)))
    mirrored = any(_RIGHT_TO_LEFT.search(passage) for passage in passages(tree))
    missing = expected(tree, form) - Counter(found.replace(_LINE_END_HYPHEN, "-"))
    missing -= Counter(fold("".join(unprinted)))
    passed_over = set(map(fold, unprinted))
    if mirrored:
        missing = missing - Counter(dict.fromkeys(_PAIRED, missing.total()))
    lost = list(_lost_passages(tree, found.replace(_LINE_END_HYPHEN, ""), mirrored=mirrored))
    findings = [
        diagnose("output-incomplete", f"The text “{excerpt(words)}” is not in this output.", Span(path, part=place))
        for words, place in lost[:_MOST]
        if fold(words) not in passed_over
    ]
    if missing and not findings:
        characters = "".join(sorted(missing.elements()))
        message = f"{missing.total()} characters of the text are not in this output: {excerpt(characters)}."
        findings.append(diagnose("output-incomplete", message, Span(path)))
    return tuple(findings)


def expected(tree: etree._Element, form: str) -> Counter[str]:
    """The characters that an output has to have. Word numbers paragraphs by itself: its labels are no text."""
    total = Counter(fold("".join(passages(tree))))
    if form == "docx":
        for part in printed(tree):
            for number in every(part, "num", "inline"):
                if name(number) == "num" or number.get("name") == "num":
                    total.subtract(fold("".join(number.itertext())))
    return +total


def _lost_passages(tree: etree._Element, found: str, *, mirrored: bool) -> Iterator[tuple[str, str]]:
    """The blocks of which most stretches are nowhere in the output, with the id of the nearest element."""
    at = 0
    searches = 0
    for block in (block for part in printed(tree) for block in every(part, *_BLOCKS)):
        pieces = list(_pieces(block))
        sought = [stretch for piece in pieces for stretch in (_words(piece) if mirrored else _stretches(piece))]
        hits = 0
        for stretch in sought:
            place = found.find(stretch, at, at + 20 * _STRETCH)
            if place < 0:
                searches += 1
                place = found.find(stretch)
            if place >= 0:
                hits, at = hits + 1, place
        if 2 * hits < len(sought):
            yield "".join(pieces), _place(block)
        if searches > _SEARCHES:
            return


def _stretches(piece: str) -> Iterator[str]:
    return stretches(fold(piece), _STRETCH)


def _words(piece: str) -> Iterator[str]:
    """The words of a piece: a page from right to left, read back without regard to direction, has them in another
    order, and its brackets the other way round.
    """
    return (fold(word) for word in _WORD.findall(piece))


def _pieces(block: etree._Element) -> Iterator[str]:
    """The text of a block between the notes, numbers and blocks inside it, which stand by themselves in print."""
    piece = [block.text or ""]
    for child in block:
        if name(child) in _APART or name(child) in _BLOCKS:
            yield "".join(piece)
            piece = []
        elif isinstance(child.tag, str):
            first, *more = _pieces(child)
            piece.append(first)
            for other in more:
                yield "".join(piece)
                piece = [other]
        piece.append(child.tail or "")
    yield "".join(piece)


def _place(block: etree._Element) -> str:
    node: etree._Element | None = block
    while node is not None:
        if node.get("eId"):
            return str(node.get("eId"))
        node = node.getparent()
    return ""


def _from_html(data: bytes) -> Iterator[str]:
    body = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)).find("body")
    if body is not None:
        etree.strip_elements(body, "script", "style", "template", etree.Comment, with_tail=False)
        yield from body.itertext()


def _from_docx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in sorted(package.namelist()):
            if part.startswith("word/") and part.endswith(".xml"):
                for node in parse(package.read(part)).iter("{*}t", "{*}noBreakHyphen"):
                    yield node.text or "" if str(node.tag).endswith("}t") else "‑"


def _from_pdf(data: bytes) -> Iterator[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            yield text.get_text_range().replace("\ufffe", _LINE_END_HYPHEN)
            text.close()
            page.close()
    finally:
        document.close()


def _from_text(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8")


def _from_markdown(data: bytes) -> Iterator[str]:
    """The text with escapes and links resolved. What marks blocks stays: it does no harm."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").disable(["autolink", "backticks"])
    for paragraph in data.decode("utf-8").split("\n\n"):
        for inline in parser.parseInline(paragraph):
            yield from (token.content for token in inline.children or () if token.type == "text")
        yield "\n"


def _from_json(data: bytes) -> Iterator[str]:
    """Every string but those that only name things."""

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for item in value:
                yield from strings(item)
        elif isinstance(value, dict):
            for key, item in value.items():
                if key not in ("kind", "href", "id", "language"):
                    yield from strings(item)

    yield from strings(json.loads(data))


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "pdf": _from_pdf,
    "docx": _from_docx,
    "html": _from_html,
    "md": _from_markdown,
    "txt": _from_text,
    "json": _from_json,
}
"""How each output is read back. Akoma Ntoso is what the others are held against."""
