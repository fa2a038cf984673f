"""The script `run`: what it does without setting anything up."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SHELLS = [shell for shell in ("sh", "dash", "bash", "busybox") if shutil.which(shell)]


def run(*words: str, shell: str = "sh", cwd: Path = CHECKOUT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [shell, *(["sh"] if shell == "busybox" else []), str(CHECKOUT / "run"), *words]
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("shell", SHELLS)
def test_help_needs_no_set_up(shell: str, tmp_path: Path) -> None:
    done = run("help", shell=shell, cwd=tmp_path)
    assert done.returncode == 0
    assert "./run build" in done.stdout


def test_an_interpreter_that_is_too_old_or_missing_is_named(tmp_path: Path) -> None:
    copy = tmp_path / "a checkout"
    copy.mkdir()
    for name in ("run", "requirements.txt", "pyproject.toml"):
        shutil.copy(CHECKOUT / name, copy / name)
    done = subprocess.run(
        ["sh", copy / "run", "build"], env={**os.environ, "PYTHON": "/nowhere/python3"}, capture_output=True, text=True
    )
    assert done.returncode == 5
    assert done.stderr.splitlines()[-1] == "run: PYTHON=/nowhere/python3 is not a Python from 3.11 to 3.14"
    assert not (copy / ".venv.lock").exists()


def test_what_builds_is_locked_with_hashes_and_no_registry_is_named() -> None:
    build = (CHECKOUT / "requirements.txt").read_text()
    development = (CHECKOUT / "requirements-dev.txt").read_text()
    pins = {line.split(" ;")[0].rstrip(" \\") for line in build.splitlines() if line[:1].isalpha()}
    more = {line.split(" ;")[0].rstrip(" \\") for line in development.splitlines() if line[:1].isalpha()}
    assert pins < more
    assert not any(pin.startswith(("pytest", "mypy", "ruff")) for pin in pins)
    for text in (build, development):
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:") + 1


def test_the_locks_hold_what_the_package_asks_for() -> None:
    import tomllib

    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    asked = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    build = (CHECKOUT / "requirements.txt").read_text()
    for name in (requirement.split(">")[0] for requirement in asked):
        assert f"\n{name}==" in build, name
