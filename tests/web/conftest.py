"""What the browser tests share: Chromium, pages that are watched, an invented collection and its site.

They run with `./run test-web`, which sets up what they need and says where it is; without that they are skipped.
"""

from __future__ import annotations

import functools
import http.server
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.web.invented import LANGUAGES, collection

WEB = os.environ.get("ENGROSS_WEB", "")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    return True if not WEB and collection_path.name.startswith("test_") else None


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    sys.path.insert(0, f"{WEB}/python")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=os.environ["ENGROSS_CHROMIUM"], args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page, with what it said on the console and what it asked for."""

    page: Any
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def outside(self, root: str) -> list[str]:
        return [url for url in self.requests if not url.startswith((root, "data:", "about:"))]


@pytest.fixture
def open_page(chromium: Any) -> Iterator[Callable[..., Watched]]:
    """Opens an address in a context of its own; options are those of a browser context."""
    contexts = []

    def open_one(url: str, width: int = 1200, height: int = 900, **options: Any) -> Watched:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.on("console", lambda m: watched.errors.append(m.text) if m.type in ("error", "warning") else None)
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on("requestfailed", lambda request: watched.errors.append(f"failed: {request.url}"))
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.goto(url)
        return watched

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented collection in six languages."""
    folder = tmp_path_factory.mktemp("sources")
    for name, data in collection():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def site(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented collection."""
    from engross.site import build

    folder = tmp_path_factory.mktemp("site")
    done = build([sources], folder, title="Margins")
    assert not done.report.refusals
    assert set(done.languages) == set(LANGUAGES)
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on this machine, and gives its address."""
    servers = []

    def start(folder: Path) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()


def axe(page: Any) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and good practice."""
    page.add_script_tag(path=f"{WEB}/node_modules/axe-core/axe.min.js")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]]


WIDTHS = (320, 360, 480, 768, 1024, 1280, 1600)


def wide(page: Any, widths: tuple[int, ...] = WIDTHS) -> list[int]:
    """The widths of window, in pixels, at which the page can be scrolled sideways."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(width)
    return found
