"""The package as it is installed: templates, fonts and data inside, and a document made with it far from a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.resolution import ENGLISH

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    (path,) = folder.glob("*.whl")
    return path


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts on the first page, without white space and hyphens."""
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(pdf)
    names = set()
    for item in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        buffer = ctypes.create_string_buffer(256)
        raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(item), buffer, 256)
        names.add(buffer.value.decode().replace("-", "").replace(" ", ""))
    document.close()
    return names


def test_the_wheel_holds_data_templates_and_fonts(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    for name in ("py.typed", "model/codes.toml", "templates/un/style.toml", "templates/un/fonts/Tinos-Regular.ttf"):
        assert f"engross/{name}" in names
    for folder in ("page", "word", "web"):
        packed = {name.rpartition("/")[2] for name in names if name.startswith(f"engross/templates/un/{folder}/")}
        assert packed == {path.name for path in (CHECKOUT / "templates/un" / folder).rglob("*") if path.is_file()}
    assert any(name.startswith("engross/lexicon/languages/") for name in names)
    assert not any(name.startswith(("tests", "sources", "engross/fonts/Tinos")) for name in names)


def test_an_installed_package_typesets_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site packages"
    with zipfile.ZipFile(wheel) as package:
        package.extractall(site)  # what installing a wheel of pure Python is
    (tmp_path / "a.en.txt").write_text(ENGLISH, encoding="utf-8")
    code = "import engross.cli, sys; print(engross.__file__, flush=True); engross.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "a.en.txt", "-o", "out"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(site))
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(made) == {"a.en.pdf", "a.en.docx", "a.en.html", "a.en.xml"}
    ours = {path.stem.split("-")[0] for path in (CHECKOUT / "templates/un/fonts").glob("*.ttf")}
    used = fonts(made["a.en.pdf"])
    assert used
    assert all(any(name in font for name in ours) for font in used), used
