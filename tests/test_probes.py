"""Few labels: what classifiers make of codes, against scikit-learn called by hand; and encoders as classifiers."""

import math

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler
from torch import nn

from vaegui import explore, folders, probes, runs
from vaegui.data import Dataset, Images, fixed_thresholds, observe
from vaegui.models import ModelConfig
from vaegui.probes import Features, FineTuneConfig, ProbeResult, Progress, fine_tune, probe
from vaegui.settings import UserError
from vaegui.training import new_model

TINY = ModelConfig(hidden=(16, 8))


def result_of(steps):
    """Go through a generator: what it yields, and what it returns."""
    items = []
    while True:
        try:
            items.append(next(steps))
        except StopIteration as done:
            return items, done.value


def results(features, dataset, **options):
    items = probe(features, dataset.train.labels, dataset.test.labels, **options)
    return [item for item in items if isinstance(item, ProbeResult)]


def drawn_by_hand(labels, count, draws, seed):
    """The labelled rows of each draw: from a random order of all images, the first of each class."""
    generator = torch.Generator().manual_seed(seed)
    for _ in range(draws):
        taken, rows = {}, []
        for row in torch.randperm(len(labels), generator=generator).tolist():
            label = int(labels[row])
            taken[label] = taken.get(label, 0) + 1
            if taken[label] <= count:
                rows.append(row)
        yield sorted(rows)


def blobs(train=200, test=100, classes=4, size=2, spread=0.01):
    """Codes of a dataset whose classes lie far apart."""
    generator = torch.Generator().manual_seed(0)
    labels = torch.arange(train + test) % classes
    centres = 10 * torch.randn(classes, size, generator=generator)
    codes = centres[labels] + spread * torch.randn(train + test, size, generator=generator)
    return Features("blobs", codes[:train], codes[train:]), labels[:train], labels[train:]


@pytest.fixture(scope="module")
def pixels(digits):
    return probes.pixel_features(digits)


@pytest.fixture(scope="module")
def learned():
    """The VAE of digits that ships: smaller ones, trained briefly, are no better start than fresh weights."""
    return runs.load(folders.shipped_folder() / "digits-vae-2d").model


# Features


def test_codes_are_where_the_map_has_them(digits):
    model = new_model(TINY, digits.train.shape, 0)
    shares, features = result_of(probes.code_features("mine", model, digits))
    assert features.name == "mine"
    for codes, images in ((features.train, digits.train), (features.test, digits.test)):
        seen = observe(images.pixels, "dynamic", fixed_thresholds(images.pixels.shape))
        with torch.no_grad():
            torch.testing.assert_close(codes, model.encode(seen).mean)
    assert shares == sorted(shares)
    assert shares[0] < 1
    assert shares[-1] == 1


def test_codes_of_em_are_exact_posterior_means(digits):
    model = new_model(ModelConfig(family="em", hidden=(4,)), digits.train.shape, 0)
    few = Dataset(
        "digits", digits.classes, *(Images(s.pixels[:30], s.labels[:30]) for s in (digits.train, digits.test))
    )
    _, features = result_of(probes.code_features("em", model, few))
    limits = fixed_thresholds(few.test.pixels.shape)
    (exact, _), *_ = explore.encode(model, few.test.pixels, limits)
    torch.testing.assert_close(features.test, exact)


def test_pixels_are_grey_values(digits, pixels):
    assert pixels.name == "raw pixels"
    assert pixels.train.shape == (len(digits.train), 64)
    assert pixels.test.dtype == torch.float32
    np.testing.assert_allclose(pixels.test[3].numpy(), digits.test.pixels[3].numpy().ravel() / 255, rtol=1e-6)


