"""A user's own images: found wherever they lie, prepared as an independent reference has it, kept and found changed."""

import gzip
import io
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch.nn import functional

from vaegui import importing
from vaegui.data import Progress
from vaegui.importing import Recipe, Refusal
from vaegui.settings import UserError, as_dict, parse, settings_of

chance = np.random.default_rng(0)


def run(events):
    """A generator's result, and what it yielded on the way."""
    told = []
    while True:
        try:
            told.append(next(events))
        except StopIteration as end:
            return end.value, told


def look(path):
    finding, told = run(importing.look(path))
    assert all(isinstance(event, Progress) and 0 <= event.done <= event.total for event in told)
    return finding


def read(path, recipe=None, name="mine"):
    finding = look(path)
    recipe = recipe or importing.suggest(finding)
    dataset, told = run(importing.read(finding, recipe, name))
    return dataset, [event for event in told if isinstance(event, Refusal)]


def keep(path, name="mine", recipe=None):
    finding = look(path)
    recipe = recipe or importing.suggest(finding)
    dataset, told = run(importing.read(finding, recipe, name))
    importing.store(dataset, finding, recipe, [event for event in told if isinstance(event, Refusal)])
    return dataset


def noise(*shape):
    return chance.integers(0, 256, shape).astype(np.uint8)


def write(folder, images):
    """Files by their paths below a folder; arrays as PNGs, bytes as they are."""
    for name, content in images.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            Image.fromarray(content).save(path)
    return folder


def by_class(dataset):
    """All images of both parts with the names of their classes, in an order of their own."""
    found = []
    for part in (dataset.train, dataset.test):
        for pixels, label in zip(part.pixels.numpy(), part.labels.tolist(), strict=True):
            found.append((dataset.classes[label] if dataset.classes else "", pixels.tobytes()))
    return sorted(found)


def pack(folder, path, top=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, top + file.relative_to(folder).as_posix())
    return path


# One image


def weights(before, after):
    """(after, before): a triangle around each new pixel's middle, as wide as a new pixel or an old one."""
    wide = max(1.0, before / after)
    middles = (np.arange(after)[:, None] + 0.5) * before / after
    triangle = np.maximum(0, 1 - np.abs(np.arange(before) + 0.5 - middles) / wide)
    return triangle / triangle.sum(1, keepdims=True)


def resampled(values, height, width):
    return weights(values.shape[1], height) @ values @ weights(values.shape[2], width).T


def test_the_reference_is_what_torch_calls_bilinear_with_antialias():
    values = chance.random((3, 31, 50))
    for size in ((4, 4), (28, 28), (31, 90), (128, 3)):
        found = functional.interpolate(torch.tensor(values)[None], size, mode="bilinear", antialias=True)[0]
        assert np.abs(found.numpy() - resampled(values, *size)).max() < 1e-12


def reference(pixels, recipe):
    """The recipe in real numbers: uint8 (C, H, W) to float64 (C', height, width), not rounded."""
    values = pixels.astype(np.float64)
    if recipe.colour == "grey" and len(values) == 3:
        values = np.tensordot([0.299, 0.587, 0.114], values, 1)[None]
    elif recipe.colour == "colour" and len(values) == 1:
        values = np.concatenate([values] * 3)
    if recipe.invert:
        values = 255 - values
    _, tall, wide = values.shape
    size, bars = (recipe.height, recipe.width), None
    if (tall, wide) == size:
        return values
    if recipe.fit == "crop":
        ratio = recipe.width / recipe.height
        new = (tall, min(wide, max(1, int(tall * ratio + 0.5)))), (min(tall, max(1, int(wide / ratio + 0.5))), wide)
        h, w = min(new, key=lambda shape: shape[0] * shape[1])
        top, left = (tall - h) // 2, (wide - w) // 2
        values = values[:, top : top + h, left : left + w]
    elif recipe.fit == "pad":
        scale = min(size[0] / tall, size[1] / wide)
        h, w = (max(1, int(round(side * scale, 9) + 0.5)) for side in (tall, wide))
        bars, size = np.zeros((len(values), *size)), (h, w)
    resized = resampled(values, *size)
    if bars is None:
        return resized
    top, left = (bars.shape[1] - size[0]) // 2, (bars.shape[2] - size[1]) // 2
    bars[:, top : top + size[0], left : left + size[1]] = resized
    return bars


