"""Batches on the workers of a Dask scheduler, with sources and outputs wherever fsspec reaches.

A job travels with everything that it needs, content and all: the bytes of its source and sidecar. The style goes to
each worker once, by its content. What comes back are the bytes of the outputs, and only this process writes them:
however often a task is tried again, each output is committed once, whole.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
import tempfile
import time
import zipfile
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engross.batch.plan import Job
from engross.batch.report import Outcome, Refusal
from engross.batch.whole import write_whole
from engross.model.failure import ExitCode, Failure
from engross.model.span import Span

RETRIES = 3
"""How often a document is tried again after the worker that had it was lost."""
_AHEAD = 4
"""Documents on their way for each thread of a worker: one at work, the others there when it is done."""
_LEAST_AHEAD = 32
"""Documents on their way where there is no worker yet."""
_LOOK_AGAIN = 5.0
"""Seconds after which the workers are counted again."""
_PATIENCE = "10s"
"""How long a scheduler is waited for: one that was started just before takes a while."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A job as it travels: the names that findings use, the bytes, and the fingerprint of its style."""

    job: Job
    content: bytes
    sidecar: bytes | None
    style: str
    time_limit: float
    memory_limit: int


@dataclass(frozen=True, slots=True)
class Return:
    """What comes back: the outcome, and the bytes of each output in their order."""

    outcome: Outcome
    contents: tuple[bytes, ...]


@contextmanager
def workers_of(address: str, options: dict[str, Any]) -> Iterator[Callable[[Sequence[Job]], Any]]:
    """What does jobs on the cluster whose scheduler is at `address`. `options` are those of the build.

    Raises Failure where the scheduler is not there, or Dask is not installed (`pip install 'engross[cluster]'`).
    """
    try:
        import distributed
    except ImportError:
        raise Failure("a cluster needs Dask", hint="pip install 'engross[cluster]'", exit_code=ExitCode.SETUP) from None
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise Failure(
            f"there is no scheduler at {address}: {str(error).partition(chr(10))[0]}",
            hint="start one with `dask scheduler`",
            exit_code=ExitCode.SETUP,
        ) from None
    try:
        yield functools.partial(_perform_all, client, options)
    finally:
        client.close()


def _perform_all(
    client: Any, options: dict[str, Any], jobs: Sequence[Job]
) -> Generator[tuple[int, Outcome], None, None]:
    """The outcome of each job with its index, as they come."""
    import distributed

    style = options["setting"].style
    archive = pack(style) if style is not None else b""
    digest = hashlib.sha256(archive).hexdigest() if archive else ""
    shipped = client.scatter(archive, broadcast=True, hash=True) if archive else None
    limits = options["time_limit"], options["memory_limit"]
    waiting: dict[Any, int] = {}
    coming = distributed.as_completed(loop=client.loop)
    queue = deque(enumerate(jobs))
    most, looked = 0, float("-inf")
    try:
        while queue or waiting:
            if queue and time.monotonic() > looked + _LOOK_AGAIN:
                most, looked = _most_ahead(client), time.monotonic()
            while queue and len(waiting) < most:
                index, job = queue.popleft()
                try:
                    parcel = _parcel(job, digest, *limits)
                except (Failure, OSError) as error:
                    yield index, _refused(job, error)
                    continue
                future = client.submit(work, parcel, shipped, pure=False, retries=RETRIES)
                waiting[future] = index
                coming.add(future)
            if waiting:
                future = next(coming)
                index = waiting.pop(future)
                yield index, _committed(jobs[index], future)
                future.release()
    finally:
        client.cancel(list(waiting))


def _most_ahead(client: Any) -> int:
    """How many documents may be under way: enough to keep all workers busy, few enough to fit in the scheduler."""
    threads: int = sum(client.nthreads().values())
    return max(_LEAST_AHEAD, _AHEAD * threads)


