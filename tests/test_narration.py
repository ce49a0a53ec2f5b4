import itertools
import math
import random
import re

import pytest
import torch
from torch.distributions import Normal, kl_divergence

from vaegui import words
from vaegui.families import TrainConfig
from vaegui.models import Model, ModelConfig
from vaegui.narration import COLLAPSED, Facts, beta_at, narrate, rate_per_dimension
from vaegui.objectives import rate
from vaegui.phases import vae_phase

VAE, TRAINING = ModelConfig(), TrainConfig()
AUTOENCODER = ModelConfig(family="autoencoder", likelihood="gaussian")
EM, EM_TRAINING = ModelConfig(family="em"), TrainConfig(epochs=20, amortise_epochs=8)
NOTHING = (math.nan, math.nan)
NUMBER = re.compile(r"(?<![\w²])−?\d[\d,]*(?:\.\d+)?")
LEAD = "Nats of Bernoulli, dynamic binarisation."


def told(rate=(1.0, 1.0), distortion=(100.0, 100.0), count=20, start=0, above=0.0):
    """A history in which both terms go evenly from one value to another; the bound is so far above the ELBO."""
    history = []
    for i in range(count):
        nats, pixels = (a + (b - a) * i / (count - 1) for a, b in (rate, distortion))
        bound = above - pixels - (0.0 if math.isnan(nats) else nats)
        history.append(Facts(start + i + 1.0, nats, pixels, bound))
    return history


def numbers(text):
    """The numbers of a text, and how many decimals each is given with."""
    found = [match.replace(",", "").replace("−", "-") for match in NUMBER.findall(text)]
    return [(float(number), len(number.partition(".")[2])) for number in found]


def mean(values):
    return sum(values) / len(values)


