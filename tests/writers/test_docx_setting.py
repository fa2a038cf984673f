"""How a Word file is set: drafts, line numbers, styles of one's own."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from engross.model.failure import Failure
from engross.model.setting import OFFICIAL, Setting
from engross.resources import templates
from engross.writers.docx import write
from tests.readers.word import make_word
from tests.writers.resolutions import resolution

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
BASE = """<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Absatz"><w:name w:val="Operative Paragraph"/><w:basedOn w:val="Standard"/>
<w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr><w:rPr><w:color w:val="AA0000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="House Heading"/></w:style>"""


def parts(setting: Setting = OFFICIAL, style: Path | None = None, language: str = "en") -> dict[str, etree._Element]:
    data = write(resolution(language), b"<akomaNtoso/>", style or templates() / "un", setting)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name[5:-4]: etree.fromstring(package.read(name)) for name in names}


def style_of(root: etree._Element, name: str) -> etree._Element:
    return next(one for one in root.iter(f"{W}style") if one.find(f"{W}name").get(f"{W}val") == name)  # type: ignore[union-attr]


def test_lines_are_numbered_in_every_section_when_asked() -> None:
    assert not list(parts()["document"].iter(f"{W}lnNumType"))
    numbered = parts(Setting(line_numbers=True))["document"]
    assert len(list(numbered.iter(f"{W}lnNumType"))) == len(list(numbered.iter(f"{W}sectPr"))) == 1


@pytest.mark.parametrize(("language", "word"), [("en", "DRAFT"), ("fr", "PROJET"), ("ru", "ПРОЕКТ")])
def test_a_draft_has_a_watermark_on_every_page_and_double_spacing(language: str, word: str) -> None:
    made = parts(Setting(draft=True), language=language)
    marks = [made[f"header{number}"].find(f".//{V}textpath[@string]") for number in (1, 2, 3)]
    assert [mark.get("string") for mark in marks if mark is not None] == [word] * 3
    pitch = {
        setting.draft: int(style_of(root["styles"], "__Single Txt").find(f"{W}pPr/{W}spacing").get(f"{W}line", "0"))  # type: ignore[union-attr]
        for setting, root in ((OFFICIAL, parts(language=language)), (Setting(draft=True), made))
    }
    assert pitch[False] == 0
    normal = style_of(made["styles"], "Normal").find(f"{W}pPr/{W}spacing")
    assert normal is not None
    assert pitch[True] == 2 * int(normal.get(f"{W}line", "0"))


def test_a_style_of_ones_own_overrides_what_it_names_and_inherits_the_rest(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text("[new-york.body]\nsize = 11.0\n", encoding="utf-8")
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "theme.xml.j2").write_text('<theme name="{{ g.fonts.latin.name }}"/>', encoding="utf-8")
    made = parts(style=tmp_path)
    size = made["styles"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "22"
    assert made["theme/theme1"].get("name") == "Times New Roman"
    assert etree.tostring(made["footer2"]) == etree.tostring(parts()["footer2"])


def test_a_template_of_ones_own_is_sandboxed(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "theme.xml.j2").write_text("{{ g.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(Failure, match="theme"):
        parts(style=tmp_path)


def test_styles_of_a_base_document_are_taken_by_name(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "base.docx").write_bytes(make_word(styles=BASE))
    styles = parts(style=tmp_path)["styles"]
    operative = style_of(styles, "Operative Paragraph")
    assert operative.get(f"{W}styleId") == "OperativeParagraph"
    assert operative.find(f"{W}basedOn").get(f"{W}val") == style_of(styles, "Normal").get(f"{W}styleId") == "Normal"  # type: ignore[union-attr]
    properties = operative.find(f"{W}pPr")
    assert properties is not None
    assert [child.tag for child in properties] == [f"{W}keepNext", f"{W}numPr", f"{W}jc"]
    assert style_of(styles, "Preambular Paragraph") is not None
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    assert style_of(styles, "_ H _Ch").get(f"{W}styleId") == "HCh"


def test_a_base_document_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "base.docx").write_bytes(b"no archive")
    with pytest.raises(Failure, match=r"base\.docx"):
        parts(style=tmp_path)
