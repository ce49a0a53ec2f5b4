"""What a person feels: the start, from pointer to pixel, and the window's frames while it trains.

Of each launch a percentile or the longest is taken, and of the launches the median. Needs MNIST (see CONTRIBUTING).
"""

import json
import time

import pytest
from conftest import LAUNCHES, launch, launches


@pytest.mark.timeout(300)
def bench_start(report, mirror, tmp_path):
    """Where the dataset is known, as it is for whoever starts the program again."""
    home = {"VAEGUI_HOME": str(tmp_path)}

    def start(what):
        return launch("measure_launch.py", what, str(time.time()), **home)

    start("window")
    pairs = [(start("bare"), start("window")) for _ in range(LAUNCHES)]
    bare, shown = zip(*pairs, strict=True)

    def column(name):
        return [figures[name] for figures in shown]

    imported = [figures["imported"] for figures in bare]
    assert all(column("without_torch"))
    report.ratio("start: map painted / bare import of Qt and pyqtgraph", "s", column("painted"), imported, at_most=1.5)
    report.figure("start: a click is answered", "s", column("answers"))
    report.figure("start: longest time without an answer of the window", "s", column("longest"), at_most=0.1)


@pytest.mark.parametrize("architecture", ["mlp", "conv"])
@pytest.mark.timeout(600)
def bench_idle(report, mirror, architecture):
    found = launches("measure_window.py", "idle", json.dumps({"architecture": architecture}))

    def figure(name, at_most=None):
        report.figure(f"{architecture}, {name}", "ms", [figures[name] for figures in found], at_most=at_most)

    figure("pointer to pixel p95", at_most=1 if architecture == "mlp" else 2)
    figure("move with all that follows p95", at_most=16)
    figure("manifold, window p95", at_most=10)
    figure("manifold, weights to pixel", at_most=10 if architecture == "mlp" else None)
    figure("denoising, 16 images p95", at_most=16)
    figure("reconstruction, 16 images p95", at_most=16)
    for name in ("open a run", "toggle a layer", "change the theme"):
        figure(name, at_most=100)


@pytest.mark.parametrize("architecture", ["mlp", "conv"])
@pytest.mark.parametrize("how", ["for the first time", "for the first time, 2 threads", "again"])
@pytest.mark.timeout(900)
def bench_while_training(report, mirror, tmp_path, architecture, how):
    """The target is dragged over 70,000 points all the time; trained again, the step has been compiled already."""
    threads = 2 if "2 threads" in how else 1
    home = {"VAEGUI_HOME": str(tmp_path)} if how == "again" else {}
    if home:
        launch("measure_window.py", "compile", json.dumps({"architecture": architecture}), **home)
    wanted = json.dumps({"architecture": architecture, "threads": threads})
    found = launches("measure_window.py", "training", wanted, **home)
    assert all(figures["points"] == 70_000 and figures["compiled"] == (how == "again") for figures in found)

    def figure(name, at_most=None, unit="ms"):
        report.figure(f"training {architecture} {how}: {name}", unit, [f[name] for f in found], at_most=at_most)

    figure("frame p99", at_most=20)
    figure("frame max", at_most=50)
    figure("starting, max", at_most=100)
    figure("first figures")
    figure("pointer to pixel p95", at_most=8)
    figure("images/s", unit="images/s")


@pytest.mark.timeout(600)
def bench_linked_brush(report, mirror):
    """From a move of the lasso over 70,000 codes to both maps painted anew; the baseline is two empty plots painted."""
    for reach in (0.5, 1.2, 2.5):
        found = launches("measure_window.py", "brush", json.dumps({"reach": reach}))
        inside = f"{found[0]['inside']:,.0f}"
        ours, plain = ([figures[name] for figures in found] for name in ("move p95", "two empty plots"))
        report.ratio(f"lasso on two maps, {inside} of 70,000 inside, p95 / two empty plots", "ms", ours, plain)
