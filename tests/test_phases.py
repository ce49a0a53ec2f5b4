import math

import numpy as np
import pytest
import scipy.optimize
import scipy.stats
import torch
from torch.distributions import Independent, Normal

from vaegui import data, posterior, quadrature
from vaegui.events import EpochEnd, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig, with_weights
from vaegui.phases import FINE_SIDE, em_phases, stacked_phases, vae_phase
from vaegui.pixels import fit_pixels
from vaegui.posterior import Grid, quantile_grid, scores
from vaegui.training import new_model, train

SMALL = ModelConfig(hidden=(16,))
EM = ModelConfig(family="em", hidden=(16,))
LINEAR_EM = ModelConfig(family="em", hidden=(), likelihood="gaussian", output="linear", variance=0.03)


@pytest.fixture
def images(digits):
    return data.Images(digits.train.pixels[:300], digits.train.labels[:300])


def events_of(images, model, **changes):
    config = TrainConfig(**{"batch_size": 100, "device": "cpu"} | changes)
    return list(train(images, model, config, metrics_every=0))


def ends_of(events, phase=None):
    return [event for event in events if isinstance(event, EpochEnd) and phase in (None, event.phase)]


def changed(before, after):
    return {name for name in before if not torch.equal(before[name], after[name])}


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def binary(count=20, shape=(1, 4, 4)):
    return torch.rand((count, *shape), generator=seeded(1)).round()


# ---- the whole model at once


def test_the_rate_is_charged_for_little_by_little_during_warm_up():
    model, x = new_model(SMALL, (1, 4, 4), 0), binary()
    phase = vae_phase(model, epochs=9, beta=3.0, warmup=4, importance_samples=0)
    for done, weight in {0.0: 0.0, 1.0: 0.75, 2.0: 1.5, 4.0: 3.0, 7.5: 3.0}.items():
        ((loss, terms),) = phase.losses(x, x, seeded(), done)
        assert loss.item() == pytest.approx((terms.distortion + weight * terms.rate).mean().item(), rel=1e-6)
    ((loss, terms),) = vae_phase(model, 9, 3.0, warmup=0, importance_samples=0).losses(x, x, seeded(), 0.0)
    assert loss.item() == pytest.approx((terms.distortion + 3 * terms.rate).mean().item(), rel=1e-6)


def test_warm_up_lets_codes_spread_first(images):
    rates = {
        warmup: ends_of(events_of(images, SMALL, epochs=4, beta=50.0, warmup_epochs=warmup, learning_rate=1e-2))
        for warmup in (0, 1000)
    }
    assert rates[1000][-1].train.rate > 10 * rates[0][-1].train.rate


def test_the_importance_weighted_bound_is_what_its_loss_raises():
    model, x = new_model(SMALL, (1, 4, 4), 0), binary()
    ((loss, terms),) = vae_phase(model, 1, 7.0, 3, importance_samples=16).losses(x, x, seeded(), 0.0)
    assert loss.item() == pytest.approx(-terms.bound.mean().item(), rel=1e-6)  # β and its warm-up say nothing here
    assert (terms.bound - terms.elbo).abs().min() > 1e-6


def test_an_autoencoder_minimises_its_distortion():
    model, x = new_model(ModelConfig(family="autoencoder", hidden=(16,)), (1, 4, 4), 0), binary()
    seen = binary().flip(0)
    ((loss, terms),) = vae_phase(model, 1, 7.0, 3, 0).losses(x, seen, seeded(), 0.0)
    expected = -model.decode(model.encoder(seen)).log_prob(x)
    torch.testing.assert_close(terms.distortion, expected)
    assert loss.item() == pytest.approx(expected.mean().item(), rel=1e-6)


# ---- greedy layer-wise pretraining


STACK = ModelConfig(family="autoencoder", hidden=(16, 8), likelihood="gaussian")
LAYERS = {
    "layer 1 of 3": {"encoder.1", "decoder.4"},
    "layer 2 of 3": {"encoder.3", "decoder.2"},
    "layer 3 of 3": {"encoder.5", "decoder.0"},
    "fine-tuning": {"encoder.1", "encoder.3", "encoder.5", "decoder.0", "decoder.2", "decoder.4"},
}


