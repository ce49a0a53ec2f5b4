import itertools
import math

import numpy as np
import pytest
import torch
from torch.distributions import Independent, Normal

from vaegui import data
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import Model, ModelConfig, with_weights
from vaegui.objectives import Terms, elbo_terms, importance_terms, join, measure, rate, sampled
from vaegui.quadrature import log_marginal
from vaegui.steps import finish
from vaegui.training import train


@pytest.fixture
def model():
    torch.manual_seed(0)
    return Model(ModelConfig(hidden=(8,)), (1, 4, 4))


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

    def measured(seed):
        return measure(sampled(model), pixels, thresholds, "dynamic", seed=seed, block=4)

    blocks = list(measured(seed=7))
    assert [len(terms.rate) for terms in blocks] == [4, 4, 2]
    assert not any(terms.elbo.requires_grad for terms in blocks)

    generator = torch.Generator().manual_seed(7)
    noise = torch.cat([torch.randn(1, size, 2, generator=generator) for size in (4, 4, 2)], dim=1)
    q = model.encode(x)
    expected = -torch.stack([model.decode(q.mean + q.stddev * e).log_prob(x) for e in noise]).mean(0)
    whole = join(blocks)
    assert whole.rate.dtype == whole.distortion.dtype == torch.float64
    torch.testing.assert_close(whole.distortion.float(), expected)
    torch.testing.assert_close(whole.rate.float(), rate(q, model.prior))

    assert torch.equal(join(measured(seed=7)).elbo, whole.elbo)
    torch.testing.assert_close(whole.bound, whole.elbo, rtol=1e-6, atol=0)
    other = join(measured(seed=8))
    assert torch.equal(other.rate, whole.rate)
    assert not torch.equal(other.distortion, whole.distortion)


def test_beta_weighs_the_rate_in_the_loss_but_not_in_the_elbo():
    terms = Terms(rate=torch.tensor([1.0, 3.0]), distortion=torch.tensor([10.0, 20.0]), bound=torch.zeros(2))
    assert terms.elbo.tolist() == [-11, -23]
    assert [terms.loss(beta).item() for beta in (0, 1, 4)] == [15, 17, 23]


def test_terms_without_gradients_are_the_same_figures(model):
    x = torch.rand(3, 1, 4, 4).round()
    terms = elbo_terms(model, x, torch.randn(2, 3, 2))
    assert all(term.requires_grad for term in terms)
    assert not any(term.requires_grad for term in terms.detach())
    assert all(torch.equal(a, b) for a, b in zip(terms, terms.detach(), strict=True))


def test_the_encoder_sees_one_image_and_the_decoder_is_asked_for_another(model):
    x, seen = torch.rand(2, 3, 1, 4, 4).round()
    noise = torch.randn(2, 3, 2)
    q = model.encode(seen)
    expected = -model.decode(q.mean + q.stddev * noise).log_prob(x).mean(0)
    for terms in (elbo_terms(model, x, noise, seen), importance_terms(model, x, noise, seen)):
        torch.testing.assert_close(terms.rate, rate(q, model.prior))
        torch.testing.assert_close(terms.distortion, expected)


def test_an_autoencoder_and_independent_pixels_have_terms_too():
    torch.manual_seed(0)
    autoencoder = Model(ModelConfig(family="autoencoder", hidden=(8,), latent_size=3), (1, 4, 4))
    x = torch.rand(5, 1, 4, 4).round()
    terms = elbo_terms(autoencoder, x, torch.randn(2, 5, 3))
    assert terms.rate.isnan().all()
    torch.testing.assert_close(terms.distortion, -autoencoder.decode(autoencoder.encoder(x)).log_prob(x))
    assert torch.equal(terms.bound, -terms.distortion)
    q = autoencoder.encode(x)
    assert torch.equal(q.stddev, torch.zeros(5, 3))
    assert torch.equal(q.sample(), q.mean)

    pixels = Model(ModelConfig(family="pixels"), (1, 4, 4))
    torch.nn.init.normal_(pixels.decoder.value)
    terms = elbo_terms(pixels, x, torch.randn(4, 5, 0))
    on = torch.sigmoid(pixels.decoder.value)
    log_p = (x * on.log() + (1 - x) * (1 - on).log()).sum((1, 2, 3))
    torch.testing.assert_close(terms.bound, log_p)
    torch.testing.assert_close(terms.rate, torch.zeros(5))
    assert pixels.encode(x).mean.shape == (5, 0)


