"""Right-to-left text: from the order in which characters stand on the page to the order in which they are read.

The inverse of the Unicode bidirectional algorithm for lines that hold one level of numbers and Latin words in
Arabic or Hebrew text, which is all that resolutions have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from engross.readers.pdf.glyphs import Stretch

Placed = tuple[str, tuple[Stretch, float, float]]
"""A character, and the stretch and the edges that it stands in."""

_OPENING = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "”": "“", "’": "‘"}  # as Arabic quotes: ”…“, ’1‘
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_HYPHENS = "-‐‑"
_SEPARATORS = "./,:"  # between the figures of one number; a dash parts two numbers, which then stand right to left
_REACH = 0.6  # a sign is at most this share of the type size beside the middle of its letter
_SMALLER = 0.86  # type below this share of another's size is that of a note's mark
_JOINER = "\u200d"
_WIDTHLESS = 0.02  # a space narrower than this share of the type size is none
_BLANKS = " \u00a0"
_DASHES = "-‐‑–—"
_ROUND = "()"
_LONGEST_NUMBER = 40  # characters of figures and signs that are looked at for the word they belong to
_BETWEEN_WORDS = " \u00a0()[]&_–—'’-‐‑+%∕⁄"


def is_right_to_left(text: str) -> bool:
    """Whether most of the letters of a text are of a right-to-left script."""
    if text.isascii():
        return False
    right = left = 0
    for character in text:
        if "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc":
            right += character.isalpha()
        else:
            left += character.isalpha()
    return right > left


def has_right_to_left(text: str) -> bool:
    """Whether a letter of a text is of a right-to-left script."""
    return not text.isascii() and any(map(_joins, text))


def visual_characters(stretches: Iterable[Stretch]) -> list[Placed]:
    """The characters from left to right as they stand on the page.

    Letters of one word overlap in Arabic type, and those of a ligature have one place: a word is placed as a
    whole, and its letters keep the order in which PDFium gives them, which is the order of reading where they go
    to the left. Figures, Latin letters and signs are placed one by one, because PDFium mixes them up.
    """
    units: list[tuple[float, int, list[Placed]]] = []
    signs: list[tuple[Placed, Placed | None]] = []
    for stretch in stretches:
        text = stretch.text
        places = [(stretch, stretch.lefts[k], stretch.rights[k]) for k in range(len(text))]
        letters = [k for k in range(len(text)) if not unicodedata.combining(text[k]) and not _is_added(stretch, k)]
        for k in range(len(text)):
            if unicodedata.combining(text[k]):
                base = next((b for b in range(k - 1, -1, -1) if _joins(text[b])), None)
                signs.append(((text[k], places[k]), None if base is None else (text[base], places[base])))
        start = 0
        while start < len(letters):
            end = start + 1
            if _joins(text[letters[start]]):
                while end < len(letters) and _joins(text[letters[end]]):
                    end += 1
            unit: list[Placed] = [(text[k], places[k]) for k in letters[start:end]]
            units.append((round(min(place[1][1] for place in unit), 1), len(units), _unit_from_left(unit)))
            start = end
    units.sort(key=lambda unit: unit[:2])
    return _with_signs([place for unit in units for place in unit[2]], signs)


def _with_signs(visual: list[Placed], signs: list[tuple[Placed, Placed | None]]) -> list[Placed]:
    """The characters with each vowel sign before the letter, from the left, that it stands over or under: the one
    that PDFium names before it, where that is near; else the nearest.
    """
    for sign, before in signs:
        reach = _REACH * sign[1][0].size
        if before is not None and _joins(before[0]) and abs(_middle(before) - _middle(sign)) <= reach:
            visual.insert(next(k for k, placed in enumerate(visual) if placed[1] is before[1]), sign)
            continue
        bases = [k for k, (character, _) in enumerate(visual) if _joins(character) and character.isalpha()]
        nearest = min(bases, key=lambda k: abs(_middle(visual[k]) - _middle(sign)), default=len(visual))
        visual.insert(nearest, sign)
    return visual


def _is_added(stretch: Stretch, k: int) -> bool:
    """Whether nobody typed a character: a space without width, as PDFium adds them in words where a letter is set
    higher or lower, or the joiner that stands for glyphs without a character of their own.
    """
    if stretch.text[k] == _JOINER:
        return True
    return stretch.text[k] == " " and stretch.rights[k] - stretch.lefts[k] < _WIDTHLESS * stretch.size


def _middle(placed: Placed) -> float:
    _, (_, left, right) = placed
    return (left + right) / 2


def _joins(character: str) -> bool:
    """Whether a character is a letter of a right-to-left script."""
    return unicodedata.bidirectional(character) in ("R", "AL")


def _unit_from_left(unit: list[Placed]) -> list[Placed]:
    """The letters of a word from the left to the right."""
    if len(unit) < 2:
        return unit
    reading = unit[0][1][1] >= unit[-1][1][1]  # the first one stands at the right: the order of reading
    if not reading:
        return unit
    result: list[Placed] = []
    k = 0
    while k < len(unit):
        end = k + 1
        while end < len(unit) and unit[end][1][1:] == unit[k][1][1:]:
            end += 1  # one glyph: PDFium turned its letters with the word, so they are turned back
        result.extend(reversed(unit[k:end]))
        k = end
    return result[::-1]


def order_logically(visual: list[Placed]) -> list[Placed]:
    """The characters of a right-to-left line in the order in which they are read."""
    logical: list[Placed] = []
    turned: list[bool] = []
    end = len(visual)
    while end > 0:
        start = _left_to_right_run(visual, end)
        if start < end:
            logical.extend(visual[start:end])
            turned.extend([False] * (end - start))
            end = start
            continue
        logical.append(visual[end - 1])
        turned.append(True)
        end -= 1
    return _settle_brackets(logical, turned)


def _settle_brackets(logical: list[Placed], turned: Sequence[bool]) -> list[Placed]:
    """Give each bracket of the right-to-left text its direction by what it stands beside.

    Producers differ in whether a bracket is stored by its shape or by its meaning, and PDFium turns some of
    them: the page itself shows it. What stands before a word opens, what stands behind one closes.
    """
    text = "".join(character for character, _ in logical)
    depth = 0
    result = list(logical)
    for k, character in enumerate(text):
        if not turned[k] or not (character in _OPENING or character in _CLOSING):
            continue
        opening = character if character in _OPENING else _CLOSING[character]
        before = result[k - 1][0] if k and not _differs(logical[k - 1], logical[k]) else " "
        after = text[k + 1] if k + 1 < len(text) and not _differs(logical[k + 1], logical[k]) else " "
        spaced_before, spaced_after = before.isspace() or before in _OPENING, not after.isalnum()
        opens = depth == 0 if spaced_before == spaced_after else spaced_before
        depth = depth + 1 if opens else max(depth - 1, 0)
        result[k] = (opening if opens else _OPENING[opening], logical[k][1])
    return result


def _left_to_right_run(visual: list[Placed], end: int) -> int:
    """Where the run of Latin letters and digits that ends before `end` starts; `end` if there is none.

    Figures at the right of Latin words belong to them (`No. 27`, `Nos. 970–973`), and so does what stands in brackets
    behind them (`A.1090(28)`, `A/76/6 (Sect. 26)`): they end the words, as far as a page can tell.
    """
    if not _strong_left(visual[end - 1][0]):
        return _bracketed_run(visual, end)
    start = end - 1
    k = start
    letters = visual[start][0].isalpha()
    while k > 0:
        character = visual[k - 1][0]
        if _differs(visual[k - 1], visual[start]):
            break  # a note's mark
        if _strong_left(character):
            letters = letters or character.isalpha()
            start = k - 1
        elif letters:
            if character not in _SEPARATORS and character not in _BETWEEN_WORDS:
                break
        elif character in _HYPHENS and k > 1 and _is_latin(visual[k - 2][0]):
            pass  # a symbol: A/ES-10/273
        elif (character in _BLANKS or character in _DASHES) and _follows_word(visual, k - 1):
            letters = True
        elif character not in _SEPARATORS:
            break
        k -= 1
    return start


def _follows_word(visual: list[Placed], k: int) -> bool:
    """Whether the figures and signs to the left of `k` follow a Latin word, and no symbol: `Nos. 970`, `COP`."""
    least = max(0, k - _LONGEST_NUMBER)
    while k > least and not visual[k - 1][0].isalpha():
        character = visual[k - 1][0]
        if not (_strong_left(character) or character in _SEPARATORS or character in _BLANKS or character in _DASHES):
            return False
        k -= 1
    if k == least or not _strong_left(visual[k - 1][0]):
        return False
    word = []
    while k > 0 and (_strong_left(visual[k - 1][0]) or visual[k - 1][0] in "/-"):
        word.append(visual[k - 1][0])
        k -= 1
    return any(map(str.islower, word)) or not any(c.isdigit() or c == "/" for c in word)


def _bracketed_run(visual: list[Placed], end: int) -> int:
    """Where the run starts that ends with what stands in brackets before `end`; `end` if that is none.

    Brackets right behind a word or symbol belong to it; those behind a space only where Latin letters stand in them,
    since a year stands in brackets behind every number of a resolution.
    """
    if visual[end - 1][0] not in _ROUND:
        return end
    k = end - 2
    letters = False
    while k > 0 and visual[k][0] not in _ROUND and not _joins(visual[k][0]):
        letters = letters or _is_latin(visual[k][0])
        k -= 1
    before = k - 1 if letters and k and visual[k - 1][0] in _BLANKS else k
    if visual[k][0] not in _ROUND or not before or k + 2 == end or not _strong_left(visual[before - 1][0]):
        return end
    if any(_differs(visual[n], visual[before - 1]) for n in (k, end - 1)):
        return end  # the brackets of a note's mark
    start = _left_to_right_run(visual, before)
    if not any(_is_latin(visual[n][0]) for n in range(start, before)):
        return end
    visual[k], visual[end - 1] = ("(", visual[k][1]), (")", visual[end - 1][1])
    return start


def _is_latin(character: str) -> bool:
    return character.isalpha() and unicodedata.bidirectional(character) == "L"


def _differs(one: Placed, other: Placed) -> bool:
    """Whether one of two characters is so much smaller that it is part of a note's mark."""
    sizes = one[1][0].size, other[1][0].size
    return min(sizes) < _SMALLER * max(sizes)


def _strong_left(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("L", "EN", "AN")
