"""UMAP in a process of its own: seeded, watched, given up."""

import importlib.util
import signal
import subprocess
import sys

import numpy as np
import pytest
from small_models import run_through

from vaegui import asking, embedding
from vaegui.settings import UserError

needs_umap = pytest.mark.skipif(importlib.util.find_spec("umap") is None, reason="umap-learn is an extra")


@pytest.fixture(scope="module")
def clusters():
    """Codes (90, 5) in three places far from one another, and which each belongs to."""
    generator = np.random.default_rng(0)
    labels = np.arange(90) % 3
    centres = 20 * generator.normal(size=(3, 5))
    return centres[labels] + generator.normal(size=(90, 5)), labels


@needs_umap
@pytest.mark.timeout(300)  # UMAP compiles itself
def test_places_are_those_of_the_seed_and_neighbours_stay_together(clusters):
    codes, labels = clusters
    # Both at once, since each compiles itself first.
    one, other = embedding.embed(codes), embedding.embed(codes)
    next(other)
    shares, places = run_through(one)
    assert places.shape == (90, 2)
    assert places.dtype == np.float64
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0 < shares[-1] <= 1
    distances = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(distances, np.inf)
    assert (labels[distances.argmin(1)] == labels).all()
    _, again = run_through(other)
    np.testing.assert_array_equal(places, again)


def test_whoever_gives_up_ends_the_process(clusters, monkeypatch):
    started = []

    def start(*args, popen=subprocess.Popen, **more):
        started.append(popen(*args, **more))
        return started[-1]

    monkeypatch.setattr(asking.subprocess, "Popen", start)
    steps = embedding.embed(clusters[0])
    assert next(steps) == 0.0
    assert started[0].poll() is None
    steps.close()
    assert started[0].returncode == -signal.SIGKILL  # nobody waited for its end


def test_too_few_codes_are_refused():
    with pytest.raises(UserError, match="needs 10 codes at least"):
        next(embedding.embed(np.zeros((9, 3))))


def test_what_goes_wrong_is_said(clusters, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(UserError, match=r"could not be run: .* The map stays as it is\."):
        run_through(embedding.embed(clusters[0]))


@needs_umap
def test_what_the_process_complains_of_is_said():
    with pytest.raises(UserError, match=r"^UMAP failed: .* The map stays as it is\.$"):
        run_through(embedding.embed(np.full((20, 3), np.nan)))
