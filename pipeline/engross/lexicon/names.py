"""Names in running text: organs and other bodies, offices, treaties, recognised by the forms of `names/CODE.toml`.

A name counts with its capital where the script has capitals; beyond its first letters case does not matter, unless the
form is all capitals (UNESCO), nor do kinds of apostrophe, space and hyphen, or vowel signs. The longest name that fits
at a place is taken. Time grows with the text alone: names are walked letter by letter from where one can begin.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["apart", "bodies", "roles", "treaties"]
_KINDS: tuple[Kind, ...] = ("bodies", "roles", "treaties")
_CHOICE = re.compile(r"\[([^\[\]]*)\]|<([^<>]*)>")
_LIKE = {"’": "'", "\u00a0": " ", "\u202f": " ", "\n": " ", "‑": "-", "‐": "-"}
_ENDING = 3
"""The most letters of a case ending that `*` stands for."""
_SILENT = frozenset("\u00ad\u0640\u200b\u200c\u200d\u200e\u200f" + "".join(map(chr, range(0x64B, 0x653))))
"""What a name may hold without being another: vowel signs, drawn-out letters, marks of direction, soft hyphens."""
_NEAR = 16
"""How many letters before a name its condition may look at."""
_ANY = re.compile("")
_Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: where it stands, what it names, and whether that is a body, an office or a treaty."""

    start: int
    end: int
    id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Condition:
    """What must stand, or must not stand, right before (`after`) and right behind (`before`) a form."""

    after: re.Pattern[str]
    not_after: re.Pattern[str] | None
    before: re.Pattern[str]
    not_before: re.Pattern[str] | None

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> _Condition:
        after, not_after = table.get("after"), table.get("not_after")
        before, not_before = table.get("before"), table.get("not_before")
        return cls(
            re.compile(f"(?:{after})$") if after else _ANY,
            re.compile(f"(?:{not_after})$") if not_after else None,
            re.compile(before) if before else _ANY,
            re.compile(not_before) if not_before else None,
        )

    def holds(self, text: str, start: int, end: int) -> bool:
        near = text[max(0, start - _NEAR) : start] if start else ""
        return (
            self.after.search(near) is not None
            and (self.not_after is None or self.not_after.search(near) is None)
            and self.before.match(text, end) is not None
            and (self.not_before is None or self.not_before.match(text, end) is None)
        )


_Entry = tuple[Kind, str, bool, tuple[_Condition, ...]]
"""Kind, id, whether it is written in capitals (an abbreviation), conditions."""


