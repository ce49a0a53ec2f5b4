"""Shapes that stay on the disk: the same images as in memory, whole files or none, sentences for the rest."""

import hashlib
import os
import resource
import sys
from collections import namedtuple

import numpy as np
import pytest
import torch

from vaegui import data, folders, mapped, shapes, sources, storing
from vaegui.settings import UserError
from vaegui.shapes import ShapesConfig, generate, generate_steps, name_of

CONFIG = ShapesConfig(side=16, count=3000, tests=500)


@pytest.fixture
def on_disk(monkeypatch):
    """Have everything drawn into files."""
    monkeypatch.setattr(mapped, "ON_DISK_FROM", 0)


@pytest.fixture
def folder(home):
    return home / "data" / "shapes" / name_of(CONFIG)


def left(home):
    """What a drawing has left behind."""
    place = home / "data" / "shapes"
    return list(place.iterdir()) if place.is_dir() else []


def same(a, b):
    return all(torch.equal(x, y) for x, y in ((a.pixels, b.pixels), (a.labels, b.labels), (a.factors, b.factors)))


def test_images_on_the_disk_are_those_in_memory(monkeypatch, folder):
    in_memory = generate(CONFIG)
    assert in_memory.train.file is None
    assert not folder.exists()
    monkeypatch.setattr(mapped, "ON_DISK_FROM", 0)
    drawn = sources.load(name_of(CONFIG))
    for split in ("train", "test"):
        one, other = getattr(drawn, split), getattr(in_memory, split)
        assert same(one, other)
        assert one.file is not None
        assert one.digest() == other.digest() == hashlib.sha256(other.pixels.numpy().tobytes()).hexdigest()
        # Plain arrays, that anybody can read
        np.testing.assert_array_equal(np.load(folder / f"{split}-pixels.npy", allow_pickle=False), other.pixels)
    assert (drawn.name, drawn.classes, drawn.factors) == (in_memory.name, in_memory.classes, in_memory.factors)


def test_they_are_drawn_once(on_disk, folder, monkeypatch):
    generate(CONFIG)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    monkeypatch.setattr(shapes, "_rendered", None)  # whoever draws again, fails
    again = generate(CONFIG)
    assert len(again.train) == 3000
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_a_gibibyte_is_what_fits_in_memory():
    assert ShapesConfig(count=1_300_000).count * 784 < mapped.ON_DISK_FROM < 10_000_000 * 784
    assert name_of(ShapesConfig(count=10_000_000)) == "shapes-10000000"
    assert name_of(ShapesConfig(count=100_000, tests=10_000_000)) == "shapes-100000-10000000tests"


def test_a_drawing_that_is_given_up_leaves_nothing(on_disk, home):
    steps = generate_steps(CONFIG)
    assert next(steps).total == 3500
    assert left(home)
    steps.close()
    assert left(home) == []


def test_what_a_killed_program_was_drawing_is_swept(on_disk, home):
    place = home / "data" / "shapes"
    dead = place / f"{mapped.SCRATCH}dead"
    dead.mkdir(parents=True)
    (dead / "train-pixels.npy").write_bytes(b"much")
    sources.sweep_downloads()
    assert left(home) == []


def test_whoever_is_faster_draws(on_disk, home):
    steps = generate_steps(CONFIG)
    next(steps)
    generate(CONFIG)
    for _ in steps:
        pass
    assert [path.name for path in left(home)] == [name_of(CONFIG)]


