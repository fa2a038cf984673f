"""Guessing the language of a text: its script, then its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_REACH = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "cyrillic": re.compile("[\u0400-\u04ff]+"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]+"),
}
_WEIGHTS = {"han": 3.0}


def guess_language(text: str, languages: Mapping[str, tuple[str, frozenset[str]]]) -> str | None:
    """The code of the language that a text is most likely written in; None where nothing speaks for one.

    `languages` gives script and commonest words by code. A masthead in English over a Russian, Arabic or
    Chinese text does not mislead: the script with the most characters decides.
    """
    sample = text[:_REACH]
    found = {script: pattern for script, pattern in _SCRIPTS.items() if pattern.search(sample)}
    if not found:
        return None
    counts = {
        script: sum(map(len, pattern.findall(sample))) * _WEIGHTS.get(script, 1.0) if len(found) > 1 else 1.0
        for script, pattern in found.items()
    }
    script = max(counts, key=lambda name: counts[name])
    if script == "latin" and any(counts[other] > counts["latin"] / 3 for other in counts if other != "latin"):
        script = max((s for s in counts if s != "latin"), key=lambda name: counts[name])
    candidates = [code for code, (own, _) in languages.items() if own == script]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    words = Counter(_WORD.findall(sample.lower()))
    scores = {code: sum(words[word] for word in languages[code][1]) for code in candidates}
    best = max(candidates, key=lambda code: scores[code])
    return best if scores[best] else None
