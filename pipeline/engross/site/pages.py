"""The pages of the site, printed by the templates of `templates/un/site`.

Every page is given `root`, the way back to the root of the site, so that the site works wherever it lies.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from engross.lexicon import lexicon
from engross.model.manifestation import Manifestation, form_of, version_of
from engross.model.presentation import Presentation
from engross.present.address import document_address
from engross.site.collection import Collection, Session, Work, printed_date
from engross.site.record import ADDRESS, Record, linked

_HREF = re.compile(r'href="([^"#]+)(#[^"]*)?"')
_LATEST = 12
_MOST_BESIDE = 20
"""Titles beside a resolution. A charter is cited by thousands: the search finds the others."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all pages of one site share: its name, its style folder, its own language, its other forms (`xml`, …).

    `address` is where the site will be found, empty where that is not known.
    """

    title: str
    style: Path
    language: str
    forms: tuple[str, ...]
    address: str = ""

    def words(self, language: str) -> dict[str, str]:
        """The site's words in a language, English where the style has none for it."""
        known = _words(self.style / "site" / "words.toml")
        return known.get("en", {}) | known.get(language, {})

    def name(self, language: str) -> str:
        """What the site is called: by its title, else by the style's word."""
        return self.title or self.words(language)["collection"]

    def home(self, language: str) -> str:
        """The path of the first page in a language."""
        return "index.html" if language == self.language else f"index.{language}.html"

    @property
    def assets(self) -> dict[str, str]:
        """The names of the style sheets and scripts; each holds a digest, so that caches never mix versions."""
        return {key: name for key, (name, _) in asset_files(self.style).items()}


