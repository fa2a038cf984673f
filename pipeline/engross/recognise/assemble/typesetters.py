"""What the program that made a PDF puts into its lines: data of `typesetters.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Whether a program breaks words with hyphens of its own, and stretches Arabic words with strokes."""

    breaks_words: bool = True
    stretches_words: bool = True


@cache
def _known() -> dict[str, Typesetter]:
    text = resources.files("engross.recognise.assemble").joinpath("typesetters.toml").read_text(encoding="utf-8")
    return {name: Typesetter(**entry) for name, entry in tomllib.loads(text).items()}


def typesetter(producer: str) -> Typesetter:
    """The program of a name as a file's properties give it; one that may do anything where it is not known."""
    return next((known for name, known in _known().items() if producer.startswith(name)), Typesetter())
