"""Images from outside the dataset, drawn on the pad, dropped or pasted: each appears where the models put it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import numpy as np
import torch
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from torch import Tensor

from vaegui import explore, importing, quadrature, sources
from vaegui.data import Corruption, fixed_thresholds, observe
from vaegui.importing import LARGEST_SIDE, SMALLEST_SIDE, Recipe
from vaegui.models import ImageShape, Model
from vaegui.quadrature import Survey
from vaegui.settings import UserError
from vaegui.ui.draw_panel import Answer, DrawPanel
from vaegui.ui.explorer import Explorer
from vaegui.ui.image_view import from_qimage, to_qimage, to_rgb
from vaegui.ui.latent_map import describe_nearby
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.map_driver import MapDriver, Subject
from vaegui.ui.map_marks import GuestMark
from vaegui.ui.theme import number
from vaegui.words import plural, tr

MOST = 200  # images from outside at a time
NEIGHBOURS = 10
MOST_AT_ONCE = 8  # places that are sought in the window's thread
SLOW = 0.02  # seconds that an answer may take in the window's thread
CENTRED = ("mnist",)  # the datasets whose images were centred by mass in a box
NO_ENCODER = tr("This run was stopped before its encoder was trained: nothing can be passed through it.")
NO_COLOURS = tr("Images of this number of channels cannot be drawn.")
NO_CODES = tr("This model has no latent variables, and so no place for an image.")


@dataclass(frozen=True, eq=False)
class Guest:
    """An image from outside."""

    pixels: Tensor  # (C, H, W) uint8, as the model gets it
    title: str


class _Placing(NamedTuple):
    driver: MapDriver
    model: Model
    survey: Survey | None  # for EM, whose codes are moments of exact posteriors


Places = dict[tuple[Model, Guest], tuple[float, ...]]  # codes, of as many dimensions as the model's have


@dataclass(frozen=True)
class _Found:
    """What became of the guests."""

    number: int  # of the question
    subject: Subject | None
    current: Guest | None
    guests: tuple[Guest, ...]  # the current one last
    pictures: list[QImage]  # of them
    placed: list[tuple[MapDriver, Model]]
    places: Places
    answer: Answer | None  # without the words about the place
    seconds: float  # that it took


class Guests(QObject):
    """Keep them, pass them through the models, and say what becomes of them.

    Signals:
        shown: somebody put an image on the pad, and wants to see it.
        removed: the Guests that there were, and those that are left.
        failed: a sentence and a traceback.
    """

    shown = Signal()
    removed = Signal(tuple, tuple)
    failed = Signal(str, str)

    def __init__(self, explorer: Explorer, panel: DrawPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guests: list[Guest] = []
        self._current: Guest | None = None  # what is on the pad
        self._sent_to: Guest | None = None  # the one whose code the targets are to go to
        self._shape: ImageShape | None = None
        self._can_draw, self._dataset = True, ""
        self._asked = self._shown = 0  # questions, in their order
        self._places: Places = {}  # of guests under the models of now
        self._seconds: deque[float] = deque(maxlen=3)  # that the last answers took
        self._worker = LatestWorker(self)
        self._worker.answered.connect(self._show)
        self._worker.failed.connect(self.failed)
        self._worker.start()
        self._explorer, self._panel = explorer, panel
        panel.drawn.connect(self._on_drawn)
        panel.cleared.connect(self._on_cleared)
        panel.guest_chosen.connect(self.show_guest)
        panel.guests_cleared.connect(self.clear)
        panel.guest_removed.connect(self.remove)
        panel.image_wanted.connect(self.show_test_image)
        explorer.changed.connect(self._on_changed)
        explorer.live_changed.connect(self._on_live_changed)
        explorer.plane_changed.connect(self._on_live_changed)
        explorer.denoising.noise_changed.connect(self._answer)

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    # What comes from outside

    def recipes(self) -> tuple[Recipe, Recipe]:
        """How an image is to be prepared for the open model: one on a dark ground, and one on light paper.

        Raises:
            UserError: when no run is open that could make anything of it.
        """
        subject = self._explorer.subject
        if subject is None:
            raise UserError(tr("No run is open that could make anything of an image. Open one from the list of runs."))
        channels, height, width = subject.image_shape
        if channels not in (1, 3) or not SMALLEST_SIDE <= min(height, width) <= max(height, width) <= LARGEST_SIDE:
            raise UserError(
                tr(
                    "Images of {width}×{height} pixels and {channels} channels cannot be made of others.",
                    width=width,
                    height=height,
                    channels=channels,
                )
            )
        recipe = _recipe(subject.dataset, subject.image_shape)
        return recipe, recipe if sources.is_own(subject.dataset) else replace(recipe, invert=True)

    def take(self, images: Sequence[tuple[str, np.ndarray]]) -> str:
        """Take images, names and uint8 (C, H, W) prepared by one of `recipes`, and show the first.

        Returns:
            How many were taken, in words.
        """
        subject = self._explorer.subject
        if subject is None:
            return ""
        images = [(name, pixels) for name, pixels in images if pixels.shape == subject.image_shape]
        first = len(self.guests)
        for name, pixels in images[: max(MOST - first, 0)]:
            self.guests.append(Guest(torch.from_numpy(pixels.copy()), name))
        taken = len(self.guests) - first
        if taken:
            self.show_guest(first)
        self._list()
        if subject.has_map:
            told = plural(taken, "{count} image on the map.", "{count} images on the map.")
        else:
            told = plural(taken, "{count} image under the pad.", "{count} images under the pad.")
        if taken == len(images):
            return told
        more = tr("More than {most} at a time are not kept: clear some under the pad first.", most=MOST)
        return f"{told} {more}"

    def show_guest(self, number_of: int) -> None:
        """Put a guest on the pad, and send the target to its code."""
        guest = self.guests[number_of]
        self._panel.set_image(guest.pixels.numpy(), guest.title)
        self._current = self._sent_to = guest
        self._answer()
        self.shown.emit()

    def show_test_image(self) -> None:
        """Put the test image that is looked at on the pad, to be changed."""
        driver = self._explorer.drivers[0]
        row = driver.chosen
        if not self._can_draw or row is None or driver.images is None or not 0 <= row < len(driver.images):
            self._panel.set_words(tr("There is no test image to put on the pad: see Reconstruct."))
            return
        self._panel.set_image(driver.images.pixels[row].numpy(), tr("test image {number:,}", number=row))
        self.shown.emit()

    def show_picture(self, picture: QImage, title: str) -> None:
        """Put an image that a panel shows on the pad, to be changed."""
        if not self._can_draw or self._shape is None or (picture.height(), picture.width()) != self._shape[1:]:
            self._panel.set_words(tr("The pad takes images of the open run only."))
            return
        self._panel.set_image(from_qimage(picture, self._shape[0], self._explorer.paper), title)
        self.shown.emit()

    def remove(self, number_of: int) -> None:
        """Send a guest away; what is on the pad stays."""
        before = tuple(self.guests)
        left = (*before[:number_of], *before[number_of + 1 :])
        self.set_guests(left)
        self.removed.emit(before, left)

    def clear(self) -> None:
        """Send all guests away; what is on the pad stays."""
        before = tuple(self.guests)
        self.set_guests(())
        if before:
            self.removed.emit(before, ())

    def set_guests(self, guests: Sequence[Guest]) -> None:
        """Have these images from outside, as far as they have the shape of the open model's."""
        self.guests = [guest for guest in guests if guest.pixels.shape == self._shape]
        self._list()
        self._answer()

    # What becomes of them

    def _on_changed(self) -> None:
        """Another model, other images: guests that do not have their shape cannot stay."""
        subject = self._explorer.subject
        if subject is None:
            return
        if subject.image_shape != self._shape:
            self._shape, self._current = subject.image_shape, None
            self.guests = []
            self._can_draw = subject.image_shape[0] in (1, 3)
            self._panel.set_enabled(self._can_draw, "" if self._can_draw else NO_COLOURS)
            if self._can_draw:
                self._panel.set_shape(subject.image_shape)
            self._list()
        if subject.dataset != self._dataset:
            self._dataset = subject.dataset
            self._panel.set_centring(subject.dataset in CENTRED)
        self._seconds.clear()
        self._panel.set_answer(None)
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
        self._current = Guest(torch.from_numpy(pixels.copy()), self._panel.pad.origin or tr("your drawing"))
        self._answer()

    def _on_cleared(self) -> None:
        self._current = None
        for driver in self._explorer.drivers:
            driver.look_at(None)
        self._panel.set_answer(None)
        self._answer()

    def _can_place(self, driver: MapDriver) -> bool:
        """Whether a map shows a model that knows where such an image belongs."""
        subject, model = driver.subject, driver.model
        if subject is None or model is None or not subject.has_map or subject.image_shape != self._shape:
            return False
        return driver.has_encoder or model.config.family == "em"

    def _answer(self) -> None:
        """Pass what is on the pad through the open model and all guests through those with a map.

        At once, in the same event, unless that takes long.
        """
        open_one = self._explorer.drivers[0]
        placing = []
        for driver in self._explorer.drivers:
            if self._can_place(driver):
                assert driver.model is not None
                is_em = driver.model.config.family == "em"
                placing.append(_Placing(driver, driver.model, driver.survey if is_em else None))
            else:
                driver.map.set_guests(())
        current = self._current if open_one.subject is not None and not self._obstacle() else None
        guests = [guest for guest in self.guests if guest is not self._current]
        if self._current is not None:
            guests.append(self._current)
        self._asked += 1
        question = partial(
            _find,
            self._asked,
            open_one.subject,
            open_one.model if current is not None else None,
            current,
            tuple(guests),
            tuple(placing),
            self._explorer.denoising.noise,
            self._explorer.paper,
            self._places,
        )
        unknown = sum((place.model, guest) not in self._places for place in placing for guest in guests)
        is_slow = len(self._seconds) == 3 and min(self._seconds) > SLOW
        if not guests:
            for driver in self._explorer.drivers:
                driver.map.set_guests(())
        elif is_slow or unknown > MOST_AT_ONCE or any(place.survey is not None for place in placing):
            self._worker.ask(question)
        else:
            self._show(question())

    def _show(self, found: _Found) -> None:
        if found.number < self._shown:
            return  # a later one was faster
        self._shown = found.number
        if len(found.guests) <= MOST_AT_ONCE:
            self._seconds.append(found.seconds)
        here = [guest for guest in (*self.guests, self._current) if guest is not None]
        if found.subject is not self._explorer.subject or not here:
            return
        self._places = {key: found.places[key] for key in found.places if key[1] in here}
        places = {driver: [found.places[model, guest] for guest in found.guests] for driver, model in found.placed}
        if found.current is not None and found.current is self._sent_to:
            self._sent_to = None
            for driver in self._explorer.shown_drivers:
                if driver in places:
                    driver.go_to(places[driver][-1])
        for driver, codes in places.items():
            marks = [
                GuestMark(*driver.place_of(code), picture, guest is self._current)
                for code, picture, guest in zip(codes, found.pictures, found.guests, strict=True)
                if guest in here or guest is found.current
            ]
            driver.map.set_guests(tuple(marks))
            if found.current is not None and self._current is not None and driver in self._explorer.shown_drivers:
                title = found.current.title
                driver.look_at(_seen(driver.model, found.current), title[:1].upper() + title[1:])
        if found.answer is not None:
            first = self._explorer.drivers[0]
            words = self._describe_place(first, first.place_of(places[first][-1])) if first in places else ""
            self._panel.set_answer(replace(found.answer, words=found.answer.words + words))

    def _describe_place(self, driver: MapDriver, place: tuple[float, float]) -> str:
        assert driver.subject is not None
        x, y = place
        names = driver.map.names
        symbol = "z" if names is None else f"({', '.join(names)})"
        code = f"\n{symbol} = ({number(x, 2)}, {number(y, 2)}) · "
        near = driver.map.nearest_labels(x, y, NEIGHBOURS)
        if len(near) and driver.subject.classes:
            counts = np.bincount(near)
            best = int(counts.argmax())
            return code + tr(
                "of the {nearest} nearest codes {same} are “{class_name}”",
                nearest=len(near),
                same=counts[best],
                class_name=driver.subject.classes[best],
            )
        return code + describe_nearby(driver.map.nearby(x, y), driver.subject.classes, driver.map.reach)

    def _list(self) -> None:
        pictures = [to_qimage(to_rgb(guest.pixels.float() / 255, self._explorer.paper)) for guest in self.guests]
        self._panel.set_guests(list(zip(pictures, (guest.title for guest in self.guests), strict=True)))


