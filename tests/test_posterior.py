import math

import numpy as np
import pytest
import scipy.stats
import torch

from vaegui import posterior
from vaegui.models import Model, ModelConfig
from vaegui.posterior import TOLERANCE, Grid, lattice, log_marginal, quantile_grid, scores

LIKELIHOODS = ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"]


def build(likelihood="bernoulli", hidden=(16,), shape=(1, 4, 4), scale=2.0, **more):
    """A model whose weights are larger than fresh ones, so that its posteriors differ from the prior."""
    torch.manual_seed(0)
    model = Model(ModelConfig(hidden=hidden, likelihood=likelihood, **more), shape).requires_grad_(False)
    for value in model.parameters():
        value *= scale
    return model


def some_images(model, count=6):
    generator = torch.Generator().manual_seed(1)
    x = torch.rand((count, *model.image_shape), generator=generator)
    return x.round() if model.config.likelihood == "bernoulli" else x


def linear_gaussian(variance, scale=1.0, family="vae"):
    """p(x|z) = N(Wz + b, σ²I) for six pixels, and images drawn from it: everything about it is known in closed form."""
    config = ModelConfig(family=family, hidden=(), likelihood="gaussian", output="linear", variance=variance)
    model = Model(config, (1, 2, 3)).requires_grad_(False)
    generator = torch.Generator().manual_seed(0)
    (layer,) = model.decoder
    layer.weight.copy_(scale * torch.randn(6, 2, generator=generator))
    layer.bias.copy_(torch.rand(6, generator=generator))
    z = torch.randn(40, 2, generator=generator)
    noise = torch.randn(40, 6, generator=generator)
    x = z @ layer.weight.T + layer.bias + math.sqrt(variance) * noise
    return model, x.reshape(40, 1, 2, 3), layer.weight.double().numpy(), layer.bias.double().numpy()


def closed_form_log_p(x, w, b, variance):
    return scipy.stats.multivariate_normal(b, w @ w.T + variance * np.eye(len(b))).logpdf(x.flatten(1).double().numpy())


def run_through(steps):
    """Everything a generator yields, and what it returns."""
    yielded = []
    while True:
        try:
            yielded.append(next(steps))
        except StopIteration as done:
            return yielded, done.value


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


@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.05, 0.0), (0.05, 0.05)])
def test_a_lattice_carries_the_prior(shift):
    grid = lattice(6.0, 0.1, shift)
    mass = grid.log_weight.double().exp()
    z = grid.z.double()
    assert mass.sum().item() == pytest.approx(1, abs=1e-6)
    np.testing.assert_allclose(mass @ z, 0, atol=1e-6)
    np.testing.assert_allclose(z.T @ (mass[:, None] * z), np.eye(2), atol=1e-5)
    assert (z.max(0).values - torch.tensor([6.0, 6.0]) - torch.tensor(shift)).abs().max() < 1e-4


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


def test_codes_are_those_of_the_encoder_and_for_em_the_moments_of_the_exact_posterior():
    for family in ("vae", "autoencoder"):
        model = build(family=family)
        x = some_images(model)
        q = model.encode(x)
        mean, deviation = posterior.codes(model, x)
        assert torch.equal(mean, q.mean)
        assert torch.equal(deviation, q.stddev)
        assert bool((deviation == 0).all()) == (family == "autoencoder")

    model, x, w, b = linear_gaussian(0.5, family="em")  # posteriors some 0.4 wide
    precision = w.T @ w / 0.5 + np.eye(2)  # of p(z|x), the same for all x
    expected_mean = np.linalg.solve(precision, w.T @ (x.flatten(1).double().numpy() - b).T / 0.5).T
    expected_deviation = np.sqrt(np.diag(np.linalg.inv(precision)))
    grid = lattice(6.0, 0.05)
    mean, deviation = posterior.moments(posterior.posterior(model, x, grid), grid)
    np.testing.assert_allclose(mean, expected_mean, atol=1e-4)
    np.testing.assert_allclose(deviation, np.tile(expected_deviation, (40, 1)), atol=1e-4)
    mean, deviation = posterior.codes(model, torch.cat([x] * 70))  # more than a block
    assert len(mean) > posterior.IMAGE_BLOCK
    np.testing.assert_allclose(mean, np.tile(expected_mean, (70, 1)), atol=1e-3)
    np.testing.assert_allclose(deviation, np.tile(expected_deviation, (len(mean), 1)), atol=1e-3)


def test_codes_of_em_far_out_are_the_moments_of_the_exact_posterior_too():
    model, _, w, b = linear_gaussian(0.5, family="em")
    z = torch.tensor([[2.9, 0.0], [-3.1, 2.8]])  # as far as two of five hundred images lie
    x = model.decode(z).mean
    expected = np.linalg.solve(w.T @ w + 0.5 * np.eye(2), w.T @ (x.flatten(1).double().numpy() - b).T).T
    assert np.abs(expected).max() > 2.6
    mean, _ = posterior.codes(model, x)
    np.testing.assert_allclose(mean, expected, atol=0.01)


def test_codes_of_posteriors_narrower_than_the_lattice_are_right_to_within_half_a_spacing():
    model, x, w, b = linear_gaussian(0.01, scale=10.0, family="em")  # a standard deviation of some 0.005
    x = x[:10]
    expected = np.linalg.solve(w.T @ w + 0.01 * np.eye(2), w.T @ (x.flatten(1).double().numpy() - b).T).T
    mean, deviation = posterior.codes(model, x, 0.1)
    np.testing.assert_allclose(mean, expected, atol=0.05 + 1e-3)
    assert deviation.max() < 0.06


# ---- log p(x)


