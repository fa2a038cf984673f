"""What a worker gives back between two documents."""

from __future__ import annotations

import gc
import weakref

import pytest

from engross.batch import memory
from engross.batch.memory import Household, memory_held, rare_collection


class Leaf:
    """A thing that refers to itself, as the boxes of a page do."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def uncollected() -> weakref.ref[Leaf]:
    """What only a look for circles finds."""
    gc.disable()
    try:
        leaf = Leaf()
        return weakref.ref(leaf)
    finally:
        gc.enable()


def test_litter_is_given_back_where_the_process_has_grown(uncollected: weakref.ref[Leaf]) -> None:
    assert Household(1 << 40).tidy() > 0
    assert uncollected() is None


def test_there_is_no_look_for_litter_where_it_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    household = Household(1 << 40)
    household.tidy()
    monkeypatch.setattr(memory.gc, "collect", lambda: pytest.fail("looked again"))
    household.tidy()
    monkeypatch.undo()
    held = [memory_held()]
    monkeypatch.setattr(memory, "memory_held", lambda: held[0] + (64 << 20))
    looked: list[int] = []
    monkeypatch.setattr(memory.gc, "collect", lambda: looked.append(1))
    household.tidy()
    assert looked == [1]


def test_a_process_that_holds_more_than_it_should_looks_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    held = [100 << 20]
    monkeypatch.setattr(memory, "memory_held", lambda: held[0])
    monkeypatch.setattr(memory.gc, "collect", lambda: looked.append(held[0] >> 20))
    household = Household(104 << 20)
    for megabytes in (100, 104, 105, 106, 108):
        held[0] = megabytes << 20
        household.tidy()
    assert looked == [100, 105, 108]


def test_large_blocks_go_back_to_the_system() -> None:
    household = Household(1 << 40)
    household.tidy()
    before = memory_held()
    blocks = [bytes(1) * (1 << 20) for _ in range(64)]
    assert memory_held() > before + (32 << 20)
    del blocks
    assert household.tidy() < before + (8 << 20)


def test_collection_is_as_before_after_a_document() -> None:
    before = gc.get_threshold()
    with rare_collection():
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before
    gc.unfreeze()
