"""Plain text: paragraphs by the shape of lines.

A blank line parts paragraphs, unless the sentence goes on; without one a paragraph begins at a number, at an
indent, or where the line before had room for the next word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from engross.model.flow import Flow, Line, Rule
from engross.recognise.assemble.footnotes import split_notes
from engross.recognise.assemble.habits import habit
from engross.recognise.assemble.heads import Seen, take_out_heads
from engross.recognise.assemble.language import Speech
from engross.recognise.assemble.passage import Assembly, Passage
from engross.recognise.assemble.signs import LABEL, NUMBER_ALONE
from engross.recognise.assemble.words import extent, first_word

_TRAILING_MARK = re.compile(r"(?P<sign>[,;.:”»’)\]])\s{0,2}\d{1,3}$")
_INSIDE_NUMBER = re.compile(r"(?<!\d)\d{1,3}$|(?<![^\W\d])[^\W\d]{1,4}$")
_NUMBER = re.compile(r"^(\d{1,3})\.(?:\s|$)")
_TITLED = re.compile(r"^(?:\d{1,4}/\d{1,4}(?:\s?[A-Z])?\s?(?:[.．]|[-–]\s)|\d{1,4}\s\(\d{4}\)\.)\s*\S")
"""A line that begins with a resolution's number and its title: `99/7. Footnotes`, `21 (1947). Resolution of …`."""
_CLOSES = ".;:!?。；：！？؛؟"
_PAUSES = ",،，"
_FULL = 0.93  # of the measure: a line up to here had room for another short word
_CLOSING_INSET = 20  # characters: lines that begin further in are closing lines, not paragraphs
_INSET = 3  # characters: a first line is indented by at least this much
_AROUND = 6  # lines before and after that show how wide lines are set there
_BRACKET_REACH = 120  # characters: what stands in brackets over lines is shorter
_LONG = 0.6  # of the measure: a heading's line as long as this may go on with a capital
_RUNNING = 0.8  # of the measure: text whose first line is as long as this is a sentence and no heading


@dataclass(frozen=True, slots=True)
class Step:
    """A line on its way to a passage: what stood before it, the measure of the text and that around the line in
    characters, and whether the line stands alone (a blank follows, and no stop ends it).
    """

    entry: Seen
    line: Line
    width: int
    local: int
    alone: bool
    numbered: bool = False
    """Whether it begins with the number that comes next."""
    inset: tuple[float, float] | None = None
    """How far the line and the one before it begin from the text's edge, where indents show paragraphs."""


def take_lines(flow: Flow, speech: Speech, assembly: Assembly) -> None:
    """The passages and notes of a plain text, in order, into the assembly."""
    seen = take_out_heads(flow.items, speech, assembly)
    width = _width(seen)
    seen = _in_order(seen, width)
    narrow = _local_widths(seen, width)
    current: Passage | None = None
    laid_out = _is_laid_out(seen)
    earlier, number = 0.0, 0
    following = {id(entry): after for entry, after in pairwise(seen)}
    for entry in split_notes(seen, width, speech, assembly):
        line = entry.line
        if isinstance(line, Rule):
            assembly.items.append(line)
            current = None
            continue
        after = following.get(id(entry))
        alone = (after is None or after.blanks > 0) and line.text.rstrip()[-1:] not in _CLOSES + _PAUSES
        inset = (entry.inset, earlier) if laid_out else None
        earlier = entry.inset
        own = _own_number(line.text)
        next_one = own > 0 and (own == number + 1 or (own == 1 and current is not None and _is_title(current, width)))
        number = own if next_one or own == 1 else number
        step = Step(entry, line, width, narrow.get(id(entry), width), alone, next_one, inset)
        if current is not None and goes_on(current, step, speech):
            current.add(line, assembly.areas)
        else:
            current = Passage([line], [assembly.areas], indent=line.indent)
            assembly.begin(current)


def _in_order(seen: list[Seen], width: int) -> list[Seen]:
    """The lines with those of a numbered paragraph in order that pdftotext took apart: number, last line, blank,
    first lines, which end without a stop.
    """
    result = list(seen)
    for k in range(len(result) - 2):
        number, tail, head = (entry.line.text.rstrip() for entry in result[k : k + 3])
        entry = result[k + 2]
        apart = entry.blanks and not result[k + 1].blanks and not entry.turned
        if not apart or not NUMBER_ALONE.match(number) or tail[-1:] not in _CLOSES + _PAUSES:
            continue
        if extent(tail) > _LONG * width or LABEL.match(tail) or LABEL.match(head) or head[-1:] in _CLOSES + _PAUSES:
            continue
        after = result[k + 3] if k + 3 < len(result) else None
        if extent(head) > _LONG * width and (after is None or after.blanks or NUMBER_ALONE.match(after.line.text)):
            result[k + 1], result[k + 2] = entry, result[k + 1]
            entry.blanks = 0
    return result


