"""The fields of colour behind the map, and the words about a place: each number computed here once more."""

import copy
import math
import re

import numpy as np
import pytest
import scipy.special
import scipy.stats
import torch
from hands import LEFT, NONE, WAIT, action, place, position, rgb, says, seen, settle
from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from vaegui import recording, runs
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.ui.latent_map import FIELD_CELL, HINT
from vaegui.ui.map_layers import FieldLayer, ManifoldLayer
from vaegui.ui.theme import DARK, LIGHT

NAMES = {"Q": "Aggregate", "H": "Entropy", "X": "Magnification", "M": "Manifold"}
FIELD_KEYS = ("Q", "H", "X")
HOLES = r"\. (\d+) % of the prior’s mass is in holes \(below 0\.1\)"


@pytest.fixture(scope="session")
def narrow_folder(digits, tmp_path_factory):
    """A run with the same σ² everywhere, whose codes leave most of the prior empty."""
    folder = tmp_path_factory.mktemp("runs") / "narrow"
    model = ModelConfig(hidden=(), likelihood="gaussian", output="linear", variance=0.01)
    for _ in recording.train_run(digits, model, TrainConfig(epochs=1, learning_rate=0.01, device="cpu"), folder):
        pass
    return folder


@pytest.fixture
def open_one(qtbot, open_window):
    """Open a window on a run, and wait until it takes keys."""

    def open_it(run):
        opened = open_window(run.folder)
        qtbot.waitUntil(opened.isActiveWindow, timeout=WAIT)
        return opened

    return open_it


# What is drawn, and what should be


def layer(latent_map, kind):
    return next(item for item in latent_map.plot.scene().items() if isinstance(item, kind))


def field(latent_map):
    """The values that are drawn (rows, columns), the first row at the top; None while there are none of this view."""
    item, lattice = layer(latent_map, FieldLayer), latent_map.lattice(FIELD_CELL)
    if not item.isVisible() or item.image is None or latent_map.hint == "Computing…":
        return None
    area = item.mapRectToParent(item.boundingRect())
    is_here = item.image.shape == (len(lattice.vertical), len(lattice.horizontal))
    return item.image[::-1] if is_here and np.allclose(area.getRect(), lattice.area.getRect()) else None


def middles(latent_map):
    """Codes in the middles of the cells, (rows, columns, 2) float64."""
    lattice = latent_map.lattice(FIELD_CELL)
    return np.stack(np.meshgrid(lattice.horizontal, lattice.vertical), axis=-1)


def decoded_by(model, z):
    """What the decoder's last layer puts out at codes (M, 2), in float64."""
    with torch.no_grad():
        return copy.deepcopy(model.decoder).double()(torch.from_numpy(z)).flatten(1).numpy()


def aggregate(run, z):
    """log₁₀ q(z) / p(z), with q averaged over cells around codes (rows, columns, 2)."""
    share = []
    for axis, codes in enumerate((z[0, :, 0], z[:, 0, 1])):
        half = abs(codes[1] - codes[0]) / 2
        mean, std = (v[:, axis].double().numpy() for v in (run.codes.mean, run.codes.std))
        edges = [scipy.stats.norm.cdf(codes[:, None] + sign * half, mean, std) for sign in (-1, 1)]
        share.append((edges[1] - edges[0]) / (2 * half))  # (cells, N)
    q = share[1] @ share[0].T / len(mean)
    return np.log10(np.maximum(q, 1e-300)) - scipy.stats.norm.logpdf(z).sum(-1) / math.log(10)


def uncertainty(run, z):
    """The entropy of all pixels at codes (rows, columns, 2), in nats."""
    out = decoded_by(run.model, z.reshape(-1, 2))
    if run.config.model.likelihood == "bernoulli":
        on = scipy.special.expit(out)
        each = scipy.special.entr(on) + scipy.special.entr(1 - on)
    else:
        assert run.config.model.likelihood == "gaussian-learned"
        raw = np.split(out, 2, axis=1)[1]
        each = np.log(2 * math.pi * math.e * (1e-3 + np.logaddexp(0, raw))) / 2
    return each.sum(1).reshape(z.shape[:2])


