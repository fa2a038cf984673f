"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from engross.model.failure import ExitCode, Failure
from engross.model.span import Span

_TRACE = ".engross-{pid}-"
_NO_NAMELESS_FILES = (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT)
_STALE = 3600.0
_HAS_PROC = Path("/proc/self/fd").is_dir()


def write_whole(path: str | Path, data: bytes) -> None:
    """Writes `data` to `path`: a reader of `path` sees the old file or the whole new one, even after a crash.

    The bytes go to a temporary file in the same folder, are forced to the disk, and take the name then. A
    symbolic link stays one; a pipe or a device is written to directly. Missing folders are made. Raises
    Failure with `ExitCode.OUTPUT` where the file cannot be written; nothing is left behind then.
    """
    target = Path(os.path.realpath(path))
    try:
        if _is_special(target):
            target.write_bytes(data)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        raise unwritable(path, error) from None


def remove_traces(folder: Path, pid: int) -> None:
    """Removes the temporary files that a killed process left in `folder`."""
    with suppress(OSError):
        for trace in folder.glob(_TRACE.format(pid=pid) + "*"):
            trace.unlink(missing_ok=True)


def sweep(folders: set[Path]) -> None:
    """Removes the temporary files that runs which were killed long ago left in these folders."""
    for folder in folders:
        with suppress(OSError):
            for trace in folder.glob(_TRACE.format(pid="*")):
                if time.time() - trace.stat().st_mtime > _STALE:
                    trace.unlink(missing_ok=True)


def unwritable(path: str | Path, error: OSError) -> Failure:
    """The Failure that says why `path` cannot be written and what to do about it."""
    reasons: dict[type[OSError], tuple[str, str]] = {
        IsADirectoryError: ("this is a folder, not a file", "give the name of a file"),
        NotADirectoryError: ("a part of this path is a file, not a folder", "give another output folder"),
        FileExistsError: ("this is a file, not a folder", "give another output folder"),
        PermissionError: ("this may not be written", "check the permissions of the folder"),
    }
    message, hint = reasons.get(type(error), (f"cannot be written: {error.strerror or error}", ""))
    return Failure(message, place=Span(str(path)), hint=hint, exit_code=ExitCode.OUTPUT)


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError
    trace = target.parent / (_TRACE.format(pid=os.getpid()) + os.urandom(6).hex())
    try:
        with _open(trace) as (file, nameless):
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if nameless:
                name = f"/proc/self/fd/{file.fileno()}"
                os.link(name, trace, src_dir_fd=file.fileno())  # Python follows the link only where a folder is given
        trace.replace(target)
    except BaseException:
        with suppress(OSError):
            trace.unlink(missing_ok=True)
        raise


@contextmanager
def _open(trace: Path) -> Iterator[tuple[IO[bytes], bool]]:
    """A new file to write to, and whether it has no name yet: one without a name leaves nothing when we are killed."""
    nameless = _HAS_PROC and hasattr(os, "O_TMPFILE")
    if nameless:
        try:
            handle = os.open(trace.parent, os.O_WRONLY | os.O_TMPFILE, 0o666)
        except OSError as error:
            if error.errno not in _NO_NAMELESS_FILES:
                raise
            nameless = False
    if not nameless:
        handle = os.open(trace, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        yield file, nameless


def _is_special(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)
