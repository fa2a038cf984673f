"""Sources and outputs elsewhere: `s3://`, `gs://`, `https://` and whatever else fsspec reaches.

Sources are brought into a folder of this machine, and only those whose version has changed; outputs are built in
another one and sent in one request each, so that an object is the old one or the whole new one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from engross.batch.kept import cache_folder
from engross.batch.plan import SUFFIXES
from engross.batch.report import Outcome, Refusal, Report
from engross.batch.source import is_address
from engross.batch.whole import write_whole
from engross.model.diagnostic import Diagnostic
from engross.model.failure import ExitCode, Failure
from engross.model.span import Span


@dataclass(slots=True)
class Mirror:
    """Folders of this machine that stand for places elsewhere; `names` are the addresses of their paths."""

    cache: Path
    names: dict[str, str] = field(default_factory=dict)

    def fetch(self, source: str) -> str:
        """The folder or file here that stands for a source; a path of this machine is itself.

        Raises Failure where the address cannot be read.
        """
        if not is_address(source):
            return source
        files, root = _file_system(source)
        folder = self._folder("sources", source)
        try:
            found = files.find(root, detail=True)
            for name, state in sorted(found.items()):
                part = os.path.relpath(name, root) if name != root else PurePosixPath(name).name
                path = folder / part
                if ".." in PurePosixPath(part).parts or path.suffix.lower() not in SUFFIXES | {".toml"}:
                    continue
                _bring(files, name, state, path)
                self.names[str(path)] = files.unstrip_protocol(name)
        except Exception as error:  # every service has errors of its own
            raise _unreachable(source, error, ExitCode.INPUT) from None
        if len(found) == 1 and root in found:
            return str(folder / PurePosixPath(root).name)
        self.names[str(folder)] = source
        return str(folder)

    def stage(self, output: str) -> str:
        """The folder in which what belongs to an output elsewhere is built."""
        if not is_address(output):
            return output
        folder = str(self._folder("outputs", output))
        self.names[folder] = output.rstrip("/")
        return folder

    def send(self, report: Report, output: str) -> Report:
        """Sends what was built, each output in one request, and tells the report with the addresses of all places."""
        if is_address(output):
            files, root = _file_system(output)
            folder = self._folder("outputs", output)
            report = replace(report, outcomes=tuple(_sent(files, root, folder, entry) for entry in report.outcomes))
        return replace(report, outcomes=tuple(self.named(outcome) for outcome in report.outcomes))

    def named(self, outcome: Outcome) -> Outcome:
        """The outcome with addresses in the place of paths here."""
        if not self.names:
            return outcome
        return replace(
            outcome,
            source=self._name(outcome.source),
            outputs=tuple(map(self._name, outcome.outputs)),
            diagnostics=tuple(self._place(found) for found in outcome.diagnostics),
            refusals=tuple(self._place(refusal) for refusal in outcome.refusals),
        )

    def _place(self, told: Any) -> Any:
        name = "span" if isinstance(told, Diagnostic) else "place"
        span: Span | None = getattr(told, name)
        return told if span is None else replace(told, **{name: replace(span, source=self._name(span.source))})

    def _name(self, path: str) -> str:
        if path in self.names:
            return self.names[path]
        for here, there in self.names.items():
            if path.startswith(here + os.sep):
                return there.rstrip("/") + path[len(here) :]
        return path

    def _folder(self, kind: str, address: str) -> Path:
        folder = self.cache / kind / hashlib.sha256(address.rstrip("/").encode()).hexdigest()[:24]
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def mirrored(sources: Sequence[str], output: str, cache: str | None) -> tuple[Mirror, list[str], str]:
    """A mirror, and the sources and the output folder as they are called here."""
    mirror = Mirror(Path(cache or cache_folder()) / "elsewhere")
    return mirror, [mirror.fetch(source) for source in sources], mirror.stage(output)


def _bring(files: Any, name: str, state: dict[str, Any], path: Path) -> None:
    """Fetches a file unless the version that is here already is the same."""
    keys = ("ETag", "etag", "LastModified", "mtime", "updated", "size")
    version = json.dumps([str(state.get(key)) for key in keys])
    note = path.with_name(f".{path.name}.version")
    known = any(state.get(key) for key in keys[:-1])
    with suppress(OSError):
        if known and path.is_file() and note.read_text() == version:
            return
    write_whole(path, files.cat_file(name))
    write_whole(note, version.encode())


def _sent(files: Any, root: str, folder: Path, outcome: Outcome) -> Outcome:
    refusals = list(outcome.refusals)
    for file in outcome.files:
        target = f"{root.rstrip('/')}/{os.path.relpath(file.path, folder)}"
        try:
            if outcome.unchanged and files.exists(target) and files.size(target) == file.size:
                continue
            files.pipe_file(target, Path(file.path).read_bytes())
        except Exception as error:  # every service has errors of its own
            refusals.append(Refusal.of(_unreachable(files.unstrip_protocol(target), error, ExitCode.OUTPUT)))
    return replace(outcome, refusals=tuple(refusals))


def _file_system(address: str) -> tuple[Any, str]:
    try:
        import fsspec

        files, root = fsspec.core.url_to_fs(address)
    except ImportError as error:
        raise Failure(
            f"{address} needs more than is installed: {error}",
            hint="pip install 'engross[cluster]'",
            exit_code=ExitCode.SETUP,
        ) from None
    except ValueError as error:
        raise Failure(f"nothing can be reached as {address}: {error}", exit_code=ExitCode.USAGE) from None
    return files, root


def _unreachable(address: str, error: Exception, code: ExitCode) -> Failure:
    what = str(error).partition("\n")[0] or type(error).__name__
    return Failure(f"this cannot be reached: {what}", place=Span(address), exit_code=code)
