"""What a person gave beside the source: front matter, a sidecar `NAME.toml`, options of the command line."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Details:
    """Facts about a resolution that its text may lack. What is given wins over what is recognised.

    `language` is a two-letter code (`fr`); `organ` the id of an organ in the lexicon (`ga`, `sc`, `ecosoc`,
    `hrc`); `symbol` the document symbol (`A/RES/60/212`); `session` the number of the session; `agenda_item`
    the item's number (`57 (b)`) or the printed line; `proponent` the bracketed line under the adoption
    title, `meeting` the first closing line, both as they are to be printed; `kind` the document's kind
    (`resolution`, `draft`, `decision`).
    """

    symbol: str | None = None
    language: str | None = None
    organ: str | None = None
    kind: str | None = None
    number: str | None = None
    title: str | None = None
    session: int | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    issued: datetime.date | None = None
    adopted: datetime.date | None = None
    meeting: str | None = None
    proponent: str | None = None
    distribution: str | None = None
    original: str | None = None
    sponsors: str | None = None
    job_number: str | None = None

    def over(self, other: Details) -> Details:
        """These details, completed by `other` where they say nothing."""
        given = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
        return replace(other, **given)
