"""One launch: a folder of images is looked at, read and kept, beside Pillow that only decodes the same files."""

import json
import os
import shutil
import sys
import time
from pathlib import Path

import numpy as np
from PIL import Image

from vaegui import importing
from vaegui.importing import Refusal

ROUNDS = 3


def run(events):
    """The result of a generator, and what it refused."""
    refused = 0
    while True:
        try:
            refused += isinstance(next(events), Refusal)
        except StopIteration as end:
            return end.value, refused


def seconds(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ours(folder):
    finding, _ = run(importing.look(folder))
    recipe = importing.suggest(finding)
    dataset, refused = run(importing.read(finding, recipe, "bench"))
    assert refused == 0
    importing.store(dataset, finding, recipe, ())


def pillow(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            np.asarray(Image.open(os.path.join(place, name)))


def main(folder, home):
    os.environ["VAEGUI_HOME"] = str(home)
    pillow(folder)  # once for the disk's cache
    times = {"ours": [], "pillow": []}
    for _ in range(ROUNDS):
        times["pillow"].append(seconds(lambda: pillow(folder)))
        times["ours"].append(seconds(lambda: ours(folder)))
    times["load"] = [seconds(lambda: importing.load("bench")) for _ in range(ROUNDS)]
    times["changes"] = [seconds(lambda: importing.changes("bench")) for _ in range(ROUNDS)]
    shutil.rmtree(home)
    print(json.dumps({name: min(values) for name, values in times.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
