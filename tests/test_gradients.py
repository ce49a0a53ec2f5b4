import math

import numpy as np
import pytest
import torch
from small_models import LIKELIHOODS, build, linear_gaussian, run_through, say, some_images

from vaegui import gradients
from vaegui.gradients import compare, draw
from vaegui.models import Model, ModelConfig
from vaegui.steps import finish


def linear(size, variance=0.2):
    """A linear Gaussian model whose encoder says the same of any image, one image, and the exact gradient."""
    model, x, w, b = linear_gaussian(variance, size=size, count=1)
    mean, std = np.array([0.4, -0.3, 0.2])[:size], np.array([0.3, 0.5, 0.4])[:size]
    say(model, mean.tolist(), std.tolist())
    # E_q[log p(x|z)] = −|x − Wμ − b|²/2σ² − Σ sᵢ² (WᵀW)ᵢᵢ/2σ², and −KL = Σ [log s − s²/2 − μ²/2]
    by_mean = w.T @ (x.flatten().double().numpy() - w @ mean - b) / variance - mean
    by_log_std = 1 - std**2 * (1 + np.diag(w.T @ w) / variance)
    return model, x, np.concatenate([by_mean, by_log_std])


@pytest.fixture(scope="module")
def drawn():
    """Draws from q of an image of Bernoulli pixels, and their model."""
    model = build("bernoulli", hidden=(5,))
    x = some_images(model, 1)
    return model, x, finish(draw(model, x, 8192))


# ---- the exact gradient


