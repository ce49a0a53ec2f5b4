"""``vaegui`` and ``python -m vaegui``: without a command the window opens; with one, it is done without the window."""

from __future__ import annotations

import sys
from pathlib import Path

from vaegui import cli

# Qt is imported only by the commands that show something, so that the others work where it is missing.


def open_window(run: str | None) -> int:
    """Open the window."""
    from vaegui.ui.app import run_window

    return run_window(run)


def take_tour(out: Path) -> int:
    """Drive the window through its features without a screen."""
    from vaegui.ui.tour import run_tour

    return run_tour(out)


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    return cli.main(sys.argv[1:], open_window, take_tour)


if __name__ == "__main__":
    sys.exit(main())
