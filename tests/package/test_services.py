"""What other services run: the steps of the Action, the script of the GitLab job, the hook, the image's commands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.batch.resolutions import write_sources

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write_sources(folder / "sources", 2)
    return folder


def environment(project: Path) -> dict[str, str]:
    commands = project.parent / "bin"
    commands.mkdir()
    command = commands / "engross"
    command.write_text(f"#!{sys.executable}\nfrom engross.cli import main\nmain()\n")
    command.chmod(0o755)
    return os.environ | {"PATH": f"{commands}:{os.environ['PATH']}", "ENGROSS_CACHE": str(project.parent / "cache")}


def test_the_step_of_the_action_builds_and_reports(project: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    (step,) = [step for step in action["runs"]["steps"] if "run" in step]
    checkout = project.parent / "checkout"
    (checkout / ".venv/bin").mkdir(parents=True)
    given = environment(project)
    (checkout / ".venv/bin/engross").symlink_to(project.parent / "bin/engross")
    (checkout / "run").write_text("#!/bin/sh\n")
    (checkout / "run").chmod(0o755)
    given |= {
        "SOURCES": "sources", "OUTPUT": "output", "FORMS": "akn,txt", "FAIL_ON": "never",
        "ACTION": str(checkout), "GITHUB_OUTPUT": str(project / "outputs"),
    }  # fmt: skip
    done = subprocess.run([step["shell"], "-e", "-c", step["run"]], cwd=project, env=given, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert (project / "output/A_RES_56_1.en.txt").is_file()
    report = (project / "outputs").read_text().strip().removeprefix("report=")
    assert len(json.loads((project / report).read_text())["sources"]) == 2
    assert list((project / ".engross-cache").iterdir())


def test_the_script_of_the_gitlab_job_builds_and_reports(project: Path) -> None:
    job = yaml.safe_load((ROOT / "docs/ci/engross.gitlab-ci.yml").read_text())
    given = environment(project) | job["variables"] | {"ENGROSS_FAIL_ON": "never", "ENGROSS_SOURCES": "sources"}
    script = "\n".join(job["resolutions"]["script"])
    done = subprocess.run(["sh", "-e", "-c", script], cwd=project, env=given, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert (project / "output/report.xml").read_bytes().startswith(b"<?xml")


def test_the_hook_runs_on_sources_alone() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"] == "engross check"
    assert re.search(hook["files"], "in/A_RES_1.en.docx")
    assert not re.search(hook["files"], "in/build.py")


def test_the_image_runs_as_nobody_in_particular_and_has_what_engross_needs() -> None:
    lines = (ROOT / "Dockerfile").read_text()
    assert re.search(r"^USER engross$", lines, re.M)
    assert "--require-hashes -r /src/requirements.txt" in lines
    wanted = set(re.findall(r"apt_install (lib\S+) (lib\S+)", (ROOT / "run").read_text())[0])
    assert wanted <= set(lines.split())
