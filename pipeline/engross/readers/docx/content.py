"""What stands inside other elements: tracked changes, alternatives, text boxes, content controls."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from engross.model.flow import Changes
from engross.readers.docx.names import MC, W

INSERTED = frozenset((W + "ins", W + "moveTo"))
DELETED = frozenset((W + "del", W + "moveFrom"))
LEFT_OUT: dict[Changes, frozenset[str]] = {"accept": DELETED, "reject": INSERTED, "keep": frozenset()}
"""What is not read of tracked changes."""
TRANSPARENT = frozenset(
    W + name for name in ("smartTag", "customXml", "dir", "bdo", "sdt", "sdtContent", "ruby", "rubyBase", "fldSimple")
)
"""Elements that only hold what they stand for."""


def alternative(element: _Element) -> _Element:
    """Of the alternatives of a piece of content the one that holds text; the first, if none or all do."""
    choices = [child for child in element.iterchildren() if child.tag in (MC + "Choice", MC + "Fallback")]
    for choice in choices:
        if next(choice.iter(W + "t", W + "delText"), None) is not None:
            return choice
    return choices[0] if choices else element


def boxes(element: _Element) -> list[_Element]:
    """The text boxes in a drawing, outermost only, each alternative once."""
    found: list[_Element] = []
    for child in element.iterchildren():
        if child.tag == W + "txbxContent":
            found.append(child)
        elif child.tag == MC + "AlternateContent":
            found.extend(boxes(alternative(child)))
        elif isinstance(child.tag, str):
            found.extend(boxes(child))
    return found


def through(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children with this tag, those inside content controls and custom mark-up among them."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in TRANSPARENT or child.tag in INSERTED or child.tag in DELETED:
            yield from through(child, tag)
