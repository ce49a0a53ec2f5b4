"""`vaegui evaluate --exact`: every figure it prints and writes, computed here once more in another way."""

import csv
import json
import math
import re
import shutil
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.special
import scipy.stats
import torch
from sealing import reseal
from small_models import (
    brute_force_joint,
    closed_form_log_p,
    closed_form_posterior,
    fine_grid,
    flattened,
    kl_of_gaussians,
    run_through,
)

from vaegui import cli, data, exact, recording, runs
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig

LINEAR = {"hidden": (), "likelihood": "gaussian", "output": "linear", "variance": 0.05}
EM = {"epochs": 3, "grid_side": 8, "amortise_epochs": 1}
RUNS = {
    "vae": ({"hidden": (8,)}, {}),
    "grey": ({"hidden": (8,), "likelihood": "continuous-bernoulli"}, {}),
    "line": ({"hidden": (8,), "latent_size": 1}, {}),
    "learned": ({"hidden": (8,), "likelihood": "gaussian-learned", "latent_size": 1}, {}),
    "plane": (LINEAR, {}),
    "deep": (LINEAR | {"latent_size": 5}, {}),
    "em": ({"family": "em", "hidden": (8,)}, EM),
    "half em": ({"family": "em", "hidden": (8,)}, EM),
    "pixels": ({"family": "pixels"}, {}),
    "autoencoder": ({"family": "autoencoder", "hidden": (8,), "likelihood": "gaussian"}, {}),
    "cross-entropy": ({"hidden": (8,), "binarisation": "none"}, {}),
}
SPLIT = ("vae", "grey", "line", "learned", "plane", "em")  # those whose gap is taken apart
SUMMED = tuple(name for name in SPLIT if name != "plane")  # too narrow for a lattice; it has a closed form
COLUMNS = ["log p(x)", "ELBO", "gap", "amortisation", "approximation", "log p(x) from q"]
FIELDS = ["log_p", "elbo", "gap", "amortisation", "approximation", "sampled"]
NUMBER = r"([−-]?[\d.]+(?:e[−-]?\d+)?)"


@pytest.fixture(scope="module")
def folder(digits, tmp_path_factory):
    """A run of each kind; “half em” was stopped before it had an encoder."""
    small = data.Dataset(
        "digits", digits.classes, *(data.Images(s.pixels[:100], s.labels[:100]) for s in (digits.train, digits.test))
    )
    into = tmp_path_factory.mktemp("runs")
    for name, (model, changes) in RUNS.items():
        training = {} if name == "pixels" else {"epochs": 10, "learning_rate": 0.03, "batch_size": 32}
        config = TrainConfig(**{"device": "cpu"} | training | changes)
        seen = []
        stop = (lambda seen=seen: len(seen) == 1) if name == "half em" else (lambda: False)
        for event in recording.train_run(small, ModelConfig(**model), config, into / name, should_stop=stop):
            if isinstance(event, EpochEnd):
                seen.append(event)
    return into


@pytest.fixture
def evaluate(folder, tmp_path, capsys):
    """Run `vaegui evaluate --exact` on runs of this file, and read everything it says and writes."""

    def main(*words, names=("vae",), images=8):
        files = {"--csv": tmp_path / "figures.csv", "--json": tmp_path / "figures.json"}
        for file in files.values():
            file.unlink(missing_ok=True)
        chosen = [folder / name if name in RUNS else name for name in names]
        some = [] if images is None else ["--images", images]
        line = ["evaluate", *chosen, "--exact", *some, *words, *(word for pair in files.items() for word in pair)]
        status = cli.main([str(word) for word in line], None)
        said = capsys.readouterr()
        written = files["--json"].is_file()
        assert files["--csv"].is_file() == written
        rows = json.loads(files["--json"].read_text(encoding="utf-8")) if written else []
        table = []
        if written:
            with files["--csv"].open(newline="", encoding="utf-8") as file:
                table = list(csv.DictReader(file))
        return SimpleNamespace(status=status, text=said.out, errors=said.err, rows=rows, table=table)

    return main


