"""What a code is worth when few labels are known, and whether pretraining helps a classifier.

Two uses of autoencoders from the lecture. Semi-supervised learning: the code is learned from all images, the classifier
on top of it from the few that have labels (`probe`). Pretraining: the encoder is where a classifier starts from, and
all of its weights go on learning (`fine_tune`). Accuracies are shares of test images, in [0, 1].
"""

from __future__ import annotations

import copy
import math
import warnings
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from vaegui import explore
from vaegui.adam import Adam
from vaegui.data import Dataset, Images, as_float, fixed_thresholds, minibatches, observe, random_thresholds
from vaegui.models import Model
from vaegui.settings import UserError
from vaegui.training import new_model
from vaegui.words import plural, tr

LABELS_PER_CLASS: tuple[int | None, ...] = (1, 2, 5, 10, 50, None)  # None: all
PROBES = {"knn": tr("nearest neighbours"), "linear": tr("linear probe")}
RAW_PIXELS = tr("raw pixels")
MOST_LABELLED = 10_000  # training images with a label: of more, logistic regression on pixels takes half a minute
TEST_IMAGES = 2000
NEIGHBOURS = 5
MOST_STEPS = 1000  # of logistic regression
ENOUGH_FOR_A_VOTE = 10  # labels per class; up to as many the nearest image alone is more often right
ENCODED_AT_ONCE = 1000  # images; two seconds where posteriors are exact


@dataclass(frozen=True)
class Features:
    """What stands for each image of a dataset before a classifier."""

    name: str  # as legends say it
    train: Tensor  # (N, F)
    test: Tensor  # (M, F)


@dataclass(frozen=True)
class ProbeResult:
    """How often a classifier on some features is right, for one number of labels."""

    features: str
    probe: str  # of PROBES
    labels_per_class: int | None  # None: all
    accuracies: Tensor  # (R,) float64, one for each draw of the labelled images
    labelled: int  # images with a label
    test_images: int

    @property
    def mean(self) -> float:
        """The accuracy, averaged over draws."""
        return float(self.accuracies.mean())

    @property
    def standard_error(self) -> float:
        """Of the mean over draws: std/√R; of a single draw, binomial over the M test images: √(p(1 − p)/M)."""
        draws = len(self.accuracies)
        if draws > 1:
            return float(self.accuracies.std()) / math.sqrt(draws)
        return math.sqrt(self.mean * (1 - self.mean) / self.test_images)

    @property
    def labels_in_words(self) -> str:
        """The labels of a class: "5", or how many images all labels are."""
        return f"all ({self.labelled:,})" if self.labels_per_class is None else f"{self.labels_per_class}"


@dataclass(frozen=True)
class Progress:
    """How far `probe` has come, by a rough count of the work, and what comes next."""

    share: float
    words: str


@dataclass(frozen=True)
class FineTuneConfig:
    """How `fine_tune` trains both classifiers."""

    labels_per_class: int | None = 10  # None: all
    epochs: int = 60
    batch_size: int = 32
    learning_rate: float = 1e-3
    seed: int = 0


@dataclass(frozen=True)
class FineTuneStep:
    """Both classifiers after some epochs."""

    epoch: float
    pretrained: float  # accuracy on test images
    scratch: float
    pretrained_loss: float  # cross-entropy of the labelled images, nats per image
    scratch_loss: float
    images: int  # labelled


def reduced(dataset: Dataset, seed: int = 0) -> Dataset:
    """Return as much of a dataset as `probe` uses: at most `MOST_LABELLED` random training images, and the first tests.

    Features of the rest would be made for nothing, which takes a minute and more where posteriors are exact.

    Raises:
        UserError: when its images have no labels.
    """
    if not dataset.classes:
        raise UserError(
            tr("The images of {dataset} have no labels: there is nothing to classify.", dataset=dataset.name)
        )
    rows = _shuffled(len(dataset.train), torch.Generator().manual_seed(seed))[:MOST_LABELLED].sort().values
    train = Images(dataset.train.pixels[rows], dataset.train.labels[rows])
    test = Images(dataset.test.pixels[:TEST_IMAGES], dataset.test.labels[:TEST_IMAGES])
    return Dataset(dataset.name, dataset.classes, train, test)


