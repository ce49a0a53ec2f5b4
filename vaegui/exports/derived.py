"""Datasets made from another one by selecting, leaving out or relabelling images of it, kept among the user's own."""

from __future__ import annotations

from collections.abc import Collection, Generator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from vaegui import importing, sources
from vaegui.data import Dataset, Images, stratified_split
from vaegui.library import MOST_CLASSES, Recipe
from vaegui.settings import UserError, parse
from vaegui.words import plural, tr

TEST_SHARE = 0.2
FEWEST = 2  # images in a split
OTHERS = "the others"  # the class of images that had none, once some of them have one
LONGEST_CLASS = 100  # letters
MOST_NAMED = 5  # classes in a sentence


@dataclass(frozen=True, eq=False)
class Derived:
    """A dataset that was made from another one, and has its name until it is kept."""

    dataset: Dataset
    base: str  # the other one's name
    how: str  # such as "MNIST without 12 test images"

    @property
    def sentence(self) -> str:
        """How it was made, and what there is in it."""
        train, test = len(self.dataset.train), len(self.dataset.test)
        if not self.dataset.classes:
            return tr(
                "{how}: {train:,} training and {test:,} test images without labels.",
                how=self.how,
                train=train,
                test=test,
            )
        return tr(
            "{how}: {train:,} training and {test:,} test images in {classes} classes.",
            how=self.how,
            train=train,
            test=test,
            classes=len(self.dataset.classes),
        )


def only(dataset: Dataset, rows: np.ndarray) -> Derived:
    """The test images of these numbers alone; a fifth of each class is held out for testing, the same each time.

    Raises:
        UserError: when they are fewer than four.
    """
    rows = _checked(dataset, rows)
    if len(rows) < 2 * FEWEST:
        raise UserError(
            plural(
                len(rows),
                "{count:,} test image cannot be split for training and testing: select {fewest} at least.",
                "{count:,} test images cannot be split for training and testing: select {fewest} at least.",
                fewest=2 * FEWEST,
            )
        )
    held_out = max(FEWEST, round(TEST_SHARE * len(rows)))
    train, test = stratified_split(dataset.test.labels[rows].numpy(), held_out)
    how = plural(
        len(rows),
        "{count:,} test image of {dataset}",
        "{count:,} test images of {dataset}",
        dataset=sources.title_of(dataset.name),
    )
    return _made(dataset, dataset.classes, _part(dataset.test, rows[train]), _part(dataset.test, rows[test]), how)


def without(dataset: Dataset, rows: np.ndarray) -> Derived:
    """The dataset without the test images of these numbers.

    Raises:
        UserError: when none are selected, or too few are left.
    """
    rows = _checked(dataset, rows)
    left = np.setdiff1d(np.arange(len(dataset.test)), rows)
    how = plural(
        len(rows),
        "{dataset} without {count:,} test image",
        "{dataset} without {count:,} test images",
        dataset=sources.title_of(dataset.name),
    )
    return _made(dataset, dataset.classes, dataset.train, _part(dataset.test, left), how)


def relabelled(dataset: Dataset, rows: np.ndarray, name: str) -> Derived:
    """The dataset with the test images of these numbers in the class of this name, which may be new.

    Where there were no labels, all other images get a class of their own.

    Raises:
        UserError: when none are selected, the class has no proper name, or they are in it already.
    """
    rows, name = _checked(dataset, rows), " ".join(name.split())
    if not name or not name.isprintable() or len(name) > LONGEST_CLASS:
        raise UserError(
            tr(
                "The class needs a name of {letters} letters at the most that can be seen.",
                letters=LONGEST_CLASS,
            )
        )
    classes = dataset.classes or (OTHERS,)
    classes = classes if name in classes else (*classes, name)
    if len(classes) > MOST_CLASSES:
        raise UserError(
            tr(
                "{classes:,} classes are the most, and there are as many. Choose one of them.",
                classes=MOST_CLASSES,
            )
        )
    labels = dataset.test.labels.clone()
    labels[rows] = classes.index(name)
    if bool((labels == dataset.test.labels).all()):
        raise UserError(tr("All of the selected images are in “{name}” already.", name=name))
    how = plural(
        len(rows),
        "{dataset} with {count:,} test image in the class “{name}”",
        "{dataset} with {count:,} test images in the class “{name}”",
        dataset=sources.title_of(dataset.name),
        name=name,
    )
    return _made(dataset, classes, dataset.train, replace(dataset.test, labels=labels), how)


