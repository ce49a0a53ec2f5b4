"""Write runs for other programs, other machines and other people; pictures and films of them."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from pathlib import Path
from typing import Protocol

import torch

from vaegui import data, runs, sources
from vaegui.cli.progress import find_dataset, with_bar
from vaegui.exports import onnx_models, selections, tensorboard_logs, web
from vaegui.settings import UserError


class Written(Protocol):
    """What an export says of itself."""

    @property
    def sentence(self) -> str:
        """What was written, where, and how large it is."""


def export_page(flags: argparse.Namespace) -> int:
    """Write one HTML file with the map and the decoder of a run."""
    run = runs.load(flags.run)
    return _written(web.export(run, flags.out, title=flags.title or ""), "writing the page")


def export_models(flags: argparse.Namespace) -> int:
    """Write encoder and decoder of a run as ONNX."""
    return _written(onnx_models.export(runs.load(flags.run), flags.out), "writing and checking the models")


def export_logs(flags: argparse.Namespace) -> int:
    """Write the curves of a run, and its codes for the embedding projector, as TensorBoard's logs."""
    run = runs.load(flags.run)
    dataset = _dataset_if_here(run, flags.data_dir)
    return _written(tensorboard_logs.export(run, dataset, flags.out), "writing logs")


def export_images(flags: argparse.Namespace) -> int:
    """Write test images with their labels and codes as a table."""
    run = runs.load(flags.run)
    dataset = find_dataset(run.config.dataset, flags.data_dir, fetch=False)
    selections.check_images(run, dataset)
    chosen = torch.arange(len(dataset.test))
    if flags.classes is not None:
        names = [name.strip() for name in flags.classes.split(",")]
        if unknown := [name for name in names if name not in dataset.classes]:
            raise UserError(f"There is no class “{unknown[0]}” among {', '.join(dataset.classes) or 'no classes'}.")
        wanted = torch.tensor([dataset.classes.index(name) for name in names])
        chosen = chosen[torch.isin(dataset.test.labels, wanted)]
    if flags.images is not None:
        chosen = chosen[: max(flags.images, 0)]
    if not len(chosen):
        raise UserError("No image is left to write.")
    images = selections.choose(dataset, chosen.numpy(), run.codes, run.name)
    return _written(selections.write(images, flags.out), "writing images")


def _dataset_if_here(run: runs.Run, folder: Path | None) -> data.Dataset | None:
    """The images of a run, for what is written of them; none where they are not on this machine."""
    name = run.config.dataset
    if folder is None and not (sources.is_known(name) and sources.is_here(name)):
        return None
    return find_dataset(name, folder, fetch=False)


def _written(steps: Generator[float, None, Written], words: str) -> int:
    print(with_bar(steps, words).sentence)
    return 0