@pytest.fixture
def seen(folder, digits):
    """A run's model, the first of its test images as it sees them, and what its encoder says: mean and σ (N, D)."""

    def of(name, images=8):
        run = runs.load(folder / name)
        pixels = digits.test.pixels
        x = data.observe(pixels, run.config.model.observed_as, data.fixed_thresholds(pixels.shape))[:images]
        with torch.no_grad():
            q = run.model.encode(x)
        return run.model, x, q.mean.double().numpy(), q.stddev.double().numpy()

    return of


def standard_error(values):
    return np.std(values, ddof=1) / math.sqrt(len(values))


def assert_is(row, name, values, tolerance=2e-3):
    """A figure is the mean of the values of the images, with the standard error of that mean."""
    assert row[name] == pytest.approx(np.mean(values), abs=tolerance)
    assert row[f"{name}_se"] == pytest.approx(standard_error(values), abs=tolerance)


def lattice_of(model, x):
    """Codes z (G, D), log [p(x, z) · cell] (N, G) at them, and the logarithm of the cell."""
    size = model.config.code_size
    z, log_cell = fine_grid(size, reach=7.0, count=201 if size == 2 else 4001)
    return z, brute_force_joint(model, x, z, log_cell), log_cell


def log_normal(z, mean, std):
    """log N(z; mean, std²) of Gaussians (N, D) at codes (G, D), (N, G)."""
    return np.stack([scipy.stats.norm.logpdf(z, m, s).sum(1) for m, s in zip(mean, std, strict=True)])


def kl_from_the_prior(mean, std):
    return (std**2 + mean**2 - 1 - 2 * np.log(std)).sum(1) / 2


# ---- the figures


@pytest.mark.parametrize("name", SUMMED)
def test_figures_are_those_of_a_sum_over_a_fine_lattice(evaluate, seen, name):
    found = evaluate(names=[name])
    assert (found.status, found.errors) == (0, "")
    (row,) = found.rows
    model, x, mean, std = seen(name)
    z, joint, log_cell = lattice_of(model, x)
    log_q = log_normal(z.numpy(), mean, std) + log_cell
    mass = np.exp(log_q)
    np.testing.assert_allclose(mass.sum(1), 1, atol=1e-4)
    log_p = scipy.special.logsumexp(joint, axis=1)
    elbo, gap = (mass * (joint - log_q)).sum(1), (mass * (log_q - joint + log_p[:, None])).sum(1)
    rate = kl_from_the_prior(mean, std)
    for field, values in {"log_p": log_p, "elbo": elbo, "gap": gap, "rate": rate, "distortion": -elbo - rate}.items():
        assert_is(row, field, values)
    assert gap.mean() > 2e-3
    assert (row["run"], row["images"]) == (name, 8)


def best_bounds(model, x, places, full):
    """The greatest ELBO of each image over all Gaussians, by L-BFGS on a rule of 144 nodes, from several places."""
    size = model.config.code_size
    node, weight = np.polynomial.hermite_e.hermegauss(12)
    nodes = torch.from_numpy(np.stack(np.meshgrid(*[node] * size), -1).reshape(-1, size))
    weights = torch.from_numpy(np.prod(np.meshgrid(*[weight / weight.sum()] * size), axis=0).ravel())
    decoder, wide = model.double(), x.double()
    ends = []
    for place in places:
        mean = torch.from_numpy(place.copy()).requires_grad_()
        log_std = torch.full_like(mean, math.log(0.3)).requires_grad_()
        slant = torch.zeros(len(x), 1, dtype=torch.double, requires_grad=True)

        def bounds(mean=mean, log_std=log_std, slant=slant):
            scale = torch.diag_embed(log_std.exp())
            if full:
                scale = scale + slant.unsqueeze(2) * torch.tensor([[0.0, 0.0], [1.0, 0.0]], dtype=torch.double)
            z = mean + torch.einsum("nij,kj->kni", scale, nodes)
            rate = (scale.square().sum((1, 2)) + mean.square().sum(1) - size) / 2 - log_std.sum(1)
            return weights @ decoder.decode(z).log_prob(wide) - rate

        parameters = [mean, log_std, slant] if full else [mean, log_std]
        search = torch.optim.LBFGS(parameters, max_iter=150, tolerance_change=1e-10, line_search_fn="strong_wolfe")

        def loss(search=search, bounds=bounds):
            search.zero_grad()
            total = -bounds().sum()
            total.backward()
            return total

        search.step(loss)
        ends.append(bounds().detach().numpy())
    model.float()
    return np.max(ends, axis=0)


