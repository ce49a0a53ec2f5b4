import csv
import json
import math
import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from sealing import reseal

import vaegui
from vaegui import cli, data, explore, quadrature, recording, runs, sources
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.settings import as_dict
from vaegui.steps import finish


class Doors:
    """They write down who knocked."""

    def __init__(self, shown):
        self.shown = shown

    def open(self, wanted):
        self.shown.append(("window", wanted))
        return 7

    def tour(self, out):
        self.shown.append(out)
        return 8

    def draw(self, flags):
        self.shown.append(flags)
        return 9

    film = draw


@pytest.fixture
def shown():
    """What the window and the tour were asked for."""
    return []


@pytest.fixture
def vae(shown):
    """Run one command line, with the doors to the window only knocked at."""

    def main(line):
        words = shlex.split(line) if isinstance(line, str) else [str(word) for word in line]
        return cli.main(words, Doors(shown))

    return main


def test_a_run_that_was_stopped_or_killed_is_continued(vae, tmp_path, capsys, digits):
    words = ["train", "digits", "--hidden", "16", "--epochs", "6", "--device", "cpu"]
    assert vae([*words, "--out", tmp_path / "straight"]) == 0
    model, config = ModelConfig(hidden=(16,)), TrainConfig(epochs=6, device="cpu")
    events = recording.train_run(digits, model, config, tmp_path / "killed", save_every=0.0)
    next(event for event in events if isinstance(event, recording.Saved) and event.epoch == 2)
    events.close()
    capsys.readouterr()
    assert vae(["continue", tmp_path / "killed"]) == 0
    said = capsys.readouterr().out
    assert "epoch 3: bound" in said
    assert "epoch 2:" not in said
    straight, killed = (runs.load(tmp_path / name) for name in ("straight", "killed"))
    assert straight.stored("weights") == killed.stored("weights")
    assert straight.codes.mean.equal(killed.codes.mean)
    assert straight.config.test == killed.config.test
    assert killed.config.command == straight.config.command

    assert vae(["continue", tmp_path / "killed", "--epochs", "6"]) == 1
    assert "ask for more" in capsys.readouterr().err
    assert vae(["continue", tmp_path / "killed", "--epochs", "8", "--out", tmp_path / "longer"]) == 0
    words[5] = "8"
    assert vae([*words, "--out", tmp_path / "straight to 8"]) == 0
    longer = runs.load(tmp_path / "longer")
    assert longer.stored("weights") == runs.load(tmp_path / "straight to 8").stored("weights")
    assert (longer.config.origin, longer.config.epochs_done) == ("killed", 8)
    assert runs.load(tmp_path / "killed").config.epochs_done == 6


def test_a_damaged_run_can_be_restored(vae, run, capsys):
    (run.folder / runs.FILES["weights"]).write_bytes(b"rotten")
    assert vae(["evaluate", run.folder]) == 1
    (run.folder / runs.FILES["state"]).write_bytes(b"rotten")
    assert vae(["continue", run.folder, "--epochs", "9"]) == 1
    assert f"vaegui restore {run.folder}" in capsys.readouterr().err
    assert vae(["restore", run.folder]) == 0
    assert "saved at epoch 3" in capsys.readouterr().out
    assert vae(["evaluate", run.folder]) == 0
    for path in run.folder.glob("weights*"):
        path.write_bytes(b"rotten")
    assert vae(["restore", run.folder]) == 1
    assert "damaged, too" in capsys.readouterr().err


def test_a_run_below_a_folder_that_nobody_may_look_into_cannot_be_restored(vae, closed, capsys):
    assert vae(["restore", closed / "runs" / "mine"]) == 1
    said = capsys.readouterr().err
    assert f"{closed / 'runs' / 'mine'} cannot be opened: Permission denied." in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("line", "asked", "status"),
    [
        ("", ("window", None), 7),
        ("open", ("window", None), 7),
        ("open my-run", ("window", "my-run"), 7),
        ("tour --out pictures", Path("pictures"), 8),
    ],
)
def test_the_doors_to_the_window(vae, shown, line, asked, status):
    assert vae(line) == status
    assert shown == [asked]


@pytest.mark.parametrize(
    "line",
    [
        "fly",
        "--dark",
        "train digits --depth 3",
        "train digits --epochs many",
        "evaluate",
        "compare one",
    ],
)
def test_wrong_usage(vae, capsys, line):
    with pytest.raises(SystemExit) as caught:
        vae(line)
    assert caught.value.code == 2
    assert "usage: vaegui" in capsys.readouterr().err


