"""A running training in words: computed from its figures, all of it to be read, and gone once it is over."""

import re

import numpy as np
import pytest
from hands import (
    WAIT,
    action,
    drawn,
    finish,
    plots,
    press_in_box,
    rest,
    settle,
    stop,
    train,
    train_family,
    train_for,
    training_of,
)
from PySide6.QtWidgets import QApplication

from vaegui.events import EpochEnd
from vaegui.narration import LONGEST, Facts, narrate, rate_per_dimension

LEAD = "Nats of Bernoulli, dynamic binarisation."


class Listener:
    """Hear what a training reports, and remember what is said beside what the figures say."""

    def __init__(self, window):
        self.window = window
        self.steps, self.epochs, self.per_dimension = [], [], []
        self.pairs = []  # what should be said and what is
        self.said = []
        # After the narrator, who was there first
        window.desk.training.figures_added.connect(self.on_figures)
        window.desk.training.snapshot_taken.connect(self.on_snapshot)
        window.desk.narrator.said.connect(self.said.append)

    def on_figures(self, event):
        is_epoch = isinstance(event, EpochEnd)
        figures = event.validation if is_epoch else event.train
        (self.epochs if is_epoch else self.steps).append(
            Facts(event.epoch, figures.rate, figures.distortion, figures.bound)
        )
        # Steps speak until there are two epochs to compare.
        if is_epoch or len(self.epochs) < 2:
            plan = self.window.desk.training.plan
            history = self.epochs if len(self.epochs) > 1 else self.steps
            self.pairs.append(
                (narrate(plan.model, plan.config, history, self.per_dimension), self.window.desk.metrics.narration)
            )

    def on_snapshot(self, snapshot):
        if (snapshot.std > 0).all():
            self.per_dimension = rate_per_dimension(snapshot.codes, snapshot.std).tolist()


def line(window):
    return window.desk.metrics._narration


def is_shown(window):
    """Whether the words stand above the curves, in the place of what else is said there."""
    shown = line(window).isVisible()
    assert shown != window.desk.metrics._words.isVisible()
    assert shown == bool(window.desk.metrics.narration)
    return shown


def is_cut_off(window):
    label = line(window)
    # Where the panel is too narrow it scrolls sideways.
    seen_height = label.visibleRegion().boundingRect().height()
    return label.heightForWidth(label.width()) > label.height() or seen_height != label.height()


def numbers_in(pattern, text):
    return tuple(float(value.replace(",", "").replace("−", "-")) for value in re.search(pattern, text).groups())


TRAININGS = {
    "vae": {"epochs": 6, "beta": 2.0, "warmup_epochs": 4},
    "iwae": {"epochs": 4},
    "autoencoder": {"epochs": 4},
    "em": {"epochs": 4, "amortise_epochs": 3},
}
WORDS = {
    "vae": "is minimised; the ELBO is",
    "iwae": "The importance-weighted bound of 4 samples is",
    "autoencoder": "an autoencoder has no rate",
    "em": "the E-step is exact, so the bound is log p(x) itself",
}


@pytest.mark.parametrize("name", TRAININGS)
def test_a_training_is_told_by_its_figures(qtbot, window, name):
    listener = Listener(window)
    assert not is_shown(window)
    train_family(qtbot, window, name, **TRAININGS[name])
    assert is_shown(window)
    assert window.desk.metrics.narration == f"Nats of {window.desk.training.plan.model.likelihood_in_words}."
    finish(qtbot, window)
    assert len(listener.epochs) >= 4
    assert len(listener.pairs) >= len(listener.epochs)
    assert [shown for _, shown in listener.pairs] == [expected for expected, _ in listener.pairs]
    assert any(WORDS[name] in shown for _, shown in listener.pairs)
    assert max(map(len, listener.said)) <= LONGEST
    # It is over: the words that belong to a saved run are back.
    assert listener.said[-1] == ""
    assert not is_shown(window)


