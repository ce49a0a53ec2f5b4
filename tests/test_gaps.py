import math

import numpy as np
import pytest
import scipy.special
import scipy.stats
import torch
from small_models import (
    LIKELIHOODS,
    brute_force_joint,
    build,
    closed_form_log_p,
    closed_form_posterior,
    fine_grid,
    kl_of_gaussians,
    linear_gaussian,
    run_through,
    say,
    say_the_posterior,
    some_images,
    two_modes,
)

from vaegui import data, gaps, runs, variational
from vaegui.quadrature import integrate
from vaegui.steps import finish
from vaegui.variational import Gaussians


def brute_force(model, x, q):
    """ELBO, gap and log p(x), (N,) each, summed on a fine grid with the formulas of scipy."""
    z, log_cell = fine_grid(q.mean.shape[1], reach=10.0, count=301)
    joint = brute_force_joint(model, x, z, log_cell)  # log [p(x, z) · cell]
    log_p = scipy.special.logsumexp(joint, axis=1)
    log_q = np.stack(
        [
            scipy.stats.multivariate_normal(mean, covariance).logpdf(z.numpy())
            for mean, covariance in zip(q.mean.numpy(), q.covariance.numpy(), strict=True)
        ]
    )
    mass = np.exp(log_q + log_cell)
    np.testing.assert_allclose(mass.sum(1), 1, atol=1e-5)
    elbo = (mass * (joint - log_q - log_cell)).sum(1)
    gap = (mass * (log_q + log_cell - joint + log_p[:, None])).sum(1)
    return elbo, gap, log_p


# ---- the identity


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_both_sides_of_the_identity_are_those_of_brute_force(likelihood, size):
    model = build(likelihood, latent_size=size)
    say(model, [0.3, -0.5][:size], [0.3, 0.6][:size])
    x = some_images(model)
    q = variational.amortised(model, x)
    exact = finish(integrate(model, x))
    found = gaps.close(model, x, q, exact.log_p)
    elbo, gap, log_p = brute_force(model, x, q)
    assert gap.min() > 0.01
    np.testing.assert_allclose(found.gap, gap, atol=1e-3)
    np.testing.assert_allclose(found.elbo, elbo, atol=1e-3)
    np.testing.assert_allclose(found.rate, q.rate())
    assert found.residual.abs().max() < 1e-3
    np.testing.assert_allclose(found.elbo + found.gap + found.residual, log_p, atol=1e-4)
    assert torch.equal(found.elbo, -(found.rate + found.distortion))


@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian"])
def test_sums_are_made_finer_where_the_identity_is_open_and_nowhere_else(likelihood):
    model = build(likelihood, scale=3.0)
    x = some_images(model)
    wide = torch.tensor([0.01, 0.05, 0.2, 0.5, 0.8, 1.0]).double()  # the wider, the less of a polynomial in reach
    q = Gaussians(0.3 * torch.ones(6, 2).double(), torch.diag_embed(wide.unsqueeze(1).expand(6, 2)))
    log_p = finish(integrate(model, x)).log_p
    coarse = variational.terms(model, x, q)
    coarse_gap = variational.gap(model, x, q, log_p)
    coarse_residual = log_p - coarse.bound - coarse_gap
    found = gaps.close(model, x, q, log_p)
    is_open = coarse_residual.abs() > gaps.RESIDUAL
    assert 0 < is_open.sum() < 6
    assert torch.equal(found.gap[~is_open], coarse_gap[~is_open])
    assert torch.equal(found.distortion[~is_open], coarse.distortion[~is_open])
    assert (found.residual[is_open].abs() < coarse_residual[is_open].abs() / 3).all()
    elbo, gap, _ = brute_force(model, x[is_open], q.at(is_open.nonzero().squeeze(1)))
    np.testing.assert_allclose(found.elbo[is_open], elbo, atol=2e-3)
    np.testing.assert_allclose(found.gap[is_open], gap, atol=2e-3)
    assert np.abs(coarse.bound[is_open].numpy() - elbo).max() > 2e-3


def test_an_error_of_log_p_is_one_of_the_gap_and_cannot_be_seen_in_the_residual():
    """KL(q ‖ p(z|x)) takes log p(x) for granted: what the residual checks is the sums of ELBO and gap."""
    model, x, w, b = linear_gaussian(0.1)
    q = variational.amortised(model, x)
    log_p = torch.from_numpy(closed_form_log_p(x, w, b, 0.1))
    right, wrong = gaps.close(model, x, q, log_p), gaps.close(model, x, q, log_p + 0.5)
    assert right.residual.abs().max() < 1e-3
    torch.testing.assert_close(wrong.gap, right.gap + 0.5)
    torch.testing.assert_close(wrong.residual, right.residual, rtol=0, atol=1e-6)


