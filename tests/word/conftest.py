"""What the tests of Word files need: LibreOffice Writer and a validator, which `./run test-word` sets up.

`./run test` leaves these tests out. The sample of real resolutions is that of the corpus tests: without a corpus
only invented ones are taken, with `--whole` all of them.
"""

from __future__ import annotations

import copy
import json
import os
import signal
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

import engross
from engross.akn.note_brackets import strip_brackets
from engross.akn.serialise import to_bytes
from engross.akn.typed_numbers import raise_typed
from engross.resources import templates
from engross.writers.docx import write
from tests.corpus.scoring import CORPUS
from tests.word.basic import place_program
from tests.writers.resolutions import resolution, table

HERE = Path(__file__).parent
TOOLS = Path(os.environ.get("ENGROSS_WORD", ""))
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_STEP = 31
_BATCH = 40
_LONGEST = 600  # seconds


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if "ENGROSS_WORD" in os.environ:
        return
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="for ./run test-word"))


@dataclass(frozen=True)
class Draft:
    """A resolution written for Word: its name, the Akoma Ntoso that it was made from, and the file."""

    name: str
    akn: Path
    docx: Path
    published: Path | None = None


class Writer:
    """LibreOffice Writer with a profile of its own, and with the fonts of the house style."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "profile"
        self._fonts = folder / "fonts.conf"
        aliases = (("Times New Roman", "Tinos"), ("SimSun", "Engross Song"), ("Amiri", "Engross Naskh"))
        self._fonts.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
            f"<dir>{templates() / 'un' / 'fonts'}</dir><cachedir>{folder / 'fonts'}</cachedir>"
            + "".join(
                f'<match target="pattern"><test name="family"><string>{asked}</string></test>'
                f'<edit name="family" mode="prepend" binding="strong"><string>{given}</string></edit></match>'
                for asked, given in aliases
            )
            + "</fontconfig>",
            encoding="utf-8",
        )

    def run(self, name: str, program: str) -> None:
        """Run the procedure `Main` of a program in LibreOffice Basic, which ends LibreOffice itself."""
        if not self._folder.exists():
            self._call("--terminate_after_init")  # a new profile runs no programs
        place_program(self._folder, name, program)
        self._call(f"macro:///Standard.{name}.Main()")

    def save(self, files: Iterable[Path], suffix: str, folder: Path) -> list[Path]:
        """The files opened and saved as `suffix` (docx, pdf) in `folder`."""
        folder.mkdir(exist_ok=True)
        given = list(files)
        for start in range(0, len(given), _BATCH):
            batch = map(str, given[start : start + _BATCH])
            self._call("--convert-to", suffix, "--outdir", str(folder), *batch)
        return [folder / f"{file.stem}.{suffix}" for file in given]

    def _call(self, *arguments: str) -> None:
        """Call LibreOffice and wait until it has ended; a program that never does so is ended with all of its own."""
        command = [
            os.environ["ENGROSS_WRITER"], f"-env:UserInstallation={self._folder.as_uri()}", "--headless", *arguments
        ]  # fmt: skip
        environment = {**os.environ, "FONTCONFIG_FILE": str(self._fonts)}
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
        ) as called:
            try:
                code = called.wait(timeout=_LONGEST)
            except subprocess.TimeoutExpired:
                os.killpg(called.pid, signal.SIGKILL)
                raise
        assert code == 0, f"LibreOffice ended with {code}"


@pytest.fixture(scope="session")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    return Writer(tmp_path_factory.mktemp("writer"))


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """An invented resolution with a table in each language, as Word files."""
    folder = tmp_path_factory.mktemp("invented")
    files = []
    for language in LANGUAGES:
        for template in ("new-york", "geneva"):
            file = folder / f"{language}-{template}.docx"
            file.write_bytes(
                write(resolution(language, table(), template=template), b"<akomaNtoso/>", templates() / "un")
            )
            files.append(file)
    return files


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> list[Draft]:
    """Word files of the corpus' published resolutions."""
    files = sorted(CORPUS.glob("akn/*/*/*.xml"))
    if not files:
        pytest.skip("no corpus")
    folder = tmp_path_factory.mktemp("drafts")
    found = []
    for file in files if pytestconfig.getoption("--whole") else files[::_STEP]:
        name = "_".join(file.with_suffix("").parts[-3:])
        document = engross.read(file)
        draft = Draft(name, folder / f"{name}.xml", folder / f"{name}.docx", file)
        document.write_docx(draft.docx)
        reference = copy.deepcopy(document.akn)
        raise_typed(reference)  # a number typed into a published text is a number like any other in Word
        strip_brackets(reference)  # some published files have the printed brackets of Arabic note marks, some have not
        draft.akn.write_bytes(to_bytes(reference))
        found.append(draft)
    return found


def errors_of(file: Path) -> list[str]:
    """What the validator finds wrong with a Word file."""
    tool = TOOLS / "node_modules" / ".bin" / "ooxml-validator"
    done = subprocess.run([tool, file], capture_output=True, timeout=120)
    return [str(error) for error in json.loads(done.stdout)["errors"]]
