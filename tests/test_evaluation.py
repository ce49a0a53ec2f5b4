import csv
import io
import json
import math
import shutil

import numpy as np
import pytest
import torch
from sealing import reseal

from vaegui import data, evaluation, explore, recording, runs
from vaegui.evaluation import as_csv, as_row, as_text, estimate
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.objectives import elbo_terms
from vaegui.settings import UserError

RUNS = {
    "vae": (ModelConfig(hidden=(8,)), {}),
    "iwae": (ModelConfig(hidden=(8,)), {"objective": "iwae", "importance_samples": 4}),
    "grey": (ModelConfig(hidden=(8,), likelihood="gaussian", variance=0.1), {}),
    "deep": (ModelConfig(hidden=(8,), latent_size=5), {}),
    "autoencoder": (ModelConfig(family="autoencoder", hidden=(8,), likelihood="gaussian", variance=0.1), {}),
    "em": (ModelConfig(family="em", hidden=(8,)), {"grid_side": 8, "amortise_epochs": 1}),
    "half em": (ModelConfig(family="em", hidden=(8,)), {"grid_side": 8, "amortise_epochs": 1}),
    "pixels": (ModelConfig(family="pixels"), {}),
}


@pytest.fixture(scope="module")
def small(digits):
    """A dataset that is measured in no time."""
    splits = (data.Images(s.pixels[:150], s.labels[:150]) for s in (digits.train, digits.test))
    return data.Dataset("digits", digits.classes, *splits)


@pytest.fixture(scope="module")
def trained(small, tmp_path_factory):
    """A run of each kind; “half em” was stopped before it had an encoder."""
    folder = tmp_path_factory.mktemp("runs")
    for name, (model, changes) in RUNS.items():
        seen = []
        config = TrainConfig(
            **{"device": "cpu"}
            | ({} if name == "pixels" else {"epochs": 25, "learning_rate": 0.02, "batch_size": 32})
            | changes
        )
        stop = (lambda seen=seen: len(seen) == 1) if name == "half em" else (lambda: False)
        for event in recording.train_run(small, model, config, folder / name, should_stop=stop):
            if isinstance(event, EpochEnd):
                seen.append(event)
    return {name: runs.load(folder / name) for name in RUNS}


def result_of(steps):
    """Go through a generator: how far it came each time, and what it returns."""
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as done:
            return shares, done.value


@pytest.fixture(scope="module")
def rows(trained, small):
    return {name: result_of(evaluation.evaluate(run, small))[1] for name, run in trained.items()}


def test_an_estimate_is_a_mean_with_its_standard_error():
    found = estimate(torch.tensor([1.0, 2.0, 4.0, 9.0]))
    assert found.mean == 4
    assert found.standard_error == pytest.approx(np.std([1, 2, 4, 9], ddof=1) / 2)
    assert estimate(torch.tensor([3.0])) == runs.Estimate(3.0, 0.0)


def test_what_is_measured_again_is_what_was_recorded(trained, rows):
    for name, run in trained.items():
        assert rows[name].test == run.config.test
        assert rows[name].run is run


@pytest.mark.parametrize("name", RUNS)
def test_nats_are_those_of_a_direct_computation(trained, rows, small, name):
    run, test = trained[name], rows[name].test
    thresholds = data.fixed_thresholds(small.test.pixels.shape)
    how = run.config.model.observed_as
    x = data.observe(small.test.pixels, how, thresholds)
    if test.elbo is not None:
        noise = torch.randn(1, 150, run.config.model.code_size, generator=torch.Generator().manual_seed(0))
        terms = elbo_terms(run.model, x, noise)
        for field in ("elbo", "rate", "distortion"):
            values = getattr(terms, field).double().numpy()
            assert getattr(test, field).mean == pytest.approx(values.mean(), rel=1e-5)
            assert getattr(test, field).standard_error == pytest.approx(values.std(ddof=1) / 150**0.5, rel=1e-4)
    if name == "autoencoder":
        distortion = -run.model.decode(run.model.encoder(x)).log_prob(x)
        assert test.distortion.mean == pytest.approx(distortion.mean().item(), rel=1e-5)
    if run.config.model.code_size == 2 and name != "autoencoder":
        axis = torch.linspace(-6, 6, 121)
        z = torch.cartesian_prod(axis, axis)
        log_prior = -z.square().sum(1) / 2 - math.log(2 * math.pi) + 2 * math.log(0.1)
        log_joint = torch.stack([run.model.decode(z).log_prob(image) for image in x]) + log_prior
        assert test.log_p.mean == pytest.approx(log_joint.logsumexp(1).mean().item(), abs=0.01)
        assert 0 <= test.log_p_error <= 0.01
        if test.elbo is not None:
            assert test.log_p.mean > test.elbo.mean
    assert (test.importance_bound is not None) == (name == "iwae")
    if name == "iwae":
        assert test.elbo.mean < test.importance_bound.mean < test.log_p.mean + 3 * test.importance_bound.standard_error
    grey = small.train.pixels.double() / 255
    if how == "dynamic":
        on = (grey.sum(0) + 0.5) / 151  # with half an imaginary image on and half off
        baseline = (x * on.log() + (1 - x) * (1 - on).log()).sum((1, 2, 3))
    else:
        mean = (grey.sum(0) + 0.5) / 151
        baseline = torch.distributions.Normal(mean, 0.1**0.5).log_prob(x.double()).sum((1, 2, 3))
    assert test.baseline.mean == pytest.approx(baseline.mean().item(), rel=1e-5)
    assert test.images == 150


