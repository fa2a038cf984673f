"""Running heads, page numbers and job numbers in plain text, where only words and order show them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from engross.model.flow import Item, Line, PageBreak, Rule
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.columns import page_edge, split_columns, unweave_columns
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.passage import Assembly
from engross.recognise.assemble.signs import BARE_NUMBER, PAGE_NUMBER, SYMBOL, furniture_kind

_MASTHEAD = 45  # lines in which symbol and title stand
_MOST_HEAD_LINES = 9
_NEAR = 3  # groups between a running head and the page number that goes with it
_SYMBOL_LAST = re.compile(r"^[^\d\W][^\d]{3,40}\s((?:[AESTD]|ST)/[\w.()/-]*\d[\w.()/-]*\*{0,2})$")
_FIRST_LINES = 6  # of a page that an extraction gives in its order: "United Nations A/RES/99/7"
_FOUR = 4
_RELEASE = re.compile(r"^\d{6}$")
_OF_PAGES = re.compile(r"^(\d{1,3})\s?/\s?(\d{1,3})$")


@dataclass(slots=True)
class Seen:
    """A line of text that is no furniture: how many blank lines stood before it, whether a page turned."""

    line: Line | Rule
    blanks: int = 0
    turned: bool = False
    inset: float = 0.0
    """How far the line begins from the left edge of the text on its page, in characters."""


def take_out_heads(items: tuple[Item, ...], speech: Speech, assembly: Assembly) -> list[Seen]:
    """The lines and rules that are left when the furniture of the pages is taken out, in order."""
    groups = _groups(split_columns(unweave_columns(items)))
    symbol = _symbol(groups, speech)
    masthead = _masthead(groups, speech)
    total = _page_count(groups)
    kinds = [_kind(group, position, groups, symbol, masthead, total) for position, group in enumerate(groups)]
    _mark_release_dates(groups, kinds)
    _mark_page_tops(groups, kinds, symbol, masthead)
    _mark_page_ends(groups, kinds)
    seen: list[Seen] = []
    blanks, turned = 0, False
    broken = any(group.turned for group in groups)  # form feeds say where pages turn; numbers then need not
    for group, kind in zip(groups, kinds, strict=True):
        turned = turned or group.turned
        blanks += group.blanks
        for position, item in enumerate(group.lines):
            own = kind[position]
            if own is None or isinstance(item, Rule):
                seen.append(Seen(item, blanks, turned))
                blanks, turned = 0, False
                continue
            assembly.put_apart(own, item.text, item.span)
            if not broken and own in (FurnitureKind.RUNNING_HEAD, FurnitureKind.PAGE_NUMBER):
                turned = True
    return _with_insets(seen)


def _with_insets(seen: list[Seen]) -> list[Seen]:
    """The lines with their distance from the left edge, which may stand elsewhere on each page."""
    starts = [k for k, entry in enumerate(seen) if entry.turned or k == 0]
    for start, end in pairwise([*starts, len(seen)]):
        page = [(entry, entry.line) for entry in seen[start:end]]
        edge = page_edge((line.indent, len(line.text)) for _, line in page if isinstance(line, Line))
        for entry, line in page:
            entry.inset = line.indent - edge if isinstance(line, Line) else 0.0
    return seen


def _mark_release_dates(groups: list[_Group], kinds: list[list[FurnitureKind | None]]) -> None:
    """Mark the date of release, six figures beside the job number of the first page, where it stands alone."""
    lines = [(number, at) for number, group in enumerate(groups) for at in range(len(group.lines))]
    foot = (FurnitureKind.JOB_NUMBER, FurnitureKind.BAR_CODE)
    for (number, at), beside in zip(lines[1:], lines, strict=False):
        if _RELEASE.match(groups[number].texts[at]) and kinds[beside[0]][beside[1]] in foot:
            kinds[number][at] = FurnitureKind.JOB_NUMBER


def _mark_page_tops(groups: list[_Group], kinds: list[list[FurnitureKind | None]], symbol: str, masthead: str) -> None:
    """Mark the running head after each form feed: the symbol and lines that repeat the title, in any order."""
    for position, group in enumerate(groups):
        if not group.turned or not symbol:
            continue
        taken: list[tuple[int, int]] = []
        joined, found = "", False
        for number, at, text in _lines_from(groups, position):
            if text.rstrip("*") == symbol:
                if found:
                    break
                found = True
            elif _is_number(text) or BARE_NUMBER.match(text):
                break
            else:
                joined += "".join(text.split()).casefold()
                if joined not in masthead:
                    break
            taken.append((number, at))
        if not found:
            continue
        for number, at in taken:
            kinds[number][at] = FurnitureKind.RUNNING_HEAD


def _lines_from(groups: list[_Group], position: int) -> Iterator[tuple[int, int, str]]:
    """The lines of a page's first groups, as many as a running head can have."""
    count = 0
    for number in range(position, min(position + _NEAR, len(groups))):
        if number > position and groups[number].turned:
            return
        for at, text in enumerate(groups[number].texts):
            count += 1
            if count > _MOST_HEAD_LINES:
                return
            yield number, at, text


