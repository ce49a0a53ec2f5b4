import itertools
import math

import numpy as np
import pytest
import scipy.stats
import torch
from small_models import (
    LIKELIHOODS,
    build,
    closed_form_log_p,
    closed_form_posterior,
    kl_of_gaussians,
    linear_gaussian,
    run_through,
    say,
    some_images,
    two_modes,
)
from torch.distributions import MultivariateNormal, kl_divergence

from vaegui import variational
from vaegui.steps import finish
from vaegui.variational import Gaussians


def some_gaussians(count=7, size=2, seed=0):
    generator = torch.Generator().manual_seed(seed)
    mean = torch.randn(count, size, generator=generator, dtype=torch.double)
    below = torch.randn(count, size, size, generator=generator, dtype=torch.double).tril(-1)
    diagonal = 0.2 + torch.rand(count, size, generator=generator, dtype=torch.double)
    return Gaussians(mean, 0.5 * below + torch.diag_embed(diagonal))


def of_torch(q):
    return MultivariateNormal(q.mean, scale_tril=q.scale)


def prior_start(count, size=2):
    """q = p(z) of each image, where nothing about it is known."""
    unit = torch.eye(size, dtype=torch.double).expand(count, size, size)
    return Gaussians(torch.zeros(count, size, dtype=torch.double), unit.clone())


def closed_form_elbo(q, x, w, b, variance):
    """E_q[log p(x|z)] − KL(q ‖ p(z)) of a linear Gaussian model, image by image with NumPy."""
    elbo = []
    for image, mean, covariance in zip(
        x.flatten(1).double().numpy(), q.mean.numpy(), q.covariance.numpy(), strict=True
    ):
        away = image - w @ mean - b
        square = away @ away + np.trace(w @ covariance @ w.T)  # E_q |x − Wz − b|²
        distortion = (len(b) * math.log(2 * math.pi * variance) + square / variance) / 2
        elbo.append(-distortion - kl_of_gaussians(mean, covariance, np.zeros(len(mean)), np.eye(len(mean))))
    return np.array(elbo)


# ---- Gaussians and rules


@pytest.mark.parametrize("size", [1, 2, 5])
def test_gaussians_have_torchs_densities_rates_and_covariances(size):
    q = some_gaussians(size=size)
    unit = MultivariateNormal(torch.zeros(size).double(), torch.eye(size).double())
    torch.testing.assert_close(q.rate(), kl_divergence(of_torch(q), unit))
    z = 2 * torch.randn(30, 7, size, generator=torch.Generator().manual_seed(1), dtype=torch.double)
    found = q.log_prob(z)
    assert found.shape == (30, 7)
    torch.testing.assert_close(found, of_torch(q).log_prob(z))
    torch.testing.assert_close(q.covariance, of_torch(q).covariance_matrix)
    rows = torch.tensor([5, 0])
    torch.testing.assert_close(q.at(rows).log_prob(z[:, rows]), found[:, rows])


@pytest.mark.parametrize("size", [1, 2])
def test_a_gauss_hermite_rule_integrates_polynomials_exactly(size):
    rule = variational.rule(size)
    assert rule.node.shape == (10**size, size)
    moment = [1, 0, 1, 0, 3, 0, 15, 0, 105]  # E[ξⁿ]
    for powers in itertools.product(range(9), repeat=size):
        found = (rule.weight * rule.node.pow(torch.tensor(powers)).prod(1)).sum().item()
        assert found == pytest.approx(math.prod(moment[n] for n in powers), abs=1e-6)


@pytest.mark.parametrize("size", [1, 2])
def test_a_lattice_integrates_what_is_smooth_to_many_digits(size):
    """E[exp(a·ξ)] = exp(|a|²/2)."""
    rule = variational.lattice(size)
    slope = torch.tensor([0.9, -0.6]).double()[:size]
    found = (rule.weight * (rule.node @ slope).exp()).sum().item()
    assert found == pytest.approx(math.exp(slope.square().sum().item() / 2), rel=1e-6)
    assert rule.node.abs().max() == 6
    assert set(np.unique(rule.node)).isdisjoint(np.unique(variational.rule(size).node))


