"""What the shipped runs show about interpolation, without any dataset: the figures in the README's section on findings.

Run with ``make bench ARGS="-k findings"``.
"""

import numpy as np
import pytest
import torch

from vaegui import geometry, runs
from vaegui.steps import finish

RUNS = ("mnist-vae-2d", "mnist-em-2d", "mnist-ae-2d", "mnist-dae-2d", "mnist-beta-vae-2d")
PAIRS, GEODESICS, STARTS, TIMES = 200, 20, 500, 500


def pairs(codes, count):
    """Random pairs of test images of different classes."""
    generator, labels, found = np.random.default_rng(0), codes.labels.numpy(), []
    while len(found) < count:
        pair = generator.integers(0, len(labels), 2)
        if labels[pair[0]] != labels[pair[1]]:
            found.append(codes.mean[pair])
    return found


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.timeout(300)
def bench_findings(name):
    torch.set_num_threads(1)
    run = runs.load(name)
    codes, decoder = run.codes, geometry.mean_decoder(run.model)
    spread = float(codes.mean.std(0).mean())
    empty = []
    for pins in pairs(codes, PAIRS):
        path = geometry.straight(pins, 89)
        near = [((codes.mean - place).square().sum(1) <= (spread / 10) ** 2).sum() for place in path]
        empty.append(np.mean([count == 0 for count in near]))
    ratios = []
    for pins in pairs(codes, GEODESICS):
        lengths = [
            float(geometry.segment_lengths(decoder, path).sum())
            for path in (geometry.straight(pins, 89), finish(geometry.shortest(decoder, pins, 89)))
        ]
        ratios.append(lengths[1] / lengths[0])
    z, ends = codes.mean[:: len(codes.mean) // STARTS], []
    with torch.no_grad():
        for _ in range(TIMES):
            z = run.model.encode(run.model.decode(z).mean).mean
    for end in z:
        if all((end - other).norm() > spread / 50 for other in ends):
            ends.append(end)
    print(f"\n{name}: codes within a tenth of their spread ({spread / 10:.2g})")
    crossing = np.mean(np.array(empty) > 0)
    print(f"  {PAIRS} straight paths: {crossing:.0%} cross a place without any, {np.mean(empty):.1%} of the way")
    low, middle, high = np.percentile(ratios, [0, 50, 100])
    print(
        f"  {GEODESICS} shortest paths, length over that of the straight line: {middle:.2f} ({low:.2f} to {high:.2f})"
    )
    print(f"  {STARTS} codes decoded and encoded {TIMES} times end at {len(ends)} places")
