import csv
import io
import itertools
import math

import numpy as np
import pytest
import torch

from vaegui import data, evaluation, explore, runs
from vaegui.comparison import (
    NOISE_LEVELS,
    NOISY_IMAGE,
    Contender,
    as_csv,
    as_text,
    compare,
    noise_as_text,
    noise_curves,
)
from vaegui.models import Model, ModelConfig
from vaegui.runs import Estimate
from vaegui.settings import UserError
from vaegui.steps import finish

NATS = ("log_p", "elbo", "rate", "distortion")
NOISY = ("denoising-gaussian", "denoising-salt-and-pepper", "denoising-masking")
CONFIGS = {
    "vae": ModelConfig(hidden=(8,)),
    "threshold": ModelConfig(hidden=(8,), binarisation="threshold"),
    "grey": ModelConfig(hidden=(8,), likelihood="gaussian", variance=0.1),
    "greyer": ModelConfig(hidden=(8,), likelihood="gaussian", variance=0.2),
    "deep": ModelConfig(hidden=(8,), latent_size=5),
    "autoencoder": ModelConfig(family="autoencoder", hidden=(8,)),
    "em": ModelConfig(family="em", hidden=(8,)),
    "pixels": ModelConfig(family="pixels"),
}


def untrained(config, seed=0):
    """A model as it is before training, the same for the same seed."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return Model(config, (1, 8, 8)).eval().requires_grad_(False)


@pytest.fixture(scope="module")
def images(digits):
    pixels = digits.test.pixels[:120]
    return pixels, data.fixed_thresholds(digits.test.pixels.shape)[:120]


@pytest.fixture(scope="module")
def trained(trained_folder):
    return Contender("trained", runs.load(trained_folder).model)


def other(name, seed=0):
    return Contender(f"{name} {seed}", untrained(CONFIGS[name], seed))


def figures_of(contenders, images, **options):
    return {figure.name: figure for figure in finish(compare(contenders, *images, **options))}


def test_a_paired_error_is_that_of_the_differences_of_each_image(trained, images):
    second = other("vae")
    figures = figures_of([trained, second], images)
    assert tuple(figures) == (*NATS, "psnr", *NOISY)
    per_image = [finish(evaluation.image_figures(c.model, *images)) for c in (trained, second)]
    for name in (*NATS, "psnr"):
        first, last = (getattr(found, name).numpy() for found in per_image)
        for value, expected in zip(figures[name].values, (first, last), strict=True):
            assert value.mean == pytest.approx(np.mean(expected))
            assert value.standard_error == pytest.approx(np.std(expected, ddof=1) / math.sqrt(120))
        difference = figures[name].differences[1]
        assert difference.mean == pytest.approx(np.mean(last) - np.mean(first))
        assert difference.standard_error == pytest.approx(np.std(last - first, ddof=1) / math.sqrt(120))
        assert figures[name].differences[0] is None


def test_the_same_model_twice_differs_by_nothing_and_neither_is_better(trained, images):
    worse = other("vae")
    for contenders in ([trained, trained], [trained, trained, worse]):
        for figure in figures_of(contenders, images).values():
            assert figure.differences[1] == Estimate(0.0, 0.0)
            assert figure.values[0] == figure.values[1]
            assert figure.best is figure.margin is None


@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_clearly_better_is_marked(trained, images, place):
    contenders = [other("vae", 1), other("vae", 2)]
    contenders.insert(place, trained)
    figures = figures_of(contenders, images)
    for name in ("log_p", "elbo", "distortion", "psnr", "denoising-masking"):
        figure = figures[name]
        assert figure.best == place
        means = [value.mean for value in figure.values]
        assert means[place] == (min if name == "distortion" else max)(means)
        rest = [mean for number, mean in enumerate(means) if number != place]
        assert figure.margin.mean == pytest.approx(min(abs(means[place] - mean) for mean in rest))
        assert figure.margin.mean > 2 * figure.margin.standard_error
    assert figures["rate"].best is None
    assert figures["rate"].differences[1] is not None


def test_what_is_better_by_less_than_two_errors_is_not_marked(images, trained):
    # Decoders that differ by noise too small to matter to so few images.
    generator = torch.Generator().manual_seed(0)
    near = Model(trained.model.config, (1, 8, 8)).eval().requires_grad_(False)
    state = trained.model.state_dict()
    near.load_state_dict({n: t + 1e-3 * torch.randn(t.shape, generator=generator) for n, t in state.items()})
    for figure in figures_of([trained, Contender("near", near)], images).values():
        difference = figure.differences[1]
        assert difference.standard_error > 0
        if figure.name != "rate":
            certain = abs(difference.mean) > 2 * difference.standard_error
            assert (figure.best is not None) == certain
            if certain:
                gain = -difference.mean if figure.name == "distortion" else difference.mean
                assert figure.best == (1 if gain > 0 else 0)
                assert figure.margin.mean == pytest.approx(abs(difference.mean))


def test_a_single_image_says_nothing_about_an_error(trained, images):
    one = [part[:1] for part in images]
    assert all(figure.best is None for figure in figures_of([trained, other("vae")], one).values())


@pytest.mark.parametrize("name", ["threshold", "grey"])
def test_nats_of_another_likelihood_are_shown_and_never_compared(trained, images, name):
    figures = figures_of([trained, other(name)], images)
    for nats in NATS:
        assert None not in figures[nats].values
        assert figures[nats].differences == (None, None)
        assert figures[nats].best is None
    for decibels in ("psnr", *NOISY):
        assert figures[decibels].differences[1] is not None
    assert figures["psnr"].best == 0


def test_a_gaussian_of_another_variance_is_another_likelihood(images):
    figures = figures_of([other("grey"), other("greyer")], images)
    assert figures["log_p"].differences[1] is None
    # The variance of a model that has none of its own is without meaning.
    same = ModelConfig(hidden=(8,), variance=0.7)
    figures = figures_of([other("vae"), Contender("same", untrained(same, 1))], images)
    assert figures["log_p"].differences[1] is not None


def test_the_best_is_sought_among_those_like_the_first(trained, images):
    figures = figures_of([other("vae", 1), trained, other("grey")], images)
    assert figures["log_p"].best == 1
    assert figures["log_p"].differences[2] is None
    # Two of a kind beside a first that is of no kind of theirs.
    assert figures_of([other("grey"), other("vae", 1), trained], images)["log_p"].best is None
    # The first may lack the figure itself: there is no difference to it, and one of the others is better all the same.
    log_p = figures_of([other("autoencoder"), other("vae", 1), trained], images)["log_p"]
    assert log_p.values[0] is None
    assert log_p.differences == (None, None, None)
    assert log_p.best == 2


def test_what_a_model_does_not_have_is_left_out(images):
    half = Contender("half", untrained(CONFIGS["em"]), has_encoder=False)
    figures = figures_of([other("pixels"), half, other("deep"), other("autoencoder")], images)
    has = {name: [value is not None for value in figure.values] for name, figure in figures.items()}
    assert has["log_p"] == [True, True, False, False]
    assert has["elbo"] == has["rate"] == [False, False, True, False]
    for name in ("distortion", "psnr", *NOISY):
        assert has[name] == [False, False, True, True]
    assert set(figures_of([other("autoencoder")], images)) == {"distortion", "psnr", *NOISY}
    assert set(figures_of([other("pixels"), half], images)) == {"log_p"}


def test_figures_are_those_of_the_table_over_runs(trained_folder, digits):
    run = runs.load(trained_folder)
    images = digits.test.pixels, data.fixed_thresholds(digits.test.pixels.shape)
    row = finish(evaluation.evaluate(run, digits))
    figures = figures_of([Contender("run", run.model)], images)
    assert figures["log_p"].values[0].mean == pytest.approx(row.test.log_p.mean)
    assert figures["rate"].values[0].mean == pytest.approx(row.test.rate.mean)
    assert figures["psnr"].values[0].mean == pytest.approx(row.reconstruction_psnr.mean, rel=1e-6)
    # One draw of z there, 16 here.
    assert figures["elbo"].values[0].mean == pytest.approx(row.test.elbo.mean, abs=row.test.elbo.standard_error)
    for kind in data.CORRUPTIONS:
        found, wanted = figures[f"denoising-{kind}"].values[0], row.denoising_psnr[kind, 0.3]
        assert (found.mean, found.standard_error) == pytest.approx((wanted.mean, wanted.standard_error), rel=1e-5)


def test_words_say_how_much_noise_there_is(images):
    figures = figures_of([other("vae")], images, noise_level=0.45)
    assert [figure.words for figure in figures.values()] == [
        *("log p(x)", "ELBO", "rate", "distortion", "PSNR, reconstruction"),
        *("PSNR, 45 % Gaussian noise", "PSNR, 45 % salt and pepper", "PSNR, 45 % masking"),
    ]
    assert [figure.unit for figure in figures.values()] == ["nats/image"] * 4 + ["dB"] * 4
    wanted = explore.denoise(other("vae").model, *images, "masking", 0.45).denoised_psnr
    assert figures["denoising-masking"].values[0].mean == pytest.approx(wanted.mean().item(), rel=1e-6)


def test_the_way_through_is_told_in_rising_shares(trained, images):
    shares = list(compare([trained, other("pixels"), other("autoencoder")], *images))
    assert shares == sorted(shares)
    assert shares[0] < 0.05
    assert shares[-1] == pytest.approx(1)
    assert len(shares) > 15  # it can be cancelled soon


def test_a_comparison_can_be_closed_midway(trained, images):
    steps = compare([trained, trained], *images)
    for _ in range(5):
        assert next(steps) < 0.5
    steps.close()
    assert list(steps) == []
    points = noise_curves([trained], *images)
    next(points)
    points.close()
    assert list(points) == []


def test_images_that_do_not_fit_are_refused(trained, images):
    wide = images[0].repeat(1, 1, 1, 2)
    for steps in (compare([trained], wide, wide), noise_curves([trained], wide, wide)):
        with pytest.raises(UserError, match=r"The images are \(1, 8, 16\), but trained is for \(1, 8, 8\)"):
            next(steps)
    with pytest.raises(UserError, match="no images"):
        next(compare([trained], images[0][:0], images[1][:0]))


# ---- noise


@pytest.fixture(scope="module")
def points(trained, images):
    half = Contender("half", untrained(CONFIGS["em"]), has_encoder=False)
    return list(noise_curves([trained, other("grey"), half, other("pixels")], *images))


def test_every_noise_has_a_point_of_the_image_and_of_each_that_encodes(points):
    names = [NOISY_IMAGE, "trained", "grey 0"]
    expected = [(kind, level, name) for kind in data.CORRUPTIONS for level in NOISE_LEVELS for name in names]
    assert [(point.kind, point.level, point.name) for point in points] == expected


def test_more_noise_is_farther_from_the_image(points):
    for kind in data.CORRUPTIONS:
        curve = [point.psnr.mean for point in points if point.kind == kind and point.name == NOISY_IMAGE]
        assert curve[0] == pytest.approx(60)  # what equal pictures have
        assert all(before > after for before, after in itertools.pairwise(curve))


def test_points_are_those_of_denoising_by_hand(points, trained, images):
    for point in points:
        model = {"trained": trained, "grey 0": other("grey")}.get(point.name, trained).model
        found = explore.denoise(model, *images, point.kind, point.level)
        values = (found.noisy_psnr if point.name == NOISY_IMAGE else found.denoised_psnr).double()
        assert point.psnr.mean == pytest.approx(values.mean().item(), rel=1e-6)
        assert point.psnr.standard_error == pytest.approx(values.std().item() / math.sqrt(120), rel=1e-4, abs=1e-9)


def test_without_noise_it_is_the_reconstruction(points, trained, images):
    wanted = explore.reconstruct(trained.model, *images).psnr.mean().item()
    for point in points:
        if point.level == 0 and point.name == "trained":
            assert point.psnr.mean == pytest.approx(wanted, rel=1e-6)


# ---- tables


@pytest.fixture(scope="module")
def compared(trained, images):
    return ["trained", "vae 1", "ae"], finish(compare([trained, other("vae", 1), other("autoencoder")], *images))


def cells_of(text):
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]


def words_of(value):
    return "–" if value is None else f"{value.mean:.2f} ± {value.standard_error:.2f}".replace("-", "−")


def test_the_table_marks_the_better_one(compared):
    names, figures = compared
    heading, _, *lines = cells_of(as_text(names, figures))
    assert heading == ["figure", "trained", "vae 1", "ae", "vae 1 − trained", "ae − trained"]
    for figure, line in zip(figures, lines, strict=True):
        assert line[0] == f"{figure.words}, {figure.unit}"
        marked = [words_of(value) + " *" * (number == figure.best) for number, value in enumerate(figure.values)]
        assert line[1:] == [*marked, *map(words_of, figure.differences[1:])]
    assert any("*" in cell for line in lines for cell in line)
    assert cells_of(as_text(["one"], figures[:0])) == [["figure", "one"], ["------", "---"]]


def test_the_table_of_noise_has_a_row_for_each_noise(points):
    heading, _, *lines = cells_of(noise_as_text(points))
    assert heading == ["PSNR in dB", NOISY_IMAGE, "trained", "grey 0"]
    assert [line[0] for line in lines[:3]] == ["0 % Gaussian noise", "5 % Gaussian noise", "10 % Gaussian noise"]
    assert [line[1:] for line in lines] == [
        [words_of(point.psnr) for point in points[start : start + 3]] for start in range(0, len(points), 3)
    ]


def test_comma_separated_values_hold_every_number(compared, points):
    names, figures = compared
    rows = list(csv.DictReader(io.StringIO(as_csv(names, figures, points), newline="")))
    assert len(rows) == 3 * len(figures) + len(points)
    for row, (figure, number) in zip(rows, [(f, n) for f in figures for n in range(3)], strict=False):
        assert (row["figure"], row["unit"], row["level"], row["run"]) == (figure.name, figure.unit, "", names[number])
        for estimate, mean, error in (
            (figure.values[number], "mean", "se"),
            (figure.differences[number], "difference", "difference_se"),
        ):
            if estimate is None:
                assert row[mean] == row[error] == ""
            else:
                assert (float(row[mean]), float(row[error])) == (estimate.mean, estimate.standard_error)
        assert row["best"] == str(int(figure.best == number))
    for row, point in zip(rows[3 * len(figures) :], points, strict=True):
        assert (row["figure"], float(row["level"]), row["run"]) == (f"noise-{point.kind}", point.level, point.name)
        assert (float(row["mean"]), float(row["se"])) == (point.psnr.mean, point.psnr.standard_error)
