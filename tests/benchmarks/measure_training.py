"""One launch of `bench_training.py`: how fast we train and how fast a plain loop does, in turn, in one process.

measure_training.py '{"threads": 1, "batch": 128, …}'      prints a JSON object of figures
"""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from vaegui import data, sources
from vaegui.compiled import Recipe, build
from vaegui.events import EpochEnd, Step
from vaegui.families import TrainConfig
from vaegui.models import Model, ModelConfig
from vaegui.objectives import elbo_terms
from vaegui.training import train

MIRROR = Path(os.environ["VAEGUI_TEST_MNIST"])
SLICE = 1.0  # seconds
ROUNDS = 3


class Plain(nn.Module):
    """784-400-20 as in the widely used example, with two heads for mean and log-variance."""

    def __init__(self) -> None:
        super().__init__()
        self.into, self.mean, self.log_variance = nn.Linear(784, 400), nn.Linear(400, 20), nn.Linear(400, 20)
        self.out_of, self.pixels = nn.Linear(20, 400), nn.Linear(400, 784)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        h = functional.relu(self.into(x))
        mean, log_variance = self.mean(h), self.log_variance(h)
        z = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        return torch.sigmoid(self.pixels(functional.relu(self.out_of(z)))), mean, log_variance


def plain_loop(batch: int, model: Plain) -> Iterator[int]:
    """The loop of the example: images one by one through ToTensor, the loss fetched at every step."""
    from torchvision import datasets, transforms

    root = Path(os.environ["VAEGUI_PLAIN_DATA"])
    images = datasets.MNIST(root, train=True, transform=transforms.ToTensor())
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    while True:
        for x, _ in torch.utils.data.DataLoader(images, batch_size=batch, shuffle=True):
            x = x.view(-1, 784)
            optimizer.zero_grad()
            rebuilt, mean, log_variance = model(x)
            rate = -0.5 * torch.sum(1 + log_variance - mean.pow(2) - log_variance.exp())
            # Of the mean, where the example has the sum: with Adam it comes to the same.
            loss = (functional.binary_cross_entropy(rebuilt, x, reduction="sum") + rate) / len(x)
            loss.backward()
            loss.item()
            optimizer.step()
            yield len(x)


def eager_loop(batch: int, model: Model, pixels: torch.Tensor) -> Iterator[int]:
    """A loop over resident float32 images (N, C, H, W), without anything that makes it fast."""
    x_all = pixels.float() / 255
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    while True:
        for rows in torch.randperm(len(x_all)).split(batch):
            x = x_all[rows]
            optimizer.zero_grad()
            noise = torch.randn(1, len(x), model.config.latent_size)
            elbo_terms(model, x, noise).loss(1.0).backward()
            optimizer.step()
            yield len(x)


def our_loop(images: data.Images, model: ModelConfig, config: TrainConfig) -> Iterator[int]:
    for event in train(images, model, config, metrics_every=0.02, compile_after=1e9):
        if isinstance(event, Step):
            done = round(event.share_done * config.epochs * 54_000)
            yield done


def rate_of(loop: Iterator[int], cumulative: bool) -> float:
    """Images a second in a slice of time."""
    first = next(loop)
    started, count = time.perf_counter(), 0
    while time.perf_counter() - started < SLICE:
        value = next(loop)
        count = value - first if cumulative else count + value
    return count / (time.perf_counter() - started)


def matmul_rate() -> float:
    """FLOP/s of a square product that fits in the cache."""
    a, b = torch.randn(1024, 1024), torch.randn(1024, 1024)
    out = torch.empty_like(a)
    best = 0.0
    for _ in range(20):
        started = time.perf_counter()
        torch.mm(a, b, out=out)
        best = max(best, 2 * 1024**3 / (time.perf_counter() - started))
    return best


def flops_per_image(model: Model) -> int:
    """Of the matrix products of a step: forward, and the gradients of weights and (but for the first) of inputs."""
    sizes = [layer.weight.numel() for layer in model.modules() if isinstance(layer, nn.Linear)]
    return 2 * (3 * sum(sizes) - sizes[0])


