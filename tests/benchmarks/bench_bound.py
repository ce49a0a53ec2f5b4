"""What exact figures cost, how exact they are, and what the usual estimate of log p(x) misses.

Run with ``make bench ARGS="-k bound"``. Needs MNIST (see CONTRIBUTING).
"""

import math
import time

import numpy as np
import pytest
import torch

from vaegui import explore, gaps, gradients, importance, quadrature, runs, variational
from vaegui.data import fixed_thresholds, observe
from vaegui.posterior import scores
from vaegui.regions import regions
from vaegui.steps import finish

RUN = "mnist-vae-2d"
PLAIN_SIDE, PLAIN_REACH = 200, 4.5
LAUNCHES = 5


@pytest.fixture(scope="module")
def model():
    torch.set_num_threads(2)
    yield runs.load(RUN).model
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def x(mnist, model):
    pixels = mnist.test.pixels
    return observe(pixels, model.config.observed_as, fixed_thresholds(pixels.shape))


def timed(work):
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


@torch.no_grad()
def plain_grid(model, x):
    """The baseline: one grid of 200 × 200 nodes for all, in single precision."""
    axis = torch.linspace(-PLAIN_REACH, PLAIN_REACH, PLAIN_SIDE)
    z = torch.cartesian_prod(axis, axis)
    weight = -z.square().sum(1) / 2 - math.log(2 * math.pi) + 2 * math.log(axis[1] - axis[0])
    total = torch.full((len(x),), -math.inf)
    for part, own in zip(z.split(2000), weight.split(2000), strict=True):
        table = scores(model.decode(part))
        found = [table.of(block).add_(own).logsumexp(1) for block in x.split(1000)]
        total = torch.logaddexp(total, torch.cat(found))
    return total.double()


def product_rate():
    """Single-precision multiplications and additions a second in a product of large matrices."""
    a, b = torch.randn(2048, 2048), torch.randn(2048, 2048)
    a @ b
    seconds = min(timed(lambda: a @ b)[0] for _ in range(5))
    return 2 * 2048**3 / seconds


@pytest.mark.timeout(600)
def bench_bound_of_all_test_images(model, x):
    adaptive, plain = [], []
    for _ in range(LAUNCHES):
        seconds, found = timed(lambda: finish(quadrature.integrate(model, x)))
        adaptive.append(seconds)
        seconds, rough = timed(lambda: plain_grid(model, x))
        plain.append(seconds)
    off = (rough - found.log_p).abs()
    weights = sum(value.numel() for value in model.decoder.parameters())
    survey = (2 * quadrature.REACHES[0] / quadrature.SPACING) ** 2
    least = 2 * survey * (weights + len(x) * x[0].numel())  # the survey alone
    rate = product_rate()
    print(f"\nexact log p(x) of {len(x):,} test images, {torch.get_num_threads()} threads, {LAUNCHES} launches each")
    for name, seconds in (("adaptive", adaptive), (f"{PLAIN_SIDE} × {PLAIN_SIDE} grid", plain)):
        low, middle, high = np.percentile(seconds, [0, 50, 100])
        print(f"  {name}: {middle:.1f} s ({low:.1f} to {high:.1f}), {len(x) / middle:,.0f} images/s")
    print(f"  adaptive / plain: {np.median(np.array(adaptive) / np.array(plain)):.2f} ×")
    print(
        f"  mean log p(x) {found.log_p.mean():.4f}; the plain grid is off by {off.mean():.3f} (at most {off.max():.1f})"
    )
    print(f"  its survey takes {least / 1e9:.0f} GFLOP: at the machine's {rate / 1e9:.0f} GFLOP/s that is")
    print(f"  {least / rate:.1f} s of the {np.median(adaptive):.1f} s")


