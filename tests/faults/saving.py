"""A program that saves a run after every epoch, for as long as it lives: what `test_storing` kills.

    python saving.py FOLDER

It prints an epoch once the run is said to be saved.
"""

import sys
from pathlib import Path

import torch

from vaegui import data, recording, runs, sources
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig


def main(folder):
    torch.set_num_threads(1)
    digits = sources.load("digits")
    few = data.Dataset(
        "digits", digits.classes, *(data.Images(s.pixels[:60], s.labels[:60]) for s in (digits.train, digits.test))
    )
    model, config = ModelConfig(hidden=(16,)), TrainConfig(epochs=100_000, device="cpu")
    origin = runs.load(folder) if (folder / "config.json").exists() else None
    for event in recording.train_run(few, model, config, folder, origin=origin, save_every=0.0):
        if isinstance(event, recording.Saved):
            print(event.epoch, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