@pytest.mark.parametrize("full", [False, True], ids=["diagonal", "correlated"])
@pytest.mark.parametrize("name", ["vae", "em"])
def test_the_gap_is_split_at_the_best_gaussian_that_another_search_finds(evaluate, seen, name, full):
    (row,) = evaluate(*(["--full-covariance"] if full else []), names=[name]).rows
    model, x, mean, std = seen(name)
    z, joint, log_cell = lattice_of(model, x)
    log_q = log_normal(z.numpy(), mean, std) + log_cell
    elbo = (np.exp(log_q) * (joint - log_q)).sum(1)
    best = best_bounds(model, x, [mean, z.numpy()[joint.argmax(1)]], full)
    assert_is(row, "amortisation", best - elbo, 5e-3)
    assert_is(row, "approximation", scipy.special.logsumexp(joint, axis=1) - best, 5e-3)
    assert row["amortisation"] > 0.02


@pytest.mark.parametrize("full", [False, True], ids=["diagonal", "correlated"])
def test_a_linear_model_has_all_of_it_in_closed_form(evaluate, seen, full):
    """A correlated q loses nothing against N(m, Λ⁻¹), a diagonal one ½ [Σ log Λ_ii − log det Λ], for any image."""
    (row,) = evaluate(*(["--full-covariance"] if full else []), names=["plane"], images=30).rows
    model, x, mean, std = seen("plane", 30)
    (layer,) = model.decoder
    w, b = layer.weight.double().numpy(), layer.bias.double().numpy()
    log_p = closed_form_log_p(x, w, b, 0.05)
    places, precision = closed_form_posterior(x, w, b, 0.05)
    gap = np.array(
        [kl_of_gaussians(m, np.diag(s**2), place, precision) for m, s, place in zip(mean, std, places, strict=True)]
    )
    mean_field = 0 if full else (np.log(np.diag(precision)).sum() - np.linalg.slogdet(precision)[1]) / 2
    assert full or mean_field > 1e-3
    for field, values in {
        "log_p": log_p,
        "elbo": log_p - gap,
        "gap": gap,
        "approximation": np.full(30, mean_field),
        "amortisation": gap - mean_field,
    }.items():
        assert_is(row, field, values)
    off = (flattened(x) - mean @ w.T - b) ** 2
    distortion = (off.sum(1) + std**2 @ (w**2).sum(0)) / 0.1 + 32 * math.log(2 * math.pi * 0.05)
    assert_is(row, "distortion", distortion, 5e-3)
    assert_is(row, "rate", kl_from_the_prior(mean, std))


@pytest.mark.parametrize("name", SPLIT)
def test_figures_add_up_to_the_residual(evaluate, name):
    (row,) = evaluate(names=[name]).rows
    assert 0 <= row["residual"] < 1e-3
    assert row["elbo"] + row["gap"] == pytest.approx(row["log_p"], abs=row["residual"] + 1e-9)
    assert row["amortisation"] + row["approximation"] == pytest.approx(row["gap"], abs=row["residual"] + 1e-9)
    assert row["elbo"] == pytest.approx(-row["rate"] - row["distortion"], abs=1e-9)
    assert row["amortisation"] >= 0
    assert row["approximation"] > -1e-4
    assert abs(row["log_p_change"]) < 0.03
    assert all(row[f"{field}_se"] > 0 for field in (*FIELDS, "rate", "distortion"))


