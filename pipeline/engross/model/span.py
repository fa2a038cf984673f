"""Where in a source something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source, as a reader of that source would name it.

    `source` is the path as the user gave it. Text formats have `line` and `column`, both counted from 1;
    page formats have `page`, counted from 1, and `line` is then the line on that page. `part` names a part
    of a package (`word/footnotes.xml`) or an element (`para_3`). What a format does not have is None.
    """

    source: str
    line: int | None = None
    column: int | None = None
    page: int | None = None
    part: str | None = None
    length: int = 0

    def __str__(self) -> str:
        """The place as `path:line:column`, or `path, page 2, line 14`: what editors and people expect."""
        if self.page is not None:
            where = f"{self.source}, page {self.page}"
            return f"{where}, line {self.line}" if self.line is not None else where
        text = self.source
        if self.part is not None:
            text += f"#{self.part}"
        if self.line is not None:
            text += f":{self.line}"
            if self.column is not None:
                text += f":{self.column}"
        return text