SIZES = [(1, 1), (1, 9), (7, 1), (5, 4), (13, 17), (28, 28), (64, 63), (128, 128), (300, 41), (31, 300), (300, 300)]
WANTED = [(4, 4), (28, 28), (32, 20), (9, 128), (128, 128)]


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
@pytest.mark.parametrize("colour", ["grey", "colour"])
@pytest.mark.parametrize("invert", [False, True])
def test_an_image_is_prepared_as_the_reference_has_it(fit, colour, invert):
    worst = 0.0
    for height, width in SIZES:
        for channels in (1, 3):
            smooth = np.add.outer(np.linspace(0, 120, height), np.linspace(0, 135, width)).astype(np.uint8)
            for pixels in (noise(channels, height, width), np.stack([smooth] * channels)):
                for wide, tall in WANTED:
                    recipe = Recipe(width=wide, height=tall, fit=fit, colour=colour, invert=invert)
                    before = pixels.copy()
                    found = importing.prepare(pixels, recipe)
                    expected = reference(pixels, recipe)
                    assert found.dtype == np.uint8
                    assert found.shape == expected.shape
                    assert (pixels == before).all()
                    worst = max(worst, np.abs(found - expected).max())
    assert worst <= 1.0 + 1e-6
    print(f"\nat most {worst:.3f}/255 from the reference, which is not rounded")


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
def test_an_image_of_the_right_size_stays_as_it_is(fit):
    for channels, colour in ((1, "grey"), (3, "colour")):
        pixels = noise(channels, 20, 30)
        recipe = Recipe(width=30, height=20, fit=fit, colour=colour)
        assert (importing.prepare(pixels, recipe) == pixels).all()
        assert (importing.prepare(pixels, Recipe(**as_dict(recipe) | {"invert": True})) == 255 - pixels).all()


def test_grey_is_what_pillow_calls_grey():
    pixels = noise(3, 40, 40)
    expected = np.asarray(Image.fromarray(pixels.transpose(1, 2, 0)).convert("L"))
    assert (importing.prepare(pixels, Recipe(width=40, height=40))[0] == expected).all()


def test_a_recipe_is_a_form_and_survives_json():
    assert [row.name for row in settings_of(Recipe)] == [
        "width",
        "height",
        "fit",
        "colour",
        "invert",
        "labels",
        "test_share",
    ]
    assert all(row.sentence and row.label for row in settings_of(Recipe))
    recipe = Recipe(width=40, fit="pad", colour="colour", invert=True, labels="none", test_share=0.25)
    assert parse(Recipe, as_dict(recipe)) == recipe
    for wrong in ({"width": 3}, {"height": 129}, {"fit": "tile"}, {"test_share": 0.0}, {"size": 3}):
        with pytest.raises(UserError):
            parse(Recipe, wrong)


# Files of every mode


