"""Make the fonts of the house style from the packages that they come from.

    python -m engross.fonts.derive TINOS AMIRI NOTO_SERIF_SC TARGET

TINOS, AMIRI and NOTO_SERIF_SC are the unpacked packages; TARGET is `templates/un/fonts`. The same packages
give the same bytes: no dates are taken from the clock.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from engross.fonts.joints import join_kashidas
from engross.fonts.last import derive_last

WIDTH = 1.0313
"""Character width of running text on the official page (103 % in Word; measured: geometry 0.4)."""

UNITS = 8192
"""Units per em of the wide face: fine enough for its rounded advances to stay within 0.001 pt at 10 pt."""

WIDE_FAMILY = "Engross Wide"
SONG_FAMILY = "Engross Song"
NASKH_FAMILY = "Engross Naskh"

_STYLES = {
    "Regular": "400Regular",
    "Italic": "400Regular_Italic",
    "Bold": "700Bold",
    "BoldItalic": "700Bold_Italic",
}
_HYPHENS = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2014")


def derive_wide(source: Path, style: str, target: Path) -> None:
    """Write Tinos at 103.13 % width under its own name.

    Advances, outlines and kerning are scaled in x only. There is no hinting, for hints are wrong at another
    width; no ligatures, for Word prints none; and no kerning with hyphens and dashes, which Word draws as
    runs of their own (measured: geometry 9.1).
    """
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp"], notdef_outline=True, glyph_names=False
    )
    options.drop_tables += ["GDEF"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for code in font.getBestCmap() if not 0x0590 <= code <= 0x06FF])
    cutter.subset(font)
    scale_upem(font, UNITS)
    _spread(font, WIDTH)
    _rename(font, WIDE_FAMILY, style, f"Version 1.0; Tinos at {WIDTH:.2%} width")
    font.save(target)


def derive_naskh(source: Path, style: str, target: Path) -> None:
    """Write Amiri with one glyph where it has a letter and a kashida that nobody typed (see `joints`)."""
    font = TTFont(source, recalcTimestamp=False)
    join_kashidas(font)
    _rename(font, NASKH_FAMILY, style, "Version 1.0; Amiri with its kashidas joined")
    font.save(target)


def derive_song(source: Path, style: str, target: Path) -> None:
    """Write the part of Noto Serif SC that Chinese documents of the United Nations need: GB 2312, the common characters
    of Japanese names (JIS X 0208, level 1), CJK punctuation, enclosed and full-width forms. Latin letters and digits
    are left out, so that they come from the Times-metric face beside it.
    """
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["kern", "ccmp", "locl"], notdef_outline=True)
    options.glyph_names = False
    options.drop_tables += ["BASE", "STAT", "vhea", "vmtx", "VORG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(_song_repertory() & set(font.getBestCmap())))
    cutter.subset(font)
    _rename(font, SONG_FAMILY, style, "Version 1.0; a part of Noto Serif SC")
    font.save(target)


def _song_repertory() -> set[int]:
    """GB 2312 without what the Times-metric face has, JIS X 0208 level 1, and the blocks of CJK signs."""
    codes = _decoded("gb2312", 0xA1, 0xF7) | _decoded("euc_jp", 0xB0, 0xCF)
    codes = {code for code in codes if code > 0x2000 or code == 0xB7} | {0x20, 0xA0}
    for first, last in ((0x2014, 0x2026), (0x2E80, 0x2EFF), (0x3000, 0x303F), (0x3200, 0x32FF), (0x2460, 0x249B)):
        codes.update(range(first, last + 1))
    codes.update(range(0xFF00, 0xFFEF))
    return codes - {0x2011, 0x2012, 0x2013}


def _decoded(encoding: str, first: int, last: int) -> set[int]:
    """The characters of some rows of a national set."""
    found: set[int] = set()
    for row in range(first, last + 1):
        for cell in range(0xA1, 0xFF):
            with contextlib.suppress(UnicodeDecodeError):
                found.add(ord(bytes((row, cell)).decode(encoding)))
    return found


def _spread(font: Any, factor: float) -> None:
    """Scale every horizontal measure of the font by `factor`."""
    glyf, hmtx = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if glyph.isComposite():
            for component in glyph.components:
                component.x = round(component.x * factor)
                component.flags &= ~0x0200
        elif glyph.numberOfContours > 0:
            glyph.coordinates.scale((factor, 1))
            glyph.coordinates.toInt()
    for name in font.getGlyphOrder():
        glyf[name].recalcBounds(glyf)
        advance, _ = hmtx[name]
        hmtx[name] = (round(advance * factor), getattr(glyf[name], "xMin", 0))
    for field in ("xAvgCharWidth", "ySubscriptXSize", "ySuperscriptXSize"):
        setattr(font["OS/2"], field, round(getattr(font["OS/2"], field) * factor))
    if "GPOS" in font:
        cmap = font.getBestCmap()
        hyphens = {cmap[ord(sign)] for sign in _HYPHENS if ord(sign) in cmap}
        for table in _positioning(font["GPOS"].table):
            _spread_positions(table, factor, hyphens)


def _positioning(gpos: Any) -> Iterable[Any]:
    for lookup in gpos.LookupList.Lookup if gpos.LookupList else ():
        for table in lookup.SubTable:
            yield table.ExtSubTable if lookup.LookupType == 9 else table


def _spread_positions(table: Any, factor: float, hyphens: set[str]) -> None:
    """Scale one subtable; pairs with a hyphen lose their kerning."""
    seen: set[int] = set()

    def visit(node: Any, name: str) -> None:
        if id(node) in seen or node is None or isinstance(node, int | float | str):
            return
        seen.add(id(node))
        if isinstance(node, list | tuple):
            for item in node:
                visit(item, name)
            return
        for field in ("XPlacement", "XAdvance", "XCoordinate"):
            if isinstance(getattr(node, field, None), int):
                setattr(node, field, round(getattr(node, field) * factor))
        for child, value in list(vars(node).items()) if hasattr(node, "__dict__") else ():
            visit(value, child)

    visit(table, "")
    if type(table).__name__ == "PairPos" and table.Format == 1:
        for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            pairs.PairValueRecord = [
                pair for pair in pairs.PairValueRecord if first not in hyphens and pair.SecondGlyph not in hyphens
            ]
            pairs.PairValueCount = len(pairs.PairValueRecord)


def _rename(font: Any, family: str, style: str, version: str) -> None:
    """Give the font its own name; the licence and the makers' copyright stay."""
    words = {"BoldItalic": "Bold Italic"}.get(style, style)
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    postscript = f"{family.replace(' ', '')}-{style}"
    for number, text in {
        1: family, 2: words, 3: f"{version};{postscript}", 4: f"{family} {words}", 5: version, 6: postscript,
    }.items():  # fmt: skip
        names.setName(text, number, 3, 1, 0x409)


