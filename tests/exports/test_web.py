"""The page in a real browser, against torch."""

import ast
import base64
import os
import re
import shutil
from contextlib import contextmanager

import numpy as np
import pytest
import torch
from sealing import reseal
from small_models import run_through

from vaegui import explore, runs, tensors, words
from vaegui.exports import web
from vaegui.models import Model, ModelConfig
from vaegui.settings import UserError, as_dict
from vaegui.steps import finish

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
SHIPPED = ["mnist-vae-2d", "mnist-continuous-bernoulli-2d", "mnist-gaussian-2d", "mnist-gaussian-learned-2d"]
HOSTILE = "</script><img src=x onerror=\"document.title='taken'\"><!--<script> ${weights} 'ü✓\u2028"
# Two places for each of three classes. The first has most of its codes, and so the name of the class upon it.
PLACES = [[(-2.0, -1.0), (-1.0, -2.5)], [(1.0, 2.0), (2.5, 0.5)], [(0.0, -2.0), (1.5, -2.0)]]


@pytest.fixture
def stored(trained_folder, tmp_path):
    """Make a run on disk with random and large weights, so that images differ much, and few codes of three classes."""

    def store(shape=(1, 8, 8), classes=("a", "b", "c"), codes=None, **config):
        torch.manual_seed(0)
        model = Model(ModelConfig(**{"hidden": (5, 7)} | config), shape).requires_grad_(False)
        for parameter in model.decoder.parameters():
            parameter *= 3
        if codes is None:
            places = [
                (place, label) for label, (first, second) in enumerate(PLACES) for place in [first] * 5 + [second]
            ]
            codes = torch.tensor([place for place, _ in places]), torch.tensor([label for _, label in places])
        mean, label = codes
        table = {"mean": mean, "std": torch.full_like(mean, 0.1), "label": label}
        if model.config.family == "autoencoder":
            table |= {
                "density.weights": torch.ones(1),
                "density.means": mean[:1].clone(),
                "density.scales": torch.eye(2)[None],
            }
        folder = shutil.copytree(trained_folder, tmp_path / "stored")
        (folder / "state.safetensors").unlink()
        (folder / "weights.safetensors").write_bytes(tensors.pack(model.state_dict()))
        (folder / "codes.safetensors").write_bytes(tensors.pack(table))
        reseal(folder, model=as_dict(model.config), image_shape=list(shape), classes=list(classes))
        return runs.load(folder)

    return store


@pytest.fixture
def other_language():
    words.speak("xx", lambda text, _count: f"⟦{text}⟧")
    yield
    words.speak(words.ENGLISH, None)


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"there is no browser: none of {', '.join(BROWSERS)} is in the PATH")
    with playwright.sync_playwright() as driver:
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"] if is_root else [])
        yield browser
        browser.close()


@pytest.fixture
def show(browser, tmp_path):
    """Export a run and open its page, without a network; at the end nothing may have gone wrong in it."""

    @contextmanager
    def show(run, title="", most_bytes=8_000_000, script="", **context):
        out = tmp_path / "page #1 ü.html"
        written = finish(web.export(run, out, title=title, most_bytes=most_bytes))
        assert written.path == out
        assert written.bytes == out.stat().st_size <= most_bytes
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 800}} | context)
        context.set_offline(True)
        page = context.new_page()
        requests, complaints = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.add_init_script(script)
        page.goto(out.as_uri())
        page.wait_for_selector("#map[data-z1]")
        yield page
        after_a_frame(page)
        assert requests == [out.as_uri()]
        assert complaints == []
        context.close()

    return show


def after_a_frame(page):
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def target(page):
    after_a_frame(page)
    return np.array([float(page.get_attribute("#map", f"data-z{axis}")) for axis in (1, 2)])


def canvas(page, which):
    """RGBA (height, width, 4) of the decoded image, or of what the map draws as its ground, of its codes and target."""
    number = ["ground", "codes", "target"].index(which) + 1 if which != "image" else 0
    after_a_frame(page)
    width, height, text = page.evaluate(
        """(selector) => {
            const canvas = document.querySelector(selector), {width, height} = canvas;
            // A copy: the browser complains of canvases that are read again and again.
            const copy = new OffscreenCanvas(width, height).getContext("2d", {willReadFrequently: true});
            copy.drawImage(canvas, 0, 0);
            const {data} = copy.getImageData(0, 0, width, height);
            let text = "";
            for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192));
            return [width, height, btoa(text)];
        }""",
        f"#map canvas:nth-of-type({number})" if number else "#image",
    )
    return np.frombuffer(base64.b64decode(text), np.uint8).reshape(height, width, 4).astype(int)