def of_classes(dataset: Dataset, shown: Collection[int]) -> Derived:
    """The images of some classes, by their numbers, for training and for testing.

    Raises:
        UserError: when there are no labels, or too few images are left.
    """
    if not dataset.classes:
        raise UserError(
            tr("The images of {dataset} have no labels to choose by.", dataset=sources.title_of(dataset.name))
        )
    wanted = torch.tensor(sorted(shown), dtype=torch.long)
    train, test = (
        _part(part, torch.isin(part.labels, wanted).nonzero()[:, 0]) for part in (dataset.train, dataset.test)
    )
    names = [f"“{dataset.classes[label]}”" for label in wanted.tolist()]
    title = sources.title_of(dataset.name)
    if len(names) <= MOST_NAMED:
        how = tr("{dataset}, only {classes}", dataset=title, classes=", ".join(names))
    else:
        how = tr(
            "{dataset}, only {chosen} of {classes} classes",
            dataset=title,
            chosen=len(names),
            classes=len(dataset.classes),
        )
    return _made(dataset, dataset.classes, train, test, how)


def keep(derived: Derived, name: str) -> Generator[float, None, Dataset]:
    """Keep it under a name among the user's own datasets, for `sources` to know; return it under that name.

    Raises:
        UserError: when the name is taken or none, or the disk refuses. Nothing is left behind.
    """
    dataset = replace(derived.dataset, name=sources.check_name(name))
    yield from importing.store_derived(dataset, derived.base, derived.how, _recipe(derived))
    return dataset


def _checked(dataset: Dataset, rows: np.ndarray) -> np.ndarray:
    """Numbers of test images (M,), each once and in order.

    Raises:
        UserError: when there are none.
    """
    found = np.unique(np.asarray(rows, np.int64))
    if not len(found):
        raise UserError(tr("No image is selected. Select some on the map first."))
    if found[0] < 0 or found[-1] >= len(dataset.test):
        raise ValueError(f"there are {len(dataset.test)} test images")
    return found


def _part(images: Images, rows: np.ndarray | Tensor) -> Images:
    factors = None if images.factors is None else images.factors[rows]
    return Images(images.pixels[rows], images.labels[rows], factors)


def _made(dataset: Dataset, classes: tuple[str, ...], train: Images, test: Images, how: str) -> Derived:
    """Number the classes anew that have images; where that is one, there is nothing to tell apart, so no labels."""
    if len(train) < FEWEST:
        raise UserError(
            plural(
                len(train),
                "{count:,} image would be left for training; {fewest} is the fewest.",
                "{count:,} images would be left for training; {fewest} is the fewest.",
                fewest=FEWEST,
            )
        )
    if len(test) < FEWEST:
        raise UserError(
            plural(
                len(test),
                "{count:,} image would be left for testing; {fewest} is the fewest.",
                "{count:,} images would be left for testing; {fewest} is the fewest.",
                fewest=FEWEST,
            )
        )
    present = torch.cat([train.labels, test.labels]).unique()
    numbers = torch.zeros(max(len(classes), 1), dtype=torch.long)
    if len(present) > 1:
        numbers[present] = torch.arange(len(present))
    kept = tuple(classes[label] for label in present.tolist()) if len(present) > 1 else ()
    train, test = (replace(part, labels=numbers[part.labels]) for part in (train, test))
    return Derived(Dataset(dataset.name, kept, train, test, dataset.factors), dataset.name, how)


def _recipe(derived: Derived) -> Recipe:
    """How images become such as these: as those did that they were made from, or whole, with black bars."""
    channels, height, width = derived.dataset.train.shape
    shape = {"width": width, "height": height, "colour": "colour" if channels == 3 else "grey"}
    if sources.is_own(derived.base):
        try:
            recipe = importing.origin(derived.base).recipe
        except UserError:  # it is gone
            pass
        else:
            if shape == {name: getattr(recipe, name) for name in shape}:
                return recipe
    return parse(Recipe, shape | {"fit": "pad"}, "images")
