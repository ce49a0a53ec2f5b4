"""Scores of recovered factors: codes of which they are known, entropies by hand, ranks by brute force and by SciPy."""

import math

import numpy as np
import pytest
import scipy.stats
from small_models import run_through

from vaegui import factors, shapes
from vaegui.factors import FactorScores, score
from vaegui.settings import UserError
from vaegui.steps import finish

NAMES = ("x", "y", "scale")


def uniform(count=3000, size=3, seed=0):
    return np.random.default_rng(seed).uniform(-1, 1, (count, size)).astype(np.float32)


def noise(count=3000, size=2, seed=1):
    return np.random.default_rng(seed).normal(size=(count, size)).astype(np.float32)


def scores_of(importance):
    """Scores with these importances (D, F)."""
    table = np.array(importance, dtype=float)
    names = tuple(f"factor {index}" for index in range(table.shape[1]))
    return FactorScores(names, 100, np.zeros_like(table), table, table.sum(0))


# ---- scores of importances, by hand


def test_entropies_are_those_by_hand():
    found = scores_of([[0.6, 0.2, 0.0], [0.2, 0.2, 0.4]])
    half, third = -0.5 * math.log(0.5), -1 / 3 * math.log(1 / 3)
    rows = (
        -(0.75 * math.log(0.75) + 0.25 * math.log(0.25)) / math.log(3),
        -(0.25 * math.log(0.25) * 2) / math.log(3) + half / math.log(3),
    )
    np.testing.assert_allclose(found.disentanglement_of, [1 - entropy for entropy in rows])
    columns = (-(0.75 * math.log2(0.75) + 0.25 * math.log2(0.25)), 1.0, 0.0)
    np.testing.assert_allclose(found.completeness_of, [1 - entropy for entropy in columns], atol=1e-12)
    np.testing.assert_allclose(found.weights, [0.5, 0.5])
    assert found.disentanglement == pytest.approx(1 - sum(rows) / 2)
    assert found.completeness == pytest.approx((0.8 * (1 - columns[0]) + 0.4 * 0 + 0.4 * 1) / 1.6)
    assert found.informativeness == pytest.approx((0.8 + 0.4 + 0.4) / 3)
    even = scores_of([[third] * 3] * 2)
    assert (even.disentanglement, even.completeness) == (pytest.approx(0, abs=1e-12), pytest.approx(0, abs=1e-12))


def test_a_dimension_or_a_factor_without_importance_does_not_count():
    found = scores_of([[1.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.5, 0.0]])
    assert found.disentanglement_of.tolist() == [1, 0, 1]
    assert found.completeness_of.tolist() == [1, 1, 0]
    assert (found.disentanglement, found.completeness, found.informativeness) == (1, 1, 0.5)
    np.testing.assert_allclose(found.weights, [2 / 3, 0, 1 / 3])
    nothing = scores_of(np.zeros((2, 3)))
    assert (nothing.disentanglement, nothing.completeness, nothing.informativeness) == (0, 0, 0)
    assert nothing.weights.tolist() == [0, 0]


def test_what_has_no_meaning_is_no_number():
    line = scores_of([[0.5, 0.5]])
    assert math.isnan(line.completeness)
    assert np.isnan(line.completeness_of).all()
    assert line.disentanglement == pytest.approx(0)
    one = scores_of([[0.5], [0.5]])
    assert math.isnan(one.disentanglement)
    assert np.isnan(one.disentanglement_of).all()
    assert one.completeness == pytest.approx(0)


# ---- scores of codes


def test_codes_that_are_the_factors_in_another_order_score_one():
    truth = uniform()
    order = [2, 0, 1]
    found = finish(score(-3 * truth[:, order] + 1, truth, NAMES))  # whatever their sign and size
    assert min(found.disentanglement, found.completeness, found.informativeness) > 0.98
    expected = np.zeros((3, 3))
    expected[range(3), order] = 1
    np.testing.assert_allclose(found.importance, expected, atol=0.02)
    np.testing.assert_allclose(found.correlation, expected, atol=0.08)
    assert found.correlation[range(3), order] == pytest.approx(1)
    assert (found.names, found.images) == (NAMES, 3000)


