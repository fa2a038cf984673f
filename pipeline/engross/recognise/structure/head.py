"""The head of a document: every line before the text, in any order, recognised one by one.

Extracted text jumbles the first page (PyMuPDF gives the symbol before the organ), and Markdown runs its lines
together; so each line is recognised by its own words, and a line that is several is cut where one of them ends.
Lines that no rule knows go on with what stands before them (a title over several lines) or stay loose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engross.model.flow import Role
from engross.recognise.structure.draft import names_sponsors
from engross.recognise.structure.head_lines import Head, HeadReader
from engross.recognise.structure.passage import Passage, join
from engross.recognise.structure.wording import Wording

__all__ = ["Head", "head_end", "read_head"]

_LONGEST_LINE = 600
_SHORTEST_PROSE = 30
_LONGEST_TITLE = 300
_HEAD: frozenset[Role] = frozenset(
    ("masthead", "session", "agenda-item", "agenda-title", "adoption", "sponsors", "title")
)
_TEXT: frozenset[Role] = frozenset(("formula", "recital", "operative", "point", "annex"))
"""What the styles of lines in the head and of the first paragraphs below it say."""


def head_end(passages: Sequence[Passage], wording: Wording) -> int:
    """How many passages belong to the head of a text without an enacting formula: up to the last line that only
    a masthead or a title block has, before the first labelled or long paragraph.
    """
    reader = HeadReader(wording)
    end = 0
    for n, passage in enumerate(passages):
        if passage.table is not None:
            continue
        if passage.role in _TEXT or len(passage.text) > _LONGEST_LINE or wording.label(passage) is not None:
            break
        if reader.marks_any(passage) or passage.role in _HEAD:
            end = n + 1
        elif passage.ends_with_sign and len(passage.text) > _SHORTEST_PROSE:
            break
    titled = reader.going in ("agenda", "title")
    while end and end < len(passages) and (titled or _is_set_off(passages[end])) and _goes_on(passages[end], wording):
        if passages[end - 1].bold and not passages[end].bold:
            break  # the text, after a bold title
        end += 1
    return end


def _is_set_off(passage: Passage) -> bool:
    return passage.bold or passage.level > 0


def _goes_on(passage: Passage, wording: Wording) -> bool:
    """Whether a passage after the last known line of the head can be a line of a title."""
    if passage.table is not None or not passage.text or len(passage.text) > _LONGEST_LINE:
        return False
    if passage.role in _TEXT or passage.role == "text":
        return False
    return not passage.ends_with_sign and wording.label(passage) is None


def read_head(passages: Sequence[Passage], wording: Wording) -> Head:
    """The head's lines recognised; those that fit nothing are `loose`."""
    reader = HeadReader(wording)
    for passage in passages:
        if passage.table is not None:
            for row in passage.table.rows:
                for cell in row:
                    for line in cell.lines:
                        _take(reader, Passage(line.runs, line.span, line, label=line.label).spelt())
            continue
        _take(reader, passage)
    reader.finish()
    _take_title(reader.head, passages, wording)
    return reader.head


def _take_title(head: Head, passages: Sequence[Passage], wording: Wording) -> None:
    """The title of a text that names no number or symbol before it: its headings, else the line right above the text
    (or above its sponsors) where that is not a sentence. What a delegation types has often no more of a masthead.
    """
    masthead = head.masthead
    only_sponsors = all(names_sponsors(line, wording) for line in head.draft)
    if masthead.title or masthead.number_line or not only_sponsors or not head.loose:
        return
    title = [line for line in head.loose if line.level > 0]
    others = [passage for passage in passages if not names_sponsors(passage, wording)]
    if not title and head.symbol is None and _stands_last(head.loose[-1], others):
        title = [head.loose[-1]]
    if title:
        head.loose = [line for line in head.loose if line not in title]
        head.masthead = replace(masthead, title=join(title))


def _stands_last(line: Passage, passages: Sequence[Passage]) -> bool:
    return passages[-1].text.endswith(line.text) and not line.ends_with_sign and len(line.text) <= _LONGEST_TITLE


def _take(reader: HeadReader, passage: Passage) -> None:
    lines = [passage] if reader.going in ("title",) and not reader.pending else list(passage.lines())
    if any(run.note is not None for run in passage.runs):
        reader.head.noted.append(passage)
    for line in lines:
        if any(run.raised and run.note is None for run in line.runs):
            reader.head.raised.append(line)
        if not reader.read(line):
            reader.head.loose.append(line)
