"""What test_parallel.py has torchrun start in each process: a training, whose every step the first process writes down.

python together.py FOLDER, which holds plans.json, for one training after the other: model, training, how many images,
and which process is to stop after some steps.
"""

import json
import sys
from pathlib import Path

import torch

from vaegui import data, parallel, sources
from vaegui.events import EpochEnd, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.settings import parse
from vaegui.training import choose_device, train

FIGURES = ("bound", "rate", "distortion")


def steps(plan, team=None):
    """Every step of the training of a plan, and every epoch: lists of numbers, and the last weights."""
    torch.set_num_threads(1)
    model, config = parse(ModelConfig, plan["model"]), parse(TrainConfig, plan["training"])
    images = sources.load("digits").train
    images = data.Images(images.pixels[: plan["images"]], images.labels[: plan["images"]])
    seen, ends, weights = [], [], {}

    def should_stop():
        asked.append(1)
        return team is not None and team.rank == plan.get("stops") and len(asked) > 3

    asked = []
    for event in train(
        images, model, config, metrics_every=0, compile_after=float("inf"), should_stop=should_stop, team=team
    ):
        if isinstance(event, Step):
            seen.append([getattr(event.train, name) for name in FIGURES])
        if isinstance(event, EpochEnd):
            ends.append([getattr(event.validation, name) for name in FIGURES])
            weights = event.weights
    return seen, ends, weights


def main(folder):
    found = {}
    with parallel.joined(lambda: choose_device("cpu")) as team:
        for name, plan in json.loads((folder / "plans.json").read_text()).items():
            seen, ends, weights = steps(plan, team)
            flat = torch.cat([value.flatten() for value in weights.values()])
            found[name] = {"size": team.size, "steps": seen, "epochs": ends, "weights": flat.tolist()}
        (folder / f"found-{team.rank}.json").write_text(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
