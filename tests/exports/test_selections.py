import csv
import errno
import json

import numpy as np
import pyarrow.parquet
import pytest
import torch
from small_models import run_through

from vaegui import importing
from vaegui.explore import Codes
from vaegui.exports import selections
from vaegui.exports.selections import Chosen, choose, write
from vaegui.settings import UserError
from vaegui.steps import finish

SHAPES = [(1, 4, 5), (3, 5, 4), (1, 28, 28)]


def some(shape=(1, 4, 5), count=9, classes=("cat", "dog, “big”", "ox\nbull"), size=2, **changes):
    """Images of noise, labelled in turn, with codes."""
    generator = torch.Generator().manual_seed(0)
    values = {
        "dataset": "animals",
        "rows": np.arange(count, dtype=np.int64) * 7 + 3,
        "images": torch.randint(0, 256, (count, *shape), dtype=torch.uint8, generator=generator),
        "labels": torch.arange(count) % max(len(classes), 1),
        "classes": classes,
        "codes": torch.randn(count, size, generator=generator).numpy(),
        "stddev": torch.rand(count, size, generator=generator).numpy(),
        "run": "my run",
    }
    return Chosen(**values | changes)


@pytest.fixture(params=["all", "unlabelled", "no codes", "factors", "7-d"])
def chosen(request):
    factors = torch.rand(9, 2, generator=torch.Generator().manual_seed(1))
    kinds = {
        "all": {},
        "unlabelled": {"classes": ()},
        "no codes": {"codes": None, "stddev": None},
        "factors": {"factors": factors, "factor_names": ("x", "hue, or so")},
        "7-d": {"size": 7, "stddev": None},
    }
    return some(**kinds[request.param])


def wanted(chosen):
    """The columns but for pixels, by the docstring."""
    columns = {"index": chosen.rows.tolist()}
    if chosen.classes:
        columns["label"] = chosen.labels.tolist()
        columns["class"] = [chosen.classes[label] for label in chosen.labels.tolist()]
    for letter, table in (("z", chosen.codes), ("s", chosen.stddev)):
        for d in range(0 if table is None else table.shape[1]):
            columns[f"{letter}{d + 1}"] = table[:, d].tolist()
    for f, name in enumerate(chosen.factor_names):
        columns[f"factor_{name}"] = chosen.factors[:, f].tolist()
    return columns


