"""Training by several processes on this machine against one, and one that torchrun started against one alone."""

import json
import os
import subprocess
import sys

import pytest
from conftest import HERE, LAUNCHES, launch

SCRIPT = str(HERE / "measure_parallel.py")


def together(count, batch):
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", str(count), SCRIPT, str(batch)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])["images_per_second"]


@pytest.mark.parametrize("batch", [256, 1024])
@pytest.mark.timeout(900)
def bench_parallel(report, batch):
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    alone, found = [], {1: [], min(cores, 4): []}
    for _ in range(LAUNCHES):
        alone.append(launch("measure_parallel.py", str(batch))["images_per_second"])
        for count, speeds in found.items():
            speeds.append(together(count, batch))
    for count, speeds in found.items():
        report.ratio(f"784-512-512-512-2, batch {batch}, torchrun with {count} / alone", "images/s", speeds, alone)
