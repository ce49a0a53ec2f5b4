import dataclasses
import json
import shutil

import numpy as np
import pytest
import torch
from small_models import run_through

from vaegui import importing, library, recording, runs, sources, storing
from vaegui.data import Dataset, Images
from vaegui.exports import derived
from vaegui.families import TrainConfig
from vaegui.importing import Recipe
from vaegui.models import ModelConfig
from vaegui.settings import UserError
from vaegui.steps import finish


def made(train=30, test=20, classes=("a", "b", "c"), name="mine", factors=False):
    """A dataset in which every image is another, and its first pixel says its label."""

    def part(count, first):
        pixels = torch.arange(first, first + count)[:, None, None, None] * torch.ones(1, 1, 4, 6)
        labels = torch.arange(count) % max(1, len(classes))
        values = torch.stack([pixels[:, 0, 0, 0] / 7, -pixels[:, 0, 0, 0]], 1) if factors else None
        return Images(pixels.to(torch.uint8), labels, values)

    return Dataset(name, classes, part(train, 0), part(test, 100), ("x", "y") if factors else ())


def numbers(images):
    """Which images these are, and what they are called."""
    return images.pixels[:, 0, 0, 0].tolist()


def named(dataset, images):
    """The class of each image by its number."""
    return {n: dataset.classes[label] for n, label in zip(numbers(images), images.labels.tolist(), strict=True)}


def test_only_some_images_are_split_anew_with_equal_shares():
    dataset = made(test=60)
    rows = np.arange(0, 60)
    rows = rows[(rows % 3 != 2) | (rows < 30)][::-1]  # 20, 20 and 10 images
    found = derived.only(dataset, rows)
    train, test = found.dataset.train, found.dataset.test
    assert sorted(numbers(train) + numbers(test)) == sorted((100 + rows).tolist())
    assert torch.bincount(train.labels).tolist() == [16, 16, 8]
    assert torch.bincount(test.labels).tolist() == [4, 4, 2]
    before = named(dataset, dataset.test)
    for part in (train, test):
        assert all(before[n] == name for n, name in named(found.dataset, part).items())
    assert numbers(derived.only(dataset, rows).dataset.test) == numbers(test)
    assert found.how == "50 test images of mine"
    assert found.sentence == "50 test images of mine: 40 training and 10 test images in 3 classes."


def test_classes_that_are_left_are_numbered_anew_and_one_is_none():
    dataset = made()
    rows = np.flatnonzero(dataset.test.labels.numpy() != 1)
    found = derived.only(dataset, rows).dataset
    assert found.classes == ("a", "c")
    assert set(found.train.labels.tolist()) == {0, 1}
    before = named(dataset, dataset.test)
    assert all(before[n] == name for n, name in named(found, found.train).items())
    alone = derived.only(dataset, np.flatnonzero(dataset.test.labels.numpy() == 1)).dataset
    assert alone.classes == ()
    assert set(alone.train.labels.tolist() + alone.test.labels.tolist()) == {0}


def test_images_are_left_out():
    dataset = made()
    rows = np.array([3, 0, 3, 19])
    found = derived.without(dataset, rows)
    assert numbers(found.dataset.train) == numbers(dataset.train)
    assert numbers(found.dataset.test) == [n for n in range(100, 120) if n not in (100, 103, 119)]
    before = named(dataset, dataset.test)
    assert all(before[n] == name for n, name in named(found.dataset, found.dataset.test).items())
    assert found.how == "mine without 3 test images"
    assert len(dataset.test) == 20


def test_the_title_is_that_of_the_window(digits):
    assert derived.without(digits, np.array([5])).how == "Digits 8×8 without 1 test image"


@pytest.mark.parametrize("name", ["b", "odd ones"])
def test_images_are_called_something_else(name):
    dataset = made()
    rows = np.array([0, 2, 4])
    found = derived.relabelled(dataset, rows, f"  {name} ")
    before, after = named(dataset, dataset.test), named(found.dataset, found.dataset.test)
    assert after == before | dict.fromkeys([100, 102, 104], name)
    assert named(found.dataset, found.dataset.train) == named(dataset, dataset.train)
    assert found.dataset.classes == (("a", "b", "c") if name == "b" else ("a", "b", "c", "odd ones"))
    assert dataset.test.labels[0] == 0  # the dataset it was made from stays as it was
    assert f"in the class “{name}”" in found.how


