"""How the text of an HTML element looks, and whether it is seen at all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml.etree import _Element

from engross.model.flow import Run

_UNSEEN_NAMES = """
    script style head template object iframe svg math map audio video canvas select noframes
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_LOOKS: dict[str, dict[str, Any]] = {
    "i": {"italic": True},
    "em": {"italic": True},
    "cite": {"italic": True},
    "dfn": {"italic": True},
    "var": {"italic": True},
    "b": {"bold": True},
    "strong": {"bold": True},
    "u": {"underline": True},
    "ins": {"underline": True},
    "sup": {"raised": True},
}
_STYLES: tuple[tuple[re.Pattern[str], dict[str, Any]], ...] = (
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I), {"italic": True}),
    (re.compile(r"font-style\s*:\s*normal", re.I), {"italic": False}),
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I), {"bold": True}),
    (re.compile(r"font-weight\s*:\s*(?:normal|400)", re.I), {"bold": False}),
    (re.compile(r"vertical-align\s*:\s*super", re.I), {"raised": True}),
    (re.compile(r"text-decoration[\w-]*\s*:[^;]*underline", re.I), {"underline": True}),
    (re.compile(r"font-variant[\w-]*\s*:\s*small-caps", re.I), {"small_caps": True}),
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def is_seen(element: _Element) -> bool:
    """Whether a browser shows the element's text: not for scripts and styles, nor for what the page hides."""
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return False
    return not _HIDDEN.search(element.get("style") or "")


def look_of(element: _Element, look: Run) -> Run:
    """How the text of `element` looks, where the text around it looks like `look`."""
    changes: dict[str, Any] = dict(_LOOKS.get(str(element.tag), {}))
    if style := element.get("style"):
        for pattern, change in _STYLES:
            if pattern.search(style):
                changes.update(change)
    language = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language and element.tag not in ("html", "body", "article", "main"):
        changes["language"] = language
    if element.tag == "a" and (target := element.get("href")):
        changes["href"] = target.strip()
    return replace(look, **changes) if changes else look