# ---- the two gaps


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_log_p_is_the_elbo_and_two_gaps_that_are_not_negative(likelihood, full):
    model = build(likelihood)
    x = some_images(model)
    shares, found = run_through(gaps.split(model, x, full=full))
    assert all(values.shape == (6,) and values.dtype == torch.double for values in vars(found).values())
    torch.testing.assert_close(found.log_p, found.elbo + found.amortisation + found.approximation, rtol=0, atol=1e-9)
    assert (found.amortisation >= 0).all()
    assert (found.approximation >= -1e-6).all()
    assert found.amortisation.max() > 0.01
    torch.testing.assert_close(found.amortisation + found.approximation, found.gap, rtol=0, atol=1e-3)
    elbo, gap, log_p = brute_force(model, x, variational.amortised(model, x))
    np.testing.assert_allclose(found.log_p, log_p, atol=1e-4)
    np.testing.assert_allclose(found.elbo, elbo, atol=1e-3)
    np.testing.assert_allclose(found.gap, gap, atol=1e-3)
    assert all(0 < share <= 1 for share in shares)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


@pytest.mark.parametrize("variance", [0.5, 0.05])
def test_a_linear_gaussian_model_has_both_gaps_in_closed_form(variance):
    """The posterior is N(m, Λ⁻¹): a correlated q loses nothing, a diagonal one ½ [Σ log Λ_ii − log det Λ]."""
    model, x, w, b = linear_gaussian(variance)
    model, x = model.double(), x.double()
    w = w @ np.array([[1.0, 0.8], [0.0, 0.6]])  # columns that are far from orthogonal
    model.decoder[0].weight.copy_(torch.from_numpy(w))
    say(model, [0.2, -0.1], [0.4, 0.3])
    mean, precision = closed_form_posterior(x, w, b, variance)
    own, covariance = np.array([0.2, -0.1]), np.diag([0.16, 0.09])
    gap = np.array([kl_of_gaussians(own, covariance, other, precision) for other in mean])
    mean_field = (np.log(np.diag(precision)).sum() - np.linalg.slogdet(precision)[1]) / 2
    assert mean_field > 0.2
    for full, approximation in ((False, mean_field), (True, 0.0)):
        found = finish(gaps.split(model, x, full=full))
        np.testing.assert_allclose(found.gap, gap, rtol=1e-4, atol=1e-4)
        np.testing.assert_allclose(found.approximation, approximation, atol=1e-3)
        np.testing.assert_allclose(found.amortisation, gap - approximation, rtol=1e-4, atol=1e-3)


def test_an_encoder_that_says_the_posterior_loses_nothing():
    model, x, w, b = linear_gaussian(0.05, orthogonal=True)
    say_the_posterior(model, w, b, 0.05)
    found = finish(gaps.split(model, x))
    for values in (found.gap, found.amortisation, found.approximation):
        np.testing.assert_allclose(values, 0, atol=1e-4)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize(
    ("mean", "std"), [((0.0, 0.0), (1.0, 1.0)), ((2.0, 0.5), (0.1, 0.1)), ((-2.0, 3.0), (0.3, 0.1))]
)
def test_of_two_modes_far_apart_a_gaussian_can_only_have_one_and_loses_log_2(full, mean, std):
    model, x, _, _ = two_modes()
    say(model, list(mean), list(std))
    found = finish(gaps.split(model, x, full=full))
    np.testing.assert_allclose(found.approximation, math.log(2), atol=1e-3)
    assert (found.amortisation > 0).all()


def test_a_search_starts_from_the_highest_place_too_since_the_encoder_may_have_missed_it():
    model, x, _, _ = two_modes(variance=0.002)
    say(model, [0.0, -4.0], [0.02, 0.02])
    exact = finish(integrate(model, x))
    begun = gaps.starts(exact)
    assert torch.equal(begun.mean, exact.top)
    np.testing.assert_allclose(begun.covariance, (1.5 * exact.spacing).square().view(-1, 1, 1) * torch.eye(2))
    begun.mean.zero_()
    assert exact.top.abs().min() > 0  # it is a copy
    found = finish(gaps.split(model, x, exact=exact))
    np.testing.assert_allclose(found.approximation, math.log(2), atol=2e-3)


def test_what_is_known_of_the_sums_is_not_summed_again_and_blocks_change_nothing(monkeypatch):
    model = build("bernoulli")
    x = some_images(model)
    whole = finish(gaps.split(model, x))
    exact = finish(integrate(model, x))
    monkeypatch.setattr(gaps, "integrate", None)
    monkeypatch.setattr(gaps, "BLOCK", 4)
    shares, parts = run_through(gaps.split(model, x, exact=exact))
    assert shares == sorted(shares)
    for name, values in vars(whole).items():
        torch.testing.assert_close(getattr(parts, name), values, rtol=1e-6, atol=1e-6)


