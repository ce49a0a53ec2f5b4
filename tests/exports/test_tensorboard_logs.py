import csv
import dataclasses
import errno
import io
import json
import math
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
import torch
from PIL import Image
from sealing import reseal
from small_models import run_through
from tensorboard import context
from tensorboard.backend.event_processing.data_provider import MultiplexerDataProvider
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.backend.event_processing.plugin_event_multiplexer import EventMultiplexer
from tensorboard.plugins.base_plugin import TBContext
from tensorboard.plugins.projector.projector_plugin import ProjectorPlugin
from werkzeug.test import Client

from vaegui import explore, runs, tensors
from vaegui.data import fixed_thresholds
from vaegui.exports import projector, tensorboard_logs
from vaegui.settings import UserError, settings_of, values_of
from vaegui.steps import finish


def provider(folder):
    """What TensorBoard's server reads, as it hands it to its plugins."""
    multiplexer = EventMultiplexer(size_guidance={"tensors": 0, "images": 0})
    multiplexer.AddRunsFromDirectory(str(folder))
    multiplexer.Reload()
    return MultiplexerDataProvider(multiplexer, str(folder))


def scalars(folder):
    """All curves as the plugin that draws them reads them: tag to (step, wall time, value)."""
    found = provider(folder).read_scalars(
        context.RequestContext(), experiment_id="", plugin_name="scalars", downsample=10**6
    )
    assert list(found) == ["."]
    return {tag: [(p.step, p.wall_time, p.value) for p in points] for tag, points in found["."].items()}


def protos(folder, tag):
    log = EventAccumulator(str(folder), size_guidance={"tensors": 0})
    log.Reload()
    return [event.tensor_proto for event in log.Tensors(tag)]


def picture(folder, tag):
    """A picture as an array, and whether its size is what the event says."""
    (proto,) = protos(folder, tag)
    width, height, content = proto.string_val
    pixels = np.asarray(Image.open(io.BytesIO(content)))
    assert pixels.shape[:2] == (int(height), int(width))
    return pixels


def served(folder):
    """Ask the projector's own server for something."""
    plugin = ProjectorPlugin(TBContext(logdir=str(folder), data_provider=provider(folder)))
    apps = plugin.get_plugin_apps()

    def get(route, **query):
        answer = Client(apps[route]).get("/", query_string=query)
        assert answer.status_code == 200, answer.get_data()
        return answer.get_data()

    return get


