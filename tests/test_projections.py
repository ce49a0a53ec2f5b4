"""Planes of codes: there and back, against brute force, scikit-learn and closed forms."""

import numpy as np
import pytest
import scipy.spatial
import scipy.stats
import torch
from sklearn.decomposition import PCA

from vaegui.narration import rate_per_dimension
from vaegui.projections import NEAREST, Axes, Embedded, largest, name_of, principal, variance_of_dimensions


@pytest.fixture
def codes():
    """Codes (300, 6) whose dimensions vary differently and depend on one another."""
    generator = np.random.default_rng(3)
    return generator.normal(size=(300, 6)) @ generator.normal(size=(6, 6)) * [3, 1, 0.1, 2, 0.5, 0] + 0.7


def planes(codes):
    return [Axes(codes.shape[1], 3, 1), principal(codes)]


def test_dimensions_are_counted_from_one():
    assert [name_of(index) for index in (0, 2, 16, 63)] == ["z₁", "z₃", "z₁₇", "z₆₄"]


@pytest.mark.parametrize("which", [0, 1], ids=["axes", "pca"])
def test_a_place_that_is_lifted_is_at_that_place_and_across_the_plane_nothing_changes(codes, which):
    plane, base = planes(codes)[which], codes[7]
    places = np.random.default_rng(0).normal(size=(4, 5, 2)) * 3
    lifted = plane.lift(places, base)
    assert lifted.shape == (4, 5, 6)
    np.testing.assert_allclose(plane.project(lifted), places, atol=1e-12)
    # What is across the plane: the difference to the base, less what of it lies in the plane, is nothing.
    inside = np.stack([plane.lift(unit, base) - plane.lift(np.zeros(2), base) for unit in np.eye(2)])  # (2, D)
    moved = lifted - base
    np.testing.assert_allclose(moved - moved @ inside.T @ inside, 0, atol=1e-12)
    np.testing.assert_allclose(plane.lift(plane.project(base), base), base, atol=1e-12)


def test_axes_take_coordinates_as_they_are(codes):
    plane = Axes(6, 4, 0)
    assert plane.names == ("z₅", "z₁")
    assert plane.in_words == "z₅ and z₁ of 6 dimensions"
    codes[0] = [np.nan, np.inf, 1, 2, 3, 4]  # of a model that diverged
    np.testing.assert_array_equal(plane.project(codes), np.stack([codes[:, 4], codes[:, 0]], 1))
    lifted = plane.lift(np.array([8.0, 9.0]), codes[1])
    np.testing.assert_array_equal(lifted, [9.0, *codes[1, 1:4], 8.0, codes[1, 5]])


def test_the_principal_plane_is_that_of_scikit_learn(codes):
    codes = np.concatenate([codes, np.full((1, 6), np.nan)])  # which is left out
    plane, theirs = principal(codes), PCA(2, svd_solver="full").fit(codes[:-1])
    np.testing.assert_allclose(plane.shares, theirs.explained_variance_ratio_, rtol=1e-9)
    for ours, other in zip(plane.basis.T, theirs.components_, strict=True):
        assert ours[np.abs(ours).argmax()] > 0
        np.testing.assert_allclose(ours, other * np.sign(other[np.abs(other).argmax()]), atol=1e-9)
    np.testing.assert_allclose(plane.basis.T @ plane.basis, np.eye(2), atol=1e-12)
    # Up to the origin, which is the codes' own here, places are scikit-learn's scores.
    centred = plane.project(codes[:-1]) - plane.project(codes[:-1].mean(0))
    np.testing.assert_allclose(np.abs(centred), np.abs(theirs.transform(codes[:-1])), atol=1e-9)
    assert plane.titles[0] == f"PC 1 ({100 * theirs.explained_variance_ratio_[0]:.0f} % of variance)"


def test_the_prior_of_the_principal_plane_is_standard_normal(codes):
    draws = np.random.default_rng(1).normal(size=(20_000, 6))
    places = principal(codes).project(draws)
    np.testing.assert_allclose(np.cov(places.T), np.eye(2), atol=0.03)
    np.testing.assert_allclose(places.mean(0), 0, atol=0.03)


def test_without_codes_there_is_no_principal_plane():
    assert principal(np.full((4, 3), np.inf)) is None
    same = principal(np.ones((5, 3)))  # of a model that collapsed whole
    assert same.shares == (0.0, 0.0)
    np.testing.assert_allclose(same.basis.T @ same.basis, np.eye(2), atol=1e-12)