def is_of(colour, drawn):
    """Which pixels (height, width) have exactly the colour #rrggbb."""
    return (drawn == [*(int(colour[i : i + 2], 16) for i in (1, 3, 5)), 255]).all(2)


def spot(page, x, y):
    """A place of the map, in CSS pixels from its inner corner, on the page."""
    left, top = page.evaluate(
        """() => {
            const map = document.getElementById("map"), box = map.getBoundingClientRect();
            return [box.left + map.clientLeft, box.top + map.clientTop];
        }"""
    )
    return left + x, top + y


def click(page, x, y):
    """Click on a place of the map, and say what it is called. Somewhere else first: two clicks make a double one."""
    page.mouse.click(*spot(page, x + 100, y + 100))
    page.mouse.click(*spot(page, x, y))
    return target(page)


def unit(page):
    """How many CSS pixels to the right, and how many down, z₁ and z₂ grow by one."""
    low, high = click(page, 150, 400), click(page, 350, 150)
    return np.array([200, -250]) / (high - low)


def expected_rgb(image, is_paper=False):
    """A mean image (C, H, W) as RGB (H, W, 3), as it is seen on a screen."""
    image = image if len(image) in (1, 3) else image.mean(0, keepdim=True)
    values = np.rint(image.clamp(0, 1).double().numpy() * 255).astype(int).transpose(1, 2, 0)
    return np.broadcast_to(255 - values if is_paper else values, (*values.shape[:2], 3))


def assert_decodes(page, model, **how):
    """Whatever the page says where the target is, its image is the one that torch decodes there."""
    image = explore.decode(model, torch.from_numpy(target(page)))
    found = canvas(page, "image")
    assert np.abs(found[..., :3] - expected_rgb(image, **how)).max() <= 1
    assert (found[..., 3] == 255).all()
    return found


def assert_decodes_everywhere(page, model):
    images = []
    for x, y in [(100, 100), (300, 300), (450, 200)]:
        click(page, x, y)
        images.append(assert_decodes(page, model))
    assert min(np.abs(a - b).max() for a in images for b in images if a is not b) > 3  # so that a mistake would show


# What is decoded


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_runs_decode_to_what_torch_decodes(show, repository, name):
    run = runs.load(repository / "trained" / name)
    with show(run) as page:
        assert_decodes_everywhere(page, run.model)


@pytest.mark.parametrize("activation", ["gelu", "relu", "silu", "tanh"])
def test_convolutions_decode_to_what_torch_decodes(show, stored, activation):
    # Sides that are odd at one layer and even at the next, so that both kinds of output padding come up.
    run = stored((1, 10, 13), architecture="conv", hidden=(3, 4, 5), activation=activation)
    with show(run) as page:
        assert_decodes_everywhere(page, run.model)


@pytest.mark.parametrize(
    ("channels", "config"),
    [
        (3, {"likelihood": "gaussian", "output": "linear", "hidden": ()}),
        (3, {"likelihood": "gaussian-learned", "output": "linear", "architecture": "conv"}),
        (2, {"likelihood": "continuous-bernoulli", "architecture": "conv", "hidden": ()}),
        (1, {"family": "autoencoder", "likelihood": "bernoulli", "output": "linear"}),
    ],
)
def test_other_models_decode_to_what_torch_decodes(show, stored, channels, config):
    with show(run := stored((channels, 6, 5), **config)) as page:
        assert_decodes_everywhere(page, run.model)
        assert page.is_visible("#paper") == (channels != 3)


