"""Figures of panels, 7.2 × 5.4 inches at 600 dpi: how long the window stands still, and what the files cost.

The window stands still while a figure is recorded; files are drawn, compressed and written in a thread. In a dark
window, figures for print cost the most: everything is drawn anew in other colours, and once more to put it back.
"""

import pytest
from conftest import launches


@pytest.mark.parametrize("colours", ["screen", "print"])
@pytest.mark.timeout(1800)
def bench_figure_export(report, mirror, colours):
    found = launches("measure_figures.py", colours)
    for panel in found[0]:
        for name in found[0][panel]:
            at_most = {"held up, ms": 50}.get(name, 3 if name.endswith("MB") else None)
            unit = name.split(", ")[1]
            report.figure(f"figure of {panel} ({colours}): {name}", unit, [f[panel][name] for f in found], at_most)
