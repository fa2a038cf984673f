"""Fields: what a run inside a field's code, result or nothing at all counts for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINK = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))?', re.I)
_ANCHOR = re.compile(r'\\l\s+(?:"([^"]*)"|(\S+))', re.I)


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    href: str | None = None


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place in the text; complex fields nest and may span paragraphs."""

    stack: list[_Field] = field(default_factory=list)

    def mark(self, kind: str | None) -> None:
        """Take a `w:fldChar` of this type."""
        if kind == "begin":
            self.stack.append(_Field())
        elif kind == "separate" and self.stack:
            top = self.stack[-1]
            top.in_result = True
            top.href = link_of("".join(top.code))
        elif kind == "end" and self.stack:
            self.stack.pop()

    def take_code(self, text: str) -> None:
        """Take field code, which is no text."""
        if self.stack and not self.stack[-1].in_result:
            self.stack[-1].code.append(text)

    @property
    def is_shown(self) -> bool:
        """Whether text here is printed: outside fields, or in the result of every open one."""
        return all(entry.in_result for entry in self.stack)

    @property
    def href(self) -> str | None:
        """The target of the innermost open link."""
        return next((entry.href for entry in reversed(self.stack) if entry.href), None)


def link_of(code: str) -> str | None:
    """The target in a field code HYPERLINK: an address, or `#name` for a place in the document."""
    match = _LINK.match(code)
    if match is None:
        return None
    address = match[1] or match[2] or ""
    if address.startswith("\\"):
        address = ""
    anchor = _ANCHOR.search(code)
    place = (anchor[1] or anchor[2] or "") if anchor else ""
    return f"{address}#{place}" if place else address or None