def test_in_many_dimensions_a_rule_is_draws_in_pairs_always_the_same():
    rule = variational.rule(5)
    assert rule.node.shape == (256, 5)
    assert rule.weight.sum().item() == pytest.approx(1)
    np.testing.assert_allclose(rule.weight @ rule.node, 0, atol=1e-12)
    np.testing.assert_allclose((rule.node.T * rule.weight) @ rule.node, np.eye(5), atol=0.25)
    assert torch.equal(rule.node, variational.rule(5).node)
    assert len(variational.rule(5, draws=32).node) == 32


# ---- log p(x|z)


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_log_likelihoods_are_the_models_own_however_many_are_decoded_at_a_time(likelihood, monkeypatch):
    model = build(likelihood)
    x = some_images(model)
    z = 2 * torch.randn(9, 6, 2, generator=torch.Generator().manual_seed(0), dtype=torch.double)
    found = variational.log_likelihood(model, x, z)
    assert found.shape == (9, 6)
    assert found.dtype == torch.double
    expected = torch.stack(
        [torch.cat([model.decode(c[None].float()).log_prob(i) for c, i in zip(row, x, strict=True)]) for row in z]
    )
    torch.testing.assert_close(found.float(), expected, rtol=1e-5, atol=1e-5)
    for numbers in (1, 2 * 9 * 16, 10**9):
        monkeypatch.setattr(variational, "NODES_AT_ONCE", numbers)
        torch.testing.assert_close(variational.log_likelihood(model, x, z), found, rtol=1e-6, atol=1e-6)


# ---- the ELBO, and the gap


@pytest.mark.parametrize("size", [1, 2])
def test_the_terms_of_a_linear_gaussian_model_are_those_of_the_closed_form(size):
    model, x, w, b = linear_gaussian(0.1, size=size, count=7)
    q = some_gaussians(size=size)
    found = variational.terms(model, x, q)
    np.testing.assert_allclose(found.bound, closed_form_elbo(q, x, w, b, 0.1), rtol=1e-5, atol=1e-4)
    torch.testing.assert_close(found.rate, q.rate())
    torch.testing.assert_close(found.bound, -(found.rate + found.distortion))
    finer = variational.terms(model, x, q, variational.rule(size, 20))
    torch.testing.assert_close(finer.distortion, found.distortion, rtol=1e-5, atol=1e-4)


def test_in_many_dimensions_the_terms_are_right_within_the_errors_of_their_draws():
    model, x, w, b = linear_gaussian(0.5, size=5, count=7)
    q = Gaussians(some_gaussians(size=5).mean, 0.2 * torch.eye(5).double().expand(7, 5, 5))
    found = variational.terms(model, x, q)
    using = variational.rule(5)
    draws = -variational.log_likelihood(model, x, q.mean + 0.2 * using.node.unsqueeze(1))  # (256, 7)
    pairs = draws.view(2, 128, 7).mean(0)
    error = pairs.std(0) / math.sqrt(128)
    assert (error < 1).all()
    difference = (found.bound.numpy() - closed_form_elbo(q, x, w, b, 0.5)) / error.numpy()
    assert np.abs(difference).max() < 4


@pytest.mark.parametrize("size", [1, 2])
def test_the_gap_of_a_linear_gaussian_model_is_the_divergence_of_two_gaussians(size):
    model, x, w, b = linear_gaussian(0.1, size=size, count=7)
    q = some_gaussians(size=size)
    mean, precision = closed_form_posterior(x, w, b, 0.1)
    expected = [
        kl_of_gaussians(*one, other, precision)
        for *one, other in zip(q.mean.numpy(), q.covariance.numpy(), mean, strict=True)
    ]
    log_p = torch.from_numpy(closed_form_log_p(x, w, b, 0.1))
    found = variational.gap(model, x, q, log_p)
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-4)
    # It knows log p(x) only as a constant that it is told.
    torch.testing.assert_close(variational.gap(model, x, q, log_p + 1), found + 1)


# ---- the best Gaussian


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("variance", [0.5, 0.02])
def test_the_best_correlated_gaussian_is_the_exact_posterior(variance, size):
    model, x, w, b = linear_gaussian(variance, size=size)
    model, x = model.double(), x.double()
    q = finish(variational.improve(model, x, prior_start(40, size), full=True))
    mean, precision = closed_form_posterior(x, w, b, variance)
    np.testing.assert_allclose(q.mean, mean, atol=1e-4)
    np.testing.assert_allclose(q.covariance, np.broadcast_to(np.linalg.inv(precision), (40, size, size)), atol=1e-4)
    log_p = torch.from_numpy(closed_form_log_p(x, w, b, variance))
    assert variational.gap(model, x, q, log_p).abs().max() <= 1e-6
    np.testing.assert_allclose(variational.terms(model, x, q).bound, log_p, atol=1e-6)