def _seen(model: Model | None, guest: Guest) -> Tensor:
    """An image as a model sees it, (1, C, H, W)."""
    assert model is not None
    pixels = guest.pixels.unsqueeze(0)
    return observe(pixels, model.config.observed_as, fixed_thresholds(pixels.shape)[:])


@torch.no_grad()
def _find(
    number_of: int,
    subject: Subject | None,
    model: Model | None,
    current: Guest | None,
    guests: tuple[Guest, ...],
    placing: tuple[_Placing, ...],
    noise: tuple[Corruption, float, int],
    paper: bool,
    known: Places,
) -> _Found:
    """Pass images through models; `known` places are not sought again."""
    started = time.perf_counter()
    places: Places = {}
    for _, its_model, survey in placing:
        for guest in guests:
            key = its_model, guest
            if key not in known:
                places[key] = tuple(quadrature.codes(its_model, _seen(its_model, guest), survey)[0][0].tolist())
            else:
                places[key] = known[key]
    answer = None
    if model is not None and current is not None:
        pixels = current.pixels.unsqueeze(0)
        thresholds = fixed_thresholds(pixels.shape)[:]
        rebuilt = explore.reconstruct(model, pixels, thresholds)
        denoised = explore.denoise(model, pixels, thresholds, *noise)
        distortion, decibels = number(float(rebuilt.distortion[0]), 1), number(float(rebuilt.psnr[0]), 1)
        pictures = (rebuilt.image, rebuilt.result, denoised.noisy, denoised.denoised)
        seen, result, noisy, clean = (to_qimage(to_rgb(image[0], paper)) for image in pictures)
        answer = Answer(
            seen,
            result,
            noisy,
            clean,
            tr("distortion {nats} nats/image · PSNR {decibels} dB", nats=distortion, decibels=decibels),
        )
    return _Found(
        number_of,
        subject,
        current,
        guests,
        [to_qimage(to_rgb(guest.pixels.float() / 255, paper)) for guest in guests],
        [(driver, its_model) for driver, its_model, _ in placing],
        places,
        answer,
        time.perf_counter() - started,
    )


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