def test_greedy_pretraining_moves_one_layer_and_its_mirror_at_a_time(images):
    events = events_of(images, STACK, pretraining="greedy", layer_epochs=3, epochs=2, learning_rate=3e-2)
    began = events[0]
    assert began.phases == tuple(LAYERS)
    assert began.epochs == len(ends_of(events)) == 3 * 3 + 2
    start = {name: value.detach() for name, value in new_model(STACK, images.shape, 0).state_dict().items()}
    for phase, layers in LAYERS.items():
        names = {f"{layer}.{kind}" for layer in layers for kind in ("weight", "bias")}
        ends = ends_of(events, phase)
        for end in ends:
            assert changed(start, end.weights) == names, phase
        bounds = [end.validation.bound for end in ends]
        highest = [max([-math.inf, *bounds[:n]]) for n in range(len(bounds))]
        assert [end.is_best for end in ends] == [bound > before for bound, before in zip(bounds, highest, strict=True)]
        start = [end for end in ends if end.is_best][-1].weights  # the next phase goes on from there


def test_a_phase_goes_on_from_the_best_epoch_of_the_one_before_even_if_it_was_not_the_last(images):
    events = events_of(images, STACK, pretraining="greedy", layer_epochs=4, epochs=1, learning_rate=1.0)
    first, second = ends_of(events, "layer 1 of 3"), ends_of(events, "layer 2 of 3")
    best = [end for end in first if end.is_best][-1]
    assert best is not first[-1]  # steps as long as these do not go downhill for long
    for name in ("encoder.1.weight", "decoder.4.weight"):  # which the second phase leaves alone
        assert torch.equal(second[0].weights[name], best.weights[name])
        assert not torch.equal(second[0].weights[name], first[-1].weights[name])


def test_a_layer_learns_to_reproduce_what_those_below_put_out(images):
    events = events_of(images, STACK, pretraining="greedy", layer_epochs=8, epochs=1, learning_rate=1e-2)
    first = ends_of(events, "layer 1 of 3")
    assert first[-1].validation.distortion < first[0].validation.distortion - 0.3
    assert first[-1].train.distortion < first[0].train.distortion - 0.3

    x = data.as_float(images.pixels)
    gelu = torch.nn.functional.gelu

    def error_of_the_second(end):
        """Written out: h1 → h2 → an imitation of h1."""
        w = end.weights
        h1 = gelu(x.flatten(1) @ w["encoder.1.weight"].T + w["encoder.1.bias"])
        h2 = gelu(h1 @ w["encoder.3.weight"].T + w["encoder.3.bias"])
        return (gelu(h2 @ w["decoder.2.weight"].T + w["decoder.2.bias"]) - h1).square().sum(1).mean().item()

    second = ends_of(events, "layer 2 of 3")
    assert error_of_the_second(second[-1]) < 0.8 * error_of_the_second(second[0])


def test_the_figures_of_a_layer_are_those_of_the_stack_so_far():
    model = new_model(STACK, (1, 4, 4), 0)
    phases = stacked_phases(model, 1, 1)
    x, seen = torch.rand(20, 1, 4, 4, generator=seeded(1)), torch.rand(20, 1, 4, 4, generator=seeded(2))
    w = model.state_dict()
    gelu = torch.nn.functional.gelu

    def linear(name, h):
        return h @ w[f"{name}.weight"].T + w[f"{name}.bias"]

    def hidden(depth, h):
        for name in ("encoder.1", "encoder.3")[:depth]:
            h = gelu(linear(name, h))
        return h

    for k, back in ((1, ()), (2, ("decoder.2",)), (3, ("decoder.0", "decoder.2"))):
        h = linear("encoder.5", hidden(2, seen.flatten(1))) if k == 3 else hidden(k, seen.flatten(1))
        imitation = []
        for name in back:
            h = gelu(linear(name, h))
            imitation.append(h)
        mean = torch.sigmoid(linear("decoder.4", h)).reshape(x.shape)
        distortion = -Normal(mean, math.sqrt(0.5)).log_prob(x).sum((1, 2, 3))
        terms = phases[k - 1].evaluate(x, seen, seeded())
        torch.testing.assert_close(terms.distortion, distortion)
        torch.testing.assert_close(terms.bound, -distortion)
        assert terms.rate.isnan().all()
        ((loss, terms),) = phases[k - 1].losses(x, seen, seeded(), 0.0)
        torch.testing.assert_close(terms.distortion, distortion)
        goal = distortion if k == 1 else (imitation[0] - hidden(k - 1, x.flatten(1))).square().sum(1)
        torch.testing.assert_close(loss, goal.mean())


