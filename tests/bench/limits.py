"""What holds large batches up: `python -m tests.bench.limits [FOLDER]`, half a minute.

Prints the files a second that this process forces to the disk of FOLDER (here unless given), each as large as an
output, and the tasks a second that a Dask scheduler hands to two workers, with a source there and three outputs back.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from engross.batch.whole import write_whole

OUTPUT, SOURCE = 63_000, 46_000
"""Bytes of an output and of a source: the mean of a corpus of 1,108 (PDF, Word and HTML; Akoma Ntoso)."""
SECONDS = 8.0
AHEAD = 32


def files(folder: str) -> float:
    """Files a second, written whole."""
    data, count = os.urandom(OUTPUT), 0
    with tempfile.TemporaryDirectory(dir=folder) as work:
        start = time.perf_counter()
        while time.perf_counter() - start < SECONDS:
            write_whole(Path(work, str(count)), data)
            count += 1
        return count / (time.perf_counter() - start)


def tasks() -> float:
    """Tasks a second through a scheduler and two workers of this machine, which do nothing else."""
    import distributed

    from tests.batch.services import Cluster

    with tempfile.TemporaryDirectory() as work:
        cluster = Cluster(Path(work))
        try:
            with distributed.Client(cluster.address, timeout="60s", set_as_default=False) as client:
                client.wait_for_workers(2)
                client.upload_file(__file__)
                return _handed_out(client)
        finally:
            cluster.stop()


def _handed_out(client: Any) -> float:
    import distributed

    source, coming, ahead, count = os.urandom(SOURCE), distributed.as_completed(loop=client.loop), 0, 0
    start = time.perf_counter()
    while ahead or time.perf_counter() - start < SECONDS:
        while ahead < AHEAD and time.perf_counter() - start < SECONDS:
            coming.add(client.submit(_work, source, pure=False))
            ahead, count = ahead + 1, count + 1
        next(coming).result()
        ahead -= 1
    return count / (time.perf_counter() - start)


def _work(source: bytes) -> bytes:
    """What stands for a document on a worker: three outputs' bytes for a source's."""
    return bytes(3 * OUTPUT) if source else b""


if __name__ == "__main__":
    print(f"files forced to the disk: {files(sys.argv[1] if len(sys.argv) > 1 else '.'):.0f} a second")
    print(f"tasks through a scheduler: {tasks():.0f} a second")
