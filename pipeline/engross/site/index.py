"""The search index of one language in parts that a page loads as it needs them.

Every part is a script file that hands its data to the search: `file:` pages may load scripts, but not fetch. A
part holds the words of one stretch of the alphabet; `parts` in the directory gives the first word of each. A
posting is one number: the distance from the work before, times eight, and the word's weight.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from engross.site.collection import Collection, printed_date
from engross.site.record import Record

PART_BYTES = 48_000
"""Where a part ends: it is loaded in a few milliseconds, and a search needs one for each word."""

CHUNK = 250
"""Works whose titles stand in one file."""


def script(name: str, data: Any) -> bytes:
    """Data as a script file that hands it over under a name. `<` and line separators of Unicode are spelt out."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"engross.take({json.dumps(name)},{text});\n".encode("utf-8", "backslashreplace")


Terms = Callable[[Record], Mapping[str, int]]
"""Where the words of a version are found, with their weights."""


def language_files(collection: Collection, language: str, terms: Terms) -> Iterator[tuple[str, bytes]]:
    """The files of one language's index: path and bytes."""
    firsts: list[str] = []
    for number, part in enumerate(_parts(_postings(collection, language, terms))):
        firsts.append(next(iter(part)))
        name = f"search/{language}/{number}.js"
        yield name, script(name, part)
    name = f"search/{language}/parts.js"
    count = sum(1 for work in collection.works if language in work.versions)
    yield name, script(name, {"firsts": firsts, "count": count})
    name = f"search/{language}/topics.js"
    yield name, script(name, _topics(collection, language))
    for start in range(0, len(collection.works), CHUNK):
        name = f"search/{language}/titles-{start // CHUNK}.js"
        titles = [
            [work.symbol, work.version(language).title, work.page(language), printed_date(work.first.adopted, language)]
            for work in collection.works[start : start + CHUNK]
        ]
        yield name, script(name, titles)


def facet_files(collection: Collection) -> Iterator[tuple[str, bytes]]:
    """What works are filtered by in any language: path and bytes of one file.

    Organ, session and year are numbers in lists, languages bits.
    """
    organs: dict[str, int] = {}
    sessions: dict[str, int] = {}
    bits = {language: 1 << place for place, language in enumerate(collection.languages)}
    columns: dict[str, list[int]] = {"organ": [], "session": [], "year": [], "versions": []}
    for work in collection.works:
        facts = work.first
        columns["organ"].append(organs.setdefault(facts.organ, len(organs)))
        columns["session"].append(sessions.setdefault(facts.session, len(sessions)))
        columns["year"].append(int((facts.adopted or facts.issued or "0")[:4]))
        columns["versions"].append(sum(bits[language] for language in work.versions))
    data = {
        "languages": list(collection.languages),
        "organs": list(organs),
        "sessions": list(sessions),
        "count": len(collection.works),
        "chunk": CHUNK,
        **{name: _runs(column) for name, column in columns.items()},
    }
    yield "search/facets.js", script("search/facets.js", data)


def _topics(collection: Collection, language: str) -> dict[str, list[int]]:
    """The topics of a language's versions, each with its works as distances."""
    topics: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for work in collection.works:
        version = work.versions.get(language)
        for topic in version.topics if version is not None else ():
            topics.setdefault(topic, []).append(work.number - last.get(topic, 0))
            last[topic] = work.number
    return dict(sorted(topics.items()))


def _runs(column: list[int]) -> list[int]:
    """A column as value and length of each run: neighbours are mostly alike."""
    found: list[int] = []
    for value in column:
        if found and found[-2] == value:
            found[-1] += 1
        else:
            found += [value, 1]
    return found


def _postings(collection: Collection, language: str, terms: Terms) -> dict[str, array[int]]:
    found: dict[str, array[int]] = {}
    last: dict[str, int] = {}
    for work in collection.works:
        version = work.versions.get(language)
        for word, weight in terms(version).items() if version is not None else ():
            distance = work.number - last.get(word, 0)
            last[word] = work.number
            found.setdefault(word, array("L")).append(distance * 8 + weight)
    return found


def _parts(postings: Mapping[str, array[int]]) -> Iterable[dict[str, list[int]]]:
    """The words in parts of about one size, in the order of their UTF-16 code units, as scripts compare them."""
    part: dict[str, list[int]] = {}
    size = 0
    for word in sorted(postings, key=lambda word: word.encode("utf-16-be")):
        part[word] = postings[word].tolist()
        size += len(word) + 5 + 4 * len(part[word])
        if size >= PART_BYTES:
            yield part
            part, size = {}, 0
    if part:
        yield part
