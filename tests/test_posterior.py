import math

import numpy as np
import pytest
import scipy.stats
import torch
from small_models import LIKELIHOODS, build, some_images

from vaegui import posterior
from vaegui.posterior import Grid, quantile_grid, scores

# ---- grids


def test_the_cells_of_a_quantile_grid_have_equal_mass_and_jittered_nodes_stay_in_theirs():
    fixed, jittered = quantile_grid(9), quantile_grid(9, torch.Generator().manual_seed(0))
    cells = [(column, row) for column in range(9) for row in range(9)]
    for grid in (fixed, jittered):
        quantile = scipy.stats.norm.cdf(grid.z.double().numpy()) * 9
        assert [tuple(cell) for cell in np.floor(quantile).astype(int)] == cells  # each cell is 1/81 of the mass
        np.testing.assert_allclose(grid.log_weight.exp(), 1 / 81, rtol=1e-6)
    np.testing.assert_allclose(scipy.stats.norm.cdf(fixed.z.numpy()) * 9 % 1, 0.5, atol=1e-4)
    generator = torch.Generator().manual_seed(0)
    first, second = quantile_grid(9, generator), quantile_grid(9, generator)
    assert torch.equal(first.z, jittered.z)
    assert not torch.equal(first.z, second.z)


def test_jittered_nodes_estimate_an_integral_without_bias():
    """E[exp(a·z)] = exp(|a|²/2) for z ~ N(0, I)."""
    slope = torch.tensor([0.9, -0.6])
    exact = math.exp(float(slope.square().sum()) / 2)
    generator = torch.Generator().manual_seed(0)

    def estimate(grid):
        return ((grid.z @ slope).exp() * grid.log_weight.exp()).sum().item()

    found = np.array([estimate(quantile_grid(4, generator)) for _ in range(8000)])
    error = found.std() / math.sqrt(len(found))
    assert abs(found.mean() - exact) < 4 * error < 0.02 * exact
    assert abs(estimate(quantile_grid(4)) - exact) > 10 * error  # which nodes that never move do not achieve
    # drawn within cells they scatter less than as many independent draws would (Var = exp(2|a|²) − exp(|a|²))
    independent = math.sqrt((exact**4 - exact**2) / 16)
    assert found.std() < 0.8 * independent


# ---- scores and posteriors


@pytest.mark.parametrize("output", ["sigmoid", "linear"])
@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_scores_are_log_probabilities(likelihood, output):
    model = build(likelihood, shape=(2, 3, 4), output=output)
    z = 2 * torch.randn(7, 2, generator=torch.Generator().manual_seed(2))
    x = some_images(model)
    p = model.decode(z)
    expected = torch.stack([p.log_prob(image) for image in x])  # (B, G)
    table = scores(p)
    torch.testing.assert_close(table.of(x), expected, rtol=1e-5, atol=1e-4)
    r = torch.rand(6, 7, generator=torch.Generator().manual_seed(3))
    torch.testing.assert_close(table.expected(r, x), (r * expected).sum(), rtol=1e-5, atol=1e-3)


def test_scores_of_pixels_that_are_all_but_certain_are_finite_and_right():
    """The probability of the other value rounds to zero, its logarithm does not."""
    model = build("bernoulli")
    logits = torch.tensor([-200.0, -90.0, -30.0, 0.0, 30.0, 90.0, 200.0, 17.0] * 2).view(1, 1, 4, 4)
    table = scores(model.pixels_from(logits))
    on, off = torch.ones(1, 1, 4, 4), torch.zeros(1, 1, 4, 4)
    flat = logits.double().numpy().ravel()
    np.testing.assert_allclose(table.of(on), [[-np.logaddexp(0, -flat).sum()]], rtol=1e-6)
    np.testing.assert_allclose(table.of(off), [[-np.logaddexp(0, flat).sum()]], rtol=1e-6)


