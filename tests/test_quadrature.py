import itertools
import math

import numpy as np
import pytest
import scipy.special
import scipy.stats
import torch
from small_models import (
    LIKELIHOODS,
    brute_force_joint,
    brute_force_log_likelihood,
    build,
    closed_form_log_p,
    closed_form_posterior,
    fine_grid,
    linear_gaussian,
    run_through,
    some_images,
    two_modes,
)

from vaegui import data, importance, quadrature, runs, variational
from vaegui.models import Model, ModelConfig
from vaegui.quadrature import integrate, log_marginal, mosaic
from vaegui.steps import finish
from vaegui.variational import Gaussians


def assert_moments(found, mean, covariance, **tolerance):
    np.testing.assert_allclose(found.mean, mean, **tolerance)
    np.testing.assert_allclose(found.covariance, np.broadcast_to(covariance, found.covariance.shape), **tolerance)


def moments_of(r, z):
    """Mean (N, D) and covariance (N, D, D) of nodes z (G, D) with weights r (N, G)."""
    mean = r @ z
    away = z - mean[:, None]
    return mean, np.einsum("ng,ngi,ngj->nij", r, away, away)


# ---- against closed forms and brute force


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("variance", [0.5, 0.05, 0.01])
def test_a_linear_gaussian_model_has_its_closed_form(variance, size):
    model, x, w, b = linear_gaussian(variance, size=size)
    found = finish(integrate(model, x))
    assert all(values.dtype == torch.double for values in found)
    expected = closed_form_log_p(x, w, b, variance)
    mean, precision = closed_form_posterior(x, w, b, variance)
    assert_moments(found, mean, np.linalg.inv(precision), atol=1e-4, rtol=0)
    np.testing.assert_allclose(found.log_p, expected, atol=1e-4, rtol=0)
    cells = (found.top / found.spacing.unsqueeze(1)).numpy()
    assert np.abs(cells - mean / found.spacing.unsqueeze(1).numpy()).max() <= 2
    np.testing.assert_allclose(cells % 1, 0.5, atol=1e-6)  # nodes are in the middle


def test_narrower_posteriors_get_finer_sums_and_wide_ones_do_not_pay_for_them():
    narrow, wide = (finish(integrate(*linear_gaussian(variance)[:2])) for variance in (0.001, 0.5))
    assert (wide.spacing == 0.05).all()
    assert (narrow.spacing < 0.05).all()


def test_no_image_has_a_say_in_another_ones_sums():
    """Not even where it needs another spacing, and has the survey widened."""
    model, x, w, _ = linear_gaussian(0.018, count=8)
    far = x + 7 * torch.from_numpy(w[:, 0]).float().view(1, 1, 2, 3)
    alone, together = finish(integrate(model, x)), finish(integrate(model, torch.cat([x, far])))
    assert len(set(together.spacing.tolist())) > 1
    for one, both in zip(alone, together, strict=True):
        np.testing.assert_allclose(both[: len(x)], one, atol=1e-5)


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
@pytest.mark.parametrize("size", [1, 2])
def test_all_likelihoods_agree_with_brute_force_on_a_fine_grid(likelihood, size):
    model = build(likelihood, latent_size=size)
    x = some_images(model)
    found = finish(integrate(model, x))
    z, log_cell = fine_grid(size)
    joint = brute_force_joint(model, x, z, log_cell)
    log_p = scipy.special.logsumexp(joint, axis=1)
    np.testing.assert_allclose(found.log_p, log_p, atol=1e-4, rtol=0)
    mean, covariance = moments_of(np.exp(joint - log_p[:, None]), z.numpy())
    assert_moments(found, mean, covariance, atol=1e-4, rtol=0)
    np.testing.assert_allclose(found.top, z[joint.argmax(1)], atol=0.1)


# ---- several modes, and modes far out


@pytest.mark.parametrize(("variance", "scale"), [(0.05, 1.0), (0.01, 1.0), (0.01, 5.0), (0.001, 5.0)])
def test_two_modes_are_both_found_however_narrow_they_are(variance, scale):
    """Each is the posterior of the linear model, half of the probability each; 0.0063 wide where it is narrowest."""
    model, x, v, b = two_modes(away=2.0, variance=variance, scale=scale)
    model, x = model.double(), x.double()  # in single precision, log p(x|z) of a variance of 0.001 is off by 0.001
    found = finish(integrate(model, x))
    np.testing.assert_allclose(found.log_p, closed_form_log_p(x, v, b, variance) + math.log(2), atol=1e-4, rtol=0)
    mode, precision = closed_form_posterior(x, v, b, variance)
    own = np.linalg.inv(precision)
    mean = mode * (0, 1)
    covariance = own + np.stack([np.diag([first**2, 0]) for first in mode[:, 0]])
    assert_moments(found, mean, covariance, atol=2e-4, rtol=0)


