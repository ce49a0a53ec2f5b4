"""Points are coloured by class, or by a number that is computed for each image, with a bar that says what it is."""

import numpy as np
import pytest
import torch
from hands import LEFT, WAIT, choose_tab, has_colour, hold, rgb, seen, stop, train

from vaegui import explore, shapes
from vaegui.data import fixed_thresholds, observe
from vaegui.objectives import elbo_terms
from vaegui.plane import CLASS_COLOURS
from vaegui.ui import colouring
from vaegui.ui.colour_bar import OUTLIERS, STEPS, Amounts, ColourBar, colours
from vaegui.ui.map_switches import COLOURS
from vaegui.ui.theme import DARK, LIGHT


def contrast(one, other):
    """WCAG's contrast of two colours (3,) uint8."""

    def luminance(colour):
        share = colour / 255
        linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
        return linear @ (0.2126, 0.7152, 0.0722)

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def density_of(mean, std):
    return torch.cat(list(explore.code_density(mean, std)))


def amounts_of(qtbot, window, name):
    """Colour the points, and return what by, once it was computed."""
    window.maps.switches.colours[name].trigger()
    title = COLOURS[name][0] if name in COLOURS else name.removeprefix("factor ")
    qtbot.waitUntil(lambda: window.map.amounts is not None and window.map.amounts.title.startswith(title), timeout=WAIT)
    return window.map.amounts


def test_the_colours_can_be_told_from_both_grounds_and_get_brighter_all_the_way():
    table = colours().astype(float)
    assert table.shape == (STEPS, 3)
    lightness = table @ (0.2126, 0.7152, 0.0722)
    assert (np.diff(lightness) > 0).all()
    for theme in (LIGHT, DARK):
        assert min(contrast(colour, rgb(theme.base)) for colour in table) > 1.35


def test_the_bar_stands_for_all_values_but_outliers(qtbot):
    values = np.concatenate([np.arange(1000.0), [1e9, -1e9, np.nan]])
    amounts = Amounts(values, "Something", "units")
    low, high = amounts.range
    assert (low, high) == pytest.approx(np.percentile(values[:-1], [OUTLIERS, 100 - OUTLIERS]))
    steps = amounts.steps
    assert (steps[0], steps[999], steps[1000], steps[1001], steps[1002]) == (0, STEPS - 1, STEPS - 1, 0, 0)
    assert (np.diff(steps[:1000]) >= 0).all()
    bar = ColourBar()
    qtbot.addWidget(bar)
    bar.set_amounts(amounts)
    assert bar.words == "Something: 9 to 990 units"
    bar.set_amounts(None)
    assert bar.isHidden()


def test_equal_values_have_one_colour():
    assert set(Amounts(np.full(5, 3.0), "x").steps) == {0}
    assert Amounts(np.full(5, np.nan), "x").range == (0.0, 0.0)


def test_the_density_at_codes_is_that_of_a_sum_over_all_of_them():
    rng = np.random.default_rng(0)
    mean, std = torch.from_numpy(rng.normal(size=(400, 2))), torch.from_numpy(rng.uniform(0.2, 0.4, (400, 2)))
    gaps = (mean[:, None] - mean[None]) / std[None]
    expected = ((-gaps.square().sum(-1) / 2).exp() / (2 * torch.pi * std.prod(1))).mean(1)
    assert torch.allclose(density_of(mean, std), expected)
    mean[3] = torch.nan
    found = density_of(mean, std)
    assert found[3].isnan()
    assert found.isnan().sum() == 1
    points = density_of(mean[:5], torch.zeros(5, 2))  # an autoencoder's codes: Scott's rule makes them wide
    assert points.isnan().tolist() == [False, False, False, True, False]


def test_the_density_at_very_many_codes_is_averaged_over_small_cells(monkeypatch):
    rng = np.random.default_rng(0)
    mean, std = torch.from_numpy(rng.normal(size=(600, 2))), torch.full((600, 2), 0.15, dtype=torch.double)
    mean[0] = 300.0  # one far out does not make cells of a map for all others
    expected = density_of(mean, std)
    monkeypatch.setattr(explore, "MOST_EXACT", 500)
    found = density_of(mean, std)
    middle = mean.norm(dim=1) < 1.5
    assert (found - expected)[middle].abs().max() < expected.max() / 100


