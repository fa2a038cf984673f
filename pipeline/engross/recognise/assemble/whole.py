"""Formats that know paragraphs: notes among them, page furniture, and paragraphs that a page break cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from engross.model.flow import Flow, Item, Line, PageBreak, Role, Rule, Run, Table
from engross.model.furniture import FurnitureKind
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.passage import Assembly, FoundNote, Passage
from engross.recognise.assemble.signs import (
    BARE_NUMBER,
    LABEL,
    NUMBER_ALONE,
    PAGE_NUMBER,
    SYMBOL,
    furniture_kind,
)

_NOTE = re.compile(r"^\s*[(\[]{0,2}(?P<mark>\d{1,3}|\*{1,3})[)\]]{0,2}\s*")
_PLAIN_NOTE = re.compile(r"^(?P<mark>\d{1,3}|\*{1,3})\s+(?=\S)")
_NUMBERED_TITLE = re.compile(r"^\d{1,3}/\d{1,3}(?:\s?[A-Z])?\s?\.\s+(?P<title>\S.{5,})$", re.S)
_OWN_NUMBER = re.compile(r"^(\d{1,3})\s?\.")
_BEFORE_NUMBER = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,5}\.\s*$")
_BARE_MARK = re.compile(r"^(?:\d{1,3}|\*{1,3})$")
_SENTENCE = re.compile(r"(?<=\.)\s+(?=[^\W\d_a-zà-ÿ])")
_PAGE_ENDS = (FurnitureKind.PAGE_NUMBER, FurnitureKind.RUNNING_HEAD, FurnitureKind.JOB_NUMBER)
_PAIR = 2
_PROSE = 12  # characters: a cell with more is text and no figure
_HEAD_LETTERS = 30  # letters of a running head that are compared
_ENDS = ".;:!?。；：！？؛؟"
_PAUSES = ",،，"
_OWN: frozenset[Role] = frozenset(
    ("title", "sponsors", "formula", "recital", "operative", "point", "annex", "closing", "text")
)
"""Paragraphs in these styles stand by themselves, whatever their words are."""
_HEAD_AREA = 25  # paragraphs in which symbol and title stand


def take_paragraphs(flow: Flow, speech: Speech, assembly: Assembly) -> None:
    """The paragraphs of the Flow as passages, in order, into the assembly; notes and furniture set apart."""
    items = split_merged(_join_bare_marks(_without_blank(unroll(flow.items))))
    kinds = _find_furniture(items, speech)
    current: Passage | None = None
    turned, last, in_notes = False, 0, False
    for position, item in enumerate(items):
        if not isinstance(item, Line):
            if isinstance(item, Rule):
                assembly.put_apart(FurnitureKind.RULE, item.text, item.span)
            elif isinstance(item, Table):
                assembly.items.append(item)
                current = None
            turned = turned or not isinstance(item, Table)
            continue
        kind = kinds.get(position)
        if kind is not None:
            assembly.put_apart(kind, item.label + item.text, item.span)
            turned = True
            continue
        mark = _opens_note(items, kinds, position, last, turned=turned or in_notes)
        if mark:
            last = _take_note(item, last, assembly, fresh=not in_notes)
            in_notes = turned = True
            continue
        in_notes = False
        if current is not None and _goes_on(current, item, turned, speech):
            current.add(item, assembly.areas)
        else:
            current = Passage([item], [assembly.areas], indent=item.indent, align=item.align)
            assembly.begin(current)
        turned = False


def unroll(items: Iterable[Item]) -> list[Item]:
    """The items, with tables that only hang numbers beside their paragraphs made paragraphs again."""
    result: list[Item] = []
    for item in items:
        if not isinstance(item, Table) or not _hangs_numbers(item):
            result.append(item)
            continue
        for row in item.rows:
            numbers = [line for line in row[0].lines if line.text.strip()]
            texts = [line for cell in row[1:] for line in cell.lines if line.text.strip()]
            if len(numbers) > 1 and len(texts) == 1:
                texts = _sentences(texts[0], len(numbers))
            if numbers and len(numbers) <= len(texts):
                texts[: len(numbers)] = map(_prefixed, numbers, texts)
                numbers = []
            result.extend([*numbers, *texts])
    return result


def _hangs_numbers(table: Table) -> bool:
    """Whether a table has two columns, the first one empty but for numbers of paragraphs or notes."""
    if not table.rows or any(len(row) != _PAIR for row in table.rows):
        return False
    firsts = [line.text.strip() for row in table.rows for line in row[0].lines if line.text.strip()]
    prose = any(len(line.text) > _PROSE for row in table.rows for line in row[1].lines)
    if not firsts or not all(NUMBER_ALONE.match(text) or _BARE_MARK.match(text) for text in firsts):
        return False
    return prose or len(firsts) == 1


def _sentences(line: Line, count: int) -> list[Line]:
    """The sentences of a line, if there are `count` of them; else the line."""
    starts = [0, *(found.end() for found in _SENTENCE.finditer(line.text))]
    if len(starts) != count:
        return [line]
    return [_slice(line, a, b) for a, b in zip(starts, [*starts[1:], None], strict=True)]


def _prefixed(number: Line, line: Line) -> Line:
    """A paragraph with the number that hung beside it: a note's mark is raised, a paragraph's is its label."""
    text = number.text.strip()
    if _BARE_MARK.match(text):
        return replace(line, runs=(Run(text, raised=True), Run(" "), *line.runs))
    return replace(line, runs=(Run(text + "\t"), *line.runs), span=number.span)


def _join_bare_marks(items: list[Item]) -> list[Item]:
    """The items, with a raised mark that is a paragraph of its own joined with its note after it."""
    result: list[Item] = []
    for item in items:
        before = result[-1] if result else None
        mark = isinstance(before, Line) and len(before.runs) == 1 and before.runs[0].raised and not before.label
        if mark and isinstance(before, Line) and isinstance(item, Line) and _BARE_MARK.match(before.text.strip()):
            result[-1] = replace(item, runs=(*before.runs, Run(" "), *item.runs))
        else:
            result.append(item)
    return result


def split_merged(items: list[Item]) -> list[Item]:
    """Paragraphs apart that a converter ran into one: where the next number of the sequence stands before a
    capital, the next paragraph begins.
    """
    result: list[Item] = []
    number = 0
    for item in items:
        rest = item
        while isinstance(rest, Line):
            found = _OWN_NUMBER.match(rest.label + rest.text) if rest.label else _OWN_NUMBER.match(rest.text)
            if found and int(found[1]) in (1, number + 1, number + 2):
                number = int(found[1])
            cut = _next_number(rest.text, number) if number else 0
            if not cut:
                break
            result.append(_slice(rest, 0, cut))
            rest = replace(_slice(rest, cut, None), label="", level=0)
        result.append(rest)
    return result


def _next_number(text: str, number: int) -> int:
    """Where in a text the paragraph after paragraph `number` begins (a converter may have lost one number in
    between); 0 if nowhere.
    """
    for found in re.finditer(rf"(?<=\s)(?:{number + 1}|{number + 2})\.\s+(?=[^\W\d_])", text):
        opening = text[found.end()]
        if not opening.islower() and not _BEFORE_NUMBER.search(text[: found.start()]):
            return found.start()
    return 0


def _without_blank(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if not isinstance(item, Line) or item.label or item.text.strip()]


def _find_furniture(items: list[Item], speech: Speech) -> dict[int, FurnitureKind]:
    """Which of the items are furniture: by their characters, beside a page's end, or because they repeat the
    symbol or the title in the midst of the text.
    """
    kinds: dict[int, FurnitureKind] = {}
    texts = [item.text.strip() if isinstance(item, Line) and not item.label else "" for item in items]
    counts = Counter(text for text in texts if text)
    symbol, title = _symbol_and_title(texts)
    heads = _repeated_heads(items, texts)
    repeated = {symbol, title, f"{symbol} {title}", f"{title} {symbol}"}
    # A draft has no numbered title: what repeats its symbol stands behind the symbol itself.
    after_title = max(_title_position(texts), texts.index(symbol) if symbol in texts else 0)
    for position, text in enumerate(texts):
        if not text:
            continue
        kind = furniture_kind(text)
        if kind is None and _at_page_end(items, position, kinds):
            if PAGE_NUMBER.match(text) or BARE_NUMBER.match(text):
                kind = FurnitureKind.PAGE_NUMBER
            elif _after_break(items, position, kinds) and (counts[text] > 1 or _letters(text) in heads):
                kind = FurnitureKind.RUNNING_HEAD
        if kind is None and position > after_title and " ".join(text.split()) in repeated:
            item, before = items[position], texts[position - 1]
            annexed = speech.is_heading_number(before)  # an annex may have the title of the resolution
            marked = isinstance(item, Line) and item.level > 0 and text == title
            kind = None if annexed or marked or before == text else FurnitureKind.RUNNING_HEAD
        if kind is not None:
            kinds[position] = kind
    return kinds


def _repeated_heads(items: list[Item], texts: list[str]) -> set[str]:
    """The letters with which paragraphs after a page's end begin, where several begin alike: a running head may
    differ in its figures, or by faults of recognition.
    """
    tops = Counter(
        _letters(text)
        for position, text in enumerate(texts)
        if position and len(text) > _HEAD_LETTERS and isinstance(items[position - 1], Rule | PageBreak)
    )
    return {letters for letters, count in tops.items() if count > 1 and len(letters) >= _HEAD_LETTERS}


def _letters(text: str) -> str:
    """The first letters of a text, without figures, signs and case."""
    return "".join(filter(str.isalpha, text.casefold()))[:_HEAD_LETTERS]


def _symbol_and_title(texts: list[str]) -> tuple[str, str]:
    symbol = title = ""
    for text in texts[:_HEAD_AREA]:
        if not symbol and SYMBOL.match(text) and any(map(str.isdigit, text)):
            symbol = text
        if not title and (found := _NUMBERED_TITLE.match(text)):
            title = found["title"].strip()
    return symbol or "\0", title or "\0"


def _title_position(texts: list[str]) -> int:
    return next((k for k, text in enumerate(texts[:_HEAD_AREA]) if _NUMBERED_TITLE.match(text)), 0)


def _at_page_end(items: list[Item], position: int, kinds: dict[int, FurnitureKind]) -> bool:
    """Whether a page ends beside the item: a rule, a page break or other furniture is next to it."""
    after = items[position + 1] if position + 1 < len(items) else None
    numbered = isinstance(after, Line) and furniture_kind(after.text) is not None
    return numbered or isinstance(after, Rule | PageBreak) or _after_break(items, position, kinds)


def _after_break(items: list[Item], position: int, kinds: dict[int, FurnitureKind]) -> bool:
    before = items[position - 1] if position else None
    return isinstance(before, Rule | PageBreak) or kinds.get(position - 1) in _PAGE_ENDS


def _opens_note(items: list[Item], kinds: dict[int, FurnitureKind], position: int, last: int, *, turned: bool) -> str:
    """The mark of a note that the paragraph is; empty if it is none."""
    line = items[position]
    if not isinstance(line, Line) or line.label or not line.runs:
        return ""
    first = line.runs[0]
    found = _NOTE.fullmatch(first.text)
    if first.raised and found and len(line.runs) > 1:
        return found["mark"]
    plain = _PLAIN_NOTE.match(line.text)
    if (
        plain is None
        or LABEL.match(line.text)
        or not (turned or line.role == "note" or _ends_page(items, kinds, position))
    ):
        return ""
    mark = plain["mark"]
    if mark.startswith("*"):
        return mark
    number = int(mark)
    return mark if number == last + 1 or (last == 0 and _runs_on(line.text, number)) else ""


def _runs_on(text: str, number: int) -> bool:
    """Whether a paragraph holds the next note as well, so that it is a row of notes."""
    return re.search(rf"\.\s+{number + 1}\s+\S", text) is not None


def _ends_page(items: list[Item], kinds: dict[int, FurnitureKind], position: int) -> bool:
    """Whether nothing but furniture stands between the paragraph and the end of the page or the document."""
    for after in range(position + 1, len(items)):
        if isinstance(items[after], Rule | PageBreak):
            return True
        if after not in kinds:
            return False
    return False


def _take_note(line: Line, last: int, assembly: Assembly, *, fresh: bool) -> int:
    """Make one note, or a row of notes, of a paragraph; gives the number of the last."""
    if fresh:
        assembly.areas += 1
    area = assembly.areas - 1
    passages = assembly.passages
    rest: Line | None = line
    while rest is not None:
        found = _NOTE.match(rest.text)
        if found is None:
            break
        mark = found["mark"]
        assembly.put_apart_signs("".join(found[0].split()), mark, line.span)
        own = _slice(rest, found.end(), None)
        rest = None
        if mark.isdecimal():
            last = int(mark)
            following = re.search(rf"(?<=[.)])\s+(?={last + 1}\s+\S)", own.text)
            if following:
                rest, own = _slice(own, following.end(), None), _slice(own, 0, following.start())
        assembly.notes.append(FoundNote(mark, [[own]], area, line.span, passages))
    return last


def _slice(line: Line, start: int, end: int | None) -> Line:
    """The characters of a line from `start` to `end`, with their looks."""
    runs: list[Run] = []
    at = 0
    for run in line.runs:
        low, high = max(start - at, 0), len(run.text) if end is None else min(end - at, len(run.text))
        if low < high:
            runs.append(run.retold(run.text[low:high]))
        at += len(run.text)
    return replace(line, runs=tuple(runs))


def _goes_on(passage: Passage, line: Line, turned: bool, speech: Speech) -> bool:
    """Whether a paragraph only goes on with the one before it."""
    before = passage.lines[-1]
    if line.level or before.level or line.label or line.role in _OWN:
        return False
    text, earlier = line.text.strip(), (before.label + before.text).strip()
    if not earlier or not text:
        return False
    if NUMBER_ALONE.match(earlier) and len(passage.lines) == 1 and not before.label:
        return not LABEL.match(text)
    if text[0] in ",;.:)]»”" and len(text) < 3:
        return True
    if LABEL.match(text):
        return False
    ends = earlier[-1]
    if not text[:1].islower():
        return _is_cut(passage, line, ends, speech)
    if ends.isdecimal():
        ends = earlier.rstrip("0123456789 ")[-1:]
    if ends in _PAUSES:
        return speech.language is not None and not speech.opens(text)
    if ends in _ENDS:
        return False
    return turned or _is_running(passage, speech)


def _is_cut(passage: Passage, line: Line, ends: str, speech: Speech) -> bool:
    """Whether a paragraph that ends without a stop goes on with one that begins with a capital or a figure."""
    first = passage.lines[0]
    text = (first.label + " " + first.text).strip()
    own = (bool(LABEL.match(text)) and len(text) > 40) or speech.opens(text)
    return own and not speech.opens(line.text) and not line.runs[0].italic and (ends.isalpha() or ends in "-–”’")


def _is_running(passage: Passage, speech: Speech) -> bool:
    """Whether a passage is running text rather than a line of the masthead or a heading."""
    first = passage.lines[0]
    text = (first.label + " " + first.text).strip()
    return bool(LABEL.match(text)) or speech.opens(text) or len(text) > 80