@functools.lru_cache(maxsize=16)
def _words(path: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@functools.lru_cache(maxsize=16)
def asset_files(style: Path) -> dict[str, tuple[str, bytes]]:
    """The style sheets and scripts of a style by their use: file name and bytes."""
    from engross.writers.html import program, sheet

    made = {
        "style": ("site", "css", sheet(style, "web/style.css", "site/frame.css")),
        "lists": ("lists", "css", sheet(style, "site/lists.css")),
        "parallel": ("parallel", "css", sheet(style, "web/parallel.css")),
        "search": ("search", "js", program(style, "site/search.js")),
        "cite": ("cite", "js", program(style, "web/cite.js")),
    }
    return {
        key: (f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}", text.encode())
        for key, (name, suffix, text) in made.items()
    }


def style_key(look: Look) -> str:
    """A digest of all that pages are printed with: they are printed again when it changes."""
    digest = hashlib.sha256(repr((look.title, look.language, look.forms, look.address)).encode())
    for folder in ("web", "site"):
        for path in sorted((look.style / folder).iterdir()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _own_name(language: str) -> str:
    known = lexicon().languages.get(language)
    return known.name if known is not None else language


def direction(language: str) -> str:
    """The direction of a language: ltr or rtl."""
    known = lexicon().languages.get(language)
    return known.direction if known is not None else "ltr"


def _print(look: Look, template: str, **values: Any) -> bytes:
    from engross.writers.templating import environment

    return environment(look.style).get_template(template).render(**values).encode("utf-8", "xmlcharrefreplace")


def _language_links(paths: Iterable[tuple[str, str]]) -> list[tuple[str, str, str, str]]:
    return [(code, _own_name(code), direction(code), path) for code, path in paths]


# --- a resolution -----------------------------------------------------------------------------------------------


def resolution(page: Presentation, work: Work, collection: Collection, look: Look) -> bytes:
    """The page of one version, framed by what cites it and what it cites; links into the collection stay inside."""
    from engross.writers.html import print_page

    language = page.language
    session = Session(work.first.organ, work.first.session, (work,))
    citing = collection.cited_by.get(work.symbol, ())
    cites, elsewhere = _cited(work, collection, language, linked(page))
    data = print_page(
        page,
        look.style,
        "site/resolution.html",
        _files(work, language, look),
        root="../",
        site=look.name(language),
        home=look.home(language),
        words=look.words(language),
        assets=look.assets,
        others=_language_links((code, f"{code}.html") for code in work.versions),
        parallel=len(work.versions) > 1,
        session={"path": session.page(language), "name": session.name(language)},
        cites=cites,
        cited_by=[_item(other, language) for other in reversed(citing[-_MOST_BESIDE:])],
        more_citing=max(0, len(citing) - _MOST_BESIDE),
        asked=quote(work.symbol, safe="/"),
        elsewhere=elsewhere,
    )
    return _turn_inside(data, work, collection)


def _files(work: Work, language: str, look: Look) -> list[Manifestation]:
    """The other forms and languages of a version."""
    forms = [form_of(f"{language}.{form}") for form in look.forms]
    return forms + [version_of(f"{code}.html", code, _own_name(code)) for code in work.versions if code != language]


def _cited(
    work: Work, collection: Collection, language: str, linked: frozenset[str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What a work cites: what the collection has, with its title, and what is elsewhere and not linked in the text."""
    inside, outside = [], []
    for symbol in work.cites:
        other = collection.by_symbol.get(symbol)
        if other is not None:
            inside.append(_item(other, language))
        elif symbol not in linked and (address := document_address(symbol, language)):
            outside.append({"symbol": symbol, "path": address})
    return inside[:_MOST_BESIDE], outside


def _item(work: Work, language: str) -> dict[str, Any]:
    version = work.version(language)
    return {
        "symbol": work.symbol,
        "title": version.title,
        "path": work.page(language),
        "language": version.language,
        "direction": direction(version.language),
        "iso": version.adopted,
        "date": printed_date(version.adopted, language),
        "inside": True,
    }


def _turn_inside(page: bytes, work: Work, collection: Collection) -> bytes:
    """Links of the text to official documents that the collection has, turned to its own pages."""

    def turn(match: re.Match[str]) -> str:
        address = ADDRESS.fullmatch(match[1])
        other = _work_at(address["name"], collection) if address else None
        if address is None or other is None or other.symbol == work.symbol:
            return match[0]
        return f'href="../{other.page(address["language"] or "")}{match[2] or ""}"'

    return _HREF.sub(turn, page.decode()).encode()


def _work_at(name: str, collection: Collection) -> Work | None:
    if name in collection.by_symbol:
        return collection.by_symbol[name]
    symbol = _parsed(name)
    return collection.by_symbol.get(symbol) if symbol else None


@functools.lru_cache(maxsize=65536)
def _parsed(name: str) -> str:
    symbol = lexicon().parse_symbol(name)
    return symbol.text if symbol is not None else ""


def parallel(pages: Sequence[Presentation], work: Work, collection: Collection, look: Look) -> bytes:
    """The versions of a work side by side, the first two of them open."""
    from engross.compare.alignment import align
    from engross.compare.parallel import as_html
    from engross.compare.parity import Parity, Version
    from engross.compare.units import units

    versions = tuple(Version(page.language, page) for page in pages)
    rows = align([units(page) for page in pages])
    first = pages[0].language
    page = as_html(
        Parity(versions, rows, ()),
        look.style,
        shown=2,
        template="site/parallel.html",
        root="../",
        site=look.name(first),
        home=look.home(first),
        words=look.words(first),
        assets=look.assets,
        others=_language_links((code, f"{code}.html") for code in work.versions),
    )
    return _turn_inside(page, work, collection)


# --- lists ------------------------------------------------------------------------------------------------------


def lists(collection: Collection, look: Look) -> Iterator[tuple[str, bytes]]:
    """The first page and the contents of every session, in every language of the collection: path and bytes."""
    sessions = collection.sessions()
    for language in collection.languages:
        yield look.home(language), _index(collection, sessions, look, language)
        for session in sessions:
            yield session.page(language), _session(session, collection, look, language)


def _shared(look: Look, language: str) -> dict[str, Any]:
    return {
        "language": language,
        "direction": direction(language),
        "site": look.name(language),
        "home": look.home(language),
        "words": look.words(language),
        "assets": look.assets,
    }


def _session(session: Session, collection: Collection, look: Look, language: str) -> bytes:
    return _print(
        look,
        "site/session.html",
        **_shared(look, language),
        root="../",
        others=_language_links((code, "../" + session.page(code)) for code in collection.languages),
        organ=session.organ_name(language),
        name=session.name(language),
        items=[_item(work, language) for work in sorted(session.works, key=_by_number)],
    )


def _by_number(work: Work) -> tuple[tuple[int, str], ...]:
    """A symbol's order as people count: 78/9 before 78/10."""
    return tuple((int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", work.symbol))


def _index(collection: Collection, sessions: Sequence[Session], look: Look, language: str) -> bytes:
    groups = [
        (found[0].organ_name(language), [_entry(session, language) for session in found])
        for _, group in itertools.groupby(sessions, key=lambda session: session.organ)
        if (found := list(group))
    ]
    firsts = [work.first for work in collection.works]
    return _print(
        look,
        "site/index.html",
        **_shared(look, language),
        root="",
        others=_language_links((code, look.home(code)) for code in collection.languages),
        groups=groups,
        organs=[
            (session.organ, session.organ_name(language) or session.organ)
            for session in {session.organ: session for session in sessions if session.organ}.values()
        ],
        session_values=_values(firsts, "session"),
        years=sorted({(r.adopted or r.issued)[:4] for r in firsts if r.adopted or r.issued}, reverse=True),
        languages=[(code, _own_name(code)) for code in collection.languages],
        topics=any(version.topics for work in collection.works for version in work.versions.values()),
        latest=[_item(work, language) for work in reversed(collection.works[-_LATEST:])],
    )


def _entry(session: Session, language: str) -> dict[str, Any]:
    return {"path": session.page(language), "name": session.name(language), "count": len(session.works)}


def _values(records: Iterable[Record], name: str) -> list[str]:
    values: Mapping[str, None] = dict.fromkeys(getattr(record, name) for record in records)
    return sorted((value for value in values if value), key=lambda value: (-len(value), value), reverse=True)
