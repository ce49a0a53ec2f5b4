import itertools
import math
import random
import re

import pytest
import torch
from torch.distributions import Normal, kl_divergence

from vaegui.families import TrainConfig
from vaegui.models import Model, ModelConfig
from vaegui.narration import COLLAPSED, ENOUGH, LONGEST, MOVED, Facts, beta_at, course, narrate, rate_per_dimension
from vaegui.objectives import rate
from vaegui.phases import is_unfinished, vae_phase

VAE, TRAINING = ModelConfig(), TrainConfig()
AUTOENCODER = ModelConfig(family="autoencoder", likelihood="gaussian")


def told(rate=(1.0, 1.0), distortion=(100.0, 100.0), count=41, epochs=20.0, **more):
    """A history in which both terms go evenly from one value to another, and which says the same of all else."""

    def between(ends, i):
        return ends[0] + (ends[1] - ends[0]) * i / (count - 1)

    history = []
    for i in range(count):
        nats, pixels = between(rate, i), between(distortion, i)
        facts = Facts(epochs * (i + 1) / count, nats, pixels, -(nats + pixels), 1.0, ())
        history.append(facts._replace(**more))
    return history


def figure(text):
    """The numbers of a text, as numbers."""
    return [float(number.replace(",", "").replace("−", "-")) for number in re.findall(r"[−+]?\d[\d,]*\.?\d*", text)]


# ---- the rate, dimension by dimension


def test_the_rate_of_each_dimension_is_the_divergence_of_its_gaussians():
    generator = torch.Generator().manual_seed(0)
    mean = 2 * torch.randn(50, 3, generator=generator, dtype=torch.double)
    std = torch.rand(50, 3, generator=generator, dtype=torch.double) + 0.05
    expected = kl_divergence(Normal(mean, std), Normal(torch.zeros(50, 3), torch.ones(50, 3))).mean(0)
    found = rate_per_dimension(mean, std)
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


def charged(config, epoch, family="vae"):
    """β as the loss has it, from the loss and its terms."""
    torch.manual_seed(0)
    model = Model(ModelConfig(family=family, hidden=(8,)), (1, 4, 4)).requires_grad_(False)
    for value in model.parameters():
        value *= 3
    samples = config.importance_samples if config.objective == "iwae" else 0
    phase = vae_phase(model, config.epochs, config.beta, config.warmup_epochs, samples)
    x = torch.rand(30, 1, 4, 4, generator=torch.Generator().manual_seed(1)).round()
    ((loss, terms),) = phase.losses(x, x, torch.Generator().manual_seed(2), epoch)
    assert terms.rate.mean() > 0.1
    return ((loss - terms.distortion.mean()) / terms.rate.mean()).item()


@pytest.mark.parametrize(("beta", "warmup"), [(1.0, 0), (4.0, 0), (4.0, 8), (1.0, 5), (0.0, 0), (0.0, 3)])
@pytest.mark.parametrize("epoch", [0.0, 0.7, 4.0, 8.0, 11.5])
def test_beta_is_what_the_loss_charges_for_the_rate(beta, warmup, epoch):
    config = TrainConfig(beta=beta, warmup_epochs=warmup)
    assert beta_at(config, epoch) == pytest.approx(charged(config, epoch), abs=1e-4)


def test_beta_plays_no_part_in_the_importance_weighted_bound():
    config = TrainConfig(objective="iwae", beta=4.0, warmup_epochs=8)
    plain = TrainConfig(objective="iwae")
    assert charged(config, 2.0) == charged(plain, 2.0)
    assert beta_at(config, 2.0) == beta_at(plain, 2.0) == 1.0


# ---- what figures did


@pytest.mark.parametrize(("ends", "trend"), [((1, 3), "rising"), ((3, 1), "falling"), ((2, 2), "steady")])
@pytest.mark.parametrize("term", ["rate", "distortion"])
def test_a_figure_that_goes_somewhere_is_said_to(ends, trend, term):
    found = course(told(**{term: ends}), term)
    assert found.trend == trend
    assert found.now == ends[1]
    assert found.total == pytest.approx(ends[1] - ends[0])