def _mark_page_ends(groups: list[_Group], kinds: list[list[FurnitureKind | None]]) -> None:
    """Mark the number of the page where it stands alone before a form feed."""
    page = 1
    for position, group in enumerate(groups):
        page += group.turned
        last = position + 1 == len(groups) or groups[position + 1].turned
        text = group.texts[-1]
        if last and page > 1 and len(group.lines) == 1 and text == str(page):
            kinds[position][-1] = FurnitureKind.PAGE_NUMBER


@dataclass(slots=True)
class _Group:
    """Lines between blank lines; `blanks` stood before them, `turned` says that a form feed did."""

    lines: list[Line | Rule]
    blanks: int
    turned: bool
    texts: list[str] = field(default_factory=list)
    """The characters of the lines, without white space at their edges."""
    signs: list[FurnitureKind | None] = field(default_factory=list)
    """What each line is by its characters alone; None for what may be text."""
    numbered: bool = False
    """Whether it holds nothing but page and job numbers."""
    with_job_number: bool = False
    with_page_number: bool = False

    def close(self) -> None:
        """Look at the lines, once all are there."""
        self.texts = [line.text.strip() for line in self.lines]
        self.signs = [furniture_kind(text) for text in self.texts]
        pages = [PAGE_NUMBER.match(text) is not None for text in self.texts]
        self.numbered = all(page or sign is not None for page, sign in zip(pages, self.signs, strict=True))
        self.with_page_number = any(pages)
        self.with_job_number = FurnitureKind.JOB_NUMBER in self.signs


def _groups(items: list[Item]) -> list[_Group]:
    groups: list[_Group] = []
    blanks, turned, open_ = 0, False, False
    for item in items:
        if isinstance(item, PageBreak):
            turned, open_ = True, False
        elif isinstance(item, Line) and not item.runs:
            blanks += 1
            open_ = False
        elif isinstance(item, (Line, Rule)):
            if open_ and not isinstance(item, Rule):
                groups[-1].lines.append(item)
            else:
                groups.append(_Group([item], blanks, turned))
                blanks, turned = 0, False
            open_ = not isinstance(item, Rule)
    for group in groups:
        group.close()
    return groups


def _page_count(groups: list[_Group]) -> str:
    """The number of pages that the page numbers name (`2/8`): the commonest, near other furniture first."""
    counts: Counter[str] = Counter()
    for position, group in enumerate(groups):
        for text in group.texts:
            found = _OF_PAGES.match(text)
            if found and int(found[1]) <= int(found[2]):
                near = group.numbered or _numbers_near(position, groups, job_only=True)
                counts[found[2]] += 3 if near else 1
    return max(counts, key=lambda total: (counts[total], -int(total))) if counts else ""


def _is_page_number(text: str, total: str) -> bool:
    found = _OF_PAGES.match(text)
    if found:
        return found[2] == total and int(found[1]) <= int(total)
    return bool(PAGE_NUMBER.match(text))


def _is_number(text: str) -> bool:
    return bool(PAGE_NUMBER.match(text)) or furniture_kind(text) is not None


