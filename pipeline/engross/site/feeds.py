"""News feeds (Atom) and the sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from engross.site.collection import Collection
from engross.site.pages import Look

_NEWEST = 50
_UNDATED = "1970-01-01"


def feeds(collection: Collection, look: Look) -> Iterator[tuple[str, bytes]]:
    """A feed of the newest works for each language; where the site's address is known, a sitemap too."""
    for language in collection.languages:
        yield f"atom.{language}.xml", _feed(collection, look, language).encode()
    if look.address:
        yield "sitemap.xml", _sitemap(collection, look).encode()


def _feed(collection: Collection, look: Look, language: str) -> str:
    works = [work for work in reversed(collection.works) if language in work.versions][:_NEWEST]
    name = look.name(language)
    base = f" xml:base={quoteattr(look.address)}" if look.address else ""
    updated = max((work.versions[language].adopted for work in works), default="") or _UNDATED
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}"{base}>',
        f"<title>{escape(name)}</title>",
        f"<id>{escape(look.address or 'urn:engross:' + (look.title or 'resolutions'))}#{language}</id>",
        f"<updated>{updated}T00:00:00Z</updated>",
        f'<link rel="self" type="application/atom+xml" href="atom.{language}.xml"/>',
        f"<link href={quoteattr(look.home(language))}/>",
        "<author><name>United Nations</name></author>",
    ]
    for work in works:
        version = work.versions[language]
        lines += [
            "<entry>",
            f"<title>{escape(f'{work.symbol}: {version.title}' if version.title else work.symbol)}</title>",
            f"<id>{escape(version.address or f'urn:engross:{work.folder}:{language}')}</id>",
            f"<updated>{version.adopted or version.issued or _UNDATED}T00:00:00Z</updated>",
            f"<link href={quoteattr(work.page(language))}/>",
            f"<summary>{escape(version.opening)}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _sitemap(collection: Collection, look: Look) -> str:
    root = look.address
    paths = [(look.home(language), "") for language in collection.languages]
    paths += [(session.page(language), "") for session in collection.sessions() for language in collection.languages]
    paths += [(work.page(code), record.issued) for work in collection.works for code, record in work.versions.items()]
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for path, changed in paths:
        day = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{escape(root + path)}</loc>{day}</url>")
    return "\n".join([*lines, "</urlset>", ""])