@pytest.mark.timeout(600)
def bench_bound_exactness(model, x):
    x = x[:1000]
    found, finer = (finish(quadrature.integrate(model, x, finer=n)) for n in (0, 1))
    change = finer.log_p - found.log_p
    seconds, split = timed(lambda: finish(gaps.split(model, x, exact=found)))
    print(f"\n{len(x):,} test images: mean log p(x) {found.log_p.mean():.4f}")
    print(
        f"  halving every spacing once more changes the mean by {change.mean():.1e}, "
        f"one image by {change.abs().max():.1e}"
    )
    print(f"  by its own account the last halving changed the mean by {found.change.mean():.1e}")
    print(
        f"  residual of log p = ELBO + KL: at most {split.residual.abs().max():.1e} on each of them ({seconds:.0f} s)"
    )
    print(
        f"  gap {split.gap.mean():.3f} = amortisation {split.amortisation.mean():.3f} + approximation "
        f"{split.approximation.mean():.3f}"
    )
    x, found = x[:500], quadrature.Exact(*(part[:500] for part in found))
    deviation = torch.linalg.cholesky(found.covariance + 1e-9 * torch.eye(2))
    around = [
        finish(variational.improve(model, x, variational.amortised(model, x))),
        finish(variational.improve(model, x, gaps.starts(found))),
        variational.Gaussians(found.mean, deviation),
    ]
    safe = finish(importance.defensive(model, x, around, 4000))
    difference, error = safe.log_p - found.log_p, safe.error.square().sum().sqrt() / len(x)
    furthest = (difference / safe.error).abs().max()
    print(
        f"  importance sampling from a defensive mixture, 4,000 draws, {len(x)} images: {difference.mean():+.4f} ± "
        f"{error:.4f} from the grid's mean; the furthest image is {furthest:.1f} errors off"
    )


@pytest.mark.timeout(600)
def bench_bound_usual_estimate(model, x):
    x = x[:500]
    found = finish(quadrature.integrate(model, x))
    usual = torch.cat([finish(importance.from_q(model, part, 2000)).log_p for part in x.split(100)])
    low = found.log_p - usual
    split = finish(gaps.split(model, x, exact=found))
    print(f"\nthe first {len(x)} test images: exact {found.log_p.mean():.2f}, ELBO {split.elbo.mean():.2f}")
    print(f"  2,000 importance samples from q: {usual.mean():.2f}, too low by {low.mean():.2f} on average")
    print(
        f"  by more than 1 nat for {(low > 1).sum()} images, by more than 10 for {(low > 10).sum()}; "
        f"median {low.median():.3f}"
    )


def bench_bound_of_one_image(model, x):
    torch.set_num_threads(1)  # as in the window
    survey = quadrature.Survey(model)
    finish(survey.look(x[:1]))
    took = []
    for row in range(300):
        took.append(1000 * timed(lambda row=row: regions(quadrature.mosaic(model, x[row : row + 1], survey)))[0])
    middle, most, longest = np.percentile(took, [50, 95, 100])
    print(
        f"\none image's posterior and its outlines, one thread: median {middle:.0f} ms, p95 {most:.0f}, "
        f"max {longest:.0f}"
    )
    torch.set_num_threads(2)


def bench_bound_gradient_variance(model, x):
    plain, others = [], []
    for row in range(20):
        draws = finish(gradients.draw(model, x[row : row + 1], 4096))
        plain.append(gradients.compare(draws, 4).whole_ratio)
        others.append(gradients.compare(draws, 4, "others").whole_ratio)
    print(
        "\nvariance of the ELBO's gradient by φ without the trick over that with it, at equal cost, K = 4, 20 images:"
    )
    for name, ratios in (("no baseline", plain), ("mean of the others as the baseline", others)):
        low, middle, high = np.percentile(ratios, [0, 50, 100])
        print(f"  {name}: median {middle:,.1f} ({low:,.1f} to {high:,.1f})")


def bench_bound_surgery():
    print()
    for name in (RUN, "mnist-beta-vae-2d"):
        codes = runs.load(name).codes
        found = gaps.surgery(codes.mean, codes.std)
        print(f"{name}, {found.images:,} test images: rate {found.rate:.2f} = I(n; z) {found.information:.2f}")
        print(f"  + KL(q(z) ‖ p(z)) {found.divergence:.2f}, residual {found.residual:.0e};", end="")
        print(f" {explore.hole_share(codes.mean, codes.std):.1%} of the prior's mass in holes")
