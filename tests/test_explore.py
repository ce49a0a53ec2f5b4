import numpy as np
import pytest
import torch

from vaegui import data, explore
from vaegui.models import VAE, ModelConfig


@pytest.fixture
def model():
    torch.manual_seed(0)
    return VAE(ModelConfig(hidden=(16,)), (1, 8, 8))


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
    assert explore.psnr(grey, grey).tolist() == [float("inf")] * 2
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


def test_encode_keeps_the_order_of_the_images(model, pixels, thresholds):
    blocks = list(explore.encode(model, pixels, thresholds, block=7))
    assert [len(mean) for mean, _ in blocks] == [7, 7, 6]
    seen = (pixels > thresholds).float()
    for row, (mean, std) in enumerate(zip(*map(torch.cat, zip(*blocks, strict=True)), strict=True)):
        q = model.encode(seen[row : row + 1])
        torch.testing.assert_close((mean, std), (q.mean[0].detach(), q.stddev[0].detach()))


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
    picture = data.corrupt(pixels, kind, 0.3, seed=5)
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
