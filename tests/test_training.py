import math

import numpy as np
import pytest
import torch

from vaegui import data, explore, training
from vaegui.events import Began, EpochEnd, Snapshot, Step
from vaegui.families import TrainConfig, family_in_words, slug
from vaegui.models import ModelConfig, with_weights
from vaegui.objectives import join, measure, sampled
from vaegui.settings import UserError
from vaegui.training import train

SMALL = ModelConfig(hidden=(16,))
# Deep, wide steps and no bound on the output: the loss overflows after some epochs, whatever the seed.
DIVERGING = ModelConfig(hidden=(32,) * 8, activation="relu", likelihood="gaussian-learned")


@pytest.fixture
def images(digits):
    """300 training images: 270 to learn from and 30 to validate with, three batches an epoch."""
    return data.Images(digits.train.pixels[:300], digits.train.labels[:300])


def events_of(images, model=SMALL, *, then=lambda event: None, options=None, **changes):
    events = []
    config = TrainConfig(**{"epochs": 2, "batch_size": 100, "device": "cpu"} | changes)
    for event in train(images, model, config, **{"metrics_every": 0, **(options or {})}):
        events.append(event)
        then(event)
    return events


def only(kind, events):
    return [event for event in events if isinstance(event, kind)]


def same(a, b):
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


def last_weights(*args, **kwargs):
    return only(EpochEnd, events_of(*args, **kwargs))[-1].weights


def test_a_model_learns_more_than_how_bright_each_pixel_is(digits):
    ends = only(EpochEnd, events_of(digits.train, epochs=20, learning_rate=1e-2))
    train_rows, validation_rows = data.split_validation(len(digits.train), 0.1, seed=0)
    brightness = (digits.train.pixels[train_rows].float().mean(0) / 255).clamp(1e-3, 1 - 1e-3)
    held_out = digits.train.pixels[validation_rows]
    seen = data.observe(held_out, "dynamic", data.fixed_thresholds(held_out.shape))
    baseline = torch.distributions.Bernoulli(brightness).log_prob(seen).sum((1, 2, 3)).mean()
    assert ends[-1].validation.elbo > baseline + 1
    assert ends[-1].train.elbo > ends[0].train.elbo + 5
    assert ends[-1].validation.rate > 1


def test_the_events_of_a_training_count_up(images):
    events = events_of(images)
    assert events[0] == Began(
        "cpu", train_images=270, validation_images=30, steps=6, epochs=2, baseline=events[0].baseline
    )
    assert [type(event) for event in events[1:]] == [Step, Step, Step, EpochEnd] * 2
    steps = only(Step, events)
    assert [step.epoch for step in steps] == pytest.approx([1 / 3, 2 / 3, 1, 4 / 3, 5 / 3, 2])
    assert [step.share_done for step in steps] == pytest.approx([n / 6 for n in range(1, 7)])
    assert all(step.images_per_second > 0 for step in steps)
    assert steps[-1].seconds_left == 0
    assert [end.epoch for end in only(EpochEnd, events)] == [1, 2]


def test_an_epochs_figures_are_the_mean_over_its_images(images):
    events = events_of(images, epochs=1)
    (end,) = only(EpochEnd, events)
    sizes = (100, 100, 70)
    for name in ("rate", "distortion", "bound"):
        parts = [getattr(step.train, name) for step in only(Step, events)]
        expected = sum(size * part for size, part in zip(sizes, parts, strict=True)) / 270
        assert getattr(end.train, name) == pytest.approx(expected, rel=1e-5)
    (step,) = only(Step, events_of(images, epochs=1, options={"metrics_every": 1e9}))
    assert step.train.elbo == pytest.approx(end.train.elbo, rel=1e-6)  # the mean of all steps since the last event


@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian"])
def test_validation_figures_are_those_of_the_weights_that_come_with_them(images, likelihood):
    model = ModelConfig(hidden=(16,), likelihood=likelihood)
    ends = only(EpochEnd, events_of(images, model, epochs=8, learning_rate=0.1))
    _, rows = data.split_validation(300, 0.1, seed=0)
    pixels = images.pixels[rows]
    for end in ends:
        found = with_weights(model, images.shape, end.weights)
        thresholds = data.fixed_thresholds(pixels.shape)
        terms = join(measure(sampled(found), pixels, thresholds, model.observed_as))
        assert end.validation.rate == pytest.approx(terms.rate.mean().item())
        assert end.validation.distortion == pytest.approx(terms.distortion.mean().item())
    elbos = [end.validation.elbo for end in ends]
    assert [end.is_best for end in ends] == [elbo > max([-math.inf, *elbos[:n]]) for n, elbo in enumerate(elbos)]


