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
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]*)\}")
_NONE = re.compile(r"list-style(?:-type)?\s*:\s*none", re.I)
_SIMPLE = re.compile(r"(\w*)(?:\.([\w-]+))?\Z")
BULLET = "•"


@dataclass(slots=True)
class ListStyle:
    """How a list labels its items, and the number of the next one."""

    kind: str
    next: int = 1
    step: int = 1


@dataclass(frozen=True, slots=True)
class Unmarked:
    """Which lists the page's own style sheet prints without labels: by element and class, by class, by element."""

    selectors: frozenset[tuple[str, str]] = frozenset()

    def holds(self, element: _Element) -> bool:
        """Whether a list is one of them."""
        names = ("", *(element.get("class") or "").split())
        return any((tag, name) in self.selectors for tag in ("", str(element.tag)) for name in names if tag or name)


def unmarked_lists(root: _Element) -> Unmarked:
    """The lists that style sheets in the page give `list-style: none`.

    Of a selector the last simple one counts (`main ol.paragraphs`); more of CSS is not looked at.
    """
    found: set[tuple[str, str]] = set()
    for sheet in root.iter("style"):
        text = _COMMENT.sub("", sheet.text or "")
        for rule in _RULE.finditer(text):
            if not _NONE.search(rule[2]):
                continue
            for selector in rule[1].split(","):
                simple = _SIMPLE.match(selector.split()[-1] if selector.split() else "")
                if simple is not None and simple[1].lower() in ("", "ol", "ul") and (simple[1] or simple[2]):
                    found.add((simple[1].lower(), simple[2] or ""))
    return Unmarked(frozenset(found))


def list_style(element: _Element, unmarked: Unmarked) -> ListStyle:
    """The style of an `ol` or `ul`, from its attributes, its own `style` and the page's style sheet."""
    style = _STYLE.search(element.get("style") or "")
    if style is None and unmarked.holds(element):
        return ListStyle("none")
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
