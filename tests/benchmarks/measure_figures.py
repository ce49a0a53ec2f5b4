"""Draw the figures of the window's panels, 7.2 inches wide at 600 dpi, and say how long the window stood still."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
REPEATS = 7
MEASURED = ("gaps", "gradients", "noise")  # by a press of a button, and quickly enough


def main() -> None:
    """Print, by panel, milliseconds in the GUI thread, and seconds and bytes of each file."""
    colours = sys.argv[1]
    home = Path(tempfile.mkdtemp())
    raw = home / "data" / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for file in Path(os.environ["VAEGUI_TEST_MNIST"]).glob("*.gz"):
        (raw / file.name).symlink_to(file)
    os.environ["VAEGUI_HOME"] = str(home)

    from PySide6.QtWidgets import QApplication

    from vaegui.ui.app import make_app
    from vaegui.ui.desk import Desk
    from vaegui.ui.figures.export import show_measured, take_styled
    from vaegui.ui.figures.style import FigureStyle, encode
    from vaegui.ui.window import MainWindow

    make_app(["vaegui"])
    window = MainWindow()
    desk = Desk(window)
    desk.finish()
    window.apply_theme("dark")
    window.show()
    window.resize(1440, 900)
    window.size_docks()
    desk.open_first_run("mnist-vae-2d")
    desk.gaps_panel.images_box.setValue(50)
    window.maps.switches.manifold.trigger()
    style = FigureStyle(7.2, 5.4, 1.0, 600, colours)  # type: ignore[arg-type]
    figures: dict[str, Any] = {}
    for panel in ("map", "curves", "decoded", "reconstruction", "denoising", "bound", "samples", *MEASURED):
        show_measured(window, desk, panel)
        times = [_milliseconds(lambda panel=panel: take_styled(window, panel, style)) for _ in range(REPEATS)]
        drawing = take_styled(window, panel, style)
        QApplication.processEvents()
        figures[panel] = {"held up, ms": statistics.median(times)}
        for kind in ("png", "svg", "pdf"):
            started = time.perf_counter()
            steps = encode(drawing, style, kind, panel)
            try:
                while True:
                    next(steps)
            except StopIteration as end:
                figures[panel][f"{kind}, MB"] = len(end.value) / 1e6
            figures[panel][f"{kind}, s"] = time.perf_counter() - started
    window.close()
    print(json.dumps(figures))


def _milliseconds(act: Callable[[], Any]) -> float:
    started = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
