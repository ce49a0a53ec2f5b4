import itertools

import numpy as np
import pytest
import scipy.stats
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


# ---- where the model pulls codes to


@pytest.fixture
def contraction():
    """A linear autoencoder whose decoder and encoder, one after the other, halve the way to a place."""
    torch.manual_seed(0)
    config = ModelConfig(family="autoencoder", hidden=(), likelihood="gaussian", output="linear")
    model = Model(config, (1, 4, 4)).requires_grad_(False)
    encoder, decoder = model.encoder[-1], model.decoder[-1]
    basis = torch.linalg.qr(torch.randn(16, 2))[0]
    place = torch.tensor([1.5, -2.0])
    decoder.weight.copy_(basis)
    encoder.weight.copy_(basis.T / 2)
    encoder.bias.copy_(place / 2 - encoder.weight @ decoder.bias)
    return model, place


def test_a_pull_to_a_place_halves_the_way_each_time(contraction):
    model, place = contraction
    start = torch.tensor([-4.0, 3.0])
    trail = explore.pull(model, start, 12)
    assert trail.shape == (13, 2)
    steps = 0.5 ** torch.arange(13.0)[:, None]
    torch.testing.assert_close(trail, place + steps * (start - place), atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(explore.pull(model, place, 5), place.expand(6, 2), atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("changes", [{}, {"family": "autoencoder", "likelihood": "gaussian"}], ids=["vae", "ae"])
def test_a_pull_is_decode_and_encode_by_turns(changes):
    torch.manual_seed(0)
    model = Model(ModelConfig(hidden=(16,), latent_size=3, **changes), (1, 8, 8))
    start = torch.tensor([2.0, -1.0, 0.5], dtype=torch.float64)
    trail = explore.pull(model, start, 4)
    assert not trail.requires_grad
    assert torch.equal(trail[0], start.float())
    for before, after in itertools.pairwise(trail):
        grey = torch.sigmoid(model.decoder(before[None])).reshape(1, 1, 8, 8)  # as it is, not binarised
        torch.testing.assert_close(after, model.encoder(grey)[0, :3].detach())
    assert torch.equal(explore.pull(model, start, 0), trail[:1])


# ---- the aggregate posterior


def test_the_aggregate_posterior_is_the_mixture_of_all_posteriors():
    generator = torch.Generator().manual_seed(0)
    mean, z = torch.randn(70, 3, generator=generator), 2 * torch.randn(600, 3, generator=generator)
    std = 0.05 + torch.rand(70, 3, generator=generator)
    mixture = torch.distributions.MixtureSameFamily(
        torch.distributions.Categorical(torch.ones(70, dtype=torch.float64)),
        torch.distributions.Independent(torch.distributions.Normal(mean.double(), std.double()), 1),
    )
    found = explore.Aggregate(mean, std).density(z)
    assert found.shape == (600,)
    np.testing.assert_allclose(found, mixture.log_prob(z.double()).exp(), rtol=1e-6, atol=1e-300)


@pytest.fixture
def points():
    """Codes without a σ, correlated, of very different spread in two dimensions."""
    rng = np.random.default_rng(0)
    return rng.normal(size=(150, 2)) @ np.array([[1.0, 0.08], [0.0, 0.1]]) + (3.0, -1.0)


def test_where_codes_are_points_it_is_a_kernel_density_of_scotts_width(points):
    from sklearn.neighbors import KernelDensity

    spread = points.std(0)
    # In units of the codes' own spread all dimensions have the same bandwidth.
    oracle = KernelDensity(bandwidth=150 ** (-1 / 6), kernel="gaussian", rtol=1e-10).fit(points / spread)
    z = points[:40] + np.random.default_rng(1).normal(size=(40, 2)) * 2 * spread
    expected = np.exp(oracle.score_samples(z / spread)) / spread.prod()
    found = explore.Aggregate(torch.tensor(points), torch.zeros(150, 2)).density(torch.tensor(z))
    np.testing.assert_allclose(found, expected, rtol=1e-6)


def test_where_codes_are_points_and_others_have_a_width_each_has_its_own(points):
    std = np.zeros((150, 2))
    std[::3] = (0.4, 0.02)
    width = np.where(std > 0, std, points.std(0) * 150 ** (-1 / 6))
    z = points[:30] + 0.05
    kernels = scipy.stats.norm.pdf(z[:, None], points, width).prod(2)  # (M, N)
    found = explore.Aggregate(torch.tensor(points), torch.tensor(std)).density(torch.tensor(z))
    np.testing.assert_allclose(found, kernels.mean(1), rtol=1e-6)


@pytest.mark.parametrize("share", [0, 0.5, 1], ids=["points", "mixed", "posteriors"])
def test_an_aggregate_posterior_is_a_density(points, share):
    std = torch.zeros(150, 2)
    std[: int(share * 150)] = torch.tensor([0.3, 0.05])
    x, y = torch.linspace(-4, 10, 281), torch.linspace(-3, 1, 241)
    z = torch.cartesian_prod(x, y)
    density = explore.Aggregate(torch.tensor(points).float(), std).density(z).reshape(281, 241)
    assert (density >= 0).all()
    total = torch.trapezoid(torch.trapezoid(density, y.double()), x.double())
    assert total.item() == pytest.approx(1, abs=1e-3)


def test_far_from_all_codes_there_is_nothing_and_never_no_number():
    far = torch.tensor([[1e4, -1e4]])
    one = torch.zeros(1, 2)
    assert explore.Aggregate(one, torch.ones(1, 2)).density(far).tolist() == [0]
    # Codes that are all the same have no spread to take a width from.
    assert explore.Aggregate(torch.zeros(5, 2), torch.zeros(5, 2)).density(far).tolist() == [0]
    assert explore.Aggregate(torch.zeros(5, 2), torch.zeros(5, 2)).density(one).isfinite().all()


# ---- the aggregate posterior in cells, and its holes


def test_cells_hold_what_the_distribution_functions_of_all_posteriors_say():
    rng = np.random.default_rng(0)
    mean, std = rng.normal(size=(50, 2)), 0.02 + 0.5 * rng.random((50, 2))
    horizontal, vertical = np.arange(-2.4, 2.5, 0.4), np.arange(-1.5, 2.1, 0.3)  # an even lattice, in part only
    found = explore.aggregate_cells(*map(torch.tensor, (mean, std, horizontal, vertical)))
    assert found.shape == (len(vertical), len(horizontal))
    for row, column in np.ndindex(*found.shape):
        edges = [(horizontal[column] - 0.2, horizontal[column] + 0.2), (vertical[row] - 0.15, vertical[row] + 0.15)]
        share = [
            scipy.stats.norm.cdf(high, mean[:, axis], std[:, axis])
            - scipy.stats.norm.cdf(low, mean[:, axis], std[:, axis])
            for axis, (low, high) in enumerate(edges)
        ]
        expected = (share[0] * share[1]).mean() / (0.4 * 0.3)
        assert found[row, column].item() == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_cells_count_as_many_draws_as_fall_into_them():
    rng = np.random.default_rng(1)
    mean, std = rng.normal(size=(30, 2)), 0.05 + 0.3 * rng.random((30, 2))
    horizontal, vertical = np.arange(-2.75, 3, 0.5), np.arange(-2.8, 3, 0.4)
    found = explore.aggregate_cells(*map(torch.tensor, (mean, std, horizontal, vertical)))
    z = (mean + std * rng.normal(size=(20_000, 30, 2))).reshape(-1, 2)
    edges = [np.append(vertical - 0.2, vertical[-1] + 0.2), np.append(horizontal - 0.25, horizontal[-1] + 0.25)]
    counts, _, _ = np.histogram2d(z[:, 1], z[:, 0], edges)
    expected = counts / len(z)
    mass = found.numpy() * 0.5 * 0.4
    np.testing.assert_allclose(mass, expected, atol=5 * np.sqrt(0.25 * mass.max() / len(z)))


@pytest.mark.parametrize("narrow", [0.0, 1e-6, 0.3])
def test_cells_over_all_codes_add_up_to_one_however_narrow_they_are(narrow):
    mean = torch.tensor(np.random.default_rng(0).normal(size=(200, 2)))
    axis = torch.arange(-7.95, 8, 0.1, dtype=torch.double)
    cells = explore.aggregate_cells(mean, torch.full((200, 2), narrow), axis, axis)
    assert cells.sum().item() * 0.1**2 == pytest.approx(1, abs=1e-9)
    if narrow < 0.1:
        counts, _, _ = np.histogram2d(*mean.numpy().T[::-1], [np.arange(-8, 8.01, 0.1)] * 2)
        np.testing.assert_allclose(cells * 0.1**2, counts / 200, atol=1e-4)


def test_small_cells_have_the_density_of_their_middles():
    generator = torch.Generator().manual_seed(0)
    mean, std = torch.randn(40, 2, generator=generator), 0.2 + torch.rand(40, 2, generator=generator)
    axis = torch.linspace(-1, 1, 81)
    cells = explore.aggregate_cells(mean, std, axis, axis)
    rows, columns = torch.meshgrid(axis, axis, indexing="ij")
    middles = explore.Aggregate(mean, std).density(torch.stack([columns, rows], -1).reshape(-1, 2))
    np.testing.assert_allclose(cells, middles.reshape(81, 81), rtol=2e-3)


def test_codes_like_the_prior_leave_no_hole_and_one_narrow_code_leaves_hardly_anything_else():
    assert explore.hole_share(torch.zeros(3, 2), torch.ones(3, 2)) == pytest.approx(0, abs=1e-6)
    z = torch.randn(4000, 2, generator=torch.Generator().manual_seed(0))
    assert explore.hole_share(z, torch.full((4000, 2), 0.3)) < 0.01
    assert explore.hole_share(torch.zeros(1, 2), torch.full((1, 2), 0.01)) > 0.99
    assert explore.hole_share(torch.full((2, 2), 30.0), torch.ones(2, 2)) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("below", [0.1, 0.5])
@pytest.mark.parametrize("std", [0.3, 0.7])
def test_the_hole_around_one_code_is_known_in_closed_form(std, below, size):
    """N(0, s²I) has a share b of the prior's density where |z|² = −2 (log b + D log s) / (1/s² − 1)."""
    square = -2 * (np.log(below) + size * np.log(std)) / (1 / std**2 - 1)
    found = explore.hole_share(torch.zeros(4, size), torch.full((4, size), std), below)
    assert found == pytest.approx(scipy.stats.chi2(size).sf(square), abs=0.005 if size == 2 else 0.02)


def test_a_half_plane_without_codes_is_a_hole_of_a_half():
    axis = torch.arange(-5, 5.01, 0.1)
    z = torch.cartesian_prod(axis[axis < -0.05], axis)
    weight = torch.exp(-z.square().sum(1) / 2)
    chosen = torch.multinomial(weight, 20_000, replacement=True, generator=torch.Generator().manual_seed(0))
    found = explore.hole_share(z[chosen], torch.full((20_000, 2), 0.08))
    assert found == pytest.approx(0.5, abs=0.05)


# ---- the entropy of pixels


@pytest.mark.parametrize("likelihood", ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"])
def test_the_entropy_is_that_of_all_pixels_together(likelihood):
    torch.manual_seed(0)
    model = Model(ModelConfig(hidden=(16,), likelihood=likelihood), (2, 3, 3)).requires_grad_(False)
    for value in model.parameters():
        value *= 3
    z = torch.randn(130, 2, 2, generator=torch.Generator().manual_seed(0))  # more than a block
    found = explore.entropy(model, z)
    assert found.shape == (130, 2)
    for place in ((0, 0), (63, 1), (64, 0), (129, 1)):
        pixels = model.decode(z[place]).base_dist
        if likelihood == "bernoulli":
            expected = scipy.stats.bernoulli(pixels.mean.double().numpy()).entropy().sum()
        elif likelihood == "continuous-bernoulli":
            x = (np.arange(20_000) + 0.5) / 20_000
            logit = 15 * np.tanh(model.decoder(z[place][None]).double().numpy().ravel()[:, None] / 15)
            density = np.exp(logit * x) * logit / np.expm1(logit)
            expected = -(density * np.log(density)).mean(1).sum()
        else:
            expected = scipy.stats.norm.entropy(0, pixels.stddev.double().numpy()).sum()
        assert found[place].item() == pytest.approx(expected, rel=1e-4, abs=1e-4)


def test_without_doubt_there_is_no_entropy_and_with_nothing_but_doubt_log_2_of_each_pixel(model):
    with torch.no_grad():
        model.decoder[-1].weight.zero_()
        for bias, expected in ((0.0, 64 * np.log(2)), (100.0, 0.0), (-100.0, 0.0)):
            model.decoder[-1].bias.fill_(bias)
            np.testing.assert_allclose(explore.entropy(model, torch.zeros(3, 2)), expected, atol=1e-4)