def code_features(name: str, model: Model, dataset: Dataset) -> Generator[float, None, Features]:
    """Return where a model puts training and test images (`quadrature.codes`); yields the share done.

    Raises:
        UserError: when the model has no codes, or is for images of another shape.
    """
    if model.config.code_size == 0:
        raise UserError(tr("Independent pixels have no codes: there is nothing to classify by."))
    _check_shape(model, dataset)
    count = len(dataset.train) + len(dataset.test)
    splits: list[Tensor] = []
    done = 0
    for images in (dataset.train, dataset.test):
        parts = []
        limits = fixed_thresholds(images.pixels.shape)[:].split(ENCODED_AT_ONCE)
        for pixels, thresholds in zip(images.pixels.split(ENCODED_AT_ONCE), limits, strict=True):
            parts += [mean for mean, _ in explore.encode(model, pixels, thresholds)]
            done += len(pixels)
            yield done / count
        splits.append(torch.cat(parts))
    return Features(name, *splits)


def pixel_features(dataset: Dataset) -> Features:
    """The grey values of all pixels, in [0, 1]."""
    return Features(RAW_PIXELS, *(as_float(images.pixels).flatten(1) for images in (dataset.train, dataset.test)))


def pca_features(dataset: Dataset, size: int) -> Features:
    """The principal components of the grey pixels: `size` of them at most, fitted to the training images alone."""
    # Here because importing scikit-learn takes seconds.
    from sklearn.decomposition import PCA

    pixels = pixel_features(dataset)
    size = min(size, *pixels.train.shape)
    pca = PCA(size, random_state=0).fit(pixels.train.numpy())
    splits = (torch.from_numpy(pca.transform(split.numpy())) for split in (pixels.train, pixels.test))
    return Features(plural(size, "PCA, {count} dimension", "PCA, {count} dimensions"), *splits)


def probe(
    features: Sequence[Features],
    train_labels: Tensor,
    test_labels: Tensor,
    *,
    draws: int = 10,
    labels_per_class: Sequence[int | None] = LABELS_PER_CLASS,
    probes: Sequence[str] = ("knn", "linear"),
    seed: int = 0,
    test_images: int = TEST_IMAGES,
) -> Generator[ProbeResult | Progress, None, None]:
    """Classify the first test images by each of some features, with few labels to learn from and then with more.

    Every draw takes n random training images of each class (of a class that has fewer, all), the same ones for all
    features and probes, and those of a smaller n among those of a larger one. A number that no class has is skipped.
    "All" labels is a single draw, of at most `MOST_LABELLED` random images.

    - knn: the class of the nearest labelled image; with more than 10 labels per class, a vote of the 5 nearest.
      (On MNIST, a vote of 5 with 5 labels per class is wrong for 4 to 9 % of the images more, in codes and in pixels.)
    - linear: logistic regression (C = 1) on features of mean 0 and variance 1 over the labelled images.

    Yields a `Progress` before every fit, and a `ProbeResult` after the last draw of each.

    Raises:
        UserError: when the training images are not of two classes at least.
    """
    if len(train_labels.unique()) < 2:
        raise UserError(tr("A classifier needs labelled images of at least two classes."))
    generator = torch.Generator().manual_seed(seed)
    orders = [_shuffled(len(train_labels), generator) for _ in range(draws)]
    answers = test_labels[:test_images]
    tasks = []
    for level in labels_per_class:
        if level is not None and level > int(train_labels.bincount().max()):
            continue
        choices = [_labelled(train_labels, order, level) for order in (orders[:1] if level is None else orders)]
        tasks += [(level, choices, given, kind) for given in features for kind in probes]
    costs = [_cost(choices, given.train.shape[1]) for _, choices, given, _ in tasks]
    done = 0.0
    for cost, (level, choices, given, kind) in zip(costs, tasks, strict=True):
        words = f"{given.name}, {PROBES[kind]}, {_labels_in_words(level)}"
        asked, right = given.test[:test_images].numpy(), []
        for rows in choices:
            yield Progress(done / sum(costs), words)
            classifier = _classifier(kind, level, given.train.shape[1], len(rows))
            with warnings.catch_warnings():
                _ignore_unfinished()
                classifier.fit(given.train[rows].numpy(), train_labels[rows].numpy())
            right.append((torch.from_numpy(classifier.predict(asked)) == answers).double().mean())
            done += cost / len(choices)
        yield ProbeResult(given.name, kind, level, torch.stack(right), len(choices[0]), len(answers))


