import copy
import math
import subprocess
import sys

import numpy as np
import pytest
import torch

from vaegui import geometry, runs
from vaegui.models import Model, ModelConfig
from vaegui.steps import finish

ANYTHING = {
    "bernoulli": ModelConfig(hidden=(16,)),
    "conv": ModelConfig(hidden=(4, 6), architecture="conv"),
    "continuous-bernoulli": ModelConfig(hidden=(16,), likelihood="continuous-bernoulli", latent_size=3),
    "gaussian": ModelConfig(hidden=(16,), likelihood="gaussian", activation="tanh"),
    "gaussian-learned": ModelConfig(hidden=(16,), likelihood="gaussian-learned", output="linear", activation="silu"),
    "autoencoder": ModelConfig(hidden=(16,), family="autoencoder", likelihood="gaussian", latent_size=5),
    "relu": ModelConfig(hidden=(16,), activation="relu", latent_size=1),
}


@pytest.fixture(params=ANYTHING.values(), ids=ANYTHING)
def model(request):
    """Small, of double precision, with codes that matter; its parameters still want gradients."""
    torch.manual_seed(0)
    model = Model(request.param, (2, 4, 4)).double()
    for parameter in model.decoder.parameters():
        parameter.data.mul_(3)
    return model


def points(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.double)


def sphere(z):
    """(θ, φ): colatitude and longitude on the unit sphere, metric diag(1, sin²θ)."""
    theta, phi = z.unbind(1)
    return torch.stack((theta.sin() * phi.cos(), theta.sin() * phi.sin(), theta.cos()), 1)


def polar(z):
    """(r, φ) on the plane; any further coordinates stay as they are."""
    return torch.cat((z[:, :1] * z[:, 1:2].cos(), z[:, :1] * z[:, 1:2].sin(), z[:, 2:]), 1)


def hill(z):
    """The plane with a steep hill at the origin."""
    return torch.cat((z, 6 * (-2 * z.square().sum(1, keepdim=True)).exp()), 1)


def linear(z):
    return z @ torch.tensor([[1.0, 2.0, 0.5], [-1.0, 0.3, 0.0]], dtype=z.dtype)


def flat(z):
    return torch.ones(len(z), 3, 2)


def great_circle(start, end):
    a, b = sphere(torch.stack((start, end)))
    return float(torch.atan2(torch.linalg.cross(a, b).norm(), a @ b))


def length(decoder, path):
    return float(geometry.segment_lengths(decoder, path).sum())


def pair(*numbers):
    return torch.tensor(numbers, dtype=torch.double).reshape(2, -1)


# ---- the metric


def test_the_decoder_is_the_mean_of_the_pixels(model):
    z = points(5, model.config.latent_size)
    torch.testing.assert_close(geometry.mean_decoder(model)(z), model.decode(z).mean)


def test_the_metric_is_that_of_the_jacobian(model):
    decoder = geometry.mean_decoder(model)
    size = model.config.latent_size
    z = points(2, 3, size)
    found = geometry.metric(decoder, z)
    assert found.shape == (2, 3, size, size)
    assert not found.requires_grad
    for row, g in zip(z.reshape(-1, size), found.reshape(-1, size, size), strict=True):
        jacobian = torch.autograd.functional.jacobian(lambda at: decoder(at[None]).flatten(), row)
        torch.testing.assert_close(g, jacobian.T @ jacobian)
        step = 1e-5 * torch.eye(size, dtype=torch.double)
        columns = ((decoder(row + step) - decoder(row - step)) / 2e-5).flatten(1).detach()
        # torch's mean of the continuous Bernoulli jumps a little where its Taylor series begins
        torch.testing.assert_close(g, columns @ columns.T, rtol=1e-4, atol=1e-6)