@pytest.mark.parametrize("size", [1, 2])
def test_the_best_diagonal_gaussian_has_the_posteriors_mean_and_its_own_precisions(size):
    """Bishop 2006, 10.1.2: the mean-field optimum of a Gaussian N(m, Λ⁻¹) is N(m, diag 1/Λ_ii)."""
    model, x, w, b = linear_gaussian(0.05, size=size)
    model, x = model.double(), x.double()
    start = prior_start(40, size)
    if size == 2:
        start.scale[:, 1, 0] = 0.4  # a correlation that q must not keep
    q = finish(variational.improve(model, x, start))
    mean, precision = closed_form_posterior(x, w, b, 0.05)
    assert size == 1 or abs(precision[0, 1]) > 5
    np.testing.assert_allclose(q.mean, mean, atol=2e-3)
    np.testing.assert_allclose(q.covariance, np.broadcast_to(np.diag(1 / np.diag(precision)), q.scale.shape), atol=1e-5)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_the_elbo_never_falls_and_the_end_is_a_maximum(likelihood, full):
    model = build(likelihood)
    x = some_images(model)
    start = prior_start(6)
    steps, q = run_through(variational.improve(model, x, start, full))
    elbo = torch.stack([step.elbo for step in steps])
    assert (elbo.diff(dim=0) >= 0).all()
    assert (elbo[-1] > variational.terms(model, x, start).bound + 0.05).all()
    search = variational.rule(2, variational.SEARCH_ORDER)
    for step in (steps[0], steps[-1]):  # it is what it says
        torch.testing.assert_close(variational.terms(model, x, step.q, search).bound, step.elbo)
    assert not steps[-1].moving.any()
    torch.testing.assert_close(q.mean, steps[-1].q.mean)
    assert (q.scale.diagonal(dim1=1, dim2=2) > 0).all()
    assert (q.scale[:, 0, 1] == 0).all()
    assert ((q.scale[:, 1, 0] != 0) == full).all()
    # From there a general-purpose optimiser finds nothing better, even with a finer rule.
    further, fine = climb(model, x, q, full), variational.rule(2, 30)
    gain = variational.terms(model, x, further, fine).bound - variational.terms(model, x, q, fine).bound
    assert gain.max() < 2e-3


def climb(model, x, start, full):
    """Raise the ELBO by L-BFGS on μ, log σ and the entry below the diagonal, with automatic differentiation."""
    using = variational.rule(2, 30)
    mean, below = start.mean.clone().requires_grad_(), start.scale[:, 1, 0].clone().requires_grad_()
    log_scale = start.scale.diagonal(dim1=1, dim2=2).log().requires_grad_()

    def q():
        corner = torch.tensor([[0.0, 0.0], [1.0, 0.0]]).double() * below.view(-1, 1, 1)
        return Gaussians(mean, torch.diag_embed(log_scale.exp()) + corner)

    def loss():
        optimiser.zero_grad()
        z = mean + torch.einsum("nij,kj->kni", q().scale, using.node)
        value = -(using.weight @ variational.log_likelihood(model, x, z) - q().rate()).sum()
        value.backward()
        return value

    parameters = [mean, log_scale, below] if full else [mean, log_scale]
    optimiser = torch.optim.LBFGS(parameters, max_iter=60, line_search_fn="strong_wolfe")
    optimiser.step(loss)
    return Gaussians(mean.detach(), q().scale.detach())