def test_modes_that_run_into_each_other_are_those_of_brute_force():
    model, x, _, _ = two_modes(away=0.3, variance=0.05)
    found = finish(integrate(model, x))
    z, log_cell = fine_grid(reach=5.0, count=1001)
    joint = brute_force_joint(model, x, z, log_cell)
    log_p = scipy.special.logsumexp(joint, axis=1)
    # At the kink of |z₁| any sum converges like the square of its spacing only.
    np.testing.assert_allclose(found.log_p, log_p, atol=1e-3, rtol=0)
    assert_moments(found, *moments_of(np.exp(joint - log_p[:, None]), z.numpy()), atol=1e-3, rtol=0)


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("away", [7.0, 11.5, 20.0])
def test_posteriors_beyond_the_reach_of_the_first_survey_are_found(away, size):
    model, _, w, b = linear_gaussian(0.05, size=size, orthogonal=True)
    code = np.array([[away, -0.9 * away], [-away, 0.2], [0.1, 0.1]])[:, :size]
    x = torch.from_numpy(code @ w.T + b).view(3, 1, 2, 3)
    found = finish(integrate(model.double(), x))
    np.testing.assert_allclose(found.log_p, closed_form_log_p(x, w, b, 0.05), atol=1e-5, rtol=0)
    mean, precision = closed_form_posterior(x, w, b, 0.05)
    assert np.abs(mean).max() > 0.9 * away
    assert_moments(found, mean, np.linalg.inv(precision), atol=1e-5, rtol=0)


# ---- how exact it is


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_half_the_spacing_changes_next_to_nothing(likelihood):
    model = build(likelihood, scale=3.0)
    x = some_images(model)
    once, again = (finish(integrate(model, x, finer=finer)) for finer in (0, 1))
    assert (again.spacing <= once.spacing / 2).all()
    np.testing.assert_allclose(again.log_p.mean(), once.log_p.mean(), atol=1e-3)
    assert (again.change <= once.change + 1e-5).all()


def test_the_change_is_what_lattices_of_twice_the_spacing_lack():
    """Nodes (k + ½)h; those of even and odd k are lattices of twice the spacing, in two dimensions there are four."""
    variance = 0.004
    model, x, _, _ = linear_gaussian(variance, orthogonal=True, count=12)  # σ = 0.063
    found = finish(integrate(model, x, tolerance=math.inf))
    assert (found.spacing == 0.05).all()
    ticks = np.arange(-100, 100)
    z = torch.from_numpy(0.05 * (np.array(list(itertools.product(ticks, ticks))) + 0.5))
    joint = brute_force_joint(model, x, z, 2 * math.log(0.05)).reshape(-1, 200, 200)
    whole = scipy.special.logsumexp(joint, axis=(1, 2))
    coarse = [scipy.special.logsumexp(joint[:, i::2, j::2] + math.log(4), axis=(1, 2)) for i in (0, 1) for j in (0, 1)]
    np.testing.assert_allclose(found.log_p, whole, atol=1e-4)
    np.testing.assert_allclose(found.change, (whole - coarse).mean(0), atol=1e-6)
    assert (found.change > 1e-7).any()


def test_finer_halves_the_spacing_after_it_was_fine_enough_and_not_before():
    model, x, _, _ = linear_gaussian(0.001)
    once, twice, more = (finish(integrate(model, x, finer=finer)) for finer in (0, 1, 2))
    assert once.spacing.max() < 0.05
    np.testing.assert_allclose(twice.spacing, once.spacing / 2)
    np.testing.assert_allclose(more.spacing, once.spacing / 4)