def test_a_disk_that_is_too_small_is_said_before_anything_is_drawn(on_disk, home, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(mapped.shutil, "disk_usage", lambda path: usage(10**10, 10**10, 2 * 10**8))
    with pytest.raises(UserError, match=r"takes 0.0 GB on the disk, and .* has 0.2 GB left\. Nothing was drawn"):
        next(generate_steps(CONFIG))
    assert left(home) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_disk_that_fills_up_leaves_nothing(on_disk, home):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        with pytest.raises(UserError, match=r"could not be drawn into .*\. Nothing was left behind"):
            generate(CONFIG)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert left(home) == []


def cut(path):
    os.truncate(path, path.stat().st_size - 100)


def lengthen(path):
    with open(path, "ab") as file:
        file.write(b"more")


def other_labels(path):
    content = bytearray(path.read_bytes())
    content[-1] = 3 - content[-1]
    path.write_bytes(content)


def other_shape(path):
    np.save(path, np.zeros((3000, 1, 8, 32), np.uint8))


def pickled(path):
    np.save(path, np.array([print], dtype=object), allow_pickle=True)


@pytest.mark.parametrize(
    ("file", "spoil", "words"),
    [
        ("train-pixels.npy", cut, "was cut short: 100 bytes are missing"),
        ("test-factors.npy", cut, "was cut short: 100 bytes are missing"),
        ("train-pixels.npy", lengthen, "not as long as what was written"),
        ("train-pixels.npy", other_shape, "is not what was written"),
        ("train-pixels.npy", pickled, "Python objects, which could run a program"),
        ("test-pixels.npy", os.remove, "cannot be read"),
        ("train-labels.npy", other_labels, "labels are not those that were written"),
        (mapped.RECORD, cut, "is damaged"),
        (mapped.RECORD, lambda path: path.write_bytes(storing.seal({"format": 2})), "is of other images"),
        (mapped.RECORD, lambda path: path.write_bytes(b"[" * 50_000), "is damaged"),
    ],
)
def test_damage_is_a_sentence(on_disk, folder, file, spoil, words):
    generate(CONFIG)
    spoil(folder / file)
    with pytest.raises(UserError, match=words):
        generate(CONFIG)


def test_a_file_that_is_cut_short_while_it_is_used_is_a_sentence(on_disk, folder):
    images = generate(CONFIG).train
    blocks = images.in_turn()
    assert len(blocks[:100]) == 100
    cut(folder / "train-pixels.npy")
    with pytest.raises(UserError, match="was cut short while it was used: 100 bytes"):
        blocks[100:200]


def test_memory_that_is_given_back_is_read_again(on_disk):
    images = generate(CONFIG).train
    before = images.pixels.clone()
    images.file.release()
    assert torch.equal(images.pixels, before)


# ---- what goes through images block by block


@pytest.mark.parametrize("rows", [None, torch.tensor([7, 3, 2999, 3, 0])])
def test_pixels_in_turn_are_the_pixels(on_disk, rows):
    images = generate(CONFIG).train
    wanted = images.pixels if rows is None else images.pixels[rows]
    found = images.in_turn(rows)
    assert not isinstance(found, torch.Tensor)
    assert (len(found), found.shape) == (len(wanted), wanted.shape)
    assert torch.equal(torch.cat([found[start : start + 2] for start in range(0, len(found), 2)]), wanted)


@pytest.mark.parametrize("most", [data.MOST_THRESHOLDS, 1000])
def test_thresholds_do_not_depend_on_how_one_asks(most, monkeypatch):
    monkeypatch.setattr(data, "MOST_THRESHOLDS", most)
    monkeypatch.setattr(data, "DRAWN_AT_ONCE", 1 << 10)
    shape = (103, 1, 9, 9)
    whole = data.fixed_thresholds(shape, for_one_pass=True)[:]
    if most > 1000:
        assert torch.equal(whole, data.fixed_thresholds(shape))
        assert isinstance(data.fixed_thresholds(shape), torch.Tensor)
    found = data.fixed_thresholds(shape, for_one_pass=True)
    for part in (slice(0, 5), slice(5, 60), slice(59, 103), slice(20, 30), slice(90, 500)):
        assert torch.equal(found[part], whole[part])
    rows = torch.tensor([102, 0, 50, 50, 13])
    assert torch.equal(found[rows], whole[rows])
    assert torch.equal(data.Thresholds(shape)[102:], whole[102:])
    # Uniform on {0, …, 254}: the mean of 8343 draws is off by 4 standard errors at most, and no two images are alike
    assert abs(float(whole.double().mean()) - 127) < 4 * 73.6 / 8343**0.5
    assert len(whole.flatten(1).unique(dim=0)) == 103


def test_there_is_no_folder_for_what_fits_in_memory():
    generate(ShapesConfig(side=8, count=100))
    assert not (folders.data_folder() / "shapes").exists()
