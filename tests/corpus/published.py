"""The published mark-up as a reference: with the two defects of its coding undone that every reading has to repair.

The files keep the printed brackets of Arabic note marks in the text, and type some numbers of paragraphs, points and
headings into it, set off by a tab. `docs/akoma-ntoso.md` has neither. Held against the files as they are, a right
reading could never be whole; what is undone here is undone on the characters of the file, not with the reader's code.
"""

from __future__ import annotations

import re

_NOTE = r"<authorialNote(?:(?!</authorialNote>).)*</authorialNote>"
_MARKER = r"(?:\(\w{1,5}\)|\w{1,4}[.)]|\d{1,4}[ \u00a0]?[-–—]|[•·●▪–—-])"
_HEADING_MARKER = r"(?:[IVXLC]{1,7}\.?|\w[.)]|\d{1,3}[.)])"
_REPAIRS = tuple(
    (re.compile(pattern, re.DOTALL), replacement)
    for pattern, replacement in (
        (r"<sup>\s*\(\s*</sup>(\s*)(?=<authorialNote)", r"\1"),
        (r"(</authorialNote>\s*)<sup>\s*\)\s*</sup>", r"\1"),
        (rf"<sup>\s*\(\s*({_NOTE})\s*\)\s*</sup>", r"\1"),
        (r"(<authorialNote[^>]*>\s*<p[^>]*>\s*(?:<span[^>]*>\s*)?)(?:<sup>\s*)?\(\)(?:\s*</sup>)?", r"\1"),
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
    """A published file with those two defects undone."""
    for pattern, replacement in _REPAIRS:
        mark_up = pattern.sub(replacement, mark_up)
    return mark_up