def test_places_that_are_not_looked_at_more_closely_count_as_they_are(monkeypatch):
    """Those e^−6 of the peak hold 0.25 % of a Gaussian, which must not be lost where the others become finer."""
    monkeypatch.setattr(quadrature, "DEPTH", 6.0)
    model, x, _, _ = linear_gaussian(0.5)
    once, more = (finish(integrate(model, x, finer=finer)) for finer in (0, 3))
    assert more.spacing.max() < 0.01
    np.testing.assert_allclose(more.log_p, once.log_p, atol=2e-5)


def test_a_smaller_tolerance_makes_sums_finer():
    model, x, w, b = linear_gaussian(0.001, orthogonal=True)
    expected = closed_form_log_p(x, w, b, 0.001)
    loose, strict = (finish(integrate(model, x, tolerance=value)) for value in (math.inf, 1e-3))
    assert np.abs(loose.log_p.numpy() - expected).max() > 1e-3
    assert (strict.spacing < loose.spacing).all()
    np.testing.assert_allclose(strict.log_p, expected, atol=3e-4)  # of single precision


# ---- the mosaic


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("finer", [0, 1])
@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian-learned"])
def test_a_mosaic_holds_the_posterior_at_its_nodes(likelihood, finer, size):
    model = build(likelihood, scale=3.0, latent_size=size)
    for image in some_images(model, 3).split(1):
        exact = finish(integrate(model, image, finer=finer))
        found = mosaic(model, image, finer=finer)
        assert found.log_density.shape == (len(found.corner), *[8] * size)
        assert found.log_density.dtype == found.corner.dtype == torch.double
        assert found.log_p == pytest.approx(float(exact.log_p), abs=1e-9)
        assert found.spacing == float(exact.spacing)
        assert float(found.log_density.exp().sum()) * found.spacing**size == pytest.approx(1, abs=1e-4)
        index = torch.tensor(list(itertools.product(range(8), repeat=size)))  # the first axis is z₁
        z = found.corner[:, None] + (index + 0.5) * found.spacing
        expected = brute_force_joint(model, image, z.flatten(0, 1), 0.0)[0] - found.log_p
        np.testing.assert_allclose(found.log_density.flatten(), expected, atol=2e-4, rtol=2e-6)
        places = np.rint(2 * z.flatten(0, 1).numpy() / found.spacing)
        assert len(np.unique(places, axis=0)) == len(places)  # each node but once


def test_a_mosaic_covers_both_modes():
    model, x, _, _ = two_modes()
    found = mosaic(model, x[:1])
    share = found.log_density.exp().sum((1, 2)) * found.spacing**2
    is_left = found.corner[:, 0] < 0
    assert float(share[is_left].sum()) == pytest.approx(0.5, abs=1e-4)
    assert float(share[~is_left].sum()) == pytest.approx(0.5, abs=1e-4)
    assert len(share) < 400  # where it lies, and not the plane


# ---- what does not change anything


def test_a_survey_made_before_changes_nothing_but_the_time():
    model = build("bernoulli", scale=3.0)
    x = some_images(model)
    survey = quadrature.Survey(model)
    for _ in range(2):
        for ours, without in zip(finish(integrate(model, x, survey)), finish(integrate(model, x)), strict=True):
            assert torch.equal(ours, without)
    for image in x.split(1):
        ours, without = mosaic(model, image, survey), mosaic(model, image)
        assert torch.equal(ours.log_density, without.log_density)
        assert torch.equal(ours.corner, without.corner)
        assert (ours.log_p, ours.spacing) == (without.log_p, without.spacing)


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_how_much_is_done_at_a_time_changes_nothing(likelihood, monkeypatch):
    model = build(likelihood, scale=3.0)
    x = some_images(model)
    before = finish(integrate(model, x))
    tiles = mosaic(model, x[:1])
    for name, value in {"SUMMED": 2 * 16, "LOOKED_AT": 4, "DECODED": 100 * 64 * 16, "KEPT": 0}.items():
        monkeypatch.setattr(quadrature, name, value)
        after = finish(integrate(model, x))
        for ours, known in zip(after, before, strict=True):
            np.testing.assert_allclose(ours, known, atol=1e-5)
        np.testing.assert_allclose(mosaic(model, x[:1]).log_density, tiles.log_density, atol=1e-4)


def test_images_one_by_one_are_what_they_are_together():
    model = build("gaussian")
    x = some_images(model)
    together = finish(integrate(model, x))
    alone = [finish(integrate(model, image)) for image in x.split(1)]
    for field, whole in enumerate(together):
        np.testing.assert_allclose(torch.cat([one[field] for one in alone]), whole, atol=1e-6)