def magnification(run, z):
    """log₁₀ √det JᵀJ of the mean image at codes (rows, columns, 2), with J by differences."""
    flat, step = z.reshape(-1, 2), 1e-5

    def means(codes):
        out = decoded_by(run.model, codes)
        return scipy.special.expit(out) if run.config.model.output == "sigmoid" else out

    first, second = ((means(flat + step * e) - means(flat - step * e)) / (2 * step) for e in np.eye(2))
    square = (first**2).sum(1) * (second**2).sum(1) - (first * second).sum(1) ** 2
    return np.log10(np.maximum(square, 1e-24)).reshape(z.shape[:2]) / 2


ORACLES = {"Q": aggregate, "H": uncertainty, "X": magnification}


def is_right(latent_map, run, key):
    """Whether the field of a key is on the map, each cell as it should be."""
    found = field(latent_map)
    if found is None:
        return False
    z = middles(latent_map)
    expected = ORACLES[key](run, z)
    if key == "Q":
        # Far out, where nobody would look, q and p are both next to nothing.
        near = np.abs(z).max(-1) <= 4
        return np.allclose(found[near].clip(-4), expected[near].clip(-4), atol=0.02)
    return np.allclose(found, expected, atol=5e-3, rtol=1e-3)


def wait_for(qtbot, latent_map, run, key):
    qtbot.waitUntil(lambda: is_right(latent_map, run, key), timeout=WAIT)


def background(window):
    """The button of the menu of backgrounds."""
    return next(b for b in window.findChildren(QToolButton) if b.toolTip() == "What lies behind the points")


def is_bare(window):
    """Whether nothing lies behind the points, and nothing is said about it."""
    layers = [layer(window.map, kind) for kind in (FieldLayer, ManifoldLayer)]
    return not any(item.isVisible() for item in layers) and window.map.hint == HINT


def checked(window):
    return [action.text().replace("&", "") for action in window.map.switches.backgrounds if action.isChecked()]


def range_said(latent_map):
    """The two numbers between “dark” and “bright”."""
    return [
        float(n.replace("−", "-")) for n in re.findall(r"(?:dark|bright) (−?[\d.]+(?:e[−+]?\d+)?)", latent_map.hint)
    ]


# The keys


def test_a_key_draws_its_field_and_takes_it_away(qtbot, window, own_run):
    heard = []
    window.map.field_wanted.connect(lambda name, lattice: heard.append((name, window.map.hint)))
    for key, name in (("Q", "aggregate"), ("H", "uncertainty"), ("X", "magnification")):
        assert is_bare(window)
        assert background(window).text() in ("Background: none", "Background")
        heard.clear()
        qtbot.keyClick(window.map.plot, key)
        wait_for(qtbot, window.map, own_run, key)
        assert heard[0] == (name, "Computing…")
        assert checked(window) == [NAMES[key]]
        assert background(window).text() in (f"Background: {NAMES[key]}", NAMES[key])
        assert not layer(window.map, ManifoldLayer).isVisible()
        assert window.map.switches.points.isChecked()
        qtbot.keyClick(window.map.plot, key)
        assert checked(window) == []
    assert is_bare(window)


def test_one_background_takes_the_place_of_another(qtbot, window, own_run):
    for key in ("Q", "H", "X", "M", "X", "Q"):
        qtbot.keyClick(window.map.plot, key)
        assert checked(window) == [NAMES[key]]
        assert background(window).text() in (f"Background: {NAMES[key]}", NAMES[key])
        assert layer(window.map, ManifoldLayer).isVisible() == (key == "M")
        assert layer(window.map, FieldLayer).isVisible() == (key != "M")
        if key == "M":
            assert window.map.hint == HINT
        else:
            wait_for(qtbot, window.map, own_run, key)
    for key in "HXQHXQXH":  # faster than any answer
        qtbot.keyClick(window.map.plot, key)
    assert checked(window) == ["Entropy"]
    wait_for(qtbot, window.map, own_run, "H")
    assert window.map.hint.startswith("Entropy H[p(x|z)]")
    qtbot.keyClick(window.map.plot, "H")
    assert is_bare(window)