def test_a_seed_is_a_training_whatever_others_draw_and_however_it_is_watched(images):
    torch.manual_seed(99)
    before = torch.random.get_rng_state()
    first = last_weights(images)
    assert torch.equal(torch.random.get_rng_state(), before)

    torch.manual_seed(1234)
    again = last_weights(
        images,
        then=lambda event: torch.rand(7),
        options={"metrics_every": 1e9, "snapshot_every": 0, "watch": data.as_float(images.pixels[:5])},
    )
    assert same(first, again)
    assert not same(first, last_weights(images, seed=1))


def test_validation_images_are_never_learned_from(images):
    learned, held_out = data.split_validation(300, 0.1, seed=0)
    pixels = images.pixels.clone()
    pixels[held_out] = 255 - pixels[held_out]
    plain, changed = (
        only(EpochEnd, events_of(split))[-1] for split in (images, data.Images(pixels, 9 - images.labels))
    )
    assert same(plain.weights, changed.weights)
    assert plain.train == changed.train
    assert plain.validation != changed.validation
    pixels[learned[0]] = 255 - pixels[learned[0]]  # one image of the others is enough
    assert not same(plain.weights, last_weights(data.Images(pixels, images.labels)))


def test_steps_and_snapshots_are_throttled_at_the_source(images):
    rare = events_of(
        images, options={"metrics_every": 1e9, "snapshot_every": 1e9, "watch": data.as_float(images.pixels[:5])}
    )
    assert [step.share_done for step in only(Step, rare)] == [1]  # the last is never left out
    assert len(only(Snapshot, rare)) == 1
    assert only(Snapshot, events_of(images, options={"snapshot_every": 0})) == []  # nobody watches


def test_snapshots_are_clones_with_the_codes_their_weights_give(images):
    watch = data.observe(images.pixels[:5], "threshold")
    kept, copies = [], []

    def keep_and_spoil(event):
        if isinstance(event, Snapshot | EpochEnd):
            kept.append(event)
            copies.append({name: value.clone() for name, value in event.weights.items()})
            for value in event.weights.values():
                value.fill_(math.nan)

    options = {"snapshot_every": 0, "watch": watch}
    events_of(images, then=keep_and_spoil, options=options, learning_rate=0.1)
    assert {type(event) for event in kept} == {Snapshot, EpochEnd}
    assert same(copies[-1], last_weights(images, learning_rate=0.1))
    snapshots = [(event, copy) for event, copy in zip(kept, copies, strict=True) if isinstance(event, Snapshot)]
    for snapshot, copy in snapshots:
        torch.testing.assert_close(snapshot.codes, with_weights(SMALL, images.shape, copy).encode(watch).mean)
    if len(snapshots) > 1:
        assert not same(snapshots[0][1], snapshots[1][1])
    assert not same(copies[0], copies[-1])


def test_beta_buys_rate_with_distortion_and_the_figures_stay_those_of_the_elbo(images):
    cheap, dear = (
        only(EpochEnd, events_of(images, epochs=30, learning_rate=1e-2, beta=beta))[-1].train for beta in (0, 20)
    )
    assert dear.rate < 0.1 < 1 < cheap.rate
    assert cheap.distortion < dear.distortion
    assert dear.elbo == -(dear.rate + dear.distortion)


class TickingClock:
    """A second passes with every look at it, and as much as one likes in between."""

    def __init__(self):
        self.seconds = 0.0

    def perf_counter(self):
        self.seconds += 1
        return self.seconds


def test_time_spent_in_a_pause_does_not_count(images, monkeypatch):
    def times(pause):
        clock = TickingClock()
        monkeypatch.setattr(training, "time", clock)

        def wait(event):
            clock.seconds += pause

        events = events_of(images, then=wait)
        steps = [(step.images_per_second, step.seconds_left) for step in only(Step, events)]
        return steps, [end.seconds for end in only(EpochEnd, events)]

    steps, ends = times(pause=0)
    assert times(pause=1000) == (steps, ends)
    assert 0 < ends[0] < ends[1] < 100