def _parcel(job: Job, style: str, time_limit: float, memory_limit: int) -> Parcel:
    from engross.batch.source import load
    from engross.readers.sidecar import sidecar_of

    if Path(job.source).exists() and not Path(job.source).is_file():
        raise Failure("only a file can be sent to a cluster", place=Span(job.source))
    content = load(job.source)
    beside = sidecar_of(Path(job.source))
    sidecar = beside.read_bytes() if beside.is_file() else None
    setting = replace(job.setting, style=None) if job.setting.style is not None else job.setting
    return Parcel(replace(job, setting=setting), content, sidecar, style, time_limit, memory_limit)


def work(parcel: Parcel, style: bytes | None) -> Return:
    """What a worker does: the job in a process of its own, kept warm, in a folder that is thrown away afterwards.

    The process is what keeps the limits; a document that kills it does not kill the worker.
    """
    with tempfile.TemporaryDirectory(prefix="engross-") as folder:
        source = Path(folder, "source", os.path.basename(parcel.job.source))  # noqa: PTH119
        source.parent.mkdir()
        source.write_bytes(parcel.content)
        if parcel.sidecar is not None:
            source.with_suffix(".toml").write_bytes(parcel.sidecar)
        setting = parcel.job.setting
        if style:
            setting = replace(setting, style=unpack(style, parcel.style))
        job = replace(parcel.job, source=str(source), stem=str(Path(folder, "output", "document")), setting=setting)
        from engross.batch.workers import warm_pool

        outcome = warm_pool(parcel.time_limit, parcel.memory_limit).perform(job)
        contents = tuple(Path(path).read_bytes() for path in outcome.outputs)
    return Return(_called(outcome, job, parcel.job), contents)


def _called(outcome: Outcome, there: Job, here: Job) -> Outcome:
    """The outcome with the names that files have where the batch was started."""

    def place(span: Span | None) -> Span | None:
        if span is None:
            return None
        source = span.source.replace(there.source, here.source).replace(there.stem, here.stem)
        return replace(span, source=source)

    return replace(
        outcome,
        source=here.source,
        outputs=tuple(path.replace(there.stem, here.stem, 1) for path in outcome.outputs),
        files=tuple(replace(file, path=file.path.replace(there.stem, here.stem, 1)) for file in outcome.files),
        diagnostics=tuple(replace(found, span=place(found.span)) for found in outcome.diagnostics),
        refusals=tuple(replace(refusal, place=place(refusal.place)) for refusal in outcome.refusals),
    )


def _committed(job: Job, future: Any) -> Outcome:
    """The outcome of a job that came back, its outputs written; a job that did not is refused."""
    try:
        returned: Return = future.result()
    except Exception as error:  # whatever a cluster raises concerns this document alone
        return _refused(job, Failure(f"the cluster could not do this: {type(error).__name__}: {error}"))
    files, refusals = [], list(returned.outcome.refusals)
    for file, content in zip(returned.outcome.files, returned.contents, strict=True):
        try:
            write_whole(file.path, content)
            files.append(replace(file, modified=os.stat(file.path).st_mtime_ns))  # noqa: PTH116
        except Failure as failure:
            refusals.append(Refusal.of(failure))
    outputs = tuple(file.path for file in files)
    return replace(returned.outcome, files=tuple(files), outputs=outputs, refusals=tuple(refusals))


def _refused(job: Job, error: Exception) -> Outcome:
    from engross.batch.perform import refusal_for

    return Outcome(job.source, refusals=(refusal_for(error, job.source),))


def pack(folder: Path) -> bytes:
    """A folder as an archive that is the same for the same files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                archive.writestr(zipfile.ZipInfo(path.relative_to(folder).as_posix()), path.read_bytes())
    return data.getvalue()


def unpack(archive: bytes, digest: str) -> Path:
    """The folder with the files of an archive, unpacked once on this machine for each content."""
    folder = Path(tempfile.gettempdir(), f"engross-{os.getuid()}-styles", digest)
    if not folder.is_dir():
        folder.parent.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as part:
            with zipfile.ZipFile(io.BytesIO(archive)) as files:
                files.extractall(Path(part, "style"))
            try:
                Path(part, "style").rename(folder)
            except OSError:
                if not folder.is_dir():  # another process was faster
                    raise
    return folder
