"""The outline of a document: head, text or lettered texts, closing lines, annexes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engross.model.masthead import Closing, Dated, Vote
from engross.recognise.structure.blocks import Annex, Text
from engross.recognise.structure.body import read_body
from engross.recognise.structure.head import Head, head_end, read_head
from engross.recognise.structure.headings import heading_of
from engross.recognise.structure.passage import Passage, cut, join
from engross.recognise.structure.wording import Wording

_HEAD_MOST = 80
_LETTER_REACH = 5
_MASTHEAD_REACH = 6
_LONGEST_TITLE = 300
_LONGEST_CLOSING = 90
_LONGEST_FIRST = 200
_SPACES = re.compile(r"\s+")
_YEAR = re.compile(r"\d{4}")


@dataclass(slots=True)
class Outline:
    """The head as recognised, the texts in order, and whether they are lettered parts of one number."""

    head: Head
    texts: list[Text] = field(default_factory=list)
    lettered: bool = False
    organ: str = ""


def read_outline(passages: Sequence[Passage], wording: Wording) -> Outline:
    """The outline of a document. Every passage ends up in the head, in a text or in an annex."""
    passages = [one.spelt() if one.label and wording.label(one) is None else one for one in passages]
    formula = _formula_at(passages, wording)
    if formula is None:
        end = head_end(passages[:_HEAD_MOST], wording)
        return Outline(read_head(_spelt(passages[:end]), wording), [_read_text(passages[end:], wording)])
    organ = wording.formula(passages[formula])
    starts = _letters(passages, wording)
    if starts and starts[0] < formula:
        head = read_head(_spelt(passages[: starts[0]]), wording)
        texts = [_read_part(passages[a:b], wording) for a, b in itertools.pairwise([*starts, len(passages)])]
        return Outline(head, texts, lettered=True, organ=organ.organ if organ else "")
    head = read_head(_spelt(passages[:formula]), wording)
    text = _read_text(passages[formula:], wording)
    return Outline(head, [text], organ=organ.organ if organ else "")


def _spelt(passages: Sequence[Passage]) -> list[Passage]:
    return [one.spelt() for one in passages]


def _formula_at(passages: Sequence[Passage], wording: Wording) -> int | None:
    """Where the enacting formula stands. In some languages the organ's name in the masthead reads the same: it
    has no comma, and lines of the masthead follow it.
    """
    for n, one in enumerate(passages[:_HEAD_MOST]):
        found = wording.formula(one)
        if found is None:
            continue
        if found.after > found.end or one.italic or _titled(passages[:n], wording):
            return n
        if not _heads(passages[n + 1 : n + 1 + _MASTHEAD_REACH], wording):
            return n
    return None


def _titled(before: Sequence[Passage], wording: Wording) -> bool:
    """Whether the masthead is over: the resolution's number stands before, with its title."""
    for one in before:
        found = wording.lexicon.symbols.match_bare(one.text, 0) if one.text[:1].isdigit() else None
        if found is not None and one.text[found[0] : found[0] + 1] in (".", " ", "\t"):
            return True
    return False


def _heads(following: Sequence[Passage], wording: Wording) -> bool:
    """Whether lines follow that only a masthead or a title block has."""
    language = wording.language
    for one in following:
        for line in one.lines():
            text = _line(line.text)
            if language.parse_distribution(text) or language.parse_session(text) or language.parse_agenda_item(text):
                return True
            if language.parse_adoption(text) or language.parse_number_line(text) or language.parse_formula(text):
                return True
    return False


def _letters(passages: Sequence[Passage], wording: Wording) -> list[int]:
    """Where lettered resolutions begin: a letter alone, a title, and a formula soon after. At least two."""
    found: list[int] = []
    for n, one in enumerate(passages):
        if one.table is not None or len(one.text) > 8:
            continue
        section = wording.language.parse_section(one.text)
        if section is None or section.kind != "letter" or section.rest or section.value != len(found) + 1:
            continue
        if any(wording.formula(later) for later in passages[n + 1 : n + 1 + _LETTER_REACH]):
            found.append(n)
    return found if len(found) > 1 else []