def test_the_recent_change_is_that_of_a_fifth_of_the_time():
    found = course(told(rate=(1.0, 3.0), count=401), "rate")
    assert found.span == pytest.approx(4.0, abs=0.1)
    assert found.change == pytest.approx(2.0 * 4.0 / 20, abs=0.01)


def test_the_recent_past_counts_and_not_how_it_began():
    up_then_down = [facts._replace(rate=min(i, 60 - i) / 10) for i, facts in enumerate(told(count=51))]
    assert course(up_then_down, "rate").trend == "falling"
    assert course(up_then_down, "rate").total > 0
    flat = [facts._replace(rate=min(i, 20) / 10) for i, facts in enumerate(told(count=51))]
    assert course(flat, "rate").trend == "steady"


def noisy(history, spread, seed):
    """The same with noise on both terms."""
    chance = random.Random(seed)
    return [
        f._replace(rate=f.rate + chance.gauss(0, spread), distortion=f.distortion + chance.gauss(0, spread))
        for f in history
    ]


def test_noise_does_not_flip_the_words():
    found = [course(noisy(told(count=60), 0.5, seed), "rate").trend for seed in range(200)]
    assert found.count("steady") >= 190
    assert course(told(rate=(1.0, 1.0), count=60), "rate").trend == "steady"


def test_noise_does_not_hide_a_trend():
    found = [course(noisy(told(rate=(1.0, 4.0), count=60), 0.2, seed), "rate").trend for seed in range(200)]
    assert found.count("rising") >= 195


def test_entries_may_be_crowded_anywhere():
    even = told(rate=(1.0, 3.0), count=200)
    thinned = [*even[:100:10], *even[100:]]
    assert course(thinned, "rate").change == pytest.approx(course(even, "rate").change, abs=0.02)
    assert course(told(count=ENOUGH, epochs=0.0, rate=(1.0, 3.0)), "rate").trend == "rising"


# ---- in words


def test_it_begins_with_what_the_nats_belong_to():
    for likelihood, binarisation in itertools.product(
        ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"], ["none", "threshold", "dynamic"]
    ):
        model = ModelConfig(likelihood=likelihood, binarisation=binarisation)
        for history in ([], told()):
            text = narrate(model, TRAINING, history)
            assert text.startswith(f"Nats per image, {model.likelihood_in_words}")
            assert ("no log-likelihood" in text) == (model.likelihood_in_words == "cross-entropy on grey pixels")


def test_noise_on_the_input_is_told():
    noise = TrainConfig(corruption="masking")
    assert "noise on the input" in narrate(VAE, noise, told())
    assert "noise" not in narrate(VAE, TRAINING, told())


def test_before_there_are_figures_there_is_nothing_to_tell():
    assert narrate(VAE, TRAINING, []).endswith("no figures yet.")
    text = narrate(VAE, TRAINING, told(rate=(1.0, 3.0))[: ENOUGH - 1])
    assert "only just begun" in text
    assert "rising" not in text
    assert "ELBO" in text


def test_the_numbers_are_those_of_the_facts():
    text = narrate(VAE, TRAINING, told(rate=(0.5, 7.59), distortion=(206.0, 121.9), count=401))
    rate, change, span, total, since, distortion, lost, lost_in_all, elbo = figure(text.split(": ", 1)[1])
    assert rate == 7.59
    assert change == pytest.approx(7.09 / 5, abs=0.02)
    assert span == pytest.approx(4.0, abs=0.1)
    assert total == pytest.approx(7.09)
    assert since == pytest.approx(20 / 401, abs=0.01)
    assert distortion == 121.9
    assert lost == pytest.approx(-84.1 / 5, abs=0.1)
    assert lost_in_all == pytest.approx(-84.1)
    assert elbo == pytest.approx(-129.5)


def test_every_combination_of_trends_has_its_own_words():
    ways = {"rising": (1.0, 3.0), "steady": (2.0, 2.0), "falling": (3.0, 1.0)}
    said = {}
    for (rate_word, rate), (pixel_word, pixels) in itertools.product(ways.items(), ways.items()):
        text = narrate(VAE, TRAINING, told(rate=rate, distortion=tuple(50 * v for v in pixels)))
        assert re.search(rf"rate [\d.]+, {rate_word} ", text)
        assert re.search(rf"distortion [\d.]+, {pixel_word} ", text)
        said[rate_word, pixel_word] = re.search(r"\. ([^.]*): the ELBO", text)[1]
    assert len(set(said.values())) == 9
    assert said["rising", "falling"] == "The code says more and the pixels cost less"


