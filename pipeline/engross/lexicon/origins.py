"""The origin line in square brackets, and the lines of a vote."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from engross.lexicon.folding import Folded, fold
from engross.lexicon.forms import Forms, alternatives
from engross.lexicon.matches import ProponentMatch, VoteMatch, VoteRole
from engross.lexicon.symbols import SymbolIndex

_ORIGINS = ("none", "proposal", "recommendation", "report")
_ANY = {"any": r".{1,160}?"}
_COUNT = r"\d{1,3}|[^\W\d]{2,12}"
_VOTE_REACH = 400
_VOTE_ROLES: tuple[VoteRole, ...] = (
    "without-vote",
    "unanimous",
    "recorded",
    "in-favour",
    "against",
    "abstaining",
)


class OriginForms:
    """The `[origins]` of a language file (what a resolution came from) and its `[committees]`, by id."""

    def __init__(self, data: Mapping[str, Any], symbols: SymbolIndex) -> None:
        self._origins: Mapping[str, Any] = data.get("origins", {})
        self._committees: Mapping[str, Sequence[str]] = data.get("committees", {})
        self._spaced: bool = data.get("spaced", True)
        self._symbols = symbols

    def spell(self, committee: str, documents: str) -> str:
        """The origin line for a committee and the printed references to its documents."""
        if committee in ("noMainCommittee", "plenaryMeeting"):
            origin = "none" if committee == "noMainCommittee" else "proposal"
            form = self._origins[origin]["print"]
        else:
            form = self._origins["report"].get(committee, self._origins["report"]["print"])
        names = self._committees.get(committee, [committee])
        return str(form).format(committee=names[0], documents=documents)

    def committee_name(self, committee: str) -> str:
        """The printed name of a committee."""
        names = self._committees.get(committee, ())
        return names[0] if names else ""

    def committee(self, text: str) -> str | None:
        """The id of the committee whose name the whole text is."""
        words = fold(text).text.strip(" .,;:*#")
        return next((name for name, pattern in self._names if pattern.fullmatch(words)), None)

    @functools.cached_property
    def _begin(self) -> Mapping[str, Forms]:
        """For each origin, the words with which its line begins."""
        table = {}
        for origin in _ORIGINS:
            entry = self._origins.get(origin)
            if entry:
                words = entry["print"].split("{")[0].strip(" [(")
                forms = entry.get("begin") or [words, *entry.get("also", ())]
                table[origin] = Forms([form for form in forms if form], _ANY, spaced=self._spaced)
        return table

    @functools.cached_property
    def _names(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (committee, re.compile(alternatives(names, spaced=self._spaced)))
            for committee, names in self._committees.items()
        )

    def parse(self, text: str) -> ProponentMatch | None:
        """The origin line that the whole text is; the brackets may be missing or stand apart."""
        stripped = text.strip()
        bracketed = stripped.startswith("[")
        inner = stripped.strip("[]*_ .\u00a0")
        folded = fold(inner)
        if not inner or len(inner) > 600:
            return None
        symbols = tuple(symbol for _, _, symbol in self._symbols.find_full(inner))
        origin = self._origin(folded, bracketed=bracketed)
        if not origin and not (bracketed and symbols):
            return None
        if not bracketed and not (symbols or origin == "none"):
            return None
        start = text.index(stripped)
        committee = self._committee(folded, origin)
        return ProponentMatch(origin or "other", committee, symbols, start, start + len(stripped))

    def _origin(self, folded: Folded, *, bracketed: bool) -> str:
        """The origin by the words that begin the line; between brackets they may stand out of order."""
        for origin, forms in self._begin.items():
            if any(True for _ in (forms.anywhere if bracketed else forms.leading)(folded)):
                return origin
        return ""

    def _committee(self, folded: Folded, origin: str) -> str:
        if origin == "none":
            return "noMainCommittee"
        found = [(m.start(), name) for name, pattern in self._names if (m := pattern.search(folded.text))]
        if found and origin != "proposal":
            return min(found)[1]
        return "plenaryMeeting" if origin == "proposal" else ""


class VoteForms:
    """The `[votes]` of a language file: the sentence of the outcome and the headings of the lists."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data: Mapping[str, Any] = data.get("votes", {})
        self._spaced: bool = data.get("spaced", True)

    def _fields(self) -> Mapping[str, str]:
        return {"favour": _COUNT, "against": _COUNT, "abstaining": _COUNT, "meeting": r"\d{1,5}[^\W\d]{0,3}"}

    @functools.cached_property
    def _forms(self) -> Mapping[str, Forms]:
        return {
            role: Forms(forms, self._fields(), spaced=self._spaced)
            for role, forms in self._data.items()
            if role != "none"
        }

    def heading(self, role: Literal["in-favour", "against", "abstaining"]) -> str:
        """The printed heading of one of the three lists."""
        return str(self._data[role][0])

    def parse(self, text: str) -> VoteMatch | None:
        """The line of a vote with which the text begins; it may stand in square brackets."""
        shift = len(text) - len(text.lstrip("[ \t\n\u00a0*_"))
        folded = fold(text[shift : shift + _VOTE_REACH])
        for role in _VOTE_ROLES:
            forms = self._forms.get(role)
            for match in forms.leading(folded) if forms else ():
                counts = {name: self._count(value) for name, value in match.groupdict().items()}
                if role == "recorded" and counts.get("favour") is None:
                    continue
                return VoteMatch(
                    role,
                    counts.get("favour"),
                    counts.get("against"),
                    counts.get("abstaining"),
                    re.sub(r"\D", "", match.groupdict().get("meeting") or ""),
                    shift + folded.start(match.start()),
                    shift + folded.end(match.end()),
                )
        return None

    def _count(self, words: str | None) -> int | None:
        if not words:
            return None
        if words.isdigit():
            return int(words)
        return 0 if words in self._data.get("none", ()) else None
