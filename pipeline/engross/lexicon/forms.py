"""Forms: how the lexicon writes a line, and how a line is recognised by the same words.

A form is text with `{fields}`. Forms that are only recognised may also have `[optional parts]` and
`<one|of|these>`. Folding (see `folding`) makes case, quotes, dashes and spaces of no account; beyond that,
spaces beside punctuation may be missing or added, and in languages that write no spaces, anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from engross.lexicon.folding import Folded, fold_word

_TOKEN = re.compile(r"\{([\w.]+)\}|([\[\]<>|])")
_RUN_ON = frozenset({"date"})
"""Fields before which sources lose the space."""
_LOOSE = frozenset("'\"-,:;()/.")


def compile_form(form: str, fields: Mapping[str, str], *, spaced: bool = True) -> str:
    """The regular expression, over folded text, of one form.

    `fields` gives each field's own expression; a name with a dot becomes a group with an underscore. A field
    named a second time must be a class of words: it is not captured again.
    """
    pieces: list[str] = []
    captured: set[str] = set()
    place = 0
    for token in _TOKEN.finditer(form):
        pieces.append(_literal(form[place : token.start()], spaced=spaced))
        place = token.end()
        if token[1] in _RUN_ON and pieces[-1].endswith(" "):
            pieces[-1] += "?"
        if token[1]:
            name = token[1].replace(".", "_")
            capture = "(?:" if name in captured else f"(?P<{name}>"
            captured.add(name)
            pieces.append(f"{capture}{fields[token[1]]})")
        else:
            pieces.append({"[": "(?:", "]": ")?", "<": "(?:", ">": ")", "|": "|"}[token[2]])
    pieces.append(_literal(form[place:], spaced=spaced))
    return "".join(pieces)


def _literal(text: str, *, spaced: bool) -> str:
    """Literal words as an expression. A space at either edge of the literal is kept as one."""
    if not text:
        return ""
    folded = fold_word(text)
    if not folded:
        return " " if spaced else " ?"
    if not spaced:
        return " ?" + " ?".join(map(re.escape, folded.replace(" ", ""))) + " ?"
    out = [" "] if text[0].isspace() and folded[0] not in _LOOSE else []
    for n, char in enumerate(folded):
        if char in _LOOSE:
            out.append(f" ?{re.escape(char)} ?")
        elif char != " ":
            out.append(re.escape(char))
        elif folded[n - 1] not in _LOOSE and folded[n + 1] not in _LOOSE:
            out.append(" ")
    if text[-1].isspace() and folded[-1] not in _LOOSE:
        out.append(" ")
    return "".join(out)


def alternatives(words: Iterable[str], *, spaced: bool = True) -> str:
    """An expression for one of these words or phrases, the longest first."""
    ordered = sorted({fold_word(w) for w in words if w}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(_literal(word, spaced=spaced) for word in ordered) + ")" if ordered else "(?!)"


class Forms:
    """The forms of one kind of line, tried in order: those that are printed come first."""

    def __init__(self, forms: Iterable[str], fields: Mapping[str, str], *, spaced: bool = True) -> None:
        self._sources = tuple(dict.fromkeys(forms))
        self._fields = fields
        self._spaced = spaced
        self._compiled: dict[int, re.Pattern[str]] = {}

    def _pattern(self, n: int) -> re.Pattern[str]:
        if n not in self._compiled:
            self._compiled[n] = re.compile(compile_form(self._sources[n], self._fields, spaced=self._spaced))
        return self._compiled[n]

    def whole(self, folded: Folded) -> Iterator[re.Match[str]]:
        """The matches of the forms with the whole text, punctuation at its end aside."""
        text = folded.text.rstrip(" .,;:*")
        for n in range(len(self._sources)):
            if match := self._pattern(n).fullmatch(text):
                yield match

    def leading(self, folded: Folded) -> Iterator[re.Match[str]]:
        """The matches of the forms with the beginning of the text, ending where a word ends."""
        for n in range(len(self._sources)):
            match = self._pattern(n).match(folded.text)
            if match and (not self._spaced or ends_word(folded.text, match.end())):
                yield match

    def anywhere(self, folded: Folded) -> Iterator[re.Match[str]]:
        """The first match of each form anywhere in the text."""
        for n in range(len(self._sources)):
            if match := self._pattern(n).search(folded.text):
                yield match


def ends_word(text: str, place: int) -> bool:
    """Whether a word can end at this place of a text."""
    return place == 0 or place >= len(text) or not (text[place - 1].isalnum() and text[place].isalpha())