# ---- shares, refusals, and models without sums


def assert_shares(shares):
    assert all(0 < share <= 1 + 1e-12 for share in shares)
    assert shares == sorted(shares)


def test_the_share_done_rises(monkeypatch):
    model, x, _, _ = linear_gaussian(0.001)
    assert_shares(run_through(integrate(model, x))[0])
    monkeypatch.setattr(quadrature, "SUMMED", 5 * 6)
    monkeypatch.setattr(quadrature, "DECODED", 100 * 64 * 6)
    shares, _ = run_through(integrate(model, x))
    assert_shares(shares)
    assert len(shares) > 40  # in eight parts, each of a survey and of tiles of several spacings
    assert shares[-1] > 0.9


def test_the_share_done_rises_where_the_survey_has_to_be_widened(monkeypatch):
    monkeypatch.setattr(quadrature, "DECODED", 100 * 64 * 6)
    model, x, w, _ = linear_gaussian(0.01)
    shares, _ = run_through(integrate(model, x + 8 * torch.from_numpy(w[:, 0]).float().view(1, 1, 2, 3)))
    assert_shares(shares)


@pytest.mark.parametrize(
    "changes",
    [{"family": "autoencoder"}, {"binarisation": "none"}, {"latent_size": 3}, {"family": "pixels"}],
    ids=["no density", "cross-entropy", "three dimensions", "no dimension"],
)
def test_what_cannot_be_integrated_is_refused(changes):
    model = Model(ModelConfig(hidden=(4,), **changes), (1, 4, 4))
    x = torch.zeros(2, 1, 4, 4)
    with pytest.raises(ValueError, match="cannot be integrated"):
        finish(integrate(model, x))
    with pytest.raises(ValueError, match="cannot be integrated"):
        mosaic(model, x[:1])
    if changes != {"family": "pixels"}:
        with pytest.raises(ValueError, match="cannot be integrated"):
            finish(log_marginal(model, x))


def test_independent_pixels_that_give_no_probability_are_refused():
    model = Model(ModelConfig(family="pixels", binarisation="none"), (1, 4, 4))
    with pytest.raises(ValueError, match="cannot be integrated"):
        finish(log_marginal(model, torch.zeros(2, 1, 4, 4)))


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_without_latent_variables_log_p_is_that_of_the_pixels(likelihood):
    model = Model(ModelConfig(family="pixels", likelihood=likelihood), (1, 4, 4)).requires_grad_(False)
    model.decoder.value += 1.5 * torch.randn(model.decoder.value.shape, generator=torch.Generator().manual_seed(0))
    x = some_images(model)
    shares, (log_p, change) = run_through(log_marginal(model, x))
    assert shares == []
    assert log_p.dtype == change.dtype == torch.double
    assert (change == 0).all()
    value = model.decoder.value.double().numpy().ravel()
    flat = x.flatten(1).double().numpy()
    if likelihood == "bernoulli":
        expected = scipy.stats.bernoulli.logpmf(flat, scipy.special.expit(value)).sum(1)
    elif likelihood == "gaussian":
        expected = scipy.stats.norm.logpdf(flat, value, math.sqrt(0.5)).sum(1)
    elif likelihood == "gaussian-learned":
        spread = np.sqrt(1e-3 + np.log1p(np.exp(value[16:])))
        expected = scipy.stats.norm.logpdf(flat, value[:16], spread).sum(1)
    else:
        logit = 15 * np.tanh(value / 15)
        density = np.exp(flat * logit) * logit / np.expm1(logit)  # ∝ exp(logit · x) on [0, 1]
        expected = np.log(density).sum(1)
    np.testing.assert_allclose(log_p, expected, atol=1e-5, rtol=1e-5)


def test_log_marginal_is_the_integral_and_how_exact_it_is():
    model = build("bernoulli")
    x = some_images(model)
    exact = finish(integrate(model, x))
    log_p, change = finish(log_marginal(model, x))
    assert torch.equal(log_p, exact.log_p)
    assert torch.equal(change, exact.change)


# ---- codes