def saved(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def modes():
    """A file of each mode and its pixels (C, H, W), which may be off by a little."""
    y, x = np.mgrid[:28, :28]
    smooth = np.stack([40 + 3 * x + 2 * y, 230 - 4 * x - 2 * y, 60 + 5 * y], -1).astype(np.uint8)
    grey, rgb, alpha, index = noise(28, 28), noise(28, 28, 3), noise(28, 28), noise(28, 28)
    table = noise(256, 3)
    palette = Image.fromarray(index)
    palette.putpalette(table.tobytes())
    wide = chance.integers(0, 65536, (28, 28)).astype(np.uint16)
    chw = lambda values: np.asarray(values)[None] if np.ndim(values) == 2 else np.moveaxis(values, -1, 0)  # noqa: E731
    dim = alpha / 255
    yield "1.png", saved(Image.fromarray(grey > 127), "PNG"), chw((grey > 127) * 255), 0
    yield "L.png", saved(Image.fromarray(grey), "PNG"), chw(grey), 0
    yield "L.bmp", saved(Image.fromarray(grey), "BMP"), chw(grey), 0
    yield "LA.png", saved(Image.fromarray(np.dstack((grey, alpha))), "PNG"), chw(grey * dim), 1
    yield "P.gif", saved(palette, "GIF"), chw(table[index]), 0
    yield "P.png", saved(palette, "PNG"), chw(table[index]), 0
    hole = np.where((index == 7)[..., None], 0, table[index])
    yield "P with a hole.png", saved(palette, "PNG", transparency=7), chw(hole), 0
    yield "RGB.png", saved(Image.fromarray(rgb), "PNG"), chw(rgb), 0
    yield "RGB.tif", saved(Image.fromarray(rgb), "TIFF"), chw(rgb), 0
    yield "RGB.webp", saved(Image.fromarray(rgb), "WEBP", lossless=True), chw(rgb), 0
    yield "RGBA.png", saved(Image.fromarray(np.dstack((rgb, alpha))), "PNG"), chw(rgb * dim[..., None]), 1
    yield "I16.png", saved(Image.fromarray(wide), "PNG"), chw(wide / 257), 1
    yield "L.jpg", saved(Image.fromarray(smooth[..., 0]), "JPEG", quality=100), chw(smooth[..., 0]), 2
    yield "RGB.jpg", saved(Image.fromarray(smooth), "JPEG", quality=100, subsampling=0), chw(smooth), 4
    inks = Image.merge("CMYK", [Image.fromarray(np.ascontiguousarray(smooth[..., i])) for i in (0, 1, 2, 2)])
    from_inks = (255.0 - smooth) * (255.0 - smooth[..., 2:]) / 255
    yield "CMYK.jpg", saved(inks, "JPEG", quality=100, subsampling=0), chw(from_inks), 4


@pytest.mark.parametrize("colour", ["grey", "colour"])
def test_files_of_every_mode_come_out_right(tmp_path, colour):
    cases = list(modes())
    write(tmp_path / "images", {name: content for name, content, *_ in cases})
    dataset, refused = read(tmp_path / "images", Recipe(colour=colour))
    assert not refused
    found = torch.cat((dataset.train.pixels, dataset.test.pixels)).numpy().astype(float)
    assert len(found) == len(cases)
    for name, _, pixels, tolerance in cases:
        expected = reference(np.asarray(pixels, np.float64), Recipe(colour=colour))
        nearest = min(np.abs(image - expected).max() for image in found)
        assert nearest <= tolerance + (1 if colour == "grey" else 0.5), name


# Where images lie


def layouts(tmp_path):
    """Folders, and what each should become: kind of labels, whether it has test images, the images by class."""
    images = {label: [noise(6, 5) for _ in range(4)] for label in ("2", "10", "one")}
    classes = {f"{label}/{i}.png": image for label, few in images.items() for i, image in enumerate(few)}
    every = sorted((label, image.tobytes()) for label, few in images.items() for image in few)
    plain = sorted(("", image.tobytes()) for few in images.values() for image in few)
    split = {f"{'Test' if i % 4 == 3 else 'train'}/{path}": image for i, (path, image) in enumerate(classes.items())}
    valid = {path.replace("Test/", "validation/"): image for path, image in split.items()}
    deep = {path.replace("/", "/deeper/still/"): image for path, image in classes.items()}
    flat = {path.replace("/", "-"): image for path, image in classes.items()}
    flat_split = {f"{'train' if i % 2 else 'test'}/{path}": image for i, (path, image) in enumerate(flat.items())}
    beside = classes | {"cover.png": noise(6, 5)}
    mostly_flat = flat | {"more/a.png": noise(6, 5)}
    names = ("2", "10", "one")
    return {
        "classes": (classes, names, False, every),
        "deep": (deep, names, False, every),
        "below one": ({f"top/below/{path}": image for path, image in classes.items()}, names, False, every),
        "train and test": (split, names, True, every),
        "validation": (valid, names, True, every),
        "both": (split | {"val/2/x.png": noise(6, 5)}, names, True, every),
        "flat": (flat, (), False, plain),
        "flat, below one": ({f"all/{path}": image for path, image in flat.items()}, (), False, plain),
        "flat train and test": (flat_split, (), True, plain),
        "beside": (beside, names, False, every),
        "mostly flat": (mostly_flat, (), False, sorted([*plain, ("", mostly_flat["more/a.png"].tobytes())])),
    }


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("layout", sorted(layouts(None)))
def test_folders_and_archives_are_understood(tmp_path, layout, packed):
    images, classes, has_test, expected = layouts(tmp_path)[layout]
    path = write(tmp_path / "images", images)
    if packed:
        path = pack(path, tmp_path / "images.zip", top="images/")
    finding = look(path)
    assert finding.kind == ("zip archive" if packed else "folder")
    assert (finding.classes, finding.has_test, finding.count) == (classes, has_test, len(expected))
    assert finding.class_counts == tuple(sum(label == name for label, _ in expected) for name in classes)
    assert (finding.sizes, finding.channels) == ({(5, 6): len(finding.sample)}, {1: len(finding.sample)})
    assert len(finding.sample) == finding.count
    assert bool(finding.problems) == (layout in ("both", "beside", "mostly flat")), finding.problems
    dataset, refused = read(path)
    assert not refused
    assert dataset.train.shape == (1, 6, 5)
    assert by_class(dataset) == expected
    if has_test:
        wanted = [image.tobytes() for name, image in images.items() if name.lower().startswith(("test", "validation"))]
        assert sorted(pixels.tobytes() for pixels in dataset.test.pixels.numpy()) == sorted(wanted)
    unlabelled, _ = read(path, Recipe(width=5, height=6, labels="none"))
    assert unlabelled.classes == ()
    assert not unlabelled.train.labels.any()
    assert len(unlabelled.train) + len(unlabelled.test) == len(expected)


def test_test_images_that_come_first_in_an_archive_are_no_trouble(tmp_path):
    first, last = write(tmp_path / "a", {"test/x/1.png": noise(6, 5)}), {"train/x/1.png": noise(6, 5)}
    path = pack(first, tmp_path / "images.zip")
    with zipfile.ZipFile(path, "a") as archive:
        for name, image in (last | {"train/y/2.png": noise(6, 5)}).items():
            archive.writestr(name, saved(Image.fromarray(image), "PNG"))
    dataset, _ = read(path)
    assert (len(dataset.train), len(dataset.test), dataset.classes) == (2, 1, ("x", "y"))


def test_what_is_held_out_is_drawn_from_every_class_and_the_same_each_time(tmp_path):
    write(tmp_path, {f"{label}/{i}.png": noise(4, 4) for label, n in (("a", 60), ("b", 20)) for i in range(n)})
    first, _ = read(tmp_path, Recipe(width=4, height=4, test_share=0.25))
    again, _ = read(tmp_path, Recipe(width=4, height=4, test_share=0.25))
    assert np.bincount(first.test.labels).tolist() == [15, 5]
    assert np.bincount(first.train.labels).tolist() == [45, 15]
    for part in ("train", "test"):
        assert torch.equal(getattr(first, part).pixels, getattr(again, part).pixels)
    assert len(set(first.train.labels[:20].tolist())) == 2  # not sorted by class


def test_two_images_are_enough_and_one_is_not(tmp_path):
    write(tmp_path, {"a.png": noise(9, 9)})
    with pytest.raises(UserError, match="only one"):
        read(tmp_path)
    write(tmp_path, {"b.png": noise(9, 9)})
    dataset, _ = read(tmp_path)
    assert (len(dataset.train), len(dataset.test)) == (1, 1)


def test_more_than_a_thousand_classes_are_refused_unless_there_are_to_be_no_labels(tmp_path):
    np.save(tmp_path / "images.npy", np.zeros((1001, 4, 4), np.uint8))
    np.save(tmp_path / "labels.npy", np.arange(1001))
    finding = look(tmp_path / "images.npy")
    assert len(finding.classes) == 1001
    assert importing.suggest(finding).labels == "none"
    with pytest.raises(UserError, match=r"1,001 different labels.*without labels"):
        run(importing.read(finding, Recipe(), "x"))
    dataset, _ = run(importing.read(finding, Recipe(labels="none"), "x"))
    assert dataset.classes == ()


def test_too_many_pixels_are_refused_before_any_is_read(tmp_path):
    np.save(tmp_path / "images.npy", np.zeros((90_000, 1, 1), np.uint8))
    finding = look(tmp_path / "images.npy")
    with pytest.raises(UserError, match=r"90,000 images.*4\.1 GiB; 4 GiB"):
        run(importing.read(finding, Recipe(width=128, height=128, colour="colour"), "x"))


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([(28, 28)] * 3, (28, 28, "grey")),
        ([(128, 96)] * 3, (96, 128, "grey")),
        ([(1, 2)] * 3, (4, 4, "grey")),
        ([(32, 32, 3), (32, 32)], (32, 32, "colour")),
        ([(218, 178, 3)] * 3, (52, 64, "colour")),
        ([(300, 300), (200, 200), (100, 100)], (64, 64, "grey")),
        ([(30, 30), (40, 20), (31, 30)], (32, 32, "grey")),
    ],
)
def test_the_suggested_recipe_changes_little(tmp_path, shapes, expected):
    write(tmp_path, {f"{i}.png": noise(*shape) for i, shape in enumerate(shapes)})
    recipe = importing.suggest(look(tmp_path))
    assert (recipe.width, recipe.height, recipe.colour) == expected