def test_beta_is_told_with_the_sum_that_it_makes():
    history = told(rate=(1.0, 4.79), distortion=(200.0, 137.71), beta=4.0)
    text = narrate(VAE, TrainConfig(beta=4.0), history)
    assert (
        "β = 4 counts each nat of rate 4 times: 4 × 4.79 + 137.7 = 156.9 minimised, while the ELBO is −142.5." in text
    )
    assert "β" not in narrate(VAE, TRAINING, told(rate=(1.0, 4.79), distortion=(200.0, 137.71)))


def test_a_beta_that_warms_up_is_told_with_where_it_goes():
    config = TrainConfig(beta=4.0, warmup_epochs=10)
    history = [f._replace(beta=beta_at(config, f.epoch)) for f in told(epochs=5.0)]
    text = narrate(VAE, config, history)
    assert "β = 2" in text
    assert "β will be 4 from epoch 10 on" in text
    later = [f._replace(beta=beta_at(config, f.epoch)) for f in told(epochs=15.0)]
    assert "will be" not in narrate(VAE, config, later)
    assert "β = 4" in narrate(VAE, config, later)


def test_without_a_price_only_the_distortion_is_minimised():
    text = narrate(VAE, TrainConfig(beta=0.0), told(rate=(1.0, 5.0), distortion=(50.0, 40.0), beta=0.0))
    assert "β = 0 does not count the rate: 40.00 minimised, while the ELBO is −45.00" in text


def test_a_dimension_has_collapsed_once_the_distortion_moved_and_not_before():
    gone = (2.0, 0.003)
    text = narrate(VAE, TRAINING, told(distortion=(200.0, 120.0), per_dimension=gone))
    assert "z₂ has collapsed: KL 0.003 nats, its posterior is the prior" in text
    assert "z₁" not in text
    for history in (
        told(distortion=(200.0, 200.0 - MOVED / 2), per_dimension=gone),
        told(distortion=(200.0, 120.0), per_dimension=gone)[: ENOUGH - 1],
        told(distortion=(200.0, 120.0), per_dimension=(2.0, 1.01 * COLLAPSED)),
        told(distortion=(200.0, 120.0)),
    ):
        assert "collapsed" not in narrate(VAE, TRAINING, history)


def test_a_dimension_that_was_more_than_the_prior_a_moment_ago_has_not_collapsed():
    history = told(distortion=(200.0, 120.0), per_dimension=(2.0, 0.003))
    lively = history[-3]._replace(per_dimension=(2.0, 0.3))
    assert "collapsed" not in narrate(VAE, TRAINING, [*history[:-3], lively, *history[-2:]])
    early = history[3]._replace(per_dimension=(2.0, 0.3))
    assert "z₂ has collapsed" in narrate(VAE, TRAINING, [*history[:3], early, *history[4:]])


def test_the_last_known_dimensions_count():
    history = told(distortion=(200.0, 120.0))
    history[-4] = history[-4]._replace(per_dimension=(0.004, 2.0))
    assert "z₁ has collapsed: KL 0.004 nats" in narrate(VAE, TRAINING, history)


def test_several_dimensions_are_named_and_many_are_counted():
    two = narrate(
        ModelConfig(latent_size=11), TRAINING, told(distortion=(9, 5), per_dimension=(0.001, *[1.0] * 9, 0.002))
    )
    assert "z₁ and z₁₁ have collapsed: KL 0.001 and 0.002 nats" in two
    many = narrate(
        ModelConfig(latent_size=64), TRAINING, told(distortion=(9, 5), per_dimension=(*[0.001] * 37, *[1.0] * 27))
    )
    assert "37 of 64 latent dimensions have collapsed" in many


