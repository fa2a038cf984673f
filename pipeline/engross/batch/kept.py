"""What earlier batches built, so that the next one skips what has not changed.

The record of an output folder is a file in the cache, with one line of JSON for each source, appended as soon as the
source is done: a batch that is killed goes on where it stopped. A line that was cut off counts for nothing.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from engross.batch.plan import Job
from engross.batch.report import FACTS, File, Outcome
from engross.batch.whole import write_whole
from engross.model.diagnostic import Diagnostic, Severity
from engross.model.failure import Failure
from engross.model.span import Span

_LIBRARIES = (
    "cobalt", "fonttools", "jinja2", "lxml", "markdown-it-py", "pydyf", "pypdfium2", "python-barcode",
    "python-docx", "segno", "tinyhtml5", "uharfbuzz", "weasyprint",
)  # fmt: skip


class Kept:
    """The record of an output folder; `cache` is the folder where it is kept, the user's cache unless given."""

    def __init__(self, output: str | Path, cache: str | Path | None = None) -> None:
        self.output = os.fspath(output)
        folder = os.path.realpath(cache or cache_folder())
        place = os.path.relpath(os.path.realpath(output), folder)  # the same where both are moved together
        name = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:24]
        self.path = Path(folder, f"built-{name}.jsonl")
        self.entries: dict[str, dict[str, Any]] = {}
        self.lines = 0
        with suppress(OSError):
            for line in self.path.read_bytes().splitlines():
                self.lines += 1
                with suppress(ValueError, KeyError, TypeError):
                    entry = json.loads(line)
                    self.entries[entry["name"]] = entry

    def find(self, job: Job, key: str) -> Outcome | None:
        """What came of the job before, where `key` is that of then and every output is still as it was written."""
        entry = self.entries.get(self._name(job))
        if entry is None or entry.get("key") != key:
            return None
        try:
            files = tuple(self._file(job, kept) for kept in entry["files"])
            findings = tuple(_finding(kept, entry["source"], job.source) for kept in entry["findings"])
            facts = {name: str(entry[name]) for name in FACTS}
        except (OSError, KeyError, TypeError, ValueError):
            return None
        if len(files) != len(job.forms):
            return None
        return Outcome(
            job.source, tuple(file.path for file in files), findings, files=files, unchanged=True
        ).of_document(facts)

    def add(self, job: Job, key: str, outcome: Outcome) -> None:
        """Notes what came of a job; one that failed in part is not noted. A record that cannot be kept is no harm."""
        if outcome.refusals or not key:
            return
        entry = {
            "name": self._name(job),
            "key": key,
            "source": outcome.source,
            "files": [[file.form, file.size, file.modified, file.digest, file.seconds] for file in outcome.files],
            "findings": [_kept(found) for found in outcome.diagnostics],
            **{name: getattr(outcome, name) for name in FACTS},
        }
        self.entries[entry["name"]] = entry
        with suppress(OSError, UnicodeError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            line = json.dumps(entry, ensure_ascii=True).encode() + b"\n"
            with self.path.open("ab") as file:
                if file.tell() and not _ends_line(self.path):
                    line = b"\n" + line
                file.write(line)
            self.lines += 1

    def tidy(self) -> None:
        """Writes the record anew where most of its lines count no more."""
        if self.lines > 2 * len(self.entries) + 100:
            lines = (json.dumps(entry, ensure_ascii=True) + "\n" for entry in self.entries.values())
            with suppress(Failure):
                write_whole(self.path, "".join(lines).encode())

    def _name(self, job: Job) -> str:
        return f"{os.path.relpath(job.stem, self.output)} {','.join(form.name for form in job.forms)}"

    def _file(self, job: Job, kept: list[Any]) -> File:
        """A file as it was kept. Raises ValueError where it is another one now."""
        name, size, modified, digest, seconds = kept
        path = next(job.path(form) for form in job.forms if form.name == name)
        state = os.stat(path)  # noqa: PTH116 — also of a path that is no text
        if state.st_size != size:
            raise ValueError(path)
        if state.st_mtime_ns != modified and hashlib.sha256(Path(path).read_bytes()).hexdigest() != digest:
            raise ValueError(path)
        return File(path, name, size, state.st_mtime_ns, digest, seconds)


def cache_folder() -> Path:
    """Where records are kept: `ENGROSS_CACHE`, else the user's cache."""
    given = os.environ.get("ENGROSS_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 — without a home, as it is
    return Path(given) if given else Path(base, "engross")


def key_of(job: Job, style: str) -> str:
    """The key of a job: it changes with anything that its outputs depend on, and with nothing else.

    That is the content of the source, its name (it may hold symbol and language), its sidecar, the style and its
    fonts, engross and the libraries, and the options. `style` is what `fingerprint_of_style` gives. Empty where the
    source cannot be read.
    """
    from engross.readers.sidecar import sidecar_of

    source = Path(job.source)
    try:
        if not source.is_file():
            return ""  # a pipe, which may never end: the process that does the job has a time limit
        content = hashlib.sha256(source.read_bytes()).hexdigest()
        beside = sidecar_of(source)
        sidecar = hashlib.sha256(beside.read_bytes()).hexdigest() if beside.is_file() else ""
    except (OSError, ValueError):
        return ""
    parts = (
        content,
        source.name,
        sidecar,
        style,
        fingerprint(),
        [form.name for form in job.forms],
        [job.format, job.changes, repr(job.setting), repr(job.details), sorted(job.off), job.versions],
    )
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def fingerprint_of_style(folder: Path | None) -> str:
    """The fingerprint of a style's files: the official one's with that of a style of one's own."""
    from engross.batch.outputs import style_folder

    official = _tree(style_folder())
    return official if folder is None else official + _tree(Path(folder).resolve())


@functools.cache
def fingerprint() -> str:
    """The fingerprint of engross, its libraries and Python: other programs may make other bytes."""
    from importlib.metadata import PackageNotFoundError, version

    import engross

    parts = [sys.version, _tree(Path(engross.__file__).parent)]
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            parts.append(f"{name} {version(name)}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


_TREES: dict[Path, tuple[tuple[object, ...], str]] = {}


def _tree(folder: Path) -> str:
    """The fingerprint of the files in a folder; read again only where size or time of one has changed."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix != ".pyc" and path.is_file())
    state = tuple((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths)
    known = _TREES.get(folder)
    if known is not None and known[0] == state:
        return known[1]
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(folder)} ".encode("utf-8", "surrogateescape"))
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    _TREES[folder] = state, digest.hexdigest()
    return digest.hexdigest()


def _kept(found: Diagnostic) -> list[Any]:
    return [found.code, found.severity.name, found.message, asdict(found.span) if found.span else None, found.hint]


def _finding(kept: list[Any], before: str, source: str) -> Diagnostic:
    """A finding as it was kept; its place is named as the source is named now."""
    code, severity, message, place, hint = kept
    span = Span(**place) if place is not None else None
    if span is not None and span.source == before:
        span = replace(span, source=source)
    return Diagnostic(code, Severity[severity], message, span, hint)


def _ends_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
