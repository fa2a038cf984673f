"""A resolution in a browser: readable by everyone, on every screen, without asking anyone for anything."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import WEB, Watched, axe, wide
from tests.web.invented import LANGUAGES, resolution

Open = Callable[..., Watched]


@pytest.fixture(scope="session", params=["en", "ar", "zh"])
def single(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One self-contained page."""
    from engross.batch.document import read_bytes

    path = tmp_path_factory.mktemp("single") / f"{request.param}.html"
    path.write_bytes(read_bytes(resolution(request.param, 302), "a.xml").to_bytes("html"))
    return path


def test_no_error_and_no_request(single: Path, open_page: Open) -> None:
    seen = open_page(single.as_uri())
    seen.page.mouse.wheel(0, 5000)
    assert seen.errors == []
    assert seen.requests == [single.as_uri()]
    assert seen.page.context.cookies() == []


def test_nothing_scrolls_sideways(single: Path, open_page: Open) -> None:
    assert wide(open_page(single.as_uri()).page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing(single: Path, open_page: Open, scheme: str, width: int) -> None:
    assert axe(open_page(single.as_uri(), width, color_scheme=scheme).page) == []


def test_dark_is_dark(single: Path, open_page: Open) -> None:
    page = open_page(single.as_uri(), color_scheme="dark").page
    ground = page.evaluate("getComputedStyle(document.querySelector('.document')).backgroundColor")
    assert all(int(value) < 60 for value in ground[4:-1].split(","))


def test_language_and_direction(single: Path, open_page: Open) -> None:
    page = open_page(single.as_uri()).page
    assert page.evaluate("document.documentElement.lang") == single.stem
    assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if single.stem == "ar" else "ltr")


@pytest.mark.parametrize("script", [True, False])
def test_notes_by_keyboard_there_and_back(single: Path, open_page: Open, script: bool) -> None:
    page = open_page(single.as_uri(), java_script_enabled=script).page
    page.locator("a.call").first.focus()
    page.keyboard.press("Enter")
    note = page.locator(".note:target")
    assert note.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#c1")
    assert page.locator(".note:target").count() == 0


def test_every_link_and_sign_is_reached_by_tab_and_seen(single: Path, open_page: Open) -> None:
    page = open_page(single.as_uri()).page
    stops = page.locator("a[href], [tabindex='0']").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const a = document.activeElement, s = getComputedStyle(a);"
            " return a !== document.body && s.opacity === '1' && s.outlineStyle !== 'none'; })()"
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")


def test_a_paragraph_is_copied_as_a_citation(open_page: Open, site: Path, serve: Callable[[Path], str]) -> None:
    seen = open_page(f"{serve(site)}/A_RES_99_302/en.html", permissions=["clipboard-read", "clipboard-write"])
    read = "navigator.clipboard.readText()"
    seen.page.locator("#para_1 > p > .label").press("Enter")
    seen.page.locator(".told").wait_for()
    assert seen.page.evaluate(read) == "General Assembly resolution 99/302, para. 1"
    assert seen.page.url.endswith("#para_1")
    seen.page.locator("#para_2__list_1__point_b > p > .label").press("Enter")
    seen.page.wait_for_function("navigator.clipboard.readText().then(t => t.endsWith('para. 2 (b)'))")


@pytest.mark.parametrize(
    ("sign", "cited"),
    [
        ("#container_2 > .place", "General Assembly resolution 99/302, preambular para. 2"),
        ("#att_1 .label", "General Assembly resolution 99/302, I, para. 1"),
    ],
)
def test_recitals_and_annexes_are_cited(
    open_page: Open, serve: Callable[[Path], str], tmp_path: Path, sign: str, cited: str
) -> None:
    """Without a collection, too: the page alone has the script."""
    from engross.batch.document import read_bytes

    (tmp_path / "page.html").write_bytes(read_bytes(resolution("en", 302), "a.xml").to_bytes("html"))
    seen = open_page(f"{serve(tmp_path)}/page.html", permissions=["clipboard-read", "clipboard-write"])
    seen.page.locator(sign).first.press("Enter")
    seen.page.locator(".told").wait_for()
    assert seen.page.evaluate("navigator.clipboard.readText()") == cited


def test_a_page_is_printed(single: Path, open_page: Open) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    data = open_page(single.as_uri()).page.pdf(prefer_css_page_size=True)
    text = "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))
    assert "99/302" in text
    assert "#" not in text


def test_html_validate_finds_nothing(single: Path, site: Path) -> None:
    pages = [str(single), *map(str, sorted(site.rglob("*.html"))[:40]), str(site / "index.html")]
    command = [f"{WEB}/node_modules/.bin/html-validate", "-c", str(Path(__file__).with_name("htmlvalidate.json"))]
    done = subprocess.run([*command, *pages], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_every_language_is_invented() -> None:
    assert len(LANGUAGES) == 6