def test_version_and_help(vae, capsys):
    for line, expected in {"--version": f"vaegui {vaegui.__version__}", "train --help": "--latent-size"}.items():
        with pytest.raises(SystemExit) as caught:
            vae(line)
        assert caught.value.code == 0
        assert expected in capsys.readouterr().out


def test_train_keeps_a_run_that_its_own_command_repeats(vae, home, tmp_path, capsys):
    model = "--hidden 16 --latent-size 3 --likelihood gaussian --variance 0.1"
    flags = f"{model} --epochs 2 --schedule one-cycle --seed 3 --device cpu"
    assert vae(f"train digits {flags}") == 0
    run = runs.load("digits-vae-3d")
    assert run.folder == (home / "runs" / "digits-vae-3d").resolve()
    assert run.config.model == ModelConfig(hidden=(16,), latent_size=3, likelihood="gaussian", variance=0.1)
    assert run.config.training == TrainConfig(epochs=2, seed=3, schedule="one-cycle", device="cpu")
    output = capsys.readouterr().out
    assert f"{run.config.test.elbo.mean:.2f} ± {run.config.test.elbo.standard_error:.2f}" in output
    assert "epoch 2: bound" in output
    assert str(run.folder) in output

    assert run.config.command == f"vaegui train digits {flags}"
    words = shlex.split(run.config.command)[1:]
    assert vae([*words, "--out", tmp_path / "again"]) == 0
    for file in (runs.FILES["weights"], runs.FILES["codes"]):
        assert (tmp_path / "again" / file).read_bytes() == (run.folder / file).read_bytes()

    assert vae([*words, "--small", "--out", tmp_path / "small"]) == 0
    assert (tmp_path / "small" / runs.FILES["weights"]).stat().st_size < 0.7 * (
        run.folder / runs.FILES["weights"]
    ).stat().st_size


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("train", "Say what to learn: one of digits"),
        ("train digits --data .", "Say what to learn"),
        ("train faces", "There is no dataset called “faces”"),
        ("train digits --fit pad", "belong to --data"),
        ("train --data nowhere", "nowhere"),
        ("train --data . --width 300", "Width — must be at most 128"),
        ("factors digits-vae-2d", "Nothing is known of what the images of digits were made from"),
        ("train digits --latent-size 0", "Latent size D"),
        ("train digits --learning-rate nan", "Learning rate"),
        ("train mnist --data-dir nowhere", "No MNIST in nowhere"),
        ("train digits --out .", "exists already"),
        ("train digits --family autoencoder --beta 3", "“β” (--beta) has no meaning here: it needs family vae."),
        ("train digits --family em --latent-size 3", "exact EM works on a grid of two latent dimensions"),
        ("train digits --family em --grid-side 500", "Grid n × n"),
        ("train digits --family pixels --epochs 3", "“Epochs” (--epochs) has no meaning here"),
        ("train digits --m-steps 3", "“M-steps M” (--m-steps) has no meaning here: it needs family em."),
        ("train digits --corruption-level 0.5", "(--corruption-level) has no meaning here"),
        ("evaluate nobody", "nobody is not a run"),
        ("compare nobody anybody", "nobody is not a run"),
        ("compare digits-vae-2d digits-vae-2d --images 1", "--images must be 2 or more"),
        ("compare digits-vae-2d mnist-vae-2d", "digits-vae-2d was trained on digits, mnist-vae-2d on mnist: only runs"),
        ("probe nobody", "nobody is not a run"),
        ("probe digits-vae-2d --draws 0", "--draws must be 1 or more"),
        ("probe digits-vae-2d mnist-vae-2d", "only runs of the same dataset can be compared"),
        ("compare mnist-vae-2d mnist-em-2d --data-dir nowhere", "The test images of mnist are not on this machine"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(vae, capsys, monkeypatch, tmp_path, line, sentence):
    monkeypatch.chdir(tmp_path)
    assert vae(line) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("vaegui: ")
    assert sentence in said
    assert list(tmp_path.iterdir()) == []


def test_evaluate_measures_what_was_recorded(vae, run, digits, tmp_path, capsys):
    assert vae(["evaluate", run.folder, "--json", tmp_path / "figures.json"]) == 0
    (row,) = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    recorded = as_dict(run.config.test)
    assert row["images"] == recorded["images"] == 360
    table = capsys.readouterr().out
    for name in ("elbo", "rate", "distortion", "log_p", "baseline"):
        mean, standard_error = recorded[name]["mean"], recorded[name]["standard_error"]
        assert (row[name], row[f"{name}_se"]) == pytest.approx((mean, standard_error))
        assert f"{mean:.2f} ± {standard_error:.2f}".replace("-", "−") in table
    pixels = digits.test.pixels
    thresholds = data.fixed_thresholds(pixels.shape)
    result = explore.decode(run.model, run.model.encode((pixels > thresholds).float()).mean)
    errors = (result - pixels / 255).square().mean((1, 2, 3)).tolist()
    assert row["reconstruction_psnr"] == pytest.approx(sum(-10 * math.log10(error) for error in errors) / 360, rel=1e-5)
    assert (row["run"], row["dataset"], row["latent_size"]) == ("small", "digits", 2)
    assert row["likelihood"] == "Bernoulli, dynamic binarisation"


def test_evaluate_goes_on_after_a_run_it_cannot_measure(vae, run, tmp_path, capsys):
    broken = shutil.copytree(run.folder, tmp_path / "broken")
    (broken / runs.FILES["weights"]).write_bytes(b"")
    of_another_size = shutil.copytree(run.folder, tmp_path / "mnist-like")
    reseal(of_another_size, dataset="mnist")
    assert vae(["evaluate", broken, of_another_size, "nobody", run.folder, "--json", tmp_path / "figures.json"]) == 1
    output = capsys.readouterr()
    sentences = [line for line in output.err.splitlines() if "vaegui: " in line]
    assert len(sentences) == 3
    assert all(
        name in said
        for name, said in zip((str(broken), "mnist are not on this machine", "nobody"), sentences, strict=True)
    )
    assert "| small " in output.out
    assert [row["run"] for row in json.loads((tmp_path / "figures.json").read_text())] == ["small"]
    assert vae(["evaluate", run.folder, "--json", tmp_path / "no" / "figures.json"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process alone")
def test_ctrl_c_keeps_the_run(tmp_path, repository):
    words = "-u -m vaegui train digits --hidden 8 --epochs 100000 --device cpu --out"
    environment = os.environ | {"PYTHONPATH": str(repository), "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(
        [sys.executable, *words.split(), str(tmp_path / "run")],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            assert any(line.startswith("epoch 3") for line in process.stdout)
            process.send_signal(signal.SIGINT)
            output, errors = process.communicate()
        finally:
            process.kill()
    assert process.returncode == 0
    assert "Stopping; the run is kept" in errors
    assert "Traceback" not in errors
    assert "Saved to" in output
    run = runs.load(tmp_path / "run")
    assert 3 <= run.config.epochs_done < 100_000
    assert run.config.test.images == len(run.codes.mean) == 360
    assert run.metrics[-1].epoch == pytest.approx(run.config.epochs_done, rel=1e-5)


@pytest.mark.parametrize(
    ("flags", "said", "short"),
    [
        (
            "--family em --hidden 8 --epochs 1 --grid-side 8 --amortise-epochs 1",
            ["EM; Bernoulli", "epoch 1, EM: bound"],
            "em-2d",
        ),
        (
            "--family pixels --prior-strength 3",
            ["Independent pixels, MAP, s = 3", "epoch 1: bound", "log p(x)"],
            "pixels",
        ),
        (
            "--family autoencoder --hidden 8 --likelihood gaussian --pretraining greedy --layer-epochs 1 --epochs 1",
            ["Stacked autoencoder, greedy; Gaussian, σ² = 0.5", "layer 2 of 2: distortion", "fine-tuning: distortion"],
            "stacked-2d",
        ),
        (
            "--hidden 8 --objective iwae --importance-samples 3 --corruption masking --epochs 1",
            ["IWAE, K = 3, masking 0.3", "IWAE bound"],
            "denoising-iwae-2d",
        ),
    ],
)
def test_every_family_can_be_trained_and_its_command_repeats_it(vae, capsys, tmp_path, flags, said, short):
    assert vae(f"train digits {flags}{'' if 'pixels' in flags else ' --device cpu'}") == 0
    output = capsys.readouterr().out
    for words in said:
        assert words in output
    run = runs.load(f"digits-{short}")
    words = shlex.split(run.config.command)[1:]
    assert vae([*words, "--out", tmp_path / "again"]) == 0
    for file in (runs.FILES["weights"], runs.FILES["codes"]):
        assert (tmp_path / "again" / file).read_bytes() == (run.folder / file).read_bytes()


def test_evaluate_writes_a_table_of_runs(vae, run, tmp_path, capsys):
    assert vae(["train", "digits", "--family", "pixels", "--out", tmp_path / "pixels"]) == 0
    capsys.readouterr()
    files = {"--csv": tmp_path / "figures.csv", "--json": tmp_path / "figures.json"}
    words = [word for pair in files.items() for word in pair]
    assert vae(["evaluate", tmp_path / "pixels", run.folder, *words]) == 0
    rows = json.loads(files["--json"].read_text(encoding="utf-8"))
    with files["--csv"].open(newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [row["run"] for row in rows] == [row["run"] for row in table] == ["pixels", "small"]
    for row, line in zip(rows, table, strict=True):
        assert {name: "" if value is None else str(value) for name, value in row.items()} == line
    assert table[0]["knn_accuracy"] == ""
    assert (
        "digits, Bernoulli, dynamic binarisation: nats per image ± standard error, 360 test images"
        in capsys.readouterr().out
    )


def cells_of(table):
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]


def test_compare_shows_which_run_is_better(vae, run, tmp_path, capsys):
    words = ["train", "digits", "--hidden", "16", "--epochs", "1", "--device", "cpu", "--out", tmp_path / "worse"]
    assert vae(words) == 0
    capsys.readouterr()
    file = tmp_path / "figures.csv"
    assert vae(["compare", tmp_path / "worse", run.folder, "--images", "100", "--csv", file]) == 0
    heading, models, figures, noise = capsys.readouterr().out.strip().split("\n\n")
    assert heading.startswith("100 test images of digits")
    assert models == "worse: VAE; Bernoulli, dynamic binarisation\nsmall: VAE; Bernoulli, dynamic binarisation"
    top, _, *lines = cells_of(figures)
    assert top == ["figure", "worse", "small", "small − worse"]
    with file.open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    by_name = {(row["figure"], row["run"]): row for row in rows if not row["level"]}
    log_p = by_name["log_p", "small"]
    assert log_p["best"] == "1"
    assert lines[0] == [
        "log p(x), nats/image",
        *(
            f"{float(row[mean]):.2f} ± {float(row[error]):.2f}{ending}".replace("-", "−")
            for row, mean, error, ending in (
                (by_name["log_p", "worse"], "mean", "se", ""),
                (log_p, "mean", "se", " *"),
                (log_p, "difference", "difference_se", ""),
            )
        ),
    ]
    pixels = sources.load("digits").test.pixels
    x = (pixels > data.fixed_thresholds(pixels.shape))[:100].float()
    exact = finish(quadrature.log_marginal(run.model, x))[0].mean().item()
    assert float(log_p["mean"]) == pytest.approx(exact)
    assert cells_of(noise)[0] == ["PSNR in dB", "noisy image", "worse", "small"]
    assert len(cells_of(noise)) == 2 + 3 * 9


def test_compare_tells_runs_of_the_same_name_apart(vae, run, tmp_path, capsys):
    other = shutil.copytree(run.folder, tmp_path / "other" / "small")
    assert vae(["compare", run.folder, other, "--images", "20"]) == 0
    assert f"| {run.folder} | {other} |" in " ".join(capsys.readouterr().out.split())
    assert vae(["compare", run.folder, other, "--images", "20", "--csv", tmp_path / "no" / "figures.csv"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_compare_refuses_images_of_another_shape(vae, run, tmp_path, capsys):
    other = shutil.copytree(runs.load("mnist-pixels").folder, tmp_path / "other")
    reseal(other, dataset="digits")
    assert vae(["compare", run.folder, other]) == 1
    assert "The test images are (1, 8, 8), but other is for (1, 28, 28)." in capsys.readouterr().err


def test_probe_shows_what_codes_are_worth_beside_pixels(vae, run, digits, tmp_path, capsys):
    words = "--hidden 8 --latent-size 3 --epochs 1 --device cpu --out"
    assert vae(["train", "digits", *words.split(), tmp_path / "deep"]) == 0
    capsys.readouterr()
    file = tmp_path / "accuracies.csv"
    assert vae(["probe", run.folder, tmp_path / "deep", "--draws", "2", "--csv", file]) == 0
    heading, *tables = capsys.readouterr().out.strip().split("\n\n")
    assert heading.startswith("digits: accuracy on 360 test images")
    assert "over 2 draws" in heading
    with file.open(newline="", encoding="utf-8") as handle:
        rows = {(r["probe"], r["features"], r["labels_per_class"]): r for r in csv.DictReader(handle)}
    features = ["small", "deep", "raw pixels", "PCA, 2 dimensions", "PCA, 3 dimensions"]
    levels = ["1", "2", "5", "10", "50", "all"]
    assert set(rows) == {(kind, name, n) for n in levels for name in features for kind in ("knn", "linear")}
    for kind, title, table in zip(("knn", "linear"), ("nearest neighbours", "linear probe"), tables, strict=True):
        top, _, *lines = cells_of(table)
        assert top == [title, *levels[:-1], "all (1,437)"]
        assert [line[0] for line in lines] == features
        for line in lines:
            found = [rows[kind, line[0], n] for n in levels]
            assert line[1:] == [
                f"{100 * float(r['accuracy']):.1f} ± {100 * float(r['accuracy_se']):.1f}" for r in found
            ]
    # Of all labels and the map's codes, by hand.
    from sklearn.neighbors import KNeighborsClassifier

    def codes(images):
        return torch.cat(
            [mean for mean, _ in explore.encode(run.model, images.pixels, data.fixed_thresholds(images.pixels.shape))]
        )

    vote = KNeighborsClassifier(5).fit(codes(digits.train), digits.train.labels)
    assert float(rows["knn", "small", "all"]["accuracy"]) == pytest.approx(
        vote.score(codes(digits.test), digits.test.labels), abs=0.003
    )
    assert rows["knn", "small", "all"]["draws"] == "1"
    assert rows["linear", "deep", "5"]["draws"] == "2"
    assert rows["linear", "deep", "5"]["labelled"] == "50"


def test_probe_refuses_what_has_no_codes(vae, tmp_path, capsys):
    assert vae(["train", "digits", "--family", "pixels", "--out", tmp_path / "pixels"]) == 0
    assert vae(["probe", tmp_path / "pixels"]) == 1
    assert "Independent pixels have no codes" in capsys.readouterr().err


def test_probe_refuses_a_stack_that_was_stopped_halfway(vae, tmp_path, digits, capsys):
    model = ModelConfig(family="autoencoder", hidden=(8,))
    training = TrainConfig(pretraining="greedy", layer_epochs=1, epochs=1, device="cpu")
    seen = []
    for event in recording.train_run(digits, model, training, tmp_path / "half", should_stop=seen.__len__):
        if isinstance(event, EpochEnd):
            seen.append(event)
    assert vae(["probe", tmp_path / "half"]) == 1
    assert "half was stopped before its encoder was trained" in capsys.readouterr().err


def test_images_of_ones_own_are_read_once_and_trained_on(vae, digits, tmp_path, capsys, home):
    folder = tmp_path / "mine"
    for row in range(40):
        place = folder / digits.classes[digits.train.labels[row]]
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(digits.train.pixels[row, 0].numpy()).save(place / f"{row}.png")
    (folder / "3" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    flags = "--hidden 8 --epochs 1 --device cpu"
    assert vae(f"train --data {folder} {flags}") == 0
    said = capsys.readouterr()
    assert "broken.png was cut short." in said.err
    assert "“mine”: 34 training and 6 test images, 8×8, grey, 10 classes" in said.out
    run = runs.load("mine-vae-2d")
    assert run.config.command == f"vaegui train mine {flags}"  # they are kept under their name
    assert vae(f"evaluate {run.folder}") == 0
    assert "kNN accuracy" in capsys.readouterr().out

    cached = (home / "data" / "own" / "mine" / "images.safetensors").stat().st_mtime_ns
    assert vae(f"train --data {folder} {flags}") == 0
    assert (home / "data" / "own" / "mine" / "images.safetensors").stat().st_mtime_ns == cached
    assert vae(f"train --data {folder} --invert --labels none {flags}") == 0  # other choices: read anew
    assert "no classes" in capsys.readouterr().out
    dataset = sources.load("mine")
    assert dataset.classes == ()
    assert vae("probe mine-vae-2d-3") == 1
    assert "have no labels" in capsys.readouterr().err
    other = shutil.copytree(folder, tmp_path / "other")
    assert vae(f"train --data {other} --name mine {flags}") == 1
    assert "Give these another name" in capsys.readouterr().err


def test_shapes_are_drawn_trained_on_and_scored(vae, capsys):
    assert vae("train shapes-8px-300-seed2-x-y --hidden 16 --epochs 2 --device cpu") == 0
    capsys.readouterr()
    assert vae("factors shapes-8px-300-seed2-x-y-vae-2d") == 0
    said = capsys.readouterr().out
    assert "| factor | |ρ| z1 | |ρ| z2 | R z1" in said
    assert "disentanglement" in said
    assert vae("train shapes-7px --epochs 1") == 1
    assert "There is no dataset called “shapes-7px”" in capsys.readouterr().err


def test_a_run_is_exported_for_others(vae, trained_folder, tmp_path, capsys):
    assert vae(["export-web", trained_folder, tmp_path / "map.html", "--title", "A title"]) == 0
    assert "A title" in (tmp_path / "map.html").read_text()
    assert vae(["export-onnx", trained_folder, tmp_path / "onnx"]) == 0
    assert {file.name for file in (tmp_path / "onnx").iterdir()} == {"encoder.onnx", "decoder.onnx"}
    assert vae(["export-tensorboard", trained_folder, tmp_path / "logs"]) == 0
    assert (tmp_path / "logs" / "sprite.png").is_file()  # the digits are here
    assert vae(["export-images", trained_folder, tmp_path / "some.csv", "--classes", "3,8", "--images", "7"]) == 0
    with (tmp_path / "some.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 7
    assert {line["class"] for line in lines} <= {"3", "8"}
    said = capsys.readouterr().out
    assert all(str(tmp_path / name) in said for name in ("map.html", "onnx", "logs", "some.csv"))
    assert vae(["export-images", trained_folder, tmp_path / "none.csv", "--classes", "x"]) == 1
    assert "no class “x”" in capsys.readouterr().err
    assert not (tmp_path / "none.csv").exists()


def test_codes_are_never_written_beside_other_images(vae, tmp_path, monkeypatch, capsys):
    """A dataset of one's own was replaced after the run had been trained on it."""
    monkeypatch.setenv("VAEGUI_HOME", str(tmp_path / "home"))
    chance = np.random.default_rng(0)
    for name in ("first", "second"):
        np.save(tmp_path / f"{name}.npy", chance.integers(256, size=(60, 8, 8), dtype=np.uint8))
    (tmp_path / "first.npy").rename(tmp_path / "mine.npy")
    words = ["train", "--data", tmp_path / "mine.npy", "--hidden", "8", "--epochs", "1", "--device", "cpu"]
    assert vae([*words, "--out", tmp_path / "run"]) == 0
    assert vae(["export-images", tmp_path / "run", tmp_path / "own.csv"]) == 0
    (tmp_path / "second.npy").replace(tmp_path / "mine.npy")
    assert vae([*words, "--out", tmp_path / "another"]) == 0
    assert vae(["export-images", tmp_path / "run", tmp_path / "others.csv"]) == 1
    assert "does not hold the images" in capsys.readouterr().err
    assert not (tmp_path / "others.csv").exists()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("film r --out x.gif --path '-1.5,2 0,1e-1'", {"path": [(-1.5, 2.0), (0.0, 0.1)], "optimise": None}),
        ("film r --out x.gif --optimise 3", {"path": None, "optimise": 3}),
        ("figure r map --out x.pdf --width 3.5 --colours dark", {"panel": "map", "width": 3.5, "colours": "dark"}),
    ],
)
def test_what_is_drawn_and_filmed(vae, shown, words, expected):
    assert vae(words) == 9
    assert {name: getattr(shown[0], name) for name in expected} == expected


@pytest.mark.parametrize("places", ["1,2", "1,2 3", "a,b c,d", "1,2 nan,0"])
def test_places_that_are_none_are_wrong_usage(vae, places, capsys):
    with pytest.raises(SystemExit) as end:
        vae(["film", "r", "--out", "x.gif", "--path", places])
    assert end.value.code == 2
    assert "two places or more" in capsys.readouterr().err