@pytest.mark.parametrize("which", [0, 1], ids=["axes", "pca"])
def test_an_ellipse_on_the_plane_is_that_of_draws(codes, which):
    plane = planes(codes)[which]
    std = np.array([0.1, 2.0, 0.5, 1.0, 0.3, 0.7])
    draws = np.random.default_rng(2).normal(size=(200_000, 6)) * std
    root = plane.scale(std)
    np.testing.assert_allclose(root @ root.T, np.cov(plane.project(draws).T), atol=0.03)
    if which == 0:
        np.testing.assert_array_equal(plane.marginal(std[None]), [[1.0, 2.0]])
        np.testing.assert_array_equal(root, np.diag([1.0, 2.0]))
    else:
        assert plane.marginal(std[None]) is None  # the two components depend on one another


def test_between_embedded_codes_their_neighbours_speak_by_inverse_distance(codes):
    places = np.random.default_rng(5).normal(size=(300, 2))
    plane = Embedded(codes, places)
    wanted = np.random.default_rng(6).normal(size=(700, 2))
    lifted = plane.lift(wanted, codes[0])
    for place, code in zip(wanted, lifted, strict=True):
        distances = np.hypot(*(places - place).T)
        near = np.argsort(distances)[:NEAREST]
        weights = 1 / distances[near]
        np.testing.assert_allclose(code, weights @ codes[near] / weights.sum(), rtol=1e-9)
    back = plane.project(lifted[:50])
    for code, place in zip(lifted[:50], back, strict=True):
        distances = np.linalg.norm(codes - code, axis=1)
        near = np.argsort(distances)[:NEAREST]
        weights = 1 / distances[near]
        np.testing.assert_allclose(place, weights @ places[near] / weights.sum(), rtol=1e-6)


def test_a_lifted_place_lies_in_the_hull_of_its_neighbours():
    generator = np.random.default_rng(8)
    codes, places = generator.normal(size=(60, 2)), generator.normal(size=(60, 2))
    plane = Embedded(codes, places)
    for place in generator.normal(size=(40, 2)) * 2:
        near = np.argsort(np.hypot(*(places - place).T))[:NEAREST]
        hull = scipy.spatial.Delaunay(codes[near])
        assert hull.find_simplex(plane.lift(place, codes[0]), tol=1e-9) >= 0


def test_at_an_embedded_code_it_is_that_code(codes):
    codes[:, 5] = np.arange(300) / 100  # no two are the same
    places = np.random.default_rng(5).normal(size=(300, 2))
    plane = Embedded(codes, places)
    np.testing.assert_array_equal(plane.lift(places, codes[0]), codes)
    np.testing.assert_array_equal(plane.project(codes), places)
    np.testing.assert_array_equal(plane.project(codes[20:90].copy()), places[20:90])
    assert plane.is_of(codes.copy())
    assert not plane.is_of(codes[1:])
    assert not plane.is_exact
    assert plane.scale(np.ones(6)) is plane.marginal(np.ones((1, 6))) is None


def test_of_a_few_codes_all_are_neighbours():
    plane = Embedded(np.array([[0.0, 0, 0], [2.0, 0, 4]]), np.array([[0.0, 0], [1.0, 0]]))
    np.testing.assert_allclose(plane.lift(np.array([0.5, 3.0]), np.zeros(3)), [1, 0, 2])


def test_the_first_plane_has_what_tells_most():
    plane = largest(np.array([0.001, 2.0, 0.3, 2.5]))
    assert (plane.right, plane.up, plane.dimensions) == (1, 3, 4)
    plane = largest(np.zeros(3))
    assert (plane.right, plane.up) == (0, 1)


def test_what_dimensions_are_told_by(codes):
    codes = np.concatenate([codes, np.full((1, 6), np.nan)])
    np.testing.assert_allclose(variance_of_dimensions(codes), codes[:-1].var(0))
    np.testing.assert_array_equal(variance_of_dimensions(codes[-1:]), np.zeros(6))
    mean, std = torch.randn(50, 6), torch.rand(50, 6) + 0.01
    q, prior = torch.distributions.Normal(mean.double(), std.double()), torch.distributions.Normal(0.0, 1.0)
    expected = torch.distributions.kl_divergence(q, prior).mean(0)
    torch.testing.assert_close(rate_per_dimension(mean, std), expected, rtol=1e-6, atol=1e-7)
