"""The images of a training, batch by batch: gathered from memory, or read ahead from the disk by a thread.

Which images a batch has, and in which order, does not depend on where they come from: the same training, bit for bit.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from vaegui.data import Images, Picked

BATCHES_AT_ONCE = 8  # that are gathered in one go: handing over takes as long as gathering one
AHEAD = 4  # goes that wait to be used, at most
WAIT = 0.02  # seconds, after which a thread that waits for room looks whether it is still wanted
MOST_OF_A_DEVICE = 0.5  # of a GPU's memory that the images may take, which else come batch by batch


class Reader:
    """Batches of some rows (M,) of the training images, on the device that trains.

    In memory, or in a GPU's where they take at most half of it, images are gathered when they are wanted. Else a thread
    gathers what is needed next while the training computes: `AHEAD` · `BATCHES_AT_ONCE` batches, and no more.
    """

    def __init__(self, images: Images, rows: Tensor, device: torch.device) -> None:
        self._device = device
        self._picked: Picked | None = None
        if images.file is not None:
            self._picked = Picked(images.pixels, None, images.file)
            self._rows = rows
        elif device.type == "cuda" and images.pixels.numel() > MOST_OF_A_DEVICE * torch.cuda.mem_get_info(device)[0]:
            self._picked = Picked(images.pixels, None, None)
            self._rows = rows
        else:
            self._pixels, self._rows = images.pixels.to(device), rows.to(device)  # on the CPU no second copy of them

    def __len__(self) -> int:
        return len(self._rows)

    def batches(
        self, order: Tensor, batch_size: int, skip: int = 0, share_of: Callable[[int], slice] | None = None
    ) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield for each batch of an order of the rows which they are, (B,), and their pixels (B, C, H, W) uint8.

        So many batches are left out at the beginning. Where `share_of` says which of so many images are wanted, the
        pixels are of those. Whoever closes it, or lets go of it, ends the thread.

        Raises:
            UserError: when the file of the images was cut short.
        """
        wholes = parts = order.split(batch_size)[skip:]
        if share_of is not None:
            parts = tuple(whole[share_of(len(whole))] for whole in wholes)
        if self._picked is None:
            for whole, part in zip(wholes, parts, strict=True):
                yield whole, self._pixels.index_select(0, self._rows[part])
            return
        ready: queue.Queue[list[Tensor] | BaseException] = queue.Queue(AHEAD)
        is_over = threading.Event()
        thread = threading.Thread(target=self._read, args=(parts, ready, is_over), name="read ahead")
        thread.start()
        try:
            for first in range(0, len(parts), BATCHES_AT_ONCE):
                found = ready.get()
                if isinstance(found, BaseException):
                    raise found
                for whole, pixels in zip(wholes[first:], found, strict=False):
                    yield whole, pixels.to(self._device, non_blocking=True)
        finally:
            is_over.set()
            thread.join()

    def _read(
        self, parts: tuple[Tensor, ...], ready: queue.Queue[list[Tensor] | BaseException], is_over: threading.Event
    ) -> None:
        """Gather batches and hand them over, in the thread; what goes wrong is handed over too."""
        torch.set_num_threads(1)
        assert self._picked is not None

        def hand_over(found: list[Tensor] | BaseException) -> None:
            # Nobody may want it any more, or the program may end without having closed the generator.
            while not is_over.is_set() and threading.main_thread().is_alive():
                with contextlib.suppress(queue.Full):
                    ready.put(found, timeout=WAIT)
                    return

        try:
            for first in range(0, len(parts), BATCHES_AT_ONCE):
                some = parts[first : first + BATCHES_AT_ONCE]
                if is_over.is_set() or not threading.main_thread().is_alive():
                    return
                pixels = self._picked.take(self._rows[torch.cat(some).cpu()])
                if self._device.type == "cuda":
                    pixels = pixels.pin_memory()  # so that it is copied while the GPU computes
                hand_over(list(pixels.split([len(part) for part in some])))
        except Exception as error:
            hand_over(error)
