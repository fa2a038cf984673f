"""The Action, the hook and the image, as far as they go without their services: everything is installed from scratch.

`./run test-install` runs these: they take minutes and fetch packages.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.batch.resolutions import write_sources

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.install
MADE_HERE = (".git", ".venv*", ".web", ".word", ".*_cache", ".hypothesis", "output", "__pycache__")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is in a fresh checkout, as a repository of one commit."""
    folder = tmp_path_factory.mktemp("fresh") / "engross"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*MADE_HERE))
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x")
    return folder


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_sources(tmp_path / "project/sources", 2)
    return tmp_path / "project"


def test_the_action_sets_up_builds_and_reports(checkout: Path, project: Path) -> None:
    action = yaml.safe_load((checkout / "action.yml").read_text())
    (step,) = [step for step in action["runs"]["steps"] if "run" in step]
    values = {f"inputs.{name}": given["default"] for name, given in action["inputs"].items()} | {
        "inputs.sources": "sources", "inputs.to": "akn,pdf", "github.action_path": str(checkout),
        "steps.python.outputs.python-path": sys.executable,
    }  # fmt: skip
    given = {name: re.sub(r"\$\{\{ (\S+) \}\}", lambda m: values[m[1]], text) for name, text in step["env"].items()}
    environment = {
        name: os.environ[name] for name in os.environ if not name.startswith(("PYTHON", "VIRTUAL", "ENGROSS"))
    }
    environment |= given | {"GITHUB_OUTPUT": str(project / "outputs"), "HOME": str(project.parent)}
    done = subprocess.run([step["shell"], "-e", "-c", step["run"]], cwd=project, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert (project / "output/A_RES_56_1.en.pdf").read_bytes().startswith(b"%PDF-")
    report = json.loads((project / "output/report.json").read_text())
    assert [source["state"] for source in report["sources"]] == ["built", "built"]
    assert (project / "outputs").read_text() == "report=output/report.json\n"
    assert (project / "output/report.html").is_file()


def test_the_hook_passes_sound_sources_and_stops_broken_ones(checkout: Path, project: Path, tmp_path: Path) -> None:
    command = shutil.which("pre-commit", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if command is None:
        pytest.skip("pre-commit is not installed (requirements-batch.txt)")
    revision = git(checkout, "rev-parse", "HEAD")
    config = {"repos": [{"repo": str(checkout), "rev": revision, "hooks": [{"id": "engross-check"}]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (project / "notes.csv").write_text("not a source")
    git(project, "init", "-q")
    git(project, "add", "-A")
    environment = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home")}

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, "run", "--all-files", "--verbose"], cwd=project, env=environment, capture_output=True, text=True
        )

    sound = run()
    assert sound.returncode == 0, sound.stdout + sound.stderr
    (project / "sources/broken.en.docx").write_bytes(b"PK\x03\x04 nothing")
    git(project, "add", "-A")
    broken = run()
    assert broken.returncode == 1
    assert "sources/broken.en.docx" in broken.stdout
    assert "notes.csv" not in sound.stdout + broken.stdout


def instructions(text: str) -> Iterator[tuple[str, str]]:
    """The instructions of a Dockerfile in their order, lines that go on joined."""
    for line in re.sub(r"\\\n", " ", text).splitlines():
        if line and not line.startswith("#"):
            word, _, rest = line.partition(" ")
            yield word, rest


def test_the_image_builds_in_a_bare_root_and_typesets_as_nobody_in_particular(checkout: Path, tmp_path: Path) -> None:
    bare = os.environ.get("ENGROSS_BARE_ROOT", "")
    if not Path(bare, "usr/bin/apt-get").is_file():
        pytest.skip("ENGROSS_BARE_ROOT names no bare Debian (debootstrap --variant=minbase bookworm FOLDER)")
    if os.getuid() != 0:
        pytest.skip("only root can enter a bare Debian")
    for name in ("root", "over", "work"):
        (tmp_path / name).mkdir()
    script = [
        "set -e",
        f"mount -t overlay overlay -o lowerdir={bare},upperdir={tmp_path}/over,workdir={tmp_path}/work {tmp_path}/root",
        f"cd {tmp_path}/root",
        "mount -t proc proc proc",
        "mount --rbind /dev dev",
        "cp -L /etc/resolv.conf etc/resolv.conf",
        "if [ -e /etc/pip.conf ]; then cp /etc/pip.conf etc/pip.conf; fi",
        "mkdir -p src project",
    ]
    user, path, entry = "root", "/usr/sbin:/usr/bin:/sbin:/bin", []
    for word, rest in instructions((checkout / "Dockerfile").read_text()):
        if word == "RUN":
            script.append(f"chroot . sh -ec '{rest}' >/dev/null")
        elif word == "COPY" and not rest.startswith("--from"):
            assert rest == ". /src"
            script.append(f"cp -r {checkout}/. src")
        elif word == "USER":
            user = rest
        elif word == "ENV":
            assert rest.startswith("PATH=/opt/engross/bin:")
            path = f"/opt/engross/bin:{path}"
        elif word == "ENTRYPOINT":
            entry = json.loads(rest)
    shutil.copytree(checkout / "sources", tmp_path / "sources")
    inside = f"cd project && id -u && {' '.join(entry)} build sources --to pdf,docx"
    nobody = f"chroot --userspec={user} . /usr/bin/env -i HOME=/home/{user} PATH={path}"
    script.append(f"cp -r {tmp_path}/sources project/ && chmod 777 project")
    script.append(f"{nobody} sh -ec '{inside}'")
    script.append("du -sm opt/engross | cut -f1")
    done = subprocess.run(["unshare", "-m", "sh", "-c", "\n".join(script)], capture_output=True, text=True)
    if "mount: " in done.stderr or "unshare: " in done.stderr:
        pytest.skip(f"mounting is not allowed here: {done.stderr.splitlines()[0]}")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    who, *_, size = done.stdout.split()
    assert int(who) >= 1000
    assert int(size) < 300  # megabytes
    made = tmp_path / "over/project/output"
    assert (
        len(list(made.glob("*.pdf"))) == len(list(made.glob("*.docx"))) == len(list((ROOT / "sources").glob("*.fr.*")))
    )
