import math

import numpy as np
import pytest
import scipy.optimize
import scipy.special
import scipy.stats
import torch
from small_models import closed_form_posterior, linear_gaussian, two_modes

from vaegui.quadrature import Mosaic, mosaic
from vaegui.regions import SHARES, regions


def area(line):
    """Enclosed by a closed line (M, 2), by the shoelace formula."""
    x, y = line.T
    return abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2


def tiled(log_density, spacing, reach=4.0):
    """A mosaic of a density, given as its logarithm at places (..., 2), on those tiles that hold any of it."""
    tile = 8 * spacing
    steps = np.arange(round(-reach / tile), round(reach / tile)) * tile
    corner = np.stack(np.meshgrid(steps, steps, indexing="ij"), -1).reshape(-1, 2)
    inside = (np.arange(8) + 0.5) * spacing
    nodes = corner[:, None, None] + np.stack(np.meshgrid(inside, inside, indexing="ij"), -1)  # the first axis is z₁
    table = log_density(nodes)
    held = table.max((1, 2)) > table.max() - 13
    return Mosaic(0.0, torch.from_numpy(corner[held]), spacing, torch.from_numpy(table[held]))


def mixture(*parts):
    """The logarithm of a mixture of Gaussians, given as (share, mean, covariance)."""

    def log_density(z):
        each = [math.log(share) + scipy.stats.multivariate_normal(m, c).logpdf(z) for share, m, c in parts]
        return scipy.special.logsumexp(each, axis=0)

    return log_density


@pytest.mark.parametrize("variance", [0.5, 0.02])
def test_the_regions_of_a_gaussian_posterior_are_its_ellipses(variance):
    """|z|² ~ χ² of two degrees: a share of s lies within the Mahalanobis radius √(−2 log(1 − s))."""
    model, x, w, b = linear_gaussian(variance)
    w = w @ np.array([[1.5, 0.9], [0.0, 0.4]])  # a posterior that is oblique, and not as wide as it is high
    model.decoder[0].weight.copy_(torch.from_numpy(w))
    mean, precision = closed_form_posterior(x, w, b, variance)
    covariance = np.linalg.inv(precision)
    assert covariance[0, 1] < -0.5 * math.sqrt(covariance[0, 0] * covariance[1, 1])
    assert covariance[1, 1] > 1.3 * covariance[0, 0]
    for number in range(3):
        found = regions(mosaic(model, x[number : number + 1], finer=2))
        assert len(found.outlines) == len(SHARES)
        for share, lines in zip(SHARES, found.outlines, strict=True):
            (line,) = lines
            np.testing.assert_array_equal(line[0], line[-1])  # it is closed
            away = line - mean[number]
            radius = math.sqrt(-2 * math.log(1 - share))
            distance = np.sqrt(np.einsum("mi,ij,mj->m", away, precision, away))
            np.testing.assert_allclose(distance, radius, rtol=0.03)
            assert area(line) == pytest.approx(math.pi * radius**2 * math.sqrt(np.linalg.det(covariance)), rel=0.02)
        (mode,) = found.modes
        assert mode.share == pytest.approx(0.99, abs=0.002)
        half = math.sqrt(-2 * math.log(0.01)) * np.sqrt(np.diag(covariance))  # of the box around the ellipse
        expected = [*(mean[number] - half), *(mean[number] + half)]
        np.testing.assert_allclose(mode.box, expected, atol=0.15 * half.min())
        assert np.abs(mode.place - mean[number]).max() < 0.1 * half.max()


def test_two_modes_have_half_of_the_posterior_each_and_a_box_of_their_own():
    model, x, v, b = two_modes()
    mean, _ = closed_form_posterior(x, v, b, 0.01)
    for number in range(5):
        found = regions(mosaic(model, x[number : number + 1], finer=1))
        assert [len(lines) for lines in found.outlines] == [2, 2, 2]
        assert [mode.share for mode in found.modes] == pytest.approx([0.495, 0.495], abs=0.003)
        left, right = sorted(found.modes, key=lambda mode: mode.place)
        for mode, side in ((left, -1), (right, 1)):
            np.testing.assert_allclose(mode.place, mean[number] * (side, 1), atol=0.03)
            assert mode.box[0] < mode.place[0] < mode.box[2]
            assert mode.box[1] < mode.place[1] < mode.box[3]
            size = np.array(mode.box[2:]) - mode.box[:2]
            np.testing.assert_allclose(size, 2 * math.sqrt(-2 * math.log(0.01)) * 0.0995, atol=0.06)


def test_modes_come_with_the_greatest_first_and_tiny_ones_are_left_out():
    parts = [
        (0.3 - 0.003, (-2.0, 1.0), 0.02 * np.eye(2)),
        (0.7, (1.0, -0.5), [[0.04, 0.02], [0.02, 0.03]]),
        (0.003, (2.5, 2.5), 0.0004 * np.eye(2)),  # higher than what is left out of the others, but next to nothing
    ]
    found = regions(tiled(mixture(*parts), 0.02))
    assert [mode.share for mode in found.modes] == pytest.approx([0.7, 0.297], abs=0.01)
    np.testing.assert_allclose(found.modes[0].place, (1.0, -0.5), atol=0.02)
    np.testing.assert_allclose(found.modes[1].place, (-2.0, 1.0), atol=0.02)


@pytest.mark.parametrize("spacing", [0.0125, 0.05])
def test_unequal_modes_share_one_level_of_density(spacing):
    """Their outlines together hold the share; a mode that is flatter and lighter has none of the inner ones."""
    wide, narrow = 0.25, 0.01
    parts = [(0.5, (-1.5, 0.0), wide * np.eye(2)), (0.5, (1.5, 0.5), narrow * np.eye(2))]
    found = regions(tiled(mixture(*parts), spacing))
    # At level t each Gaussian of share ½ holds ½ − 2πσ² t, or nothing where it is nowhere that high.
    heights = [0.5 / (2 * math.pi * v) for v in (wide, narrow)]
    for share, lines in zip(SHARES, found.outlines, strict=True):
        level = scipy.optimize.brentq(
            lambda t, s=share: sum(max(0.0, 0.5 * (1 - t / h)) for h in heights) - s, 1e-9, max(heights)
        )
        expected = [-2 * math.pi * v * math.log(level / h) for v, h in zip((wide, narrow), heights, strict=True)]
        if share == 0.5:
            # All of the wide one is lower than nearly all of the narrow one: its top begins here.
            assert max(area(line) for line in lines) < 0.25 * 2 * math.pi * wide
            continue
        sizes = sorted((area(line) for line in lines), reverse=True)
        np.testing.assert_allclose(sizes, sorted(expected, reverse=True), rtol=0.1)


def test_a_ring_has_an_outline_on_either_side():
    def log_density(z):
        radius = np.sqrt((z**2).sum(-1))
        return -((radius - 2) ** 2) / 0.02 - math.log(2 * math.pi * 2 * math.sqrt(2 * math.pi * 0.01))

    found = regions(tiled(log_density, 0.02))
    for lines, share in zip(found.outlines, SHARES, strict=True):
        inner, outer = sorted(lines, key=area)
        half = 0.1 * scipy.stats.norm.ppf(0.5 + share / 2)
        np.testing.assert_allclose(np.hypot(*inner.T), 2 - half, atol=0.02)
        np.testing.assert_allclose(np.hypot(*outer.T), 2 + half, atol=0.02)
    (mode,) = found.modes
    np.testing.assert_allclose(mode.box, [-2.258, -2.258, 2.258, 2.258], atol=0.05)