def _read_part(passages: Sequence[Passage], wording: Wording) -> Text:
    formula = next(n for n, one in enumerate(passages) if wording.formula(one))
    text = _read_text(passages[formula:], wording)
    text.letter = passages[0].text.strip(" .")
    text.title = join(passages[1:formula])
    return text


def _read_text(passages: Sequence[Passage], wording: Wording) -> Text:
    closing_at, closing, after = _closing(passages, wording)
    annexes = _annex_starts(passages, after if closing_at is not None else 0, wording)
    end = closing_at if closing_at is not None else (annexes[0] if annexes else len(passages))
    text = Text(read_body(passages[:end], wording, annex=False), closing)
    if closing_at is not None:
        text.closing_lines = [line for one in passages[closing_at:after] for line in one.lines()]
        behind = passages[after : annexes[0] if annexes else len(passages)]
        if len(behind) > 3 or any(wording.label(one) for one in behind if one.table is None):
            text.annexes.append(Annex("annex", (), [], "", read_body(behind, wording, annex=True)))
        else:
            text.after = [one.runs for one in behind]
    for start, stop in itertools.pairwise([*annexes, len(passages)]):
        text.annexes.append(_annex(passages[start:stop], wording))
    return text


# --- closing lines


def _closing(passages: Sequence[Passage], wording: Wording) -> tuple[int | None, Closing, int]:
    """Where the closing lines begin, what they say, and where they end."""
    labelled: int | None = None
    for n in range(1, len(passages)):
        first = _first_closing_line(passages[n], wording)
        if first and wording.language.parse_vote(first) is not None:
            if labelled is None:
                labelled = _last_labelled(passages, wording)
            begins = n > labelled
        else:
            begins = bool(first) and _begins_closing(passages, n, first, wording)
        if begins:
            closing, after = _read_closing(passages, n, wording)
            return n, closing, after
    return None, Closing(), len(passages)


def _first_closing_line(one: Passage, wording: Wording) -> str:
    """The first line of a passage that is short enough to be a closing line; else an empty string."""
    if one.table is not None or one.label or len(one.text) > _LONGEST_FIRST or not one.text.strip():
        return ""
    return _closing_lines(one, wording)[0]


def _last_labelled(passages: Sequence[Passage], wording: Wording) -> int:
    return next(
        (n for n in range(len(passages) - 1, -1, -1) if not passages[n].table and wording.label(passages[n])), -1
    )


def _begins_closing(passages: Sequence[Passage], n: int, first: str, wording: Wording) -> bool:
    """Whether closing lines begin here: a meeting, or a date that ends the text or stands before an annex."""
    if wording.language.parse_meeting(first) is not None:
        return True
    if wording.language.parse_date(first) is None:
        return False
    if n + 1 == len(passages):
        return True
    following = passages[n + 1].text
    return bool(wording.language.parse_annex(following) or wording.language.parse_meeting(_line(following)))


def _read_closing(passages: Sequence[Passage], start: int, wording: Wording) -> tuple[Closing, int]:
    meeting = number = ""
    dated: Dated | None = None
    lines: list[str] = []
    n = start
    while n < len(passages) and passages[n].table is None and not passages[n].label:
        texts = _closing_lines(passages[n], wording)
        open_vote = bool(lines) and "]" not in "".join(lines)
        if open_vote or (texts and (texts[0].startswith("[") or wording.language.parse_vote(texts[0]))):
            if wording.language.parse_annex(passages[n].text):
                break
            lines += texts
            n += 1
            continue
        if lines or not all(_is_closing_line(text, wording) for text in texts):
            break
        for text in texts:
            found = wording.language.parse_meeting(text)
            if found is not None and not meeting:
                meeting, number = text, found.number
            else:
                date = wording.language.parse_date(text)
                dated = dated or Dated(text, date)
        n += 1
    return Closing(meeting, number, dated, _vote(lines, wording)), n