# ---- EM


@pytest.mark.parametrize("likelihood", ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"])
def test_neither_step_of_em_lowers_the_bound(likelihood):
    """On nodes that do not move, in float64, with gradient steps small enough to go uphill."""
    model = new_model(ModelConfig(family="em", hidden=(8,), likelihood=likelihood), (1, 4, 4), 0).double()
    x = binary().double() * 0.8 + 0.1
    x = x.round() if likelihood == "bernoulli" else x
    grid = Grid(*(part.double() for part in quantile_grid(8)))
    optimizer = torch.optim.SGD(model.decoder.parameters(), lr=1e-3)

    def bound_and_log_p(r):
        table = scores(model.decode(grid.z))
        return posterior.bound(table, x, grid, r).mean().item(), posterior.e_step(table, x, grid).log_p.mean().item()

    curve = []
    for _ in range(10):
        r = posterior.posterior(model, x, grid).responsibilities
        bound, log_p = bound_and_log_p(r)
        assert bound == pytest.approx(log_p, abs=1e-10)  # after an E-step the bound touches
        curve.append(bound)
        for _ in range(5):
            optimizer.zero_grad()
            (-scores(model.decode(grid.z)).expected(r, x) / len(x)).backward()
            optimizer.step()
            higher, log_p = bound_and_log_p(r)
            assert log_p >= higher > bound
            bound = higher
            curve.append(bound)
        assert log_p - bound > 1e-9  # the M-steps opened a gap for the next E-step to close
    assert curve == sorted(curve)
    assert curve[-1] > curve[0] + 1e-3


def test_the_m_steps_climb_with_the_responsibilities_of_one_e_step():
    model = new_model(EM, (1, 4, 4), 0)
    x = binary()
    phase, _ = em_phases(model, 1, 1, side=6, m_steps=3)
    grid = quantile_grid(6, seeded(5))  # what the phase is about to draw

    def per_node():
        return torch.stack([model.decode(grid.z).log_prob(image) for image in x])  # (B, G)

    joint = (per_node() + grid.log_weight).detach()
    log_p = joint.logsumexp(1)
    r = (joint - log_p[:, None]).exp()
    count = 0
    for loss, terms in phase.losses(x, x, seeded(5), 0.0):
        torch.testing.assert_close(loss, -(r * per_node()).sum() / len(x))  # of the weights as they are by now
        torch.testing.assert_close(terms.bound, log_p)  # of the E-step
        assert not any(term.requires_grad for term in terms)
        parameters = list(model.decoder.parameters())
        with torch.no_grad():
            for value, gradient in zip(parameters, torch.autograd.grad(loss, parameters), strict=True):
                value -= 0.1 * gradient
        count += 1
    assert count == 3


def test_the_probe_sees_the_bound_rise_in_m_steps_and_to_log_p_in_the_e_step(images):
    events = events_of(images, EM, epochs=8, amortise_epochs=1, grid_side=12, m_steps=3, learning_rate=3e-3)
    steps = [event for event in events if isinstance(event, Step)]
    found = [step.bounds for step in steps if step.bounds is not None]
    assert len(found) >= 3
    assert all(bounds.start < bounds.before <= bounds.after + 1e-5 for bounds in found)
    assert any(bounds.after > bounds.before + 1e-4 for bounds in found)
    assert found[-1].after > found[0].after + 1
    assert all(step.bounds is None for step in steps if step.phase == "amortise")


def test_the_probes_figures_are_those_of_the_last_batch_on_its_own_nodes():
    model = new_model(EM, (1, 4, 4), 0)
    x = binary()
    phase, _ = em_phases(model, 1, 1, side=6, m_steps=1)
    grid = quantile_grid(6, seeded(5))  # what the phase is about to draw

    def per_node():
        with torch.no_grad():
            return torch.stack([model.decode(grid.z).log_prob(image) for image in x]) + grid.log_weight

    old = (per_node() - per_node().logsumexp(1, keepdim=True)).exp()
    start = per_node().logsumexp(1).mean().item()
    list(phase.losses(x, x, seeded(5), 0.0))
    with torch.no_grad():
        for value in model.decoder.parameters():
            value += 0.5 * torch.randn(value.shape, generator=seeded(3))
    seen = phase.probe()
    assert seen.start == pytest.approx(start, rel=1e-5)
    assert seen.before == pytest.approx((old * (per_node() - old.log())).sum(1).mean().item(), rel=1e-5)
    assert seen.after == pytest.approx(per_node().logsumexp(1).mean().item(), rel=1e-5)
    assert seen.after > seen.before + 0.01


def test_em_moves_the_decoder_alone_and_amortising_the_encoder_alone(images):
    events = events_of(images, EM, epochs=3, amortise_epochs=30, grid_side=20, learning_rate=1e-2)
    assert events[0].phases == ("EM", "amortise")
    start = new_model(EM, images.shape, 0).state_dict()
    em, amortise = ends_of(events, "EM"), ends_of(events, "amortise")
    assert (len(em), len(amortise)) == (3, 30)
    for end in em:
        assert {name.split(".")[0] for name in changed(start, end.weights)} == {"decoder"}
    best = [end for end in em if end.is_best][-1].weights
    for end in amortise:
        assert {name.split(".")[0] for name in changed(best, end.weights)} == {"encoder"}

    x = data.observe(images.pixels, "dynamic", data.fixed_thresholds(images.pixels.shape))
    off = {}
    for name, end in (("before", em[-1]), ("after", amortise[-1])):
        model = with_weights(EM, images.shape, end.weights)
        mean, deviation = quadrature.codes(model, x)
        q = model.encode(x)
        off[name] = ((q.mean - mean).square().mean().sqrt() / mean.std()).item()
        spread = (q.stddev / deviation).log().abs().mean().item()
    assert off["before"] > 0.9
    assert off["after"] < 0.5
    assert spread < 0.3  # σ of q within some 30 % of that of the posterior


def test_amortising_minimises_the_forward_kl_to_the_exact_posterior():
    """Its loss is the cross-entropy −Σ_g p(z_g|x) log q(z_g|x) but for log 2π, which no weight can change.

    The nodes are those of the fine grid: most posteriors are narrower than a cell of the E-step's.
    """
    model = new_model(EM, (1, 4, 4), 0)
    with torch.no_grad():
        for value in model.parameters():
            value *= 3
    x = binary()
    _, phase = em_phases(model, 1, 1, side=8, m_steps=1)
    ((loss, terms),) = phase.losses(x, x, seeded(7), 0.0)
    grid = quantile_grid(FINE_SIDE)
    joint = torch.stack([model.decode(grid.z).log_prob(image) for image in x]) + grid.log_weight
    r = (joint - joint.logsumexp(1, keepdim=True)).exp()
    q = model.encode(x)
    log_q = Independent(Normal(q.mean, q.stddev), 1).log_prob(grid.z[:, None]).T  # (B, G)
    assert loss.item() == pytest.approx(-(r * log_q).sum(1).mean().item() - math.log(2 * math.pi), rel=1e-5)
    assert torch.isfinite(terms.bound).all()
    gradients = torch.autograd.grad(loss, list(model.parameters()), allow_unused=True)
    moved = [name for (name, _), g in zip(model.named_parameters(), gradients, strict=True) if g is not None]
    assert all(name.startswith("encoder") for name in moved)


@pytest.fixture(scope="module")
def synthetic():
    """400 images of six pixels from a two-factor model with noise, as bytes."""
    rng = np.random.default_rng(0)
    factors = rng.normal(size=(400, 2)) @ np.array([[0.2, 0.15, -0.1, 0.0, 0.1, 0.12], [0.0, 0.1, 0.15, -0.15, 0.1, 0]])
    x = np.clip(0.5 + factors + 0.12 * rng.normal(size=(400, 6)), 0, 1)
    pixels = torch.from_numpy(np.round(255 * x).astype(np.uint8)).reshape(400, 1, 2, 3)
    return data.Images(pixels, torch.zeros(400, dtype=torch.long))


def learned_from(images, share=0.0025):
    rows, _ = data.split_validation(len(images), share, seed=0)
    return images.pixels[rows].flatten(1).double().numpy() / 255


def linear_em(images, **changes):
    """Train p(x|z) = N(Wz + b, σ²I) by EM on all images at once and return W and b."""
    options = {"batch_size": 1000, "validation_share": 0.0025, "grid_side": 24, "m_steps": 5, "amortise_epochs": 1}
    events = events_of(images, LINEAR_EM, **options, epochs=200, learning_rate=0.06, schedule="one-cycle", **changes)
    end = ends_of(events, "EM")[-1]
    return end, end.weights["decoder.0.weight"].double(), end.weights["decoder.0.bias"].double()


def mean_log_p(x, w, b, variance):
    """Of N(b, WWᵀ + σ²I), in closed form."""
    covariance = w @ w.T + variance * torch.eye(len(b), dtype=torch.double)
    return torch.distributions.MultivariateNormal(b, covariance).log_prob(x).mean()


def test_em_on_a_linear_model_finds_probabilistic_pca(synthetic):
    """Tipping & Bishop 1999, with σ² known: W = U(Λ − σ²I)^½ R and b the mean maximise the likelihood."""
    end, w, b = linear_em(synthetic)
    x, variance = learned_from(synthetic), LINEAR_EM.variance
    eigenvalues, vectors = np.linalg.eigh(np.cov(x.T, bias=True))
    best_w = vectors[:, -2:] * np.sqrt(eigenvalues[-2:] - variance)
    assert eigenvalues[-2] > 1.5 * variance  # both directions are worth their while
    best = mean_log_p(torch.tensor(x), torch.tensor(best_w), torch.tensor(x.mean(0)), variance).item()
    attained = mean_log_p(torch.tensor(x), w, b, variance).item()
    assert best - 0.005 < attained < best + 1e-9
    np.testing.assert_allclose(b, x.mean(0), atol=0.01)
    np.testing.assert_allclose(w @ w.T, best_w @ best_w.T, atol=0.004)  # whatever the rotation R
    assert end.train.bound == pytest.approx(attained, abs=0.03)  # on the grid's moving nodes
    nothing = mean_log_p(torch.tensor(x), 0 * w, b, variance).item()
    assert best > nothing + 0.5


def test_a_prior_on_the_decoders_weights_is_met_where_map_says(synthetic):
    """Where training ends, the gradient of −log p(x) in closed form is −λθ/N for every decoder weight θ."""
    precision = 1000.0
    _, w, b = linear_em(synthetic, weight_precision=precision)
    x = torch.tensor(learned_from(synthetic))
    w.requires_grad_()
    b.requires_grad_()
    gradients = torch.autograd.grad(-mean_log_p(x, w, b, LINEAR_EM.variance), (w, b))
    for value, gradient in zip((w, b), gradients, strict=True):
        expected = -precision / len(x) * value.detach()
        assert (gradient - expected).norm() < 0.1 * expected.norm()


def test_the_prior_touches_the_decoder_alone(images):
    """One step: Adam's first one depends on the sign of the gradient, so an even pull shows wherever there is one."""
    one = {"epochs": 1, "batch_size": 1000}
    plain, drawn, barely = (
        ends_of(events_of(images, SMALL, weight_precision=precision, **one))[0].weights
        for precision in (0.0, 1e6, 1e-6)
    )
    assert {name.split(".")[0] for name in changed(plain, drawn)} == {"decoder"}
    start = new_model(SMALL, images.shape, 0).state_dict()
    for name in changed(plain, drawn):
        assert torch.equal((drawn[name] - start[name]).sign(), -start[name].sign())  # towards 0
    for name in plain:
        torch.testing.assert_close(plain[name], barely[name], rtol=0, atol=1e-5)


def test_figures_and_bounds_do_not_charge_for_the_prior(images):
    with_prior = events_of(images, SMALL, epochs=1, batch_size=1000, weight_precision=1e6)
    without = events_of(images, SMALL, epochs=1, batch_size=1000)
    assert ends_of(with_prior)[0].train == ends_of(without)[0].train


# ---- independent pixels


PIXELS = {
    likelihood: ModelConfig(family="pixels", likelihood=likelihood, binarisation="threshold", variance=0.1)
    for likelihood in ("bernoulli", "gaussian", "gaussian-learned")
}


@pytest.fixture
def twelve(digits):
    """A few images, so that a prior matters, and rows that leave one out."""
    return data.Images(digits.train.pixels[:13, :, 4:6, 2:5], digits.train.labels[:13]), torch.arange(12)


def seen_by(config, images, rows):
    return data.observe(images.pixels[rows], config.observed_as).double().flatten(1).numpy()


def log_likelihood(model, x):
    return model.double().decode(torch.empty(1, 0)).log_prob(torch.tensor(x).reshape(-1, 1, 2, 3)).sum()


@pytest.mark.parametrize("strength", [1, 5, 40])
def test_pixels_by_map_are_the_mode_of_the_conjugate_posterior(twelve, strength):
    """The mode is found by numerical optimisation of scipy's densities, prior times likelihood."""
    images, rows = twelve
    for likelihood, config in PIXELS.items():
        x = seen_by(config, images, rows)
        p = fit_pixels(config, images, rows, strength).decode(torch.empty(1, 0))
        for pixel in range(6):
            seen = x[:, pixel]
            mean = p.mean.flatten()[pixel].item()
            if likelihood == "bernoulli":

                def score(on, seen=seen):
                    prior = scipy.stats.beta.logpdf(on, 1 + strength / 2, 1 + strength / 2)
                    return -prior - scipy.stats.bernoulli.logpmf(seen.astype(int), on).sum()

                found = scipy.optimize.minimize_scalar(score, bounds=(1e-9, 1 - 1e-9), method="bounded")
                assert mean == pytest.approx(found.x, abs=1e-4)
            elif likelihood == "gaussian":

                def score(mu, seen=seen):
                    prior = scipy.stats.norm.logpdf(mu, 0.5, math.sqrt(0.1 / strength))
                    return -prior - scipy.stats.norm.logpdf(seen, mu, math.sqrt(0.1)).sum()

                assert mean == pytest.approx(scipy.optimize.minimize_scalar(score, bracket=(0, 1)).x, abs=1e-4)
            elif strength > 3:  # below, the normal-inverse-gamma is improper

                def score(both, seen=seen):
                    mu, variance = both[0], math.exp(both[1])
                    prior = scipy.stats.norm.logpdf(mu, 0.5, math.sqrt(variance / strength))
                    prior += scipy.stats.invgamma.logpdf(variance, strength / 2 - 1.5, scale=strength / 24)
                    return -prior - scipy.stats.norm.logpdf(seen, mu, math.sqrt(variance)).sum()

                options = {"xatol": 1e-7, "fatol": 1e-10, "maxiter": 2000}
                found = scipy.optimize.minimize(score, (0.5, -2), method="Nelder-Mead", options=options).x
                assert mean == pytest.approx(found[0], abs=1e-4)
                assert p.variance.flatten()[pixel].item() == pytest.approx(math.exp(found[1]), rel=1e-3)


def test_map_becomes_maximum_likelihood_as_the_prior_fades_and_the_prior_as_it_grows(twelve):
    images, rows = twelve
    for likelihood, config in PIXELS.items():
        ml, nearly, prior = (fit_pixels(config, images, rows, s).decode(torch.empty(1, 0)) for s in (0, 1e-6, 1e9))
        torch.testing.assert_close(nearly.mean, ml.mean, rtol=0, atol=1e-5)
        torch.testing.assert_close(nearly.variance, ml.variance, rtol=0, atol=1e-5)
        torch.testing.assert_close(prior.mean, torch.full_like(ml.mean, 0.5))
        x = seen_by(config, images, rows)
        np.testing.assert_allclose(ml.mean.flatten(), x.mean(0), atol=1e-5)
        if likelihood == "gaussian-learned":
            torch.testing.assert_close(prior.variance, torch.full_like(ml.mean, 1 / 12))  # of a uniform grey
            floor = 1e-3
            np.testing.assert_allclose(ml.variance.flatten(), np.maximum(x.var(0), floor), rtol=1e-4)
            assert x.var(0).min() > floor


def test_maximum_likelihood_is_a_maximum(twelve):
    images, rows = twelve
    for config in PIXELS.values():
        x = seen_by(config, images, rows)
        assert 0 < x.mean(0).min() < x.mean(0).max() < 1  # so that no maximum lies at infinity
        best = fit_pixels(config, images, rows, 0)
        top = log_likelihood(best, x)
        for index in range(best.decoder.value.numel()):
            for nudge in (-0.05, 0.05):
                other = fit_pixels(config, images, rows, 0)
                other.decoder.value.view(-1)[index] += nudge
                assert log_likelihood(other, x) < top


def test_pixels_that_never_change_keep_a_finite_likelihood():
    pixels = torch.tensor([0, 255, 128], dtype=torch.uint8).repeat(8, 1).reshape(8, 1, 1, 3)
    images = data.Images(pixels, torch.zeros(8, dtype=torch.long))
    on = fit_pixels(PIXELS["bernoulli"], images, torch.arange(8), 0).decode(torch.empty(1, 0))
    torch.testing.assert_close(on.base_dist.logits.flatten(), torch.tensor([-15.0, 15.0, 15.0]))
    assert on.log_prob(1 - (pixels > 127).float()).isfinite().all()
    p = fit_pixels(PIXELS["gaussian-learned"], images, torch.arange(8), 0).decode(torch.empty(1, 0))
    torch.testing.assert_close(p.variance.flatten(), torch.full((3,), 1e-3), rtol=1e-3, atol=0)


def test_under_dynamic_binarisation_the_sum_is_taken_in_expectation(twelve):
    images, rows = twelve
    config = ModelConfig(family="pixels", binarisation="dynamic")
    p = fit_pixels(config, images, rows, 2).decode(torch.empty(1, 0))
    grey = images.pixels[rows].double().flatten(1).numpy() / 255
    np.testing.assert_allclose(p.mean.flatten(), (grey.sum(0) + 1) / 14, rtol=1e-5)


@pytest.mark.parametrize("strength", [0, 3])
def test_continuous_bernoulli_pixels_have_the_mean_that_the_images_ask_for(twelve, strength):
    """Without a closed form: the score is zero where E[x] is the mean of the images and of s imaginary greys ½."""
    images, rows = twelve
    model = fit_pixels(ModelConfig(family="pixels", likelihood="continuous-bernoulli"), images, rows, strength)
    grey = images.pixels[rows].double().flatten(1).numpy() / 255
    p = model.decode(torch.empty(1, 0))
    expected = (grey.sum(0) + strength / 2) / (12 + strength)
    np.testing.assert_allclose(p.mean.flatten(), expected, atol=5e-3)
    logits = p.base_dist.logits.double().flatten().numpy()
    x = np.concatenate([grey, np.full((strength, 6), 0.5)])
    for pixel in range(6):

        def score(logit, seen=x[:, pixel]):  # Loaiza-Ganem & Cunningham 2019: C = logit / tanh(logit / 2)
            return -(seen * logit - np.logaddexp(0, logit) + np.log(logit / np.tanh(logit / 2))).sum()

        found = scipy.optimize.minimize_scalar(score, bounds=(-14.9, 14.9), method="bounded").x
        assert logits[pixel] == pytest.approx(found, abs=0.1)
