"""A collection in a browser: from a disk and from a server, in six languages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engross.site.words import words
from tests.web.conftest import Watched, axe, wide
from tests.web.invented import LANGUAGES

TEXTS = [f"{title} {sentence}" for _, title, sentence, _ in LANGUAGES.values()]
Open = Callable[..., Watched]
PAGES = ["index.html", "index.ar.html", "A_RES_99_302/en.html", "A_RES_99_302/ar.html", "A_RES_99_302/parallel.html", "sessions/ga-99.zh.html"]  # fmt: skip  # noqa: E501


def ask(page: Any, words: str) -> list[str]:
    """The symbols found for these words, in their order."""
    page.fill("#query", words)
    page.wait_for_function("words => document.querySelector('form.search').dataset.done === words", arg=words)
    return [str(text) for text in page.locator("#results bdi").all_inner_texts()]


def took(page: Any, words: str) -> float:
    """Milliseconds from question to answer, of parts that the browser has to load and of those that it has."""
    times = []
    for question in (words[:-1] or words, words):
        ask(page, question)
        times.append(float(page.get_attribute("form.search", "data-took")))
    return min(times)


@pytest.fixture(params=["file", "http"])
def root(request: pytest.FixtureRequest, site: Path, serve: Callable[[Path], str], tmp_path: Path) -> str:
    """Where the site is: in a folder, and on a server somewhere below its root."""
    if request.param == "file":
        return site.as_uri()
    shutil.copytree(site, tmp_path / "some" / "where")
    return f"{serve(tmp_path)}/some/where"


@pytest.mark.parametrize("path", PAGES)
def test_no_error_and_no_request_outside(root: str, open_page: Open, path: str) -> None:
    seen = open_page(f"{root}/{path}")
    seen.page.wait_for_load_state()
    assert seen.errors == []
    assert seen.outside(root) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways(site: Path, open_page: Open, path: str) -> None:
    page = open_page(f"{site.as_uri()}/{path}").page
    assert wide(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(site: Path, open_page: Open, path: str, scheme: str) -> None:
    assert axe(open_page(f"{site.as_uri()}/{path}", color_scheme=scheme).page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_in_six_languages(root: str, open_page: Open, language: str) -> None:
    seen = open_page(f"{root}/{'index.html' if language == 'en' else f'index.{language}.html'}")
    found = ask(seen.page, LANGUAGES[language][3])
    assert len(found) == 20
    assert took(seen.page, LANGUAGES[language][3]) < 100
    seen.page.locator("#results mark").first.wait_for()
    seen.page.locator("#results a").first.click()
    seen.page.wait_for_load_state()
    assert seen.page.evaluate("document.documentElement.lang") == language
    assert seen.errors == []


def test_a_symbol_is_found_first_by_its_number(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/index.html").page
    assert ask(page, "99/310")[0] == "A/RES/99/310"
    assert ask(page, "A/RES/99/311")[0] == "A/RES/99/311"


def test_the_same_word_in_other_clothes(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/index.fr.html").page
    assert len(ask(page, "ANNEE")) == 20
    assert len(ask(page, "lecteur")) == 20
    assert ask(page, "nirgends") == []


def test_the_browser_and_the_index_fold_alike(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/index.html").page
    for text in (
        "ANNÉE de l’œuvre 60/212 İstanbul",
        "Ёлка й № 5 ½",
        "الجمعية أُشير إلى",
        "国际COVID19脚注年第19条",
        "ﬁn x²",
        *TEXTS,
    ):
        known = set(words(text))
        asked = set(page.evaluate("text => engross.words(text)", text))
        assert asked <= known, text


@pytest.mark.parametrize(
    ("language", "asked", "shown"), [("zh", "脚注", {"脚注"}), ("ar", "حواشي", {"للحواشي"}), ("fr", "annee", {"Année"})]
)
def test_what_was_asked_is_marked(site: Path, open_page: Open, language: str, asked: str, shown: set[str]) -> None:
    page = open_page(f"{site.as_uri()}/index.{language}.html").page
    ask(page, asked)
    page.locator("#results mark").first.wait_for()
    assert set(page.locator("#results mark").all_inner_texts()) == shown


def test_filters_narrow_and_the_address_keeps_them(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/index.html").page
    page.select_option("#year", "2044")
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")
    page.locator("#more").click()
    page.wait_for_function("document.querySelectorAll('#results li').length === 25")
    again = open_page(page.url).page
    again.wait_for_function("document.querySelectorAll('#results li').length === 20")
    assert again.input_value("#year") == "2044"


@pytest.mark.parametrize(("language", "topic", "found"), [("en", "footnotes 31", 10), ("ar", "الحواشي 305", 1)])
def test_topics_are_asked_for_in_each_language(
    site: Path, open_page: Open, language: str, topic: str, found: int
) -> None:
    page = open_page(f"{site.as_uri()}/{'index.html' if language == 'en' else f'index.{language}.html'}").page
    page.fill("#topic", topic)
    page.wait_for_function("n => document.querySelectorAll('#results li').length === n", arg=found)
    page.wait_for_function("document.querySelectorAll('#topics option').length === 25")


def test_results_lead_to_the_paragraph(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/index.html").page
    ask(page, "marginal readers")
    page.locator("#results mark").first.wait_for()
    assert "#" in page.locator("#results a").first.get_attribute("href")


def test_search_by_keyboard_alone(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/index.html").page
    while page.evaluate("document.activeElement.id") != "query":
        page.keyboard.press("Tab")
    page.keyboard.type("footnotes")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('form.search').dataset.done === 'footnotes'")
    while not page.evaluate("document.activeElement.closest('#results') !== null"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("article.document").wait_for()  # a page without the document ends in a time-out


def test_the_skip_link_leads_to_the_text(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/A_RES_99_302/en.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#text")


def test_lists_need_no_script(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/index.html", java_script_enabled=False).page
    assert not page.locator("form.search").is_visible()
    page.locator(".sessions a").first.click()
    page.locator(".contents a").first.click()
    assert page.locator("article.document").count() == 1


def test_what_is_cited_is_in_the_collection(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/A_RES_99_302/en.html").page
    page.locator(".recital a", has_text="99/301").first.click()
    assert page.url.endswith("A_RES_99_301/en.html")
    assert page.locator(".beside a", has_text="A/RES/99/302").count() == 1


def test_columns_are_opened_and_closed_without_script(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/A_RES_99_302/parallel.html", 1400, java_script_enabled=False).page
    assert page.locator(".columns > thead th:visible").all_inner_texts() == ["English", "Français"]
    page.check("#show-vzh")
    page.uncheck("#show-vfr")
    assert page.locator(".columns > thead th:visible").all_inner_texts() == ["English", "中文"]


def test_the_column_of_the_page_one_comes_from_is_open(site: Path, open_page: Open) -> None:
    page = open_page(f"{site.as_uri()}/A_RES_99_302/zh.html", 1400).page
    page.locator(".ways a").first.click()
    page.locator(".columns").wait_for()
    assert page.locator(".columns > thead th:visible").all_inner_texts() == ["English", "Français", "中文"]


def test_pages_are_light(site: Path) -> None:
    heaviest = max(path.stat().st_size for path in site.rglob("A_RES_*/[a-z][a-z].html"))
    shared = sum(path.stat().st_size for path in (site / "assets").iterdir() if "search" not in path.name)
    assert heaviest + shared < 60_000
    assert (site / "index.html").stat().st_size + sum(p.stat().st_size for p in (site / "assets").iterdir()) < 60_000
