"""Measure very many points, once: `measure_millions.py map N` and `measure_millions.py train NAME SECONDS MOST`.

`map` has N codes on a map of 700 × 700 pixels on the offscreen platform: frames while the view is moved and zoomed, in
milliseconds (of a clock, and of the processor, which tells on a busy machine), how long it takes until all points are
there, and what it takes of memory. `train` trains for so many seconds on the larger split of the shapes of that name,
as it is kept, or on so many of its images in memory. See `bench_millions.py`.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

CLASSES = tuple("0123456789")
SIDE = 700  # logical pixels of the plot, its axes included
FRAMES = 120


def memory() -> dict[str, float]:
    """What this process takes of memory, in MB: pages of its own, mapped ones (which can be taken back), the peak."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return {name: int(lines[name].split()[0]) / 1000 for name in ("RssAnon", "RssFile", "VmHWM")}


def took(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - started)


def of_map(count: int) -> dict[str, float]:
    import torch  # noqa: F401  # before Qt

    # isort: split
    import numpy as np
    from PySide6.QtCore import QTimer

    from vaegui.ui.app import make_app
    from vaegui.ui.latent_map import PICK_RADIUS, LatentMap
    from vaegui.ui.map_switches import Tool

    app = make_app(["vaegui"])
    latent_map = LatentMap()
    latent_map.show()
    latent_map.resize(SIDE, SIDE)
    app.processEvents()
    latent_map.resize(latent_map.size() * 2 - latent_map.plot.size())  # what stands around the plot keeps its size
    app.processEvents()
    viewport, view, points = latent_map.plot.viewport(), latent_map.view, latent_map._points
    generator = np.random.default_rng(0)
    codes = generator.standard_normal((count, 2), dtype=np.float32)
    labels = generator.integers(0, len(CLASSES), count)
    figures: dict[str, float] = {}
    empty = memory()["RssAnon"]

    beats: list[float] = []
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))

    def wait(until: Callable[[], bool]) -> float:
        """Turn the event loop until something is so; returns the longest turn, in ms."""
        beats.clear()
        beat.start()
        while not until():
            app.processEvents()
        beat.stop()
        return 1000 * float(np.diff(beats).max(initial=0.0))

    np.percentile(codes[:2], 50)  # the first one imports a part of NumPy, which in the program the first run has done
    started = time.perf_counter()
    figures["set_codes"] = took(lambda: latent_map.set_codes(codes, labels, CLASSES))
    figures["reset_view"] = took(latent_map.reset_view)
    stall = wait(lambda: points.count > 0)
    viewport.repaint()
    figures["until the first picture"] = 1000 * (time.perf_counter() - started)
    stall = max(stall, wait(lambda: not points.is_refining))
    viewport.repaint()
    figures["until all points are there"] = 1000 * (time.perf_counter() - started)
    figures["longest turn of the event loop meanwhile"] = stall

    def frames(name: str, move: Callable[[int], object]) -> None:
        times, computing = [], []
        for step in range(FRAMES):
            before = time.thread_time()
            times.append(took(lambda step=step: (move(step), viewport.repaint())))
            computing.append(1000 * (time.thread_time() - before))
            app.processEvents()  # in which refining gets its turns
        for words, values in (("", times), (" of processor time", computing)):
            figures[f"{name}, median{words}"] = float(np.median(values))
            figures[f"{name}, 99th percentile{words}"] = float(np.percentile(values, 99))

    pixel = view.viewPixelSize()[0]
    frames("frame, the view moves", lambda step: view.translateBy(7 * pixel * (1 if step % 40 < 20 else -1), 3 * pixel))
    frames("frame, the view zooms", lambda step: view.scaleBy((0.97, 0.97) if step % 40 < 20 else (1 / 0.97, 1 / 0.97)))
    latent_map.reset_view()
    started = time.perf_counter()
    viewport.repaint()
    figures["longest turn while a picture is refined"] = wait(lambda: not points.is_refining)
    viewport.repaint()
    figures["until a picture is refined"] = 1000 * (time.perf_counter() - started)

    reach = PICK_RADIUS * view.viewPixelSize()[0]
    anywhere = generator.normal(size=(300, 2)).tolist()
    figures["nearest within 14 px, 95th percentile"] = float(
        np.percentile([took(lambda x=x, y=y: latent_map.nearest(x, y, reach)) for x, y in anywhere], 95)
    )
    figures["nearby, 95th percentile"] = float(
        np.percentile([took(lambda x=x, y=y: latent_map.nearby(x, y)) for x, y in anywhere], 95)
    )

    latent_map.switches.tools[Tool.LASSO].trigger()
    held: list[int] = []
    latent_map.brushed.connect(lambda rows, adds, is_last: held.append(len(rows)) if is_last else None)
    latent_map.press_tool(1.0, 0.0)
    angles = np.linspace(0, 6, 100)[1:]
    moves = [took(lambda a=a: latent_map.drag_tool(np.cos(a), np.sin(a))) for a in angles]
    figures["a move of the lasso, median"] = float(np.median(moves))
    started = time.perf_counter()
    latent_map.release_tool()
    figures["longest turn until the lasso holds all"] = wait(lambda: bool(held))
    figures["until the lasso holds all"] = 1000 * (time.perf_counter() - started)
    figures["codes in the lasso"] = held[-1]
    if count > 1_000_000:
        latent_map.switches.set_hidden(3, True)
        started = time.perf_counter()
        shown = points.count
        figures["longest turn until a class is hidden"] = wait(lambda: points.count < shown)
        figures["until a class is hidden"] = 1000 * (time.perf_counter() - started)
    after = memory()
    figures["MB for the map, codes and labels not counted"] = after["RssAnon"] - empty
    figures |= {f"MB, {name}": value for name, value in after.items()}
    latent_map.close_threads()
    return figures


