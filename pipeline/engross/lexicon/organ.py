"""Organs: what differs between the bodies that adopt resolutions, read from `organs/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from engross.lexicon.symbols import SymbolForm, read_forms


@dataclass(frozen=True, slots=True)
class Organ:
    """A body that adopts resolutions, as data.

    `actor` is its name in the IRIs of the Akoma Ntoso naming convention (`un-ga`), `dgacm_actor` the one in
    published files (`unga`), `reference` the id used in `refersTo` (`ga`). `template` names the page
    template; `running_title`, `page_total`, `has_title`, `has_closing`, `has_vote`, `has_agenda`,
    `has_proponent`, `has_language_line`, `has_number_line` say what its resolutions print. `sessions` is how
    its sessions are counted: `ordinal`, `year` or `none`; `first_year` and `opening_month` place the
    sessions in time. `parent` is the id of the organ that it is a part of. `record` is the symbol of the
    verbatim record of one of its meetings, empty where there is none that the number tells, `early_record` that of
    sessions with Roman numbers; `record_meetings` is what meetings with such records are called in `names/CODE.toml`.
    `languages` are the codes of its official languages, in which its resolutions are issued, all of them from the year
    `languages_since` on. `names` overrides or adds to the words of languages, by language code.
    """

    id: str
    actor: str
    dgacm_actor: str
    reference: str
    template: str = "new-york"
    parent: str = ""
    running_title: bool = True
    page_total: bool = True
    has_title: bool = True
    has_number_line: bool = False
    has_closing: bool = True
    has_vote: bool = False
    has_agenda: bool = True
    has_proponent: bool = True
    has_language_line: bool = False
    sessions: Literal["ordinal", "year", "none"] = "ordinal"
    first_year: int = 0
    languages: tuple[str, ...] = ()
    languages_since: int = 0
    record: str = ""
    early_record: str = ""
    record_meetings: str = ""
    committees: tuple[str, ...] = ()
    forms: tuple[SymbolForm, ...] = ()
    names: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def session_years(self, value: str) -> tuple[int, int] | None:
        """The first and last calendar year of a session: "56" of the Assembly is (2001, 2002).

        None where the session's number does not tell (special sessions, the Security Council).
        """
        if not value.isdigit():
            return None
        if self.sessions == "year":
            return int(value), int(value)
        if self.sessions == "none" or not self.first_year:
            return None
        first = self.first_year + int(value) - 1
        return first, first + 1


def read_organ(data: Mapping[str, Any]) -> Organ:
    """An organ from the tables of its file. Raises KeyError or ValueError where the file is wrong."""
    facts = {k: v for k, v in data.items() if k not in ("symbols", "names", "committees", "languages")}
    return Organ(
        **facts,
        committees=tuple(data.get("committees", ())),
        languages=tuple(data.get("languages", ())),
        forms=read_forms(data["id"], data.get("symbols", ())),
        names=data.get("names", {}),
    )
