"""What a document is, and the IRIs that follow from it.

The rules are those of the AKN4UN guidelines (part 1, `index-145`) and the naming convention of Akoma Ntoso:
parts joined by slashes, no slash at the end, language as ISO 639-2, version date after `@`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

NO_DATE = "0001-01-01"
"""What the published files write where no date is known; the schema wants one (measured: unxml-quirks §4.18)."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A resolution as work, expression and manifestation.

    `name` is the statement's name in the dialect (`resolution`, `draftResolution`, `decision`,
    `presidentialStatement`); `organ` the organ's id (`ga`), `actor` its part of an IRI (`un-ga`), `organ_name`
    its name in the document's language; `number` the number in an IRI (`60-212`), `short` as cited (`60/212`);
    `language` the ISO 639-2 code (`fra`). `component` names an annex or part (`annex_1`), else `main`.
    """

    symbol: str
    number: str
    short: str
    organ: str
    actor: str
    organ_name: str
    language: str
    name: str = "resolution"
    adopted: datetime.date | None = None
    issued: datetime.date | None = None
    component: str = "main"

    @property
    def work_date(self) -> str:
        """The date of adoption, for a draft that of issue; `0001-01-01` where neither is known."""
        date = self.adopted or (self.issued if self.name.startswith("draft") else None)
        return date.isoformat() if date else NO_DATE

    @property
    def expression_date(self) -> str:
        """The date of issue; where it is not known, `0001-01-01`."""
        return self.issued.isoformat() if self.issued else NO_DATE

    @property
    def work(self) -> str:
        """`/akn/un/statement/deliberation/un-ga/2005-12-22/60-212`."""
        return f"/akn/un/statement/deliberation/{self.actor}/{self.work_date}/{self.number or 'nn'}"

    @property
    def expression(self) -> str:
        """The work's IRI with language and, where known, the date of issue after `@`."""
        version = self.issued.isoformat() if self.issued else ""
        return f"{self.work}/{self.language}@{version}"

    @property
    def manifestation(self) -> str:
        """The expression's IRI with its format."""
        return f"{self.expression}.xml"

    @property
    def work_this(self) -> str:
        """The IRI of this component as a work."""
        return f"{self.work}/!{self.component}"

    @property
    def expression_this(self) -> str:
        """The IRI of this component as an expression."""
        return f"{self.expression}/!{self.component}"

    @property
    def manifestation_this(self) -> str:
        """The IRI of this component as a manifestation."""
        return f"{self.expression}/!{self.component}.xml"

    def part(self, component: str) -> Identity:
        """The identity of an annex (`annex_1`) or another component of the same document."""
        return replace(self, component=component)