def test_images_without_labels_can_be_called_something():
    found = derived.relabelled(made(classes=()), np.array([1, 2]), "new").dataset
    assert found.classes == (derived.OTHERS, "new")
    assert [n for n, name in named(found, found.test).items() if name == "new"] == [101, 102]
    assert set(named(found, found.train).values()) == {derived.OTHERS}


def test_some_classes_alone():
    dataset = made()
    found = derived.of_classes(dataset, {2, 0})
    assert found.dataset.classes == ("a", "c")
    for part in ("train", "test"):
        before = named(dataset, getattr(dataset, part))
        after = named(found.dataset, getattr(found.dataset, part))
        assert after == {n: name for n, name in before.items() if name != "b"}
    assert found.how == "mine, only “a”, “c”"


def test_factors_go_with_their_images():
    dataset = made(factors=True)
    for found in (
        derived.only(dataset, np.arange(3, 17)),
        derived.without(dataset, np.arange(5)),
        derived.relabelled(dataset, np.arange(5), "new"),
        derived.of_classes(dataset, {0, 1}),
    ):
        assert found.dataset.factors == ("x", "y")
        for part in (found.dataset.train, found.dataset.test):
            assert (part.factors[:, 1] == -part.pixels[:, 0, 0, 0].float()).all()
            assert (part.factors[:, 0] == part.pixels[:, 0, 0, 0].float() / 7).all()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda d: derived.only(d, np.array([])), "No image is selected"),
        (lambda d: derived.only(d, np.arange(3)), "select 4 at least"),
        (lambda d: derived.without(d, np.arange(19)), "1 image would be left for testing"),
        (lambda d: derived.relabelled(d, np.array([0]), " "), "needs a name"),
        (lambda d: derived.relabelled(d, np.array([0]), "x" * 101), "needs a name"),
        (lambda d: derived.relabelled(d, np.array([0]), "a\x07b"), "needs a name"),
        (lambda d: derived.relabelled(d, np.array([0, 3]), "a"), "already"),
        (lambda d: derived.of_classes(d, set()), "0 images would be left for training"),
        (lambda d: derived.of_classes(dataclasses.replace(d, classes=()), {0}), "no labels"),
    ],
)
def test_what_makes_no_dataset_is_said(make, said):
    with pytest.raises(UserError, match=said):
        make(made())


def test_more_classes_than_can_be_kept_are_refused():
    dataset = made(classes=tuple(map(str, range(library.MOST_CLASSES))))
    with pytest.raises(UserError, match="1,000 classes are the most"):
        derived.relabelled(dataset, np.array([1]), "one more")
    assert derived.relabelled(dataset, np.array([1]), "0").dataset.test.labels[1] == 0


def same(a, b):
    return (
        a.classes == b.classes
        and a.factors == b.factors
        and all(
            torch.equal(getattr(getattr(a, part), what), getattr(getattr(b, part), what))
            for part in ("train", "test")
            for what in ("pixels", "labels") + (("factors",) if a.factors else ())
        )
    )


@pytest.mark.parametrize("factors", [False, True])
def test_what_is_kept_is_known_and_opens_as_it_was(factors):
    found = derived.without(made(factors=factors), np.array([1, 2]))
    shares, kept = run_through(derived.keep(found, "  fewer "))
    assert shares == sorted(shares)
    assert 0 < shares[0] <= shares[-1] <= 1
    assert kept.name == "fewer"
    assert "fewer" in sources.known()
    assert sources.is_here("fewer")
    assert same(sources.load("fewer"), found.dataset)
    assert same(kept, found.dataset)
    origin = importing.origin("fewer")
    assert (origin.is_derived, origin.base, origin.how) == (True, "mine", "mine without 2 test images")
    assert (origin.count, origin.refusals, origin.has_test) == (48, (), True)
    assert origin.recipe == Recipe(width=6, height=4, fit="pad", colour="grey")
    assert importing.changes("fewer") == ""
    importing.forget("fewer")
    assert "fewer" not in sources.known()