def test_what_a_family_does_not_have_is_left_out(rows):
    def measured(name):
        test = rows[name].test
        fields = ("elbo", "rate", "distortion", "importance_bound", "log_p")
        return {field for field in fields if getattr(test, field) is not None}

    assert measured("vae") == measured("grey") == measured("em") == {"elbo", "rate", "distortion", "log_p"}
    assert measured("iwae") == measured("vae") | {"importance_bound"}
    assert measured("deep") == {"elbo", "rate", "distortion"}
    assert measured("autoencoder") == {"distortion"}
    assert measured("half em") == measured("pixels") == {"log_p"}
    for name, row in rows.items():
        has_encoder = name not in ("half em", "pixels")
        assert (row.knn_accuracy is not None) == (row.reconstruction_psnr is not None) == has_encoder
        assert len(row.denoising_psnr) == len(row.noise_psnr) == (9 if has_encoder else 0)


@pytest.mark.parametrize("name", ["vae", "autoencoder", "em", "deep"])
def test_the_accuracy_is_that_of_scikit_learns_neighbours(trained, rows, small, name):
    from sklearn.neighbors import KNeighborsClassifier

    model = trained[name].model

    def codes(split):
        thresholds = data.fixed_thresholds(split.pixels.shape)
        return torch.cat([mean for mean, _ in explore.encode(model, split.pixels, thresholds)]).numpy()

    vote = KNeighborsClassifier(10).fit(codes(small.train), small.train.labels)
    share = vote.score(codes(small.test), small.test.labels)
    found = rows[name].knn_accuracy
    assert found.mean == pytest.approx(share)
    assert found.standard_error == pytest.approx(math.sqrt(share * (1 - share) / 149))
    assert share > 0.2  # chance is a tenth


@pytest.mark.parametrize("name", ["vae", "autoencoder"])
def test_decibels_are_those_of_a_direct_computation(trained, rows, small, name):
    model, how = trained[name].model, trained[name].config.model.observed_as
    pixels = small.test.pixels
    thresholds, clean = data.fixed_thresholds(pixels.shape), pixels / 255

    def decibels(picture):  # equal pictures count as 60
        return (-10 * (picture - clean).square().mean((1, 2, 3)).clamp(min=1e-6).log10()).mean().item()

    def through(seen):
        return decibels(model.decode(model.encode(data.observe(seen, how, thresholds)).mean).mean)

    assert rows[name].reconstruction_psnr.mean == pytest.approx(through(pixels), rel=1e-5)
    assert set(rows[name].denoising_psnr) == {(kind, level) for kind in data.CORRUPTIONS for level in (0.1, 0.3, 0.5)}
    for noise, found in rows[name].denoising_psnr.items():
        noisy = data.corrupt(pixels, *noise, torch.Generator().manual_seed(0))
        assert found.mean == pytest.approx(through(noisy), rel=1e-5)
        assert rows[name].noise_psnr[noise].mean == pytest.approx(decibels(noisy / 255), rel=1e-5)


def test_images_of_another_shape_are_refused(trained, small):
    wide = data.Images(small.test.pixels.repeat(1, 1, 1, 2), small.test.labels)
    with pytest.raises(UserError, match=r"The test images are \(1, 8, 16\), but vae is for \(1, 8, 8\)"):
        next(evaluation.evaluate(trained["vae"], data.Dataset("digits", small.classes, wide, wide)))


def test_the_way_through_is_told_in_shares(trained, small):
    shares, _ = result_of(evaluation.evaluate(trained["vae"], small))
    assert len(shares) > 15  # a bar that moves
    assert all(0 <= share < 1 for share in shares)