def test_codes_of_em_are_the_moments_of_its_posterior():
    model, x, w, b = linear_gaussian(0.05, family="em")
    mean, deviation = quadrature.codes(model, x, quadrature.Survey(model))
    assert mean.dtype == deviation.dtype == torch.float
    expected, precision = closed_form_posterior(x, w, b, 0.05)
    np.testing.assert_allclose(mean, expected, atol=1e-4)
    spread = np.sqrt(np.diag(np.linalg.inv(precision)))
    np.testing.assert_allclose(deviation, np.broadcast_to(spread, mean.shape), atol=1e-4)


@pytest.mark.parametrize("variance", [0.01, 0.05, 1.0, 10.0])
def test_rough_codes_are_off_by_no_more_than_the_survey_is_coarse(monkeypatch, variance):
    model, x, w, b = linear_gaussian(variance, family="em")
    mean, deviation = quadrature.codes(model, x, rough=True)
    expected, precision = closed_form_posterior(x, w, b, variance)
    spread = np.sqrt(np.diag(np.linalg.inv(precision)))
    if spread.min() > 0.1:
        np.testing.assert_allclose(mean, expected, atol=1e-4)
        np.testing.assert_allclose(deviation, np.broadcast_to(spread, mean.shape), atol=1e-3)
    else:
        np.testing.assert_allclose(mean, expected, atol=0.05)
    # They do not depend on how many squares of the plane are decoded at a time.
    monkeypatch.setattr(quadrature, "DECODED", 1 << 12)
    again = quadrature.codes(model, x, rough=True)
    torch.testing.assert_close(again, (mean, deviation), atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("family", ["vae", "autoencoder"])
def test_codes_of_other_families_are_what_their_encoder_says(family):
    model = build("bernoulli", family=family, latent_size=5)
    x = some_images(model)
    mean, deviation = quadrature.codes(model, x)
    output = model.encoder(x)
    torch.testing.assert_close(mean, output[:, :5])
    if family == "autoencoder":
        assert (deviation == 0).all()
    else:
        torch.testing.assert_close(deviation, (5 * torch.tanh(output[:, 5:] / 10)).exp())


# ---- digits of MNIST


@pytest.fixture(scope="module")
def shipped(mnist):
    """The shipped VAE and test images as it sees them."""
    run = runs.load("mnist-vae-2d")
    pixels = mnist.test.pixels
    x = data.observe(pixels, run.config.model.observed_as, data.fixed_thresholds(pixels.shape))
    return run.model, x


def test_of_mnist_half_the_spacing_changes_less_than_a_thousandth_of_a_nat(shipped):
    model, x = shipped
    once, again = (finish(integrate(model, x[:100], finer=finer)) for finer in (0, 1))
    assert abs(float(again.log_p.mean() - once.log_p.mean())) <= 1e-3
    assert (again.spacing < once.spacing).all()


@torch.no_grad()
def restart(model, x, seed):
    """A Gaussian for each image from the best of 40 draws of the prior, which nobody told where the posterior is."""
    z = torch.randn(40, len(x), 2, generator=torch.Generator().manual_seed(seed), dtype=torch.double)
    joint = variational.log_likelihood(model, x, z) - z.square().sum(2) / 2
    best = z[joint.argmax(0), torch.arange(len(x))]
    start = Gaussians(best, 0.05 * torch.eye(2, dtype=torch.double).expand(len(x), 2, 2).clone())
    return finish(variational.improve(model, x, start))


def test_of_mnist_sums_agree_with_importance_sampling_that_knows_nothing_of_them(shipped):
    model, x = shipped[0], shipped[1][:60]
    exact = finish(integrate(model, x))
    around = [restart(model, x, seed) for seed in range(4)]
    around.append(Gaussians(exact.mean, torch.linalg.cholesky(exact.covariance)))
    found = finish(importance.defensive(model, x, around, 4000))
    difference = found.log_p - exact.log_p
    error = float(found.error.square().sum().sqrt()) / len(x)
    assert error < 0.01
    assert abs(float(difference.mean())) < 3 * error
    assert float((difference / found.error).abs().max()) < 5


def test_of_mnist_the_likelihood_in_the_sums_is_the_models_own(shipped):
    model, x = shipped[0], shipped[1][:1]
    found = mosaic(model, x)
    z = found.corner + 4.5 * found.spacing
    expected = brute_force_log_likelihood(model, x, z)[0] + scipy.stats.norm.logpdf(z.numpy()).sum(1) - found.log_p
    np.testing.assert_allclose(found.log_density[:, 4, 4], expected, atol=2e-3)