def test_principal_components_are_of_the_training_images_alone(digits):
    features = probes.pca_features(digits, 2)
    images = [split.pixels.numpy().reshape(len(split), -1) / 255 for split in (digits.train, digits.test)]
    by_hand = PCA(2, svd_solver="full").fit(images[0])
    for found, split in zip((features.train, features.test), images, strict=True):
        expected = by_hand.transform(split)
        signs = np.sign((found.numpy() * expected).sum(0))  # of a component, which are anyone's choice
        np.testing.assert_allclose(found.numpy() * signs, expected, atol=1e-4)
    assert features.name == "PCA, 2 dimensions"
    assert probes.pca_features(digits, 1).name == "PCA, 1 dimension"


def test_there_are_no_more_principal_components_than_pixels(digits):
    assert probes.pca_features(digits, 500).test.shape == (len(digits.test), 64)


def test_a_large_dataset_is_reduced_to_what_is_used(monkeypatch, digits):
    monkeypatch.setattr(probes, "MOST_LABELLED", 100)
    monkeypatch.setattr(probes, "TEST_IMAGES", 50)
    small = probes.reduced(digits, seed=3)
    assert (len(small.train), len(small.test)) == (100, 50)
    assert torch.equal(small.test.pixels, digits.test.pixels[:50])
    rows = [int((digits.train.pixels == image).flatten(1).all(1).nonzero()[0]) for image in small.train.pixels]
    assert len(set(rows)) == 100
    assert max(rows) > 1000
    assert torch.equal(small.train.labels, digits.train.labels[rows])


def test_a_small_dataset_is_kept_whole(digits):
    small = probes.reduced(digits)
    assert torch.equal(small.train.pixels, digits.train.pixels)
    assert torch.equal(small.test.labels, digits.test.labels)


# Probes


@pytest.mark.parametrize(("level", "neighbours"), [(1, 1), (10, 1), (20, 5)])
def test_nearest_neighbours_are_scikit_learns(digits, pixels, level, neighbours):
    (found,) = results([pixels], digits, draws=3, labels_per_class=(level,), probes=("knn",), seed=7)
    for accuracy, rows in zip(found.accuracies, drawn_by_hand(digits.train.labels, level, 3, 7), strict=True):
        vote = KNeighborsClassifier(neighbours).fit(pixels.train[rows].numpy(), digits.train.labels[rows].numpy())
        assert float(accuracy) == vote.score(pixels.test.numpy(), digits.test.labels.numpy())
        assert found.labelled == len(rows) == 10 * level


@pytest.mark.parametrize("level", [1, 5])
def test_the_linear_probe_is_scikit_learns(digits, pixels, level):
    (found,) = results([pixels], digits, draws=3, labels_per_class=(level,), probes=("linear",), seed=7)
    for accuracy, rows in zip(found.accuracies, drawn_by_hand(digits.train.labels, level, 3, 7), strict=True):
        scale = StandardScaler().fit(pixels.train[rows].numpy())
        linear = LogisticRegression(max_iter=1000)
        linear.fit(scale.transform(pixels.train[rows].numpy()), digits.train.labels[rows].numpy())
        assert float(accuracy) == linear.score(scale.transform(pixels.test.numpy()), digits.test.labels.numpy())


def test_all_labels_are_one_draw(digits, pixels):
    (found,) = results([pixels], digits, draws=4, labels_per_class=(None,), probes=("knn",))
    vote = KNeighborsClassifier(5).fit(pixels.train.numpy(), digits.train.labels.numpy())
    assert found.accuracies.tolist() == [vote.score(pixels.test.numpy(), digits.test.labels.numpy())]
    assert found.labelled == 1437
    assert found.labels_in_words == "all (1,437)"


def test_all_labels_have_a_limit(digits, pixels, monkeypatch):
    monkeypatch.setattr(probes, "MOST_LABELLED", 300)
    (found,) = results([pixels], digits, labels_per_class=(None,), probes=("knn",), seed=2)
    rows = torch.randperm(1437, generator=torch.Generator().manual_seed(2))[:300]
    vote = KNeighborsClassifier(5).fit(pixels.train[rows].numpy(), digits.train.labels[rows].numpy())
    assert float(found.accuracies) == pytest.approx(
        vote.score(pixels.test.numpy(), digits.test.labels.numpy()), abs=1 / 360
    )
    assert found.labels_in_words == "all (300)"


