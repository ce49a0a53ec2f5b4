"""Faults are injected, and the outcome is asserted. `make faults` takes them all; `make test` a share of each."""

import os

import pytest

from vaegui import data


@pytest.fixture(scope="session")
def amount():
    """How many times a fault is injected: all of them, or a share of them that takes no time."""
    return lambda full, share: full if os.environ.get("VAEGUI_FAULTS") == "all" else share


@pytest.fixture(scope="session")
def few(digits):
    """A dataset that trains in no time."""
    splits = (data.Images(split.pixels[:60], split.labels[:60]) for split in (digits.train, digits.test))
    return data.Dataset("digits", digits.classes, *splits)