def _symbol(groups: list[_Group], speech: Speech) -> str:
    """The document's symbol: the first line of the masthead that is one, or that ends with one on the first lines."""
    count, headed = 0, True
    for position, group in enumerate(groups[:_MASTHEAD]):
        for text in group.texts:
            count += 1
            headed = headed and not (text[-1:] in ",،，" and speech.is_formula(text))
            # below the masthead only running heads have it alone; a note may be nothing but a symbol and a stop
            if SYMBOL.match(text) and any(c.isdigit() for c in text) and (headed or text[-1] != "."):
                return text.rstrip("*")
            found = _SYMBOL_LAST.search(text) if headed and count <= _FIRST_LINES and not position else None
            if found is not None:
                return found[1].rstrip("*")
    return ""


def _masthead(groups: list[_Group], speech: Speech) -> str:
    """The characters before the enacting formula: running heads repeat the title that stands there."""
    lines: list[str] = []
    for position, group in enumerate(groups):
        if group.turned and position:
            break
        for text in group.texts:
            # the organ's name alone stands in the masthead too; the formula has a comma
            if len(lines) >= _MASTHEAD or (text[-1:] in ",，،" and speech.is_formula(text)):
                return "".join(lines)
            lines.append("".join(text.split()).casefold())
    return "".join(lines)


def _kind(
    group: _Group, position: int, groups: list[_Group], symbol: str, masthead: str, total: str
) -> list[FurnitureKind | None]:
    """What each line of a group is, None for text."""
    kinds = [sign if isinstance(item, Line) else None for item, sign in zip(group.lines, group.signs, strict=True)]
    numbers_near = position > 0 and _numbers_near(position, groups)
    texts = group.texts
    for at, text in enumerate(texts):
        if (
            kinds[at] is None
            and _is_page_number(text, total)
            and (at == 0 or kinds[at - 1] is not None or numbers_near)
        ):
            kinds[at] = FurnitureKind.PAGE_NUMBER
    if position == 0 or not symbol:
        return kinds
    for at, text in enumerate(texts):
        if kinds[at] is None and (numbers_near or group.turned) and _is_whole_head(text, symbol, masthead):
            kinds[at] = FurnitureKind.RUNNING_HEAD
        if text.rstrip("*") == symbol and (numbers_near or group.turned or group.numbered):
            for k in _title_lines(texts, at, masthead):
                kinds[k] = FurnitureKind.RUNNING_HEAD
            kinds[at] = FurnitureKind.RUNNING_HEAD
    if group.turned and len(texts) == 1 and kinds[0] is None and BARE_NUMBER.match(texts[0]):
        kinds[0] = FurnitureKind.PAGE_NUMBER
    return kinds


def _is_whole_head(text: str, symbol: str, masthead: str) -> bool:
    """Whether a line is symbol and title together, as an extraction in the order of the page gives them."""
    if text.startswith(f"{symbol} "):
        rest = text[len(symbol) :]
    elif text.endswith(f" {symbol}"):
        rest = text[: -len(symbol)]
    else:
        return False
    squeezed = "".join(rest.split()).casefold()
    return len(squeezed) > _FOUR and squeezed in masthead


def _numbers_near(position: int, groups: list[_Group], *, job_only: bool = False) -> bool:
    """Whether page or job numbers stand in this group or just before or after it."""
    low, high = max(0, position - 1), min(len(groups), position + _NEAR)
    return any(group.with_job_number or (group.with_page_number and not job_only) for group in groups[low:high])


def _title_lines(texts: list[str], at: int, masthead: str) -> list[int]:
    """The lines around the symbol that repeat the title: all before it or all after it."""
    for lines in (
        range(at + 1, min(len(texts), at + _MOST_HEAD_LINES)),
        range(at - 1, max(-1, at - _MOST_HEAD_LINES), -1),
    ):
        taken: list[int] = []
        joined = ""
        for k in lines:
            if _is_number(texts[k]):
                break
            squeezed = "".join(texts[k].split()).casefold()
            joined = joined + squeezed if k > at else squeezed + joined
            if joined not in masthead:
                break
            taken.append(k)
        if taken and len("".join(texts[k] for k in taken)) > _FOUR:
            return taken
    return []