@pytest.mark.parametrize("for_good", [True, False], ids=["asked again", "asked once"])
def test_stopping_closes_the_epoch_where_it_stands(images, for_good):
    asked = []

    def should_stop():
        asked.append(None)
        return len(asked) > 5 if for_good else len(asked) == 6  # before the third batch of the second epoch

    events = events_of(images, epochs=4, options={"should_stop": should_stop})
    first, last = only(EpochEnd, events)
    assert (first.epoch, last.epoch) == (1, pytest.approx(5 / 3))
    assert len(only(Step, events)) == 5
    assert events[-1] is last
    assert math.isfinite(last.validation.elbo)
    parts = [step.train.elbo for step in only(Step, events)[3:]]
    assert last.train.elbo == pytest.approx(sum(parts) / 2, rel=1e-5)


def test_stopping_between_epochs_adds_no_empty_one(images):
    ends = []
    events = events_of(
        images,
        epochs=4,
        then=lambda event: ends.append(event) if isinstance(event, EpochEnd) else None,
        options={"should_stop": lambda: len(ends) == 2},
    )
    assert [end.epoch for end in only(EpochEnd, events)] == [1, 2]
    assert [type(event) for event in events_of(images, options={"should_stop": lambda: True})] == [Began]


@pytest.mark.parametrize("every", [0, 1e9], ids=["every step looked at", "no step looked at"])
def test_divergence_ends_training_before_a_broken_epoch_is_handed_out(images, every):
    events = []
    with pytest.raises(UserError, match=r"diverged.*smaller learning rate"):
        events_of(
            images,
            DIVERGING,
            then=events.append,
            epochs=200,
            batch_size=512,
            learning_rate=10,
            options={"metrics_every": every},
        )
    ends = only(EpochEnd, events)
    assert len(ends) >= 1
    assert all(math.isfinite(end.validation.bound) for end in ends)
    assert all(value.isfinite().all() for end in ends for value in end.weights.values())


def test_one_cycle_rises_to_the_peak_and_falls_to_nothing(images):
    constant = [end.learning_rate for end in only(EpochEnd, events_of(images, epochs=3, learning_rate=0.02))]
    assert constant == [0.02] * 3
    ends = only(EpochEnd, events_of(images, epochs=40, learning_rate=0.02, schedule="one-cycle"))
    rates = [end.learning_rate for end in ends]
    assert max(rates) == pytest.approx(0.02, rel=0.01)
    peak = rates.index(max(rates))
    assert 0 < peak < 20
    assert rates[: peak + 1] == sorted(rates[: peak + 1])
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] < 1e-3 * 0.02
    assert only(EpochEnd, events_of(images, epochs=1, batch_size=512, schedule="one-cycle"))  # a cycle of one step


def test_what_cannot_be_trained_is_refused_with_a_sentence(images):
    with pytest.raises(UserError, match="at least two images"):
        events_of(data.Images(images.pixels[:1], images.labels[:1]))
    absent = "mps" if not torch.backends.mps.is_available() else "cuda"
    with pytest.raises(UserError, match=f"no {absent} device"):
        events_of(images, device=absent)
    two = data.Images(images.pixels[:2], images.labels[:2])
    began = events_of(two)[0]
    assert (began.train_images, began.validation_images, began.steps) == (1, 1, 2)
    began = events_of(images, validation_share=0.5)[0]
    assert (began.train_images, began.validation_images, began.steps) == (150, 150, 4)


# ---- the other families


def test_a_linear_autoencoder_finds_the_plane_of_the_principal_components(digits):
    """Baldi & Hornik 1989: at the minimum the decoder spans the leading eigenvectors of the covariance."""
    size, variance = 3, 0.5
    model = ModelConfig(
        family="autoencoder", hidden=(), likelihood="gaussian", output="linear", latent_size=size, variance=variance
    )
    changes = {"epochs": 400, "batch_size": 2000, "learning_rate": 0.2, "schedule": "one-cycle"}
    end = only(EpochEnd, events_of(digits.train, model, options={"metrics_every": 1e9}, **changes))[-1]
    rows, _ = data.split_validation(len(digits.train), 0.1, seed=0)
    x = digits.train.pixels[rows].flatten(1).double().numpy() / 255
    _, lengths, directions = np.linalg.svd(x - x.mean(0), full_matrices=False)
    plane, _ = np.linalg.qr(end.weights["decoder.0.weight"].double().numpy())
    cosines = np.linalg.svd(plane.T @ directions[:size].T)[1].clip(0, 1)
    assert np.degrees(np.arccos(cosines)).max() < 1
    found = with_weights(model, digits.train.shape, end.weights)
    seen = torch.tensor(x).float().reshape(-1, 1, 8, 8)
    error = (found.decode(found.encode(seen).mean).mean - seen).square().sum((1, 2, 3)).mean().item()
    best = (lengths[size:] ** 2).sum() / len(x)
    assert best * (1 - 1e-6) <= error < best * 1.001
    distortion = error / (2 * variance) + 32 * math.log(2 * math.pi * variance)
    assert end.train.distortion == pytest.approx(distortion, rel=1e-3)
    assert lengths[2] > 1.1 * lengths[3]  # the plane is well defined