def fine_tune(
    model: Model, dataset: Dataset, config: FineTuneConfig = FineTuneConfig()
) -> Generator[FineTuneStep, None, None]:
    """Train the encoder as a classifier twice, from the model's weights and from fresh ones; yields after each epoch.

    Both are the encoder without its code layer, and a linear layer from there to the classes. All weights follow Adam
    on the cross-entropy of the labelled images, `MOST_LABELLED` at most, as the model sees them: the same images in
    the same minibatches, with the same initial weights of the new layer. The first step is before training; accuracies
    are of the first `TEST_IMAGES` test images. The model itself is left as it is.

    Raises:
        UserError: when the model has no hidden layers to start from, or is for images of another shape.
    """
    networks = _classifiers(model, dataset, config.seed)
    how = model.config.observed_as
    generator = torch.Generator().manual_seed(config.seed)
    rows = _labelled(dataset.train.labels, _shuffled(len(dataset.train), generator), config.labels_per_class)
    pixels, labels = dataset.train.pixels[rows], dataset.train.labels[rows]
    learned = observe(pixels, how, fixed_thresholds(pixels.shape)[:])
    thresholds = fixed_thresholds(dataset.test.pixels.shape)
    asked = observe(dataset.test.pixels[:TEST_IMAGES], how, thresholds[:TEST_IMAGES])
    answers = dataset.test.labels[:TEST_IMAGES]
    optimizers = [Adam(list(network.parameters())) for network in networks]

    def measured(epoch: int) -> FineTuneStep:
        with torch.no_grad():
            right = [float((network(asked).argmax(1) == answers).double().mean()) for network in networks]
            loss = [float(nn.functional.cross_entropy(network(learned), labels)) for network in networks]
        return FineTuneStep(float(epoch), right[0], right[1], loss[0], loss[1], len(rows))

    yield measured(0)
    for epoch in range(1, config.epochs + 1):
        for batch in minibatches(len(rows), config.batch_size, generator):
            x = observe(pixels[batch], how, random_thresholds(pixels[batch].shape, generator))
            for network, optimizer in zip(networks, optimizers, strict=True):
                loss = nn.functional.cross_entropy(network(x), labels[batch])
                optimizer.descend(loss, config.learning_rate)
        yield measured(epoch)


def _shuffled(count: int, generator: torch.Generator) -> Tensor:
    return torch.randperm(count, generator=generator)


def _labelled(labels: Tensor, order: Tensor, count: int | None) -> Tensor:
    """The rows of the first `count` images of each class in a random order; of all classes for None."""
    if count is None:
        return order[:MOST_LABELLED].sort().values
    return torch.cat([order[labels[order] == label][:count] for label in labels.unique()]).sort().values


def _labels_in_words(level: int | None) -> str:
    if level is None:
        return tr("all labels")
    return plural(level, "{count} label per class", "{count} labels per class")


def _cost(choices: Sequence[Tensor], size: int) -> float:
    """Roughly the time of some fits, in no unit."""
    return sum((200 + len(rows)) * (100 + size) for rows in choices)


def _classifier(kind: str, level: int | None, size: int, labelled: int) -> Any:
    # Here because importing scikit-learn takes seconds.
    from sklearn.linear_model import LogisticRegression
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    if kind == "knn":
        neighbours = NEIGHBOURS if level is None or level > ENOUGH_FOR_A_VOTE else 1
        return KNeighborsClassifier(min(neighbours, labelled), algorithm="kd_tree" if size <= 3 else "brute")
    return make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=MOST_STEPS))


def _ignore_unfinished() -> None:
    """Let logistic regression end where it is after its last step: that is as good a classifier."""
    from sklearn.exceptions import ConvergenceWarning

    warnings.simplefilter("ignore", ConvergenceWarning)


def _check_shape(model: Model, dataset: Dataset) -> None:
    if tuple(model.image_shape) != dataset.train.shape:
        raise UserError(
            tr(
                "The images of {dataset} are {image_shape}, but the model is for {model_shape}.",
                dataset=dataset.name,
                image_shape=dataset.train.shape,
                model_shape=model.image_shape,
            )
        )


def _classifiers(model: Model, dataset: Dataset, seed: int) -> list[nn.Module]:
    """The model's encoder and a fresh one, each as a classifier of images (B, C, H, W) with logits (B, classes)."""
    if model.config.family == "pixels":
        raise UserError(tr("Independent pixels have no encoder to make a classifier of."))
    if not model.config.hidden:
        raise UserError(
            tr("This encoder has no hidden layers: without its code layer there is nothing left to start from.")
        )
    _check_shape(model, dataset)
    fresh = new_model(model.config, model.image_shape, seed)
    encoders = [list(encoder.children()) for encoder in (copy.deepcopy(model.encoder), fresh.encoder)]
    code_layer: Any = encoders[0][-1]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        head = nn.Linear(code_layer.in_features, len(dataset.classes))
    return [nn.Sequential(*layers[:-1], copy.deepcopy(head)).requires_grad_(True) for layers in encoders]
