"""Joining printed lines to the text of a paragraph: spaces, hyphens at line ends, runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from engross.model.flow import Line, Run
from engross.model.furniture import Furniture, FurnitureKind
from engross.recognise.assemble.habits import habit
from engross.recognise.assemble.signs import NUMBER_ALONE
from engross.recognise.assemble.typesetters import Typesetter

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-‐]$")
_FIRST = re.compile(r"^([^\W\d_]+)")
_SOFT = "\u00ad"
_KASHIDA = "\u0640"
_STRETCHED = re.compile("(?<=[\u0621-\u064a])\u0640+(?=[\u0621-\u063f\u0641-\u064a])")
_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


_PARTED = re.compile(r"([^\W\d_]+)([-‐]) ([^\W\d_]+)")
_PARTED_BEFORE = re.compile(r"([^\W\d_]+) ([-‐])([^\W\d_]+)")
_TAIL = 3  # letters that may be parted from the end of a word
_TWO = re.compile(rf"(?<![\w’'-])([^\W\d_]+) ([^\W\d_]{{1,{_TAIL}}})(?![\w’'-])")


class Vocabulary:
    """The words of one document, whole and hyphenated, to decide on hyphens by the document's own use."""

    def __init__(self, lines: Iterable[Line], language: str, by: Typesetter) -> None:
        words: list[str] = []
        found_in: list[list[str]] = []
        broken = False
        for line in lines:
            text = line.text
            found = _WORD.findall(text)
            found_in.append(found)
            first = 1 if broken else 0
            broken = text.endswith(("-", "‐"))
            words += found[first : -1 if broken else None]
        together = "\n".join(words)
        self._words = Counter(together.casefold().replace("‑", "-").replace("‐", "-").split("\n"))
        self._tails = tuple(self._parted_tails(found_in))
        self._habit = habit(language)
        self.by = by

    def _parted_tails(self, found_in: list[list[str]]) -> Iterator[str]:
        """The ends of words that stand apart from their word on some line, with the space before them."""
        rare = {word for word, times in self._words.items() if times == 1 and len(word) <= _TAIL}
        for words in found_in:
            if not rare.isdisjoint(words):
                pairs = ((first, last) for first, last in pairwise(words) if last in rare)
                yield from (f" {last}" for first, last in pairs if self._words[(first + last).casefold()] > 1)

    def keeps_hyphen(self, first: str, last: str) -> bool:
        """Whether the hyphen between the two halves of a word, parted at a line's end, belongs to the word."""
        if not self.by.breaks_words or not last[:1].islower() or (len(first) > 1 and first.isupper()):
            return True
        first, last = first.casefold(), last.casefold()
        joined, hyphened = self._words[first + last], self._words[f"{first}-{last}"]
        if joined or hyphened:
            return hyphened >= joined
        if first.rsplit("-", 1)[-1] in self._habit.first or last in self._habit.last:
            return True
        if not self._habit.automatic:
            return True
        return bool(self._words[first] and self._words[last] and len(first) > 2)

    def mend(self, text: str) -> str:
        """The text without spaces that an extraction put into words, where the document itself shows the word:
        `action- oriented`, `eighty -first`, `approach es`. White space only.
        """
        if "- " in text or "‐ " in text:
            text = _PARTED.sub(self._closed, text)
        if " -" in text or " ‐" in text:
            text = _PARTED_BEFORE.sub(self._closed_if_known, text)
        if any(tail in text for tail in self._tails):
            text = _TWO.sub(self._whole_if_known, text)
        return text

    def _closed(self, found: re.Match[str]) -> str:
        suspended = found[3].casefold() in self._habit.joining and not self._words[f"{found[1]}-{found[3]}".casefold()]
        return found[0] if suspended else found[1] + found[2] + found[3]

    def _closed_if_known(self, found: re.Match[str]) -> str:
        known = self._words[f"{found[1]}-{found[3]}".casefold()]
        return found[1] + found[2] + found[3] if known else found[0]

    def _whole_if_known(self, found: re.Match[str]) -> str:
        whole = (found[1] + found[2]).casefold()
        # sure only where the tail is no word that the document has anywhere else
        if self._words[whole] > 1 and self._words[found[2].casefold()] == 1 and found[2].islower():
            return found[1] + found[2]
        return found[0]


def extent(text: str) -> int:
    """The width of a text in columns: a Chinese character takes two."""
    return len(text) if text.isascii() else len(text) + len(_IDEOGRAPH.findall(text))


def first_word(text: str) -> str:
    """The first stretch of a line that a line break cannot part: a word, or one Chinese character with the
    signs that must follow it.
    """
    if _IDEOGRAPH.match(text):
        end = 1
        while end < len(text) and text[end] in "，。；：、？！）》」”’":
            end += 1
        return text[:end]
    return text.split(None, 1)[0] if text.strip() else ""


