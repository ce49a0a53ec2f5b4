import math

import numpy as np
import pytest
import torch
from small_models import (
    build,
    closed_form_log_p,
    closed_form_posterior,
    linear_gaussian,
    run_through,
    say,
    say_the_posterior,
    some_images,
    two_modes,
)

from vaegui import importance, variational
from vaegui.quadrature import integrate
from vaegui.steps import finish
from vaegui.variational import Gaussians


def gaussians(mean, std):
    mean = torch.as_tensor(mean, dtype=torch.double)
    return Gaussians(mean, torch.diag_embed(torch.as_tensor(std, dtype=torch.double).expand_as(mean)))


@pytest.mark.parametrize("size", [1, 2, 5])
def test_draws_from_the_posterior_itself_have_all_the_same_weight(size):
    """p(x, z) / p(z|x) = p(x) for any z."""
    model, x, w, b = linear_gaussian(0.1, size=size, orthogonal=True)
    say_the_posterior(model, w, b, 0.1)
    model, x = model.double(), x.double()
    for draws in (1, 7, 600):
        found = finish(importance.from_q(model, x, draws))
        np.testing.assert_allclose(found.log_p, closed_form_log_p(x, w, b, 0.1), atol=1e-4)
        np.testing.assert_allclose(found.effective, draws, rtol=1e-6)
        if draws > 1:
            assert (found.error < 1e-4).all()
        else:
            assert found.error.isnan().all()  # one draw does not tell how far off it is


def test_correlated_gaussians_are_drawn_as_they_are():
    model, x, w, b = linear_gaussian(0.1)
    w = w @ np.array([[1.0, 0.8], [0.0, 0.6]])
    model.decoder[0].weight.copy_(torch.from_numpy(w))
    model, x = model.double(), x.double()
    mean, precision = closed_form_posterior(x, w, b, 0.1)
    scale = torch.from_numpy(np.linalg.cholesky(np.linalg.inv(precision))).expand(40, 2, 2)
    found = finish(importance.sample(model, x, [(1.0, Gaussians(torch.from_numpy(mean), scale))], 50))
    np.testing.assert_allclose(found.log_p, closed_form_log_p(x, w, b, 0.1), atol=1e-6)
    np.testing.assert_allclose(found.effective, 50, rtol=1e-6)


@pytest.mark.parametrize("share", [(1.0,), (0.3, 0.7), (0.5, 0.25, 0.25)])
def test_estimate_error_and_effective_size_are_those_of_the_weights(share):
    """A second implementation, draw by draw with torch's distributions, from the same noise."""
    model = build("bernoulli")
    x = some_images(model)
    parts = [(s, gaussians(0.5 * number * torch.ones(6, 2), 0.3 + 0.3 * number)) for number, s in enumerate(share)]
    found = finish(importance.sample(model, x, parts, 200, seed=5))
    generator = torch.Generator().manual_seed(5)
    weights = []
    for s, q in parts:
        noise = torch.randn(round(s * 200), 6, 2, generator=generator, dtype=torch.double)
        z = q.mean + q.scale.diagonal(dim1=1, dim2=2) * noise
        mixture = sum(
            other_share * torch.distributions.MultivariateNormal(other.mean, scale_tril=other.scale).log_prob(z).exp()
            for other_share, other in parts
        )
        log_p = torch.stack([model.decode(z[:, n].float()).log_prob(x[n]) for n in range(6)], 1).double()
        prior = torch.distributions.Normal(0.0, 1.0).log_prob(z).sum(2).exp()
        weights.append(log_p.exp() * prior / mixture)
    w = torch.cat(weights)
    assert len(w) == 200
    np.testing.assert_allclose(found.log_p, w.mean(0).log(), rtol=1e-5)
    np.testing.assert_allclose(found.error, w.std(0) / w.mean(0) / math.sqrt(200), rtol=1e-4)
    np.testing.assert_allclose(found.effective, w.sum(0).square() / w.square().sum(0), rtol=1e-4)
    assert ((found.effective >= 1) & (found.effective <= 200)).all()


def test_the_estimate_is_a_lower_bound_on_average_and_comes_closer_with_more_draws():
    model = build("bernoulli")
    x = some_images(model)
    log_p = finish(integrate(model, x)).log_p
    say(model, [0.0, 0.0], [1.0, 1.0])

    def lacking(draws):
        found = torch.stack([finish(importance.from_q(model, x, draws, seed)).log_p for seed in range(100)])
        return (log_p - found).mean().item()

    one, few, many = (lacking(draws) for draws in (1, 8, 200))
    assert one > few > many > -0.01
    assert many < 0.05 < 0.3 < one