def checksums(folder: Path) -> str:
    """The SHA-256 of every font in the folder, in the form that `sha256sum --check` reads."""
    return "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(folder.glob("*.ttf"))
    )


def derive(tinos: Path, amiri: Path, noto: Path, target: Path) -> None:
    """Fill `target` with the fonts of the house style, their licences and their checksums.

    Each file takes its name when it is whole: processes that print at the time have the old one mapped into their
    memory, and would die of a font that is cut off or written over under their hands.
    """
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        _make(tinos, amiri, noto, Path(folder))
        for file in sorted(Path(folder).iterdir()):
            file.replace(target / file.name)


def _make(tinos: Path, amiri: Path, noto: Path, target: Path) -> None:
    for style, folder in _STYLES.items():
        source = tinos / folder / f"Tinos_{folder}.ttf"
        shutil.copyfile(source, target / f"Tinos-{style}.ttf")
        derive_wide(source, style, target / f"EngrossWide-{style}.ttf")
        derive_naskh(amiri / "files" / f"Amiri-{style}.ttf", style, target / f"EngrossNaskh-{style}.ttf")
    for style in ("Regular", "Bold"):
        folder = _STYLES[style]
        derive_song(noto / folder / f"NotoSerifSC_{folder}.ttf", style, target / f"EngrossSong-{style}.ttf")
    derive_last(target / "EngrossLast-Regular.ttf")
    for name, licence in (
        ("Tinos", tinos / "LICENSE_FONT"), ("Amiri", amiri / "LICENSE"), ("NotoSerifSC", noto / "LICENSE_FONT"),
    ):  # fmt: skip
        shutil.copyfile(licence, target / f"OFL-{name}.txt")
    (target / "SHA256SUMS").write_text(checksums(target), encoding="ascii")


def main() -> None:
    """Read the four folders from the command line and derive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("tinos", "amiri", "noto", "target"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    derive(given.tinos, given.amiri, given.noto, given.target)


if __name__ == "__main__":
    main()
