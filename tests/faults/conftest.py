"""Faults of disks, files and strangers, and what comes of them."""

import pytest

from vaegui import data


@pytest.fixture(scope="session")
def few(digits):
    """A dataset that trains in no time."""
    splits = (data.Images(split.pixels[:60], split.labels[:60]) for split in (digits.train, digits.test))
    return data.Dataset("digits", digits.classes, *splits)