def test_what_is_told_is_what_the_curves_show(qtbot, window):
    train(qtbot, window, beta=0.5)
    train_for(qtbot, window, 12)
    rest(qtbot, window)
    text = window.desk.metrics.narration
    assert text.startswith(LEAD)
    bound, rate, distortion = (drawn(plot)[1][1] for plot in plots(window.desk.metrics)[:3])
    minimised, elbo = numbers_in(r"β = 0\.5[^=]*: .*? [=≈] (\S+) is minimised; the ELBO is (\S+?)\.(?:\s|$)", text)
    assert minimised == pytest.approx(distortion[-1] + 0.5 * rate[-1], abs=0.051)
    assert elbo == pytest.approx(bound[-1], abs=0.051)
    # The means of the last five epochs, and of the five before them
    (rate_before, rate_now), (pixels_before, pixels_now) = (
        (values[-10:-5].mean(), values[-5:].mean()) for values in (rate, distortion)
    )
    if " while " not in text:
        told = numbers_in(r"rate and distortion stayed at (\S+) and (\S+) nats", text)
        assert told == pytest.approx((rate_now, pixels_now), abs=0.051)
    elif found := re.search(r"the rate (rose|fell) from", text):
        told = numbers_in(r"the rate \w+ from (\S+) to (\S+) nats", text)
        assert told == pytest.approx((rate_before, rate_now), abs=0.051)
        assert found[1] == ("rose" if rate_now > rate_before else "fell")
    else:
        assert numbers_in(r"the rate stayed at (\S+) nats", text) == pytest.approx((rate_now,), abs=0.051)
    if found := re.search(r"the distortion (rose|fell) by", text):
        (moved,) = numbers_in(r"the distortion \w+ by (\d[\d,]*\.\d+)", text)
        assert moved == pytest.approx(abs(pixels_now - pixels_before), abs=0.051)
        assert found[1] == ("rose" if pixels_now > pixels_before else "fell")
    stop(qtbot, window)


def test_dimensions_that_collapse_are_named(qtbot, window):
    listener = Listener(window)
    train(qtbot, window, beta=50.0)
    qtbot.waitUntil(lambda: "collapsed" in window.desk.metrics.narration, timeout=WAIT)
    rest(qtbot, window)
    expected, shown = next(pair for pair in reversed(listener.pairs) if "collapsed" in pair[1])
    assert shown == expected
    assert re.search(r"z[₁₂] has collapsed: its KL is|z₁ and z₂ have collapsed: their KLs are", shown)
    assert min(listener.per_dimension) < 0.01
    stop(qtbot, window)


def test_the_words_are_wrapped_and_not_cut_off(qtbot, window):
    # Two sentences and more, which are the longest there are
    train(qtbot, window, beta=3.0, warmup_epochs=1000)
    qtbot.waitUntil(lambda: len(window.desk.metrics.narration) > 150, timeout=WAIT)
    rest(qtbot, window)
    text = window.desk.metrics.narration
    assert len(text) > 100
    heights = []
    for size in ((2400, 950), (1440, 900), (1100, 700), (1060, 560)):
        window.resize(*size)
        QApplication.processEvents()
        settle(window)
        qtbot.waitUntil(lambda: not is_cut_off(window), timeout=WAIT)
        assert is_shown(window)
        assert window.desk.metrics.narration == line(window).text() == text
        heights.append(line(window).heightForWidth(line(window).width()))
        # There is room for the curves as well.
        assert all(plot.getViewWidget().height() > 60 for plot in plots(window.desk.metrics)[:3])
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]
    stop(qtbot, window)


def test_a_pause_keeps_the_words_and_a_training_that_is_discarded_takes_them_away(qtbot, window):
    words = window.desk.metrics.words
    train(qtbot, window)
    train_for(qtbot, window, 3)
    rest(qtbot, window)
    assert is_shown(window)
    assert "Lately" in window.desk.metrics.narration
    action(window, "Cancel and discard the run…").trigger()
    press_in_box(qtbot, window, "Discard")
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)
    assert not is_shown(window)
    assert window.desk.metrics.words == words
    # Another training begins its own story.
    listener = Listener(window)
    train(qtbot, window, epochs=2)
    assert window.desk.metrics.narration == LEAD
    finish(qtbot, window)
    assert [shown for _, shown in listener.pairs] == [expected for expected, _ in listener.pairs]
    assert not is_shown(window)
    assert np.isfinite([facts.bound for facts in listener.epochs]).all()
