"""A new draft resolution: its masthead and the opening words of its paragraphs, for a drafter to go on with."""

from __future__ import annotations

import functools
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from engross.lexicon import lexicon
from engross.model.failure import ExitCode, Failure

if TYPE_CHECKING:
    from engross.lexicon.language import Language

_OPTIONAL = re.compile(r"\[[^\[\]]*\]")
_CHOICE = re.compile(r"<([^<>|]*)\|[^<>]*>")
_GAP = "…"
_KEYS = ("symbol", "session", "agenda_item", "agenda_title", "title")


@dataclass(frozen=True, slots=True)
class Order:
    """What a drafter asks for. `sponsors` are the names ("Chile and Ghana"); what is empty is not printed.

    `recitals` and `operative` are the opening words of the paragraphs; those often wanted where none are given.
    """

    organ: str = "ga"
    language: str = "en"
    symbol: str = ""
    session: int | None = None
    agenda_item: str = ""
    agenda_title: str = ""
    title: str = ""
    sponsors: str = ""
    recitals: tuple[str, ...] = ()
    operative: tuple[str, ...] = ()


def draft(order: Order) -> str:
    """The draft in Markdown: front matter that makes the masthead of an L. document, and the text begun.

    Raises Failure for an organ or a language that the lexicon does not have.
    """
    language = _language(order)
    begun = _table()[order.language]
    lines = ["---", "kind: draft", f"language: {order.language}", f"organ: {order.organ}"]
    lines += [f"{key}: {_scalar(value)}" for key in _KEYS if (value := getattr(order, key)) not in ("", None)]
    lines.append(f"distribution: {_scalar(language.distribution('limited'))}")
    lines.append(f"original: {_scalar(language.original(order.language))}")
    if order.sponsors:
        lines.append(f"sponsors: {_scalar(begun['sponsors'].format(sponsors=order.sponsors))}")
    formula, mark = language.formula(order.organ)
    lines += ["---", "", f"*{formula}*{mark}"]
    for words in order.recitals or begun["recitals"]:
        lines += ["", f"*{words}* {_GAP}{begun['signs'][0]}"]
    operative = tuple(order.operative or begun["operative"])
    for number, words in enumerate(operative, 1):
        lines += ["", f"{number}. *{words}* {_GAP}{begun['signs'][2 if number == len(operative) else 1]}"]
    return "\n".join(lines) + "\n"


def openings(code: str, part: Literal["recital", "operative"]) -> tuple[str, ...]:
    """The opening words that a language offers for a part of a resolution, in their order in the lexicon.

    Raises Failure for a language that the lexicon does not have.
    """
    language = _language(Order(language=code))
    offered = (*_table()[code]["recitals" if part == "recital" else "operative"], *language.opening_words(part))
    plain = (_shortest(form) for form in offered)
    found = dict.fromkeys(words for words in plain if words and not set(words) & set("[]<>{}|"))
    return tuple(words[:1].upper() + words[1:] if _table()[code]["capital"] else words for words in found)


def _shortest(form: str) -> str:
    """The words of a form without what may be left out, the first where there is a choice."""
    while (shorter := _CHOICE.sub(r"\1", _OPTIONAL.sub("", form))) != form:
        form = shorter
    return " ".join(form.split())


def _language(order: Order) -> Language:
    words = lexicon()
    for kind, given, known in (
        ("language", order.language, words.languages),
        ("organ", order.organ, words.organs),
    ):
        if given not in known or (kind == "language" and given not in _table()):
            raise Failure(
                f"no {kind} is called {given!r}",
                hint=f"there are {', '.join(sorted(known))}",
                exit_code=ExitCode.USAGE,
            )
    return words.languages[order.language]


@functools.cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "openings.toml").read_text(encoding="utf-8"))


def _scalar(value: object) -> str:
    """A value as YAML: JSON's strings are YAML's, too."""
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