class NameForms:
    """The names of one language. `spaced` says whether it writes spaces between words."""

    def __init__(self, data: Mapping[str, Any], *, spaced: bool) -> None:
        self._data = data
        self._spaced = spaced
        self._key = 4 if spaced else 2  # letters by which names are sorted before any is walked
        self._tries: dict[str, _Node] = {}

    @functools.cached_property
    def _conditions(self) -> Mapping[str, tuple[_Condition, ...]]:
        found: dict[str, tuple[_Condition, ...]] = {}
        for table in self._data.get("conditions", ()):
            condition = _Condition.read(table)
            for form in itertools.chain.from_iterable(map(expand, table["forms"])):
                found[form] = (*found.get(form, ()), condition)
        return found

    @functools.cached_property
    def _forms(self) -> Mapping[str, list[tuple[str, _Entry]]]:
        """Every form under its first letters, as it begins in a text."""
        sorted_forms: dict[str, list[tuple[str, _Entry]]] = {}
        openings: Mapping[str, list[str]] = self._data.get("openings", {})
        for kind, name, form in self._all():
            entry = (kind, name, form.isupper(), self._conditions.get(form, ()))
            opening = next((start for start in openings if start and form.startswith(start)), "")
            for beginning in (opening, *openings.get(opening, ())):
                written = beginning + form[len(opening) :]
                key = written[: self._key].partition("*")[0]
                sorted_forms.setdefault(key, []).append((written, entry))
        return sorted_forms

    def _all(self) -> Iterator[tuple[Kind, str, str]]:
        for form in self._data.get("apart", ()):
            yield from (("apart", "", each) for each in expand(form))
        for kind in _KINDS:
            for name, forms in self._data.get(kind, {}).items():
                for form in forms:
                    yield from ((kind, name, each) for each in expand(form))

    @functools.cached_property
    def _starts(self) -> re.Pattern[str]:
        """Where a name can begin: at the first letters of one."""
        return re.compile(_one_of(sorted(self._forms)))

    def find(self, text: str) -> list[Name]:
        """The names in a text, in order, none inside another."""
        plain = _alike(text)
        found: list[Name] = []
        past = 0
        low = ""
        for match in self._starts.finditer(plain):
            start = match.start()
            if start < past or not self._begins(plain, start):
                continue
            low = low or _lowered(plain)
            for end, (kind, name, capitals, conditions) in self._fitting(match[0], low, start):
                if capitals and (not plain[start:end].isupper() or plain[end : end + 1] == "/"):
                    continue  # UNESCO/99/1 is a symbol
                if all(condition.holds(plain, start, end) for condition in conditions):
                    if kind != "apart":
                        found.append(Name(start, end, name, kind))
                    past = end
                    break
        return found

    def _begins(self, text: str, place: int) -> bool:
        before = text[place - 1] if place else " "
        return not self._spaced or not (before.isalnum() or before in "-_")

    def _fitting(self, key: str, low: str, start: int) -> list[tuple[int, _Entry]]:
        """All names that begin here, the longest first."""
        ends: list[tuple[int, _Entry]] = []
        waiting = [(self._trie(key), start)]
        while waiting:
            node, place = waiting.pop()
            while True:
                if "" in node and (not self._spaced or not low[place : place + 1].isalnum()):
                    ends.append((place, node[""]))
                if "*" in node:
                    ending = _word_end(low, place)
                    if ending - place <= _ENDING:
                        waiting.append((node["*"], ending))
                if place == len(low) or low[place] == "*":
                    break
                if low[place] in node:
                    node = node[low[place]]
                elif low[place] not in _SILENT:
                    break
                place += 1
        return sorted(ends, key=lambda one: -one[0]) if len(ends) > 1 else ends

    def _trie(self, key: str) -> _Node:
        """The forms that begin with these letters, as letters that follow each other; made when first met."""
        if key not in self._tries:
            root: _Node = {}
            beginnings = (key[:size] for size in range(1, len(key) + 1))
            for form, entry in itertools.chain.from_iterable(self._forms.get(each, ()) for each in beginnings):
                node = root
                for letter in form.lower():
                    node = node.setdefault(letter, {})
                node.setdefault("", entry)
            self._tries[key] = root
        return self._tries[key]


def expand(form: str) -> list[str]:
    """The forms that one with `[optional]` parts and `<one|of|these>` stands for."""
    match = _CHOICE.search(form)
    if match is None:
        return [form]
    choices = ("", match[1]) if match[1] is not None else match[2].split("|")
    rests = expand(form[match.end() :])
    return [form[: match.start()] + choice + rest for choice in choices for rest in rests]


def _one_of(words: Sequence[str]) -> str:
    """An expression for one of these words, sorted, the longest first; what they begin with is tried once."""
    groups = [(first, list(group)) for first, group in itertools.groupby(filter(None, words), key=lambda word: word[0])]
    tails = [re.escape(first) + _one_of([word[1:] for word in group]) for first, group in groups]
    if "" in words:
        return f"(?:{'|'.join(tails)})?" if tails else ""
    return f"(?:{'|'.join(tails)})" if len(tails) > 1 else "".join(tails) or "(?!)"


def _alike(text: str) -> str:
    for sign, plain in _LIKE.items():
        if sign in text:
            text = text.replace(sign, plain)
    return text


def _lowered(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(each if len(each) == 1 else " " for each in map(str.lower, text))


def _word_end(text: str, place: int) -> int:
    """Where the word goes on to, looked at no further than an ending can be."""
    end = place
    while end < len(text) and end - place <= _ENDING and text[end].isalnum():
        end += 1
    return end
