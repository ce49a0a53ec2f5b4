"""The program on this machine: whether all it needs is there, and its place on the desktop."""

from __future__ import annotations

import argparse
import json
import sys

from tqdm import tqdm

from vaegui import desktop, doctor


def examine(look: doctor.Look, *, as_json: bool) -> int:
    """Print what the doctor found; the exit status is 1 when something is broken."""
    steps = doctor.examine(look)
    with tqdm(bar_format="{desc}", leave=False, file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
        while True:
            try:
                bar.set_description_str(f"Looking at: {next(steps)}")
            except StopIteration as done:
                found: doctor.Examination = done.value
                break
    print(json.dumps(found.as_json(), indent=2, ensure_ascii=False) if as_json else found.as_text())
    return 0 if found.is_well else 1


def install(_flags: argparse.Namespace) -> int:
    """Put the program into the desktop's menus."""
    print(desktop.install().sentence)
    return 0


def uninstall(_flags: argparse.Namespace) -> int:
    """Remove it from there."""
    print(desktop.uninstall().sentence)
    return 0
