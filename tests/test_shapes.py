"""Generated shapes: drawn right to a grey level or two, told apart by their names, and the same for ever."""

import string
from dataclasses import replace

import numpy as np
import pydantic
import pytest
import scipy.stats
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from small_models import run_through

from vaegui import shapes
from vaegui.settings import UserError, as_flags, parse, settings_of
from vaegui.shapes import FACTORS, FORMS, RANGES, ShapesConfig, config_from, generate, generate_steps, name_of, title_of

SUBSAMPLES = 32  # along each side of a pixel
configs = st.builds(
    lambda varying, **more: ShapesConfig(**dict.fromkeys(FACTORS, False) | dict.fromkeys(varying, True), **more),
    st.sets(st.sampled_from(FACTORS), min_size=1),
    side=st.integers(8, 128) | st.just(28),
    count=st.integers(100, 20_000_000) | st.just(10_000),
    tests=st.integers(20, 20_000_000) | st.just(0),
    seed=st.integers(0, 2**31 - 1) | st.just(0),
)


def only(*varying, **more):
    return ShapesConfig(**dict.fromkeys(FACTORS, False) | dict.fromkeys(varying, True) | more)


def all_factors(config, images):
    """All six factors (N, 6) of images, in the order of FACTORS."""
    middle = {name: sum(RANGES[name]) / 2 for name in RANGES} | {"form": 0}
    given = dict(zip(config.varying, images.factors.double().numpy().T, strict=True))
    return np.stack([given.get(name, np.full(len(images), middle[name])) for name in FACTORS], 1)


# ---- the same images by brute force: which of many points in each pixel are inside


def inside_triangle(u, v):
    """Base 2, height 2.8; u, v from the centre of gravity, v upwards, in units of √area."""
    unit = np.sqrt(2 * 2.8 / 2)
    u, v = u * unit, v * unit + 2.8 / 3
    return (v > 0) & (np.abs(u) < 1 - v / 2.8)


def inside_half_disc(u, v):
    unit = np.sqrt(np.pi / 2)
    u, v = u * unit, v * unit + 4 / (3 * np.pi)
    return (v > 0) & (u**2 + v**2 < 1)


def inside_l(u, v):
    """Three squares above each other, and one on the right of the lowest."""
    u, v = u * 2 + 0.75, v * 2 + 1.25
    return ((u > 0) & (u < 1) & (v > 0) & (v < 3)) | ((u > 0) & (u < 2) & (v > 0) & (v < 1))


def inside_arrow(u, v):
    """A shaft of 1 × 1.4, and above it a triangle of base 3 and height 1.8."""
    shaft, head = 1.4, 3 * 1.8 / 2
    unit = np.sqrt(shaft + head)
    u, v = u * unit, v * unit + (shaft * 0.7 + head * (1.4 + 0.6)) / (shaft + head)
    return ((np.abs(u) < 0.5) & (v > 0) & (v <= 1.4)) | ((v > 1.4) & (np.abs(u) < 1.5 * (1 - (v - 1.4) / 1.8)))


INSIDE = dict(zip(FORMS, (inside_triangle, inside_half_disc, inside_l, inside_arrow), strict=True))


def brute_force(factors, side):
    """The share of each pixel (side, side) that is inside, by SUBSAMPLES² points in each."""
    form, x, y, scale, rotation, _ = factors
    points = (np.arange(side * SUBSAMPLES) + 0.5) / SUBSAMPLES / side
    right, up = points[None, :] - x, (1 - points[:, None]) - y
    turn = np.radians(rotation)
    u = (np.cos(turn) * right + np.sin(turn) * up) / scale
    v = (-np.sin(turn) * right + np.cos(turn) * up) / scale
    found = INSIDE[FORMS[int(form)]](u, v)
    return found.reshape(side, SUBSAMPLES, side, SUBSAMPLES).mean((1, 3))


