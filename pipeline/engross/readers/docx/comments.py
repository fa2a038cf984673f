"""Comments: what reviewers wrote beside the text."""

from __future__ import annotations

from lxml.etree import _Element

from engross.readers.docx.names import W
from engross.readers.runs import clean

_LONGEST = 2000  # characters of one comment


def comments_of(root: _Element | None) -> dict[str, str]:
    """The comments by id, each behind its author's name and a colon."""
    found: dict[str, str] = {}
    for comment in root.iterchildren(W + "comment") if root is not None else ():
        paragraphs = ("".join(text.text or "" for text in p.iter(W + "t")) for p in comment.iter(W + "p"))
        text = " ".join(clean(" ".join(paragraphs)).split())[:_LONGEST]
        author = " ".join(clean(comment.get(W + "author") or "").split())
        if text:
            found.setdefault(comment.get(W + "id") or "", f"{author}: {text}" if author else text)
    return found