def test_it_stays_when_the_one_it_was_made_from_changes_or_goes(tmp_path):
    np.savez(tmp_path / "a.npz", images=made().test.pixels[:, 0].numpy(), labels=made().test.labels.numpy())
    finding = finish(importing.look(tmp_path / "a.npz"))
    recipe = Recipe(width=6, height=4, invert=True)
    base = finish(importing.read(finding, recipe, "base"))
    importing.store(base, finding, recipe, ())
    for name, made_from in (("second", "base"), ("third", "second")):
        finish(derived.keep(derived.relabelled(importing.load(made_from), np.arange(2), name), name))
        assert importing.origin(name).recipe == recipe  # so that images which are dropped are prepared alike
    before = importing.load("third")
    (tmp_path / "a.npz").write_bytes(b"another")
    assert importing.changes("base") != ""
    importing.forget("base")
    assert importing.changes("second") == importing.changes("third") == ""
    assert same(importing.load("third"), before)
    assert "third" in before.classes
    shutil.rmtree(tmp_path / "home" / "data" / "own" / "second")
    finish(derived.keep(derived.without(before, np.array([0])), "fourth"))
    assert importing.origin("third").base == "second"


def test_a_run_can_be_trained_on_it(digits, tmp_path):
    finish(derived.keep(derived.of_classes(digits, {3, 8}), "3 and 8"))
    dataset = sources.load("3 and 8")
    config = TrainConfig(epochs=1, device="cpu")
    for _ in recording.train_run(dataset, ModelConfig(hidden=(8,)), config, tmp_path / "run"):
        pass
    run = runs.load(tmp_path / "run")
    assert (run.config.dataset, run.config.classes) == ("3 and 8", ("3", "8"))
    assert run.codes.labels.tolist() == dataset.test.labels.tolist()
    assert set(dataset.test.labels.tolist()) == {0, 1}


def test_names_that_are_taken_are_refused():
    found = derived.without(made(), np.array([1]))
    finish(derived.keep(found, "mine"))
    for name in ("mine", "MINE", "mnist", "shapes", "", "a/b"):
        with pytest.raises(UserError):
            finish(derived.keep(found, name))
    assert importing.known() == ["mine"]


def test_a_keeping_that_is_given_up_leaves_nothing(home, monkeypatch):
    monkeypatch.setattr(library, "PIECE", 500)
    found = derived.without(made(), np.array([1]))
    steps, _ = run_through(derived.keep(found, "whole"))
    assert len(steps) > 4
    for stop in range(1, len(steps) + 1):
        keeping = derived.keep(found, "half")
        for _ in range(stop):
            next(keeping)
        keeping.close()
        assert [path.name for path in (home / "data" / "own").iterdir()] == ["whole"]


EDITS = [
    {"format": 1},
    {"format": 3},
    {"kind": "folder"},
    {"kind": "folder", "format": 1},
    {"path": "/etc"},
    {"base": ""},
    {"how": ""},
    {"base": None},
    {"how": "x" * 10_001},
    {"factors": []},
    {"factors": ["x"]},
    {"factors": ["x", "y", "z"]},
    {"factors": ["x"] * 100},
    {"factors": [1, 2]},
    {"train": 29},
    {"classes": ["a"]},
    {"more": 1},
]


@pytest.mark.parametrize("edit", EDITS, ids=str)
def test_a_record_that_was_edited_and_sealed_again_is_refused(home, edit):
    finish(derived.keep(derived.without(made(factors=True), np.array([1])), "fewer"))
    path = home / "data" / "own" / "fewer" / library.RECORD
    good, _ = storing.unseal(path.read_bytes())
    path.write_bytes(storing.seal(good | edit))
    with pytest.raises(UserError, match="fewer"):
        importing.load("fewer")
    path.write_bytes(storing.seal(good))
    importing.load("fewer")


def test_factors_that_are_no_numbers_are_refused_and_the_way_out_is_said(home):
    found = derived.without(made(factors=True), np.array([1]))
    found.dataset.train.factors[3, 0] = float("nan")
    finish(derived.keep(found, "fewer"))
    with pytest.raises(UserError, match=r"factors are not finite numbers\. Make it again from “mine”"):
        importing.load("fewer")


def test_what_was_imported_is_kept_as_it_was_before_there_were_others(tmp_path, home):
    np.save(tmp_path / "a.npy", made().test.pixels[:, 0].numpy())
    finding = finish(importing.look(tmp_path / "a.npy"))
    recipe = importing.suggest(finding)
    importing.store(finish(importing.read(finding, recipe, "old")), finding, recipe, ())
    values = json.loads((home / "data" / "own" / "old" / library.RECORD).read_bytes())
    assert values["format"] == 1
    assert set(values) == {
        *("format", "path", "kind", "recipe", "classes", "has_test", "train", "test", "refusals", "images", "listing"),
        "sha256",
    }
    assert not importing.origin("old").is_derived