def test_an_autoencoder_has_a_distortion_and_no_rate():
    history = told(distortion=(480.0, 474.3), rate=(math.nan, math.nan), per_dimension=(math.inf, math.inf))
    text = narrate(AUTOENCODER, TRAINING, history)
    assert "distortion 474.3, falling" in text
    assert "no rate" in text
    assert "nan" not in text.lower()
    assert "ELBO" not in text
    assert "rising" in narrate(AUTOENCODER, TRAINING, told(distortion=(474.3, 480.0), rate=(math.nan, math.nan)))


def test_a_greedy_stack_is_judged_within_its_layer():
    model = ModelConfig(family="autoencoder", likelihood="gaussian", hidden=(8, 8))
    training = TrainConfig(pretraining="greedy", layer_epochs=10)
    nothing = (math.nan, math.nan)
    first = told(distortion=(600.0, 500.0), rate=nothing, epochs=10.0)
    second = [f._replace(epoch=10.0 + f.epoch) for f in told(distortion=(550.0, 520.0), rate=nothing, epochs=10.0)]
    text = narrate(model, training, [*first, *second])
    assert "−30.0 since epoch 10" in text
    assert "−80.0" in narrate(model, TrainConfig(), [*first, *second])


def test_an_iwae_tells_both_bounds():
    text = narrate(
        VAE, TrainConfig(objective="iwae", importance_samples=5), told((1.0, 5.89), (200.0, 131.88), bound=-129.04)
    )
    assert "The IWAE bound of K = 5 samples is −129.0, the ELBO of the same q −137.8." in text


def test_em_tells_log_p_and_after_it_the_encoders_elbo():
    model, training = ModelConfig(family="em"), TrainConfig(epochs=20, amortise_epochs=5)
    em = told((1.0, 5.0), (150.0, 115.0), epochs=20.0)
    assert is_unfinished("EM")
    text = narrate(model, training, em)
    assert "log p(x) itself: −120.0" in text
    later = [f._replace(epoch=20.0 + f.epoch) for f in told((0.1, 4.0), (300.0, 160.0), epochs=5.0)]
    text = narrate(model, training, [*em, *later])
    assert "log p(x)" not in text
    assert "its ELBO is −164.0" in text
    assert "−140.0" in text  # since the encoder began, not since EM did


def test_independent_pixels_have_a_log_p_only():
    text = narrate(ModelConfig(family="pixels"), TRAINING, [Facts(1.0, 0.0, 205.73, -205.73, 1.0, ())])
    assert "log p(x) is −205.7" in text
    assert "rate" in text
    assert "rising" not in text


def test_minus_signs_are_true_ones_and_zero_has_none():
    text = narrate(VAE, TRAINING, told(rate=(2.0, 2.0 - 1e-5), distortion=(100.0, 50.0)))
    assert "+0.00" in text
    assert not re.search(r"-\d|−0\.00", text)


def test_it_stays_short_whatever_there_is_to_tell():
    longest = ""
    for likelihood, binarisation, corruption, beta, warmup in itertools.product(
        ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"],
        ["none", "dynamic"],
        ["none", "salt-and-pepper"],
        [0.0, 1.0, 4.0, 0.333],
        [0, 1000],
    ):
        model = ModelConfig(likelihood=likelihood, binarisation=binarisation, latent_size=3)
        training = TrainConfig(beta=beta, warmup_epochs=warmup, corruption=corruption)
        for gone in ((), (2.0, 1.0, 0.003), (0.003, 0.002, 0.001)):
            for rate, distortion in (((0.1, 47.59), (206.0, 121.9)), ((12.0, 0.01), (-900.0, -1583.07))):
                history = told(rate, distortion, epochs=180.0, per_dimension=gone)
                history = [f._replace(beta=beta_at(training, f.epoch)) for f in history]
                longest = max(longest, narrate(model, training, history), key=len)
    assert len(longest) <= LONGEST, longest


def test_what_is_left_out_for_brevity_is_not_the_facts():
    history = told((1.0, 4.79), (200.0, 137.71), beta=4.0, per_dimension=(4.7, 0.003))
    text = narrate(VAE, TrainConfig(beta=4.0), history)
    for part in ("rate 4.79 (rising)", "distortion 137.7 (falling)", "z₂ has collapsed: KL 0.003", "= 156.9", "−142.5"):
        assert part in text
