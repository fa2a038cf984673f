"""What a batch skips, what it does again, and what it leaves behind when things go wrong."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engross.batch import kept
from engross.batch.build import build, preview
from engross.batch.report import Report
from engross.model.diagnostic import Severity
from engross.model.failure import ExitCode, Failure
from tests.batch.resolutions import write_sources

SCRIPT = """import sys
from engross.batch.build import build
r = build(['in'], 'out', formats=sys.argv[1].split(','), jobs=2)
"""


def states(report: Report) -> list[str]:
    return [outcome.state for outcome in report.outcomes]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_sources(tmp_path / "in", 3)
    return tmp_path


def make(**options: object) -> Report:
    return build(["in"], "out", **({"formats": ["akn"], "jobs": 1} | options))  # type: ignore[arg-type]


class TestSkipping:
    def test_what_has_not_changed_is_skipped_and_its_findings_are_told_again(self, here: Path) -> None:
        first, second = make(), make()
        assert states(first) == ["built"] * 3
        assert states(second) == ["unchanged"] * 3
        assert second.outputs == first.outputs
        assert second.diagnostics == first.diagnostics
        assert [outcome.symbol for outcome in second.outcomes] == [outcome.symbol for outcome in first.outcomes]

    def test_a_source_that_changed_is_built_again_alone(self, here: Path) -> None:
        make()
        path = here / "in/A_RES_56_2.en.txt"
        path.write_text(path.read_text().replace("count", "number"))
        assert states(make()) == ["unchanged", "built", "unchanged"]

    def test_a_sidecar_counts_as_the_source(self, here: Path) -> None:
        make()
        (here / "in/A_RES_56_2.en.toml").write_text('job_number = "02-12345"\n')
        assert states(make()) == ["unchanged", "built", "unchanged"]

    def test_a_style_of_ones_own_counts_by_its_content(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make()
        monkeypatch.setattr("engross.batch.build.fingerprint_of_style", lambda _: "another")
        assert states(make()) == ["built"] * 3

    def test_another_version_builds_everything_again(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make()
        monkeypatch.setattr(kept, "fingerprint", lambda: "another")
        assert states(make()) == ["built"] * 3

    @pytest.mark.parametrize("damage", ["remove", "change"])
    def test_an_output_that_is_not_as_it_was_written_is_written_again(self, here: Path, damage: str) -> None:
        first = make()
        path = Path(first.outputs[0])
        whole = path.read_bytes()
        path.unlink() if damage == "remove" else path.write_bytes(whole[:-1] + b"?")
        assert states(make()) == ["built", "unchanged", "unchanged"]
        assert path.read_bytes() == whole

    def test_an_output_that_was_only_touched_stays(self, here: Path) -> None:
        os.utime(make().outputs[0], (1, 1))
        assert states(make()) == ["unchanged"] * 3

    def test_other_forms_are_not_there_yet(self, here: Path) -> None:
        make()
        assert states(make(formats=["txt"])) == ["built"] * 3
        assert states(make()) == ["unchanged"] * 3

    def test_force_builds_everything(self, here: Path) -> None:
        make()
        assert states(make(force=True)) == ["built"] * 3

    def test_a_source_that_failed_is_tried_again(self, here: Path) -> None:
        (here / "in/empty.txt").write_text("")
        assert states(make())[-1] == states(make())[-1] == "failed"

    def test_a_record_that_was_cut_off_costs_one_source_only(self, here: Path) -> None:
        make()
        (record,) = (here / "cache").glob("built-*.jsonl")
        record.write_bytes(record.read_bytes()[:-20])
        assert sorted(states(make())) == ["built", "unchanged", "unchanged"]
        assert states(make()) == ["unchanged"] * 3

    def test_a_record_of_nonsense_is_no_record(self, here: Path) -> None:
        make()
        (record,) = (here / "cache").glob("built-*.jsonl")
        record.write_bytes(b'\xff\n{}\n[]\n{"name": 1}\n' + record.read_bytes().replace(b'"files"', b'"flies"'))
        assert states(make()) == ["built"] * 3

    def test_a_cache_that_cannot_be_written_is_no_harm(self, here: Path) -> None:
        (here / "file").write_text("")
        assert states(make(cache=here / "file")) == ["built"] * 3

    def test_a_preview_writes_nothing(self, here: Path) -> None:
        assert [needed for _, needed in preview(["in"], "out", formats=["akn"])] == [True] * 3
        assert not (here / "out").exists()
        make()
        assert [needed for _, needed in preview(["in"], "out", formats=["akn"])] == [False] * 3


class TestNaming:
    def test_a_pattern_names_outputs_by_their_documents(self, here: Path) -> None:
        report = make(pattern="{organ}/{session}/{symbol}.{lang}.{ext}")
        assert report.outputs == tuple(f"out/ga/56/A_RES_56_{n}.en.xml" for n in (1, 2, 3))
        assert states(make(pattern="{organ}/{session}/{symbol}.{lang}.{ext}")) == ["unchanged"] * 3

    def test_two_documents_of_one_name_do_not_overwrite_each_other(self, here: Path) -> None:
        report = make(pattern="{session}.{ext}")
        assert states(report) == ["built", "failed", "failed"]
        assert "outputs would be those of" in str(report.refusals[0])

    @pytest.mark.parametrize(
        "pattern", ["{nonsense}.{ext}", "{name}", "../{name}.{ext}", "/x.{ext}", "{name", "{name!r}.{ext}"]
    )
    def test_a_pattern_that_makes_no_sense_is_wrong_usage(self, here: Path, pattern: str) -> None:
        with pytest.raises(Failure) as failure:
            make(pattern=pattern)
        assert failure.value.exit_code == ExitCode.USAGE
        assert not (here / "out/x.xml").exists()


class TestTrouble:
    def test_fail_fast_stops_after_the_first_that_fails(self, here: Path) -> None:
        (here / "in/A.txt").write_text("")
        report = make(fail_fast=True)
        assert states(report) == ["failed"]
        assert report.left == 3

    def test_a_document_that_hangs_costs_itself_alone(self, here: Path) -> None:
        os.mkfifo(here / "in/endless.txt")
        report = make(time_limit=3.0)
        assert sorted(states(report)) == ["built", "built", "built", "failed"]
        assert "more than 3 seconds" in str(report.refusals[0])

    def test_a_full_disk_leaves_nothing_half(self, here: Path) -> None:
        """A limit on the size of files stands for the disk: small outputs fit, large ones do not."""

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))

        done = subprocess.run(
            [sys.executable, "-c", f"{SCRIPT}print(r.exit_code().name)", "html,txt"],
            preexec_fn=limit, capture_output=True, timeout=60, text=True,
        )  # fmt: skip
        assert done.stdout == "OUTPUT\n", done.stderr
        assert sorted(path.name for path in (here / "out").iterdir()) == [f"A_RES_56_{n}.en.txt" for n in (1, 2, 3)]

    @pytest.mark.skipif(os.getuid() != 0, reason="only root can mount")
    @pytest.mark.parametrize("kind", ["size=16k", "ro"])
    def test_a_disk_that_is_full_or_read_only(self, here: Path, kind: str) -> None:
        (here / "out").mkdir()
        mount = ["unshare", "-m", "sh", "-c", f'mount -t tmpfs -o {kind} none out && exec "$@"', "sh"]
        script = f"{SCRIPT}import os; print(r.exit_code().name, *sorted(os.listdir('out')))"
        done = subprocess.run(
            [*mount, sys.executable, "-c", script, "html,txt"], capture_output=True, timeout=60, text=True
        )
        if "unshare" in done.stderr or "mount" in done.stderr:
            pytest.skip("mounting is not allowed here")
        code, *left = done.stdout.split()
        assert code == "OUTPUT"
        assert not [name for name in left if name.startswith(".")]

    def test_a_read_only_output_fails_every_document_with_its_reason(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (here / "out").mkdir()
        (here / "out").rmdir()
        (here / "out").symlink_to("/proc")
        report = make()
        assert states(report) == ["failed"] * 3
        assert report.exit_code() == ExitCode.OUTPUT

    def test_a_folder_that_cannot_be_made_costs_its_documents_alone(self, here: Path) -> None:
        write_sources(here / "in/deep", 2)
        (here / "out").mkdir()
        (here / "out/deep").write_text("a file where a folder should be")
        report = make(jobs=2)
        assert sorted(states(report)) == ["built"] * 3 + ["failed"] * 2
        assert report.exit_code() == ExitCode.OUTPUT
        assert sorted(path.name for path in (here / "out").iterdir()) == [
            *(f"A_RES_56_{n}.en.xml" for n in (1, 2, 3)), "deep",
        ]  # fmt: skip

    def test_a_document_that_eats_memory_costs_itself_alone(self, here: Path) -> None:
        lines = "".join(f"{n}. Requests the Secretary-General to count footnote {n};\n" for n in range(3, 1_000_000))
        path = here / "in/A_RES_56_2.en.txt"
        path.write_text(path.read_text().replace("count them.\n", f"count them;\n{lines}"))
        report = make(memory_limit=320 << 20, time_limit=60)
        assert states(report) == ["built", "failed", "built"]
        assert "memory" in str(report.refusals[0])

    def test_a_killed_batch_leaves_no_orphans_and_goes_on_where_it_stopped(self, here: Path) -> None:
        os.mkfifo(here / "in/z.txt")
        process = subprocess.Popen([sys.executable, "-c", SCRIPT, "akn"])
        while sum(path.read_bytes().count(b"\n") for path in (here / "cache").glob("built-*")) < 3:
            time.sleep(0.05)
            assert process.poll() is None
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert children
        process.send_signal(signal.SIGKILL)
        process.wait()
        deadline = time.monotonic() + 5
        while any(running(int(child)) for child in children) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(running(int(child)) for child in children)
        assert not [path for path in (here / "out").iterdir() if path.suffix != ".xml"]
        (here / "in/z.txt").unlink()
        script = f"{SCRIPT}print(*(outcome.state for outcome in r.outcomes))"
        done = subprocess.run([sys.executable, "-c", script, "akn"], capture_output=True, timeout=60, text=True)
        assert done.stdout.split() == ["unchanged"] * 3


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_findings_switched_off_are_not_told(here: Path) -> None:
    from engross.batch.places import Place

    text = (here / "in/A_RES_56_1.en.txt").read_text()
    (here / "in/A_RES_56_1.en.txt").write_text(text.replace("Footnotes;", "Footnotes;¹"))
    codes = {found.code for found in make().diagnostics if found.severity >= Severity.WARNING}
    assert codes
    silent = make(places=[Place("**", off=frozenset(codes))])
    assert not [found for found in silent.diagnostics if found.code in codes]
    loud = make(places=[Place("**", off=frozenset(codes)), Place("*_1.en.txt", on=frozenset(codes))])
    assert codes == {found.code for found in loud.diagnostics if found.severity >= Severity.WARNING}
