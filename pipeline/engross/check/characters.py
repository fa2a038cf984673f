"""Text as the characters that carry meaning: without white space and what no eye sees."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from engross.akn.namespace import every, name
from engross.akn.note_brackets import strip_brackets

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def squeeze(text: str) -> str:
    """The characters of `text` decomposed (NFD), without white space, soft hyphens and marks of direction."""
    return _without_blanks(unicodedata.normalize("NFD", text))


def fold(text: str) -> str:
    """The characters of `text` in compatibility form (NFKD): ligatures and Arabic shapes taken apart, squeezed."""
    return _without_blanks(unicodedata.normalize("NFKD", text))


def _without_blanks(text: str) -> str:
    dense = "".join(text.split())
    return dense if dense.isascii() else _UNSEEN.sub("", dense)


def count(texts: Iterable[str]) -> Counter[str]:
    """How often each character stands in texts, squeezed."""
    return Counter(squeeze("\n".join(texts)))


def excerpt(text: str, most: int = 60) -> str:
    """The beginning of `text` on one line, at most so many characters."""
    words = " ".join(text[: 4 * most].split())
    return words if len(words) <= most else words[: most - 1] + "…"


def stretches(text: str, length: int) -> Iterator[str]:
    """Squeezed text in stretches of one length, the last one ending where the text ends."""
    if len(text) > length:
        yield from (text[start : start + length] for start in range(0, len(text) - length, length))
    if text:
        yield text[-length:]


def printed(tree: etree._Element) -> Iterator[etree._Element]:
    """The outermost parts of an Akoma Ntoso document that are printed: everything but metadata.

    The brackets of note marks are parts of the marks, which are printed by themselves: they are left out.
    """
    if next(every(tree, "authorialNote"), None) is not None:
        tree = copy.deepcopy(tree)
        strip_brackets(tree)
    yield from _printed(tree)


def _printed(tree: etree._Element) -> Iterator[etree._Element]:
    for child in tree:
        if name(child) == "meta" or not isinstance(child.tag, str):
            continue
        if any(name(inner) == "meta" for inner in child.iter()):
            yield from _printed(child)
        else:
            yield child


def passages(tree: etree._Element) -> tuple[str, ...]:
    """The printed text in stretches that stand together: the running text first, then each note by itself."""
    notes: list[str] = []
    text: list[str] = []

    def gather(node: etree._Element, into: list[str]) -> None:
        into.append(node.text or "")
        for child in node:
            if name(child) == "authorialNote":
                note: list[str] = []
                gather(child, note)
                notes.append("".join(note))
            elif isinstance(child.tag, str):
                gather(child, into)
            into.append(child.tail or "")

    for part in printed(tree):
        gather(part, text)
        text.append("\n")
    return ("".join(text), *notes)