def test_a_sample_is_spread_over_all_and_large_images_in_it_are_shrunk(tmp_path):
    write(tmp_path, {f"{i:03}.png": np.full((3, 3), i, np.uint8) for i in range(200)})
    sample = look(tmp_path).sample
    assert len(sample) == 48
    values = [int(pixels[0, 0, 0]) for _, pixels in sample]
    assert (values[0], values[-1]) == (0, 199)
    assert max(np.diff(values)) <= 5
    big = write(tmp_path / "big", {f"{i}.png": np.full((1500, 2000, 3), (9, 90, 200), np.uint8) for i in range(2)})
    finding = look(big)
    assert finding.sizes == {(2000, 1500): 2}
    assert finding.sample[0][1].shape == (3, 750, 1000)
    assert (finding.sample[0][1].reshape(3, -1).T == (9, 90, 200)).all()


# Arrays


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.array([False, True]), [0, 255]),
        (np.array([0, 1, 200], np.uint8), [0, 1, 200]),
        (np.array([0, 1, 200], np.int64), [0, 1, 200]),
        (np.array([0, 1, 200], ">i2"), [0, 1, 200]),
        (np.array([0, 257, 65535], np.uint16), [0, 1, 255]),
        (np.array([0, 257, 65535], ">u4"), [0, 1, 255]),
        (np.array([0, 0.5, 1], np.float32), [0, 128, 255]),
        (np.array([0, 0.2, 1.0000002], np.float32), [0, 51, 255]),
        (np.array([0, 0.2, 1], np.float16), [0, 51, 255]),
        (np.array([-1, -0.2, 1], ">f8"), [0, 102, 255]),
        (np.array([0, 99.6, 255], np.float64), [0, 100, 255]),
    ],
)
def test_numbers_become_grey_values(tmp_path, values, expected):
    images = np.broadcast_to(values[:, None, None], (len(values), 4, 4))
    np.save(tmp_path / "x.npy", np.concatenate([images] * 4))
    dataset, _ = read(tmp_path / "x.npy", Recipe(width=4, height=4))
    found = torch.cat((dataset.train.pixels, dataset.test.pixels))
    assert sorted(found[:, 0, 0, 0].tolist()) == sorted(expected * 4)
    assert (found == found[:, :, :1, :1]).all()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (np.array([0, np.nan]), "NaN"),
        (np.array([0, np.inf]), "from 0 to inf"),
        (np.array([-1.0, 2.0]), "from -1 to 2"),
        (np.array([0, 70_000]), "from 0 to 70000"),
        (np.array([-5, 5]), "from -5 to 5"),
        (np.array(["a", "b"]), "texts"),
        (np.array([0j, 1j]), "“<c16”"),
        (np.array([None, 1]), "Python objects"),
        (np.zeros(2, [("a", "u1"), ("b", "u1")]), "several columns"),
    ],
)
def test_other_numbers_are_refused(tmp_path, values, said):
    np.save(tmp_path / "x.npy", np.tile(values, 8).reshape(-1, 2, 4))
    with pytest.raises(UserError, match=said):
        look(tmp_path / "x.npy")


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize(
    ("shape", "axes", "size"),
    [
        ((6, 5, 4), (0, 1, 2), (1, 5, 4)),
        ((6, 5, 4, 1), (0, 3, 1, 2), (1, 5, 4)),
        ((6, 5, 4, 3), (0, 3, 1, 2), (3, 5, 4)),
        ((6, 1, 5, 4), (0, 1, 2, 3), (1, 5, 4)),
        ((6, 3, 5, 4), (0, 1, 2, 3), (3, 5, 4)),
    ],
)
def test_arrays_of_every_shape_are_read_in_either_order(tmp_path, order, shape, axes, size):
    values = noise(*shape)
    np.save(tmp_path / "x.npy", np.asarray(values, order=order))
    np.savez_compressed(tmp_path / "x.npz", images=np.asarray(values, order=order))
    for name in ("x.npy", "x.npz"):
        finding = look(tmp_path / name)
        assert (finding.kind, finding.count, finding.sizes, finding.channels) == (
            "array",
            6,
            {size[:0:-1]: 6},
            {size[0]: 6},
        )
        dataset, _ = read(tmp_path / name)
        expected = values.transpose(axes).reshape(6, *size)
        assert by_class(dataset) == sorted(("", image.tobytes()) for image in expected)


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ((50, 784), r"rows of 784 numbers.*\(50, 28, 28\)"),
        ((50, 3072), r"\(50, 32, 32, 3\)"),
        ((5, 4, 4, 2), "shape"),
        ((5,), "shape"),
        ((), "shape"),
        ((0, 4, 4), "no images"),
        ((2, 3, 4, 4, 1), "shape"),
    ],
)
def test_arrays_that_are_no_images_are_refused(tmp_path, shape, said):
    np.save(tmp_path / "x.npy", np.zeros(shape, np.uint8))
    with pytest.raises(UserError, match=said):
        look(tmp_path / "x.npy")


