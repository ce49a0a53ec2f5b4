import numpy as np
import pytest
import torch

from vaegui import data


def test_dynamic_binarisation_is_on_with_probability_exactly_grey():
    pixels, thresholds = torch.arange(256, dtype=torch.uint8), torch.arange(255, dtype=torch.uint8)
    seen = data.observe(pixels[:, None], "dynamic", thresholds[None])  # every pixel value under every threshold
    assert torch.equal(seen.sum(1), torch.arange(256.0))  # on for g of the 255 thresholds
    assert seen.unique().tolist() == [0, 1]


def test_thresholds_are_uniform_on_0_to_254():
    drawn = data.random_thresholds((1000, 255), torch.Generator().manual_seed(0))
    counts = drawn.flatten().int().bincount(minlength=256)
    assert counts[255] == 0
    assert (counts[:255] - 1000).abs().max() < 5 * 1000**0.5
    assert torch.equal(data.fixed_thresholds((5, 1, 8, 8)), data.fixed_thresholds((5, 1, 8, 8)))


def test_the_other_ways_to_observe():
    pixels = torch.tensor([0, 51, 127, 128, 255], dtype=torch.uint8)
    assert data.observe(pixels, "threshold").tolist() == [0, 0, 0, 1, 1]
    torch.testing.assert_close(data.observe(pixels, "none"), torch.tensor([0, 0.2, 127 / 255, 128 / 255, 1]))
    with pytest.raises(ValueError, match="thresholds"):
        data.observe(pixels, "dynamic")


# ---- corruptions


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


@pytest.mark.parametrize("kind", list(data.CORRUPTIONS))
def test_a_corruption_of_level_0_changes_nothing_and_a_seed_is_a_noise(kind, digits):
    pixels = digits.test.pixels
    before = pixels.clone()
    assert torch.equal(data.corrupt(pixels, kind, 0, seeded(3)), pixels)
    noisy = data.corrupt(pixels, kind, 0.5, seeded(3))
    assert (noisy.dtype, noisy.shape) == (torch.uint8, pixels.shape)
    assert torch.equal(noisy, data.corrupt(pixels, kind, 0.5, seeded(3)))
    assert not torch.equal(noisy, data.corrupt(pixels, kind, 0.5, seeded(4)))
    going_on = seeded(3)
    assert torch.equal(noisy, data.corrupt(pixels, kind, 0.5, going_on))
    assert not torch.equal(noisy, data.corrupt(pixels, kind, 0.5, going_on))  # new noise each time in training
    assert torch.equal(pixels, before)


def test_gaussian_noise_has_the_standard_deviation_asked_for_and_only_grows():
    grey = torch.full((100, 1, 32, 32), 128, dtype=torch.uint8)
    noise = {level: data.corrupt(grey, "gaussian", level, seeded()).numpy() / 255 - 128 / 255 for level in (0.05, 0.1)}
    for level, values in noise.items():
        assert values.mean() == pytest.approx(0, abs=1e-3)
        assert values.std() == pytest.approx(level, rel=0.01)
    assert np.abs(noise[0.1] - 2 * noise[0.05]).max() <= 1.5 / 255 + 1e-9  # rounding to whole greys apart
    full = data.corrupt(grey, "gaussian", 1.0, seeded()).numpy()
    assert (full == 0).mean() == pytest.approx((full == 255).mean(), abs=0.01)  # cut off, not wrapped around
    assert 0.25 < (full == 255).mean() < 0.35


@pytest.mark.parametrize(("kind", "white"), [("salt-and-pepper", 0.5), ("masking", 0)])
def test_the_share_asked_for_is_hit_and_only_grows(kind, white):
    grey = torch.full((100, 1, 32, 32), 100, dtype=torch.uint8)
    noisy = {level: data.corrupt(grey, kind, level, seeded()).numpy() for level in (0.2, 0.5, 1.0)}
    for level, values in noisy.items():
        assert (values != 100).mean() == pytest.approx(level, abs=0.01)
        assert (values == 255).mean() == pytest.approx(level * white, abs=0.01)
        assert set(np.unique(values)) <= {0, 100, 255}
    hit = noisy[0.2] != 100
    assert np.array_equal(noisy[0.2][hit], noisy[0.5][hit])
    assert np.array_equal(noisy[0.5][noisy[0.5] != 100], noisy[1.0][noisy[0.5] != 100])


# ---- batches and splits


def test_minibatches_visit_every_image_once_in_a_new_order_each_time():
    generator = torch.Generator().manual_seed(0)
    first, second = (list(data.minibatches(103, 25, generator)) for _ in range(2))
    assert [len(rows) for rows in first] == [25, 25, 25, 25, 3]
    assert torch.cat(first).sort().values.tolist() == list(range(103))
    assert torch.cat(second).sort().values.tolist() == list(range(103))
    assert len({tuple(torch.cat(rows).tolist()) for rows in (first, second)} | {tuple(range(103))}) == 3


@pytest.mark.parametrize(
    ("count", "share", "held_out"), [(1000, 0.1, 100), (10, 0.25, 2), (2, 0.9, 1), (9, 1e-3, 1), (5, 0.9, 4)]
)
def test_validation_is_held_out_at_random_and_the_same_each_time(count, share, held_out):
    train, validation = data.split_validation(count, share, seed=1)
    assert (len(train), len(validation)) == (count - held_out, held_out)
    assert torch.cat((train, validation)).sort().values.tolist() == list(range(count))
    again = data.split_validation(count, share, seed=1)
    assert torch.equal(train, again[0])
    assert torch.equal(validation, again[1])
    if count == 1000:
        assert not torch.equal(validation, data.split_validation(count, share, seed=2)[1])
        assert 400 < validation.float().mean() < 600
