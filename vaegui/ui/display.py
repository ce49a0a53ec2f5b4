"""What Qt makes of this machine's screen, asked in a process of its own: Qt ends a program that it cannot show.

python -m vaegui.ui.display      is that process; it prints what it found as JSON
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Generator
from dataclasses import dataclass

from vaegui.asking import ask

LONGEST_WAIT = 60  # seconds
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@dataclass(frozen=True)
class Display:
    """Facts by their names, and why no window can open (empty: one can)."""

    facts: dict[str, str]
    problem: str = ""


def has_display() -> bool:
    """Whether a window could be shown to somebody."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in DISPLAYS)


def look() -> Generator[None, None, Display]:
    """Ask Qt; takes a second, and may be done in any thread. Without a display Qt draws into memory."""
    command = [sys.executable, "-P", "-m", "vaegui.ui.display"]
    environment = os.environ | ({} if has_display() else {"QT_QPA_PLATFORM": "offscreen"})
    try:
        answer = yield from ask(command, LONGEST_WAIT, environment)
    except OSError as error:
        return Display({}, f"Qt does not answer: {error}.")
    try:
        facts = json.loads(answer.out.splitlines()[-1])
    except (ValueError, IndexError):
        return Display({}, f"Qt cannot open a window: {_telling(answer.complaints)}.")
    if not has_display():
        facts["platform"] += ": there is no display here, so that no window can open; commands work"
    return Display(facts)


def _telling(lines: list[str]) -> str:
    """The line that says why, among those that a process which failed has left."""
    wanted = ("could not connect", "Could not find", "Error:", "cannot open shared object")
    return next((line for line in lines if any(words in line for words in wanted)), lines[-1])


def _main() -> None:
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

    app = QGuiApplication(["vaegui"])
    facts = {"Qt": str(qVersion()), "platform": app.platformName()}
    for number, screen in enumerate(app.screens(), start=1):
        size, scale = screen.size(), screen.devicePixelRatio()
        facts[f"screen {number}"] = (
            f"{size.width()} × {size.height()} at {scale:g}×, {screen.logicalDotsPerInch():.0f} dots to the inch, "
            f"{screen.refreshRate():.0f} Hz"
        )
    facts["colour scheme"] = app.styleHints().colorScheme().name
    context, surface = QOpenGLContext(), QOffscreenSurface()
    surface.create()
    if context.create() and context.makeCurrent(surface):
        functions = context.functions()
        names = {"vendor": 0x1F00, "renderer": 0x1F01, "version": 0x1F02}  # GL_VENDOR, GL_RENDERER, GL_VERSION
        told = [str(functions.glGetString(number)) for number in names.values()]
        facts["OpenGL"] = ", ".join(told)
        context.doneCurrent()
    else:
        facts["OpenGL"] = "none, and vaegui needs none"
    print(json.dumps(facts))


if __name__ == "__main__":
    _main()