def test_one_image_as_an_array_is_shown_but_is_no_dataset(tmp_path):
    np.save(tmp_path / "x.npy", noise(40, 30))
    finding = look(tmp_path / "x.npy")
    assert (finding.count, finding.sizes) == (1, {(30, 40): 1})
    with pytest.raises(UserError, match="only one"):
        run(importing.read(finding, Recipe(), "x"))


@pytest.mark.parametrize("name", ["x-labels.npy", "x_labels.npy", "labels.npy"])
@pytest.mark.parametrize(
    "labels",
    [
        np.arange(12) % 3 + 5,
        (np.arange(12) % 3 + 5.0)[:, None],
        np.array(["b", "a10", "a9"])[np.arange(12) % 3],
        np.array([b"b", b"a10", b"a9"])[np.arange(12) % 3],
        np.arange(12)[::-1].astype(">u8") % 3,
    ],
)
def test_labels_may_lie_beside_an_array(tmp_path, name, labels):
    images = noise(12, 4, 4)
    np.save(tmp_path / "x.npy", images)
    np.save(tmp_path / name, labels)
    finding = look(tmp_path / "x.npy")
    texts = [text.decode() if isinstance(text, bytes) else str(text) for text in labels.reshape(-1).tolist()]
    texts = [text.removesuffix(".0") for text in texts]
    assert not finding.problems
    assert finding.classes in (("5", "6", "7"), ("a9", "a10", "b"), ("0", "1", "2"))
    assert finding.class_counts == (4, 4, 4)
    dataset, _ = read(tmp_path / "x.npy")
    assert by_class(dataset) == sorted(zip(texts, (image.tobytes() for image in images), strict=True))


