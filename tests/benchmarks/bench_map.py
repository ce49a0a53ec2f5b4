"""The latent map with very many points: repaints while the view moves, what is near the pointer, new codes.

Repaints are of a plot of 700 × 700 pixels on the offscreen platform, whose view moved by a pixel; the baselines are the
same plot without points, and with those of pyqtgraph's ScatterPlotItem, in turn in the same process. What is near is
the 95th percentile of 400 questions; what is done to the points, the median or the longest of several times.
"""

import pytest
from conftest import launches


@pytest.mark.parametrize("count", [2000, 70_000, 1_000_000])
@pytest.mark.timeout(900)
def bench_map(report, count):
    found = launches("measure_map.py", str(count))

    def values(name):
        return [figures[name] for figures in found]

    def figure(name, at_most=None):
        report.figure(f"{count:,} points: {name}", "ms", values(name), at_most=at_most)

    plain = values("repaint without points")
    title = f"{count:,} points: repaint"
    report.ratio(f"{title} / without points", "ms", values("repaint"), plain, at_most=2 if count <= 70_000 else None)
    other = values("repaint by pyqtgraph")
    report.ratio(
        f"{title} by pyqtgraph / ours", "ms", other, values("repaint"), at_least=10 if count > 70_000 else None
    )
    figure("repaint", at_most=16)
    figure("repaint, the target moved")
    for name in found[0]:
        if name.startswith("near"):
            figure(name, at_most=1 if count > 70_000 else 0.3)
        elif not name.startswith("repaint"):
            figure(name, at_most=50)
