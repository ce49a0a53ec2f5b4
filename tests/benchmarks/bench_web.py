"""The web page of a shipped run with 10,000 codes, in a headless browser: how long a drag takes to its image.

Each launch is a browser of its own, with a window of 1366 × 768 pixels. The time of a frame is what the page itself
takes in it, decoding included. Frames are also counted, and the time from a move of the mouse, as the browser stamps
it, to the end of the frame that shows its image: it includes the wait for that frame, up to 16.7 ms. While the manifold
is decoded, a frame lasts from when the browser began it. File sizes are of all shipped runs with a map.
"""

import json
import os
import re
import shutil
import statistics
from pathlib import Path

import numpy as np
import pytest
from conftest import LAUNCHES

from vaegui import runs
from vaegui.exports import web
from vaegui.steps import finish

TRAINED = Path(__file__).parents[2] / "trained"
NAME = "mnist-vae-2d"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Do something once a frame, and note how long the page's own callbacks take and how far apart frames are.
FRAMES = """
    async ([what, count]) => {
        const map = document.getElementById("map"), box = map.getBoundingClientRect();
        const place = (i) => ({
            clientX: box.left + box.width * (0.5 + 0.3 * Math.cos(i / 9)),
            clientY: box.top + box.height * (0.5 + 0.3 * Math.sin(i / 7)),
        });
        const acts = {
            drag: (i) => new PointerEvent("pointermove", {pointerId: window.pointer, ...place(i)}),
            zoom: (i) => new WheelEvent("wheel", {deltaY: i % 40 < 20 ? -10 : 10, ...place(0)}),
        };
        const took = [], stamps = [], lasted = [];
        for (let i = 0; i < count; i++) {
            await new Promise((done) => {
                let start = 0;
                requestAnimationFrame((stamp) => { stamps.push(stamp); start = performance.now(); });
                map.dispatchEvent(acts[what](i));
                requestAnimationFrame((stamp) => {
                    took.push(performance.now() - start);
                    lasted.push(performance.now() - stamp);
                    done();
                });
            });
        }
        return [took, stamps.slice(1).map((stamp, i) => stamp - stamps[i]), lasted];
    }
"""
DECODE = """
    ([weights, described]) => {
        %s
        const {decoder, weights: {precision}} = JSON.parse(described);
        const made = new Decoder(decoder, floatsOf(bytesOf(weights), precision));
        const times = [];
        for (let i = 0; i < 60; i++) {
            const start = performance.now();
            for (let j = 0; j < 10; j++) made.picture(Math.cos(i + j), Math.sin(i - j), false);
            times.push((performance.now() - start) / 10);
        }
        return times.slice(10);
    }
"""


@pytest.mark.timeout(600)
def bench_web(report, tmp_path):
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None:
        pytest.skip(f"there is no browser: none of {', '.join(BROWSERS)} is in the PATH")
    out = tmp_path / "page.html"
    finish(web.export(runs.load(TRAINED / NAME), out))
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    found = []
    with playwright.sync_playwright() as driver:
        for _ in range(LAUNCHES):
            browser = driver.chromium.launch(executable_path=browser_path, args=arguments)
            found.append(measure(browser, out))
            browser.close()
    for name, unit, limits in (
        ("decode", "ms", {"at_most": 8}),
        ("frame of a drag, median", "ms", {"at_most": 8}),
        ("frame of a drag, p99", "ms", {"at_most": 16}),
        ("frames a second of a drag", "", {"at_least": 50}),
        ("from a move of the mouse to its image, median", "ms", {"at_most": 33}),
        ("from a move of the mouse to its image, p99", "ms", {"at_most": 50}),
        ("frame of a zoom (codes drawn anew), median", "ms", {"at_most": 16}),
        ("the whole manifold", "ms", {}),
        ("frame of a drag while it is decoded, median", "ms", {"at_most": 16}),
        ("frame of a drag while it is decoded, longest", "ms", {"at_most": 33}),
        ("from opening the file to the first image", "ms", {"at_most": 2000}),
    ):
        report.figure(f"web page, {NAME}: {name}", unit, [figures[name] for figures in found], **limits)


def measure(browser, out):
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(out.as_uri())
    page.wait_for_selector("#map[data-z1]")
    figures = {"from opening the file to the first image": page.evaluate("() => performance.now()")}
    page.evaluate(
        """() => {
            window.moves = [];
            addEventListener("pointerdown", (event) => (window.pointer = event.pointerId), true);
            addEventListener("pointermove", (event) => {
                if (!event.isTrusted) return;
                requestAnimationFrame(() => window.moves.push(performance.now() - event.timeStamp));
            });
        }"""
    )
    box = page.locator("#map").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 3, steps=200)
    moves = page.evaluate("() => window.moves")
    for share, value in percentiles(moves):
        figures[f"from a move of the mouse to its image, {share}"] = value
    took, apart, _ = page.evaluate(FRAMES, ["drag", 300])
    for share, value in percentiles(took):
        figures[f"frame of a drag, {share}"] = value
    figures["frames a second of a drag"] = 1000 / statistics.mean(apart)
    took, _, _ = page.evaluate(FRAMES, ["zoom", 120])
    figures["frame of a zoom (codes drawn anew), median"] = statistics.median(took)
    page.mouse.up()
    page.click("#reset")

    page.evaluate(
        """() => {
            const began = performance.now(), map = document.getElementById("map");
            window.whole = new Promise((done) => {
                new MutationObserver(() => {
                    if (map.getAttribute("aria-busy") === "false") done(performance.now() - began);
                }).observe(map, {attributeFilter: ["aria-busy"]});
            });
            document.getElementById("manifold").click();
        }"""
    )
    figures["the whole manifold"] = page.evaluate("() => window.whole")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.evaluate("() => document.getElementById('paper').click()")  # all of it again, with the mouse button down
    _, _, lasted = page.evaluate(FRAMES, ["drag", 15])
    assert page.get_attribute("#map", "aria-busy") == "true"
    figures["frame of a drag while it is decoded, median"] = statistics.median(lasted)
    figures["frame of a drag while it is decoded, longest"] = max(lasted)
    page.mouse.up()
    page.close()

    text = out.read_text(encoding="utf-8")
    given = [re.search(f'id="{name}">(.*?)</script>', text, re.DOTALL)[1] for name in ("weights-data", "run-data")]
    page = browser.new_page()
    times = page.evaluate(DECODE % (web.PAGE / "decoder.js").read_text(encoding="utf-8"), given)
    page.close()
    return figures | {"decode": statistics.median(times)}


def percentiles(values):
    return ("median", statistics.median(values)), ("p99", float(np.percentile(values, 99)))


def bench_sizes_of_pages(report, tmp_path):
    for folder in sorted(TRAINED.iterdir()):
        if json.loads((folder / "config.json").read_bytes())["model"]["family"] != "pixels":
            page = finish(web.export(runs.load(folder), tmp_path / "page.html"))
            report.figure(f"web page, {folder.name}: file", "MB", [page.bytes / 1e6], at_most=3)