def test_an_autoencoder_has_neither_a_rate_nor_a_bound_but_its_distortion(images):
    events = events_of(images, ModelConfig(family="autoencoder", hidden=(16,)), learning_rate=1e-2, epochs=5)
    ends = only(EpochEnd, events)
    assert ends[-1].train.distortion < ends[0].train.distortion - 1
    for event in [*ends, *only(Step, events)]:
        assert math.isnan(event.train.rate)
        assert event.train.bound == -event.train.distortion
    assert math.isnan(ends[-1].validation.rate)
    assert ends[-1].is_best


def test_pixels_are_fitted_at_once(images):
    model = ModelConfig(family="pixels", binarisation="threshold")
    began, step, end = events_of(images, model, prior_strength=0)
    assert (began.epochs, began.steps, began.device) == (1, 1, "cpu")
    assert (step.share_done, step.seconds_left, step.epoch) == (1, 0, 1)
    assert step.train == end.train
    assert end.is_best
    rows, held_out = data.split_validation(300, 0.1, seed=0)
    on = (images.pixels[rows] > 127).double().mean(0).clamp(1 / (1 + math.exp(15)), 1 - 1 / (1 + math.exp(15)))
    for figures, part in ((end.train, rows), (end.validation, held_out)):
        x = (images.pixels[part] > 127).double()
        expected = (x * on.log() + (1 - x) * (1 - on).log()).sum((1, 2, 3)).mean().item()
        assert figures.bound == pytest.approx(expected, rel=1e-5)
        assert (figures.rate, -figures.distortion) == (0, pytest.approx(figures.bound))


@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian", "gaussian-learned", "continuous-bernoulli"])
def test_the_baseline_is_what_independent_pixels_say_of_the_validation_images(images, likelihood):
    model = ModelConfig(hidden=(4,), likelihood=likelihood, binarisation="threshold")
    baseline = events_of(images, model, epochs=1)[0].baseline
    independent = ModelConfig(family="pixels", likelihood=likelihood, binarisation="threshold")
    end = only(EpochEnd, events_of(images, independent, prior_strength=1))[-1]
    assert baseline == pytest.approx(end.validation.bound, rel=1e-6)


def test_cross_entropy_is_no_likelihood_to_have_a_baseline(images):
    assert events_of(images, ModelConfig(hidden=(4,), binarisation="none"), epochs=1)[0].baseline is None


def test_phases_follow_one_another_and_a_stop_ends_them_all(images):
    model = ModelConfig(family="em", hidden=(8,))
    changes = {"epochs": 2, "amortise_epochs": 3, "grid_side": 8}
    events = events_of(images, model, **changes)
    assert (events[0].epochs, events[0].steps) == (5, 15)
    ends = only(EpochEnd, events)
    assert [(end.phase, end.epoch) for end in ends] == [
        *(("EM", epoch) for epoch in (1, 2)),
        *(("amortise", epoch) for epoch in (3, 4, 5)),
    ]
    steps = only(Step, events)
    assert [step.share_done for step in steps] == pytest.approx([n / 15 for n in range(1, 16)])
    asked = []
    options = {"should_stop": lambda: asked.append(None) or len(asked) > 4}
    stopped = events_of(images, model, options=options, **changes)
    assert [(end.phase, end.epoch) for end in only(EpochEnd, stopped)] == [("EM", 1), ("EM", pytest.approx(4 / 3))]


