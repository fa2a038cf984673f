"""The lexicon: languages and organs as data; the words that are recognised are the words that are printed.

`languages/*.toml` and `organs/*.toml` hold all words and facts; this package is the engine that prints and
recognises with them. A seventh language or another organization is a folder of such files:
`Lexicon.load(folder)` merges it over the built-in ones.
"""

from __future__ import annotations

import functools

from engross.lexicon.language import Language
from engross.lexicon.lexicon import Lexicon
from engross.lexicon.organ import Organ
from engross.lexicon.symbols import Symbol

__all__ = ["Language", "Lexicon", "Organ", "Symbol", "lexicon"]


@functools.cache
def lexicon() -> Lexicon:
    """The built-in lexicon. Cheap to ask for: files are read when their language or organ is needed."""
    return Lexicon.load()