def test_a_field_follows_the_view_and_not_the_legend(qtbot, window, own_run):
    before = window.map.lattice(FIELD_CELL)
    for key in FIELD_KEYS:
        qtbot.keyClick(window.map.plot, key)
        wait_for(qtbot, window.map, own_run, key)
        for _ in range(4):
            qtbot.keyClick(window.map.plot, Qt.Key.Key_Plus)
        assert window.map.lattice(FIELD_CELL).area.width() < before.area.width() / 2
        wait_for(qtbot, window.map, own_run, key)
        qtbot.keyClick(window.map.plot, Qt.Key.Key_Home)
        wait_for(qtbot, window.map, own_run, key)
    assert np.array_equal(window.map.lattice(FIELD_CELL).horizontal, before.horizontal)
    # Codes of a hidden class are a part of the aggregate all the same.
    legend = next(b for b in window.findChildren(QToolButton) if b.accessibleName() == "Class “3”")
    qtbot.mouseClick(legend, LEFT)
    assert window.map.switches.hidden == {3}
    qtbot.keyClick(window.map.plot, "Q")
    wait_for(qtbot, window.map, own_run, "Q")


# The menu


def menu_choice(qtbot, window, name):
    """Open the menu of backgrounds and click on one of its lines; returns what the menu offered."""
    offered = {}

    def choose():
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        lines = {line.text().replace("&", ""): line for line in menu.actions()}
        offered.update({text: (line.isEnabled(), line.isChecked()) for text, line in lines.items()})
        qtbot.mouseClick(menu, LEFT, NONE, menu.actionGeometry(lines[name]).center())
        if menu.isVisible():  # a click on what cannot be chosen leaves it open
            menu.close()

    QTimer.singleShot(0, choose)  # a press on the button returns only when its menu is closed
    qtbot.mouseClick(background(window), LEFT)
    assert QApplication.activePopupWidget() is None
    window.activateWindow()  # without a desktop nobody gives the keys back to it
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    return offered


def test_the_menu_does_what_the_keys_do(qtbot, window, own_run):
    offered = menu_choice(qtbot, window, "Aggregate")
    assert offered == dict.fromkeys(("Manifold", "Magnification", "Aggregate", "Entropy"), (True, False))
    wait_for(qtbot, window.map, own_run, "Q")
    assert background(window).text() in ("Background: Aggregate", "Aggregate")
    offered = menu_choice(qtbot, window, "Entropy")
    assert {name for name, (_, on) in offered.items() if on} == {"Aggregate"}
    wait_for(qtbot, window.map, own_run, "H")
    qtbot.keyClick(window.map.plot, "X")
    assert menu_choice(qtbot, window, "Magnification")["Magnification"] == (True, True)
    assert is_bare(window)


# The words


def test_the_words_say_the_range_of_the_colours(qtbot, window, own_run):
    qtbot.keyClick(window.map.plot, "H")
    wait_for(qtbot, window.map, own_run, "H")
    expected = uncertainty(own_run, middles(window.map))
    assert range_said(window.map) == pytest.approx(np.percentile(expected, [2, 99.8]), abs=0.51)
    assert re.fullmatch(
        r"Entropy H\[p\(x\|z\)\] of a decoded image: dark \d+, bright \d+ nats per image", window.map.hint
    )
    qtbot.keyClick(window.map.plot, "X")
    wait_for(qtbot, window.map, own_run, "X")
    expected = 10 ** np.percentile(magnification(own_run, middles(window.map)), [2, 99.8])
    assert range_said(window.map) == pytest.approx(expected, rel=0.06)
    assert window.map.hint.startswith("Magnification √det JᵀJ: dark ")
    assert window.map.hint.endswith(" (logarithmic)")
    # The posterior's words come first, and go with it.
    words = window.map.hint
    qtbot.keyClick(window.map.plot, "E")
    qtbot.waitUntil(lambda: window.map.hint.startswith("Test image "), timeout=WAIT)
    assert layer(window.map, FieldLayer).isVisible()
    qtbot.keyClick(window.map.plot, "E")
    qtbot.waitUntil(lambda: window.map.hint == words, timeout=WAIT)
    wait_for(qtbot, window.map, own_run, "X")


