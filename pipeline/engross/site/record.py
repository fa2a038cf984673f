"""Records: what the site knows of one version of one resolution, kept between builds."""

from __future__ import annotations

import functools
import hashlib
import itertools
import json
import math
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from engross.akn.namespace import every
from engross.compare.units import Unit, cut
from engross.lexicon import lexicon
from engross.lexicon.symbols import Symbol
from engross.model.presentation import Inline, Link, plain
from engross.site.words import words

if TYPE_CHECKING:
    from engross.model.presentation import Presentation

FORM = "6"
"""Changes whenever records of an older form can no longer be used."""

_BESIDE_TITLE = frozenset({"adoption", "proponent", "sponsors", "closing"})
_TITLE_WEIGHT = 4
_SAFE = re.compile(r"[^\w.-]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Record:
    """Facts of one version. `key` is what it is kept under; dates are ISO, or empty where unknown; `cites` are full
    symbols; `opening` begins the text; what `topics` are says `_topics`.
    """

    key: str
    language: str
    symbol: str
    title: str
    organ: str
    kind: str
    session: str
    session_name: str
    adopted: str
    issued: str
    address: str
    opening: str
    topics: tuple[str, ...]
    cites: tuple[str, ...]

    def to_json(self) -> bytes:
        """The record as JSON, the same for the same record."""
        return _json(asdict(self))

    @classmethod
    def from_json(cls, data: bytes) -> Record:
        """The record that `to_json` wrote. Raises ValueError or TypeError for anything else."""
        fields = json.loads(data)
        fields["topics"], fields["cites"] = tuple(fields["topics"]), tuple(fields["cites"])
        return cls(**fields)


@dataclass(frozen=True, slots=True)
class Contents:
    """Text and words of one version: `passages` are ids with their text; `terms` gives every word its weight, 1 to 7.

    Kept apart from the record: those of a large collection would not fit into memory together.
    """

    passages: tuple[tuple[str, str], ...]
    terms: dict[str, int]

    def to_json(self) -> bytes:
        """The contents as JSON."""
        return _json(asdict(self))

    @classmethod
    def from_json(cls, data: bytes) -> Contents:
        """The contents that `to_json` wrote."""
        fields = json.loads(data)
        return cls(tuple((place, text) for place, text in fields["passages"]), fields["terms"])


def _json(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def key_of(data: bytes, beside: bytes, stem: str) -> str:
    """The name under which a record is kept: it changes with the source, its sidecar and the form of records."""
    from engross import __version__

    digest = hashlib.sha256(f"{FORM} {__version__} {stem} {len(data)} ".encode())
    digest.update(data)
    digest.update(beside)
    return digest.hexdigest()[:32]


def make_record(page: Presentation, akn: etree._Element, stem: str, key: str) -> tuple[Record, Contents]:
    """The record and the contents of a document; `stem` names it where it has no symbol."""
    facts = page.facts
    found = cut(page)
    session = next((line.text for line in page.cover.block if line.role == "session"), "")
    title = facts.title or next((unit.text for unit in found if unit.kind in {"number-line", "adoption"}), "")
    passages = tuple(_passages(found))
    title = " ".join(title.split())
    record = Record(
        key=key,
        language=page.language if _LANGUAGE.fullmatch(page.language) else "und",
        symbol=facts.symbol or stem,
        title=title,
        organ=facts.organ,
        kind=facts.kind,
        session=facts.session,
        session_name=session,
        adopted=facts.adopted.isoformat() if facts.adopted else "",
        issued=facts.issued.isoformat() if facts.issued else "",
        address=facts.address,
        opening=next((text for place, text in passages if place), "")[:300],
        topics=tuple(dict.fromkeys(_topics(akn, page))) or (title,) * bool(title),
        cites=tuple(_cites(found, facts.symbol)),
    )
    return record, Contents(passages, _terms(f"{facts.symbol} {title}", passages))


def slug(symbol: str) -> str:
    """A symbol as the name of a folder: `S/RES/1325 (2000)` gives `S_RES_1325_2000`."""
    return _SAFE.sub("_", symbol).strip("_.")[:120] or "document"


def read_kept(path: Path) -> Record | None:
    """A record that an earlier build kept, None where there is none that can be used."""
    try:
        return Record.from_json(path.read_bytes())
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _topics(akn: etree._Element, page: Presentation) -> Iterator[str]:
    """What a version is about: the subjects of the thesaurus with which its file is classified, and the titles of the
    agenda items under which it was adopted, in its own language, cut at their colons ("Macroeconomic policy
    questions: international trade" are two). A version that has neither goes by its title.
    """
    for keyword in every(akn, "keyword"):
        subject = " ".join((keyword.get("showAs") or keyword.get("value") or "").split())
        if subject and "Thesaurus" in (keyword.get("dictionary") or ""):
            yield string.capwords(subject) if subject.isupper() else subject
    for line in page.cover.block:
        if line.role == "agenda-title":
            parts = (" ".join(part.split()) for part in _COLON.split(line.text))
            yield from (part[0].upper() + part[1:] for part in parts if part)


_COLON = re.compile(r":\s|：")


def _passages(found: tuple[Unit, ...]) -> Iterator[tuple[str, str]]:
    """The passages of a version, each with the id that its page gives it."""
    notes = itertools.count(1)
    for unit in found:
        text = unit.text
        place = f"n{next(notes)}" if unit.kind == "note" else unit.id
        if unit.table is not None:
            cells = (plain(p) for row in unit.table.rows for cell in row for p in cell.paragraphs)
            text = " ".join([text, *cells])
        text = " ".join(f"{unit.label} {text}".split())
        if text and unit.kind not in _BESIDE_TITLE:
            yield place, text


def _cites(found: tuple[Unit, ...], own: str) -> Iterator[str]:
    """The documents that the text and its notes name, in order, each once."""
    seen = {own}
    for unit in found:
        symbols = [symbol.text for _, _, symbol in lexicon().find_symbols(unit.text)]
        symbols += [parsed.text for href in _targets(unit.content) if (parsed := _linked(href)) is not None]
        for symbol in symbols:
            if symbol not in seen:
                seen.add(symbol)
                yield symbol


def linked(page: Presentation) -> frozenset[str]:
    """The documents that the text of a page leads to."""
    targets = (href for unit in cut(page) for content in (unit.content, *unit.continued) for href in _targets(content))
    return frozenset(symbol.text for href in targets if (symbol := _linked(href)) is not None)


def _targets(content: tuple[Inline, ...]) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Link):
            yield inline.href
            yield from _targets(inline.content)


@functools.lru_cache(maxsize=65536)
def _linked(href: str) -> Symbol | None:
    match = ADDRESS.fullmatch(href)
    return lexicon().parse_symbol(match["name"]) if match else None


ADDRESS = re.compile(r"https?://(?:docs\.un\.org|undocs\.org)/(?:(?P<language>[a-z]{2})/)?(?P<name>[^\s?#\"]+)")
"""The address of an official document, with its symbol."""


def _terms(title: str, passages: tuple[tuple[str, str], ...]) -> dict[str, int]:
    """Every word with its weight: 1 to 3 by how often it stands in the text, 4 more in the title."""
    count = Counter(word for _, text in passages for word in words(text))
    weights = {word: min(3, 1 + int(math.log2(times) / 2)) for word, times in count.items()}
    for word in words(title):
        weights[word] = min(7, weights.get(word, 0) % _TITLE_WEIGHT + _TITLE_WEIGHT)
    return dict(sorted(weights.items()))