def main() -> None:
    """Measure and print."""
    wanted = json.loads(sys.argv[1])
    torch.set_num_threads(wanted.get("threads", 1))
    batch, precision = wanted.get("batch", 128), wanted.get("precision", "float32")
    is_conv = wanted.get("architecture") == "conv"
    mnist = sources.load("mnist", MIRROR)
    hidden = (16, 32) if is_conv else (400,)
    model = ModelConfig(
        architecture="conv" if is_conv else "mlp",
        hidden=hidden,
        activation="relu",
        latent_size=20,
        binarisation="none",
    )
    config = TrainConfig(epochs=100_000, batch_size=batch, precision=precision, device="cpu")
    recipe = Recipe(model, config, mnist.train.shape, 54_000, 0, torch.get_num_threads())
    if wanted.get("compiled", True):
        if not recipe.path.is_file():
            build(recipe, recipe.path)
    else:
        recipe.path.unlink(missing_ok=True)
    torch.manual_seed(wanted.get("seed", 0))
    if "epochs" in wanted:
        print(json.dumps(losses(wanted["epochs"], mnist, model, config, batch)))
        return
    if "memory" in wanted:
        print(json.dumps(memory(mnist, model, config)))
        return
    ours = our_loop(mnist.train, model, config)
    network = Model(model, mnist.train.shape)
    plain = eager_loop(batch, network, mnist.train.pixels[:54_000]) if is_conv else plain_loop(batch, Plain())
    if wanted.get("only"):  # nothing to compare with: as fast as it goes, for some seconds
        next(ours)
        print(json.dumps({"ours": max(rate_of(ours, True) for _ in range(ROUNDS))}))
        return
    for loop in (ours, plain):
        for _ in range(20):
            next(loop)
    rates = [(rate_of(ours, True), rate_of(plain, False), matmul_rate()) for _ in range(ROUNDS)]
    our_rate, plain_rate, flops = (sorted(column)[ROUNDS // 2] for column in zip(*rates, strict=True))
    share = our_rate * flops_per_image(network) / flops
    print(json.dumps({"ours": our_rate, "plain": plain_rate, "share": share, "GFLOP/s": flops / 1e9}))


def losses(epochs: int, mnist: data.Dataset, model: ModelConfig, config: TrainConfig, batch: int) -> dict[str, float]:
    """The ELBO of the test images, in nats per image, after as many steps of ours and of the plain loop."""
    from vaegui.models import with_weights

    ends = (e for e in train(mnist.train, model, config, compile_after=1e9) if isinstance(e, EpochEnd))
    weights = [next(ends).weights for _ in range(epochs)][-1]
    ours = with_weights(model, mnist.train.shape, weights)
    plain = Plain()
    loop = plain_loop(batch, plain)
    for _ in range(epochs * -(-54_000 // batch)):
        next(loop)
    named = dict(plain.named_parameters())
    theirs = with_weights(
        model,
        mnist.train.shape,
        {
            f"{ours_name}.{part}": torch.cat([named[f"{name}.{part}"].detach() for name in names])
            for ours_name, names in (
                ("encoder.1", ["into"]),
                ("encoder.3", ["mean", "log_variance"]),
                ("decoder.0", ["out_of"]),
                ("decoder.2", ["pixels"]),
            )
            for part in ("weight", "bias")
        },
    )
    x = data.as_float(mnist.test.pixels)
    noise = torch.randn(1, len(x), model.latent_size, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        found = [float(elbo_terms(network, x, noise).elbo.mean()) for network in (ours, theirs)]
    return {"ours": found[0], "plain": found[1]}


def memory(mnist: data.Dataset, model: ModelConfig, config: TrainConfig) -> dict[str, float]:
    """MB that training adds, and how much of it comes after the first tenth of many epochs on a small set."""
    before = resident()
    events = train(mnist.train, model, config, compile_after=1e9)
    peak = before
    for event in events:
        peak = max(peak, resident())
        if isinstance(event, EpochEnd):
            break
    events.close()
    few = data.Images(mnist.train.pixels[:500], mnist.train.labels[:500])
    sizes = []
    events = train(few, model, config, compile_after=1e9)
    for event in events:
        if isinstance(event, EpochEnd):
            sizes.append(resident())
        if len(sizes) == 1000:
            break
    return {
        "dataset": mnist.train.pixels.numel() / 1e6,
        "training": peak - before,
        "growth": sizes[-1] - max(sizes[:100]),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
    }


def resident() -> float:
    """MB of memory in use."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