def test_the_watched_codes_of_a_vae_are_what_its_encoder_says(images):
    model = ModelConfig(hidden=(8,))
    watch = data.observe(images.pixels[:5], "threshold")
    snapshot = only(Snapshot, events_of(images, model, options={"snapshot_every": 0, "watch": watch}, epochs=1))[0]
    with torch.no_grad():
        q = with_weights(model, images.shape, snapshot.weights).encode(watch)
    torch.testing.assert_close(snapshot.codes, q.mean)
    torch.testing.assert_close(snapshot.std, q.stddev)


def test_the_watched_codes_of_em_are_its_exact_posteriors(images):
    model = ModelConfig(family="em", hidden=(8,))
    watch = data.observe(images.pixels[:5], "threshold")
    changes = {"epochs": 1, "amortise_epochs": 1, "grid_side": 8, "learning_rate": 0.05}
    snapshot = only(Snapshot, events_of(images, model, options={"snapshot_every": 0, "watch": watch}, **changes))[0]
    found = with_weights(model, images.shape, snapshot.weights)
    axis = torch.linspace(-5, 5, 101)
    z = torch.cartesian_prod(axis, axis)
    log_joint = torch.stack([found.decode(z).log_prob(x) for x in watch]) - z.square().sum(1) / 2
    r = log_joint.softmax(1)
    torch.testing.assert_close(snapshot.codes, r @ z, rtol=0, atol=0.1)
    away = z - (r @ z).unsqueeze(1)
    torch.testing.assert_close(snapshot.std, (r.unsqueeze(2) * away.square()).sum(1).sqrt(), rtol=0, atol=0.1)
    assert snapshot.phase == "EM"


# ---- noise in training


def test_learning_from_noise_makes_a_better_denoiser(digits):
    pixels, thresholds = digits.test.pixels, data.fixed_thresholds(digits.test.pixels.shape)
    model = ModelConfig(family="autoencoder", hidden=(48,), latent_size=12, likelihood="gaussian")
    found = {}
    for corruption in ("none", "masking"):
        changes = {"epochs": 25, "learning_rate": 1e-2, "corruption": corruption, "corruption_level": 0.5}
        end = only(EpochEnd, events_of(digits.train, model, options={"metrics_every": 1e9}, **changes))[-1]
        denoised = explore.denoise(
            with_weights(model, digits.train.shape, end.weights), pixels, thresholds, "masking", 0.5
        )
        found[corruption] = denoised.denoised_psnr.mean()
        noisy = denoised.noisy_psnr.mean()
    assert found["masking"] > found["none"] + 1.5
    assert found["masking"] > noisy + 1.5


def test_the_encoder_sees_the_noise_and_the_decoder_is_asked_for_the_clean_image(images):
    """With every pixel masked nothing is left to encode: all the decoder can learn is the mean of the clean images."""
    model = ModelConfig(family="autoencoder", hidden=(16,), likelihood="gaussian", output="linear")
    changes = {"corruption": "masking", "corruption_level": 1.0, "epochs": 60, "learning_rate": 0.03}
    end = only(EpochEnd, events_of(images, model, schedule="one-cycle", **changes))[-1]
    found = with_weights(model, images.shape, end.weights)
    rows, _ = data.split_validation(300, 0.1, seed=0)
    x = data.as_float(images.pixels[rows])
    picture = found.decode(found.encode(torch.zeros(1, 1, 8, 8)).mean).mean[0]
    torch.testing.assert_close(picture, x.mean(0), rtol=0, atol=0.02)
    of_the_mean = (x - x.mean(0)).square().sum((1, 2, 3)).mean().item() + 32 * math.log(math.pi)
    assert end.train.distortion == pytest.approx(of_the_mean, abs=0.05)


