"""The search in a collection of 20,000 resolutions: how much one question loads, and how long it takes.

The documents are invented records, not pages: what the search loads is made of these alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engross.batch.outputs import style_folder
from engross.site import index, pages
from engross.site.collection import Collection, collect
from engross.site.pages import Look
from engross.site.record import Record
from tests.web.conftest import Watched
from tests.web.test_collection import ask

COUNT = 20_000
WORDS = 30_000
SYLLABLES = ("ba", "con", "di", "fer", "gu", "len", "mar", "no", "pri", "ran", "so", "ti", "ver", "xal", "yo", "zu")
ORGANS = ("ga", "sc", "ecosoc", "hrc")


def vocabulary(chance: random.Random) -> list[str]:
    found = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(2 * WORDS)}
    return sorted(found)[:WORDS]


def record(number: int) -> Record:
    session, order = divmod(number, 250)
    symbol = f"A/RES/{session + 1}/{order + 1}"
    year = f"{1946 + session}-12-{1 + order % 28:02d}"
    title = f"Footnotes of volume {number}, read in margins"
    facts = {"kind": "resolution", "session": str(session + 1), "session_name": f"Session {session + 1}"}
    return Record(
        str(number), "en", symbol, title, ORGANS[number % 4], adopted=year, issued=year, address="",
        opening="", topics=(f"Topic {number % 300}",), cites=(), **facts,
    )  # fmt: skip


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first page and the index of such a collection; words are as rare as Zipf says."""
    folder = tmp_path_factory.mktemp("large")
    collection = collect(map(record, range(COUNT)), "en")
    words = vocabulary(random.Random(1))
    weights = [1 / (rank + 3) for rank in range(len(words))]
    chance = random.Random(2)
    chance.shuffle(words)
    texts = chance.choices(words, weights, k=COUNT * 60)

    def terms(one: Record) -> dict[str, int]:
        place = int(one.key) * 60
        common = {"footnotes": 4, "margins": 4, one.symbol.removeprefix("A/RES/"): 4}
        return dict.fromkeys(texts[place : place + 60], 1) | common

    for path, data in files(collection, terms):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def files(collection: Collection, terms: index.Terms) -> Iterator[tuple[str, bytes]]:
    look = Look("Large", style_folder(), "en", ("xml",))
    yield from ((f"assets/{name}", data) for name, data in pages.asset_files(look.style).values())
    yield from ((path, data) for path, data in pages.lists(collection, look) if path == "index.html")
    yield from index.facet_files(collection)
    yield from index.language_files(collection, "en", terms)


def loaded(seen: Watched, root: Path, before: int) -> int:
    """The bytes of what was asked for after the first `before` requests; passages of results are not there."""
    names = {url.removeprefix(root.as_uri() + "/").split("#")[0] for url in seen.requests[before:]}
    return sum((root / name).stat().st_size for name in names if (root / name).is_file())


def test_a_question_loads_little_and_is_answered_at_once(
    large: Path, open_page: Callable[..., Watched], capsys: pytest.CaptureFixture[str]
) -> None:
    seen = open_page(f"{large.as_uri()}/index.html")
    page: Any = seen.page
    page.wait_for_load_state()
    first = loaded(seen, large, 0)
    sizes, cold, times = [], [], []
    for question in ("footnotes", "margins 17/33", "balenverso", "conmar prino", "61/200"):
        before = len(seen.requests)
        found = ask(page, question)
        sizes.append(loaded(seen, large, before))
        cold.append(float(page.get_attribute("form.search", "data-took")))
        ask(page, question[:-1])  # the parts are there: what is timed is the search
        ask(page, question)
        times.append(float(page.get_attribute("form.search", "data-took")))
        if "/" in question:
            assert any(question.split()[-1] in symbol for symbol in found)
    total = sum(path.stat().st_size for path in large.rglob("*.js"))
    with capsys.disabled():
        print(
            f"\n  {COUNT} resolutions, index {total / 1e6:.1f} MB: the first page loads {first / 1e3:.0f} kB,"
            f" a question {min(sizes) / 1e3:.0f} to {max(sizes) / 1e3:.0f} kB; it takes {max(cold):.0f} ms at most"
            f" with loading, {max(times):.0f} ms without"
        )
    assert first < 400_000
    assert max(sizes) < 500_000
    assert max(times) < 100


def test_filters_of_a_large_collection(large: Path, open_page: Callable[..., Watched]) -> None:
    page: Any = open_page(f"{large.as_uri()}/index.html").page
    page.select_option("#year", "1990")
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")
    assert page.locator("#count").inner_text() == "Found: 250"
    page.fill("#topic", "topic 7")
    page.wait_for_function("document.querySelector('#count').textContent !== 'Found: 250'")
    assert page.locator("#results li").count() > 0
