import dataclasses
import itertools
import math

import numpy as np
import pytest
import scipy.stats
import torch

from vaegui.models import Model, ModelConfig, with_weights

LIKELIHOODS = ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"]
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
    return Model(config, shape)


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
        ({"likelihood": "gaussian-learned", "family": "pixels"}, "none", "Gaussian, learned σ²"),
        ({"likelihood": "continuous-bernoulli"}, "none", "continuous Bernoulli"),
    ],
)
def test_a_likelihood_says_what_it_describes(changes, observed_as, words):
    config = ModelConfig(**changes)
    assert (config.observed_as, config.likelihood_in_words) == (observed_as, words)


def constant(logits, likelihood="continuous-bernoulli"):
    """A model that says the same of its pixels wherever z is."""
    model = Model(ModelConfig(family="pixels", likelihood="bernoulli"), (1, 1, len(logits))).requires_grad_(False)
    model.config = dataclasses.replace(model.config, family="vae", likelihood=likelihood)
    return model.pixels_from(torch.tensor(logits).reshape(1, 1, -1)).base_dist


LOGITS = [-30.0, -8.0, -2.0, -0.3, -0.01, -1e-3, 0.0, 2e-3, 0.05, 0.7, 3.0, 9.0, 20.0]


def test_a_continuous_bernoulli_is_a_density_with_the_mean_it_says():
    p = constant(LOGITS)
    x = torch.linspace(0, 1, 20_001)
    density = p.log_prob(x[:, None, None, None]).double().exp().squeeze()  # (X, W)
    total = torch.trapezoid(density, x.double(), dim=0)
    np.testing.assert_allclose(total, 1, atol=1e-3)
    mean = torch.trapezoid(density * x[:, None].double(), x.double(), dim=0)
    np.testing.assert_allclose(p.mean.flatten(), mean, atol=5e-3)
    ratio = density[-1] / density[0]  # λ / (1 − λ), from x = 0 to x = 1
    np.testing.assert_allclose(ratio, np.exp(15 * np.tanh(np.array(LOGITS) / 15)), rtol=1e-3)


def test_a_continuous_bernoulli_is_a_density_however_far_out():
    """Torch's own is none beyond logits of ±16, where its normaliser stops."""
    p = constant([-1e4, -25.0, 25.0, 1e4])
    x = torch.linspace(0, 1, 200_001)
    density = p.log_prob(x[:, None, None, None]).double().exp().squeeze()
    np.testing.assert_allclose(torch.trapezoid(density, x.double(), dim=0), 1, atol=0.015)
    assert (p.mean - x.new_tensor([0.0, 0.0, 1.0, 1.0])).abs().max() < 0.08


def test_a_linear_output_is_left_as_it_is():
    squashed, linear = build("gaussian"), build("gaussian", output="linear")
    z = 20 * torch.randn(5, 2)
    torch.testing.assert_close(torch.sigmoid(linear.decode(z).mean), squashed.decode(z).mean)
    assert linear.decode(z).mean.min() < 0
    squashed, linear = build("gaussian-learned"), build("gaussian-learned", output="linear")
    torch.testing.assert_close(torch.sigmoid(linear.decode(z).mean), squashed.decode(z).mean)
    assert torch.equal(linear.decode(z).variance, squashed.decode(z).variance)


def test_independent_pixels_have_codes_of_no_dimension():
    config = ModelConfig(family="pixels", likelihood="gaussian-learned")
    model = Model(config, (3, 4, 5))
    assert config.code_size == 0
    assert model.encode(torch.rand(7, 3, 4, 5)).mean.shape == (7, 0)
    assert model.decode(torch.empty(2, 7, 0)).mean.shape == (2, 7, 3, 4, 5)
    assert model.decode(torch.empty(0)).log_prob(torch.rand(3, 4, 5)).shape == ()
    assert [name for name, _ in model.named_parameters()] == ["decoder.value"]
    copy = with_weights(config, (3, 4, 5), model.state_dict())
    assert torch.equal(copy.decoder.value, model.decoder.value)


@pytest.mark.parametrize(
    ("changes", "is_density"),
    [
        ({}, True),
        ({"binarisation": "none"}, False),
        ({"likelihood": "gaussian", "binarisation": "none"}, True),
        ({"likelihood": "continuous-bernoulli"}, True),
        ({"family": "autoencoder"}, False),
        ({"family": "pixels"}, True),
        ({"family": "em", "binarisation": "none"}, False),
    ],
)
def test_what_gives_images_a_probability(changes, is_density):
    assert ModelConfig(**changes).is_density == is_density


SAME_NATS = {  # within a line nats can be compared, between lines they cannot
    "dynamic": [
        {},
        {"latent_size": 5, "hidden": (8, 8)},
        {"family": "em", "architecture": "conv", "hidden": (4,)},
        {"family": "pixels"},
        {"variance": 2.0, "output": "linear", "activation": "relu"},  # settings of other likelihoods
    ],
    "threshold": [{"binarisation": "threshold"}, {"binarisation": "threshold", "family": "pixels"}],
    "cross-entropy": [{"binarisation": "none"}, {"binarisation": "none", "variance": 0.1}],
    "half": [
        {"likelihood": "gaussian"},
        {"likelihood": "gaussian", "variance": 0.5, "binarisation": "threshold"},
        {"likelihood": "gaussian", "output": "linear", "family": "autoencoder", "hidden": ()},
    ],
    "tenth": [{"likelihood": "gaussian", "variance": 0.1}, {"likelihood": "gaussian", "variance": 0.1, "hidden": ()}],
    "learned": [
        {"likelihood": "gaussian-learned"},
        {"likelihood": "gaussian-learned", "variance": 0.1, "binarisation": "none"},
        {"likelihood": "gaussian-learned", "family": "pixels"},
    ],
    "grey": [
        {"likelihood": "continuous-bernoulli"},
        {"likelihood": "continuous-bernoulli", "binarisation": "threshold", "variance": 0.1},
    ],
}


def test_nats_can_be_compared_where_likelihood_observation_and_fixed_variance_are_equal():
    configs = [(group, ModelConfig(**changes)) for group, all_of in SAME_NATS.items() for changes in all_of]
    for (one_group, one), (other_group, other) in itertools.product(configs, repeat=2):
        assert (one.nats_of == other.nats_of) == (one_group == other_group), (one, other)
