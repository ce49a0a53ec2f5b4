"""What reading one's own images costs: look, read and keep 50,000 small PNGs, beside Pillow that only decodes them.

Run with ``make bench``. Both run in one process, in turn, with the files in the disk's cache; Pillow's part is
``np.asarray(Image.open(path))`` for each file, in one thread.
"""

import numpy as np
import pytest
from conftest import launch
from PIL import Image

COUNT = 50_000
LAUNCHES = 3
MODES = {"grey, 28 × 28": (28, 28), "RGB, 32 × 32": (32, 32, 3)}


def write(folder, shape):
    """Smooth blobs with some noise in ten classes: what a PNG compresses a little."""
    random = np.random.default_rng(0)
    y, x = np.mgrid[: shape[0], : shape[1]]
    for label in range(10):
        (folder / str(label)).mkdir(parents=True)
    for i in range(COUNT):
        middle = random.uniform(8, 20, (2, *shape[2:]))
        distance = np.subtract.outer(y, middle[0]) ** 2 + np.subtract.outer(x, middle[1]) ** 2
        pixels = 240 * np.exp(-distance / 40) + random.integers(0, 8, shape)
        Image.fromarray(pixels.astype(np.uint8)).save(folder / str(i % 10) / f"{i:05d}.png")


@pytest.mark.timeout(0)
@pytest.mark.parametrize("mode", MODES)
def bench_a_folder_of_small_images(mode, report, tmp_path):
    write(tmp_path / "images", MODES[mode])
    found = [
        launch("measure_importing.py", str(tmp_path / "images"), str(tmp_path / f"home-{i}")) for i in range(LAUNCHES)
    ]
    ours, pillow, load, changes = ([values[name] for values in found] for name in ("ours", "pillow", "load", "changes"))
    report.ratio(f"Own images: {COUNT:,} PNGs read and kept ({mode})", "s", ours, pillow, at_most=1.2)
    report.figure(f"Own images: {COUNT:,} opened again ({mode})", "s", load, at_most=0.5)
    report.figure(f"Own images: a folder of {COUNT:,} looked through for changes ({mode})", "s", changes)