def join_lines(lines: list[Line], vocabulary: Vocabulary, furniture: list[Furniture]) -> tuple[Run, ...]:
    """The runs of a paragraph out of its printed lines.

    Lines are joined with a space, except in Chinese and after a hyphen. Hyphens that only broke a word and
    soft hyphens leave the text and are listed in `furniture`.
    """
    runs: list[Run] = []
    texts: list[str] = []  # what becomes of the texts of the runs
    for number, line in enumerate(lines):
        added = [run for run in _plain_runs(line, vocabulary.by, furniture) if run.text]
        if line.label:
            added.insert(0, Run(line.label + "\t"))
        opening = added[0].text if added else ""
        if number and texts and added:
            opening = opening.lstrip()
            gap = _seam(texts, opening, lines[number - 1], vocabulary, furniture)
            if gap:
                texts[-1] = texts[-1].rstrip() + gap
        for position, run in enumerate(added):
            text = run.text if position else opening
            if text:
                runs.append(run)
                texts.append(text)
    return _trimmed(_merged(runs, texts))


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without white space before the first and after the last character."""
    if not runs or not (runs[0].text[:1].isspace() or runs[-1].text[-1:].isspace()):
        return runs
    kept = list(runs)
    while kept and not kept[-1].text.strip() and kept[-1].note is None:
        kept.pop()
    while kept and not kept[0].text.strip() and kept[0].note is None:
        kept.pop(0)
    if kept:
        kept[0] = kept[0].retold(kept[0].text.lstrip())
        kept[-1] = kept[-1].retold(kept[-1].text.rstrip())
    return tuple(kept)


def _plain_runs(line: Line, by: Typesetter, furniture: list[Furniture]) -> list[Run]:
    """The runs of a line without soft hyphens and, on a printed page, without strokes that stretch words."""
    runs = list(line.runs)
    for number, run in enumerate(runs):
        text = run.text
        if _KASHIDA in text and line.box is not None and by.stretches_words:
            text = _without_kashida(text, line, furniture)
        if _SOFT in text:
            furniture += [Furniture(FurnitureKind.HYPHEN, _SOFT, line.span)] * text.count(_SOFT)
            text = text.replace(_SOFT, "")
        if text is not run.text:
            runs[number] = run.retold(text)
    return runs


def _look(run: Run) -> tuple[object, ...]:
    return (
        run.italic,
        run.bold,
        run.raised,
        run.underline,
        run.small_caps,
        run.size,
        run.note,
        run.href,
        run.language,
        run.change,
    )


def _merged(runs: list[Run], texts: list[str]) -> tuple[Run, ...]:
    """The runs with their new texts, neighbours of one look made one."""
    result: list[Run] = []
    for _, group in groupby(zip(runs, texts, strict=True), key=lambda piece: _look(piece[0])):
        pieces = list(group)
        first, text = pieces[0][0], "".join([text for _, text in pieces])
        result.append(first if text == first.text else first.retold(text))
    return tuple(result)


def _without_kashida(text: str, line: Line, furniture: list[Furniture]) -> str:
    """A printed line's text without the strokes that only stretched its words to fill the measure."""
    plain = _STRETCHED.sub("", text)
    furniture += [Furniture(FurnitureKind.HYPHEN, _KASHIDA, line.span)] * (len(text) - len(plain))
    return plain


def _seam(
    texts: list[str],
    first: str,
    before: Line,
    vocabulary: Vocabulary,
    furniture: list[Furniture],
) -> str:
    """What stands between the texts and `first`, the next line: a space, a tab after a number, or nothing; takes
    out a broken hyphen.
    """
    last = texts[-1].rstrip()
    if before.text.endswith(_SOFT):
        return ""
    if not last or not first:
        return " "
    if len(texts) == 1 and before.box is None and NUMBER_ALONE.match(last):
        return "\t"
    if last[-1] in "-‐" and len(last) > 1 and not last[-2].isspace():
        whole = _LAST.search("".join(texts[-2:]).rstrip())
        opening = _FIRST.match(first)
        broken = whole and opening and not vocabulary.keeps_hyphen(whole[1], opening[1])
        if broken:
            furniture.append(Furniture(FurnitureKind.HYPHEN, last[-1], before.span))
        texts[-1] = last[:-1] if broken else last
        return ""
    dashed = last[-1] in "–—/" and len(last) > 1 and not last[-2].isspace()
    if dashed or (_IDEOGRAPH.match(last[-1]) and _IDEOGRAPH.match(first[0])):
        texts[-1] = last
        return ""
    return " "
