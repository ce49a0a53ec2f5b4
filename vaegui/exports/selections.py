"""Selected test images as a table for other programs: CSV, NumPy's .npz, Parquet. What is made of them: `derived`."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor

from vaegui.data import Dataset
from vaegui.explore import Codes
from vaegui.exports.extras import need
from vaegui.placing import new_file
from vaegui.runs import Run
from vaegui.settings import UserError
from vaegui.sources import is_own
from vaegui.steps import part_of
from vaegui.words import plural, tr

NUMBERS_AT_ONCE = 1 << 16  # of a table, between two reports
ROW_GROUP = 4096  # rows of Parquet that are compressed together


@dataclass(frozen=True, eq=False)
class Chosen:
    """Some of a dataset's test images, and what is known of each."""

    dataset: str  # its name
    rows: np.ndarray  # (M,) int64: their numbers among the test images
    images: Tensor  # (M, C, H, W) uint8
    labels: Tensor  # (M,) int64
    classes: tuple[str, ...]  # () where there are no labels
    codes: np.ndarray | None = None  # (M, D): the mean of q(z|x)
    stddev: np.ndarray | None = None  # (M, D): its deviation
    run: str = ""  # the name of the run that the codes are of
    factors: Tensor | None = None  # (M, F): what the images were generated from
    factor_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A file that was written."""

    path: Path
    rows: int
    bytes: int

    @property
    def sentence(self) -> str:
        """What was done, for the status bar."""
        size = f"{self.bytes / 1e6:.1f} MB" if self.bytes >= 1e5 else f"{self.bytes / 1e3:.1f} kB"
        return plural(
            self.rows,
            "{count:,} image in {file} ({size}).",
            "{count:,} images in {file} ({size}).",
            file=self.path,
            size=size,
        )


def check_images(run: Run, dataset: Dataset) -> None:
    """Make sure that codes and images belong together.

    Raises:
        UserError: when the dataset has other images than the run was trained on, though perhaps under the same name.
    """
    config = run.config
    is_other = dataset.name != config.dataset or dataset.test.shape != config.image_shape
    is_other |= run.codes is not None and len(dataset.test) != len(run.codes.mean)
    if is_other or (is_own(dataset.name) and config.images and dataset.train.digest() != config.images):
        raise UserError(
            tr(
                "“{dataset}” does not hold the images that “{run}” was trained on. Nothing was written.",
                dataset=dataset.name,
                run=run.name,
            )
        )


def choose(dataset: Dataset, rows: np.ndarray, codes: Codes | None = None, run: str = "") -> Chosen:
    """Some test images by their numbers (M,), with their codes where `codes` are those of all test images."""
    test, which = dataset.test, np.asarray(rows, np.int64)
    has_codes = codes is not None and len(codes.mean) == len(test)
    return Chosen(
        dataset.name,
        which,
        test.pixels[which],
        test.labels[which],
        dataset.classes,
        codes=codes.mean[which].numpy() if codes is not None and has_codes else None,
        stddev=codes.std[which].numpy() if codes is not None and has_codes else None,
        run=run if has_codes else "",
        factors=None if test.factors is None else test.factors[which],
        factor_names=dataset.factors,
    )


def write(chosen: Chosen, out: Path) -> Generator[float, None, Written]:
    """Write images as what the file's ending says; yields the share done. A file that was there is replaced.

    .csv: index, label, class; z1, z2, …, the mean of q(z|x), and s1, s2, …, its deviation; a column for each factor;
    pixel_0, pixel_1, … (channels, then rows, then columns). What is not known has no column.

    .npz: `images` (M, H, W) or (M, H, W, 3) uint8, `labels` (M,), the names of their classes, `label_numbers` (M,),
    `classes`, `index` (M,), `codes` and `stddev` (M, D), `factors` (M, F) and `factor_names`. It can be imported again.

    .parquet: the columns of .csv, with one column `image` of lists of uint8 in place of the pixels; their shape is in
    the schema's metadata as "image_shape", beside "dataset", "run" and "classes".

    Raises:
        UserError: for another ending, no images, a missing package, or when the disk refuses. What was there stays.
    """
    writers: dict[str, Callable[[Chosen, Path], Generator[float, None, None]]] = {
        ".csv": _write_csv,
        ".npz": _write_npz,
        ".parquet": _write_parquet,
    }
    writer = writers.get(out.suffix.lower())
    if writer is None:
        raise UserError(
            tr(
                "{file} ends in none of {endings}, so there is no telling what to write.",
                file=out.name,
                endings=", ".join(writers),
            )
        )
    if not len(chosen.rows):
        raise UserError(tr("No image is selected, so there is nothing to write. Select some first."))
    if writer is _write_parquet:
        need("parquet")
    with new_file(out) as temporary:
        yield from part_of(writer(chosen, temporary), 0.0, 0.95)
        size = temporary.stat().st_size
    return Written(out, len(chosen.rows), size)


def _columns(chosen: Chosen) -> dict[str, np.ndarray]:
    """What is known of each image, but for its pixels, by the columns' names."""
    columns: dict[str, np.ndarray] = {"index": chosen.rows}
    if chosen.classes:
        columns["label"] = chosen.labels.numpy()
        columns["class"] = _names(chosen)
    for letter, table in (("z", chosen.codes), ("s", chosen.stddev)):
        if table is not None:
            columns |= {f"{letter}{d + 1}": table[:, d].astype(np.float32) for d in range(table.shape[1])}
    if chosen.factors is not None:
        values = chosen.factors.numpy().T
        columns |= {f"factor_{name}": column for name, column in zip(chosen.factor_names, values, strict=True)}
    return columns