def of_training(name: str, seconds: float, most: int) -> dict[str, float]:
    import torch

    from vaegui import sources
    from vaegui.data import Images
    from vaegui.events import Began, Step
    from vaegui.families import TrainConfig
    from vaegui.models import ModelConfig
    from vaegui.training import train

    torch.set_num_threads(1)
    started = time.perf_counter()
    dataset = sources.load(name)
    images = max(dataset.train, dataset.test, key=len)  # either can be the one that is large
    if most:
        images = Images(images.pixels[:most].clone(), images.labels[:most])
    figures: dict[str, float] = {"images": len(images), "s until they are there": time.perf_counter() - started}
    figures |= {f"MB, {kind}, images there": value for kind, value in memory().items()}
    begun = stop = computed = 0.0
    peak = dict.fromkeys(("RssAnon", "RssFile"), 0.0)
    learned = 0
    started = time.perf_counter()
    events = train(
        images,
        ModelConfig(),
        TrainConfig(epochs=1, device="cpu"),
        compile_after=1e9,
    )
    for event in events:
        if isinstance(event, Began):
            begun = time.perf_counter()
            stop, computed = begun + seconds, time.process_time()
            figures["s until training begins"] = begun - started
            learned = event.train_images
        if isinstance(event, Step):
            figures["images/s"] = event.epoch * learned / (time.perf_counter() - begun)
            figures["images/s of processor time"] = event.epoch * learned / (time.process_time() - computed)
            now = memory()
            peak = {kind: max(value, now[kind]) for kind, value in peak.items()}
            if time.perf_counter() > stop:
                break
    events.close()
    figures |= {f"MB, {kind} at most, training": value for kind, value in peak.items()}
    figures["MB, VmHWM"] = memory()["VmHWM"]
    return figures


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    print(json.dumps(of_map(int(rest[0])) if what == "map" else of_training(rest[0], float(rest[1]), int(rest[2]))))