@pytest.mark.parametrize("name", ["vae", "em", "plane"])
def test_a_correlated_gaussian_is_never_worse_and_changes_nothing_else(evaluate, name):
    (diagonal,), (full,) = evaluate(names=[name]).rows, evaluate("--full-covariance", names=[name]).rows
    assert full["approximation"] <= diagonal["approximation"] + 1e-4
    assert full["amortisation"] >= diagonal["amortisation"] - 1e-4
    changed = {field for field, value in full.items() if value != diagonal[field]}
    assert changed <= {"amortisation", "amortisation_se", "approximation", "approximation_se"}
    assert changed


def test_in_one_dimension_nothing_can_be_correlated(evaluate):
    (diagonal,), (full,) = evaluate(names=["line"]).rows, evaluate("--full-covariance", names=["line"]).rows
    assert full["amortisation"] == pytest.approx(diagonal["amortisation"], abs=1e-5)
    assert full["approximation"] == pytest.approx(diagonal["approximation"], abs=1e-5)


def weights_of(model, x, z, log_density):
    """p(x, z) / r(z) over its mean, and the log of that mean, of draws z (N, K, D) with log r(z) (N, K)."""
    with torch.no_grad():
        log_x = torch.stack(
            [model.decode(torch.from_numpy(codes).float()).log_prob(image) for codes, image in zip(z, x, strict=True)]
        )
    log_weight = log_x.double().numpy() + scipy.stats.norm.logpdf(z).sum(2) - log_density
    log_p = scipy.special.logsumexp(log_weight, axis=1) - math.log(z.shape[1])
    return np.exp(log_weight - log_p[:, None]), log_p


def effective(weights):
    return weights.sum(1) ** 2 / (weights**2).sum(1)


@pytest.mark.parametrize("name", ["vae", "line", "em"])
def test_importance_sampling_from_q_says_what_other_draws_say(evaluate, seen, name):
    (row,) = evaluate(names=[name], images=30).rows
    model, x, mean, std = seen(name, 30)
    noise = np.random.default_rng(0).normal(size=(30, exact.DRAWS, mean.shape[1]))
    z = mean[:, None] + std[:, None] * noise
    weights, log_p = weights_of(model, x, z, scipy.stats.norm.logpdf(z, mean[:, None], std[:, None]).sum(2))
    assert_is(row, "sampled", log_p, 0.02)
    assert row["sampled"] == pytest.approx(row["log_p"], abs=0.05)
    assert row["effective"] == pytest.approx(np.median(effective(weights)), rel=0.1)
    assert 1 < row["effective"] < exact.DRAWS


@pytest.mark.parametrize("name", SPLIT)
def test_the_rate_is_information_and_divergence_that_draws_agree_with(evaluate, seen, name):
    (row,) = evaluate(names=[name], images=30).rows
    _, _, mean, std = seen(name, 30)
    assert row["information"] + row["divergence"] == pytest.approx(row["rate"], abs=1e-4)
    assert row["rate"] == pytest.approx(kl_from_the_prior(mean, std).mean(), rel=1e-5)
    assert 0 <= row["information"] <= math.log(30)
    rng = np.random.default_rng(0)
    z = (mean[:, None] + std[:, None] * rng.normal(size=(30, 200, mean.shape[1]))).reshape(-1, mean.shape[1])
    log_q = scipy.special.logsumexp(log_normal(z, mean, std), axis=0) - math.log(30)
    beyond = log_q - scipy.stats.norm.logpdf(z).sum(1)
    assert row["divergence"] == pytest.approx(beyond.mean(), abs=4 * standard_error(beyond) + 1e-4)
    z = rng.normal(size=(8000, mean.shape[1]))
    log_q = scipy.special.logsumexp(log_normal(z, mean, std), axis=0) - math.log(30)
    holes = np.mean(log_q < scipy.stats.norm.logpdf(z).sum(1) + math.log(0.1))
    # Its edge is found on a lattice that is as coarse as the narrowest q(z|x).
    assert row["hole"] == pytest.approx(holes, abs=0.1)