def _names(chosen: Chosen) -> np.ndarray:
    """The class of each image (M,), as text."""
    names: np.ndarray = np.array(chosen.classes)[chosen.labels.numpy()]
    return names


def _blocks(count: int, width: int, fewest: int = 1) -> Iterator[slice]:
    """Rows of a table so wide that are written at once."""
    few = max(fewest, NUMBERS_AT_ONCE // max(width, 1))
    return (slice(start, min(start + few, count)) for start in range(0, count, few))


def _write_csv(chosen: Chosen, path: Path) -> Generator[float, None, None]:
    columns, pixels = _columns(chosen), chosen.images.flatten(1).numpy()
    texts = [
        [f"{value:.9g}" for value in column.tolist()] if column.dtype.kind == "f" else column.tolist()
        for column in columns.values()
    ]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*columns, *(f"pixel_{i}" for i in range(pixels.shape[1]))])
        known = list(zip(*texts, strict=True))
        for some in _blocks(len(pixels), pixels.shape[1]):
            writer.writerows([*row, *image] for row, image in zip(known[some], pixels[some].tolist(), strict=True))
            yield some.stop / len(pixels)


def _write_npz(chosen: Chosen, path: Path) -> Generator[float, None, None]:
    pixels = chosen.images.numpy()
    tables = {"images": pixels[:, 0] if pixels.shape[1] == 1 else np.moveaxis(pixels, 1, 3), "index": chosen.rows}
    if chosen.classes:
        tables["labels"], tables["classes"] = _names(chosen), np.array(chosen.classes)
        tables["label_numbers"] = chosen.labels.numpy()
    tables |= {name: t for name, t in (("codes", chosen.codes), ("stddev", chosen.stddev)) if t is not None}
    if chosen.factors is not None:
        tables["factors"], tables["factor_names"] = chosen.factors.numpy(), np.array(chosen.factor_names)
    total, done = sum(table.nbytes for table in tables.values()), 0
    with zipfile.ZipFile(
        path, "w", zipfile.ZIP_DEFLATED
    ) as archive:  # as np.savez_compressed, which cannot be given up
        for name, table in tables.items():
            table = np.ascontiguousarray(table)
            with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array_header_1_0(member, np.lib.format.header_data_from_array_1_0(table))
                for some in _blocks(len(table), table[:1].size):
                    member.write(table[some].tobytes())
                    yield (done + table[: some.stop].nbytes) / total
            done += table.nbytes


def _write_parquet(chosen: Chosen, path: Path) -> Generator[float, None, None]:
    import pyarrow
    import pyarrow.parquet

    columns, pixels = _columns(chosen), chosen.images.flatten(1).numpy()
    kinds: dict[str, Any] = {"i": pyarrow.int64(), "U": pyarrow.string(), "f": pyarrow.float32()}
    fields = [pyarrow.field(name, kinds[column.dtype.kind]) for name, column in columns.items()]
    fields.append(pyarrow.field("image", pyarrow.list_(pyarrow.uint8(), pixels.shape[1])))
    about = {
        "image_shape": json.dumps(list(chosen.images.shape[1:])),  # channels, rows, columns
        "dataset": chosen.dataset,
        "run": chosen.run,
        "classes": json.dumps(chosen.classes, ensure_ascii=False),
    }
    schema = pyarrow.schema(fields, metadata=about)
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        for some in _blocks(len(pixels), pixels.shape[1], ROW_GROUP):
            known = [pyarrow.array(column[some], kinds[column.dtype.kind]) for column in columns.values()]
            flat = pyarrow.array(pixels[some].reshape(-1))
            images = pyarrow.FixedSizeListArray.from_arrays(flat, pixels.shape[1])
            writer.write_table(pyarrow.Table.from_arrays([*known, images], schema=schema))
            yield some.stop / len(pixels)