@pytest.mark.parametrize("name", ["density", "ink", "elbo", "error"])
def test_points_take_the_colours_of_what_was_computed(window, qtbot, digits, own_run, name):
    amounts = amounts_of(qtbot, window, name)
    pixels = digits.test.pixels
    x = observe(pixels, own_run.config.model.observed_as, fixed_thresholds(pixels.shape))
    q = own_run.model.encode(x)
    if name == "ink":
        expected = pixels.double().mean((1, 2, 3)) / 255
        tolerance = 1e-12
    elif name == "error":
        rebuilt = own_run.model.decode(q.mean).mean
        expected = (rebuilt - pixels / 255).square().mean((1, 2, 3)).sqrt()
        tolerance = 1e-5
    elif name == "elbo":
        noise = torch.randn(400, len(x), 2, generator=torch.Generator().manual_seed(1))
        expected = elbo_terms(own_run.model, x, noise).elbo
        tolerance = 6.0  # four draws of z, against 400
    else:
        expected = explore.Aggregate(own_run.codes.mean, own_run.codes.std).density(own_run.codes.mean)
        tolerance = 1e-6
    assert np.abs(amounts.values - expected.detach().numpy()).max() < tolerance
    assert window.map.bar.isVisible()
    picture = seen(window.map.plot)
    drawn = [int((picture == colour).all(-1).sum()) > 0 for colour in colours()]
    wanted = np.bincount(amounts.steps, minlength=STEPS) > 2
    assert sum(drawn) > wanted.sum() / 2
    assert not has_colour(picture, CLASS_COLOURS[3])
    window.maps.switches.colours["class"].trigger()
    qtbot.waitUntil(lambda: window.map.amounts is None)
    assert not window.map.bar.isVisible()


def test_what_cannot_be_computed_is_said_and_classes_come_back(open_window, run_of, qtbot):
    opened = open_window(run_of("autoencoder").folder)
    qtbot.waitUntil(lambda: opened.desk.explorer.drivers[0].images is not None, timeout=WAIT)
    opened.maps.switches.colours["elbo"].trigger()
    assert opened.map.amounts is None
    assert "no ELBO" in opened.statusBar().currentMessage()
    assert amounts_of(qtbot, opened, "error").values.shape == (360,)


def test_colours_follow_a_model_that_is_being_trained(window, qtbot, monkeypatch):
    monkeypatch.setattr(colouring, "SHARE", 0.0)  # else one measurement that took long delays the next ones
    amounts_of(qtbot, window, "error")
    train(qtbot, window)
    seen_values = set()

    def has_changed():
        if window.map.amounts is not None:
            seen_values.add(window.map.amounts.values.tobytes())
        return len(seen_values) > 3

    qtbot.waitUntil(has_changed, timeout=WAIT)
    hold(qtbot, window)
    stop(qtbot, window)
    qtbot.waitUntil(lambda: window.map.amounts is not None and len(window.map.amounts.values) == 360, timeout=WAIT)


def test_maps_side_by_side_are_coloured_each_by_its_own_model(window, brief_run, qtbot):
    window.desk.compare([brief_run.folder])
    first, second = window.maps.maps
    window.maps.switches.colours["error"].trigger()
    qtbot.waitUntil(lambda: first.amounts is not None and second.amounts is not None, timeout=WAIT)
    assert np.abs(first.amounts.values - second.amounts.values).max() > 0.001
    window.maps.switches.colours["ink"].trigger()
    qtbot.waitUntil(lambda: first.amounts.title == second.amounts.title == "Ink", timeout=WAIT)
    assert np.array_equal(first.amounts.values, second.amounts.values)


def test_the_legend_has_no_colours_of_classes_while_points_have_others(window, qtbot):
    buttons = [b for b in window.maps.findChildren(type(window.maps._colour)) if b.property("class_index") is not None]
    assert len(buttons) == 10
    assert all(not button.icon().isNull() for button in buttons)
    amounts_of(qtbot, window, "ink")
    assert all(button.icon().isNull() for button in buttons)
    assert window.maps._colour.text() == "Colour: ink"
    qtbot.mouseClick(buttons[3], LEFT)
    assert 3 in window.maps.switches.hidden  # classes can be hidden all the same


def test_factors_are_offered_where_images_have_them(window, qtbot, home):
    assert not [name for name in window.maps.switches.colours if name.startswith("factor ")]
    config = shapes.ShapesConfig(side=8, count=300, scale=False, rotation=False)
    panel = window.desk.train_panel
    panel.choose_dataset("shapes")
    panel.shapes_form.fill(vars(config))
    panel.model_form.set_value("hidden", (16,))
    panel.train_form.fill({"epochs": 2, "device": "cpu"})
    with qtbot.waitSignal(window.desk.training.ended):
        panel.train_button.click()
    assert window.desk.run.config.dataset == shapes.name_of(config) == "shapes-8px-300-form-x-y"
    drawn = shapes.generate(config)
    amounts = amounts_of(qtbot, window, "factor x")
    assert np.allclose(amounts.values, drawn.test.factors[:, drawn.factors.index("x")])
    assert "factor form" not in window.maps.switches.colours  # forms are the classes
    choose_tab(qtbot, window, "Runs")
    window.desk.open_first_run("digits-vae-2d")
    assert "factor x" not in window.maps.switches.colours
    assert window.maps.switches.colour == "class"