def test_images_improve_by_themselves_and_steps_that_were_shown_stay_as_they_are():
    model = build("bernoulli", scale=4.0)
    x = some_images(model)
    kept = [
        (step, [part.clone() for part in (*step.q, step.elbo)])
        for step in variational.improve(model, x, prior_start(6))
    ]
    for step, copies in kept:
        for value, copy in zip((*step.q, step.elbo), copies, strict=True):
            assert torch.equal(value, copy)
    for row in range(6):
        alone = finish(variational.improve(model, x[row : row + 1], prior_start(1)))
        torch.testing.assert_close(alone.mean[0], kept[-1][0].q.mean[row], atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("full", [False, True])
def test_where_the_search_starts_is_not_changed_and_neither_are_the_weights(size, full):
    model = build("bernoulli", latent_size=size)
    x = some_images(model)
    start = some_gaussians(6, size)
    before = [part.clone() for part in (*start, *model.parameters())]
    steps = variational.improve(model, x, start, full)
    for _ in range(5):
        next(steps)
    for value, copy in zip((*start, *model.parameters()), before, strict=True):
        assert torch.equal(value, copy)
    assert not any(value.requires_grad for value in model.parameters())


def test_in_five_dimensions_the_search_comes_close_to_the_mean_field_optimum():
    model, x, w, b = linear_gaussian(0.5, size=5, count=10)
    steps, q = run_through(variational.improve(model, x, prior_start(10, 5)))
    elbo = torch.stack([step.elbo for step in steps])
    assert (elbo.diff(dim=0) >= 0).all()
    mean, precision = closed_form_posterior(x, w, b, 0.5)
    deviation = torch.from_numpy(1 / np.sqrt(np.diag(precision)))
    best = Gaussians(torch.from_numpy(mean), torch.diag(deviation).expand(10, 5, 5))
    optimum = closed_form_elbo(best, x, w, b, 0.5)
    at_start = closed_form_elbo(prior_start(10, 5), x, w, b, 0.5)
    reached = closed_form_elbo(q, x, w, b, 0.5)
    assert (reached <= optimum + 1e-9).all()
    assert ((optimum - reached) < 0.3).all()
    assert ((optimum - at_start) > 5).all()


def test_from_either_side_the_search_finds_the_mode_that_is_there():
    model, x, v, b = two_modes()
    mode, precision = closed_form_posterior(x, v, b, 0.01)
    for side in (-1.0, 1.0):
        unit = prior_start(5)
        start = Gaussians(torch.tensor([side, 0.0]).double().expand(5, 2), 0.2 * unit.scale)
        q = finish(variational.improve(model, x, start, full=True))
        np.testing.assert_allclose(q.mean, mode * (side, 1), atol=1e-3)
        np.testing.assert_allclose(q.covariance, np.broadcast_to(np.linalg.inv(precision), (5, 2, 2)), atol=1e-3)


def test_the_better_of_two_gaussians_is_picked_for_each_image():
    model, x, w, b = linear_gaussian(0.1, count=7)
    first, second = some_gaussians(seed=0), some_gaussians(seed=1)
    elbo = np.stack([closed_form_elbo(q, x, w, b, 0.1) for q in (first, second)])
    picked, value = variational.better(model, x, first, second)
    is_second = elbo[1] > elbo[0]
    assert 0 < is_second.sum() < 7
    np.testing.assert_allclose(value, elbo.max(0), rtol=1e-5)
    for row, which in enumerate(is_second):
        wanted = second if which else first
        assert torch.equal(picked.mean[row], wanted.mean[row])
        assert torch.equal(picked.scale[row], wanted.scale[row])


@pytest.mark.parametrize("size", [1, 2, 5])
def test_the_amortised_gaussian_is_what_the_encoder_says(size):
    model = build("bernoulli", latent_size=size)
    x = some_images(model)
    q = variational.amortised(model, x)
    mean, raw = model.encoder(x).chunk(2, 1)
    torch.testing.assert_close(q.mean.float(), mean)
    deviation = (5 * torch.tanh(raw / 10)).exp()
    torch.testing.assert_close(q.scale.float(), torch.diag_embed(deviation))
    assert q.mean.dtype == q.scale.dtype == torch.double
    say(model, [0.5] * size, [0.25] * size)
    said = variational.amortised(model, x)
    np.testing.assert_allclose(said.mean, 0.5)
    np.testing.assert_allclose(said.covariance, np.broadcast_to(np.eye(size) / 16, (6, size, size)), rtol=1e-5)
    expected = size * scipy.stats.norm.entropy(0, 0.25)
    found = -(said.rate() - size * (math.log(2 * math.pi) + 0.25 + 1 / 16) / 2)  # KL = −H + cross-entropy
    np.testing.assert_allclose(found, expected, rtol=1e-5)