# ---- what there is not


def test_with_more_than_two_dimensions_log_p_is_sampled_from_wider_optimised_gaussians(evaluate, seen):
    found = evaluate(names=["deep"], images=30)
    (row,) = found.rows
    model, x, mean, std = seen("deep", 30)
    (layer,) = model.decoder
    w, b = layer.weight.double().numpy(), layer.bias.double().numpy()
    log_p = closed_form_log_p(x, w, b, 0.05)
    places, precision = closed_form_posterior(x, w, b, 0.05)
    gap = np.array(
        [kl_of_gaussians(m, np.diag(s**2), place, precision) for m, s, place in zip(mean, std, places, strict=True)]
    )
    assert_is(row, "log_p", log_p, 0.05)
    # The expectation of a square over 256 draws is off by a little.
    assert_is(row, "elbo", log_p - gap, 0.15)
    assert_is(row, "gap", gap, 0.15)
    assert_is(row, "rate", kl_from_the_prior(mean, std))
    assert row["gap"] == pytest.approx(row["log_p"] - row["elbo"], abs=1e-9)
    assert row["elbo"] == pytest.approx(-row["rate"] - row["distortion"], abs=1e-9)
    # The best diagonal Gaussian is N(m, 1/Λ_ii), which the search comes close to; a fifth of the draws is the prior's.
    rng = np.random.default_rng(0)
    wide = 1.5 / np.sqrt(np.diag(precision))
    z = np.concatenate([places[:, None] + wide * rng.normal(size=(30, 1600, 5)), rng.normal(size=(30, 400, 5))], 1)
    around = scipy.stats.norm.logpdf(z, places[:, None], wide).sum(2)
    log_density = np.logaddexp(around + math.log(0.8), scipy.stats.norm.logpdf(z).sum(2) + math.log(0.2))
    weights, _ = weights_of(model, x, z, log_density)
    assert 0.6 < row["effective"] / np.median(effective(weights)) < 1.1
    absent = {name for name, value in row.items() if value is None}
    assert absent == {
        *("amortisation", "amortisation_se", "approximation", "approximation_se", "sampled", "sampled_se"),
        *("log_p_change", "residual", "information", "divergence", "hole"),
    }
    assert cells(found.text)["deep"]["amortisation"] == "–"
    assert (
        "deep: log p(x) is estimated by importance sampling from optimised Gaussians (a grid takes two dimensions); "
        f"median effective sample size {row['effective']:,.0f}." in found.text
    )


def test_independent_pixels_have_log_p_in_closed_form_and_nothing_else(evaluate, seen):
    found = evaluate(names=["pixels"], images=50)
    (row,) = found.rows
    model, x, _, _ = seen("pixels", 50)
    (logit,) = (value.double().numpy().ravel() for value in model.parameters())
    log_p = scipy.stats.bernoulli(scipy.special.expit(logit)).logpmf(flattened(x)).sum(1)
    assert_is(row, "log_p", log_p, 1e-4)
    assert row["log_p_change"] == 0
    left = {"run", "likelihood", "images", "log_p", "log_p_se", "log_p_change"}
    assert {name for name, value in row.items() if value is not None} == left
    assert {name for name, value in found.table[0].items() if value} == left
    assert set(list(cells(found.text)["pixels"].values())[3:]) == {"–"}
    assert "pixels: without latent variables log p(x) is known in closed form." in found.text


def test_without_an_encoder_there_is_log_p_alone(evaluate, seen):
    found = evaluate(names=["half em"])
    (row,) = found.rows
    model, x, _, _ = seen("half em")
    _, joint, _ = lattice_of(model, x)
    assert_is(row, "log_p", scipy.special.logsumexp(joint, axis=1))
    assert all(row[field] is None for field in (*FIELDS[1:], "rate", "distortion", "residual", "effective", "hole"))
    assert "half em: halving the grid’s spacing changed the mean by " in found.text
    assert "identity" not in found.text


