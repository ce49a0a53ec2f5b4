"""Training against the plain loop that everybody knows, in turn in the same process; see `measure_training.py`.

Also: the loss after an epoch, speed beside a busy program, and memory. Needs MNIST (see CONTRIBUTING).
"""

import contextlib
import gzip
import json
import subprocess
import sys

import pytest
import torch
from conftest import MIRROR, launch, launches

from vaegui.sources import IDX_FILES

has_bfloat16 = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """MNIST as torchvision stores it for the plain loop, and a place where what is compiled stays between launches."""
    if not MIRROR.is_dir():
        pytest.skip(f"there is no MNIST in {MIRROR}")
    raw = tmp_path_factory.mktemp("plain") / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for name in IDX_FILES:
        (raw / name).write_bytes(gzip.decompress((MIRROR / f"{name}.gz").read_bytes()))
    return {"VAEGUI_PLAIN_DATA": str(raw.parents[1]), "VAEGUI_HOME": str(tmp_path_factory.mktemp("home"))}


def column(found, name):
    return [figures[name] for figures in found]


@pytest.mark.parametrize(
    ("words", "wanted", "at_least", "share"),
    [
        ("float32, eager", {"compiled": False}, None, None),
        ("float32", {}, 3, 0.6),
        ("float32, batch 512", {"batch": 512}, None, 0.75),
        ("bfloat16", {"precision": "bfloat16"}, 5, None),
        ("float32, 2 threads", {"threads": 2}, 3, None),
        ("bfloat16, 2 threads", {"threads": 2, "precision": "bfloat16"}, 5, None),
    ],
)
@pytest.mark.timeout(900)
def bench_training(report, environment, words, wanted, at_least, share):
    if wanted.get("precision") and not has_bfloat16:
        pytest.skip("this processor has no instructions for bfloat16")
    found = launches("measure_training.py", json.dumps(wanted), **environment)
    report.ratio(
        f"784-400-20, {words} / plain loop",
        "images/s",
        column(found, "ours"),
        column(found, "plain"),
        at_least=at_least,
    )
    if share:
        report.figure(
            f"784-400-20, {words}: share of the matrix product’s rate", "", column(found, "share"), at_least=share
        )


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
@pytest.mark.timeout(900)
def bench_convolutional_training(report, environment, precision):
    if precision == "bfloat16" and not has_bfloat16:
        pytest.skip("this processor has no instructions for bfloat16")
    wanted = json.dumps({"architecture": "conv", "precision": precision})
    found = launches("measure_training.py", wanted, **environment)
    name = f"convolutional, {precision} / eager float32 loop over resident images"
    report.ratio(name, "images/s", column(found, "ours"), column(found, "plain"), at_least=2)


@pytest.mark.timeout(900)
def bench_loss_after_an_epoch(report, environment):
    """It must be the same within what the seed does to it."""
    found = [launch("measure_training.py", json.dumps({"epochs": 1, "seed": seed}), **environment) for seed in range(5)]
    report.ratio(
        "ELBO of test images after an epoch, ours / plain loop",
        "nats/image",
        column(found, "ours"),
        column(found, "plain"),
        at_most=1.01,
        at_least=0.99,
    )


@pytest.mark.timeout(900)
def bench_beside_a_busy_program(report, environment):
    for threads in (1, 2):
        wanted = json.dumps({"threads": threads, "only": True})
        alone, beside = [], []
        for _ in range(5):
            alone += column([launch("measure_training.py", wanted, **environment)], "ours")
            with busy():
                beside += column([launch("measure_training.py", wanted, **environment)], "ours")
        name = f"784-400-20, {threads} thread{'s' if threads > 1 else ''}, beside a busy program / alone"
        report.ratio(name, "images/s", beside, alone, at_least=0.6 if threads == 1 else None)


@contextlib.contextmanager
def busy():
    """A program that never waits."""
    program = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        program.kill()
        program.wait()


@pytest.mark.timeout(900)
def bench_memory(report, environment):
    found = [launch("measure_training.py", json.dumps({"memory": True}), **environment) for _ in range(3)]
    report.ratio(
        "memory that training on MNIST adds / its images", "MB", column(found, "training"), column(found, "dataset")
    )
    report.figure("memory added from epoch 100 to 1,000", "MB", column(found, "growth"), at_most=2)