def test_errors_of_the_mean_over_draws():
    few = ProbeResult("x", "knn", 1, torch.tensor([0.2, 0.5, 0.5, 0.8], dtype=torch.float64), 10, 100)
    assert few.mean == pytest.approx(0.5)
    assert few.standard_error == pytest.approx(math.sqrt((0.09 + 0.09) / 3) / 2)
    assert few.labels_in_words == "1"


def test_the_error_of_a_single_draw_is_binomial():
    one = ProbeResult("x", "knn", None, torch.tensor([0.8], dtype=torch.float64), 1000, 400)
    assert one.standard_error == pytest.approx(math.sqrt(0.8 * 0.2 / 400))


def test_all_features_and_probes_meet_the_same_draws(digits, pixels):
    same = Features("the same", pixels.train.clone(), pixels.test.clone())
    found = results([pixels, same], digits, draws=3, labels_per_class=(2,))
    by_name = {(r.features, r.probe): r.accuracies.tolist() for r in found}
    for kind in ("knn", "linear"):
        assert by_name["raw pixels", kind] == by_name["the same", kind]
        assert len(set(by_name["raw pixels", kind])) > 1
    (alone,) = results([same], digits, draws=3, labels_per_class=(2,), probes=("linear",))
    assert alone.accuracies.tolist() == by_name["the same", "linear"]


def test_more_draws_begin_with_the_same_ones(digits, pixels):
    options = {"labels_per_class": (2,), "probes": ("knn",)}
    few, many = (results([pixels], digits, draws=draws, **options)[0].accuracies.tolist() for draws in (2, 5))
    assert many[:2] == few
    (others,) = results([pixels], digits, draws=5, seed=1, **options)
    assert others.accuracies.tolist() != many


def test_codes_far_apart_are_told_apart():
    features, labels, answers = blobs()
    found = [r for r in probe([features], labels, answers, draws=2) if isinstance(r, ProbeResult)]
    assert {r.mean for r in found if r.probe == "knn"} == {1.0}
    assert {r.labels_per_class for r in found} == {1, 2, 5, 10, 50, None}


def test_features_of_noise_tell_nothing():
    generator = torch.Generator().manual_seed(0)
    noise = Features("noise", torch.randn(500, 3, generator=generator), torch.randn(1000, 3, generator=generator))
    labels, answers = torch.arange(500) % 10, torch.arange(1000) % 10
    for found in probe([noise], labels, answers, draws=4, labels_per_class=(5, None)):
        if isinstance(found, ProbeResult):
            assert found.mean == pytest.approx(0.1, abs=0.03)


def test_few_labels_come_first_and_all_last(digits, pixels):
    other = Features("other", pixels.train[:, :2], pixels.test[:, :2])
    found = results([pixels, other], digits, draws=1, labels_per_class=(1, 2, None))
    assert [r.labels_per_class for r in found] == [1] * 4 + [2] * 4 + [None] * 4
    assert [(r.features, r.probe) for r in found[:4]] == [
        ("raw pixels", "knn"),
        ("raw pixels", "linear"),
        ("other", "knn"),
        ("other", "linear"),
    ]


def test_it_says_how_far_it_is_before_every_draw(digits, pixels):
    items = list(probe([pixels], digits.train.labels, digits.test.labels, draws=3, labels_per_class=(1, None)))
    kinds = ["p" if isinstance(item, Progress) else "r" for item in items]
    assert "".join(kinds) == "pppr" * 2 + "pr" * 2
    shares = [item.share for item in items if isinstance(item, Progress)]
    assert shares[0] == 0
    assert shares == sorted(set(shares))
    assert shares[-1] < 1
    assert items[0].words == "raw pixels, nearest neighbours, 1 label per class"
    assert items[-2].words == "raw pixels, linear probe, all labels"