def sources(model, training, history, per_dimension=()):
    """Everything that a number of the text may come from, by formulas of this file's own."""
    few = min(5, len(history) // 2)
    known = [training.beta, training.importance_samples, COLLAPSED, model.variance, len(per_dimension)]
    known += [*per_dimension, sum(nats < COLLAPSED for nats in per_dimension)]
    for term in ("rate", "distortion", "bound"):
        values = [getattr(facts, term) for facts in history]
        before, now = mean(values[-2 * few : -few]), mean(values[-few:])
        known += [values[-1], before, now, abs(now - before), abs(now - values[0])]
    last = history[-1]
    known.append(abs(last.bound + last.rate + last.distortion))
    weight = training.beta
    if training.warmup_epochs:
        weight *= min(1, last.epoch / training.warmup_epochs)
    return [*known, weight, last.distortion + weight * last.rate]


# ---- the rate, dimension by dimension


def test_the_rate_of_each_dimension_is_the_divergence_of_its_gaussians():
    generator = torch.Generator().manual_seed(0)
    mean_of = 2 * torch.randn(50, 3, generator=generator, dtype=torch.double)
    std = torch.rand(50, 3, generator=generator, dtype=torch.double) + 0.05
    expected = kl_divergence(Normal(mean_of, std), Normal(torch.zeros(50, 3), torch.ones(50, 3))).mean(0)
    found = rate_per_dimension(mean_of, std)
    assert found.shape == (3,)
    torch.testing.assert_close(found, expected)


def test_the_rates_of_all_dimensions_add_up_to_the_models():
    torch.manual_seed(0)
    model = Model(ModelConfig(hidden=(8,), latent_size=4), (1, 4, 4)).requires_grad_(False)
    q = model.encode(torch.rand(20, 1, 4, 4, generator=torch.Generator().manual_seed(1)))
    total = rate_per_dimension(q.mean, q.stddev).sum()
    assert total.item() == pytest.approx(rate(q, model.prior).mean().item(), rel=1e-4)


def test_the_prior_costs_nothing_and_a_point_infinitely_much():
    found = rate_per_dimension(torch.zeros(5, 2), torch.tensor([1.0, 0.0]).expand(5, 2))
    assert found.tolist() == [0.0, math.inf]


# ---- β


def charged(model_config, training, epoch):
    """What the loss itself charges for a nat of rate."""
    torch.manual_seed(0)
    model = Model(model_config, (1, 4, 4)).requires_grad_(False)
    for value in model.parameters():
        value *= 3
    phase = vae_phase(model, training.epochs, training.beta, training.warmup_epochs, 0)
    x = torch.rand(30, 1, 4, 4, generator=torch.Generator().manual_seed(1)).round()
    ((loss, terms),) = phase.losses(x, x, torch.Generator().manual_seed(2), epoch)
    assert terms.rate.mean() > 0.1
    return ((loss - terms.distortion.mean()) / terms.rate.mean()).item()


@pytest.mark.parametrize(("beta", "warmup"), [(1.0, 0), (4.0, 0), (4.0, 8), (1.0, 5), (0.0, 0), (0.0, 3)])
@pytest.mark.parametrize("epoch", [0.0, 0.7, 4.0, 8.0, 11.5])
def test_beta_is_what_the_loss_charges_for_the_rate(beta, warmup, epoch):
    model, training = ModelConfig(hidden=(8,)), TrainConfig(beta=beta, warmup_epochs=warmup)
    assert beta_at(model, training, epoch) == pytest.approx(charged(model, training, epoch), abs=1e-4)


@pytest.mark.parametrize(
    ("model", "objective"),
    [(VAE, "iwae"), (AUTOENCODER, "elbo"), (EM, "elbo"), (ModelConfig(family="pixels"), "elbo")],
)
def test_beta_is_one_where_it_plays_no_part(model, objective):
    training = TrainConfig(objective=objective, beta=4.0, warmup_epochs=8)
    assert beta_at(model, training, 2.0) == 1.0


@pytest.mark.parametrize(("family", "samples"), [("vae", 5), ("autoencoder", 0)])
def test_beta_plays_no_part_in_the_losses_of_these(family, samples):
    torch.manual_seed(0)
    model = Model(ModelConfig(family=family, hidden=(8,)), (1, 4, 4)).requires_grad_(False)
    x = torch.rand(30, 1, 4, 4, generator=torch.Generator().manual_seed(1)).round()
    losses = []
    for beta in (1.0, 4.0):
        phase = vae_phase(model, 9, beta, 8, samples)
        ((loss, _),) = phase.losses(x, x, torch.Generator().manual_seed(2), 2.0)
        losses.append(loss.item())
    assert losses[0] == losses[1]


# ---- before there is anything to compare


@pytest.mark.parametrize("count", [0, 1])
def test_without_two_entries_it_says_only_what_the_nats_belong_to(count):
    for likelihood, binarisation in itertools.product(
        ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"], ["none", "threshold", "dynamic"]
    ):
        model = ModelConfig(likelihood=likelihood, binarisation=binarisation)
        history = told(rate=(1.0, 5.0))[:count]
        text = narrate(model, TrainConfig(beta=4.0), history, (0.001, 2.0))
        assert text == f"Nats of {model.likelihood_in_words}."
        assert narrate(model, TRAINING, told(rate=(1.0, 5.0))).startswith(f"{text} Lately ")


# ---- what rate and distortion did


WAYS = {"rose": (1.0, 5.0), "stayed": (3.0, 3.0), "fell": (5.0, 1.0)}


def test_every_combination_of_directions_has_its_own_words():
    said = {}
    for (up, nats), (down, pixels) in itertools.product(WAYS.items(), WAYS.items()):
        text = narrate(VAE, TRAINING, told(nats, (40 * pixels[0], 40 * pixels[1])))
        if up == down == "stayed":
            assert text == f"{LEAD} Lately rate and distortion stayed at 3.0 and 120.0 nats."
            continue
        assert re.search(rf"Lately the rate {up} .* while the distortion {down} ", text)
        said[up, down] = text.rpartition(": ")[2]
    assert len(set(said.values())) == len(said) == 8
    assert said["rose", "fell"] == "nats spent on codes are repaid in pixels."


def test_whether_nats_are_repaid_is_a_matter_of_their_number():
    texts = [
        narrate(VAE, TRAINING, told(*ends))
        for ends in (
            ((1.0, 5.0), (100.0, 97.0)),
            ((1.0, 5.0), (100.0, 95.0)),
            ((5.0, 1.0), (95.0, 100.0)),
            ((5.0, 1.0), (97.0, 100.0)),
        )
    ]
    endings = [text.rpartition(": ")[2] for text in texts]
    assert endings == [
        "codes cost more nats than they save.",
        "nats spent on codes are repaid in pixels.",
        "pixels lose more nats than codes save.",
        "codes save more nats than pixels lose.",
    ]


def test_means_of_the_last_few_are_compared_with_those_before_them():
    rates = [9.0, 9.0, 1.0, 1.0, 1.0, 1.4, 1.6, 6.0, 7.0, 6.8, 7.2, 7.0]
    text = narrate(VAE, TRAINING, [Facts(i + 1.0, r, 100.0, -100.0 - r) for i, r in enumerate(rates)])
    assert "the rate rose from 1.2 to 6.8 nats while the distortion stayed at 100.0" in text


def test_two_entries_are_enough_to_compare():
    text = narrate(VAE, TRAINING, [Facts(1.0, 1.2, 160.0, -161.2), Facts(2.0, 6.8, 119.9, -126.7)])
    assert text == (
        f"{LEAD} Lately the rate rose from 1.2 to 6.8 nats while the distortion fell by 40.1: "
        "nats spent on codes are repaid in pixels."
    )


@pytest.mark.parametrize(("size", "way"), [(0.4, "stayed at"), (4.0, "fell by")])
def test_what_counts_as_a_change_is_measured_by_the_size_of_the_figure(size, way):
    small = narrate(VAE, TRAINING, told((5.0, 5.0), (20.0 + size, 20.0)))
    large = narrate(VAE, TRAINING, told((5.0, 5.0), (200.0 + size, 200.0)))
    assert "the distortion fell by" in small
    assert ("the distortion" in large) == (way == "fell by")
    assert ("rate and distortion stayed" in large) == (way == "stayed at")


def test_noise_does_not_flip_the_words():
    def noisy(seed, ends):
        chance = random.Random(seed)
        history = [f._replace(rate=f.rate + chance.gauss(0, 0.3)) for f in told(ends, count=30)]
        return narrate(VAE, TRAINING, history)

    flat = [noisy(seed, (5.0, 5.0)) for seed in range(200)]
    assert sum("rate and distortion stayed" in text for text in flat) >= 185
    steep = [noisy(seed, (1.0, 15.0)) for seed in range(200)]
    assert sum("the rate rose" in text for text in steep) >= 195


def test_what_it_did_since_the_start_is_told_where_that_is_another_story():
    settled = told((1.0, 6.0), (200.0, 130.0)) + told((6.0, 6.0), (130.0, 130.0), start=20)
    assert "stayed at 6.0 and 130.0 nats (the distortion down 70.0 since the start)." in narrate(VAE, TRAINING, settled)
    assert "since" not in narrate(VAE, TRAINING, told((1.0, 6.0), (200.0, 130.0), count=10))


# ---- the numbers


CASES = [
    (VAE, TRAINING, told((0.5, 7.59), (206.0, 121.9)), ()),
    (VAE, TRAINING, told((7.59, 7.5), (121.9, 121.8), count=200), ()),
    (VAE, TrainConfig(beta=4.0), told((1.0, 4.79), (200.0, 137.71)), (4.787, 0.003)),
    (VAE, TrainConfig(beta=4.0, warmup_epochs=50), told((1.0, 4.79), (200.0, 137.71)), ()),
    (VAE, TrainConfig(beta=0.0), told((1.0, 40.0), (200.0, 137.71)), ()),
    (VAE, TrainConfig(beta=137.0), told((9.0, 3.456), (1000.0, 1234.56)), (3.4, 0.0049)),
    (VAE, TrainConfig(objective="iwae", importance_samples=5), told((1.0, 5.89), (200.0, 131.88), above=8.74), ()),
    (ModelConfig(likelihood="gaussian", variance=0.25), TRAINING, told((9.0, 9.3), (-1500.0, -1583.07)), ()),
    (ModelConfig(latent_size=64), TRAINING, told((9.0, 9.3), (150.0, 120.0)), (*[0.002] * 37, *[0.3] * 27)),
    (AUTOENCODER, TRAINING, told(NOTHING, (500.0, 474.3)), ()),
    (EM, EM_TRAINING, told((3.0, 5.0), (150.0, 115.0)), ()),
    (ModelConfig(family="pixels"), TRAINING, told((0.0, 0.0), (205.73, 205.73)), ()),
]


@pytest.mark.parametrize(("model", "training", "history", "per_dimension"), CASES)
def test_every_number_follows_from_the_facts(model, training, history, per_dimension):
    known = sources(model, training, history, per_dimension)
    found = numbers(narrate(model, training, history, per_dimension))
    assert len(found) >= 1
    for number, decimals in found:
        assert any(abs(number - value) <= 0.5001 * 10**-decimals for value in known), number


# ---- β in words


def test_beta_is_told_with_the_sum_that_it_makes():
    text = narrate(VAE, TrainConfig(beta=4.0), told((1.0, 4.79), (200.0, 137.71)))
    assert "β = 4 counts each nat of rate 4 times: 137.7 + 4 × 4.8 = 156.9 is minimised; the ELBO is −142.5." in text
    assert "β" not in narrate(VAE, TRAINING, told((1.0, 4.79), (200.0, 137.71)))


@pytest.mark.parametrize("beta", [0.25, 2.5, 4.0, 7.3, 150.0])
def test_an_equals_sign_stands_only_where_the_rounded_numbers_add_up(beta):
    signs = set()
    for step in range(60):
        nats, pixels = 3.0 + 0.0317 * step, 130.0 + 0.0213 * step
        text = narrate(VAE, TrainConfig(beta=beta), told((1.0, nats), (200.0, pixels)))
        left, sign, right = re.search(r": ([\d.,]+ \+ [\d.]+ × [\d.]+) ([=≈]) ([\d.,]+) is minimised", text).groups()
        (first, _), (weight, _), (second, _) = numbers(left)
        ((total, _),) = numbers(right)
        signs.add(sign)
        assert total == pytest.approx(pixels + beta * nats, abs=0.051)
        off = abs(first + weight * second - total)
        if abs(off - 0.05) > 1e-6:  # a tie, which rounds either way
            assert (off < 0.05) == (sign == "=")
    assert "=" in signs


def test_during_warm_up_it_is_the_beta_of_now():
    training = TrainConfig(beta=4.0, warmup_epochs=40)
    text = narrate(VAE, training, told((1.0, 4.79), (200.0, 137.71)))
    assert "In warm-up to 4, β = 2 counts each nat of rate 2 times: 137.7 + 2 × 4.8 = 147.3 is minimised" in text
    later = narrate(VAE, training, told((1.0, 4.79), (200.0, 137.71), count=45))
    assert "warm-up" not in later
    assert "β = 4" in later
    to_one = TrainConfig(warmup_epochs=40)
    assert "In warm-up to 1, β = 0.5" in narrate(VAE, to_one, told())
    assert "β" not in narrate(VAE, to_one, told(count=40))


def test_without_a_price_only_the_distortion_is_minimised():
    from_nothing = TrainConfig(warmup_epochs=1000)
    assert "In warm-up to 1, β = 0 leaves the rate free" in narrate(VAE, from_nothing, told(start=-20))
    text = narrate(VAE, TrainConfig(beta=0.0), told((1.0, 5.0), (50.0, 40.0)))
    assert "β = 0 leaves the rate free: 40.0 is minimised; the ELBO is −45.0." in text


# ---- collapse


def test_a_collapsed_dimension_is_named_with_its_kl():
    text = narrate(VAE, TRAINING, told(), (2.0, 0.003))
    assert text.endswith("z₂ has collapsed: its KL is 0.003 nats, its posterior is the prior.")
    assert "z₁" not in text
    for alive in ((), (2.0, 1.01 * COLLAPSED)):
        assert "collapsed" not in narrate(VAE, TRAINING, told(), alive)


def test_several_are_named_and_many_are_counted():
    two = narrate(ModelConfig(latent_size=11), TRAINING, told(), (0.001, *[1.0] * 9, 0.002))
    assert "z₁ and z₁₁ have collapsed: their KLs are 0.001 and 0.002 nats, their posteriors are the prior." in two
    many = narrate(ModelConfig(latent_size=64), TRAINING, told(), (*[0.001] * 37, *[1.0] * 27))
    assert "37 of 64 dimensions have collapsed: they have a KL below 0.01 nats" in many


def test_a_fresh_encoder_has_not_collapsed():
    history = [facts._replace(epoch=facts.epoch / 100) for facts in told()]
    text = narrate(VAE, TRAINING, history, (2.0, 0.003))
    assert "z₂ says nothing yet: its KL is 0.003 nats." in text
    assert "collapsed" not in text
    assert "5 of 5 dimensions say nothing yet" in narrate(ModelConfig(latent_size=5), TRAINING, history, [0.0] * 5)


# ---- the families


def test_an_autoencoder_has_a_distortion_and_no_rate():
    text = narrate(AUTOENCODER, TrainConfig(beta=4.0), told(NOTHING, (480.0, 470.5)), (math.inf, math.inf))
    assert text == (
        "Nats of Gaussian, σ² = 0.5. Lately the distortion fell from 474.0 to 471.5 (down 8.5 since the start): "
        "an autoencoder has no rate."
    )
    assert "nan" not in text.lower()
    assert "distortion rose" in narrate(AUTOENCODER, TRAINING, told(NOTHING, (470.5, 490.0)))
    assert "distortion stayed at 470.5" in narrate(AUTOENCODER, TRAINING, told(NOTHING, (470.5, 470.5)))


def test_a_greedy_stack_is_judged_within_its_layer():
    model = ModelConfig(family="autoencoder", likelihood="gaussian", hidden=(8, 8))
    training = TrainConfig(pretraining="greedy", layer_epochs=10)
    history = told(NOTHING, (600.0, 500.0), count=10) + told(NOTHING, (900.0, 900.0), count=3, start=10)
    assert "the distortion stayed at 900.0" in narrate(model, training, history)
    assert "the distortion rose" in narrate(model, TRAINING, history)
    assert narrate(model, training, history[:11]) == "Nats of Gaussian, σ² = 0.5."


def test_the_importance_weighted_bound_is_set_against_the_elbo():
    training = TrainConfig(objective="iwae", importance_samples=5, beta=4.0)
    text = narrate(VAE, training, told((1.0, 5.89), (200.0, 131.88), above=8.74))
    assert "The importance-weighted bound of 5 samples is −129.0, 8.74 nats above the ELBO." in text
    assert "β" not in text


def test_em_tells_log_p_and_after_it_the_encoders_elbo():
    em = told((1.0, 5.0), (150.0, 115.0))
    text = narrate(EM, EM_TRAINING, em)
    assert "log p(x) rose from" in text
    assert text.endswith("the E-step is exact, so the bound is log p(x) itself.")
    later = told((4.0, 4.0), (300.0, 160.0), count=8, start=20)
    text = narrate(EM, EM_TRAINING, [*em, *later])
    assert "log p(x)" not in text
    assert "the ELBO of the encoder, which is fitted last, rose from −274.0 to −194.0" in text


def test_independent_pixels_have_a_log_p_only():
    history = [Facts(1.0, 0.0, math.nan, -205.73), Facts(2.0, 0.0, math.nan, -205.73)]
    text = narrate(ModelConfig(family="pixels"), TRAINING, history)
    assert text == f"{LEAD} Lately log p(x) stayed at −205.7: without a code it is known exactly."


def test_each_family_has_its_own_words():
    history = told((1.0, 5.0), (150.0, 115.0))
    texts = {
        narrate(ModelConfig(family=family), TrainConfig(objective=objective, epochs=20), history)
        for family, objective in [("vae", "elbo"), ("vae", "iwae"), ("autoencoder", "elbo"), ("em", "elbo")]
    }
    assert len({*texts, narrate(ModelConfig(family="pixels"), TRAINING, history)}) == 5


# ---- as a text


def test_minus_signs_are_true_ones_and_zero_has_none():
    text = narrate(VAE, TrainConfig(beta=2.0), told((-1e-9, -1e-9), (-900.0, -950.0)), (-1e-9, -1e-9))
    assert "−950.0" in text
    assert not re.search(r"-\d|−0\.0", text)


def test_it_stays_short_whatever_there_is_to_tell():
    seen = []
    for likelihood, beta, warmup, objective in itertools.product(
        ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"],
        [0.0, 1.0, 4.0, 0.333, 1000.0],
        [0, 7777],
        ["elbo", "iwae"],
    ):
        model = ModelConfig(likelihood=likelihood, latent_size=64)
        training = TrainConfig(beta=beta, warmup_epochs=warmup, objective=objective, importance_samples=512)
        gone = ((), (2.0, 1.0, 0.003), (0.003, 0.002, 0.001), [0.001] * 50 + [1.0] * 14)
        terms = (((0.1, 1147.59), (2060.0, 1121.9)), ((12.0, 0.01), (-12900.0, -15830.07)), ((5, 5), (-12345, -12345)))
        for per_dimension, (nats, pixels) in itertools.product(gone, terms):
            history = told(nats, pixels, count=180) + told((nats[1],) * 2, (pixels[1] - 60,) * 2, start=180)
            seen += [narrate(model, training, part, per_dimension) for part in (history, history[:180])]
    longest = max(seen, key=len)
    assert 250 < len(longest) <= 280, longest


def test_what_is_left_out_for_brevity_is_not_the_numbers():
    text = narrate(VAE, TrainConfig(beta=4.0), told((1.0, 4.79), (200.0, 137.71)), (4.7, 0.003))
    assert len(text) <= 280
    for part in ("the rate rose from", "137.7 + 4 × 4.8 = 156.9", "−142.5", "z₂ has collapsed: its KL is 0.003 nats"):
        assert part in text


@pytest.fixture
def foreign():
    words.speak("xx", lambda text, count: f"‹{text}›")
    yield
    words.speak(words.ENGLISH, None)


@pytest.mark.parametrize(("model", "training", "history", "per_dimension"), CASES)
def test_all_of_it_is_said_in_the_readers_language(foreign, model, training, history, per_dimension):
    text = narrate(model, training, history, per_dimension)
    # Numbers have a narrow space between thousands, which no sentence has of itself.
    assert not re.search(r"\d,\d", text)
    while "‹" in text:
        text, before = re.sub(r"‹[^‹›]*›", "", text), text
        assert text != before
    assert set(text) <= set(" .:")