def test_csv_comes_back(chosen, tmp_path):
    written = finish(write(chosen, tmp_path / "images.csv"))
    with open(tmp_path / "images.csv", newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    columns = wanted(chosen)
    assert header == [*columns, *(f"pixel_{i}" for i in range(20))]
    found = dict(zip(header, zip(*rows, strict=True), strict=True))
    for name, values in columns.items():
        kind = type(values[0])
        read = [np.float32(text) for text in found[name]] if kind is float else [kind(text) for text in found[name]]
        assert read == values
    pixels = [[int(found[f"pixel_{i}"][row]) for i in range(20)] for row in range(9)]
    assert pixels == chosen.images.flatten(1).tolist()
    assert (written.rows, written.bytes) == (9, (tmp_path / "images.csv").stat().st_size)
    assert written.sentence == f"9 images in {tmp_path / 'images.csv'} ({written.bytes / 1e3:.1f} kB)."


def test_npz_comes_back_without_pickles(chosen, tmp_path):
    finish(write(chosen, tmp_path / "images.npz"))
    with np.load(tmp_path / "images.npz", allow_pickle=False) as found:
        tables = {name: found[name] for name in found.files}
    assert (tables["images"] == chosen.images[:, 0].numpy()).all()
    assert tables["images"].dtype == np.uint8
    assert (tables["index"] == chosen.rows).all()
    if chosen.classes:
        assert tables["label_numbers"].tolist() == chosen.labels.tolist()
        assert tables["classes"].tolist() == list(chosen.classes)
        assert tables["labels"].tolist() == [chosen.classes[label] for label in chosen.labels.tolist()]
    for name in ("codes", "stddev"):
        table = getattr(chosen, name)
        assert (name in tables) == (table is not None)
        assert table is None or (tables[name] == table).all()
    if chosen.factors is not None:
        assert (tables["factors"] == chosen.factors.numpy()).all()
        assert tables["factor_names"].tolist() == list(chosen.factor_names)
    known = {"images", "index", "labels", "label_numbers", "classes", "codes", "stddev", "factors", "factor_names"}
    assert tables.keys() <= known


@pytest.mark.parametrize("shape", SHAPES)
def test_npz_can_be_imported_again(tmp_path, shape):
    chosen = some(shape, count=40, classes=("ant", "bee", "cow"))
    finish(write(chosen, tmp_path / "images.npz"))
    finding = finish(importing.look(tmp_path / "images.npz"))
    assert (finding.count, finding.classes) == (40, ("ant", "bee", "cow"))
    recipe = importing.suggest(finding)
    dataset = finish(importing.read(finding, recipe, "again"))
    assert dataset.classes == chosen.classes
    for part in (dataset.train, dataset.test):
        assert part.shape == shape
    read = {
        (image.numpy().tobytes(), label)
        for part in (dataset.train, dataset.test)
        for image, label in zip(part.pixels, part.labels.tolist(), strict=True)
    }
    given = {
        (image.numpy().tobytes(), label) for image, label in zip(chosen.images, chosen.labels.tolist(), strict=True)
    }
    assert read == given


@pytest.mark.parametrize("shape", SHAPES)
def test_parquet_comes_back(chosen, tmp_path, shape):
    chosen = some(shape) if shape != (1, 4, 5) else chosen
    finish(write(chosen, tmp_path / "images.parquet"))
    table = pyarrow.parquet.read_table(tmp_path / "images.parquet")
    columns = wanted(chosen)
    assert table.column_names == [*columns, "image"]
    for name, values in columns.items():
        assert table[name].to_pylist() == values
    about = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    assert json.loads(about["image_shape"]) == list(chosen.images.shape[1:])
    assert (about["dataset"], about["run"]) == ("animals", "my run")
    assert tuple(json.loads(about["classes"])) == chosen.classes
    flat = table["image"].combine_chunks().flatten().to_numpy().reshape(chosen.images.shape)
    assert (flat == chosen.images.numpy()).all()
    assert flat.dtype == np.uint8


def test_images_are_chosen_by_their_numbers(run, digits):
    rows = np.array([5, 2, 300])
    chosen = choose(digits, rows, run.codes, run.name)
    assert (chosen.images == digits.test.pixels[[5, 2, 300]]).all()
    assert chosen.labels.tolist() == digits.test.labels[[5, 2, 300]].tolist()
    assert (chosen.codes == run.codes.mean[[5, 2, 300]].numpy()).all()
    assert (chosen.stddev == run.codes.std[[5, 2, 300]].numpy()).all()
    assert (chosen.dataset, chosen.run, chosen.classes) == ("digits", "small", digits.classes)
    few = Codes(*(value[:9] for value in (run.codes.mean, run.codes.std, run.codes.labels)))
    assert choose(digits, rows, few, "other").codes is None
    assert choose(digits, rows, few, "other").run == ""


@pytest.mark.parametrize("suffix", [".csv", ".npz", ".parquet"])
def test_what_is_given_up_or_refused_by_the_disk_leaves_what_was_there(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(selections, "NUMBERS_AT_ONCE", 40)
    monkeypatch.setattr(selections, "ROW_GROUP", 1)
    out = tmp_path / f"images{suffix}"
    out.write_bytes(b"before")
    chosen = some(count=12)
    steps, _ = run_through(write(chosen, tmp_path / f"whole{suffix}"))
    assert steps == sorted(steps)
    assert len(steps) >= 6
    assert 0 < steps[0] <= steps[-1] <= 1
    (tmp_path / f"whole{suffix}").unlink()
    for stop in range(1, len(steps) + 1):
        writing = write(chosen, out)
        for _ in range(stop):
            next(writing)
        writing.close()
        assert [path.name for path in tmp_path.iterdir()] == [out.name]
        assert out.read_bytes() == b"before"
    with monkeypatch.context() as patch:

        def refuse(*_):
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr("os.fsync", refuse)
        with pytest.raises(UserError, match="the disk is full"):
            finish(write(chosen, out))
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.read_bytes() == b"before"
    finish(write(chosen, out))
    assert out.read_bytes() != b"before"
    assert out.stat().st_mode & 0o777 == 0o644


def test_what_cannot_be_written_is_said(tmp_path, monkeypatch):
    for name in ("images.xls", "images", ".csv.gz"):
        with pytest.raises(UserError, match=r"\.csv, \.npz, \.parquet"):
            finish(write(some(), tmp_path / name))
    with pytest.raises(UserError, match="No image is selected"):
        finish(write(some(count=0), tmp_path / "none.csv"))
    with pytest.raises(UserError, match="could not be written"):
        finish(write(some(), tmp_path / "nowhere" / "images.csv"))
    monkeypatch.setitem(selections.need.__globals__["EXTRAS"], "parquet", ("pyarrow_that_is_not_there",))
    with pytest.raises(UserError, match=r"pip install '\.\[parquet\]'"):
        finish(write(some(), tmp_path / "images.parquet"))
    assert not list(tmp_path.iterdir())