def brute_force(model, x, grid):
    """log p(x) (B,) and p(z_g|x) (B, G), image by image in float64 with NumPy."""
    joint = np.stack(
        [(model.decode(grid.z).log_prob(image).double() + grid.log_weight.double()).detach().numpy() for image in x]
    )
    log_p = np.log(np.exp(joint - joint.max(1, keepdims=True)).sum(1)) + joint.max(1)
    return joint, log_p, np.exp(joint - log_p[:, None])


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_the_posterior_and_its_moments_are_those_of_brute_force(likelihood):
    model = build(likelihood)
    x, grid = some_images(model), quantile_grid(20)
    found = posterior.posterior(model, x, grid)
    _, log_p, r = brute_force(model, x, grid)
    np.testing.assert_allclose(found.log_p, log_p, rtol=1e-5)
    np.testing.assert_allclose(found.responsibilities, r, rtol=1e-3, atol=1e-6)
    mean, deviation = posterior.moments(found, grid)
    z = grid.z.double().numpy()
    np.testing.assert_allclose(mean, r @ z, atol=1e-4)
    spread = np.stack([np.sqrt((row[:, None] * (z - row @ z) ** 2).sum(0)) for row in r])
    np.testing.assert_allclose(deviation, spread, rtol=1e-3)

    terms = posterior.exact_terms(found, grid)
    kl = (r * (np.log(r) - grid.log_weight.double().numpy())).sum(1)  # KL(p(z|x) ‖ p(z)) on the nodes
    np.testing.assert_allclose(terms.rate, kl, rtol=1e-3, atol=1e-5)
    np.testing.assert_allclose(terms.bound, log_p, rtol=1e-5)
    np.testing.assert_allclose(terms.elbo, log_p, rtol=1e-5)
    distortion = -(r * np.stack([model.decode(grid.z).log_prob(image).numpy() for image in x])).sum(1)
    np.testing.assert_allclose(terms.distortion, distortion, rtol=1e-4)


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_the_bound_is_log_p_minus_the_gap_and_touches_it_after_an_e_step(likelihood):
    model = build(likelihood)
    x, grid = some_images(model), quantile_grid(12)
    joint, log_p, r = brute_force(model, x, grid)
    table = scores(model.decode(grid.z))
    q = torch.rand(6, 144, generator=torch.Generator().manual_seed(4))
    q[:, :50] = 0  # nodes that q leaves out add nothing
    q /= q.sum(1, keepdim=True)
    found = posterior.bound(table, x, grid, q)
    inside = q.double().numpy()[:, 50:]
    np.testing.assert_allclose(found, (inside * (joint[:, 50:] - np.log(inside))).sum(1), rtol=1e-5)
    gap = (inside * (np.log(inside) - np.log(r[:, 50:]))).sum(1)  # KL(q ‖ p(z|x))
    np.testing.assert_allclose(found, log_p - gap, rtol=1e-4)
    assert (gap > 0.1).all()
    after = posterior.bound(table, x, grid, posterior.e_step(table, x, grid).responsibilities)
    np.testing.assert_allclose(after, log_p, rtol=1e-5)


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_the_gradient_of_the_expected_log_likelihood_is_that_of_log_p(likelihood):
    """Fisher's identity: Σ_g r_g ∇ log p(x|z_g) = ∇ log p(x), with the responsibilities of the same weights."""
    model = build(likelihood).double().requires_grad_(True)
    x = some_images(model).double()
    grid = Grid(*(part.double() for part in quantile_grid(10)))
    table = scores(model.decode(grid.z))
    with torch.no_grad():
        r = posterior.e_step(table, x, grid).responsibilities
    by_identity = torch.autograd.grad(-table.expected(r, x), list(model.decoder.parameters()))
    per_node = torch.stack([model.decode(grid.z).log_prob(image) for image in x])  # (B, G)
    log_p = (per_node + grid.log_weight).logsumexp(1).sum()
    direct = torch.autograd.grad(-log_p, list(model.decoder.parameters()))
    for ours, expected in zip(by_identity, direct, strict=True):
        torch.testing.assert_close(ours, expected, rtol=1e-6, atol=1e-9)
        assert expected.abs().max() > 1e-3
