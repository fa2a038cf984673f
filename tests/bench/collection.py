"""What a whole collection takes, on paper: `python -m tests.bench.collection [NAME=VALUE ...]`, a second.

Prints the table of docs/batch.md: 20,000 resolutions in six languages, and two million documents, as PDF, Word and
HTML, on 2, 16 and 256 cores: hours, bytes, and what holds each of them up. The names are those of `FIGURES`; all are
needed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

FIGURES = {
    "seconds": "of one core for a document's three files (tests.bench.batches, one process)",
    "gain": "what of another core's time reaches the documents: two processes / one - 1 (the same)",
    "megabytes": "of a document's three files (the same)",
    "planned": "documents that are looked at a second: nothing changed (the same)",
    "files": "files a second that are forced to the disk (tests.bench.limits)",
    "tasks": "documents a second that a scheduler hands out and takes back (the same)",
    "memory": "gigabytes that a worker holds (tests.bench.memory)",
}
"""What has to be measured on one quiet machine, and what prints it."""
GIGABIT = 110.0
"""Megabytes a second that reach the machine that started a batch on a cluster: a network of one gigabit, assumed."""
CORES_OF_A_MACHINE = 16
"""More cores than these are a cluster's, whose outputs come back to one machine."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one collection takes: hours for each thing that it needs, the longest of which is how long it takes."""

    documents: int
    cores: int
    hours: dict[str, float]


def estimate(documents: int, cores: int, figures: dict[str, float]) -> Estimate:
    """The hours of a collection, for each thing that it needs at the same time as the others."""
    useful = 1 + (cores - 1) * figures["gain"]
    needs = {
        "typesetting": documents * figures["seconds"] / useful,
        "planning": documents / figures["planned"],
        "the disk": 3 * documents / figures["files"],
    }
    if cores <= CORES_OF_A_MACHINE:
        needs["the disk"] /= cores  # each process waits for its own files
    else:
        needs["the network"] = documents * figures["megabytes"] / GIGABIT
        needs["the scheduler"] = documents / figures["tasks"]
    return Estimate(documents, cores, {name: spent / 3600 for name, spent in needs.items()})


def table(figures: dict[str, float]) -> str:
    """The table as Markdown."""
    lines = ["| documents | cores | hours | outputs | memory | held up by | next |", "|---|---|---|---|---|---|---|"]
    for documents in (120_000, 2_000_000):
        for cores in (2, 16, 256):
            found = estimate(documents, cores, figures)
            first, second = sorted(found.hours.items(), key=lambda entry: -entry[1])[:2]
            lines.append(
                f"| {documents:,} | {cores} | {first[1]:.1f} | {documents * figures['megabytes'] / 1000:,.0f} GB"
                f" | {cores * figures['memory']:.1f} GB | {first[0]} | {second[0]}, {second[1]:.1f} h |"
            )
    return "\n".join(lines)


def main(words: list[str]) -> None:
    """Prints the table for the figures given as NAME=VALUE."""
    given = {name: float(value) for name, _, value in (word.partition("=") for word in words)}
    if given.keys() != FIGURES.keys():
        sys.exit("\n".join(f"{name}=...  {meaning}" for name, meaning in FIGURES.items()))
    print(table(given))


if __name__ == "__main__":
    main(sys.argv[1:])
