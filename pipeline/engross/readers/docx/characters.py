"""The characters that elements inside a run stand for."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from engross.readers.docx.names import W
from engross.readers.docx.symbol_fonts import character


def characters_of(element: _Element) -> str:
    """The characters that an element inside a run stands for."""
    reader = _SIGNS.get(str(element.tag))
    return reader(element) if reader is not None else ""


_SIGNS: dict[str, Callable[[_Element], str]] = {
    W + "t": lambda element: element.text or "",
    W + "delText": lambda element: element.text or "",
    W + "tab": lambda _: "\t",
    W + "ptab": lambda _: "\t",
    W + "br": lambda _: "\n",
    W + "cr": lambda _: "\n",
    W + "noBreakHyphen": lambda _: "\u2011",
    W + "softHyphen": lambda _: "\u00ad",
    W + "sym": lambda element: character(_hexadecimal(element.get(W + "char")), element.get(W + "font") or ""),
}


def _hexadecimal(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return 0xFFFD
