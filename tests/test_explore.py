import numpy as np
import pytest
import torch

from vaegui import data, explore
from vaegui.models import Model, ModelConfig


@pytest.fixture
def model():
    torch.manual_seed(0)
    return Model(ModelConfig(hidden=(16,)), (1, 8, 8))


@pytest.fixture
def pixels(digits):
    return digits.test.pixels[:20]


@pytest.fixture
def thresholds(pixels):
    return data.fixed_thresholds(pixels.shape)


def test_psnr_is_the_formula():
    grey = torch.full((2, 1, 4, 4), 0.5)
    errors = torch.tensor([0.1, 0.01])[:, None, None, None]
    torch.testing.assert_close(explore.psnr(grey + errors, grey), torch.tensor([20.0, 40.0]))
    assert explore.psnr(grey, grey).tolist() == pytest.approx([60, 60])  # not infinitely many
    a, b = np.random.default_rng(0).random((2, 5, 3, 6, 7))
    expected = 20 * np.log10(1 / np.sqrt(((a - b) ** 2).mean((1, 2, 3))))
    np.testing.assert_allclose(explore.psnr(torch.tensor(a), torch.tensor(b)), expected)


def test_rows_of_a_grid_are_vertical_positions_and_columns_horizontal_ones(model):
    horizontal, vertical = torch.tensor([-2.0, 0.0, 3.0]), torch.tensor([-1.0, 5.0])
    grid = explore.decode_grid(model, horizontal, vertical)
    assert grid.shape == (2, 3, 1, 8, 8)
    torch.testing.assert_close(grid[1, 0], explore.decode(model, torch.tensor([-2.0, 5.0])))
    torch.testing.assert_close(grid[0, 2], explore.decode(model, torch.tensor([3.0, -1.0])))
    assert torch.equal(explore.decode_grid(model, horizontal.double(), vertical.double()), grid)


def test_encode_keeps_the_order_of_the_images(model, digits):
    pixels = digits.train.pixels
    thresholds = data.fixed_thresholds(pixels.shape)
    blocks = list(explore.encode(model, pixels, thresholds))
    assert [len(mean) for mean, _ in blocks] == [1000, 437]
    mean, std = map(torch.cat, zip(*blocks, strict=True))
    seen = (pixels > thresholds).float()
    for row in (0, 1, 999, 1000, 1436):
        q = model.encode(seen[row : row + 1])
        torch.testing.assert_close((mean[row], std[row]), (q.mean[0].detach(), q.stddev[0].detach()))


def test_reconstruct_decodes_the_mean_code_and_is_the_same_each_time(model, pixels, thresholds):
    first = explore.reconstruct(model, pixels, thresholds)
    torch.rand(1)  # what others draw does not matter
    second = explore.reconstruct(model, pixels, thresholds)
    assert torch.equal(first.distortion, second.distortion)
    assert torch.equal(first.image, pixels.float() / 255)
    torch.testing.assert_close(first.result, explore.decode(model, first.code))
    torch.testing.assert_close(first.psnr, explore.psnr(first.result, first.image))
    # −log p(x|z) of the binary image the model saw: within sampling error of what it is at the mean code
    at_mean = -model.decode(first.code).log_prob((pixels > thresholds).float()).detach()
    torch.testing.assert_close(first.distortion, at_mean, rtol=0.1, atol=0)