def _closing_lines(passage: Passage, wording: Wording) -> list[str]:
    """The lines of a passage; meeting and date run together on one line are two."""
    found: list[str] = []
    for line in passage.lines():
        text = _line(line.text)
        if len(text) > _LONGEST_CLOSING or not _YEAR.search(text) or _is_closing_line(text, wording):
            found.append(text)
            continue
        for space in _SPACES.finditer(text):
            one, other = text[: space.start()], text[space.end() :]
            if _is_closing_line(one, wording) and _is_closing_line(other, wording):
                found += [one, other]
                break
        else:
            found.append(text)
    return found


def _is_closing_line(text: str, wording: Wording) -> bool:
    return wording.language.parse_meeting(text) is not None or wording.language.parse_date(text) is not None


def _vote(lines: list[str], wording: Wording) -> Vote | None:
    if not lines:
        return None
    found = wording.language.parse_vote(" ".join(lines[:2])) or wording.language.parse_vote(lines[0])
    if found is None:
        return Vote(tuple(lines))
    return Vote(
        tuple(lines),
        found.role == "recorded",
        found.in_favour,
        found.against,
        found.abstaining,
        found.role == "unanimous",
    )


def _line(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" *_")


# --- annexes


def _annex_starts(passages: Sequence[Passage], start: int, wording: Wording) -> list[int]:
    """Where annexes begin. Before the closing lines (or without any) the heading must look like one."""
    found: list[int] = []
    for n in range(max(start, 1), len(passages)):
        one = passages[n]
        if one.table is not None or one.label or one.ends_with_sign or len(one.text) > _LONGEST_TITLE:
            continue
        match = wording.language.parse_annex(one.text)
        if match is None:
            continue
        if not match.rest or one.bold or one.level or (not wording.bold and len(one.text) < 120):
            found.append(n)
    return found


def _annex(passages: Sequence[Passage], wording: Wording) -> Annex:
    match = wording.language.parse_annex(passages[0].text)
    head = passages[0]
    titles: list[Passage] = []
    body = 1
    if match is not None and match.rest and "\n" in head.text:
        first, *others = head.lines()
        titles.append(replace(first, runs=join(others)))
        head = first
    if not (match is not None and match.rest):
        body = _titles(passages, titles, wording)
    return Annex(
        match.kind if match else "annex",
        _plain_look(head),
        [(_plain_look(title), title.form) for title in titles],
        head.form,
        read_body(passages[body:], wording, annex=True),
    )


def _titles(passages: Sequence[Passage], titles: list[Passage], wording: Wording) -> int:
    """Collects the lines of an annex's title; gives where its text begins.

    A second line is a subtitle where no heading of its look follows later; else it heads the first section.
    """
    n = 1
    while n < len(passages) and n <= 3:
        one = passages[n]
        if one.table is not None or one.label or wording.label(one) or wording.formula(one):
            break
        before = heading_of(passages[0], None, None, wording) or passages[0]
        after = passages[n + 1] if n + 1 < len(passages) else None
        heading = heading_of(one, before, after, wording)
        titled = not titles and not one.ends_with_sign and len(one.text) <= _LONGEST_TITLE and after is not None
        if heading is None and not (titled and not one.italic and not wording.bold):
            break
        if heading is not None and heading.number and heading.rank <= 5:
            break
        if titles and (_recurs(one, passages[n + 1 :], wording) or 0 < titles[-1].level < one.level):
            break
        titles.append(one)
        n += 1
    return n


def _recurs(one: Passage, later: Sequence[Passage], wording: Wording) -> bool:
    return any(
        other.bold == one.bold and other.italic == one.italic and heading_of(other, later[n - 1], None, wording)
        for n, other in enumerate(later)
        if n and other.table is None and (other.bold or other.italic)
    )


def _plain_look(passage: Passage) -> tuple:  # type: ignore[type-arg]
    """The runs of a heading without the look that headings have anyway."""
    runs = cut(passage.runs, 0, len(passage.text))
    if passage.bold:
        runs = tuple(replace(run, bold=False) for run in runs)
    return runs
