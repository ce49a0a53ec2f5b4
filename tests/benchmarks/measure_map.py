"""Measure the latent map with N points, in milliseconds: `measure_map.py N`. See `bench_map.py`."""

import json
import os
import sys
import time
from collections.abc import Callable

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import vaegui.ui  # noqa: F401  # torch before Qt

# isort: split
import numpy as np
import pyqtgraph as pg

from vaegui.plane import CLASS_COLOURS
from vaegui.ui.app import make_app
from vaegui.ui.latent_map import PICK_RADIUS, LatentMap

CLASSES = tuple("0123456789")
SIDE = 700  # logical pixels of the plot, its axes included
REPAINTS = 40
SLOW_REPAINTS = 6  # of pyqtgraph's points
QUESTIONS = 400


def took(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - started)


def all_times(act: Callable[[float, float], object], places: np.ndarray) -> list[float]:
    return [took(lambda x=x, y=y: act(x, y)) for x, y in places.tolist()]


def main(count: int) -> dict[str, float]:
    app = make_app(["vaegui"])
    latent_map = LatentMap()
    latent_map.show()
    latent_map.resize(SIDE, SIDE)
    app.processEvents()
    latent_map.resize(latent_map.size() * 2 - latent_map.plot.size())  # what stands around the plot keeps its size
    app.processEvents()
    assert latent_map.plot.width() == latent_map.plot.height() == SIDE
    viewport, view, switches = latent_map.plot.viewport(), latent_map.view, latent_map.switches
    generator = np.random.default_rng(0)
    codes, labels = generator.normal(size=(count, 2)), generator.integers(0, len(CLASSES), count)
    figures = {}

    sets: list[float] = []
    paints: list[float] = []
    for step in range(11):
        moved = codes + step / 1000
        sets.append(took(lambda moved=moved: latent_map.set_codes(moved, labels, CLASSES)))
        paints.append(took(viewport.repaint))
    figures["the first set_codes"], figures["the first repaint after it"] = sets[0], paints[0]
    figures["set_codes"] = float(np.median(sets[1:]))
    latent_map.set_codes(codes, labels, CLASSES)
    view.setRange(xRange=(-3.3, 3.3), yRange=(-3.3, 3.3), padding=0)

    steps = 0

    def pan() -> None:
        nonlocal steps
        steps += 1
        pixel = view.viewPixelSize()[0]
        view.translateBy(pixel if steps % 2 else -pixel, 0)
        viewport.repaint()

    # Ours, nothing and pyqtgraph's in turn. Names of classes stay, so that only points differ.
    scatter = pg.ScatterPlotItem(size=2 * latent_map._points._radius, pen=None, pxMode=True)
    brushes = [pg.mkBrush(colour) for colour in CLASS_COLOURS]
    scatter.setData(pos=codes, brush=[brushes[label] for label in labels])
    view.addItem(scatter, ignoreBounds=True)
    shown = {"repaint": latent_map._points, "repaint without points": None, "repaint by pyqtgraph": scatter}
    times: dict[str, list[float]] = {name: [] for name in shown}
    for turn in range(REPAINTS):
        for name, points in shown.items():
            if points is scatter and turn >= SLOW_REPAINTS:
                continue
            for other in (latent_map._points, scatter):
                other.setVisible(other is points)
            pan()  # whatever is prepared when they are shown again
            times[name].append(took(pan))
    figures |= {name: float(np.median(values)) for name, values in times.items()}
    view.removeItem(scatter)
    latent_map._points.setVisible(True)

    def move_target(x: float, y: float) -> None:
        latent_map.set_target(x, y)
        viewport.repaint()

    viewport.repaint()
    around = generator.normal(size=(QUESTIONS, 2))
    figures["repaint, the target moved"] = float(np.median(all_times(move_target, around[:REPAINTS])))

    reach = PICK_RADIUS * view.viewPixelSize()[0]
    anywhere = generator.uniform(-3.3, 3.3, (QUESTIONS, 2))
    first = all_times(lambda x, y: latent_map.nearest(x, y, reach), anywhere[:20])
    figures["slowest of the first nearest"] = max(first)
    first_hidden = 0.0
    for words in ("", ", a class hidden"):
        if words:
            switches.set_hidden(3, True)
            first_hidden = max(all_times(latent_map.nearest, anywhere[:5]))
        for places, where in ((around, ""), (anywhere, " anywhere")):
            for name, act in (
                (f"nearest within 14 px{where}{words}", lambda x, y: latent_map.nearest(x, y, reach)),
                (f"nearest{where}{words}", latent_map.nearest),
            ):
                figures[name] = float(np.percentile(all_times(act, places), 95))
        figures[f"nearby{words}"] = float(np.percentile(all_times(latent_map.nearby, around), 95))
    figures["slowest of the first nearest, a class hidden"] = first_hidden
    switches.set_hidden(3, False)

    hides = [took(lambda turn=turn: switches.set_hidden(3, turn % 2 == 0)) for turn in range(8)]
    figures["hide or show a class"] = max(hides)
    for share in (0.01, 0.5):
        chosen = np.flatnonzero(generator.random(count) < share)
        figures[f"select {share:.0%}"] = max(
            took(lambda chosen=chosen: latent_map.set_selected(chosen)) for _ in range(5)
        )
    return figures


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