@pytest.mark.parametrize(
    "labels", [np.arange(11), np.eye(12), np.arange(12) + 0.5, np.array([None] * 12), np.full(12, np.nan)]
)
def test_labels_that_do_not_fit_are_told_of_and_not_used(tmp_path, labels):
    np.save(tmp_path / "x.npy", noise(12, 4, 4))
    np.save(tmp_path / "labels.npy", labels)
    finding = look(tmp_path / "x.npy")
    assert finding.classes == ()
    assert "labels.npy" in finding.problems[0]


NPZ = {
    "Keras": ("x_train", "y_train", "x_test", "y_test"),
    "MedMNIST": ("train_images", "train_labels", "test_images", "test_labels"),
    "capital": ("X_train", "Y_train", "X_test", "Y_test"),
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("names", NPZ)
def test_archives_of_arrays_with_test_images_are_read(tmp_path, names, packed):
    train, test = noise(20, 5, 4), noise(6, 5, 4)
    labels = [np.arange(n) % 2 for n in (20, 6)]
    labels = [few[:, None] for few in labels] if names == "MedMNIST" else labels
    values = dict(zip(NPZ[names], (train, labels[0], test, labels[1]), strict=True)) | {"val_images": test}
    (np.savez_compressed if packed else np.savez)(tmp_path / "x.npz", **values)
    finding = look(tmp_path / "x.npz")
    assert (finding.has_test, finding.classes, finding.class_counts) == (True, ("0", "1"), (13, 13))
    assert "val_images" in finding.problems[0]
    dataset, _ = read(tmp_path / "x.npz")
    assert (dataset.train.pixels.numpy()[:, 0] == train).all()  # in their order
    assert (dataset.test.pixels.numpy()[:, 0] == test).all()
    assert (dataset.test.labels.numpy() == labels[1].reshape(-1)).all()


@pytest.mark.parametrize(
    ("images", "labels"), [("images", "labels"), ("X", "y"), ("data", "targets"), ("arr_0", None), ("whatever", None)]
)
def test_archives_of_arrays_without_test_images_are_read(tmp_path, images, labels):
    values = {images: noise(9, 4, 4)} | ({labels: np.arange(9) % 3} if labels else {})
    np.savez(tmp_path / "x.npz", **values)
    finding = look(tmp_path / "x.npz")
    assert (finding.has_test, finding.count, finding.classes) == (False, 9, ("0", "1", "2") if labels else ())
    assert not finding.problems


def test_an_archive_of_other_arrays_is_refused_with_their_names(tmp_path):
    np.savez(tmp_path / "x.npz", weights=np.zeros(3), biases=np.zeros(3))
    with pytest.raises(UserError, match="weights, biases"):
        look(tmp_path / "x.npz")


def test_zeros_and_ones_are_remarked_upon(tmp_path):
    np.save(tmp_path / "x.npy", chance.integers(0, 2, (9, 4, 4)).astype(np.uint8))
    assert "0 or 1" in look(tmp_path / "x.npy").problems[0]


# IDX files


def idx(array):
    return struct.pack(f">4B{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "style", ["{}-images-idx3-ubyte", "emnist-letters-{}-images-idx3-ubyte", "{}-images.idx3-ubyte"]
)
@pytest.mark.parametrize("place", [".", "raw", "MNIST/raw"])
def test_idx_files_are_found_in_their_folder_and_one_by_one(tmp_path, packed, style, place):
    images = {"train": noise(20, 6, 5), "t10k": noise(8, 6, 5)}
    folder = tmp_path / place
    folder.mkdir(parents=True, exist_ok=True)
    for part, pixels in images.items():
        labels = (np.arange(len(pixels)) % 3 + 1).astype(np.uint8)
        name = style.format(part)
        for file, array in ((name, pixels), (name.replace("images", "labels").replace("idx3", "idx1"), labels)):
            content = idx(array)
            (folder / (file + ".gz" * packed)).write_bytes(gzip.compress(content) if packed else content)
    finding = look(tmp_path)
    assert (finding.kind, finding.has_test, finding.count) == ("IDX files", True, 28)
    assert finding.classes == ("1", "2", "3")
    dataset, _ = read(tmp_path)
    assert (dataset.train.pixels.numpy()[:, 0] == images["train"]).all()
    assert (dataset.test.pixels.numpy()[:, 0] == images["t10k"]).all()
    assert dataset.train.labels.tolist() == [i % 3 for i in range(20)]
    alone = look(folder / (style.format("train") + ".gz" * packed))
    assert (alone.kind, alone.has_test, alone.count, alone.classes) == ("IDX files", False, 20, ("1", "2", "3"))
    for file in folder.iterdir():
        if "labels" in file.name:
            file.unlink()
    assert look(tmp_path).classes == ()


def test_several_datasets_of_idx_files_in_a_folder_are_not_mixed(tmp_path):
    for name in ("a-train", "a-t10k", "b-train", "b-t10k"):
        (tmp_path / f"{name}-images-idx3-ubyte").write_bytes(idx(noise(5, 4, 4)))
    with pytest.raises(UserError, match="several datasets"):
        look(tmp_path)
    assert look(tmp_path / "b-train-images-idx3-ubyte").count == 5


def test_mnist_as_its_makers_distribute_it_is_read(mnist, mnist_folder):
    dataset, refused = read(mnist_folder)
    assert not refused
    assert torch.equal(dataset.train.pixels, mnist.train.pixels)
    assert torch.equal(dataset.test.labels, mnist.test.labels)
    assert dataset.classes == tuple("0123456789")


# Kept


@pytest.fixture
def folder(tmp_path):
    images = {f"{label}/{i}.png": noise(6, 5, 3) for label in ("cat", "dog") for i in range(8)}
    return write(tmp_path / "source", images | {"cat/broken.png": b"\x89PNG\r\n\x1a\n and no more"})


def test_what_is_kept_comes_back_as_it_was(folder, home):
    dataset = keep(folder, "Kätzchen & Hunde")
    assert importing.known() == ["Kätzchen & Hunde"]
    shutil.rmtree(folder)
    found = importing.load("Kätzchen & Hunde")
    assert (found.name, found.classes) == (dataset.name, dataset.classes) == ("Kätzchen & Hunde", ("cat", "dog"))
    for part in ("train", "test"):
        before, after = getattr(dataset, part), getattr(found, part)
        assert torch.equal(before.pixels, after.pixels)
        assert torch.equal(before.labels, after.labels)
        assert after.pixels.dtype == torch.uint8
        assert after.labels.dtype == torch.int64
    origin = importing.origin("Kätzchen & Hunde")
    assert (origin.path, origin.kind, origin.count, origin.has_test) == (folder, "folder", 16, False)
    assert origin.recipe == Recipe(width=5, height=6, colour="colour")
    assert [refusal.name for refusal in origin.refusals] == ["cat/broken.png"]
    assert "broken.png" in origin.refusals[0].sentence
    assert {path.name for path in (home / "data" / "own").iterdir()} == {"Kätzchen & Hunde"}


def test_a_name_that_is_kept_again_is_replaced(folder):
    keep(folder)
    keep(folder, recipe=Recipe(width=9, height=9))
    assert importing.load("mine").train.shape == (1, 9, 9)
    assert importing.known() == ["mine"]


def test_what_is_forgotten_is_gone_and_its_source_is_not(folder, home):
    keep(folder)
    before = sorted(folder.rglob("*"))
    importing.forget("mine")
    assert importing.known() == []
    assert not list((home / "data" / "own").iterdir())
    assert sorted(folder.rglob("*")) == before
    for ask in (importing.load, importing.origin, importing.changes, importing.forget):
        for name in ("mine", "", "..", ".", "../mine", "/etc", "a\0b"):
            with pytest.raises(UserError, match="no dataset called"):
                ask(name)


def test_a_changed_folder_is_noticed(folder):
    keep(folder)
    assert importing.changes("mine") == ""
    write(folder, {"notes.txt": b"hello"})
    assert importing.changes("mine") == ""
    write(folder, {f"dog/new{i}.png": noise(6, 5) for i in range(3)})
    (folder / "cat/1.png").unlink()
    Image.fromarray(noise(6, 5)).save(folder / "cat/2.png")
    status = (folder / "cat/3.png").stat()
    os.utime(folder / "cat/3.png", ns=(status.st_atime_ns, status.st_mtime_ns + 1000))
    said = importing.changes("mine")
    assert said.endswith("3 images are new, 1 is gone and 2 changed.")
    assert str(folder) in said
    write(folder, {"cat/1.png": noise(6, 5)})
    assert "gone" not in importing.changes("mine")
    keep(folder)
    assert importing.changes("mine") == ""
    shutil.rmtree(folder)
    assert importing.changes("mine") == ""


def test_changed_arrays_and_archives_are_noticed(tmp_path, folder):
    np.save(tmp_path / "x.npy", noise(9, 4, 4))
    np.save(tmp_path / "labels.npy", np.arange(9) % 2)
    archive = pack(folder, tmp_path / "images.zip")
    keep(tmp_path / "x.npy", "array")
    keep(archive, "archive")
    assert importing.changes("array") == importing.changes("archive") == ""
    np.save(tmp_path / "labels.npy", np.arange(9) % 4 // 2)
    os.utime(tmp_path / "labels.npy", ns=(0, 1))
    os.utime(archive, ns=(0, 1))
    assert importing.changes("array").endswith("1 file changed.")
    assert importing.changes("archive").endswith("1 file changed.")
    (tmp_path / "labels.npy").unlink()
    assert importing.changes("array").endswith("1 file is gone.")


def test_names(home):
    assert importing.check_name("  Cats and dogs ", ["birds"]) == "Cats and dogs"
    for name in ("", "  ", ".", "..", ".x", "a/b", "a\\b", "a:b", "a?", "con", "NUL.txt", "x.", "a\nb", "a\u202eb"):
        with pytest.raises(UserError):
            importing.check_name(name, [])
    with pytest.raises(UserError, match="too long"):
        importing.check_name("ä" * 60, [])
    with pytest.raises(UserError, match="already"):
        importing.check_name("CATS", ["cats"])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/Cats", "Cats"),
        ("faces.tar.gz", "faces"),
        ("x?y*z.zip", "x-y-z"),
        ("a/..", "images"),
        ("…", "images"),
        ("con.npy", "con images"),
        ("q" * 300, "q" * 40),
    ],
)
def test_a_name_is_found_for_every_path(path, name):
    path = "/" if path == "a/.." else path
    assert importing.name_for(Path(path), []) == name
    assert importing.check_name(name, []) == name
    assert importing.name_for(Path(path), [name.upper(), f"{name} 2"]) == f"{name} 3"


# On the way


def test_a_reading_that_is_cancelled_leaves_nothing(folder, home):
    for close_at in range(1, 4):
        looking = importing.look(folder)
        for _ in range(close_at):
            next(looking)
        looking.close()
    finding = look(folder)
    reading = importing.read(finding, importing.suggest(finding), "mine")
    next(reading)
    reading.close()
    assert importing.known() == []
    assert not home.exists()


def test_the_module_does_not_import_pillow():
    """What comes with a window's start must not take its time."""
    program = "import sys, vaegui.importing; assert 'PIL' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parent.parent)