@pytest.mark.parametrize("side", [8, 28, 61, 128])
def test_a_pixel_is_as_light_as_the_share_of_it_that_is_covered(side):
    config = ShapesConfig(side=side, count=100, seed=1)
    images = generate(config).train
    factors = all_factors(config, images)
    worst = []
    for form in range(len(FORMS)):
        for row in np.flatnonzero(factors[:, 0] == form)[: 4 if side < 100 else 1]:
            reference = 255 * brute_force(factors[row], side)
            worst.append(np.abs(images.pixels[row, 0].numpy() - reference).max())
    assert len(worst) == (16 if side < 100 else 4)
    # A straight edge between 32 columns of points is off by 255/64 at most where it is parallel to them.
    assert max(worst) < 5
    assert np.mean(worst) < 2.5


@pytest.mark.parametrize("rotation", [-90.0, 0.0, 90.0])
def test_upright_edges_are_drawn_right(rotation):
    # Edges along pixels divide by almost nothing; where they lie between pixels, everything is black or white.
    drawn = np.array([[2, 0.5 + 0.25 / 4 / 2, 0.5, 0.25, rotation, 0.0]])
    (image,) = shapes._rendered(drawn, 16, 1)[:, 0]
    reference = brute_force(drawn[0], 16)
    np.testing.assert_allclose(image, 255 * reference, atol=0.51)
    assert set(np.unique(image)) >= {0, 255}
    assert image.sum() == pytest.approx(255 * (0.25 * 16) ** 2, rel=1e-3)


def test_nothing_is_cut_off_and_scale_is_the_root_of_the_area_whatever_the_form():
    config = ShapesConfig(side=64, count=3000)
    images = generate(config).train
    factors = all_factors(config, images)
    light = images.pixels[:, 0].numpy() / 255.0
    assert not light[:, [0, -1]].any()
    assert not light[:, :, [0, -1]].any()
    area = light.sum((1, 2))
    np.testing.assert_allclose(np.sqrt(area) / 64, factors[:, 3], rtol=2e-3)
    centres = (np.arange(64) + 0.5) / 64
    np.testing.assert_allclose((light.sum(1) @ centres) / area, factors[:, 1], atol=1e-3)
    np.testing.assert_allclose((light.sum(2) @ (1 - centres)) / area, factors[:, 2], atol=1e-3)
    # The largest of each form, turned every way, in each corner
    for form in range(len(FORMS)):
        for turn in range(-90, 91, 5):
            corner = np.array([[form, x, y, 0.3, turn, 0] for x in RANGES["x"] for y in RANGES["y"]])
            drawn = shapes._rendered(corner, 64, 1)[:, 0] / 255.0
            np.testing.assert_allclose(drawn.sum((1, 2)), (0.3 * 64) ** 2, rtol=2e-3)


def test_no_form_looks_the_same_turned():
    drawn = np.array([[form, 0.5, 0.5, 0.3, turn, 0] for form in range(4) for turn in np.arange(-180, 180, 10)])
    pictures = shapes._rendered(drawn, 64, 1).reshape(len(drawn), -1) / 255.0
    overlap = np.minimum(pictures[:, None], pictures).sum(-1) / pictures.sum(1)
    overlap[np.diag_indices(len(drawn))] = 0
    assert overlap.max() < 0.95
    far = np.abs(np.subtract.outer(drawn[:, 4], drawn[:, 4]))
    same_form = np.equal.outer(drawn[:, 0], drawn[:, 0])
    assert overlap[same_form & (np.minimum(far, 360 - far) > 30)].max() < 0.85


def test_hues_go_from_red_through_green_to_blue():
    import colorsys

    hues = np.linspace(0, 240, 49)
    np.testing.assert_allclose(shapes._colours(hues), [colorsys.hsv_to_rgb(h / 360, 1, 1) for h in hues], atol=1e-12)
    config = only("x", "hue", count=100)
    images = generate(config).train
    assert images.shape == (3, 28, 28)
    grey = generate(only("x", count=100)).train
    colour = shapes._colours(images.factors[:, 1].double().numpy())
    expected = grey.pixels.numpy() * colour[:, :, None, None]
    assert np.abs(images.pixels.numpy() - expected).max() < 1.01


