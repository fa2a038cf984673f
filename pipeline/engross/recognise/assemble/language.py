"""The language of a document, as far as joining its lines needs it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from engross.model.flow import Line

_WORDS = {
    "en": ("the", "of", "and", "to", "in", "for", "that", "with"),
    "fr": ("le", "la", "les", "des", "du", "et", "que", "dans", "aux", "une", "pour"),
    "es": ("el", "los", "las", "del", "que", "con", "por", "una", "y"),
    "ru": ("и", "в", "на", "по", "о", "для", "с", "что"),
    "ar": ("في", "من", "على", "إلى", "أن", "عن"),
}
_ENOUGH = 60_000  # characters; more say nothing more
_CHINESE = re.compile("[\u4e00-\u9fff]")


def guess_language(lines: Iterable[Line]) -> str | None:
    """The two-letter code of the language that most of the lines are in, by its commonest words."""
    texts: list[str] = []
    length = 0
    for line in lines:
        texts.append(line.text)
        length += len(line.text)
        if length > _ENOUGH:
            break
    text = " ".join(texts).casefold()
    if len(_CHINESE.findall(text)) * 4 > len(text):
        return "zh"
    counts = Counter(re.findall(r"\w+", text))
    scores = {language: sum(counts[word] for word in words) for language, words in _WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] else None
