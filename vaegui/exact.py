"""How exact a run's bound is, on test images: log p(x), the ELBO, their gap and what it is made of; as a table."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from vaegui import gaps, importance
from vaegui.data import Dataset, fixed_thresholds, observe
from vaegui.evaluation import cell, estimate, table
from vaegui.explore import hole_share
from vaegui.gaps import Surgery
from vaegui.quadrature import log_marginal
from vaegui.runs import Estimate, Run
from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.variational import amortised, terms

IMAGES, DRAWS = 1000, 2000
BLOCK = 100  # images that importance sampling looks at together


@dataclass(frozen=True)
class ExactFigures:
    """One run on test images, in nats per image; None for what there is not."""

    run: Run
    images: int
    log_p: Estimate  # exact, or with more than two latent dimensions by importance sampling from optimised Gaussians
    log_p_change: float | None = None  # by how much halving the spacing raised the mean the last time
    elbo: Estimate | None = None
    rate: Estimate | None = None
    distortion: Estimate | None = None
    gap: Estimate | None = None
    amortisation: Estimate | None = None
    approximation: Estimate | None = None
    residual: float | None = None  # the largest |log p(x) − ELBO − KL| of any image
    sampled: Estimate | None = None  # log p(x) by importance sampling from q itself
    effective: float | None = None  # the median effective sample size of the importance sampling
    surgery: Surgery | None = None
    hole: float | None = None  # the share of the prior's mass where the aggregate posterior is below a tenth of it


def measure_exact(
    run: Run, dataset: Dataset, images: int = IMAGES, *, full: bool = False, draws: int = DRAWS
) -> Generator[float, None, ExactFigures]:
    """Measure a run on the first test images of its dataset; yields the share done.

    Args:
        run: of a family that gives images a probability.
        dataset: what it was trained on.
        images: how many of them, at most.
        full: let the best Gaussian of each image be correlated.
        draws: of importance sampling from q.

    Raises:
        UserError: for an autoencoder or cross-entropy on grey pixels, or images of another shape.
    """
    model, config = run.model, run.config.model
    if not config.is_density:
        raise UserError(f"{run.name} gives images no probability, so there is no log p(x) that its bound could miss.")
    if dataset.test.shape != run.config.image_shape:
        raise UserError(f"The test images are {dataset.test.shape}, but {run.name} is for {run.config.image_shape}.")
    pixels = dataset.test.pixels[:images]
    x = observe(pixels, config.observed_as, fixed_thresholds(dataset.test.pixels.shape)[: len(pixels)])
    if config.code_size > 2:
        if not run.has_encoder:
            raise UserError(
                f"{run.name} has no trained encoder, and {config.code_size} dimensions are too many to sum."
            )
        return (yield from _estimated(run, x, draws))
    if config.code_size == 0 or not run.has_encoder:
        log_p, change = yield from log_marginal(model, x)
        return ExactFigures(run, len(x), estimate(log_p), float(change.mean()))
    split = yield from part_of(gaps.split(model, x, full=full), 0.0, 0.5)
    blocks = []
    for number, part in enumerate(x.split(BLOCK)):
        steps = importance.from_q(model, part, draws, seed=number)
        share = len(part) / len(x) / 2
        blocks.append((yield from part_of(steps, 0.5 + number * BLOCK / len(x) / 2, share)))
    with torch.no_grad():
        q = model.encode(x)
    return ExactFigures(
        run,
        len(x),
        estimate(split.log_p),
        float(split.change.mean()),
        estimate(split.elbo),
        estimate(split.rate),
        estimate(split.distortion),
        estimate(split.gap),
        estimate(split.amortisation),
        estimate(split.approximation),
        float(split.residual.abs().max()),
        estimate(torch.cat([block.log_p for block in blocks])),
        float(torch.cat([block.effective for block in blocks]).median()),
        gaps.surgery(q.mean, q.stddev),
        hole_share(q.mean, q.stddev),
    )


def _estimated(run: Run, x: Tensor, draws: int) -> Generator[float, None, ExactFigures]:
    """With too many dimensions for a grid: log p(x) by importance sampling from optimised Gaussians."""
    found, bounds = [], []
    for number, part in enumerate(x.split(BLOCK)):
        steps = importance.optimised(run.model, part, draws, seed=number)
        found.append((yield from part_of(steps, number * BLOCK / len(x), len(part) / len(x))))
        bounds.append(terms(run.model, part, amortised(run.model, part)))
    log_p, elbo = torch.cat([block.log_p for block in found]), torch.cat([block.bound for block in bounds])
    return ExactFigures(
        run,
        len(x),
        estimate(log_p),
        elbo=estimate(elbo),
        rate=estimate(torch.cat([block.rate for block in bounds])),
        distortion=estimate(torch.cat([block.distortion for block in bounds])),
        gap=estimate(log_p - elbo),
        effective=float(torch.cat([block.effective for block in found]).median()),
    )


COLUMNS = {
    "log_p": "log p(x)",
    "elbo": "ELBO",
    "gap": "gap",
    "amortisation": "amortisation",
    "approximation": "approximation",
    "sampled": "log p(x) from q",
}


def as_row(row: ExactFigures) -> dict[str, Any]:
    """One flat row, JSON-ready: each figure with its standard error, or None."""
    values: dict[str, Any] = {
        "run": row.run.name,
        "likelihood": row.run.config.model.likelihood_in_words,
        "images": row.images,
    }
    for name in (*COLUMNS, "rate", "distortion"):
        figure: Estimate | None = getattr(row, name)
        values[name] = None if figure is None else figure.mean
        values[f"{name}_se"] = None if figure is None else figure.standard_error
    values |= {"log_p_change": row.log_p_change, "residual": row.residual, "effective": row.effective}
    for name in ("information", "divergence"):
        values[name] = None if row.surgery is None else getattr(row.surgery, name)
    values["hole"] = row.hole
    return values


def as_text(rows: Sequence[ExactFigures]) -> str:
    """Write rows for reading, in Markdown, with a line on each on how exact it is and what its rate is made of."""
    lines = [
        [row.run.name, row.run.config.model.likelihood_in_words, *(cell(getattr(row, name)) for name in COLUMNS)]
        for row in rows
    ]
    counts = sorted({row.images for row in rows})
    parts = [
        f"nats per image ± standard error, {' or '.join(f'{count:,}' for count in counts)} test images",
        table(["run", "likelihood", *COLUMNS.values()], lines),
    ]
    parts += [f"{row.run.name}: {_in_words(row)}" for row in rows]
    return "\n\n".join(parts)


def _in_words(row: ExactFigures) -> str:
    words = []
    if row.residual is not None:
        words.append(f"the identity log p(x) = ELBO + KL closes to {row.residual:.1g} nats on each image")
    if row.log_p_change is not None and row.run.config.model.code_size:
        words.append(f"halving the grid’s spacing changed the mean by {abs(row.log_p_change):.1g}")
    if row.run.config.model.code_size > 2:
        words.append(
            "log p(x) is estimated by importance sampling from optimised Gaussians (a grid takes two dimensions)"
        )
    if row.effective is not None:
        words.append(f"median effective sample size {row.effective:,.0f}")
    if row.surgery is not None and row.hole is not None:
        found = row.surgery
        words.append(
            f"rate {found.rate:.2f} = I(n; z) {found.information:.2f} + KL(q(z) ‖ p(z)) {found.divergence:.2f}, "
            f"residual {abs(found.residual):.0e}, {100 * row.hole:.0f} % of the prior’s mass in holes"
        )
        if not found.resolved:
            words.append("some q(z|x) are narrower than the lattice that this was summed on")
    return ("; ".join(words) or "without latent variables log p(x) is known in closed form") + "."
