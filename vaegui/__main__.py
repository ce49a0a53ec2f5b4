"""``vaegui`` and ``python -m vaegui``: without a command the window opens; with one, it is done without the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import vaegui
from vaegui.folders import LESSON

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator

    from vaegui.ui.display import Display

# Other imports wait: the window is painted before PyTorch is there, and only what shows something needs Qt.


class Screen:
    """What needs Qt; each method imports it when it is called."""

    def open(self, wanted: str | None = None) -> int:
        """Open the window on a run, its folder or its name, or on the file of a lesson."""
        from vaegui.ui import language

        language.begin()
        from vaegui.ui.app import run_window

        if wanted is not None and _is_lesson(wanted):
            return run_window(None, Path(wanted).absolute())
        return run_window(wanted)

    def tour(self, out: Path) -> int:
        """Drive the window through its features without a screen."""
        _hear_qt()
        from vaegui.ui.tour import run_tour

        return run_tour(out)

    def draw(self, flags: argparse.Namespace) -> int:
        """Draw a panel as a figure, by the flags of the command line."""
        _hear_qt()
        from vaegui.ui.figures.export import run_figure

        return run_figure(
            flags.run,
            flags.panel,
            flags.out,
            width=flags.width,
            height=flags.height,
            dpi=flags.dpi,
            font_scale=flags.font_scale,
            colours=flags.colours,
            layers=flags.layers,
        )

    def film(self, flags: argparse.Namespace) -> int:
        """Film a walk or an optimisation, by the flags of the command line."""
        _hear_qt()
        from vaegui.ui.films.command import run_film

        return run_film(
            flags.run,
            flags.out,
            path=flags.path or (),
            kind=flags.kind,
            optimise=flags.optimise,
            full=flags.full_covariance,
            height=flags.pixels,
            frames_per_second=flags.fps,
            seconds=flags.seconds,
            theme="dark" if flags.dark else "light",
            paper=flags.paper,
        )

    def look(self) -> Generator[None, None, Display]:
        """Find out what Qt makes of the screen."""
        from vaegui.ui.display import look

        return look()


def _hear_qt() -> None:
    from vaegui.ui import messages

    messages.install()


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    words = sys.argv[1:]
    if _is_for_the_window(words):
        return Screen().open(*(words[1:] if words[:1] == ["open"] else words))
    if words == ["--version"]:
        print(f"vaegui {vaegui.__version__}")
        return 0
    if words[:1] in (["tour"], ["open"]):  # the window chooses its language before anything else is imported
        from vaegui.ui import language

        language.begin()
    from vaegui import cli

    return cli.main(words, Screen())


def _is_for_the_window(words: list[str]) -> bool:
    """Whether there is nothing for the command line to do, which takes seconds to import, but to open the window."""
    if any(word.startswith("-") for word in words):
        return False
    return not words or (words[0] == "open" and len(words) <= 2) or (len(words) == 1 and _is_lesson(words[0]))


def _is_lesson(word: str) -> bool:
    return word.lower().endswith(LESSON)


if __name__ == "__main__":
    sys.exit(main())
