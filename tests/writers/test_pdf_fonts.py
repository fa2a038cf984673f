"""The fonts of the official style: whole, licensed, and of the metric that the lines are set with."""

from __future__ import annotations

import hashlib
from pathlib import Path

import page
import pytest
from fontTools.ttLib import TTFont

from engross.fonts.derive import UNITS, WIDTH
from engross.fonts.last import derive_last
from engross.model.presentation import Paragraph
from engross.model.style import load_style
from engross.resources import templates
from engross.writers import pdf
from engross.writers.pdf.engine import fonts_configuration
from engross.writers.pdf.faces import Faces, Look
from tests.writers.resolutions import resolution, text
from tests.writers.tagged import read_tagged, squeeze

FONTS = templates() / "un" / "fonts"
STYLES = ("Regular", "Italic", "Bold", "BoldItalic")


def test_every_font_is_the_one_that_was_shipped() -> None:
    sums = dict(line.split()[::-1] for line in (FONTS / "SHA256SUMS").read_text().splitlines())
    assert sums == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FONTS.glob("*.ttf")}


def test_every_font_has_its_licence() -> None:
    for name in ("Tinos", "Amiri", "NotoSerifSC"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"OFL-{name}.txt").read_text(encoding="utf-8").upper()


@pytest.mark.parametrize("style", STYLES)
def test_the_wide_face_is_tinos_at_the_width_of_running_text(style: str) -> None:
    plain, wide = TTFont(FONTS / f"Tinos-{style}.ttf"), TTFont(FONTS / f"EngrossWide-{style}.ttf")
    assert wide["head"].unitsPerEm == UNITS
    names, wider = plain.getBestCmap(), wide.getBestCmap()
    for code in map(ord, "aemW0 ,.(“é№я\u00a0\u2011–"):
        expected = plain["hmtx"][names[code]][0] * UNITS / plain["head"].unitsPerEm * WIDTH
        assert wide["hmtx"][wider[code]][0] == pytest.approx(expected, abs=1.0)


def test_changed_fonts_do_not_carry_the_names_of_their_sources() -> None:
    for file in FONTS.glob("Engross*.ttf"):
        names = {record.toUnicode() for record in TTFont(file)["name"].names if record.nameID in (1, 4, 6)}
        assert not any("Tinos" in name or "Noto" in name for name in names)


def test_every_style_has_what_every_language_prints() -> None:
    style = load_style(templates() / "un")
    for language, words in (
        ("en", "“Year” – 25°\u00a0%"), ("fr", "«\u00a0Œuvre\u00a0», nº"), ("es", "¿Año?"), ("ru", "№ Ёлка „…“"),
        ("ar", "الجمعية العامة، ؛"), ("zh", "大会《宪章》㈠，。A/RES/1笹川"),
    ):  # fmt: skip
        faces = Faces(style, "wide", language)
        assert [c for c in words if not faces.has(ord(c))] == []


def test_the_last_font_is_made_the_same_every_time(tmp_path: Path) -> None:
    derive_last(tmp_path / "last.ttf")
    assert (tmp_path / "last.ttf").read_bytes() == (FONTS / "EngrossLast-Regular.ttf").read_bytes()


def test_the_last_font_has_a_box_of_its_own_for_neighbours_and_none_for_what_is_not_seen() -> None:
    boxes = TTFont(FONTS / "EngrossLast-Regular.ttf").getBestCmap()
    assert len({boxes[code] for code in range(0x4E00, 0x5D00)}) == 0x0F00
    assert not {0x200D, 0x200F, 0x061C, 0xFE0F, 0xFEFF, 0xD800} & set(boxes)


def test_kerning_counts_but_not_beside_hyphens() -> None:
    style = load_style(templates() / "un")
    stack = Faces(style, "wide", "en").stack(Look())
    assert stack.advance("AV") < stack.advance("A") + stack.advance("V")
    assert stack.advance("r-v") == pytest.approx(sum(map(stack.advance, "r-v")))


def test_the_configuration_knows_no_font_of_the_operating_system() -> None:
    text = fonts_configuration((Path("/style & co/fonts"),), Path("/cache"))
    assert "<dir>/style &amp; co/fonts</dir>" in text
    assert text.count("<dir>") == 1
    assert "<include" not in text


@pytest.mark.parametrize("style", STYLES)
def test_the_arabic_face_draws_every_letter_of_a_word_as_one_glyph(style: str) -> None:
    """Amiri draws a lam before a kaf, and a letter over a jeem, with a kashida behind it: two glyphs, one letter."""
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / f"EngrossNaskh-{style}.ttf"))))
    for word in ("الكوكب", "للكتب", "الخيرية", "الخبراء", "تحترم", "المتحـدة"):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        assert len(buffer.glyph_infos) == len(word)


def test_a_joined_letter_is_as_wide_as_its_two_glyphs() -> None:
    font = TTFont(FONTS / "EngrossNaskh-Regular.ttf")
    joined = [font["glyf"][name] for name in font.getGlyphOrder()[-40:]]
    for name, glyph in zip(font.getGlyphOrder()[-40:], joined, strict=True):
        assert font["hmtx"][name][0] == sum(font["hmtx"][part.glyphName][0] for part in glyph.components)


def test_a_font_that_is_made_anew_leaves_the_old_one_to_those_who_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fonts are mapped into memory: one that is written over kills the processes that print with it."""
    from engross.fonts import derive

    def make(tinos: Path, amiri: Path, noto: Path, target: Path) -> None:
        (target / "a.ttf").write_bytes(b"new")
        assert font.read_bytes() == b"old"

    monkeypatch.setattr(derive, "_make", make)
    font = tmp_path / "fonts/a.ttf"
    font.parent.mkdir()
    font.write_bytes(b"old")
    with font.open("rb") as reader:
        derive.derive(tmp_path, tmp_path, tmp_path, font.parent)
        assert reader.read() == b"old"
    assert font.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [font.parent]


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_characters_that_no_font_has_are_boxes_of_a_valid_page_and_read_as_typed(language: str) -> None:
    words = "Ogham \u1681\u1682 and \u9fe9 \U00013000 and \U0001f600 stand alone;"
    data = pdf.write(resolution(language, Paragraph("para_9", "9.", text(words))), b"<akn/>", FONTS.parent)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant
    if language != "ar":
        assert squeeze(words) in squeeze(read_tagged(data).text)