# ---- tables


def test_a_row_is_json_and_holds_nothing_that_is_no_number(rows):
    flat = [as_row(row) for row in rows.values()]
    assert json.loads(json.dumps(flat, allow_nan=False)) == flat
    assert len({tuple(row) for row in flat}) == 1  # all have the same columns
    vae, pixels = flat[0], flat[-1]
    assert [name for name in vae if not name.startswith(("denoising", "noisy"))] == [
        *("run", "dataset", "family", "likelihood", "latent_size", "seconds", "images"),
        *(
            f"{name}{ending}"
            for name in ("elbo", "rate", "distortion", "importance_bound", "log_p", "baseline")
            for ending in ("", "_se")
        ),
        *("log_p_error", "reconstruction_psnr", "reconstruction_psnr_se", "knn_accuracy", "knn_accuracy_se"),
    ]
    assert (vae["family"], vae["latent_size"], pixels["latent_size"]) == ("VAE", 2, 0)
    assert vae["denoising_psnr_masking_0.3"] == rows["vae"].denoising_psnr["masking", 0.3].mean
    assert vae["noisy_psnr_salt-and-pepper_0.5_se"] == rows["vae"].noise_psnr["salt-and-pepper", 0.5].standard_error
    assert vae["importance_bound"] is None
    assert {pixels[name] for name in ("elbo", "rate", "distortion", "knn_accuracy", "reconstruction_psnr")} == {None}


def test_the_table_of_comma_separated_values_says_the_same(rows):
    flat = [as_row(row) for row in rows.values()]
    read = list(csv.DictReader(io.StringIO(as_csv([as_row(row) for row in rows.values()]), newline="")))
    for ours, line in zip(flat, read, strict=True):
        assert list(line) == list(ours)
        for name, value in ours.items():
            if value is None:
                assert line[name] == ""
            elif isinstance(value, float):
                assert float(line[name]) == value
            else:
                assert line[name] == str(value)
    assert as_csv([]).strip() == ""


def tables_of(text):
    """Each heading with the lines of its table, cell by cell."""
    parts = [part for part in text.split("\n\n") if not part.startswith("log p(x) is summed")]
    cells = [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()] for part in parts[1::2]
    ]
    return dict(zip(parts[::2], cells, strict=True))


def test_nats_stand_only_beside_nats_of_the_same_likelihood(rows, trained, small, tmp_path):
    mnist_like = runs.load(shutil.copytree(trained["vae"].folder, tmp_path / "other"))
    reseal(mnist_like.folder, dataset="kmnist")
    other = result_of(evaluation.evaluate(runs.load(mnist_like.folder), small))[1]
    tables = tables_of(as_text([*rows.values(), other]))
    nats = {heading: table for heading, table in tables.items() if "nats per image" in heading}
    assert [heading.split(":")[0] for heading in nats] == [
        "digits, Bernoulli, dynamic binarisation",
        "digits, Gaussian, σ² = 0.1",
        "kmnist, Bernoulli, dynamic binarisation",
    ]
    members = [[line[0] for line in table[2:]] for table in nats.values()]
    assert members == [
        ["vae", "iwae", "deep", "em", "half em", "pixels", "–"],
        ["grey", "autoencoder", "–"],
        ["other", "–"],
    ]
    bernoulli, gaussian, _ = nats.values()
    assert bernoulli[0] == ["run", "family", "log p(x)", "IWAE bound", "ELBO", "rate", "distortion"]
    assert gaussian[0] == ["run", "family", "log p(x)", "ELBO", "rate", "distortion"]  # what nobody has is left out
    for table in nats.values():
        assert {len(line) for line in table} == {len(table[0])}
        for line in table[2:-1]:
            row = {**rows, "other": other}[line[0]]
            figures = dict(zip(table[0], line, strict=True))
            assert figures["family"] == row.run.family
            for heading, field in {"log p(x)": "log_p", "ELBO": "elbo", "distortion": "distortion"}.items():
                found = getattr(row.test, field)
                words = "–" if found is None else f"{found.mean:.2f} ± {found.standard_error:.2f}"
                assert figures[heading] == words.replace("-", "−")
        baseline = {**rows, "other": other}[table[2][0]].test.baseline
        assert table[-1][1:3] == [
            "baseline: independent pixels",
            f"{baseline.mean:.2f} ± {baseline.standard_error:.2f}".replace("-", "−"),
        ]