@pytest.mark.parametrize("architecture", ["mlp", "conv"])
@pytest.mark.parametrize("likelihood", ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"])
def test_the_decoder_is_as_precise_as_single_precision(browser, stored, tmp_path, likelihood, architecture):
    run = stored((1, 9, 7), likelihood=likelihood, architecture=architecture)
    finish(web.export(run, tmp_path / "page.html"))
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    weights, described = (element(text, name) for name in ("weights-data", "run-data"))
    places = torch.randn(50, 2, generator=torch.Generator().manual_seed(0)) * 2
    page = browser.new_page()
    found = page.evaluate(
        f"""([weights, described, places]) => {{
            {(web.PAGE / "decoder.js").read_text(encoding="utf-8")}
            const {{decoder, weights: {{precision}}}} = JSON.parse(described);
            const made = new Decoder(decoder, floatsOf(bytesOf(weights), precision));
            return places.map((place) => Array.from(made.decode(...place)));
        }}""",
        [weights, described, places.tolist()],
    )
    page.close()
    expected = run.model.double().decode(places.double()).mean.flatten(1).numpy()
    assert expected.std(0).max() > 0.1
    np.testing.assert_allclose(found, expected, atol=2e-6)


def element(page, name):
    """The text of a script element."""
    (text,) = re.findall(f'<script [^>]*id="{name}">(.*?)</script>', page, re.DOTALL)
    return text


def test_the_mean_of_a_continuous_bernoulli_is_right_where_its_formula_is_not(show, stored):
    """λ = ½ exactly, next to it, and at the bound: an image whose logits are z₁ times a few numbers."""
    run = stored((1, 2, 4), likelihood="continuous-bernoulli", hidden=())
    weight = torch.zeros(8, 2)
    weight[:, 0] = torch.tensor([0, 1e-6, -1e-3, 9.9e-3, -1.01e-2, 0.3, -40, 1e4])
    state = run.model.state_dict() | {"decoder.0.weight": weight, "decoder.0.bias": torch.zeros(8)}
    (run.folder / "weights.safetensors").write_bytes(tensors.pack(state))
    reseal(run.folder)
    run = runs.load(run.folder)
    with show(run) as page:
        for z1 in ("0", "1", "2.5"):
            page.fill("#z1", z1)
            assert target(page)[0] == float(z1)
            assert_decodes(page, run.model)


def test_weights_are_rounded_only_where_a_page_would_be_too_large(show, stored, tmp_path):
    run = stored((1, 40, 40), hidden=(64,))
    count = 1600 * 65 + 64 * 3
    with show(run) as page:
        assert "in float32, as the run has them" in page.text_content("#details")
        assert f"{count:,} weights" in page.text_content("#details")
    whole = finish(web.export(run, tmp_path / "whole.html"))
    assert (whole.precision, whole.is_exact) == ("float32", True)
    assert whole.bytes > 4 * count * 4 / 3

    half = finish(web.export(run, tmp_path / "half.html", most_bytes=whole.bytes - 1000))
    assert (half.precision, half.is_exact) == ("float16", False)
    assert half.bytes == pytest.approx(whole.bytes - 2 * count * 4 / 3, abs=100)
    assert (
        half.sentence
        == f"Wrote {tmp_path / 'half.html'}: {half.bytes / 1e6:.1f} MB, weights in float16, rounded to fit."
    )
    rounded = run.model
    before = explore.decode(rounded, torch.tensor([1.0, 1.0]))
    for parameter in rounded.decoder.parameters():
        parameter.copy_(parameter.half().float())
    assert not torch.equal(explore.decode(rounded, torch.tensor([1.0, 1.0])), before)
    with show(runs.load(run.folder), most_bytes=whole.bytes - 1000) as page:
        assert "rounded to float16" in page.text_content("#details")
        assert_decodes_everywhere(page, rounded)

    with pytest.raises(UserError, match=rf"too large for a web page: its {count:,} weights take 0.3 MB"):
        finish(web.export(run, tmp_path / "none.html", most_bytes=half.bytes - 100))
    assert not (tmp_path / "none.html").exists()


def test_half_precision_is_read_as_numpy_reads_it(browser):
    bits = np.arange(1 << 16, dtype=np.uint16)
    bits = bits[np.isfinite(bits.view(np.float16))]
    page = browser.new_page()
    found = page.evaluate(
        f"""(text) => {{
            {(web.PAGE / "decoder.js").read_text(encoding="utf-8")}
            return Array.from(floatsOf(bytesOf(text), "float16"));
        }}""",
        base64.b64encode(bits.tobytes()).decode(),
    )
    page.close()
    np.testing.assert_array_equal(np.float32(found), bits.view(np.float16).astype(np.float32))


# Hands


def test_dragging_clicking_and_keys_move_the_target(show, stored):
    with show(run := stored()) as page:
        start, scale = click(page, 200, 200), unit(page)
        assert scale[0] == pytest.approx(-scale[1], rel=1e-4)  # both axes have one scale, and z₂ points up
        page.mouse.move(*spot(page, 205, 195))  # soon after the click, and near: no double click, because it drags
        page.mouse.down()
        page.mouse.move(*spot(page, 260, 170), steps=5)
        np.testing.assert_allclose(target(page), start + np.array([60, -30]) / scale, atol=1e-5)
        assert_decodes(page, run.model)
        page.mouse.up()
        moved = target(page)
        page.mouse.move(*spot(page, 300, 300))
        assert (target(page) == moved).all()  # the button is up

        page.keyboard.press("ArrowRight")
        one = target(page) - moved
        assert one[0] > 0 == one[1]
        page.keyboard.press("Shift+ArrowRight")
        np.testing.assert_allclose(target(page) - moved, 6 * one, atol=1e-5)
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Shift+ArrowDown")
        page.keyboard.press("ArrowLeft")
        np.testing.assert_allclose(target(page) - moved, [5 * one[0], -4 * one[0]], atol=1e-5)
        assert_decodes(page, run.model)


def test_everything_can_be_reached_and_seen_by_keyboard(show, stored):
    with show(stored()) as page:
        reached = []
        for _ in range(11):
            page.keyboard.press("Tab")
            name, outline = page.evaluate(
                """() => {
                    const {id, textContent} = document.activeElement;
                    return [id || textContent.trim(), getComputedStyle(document.activeElement).outline];
                }"""
            )
            assert "rgb(27, 102, 217) solid 2px" in outline, name
            reached.append(name)
        assert reached == ["map", "z1", "z2", "codes", "manifold", "paper", "reset", "a", "b", "c", "Details"]
        page.focus("#map")
        names = page.evaluate(
            "() => [...document.querySelectorAll('button, input')].map((e) => e.labels?.[0] ?? e)"
            ".map((e) => e.textContent.trim())"
        )
        assert all(names)


def test_a_place_can_be_typed(show, stored):
    with show(run := stored()) as page:
        page.fill("#z1", "-1.5")
        page.fill("#z2", "0.25")
        np.testing.assert_array_equal(target(page), [-1.5, 0.25])
        assert page.text_content("#position") == "z = (−1.50, 0.25)"
        assert_decodes(page, run.model)
        page.fill("#z2", "")  # about to be typed anew
        np.testing.assert_array_equal(target(page), [-1.5, 0.25])
        page.focus("#map")
        page.fill("#z1", "-0.001")
        target(page)
        assert page.text_content("#position") == "z = (0.00, 0.25)"  # not −0.00
        page.press("#z1", "ArrowUp")
        assert target(page)[0] == pytest.approx(0.05, abs=0.0501)
        page.fill("#z1", "1e300")  # as far as anybody can find it again
        assert 20 < target(page)[0] < 200
        page.press("#z1", "Tab")
        assert float(page.input_value("#z1")) == pytest.approx(target(page)[0], abs=1e-3)
        rows, columns = np.nonzero(is_of("#1b66d9", canvas(page, "target")))
        assert len(rows) > 50  # the view went there, too
        there = target(page)
        np.testing.assert_allclose(click(page, columns.mean() + 0.5, rows.mean() + 0.5), there, atol=0.05)


def test_the_wheel_zooms_around_the_pointer_within_limits_and_a_double_click_resets(show, stored):
    with show(stored()) as page:
        before = unit(page)
        there = click(page, 220, 180)
        page.mouse.wheel(0, -300)
        after_a_frame(page)
        np.testing.assert_allclose(click(page, 220, 180), there, atol=2e-3)  # it stays under the pointer
        closer = unit(page)
        np.testing.assert_allclose(closer / before, 1.25**2, rtol=0.01)  # no turn of the wheel counts for more than two
        for _ in range(16):
            page.mouse.wheel(0, -200)
        np.testing.assert_allclose(unit(page) / before, 500, rtol=0.05)
        for _ in range(24):
            page.mouse.wheel(0, 200)
        np.testing.assert_allclose(unit(page) / before, 1 / 8, rtol=0.01)
        there = click(page, 400, 300)
        page.mouse.dblclick(*spot(page, 50, 60))
        np.testing.assert_allclose(target(page), there)  # its first click moved it there, and back
        np.testing.assert_allclose(unit(page), before, rtol=1e-4)

        there = click(page, 300, 300)
        page.mouse.move(*spot(page, 240, 230))
        page.keyboard.down("Shift")
        page.mouse.down()
        page.mouse.move(*spot(page, 280, 210), steps=3)
        page.mouse.up()
        page.keyboard.up("Shift")
        np.testing.assert_array_equal(target(page), there)  # the view moved, and the target with it
        np.testing.assert_allclose(click(page, 340, 280), there, atol=1e-4)
        page.keyboard.press("+")
        np.testing.assert_allclose(unit(page) / before, 1.25, rtol=0.01)
        page.click("#reset")
        np.testing.assert_allclose(unit(page), before, rtol=1e-4)


def test_a_finger_drags_and_two_fingers_zoom(show, stored):
    phone = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
    with show(run := stored(), **phone) as page:
        fingers = page.context.new_cdp_session(page)

        def touch(kind, *places):
            """The fingers at these places go down, move, or (at the end) up; None for one that does not change."""
            points = [
                dict(zip("xy", spot(page, *place), strict=True), id=finger)
                for finger, place in enumerate(places)
                if place is not None
            ]
            fingers.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

        def tap(*place):
            touch("Start", place)
            touch("End")
            return target(page)

        def scale():
            return 100 / (tap(250, 120)[0] - tap(150, 120)[0])

        before, there = scale(), tap(120, 140)
        touch("Start", (170, 140))
        for step in range(1, 6):
            touch("Move", (170 + 10 * step, 140 + 12 * step))
        np.testing.assert_allclose(target(page), there + np.array([100, -60]) / before, atol=1e-3)
        assert_decodes(page, run.model)
        assert page.evaluate("() => scrollY") == 0  # the finger did not drag the page
        touch("End")

        there = tap(200, 200)
        touch("Start", (150, 200))
        touch("Start", (150, 200), (250, 200))
        for step in range(1, 6):
            touch("Move", (150 - 10 * step, 200), (250 + 10 * step, 200))
        np.testing.assert_allclose(target(page), there)  # neither finger took it along
        touch("End", (100, 200))
        touch("Move", None, (250, 260))
        touch("End")
        np.testing.assert_allclose(target(page), there)  # nor does the one that stays longer
        np.testing.assert_allclose(tap(200, 200), there, atol=0.02)  # and the view stays where it is
        assert scale() / before == pytest.approx(2, rel=0.02)

        tap(100, 250)
        tap(100, 255)
        assert scale() == pytest.approx(before, rel=1e-3)  # a double tap


# What is drawn


def test_codes_are_drawn_where_they_are(show, stored):
    with show(stored()) as page:
        corner, scale = click(page, 100, 100), unit(page)
        drawn = canvas(page, "codes")
        for colour, (_, bare) in zip(web.CLASS_COLOURS, PLACES, strict=False):  # no name is upon the second place
            rows, columns = np.nonzero(is_of(colour, drawn))
            guess = np.array([100, 100]) + (np.array(bare) - corner) * scale
            near = np.hypot(columns - guess[0], rows - guess[1]) < 15
            assert 20 < near.sum() < 60  # a disc of a radius of 3.4
            middle = columns[near].mean() + 0.5, rows[near].mean() + 0.5
            np.testing.assert_allclose(click(page, *middle), bare, atol=1 / scale[0])


def test_codes_of_classes_can_be_hidden(show, stored):
    with show(stored()) as page:

        def counts():
            drawn = canvas(page, "codes")
            return [int(is_of(colour, drawn).sum()) for colour in web.CLASS_COLOURS[:3]]

        all_of_them = counts()
        assert min(all_of_them) > 50
        page.click("#legend button:has-text('b')")
        assert counts() == [all_of_them[0], 0, all_of_them[2]]
        assert page.get_attribute("#legend button:has-text('b')", "aria-pressed") == "false"
        page.click("#codes")
        assert counts() == [0, 0, 0]
        page.click("#codes")
        page.click("#legend button:has-text('b')")
        assert counts() == all_of_them


def test_the_words_say_what_lies_around(show, repository):
    run = runs.load(repository / "trained" / "mnist-vae-2d")
    codes, labels = run.codes.mean.double().numpy(), run.codes.labels.numpy()
    with show(run) as page:
        for x, y in [(200, 300), (250, 300), (300, 330), (300, 200)]:
            distances = np.hypot(*(codes - click(page, x, y)).T)
            around = page.text_content("#around")
            found = re.fullmatch(r"([\d,]+) codes? within 0\.1 · (\d+)% “(\d)”", around)
            count = int(found[1].replace(",", ""))
            assert (distances < 0.0998).sum() <= count <= (distances < 0.1002).sum()  # codes are rounded in the page
            near = np.bincount(labels[distances < 0.1], minlength=10)
            assert int(found[3]) == near.argmax()
            assert int(found[2]) == pytest.approx(100 * near.max() / near.sum(), abs=2)
        click(page, 70, 40)
        assert page.text_content("#around") == "No code within 0.1: the decoder is on its own here"
        assert page.text_content("#subtitle") == "VAE · Bernoulli, dynamic binarisation · MNIST · 10,000 test images"
        table = page.inner_text("table")
        figure = run.config.test.log_p
        assert "On 10,000 test images, in nats per image ± standard error" in table
        assert f"log p(x)\t{figure.mean:.2f} ± {figure.standard_error:.2f}".replace("-", "−") in table


@pytest.mark.parametrize("is_paper", [False, True])
def test_the_manifold_is_what_its_places_decode_to(show, stored, is_paper):
    with show(run := stored((1, 8, 6))) as page:
        corner, scale = click(page, 100, 100), unit(page)
        if is_paper:
            page.click("#paper")
            assert_decodes(page, run.model, is_paper=True)
        page.click("#manifold")
        after_a_frame(page)
        page.wait_for_selector("#map[aria-busy=false]")
        ground = canvas(page, "ground")
        cell = 2 ** (np.round(np.log2(38 / scale[0]) * 2) / 2)  # of the powers of √2 the one nearest to 38 pixels
        side = cell * scale[0] / 8  # screen pixels of a pixel
        seen = 0
        for column in range(-8, 8):
            for row in range(-8, 8):
                centre = (np.array([column, row]) + 0.5) * cell
                x, y = np.array([100, 100]) + (centre - corner) * scale
                if not (80 < x < 500 and 80 < y < 500):
                    continue
                seen += 1
                image = expected_rgb(explore.decode(run.model, torch.tensor(centre)), is_paper)
                columns = np.floor(x + (np.arange(6) - 2.5) * side).astype(int)
                rows = np.floor(y + (np.arange(8) - 3.5) * side).astype(int)
                found = ground[np.ix_(rows, columns)][1:-1, :, :3]  # hairlines are on the uppermost and lowest rows
                assert np.abs(found - image[1:-1]).max() <= 1, (column, row)
        assert seen > 80
        page.mouse.move(*spot(page, 250, 250))
        page.mouse.wheel(0, -100)  # other places, at once or after a while
        page.wait_for_selector("#map[aria-busy=false]")
        assert (canvas(page, "ground") != ground).any()
        page.click("#manifold")
        assert not canvas(page, "ground").any()


def test_nothing_is_drawn_while_nothing_changes(show, stored):
    count = """
        window.frames_asked_for = 0;
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (act) => { window.frames_asked_for++; return ask(act); };
        window.next = () => new Promise((done) => ask(done));
    """
    with show(stored(), script=count) as page:
        page.click("#manifold")
        after_a_frame(page)
        page.wait_for_selector("#map[aria-busy=false]")
        after_a_frame(page)
        before = page.evaluate("() => window.frames_asked_for")
        assert before > 2
        page.evaluate("async () => { for (let i = 0; i < 10; i++) await window.next(); }")
        assert page.evaluate("() => window.frames_asked_for") == before


def test_dark_mode_is_followed_live_in_the_windows_colours(show, stored, repository):
    text = (repository / "vaegui" / "ui" / "theme.py").read_text(encoding="utf-8")
    module = ast.parse(text).body
    values = {node.targets[0].id: node.value for node in module if isinstance(node, ast.Assign)}
    kind = next(node for node in module if isinstance(node, ast.ClassDef) and node.name == "Theme")
    fields = [node.target.id.replace("_", "-") for node in kind.body if isinstance(node, ast.AnnAssign)]
    names = ("name", "window", "base", "text", "muted", "border", "accent", "on-accent")
    with show(stored()) as page:
        for scheme in ("light", "dark", "light"):
            page.emulate_media(color_scheme=scheme)
            given = dict(zip(fields, values[scheme.upper()].args, strict=False))
            wanted = {name: ast.literal_eval(given[name]) for name in names}
            style = page.evaluate(
                """(names) => names.map((name) => getComputedStyle(document.body).getPropertyValue(`--${name}`))""",
                names[1:],
            )
            assert dict(zip(names[1:], style, strict=True)) == {name: wanted[name] for name in names[1:]}
            assert is_of(wanted["accent"], canvas(page, "target")).sum() > 20
            drawn = canvas(page, "codes")
            assert is_of(wanted["base"], drawn).sum() > 100  # behind the names
            rgb = [int(wanted["window"][i : i + 2], 16) for i in (1, 3, 5)]
            background = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
            assert background == f"rgb({rgb[0]}, {rgb[1]}, {rgb[2]})"


@pytest.mark.parametrize("ratio", [1, 2.5])
def test_a_phone_shows_the_map_above_the_image_and_does_not_scroll_sideways(show, stored, ratio):
    run = stored(classes=["A" * 300, "b " * 200, HOSTILE])
    with show(run, title="T" * 500, viewport={"width": 360, "height": 640}, device_scale_factor=ratio) as page:
        width = page.evaluate("() => document.documentElement.scrollWidth")
        assert width <= 360
        drawing, image = page.locator("#map").bounding_box(), page.locator("#image").bounding_box()
        assert drawing["width"] > 330
        assert drawing["width"] == pytest.approx(drawing["height"], abs=1)
        assert drawing["y"] + drawing["height"] <= image["y"]
        assert canvas(page, "codes").shape[1] == pytest.approx(ratio * (drawing["width"] - 2), abs=1)
        page.set_viewport_size({"width": 1920, "height": 1080})
        after_a_frame(page)
        drawing, image = page.locator("#map").bounding_box(), page.locator("#image").bounding_box()
        assert drawing["x"] + drawing["width"] <= image["x"]
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 1920


def test_a_page_is_in_the_language_of_whoever_writes_it(show, stored, other_language):
    codes = torch.randn(1200, 2, generator=torch.Generator().manual_seed(0)), torch.arange(1200) % 3
    with show(stored(codes=codes), title="⟦a title⟧") as page:
        assert page.get_attribute("html", "lang") == "xx"
        assert page.text_content("#subtitle").endswith("⟦1\u202f200 test images⟧")
        texts = page.evaluate(
            """() => [...document.querySelectorAll("body *:not(script):not(th)")].flatMap((element) => [
                ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data),
                ...["title", "aria-label"].map((name) => element.getAttribute(name) ?? ""),
            ])"""
        )
        assert sum("⟦" in text for text in texts) > 25
        left = [re.sub("⟦[^⟦⟧]*⟧", "", text) for text in texts]
        known = {"VAE", "Digits"}  # and what figures are called is said when modules are imported
        assert {word for text in left for word in re.findall("[A-Za-z]{3,}", text)} <= known
        around = (
            r"⟦(No code within 0\.1: the decoder is on its own here|(1 code|\d+ codes) within 0\.1)⟧( · \d+% “[abc]”)?"
        )
        for x in range(150, 450, 50):
            click(page, x, x)
            assert re.fullmatch(around, page.text_content("#around"))


# What a stranger may have put in


def test_names_of_strangers_are_text(show, stored):
    run = stored(classes=[HOSTILE, "<b>b</b>", "&lt;"])
    with show(run, title=HOSTILE) as page:
        assert page.title().split() == HOSTILE.split()
        assert page.text_content("#title") == HOSTILE
        assert [button.text_content() for button in page.locator("#legend button").all()] == [
            HOSTILE,
            "<b>b</b>",
            "&lt;",
        ]
        assert page.locator("img, b").count() == 0
        assert page.locator("script").count() == 5


def test_the_page_may_run_nothing_else_and_load_nothing(browser, stored, tmp_path):
    finish(web.export(stored(), tmp_path / "page.html"))
    page = browser.new_page()
    loaded = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto((tmp_path / "page.html").as_uri())
    refused = page.evaluate(
        """async () => {
            const refused = [];
            document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
            const add = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
            add("script", {textContent: "document.title = 'taken'"});
            add("style", {textContent: "body { display: none }"});
            add("img", {src: "http://127.0.0.1:9/x.png"});
            add("iframe", {src: "http://127.0.0.1:9/"});
            await fetch("http://127.0.0.1:9/").catch(() => refused.push("fetch"));
            for (let i = 0; i < 100 && refused.length < 6; i++) await new Promise(requestAnimationFrame);
            return refused.sort();
        }"""
    )
    assert refused == ["connect-src", "fetch", "frame-src", "img-src", "script-src-elem", "style-src-elem"]
    assert page.title() != "taken"
    assert loaded == [(tmp_path / "page.html").as_uri()]
    page.close()


def test_codes_far_out_are_not_rounded_to_a_lattice(show, stored):
    codes = torch.randn(400, 2, generator=torch.Generator().manual_seed(0))
    codes[0] = torch.tensor([3e4, -2e5])
    with show(stored(codes=(codes, torch.arange(400) % 3))) as page:
        assert "16 bits" not in page.text_content("#details")
        at = click(page, 300, 300)
        count = int((np.hypot(*(codes.double().numpy() - at).T) <= 0.1).sum())
        around = page.text_content("#around")
        assert around.startswith(f"{count} code" if count else "No code")
        assert 20 < abs(unit(page)[0]) < 200  # the map shows most of them


def test_codes_without_classes_and_codes_in_one_place_make_a_page(show, stored):
    codes = torch.zeros(5, 2)
    for family in ("vae", "autoencoder"):
        run = stored(classes=(), codes=(codes, torch.zeros(5, dtype=torch.long)), family=family)
        with show(run) as page:
            assert not page.is_visible("#legend")
            np.testing.assert_allclose(target(page), 0, atol=1)
            page.fill("#z1", "0")
            page.fill("#z2", "0")
            target(page)
            assert page.text_content("#around") == "5 codes within 0.1"
        shutil.rmtree(run.folder)


# What is refused, and what is left


def test_every_shipped_run_with_a_map_makes_a_small_page(repository, tmp_path):
    sizes = {}
    for folder in sorted((repository / "trained").iterdir()):
        run = runs.load(folder)
        if run.config.model.code_size == 2:
            shares, page = run_through(web.export(run, tmp_path / "page.html"))
            assert shares == sorted(shares)
            assert shares[0] >= 0
            assert shares[-1] <= 1
            assert page.is_exact
            sizes[run.name] = page.bytes
    assert len(sizes) >= 10
    assert max(sizes.values()) < 3_000_000


@pytest.mark.parametrize("size", [1, 3])
def test_codes_that_are_no_plane_are_refused(stored, tmp_path, size):
    many = torch.zeros(4, size), torch.zeros(4, dtype=torch.long)
    run = stored(latent_size=size, codes=many)
    with pytest.raises(UserError, match="the map draws two dimensions"):
        finish(web.export(run, tmp_path / "page.html"))
    assert not (tmp_path / "page.html").exists()


def test_runs_without_a_latent_space_or_without_codes_are_refused(repository, run, tmp_path):
    with pytest.raises(UserError, match="“mnist-pixels” has no latent space"):
        finish(web.export(runs.load(repository / "trained" / "mnist-pixels"), tmp_path / "page.html"))
    (run.folder / "codes.safetensors").unlink()
    reseal(run.folder)
    with pytest.raises(UserError, match="“small” has no codes of test images"):
        finish(web.export(runs.load(run.folder), tmp_path / "page.html"))
    assert not (tmp_path / "page.html").exists()


def test_what_was_there_stays_until_the_page_is_whole(run, tmp_path):
    out = tmp_path / "pages" / "page.html"
    with pytest.raises(UserError, match="could not be written"):
        finish(web.export(run, out))
    out.parent.mkdir()
    out.write_text("before")
    shares, _ = run_through(web.export(run, tmp_path / "other.html"))
    for steps in range(1, len(shares) + 1):
        export = web.export(run, out)
        for _ in range(steps):
            next(export)
        export.close()
        assert out.read_text() == "before"
        assert [path.name for path in out.parent.iterdir()] == ["page.html"]
    finish(web.export(run, out))
    assert out.read_bytes() == (tmp_path / "other.html").read_bytes()
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match="could not be written"):
        finish(web.export(run, tmp_path / "folder"))
