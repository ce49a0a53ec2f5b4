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

import pytest

import vaegui
from vaegui import cli, data, explore, runs
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.settings import as_dict


@pytest.fixture
def shown():
    """What the window and the tour were asked for."""
    return []


@pytest.fixture
def vae(shown):
    """Run one command line, with the doors to the window only knocked at."""

    def main(line):
        words = shlex.split(line) if isinstance(line, str) else [str(word) for word in line]
        return cli.main(words, lambda run: shown.append(("window", run)) or 7, lambda out: shown.append(out) or 8)

    return main


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
    ["fly", "--dark", "train", "train faces", "train digits --depth 3", "train digits --epochs many", "evaluate"],
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
    for file in (runs.BEST, runs.CODES):
        assert (tmp_path / "again" / file).read_bytes() == (run.folder / file).read_bytes()

    assert vae([*words, "--small", "--out", tmp_path / "small"]) == 0
    assert (tmp_path / "small" / runs.BEST).stat().st_size < 0.7 * (run.folder / runs.BEST).stat().st_size


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
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
    (broken / runs.BEST).write_bytes(b"")
    of_another_size = shutil.copytree(run.folder, tmp_path / "mnist-like")
    config = of_another_size / runs.CONFIG
    config.write_text(config.read_text().replace('"dataset": "digits"', '"dataset": "mnist"'))
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
    for file in (runs.BEST, runs.CODES):
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
