"""What exact EM buys: one decoder on MNIST for the same time, fitted by EM, as a VAE and by IWAE, in exact log p(x).

Run with ``make bench``. All train in turn with the same number of threads for `SECONDS` each, at a constant learning
rate that suits each; log p(x) is integrated on the same test images. Only the decoder's training counts for EM: what
comes after it, the fitting of an encoder, does not change log p(x).
"""

import os
import time
from pathlib import Path

import pytest
import torch

from vaegui import data, sources
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig, with_weights
from vaegui.quadrature import log_marginal
from vaegui.steps import finish
from vaegui.training import train

MIRROR = Path(os.environ.get("VAEGUI_TEST_MNIST", Path(__file__).parents[3] / "shared/data/mnist-mirror"))
SECONDS = 120
TEST_IMAGES = 2000
RIVALS = {
    "EM, 20 × 20": ({"family": "em"}, {"batch_size": 512, "learning_rate": 0.005, "grid_side": 20}),
    "EM, 40 × 40": ({"family": "em"}, {"batch_size": 512, "learning_rate": 0.003}),
    "VAE": ({}, {}),
    "IWAE, K = 8": ({}, {"objective": "iwae"}),
}


@pytest.mark.timeout(0)
def bench_exact_log_p_after_equal_time():
    if not MIRROR.is_dir():
        pytest.skip(f"there is no MNIST in {MIRROR}")
    mnist = sources.load("mnist", MIRROR)
    test = mnist.test.pixels[:TEST_IMAGES]
    x = data.observe(test, "dynamic", data.fixed_thresholds(test.shape))
    print(f"\n{SECONDS} s of training each, {torch.get_num_threads()} threads, 256-256 networks")
    for name, (model, training) in RIVALS.items():
        config = ModelConfig(**model)
        started = time.perf_counter()
        late = lambda started=started: time.perf_counter() - started > SECONDS  # noqa: E731
        events = train(mnist.train, config, TrainConfig(epochs=1000, **training), should_stop=late)
        *_, end = (event for event in events if isinstance(event, EpochEnd))
        log_p, _ = finish(log_marginal(with_weights(config, mnist.train.shape, end.weights), x))
        error = float(log_p.std()) / TEST_IMAGES**0.5
        print(f"{name:12} {float(log_p.mean()):8.2f} ± {error:.2f} nats per image, {end.epoch:.1f} epochs")
