"""Words as the search index has them. `templates/un/site/search.js` folds what is searched for in the same way.

Case, accents, Arabic vowel signs and spellings of alef are taken away; Chinese is cut into pairs of characters;
`60/212` is a word, and its two numbers are words too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]+|\d+(?:/\d+)+|(?:(?![{_HAN}])[^\W_])+")
_SPELLINGS = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None, "’": "'"})
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|ال|لل)(?=[\u0620-\u064a]{3})")
"""Arabic writes the article, and short words before it, in one with the noun."""

MOST = 40
"""Characters of a word that the index keeps."""


def fold(text: str) -> str:
    """A text without what makes no difference in a search."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower().translate(_SPELLINGS)


def words(text: str) -> Iterator[str]:
    """The words of a text in order, folded."""
    for match in _WORD.finditer(fold(text)):
        word = match[0]
        if "\u3400" <= word[0] <= "\u9fff" or "\uf900" <= word[0] <= "\ufaff":
            yield from (word[place : place + 2] for place in range(max(1, len(word) - 1)))
        elif "/" in word:
            yield word[:MOST]
            yield from word.split("/")
        else:
            yield _ARTICLE.sub("", word)[:MOST]