# ---- what is drawn


def test_a_dataset_is_what_its_config_says():
    dataset = generate(ShapesConfig(count=500))
    assert (dataset.name, dataset.classes, dataset.factors) == (
        "shapes-500",
        FORMS,
        ("form", "x", "y", "scale", "rotation"),
    )
    for images, count in ((dataset.train, 500), (dataset.test, 100)):
        assert (images.pixels.shape, images.pixels.dtype) == ((count, 1, 28, 28), torch.uint8)
        assert (images.labels.shape, images.labels.dtype) == ((count,), torch.int64)
        assert images.factors is not None
        assert (images.factors.shape, images.factors.dtype) == ((count, 5), torch.float32)
        assert torch.equal(images.factors[:, 0].long(), images.labels)
        assert images.labels.unique().tolist() == [0, 1, 2, 3]
    plane = generate(only("x", "y", side=16, count=100))
    assert (plane.classes, plane.factors, plane.train.shape, len(plane.test)) == ((), ("x", "y"), (1, 16, 16), 20)
    assert not plane.train.labels.any()
    assert plane.train.factors.shape == (100, 2)
    counts = [ShapesConfig(count=count).test_count for count in (100, 101, 999, 49_999, 50_000, 1_000_000)]
    assert counts == [20, 20, 199, 9999, 10_000, 10_000]


def test_factors_are_uniform_and_independent():
    dataset = generate(ShapesConfig(side=8, count=20_000, hue=True))
    for images in (dataset.train, dataset.test):
        form, *others = images.factors.double().numpy().T
        assert scipy.stats.chisquare(np.bincount(form.astype(int), minlength=4)).pvalue > 1e-3
        for name, values in zip(FACTORS[1:], others, strict=True):
            low, high = RANGES[name]
            assert scipy.stats.kstest(values, "uniform", (low, high - low)).pvalue > 1e-3
        correlations = np.corrcoef(images.factors.numpy().T)[np.triu_indices(6, 1)]
        assert np.abs(correlations).max() < 4 / np.sqrt(len(images))


def test_a_larger_training_set_begins_with_a_smaller_one_and_test_images_stay():
    few, more = generate(ShapesConfig(count=700)), generate(ShapesConfig(count=3000))
    for short, long in ((few.train, more.train), (few.test, more.test)):
        for a, b in zip(
            (short.pixels, short.labels, short.factors), (long.pixels, long.labels, long.factors), strict=True
        ):
            assert torch.equal(a, b[: len(short)])
    assert len(few.test) == 140
    assert not torch.equal(few.train.factors[:140], few.test.factors)
    other = generate(ShapesConfig(count=700, seed=1))
    assert not torch.equal(few.train.factors, other.train.factors)
    # What is fixed leaves the rest as it was.
    plane = generate(only("x", "y", count=700))
    assert torch.equal(plane.train.factors, few.train.factors[:, 1:3])


def test_the_images_of_a_name_are_the_same_for_ever():
    # Runs keep the digest of what they were trained on, and are continued only on the same images.
    digests = {
        "shapes-100": "f085679a0d120f59649ea6ab6d094018db49ae124a890a4ec66511e88a111cc9",
        "shapes-64px-100-seed7-x-scale-hue": "a3365f74162e0502eca3f10a72b572ff82d66da23c850c43a817f8b7d6bdcd96",
    }
    for name, digest in digests.items():
        assert generate(config_from(name)).train.digest() == digest