def _own_number(text: str) -> int:
    """The number of a paragraph at the head of a line; 0 if there is none."""
    found = _NUMBER.match(text)
    return int(found[1]) if found else 0


def _is_title(passage: Passage, width: int) -> bool:
    """Whether a passage is a single line that may be a heading."""
    text = passage.lines[0].text.rstrip()
    return len(passage.lines) == 1 and extent(text) < _FULL * width and text[-1:] not in _CLOSES + _PAUSES


def _is_laid_out(seen: list[Seen]) -> bool:
    """Whether the text keeps the indents of first lines, as an extraction with layout does."""
    long = [entry.inset for entry in seen if extent(entry.line.text) > 45]
    first = sum(_INSET <= inset <= 20 for inset in long)
    return first >= 3 and first * 20 > len(long)


def _width(seen: list[Seen]) -> int:
    """The measure in characters: what nine lines of ten do not pass."""
    lengths = sorted(extent(s.line.text) for s in seen if extent(s.line.text) > 25)
    return lengths[int(len(lengths) * 0.9)] if lengths else 80


def _local_widths(seen: list[Seen], width: int) -> dict[int, int]:
    """The measure around each entry where it is narrower: the column of an agenda item, an indented passage."""
    lengths = [extent(entry.line.text) for entry in seen]
    widths: dict[int, int] = {}
    for position, entry in enumerate(seen):
        longest = max(lengths[max(0, position - _AROUND) : position + _AROUND])
        if longest < width:
            widths[id(entry)] = max(longest, width // 2)
    return widths


def goes_on(passage: Passage, step: Step, speech: Speech) -> bool:
    """Whether a line belongs to the passage before it."""
    before = passage.lines[-1].text.rstrip()
    entry, text, width = step.entry, step.line.text, step.local
    if len(passage.lines) == 1 and NUMBER_ALONE.match(before):
        return not NUMBER_ALONE.match(text)
    if _is_open_bracket(passage, before):
        return True
    if _closes_bracket(passage, text):
        return True
    sentence = _without_mark(before)
    if _labelled(text, sentence) or step.numbered:
        return False
    if text.startswith("[") and not _is_sentence(passage, width, speech):
        return False  # the line in brackets of a title block
    ends = sentence[-1:]
    lower = _goes_lower(text)
    if not lower and speech.is_formula(text):
        return False
    if _TITLED.match(text) and not _is_sentence(passage, width, speech):
        return False
    if step.inset is not None and step.inset[0] >= _INSET and not lower and speech.opens(text):
        return False
    if step.inset is not None and (begins := _begins_by_inset(passage, step.inset, ends, lower)) is not None:
        return not begins
    if entry.blanks and not entry.turned:
        return _goes_on_after_blank(passage, step, ends, lower, speech)
    full = extent(before) + 1 + extent(first_word(text)) > _FULL * width
    if not full and not lower and not entry.turned and speech.opens(text) and not _is_numbered(passage):
        return False
    indented = not lower and step.line.indent > passage.lines[-1].indent and not entry.turned
    if indented and (not full or ends in _CLOSES):
        return False
    if ends in _CLOSES:
        return _goes_on_after_stop(passage, step, sentence, lower, full, speech)
    if ends in _PAUSES:
        return _goes_on_after_pause(passage, text, lower, full, speech)
    if full or lower or entry.turned:
        return lower or full or _is_sentence(passage, width, speech)
    last = before.rsplit(None, 1)[-1].casefold()
    return (
        _is_sentence(passage, width, speech)
        or last in habit(speech.code).function_words
        or (extent(before) >= _LONG * width and _is_heading(passage) and not speech.is_heading_number(before))
    )


def _begins_by_inset(passage: Passage, inset: tuple[float, float], ends: str, lower: bool) -> bool | None:
    """Whether a line begins a paragraph by its indent alone; None where the indent does not tell."""
    own, earlier = inset
    if own >= _INSET and earlier < _INSET:
        return not lower or ends in _CLOSES or ends in _PAUSES
    if own >= _INSET and abs(own - earlier) < _INSET and not _is_numbered(passage):
        return True if (ends in _CLOSES or ends in _PAUSES) and not lower else None
    if abs(own) < _INSET <= earlier <= _CLOSING_INSET and len(passage.lines) == 1 and ends not in _CLOSES:
        return False  # the second line of a paragraph
    return None


def _goes_on_after_blank(passage: Passage, step: Step, ends: str, lower: bool, speech: Speech) -> bool:
    """Whether a line goes on after a blank one: only where the sentence cannot have ended."""
    text = step.line.text
    if ends in _CLOSES or ends in _PAUSES or speech.opens(text):
        return False
    before = extent(passage.lines[-1].text.rstrip())
    if lower:
        return before >= _LONG * step.local
    full = before + 1 + extent(first_word(text)) > _FULL * step.width
    return full and step.entry.blanks == 1 and _is_running(passage, speech)


def _goes_on_after_pause(passage: Passage, text: str, lower: bool, full: bool, speech: Speech) -> bool:
    """Whether a line goes on after one that ends with a comma: recitals end with one as well."""
    numbered = _is_numbered(passage)
    if lower and not numbered:
        first = passage.lines[0].text
        # recitals may begin with small letters, as the Russian ones do
        small = first[:1].islower() or (len(passage.lines) == 1 and speech.is_formula(first))
        if small and speech.opens(text):
            return False
    if lower or text[:1].isdecimal():
        return True
    return numbered or (full and not speech.opens(text))


def _goes_on_after_stop(passage: Passage, step: Step, before: str, lower: bool, full: bool, speech: Speech) -> bool:
    """Whether a line goes on after one that ends with a stop: a new sentence, or a clause after a semicolon."""
    text, turned = step.line.text, step.entry.turned
    if lower and not turned:
        return full
    if before.endswith((":", "：")) and not turned and _is_numbered(passage):
        return True
    if not full or speech.opens(text):
        return lower and before[-1:] in ";；؛:"
    if before[-1:] in ";；؛":
        return _is_numbered(passage) and (lower or (extent(text) >= _RUNNING * step.local and not step.alone))
    if turned:
        return False
    return extent(text) >= 0.5 * step.local or text.rstrip()[-1:] in _CLOSES


def _is_numbered(passage: Passage) -> bool:
    """Whether the passage has the number of a paragraph or a point, so that it goes on to its last stop."""
    label = LABEL.match(passage.lines[0].text)
    return label is not None and bool(label["number"] or label["letter"] or label["arabic"] or label["dash"])


def _without_mark(before: str) -> str:
    """A line without the note mark that stands after its last stop; decimals and symbols (`0.20`, `DEC.1`)
    are left as they are.
    """
    found = _TRAILING_MARK.search(before) if before[-1:].isdecimal() else None
    if found is None or (found["sign"] in ".," and _INSIDE_NUMBER.search(before[: found.start()])):
        return before
    return before[: found.start() + 1]


def _is_heading(passage: Passage) -> bool:
    return len(passage.lines) < 5


def _is_sentence(passage: Passage, width: int, speech: Speech) -> bool:
    """Whether a passage without its last stop is running text: paragraphs and recitals end with one, so that
    such text goes on even after a line that breaks early.
    """
    first = passage.lines[0].text
    if _is_numbered(passage) or speech.opens(first):
        return True
    return extent(first) >= _RUNNING * width and len(passage.lines) > 1


def _is_running(passage: Passage, speech: Speech) -> bool:
    """Whether a passage without its last stop can be nothing but running text that a blank line cut."""
    first = passage.lines[0].text
    if _is_numbered(passage) or speech.opens(first):
        return True
    return len(passage.lines) > 1 and not first[:1].isdecimal() and any(sign in passage.opening for sign in ",;")


def _closes_bracket(passage: Passage, text: str) -> bool:
    """Whether the passage has left a bracket open, so that the line can only go on with it."""
    whole = passage.ending
    opened = whole.rfind("(")
    if opened <= whole.rfind(")") or len(whole) - opened > _BRACKET_REACH:
        return False
    return whole[-1] not in _CLOSES and not LABEL.match(text)


def _is_open_bracket(passage: Passage, before: str) -> bool:
    first = passage.lines[0].text
    if not first.startswith("[") or len(passage.lines) > 4 or before.endswith("]"):
        return False
    text = passage.opening
    return text.count("[") > text.count("]")


def _goes_lower(text: str) -> bool:
    """Whether a line begins as no paragraph does: with a small letter, or a sign that closes."""
    for character in text:
        if character.isalpha():
            return character.islower()
        if character in ",;.:)]»”’%/–—-":
            return True
        if character not in "“«\"'(":
            return False
    return False


def _labelled(text: str, before: str) -> bool:
    label = LABEL.match(text)
    if label is None:
        return False
    if label.end() >= len(text.rstrip()):
        return bool(NUMBER_ALONE.match(text.strip()))
    if not label["gap"] and not label["chinese"]:
        return False
    if label["letter"] and not text.startswith("(") and len(label["letter"]) > 1:
        return before[-1:] in _CLOSES
    return before[-1:] in _CLOSES or before[-1:] in _PAUSES or not before[-1:].isalnum() or extent(before) < 40