def test_codes_rotated_by_45_degrees_tell_as_much_and_are_not_disentangled():
    truth = uniform(size=2)
    turned = truth @ np.array([[1, 1], [-1, 1]]) / math.sqrt(2)
    found = finish(score(turned, truth, NAMES[:2]))
    assert found.informativeness > 0.97
    assert found.disentanglement < 0.05
    assert found.completeness < 0.05
    np.testing.assert_allclose(found.importance, 0.5, atol=0.1)
    np.testing.assert_allclose(found.correlation, np.abs(scipy.stats.spearmanr(turned, truth)[0][:2, 2:]), atol=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_noise_tells_nothing(seed):
    truth = np.column_stack((np.arange(3000) % 4, uniform(size=2)))
    found = finish(score(noise(seed=seed + 1), truth, ("form", "x", "y"), seed))
    assert found.informativeness_of.max() < 0.02
    assert found.importance.max() < 0.02
    assert found.correlation.max() < 0.08
    collapsed = finish(score(np.full((3000, 2), 0.3), truth, ("form", "x", "y")))
    for table in (collapsed.informativeness_of, collapsed.importance, collapsed.correlation):
        assert not table.any()
    assert (collapsed.disentanglement, collapsed.completeness) == (0, 0)


def test_two_factors_of_five_recovered_are_disentangled_and_not_all_there_is():
    dataset = shapes.generate(shapes.ShapesConfig(side=8, count=15_000))
    truth = dataset.test.factors.numpy()
    found = finish(score(truth[:, 1:3], truth, dataset.factors))
    assert found.disentanglement > 0.98
    assert found.completeness > 0.98
    np.testing.assert_allclose(found.informativeness_of, [0, 1, 1, 0, 0], atol=0.02)
    assert found.informativeness == pytest.approx(0.4, abs=0.01)


def test_informativeness_is_the_share_of_variance_that_can_be_told():
    truth = uniform(6000, 2)
    codes = truth + np.array([0.3, 1.0]) * noise(6000)
    found = finish(score(codes, truth, NAMES[:2]))
    for index in range(2):
        # The mean of x given the code, by nearest neighbours among other images: no forest, and no assumption.
        order = np.argsort(codes[:, index])
        means = np.convolve(truth[order, index], np.ones(101) / 101, "same")
        best = 1 - ((truth[order, index] - means)[200:-200] ** 2).mean() / truth[:, index].var()
        assert best - 0.1 < found.informativeness_of[index] < best + 0.03
    np.testing.assert_allclose(found.importance.sum(0), found.informativeness_of)


def test_a_form_is_a_choice_and_its_numbers_have_no_order():
    # Codes 1, 3, 0, 2 for forms 0…3 in an order that no rank correlation finds.
    form = np.random.default_rng(0).integers(0, 4, 3000)
    codes = np.column_stack(
        (np.array([1.0, 3.0, 0.0, 2.0])[form] + 0.1 * noise(3000, 1)[:, 0], noise(3000, 1, 2)[:, 0])
    )
    truth = np.column_stack((form, form)).astype(np.float32)
    found = finish(score(codes, truth, ("form", "rotation")))
    assert found.correlation[0, 0] > 0.95
    assert found.correlation[0, 1] < 0.1
    assert found.informativeness_of[0] == pytest.approx(1, abs=0.01)
    # η² of ranks is the statistic of Kruskal and Wallis, as SciPy has it, over N − 1.
    for dimension in range(2):
        groups = [codes[form == value, dimension] for value in range(4)]
        eta = math.sqrt(scipy.stats.kruskal(*groups).statistic / (len(codes) - 1))
        assert found.correlation[dimension, 0] == pytest.approx(eta)
    assert {shapes.FACTORS[0]} == factors.CHOICES


def test_chance_is_the_most_common_form():
    # Of half of the images the code says which of three forms they are, of the others nothing.
    random = np.random.default_rng(0)
    form = random.choice(3, 5000, p=[0.6, 0.2, 0.2])
    is_told = random.random(5000) < 0.5
    codes = np.where(is_told, 10.0 + form, 0.0)[:, None]
    found = finish(score(codes, form[:, None].astype(np.float32), ("form",)))
    # Right: the told ones, and 60 % of the others; chance: 60 %.
    assert found.informativeness == pytest.approx((0.5 + 0.5 * 0.6 - 0.6) / 0.4, abs=0.04)


def test_ranks_are_those_by_brute_force_with_ties():
    random = np.random.default_rng(0)
    codes = np.column_stack((random.integers(0, 5, 60), random.normal(size=60), np.zeros(60)))
    truth = np.column_stack((random.integers(0, 3, 60), random.normal(size=60) + codes[:, 1]))
    found = finish(score(codes, truth, ("x", "y")))

    def ranks(values):
        return np.array([(values < value).sum() + ((values == value).sum() - 1) / 2 for value in values])

    for i in range(2):
        for j in range(2):
            expected = abs(np.corrcoef(ranks(codes[:, i]), ranks(truth[:, j]))[0, 1])
            assert found.correlation[i, j] == pytest.approx(expected)
            assert found.correlation[i, j] == pytest.approx(abs(scipy.stats.spearmanr(codes[:, i], truth[:, j])[0]))
    assert found.correlation[2].tolist() == [0, 0]  # a constant has no ranks
    assert found.correlation.max() <= 1


# ---- steps, sizes and refusals


def test_the_same_seed_scores_the_same_and_the_share_only_grows():
    truth = uniform(400)
    codes = truth[:, :2] + 0.5 * noise(400)
    shares, found = run_through(score(codes, truth, NAMES, seed=3))
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.1
    assert shares[-1] == pytest.approx(1)
    again = finish(score(codes, truth, NAMES, seed=3))
    for one, other in zip(vars(found).values(), vars(again).values(), strict=True):
        assert np.array_equal(one, other)
    assert not np.array_equal(found.importance, finish(score(codes, truth, NAMES, seed=4)).importance)


def test_of_many_images_a_random_part_is_used():
    truth = np.concatenate((np.zeros((6000, 2)), uniform(6000, 2)))  # the first ones say nothing
    found = finish(score(truth, truth, NAMES[:2]))
    assert found.images == factors.MOST_IMAGES
    assert found.disentanglement > 0.95
    assert finish(score(truth[5900:6100], truth[5900:6100], NAMES[:2])).images == 200


def test_codes_of_many_dimensions_are_scored_by_fewer_trees():
    truth = uniform(200, 2)
    codes = np.concatenate((truth, noise(200, 300)), 1)
    shares, found = run_through(score(codes, truth, NAMES[:2]))
    assert len(shares) == 2 * factors.FEWEST_TREES
    assert found.importance.shape == found.correlation.shape == (302, 2)
    assert found.informativeness > 0.9
    assert len(run_through(score(truth, truth, NAMES[:2]))[0]) == 2 * factors.MOST_TREES


@pytest.mark.parametrize(
    ("codes", "names", "words"),
    [
        (np.zeros((100, 0)), NAMES, "no codes"),
        (np.zeros((100, 2)), (), "Nothing is known"),
        (np.zeros((19, 2)), NAMES, "20 images at least; here are 19"),
        (np.where(np.arange(200).reshape(100, 2) == 77, np.nan, 0), NAMES, "not finite"),
        (np.where(np.arange(200).reshape(100, 2) == 77, np.inf, 0), NAMES, "not finite"),
    ],
)
def test_what_cannot_be_scored_is_refused(codes, names, words):
    with pytest.raises(UserError, match=words):
        finish(score(codes, np.zeros((len(codes), len(names))), names))


def test_twenty_images_are_enough_to_say_something():
    truth = uniform(20)
    found = finish(score(truth, truth, NAMES))
    assert found.images == 20
    assert np.isfinite(found.importance).all()
    forms = np.zeros((20, 1))
    forms[3] = 1  # a form that one half may not have at all
    assert 0 <= finish(score(truth, forms, ("form",))).informativeness <= 1