def test_the_importance_weighted_bound_is_the_formula(model):
    """log 1/K Σ_k p(x|z_k) p(z_k) / q(z_k|x), written out in NumPy."""
    x = torch.rand(3, 1, 4, 4).round()
    noise = torch.randn(6, 3, 2)
    terms = importance_terms(model, x, noise)
    q = model.encode(x)
    m, s, e = (t.detach().double().numpy() for t in (q.mean, q.stddev, noise))
    z = m + s * e
    on = model.decode(torch.tensor(z).float()).mean.detach().double().numpy()
    x = x.double().numpy()
    log_likelihood = (x * np.log(on) + (1 - x) * np.log(1 - on)).sum((2, 3, 4))
    log_ratio = -(z**2 - e**2).sum(2) / 2 + np.log(s).sum(1)
    expected = np.log(np.exp(log_likelihood + log_ratio).mean(0))
    np.testing.assert_allclose(terms.bound.detach(), expected, rtol=1e-5)
    np.testing.assert_allclose(terms.distortion.detach(), -log_likelihood.mean(0), rtol=1e-5)


def test_the_importance_weighted_bound_rises_from_the_elbo_to_log_p(digits):
    config = ModelConfig(hidden=(16,))
    training = TrainConfig(epochs=8, learning_rate=1e-2, device="cpu")
    end = [event for event in train(digits.train, config, training) if isinstance(event, EpochEnd)][-1]
    found = with_weights(config, digits.train.shape, end.weights)
    pixels = digits.test.pixels[:50]
    x = data.observe(pixels, "dynamic", data.fixed_thresholds(pixels.shape))
    log_p = finish(log_marginal(found, x))[0].mean().item()
    torch.manual_seed(0)

    def bounds(samples, repeats=200):
        """Mean over images, once for each repetition: its mean and standard error."""
        each = torch.stack(
            [importance_terms(found, x, torch.randn(samples, len(x), 2)).bound.mean() for _ in range(repeats)]
        )
        return each.mean().item(), each.std().item() / math.sqrt(repeats)

    elbo = elbo_terms(found, x, torch.randn(2000, len(x), 2)).elbo.mean().item()
    curve = [bounds(samples) for samples in (1, 4, 16, 64)]
    assert abs(curve[0][0] - elbo) < 4 * curve[0][1] + 0.01
    for (lower, error), (higher, other) in itertools.pairwise(curve):
        assert higher - lower > 3 * (error + other)
    assert log_p - 0.05 < curve[-1][0] < log_p + 4 * curve[-1][1]
    assert log_p - elbo > 0.05


def test_the_noise_of_measuring_is_drawn_from_the_seed_and_the_same_thresholds_meet_it(model):
    pixels = torch.randint(0, 256, (10, 1, 4, 4), dtype=torch.uint8)
    thresholds = torch.randint(0, 255, (10, 1, 4, 4), dtype=torch.uint8)
    asked = []

    def evaluate(x, seen, generator):
        asked.append((x, seen))
        return elbo_terms(model, x, torch.randn(1, len(x), 2, generator=generator), seen)

    (terms,) = measure(evaluate, pixels, thresholds, "dynamic", ("masking", 0.5), seed=7)
    ((x, seen),) = asked
    assert torch.equal(x, (pixels > thresholds).float())
    noisy = data.corrupt(pixels, "masking", 0.5, torch.Generator().manual_seed(7))
    assert torch.equal(seen, (noisy > thresholds).float())
    assert not torch.equal(x, seen)
    (again,) = measure(evaluate, pixels, thresholds, "dynamic", ("masking", 0.5), seed=7)
    assert torch.equal(terms.bound, again.bound)