@pytest.mark.parametrize("name", ["autoencoder", "cross-entropy"])
def test_a_run_that_gives_images_no_probability_is_refused(evaluate, name):
    found = evaluate(names=[name])
    assert (found.status, found.text, found.rows) == (1, "", [])
    sentence = f"vaegui: {name} gives images no probability, so there is no log p(x) that its bound could miss.\n"
    assert found.errors == sentence


def test_images_of_another_shape_are_refused(evaluate, tmp_path):
    other = shutil.copytree(runs.load("mnist-pixels").folder, tmp_path / "other")
    reseal(other, dataset="digits")
    found = evaluate(names=[other])
    assert (found.status, found.text, found.rows) == (1, "", [])
    assert found.errors == "vaegui: The test images are (1, 8, 8), but other is for (1, 28, 28).\n"


# ---- how many images


@pytest.mark.parametrize("images", [2, 37])
def test_the_first_images_are_measured(evaluate, seen, images):
    found = evaluate(names=["pixels"], images=images)
    assert found.rows[0]["images"] == images
    model, x, _, _ = seen("pixels", images)
    assert found.rows[0]["log_p"] == pytest.approx(model.decode(torch.empty(1, 0)).log_prob(x).mean().item(), rel=1e-5)
    assert found.text.startswith(f"nats per image ± standard error, {images} test images\n")


@pytest.mark.parametrize("images", [None, 361, 10**9])
def test_of_more_images_than_there_are_all_are_measured_and_their_number_is_said(evaluate, images):
    found = evaluate(names=["pixels"], images=images)
    assert (found.status, found.rows[0]["images"]) == (0, 360)
    assert found.text.startswith("nats per image ± standard error, 360 test images\n")
    assert found.rows == evaluate(names=["pixels"], images=360).rows


@pytest.mark.parametrize("images", [1, 0, -3])
def test_too_few_images_for_an_error_are_refused(evaluate, images):
    found = evaluate(images=images)
    assert (found.status, found.text, found.rows) == (1, "", [])
    assert found.errors == "vaegui: An error needs at least two images: --images must be 2 or more.\n"


@pytest.mark.parametrize("images", ["many", "2.5", "1e3", ""])
def test_what_is_no_number_of_images_is_wrong_usage(evaluate, capsys, images):
    with pytest.raises(SystemExit) as caught:
        evaluate(images=images)
    assert caught.value.code == 2
    said = capsys.readouterr()
    assert "usage: vaegui evaluate" in said.err
    assert f"argument --images: invalid int value: '{images}'" in said.err
    assert said.out == ""


@pytest.mark.parametrize("words", [["--images", "20"], ["--full-covariance"], ["--images", "20", "--full-covariance"]])
def test_what_belongs_to_exact_figures_is_refused_without_them(folder, tmp_path, capsys, words):
    file = tmp_path / "figures.json"
    assert cli.main(["evaluate", str(folder / "vae"), *words, "--json", str(file)], None) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "vaegui: --images and --full-covariance belong to --exact.\n")
    assert not file.exists()


# ---- what is said and written


