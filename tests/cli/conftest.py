from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the real command in an empty folder, without a terminal."""

    def run(*words: str | bytes | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        environment = {
            name: value for name, value in os.environ.items() if name not in ("ENGROSS_DEBUG", "FORCE_COLOR")
        }
        command = [sys.executable, "-c", "from engross.cli import main; main()", *words]
        settings = {
            "cwd": tmp_path,
            "env": environment,
            "capture_output": True,
            "timeout": 60,
            "stdin": subprocess.DEVNULL,
        }
        if "input" in options:
            del settings["stdin"]
        if "stdout" in options:
            settings |= {"capture_output": False, "stderr": subprocess.PIPE}
        return subprocess.run(command, **(settings | options))

    return run
