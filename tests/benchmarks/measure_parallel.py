"""Images a second that are learned from by as many processes as torchrun has started; the first prints them, in JSON.

python -m torch.distributed.run --nproc-per-node N measure_parallel.py BATCH
"""

import json
import math
import statistics
import sys

import torch

from vaegui import data, parallel
from vaegui.events import Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.training import choose_device, train

STEPS = 60  # measured; the first ones are warming up


def main(batch):
    torch.set_num_threads(1)
    generator = torch.Generator().manual_seed(0)
    pixels = torch.randint(0, 256, (batch * (STEPS + 20), 1, 28, 28), dtype=torch.uint8, generator=generator)
    images = data.Images(pixels, torch.zeros(len(pixels), dtype=torch.int64))
    config = TrainConfig(epochs=1, batch_size=batch, device="cpu", validation_share=0.01)
    with parallel.joined(lambda: choose_device("cpu")) as team:
        speeds = [
            event.images_per_second
            for event in train(
                images, ModelConfig(hidden=(512, 512, 512)), config, metrics_every=0, compile_after=math.inf, team=team
            )
            if isinstance(event, Step)
        ]
        if team is None or team.is_first:
            print(json.dumps({"images_per_second": statistics.median(speeds[10:])}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