def test_it_can_be_left_in_the_middle(digits, pixels):
    steps = probe([pixels], digits.train.labels, digits.test.labels)
    assert next(steps) == Progress(0.0, "raw pixels, nearest neighbours, 1 label per class")
    steps.close()
    assert next(steps, "over") == "over"


def test_only_the_first_test_images_are_asked(digits, pixels):
    (found,) = results([pixels], digits, labels_per_class=(None,), probes=("knn",), test_images=30)
    vote = KNeighborsClassifier(5).fit(pixels.train.numpy(), digits.train.labels.numpy())
    assert found.mean == vote.score(pixels.test[:30].numpy(), digits.test.labels[:30].numpy())
    assert found.test_images == 30


def test_a_small_class_gives_what_it_has():
    features, labels, answers = blobs(train=60, classes=3)
    labels = torch.where((labels == 2) & (torch.arange(60) > 10), 0, labels)  # three images of the last class are left
    found = [r for r in probe([features], labels, answers, draws=1, probes=("knn",)) if isinstance(r, ProbeResult)]
    assert [(r.labels_per_class, r.labelled) for r in found] == [(1, 3), (2, 6), (5, 13), (10, 23), (None, 60)]


def test_one_class_is_not_enough():
    features, labels, answers = blobs()
    with pytest.raises(UserError, match="two classes"):
        next(probe([features], labels * 0, answers))


def test_a_regression_that_does_not_come_to_its_end_is_taken_as_it_is(monkeypatch):
    features, labels, answers = blobs(spread=20.0)
    given = Features("overlapping", features.train, features.test)
    monkeypatch.setattr(probes, "MOST_STEPS", 1)
    (found,) = (
        item
        for item in probe([given], labels, answers, draws=1, labels_per_class=(10,), probes=("linear",))
        if isinstance(item, ProbeResult)
    )
    (rows,) = drawn_by_hand(labels, 10, 1, 0)
    scaled = StandardScaler().fit(given.train[rows].numpy())
    with pytest.warns(ConvergenceWarning):
        unfinished = LogisticRegression(max_iter=1).fit(
            scaled.transform(given.train[rows].numpy()), labels[rows].numpy()
        )
    assert found.mean == unfinished.score(scaled.transform(given.test.numpy()), answers.numpy())


# Fine-tuning


def test_before_training_accuracy_is_chance(digits, learned):
    starts = [next(fine_tune(learned, digits, FineTuneConfig(seed=seed))) for seed in range(8)]
    assert np.mean([s.scratch for s in starts]) == pytest.approx(0.1, abs=0.05)
    assert {s.epoch for s in starts} == {0.0}
    assert {s.images for s in starts} == {100}


def test_an_encoder_of_fresh_weights_gains_nothing(digits):
    fresh = new_model(TINY, digits.train.shape, 5)
    steps = list(fine_tune(fresh, digits, FineTuneConfig(epochs=4, seed=5, learning_rate=1e-2)))
    assert [s.pretrained for s in steps] == [s.scratch for s in steps]
    assert [s.pretrained_loss for s in steps] == [s.scratch_loss for s in steps]
    assert [s.epoch for s in steps] == [0.0, 1.0, 2.0, 3.0, 4.0]
    assert steps[-1].scratch_loss < steps[0].scratch_loss


def test_it_is_adam_on_cross_entropy_by_hand(digits):
    """One epoch of one batch, so that the order of the minibatches plays no part; grey pixels, so that no draw does."""
    config = ModelConfig(family="autoencoder", hidden=(12,), likelihood="gaussian")
    model = new_model(config, digits.train.shape, 1)
    settings = FineTuneConfig(labels_per_class=3, epochs=1, batch_size=30, learning_rate=0.05, seed=4)
    steps = list(fine_tune(model, digits, settings))
    (rows,) = drawn_by_hand(digits.train.labels, 3, 1, 4)
    images, labels = digits.train.pixels[rows].float() / 255, digits.train.labels[rows]
    torch.manual_seed(4)
    head = nn.Linear(12, 10)
    network = nn.Sequential(nn.Flatten(), nn.Linear(64, 12), nn.GELU(), head)
    network[1].load_state_dict(model.encoder[1].state_dict())
    optimizer = torch.optim.Adam(network.parameters(), lr=0.05)
    loss = nn.CrossEntropyLoss()(network(images), labels)
    assert steps[0].pretrained_loss == pytest.approx(float(loss.detach()), rel=1e-5)
    loss.backward()
    optimizer.step()
    assert steps[1].pretrained_loss == pytest.approx(
        float(nn.CrossEntropyLoss()(network(images), labels).detach()), rel=1e-4
    )
    right = network(digits.test.pixels.float() / 255).argmax(1) == digits.test.labels
    assert steps[1].pretrained == pytest.approx(float(right.float().mean()), abs=0.004)


