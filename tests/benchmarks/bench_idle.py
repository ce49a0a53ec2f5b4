"""What it costs to have the window open: the processor and the memory of a program that nobody touches.

Of an idle window the second of two stretches counts: in the first what an opened run sets off may still be ending.
"""

import sys

import pytest
from conftest import LAUNCHES, launch

SECONDS = 10


@pytest.mark.skipif(sys.platform != "linux", reason="what wakes a process is read from /proc")
@pytest.mark.timeout(600)
def bench_rest(report, mirror, tmp_path):
    data = tmp_path / "data" / "MNIST" / "raw"
    data.mkdir(parents=True)
    for file in mirror.glob("*.gz"):
        (data / file.name).symlink_to(file)
    found = [launch("measure_idle.py", str(SECONDS), VAEGUI_HOME=str(tmp_path)) for _ in range(LAUNCHES)]

    def column(name):
        return [figures[name] for figures in found]

    report.figure("idle window: processor", "%", column("second: CPU %"), at_most=0.5)
    report.figure("idle window: woken", "/s", column("second: wakeups/s"), at_most=1)
    for name in ("opened", "all tabs raised", "after a training", "most"):
        report.figure(f"memory, {name}", "MB", column(f"memory, {name}"))