def cells(text):
    """The table of a text: each run's cells by their headings."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    top, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: dict(zip(top, row, strict=True)) for row in rows}


def in_words(row, field):
    if row[field] is None:
        return "–"
    return f"{row[field]:.2f} ± {row[f'{field}_se']:.2f}".replace("-", "−")


def test_several_runs_stand_in_one_table_in_their_order(evaluate):
    names = ["pixels", "deep", "vae", "half em", "line", "em"]
    found = evaluate(names=names)
    assert (found.status, found.errors) == (0, "")
    heading, _, *words = found.text.strip().split("\n\n")
    assert heading == "nats per image ± standard error, 8 test images"
    table = cells(found.text)
    assert [*table] == [row["run"] for row in found.rows] == [row["run"] for row in found.table] == names
    assert [line.split(": ")[0] for line in words] == names
    for row, written in zip(found.rows, found.table, strict=True):
        line = table[row["run"]]
        assert list(line) == ["run", "likelihood", *COLUMNS]
        assert [line[column] for column in COLUMNS] == [in_words(row, field) for field in FIELDS]
        assert line["likelihood"] == row["likelihood"]
        assert {name: "" if value is None else str(value) for name, value in row.items()} == written
        assert list(row) == list(written) == list(found.rows[0])
    assert table["deep"]["likelihood"] == "Gaussian, σ² = 0.05"
    assert table["vae"]["likelihood"] == "Bernoulli, dynamic binarisation"
    # Each figure is the same as that of the run alone, and as that of the run asked about again.
    for name in ("vae", "deep"):
        assert evaluate(names=[name]).rows == [row for row in found.rows if row["run"] == name]


@pytest.mark.parametrize("name", SPLIT)
def test_the_words_below_the_table_say_the_written_figures(evaluate, name):
    found = evaluate(names=[name])
    (row,) = found.rows
    words = found.text.strip().split("\n\n")[-1]
    pattern = (
        rf"{name}: the identity log p\(x\) = ELBO \+ KL closes to {NUMBER} nats on each image; "
        rf"halving the grid’s spacing changed the mean by {NUMBER}; median effective sample size {NUMBER}; "
        rf"rate {NUMBER} = I\(n; z\) {NUMBER} \+ KL\(q\(z\) ‖ p\(z\)\) {NUMBER}, residual {NUMBER}, "
        rf"{NUMBER} % of the prior’s mass in holes\."
    )
    match = re.fullmatch(pattern, re.sub(r"(\d),(\d)", r"\1\2", words))
    assert match, words
    residual, change, size, rate, information, divergence, open_by, holes = (
        float(group.replace("−", "-")) for group in match.groups()
    )
    assert residual == pytest.approx(row["residual"], rel=0.5)
    assert change == pytest.approx(abs(row["log_p_change"]), rel=0.5)
    assert size == pytest.approx(row["effective"], abs=0.5)
    for value, field in ((rate, "rate"), (information, "information"), (divergence, "divergence")):
        assert value == pytest.approx(row[field], abs=0.0051)
    assert abs(open_by) < 1e-4
    assert holes == pytest.approx(100 * row["hole"], abs=0.51)


def test_a_run_that_cannot_be_measured_does_not_stop_the_others(evaluate):
    found = evaluate(names=["autoencoder", "vae", "nobody", "cross-entropy", "line"])
    assert found.status == 1
    assert [row["run"] for row in found.rows] == [*cells(found.text)] == ["vae", "line"]
    sentences = found.errors.splitlines()
    assert len(sentences) == 3
    for sentence, name in zip(sentences, ("autoencoder", "nobody", "cross-entropy"), strict=True):
        assert sentence.startswith(f"vaegui: {name} ")


def test_a_file_that_cannot_be_written_is_said(folder, tmp_path, capsys):
    for flag in ("--csv", "--json"):
        file = tmp_path / "no" / "figures"
        words = ["evaluate", folder / "pixels", "--exact", "--images", 9, flag, file]
        assert cli.main([str(word) for word in words], None) == 1
        said = capsys.readouterr()
        assert "| pixels |" in said.out  # what was measured is not lost
        assert said.err.startswith(f"vaegui: {file} cannot be written")


def test_runs_of_different_datasets_may_have_different_numbers_of_images(evaluate, mnist_folder):
    found = evaluate("--data-dir", mnist_folder, names=["pixels", "mnist-pixels"], images=500)
    assert found.status == 0
    assert [row["images"] for row in found.rows] == [360, 500]
    assert found.text.startswith("nats per image ± standard error, 360 or 500 test images\n")


@pytest.mark.parametrize("name", ["vae", "deep", "half em"])
def test_the_share_done_only_rises(folder, digits, name):
    shares, found = run_through(exact.measure_exact(runs.load(folder / name), digits, 120))
    assert found.images == 120  # more than importance sampling looks at together
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 + 1e-9 for share in shares)
    assert len(shares) > 3
    assert name == "half em" or shares[-1] == pytest.approx(1)
