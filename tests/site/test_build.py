"""A site: what is in it, and that it is built again only where something changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree, html

from engross.model.failure import Failure
from engross.site import build
from tests.site.invented import files, write


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    write(folder, 301)
    write(folder, 302, cites=(301,))
    write(folder, 302, "fra", "Décide.", cites=(301,))
    return folder


def data_of(script: bytes) -> object:
    match = re.fullmatch(r'engross\.take\("[^"]+",(.*)\);\n', script.decode(), re.S)
    assert match
    return json.loads(match[1])


def test_a_page_for_each_version_and_one_for_both(sources: Path, tmp_path: Path) -> None:
    done = build([sources], tmp_path / "site")
    names = set(files(tmp_path / "site"))
    assert {"A_RES_99_301/en.html", "A_RES_99_302/en.html", "A_RES_99_302/fr.html", "A_RES_99_302/fr.xml"} <= names
    assert {"A_RES_99_302/parallel.html", "index.html", "index.fr.html", "sessions/ga-99.en.html"} <= names
    assert "A_RES_99_301/parallel.html" not in names
    assert (done.works, done.languages) == (2, ("en", "fr"))


def test_what_cites_and_what_is_cited(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    citing = html.parse(tmp_path / "site/A_RES_99_302/en.html")
    assert citing.xpath("//aside//a[contains(., '99/301')]/@href") == ["../A_RES_99_301/en.html"]
    cited = html.parse(tmp_path / "site/A_RES_99_301/en.html")
    assert cited.xpath("//aside//a[contains(., '99/302')]/@href") == ["../A_RES_99_302/en.html"]


def test_other_languages_and_forms_are_linked(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site", forms=["docx"])
    page = html.parse(tmp_path / "site/A_RES_99_302/fr.html")
    assert {"fr.docx", "fr.xml", "en.html"} <= set(page.xpath("//link[@rel='alternate']/@href"))
    assert set(page.xpath("//link[@rel='alternate']/@hreflang")) == {"en", "fr"}
    assert {"application/akn+xml"} < set(page.xpath("//link[@rel='alternate']/@type"))
    assert (tmp_path / "site/A_RES_99_302/fr.docx").is_file()


def test_every_link_inside_leads_somewhere(sources: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build([sources], site)
    for path in site.rglob("*.html"):
        for link in html.parse(path).xpath("//@href | //@src"):
            target, _, fragment = link.partition("#")
            if not target.startswith(("http", "data:")):
                there = (path.parent / target).resolve() if target else path
                assert there.is_file(), f"{path}: {link}"
                if fragment and there.suffix == ".html" and not fragment.startswith("v"):
                    assert html.parse(there).xpath(f"//*[@id='{fragment}']"), f"{path}: {link}"


def test_the_index_knows_every_word_of_every_language(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    english = data_of((tmp_path / "site/search/en/0.js").read_bytes())
    french = data_of((tmp_path / "site/search/fr/0.js").read_bytes())
    assert isinstance(english, dict)
    assert isinstance(french, dict)
    assert {"decides", "margin", "99/301", "99/302"} <= set(english)
    assert "decide" in french
    assert [value >> 3 for value in english["decides"]] == [0, 1]
    assert english["99/302"][0] & 7 > english["99/301"][-1] & 7


def test_building_again_writes_nothing_and_gives_the_same(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    before = files(tmp_path / "site")
    again = build([sources], tmp_path / "site")
    assert (again.written, again.removed) == ((), ())
    build([sources], tmp_path / "fresh", jobs=2)
    assert files(tmp_path / "fresh") == before


def test_a_change_touches_its_pages_and_those_that_name_it(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    write(sources, 303, text="Recalls", cites=(302,))
    done = build([sources], tmp_path / "site")
    written = {path for path in done.written if path.endswith(".html")}
    assert "A_RES_99_303/en.html" in written
    assert "A_RES_99_302/en.html" in written
    assert not any(path.startswith("A_RES_99_301/") for path in written)


def test_building_in_part_gives_what_building_anew_gives(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    write(sources, 301, text="Reconsiders.")
    write(sources, 304)
    (sources / "302.fra.xml").unlink()
    done = build([sources], tmp_path / "site")
    build([sources], tmp_path / "fresh")
    assert files(tmp_path / "site") == files(tmp_path / "fresh")
    assert "A_RES_99_302/fr.html" in done.removed


def test_a_file_that_somebody_took_away_comes_back(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    (tmp_path / "site/A_RES_99_301/en.html").unlink()
    assert build([sources], tmp_path / "site").written == ("A_RES_99_301/en.html",)


def test_files_of_others_are_left_alone(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    (tmp_path / "site/CNAME").write_text("example.org")
    (sources / "301.eng.xml").unlink()
    build([sources], tmp_path / "site")
    assert (tmp_path / "site/CNAME").is_file()


@pytest.mark.parametrize(
    "trash", [b"", b"{", b"[]", b'{"pages": 3, "files": [1]}', b'{"pages": {}, "files": ["../../x"]}']
)
def test_what_was_kept_may_be_broken(sources: Path, tmp_path: Path, trash: bytes) -> None:
    (tmp_path / "x").write_text("mine")
    build([sources], tmp_path / "a" / "site")
    (tmp_path / "a/site/.engross/state.json").write_bytes(trash)
    for path in (tmp_path / "a/site/.engross/records").glob("*.json"):
        path.write_bytes(trash)
    done = build([sources], tmp_path / "a" / "site")
    assert done.works == 2
    assert (tmp_path / "x").is_file()


def test_kept_contents_that_are_damaged_are_named(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site")
    for path in (tmp_path / "site/.engross/records").glob("*.contents"):
        path.write_bytes(b"{")
    with pytest.raises(Failure, match=r"remove the folder .*\.engross"):
        build([sources], tmp_path / "site")


def test_the_same_version_twice_is_refused_and_said(sources: Path, tmp_path: Path) -> None:
    (sources / "copy.xml").write_bytes((sources / "301.eng.xml").read_bytes().replace(b"Decides.", b"Decided."))
    done = build([sources], tmp_path / "site")
    (refusal,) = done.report.refusals
    assert "A/RES/99/301 in en is there already" in refusal.message


def test_sources_in_other_folders_may_have_one_name(tmp_path: Path) -> None:
    for number in (301, 302):
        write(tmp_path / str(number), number).rename(tmp_path / str(number) / "en.xml")
    done = build([tmp_path / "301/en.xml", tmp_path / "302/en.xml", tmp_path / "301"], tmp_path / "site")
    assert not done.report.refusals
    assert done.works == 2


def test_a_broken_source_stops_no_other(sources: Path, tmp_path: Path) -> None:
    (sources / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    done = build([sources], tmp_path / "site")
    assert len(done.report.refusals) == 1
    assert done.works == 2


def test_sources_of_every_kind_and_without_a_symbol(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "Search.md").write_text("*The Margin*,\n\n1. *Decides* to search.\n", encoding="utf-8")
    done = build([folder], tmp_path / "site")
    assert done.works == 1
    assert (tmp_path / "site/Search-document/en.html").is_file()


def test_hostile_text_and_names_stay_text(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    write(folder, 301, text="&lt;/script>&lt;script>alert(1)&lt;/script> \u2028")
    build([folder], tmp_path / "site", title="<b>Mine</b>")
    for name, data in files(tmp_path / "site").items():
        if name.endswith((".html", ".js")) and not name.startswith("assets"):
            assert b"<script>alert" not in data, name
            assert b"<b>Mine" not in data, name


def test_the_feed_is_atom_with_the_newest_first(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "site", address="https://example.org/margins")
    feed = etree.parse(tmp_path / "site/atom.en.xml")
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.xpath("//a:entry/a:title/text()", namespaces=names)[0].startswith("A/RES/99/302")
    assert feed.xpath("//a:entry/a:link/@href", namespaces=names)[0] == "A_RES_99_302/en.html"
    ids = feed.xpath("//a:id/text()", namespaces=names)
    assert len(set(ids)) == len(ids) == 3


def test_a_sitemap_where_the_address_is_known(sources: Path, tmp_path: Path) -> None:
    build([sources], tmp_path / "without")
    assert not (tmp_path / "without/sitemap.xml").exists()
    build([sources], tmp_path / "site", address="https://example.org/margins")
    text = (tmp_path / "site/sitemap.xml").read_text()
    assert "<loc>https://example.org/margins/A_RES_99_302/fr.html</loc>" in text


def test_no_source_gives_an_empty_site(tmp_path: Path) -> None:
    done = build([tmp_path / "nowhere.xml"], tmp_path / "site")
    assert done.works == 0
    assert (tmp_path / "site/index.html").is_file()
    assert done.report.exit_code() == 3


def test_an_unknown_form_and_an_output_that_is_a_file(sources: Path, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="no form 'epub'"):
        build([sources], tmp_path / "site", forms=["epub"])
    (tmp_path / "file").write_text("")
    with pytest.raises(Failure):
        build([sources], tmp_path / "file")