def lines_of(run):
    """metrics.csv as it is on the disk."""
    text = (run.folder / run.config.files["metrics"].name).read_text()
    return [{name: value for name, value in row.items() if value != ""} for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize("name", ["small", "mnist-vae-2d", "mnist-ae-2d", "mnist-em-2d", "mnist-pixels"])
def test_every_curve_is_the_runs(run, tmp_path, name):
    run = run if name == "small" else runs.load(name)
    shares, written = run_through(tensorboard_logs.export(run, None, tmp_path / "log"))
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    found, lines = scalars(tmp_path / "log"), lines_of(run)
    wanted = {}
    for line in lines:
        for column, value in line.items():
            figure = column.replace("elbo", "bound")
            tag = "/".join(reversed(figure.split("_", 1))) if "_" in figure and figure != "learning_rate" else None
            tag = "learning rate" if figure == "learning_rate" else tag
            if tag is not None:
                when = run.config.created.timestamp() + float(line["seconds"])
                wanted.setdefault(tag, []).append((round(float(line["epoch"])), when, float(np.float32(value))))
    assert found.keys() == wanted.keys()
    assert sum(map(len, wanted.values())) == written.scalars
    for tag, points in wanted.items():
        assert [point[0] for point in found[tag]] == [point[0] for point in points]
        assert [point[2] for point in found[tag]] == [point[2] for point in points]
        assert [point[1] for point in found[tag]] == pytest.approx([point[1] for point in points], abs=1e-3)
    is_ae = run.config.model.family == "autoencoder"
    assert ("rate/train" in found) != is_ae
    assert str(tmp_path / "log") in written.sentence


def test_an_epoch_that_was_cut_short_is_the_one_it_was_in(run, tmp_path):
    path = run.folder / "metrics.csv"
    last = path.read_text().splitlines()[-1].split(",")
    last[0] = "3.25"
    path.write_text(path.read_text() + ",".join(last) + "\n")
    reseal(run.folder, epochs_done=3.25)
    finish(tensorboard_logs.export(runs.load(run.folder), None, tmp_path / "log"))
    assert [step for step, *_ in scalars(tmp_path / "log")["bound/train"]] == [1, 2, 3, 4]


def test_settings_and_figures_are_told(run, tmp_path):
    finish(tensorboard_logs.export(run, None, tmp_path / "log"))

    def rows(tag):
        (proto,) = protos(tmp_path / "log", tag)
        table = proto.string_val[0].decode().splitlines()
        assert table[1] == "|---|---|"
        return dict(line.strip("| ").replace("\\|", "|").split(" | ") for line in table[2:])

    config = run.config
    values = values_of(config.model, config.training)
    for tag, part in (("settings/model", config.model), ("settings/training", config.training)):
        wanted = {setting.label for setting in settings_of(type(part)) if setting.applies(values)}
        assert rows(tag).keys() == wanted
    assert rows("settings/model")["Hidden layers"] == "16"
    assert rows("settings/training")["Learning rate η"] == "0.01"
    assert rows("run")["run"] == run.name
    assert rows("test images")["ELBO"].startswith(f"−{-config.test.elbo.mean:.2f} ± ")


def test_pictures_show_what_the_model_makes(run, digits, tmp_path):
    written = finish(tensorboard_logs.export(run, digits, tmp_path / "log"))
    assert written.pictures == ("pictures/map", "pictures/samples", "pictures/reconstructions")
    sheet = picture(tmp_path / "log", "pictures/map").reshape(15, 8, 15, 8)
    for row, column in ((0, 0), (0, 14), (14, 3), (7, 7)):
        z = torch.tensor([[-3 + 6 * column / 14, 3 - 6 * row / 14]])  # z₂ grows upwards
        wanted = run.model.decode(z).mean[0, 0] * 255
        assert np.abs(sheet[row, :, column] - wanted.numpy()).max() <= 0.51
    pairs = picture(tmp_path / "log", "pictures/reconstructions").reshape(-1, 2, 8, 8, 8)
    rows = np.linspace(0, len(digits.test) - 1, 32).astype(int)
    thresholds = fixed_thresholds(digits.test.pixels.shape)[rows]
    found = explore.reconstruct(run.model, digits.test.pixels[rows], thresholds)
    for place, row in enumerate(rows):
        image, result = pairs[place // 8, :, :, place % 8]
        assert (image == digits.test.pixels[row, 0].numpy()).all()
        assert np.abs(result - found.result[place, 0].numpy() * 255).max() <= 0.51
    assert picture(tmp_path / "log", "pictures/samples").shape == (64, 64)


def test_the_projector_finds_codes_classes_and_images(run, digits, tmp_path):
    written = finish(tensorboard_logs.export(run, digits, tmp_path / "log"))
    count = len(digits.test)
    assert (written.codes, written.has_sprite) == (count, True)
    get = served(tmp_path / "log")
    assert json.loads(get("/runs")) == ["."]
    (embedding,) = json.loads(get("/info", run="."))["embeddings"]
    codes = np.frombuffer(get("/tensor", run=".", name=embedding["tensorName"]), "<f4").reshape(count, 3)
    assert (codes[:, :2] == run.codes.mean.numpy()).all()
    assert (codes[:, 2] == 0).all()
    told = get("/metadata", run=".", name=embedding["tensorName"]).decode().splitlines()
    assert told[0].split("\t") == ["class", "image"]
    labels = [digits.classes[label] for label in digits.test.labels.tolist()]
    assert [tuple(line.split("\t")) for line in told[1:]] == [(label, str(i)) for i, label in enumerate(labels)]
    width, height = embedding["sprite"]["singleImageDim"]
    assert (width, height) == (8, 8)
    sprite = np.asarray(Image.open(io.BytesIO(get("/sprite_image", run=".", name=embedding["tensorName"]))))
    side = math.ceil(math.sqrt(count))
    assert sprite.shape == (8 * side, 8 * side)
    tiles = sprite.reshape(side, 8, side, 8).transpose(0, 2, 1, 3).reshape(-1, 8, 8)
    assert (tiles[:count] == digits.test.pixels[:, 0].numpy()).all()
    assert (tiles[count:] == 0).all()
    for path in (tmp_path / "log").iterdir():
        assert str(tmp_path).encode() not in path.read_bytes()  # it may be moved


def test_without_a_dataset_there_are_codes_alone(run, tmp_path):
    written = finish(tensorboard_logs.export(run, None, tmp_path / "log"))
    assert written.pictures == ("pictures/map", "pictures/samples")
    assert (written.codes, written.has_sprite) == (len(run.codes.mean), False)
    (embedding,) = json.loads(served(tmp_path / "log")("/info", run="."))["embeddings"]
    assert "sprite" not in embedding
    assert not (tmp_path / "log" / projector.SPRITE).exists()


def test_images_without_labels_and_with_factors(run, digits, tmp_path):
    factors = torch.rand(len(digits.test), 2, generator=torch.Generator().manual_seed(0))
    known = dataclasses.replace(
        digits, test=dataclasses.replace(digits.test, factors=factors), factors=("x", "the size")
    )
    finish(tensorboard_logs.export(run, known, tmp_path / "known"))
    told = [line.split("\t") for line in (tmp_path / "known" / projector.METADATA).read_text().splitlines()]
    assert told[0] == ["class", "image", "x", "the size"]
    assert (np.array([line[2:] for line in told[1:]], np.float32) == factors.numpy()).all()
    path = run.folder / "codes.safetensors"
    codes = tensors.unpack(path.read_bytes())
    path.write_bytes(tensors.pack(codes | {"label": torch.zeros_like(codes["label"])}))
    reseal(run.folder, classes=[])
    finish(tensorboard_logs.export(runs.load(run.folder), None, tmp_path / "plain"))
    told = (tmp_path / "plain" / projector.METADATA).read_text().splitlines()
    assert told == [str(i) for i in range(len(digits.test))]  # a single column has no header


@pytest.mark.parametrize("shape", [(1, 6, 10), (3, 10, 4)])
def test_a_sprite_that_would_be_too_large_is_shrunk(tmp_path, monkeypatch, shape):
    monkeypatch.setattr(projector, "LARGEST_SPRITE", 20)
    levels = torch.arange(0, 170, 10, dtype=torch.uint8)
    pixels = levels[:, None, None, None].expand(17, *shape).contiguous()
    _, (width, height) = run_through(projector._draw_sprite(pixels, tmp_path / "sprite.png"))
    sheet = np.asarray(Image.open(tmp_path / "sprite.png"))
    assert sheet.shape[:2] == (5 * height, 5 * width)
    assert max(sheet.shape[:2]) <= 20
    assert (width, height) == ((4, 2) if shape[0] == 1 else (1, 4))
    for i in range(17):  # every image is of one colour
        row, column = divmod(i, 5)
        assert (sheet[row * height : (row + 1) * height, column * width : (column + 1) * width] == 10 * i).all()


def test_another_dataset_is_refused(run, digits, tmp_path):
    before = set(tmp_path.iterdir())
    few = dataclasses.replace(digits.test, pixels=digits.test.pixels[:9], labels=digits.test.labels[:9])
    for other in (dataclasses.replace(digits, name="mine"), dataclasses.replace(digits, test=few)):
        with pytest.raises(UserError, match="does not hold the images"):
            finish(tensorboard_logs.export(run, other, tmp_path / "log"))
    assert set(tmp_path.iterdir()) == before


def test_what_is_given_up_or_refused_by_the_disk_leaves_nothing(run, digits, tmp_path, monkeypatch):
    before = set(tmp_path.rglob("*"))
    steps, _ = run_through(tensorboard_logs.export(run, digits, tmp_path / "log"))
    with pytest.raises(UserError, match="has something in it"):
        finish(tensorboard_logs.export(run, digits, tmp_path / "log"))
    shutil.rmtree(tmp_path / "log")
    for stop in range(1, len(steps) + 1, 3):
        export = tensorboard_logs.export(run, digits, tmp_path / "a" / "log")
        for _ in range(stop):
            next(export)
        export.close()
        assert set(tmp_path.rglob("*")) == before
    with monkeypatch.context() as patch:

        def refuse(*_):
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr("os.fsync", refuse)
        with pytest.raises(UserError, match="the disk is full"):
            finish(tensorboard_logs.export(run, digits, tmp_path / "log"))
    assert set(tmp_path.rglob("*")) == before


def test_tensorflow_is_not_imported_where_it_is_installed(run, tmp_path):
    (tmp_path / "fake" / "tensorflow").mkdir(parents=True)
    (tmp_path / "fake" / "tensorflow" / "__init__.py").write_text("raise SystemExit('TensorFlow was imported')")
    child = (
        "import sys, pathlib\n"
        "from vaegui import runs, steps\n"
        "from vaegui.exports import tensorboard_logs\n"
        "run, out = runs.load(sys.argv[1]), pathlib.Path(sys.argv[2])\n"
        "steps.finish(tensorboard_logs.export(run, None, out))\n"
        "import threading; assert threading.active_count() == 1"
    )
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", child, str(run.folder), str(tmp_path / "log")],
        capture_output=True,
        text=True,
        timeout=100,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "fake")},
    )
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
