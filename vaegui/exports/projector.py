"""Codes for the embedding projector of TensorBoard: tables, a sheet of the images, and the file that points to them."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import Path

import numpy as np
from torch import Tensor

from vaegui.data import Dataset
from vaegui.runs import Run
from vaegui.steps import part_of

TENSORS, METADATA, SPRITE, CONFIG = "tensors.tsv", "metadata.tsv", "sprite.png", "projector_config.pbtxt"
FEWEST_COLUMNS = 3  # of codes: the projector's principal components are NaN where there are fewer
LARGEST_SPRITE = 8192  # pixels a side, which graphics cards take
BLOCK = 1000  # rows


def write(run: Run, dataset: Dataset | None, folder: Path) -> Generator[float, None, None]:
    """Write a run's codes into a folder of TensorBoard's; yields the share done.

    tensors.tsv has a row for each test image, with the mean of q(z|x); metadata.tsv its class, its number and its
    factors; and with the dataset sprite.png shows the images. Paths are relative to the folder.
    """
    from google.protobuf import text_format  # type: ignore[import-untyped]
    from tensorboard.plugins.projector.projector_config_pb2 import ProjectorConfig

    assert run.codes is not None
    config = ProjectorConfig()
    embedding = config.embeddings.add(tensor_name="codes", tensor_path=TENSORS, metadata_path=METADATA)
    mean = run.codes.mean.numpy()
    zeros = "\t0" * max(0, FEWEST_COLUMNS - mean.shape[1])
    with open(folder / TENSORS, "w", encoding="ascii", newline="\n") as file:
        for start in range(0, len(mean), BLOCK):
            lines = ("\t".join(f"{z:.9g}" for z in code) + zeros for code in mean[start : start + BLOCK].tolist())
            file.write("\n".join(lines) + "\n")
            yield 0.4 * start / len(mean)
    columns = _columns(run, dataset)
    with open(folder / METADATA, "w", encoding="utf-8", newline="\n") as file:
        if len(columns) > 1:  # a single column is to have no header
            file.write("\t".join(columns) + "\n")
        for row in zip(*columns.values(), strict=True):
            file.write("\t".join(row) + "\n")
    yield 0.5
    if dataset is not None:
        width, height = yield from part_of(_draw_sprite(dataset.test.pixels, folder / SPRITE), 0.5, 0.45)
        embedding.sprite.image_path = SPRITE
        embedding.sprite.single_image_dim.extend((width, height))
    (folder / CONFIG).write_text(text_format.MessageToString(config), encoding="utf-8")


def sheet(images: np.ndarray, columns: int) -> np.ndarray:
    """Images (N, C, H, W) beside one another, row by row: (rows · H, columns · W) uint8, or (…, 3) where C = 3."""
    count, channels, height, width = images.shape
    rows = -(-count // columns)
    whole = np.zeros((rows * columns, channels, height, width), np.uint8)
    whole[:count] = images
    whole = whole.reshape(rows, columns, channels, height, width).transpose(0, 3, 1, 4, 2)
    whole = whole.reshape(rows * height, columns * width, channels)
    return whole[..., 0] if channels == 1 else whole


def _columns(run: Run, dataset: Dataset | None) -> dict[str, list[str]]:
    """What is known of each test image, by its name: class, number, and the factors it was drawn from."""
    assert run.codes is not None
    labels, classes = run.codes.labels.tolist(), [" ".join(name.split()) for name in run.config.classes]
    columns = {"class": [classes[label] for label in labels]} if classes else {}
    columns["image"] = [str(i) for i in range(len(labels))]
    if dataset is not None and dataset.test.factors is not None:
        for name, values in zip(dataset.factors, dataset.test.factors.T.tolist(), strict=True):
            columns[name] = [f"{value:.9g}" for value in values]
    return columns


def _draw_sprite(pixels: Tensor, path: Path) -> Generator[float, None, tuple[int, int]]:
    """Draw images (N, C, H, W) uint8 on a sheet of as many rows as columns; return the width and height of a tile.

    They are shrunk where the sheet would be larger than `LARGEST_SPRITE`.
    """
    from PIL import Image

    count, channels, height, width = pixels.shape
    side = math.ceil(math.sqrt(count))
    scale = min(1.0, LARGEST_SPRITE / (side * max(height, width)))
    tall, wide = (max(1, math.floor(n * scale)) for n in (height, width))
    whole = np.zeros((side * tall, side * wide, channels), np.uint8)
    for row in range(-(-count // side)):
        line = sheet(pixels[row * side : (row + 1) * side].numpy(), side)
        if scale < 1:
            line = np.asarray(Image.fromarray(line).resize((side * wide, tall), Image.Resampling.BOX))
        whole[row * tall : (row + 1) * tall] = line.reshape(tall, side * wide, channels)
        yield 0.6 * row / side
    Image.fromarray(whole[..., 0] if channels == 1 else whole).save(path, "png")
    return wide, tall
