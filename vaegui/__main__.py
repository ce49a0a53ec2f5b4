"""``vaegui`` and ``python -m vaegui``: without a command the window opens; with one, it is done without the window."""

from __future__ import annotations

import sys
from pathlib import Path

# Imports wait: the window is painted before PyTorch is there, and only what shows something needs Qt.


def open_window(run: str | None = None) -> int:
    """Open the window."""
    from vaegui.ui.app import run_window

    return run_window(run)


def take_tour(out: Path) -> int:
    """Drive the window through its features without a screen."""
    from vaegui.ui.tour import run_tour

    return run_tour(out)


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    words = sys.argv[1:]
    if _is_for_the_window(words):
        return open_window(*words[1:])
    from vaegui import cli

    return cli.main(words, open_window, take_tour)


def _is_for_the_window(words: list[str]) -> bool:
    """Whether there is nothing for the command line to do, which takes seconds to import, but to open the window."""
    return not words or (words[0] == "open" and len(words) <= 2 and not any(word.startswith("-") for word in words))


if __name__ == "__main__":
    sys.exit(main())
