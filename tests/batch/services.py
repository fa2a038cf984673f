"""A Dask scheduler with workers, and a store that speaks S3: real servers, each a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIGNED = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1"}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Cluster:
    """A scheduler and two workers of one thread each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self.scheduler = self.start(
            "dask_scheduler", "--port", str(port), "--host", "127.0.0.1", "--no-dashboard", "--no-show"
        )
        self.workers = [self.start_worker(), self.start_worker()]

    def start_worker(self) -> subprocess.Popen[bytes]:
        words = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.folder / "worker")]
        return self.start("dask_worker", self.address, *words)

    def start(self, program: str, *words: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{program}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{program}", *words], cwd=self.folder, stdout=log, stderr=log
            )

    def lose_worker(self) -> None:
        """Kills a worker in the middle of its work, as a machine that loses its power."""
        worker = self.workers.pop(0)
        worker.kill()
        worker.wait()

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@contextmanager
def store() -> Iterator[str]:
    """The address of a store that speaks S3."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def environment(address: str) -> dict[str, str]:
    """The environment in which `s3://` means the store at `address`."""
    return os.environ | SIGNED | {"AWS_ENDPOINT_URL": address}