def test_a_density_of_grey_pixels_has_an_entropy_that_may_be_negative(qtbot, open_one, run_of):
    run = run_of("learned-variance")
    window = open_one(run)
    qtbot.keyClick(window.map.plot, "H")
    wait_for(qtbot, window.map, run, "H")
    expected = uncertainty(run, middles(window.map))
    assert range_said(window.map) == pytest.approx(np.percentile(expected, [2, 99.8]), abs=0.51)
    assert "-" not in window.map.hint  # but a true minus
    run = run_of("grey")
    assert window.desk.open_run(run.folder)
    qtbot.waitUntil(lambda: field(window.map) is not None, timeout=WAIT)
    found, z = field(window.map), middles(window.map)
    rows, columns = found.shape
    x = (np.arange(5000) + 0.5) / 5000
    for row, column in ((0, 0), (rows // 2, columns // 2), (rows // 3, columns - 1), (rows - 1, columns // 4)):
        logit = 15 * np.tanh(decoded_by(run.model, z[row, column][None]).T / 15)  # (pixels, 1)
        density = np.exp(logit * x) * logit / np.expm1(logit)
        expected = -(density * np.log(density)).mean(1).sum()
        assert found[row, column] == pytest.approx(expected, rel=1e-3, abs=1e-2)


def hole_by_cells(run):
    """The prior's mass in cells of 0.05 where q(z) has less than a tenth of it."""
    axis = np.arange(-6, 6.001, 0.05)
    prior = np.diff(scipy.stats.norm.cdf(axis))
    mean, std = run.codes.mean.double().numpy(), run.codes.std.double().numpy()
    shares = [np.diff(scipy.stats.norm.cdf(axis[:, None], mean[:, i], std[:, i]), axis=0) for i in (0, 1)]
    q, p = shares[0] @ shares[1].T / len(mean), np.outer(prior, prior)
    return p[q < p / 10].sum()


def hole_by_draws(run, draws=10_000):
    """The share of draws from the prior where the mixture's density is less than a tenth of the prior's."""
    z = np.random.default_rng(0).normal(size=(draws, 2))
    return np.mean(mixture(run, z) < scipy.stats.norm.pdf(z).prod(1) / 10)


def mixture(run, z):
    """q(z) = 1/N Σ q(z|xₙ) at codes (M, 2), (M,)."""
    mean, std = run.codes.mean.double().numpy(), run.codes.std.double().numpy()
    return scipy.stats.norm.pdf(z[:, None], mean, std).prod(2).mean(1)


def test_the_holes_are_said_as_a_share_of_the_priors_mass(qtbot, window, run_of, own_run, narrow_folder):
    shares = []
    qtbot.keyClick(window.map.plot, "Q")
    for run in (own_run, run_of("em"), runs.load(narrow_folder)):
        assert window.desk.open_run(run.folder)
        wait_for(qtbot, window.map, run, "Q")
        words = "q(z) / p(z): white 1, red to 100 (codes), blue to 0.01 (holes: decoded, but never coded)"
        match = re.fullmatch(re.escape(words) + HOLES, window.map.hint)
        assert match, window.map.hint
        assert int(match[1]) == pytest.approx(100 * hole_by_cells(run), abs=0.51)
        assert int(match[1]) == pytest.approx(100 * hole_by_draws(run), abs=4)
        shares.append(int(match[1]))
    assert max(shares) > 50
    assert max(shares) - min(shares) > 10


# The colours


def colours_of(latent_map):
    """The colour on screen in the middle of each cell (rows, columns, 3), and which of them are to be seen."""
    settle(latent_map)
    picture = seen(latent_map.plot.viewport())
    z, pixel = middles(latent_map), latent_map.view.viewPixelSize()[0]
    edge = 8 * pixel  # in which the ticks are
    view = latent_map.view.viewRect().adjusted(edge, edge, -edge, -edge)
    inside = np.array([[view.contains(*code) for code in row] for row in z])
    x, y = latent_map.target
    inside &= np.hypot(z[..., 0] - x, z[..., 1] - y) > 30 * pixel
    found = np.zeros((*inside.shape, 3), np.uint8)
    for row, column in zip(*np.nonzero(inside), strict=True):
        point = place(latent_map, *z[row, column])
        found[row, column] = picture[point.y(), point.x()]
    return found, inside


def test_both_themes_show_a_field_in_the_same_colours(qtbot, window, own_run):
    qtbot.keyClick(window.map.plot, "P")
    pictures = []
    for key, theme in (("Q", LIGHT), ("Q", DARK), ("H", DARK), ("H", LIGHT)):
        action(window, theme.name.capitalize()).trigger()
        if NAMES[key] not in checked(window):
            qtbot.keyClick(window.map.plot, key)
        wait_for(qtbot, window.map, own_run, key)
        found, inside = colours_of(window.map)
        values = field(window.map)[inside]
        colours = found[inside].astype(int)
        assert len(values) > 1000
        assert (colours == rgb(theme.base)).all(-1).mean() < 0.02  # hardly anything of the empty map is left
        if key == "Q":
            red, blue = colours[:, 0], colours[:, 2]
            assert (values < -1).any()
            assert (values > 0.5).any()
            assert (blue - red)[values < -1].min() > 40
            assert (red - blue)[values > 0.5].min() > 20
            assert colours[np.abs(values) < 0.05].min() > 200
        else:
            luminance = colours @ (0.2126, 0.7152, 0.0722)
            assert scipy.stats.spearmanr(values, luminance).statistic > 0.99
        pictures.append(found[inside])
    assert np.array_equal(*pictures[:2])
    assert np.array_equal(*pictures[2:])


# What there is not


def test_what_a_model_does_not_have_cannot_be_switched_on(qtbot, open_one, run_of, narrow_folder):
    run = run_of("autoencoder")
    window = open_one(run)
    assert window.map.switches.fields["magnification"].isEnabled()
    for name, key in (("aggregate", "Q"), ("uncertainty", "H")):
        assert not window.map.switches.fields[name].isEnabled()
        qtbot.keyClick(window.map.plot, key)
        assert is_bare(window)
        assert background(window).text() in ("Background: none", "Background")
    offered = menu_choice(qtbot, window, "Aggregate")
    assert {name for name, (enabled, _) in offered.items() if enabled} == {"Manifold", "Magnification"}
    assert is_bare(window)
    qtbot.keyClick(window.map.plot, "X")
    wait_for(qtbot, window.map, run, "X")
    # With the same variance everywhere, no image is less certain than another.
    run = runs.load(narrow_folder)
    assert window.desk.open_run(run.folder)
    wait_for(qtbot, window.map, run, "X")
    assert not window.map.switches.uncertainty.isEnabled()
    qtbot.keyClick(window.map.plot, "H")
    assert checked(window) == ["Magnification"]
    qtbot.keyClick(window.map.plot, "Q")
    wait_for(qtbot, window.map, run, "Q")
    assert field(window.map).max() > 0.5  # many codes in little room


def test_without_a_map_it_is_said_why_there_is_no_background(qtbot, window, run_of):
    for run, reason in (
        (run_of("pixels"), "Independent pixels have no latent variables, and so no map."),
        (run_of("one-dimension"), "This model’s codes have one dimension; a map needs two."),
    ):
        assert window.desk.open_run(run.folder)
        assert window.map.message.startswith(reason)
        assert reason in says(window.map)
        assert not background(window).isEnabled()
        assert not any(switch.isEnabled() for switch in window.map.switches.backgrounds)
        for key in NAMES:
            qtbot.keyClick(window.map.plot, key)
        assert checked(window) == []
        assert not layer(window.map, FieldLayer).isVisible()
        assert HINT not in says(window.map)


def test_a_field_waits_where_it_makes_no_sense_and_is_there_again_where_it_does(qtbot, window, own_run, run_of):
    autoencoder, pixels = run_of("autoencoder"), run_of("pixels")
    qtbot.keyClick(window.map.plot, "Q")
    wait_for(qtbot, window.map, own_run, "Q")
    for other in (autoencoder, pixels):
        assert window.desk.open_run(other.folder)
        assert not layer(window.map, FieldLayer).isVisible()
        assert "q(z) / p(z)" not in says(window.map)
        assert "Computing" not in says(window.map)
        assert not window.map.switches.aggregate.isEnabled()
        assert window.desk.open_run(own_run.folder)
        wait_for(qtbot, window.map, own_run, "Q")


def test_runs_side_by_side_have_their_own_codes_and_holes(qtbot, window, own_run, run_of):
    other = run_of("learned-variance")
    qtbot.keyClick(window.map.plot, "Q")
    window.desk.compare([other.folder])
    for latent_map, run in zip(window.desk.explorer.maps.maps, (own_run, other), strict=True):
        wait_for(qtbot, latent_map, run, "Q")
        said = int(re.search(HOLES, latent_map.hint)[1])
        assert said == pytest.approx(100 * hole_by_cells(run), abs=0.51)


# The words about a place

NEARBY = r"([\d,]+) codes? within ([\d.]+(?:e-\d+)?) · (\d+)% “(.)”"
DENSITY = r" · q\(z\) = (\S+), (< 0\.01|> 1,000|\S+) × the prior"


def around(window):
    """The words below the decoded image."""
    return next(
        label.text()
        for label in window.desk.explorer.decoded.findChildren(type(window.map._hint))
        if " within " in label.text()
    )


def assert_describes(window, run, x, y):
    """The words are those that a count and the mixture's density give."""
    words = around(window)
    distance = np.hypot(*(run.codes.mean.double().numpy() - (x, y)).T)
    labels = run.codes.labels.numpy()[distance <= 0.1]
    if len(labels):
        count, reach, share, name = re.match(NEARBY, words).groups()
        assert (int(count.replace(",", "")), reach) == (len(labels), "0.1")
        counts = np.bincount(labels, minlength=10)
        assert int(share) == pytest.approx(100 * counts.max() / len(labels), abs=0.51)
        assert counts[int(name)] == counts.max()
        assert ("codes" in words) == (len(labels) > 1)
    else:
        assert words.startswith("No code within 0.1: the decoder is on its own here")
    q, ratio = re.search(DENSITY + "$", words).groups()
    expected = mixture(run, np.array([[x, y]])).item()
    times = expected / scipy.stats.norm.pdf([x, y]).prod()
    assert float(q) == pytest.approx(expected, rel=0.06)
    if times < 0.0099:
        assert ratio == "< 0.01"
    elif 0.0101 < times < 990:
        assert float(ratio) == pytest.approx(times, rel=0.06)


def click(qtbot, window, x, y):
    """Click on a place of the map; returns where the target is then."""
    point = place(window.map, x, y)
    qtbot.mouseClick(window.map.plot.viewport(), LEFT, NONE, point)
    assert window.map.target == pytest.approx(position(window.map, point))
    return window.map.target


def test_codes_nearby_and_their_density_are_said_wherever_the_target_is(qtbot, window, own_run, run_of, narrow_folder):
    for run in (own_run, run_of("em"), runs.load(narrow_folder)):
        assert window.desk.open_run(run.folder)
        settle(window.map)
        for x, y in [*run.codes.mean[:5].tolist(), (2.5, 2.5), (-2.5, 1.0), (0.0, -3.0), (0.3, 0.1)]:
            assert_describes(window, run, *click(qtbot, window, x, y))
    spin = window.desk.explorer.decoded.spins[0]
    for far in ("40", "-1000", "1e6"):
        spin.setFocus()
        spin.selectAll()
        qtbot.keyClicks(spin, far)
        qtbot.keyClick(spin, Qt.Key.Key_Return)
        assert around(window).startswith("No code within 0.1: the decoder is on its own here")


def test_an_autoencoder_has_codes_nearby_but_no_prior_to_compare_with(qtbot, open_one, run_of):
    run = run_of("autoencoder")
    window = open_one(run)
    settle(window.map)
    codes = run.codes.mean.double().numpy()
    reach = float(f"{0.1 * codes.std(0).mean():.1g}")
    for code in codes[:4]:
        x, y = click(qtbot, window, *code)
        labels = run.codes.labels.numpy()[np.hypot(*(codes - (x, y)).T) <= reach]
        words = around(window)
        assert "q(z)" not in words
        assert "prior" not in words
        count, said, share, _ = re.fullmatch(NEARBY, words).groups()
        assert (int(count.replace(",", "")), float(said)) == (len(labels), reach)
        assert int(share) == pytest.approx(100 * np.bincount(labels).max() / len(labels), abs=0.51)