@pytest.mark.parametrize("size", [1, 2])
def test_the_exact_gradient_of_a_linear_gaussian_model_is_the_closed_form(size):
    model, x, expected = linear(size)
    found = finish(draw(model, x, 1))
    np.testing.assert_allclose(found.exact, expected, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(found.rate_gradient[:size], -found.mean)
    np.testing.assert_allclose(found.rate_gradient[size:], 1 - found.std.square())


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_the_exact_gradient_is_that_of_a_fine_sum(likelihood, size):
    """Finite differences of the ELBO, summed over ±8 standard deviations."""
    model = build(likelihood, latent_size=size).double()
    x = some_images(model, 1)
    found = finish(draw(model, x, 1))
    axis = torch.linspace(-8, 8, 161, dtype=torch.double)
    noise = torch.cartesian_prod(*[axis] * size).reshape(-1, size)
    weight = torch.softmax(-noise.square().sum(1) / 2, 0)

    def elbo(values):
        mean, log_std = values.chunk(2)
        log_p = model.decode(mean + log_std.exp() * noise).log_prob(x)
        return float(weight @ log_p + (log_std + 0.5 - (2 * log_std).exp() / 2 - mean.square() / 2).sum())

    here = torch.cat([found.mean, found.std.log()])
    step = 1e-4 * torch.eye(2 * size).double()
    numeric = [(elbo(here + along) - elbo(here - along)) / 2e-4 for along in step]
    np.testing.assert_allclose(found.exact, numeric, rtol=1e-4, atol=1e-4)


def test_in_more_dimensions_there_is_no_exact_gradient_but_all_else():
    model, x, expected = linear(3)
    found = finish(draw(model, x, 4096))
    assert found.exact is None
    estimates = compare(found, 4, "others")
    for values in (estimates.with_trick, estimates.without):
        error = values.std(0) / math.sqrt(len(values))
        assert ((values.mean(0) - torch.from_numpy(expected)).abs() < 4 * error + 1e-3).all()


# ---- what is drawn


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
def test_slopes_and_values_are_those_of_the_log_likelihood(likelihood):
    model = build(likelihood).double()
    x = some_images(model, 1)
    found = finish(draw(model, x, 256))
    q = model.encode(x)
    np.testing.assert_allclose(found.mean, q.mean[0])
    np.testing.assert_allclose(found.std, q.stddev[0])
    z = found.mean + found.std * found.score_noise
    np.testing.assert_allclose(found.score_value, model.decode(z).log_prob(x), rtol=1e-9)
    z = found.mean + found.std * found.noise
    for axis, step in enumerate(1e-5 * torch.eye(2).double()):
        numeric = (model.decode(z + step).log_prob(x) - model.decode(z - step).log_prob(x)) / 2e-5
        np.testing.assert_allclose(found.slope[:, axis], numeric, rtol=1e-4, atol=1e-6)


def test_there_are_ever_more_draws_of_which_none_is_lost():
    model = build("bernoulli")
    x = some_images(model, 1)
    yielded, last = run_through(draw(model, x, 1000))
    assert [len(found.noise) for found in yielded] == [256, 512, 768, 1024]
    assert [len(found.score_noise) for found in yielded] == [768, 1536, 2304, 3072]
    for found in yielded:
        for name in ("noise", "slope", "score_noise", "score_value"):
            values = getattr(found, name)
            assert values.dtype == torch.double
            assert torch.equal(values, getattr(last, name)[: len(values)])
    np.testing.assert_allclose(last.noise.mean(0), 0, atol=4 / math.sqrt(1024))
    np.testing.assert_allclose(last.score_noise.std(0), 1, atol=0.06)


def test_draws_can_be_repeated_by_their_seed():
    model = build("bernoulli")
    x = some_images(model, 1)
    first = finish(draw(model, x, 256, seed=3))
    torch.rand(1)  # what others draw does not matter
    again, other = finish(draw(model, x, 256, seed=3)), finish(draw(model, x, 256, seed=4))
    assert torch.equal(first.slope, again.slope)
    assert torch.equal(first.score_value, again.score_value)
    assert not torch.equal(first.slope, other.slope)


@pytest.mark.parametrize("asks", [False, True])
def test_the_models_weights_stay_as_they_are(asks):
    model = build("bernoulli").requires_grad_(asks)
    before = [value.detach().clone() for value in model.parameters()]
    x = some_images(model, 1)
    found = finish(draw(model, x, 256))
    for value, copy in zip(model.parameters(), before, strict=True):
        assert value.requires_grad == asks
        assert value.grad is None
        assert torch.equal(value, copy)
    values = [value for value in vars(found).values() if isinstance(value, torch.Tensor)]
    assert not any(value.requires_grad for value in values)


@pytest.mark.parametrize("size", [1, 2, 12])
def test_components_are_named_by_their_numbers(size):
    model = Model(ModelConfig(hidden=(), latent_size=size), (1, 2, 2)).requires_grad_(False)
    names = finish(draw(model, torch.zeros(1, 1, 2, 2), 1)).names
    assert len(names) == 2 * size
    assert names[0] == "μ₁"
    assert names[size] == "log σ₁"
    assert names[-1] == {1: "log σ₁", 2: "log σ₂", 12: "log σ₁₂"}[size]


# ---- estimates


@pytest.mark.parametrize("baseline", ["none", "others"])
@pytest.mark.parametrize("samples", [1, 4, 16])
def test_both_estimates_are_right_on_average(drawn, samples, baseline):
    found = compare(drawn[2], samples, baseline)
    for values in (found.with_trick, found.without):
        assert values.shape == (8192 // samples, 4)
        error = values.std(0) / math.sqrt(len(values))
        assert ((values.mean(0) - drawn[2].exact).abs() < 4 * error).all()
    error = found.with_trick.std(0) / math.sqrt(len(found.with_trick))
    assert (drawn[2].exact.abs().max() > 10 * error).all()


@pytest.mark.parametrize("baseline", ["none", "others"])
@pytest.mark.parametrize("samples", [1, 3, 7])
def test_an_estimate_is_the_mean_of_k_draws_with_the_trick_and_of_3k_without(drawn, samples, baseline):
    draws, found = drawn[2], compare(drawn[2], samples, baseline)
    for row in (0, 5, len(found.with_trick) - 1):
        noise, slope = (part[row * samples : (row + 1) * samples] for part in (draws.noise, draws.slope))
        own = [
            np.concatenate([g, g * draws.std.numpy() * e]) for e, g in zip(noise.numpy(), slope.numpy(), strict=True)
        ]
        expected = np.mean(own, axis=0) + draws.rate_gradient.numpy()
        np.testing.assert_allclose(found.with_trick[row], expected)

        begin, end = 3 * row * samples, 3 * (row + 1) * samples
        noise, value = draws.score_noise[begin:end].numpy(), draws.score_value[begin:end].numpy()
        each = []
        for k in range(3 * samples):
            others = np.delete(value, k).mean() if baseline == "others" else 0.0
            score = np.concatenate([noise[k] / draws.std.numpy(), noise[k] ** 2 - 1])
            each.append((value[k] - others) * score)
        expected = np.mean(each, axis=0) + draws.rate_gradient.numpy()
        np.testing.assert_allclose(found.without[row], expected, rtol=1e-9, atol=1e-9)


def test_the_variance_falls_as_the_number_of_draws_rises(drawn):
    one, many = (compare(drawn[2], samples) for samples in (1, 16))
    np.testing.assert_allclose(one.with_trick.var(0) / many.with_trick.var(0), 16, rtol=0.35)
    np.testing.assert_allclose(one.without.var(0) / many.without.var(0), 16, rtol=0.35)


def test_without_the_trick_the_variance_is_greater_and_a_baseline_takes_some_of_it_away(drawn):
    plain, helped = (compare(drawn[2], 4, baseline) for baseline in ("none", "others"))
    np.testing.assert_allclose(plain.variance_ratio, plain.without.var(0) / plain.with_trick.var(0))
    assert (plain.variance_ratio > 3).all()
    assert (helped.without.var(0) < plain.without.var(0)).all()
    assert torch.equal(helped.with_trick, plain.with_trick)
    assert helped.whole_ratio < plain.whole_ratio


# ---- through the encoder


def jacobian(model, x):
    """Of (μ, log σ) with respect to all weights of the encoder, by finite differences: (2D, P)."""

    def outputs():
        q = model.encode(x)
        return torch.cat([q.mean[0], q.stddev[0].log()]).numpy().copy()

    columns = []
    for weights in model.encoder.parameters():
        flat = weights.view(-1)
        for n in range(len(flat)):
            kept = flat[n].item()
            flat[n] = kept + 1e-5
            above = outputs()
            flat[n] = kept - 1e-5
            columns.append((above - outputs()) / 2e-5)
            flat[n] = kept
    return np.stack(columns, 1)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_gram_matrix_of_the_encoder_is_that_of_finite_differences(size):
    model = build("bernoulli", hidden=(3,), shape=(1, 2, 2), latent_size=size).double()
    x = some_images(model, 1)
    found = finish(draw(model, x, 1)).encoder_gram
    j = jacobian(model, x)
    assert j.shape == (2 * size, 4 * 3 + 3 + 3 * 2 * size + 2 * size)
    np.testing.assert_allclose(found, j @ j.T, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("baseline", ["none", "others"])
def test_the_ratio_of_the_whole_gradient_is_that_of_all_its_components_one_by_one(baseline):
    """Each estimate of the small gradient becomes one of ∇_φ, and the variances of its P components are added."""
    model = build("bernoulli", hidden=(3,), shape=(1, 2, 2)).double()
    x = some_images(model, 1)
    found = compare(finish(draw(model, x, 512)), 4, baseline)
    j = jacobian(model, x)
    whole = [(values.numpy() @ j).var(0, ddof=1).sum() for values in (found.without, found.with_trick)]
    assert found.whole_ratio == pytest.approx(whole[0] / whole[1], rel=1e-6)


def test_how_many_are_drawn_at_a_time_does_not_matter(monkeypatch):
    """But for which draws they are."""
    model, x, expected = linear(2)
    monkeypatch.setattr(gradients, "BLOCK", 100)
    yielded, found = run_through(draw(model, x, 3950))
    assert len(yielded) == 40
    assert len(found.noise) == 4000
    values = compare(found, 1).with_trick
    error = values.std(0) / math.sqrt(4000)
    assert ((values.mean(0) - torch.from_numpy(expected)).abs() < 4 * error + 1e-3).all()