@pytest.mark.parametrize("variance", [0.5, 0.05, 0.01])
def test_log_p_of_a_linear_gaussian_model_is_the_closed_form(variance):
    model, x, w, b = linear_gaussian(variance)
    shares, found = run_through(log_marginal(model, x))
    expected = closed_form_log_p(x, w, b, variance)
    np.testing.assert_allclose(found.log_p, expected, atol=1e-3)
    assert found.log_p.dtype == torch.float64
    assert found.error <= TOLERANCE
    assert all(0 < share <= 1 for share in shares)
    shifted = (expected - closed_form_log_p(x + 0.1, w, b, variance)).mean()
    assert abs(shifted) > 0.01  # so the tolerance says something


def test_where_posteriors_are_narrow_the_spacing_is_halved_and_the_error_is_honest():
    halvings, errors = [], []
    for width in (0.3, 0.03, 0.013, 0.006):
        # (WᵀW/σ² + I)⁻¹ has about this standard deviation; an even prior mass over images
        model, x, w, b = linear_gaussian(0.01, scale=0.1 / width / math.sqrt(6))
        shares, found = run_through(log_marginal(model, x))
        assert shares == sorted(shares)
        halvings.append(round(len(posterior.SPACINGS) * shares[-1]) - 1)  # each spacing is an equal share of the way
        errors.append(found.error)
        off = np.abs(found.log_p.numpy() - closed_form_log_p(x, w, b, 0.01)).mean()
        assert off <= found.error + 2e-3, width
    assert halvings == sorted(halvings)
    assert (halvings[0], halvings[-1]) == (0, 2)
    assert errors[0] < 1e-6
    assert errors[-1] > TOLERANCE  # as fine as it gets, and it says that this is not enough


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_log_p_is_what_brute_force_finds_on_a_fine_grid(likelihood):
    """The formulas of scipy at the decoder's output, in float64, summed over 400 × 400 nodes."""
    model = build(likelihood, hidden=(8,), shape=(1, 2, 2), scale=3.0, variance=0.05)
    x = some_images(model, 4)
    _, found = run_through(log_marginal(model, x))
    axis = torch.linspace(-7, 7, 401, dtype=torch.float64)
    z = torch.cartesian_prod(axis, axis)
    out = model.double().decoder(z).numpy()
    flat = x.double().flatten(1).numpy()
    if likelihood == "gaussian-learned":
        center, raw = out[:, :4], out[:, 4:]
        center, spread = 1 / (1 + np.exp(-center)), np.sqrt(1e-3 + np.log1p(np.exp(raw)))
        each = [scipy.stats.norm.logpdf(image, center, spread).sum(1) for image in flat]
    elif likelihood == "gaussian":
        each = [scipy.stats.norm.logpdf(image, 1 / (1 + np.exp(-out)), math.sqrt(0.05)).sum(1) for image in flat]
    else:
        if likelihood == "continuous-bernoulli":
            out = 15 * np.tanh(out / 15)
        log_on, log_off = -np.logaddexp(0, -out), -np.logaddexp(0, out)
        # Loaiza-Ganem & Cunningham 2019: C(λ) = 2 artanh(1 − 2λ) / (1 − 2λ), here for the logit of λ
        constant = np.log(out / np.tanh(out / 2)) if likelihood == "continuous-bernoulli" else 0
        each = [(image * log_on + (1 - image) * log_off + constant).sum(1) for image in flat]
    log_prior = scipy.stats.norm.logpdf(z.numpy()).sum(1) + 2 * math.log(axis[1] - axis[0])
    expected = [scipy.special.logsumexp(values + log_prior) for values in each]
    np.testing.assert_allclose(found.log_p, expected, atol=1e-3)


def test_log_p_is_what_importance_sampling_finds():
    """With a wide Gaussian around the posterior as the proposal: log of the mean weight, within its standard error."""
    model = build(scale=3.0)
    x = some_images(model)
    _, found = run_through(log_marginal(model, x))
    grid = lattice(6.0, 0.1)
    mean, deviation = posterior.moments(posterior.posterior(model, x, grid), grid)
    torch.manual_seed(0)
    proposal = torch.distributions.Independent(torch.distributions.Normal(mean, 1.5 * deviation), 1)
    z = proposal.sample((100_000,))
    weight = (model.decode(z).log_prob(x) + model.prior.log_prob(z) - proposal.log_prob(z)).double()
    estimate = weight.logsumexp(0) - math.log(len(z))
    error = (weight - estimate).exp().std(0) / math.sqrt(len(z))
    assert (estimate - found.log_p).abs().le(5 * error + 1e-5).all()
    assert error.max() < 0.02


def test_log_p_without_latent_variables_is_no_integral():
    model = build(family="pixels")
    model.decoder.value.copy_(torch.randn(1, 4, 4, generator=torch.Generator().manual_seed(0)))
    x = some_images(model)
    shares, found = run_through(log_marginal(model, x))
    on = 1 / (1 + np.exp(-model.decoder.value.double().numpy()))
    expected = [scipy.stats.bernoulli.logpmf(image.int().numpy(), on).sum() for image in x]
    np.testing.assert_allclose(found.log_p, expected, rtol=1e-5)
    assert (shares, found.error) == ([], 0)


@pytest.mark.parametrize(
    "changes", [{"family": "autoencoder"}, {"binarisation": "none"}, {"latent_size": 3}, {"latent_size": 1}]
)
def test_what_is_no_density_on_a_plane_is_not_integrated(changes):
    model = build(**changes)
    with pytest.raises(ValueError, match="cannot be integrated"):
        next(log_marginal(model, some_images(model)))
