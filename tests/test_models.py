import math

import numpy as np
import pytest
import scipy.stats
import torch

from vaegui.models import VAE, ModelConfig, with_weights

LIKELIHOODS = ["bernoulli", "gaussian", "gaussian-learned"]
NETWORKS = [
    # architecture, hidden, image shape, latent size
    ("mlp", (16, 8), (1, 8, 8), 2),
    ("mlp", (), (3, 5, 4), 1),
    ("conv", (4, 8), (1, 28, 28), 2),
    ("conv", (4, 6, 8), (3, 27, 31), 7),
    ("conv", (4, 4), (1, 1, 1), 1),
    ("conv", (), (1, 8, 8), 2),
]


def build(likelihood="bernoulli", architecture="mlp", hidden=(16,), shape=(1, 4, 4), latent_size=2, **more):
    torch.manual_seed(0)
    config = ModelConfig(
        architecture=architecture, hidden=hidden, latent_size=latent_size, likelihood=likelihood, **more
    )
    return VAE(config, shape)


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
@pytest.mark.parametrize(("architecture", "hidden", "shape", "latent_size"), NETWORKS)
def test_shapes_and_gradients(likelihood, architecture, hidden, shape, latent_size):
    model = build(likelihood, architecture, hidden, shape, latent_size)
    x = torch.rand(5, *shape)
    q = model.encode(x)
    assert (q.batch_shape, q.event_shape) == ((5,), (latent_size,))
    assert model.prior.event_shape == (latent_size,)
    for leading in ((), (5,), (3, 5), (2, 3, 5)):
        p = model.decode(torch.randn(*leading, latent_size))
        assert (p.batch_shape, p.event_shape) == (leading, shape)
        assert p.log_prob(x[0]).shape == leading
        assert p.mean.shape == (*leading, *shape)
    if architecture == "conv":
        assert model.decoder(torch.randn(5, latent_size)).shape[2:] == shape[1:]  # the layers' own, before a reshape
    (-model.decode(q.rsample()).log_prob(x) + q.log_prob(q.rsample())).sum().backward()
    assert [name for name, value in model.named_parameters() if value.grad is None or not value.grad.any()] == []
    for part in (model.encoder, model.decoder):  # and every single output: μ and log σ², each pixel, each variance
        assert list(part.parameters())[-1].grad.all()


def test_the_codes_of_a_batch_are_those_of_its_images_one_by_one():
    model = build(architecture="conv", hidden=(4, 8), shape=(3, 7, 6))
    x, z = torch.rand(6, 3, 7, 6), torch.randn(2, 3, 2)
    one_by_one = torch.cat([model.encode(image[None]).mean for image in x])
    torch.testing.assert_close(model.encode(x).mean, one_by_one)
    torch.testing.assert_close(model.decode(z).mean[1, 2], model.decode(z[1, 2]).mean)


def test_bernoulli_log_likelihood_is_the_formula():
    model, rng = build(), np.random.default_rng(0)
    p = model.decode(torch.randn(3, 2))
    on = p.mean.detach().double().numpy()
    for x in (rng.integers(0, 2, on.shape), rng.random(on.shape)):  # binary pixels; grey ones score by cross-entropy
        expected = (x * np.log(on) + (1 - x) * np.log(1 - on)).sum((1, 2, 3))
        np.testing.assert_allclose(p.log_prob(torch.tensor(x).float()).detach(), expected, rtol=1e-5)


@pytest.mark.parametrize("likelihood", ["gaussian", "gaussian-learned"])
def test_gaussian_log_likelihood_is_the_formula(likelihood):
    p = build(likelihood, variance=0.1).decode(5 * torch.randn(3, 2))
    x = np.random.default_rng(0).random((3, 1, 4, 4))
    variance = p.variance.detach().double().numpy()
    if likelihood == "gaussian":
        np.testing.assert_allclose(variance, 0.1, rtol=1e-6)
    else:
        assert variance.std() > 1e-3  # every pixel and every z has its own
        assert variance.min() >= 1e-3
    expected = scipy.stats.norm.logpdf(x, p.mean.detach().double().numpy(), np.sqrt(variance)).sum((1, 2, 3))
    np.testing.assert_allclose(p.log_prob(torch.tensor(x).float()).detach(), expected, rtol=1e-5)


def test_a_variance_of_one_half_is_the_squared_error_of_the_lecture():
    p = build("gaussian", variance=0.5).decode(torch.randn(3, 2))
    x = torch.rand(3, 1, 4, 4)
    squared_error = (x - p.mean).square().sum((1, 2, 3))
    torch.testing.assert_close(-p.log_prob(x), squared_error + 16 * 0.5 * math.log(math.pi))


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
@pytest.mark.parametrize("architecture", ["mlp", "conv"])
def test_far_away_codes_and_wild_encoders_stay_finite(likelihood, architecture):
    model = build(likelihood, architecture, activation="relu")
    z = 1e4 * torch.tensor([[1.0, 0], [-1, 1], [0, -1]])
    p = model.decode(z)
    assert 0 <= p.mean.min() <= p.mean.max() <= 1
    for x in (torch.zeros(3, 1, 4, 4), torch.ones(3, 1, 4, 4)):
        assert p.log_prob(x).isfinite().all()
    with torch.no_grad():
        for value in model.encoder.parameters():
            value *= 1e6
    q = model.encode(torch.rand(50, 1, 4, 4))
    assert q.stddev.min() > 0
    assert q.log_prob(q.sample()).isfinite().all()
    assert torch.distributions.kl_divergence(q, model.prior).isfinite().all()


@pytest.mark.parametrize("architecture", ["mlp", "conv"])
def test_a_copy_around_existing_weights_is_the_same_model_and_draws_nothing(architecture):
    original = build("gaussian-learned", architecture)
    state = {name: value.clone() for name, value in original.state_dict().items()}
    before = torch.random.get_rng_state()
    copy = with_weights(original.config, original.image_shape, state)
    assert torch.equal(torch.random.get_rng_state(), before)
    assert not copy.training
    assert not any(value.requires_grad for value in copy.parameters())
    x, z = torch.rand(4, 1, 4, 4), torch.randn(4, 2)
    assert torch.equal(copy.encode(x).stddev, original.encode(x).stddev)
    assert torch.equal(copy.decode(z).variance, original.decode(z).variance)


@pytest.mark.parametrize(
    ("changes", "observed_as", "words"),
    [
        ({}, "dynamic", "Bernoulli, dynamic binarisation"),
        ({"binarisation": "threshold"}, "threshold", "Bernoulli, pixels > ½"),
        ({"binarisation": "none"}, "none", "cross-entropy on grey pixels"),
        ({"likelihood": "gaussian"}, "none", "Gaussian, σ² = 0.5"),
        ({"likelihood": "gaussian-learned"}, "none", "Gaussian, learned σ²(z)"),
    ],
)
def test_a_likelihood_says_what_it_describes(changes, observed_as, words):
    config = ModelConfig(**changes)
    assert (config.observed_as, config.likelihood_in_words) == (observed_as, words)
