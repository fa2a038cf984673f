"""The settings of a project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engross.batch.places import Place
from engross.batch.settings import KEYS, Settings, find_settings, read_settings, schema
from engross.model.failure import ExitCode, Failure


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ENGROSS_CONFIG")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str, name: str = "engross.toml") -> Settings:
    Path(name).write_text(text, encoding="utf-8")
    return read_settings(Path(name))


def test_the_nearest_file_holds(here: Path) -> None:
    (here / "engross.toml").write_text('output = "far"\n')
    (here / "a/b").mkdir(parents=True)
    (here / "a/pyproject.toml").write_text('[tool.engross]\noutput = "near"\n')
    assert find_settings(here / "a/b").values["output"] == "a/near"
    assert find_settings(here).values["output"] == "far"


def test_a_pyproject_of_others_is_passed_over(here: Path) -> None:
    (here / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert find_settings(here).file == ""


def test_paths_are_meant_from_the_folder_of_the_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "engross.toml").write_text('sources = ["texts"]\nreport = ["r.json", "github"]\n')
    (here / "deep").mkdir()
    monkeypatch.chdir(here / "deep")
    settings = find_settings(Path.cwd())
    assert settings.values["sources"] == ["../texts"]
    assert settings.values["report"] == ["../r.json", "github"]


def test_every_setting_is_an_option_of_the_program() -> None:
    from engross.cli.batch import build

    options = {parameter.name for parameter in build.params}
    for name in KEYS.keys() - {"sources", "off", "metadata"}:
        assert set(Settings("", {name: ["x"] if KEYS[name].kind == "texts" else "x"}).options()) <= options, name


def test_metadata_and_rules_hold_by_path() -> None:
    settings = read(
        """
        off = ["note-missing"]
        metadata = {organ = "ga"}
        [[paths]]
        match = "drafts/**"
        on = ["note-missing"]
        metadata = {session = 56}
        """
    )
    everywhere, drafts = settings.places
    assert everywhere.off == {"note-missing"}
    assert everywhere.details.organ == "ga"
    assert drafts.on == {"note-missing"}
    assert drafts.details.session == 56


@pytest.mark.parametrize(
    ("match", "source", "holds"),
    [
        ("*.fr.txt", "in/a.fr.txt", True),
        ("*.fr.txt", "in/a.en.txt", False),
        ("drafts/**", "drafts/a/b.txt", True),
        ("drafts/**", "/home/x/drafts/b.txt", True),
        ("drafts/*.txt", "drafts/a/b.txt", False),
        ("a/**/c.txt", "a/c.txt", True),
        ("in/[1].txt", "in/[1].txt", True),
        ("**", "anything", True),
    ],
)
def test_what_a_pattern_of_paths_means(match: str, source: str, holds: bool) -> None:
    assert Place(match).holds(source) is holds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("outputs = 'x'", "'output' is one"),
        ("jobs = 'two'", "no number"),
        ("jobs = true", "no number"),
        ("to = ['scroll']", "'scroll'"),
        ("to = [1]", "list of texts"),
        ("fail-on = 'often'", "error, warning"),
        ("metadata = {nonsense = 1}", "nonsense"),
        ("paths = 1", "[[paths]]"),
        ("[[paths]]\noff = []", "match"),
        ("[[paths]]\nmatch = 'x'\nof = []", "'of'"),
        ("x = ", "cannot be read"),
    ],
)
def test_what_makes_no_sense_is_said_with_its_file(text: str, says: str) -> None:
    with pytest.raises(Failure) as failure:
        read(text)
    assert failure.value.exit_code == ExitCode.USAGE
    assert str(failure.value).startswith("engross.toml: ")
    assert says in str(failure.value)


def test_the_schema_knows_every_setting() -> None:
    described = schema()
    assert set(described["properties"]) == set(KEYS) | {"paths"}
    json.dumps(described)
