"""Processes that train one model together, each with its share of every batch: what torchrun starts, joined.

    torchrun --nproc-per-node 4 -m vaegui train mnist --out run

Every process has the images, the weights and the random generators of the whole training. It draws the random numbers
of a whole batch, as one process alone would, and uses those of its share: so any number of processes learns what one
learns, but for the order of sums, and can take up the state that any other number of them has left. Gradients are
averaged by torch's DistributedDataParallel, over gloo on CPUs and NCCL on GPUs. Process 0 alone writes.
"""

from __future__ import annotations

import contextlib
import os
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor
from torch.distributed.distributed_c10d import PrefixStore, Store
from torch.distributed.rendezvous import rendezvous

from vaegui.settings import UserError

Result = TypeVar("Result")
CALLED_BY_TORCHRUN = "TORCHELASTIC_RUN_ID"
PATIENCE = timedelta(hours=2)  # for one that draws millions of images, or waits for room on the disk
MEETING = 300.0  # seconds that all have to start
SIGNS_OF_LOSS = ("gloo", "NCCL", "Connection closed by peer", "Broken pipe", "Timed out waiting")


class LostError(UserError):
    """Another process of the training is gone: torchrun starts all of them again, or gives up."""


@dataclass(frozen=True)
class Team:
    """The processes of one training, seen from one of them."""

    rank: int  # from 0
    size: int
    local_rank: int  # among those of this machine
    device: torch.device
    store: Store | None = None  # torchrun's, which outlives its restarts

    def note(self, what: str) -> None:
        """Have this start of the job, and those that follow when torchrun starts it again, know something."""
        assert self.store is not None
        self.store.set(f"noted/{what}", "")

    def is_noted(self, what: str) -> bool:
        """Whether this start of the job or an earlier one has noted it."""
        assert self.store is not None
        return self.store.check([f"noted/{what}"])

    @property
    def is_first(self) -> bool:
        """Whether this is the process that reports, and writes the run."""
        return self.rank == 0

    def part_of(self, images: int) -> slice:
        """The rows of a batch that are this process's: contiguous, and as many as everybody's or one less."""
        return slice(self.rank * images // self.size, (self.rank + 1) * images // self.size)

    def share_of(self, images: int) -> slice:
        """The same, but never nothing: where there are more processes than images, some take one that is another's.

        Each has to step with the others, and a network may make nothing of no images.
        """
        part = self.part_of(images)
        return part if part.stop > part.start else slice(0, 1)

    def total(self, figures: Tensor) -> Tensor:
        """Sum a tensor, on `device`, over all processes, in place: all get the same.

        Raises:
            LostError: when one of them is gone.
        """
        with losses_noticed():
            dist.all_reduce(figures)
        return figures

    def tell(self, content: bytes = b"") -> bytes:
        """Have everybody hear what the first process says.

        Raises:
            LostError: when one of them is gone.
        """
        with losses_noticed():
            size = torch.tensor([len(content)], device=self.device)
            dist.broadcast(size, 0)
            heard = torch.empty(int(size), dtype=torch.uint8, device=self.device)
            if self.is_first and content:
                heard.copy_(torch.frombuffer(bytearray(content), dtype=torch.uint8))
            dist.broadcast(heard, 0)
        return heard.cpu().numpy().tobytes()

    def wait(self) -> None:
        """Until everybody has come here.

        Raises:
            LostError: when one of them is gone.
        """
        with losses_noticed():
            dist.barrier()


def is_called() -> bool:
    """Whether torchrun has started this process."""
    return CALLED_BY_TORCHRUN in os.environ and {"RANK", "WORLD_SIZE", "LOCAL_RANK"} <= os.environ.keys()


def is_assistant() -> bool:
    """Whether torchrun has started this process, and it is not the one that reports and writes."""
    return is_called() and os.environ["RANK"] != "0"


@contextlib.contextmanager
def joined(choose_device: Callable[[], torch.device]) -> Iterator[Team | None]:
    """Join the others that torchrun has started; None where it has not.

    Args:
        choose_device: what this process would train on if it were alone.

    Raises:
        UserError: when they cannot train there together.
    """
    if not is_called():
        yield None
        return
    rank, size, local = (int(os.environ[name]) for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK"))
    device = choose_device()
    if device.type == "cuda":
        if local >= torch.cuda.device_count():
            raise UserError(
                f"This machine has {torch.cuda.device_count()} GPUs, and torchrun has started more processes than "
                "that. Ask for fewer with --nproc-per-node, or train on the CPU with --device cpu."
            )
        device = torch.device("cuda", local)
        torch.cuda.set_device(device)
    elif device.type != "cpu" and size > 1:
        raise UserError("Several processes train together on CPUs or on NVIDIA GPUs. Choose the CPU with --device cpu.")
    with losses_noticed():
        job = PrefixStore("vaegui", next(rendezvous("env://"))[0])
        dist.init_process_group(
            "nccl" if device.type == "cuda" else "gloo",
            store=_met(job, rank, size),
            rank=rank,
            world_size=size,
            timeout=PATIENCE,
        )
    try:
        yield Team(rank, size, local, device, job)
    finally:
        dist.destroy_process_group()


def _met(store: Store, rank: int, size: int) -> Store:
    """The part of a store that the processes of this start have to themselves, once all of them are there.

    torchrun lets them use one store for all of its restarts, in which they would find the addresses of those before
    them, who are gone; and it counts restarts for each machine, so that its count does not tell one from another. So
    the first process makes a name up, and tells it to whoever says hello with a name that was never used.

    Raises:
        LostError: when they are not all there after a while.
    """
    if rank != 0:
        own = uuid.uuid4().hex
        store.set(f"hello/{rank}", own)
        name = store.get(f"welcome/{own}").decode()  # waits for it
        store.set(f"{name}/{rank}", "")
        return PrefixStore(name, store)
    name, greeted, end = uuid.uuid4().hex, set(), time.monotonic() + MEETING
    others = range(1, size)
    while others and not store.check([f"{name}/{other}" for other in others]):
        for other in others:
            if store.check([f"hello/{other}"]) and (who := store.get(f"hello/{other}").decode()) not in greeted:
                greeted.add(who)
                store.set(f"welcome/{who}", name)
        if time.monotonic() > end:
            raise LostError(
                f"Not all {size} processes of this training have started within {MEETING / 60:.0f} minutes."
            )
        time.sleep(0.02)
    return PrefixStore(name, store)


def one_first(team: Team | None, prepare: Callable[[], Result]) -> Result:
    """Have one process of each machine do something that leaves files behind, and then the others find them.

    Raises:
        LostError: when one of them is gone.
    """
    if team is None:
        return prepare()
    if team.local_rank != 0:
        team.wait()
    prepared = prepare()
    if team.local_rank == 0:
        team.wait()
    return prepared


@contextlib.contextmanager
def losses_noticed() -> Iterator[None]:
    """Turn what torch says when another process is gone into a sentence.

    Raises:
        LostError: in its place.
    """
    try:
        yield
    except RuntimeError as error:
        if not any(sign in str(error) for sign in SIGNS_OF_LOSS):
            raise
        raise LostError(
            "Another process of this training is gone, or cannot be reached. What was saved is there; the same "
            "command with --resume goes on from it."
        ) from error


def averaging(losses: torch.nn.Module) -> Any:
    """The same module, whose gradients are averaged over all processes while they are computed."""
    return torch.nn.parallel.DistributedDataParallel(losses)
