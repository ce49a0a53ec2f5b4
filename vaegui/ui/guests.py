"""Images from outside the dataset, drawn on the pad, dropped or pasted: each appears where the models put it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from torch import Tensor

from vaegui import explore, importing, sources
from vaegui.data import fixed_thresholds, observe
from vaegui.importing import LARGEST_SIDE, SMALLEST_SIDE, Recipe
from vaegui.models import ImageShape
from vaegui.settings import UserError
from vaegui.ui.draw_panel import Answer, DrawPanel
from vaegui.ui.explorer import Explorer
from vaegui.ui.image_view import to_qimage, to_rgb
from vaegui.ui.latent_map import describe_nearby
from vaegui.ui.map_driver import MapDriver
from vaegui.ui.map_marks import GuestMark
from vaegui.ui.theme import number

MOST = 200  # images from outside at a time
NEIGHBOURS = 10
CENTRED = ("mnist",)  # the datasets whose images were centred by mass in a box
NO_ENCODER = "This run was stopped before its encoder was trained: nothing can be passed through it."
NO_CODES = "This model has no latent variables, and so no place for an image."


@dataclass(frozen=True)
class Guest:
    """An image from outside."""

    pixels: Tensor  # (C, H, W) uint8, as the model gets it
    title: str


class Guests(QObject):
    """Keep them, pass them through the models, and say what becomes of them.

    Signals:
        shown: somebody put an image on the pad, and wants to see it.
    """

    shown = Signal()

    def __init__(self, explorer: Explorer, panel: DrawPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guests: list[Guest] = []
        self._current: Guest | None = None  # what is on the pad
        self._shape: ImageShape | None = None
        self._explorer, self._panel = explorer, panel
        panel.drawn.connect(self._on_drawn)
        panel.cleared.connect(self._on_cleared)
        panel.guest_chosen.connect(self.show_guest)
        panel.guests_cleared.connect(self.clear)
        panel.image_wanted.connect(self.show_test_image)
        explorer.changed.connect(self._on_changed)
        explorer.live_changed.connect(self._on_live_changed)
        explorer.denoising.noise_changed.connect(self._answer)

    # What comes from outside

    def recipes(self) -> tuple[Recipe, Recipe]:
        """How an image is to be prepared for the open model: one on a dark ground, and one on light paper.

        Raises:
            UserError: when no run is open that could make anything of it.
        """
        subject = self._explorer.subject
        if subject is None:
            raise UserError("No run is open that could make anything of an image. Open one from the list of runs.")
        channels, height, width = subject.image_shape
        if channels not in (1, 3) or not SMALLEST_SIDE <= min(height, width) <= max(height, width) <= LARGEST_SIDE:
            raise UserError(f"Images of {width}×{height} pixels and {channels} channels cannot be made of others.")
        recipe = _recipe(subject.dataset, subject.image_shape)
        return recipe, recipe if sources.is_own(subject.dataset) else replace(recipe, invert=True)

    def take(self, images: Sequence[tuple[str, np.ndarray]]) -> str:
        """Take images, names and uint8 (C, H, W) prepared by one of `recipes`, and show the first.

        Returns:
            How many were taken, in words.
        """
        subject = self._explorer.subject
        assert subject is not None
        images = [(name, pixels) for name, pixels in images if pixels.shape == subject.image_shape]
        first, words = len(self.guests), ""
        for name, pixels in images[: max(MOST - first, 0)]:
            self.guests.append(Guest(torch.from_numpy(pixels.copy()), name))
        taken = len(self.guests) - first
        if taken < len(images):
            words += f" More than {MOST} at a time are not kept: clear some under the pad first."
        if taken:
            self.show_guest(first)
        self._list()
        return f"{taken} image{'' if taken == 1 else 's'} on the map.{words}"

    def show_guest(self, number_of: int) -> None:
        """Put a guest on the pad, and send the target to its code."""
        guest = self.guests[number_of]
        self._panel.set_image(guest.pixels.numpy(), guest.title)
        self._current = guest
        self._answer()
        self._send_target()
        self.shown.emit()

    def show_test_image(self) -> None:
        """Put the test image that is looked at on the pad, to be changed."""
        driver = self._explorer.drivers[0]
        row = driver.chosen
        if row is None or driver.images is None or not 0 <= row < len(driver.images):
            self._panel.set_words("Its images are not in memory: see Reconstruct.")
            return
        self._panel.set_image(driver.images.pixels[row].numpy(), f"test image {row:,}")
        self.shown.emit()

    def clear(self) -> None:
        """Send all guests away; what is on the pad stays."""
        self.guests = []
        self._list()
        self._mark()

    # What becomes of them

    def _on_changed(self) -> None:
        """Another model, other images: guests that do not have their shape cannot stay."""
        subject = self._explorer.subject
        if subject is None:
            return
        if subject.image_shape != self._shape:
            self._shape, self._current = subject.image_shape, None
            self.guests = []
            self._panel.set_shape(subject.image_shape)
            self._panel.set_centring(subject.dataset in CENTRED)
            self._list()
        self._panel.set_words(self._obstacle())
        self._answer()

    def _on_live_changed(self) -> None:
        if self._current is not None or self.guests:
            self._answer()

    def _obstacle(self) -> str:
        driver = self._explorer.drivers[0]
        if driver.subject is not None and driver.subject.config.code_size == 0:
            return NO_CODES
        return "" if driver.has_encoder or driver.subject is None else NO_ENCODER

    def _on_drawn(self, pixels: np.ndarray) -> None:
        self._current = Guest(torch.from_numpy(pixels.copy()), self._panel.pad.origin or "your drawing")
        self._answer()

    def _on_cleared(self) -> None:
        self._current = None
        for driver in self._explorer.drivers:
            driver.look_at(None)
        self._panel.set_answer(None)
        self._mark()

    def _seen(self, driver: MapDriver, guest: Guest) -> Tensor:
        """An image as a map's model sees it, (1, C, H, W)."""
        assert driver.model is not None
        pixels = guest.pixels.unsqueeze(0)
        return observe(pixels, driver.model.config.observed_as, fixed_thresholds(pixels.shape))

    def _answer(self) -> None:
        """Pass what is on the pad through the open model, and show where all are."""
        driver, guest = self._explorer.drivers[0], self._current
        if guest is None or driver.model is None or driver.subject is None or self._obstacle():
            self._mark()
            return
        pixels = guest.pixels.unsqueeze(0)
        thresholds = fixed_thresholds(pixels.shape)
        rebuilt = explore.reconstruct(driver.model, pixels, thresholds)
        answer = explore.denoise(driver.model, pixels, thresholds, *self._explorer.denoising.noise)

        def picture(image: Tensor) -> QImage:
            return to_qimage(to_rgb(image[0], self._explorer.paper))

        distortion, decibels = number(float(rebuilt.distortion[0]), 1), number(float(rebuilt.psnr[0]), 1)
        words = f"distortion {distortion} nats/image · PSNR {decibels} dB"
        self._panel.set_answer(
            Answer(
                picture(rebuilt.image),
                picture(rebuilt.result),
                picture(answer.noisy),
                picture(answer.denoised),
                f"{words}{self._describe_place(driver, guest)}",
            )
        )
        for shown in self._explorer.shown_drivers:
            if self._can_place(shown):
                shown.look_at(self._seen(shown, guest), guest.title[:1].upper() + guest.title[1:])
        self._mark()

    def _describe_place(self, driver: MapDriver, guest: Guest) -> str:
        assert driver.subject is not None
        z = driver.place_of(self._seen(driver, guest))
        if not driver.subject.has_map:
            return ""
        x, y = z.tolist()
        words = f"\nz = ({number(x, 2)}, {number(y, 2)})"
        near = driver.map.nearest_labels(x, y, NEIGHBOURS)
        if len(near) and driver.subject.classes:
            counts = np.bincount(near)
            best = int(counts.argmax())
            words += f" · of the {len(near)} nearest codes {counts[best]} are “{driver.subject.classes[best]}”"
        else:
            words += f" · {describe_nearby(driver.map.nearby(x, y), driver.subject.classes, driver.map.reach)}"
        return words

    def _mark(self) -> None:
        """Put all of them on the maps that show models for such images."""
        for driver in self._explorer.drivers:
            if not self._can_place(driver):
                driver.map.set_guests(())
                continue
            guests = [*(g for g in self.guests if g is not self._current), *([self._current] if self._current else [])]
            marks = []
            for guest in guests:
                x, y = driver.place_of(self._seen(driver, guest)).tolist()
                image = to_qimage(to_rgb(guest.pixels.float() / 255, self._explorer.paper))
                marks.append(GuestMark(x, y, image, guest is self._current))
            driver.map.set_guests(tuple(marks))

    def _can_place(self, driver: MapDriver) -> bool:
        """Whether a map shows a model that knows where such an image belongs."""
        subject, model = driver.subject, driver.model
        if subject is None or model is None or not subject.has_map or subject.image_shape != self._shape:
            return False
        return driver.has_encoder or model.config.family == "em"

    def _send_target(self) -> None:
        """To the code of what is on the pad; its posterior stays."""
        guest = self._current
        for driver in self._explorer.shown_drivers:
            if guest is not None and self._can_place(driver):
                driver.map.set_target(*driver.place_of(self._seen(driver, guest)).tolist())
        self._answer()

    def _list(self) -> None:
        pictures = [to_qimage(to_rgb(guest.pixels.float() / 255, self._explorer.paper)) for guest in self.guests]
        self._panel.set_guests(list(zip(pictures, (guest.title for guest in self.guests), strict=True)))


def _recipe(dataset: str, shape: ImageShape) -> Recipe:
    """How images become such as those of a dataset: as its own did, or whole, with black bars."""
    channels, height, width = shape
    if sources.is_own(dataset):
        try:
            recipe = importing.origin(dataset).recipe
        except UserError:
            pass
        else:
            if (recipe.width, recipe.height, recipe.colour) == (width, height, "colour" if channels == 3 else "grey"):
                return recipe
    return Recipe(width=width, height=height, fit="pad", colour="colour" if channels == 3 else "grey")
