"""The published mark-up as a reference for what is read off a page: numbers typed into the text made numbers.

Some files type numbers of paragraphs, points and headings into the text, set off by a tab (A/RES/78/1, A/RES/78/4).
On the page they look like all others, and whoever reads the page takes them for what they are. What is undone here is
undone on the characters of the file, not with the reader's code.
"""

from __future__ import annotations

import re

_MARKER = r"(?:\(\w{1,5}\)|\w{1,4}[.)]|\d{1,4}[ \u00a0]?[-–—]|[•·●▪–—-])"
_HEADING_MARKER = r"(?:[IVXLC]{1,7}\.?|\w[.)]|\d{1,3}[.)])"
_REPAIRS = tuple(
    (re.compile(pattern, re.DOTALL), replacement)
    for pattern, replacement in (
        (
            (
                rf"(<paragraph[^>]*>\s*)(<content[^>]*>\s*<p[^>]*>\s*(?:<span[^>]*>)?\s*)({_MARKER})"
                r"(?:((?:</span>)?(?:<span[^>]*>)?)\t|(?<=\))\u00a0)[ \t\u00a0]*"
            ),
            r"\1<num>\3</num>\2\4",
        ),
        (
            rf"(<(?:sub)?heading>\s*)({_HEADING_MARKER})(?:\t|(?<=\.)[ \u00a0])[ \t]*",
            r"<num>\2</num>\1",
        ),
    )
)


def repaired(mark_up: str) -> str:
    """A published file with typed numbers made numbers."""
    for pattern, replacement in _REPAIRS:
        mark_up = pattern.sub(replacement, mark_up)
    return mark_up