@pytest.mark.parametrize("kind", list(data.CORRUPTIONS))
def test_denoising_compares_the_noisy_with_the_clean(model, pixels, thresholds, kind):
    clean = explore.reconstruct(model, pixels, thresholds)
    still = explore.denoise(model, pixels, thresholds, kind, level=0)
    assert torch.equal(still.denoised, clean.result)
    assert torch.equal(still.noisy_code, clean.code)
    assert torch.equal(still.noisy, clean.image)

    noisy = explore.denoise(model, pixels, thresholds, kind, level=0.3, seed=5)
    picture = data.corrupt(pixels, kind, 0.3, torch.Generator().manual_seed(5))
    of_noisy = explore.reconstruct(model, picture, thresholds)
    assert torch.equal(noisy.noisy, of_noisy.image)
    assert torch.equal(noisy.denoised, of_noisy.result)
    assert torch.equal(noisy.noisy_code, of_noisy.code)
    assert torch.equal(noisy.clean, clean.image)
    assert torch.equal(noisy.clean_code, clean.code)
    assert torch.equal(noisy.reconstruction, clean.result)
    torch.testing.assert_close(noisy.noisy_psnr, explore.psnr(of_noisy.image, clean.image))
    torch.testing.assert_close(noisy.denoised_psnr, explore.psnr(of_noisy.result, clean.image))
    torch.testing.assert_close(noisy.reconstruction_psnr, clean.psnr)


# ---- densities to generate from


def test_a_density_draws_what_its_weights_means_and_scales_say():
    weights = torch.tensor([1.0, 3.0])
    means = torch.tensor([[-10.0, 0.0], [10.0, 5.0]])
    scales = torch.tensor([[[1.0, 0.0], [0.0, 1.0]], [[2.0, 0.0], [-1.0, 0.5]]])
    density = explore.Density(weights, means, scales)
    z = density.sample(40_000, torch.Generator().manual_seed(0))
    assert torch.equal(z, density.sample(40_000, torch.Generator().manual_seed(0)))
    second = z[:, 0] > 0
    assert second.double().mean().item() == pytest.approx(0.75, abs=0.01)
    for part, mean, scale in zip((z[~second], z[second]), means, scales, strict=True):
        np.testing.assert_allclose(part.mean(0), mean, atol=0.06)
        np.testing.assert_allclose(np.cov(part.T), scale @ scale.T, atol=0.12)
    z = explore.standard_normal(3).sample(20_000, torch.Generator().manual_seed(0))
    np.testing.assert_allclose(z.mean(0), 0, atol=0.03)
    np.testing.assert_allclose(np.cov(z.T), np.eye(3), atol=0.04)


@pytest.mark.parametrize("size", [2, 20], ids=["full", "diagonal"])
def test_the_density_fitted_to_codes_has_their_moments_and_their_likelihood(size):
    """Of a mixture of two: the fit, with more components, must explain fresh codes as well as the truth does."""
    rng = np.random.default_rng(0)

    def draw(count):
        which = rng.random(count) < 0.3
        return np.where(which[:, None], -4 + 0.5 * rng.normal(size=(count, size)), 2 + rng.normal(size=(count, size)))

    learned, fresh = draw(3000), draw(1000)
    density = explore.fit_density(torch.tensor(learned).float())
    assert len(density.weights) == 32
    assert density.weights.sum().item() == pytest.approx(1, rel=1e-5)
    mixture = torch.distributions.MixtureSameFamily(
        torch.distributions.Categorical(density.weights),
        torch.distributions.MultivariateNormal(density.means, scale_tril=density.scales, validate_args=False),
    )
    z = torch.tensor(fresh)
    truth = np.logaddexp(
        np.log(0.3) + torch.distributions.Normal(-4, 0.5).log_prob(z).sum(1).numpy(),
        np.log(0.7) + torch.distributions.Normal(2, 1).log_prob(z).sum(1).numpy(),
    )
    found = mixture.log_prob(z.float())
    assert found.mean().item() > truth.mean() - (0.2 if size == 2 else 0.1 * size)
    drawn = density.sample(20_000, torch.Generator().manual_seed(0))
    np.testing.assert_allclose(drawn.mean(0), learned.mean(0), atol=0.1)
    np.testing.assert_allclose(drawn.std(0), learned.std(0), rtol=0.05)
    again = explore.fit_density(torch.tensor(learned).float())
    assert all(torch.equal(a, b) for a, b in zip(density, again, strict=True))


def test_a_density_is_fitted_to_few_codes_too():
    density = explore.fit_density(torch.randn(7, 2, generator=torch.Generator().manual_seed(0)))
    assert len(density.weights) == 1


