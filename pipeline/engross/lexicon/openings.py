"""Opening words: the verbs that begin recitals and operative paragraphs and are printed emphasised.

The `[openings]` of a language file hold a small grammar. Each line of `recital` and `operative` is a form
(see `forms`): "expressing[ its]{degree} {feeling}". `classes` are the words that its fields stand for.
`before` are words that may precede any opening ("also"), `after` words that may follow any ("further",
"with {degree}{feeling}"); the emphasis covers them all and ends before the preposition, which stays roman
(Editorial Manual, "Italics"; official-style §5.1). The longest reading wins.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Literal

from engross.lexicon.folding import Folded, fold, fold_word
from engross.lexicon.forms import compile_form, ends_word

Part = Literal["recital", "operative"]
_REACH = 400


class OpeningForms:
    """The opening words of one language."""

    def __init__(self, data: Mapping[str, Any], *, spaced: bool) -> None:
        self._data = data
        self._spaced = spaced

    @functools.cached_property
    def _classes(self) -> Mapping[str, str]:
        """The expressions of the classes of words, each of which may name the classes above it."""
        known: dict[str, str] = {}
        for name, words in self._data.get("classes", {}).items():
            forms = words.split("\n") if isinstance(words, str) else words
            known[name] = self._any_of([form.strip() for form in forms if form.strip()], known)
        return known

    def _any_of(self, forms: list[str], fields: Mapping[str, str]) -> str:
        ordered = sorted(forms, key=len, reverse=True)
        compiled = [compile_form(form, fields, spaced=self._spaced) for form in ordered]
        return re.sub(r"\?P<\w+>", "?:", "(?:" + "|".join(compiled) + ")")

    def _affix(self, part: Part, place: str) -> str:
        forms = [*self._data.get(place, ()), *self._data.get(f"{place}_{part}", ())]
        return self._any_of(forms, self._classes) if forms else "(?!)"

    def heads(self, part: Part) -> tuple[str, ...]:
        """The forms that open paragraphs of this part."""
        return tuple(line.strip() for line in self._data.get(part, "").split("\n") if line.strip())

    @functools.cache  # noqa: B019 — languages live as long as the process
    def _pattern(self, part: Part) -> tuple[re.Pattern[str], ...]:
        """One expression for each form, with the words before and after it."""
        gap = " " if self._spaced else " ?"
        before, after = self._affix(part, "before"), self._affix(part, "after")
        by_length = self._any_of(list(self.heads(part)), self._classes)
        edge = r"\b" if self._spaced else ""
        body = rf"(?:{before}{gap})*{by_length}{edge}(?:{gap}{after}{edge})*"
        joined = [self._any_of([form], self._classes) for form in self._data.get("joined", ())]
        return tuple(re.compile(expression) for expression in (body, *(body + extra for extra in joined)))

    def measure(self, text: str, part: Part, organ: str = "") -> int:
        """The length of the opening words at the start of the text, 0 where it begins otherwise.

        White space before the words counts; the words end where a word ends. An organ may have its own
        habit of emphasising the verb alone (`brief`, by organ).
        """
        folded = fold(text[:_REACH])
        if self._lacks_accent(folded, part):
            return 0
        if (brief := self._brief(organ).match(folded.text)) and self._stands(folded.text, brief.end()):
            return folded.end(brief.end())
        best = 0
        for pattern in self._pattern(part):
            match = pattern.match(folded.text)
            if match and match.end() > best and self._stands(folded.text, match.end()):
                best = match.end()
        return folded.end(best) if best else 0

    @functools.cache  # noqa: B019 — languages live as long as the process
    def _brief(self, organ: str) -> re.Pattern[str]:
        forms = self._data.get("brief", {}).get(organ, ())
        return re.compile(self._any_of(list(forms), self._classes) if forms else "(?!)")

    def _lacks_accent(self, folded: Folded, part: Part) -> bool:
        """Whether the first word is one that tells the part by its accent alone, and has none."""
        accents = self._accented(part)
        first = folded.text.split(" ", 1)[0].rstrip(",")
        if first not in accents:
            return False
        printed = folded.original.split(None, 1)[0].rstrip(",")
        return unicodedata.normalize("NFC", printed).lower() != accents[first]

    @functools.cache  # noqa: B019 — languages live as long as the process
    def _accented(self, part: Part) -> Mapping[str, str]:
        return {fold_word(word): word for word in self._data.get(f"accented_{part}", ())}

    def _stands(self, text: str, end: int) -> bool:
        return not self._spaced or ends_word(text, end)
