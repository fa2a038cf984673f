"""Word files: masthead, heads and feet, codes, and what the file says of itself."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from engross.model.furniture import FurnitureKind
from tests.writers.resolutions import resolution
from tests.writers.written import AKN, WP, W, part, printed, reread


def test_heads_and_feet_of_first_odd_and_even_pages() -> None:
    flow = reread(resolution("fr"))
    kinds = [(furniture.kind, furniture.text) for furniture in flow.furniture]
    title = "Année internationale de la note de bas de page"
    assert kinds.count((FurnitureKind.RUNNING_HEAD, "A/RES/99/999")) == 2
    assert kinds.count((FurnitureKind.RUNNING_HEAD, title)) == 2
    assert kinds.count((FurnitureKind.PAGE_NUMBER, "1/1")) == 2
    assert (FurnitureKind.JOB_NUMBER, "45-00001 (E)") in kinds


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_codes_of_the_first_page_are_pictures_with_alternative_texts(language: str) -> None:
    data = printed(resolution(language))
    foot = part(data, "word/footer1.xml")
    described = [shape.get("descr") or "" for shape in foot.iter(f"{WP}docPr")]
    assert [text.rpartition(": ")[2].partition("//")[0] for text in described] == ["4500001", "https:"]
    assert all(text.partition(": ")[0] for text in described)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        pictures = [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_no_code_is_made_up() -> None:
    made = resolution()
    bare = replace(made, job_number="", facts=replace(made.facts, address=""))
    assert not [name for name in zipfile.ZipFile(io.BytesIO(printed(bare))).namelist() if "media" in name]


def test_the_frame_is_native() -> None:
    data = printed(resolution("en"))
    section = part(data, "word/document.xml").find(f".//{W}sectPr")
    assert [ref.get(W + "type") for ref in section.iter(W + "headerReference")] == ["even", "default", "first"]
    assert section.find(W + "titlePg") is not None
    size = section.find(W + "pgSz")
    assert (size.get(W + "w"), size.get(W + "h")) == ("12240", "15840")
    settings = part(data, "word/settings.xml")
    assert settings.find(W + "evenAndOddHeaders") is not None
    fields = [element.text.strip() for element in part(data, "word/footer3.xml").iter(W + "instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    geneva = part(printed(resolution("en", template="geneva")), "word/document.xml").find(f".//{W}pgSz")
    assert geneva.get(W + "w") == "11906"


def test_a_document_is_one_section_whose_first_foot_lifts_the_text() -> None:
    data = printed(resolution("en"))
    (section,) = part(data, "word/document.xml").iter(f"{W}sectPr")
    margins = section.find(W + "pgMar")
    heights = [int(line.get(W + "line")) for line in part(data, "word/footer1.xml").iter(f"{W}spacing")]
    from_job_number = 240  # a line of the style Release Date
    assert int(margins.get(W + "footer")) + sum(heights) + from_job_number == 1728
    assert int(margins.get(W + "bottom")) == 1152


def test_old_documents_are_set_in_the_edition_of_their_time() -> None:
    made = resolution("en")
    old = replace(made, facts=replace(made.facts, issued=date(2020, 1, 8)))
    margins = [part(printed(one), "word/document.xml").find(f".//{W}pgMar").get(W + "left") for one in (made, old)]
    assert margins == ["1195", "1200"]


def test_the_file_says_what_it_is() -> None:
    flow = reread(resolution("ru"))
    assert flow.properties["title"] == "Международный год сносок"
    assert flow.properties["language"] == "ru"
    assert flow.properties["Symbol1"] == "A/RES/99/999"
    assert flow.properties["created"] == "2045-01-08T00:00:00Z"


def test_the_akoma_ntoso_travels_along() -> None:
    assert zipfile.ZipFile(io.BytesIO(printed(resolution()))).read("customXml/item1.xml") == AKN
