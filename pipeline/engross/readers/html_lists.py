"""The labels of HTML lists, as a browser prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from engross.readers.ordinal_signs import alphabetic, roman

_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(decimal|(?:lower|upper)-(?:alpha|latin|roman)|none)\b", re.I)
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_TYPED = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]{1,2}|[ivxlcIVXLC]{1,7})[.)]|\d{1,3} ?[-–]|\([^)\s]{1,4}\)|[㈠-㈩•–—-])(?:\s|$)"
)
BULLET = "•"


@dataclass(slots=True)
class ListStyle:
    """How a list labels its items, and the number of the next one."""

    kind: str
    next: int = 1
    step: int = 1


def list_style(element: _Element) -> ListStyle:
    """The style of an `ol` or `ul`, from its attributes and its own `style`."""
    style = _STYLE.search(element.get("style") or "")
    if element.tag == "ul":
        return ListStyle("none" if style and style[1].lower() == "none" else "bullet")
    kind = style[1].lower().replace("latin", "alpha") if style else _TYPES.get(element.get("type") or "1", "decimal")
    items = [child for child in element if child.tag == "li"]
    backwards = element.get("reversed") is not None
    start = _integer(element.get("start"), len(items) if backwards else 1)
    return ListStyle(kind, start, -1 if backwards else 1)


def label_of(item: _Element, style: ListStyle) -> str:
    """The label printed before `item`; empty where its text carries a label of its own.

    Pages that print the numbers of a resolution type them and hide the browser's in a style sheet.
    """
    number = style.next = _integer(item.get("value"), style.next)
    style.next += style.step
    if style.kind == "none" or _TYPED.match("".join(item.itertext())[:40]):
        return ""
    match style.kind:
        case "bullet":
            return BULLET
        case "lower-alpha":
            sign = alphabetic(number)
        case "upper-alpha":
            sign = alphabetic(number).upper()
        case "lower-roman":
            sign = roman(number)
        case "upper-roman":
            sign = roman(number).upper()
        case _:
            sign = str(number)
    return f"{sign}."


def _integer(value: str | None, otherwise: int) -> int:
    try:
        number = int((value or "").strip())
    except ValueError:
        return otherwise
    return number if abs(number) < 100_000 else otherwise
