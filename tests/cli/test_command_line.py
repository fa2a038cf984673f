"""Words, streams and exit codes of the command line."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import engross
from engross.model.failure import ExitCode
from tests.cli.conftest import Run
from tests.cli.resolution import ENGLISH, FRENCH

AKN = b"http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def lines(stream: bytes) -> list[str]:
    return stream.decode().splitlines()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "footnotes.en.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def test_version_and_help_go_to_standard_output(run: Run) -> None:
    assert run("--version").stdout.decode() == f"engross {engross.__version__}\n"
    shown = run("--help")
    assert shown.returncode == ExitCode.OK
    assert b"build" in shown.stdout
    assert shown.stderr == b""


@pytest.mark.parametrize(
    "words", [["nonsense"], ["build", "--nonsense"], ["parse"], ["render", "x.txt"], ["build", "--jobs", "0"]]
)
def test_wrong_words_end_with_the_code_for_usage(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == ExitCode.USAGE
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_an_output_that_does_not_exist_is_wrong_usage(run: Run, source: Path) -> None:
    done = run("build", source, "--to", "pdf,scroll")
    assert done.returncode == ExitCode.USAGE
    assert "'scroll'" in lines(done.stderr)[0]


class TestParse:
    def test_standard_output_holds_the_akoma_ntoso_alone(self, run: Run, source: Path) -> None:
        done = run("parse", source)
        assert done.returncode == ExitCode.OK
        assert done.stdout.startswith(b"<?xml")
        assert AKN in done.stdout
        assert b"International Year of Footnotes" in done.stdout

    def test_a_hyphen_reads_standard_input(self, run: Run, source: Path) -> None:
        assert run("parse", "-", input=source.read_bytes()).stdout == run("parse", source).stdout

    def test_the_format_may_be_given(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "notes").write_text(FRENCH, encoding="utf-8")
        done = run("parse", "notes", "--format", "markdown")
        assert done.returncode == ExitCode.OK
        assert b"# Assembl" not in done.stdout

    def test_akoma_ntoso_reads_as_itself(self, run: Run, source: Path, tmp_path: Path) -> None:
        (tmp_path / "again.xml").write_bytes(run("parse", source).stdout)
        again = run("parse", "again.xml")
        assert again.returncode == ExitCode.OK
        assert again.stdout == (tmp_path / "again.xml").read_bytes()

    @pytest.mark.parametrize("form", ["pdf", "docx"])
    def test_what_a_file_of_ours_carries_can_be_taken_out(self, run: Run, source: Path, form: str) -> None:
        run("build", source, "--to", f"akn,{form}")
        carried = run("parse", f"output/footnotes.en.{form}", "--embedded")
        assert carried.returncode == ExitCode.OK
        assert carried.stdout == (source.parent / "output/footnotes.en.xml").read_bytes()

    def test_a_file_that_carries_nothing_says_so(self, run: Run, source: Path) -> None:
        done = run("parse", source, "--embedded")
        assert done.returncode == ExitCode.INPUT
        assert "no Akoma Ntoso is embedded" in lines(done.stderr)[0]

    def test_the_ledger_lists_furniture_on_standard_error(self, run: Run, source: Path) -> None:
        source.write_text(ENGLISH.replace("     2. Invites", "45-00001                      2\n\n     2. Invites"))
        done = run("parse", source, "--ledger")
        assert AKN in done.stdout
        assert done.returncode == ExitCode.OK

    def test_a_reader_that_stops_early_is_no_failure(self, run: Run, source: Path, tmp_path: Path) -> None:
        command = [sys.executable, "-c", "from engross.cli import main; main()", "parse", source]
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            said = process.stderr.read()
        assert process.returncode == ExitCode.OK
        assert b"Traceback" not in said
        assert b"BrokenPipe" not in said

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
    def test_a_full_disk_is_a_failure_of_output(self, run: Run, source: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = run("parse", source, stdout=full)
        assert done.returncode == ExitCode.OUTPUT
        assert b"Traceback" not in done.stderr


class TestBrokenSources:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("empty.txt", b""),
            ("blank.md", b" \n\n\t \n"),
            ("binary.txt", bytes(range(256)) * 40),
            ("broken.pdf", b"%PDF-1.7\n" + b"\x00\xff" * 500),
            ("broken.docx", b"PK\x03\x04" + b"garbage" * 50),
            ("other.xml", b"<?xml version='1.0'?><svg/>"),
        ],
    )
    def test_one_clear_line_names_the_file(self, run: Run, tmp_path: Path, name: str, content: bytes) -> None:
        (tmp_path / name).write_bytes(content)
        done = run("parse", name)
        assert done.returncode == ExitCode.INPUT
        assert done.stdout == b""
        assert len(lines(done.stderr)) == 1
        assert name in lines(done.stderr)[0]

    def test_a_missing_file(self, run: Run) -> None:
        done = run("parse", "nowhere.txt")
        assert done.returncode == ExitCode.INPUT
        assert lines(done.stderr) == ["engross: nowhere.txt: no such file (check the path)"]

    def test_an_address_is_not_fetched(self, run: Run) -> None:
        done = run("parse", "https://example.org/a.txt")
        assert done.returncode == ExitCode.INPUT
        assert "download the file" in lines(done.stderr)[0]

    def test_a_folder_is_no_file(self, run: Run, tmp_path: Path) -> None:
        assert "folder" in lines(run("parse", tmp_path).stderr)[0]

    def test_a_file_name_that_is_no_utf_8_is_printed_with_escapes(self, run: Run) -> None:
        done = run("parse", b"r\xe9solution.txt")
        assert done.returncode == ExitCode.INPUT
        assert rb"r\udce9solution.txt: no such file" in done.stderr

    def test_control_signs_in_a_file_name_do_not_reach_the_terminal(self, run: Run) -> None:
        assert b"\x1b" not in run("parse", "\x1b[31mred.txt").stderr


class TestRender:
    def test_to_a_file_whole(self, run: Run, source: Path, tmp_path: Path) -> None:
        done = run("render", source, "--to", "html", "-o", "deep/page.html")
        assert done.returncode == ExitCode.OK
        assert b"International Year of Footnotes" in (tmp_path / "deep/page.html").read_bytes()
        assert [path.name for path in (tmp_path / "deep").iterdir()] == ["page.html"]

    def test_to_standard_output(self, run: Run, source: Path) -> None:
        assert run("render", source, "--to", "pdf").stdout.startswith(b"%PDF-")

    def test_an_output_that_is_a_folder(self, run: Run, source: Path, tmp_path: Path) -> None:
        done = run("render", source, "--to", "html", "-o", tmp_path)
        assert done.returncode == ExitCode.OUTPUT
        assert len(lines(done.stderr)[-1:]) == 1


class TestBuild:
    def test_every_output_stands_beside_the_others(self, run: Run, source: Path, tmp_path: Path) -> None:
        done = run("build", source)
        assert done.returncode == ExitCode.OK
        assert sorted(path.name for path in (tmp_path / "output").iterdir()) == [
            "footnotes.en.docx",
            "footnotes.en.html",
            "footnotes.en.pdf",
            "footnotes.en.xml",
        ]
        assert done.stdout == b""

    def test_without_words_it_is_sources_into_output(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources/a.en.txt").write_text(ENGLISH, encoding="utf-8")
        assert run("build", "--to", "akn").returncode == ExitCode.OK
        assert (tmp_path / "output/a.en.xml").is_file()

    def test_without_words_and_without_sources_it_says_what_to_name(self, run: Run) -> None:
        done = run("build")
        assert done.returncode == ExitCode.USAGE
        assert "name files or folders" in lines(done.stderr)[-1]

    def test_a_broken_source_stops_no_other(self, run: Run, tmp_path: Path) -> None:
        folder = tmp_path / "sources"
        folder.mkdir()
        (folder / "a.pdf").write_bytes(b"%PDF-1.4 broken")
        (folder / "b.txt").write_text(ENGLISH, encoding="utf-8")
        (folder / "c.txt").write_bytes(b"")
        (folder / "d.md").write_text(FRENCH, encoding="utf-8")
        done = run("build", "sources", "missing.txt", "--to", "akn,html")
        assert done.returncode == ExitCode.INPUT
        written = sorted(path.name for path in (tmp_path / "output").iterdir())
        assert written == ["b.html", "b.xml", "d.html", "d.xml"]
        failed = [line for line in lines(done.stderr) if line.startswith("engross: ")]
        assert [line.split(": ")[1] for line in failed] == ["sources/a.pdf", "sources/c.txt", "missing.txt"]

    def test_quiet_prints_failures_alone(self, run: Run, source: Path) -> None:
        assert run("build", source, "-q", "--to", "akn").stderr == b""
        assert len(lines(run("build", source, "missing.txt", "-q", "--to", "akn").stderr)) == 1

    def test_without_a_terminal_the_lines_are_plain(self, run: Run, source: Path) -> None:
        said = run("build", source, "--to", "akn").stderr
        assert b"\x1b" not in said
        assert lines(said)[-1].startswith("1 of 1 sources typeset, 1 files written")

    def test_on_a_terminal_progress_is_shown(self, run: Run, source: Path) -> None:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm"}
        environment.pop("CI", None)
        done = run("build", source, "--to", "akn", stdout=subprocess.PIPE, stderr=theirs, env=environment)
        os.close(theirs)
        said = os.read(ours, 65536)
        os.close(ours)
        assert done.returncode == ExitCode.OK
        assert done.stdout == b""
        assert b"\x1b" in said

    def test_the_output_folder_is_a_file(self, run: Run, source: Path, tmp_path: Path) -> None:
        (tmp_path / "output").write_text("mine")
        done = run("build", source, "--to", "akn")
        assert done.returncode == ExitCode.OUTPUT
        assert len(lines(done.stderr)) == 1
        assert (tmp_path / "output").read_text() == "mine"

    @pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that nobody may write to")
    def test_an_output_folder_that_cannot_be_written(self, run: Run, source: Path) -> None:
        done = run("build", source, "--to", "akn", "-o", "/proc/self")
        assert done.returncode == ExitCode.OUTPUT
        assert b"Traceback" not in done.stderr

    def test_findings_count_where_it_is_asked_for(self, run: Run, source: Path) -> None:
        source.write_text(ENGLISH.replace("Distr.: General\n", "\n").replace("14 January 2045", ""), encoding="utf-8")
        assert run("build", source, "--to", "akn").returncode == ExitCode.OK
        assert run("build", source, "--to", "akn", "--fail-on", "note").returncode == ExitCode.FINDINGS

    def test_the_same_input_gives_the_same_bytes(self, run: Run, source: Path, tmp_path: Path) -> None:
        run("build", source, "-o", "one")
        time.sleep(1.1)
        run("build", source, "-o", "two", env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "C"})
        names = sorted(path.name for path in (tmp_path / "one").iterdir())
        assert len(names) == 4
        for name in names:
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name

    def test_an_interrupt_ends_at_once_and_leaves_nothing_half(self, run: Run, source: Path, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "endless.txt")
        heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # also in the background
        command = [
            sys.executable,
            "-c",
            f"{heard}; from engross.cli import main; main()",
            "build",
            source,
            "endless.txt",
            "--to",
            "akn",
        ]
        process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE)
        assert process.stderr is not None
        while b"footnotes.en.xml" not in (line := process.stderr.readline()):
            assert line
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=10)[1]
        assert process.returncode == ExitCode.INTERRUPTED
        assert b"interrupted" in said
        assert b"Traceback" not in said
        assert [path.name for path in (tmp_path / "output").iterdir()] == ["footnotes.en.xml"]

    def test_a_document_that_takes_too_long_is_given_up(self, run: Run, source: Path, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "endless.txt")
        done = run("build", "endless.txt", source, "--to", "akn", "--time-limit", "5", "--jobs", "1")
        assert done.returncode == ExitCode.INPUT
        assert "endless.txt: the document took more than 5 seconds" in lines(done.stderr)[0]
        assert (tmp_path / "output/footnotes.en.xml").is_file()


class TestCheck:
    def test_findings_are_the_product(self, run: Run, source: Path) -> None:
        source.write_text(ENGLISH.replace("14 January 2045", ""), encoding="utf-8")
        done = run("check", source, "--fail-on", "never")
        assert done.returncode == ExitCode.OK
        assert "issue-date-unknown" in done.stdout.decode()

    def test_as_json(self, run: Run, source: Path) -> None:
        done = run("check", source, "missing.txt", "--format", "json")
        assert done.returncode == ExitCode.INPUT
        report = json.loads(done.stdout)
        assert [entry["source"] for entry in report["sources"]] == [str(source), "missing.txt"]
        assert report["sources"][1]["failures"][0]["message"] == "no such file"


def test_the_doctor_names_what_is_there(run: Run) -> None:
    done = run("doctor")
    assert done.returncode == ExitCode.OK
    assert all(line.startswith("ok") for line in lines(done.stdout))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs LD_PRELOAD")
def test_the_doctor_says_what_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes

    from engross import doctor

    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    monkeypatch.setattr(doctor.shutil, "which", lambda name: "/usr/bin/dnf" if name == "dnf" else None)
    findings = {finding.name: finding for finding in doctor.examine()}
    assert not findings["Pango"].present
    assert str(findings["Pango"]).endswith("→ sudo dnf install pango harfbuzz")


SAMPLES = Path(__file__).parents[2] / "sources"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="not in a checkout")
def test_the_samples_are_typeset(run: Run, tmp_path: Path) -> None:
    done = run("build", SAMPLES)
    assert done.returncode == ExitCode.OK, done.stderr.decode()
    names = {path.name for path in (tmp_path / "output").iterdir()}
    for stem in ("A_RES_56_76.fr", "A_RES_60_212.fr"):
        assert {f"{stem}.{suffix}" for suffix in ("pdf", "docx", "html", "xml")} <= names
    said = done.stderr.decode()
    for code in ("text-lost", "text-added", "output-incomplete", "schema-invalid"):
        assert code not in said
