"""What stands beside a resolution in a collection."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html

from engross.site import build
from tests.present.invented import note
from tests.site.invented import write


def test_of_many_that_cite_it_the_newest_are_named_and_the_search_finds_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    write(folder, 301)
    for number in range(401, 424):
        write(folder, number, cites=(301,))
    build([folder], tmp_path / "site")
    page = html.parse(tmp_path / "site/A_RES_99_301/en.html")
    cited_by = page.xpath("//aside[@class='beside']/section")[0]
    assert len(cited_by.xpath("ul/li")) == 20
    (more,) = cited_by.xpath("p/a")
    assert (more.text, more.get("href")) == ("3 more", "../index.html#q=A/RES/99/301&language=en")


def test_what_is_cited_elsewhere_is_named_where_the_text_does_not_link_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    write(folder, 301, text="Recalls resolution 98/7.")
    build([folder], tmp_path / "site")
    page = html.parse(tmp_path / "site/A_RES_99_301/en.html")
    linked = [a.get("href") for a in page.xpath("//a") if "98/7" in a.text_content()]
    assert linked == ["https://docs.un.org/en/A/RES/98/7"]


def test_topics_and_titles_are_there_in_each_language(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    write(folder, 301)
    write(folder, 301, "fra", "Décide.")
    build([folder], tmp_path / "site")
    for language in ("en", "fr"):
        assert '"Margin 301":[0]' in (tmp_path / f"site/search/{language}/topics.js").read_text()
    assert "20\u00a0décembre 2044" in (tmp_path / "site/search/fr/titles-0.js").read_text()


def test_the_search_knows_passages_by_the_ids_of_their_page(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    write(folder, 301, text=f"Reads{note('1', 'See A/99/1.')} and writes{note('2', 'See A/99/2.')}.")
    build([folder], tmp_path / "site")
    script = (tmp_path / "site/A_RES_99_301/en.js").read_text()
    passages = json.loads(script[script.index(",") + 1 : script.rindex(")")])
    ids = set(html.parse(tmp_path / "site/A_RES_99_301/en.html").xpath("//@id"))
    places = [place for place, _ in passages]
    assert {"para_1", "n1", "n2"} <= set(places)
    assert {place for place in places if place} <= ids