def test_a_density_is_fitted_to_collapsed_codes_without_a_warning():
    density = explore.fit_density(torch.zeros(500, 2))
    assert density.sample(10, torch.Generator()).abs().max() < 0.1


@pytest.mark.parametrize("likelihood", ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"])
def test_generated_images_are_means_or_draws(likelihood):
    torch.manual_seed(0)
    model = Model(ModelConfig(hidden=(16,), likelihood=likelihood), (1, 4, 4)).requires_grad_(False)
    density = explore.Density(torch.ones(1), torch.tensor([[1.5, -1.0]]), torch.zeros(1, 2, 2))  # one and the same z
    z, means = explore.generate(model, density, 4000, 3, draw_pixels=False)
    again, draws = explore.generate(model, density, 4000, 3, draw_pixels=True)
    assert torch.equal(z, again)
    assert torch.equal(z, torch.tensor([[1.5, -1.0]]).expand(4000, 2))
    p = model.decode(z[0])
    torch.testing.assert_close(means, p.mean.expand(4000, 1, 4, 4))
    assert draws.shape == (4000, 1, 4, 4)
    error = draws.std(0) / 4000**0.5
    assert (draws.mean(0) - p.mean).abs().le(5 * error).all()
    if likelihood != "continuous-bernoulli":  # of which torch's variance is not good enough: see test_models
        torch.testing.assert_close(draws.std(0), p.stddev, rtol=0.08, atol=0)
    assert (draws.unique().tolist() == [0, 1]) == (likelihood == "bernoulli")
    assert not torch.equal(draws, explore.generate(model, density, 4000, 4, draw_pixels=True)[1])


def test_draws_of_independent_pixels_differ():
    model = Model(ModelConfig(family="pixels"), (1, 2, 3)).requires_grad_(False)
    model.decoder.value.copy_(torch.linspace(-2, 2, 6).reshape(1, 2, 3))
    z, draws = explore.generate(model, explore.standard_normal(0), 4000, 0, draw_pixels=True)
    assert z.shape == (4000, 0)
    np.testing.assert_allclose(draws.mean(0), torch.sigmoid(model.decoder.value), atol=0.04)


def test_means_of_independent_pixels_are_the_same_image():
    model = Model(ModelConfig(family="pixels"), (1, 2, 3)).requires_grad_(False)
    model.decoder.value.copy_(torch.linspace(-2, 2, 6).reshape(1, 2, 3))
    means = explore.generate(model, explore.standard_normal(0), 5, 0, draw_pixels=False)[1]
    torch.testing.assert_close(means, torch.sigmoid(model.decoder.value).expand(5, 1, 2, 3))


def test_the_variance_is_that_of_each_pixel():
    torch.manual_seed(0)
    z = torch.randn(3, 5, 2)
    learned = Model(ModelConfig(hidden=(16,), likelihood="gaussian-learned"), (2, 4, 4)).requires_grad_(False)
    raw = learned.decoder(z.reshape(15, 2)).reshape(3, 5, 4, 4, 4)[:, :, 2:]
    torch.testing.assert_close(explore.decode_variance(learned, z), 1e-3 + raw.exp().log1p())
    binary = Model(ModelConfig(hidden=(16,)), (2, 4, 4)).requires_grad_(False)
    on = binary.decode(z).mean
    torch.testing.assert_close(explore.decode_variance(binary, z), on * (1 - on))


def test_an_autoencoder_reconstructs_and_denoises_like_any_other(pixels, thresholds):
    torch.manual_seed(0)
    model = Model(ModelConfig(family="autoencoder", hidden=(16,), likelihood="gaussian"), (1, 8, 8))
    found = explore.reconstruct(model, pixels, thresholds)
    x = pixels.float() / 255
    torch.testing.assert_close(found.code, model.encoder(x))
    torch.testing.assert_close(found.distortion, -model.decode(found.code).log_prob(x))
    still = explore.denoise(model, pixels, thresholds, "masking", level=0)
    torch.testing.assert_close(still.denoised, found.result)
