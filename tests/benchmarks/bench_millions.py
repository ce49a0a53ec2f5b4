"""Ten million points on the map, and training from ten million images on the disk, beside a million of each in memory.

It takes VAEGUI_HOME with the dataset below drawn (`vaegui train` draws it: 8 GB); without it training is
left out. Frames are of a plot of 700 × 700 pixels on the offscreen platform.
"""

import os
from pathlib import Path

import pytest
from conftest import LAUNCHES, launch

DATASET = "shapes-100000-10000000tests"
SECONDS = "60"


@pytest.mark.timeout(1800)
def bench_map_of_millions(report):
    few, many = (
        [launch("measure_millions.py", "map", count) for _ in range(LAUNCHES)] for count in ("1000000", "10000000")
    )
    for name in many[0]:
        values = [figures[name] for figures in many]
        unit = "MB" if name.startswith("MB") else "" if name.startswith("codes") else "ms"
        most = 16 if name.startswith("frame") and "median" in name else 50 if name.startswith("longest") else None
        if name in few[0] and name.startswith("frame"):
            report.ratio(f"10,000,000 / 1,000,000 points: {name}", unit, values, [figures[name] for figures in few])
        report.figure(f"10,000,000 points: {name}", unit, values, at_most=most)


@pytest.mark.timeout(1800)
def bench_training_from_the_disk(report):
    if not Path(os.environ.get("VAEGUI_HOME", "/nowhere"), "data", "shapes", DATASET).is_dir():
        pytest.skip(f"{DATASET} is not drawn in VAEGUI_HOME")
    pairs = [
        [launch("measure_millions.py", "train", DATASET, SECONDS, most) for most in ("0", "1000000")]
        for _ in range(LAUNCHES)
    ]
    speeds = [[figures["images/s"] for figures in pair] for pair in pairs]
    report.ratio(
        "10,000,000 images on the disk / 1,000,000 in memory",
        "images/s",
        [pair[0] for pair in speeds],
        [pair[1] for pair in speeds],
        at_least=0.9,
    )
    for name in pairs[0][0]:
        if name.startswith(("MB", "s ")):
            report.figure(f"10,000,000 images: {name}", name.split()[0], [pair[0][name] for pair in pairs])