# ---- the rate taken apart


def some_codes(count, size, seed=0):
    generator = torch.Generator().manual_seed(seed)
    mean = torch.randn(count, size, generator=generator)
    return mean, 0.1 + 0.3 * torch.rand(count, size, generator=generator)


@pytest.mark.parametrize("size", [1, 2])
def test_the_parts_of_the_rate_are_those_of_monte_carlo(size):
    mean, std = some_codes(60, size)
    found = gaps.surgery(mean, std)
    draws = 2000
    noise = np.random.default_rng(0).normal(size=(draws, 60, size))
    m, s = mean.double().numpy(), std.double().numpy()
    z = m + s * noise  # (K, N, D)
    log_own = scipy.stats.norm.logpdf(z, m, s).sum(2)
    log_q = scipy.special.logsumexp(scipy.stats.norm.logpdf(z[:, :, None], m, s).sum(3), axis=2) - math.log(60)
    log_prior = scipy.stats.norm.logpdf(z).sum(2)
    for value, terms in (
        (found.information, log_own - log_q),
        (found.divergence, log_q - log_prior),
        (found.rate, log_own - log_prior),
    ):
        error = terms.mean(1).std() / math.sqrt(draws)
        assert error < 0.01
        assert abs(value - terms.mean()) < 4 * error
    assert found.information + found.divergence == pytest.approx(found.rate, abs=1e-6)
    assert found.residual == pytest.approx(0, abs=1e-6)
    assert found.images == 60
    assert found.resolved


@pytest.mark.parametrize("size", [1, 2])
def test_the_rate_is_the_closed_form(size):
    mean, std = some_codes(60, size)
    normal, unit = torch.distributions.Normal(mean.double(), std.double()), torch.distributions.Normal(0.0, 1.0)
    rate = torch.distributions.kl_divergence(normal, unit).sum(1).mean().item()
    assert gaps.surgery(mean, std).rate == pytest.approx(rate, rel=1e-9)


@pytest.mark.parametrize("size", [1, 2])
def test_codes_that_are_all_the_same_say_nothing_about_the_image(size):
    mean, std = torch.full((40, size), 0.7), torch.full((40, size), 0.3)
    found = gaps.surgery(mean, std)
    assert found.information == pytest.approx(0, abs=1e-6)
    assert found.divergence == pytest.approx(found.rate, abs=1e-6)


@pytest.mark.parametrize("size", [1, 2])
def test_codes_far_apart_from_each_other_say_all_about_the_image(size):
    mean = torch.zeros(40, size)
    mean[:, 0] = torch.linspace(-2, 2, 40)
    found = gaps.surgery(mean, torch.full((40, size), 0.005))
    assert found.information == pytest.approx(math.log(40), abs=1e-6)
    assert found.residual == pytest.approx(0, abs=1e-6)
    assert found.resolved


def test_codes_far_out_and_narrower_in_one_direction_are_resolved_as_well():
    mean = torch.tensor([[15.0, 0.0], [-1.0, -9.0], [0.0, 0.1]])
    std = torch.tensor([[0.5, 0.02], [0.03, 0.9], [1.0, 0.2]])
    found = gaps.surgery(mean, std)
    assert found.resolved
    assert found.information == pytest.approx(math.log(3), abs=1e-2)
    assert found.residual == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("size", [1, 2])
def test_codes_too_narrow_for_the_lattice_are_said_to_be(size):
    assert not gaps.surgery(*(values[:, :size] for values in (torch.zeros(3, 2), torch.full((3, 2), 1e-3)))).resolved


@pytest.mark.parametrize("size", [1, 2])
def test_the_codes_of_the_prior_itself_do_not_diverge_from_it(size):
    found = gaps.surgery(torch.zeros(5, size), torch.ones(5, size))
    assert found.divergence == pytest.approx(0, abs=1e-6)


# ---- digits of MNIST


def test_of_mnist_the_identity_closes_for_each_image(mnist):
    run = runs.load("mnist-vae-2d")
    pixels = mnist.test.pixels
    thresholds = data.fixed_thresholds(pixels.shape)
    x = data.observe(pixels[:200], run.config.model.observed_as, thresholds[:200])
    exact = finish(integrate(run.model, x))
    found = gaps.close(run.model, x, variational.amortised(run.model, x), exact.log_p)
    assert found.residual.abs().max() <= 1e-3
    assert (found.gap > 0).all()
    assert 0.5 < found.gap.mean() < 20
