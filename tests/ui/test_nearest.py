"""What lies near a place: always what a look at every point finds."""

import numpy as np
import pytest

from vaegui.steps import finish
from vaegui.ui.nearest import MANY, Places, sort_points


def clouds():
    """Sets of points (N, 2) of many shapes, by name."""
    generator = np.random.default_rng(0)

    def normal(count, scale=1.0):
        return generator.normal(scale=scale, size=(count, 2))

    centres = 3 * normal(10)
    astray = normal(20_000)
    astray[::40] *= 1e12
    broken = normal(5000)
    broken[::3, 0], broken[1::7, 1], broken[5::11] = np.nan, np.inf, -np.inf
    return {
        "none": np.empty((0, 2)),
        "one": np.array([(0.5, 0.25)]),
        "two": np.array([(0.5, 0.25), (-1.0, 0.25)]),
        "normal": normal(20_000),
        "clusters": centres[generator.integers(0, 10, 20_000)] + normal(20_000, 0.1),
        "a clump and others": np.vstack([normal(19_000, 1e-4), normal(1000)]),
        "identical": np.full((5000, 2), 0.5),
        "two places": np.repeat([(0.5, 0.5), (-0.5, 0.5)], 3000, axis=0),
        "on a line": np.column_stack([np.linspace(-2, 2, 8000), np.zeros(8000)]),
        "a lattice": generator.integers(-10, 11, (20_000, 2)) / 8,
        "far from the origin": normal(8000, 1e-6) + 1e6,
        "some far out": astray,
        "beyond all measure": normal(5000) * np.where(np.arange(5000) % 2, 1.0, 1e300)[:, None],
        "as far apart as can be": np.sign(normal(3000)) * 1.7e308,
        "not all finite": broken,
        "none finite": np.full((3000, 2), np.nan),
    }


CLOUDS = clouds()


def by_looking_at_all(points, x, y, reach, shown):
    """The nearest point, and those within reach, from a look at every point."""
    with np.errstate(over="ignore", invalid="ignore"):
        distances = (points[:, 0] - x) ** 2 + (points[:, 1] - y) ** 2
    is_near = distances <= np.float64(reach) ** 2
    can_be = is_near & np.isfinite(distances) & shown
    nearest = min(np.flatnonzero(can_be), key=lambda row: (distances[row], row), default=-1)
    return nearest, np.flatnonzero(is_near & np.isfinite(distances))


def questions(points):
    """Places and reaches to ask about: at points, near them, amid all and far away."""
    generator = np.random.default_rng(1)
    finite = points[np.isfinite(points).all(1)]
    places = [
        (0.0, 0.0),
        (0.0625, 0.0625),
        (100.0, 100.0),
        (-50.0, 0.1),
        (1e7, -3.0),
        *generator.uniform(-3, 3, (6, 2)),
    ]
    if len(finite):
        at = finite[generator.integers(0, len(finite), 6)]
        places += [*at, *(at[:3] + generator.normal(scale=0.05, size=(3, 2)))]
    for x, y in places:
        for reach in (np.inf, 0.125, 0.02, 0.0):
            yield float(x), float(y), reach


@pytest.mark.parametrize("name", CLOUDS)
def test_sorted_points_answer_as_a_look_at_all_does(name):
    points = CLOUDS[name]
    index, places = finish(sort_points(points)), Places(points)
    some = np.random.default_rng(2).random(len(points)) < 0.3
    for shown in (None, some, np.zeros(len(points), bool)):
        places.set_shown(shown)
        mask = np.ones(len(points), bool) if shown is None else shown
        for x, y, reach in questions(points):
            nearest, near = by_looking_at_all(points, x, y, reach, mask)
            assert index.nearest(x, y, reach, shown) == nearest
            assert places.nearest(x, y, reach) == nearest
            if reach < np.inf:
                assert (np.sort(index.within(x, y, reach)) == near).all()
                assert (np.sort(places.within(x, y, reach)) == near).all()


def test_of_points_at_the_same_distance_the_first_is_the_nearest():
    corners = np.array([(1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0)])
    rows = np.random.default_rng(0).integers(0, 4, 4000)
    index = finish(sort_points(corners[rows]))
    assert index.nearest(0.0, 0.0, np.inf, None) == 0
    late = np.arange(4000) >= 1234
    assert index.nearest(0.0, 0.0, np.inf, late) == 1234
    assert index.nearest(0.9, 0.9, np.inf, late) == np.flatnonzero(late & (rows == 0))[0]


def test_what_is_just_within_reach_counts():
    points = np.vstack([(3.0, 4.0), np.full((5000, 2), 50.0)])
    index, places = finish(sort_points(points)), Places(points)
    assert index.nearest(0.0, 0.0, 5.0, None) == places.nearest(0.0, 0.0, 5.0) == 0
    short = np.nextafter(5.0, 0)
    assert index.nearest(0.0, 0.0, short, None) == places.nearest(0.0, 0.0, short) == -1


def test_many_points_are_sorted_meanwhile_and_the_answers_stay():
    generator = np.random.default_rng(0)
    points = generator.normal(size=(MANY, 2))
    places = Places(points)
    asked = generator.normal(size=(50, 2))
    expected = [((points - place) ** 2).sum(1).argmin() for place in asked]
    assert [places.nearest(x, y) for x, y in asked] == expected  # the first of them by a look at all
    assert places.is_sorted
    assert [places.nearest(x, y) for x, y in asked] == expected


def test_few_points_are_not_sorted():
    places = Places(np.zeros((MANY - 1, 2)))
    for _ in range(50):
        assert places.nearest(0.0, 0.0) == 0
    assert not places.is_sorted