def test_pretraining_helps_where_labels_are_few(digits, learned):
    ends = [list(fine_tune(learned, digits, FineTuneConfig(labels_per_class=2, seed=seed)))[-1] for seed in range(6)]
    assert np.mean([s.pretrained - s.scratch for s in ends]) > 0.03
    assert all(s.pretrained_loss < 1.0 for s in ends)


def test_the_model_is_left_as_it_is(digits, learned):
    before = {name: value.clone() for name, value in learned.state_dict().items()}
    for _ in fine_tune(learned, digits, FineTuneConfig(epochs=2, learning_rate=0.1)):
        pass
    assert all(torch.equal(value, before[name]) for name, value in learned.state_dict().items())
    assert not any(parameter.requires_grad for parameter in learned.parameters())


def test_fine_tuning_repeats_itself_and_draws_from_no_global_generator(digits, learned):
    config = FineTuneConfig(epochs=2, labels_per_class=2)
    state = torch.get_rng_state()
    first = list(fine_tune(learned, digits, config))
    assert torch.equal(torch.get_rng_state(), state)
    torch.rand(3)
    assert list(fine_tune(learned, digits, config)) == first


def test_convolutions_too(digits):
    model = new_model(ModelConfig(architecture="conv", hidden=(4, 8)), digits.train.shape, 0)
    steps = list(fine_tune(model, digits, FineTuneConfig(epochs=12, learning_rate=1e-2)))
    assert steps[-1].pretrained > 0.4
    assert steps[-1].scratch > 0.4


def test_all_labels_of_fine_tuning_have_a_limit(digits, monkeypatch):
    model = new_model(TINY, digits.train.shape, 0)
    assert next(fine_tune(model, digits, FineTuneConfig(labels_per_class=None))).images == 1437
    monkeypatch.setattr(probes, "MOST_LABELLED", 200)
    assert next(fine_tune(model, digits, FineTuneConfig(labels_per_class=None))).images == 200


@pytest.mark.parametrize(
    ("config", "words"),
    [
        (ModelConfig(family="pixels"), "no encoder"),
        (ModelConfig(family="autoencoder", likelihood="gaussian", hidden=()), "no hidden layers"),
    ],
)
def test_what_cannot_be_fine_tuned(digits, config, words):
    with pytest.raises(UserError, match=words):
        next(fine_tune(new_model(config, digits.train.shape, 0), digits))


def test_images_of_another_shape(digits):
    model = new_model(TINY, (1, 28, 28), 0)
    for steps in (fine_tune(model, digits), probes.code_features("mnist", model, digits)):
        with pytest.raises(UserError, match="the model is for"):
            next(steps)


def test_independent_pixels_have_no_codes(digits):
    with pytest.raises(UserError, match="no codes"):
        next(probes.code_features("x", new_model(ModelConfig(family="pixels"), digits.train.shape, 0), digits))


def test_mnist_pixels_beat_two_principal_components(mnist):
    small = probes.reduced(mnist)
    features = [probes.pixel_features(small), probes.pca_features(small, 2)]
    pixels, components = results(features, small, draws=3, labels_per_class=(5,), probes=("linear",))
    assert 0.52 < pixels.mean < 0.68  # 60 % in the long run
    assert 0.32 < components.mean < 0.46