def test_a_q_that_misses_a_mode_is_too_low_by_log_2_and_a_safe_mixture_is_right():
    model, x, v, b = two_modes()
    say(model, [2.0, 0.5], [0.2, 0.2])
    expected = closed_form_log_p(x, v, b, 0.01) + math.log(2)
    usual = finish(importance.from_q(model, x, 2000))
    difference = expected - usual.log_p.numpy()
    np.testing.assert_allclose(difference, math.log(2), atol=0.2)
    assert (difference > 5 * usual.error.numpy()).all()  # and it does not know
    safe = finish(importance.defensive(model, x, [variational.amortised(model, x)], 40_000))
    difference = safe.log_p.numpy() - expected
    assert np.abs(difference / safe.error.numpy()).max() < 4
    assert (safe.error < 0.15).all()
    both = [variational.amortised(model, x), gaussians([[-2.0, 0.5]] * 5, 0.2)]
    informed = finish(importance.defensive(model, x, both, 4000))
    assert np.abs((informed.log_p.numpy() - expected) / informed.error.numpy()).max() < 4
    assert (informed.error < safe.error).all()


def test_a_safe_mixture_is_wider_gaussians_and_a_fifth_of_the_prior(monkeypatch):
    seen = {}

    def sample(model, x, parts, draws, seed):
        seen.update(parts=parts, draws=draws, seed=seed)

    monkeypatch.setattr(importance, "sample", sample)
    q = [gaussians([[1.0, 2.0]], 0.1), gaussians([[-1.0, 0.0]], 0.2)]
    importance.defensive(None, torch.zeros(1, 1, 2, 3), q, 500, seed=3)
    shares, parts = zip(*seen["parts"], strict=True)
    assert shares == pytest.approx((0.4, 0.4, 0.2))
    for part, mean, std in zip(parts, ([1, 2], [-1, 0], [0, 0]), (0.15, 0.3, 1.0), strict=True):
        np.testing.assert_allclose(part.mean, [mean])
        np.testing.assert_allclose(part.covariance, [std**2 * np.eye(2)])
    assert (seen["draws"], seen["seed"]) == (500, 3)


@pytest.mark.parametrize("draws", [1, 3, 50, 600])
def test_the_effective_size_is_between_one_and_all_draws(draws):
    model = build("bernoulli", scale=4.0)
    x = some_images(model)
    for steps in (
        importance.from_q(model, x, draws),
        importance.defensive(model, x, [variational.amortised(model, x)], draws),
    ):
        found = finish(steps)
        assert (found.effective >= 1 - 1e-9).all()
        assert (found.effective <= max(2, draws) + 1e-9).all()  # a mixture has a draw from each part
    assert all(values.dtype == torch.double and values.shape == (6,) for values in found)


def test_in_five_dimensions_an_optimised_q_agrees_with_the_closed_form():
    model, x, w, b = linear_gaussian(0.1, size=5, count=30, orthogonal=True, scale=2.0)
    say_the_posterior(model, w, b, 0.1)
    model.encoder[-1].bias += torch.tensor([*[0.4] * 5, *[1.0] * 5])  # an encoder that is good, but not that good
    steps = importance.optimised(model, x, 4000)
    shares, found = run_through(steps)
    expected = closed_form_log_p(x, w, b, 0.1)
    assert (found.error < 0.1).all()
    off = (found.log_p.numpy() - expected) / found.error.numpy()
    assert np.abs(off).max() < 4.5
    assert abs(off.mean()) < 4 / math.sqrt(30)
    assert off.std() < 1.6  # errors are about as great as they say
    usual = finish(importance.from_q(model, x, 4000))
    assert (usual.effective < found.effective / 5).all()
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_estimates_can_be_repeated_by_their_seed():
    model = build("bernoulli")
    x = some_images(model)
    for method in (importance.from_q, importance.optimised):
        first = finish(method(model, x, 300, 4))
        torch.rand(1)  # what others draw does not matter
        assert all(torch.equal(a, b) for a, b in zip(first, finish(method(model, x, 300, 4)), strict=True))
        assert not torch.equal(first.log_p, finish(method(model, x, 300, 5)).log_p)


def test_the_share_done_rises_to_one_and_blocks_are_all_counted(monkeypatch):
    model = build("bernoulli")
    x = some_images(model)
    q = variational.amortised(model, x)
    whole = finish(importance.from_q(model, x, 230))
    monkeypatch.setattr(importance, "DRAWS_AT_ONCE", 50)
    shares, parts = run_through(importance.from_q(model, x, 230))
    assert shares == pytest.approx([50 / 230, 100 / 230, 150 / 230, 200 / 230, 1])
    assert (parts.log_p - whole.log_p).abs().max() < 5 * (parts.error.square() + whole.error.square()).sqrt().max()
    shares, _ = run_through(importance.defensive(model, x, [q, q], 230))
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(shares) == 2 + 2 + 1
