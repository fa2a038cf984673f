"""Plain text: from bytes to a Flow of broken lines, one for each line of the file.

Whatever made the file (pdftotext, PyMuPDF, a typist), nothing is interpreted here: indents, blank lines, form
feeds and typed rules are kept as they were seen.
"""

from __future__ import annotations

import re

from engross.model.diagnostic import Diagnostic, diagnose
from engross.model.flow import Flow, Item, Line, PageBreak, Rule, Run
from engross.model.furniture import Furniture, FurnitureKind
from engross.model.span import Span
from engross.readers.encoding import decode, refuse_oversize
from engross.readers.margins import find_margins

MOST_LINES = 400_000
"""More lines than this are refused; a session's volume has about a tenth."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_RULE = re.compile(r"^[\s_]*_{4,}[\s_]*$|^\s*(?:-{5,}|—{2,}|─{3,}|={5,}|\*{5,})\s*$")
_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029\x1c-\x1e]")
_PAGE_ENDS = re.compile("([\f\x0b])")
_TAB = 8  # columns of a tab stop in a plain-text indent


def read(data: bytes, source: str) -> Flow:
    """The Flow of a plain text: a Line for each line (empty for a blank one), form feeds as page breaks, typed
    rules as rules. Indents are counts of leading spaces. Control characters are dropped with a finding.
    """
    refuse_oversize(data, source)
    text, found = _decoded(data, source)
    diagnostics = list(found)
    lines = _LINE_ENDS.split(text)
    if lines and not lines[-1]:
        lines.pop()
    if len(lines) > MOST_LINES:
        lines = lines[:MOST_LINES]
        diagnostics.append(
            diagnose("text-cut", f"Only the first {MOST_LINES} lines were read.", Span(source, line=MOST_LINES))
        )
    items: list[Item] = []
    furniture: list[Furniture] = []
    page, dropped, first = 1, 0, 0
    for number, (content, margin) in enumerate(zip(lines, find_margins(lines), strict=True), 1):
        if margin:
            furniture.append(Furniture(FurnitureKind.MARGIN, content[:margin].strip(), Span(source, line=number)))
            content = content[margin:]
        for part in _PAGE_ENDS.split(content) if "\f" in content or "\v" in content else (content,):
            if part in ("\f", "\v"):
                page += 1
                items.append(PageBreak(Span(source, line=number), page))
                continue
            clean, count = _CONTROLS.subn("", part)
            if count:
                dropped += count
                first = first or number
            items.append(_item(clean, source, number, part is not content))
    if dropped:
        message = f"{dropped} control characters were left out."
        diagnostics.append(diagnose("control-characters", message, Span(source, line=first)))
    if "\ufffd" in text:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        message = f"{text.count(chr(0xFFFD))} characters could not be read; they stand as U+FFFD."
        diagnostics.append(diagnose("characters-unreadable", message, Span(source, line=line)))
    return Flow(source, "text", tuple(items), furniture=tuple(furniture), diagnostics=tuple(diagnostics))


def _item(content: str, source: str, number: int, parted: bool) -> Item:
    stripped = content.strip()
    expanded = content.expandtabs(_TAB) if "\t" in content else content
    indent = len(expanded) - len(expanded.lstrip(" \u00a0")) if stripped else 0
    span = Span(source, line=number, column=indent + 1 if stripped and not parted else None, length=len(stripped))
    if stripped and _RULE.match(content):
        return Rule(span, stripped)
    return Line((Run(stripped),) if stripped else (), span, indent=float(indent))


def _decoded(data: bytes, source: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text, UTF-16 without a byte order mark and the national code pages among its encodings."""
    from engross.readers.charset import guess_charset

    charset = guess_charset(data)
    if charset is None:
        return decode(data, source)
    message = f"The file is not UTF-8; it was read as {charset}."
    return data.decode(charset, errors="replace"), (diagnose("encoding-guessed", message, Span(source, line=1)),)