@pytest.mark.parametrize("binarisation", ["dynamic", "none"])
def test_validation_meets_noise_as_training_does(images, binarisation):
    model = ModelConfig(hidden=(16,), binarisation=binarisation)
    changes = {"corruption": "salt-and-pepper", "corruption_level": 0.4, "epochs": 2, "learning_rate": 0.05, "seed": 3}
    end = only(EpochEnd, events_of(images, model, **changes))[-1]
    _, rows = data.split_validation(300, 0.1, seed=3)
    pixels, generator = images.pixels[rows], torch.Generator().manual_seed(3)
    thresholds = data.fixed_thresholds(pixels.shape)
    noisy = data.corrupt(pixels, "salt-and-pepper", 0.4, generator)
    x, seen = (data.observe(each, binarisation, thresholds) for each in (pixels, noisy))
    found = with_weights(model, images.shape, end.weights)
    q = found.encode(seen)
    z = q.mean + q.stddev * torch.randn(1, 30, 2, generator=generator)
    assert end.validation.distortion == pytest.approx(-found.decode(z).log_prob(x).mean().item(), rel=1e-5)
    assert end.validation.rate == pytest.approx(
        torch.distributions.kl_divergence(q, found.prior).mean().item(), rel=1e-5
    )
    assert same(end.weights, last_weights(images, model, **changes))  # and a seed fixes the noise
    assert not same(end.weights, last_weights(images, model, **changes | {"corruption_level": 0.3}))


# ---- the best epoch


def test_the_best_epoch_of_a_beta_vae_is_that_of_the_least_loss(images):
    """By the ELBO it would be another one: where the rate costs nothing, it grows."""
    ends = only(EpochEnd, events_of(images, epochs=30, learning_rate=3e-2, beta=0.0))
    losses = [end.validation.distortion for end in ends]
    lowest = [min([math.inf, *losses[:n]]) for n in range(len(losses))]
    assert [end.is_best for end in ends] == [loss < before for loss, before in zip(losses, lowest, strict=True)]
    bounds = [end.validation.bound for end in ends]
    highest = [max([-math.inf, *bounds[:n]]) for n in range(len(bounds))]
    assert [end.is_best for end in ends] != [bound > before for bound, before in zip(bounds, highest, strict=True)]


# ---- names


@pytest.mark.parametrize(
    ("model", "config", "words", "short"),
    [
        ({}, {}, "VAE", "vae"),
        ({}, {"beta": 4.0}, "β-VAE, β = 4", "beta-vae"),
        ({}, {"corruption": "masking", "corruption_level": 0.5}, "Denoising VAE, masking 0.5", "denoising-vae"),
        ({}, {"objective": "iwae", "importance_samples": 5}, "IWAE, K = 5", "iwae"),
        ({}, {"weight_precision": 10.0}, "VAE, MAP, λ = 10", "vae"),
        ({"family": "em"}, {}, "EM", "em"),
        ({"family": "em"}, {"weight_precision": 2.5}, "EM, MAP, λ = 2.5", "em"),
        ({"family": "pixels"}, {}, "Independent pixels, MAP, s = 1", "pixels"),
        ({"family": "pixels"}, {"prior_strength": 0}, "Independent pixels, ML", "pixels"),
        ({"family": "autoencoder"}, {}, "Autoencoder", "ae"),
        ({"family": "autoencoder", "hidden": ()}, {}, "Autoencoder", "ae"),  # its output is not linear
        (
            {"family": "autoencoder", "hidden": (), "likelihood": "gaussian", "output": "linear"},
            {},
            "Linear autoencoder",
            "ae",
        ),
        ({"family": "autoencoder"}, {"pretraining": "greedy"}, "Stacked autoencoder, greedy", "stacked"),
        ({"family": "autoencoder", "architecture": "conv"}, {"pretraining": "greedy"}, "Autoencoder", "ae"),
        ({"family": "autoencoder", "hidden": (9, 8, 7)}, {}, "Stacked autoencoder", "ae"),
        (
            {"family": "autoencoder"},
            {"corruption": "salt-and-pepper"},
            "Denoising autoencoder, salt and pepper 0.3",
            "dae",
        ),
    ],
)
def test_a_family_has_the_lectures_name(model, config, words, short):
    assert family_in_words(ModelConfig(**model), TrainConfig(**config)) == words
    assert slug(ModelConfig(**model), TrainConfig(**config)) == short


@pytest.mark.parametrize(
    ("cores", "asked", "expected"),
    [(1, None, 1), (2, None, 1), (8, None, 7), (None, None, 1), (8, "4", 4), (8, "64", 7), (8, "0", 1), (8, "many", 7)],
)
def test_training_leaves_a_core_free(monkeypatch, cores, asked, expected):
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if asked is not None:
        monkeypatch.setenv("OMP_NUM_THREADS", asked)
    assert training.choose_threads() == expected


def test_training_does_not_spread_over_cores_it_may_not_use(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr("os.sched_getaffinity", lambda process: {3, 5, 6}, raising=False)
    assert training.choose_threads() == 2
