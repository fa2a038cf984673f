"""Agenda item numbers: "57 (b)" in neutral form, "57 b)", "57 (ب)", "57(b)" as languages print them."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from engross.lexicon.folding import fold_word
from engross.lexicon.forms import alternatives
from engross.lexicon.labels import LabelForms

_NEUTRAL = re.compile(r"\(([a-z]{1,3})\)|(\d+)|( and )|(, )")


class AgendaNumbers:
    """The `[agenda]` of a language file: `letter` is how a letter follows the number, `links` the words that
    join several items.
    """

    def __init__(self, data: Mapping[str, Any], labels: LabelForms) -> None:
        self._letter: str = data["letter"]
        self._gap: str = data.get("gap", " ")
        self._links: tuple[str, ...] = tuple(data["links"])
        self._labels = labels

    def spell(self, number: str) -> str:
        """The printed form of a neutral number."""
        out = ""
        for match in _NEUTRAL.finditer(number):
            letter, figures, conjunction, comma = match.groups()
            if letter:
                sign = self._labels.own(letter)
                out += (self._gap if out[-1:].isdigit() else "") + self._letter.format(letter=sign)
            elif conjunction:
                out += f" {self._links[0]} " if self._gap else self._links[0]
            else:
                out += figures or comma
        return out or number

    @functools.cached_property
    def expression(self) -> str:
        """The expression, over folded text, of one or more item numbers with their letters."""
        letter = r"[^\W\d_]{1,3}(?: [^\W\d_])?"
        marked = rf"(?: ?,? ?\(? ?{letter} ?\)| ?, ?{letter}(?= ?,| )| {letter}(?= ))"
        link = rf"(?: ?, ?| ?{alternatives(self._links)} ?)"
        item = rf"\d{{1,3}}(?:{marked})?"
        return rf"{item}(?:{link}(?:{item}|\(? ?{letter} ?\)))*"

    @functools.cached_property
    def strict(self) -> str:
        """As `expression`, but letters only with a bracket, for lines where text may follow directly."""
        letter = r"[^\W\d_]{1,3}(?: [^\W\d_])?"
        marked = rf"(?: ?\(? ?{letter} ?\))?"
        link = rf"(?: ?, ?| ?{alternatives(self._links)} ?)"
        return rf"\d{{1,3}}{marked}(?:{link}(?:\d{{1,3}}\b{marked}|\(? ?{letter} ?\)))*"

    def neutral(self, text: str) -> str:
        """The neutral form of a printed number (folded or not)."""
        links = {fold_word(link) for link in self._links}
        pieces: list[str] = []
        joined = ""
        plain = re.sub(r"([^\W\d_]) \1(?![^\W\d_])", r"\1\1", fold_word(text))
        for word in re.findall(r"\d+|[^\W\d_]+|,", plain):
            if word in links:
                joined = " and "
            elif word == ",":
                joined = joined or ", "
            elif word.isdigit():
                pieces.append((joined if pieces else "") + word)
                joined = ""
            else:
                letter = self._labels.latin(word)
                lead = " " if joined in ("", ", ") and pieces[-1:] and pieces[-1][-1].isdigit() else joined
                pieces.append(f"{lead}({letter})")
                joined = ""
        return "".join(pieces)
