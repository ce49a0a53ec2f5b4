import math

import numpy as np
import pytest
import torch
from torch.distributions import Independent, Normal

from vaegui.models import VAE, ModelConfig
from vaegui.objectives import Terms, elbo_terms, join, measure, rate


@pytest.fixture
def model():
    torch.manual_seed(0)
    return VAE(ModelConfig(hidden=(8,)), (1, 4, 4))


def test_rate_is_the_closed_form_and_what_sampling_finds():
    mean, std = torch.tensor([[0.0, 0.0], [1.5, -2.0]]), torch.tensor([[1.0, 1.0], [0.3, 2.0]])
    q = Independent(Normal(mean, std), 1)
    prior = Independent(Normal(torch.zeros(2), torch.ones(2)), 1)
    m, v = mean.double().numpy(), std.double().numpy() ** 2
    found = rate(q, prior)
    np.testing.assert_allclose(found, -0.5 * (1 + np.log(v) - v - m**2).sum(1), rtol=1e-6, atol=1e-7)

    torch.manual_seed(0)
    z = q.sample((100_000,))
    ratio = q.log_prob(z) - prior.log_prob(z)
    assert (ratio.mean(0) - found).abs().le(5 * ratio.std(0) / math.sqrt(len(z)) + 1e-6).all()


def test_elbo_plus_the_gap_to_the_true_posterior_is_log_p(model):
    """In two dimensions log p(x) and p(z|x) are sums over a grid, so the bound can be checked against them."""
    model = model.double().requires_grad_(False)
    for value in model.parameters():
        value *= 2  # untrained weights are small: make the posterior differ from the prior
    x = torch.bernoulli(torch.full((3, 1, 4, 4), 0.5, dtype=torch.float64))
    axis = torch.linspace(-9, 9, 361, dtype=torch.float64)
    z = torch.cartesian_prod(axis, axis)[:, None]  # (G, 1, D)
    log_cell = 2 * math.log(axis[1] - axis[0])

    q = model.encode(x)
    joint = model.decode(z).log_prob(x) + model.prior.log_prob(z) + log_cell  # (G, B)
    log_p = joint.logsumexp(0)  # (B,)
    q_grid = q.log_prob(z) + log_cell
    gap = (q_grid.exp() * (q_grid - (joint - log_p))).sum(0)  # KL(q ‖ p(z|x))

    noise = torch.randn(20_000, 3, 2, dtype=torch.float64)
    error = model.decode(q.mean + q.stddev * noise).log_prob(x).std(0) / math.sqrt(len(noise))
    elbo = elbo_terms(model, x, noise).elbo
    assert (elbo + gap - log_p).abs().le(5 * error).all()
    assert (gap > 20 * error).all()  # so the bound is visibly below log p(x)


def test_measure_goes_through_the_images_in_order(model):
    pixels = torch.randint(0, 256, (10, 1, 4, 4), dtype=torch.uint8)
    thresholds = torch.randint(0, 255, (10, 1, 4, 4), dtype=torch.uint8)
    x = (pixels > thresholds).float()
    blocks = list(measure(model, pixels, thresholds, samples=3, seed=7, block=4))
    assert [len(terms.rate) for terms in blocks] == [4, 4, 2]
    assert not any(terms.elbo.requires_grad for terms in blocks)

    generator = torch.Generator().manual_seed(7)
    noise = torch.cat([torch.randn(3, size, 2, generator=generator) for size in (4, 4, 2)], dim=1)
    q = model.encode(x)
    expected = -torch.stack([model.decode(q.mean + q.stddev * e).log_prob(x) for e in noise]).mean(0)
    whole = join(blocks)
    assert whole.rate.dtype == whole.distortion.dtype == torch.float64
    torch.testing.assert_close(whole.distortion.float(), expected)
    torch.testing.assert_close(whole.rate.float(), rate(q, model.prior))

    assert torch.equal(join(measure(model, pixels, thresholds, samples=3, seed=7, block=4)).elbo, whole.elbo)
    other = join(measure(model, pixels, thresholds, samples=3, seed=8, block=4))
    assert torch.equal(other.rate, whole.rate)
    assert not torch.equal(other.distortion, whole.distortion)


def test_beta_weighs_the_rate_in_the_loss_but_not_in_the_elbo():
    terms = Terms(rate=torch.tensor([1.0, 3.0]), distortion=torch.tensor([10.0, 20.0]))
    assert terms.elbo.tolist() == [-11, -23]
    assert [terms.loss(beta).item() for beta in (0, 1, 4)] == [15, 17, 23]