def test_progress_counts_images_and_can_be_given_up():
    config = ShapesConfig(side=64, count=1000)
    seen, dataset = run_through(generate_steps(config))
    assert torch.equal(dataset.train.pixels, generate(config).train.pixels)
    assert [p.done for p in seen] == sorted({p.done for p in seen})
    assert {p.total for p in seen} == {1200}
    assert seen[-1].done == 1200
    assert seen[0].done < 200
    steps = generate_steps(config)
    next(steps)
    steps.close()
    with pytest.raises(StopIteration):
        next(steps)


def test_more_than_sixteen_gibibytes_are_refused_before_anything_is_drawn():
    fits = ShapesConfig(side=64, count=4_000_000)  # 15.3 GiB
    for config in (replace(fits, side=66), replace(fits, hue=True), replace(fits, tests=4_000_000)):
        with pytest.raises(UserError, match="GiB is the most"):
            next(generate_steps(config))
        with pytest.raises(UserError, match="fewer images or smaller"):
            generate(config)


# ---- names and settings


@given(configs)
def test_the_name_says_everything(config):
    name = name_of(config)
    assert set(name) <= set(string.ascii_letters + string.digits + "-")
    assert name == name.lower()
    assert len(name) < 80
    assert config_from(name) == config


@given(configs, configs)
def test_other_configs_have_other_names_and_titles(one, other):
    assume(one != other)
    assert name_of(one) != name_of(other)
    assert title_of(one) != title_of(other)


@given(st.text(max_size=30) | st.lists(st.sampled_from(["28px", "x", "y", "5", "seed", "hue", "seed1", "", "²"])))
def test_what_is_no_such_name_has_no_config(text):
    name = text if isinstance(text, str) else "-".join(["shapes", *text])
    config = config_from(name)
    assert config is None or name_of(config) == name


def test_names_and_titles_read_like_this():
    assert name_of(ShapesConfig()) == "shapes"
    assert title_of(ShapesConfig()) == "Shapes 28×28 (generated)"
    config = only("x", "y", "hue", side=32, count=50_000, seed=3)
    assert name_of(config) == "shapes-32px-50000-seed3-x-y-hue"
    assert title_of(config) == "Shapes 32×32 (generated: x, y and hue vary, 50,000 images, seed 3)"
    assert title_of(only("form")) == "Shapes 28×28 (generated: only form varies)"
    for wrong in (
        "digits",
        "",
        "shapes-",
        "Shapes",
        "shapes-28px",
        "shapes-032px",
        "shapes-7px",
        "shapes-129px",
        "shapes-99",
        "shapes-20000001",
        "shapes-19tests",
        "shapes-tests-20",
        "shapes-seed3-20tests",
        "shapes-seed-1",
        "shapes-seed2147483648",
        "shapes-y-x",
        "shapes-x-x",
        "shapes-form-x-y-scale-rotation",
        "shapes-seed3-32px",
        "shapes-٣٢px",
        "shapes-1" + "0" * 5000,
        "shapes-x\n",
    ):
        assert config_from(wrong) is None, wrong


def test_settings_have_words_and_bounds():
    rows = settings_of(ShapesConfig)
    assert [row.name for row in rows] == ["side", "count", "tests", "seed", *FACTORS]
    for row in rows:
        assert row.label
        assert row.sentence.endswith(".")
        assert row.type is bool or (row.minimum is not None and row.maximum is not None)
    assert as_flags(only("x", "y")) == ["--no-form", "--no-scale", "--no-rotation"]
    for wrong in (
        {"side": 7},
        {"side": 129},
        {"count": 99},
        {"count": 20_000_001},
        {"tests": 19},
        {"seed": -1},
        {"colour": True},
    ):
        with pytest.raises(UserError):
            parse(ShapesConfig, wrong)
    with pytest.raises(UserError, match="at least one of form, x, y"):
        parse(ShapesConfig, dict.fromkeys(FACTORS, False))
    with pytest.raises(pydantic.ValidationError):
        ShapesConfig(side=7)