def test_the_metric_of_many_points_is_that_of_each(model):
    decoder = geometry.mean_decoder(model)
    z = points(geometry.BLOCK + 3, model.config.latent_size)
    found = geometry.metric(decoder, z)
    for row in (0, geometry.BLOCK // 2, geometry.BLOCK + 2):
        torch.testing.assert_close(found[row], geometry.metric(decoder, z[row]))
    torch.testing.assert_close(geometry.magnification(decoder, z), torch.linalg.det(found).clamp(min=0).sqrt())
    assert geometry.metric(decoder, z[:0]).shape == (0, *found.shape[1:])


def test_the_metric_of_the_sphere():
    z = points(4, 5, 2)
    expected = torch.diag_embed(torch.stack((torch.ones(4, 5), z[..., 0].sin().square()), -1))
    torch.testing.assert_close(geometry.metric(sphere, z), expected)
    area = geometry.magnification(sphere, z)
    torch.testing.assert_close(area, z[..., 0].sin().abs())
    torch.testing.assert_close(geometry.magnification(sphere, z.float()), area.float())


def test_nothing_is_magnified_where_a_direction_changes_nothing():
    z = points(100, 2).float()
    assert geometry.metric(flat, z).abs().max() == 0
    assert geometry.magnification(flat, z).abs().max() == 0
    steepness = torch.linspace(0, 100, 500, dtype=torch.double)
    crease = geometry.magnification(lambda z: torch.outer(z[:, 0] + 0.7 * z[:, 1], steepness).sin(), z.double())
    assert crease.isfinite().all()  # of rank one, but for rounding
    assert crease.max() < 1


def test_a_model_in_float32_takes_codes_in_double():
    torch.manual_seed(0)
    decoder = geometry.mean_decoder(Model(ModelConfig(hidden=(8,)), (1, 4, 4)))
    z = points(3, 2)
    torch.testing.assert_close(geometry.metric(decoder, z).float(), geometry.metric(decoder, z.float()))


def test_single_precision_is_precise_enough(model):
    """Also at p = ½, where torch's mean of the continuous Bernoulli is a difference of large numbers."""
    z = points(200, model.config.latent_size)
    exact = geometry.metric(geometry.mean_decoder(model), z)
    single = geometry.metric(geometry.mean_decoder(copy.deepcopy(model).float()), z.float())
    assert single.dtype == torch.float32
    torch.testing.assert_close(single.double(), exact, rtol=1e-3, atol=1e-4 * float(exact.abs().max()))


def test_nearly_flat_is_not_flat():
    """√det G of (x, x + y/10 000) is 1/10 000; in single precision det G would be 1 − 1."""
    found = geometry.magnification(lambda z: torch.stack((z[:, 0], z[:, 0] + z[:, 1] / 1e4), 1), torch.zeros(5, 2))
    torch.testing.assert_close(found, torch.full((5,), 1e-4), rtol=1e-3, atol=0)


def test_the_first_map_is_quick_and_quiet():
    """Forward-mode derivatives would load torch's compiler first, for seconds, and print a warning."""
    script = (
        "import sys, torch; from vaegui import geometry; from vaegui.models import Model, ModelConfig\n"
        "decoder = geometry.mean_decoder(Model(ModelConfig(hidden=(4,)), (1, 2, 2)))\n"
        "geometry.magnification(decoder, torch.zeros(3, 2))\n"
        "assert 'torch._dynamo' not in sys.modules and 'sympy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True, timeout=100)


# ---- lengths


@pytest.mark.parametrize("count", [2, 3, 40])
def test_the_length_of_a_coarse_path_is_that_of_its_segments(count):
    """Along a meridian, a parallel, and a radius that is crossed, against closed forms."""
    parallel = torch.stack((torch.full((count,), 1.1), torch.linspace(0, 4, count)), 1).double()
    assert length(sphere, parallel) == pytest.approx(4 * math.sin(1.1), rel=1e-6)
    slope = geometry.straight(pair(0.0, 0.0, 2.0, 2.0), count)  # ∫ √(1 + r²) dr, an Archimedean spiral
    assert length(polar, slope) == pytest.approx((2 * math.sqrt(5) + math.asinh(2)) / 2, rel=1e-4)


def test_lengths_are_of_each_segment():
    path = points(7, 2)
    found = geometry.segment_lengths(linear, path)
    torch.testing.assert_close(found, linear(path).diff(dim=0).norm(dim=1))
    assert geometry.segment_lengths(linear, path[:1]).shape == (0,)
    assert geometry.segment_lengths(flat, path).tolist() == [0] * 6


# ---- paths


def test_straight_points_are_equally_spaced_along_the_polyline():
    pins = torch.tensor([[0.0, 0.0], [3.0, 0.0], [3.0, 0.0], [3.0, 1.0]])
    expected = torch.tensor([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0], [3.0, 1.0]])
    torch.testing.assert_close(geometry.straight(pins, 5), expected)
    for pins in (points(50, 3, seed=seed) for seed in range(20)):
        assert torch.equal(geometry.straight(pins, 70)[[0, -1]], pins[[0, -1]])
        assert torch.equal(geometry.spherical(pins, 70)[[0, -1]], pins[[0, -1]])
    pins = points(6, 4).float()
    path = geometry.straight(pins, 1001)
    assert torch.equal(path[[0, -1]], pins[[0, -1]])
    steps = path.diff(dim=0).norm(dim=1)
    total = pins.diff(dim=0).norm(dim=1).sum()
    assert steps.sum().item() == pytest.approx(float(total), rel=3e-3)  # corners are cut
    assert (steps > 0.999 * total / 1000).sum() >= 995  # all but those that turn a corner


@pytest.mark.parametrize("along", [geometry.straight, geometry.spherical])
@pytest.mark.parametrize("pins", [1, 2, 5])
def test_pins_that_coincide_are_one_point(along, pins):
    place = points(1, 3).float()
    assert torch.equal(along(place.repeat(pins, 1), 4), place.repeat(4, 1))
    several = torch.cat((place, place, -2 * place, place + 1, place + 1))
    assert torch.equal(along(several, 9)[[0, -1]], several[[0, -1]])
    assert torch.equal(along(several, 1), place)


def test_a_spherical_path_turns_about_the_origin():
    a, b = points(2, 6)
    t = np.linspace(0, 1, 13)[:, None]
    omega = math.acos(float(a @ b / (a.norm() * b.norm())))
    expected = (np.sin((1 - t) * omega) * a.numpy() + np.sin(t * omega) * b.numpy()) / math.sin(omega)
    np.testing.assert_allclose(geometry.spherical(torch.stack((a, b)), 13), expected, atol=1e-12)


def test_a_spherical_path_keeps_its_norm_and_its_speed_through_several_pins():
    angles = torch.tensor([0.3, 1.0, 3.5, 2.9, 2.9])
    pins = 1.7 * torch.stack((angles.cos(), angles.sin()), 1)
    path = geometry.spherical(pins, 200)
    torch.testing.assert_close(path.norm(dim=1), torch.full((200,), 1.7))
    assert torch.equal(path[[0, -1]], pins[[0, -1]])
    steps = path.diff(dim=0).norm(dim=1)
    expected = torch.full((199,), 1.7 * (0.7 + 2.5 + 0.6) / 199)
    turned = (steps < 0.99 * expected).sum()
    assert turned <= 1  # at 3.5, where it goes back
    torch.testing.assert_close(steps[steps > 0.99 * expected], expected[: 199 - turned], rtol=1e-4, atol=0)


def test_a_spherical_path_is_straight_where_no_turn_is_named():
    for a, b in ([[1.0, 2.0], [-1.3, -2.6]], [[1.0, 2.0], [3.0, 6.0]], [[0.0, 0.0], [1.0, -1.0]]):
        pins = torch.tensor([a, b])
        torch.testing.assert_close(geometry.spherical(pins, 7), geometry.straight(pins, 7))


# ---- shortest paths

ON_SPHERE = [(1.2, 0.2, 0.7, 2.9), (0.4, 0.0, 0.5, 2.6), (1.5, -1.0, 1.6, 1.3), (0.9, 0.5, 2.0, 0.5)]


@pytest.mark.parametrize("pins", [pair(*numbers) for numbers in ON_SPHERE])
def test_shortest_paths_on_the_sphere_are_great_circles(pins):
    path = finish(geometry.shortest(sphere, pins, 60))
    assert torch.equal(path[[0, -1]], pins[[0, -1]])
    angle = great_circle(*pins)
    assert length(sphere, path) == pytest.approx(angle, rel=1e-3)
    on = sphere(path)
    normal = torch.linalg.cross(*on[[0, -1]])
    assert (on @ normal / normal.norm()).abs().max() < 0.01  # the distance from the plane of the great circle
    np.testing.assert_allclose(geometry.segment_lengths(sphere, path), angle / 59, rtol=0.01)


@pytest.mark.parametrize("size", [2, 3])
def test_shortest_paths_in_polar_coordinates_are_straight_in_cartesian_ones(size):
    pins = torch.tensor([[1.0, -1.2, 0.0], [2.0, 1.3, 1.5]], dtype=torch.double)[:, :size]
    path = finish(geometry.shortest(polar, pins, 30))
    expected = geometry.straight(polar(pins), 30)
    torch.testing.assert_close(polar(path), expected, atol=5e-3, rtol=0)
    assert length(polar, path) == pytest.approx(float((expected[-1] - expected[0]).norm()), rel=1e-3)
    assert length(polar, path) < 0.9 * length(polar, geometry.straight(pins, 30))


def test_a_shortest_path_goes_round_a_hill():
    """Straight across is a saddle of the energy that no gradient leads away from; the lattice finds a way round."""
    pins = pair(-2, 0, 2, 0)
    path = finish(geometry.shortest(hill, pins, 80))
    across = length(hill, geometry.straight(pins, 80))
    assert across > 12  # twice its height
    assert length(hill, path) < 0.5 * across
    assert path.norm(dim=1).min() > 0.8
    t = torch.linspace(0, 1, 80, dtype=torch.double)
    bows = [torch.stack((4 * t - 2, height * (math.pi * t).sin()), 1) for height in np.linspace(0.8, 3, 100)]
    assert length(hill, path) < min(length(hill, bow) for bow in bows)


def test_a_way_round_that_turns_out_to_be_longer_is_not_taken():
    """The nodes of the lattice, 4/24 apart, do not see the waves that lie beside the straight way over the hill."""

    def waves(z):
        return torch.cat((hill(z), (12 * math.pi * z[:, 1:]).sin()), 1)

    pins = pair(-2, 0, 2, 0)
    path = finish(geometry.shortest(waves, pins, 80))
    assert length(waves, path) <= length(waves, geometry.straight(pins, 80)) * (1 + 1e-6)


def test_a_shortest_path_under_a_constant_metric_is_the_straight_line():
    pins = points(4, 2)
    path = finish(geometry.shortest(linear, pins[:2], 20))
    torch.testing.assert_close(path, geometry.straight(pins[:2], 20), rtol=0, atol=1e-12)  # it, not something like it
    path = finish(geometry.shortest(linear, pins[:2].float(), 20))
    torch.testing.assert_close(path, geometry.straight(pins[:2].float(), 20))
    path = finish(geometry.shortest(linear, pins, 50))
    assert torch.equal(path[[0, -1]], pins[[0, -1]])
    images = linear(path)
    steps = images.diff(dim=0).norm(dim=1)
    assert steps.sum() == pytest.approx(float(linear(pins).diff(dim=0).norm(dim=1).sum()), rel=2e-2)
    assert (steps > 0.999 * steps.max()).sum() >= 45  # all but the corners


def test_where_images_do_not_change_the_straight_line_is_as_short_as_any():
    pins = points(3, 2).float()
    torch.testing.assert_close(finish(geometry.shortest(flat, pins[:2], 9)), geometry.straight(pins[:2], 9))
    path = finish(geometry.shortest(flat, pins, 9))
    torch.testing.assert_close(path, geometry.straight(pins, 9), rtol=1e-4, atol=1e-4)


def test_a_shortest_path_round_a_hill_on_flat_land_costs_nothing():
    def mound(z):
        return 5 * (1 - z.square().sum(1, keepdim=True)).relu()

    pins = pair(-2, 0.3, 2, 0).float()
    path = finish(geometry.shortest(mound, pins, 100))
    assert length(mound, geometry.straight(pins, 100)) > 9
    assert length(mound, path) < 0.02
    assert path.abs().max() < 6  # nor does it run away, although nothing keeps it


def test_a_shortest_path_to_where_it_starts_stays_there():
    place = points(1, 2)
    for pins in (1, 2, 3):
        assert torch.equal(finish(geometry.shortest(sphere, place.repeat(pins, 1), 5)), place.repeat(5, 1))
    there = torch.cat((place, place, place + 0.1))
    torch.testing.assert_close(
        finish(geometry.shortest(sphere, there, 5)), finish(geometry.shortest(sphere, there[1:], 5))
    )
    assert torch.equal(finish(geometry.shortest(sphere, there, 1)), place)


def test_several_pins_are_passed_one_after_the_other():
    pins = torch.tensor([[1.2, 0.2], [0.7, 2.9], [2.0, 2.0]], dtype=torch.double)
    path = finish(geometry.shortest(sphere, pins, 300))
    assert torch.equal(path[[0, -1]], pins[[0, -1]])
    assert (path - pins[1]).norm(dim=1).min() < 0.02
    angles = great_circle(pins[0], pins[1]) + great_circle(pins[1], pins[2])
    assert length(sphere, path) == pytest.approx(angles, rel=3e-3)


def test_the_share_done_rises_and_the_search_can_be_stopped():
    pins = torch.tensor([[1.2, 0.2], [0.7, 2.9], [2.0, 2.0]], dtype=torch.double)
    shares = list(geometry.shortest(sphere, pins, 10))
    assert len(shares) >= 5
    assert shares == sorted(set(shares))
    assert shares[0] >= 0
    assert shares[-1] == 1
    search = geometry.shortest(sphere, pins, 10)
    next(search)
    assert torch.is_grad_enabled()
    search.close()
    with torch.no_grad():
        search = geometry.shortest(sphere, pins, 10)
        for _ in search:
            assert not torch.is_grad_enabled()


@pytest.mark.parametrize("wanted", [True, False])
def test_the_model_stays_as_it_is(model, wanted):
    model.requires_grad_(wanted)
    kept = next(model.decoder.parameters())
    kept.grad = torch.ones_like(kept)
    before = {name: value.clone() for name, value in model.state_dict().items()}
    decoder = geometry.mean_decoder(model)
    pins = points(2, model.config.latent_size).requires_grad_()
    path = finish(geometry.shortest(decoder, pins, 7))
    geometry.magnification(decoder, pins)
    with torch.no_grad():
        assert torch.equal(path, finish(geometry.shortest(decoder, pins, 7)))
    assert not path.requires_grad
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
    assert all(p.requires_grad == wanted and (p.grad is None or p is kept) for p in model.parameters())
    assert bool((kept.grad == 1).all())
    assert pins.grad is None


@pytest.mark.parametrize(
    ("name", "pairs"), [("digits-vae-2d", 6), ("mnist-vae-2d", 2), ("mnist-ae-2d", 2), ("mnist-em-2d", 2)]
)
def test_no_shortest_path_of_a_shipped_run_is_longer_than_the_straight_one(name, pairs):
    run = runs.load(name)
    decoder = geometry.mean_decoder(run.model)
    codes = run.codes.mean
    gains = []
    for pins in codes[torch.randint(len(codes), (pairs, 2), generator=torch.Generator().manual_seed(1))]:
        path = finish(geometry.shortest(decoder, pins, 65))
        assert torch.equal(path[[0, -1]], pins[[0, -1]])
        assert path.dtype == torch.float32
        gains.append(1 - length(decoder, path) / length(decoder, geometry.straight(pins, 65)))
    assert min(gains) > -1e-4
    assert max(gains) > 0.02