def test_pictures_and_codes_of_a_dataset_stand_in_one_table(rows):
    tables = tables_of(as_text(list(rows.values())))
    (table,) = [table for heading, table in tables.items() if "PSNR" in heading]
    assert [line[0] for line in table[2:]] == [
        *("vae", "iwae", "grey", "deep", "autoencoder", "em", "the noisy image itself"),
    ]
    found = rows["vae"].knn_accuracy
    assert table[2][1] == f"{100 * found.mean:.1f} ± {100 * found.standard_error:.1f} %"
    assert table[0][-1] == "masking 0.5"
    noisy = rows["vae"].noise_psnr["masking", 0.5]
    assert table[-1][-1] == f"{noisy.mean:.2f} ± {noisy.standard_error:.2f}"
    assert not any("PSNR" in heading for heading in tables_of(as_text([rows["pixels"]])))


# ---- each image by itself


def each_image(run, small, **options):
    thresholds = data.fixed_thresholds(small.test.pixels.shape)
    return result_of(
        evaluation.image_figures(run.model, small.test.pixels, thresholds, has_encoder=run.has_encoder, **options)
    )


@pytest.mark.parametrize("name", RUNS)
def test_figures_of_images_have_the_recorded_means(trained, rows, small, name):
    _, found = each_image(trained[name], small, samples=1)
    for field in ("elbo", "rate", "distortion", "log_p"):
        wanted, values = getattr(rows[name].test, field), getattr(found, field)
        assert (values is None) == (wanted is None)
        if wanted is not None:
            assert values.shape == (150,)
            assert values.dtype == torch.double
            assert estimate(values).mean == pytest.approx(wanted.mean, rel=1e-9)
            assert estimate(values).standard_error == pytest.approx(wanted.standard_error, rel=1e-9)
    assert (found.psnr is None) == (rows[name].reconstruction_psnr is None)
    if found.psnr is not None:
        assert found.psnr.mean().item() == pytest.approx(rows[name].reconstruction_psnr.mean, rel=1e-6)


def test_the_gap_is_what_the_elbo_misses_of_log_p(trained, small):
    _, found = each_image(trained["vae"], small)
    assert torch.equal(found.gap, found.log_p - found.elbo)
    # KL(q(z|x) ‖ p(z|x)) itself, on a grid.
    model = trained["vae"].model
    x = data.observe(small.test.pixels, "dynamic", data.fixed_thresholds(small.test.pixels.shape))
    axis = torch.linspace(-6, 6, 121)
    z = torch.cartesian_prod(axis, axis)
    with torch.no_grad():
        q = model.encode(x)
        log_joint = torch.stack([model.decode(z).log_prob(image) for image in x]) + model.prior.log_prob(z)
        log_q = torch.stack([q.log_prob(point.expand(150, 2)) for point in z], 1)  # (N, G)
    log_posterior = log_joint - log_joint.logsumexp(1, keepdim=True) - 2 * math.log(0.1)
    kl = (log_q.exp() * (log_q - log_posterior)).sum(1) * 0.1**2
    assert found.gap.mean().item() == pytest.approx(kl.mean().item(), abs=0.1)
    one_draw = (each_image(trained["vae"], small, with_log_p=False, samples=1)[1].elbo - found.elbo).std().item()
    assert (found.gap > -one_draw).all()  # four standard deviations of 16 draws
    assert found.gap.mean() > 0
    assert each_image(trained["autoencoder"], small)[1].gap is None
    assert each_image(trained["pixels"], small)[1].gap is None


def test_more_samples_of_z_change_nothing_but_the_noise(trained, small):
    one, few, many = (each_image(trained["vae"], small, with_log_p=False, samples=n)[1] for n in (1, 16, 400))
    assert torch.allclose(one.rate, many.rate)
    assert torch.equal(one.psnr, few.psnr) or torch.allclose(one.psnr, few.psnr)

    def noise(found):
        return (found.elbo - many.elbo).square().mean().sqrt().item()

    assert noise(few) < 0.5 * noise(one)  # a quarter, but for many's own
    assert torch.allclose(few.elbo, -(few.rate + few.distortion))
    again = each_image(trained["vae"], small, with_log_p=False, samples=16)[1]
    assert torch.equal(again.elbo, few.elbo)


def test_log_p_is_not_integrated_unasked(trained, small):
    shares, found = each_image(trained["vae"], small, with_log_p=False)
    assert found.log_p is None
    assert found.gap is None
    assert shares == pytest.approx([62 / 150, 124 / 150, 1])


@pytest.mark.parametrize("name", ["vae", "autoencoder", "half em", "pixels"])
def test_the_share_of_the_figures_of_images_rises(trained, small, name):
    shares, _ = each_image(trained[name], small)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
