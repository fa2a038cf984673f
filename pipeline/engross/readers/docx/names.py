"""Names of WordprocessingML elements and attributes, as lxml spells them."""

from __future__ import annotations

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_OFF = frozenset(("0", "false", "off", "none"))


def value(parent: _Element | None, name: str) -> str | None:
    """The `w:val` of the child `w:name` of `parent`; None without parent, child or attribute."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(W + "val") if child is not None else None


def number(text: str | None, otherwise: int = 0) -> int:
    """A decimal attribute as a number; `otherwise` where it is none, or larger than any in Word."""
    try:
        found = int(text or "")
    except ValueError:
        return otherwise
    return found if abs(found) < 1 << 31 else otherwise


def is_on(parent: _Element | None, name: str) -> bool | None:
    """Whether the on/off property `w:name` is set in `parent`; None where it says nothing."""
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else (child.get(W + "val") or "1") not in _OFF
