"""Figures of panels: what is in their files, that they look alike, and that the panels do not notice."""

import base64
import re
import struct
import time
import zlib
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import PIL.Image
import pypdf
import pytest
from hands import LEFT, NONE, RIGHT, WAIT, menu_at, pixels, point_at, press_in_box, rgb, seen, wheel
from PySide6.QtCore import QByteArray, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QSpinBox, QWidget

from vaegui import runs
from vaegui.factors import score
from vaegui.settings import UserError
from vaegui.ui.colour_bar import Amounts
from vaegui.ui.factors_panel import FactorsPanel
from vaegui.ui.figures import parts as figure_parts
from vaegui.ui.figures.dialog import FigureDialog
from vaegui.ui.figures.export import draw_figure, run_figure, take, take_styled
from vaegui.ui.figures.images import encode_png
from vaegui.ui.figures.parts import record
from vaegui.ui.figures.recorder import Picture, Recorder, Shape, State, play
from vaegui.ui.figures.style import FigureStyle, encode, image_of, save, style_of
from vaegui.ui.map_layers import PointsLayer, rasterise
from vaegui.ui.preferences import Preferences
from vaegui.ui.theme import DARK, LIGHT, PRINT

SVG = "{http://www.w3.org/2000/svg}"
SVG_IMAGE = f"{SVG}image"
XLINK = "{http://www.w3.org/1999/xlink}"


def finish(steps):
    """Iterate a generator and return what it returns; its shares are in [0, 1] and never fall within a drawing."""
    try:
        while True:
            share = next(steps)
            assert 0 <= share <= 1
    except StopIteration as end:
        return end.value


def encoded(drawing, style, kind):
    return finish(encode(drawing, style, kind, "a title"))


def svg_words(content):
    return " ".join("".join(item.itertext()) for item in ElementTree.fromstring(content).iter(f"{SVG}text"))


def rendered_svg(content, width, height):
    """Draw an SVG on white."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    renderer = QSvgRenderer(QByteArray(content))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return pixels(image)


def chunks(png):
    """The chunks of a PNG, by their types, read without Qt; each has the right checksum."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found, place = {}, 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        kind, body = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        assert struct.unpack(">I", png[place + 8 + length : place + 12 + length])[0] == zlib.crc32(kind + body)
        found[kind] = body
        place += 12 + length
    return found


@pytest.fixture
def export(window):
    return window.desk.sharing.figures


@pytest.fixture
def crowd(window):
    """The map with as many codes as MNIST has."""
    chance = np.random.default_rng(0)
    window.map.set_codes(chance.normal(size=(70_000, 2)), chance.integers(10, size=70_000), tuple("0123456789"))
    window.map.reset_view()
    return window


# What is recorded


def test_a_line_of_one_pixel_on_screen_is_a_pixel_of_the_figure_wide_at_any_resolution(qapp):
    recorder = Recorder(40, 40, 96)
    painter = QPainter(recorder)
    pen = QPen(QColor("black"), 2)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setTransform(QTransform.fromScale(40, 0.5))
    painter.drawLine(QPointF(0.5, 0), QPointF(0.5, 80))
    painter.end()
    for finer in (1, 5, 12):
        image = QImage(40 * finer, 40 * finer, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(finer, finer)
        finish(play(recorder.commands, painter, finer))
        painter.end()
        ink = 1 - pixels(image)[20 * finer, :, 0] / 255.0
        assert ink.sum() == pytest.approx(2 * finer, rel=0.02)
        assert (ink * np.arange(len(ink))).sum() / ink.sum() + 0.5 == pytest.approx(20 * finer, abs=0.6)


def test_recorded_commands_draw_what_was_painted(qapp):
    """Clips, transforms, opacity, points, polygons, text: the same as painted at once, by Qt's own engine."""

    def paint(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, 200, 120), QColor("white"))
        painter.save()
        painter.setClipRect(QRectF(20, 20, 90, 70))
        painter.setClipRect(QRectF(10, 30, 80, 90), Qt.ClipOperation.IntersectClip)
        painter.translate(30, 10)
        painter.rotate(20)
        painter.setBrush(QColor("#bd1f01"))
        painter.drawEllipse(QRectF(0, 0, 90, 60))
        painter.restore()
        painter.setOpacity(0.5)
        painter.setPen(QPen(QColor("#3f90da"), 3))
        painter.drawPolyline([QPointF(100, 10), QPointF(150, 50), QPointF(110, 100)])
        painter.setBrush(QColor("#ffa90e"))
        painter.drawPolygon([QPointF(150, 60), QPointF(190, 60), QPointF(170, 110)])
        painter.setOpacity(1)
        painter.setPen(QPen(QColor("black"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(20, 105), QPointF(40, 105)])
        painter.drawText(QPointF(110, 30), "z₁ −0.5")
        painter.drawRect(QRectF(5, 5, 190, 110))

    def on_image(act):
        image = QImage(200, 120, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        act(painter)
        painter.end()
        return pixels(image).astype(int)

    recorder = Recorder(200, 120, 96)
    painter = QPainter(recorder)
    paint(painter)
    painter.end()
    difference = np.abs(on_image(paint) - on_image(lambda painter: finish(play(recorder.commands, painter, 1))))
    assert difference.mean() < 1.0
    assert (difference.max(-1) > 60).mean() < 0.01


def test_colours_are_replaced_and_keep_their_opacity(qapp):
    recorder = Recorder(10, 10, 96, {0x123456: QColor("#abcdef")})
    painter = QPainter(recorder)
    faint = QColor("#123456")
    faint.setAlpha(51)
    painter.fillRect(QRectF(0, 0, 5, 5), faint)
    painter.fillRect(QRectF(5, 5, 5, 5), QColor("#654321"))
    painter.end()
    colours = [c.state.brush.color().name(QColor.NameFormat.HexArgb) for c in recorder.commands if isinstance(c, Shape)]
    assert colours == ["#33abcdef", "#ff654321"]


def test_points_in_strips_are_the_points_at_once(window, monkeypatch):
    """However a figure's raster is cut, no disc is cut: the oracle is the whole raster in one piece."""
    monkeypatch.setattr("vaegui.ui.map_layers.STRIP", 3000)
    layer = next(item for item in window.map.plot.items() if isinstance(item, PointsLayer))
    transform = QTransform(2, 0, 0, -2, 150, 100)
    chance = np.random.default_rng(1)
    points, which = 60 * chance.normal(size=(4000, 2)), chance.integers(3, size=4000)
    colours = np.array([[200, 0, 0], [0, 200, 0], [0, 0, 200]], np.uint8)
    layer.set_points(points, which, colours)
    ratio = 2.5
    make = layer._rasteriser(transform, QRectF(0, 0, 300, 200).toRect())
    image = finish(make(ratio))
    radius = layer._radius * ratio
    scale, shift = (2 * ratio, -2 * ratio), (150 * ratio, 100 * ratio)
    whole = rasterise(points, colours, (500, 750), radius, which, layer.ranks, scale, shift)
    assert (image.width(), image.height()) == (750, 500)
    inside = slice(int(radius) + 2, -int(radius) - 2)  # at once, discs are left out that begin above or below
    assert (pixels(image)[inside] == pixels(whole)[inside]).mean() > 0.9999
    assert (pixels(image) != 0).any(-1).mean() > 0.3


# Files


def test_a_png_has_exactly_the_pixels_and_the_resolution_that_were_asked_for(window, tmp_path):
    style = FigureStyle(3.5, 2.9, 1.0, 300)
    draw_figure(window, "map", style, tmp_path / "map.png")
    found = chunks((tmp_path / "map.png").read_bytes())
    assert struct.unpack(">II", found[b"IHDR"][:8]) == (1050, 870)
    horizontal, vertical, unit = struct.unpack(">IIB", found[b"pHYs"])
    assert (round(horizontal * 0.0254), round(vertical * 0.0254), unit) == (300, 300, 1)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ""] == ["map.png"]


def test_an_svg_has_its_words_as_text_and_looks_as_the_png(window):
    style = FigureStyle(6, 5, 1.0, 96)
    drawing = take_styled(window, "map", style)
    svg = encoded(drawing, style, "svg")
    root = ElementTree.fromstring(svg)
    assert {"z₁", "z₂"} <= set(svg_words(svg).split())
    assert float(root.get("width").removesuffix("mm")) == pytest.approx(6 * 25.4, abs=0.05)
    assert float(root.get("height").removesuffix("mm")) == pytest.approx(5 * 25.4, abs=0.05)
    images = list(root.iter(f"{SVG}image"))
    assert 1 <= len(images) <= 2
    for image in images:  # without loss
        assert image.get(f"{XLINK}href").startswith("data:image/png;base64,")
        assert base64.b64decode(image.get(f"{XLINK}href").split(",")[1]).startswith(b"\x89PNG")
    png = pixels(finish(image_of(drawing, *style.pixels))).astype(int)
    difference = np.abs(rendered_svg(svg, *style.pixels).astype(int) - png)
    assert difference.mean() < 4
    blank = np.abs(png - 255).mean()
    assert difference.mean() < blank / 4


def test_no_curve_of_an_svg_runs_over_the_axes(window):
    """Of a curve that leaves the plot far above and below, each piece of the file is within a clip inside the page."""
    plot = window.desk.metrics._plots["bound"]
    (_, _), (low, high) = plot.viewRange()
    plot.setYRange((low + high) / 2, (low + high) / 2 + (high - low) / 50, padding=0)
    window.desk.metrics._moved.add("bound")
    style = FigureStyle(6, 3, 1.0, 96)
    drawing = take_styled(window, "curves", style)
    root = ElementTree.fromstring(encoded(drawing, style, "svg"))
    height = drawing.size.height()
    clips = {clip.get("id"): places(clip[0].get("d")) for clip in root.iter(f"{SVG}clipPath")}
    far, parents = 0, {child: parent for parent in root.iter() for child in parent}
    for item in (item for kind in ("path", "polyline") for item in root.iter(f"{SVG}{kind}")):
        there = places(item.get("d") or item.get("points"))
        if parents[item].tag == f"{SVG}clipPath" or abs(there).max() < 2 * height:
            continue
        far += 1
        above = item
        while above.get("clip-path") is None:
            above = parents[above]
        clip = clips[above.get("clip-path").removeprefix("url(#").removesuffix(")")]
        assert clip[:, 1].min() > 0
        assert clip[:, 1].max() < height - 20  # above the axis' numbers
    assert far >= 1


def places(text):
    """The points of a path or a line, (N, 2)."""
    return np.array(re.findall(r"-?[0-9.]+(?:e-?[0-9]+)?", text), float).reshape(-1, 2)


@pytest.mark.parametrize(("width", "height"), [(3.5, 2.62), (5.5, 4), (7.2, 5.32), (10, 7.5)])
def test_a_pdf_has_one_page_of_exactly_this_size_with_text_in_it(window, width, height):
    style = FigureStyle(width, height, 1.0, 150, "print")
    content = encoded(take_styled(window, "map", style), style, "pdf")
    reader = pypdf.PdfReader(BytesIO(content))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (float(box.left), float(box.bottom)) == (0, 0)
    assert float(box.width) == pytest.approx(72 * width, abs=1e-4)
    assert float(box.height) == pytest.approx(72 * height, abs=1e-4)
    words = " ".join(reader.pages[0].extract_text().split())
    assert "test images" in words
    assert "z" in words
    assert reader.metadata.title == "a title"
    assert reader.metadata.creator.startswith("vaegui ")
    kinds = [str(image.get("/Filter")) for image in _pdf_images(reader)]
    assert kinds
    assert not any("DCT" in kind for kind in kinds)  # which is JPEG
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    descriptions = [f.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for f in fonts]
    assert descriptions
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(description) for description in descriptions)


def test_images_in_all_files_are_the_pixels_exactly(qapp):
    """Two images with opacity, read back by readers that know nothing of Qt."""
    chance = np.random.default_rng(3)
    given = [chance.integers(0, 256, (height, 40, 4), np.uint8) for height in (30, 24)]
    images = [QImage(a.tobytes(), 40, len(a), 160, QImage.Format.Format_RGBA8888).copy() for a in given]
    places = (QRectF(0, 0, 40, 30), QRectF(50, 40, 40, 24))
    pictures = tuple(Picture(State(), area, image) for area, image in zip(places, images, strict=True))
    drawing = figure_parts.Drawing(pictures, QSizeF(96, 96), QColor("white"), 1.0)
    style = FigureStyle(1, 1, 1.0, 96)
    for image, array in zip(images, given, strict=True):
        assert (np.asarray(PIL.Image.open(BytesIO(finish(encode_png(image))))) == array).all()
    links = [
        item.get(f"{XLINK}href") for item in ElementTree.fromstring(encoded(drawing, style, "svg")).iter(SVG_IMAGE)
    ]
    found = [np.asarray(PIL.Image.open(BytesIO(base64.b64decode(link.split(",")[1])))) for link in links]
    assert all((a == b).all() for a, b in zip(found, given, strict=True))
    page = pypdf.PdfReader(BytesIO(encoded(drawing, style, "pdf")), strict=True).pages[0]
    found = sorted((np.asarray(image.image.convert("RGBA")) for image in page.images), key=len, reverse=True)
    assert all((a == b).all() for a, b in zip(found, given, strict=True))
    on_white = given[0][..., :3] * (given[0][..., 3:] / 255) + 255 - given[0][..., 3:]
    png = np.asarray(PIL.Image.open(BytesIO(encoded(drawing, style, "png"))).convert("RGB"))
    assert np.abs(png[:30, :40] - on_white).max() <= 2


def _pdf_images(reader):
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return [found for found in objects if isinstance(found, dict) and found.get("/Subtype") == "/Image"]


def test_seventy_thousand_points_stay_small_and_fast(crowd):
    style = FigureStyle(7.2, 7.2, 1.0, 300, "print")
    started = time.thread_time()
    drawing = take_styled(crowd, "map", style)
    assert time.thread_time() - started < 0.3  # it is measured by the benchmark; here it only must not rasterise
    for kind in ("png", "svg", "pdf"):
        started = time.thread_time()
        content = encoded(drawing, style, kind)
        assert len(content) < 3_000_000, kind
        assert time.thread_time() - started < 15, kind
    assert {"z₁", "z₂"} <= set(svg_words(encoded(drawing, style, "svg")).split())


def test_text_is_larger_where_it_should_be(window):
    """The digits of an axis, whose height in pixels is measured in both figures."""
    sizes = []
    for scale in (1.0, 2.0):
        style = FigureStyle(8, 6, scale, 96)
        svg = encoded(take_styled(window, "map", style), style, "svg")
        root = ElementTree.fromstring(svg)
        unit = float(root.get("width").removesuffix("mm")) / float(root.get("viewBox").split()[2])
        fonts = re.findall(rb'font-size="([0-9.]+)"[^>]*>\s*<text[^>]*>z', svg)
        sizes.append(float(fonts[0]) * unit)
    assert sizes[1] / sizes[0] == pytest.approx(2.0, rel=0.02)
    assert sizes[0] * 72 / 25.4 == pytest.approx(9, rel=0.1)  # points, as on screen


def test_print_has_a_white_ground_and_dark_words_in_a_dark_window(window, qtbot):
    window.apply_theme("dark")
    for name in ("map", "curves", "decoded", "reconstruction"):
        style = FigureStyle(5, 5, 1.0, 96, "print")
        picture = pixels(finish(image_of(take_styled(window, name, style), *style.pixels)))
        assert (picture[:4] == 255).all(), name
        assert (picture[-4:] == 255).all(), name
        for colour in (DARK.base, DARK.window, DARK.text, DARK.muted):
            assert (picture == rgb(colour)).all(-1).mean() < 0.001, (name, colour)
        assert (picture.max(-1) < 80).any(), name
        screen = FigureStyle(5, 5, 1.0, 96, "screen")
        picture = pixels(finish(image_of(take_styled(window, name, screen), *screen.pixels)))
        assert (picture[:4] == rgb(DARK.base)).all(), name


def test_two_maps_side_by_side_are_both_drawn(window, brief_run, qtbot):
    window.desk.refresh_runs()
    window.desk.runs_panel.set_ticked([brief_run.folder])
    window.desk.compare(window.desk.runs_panel.ticked)
    qtbot.waitUntil(lambda: window.maps.maps[1].isVisible() and not window.maps.maps[1].message, timeout=WAIT)
    style = FigureStyle(7.2, 4, 1.0, 96)
    words = svg_words(encoded(take_styled(window, "map", style), style, "svg")).split()
    assert words.count("z₁") == 2
    assert {"A", "B"} <= set(words)


# The panels do not notice


def state_of(window):
    """What must be the same afterwards."""
    plots = [window.map.plot, *window.desk.metrics._widgets.values()]
    return (
        window.theme,
        [plot.geometry() for plot in plots],
        [plot.getViewBox().viewRange() for plot in plots],
        [tuple(plot.getViewBox().state["autoRange"]) for plot in plots],
        window.map.selected.tolist(),
        window.map.target,
        window.map.hint,
        window.map._follows,
        window.focusWidget(),
    )


@pytest.mark.parametrize("colours", ["screen", "print"])
def test_the_map_comes_out_unchanged_and_asks_for_nothing(window, qtbot, colours):
    latent_map = window.map
    window.maps.switches.manifold.trigger()
    qtbot.waitUntil(lambda: latent_map._manifold.image is not None, timeout=WAIT)
    wheel(latent_map.plot.viewport(), latent_map.plot.viewport().rect().center(), 2)
    latent_map.set_selected(np.arange(50))
    for _ in range(20):  # until the view's own questions are over
        with qtbot.waitSignal(latent_map.manifold_wanted, timeout=1000, raising=False) as late:
            pass
        if not late.signal_triggered:
            break
    asked = []
    latent_map.manifold_wanted.connect(asked.append)
    latent_map.hovered.connect(asked.append)
    before, looks = state_of(window), seen(latent_map)
    drawn = take_styled(window, "map", FigureStyle(3.5, 6, 2.0, 72, colours))
    assert drawn.commands
    QApplication.processEvents()
    assert state_of(window) == before
    assert (seen(latent_map) == looks).all()
    assert asked == []


def test_of_a_map_with_a_mosaic_no_more_is_drawn_than_was_seen(window, qtbot):
    latent_map = window.map
    window.maps.switches.manifold.trigger()
    qtbot.waitUntil(lambda: latent_map._manifold.image is not None, timeout=WAIT)
    whole, inside = latent_map.view.viewRect(), []
    paint = latent_map.fit_view

    def fit():
        paint()
        inside.append(latent_map.view.viewRect())

    latent_map.fit_view = fit
    take_styled(window, "map", FigureStyle(8, 3, 1.0, 72))
    (box,) = inside
    margin = 1e-6 * whole.width()
    assert whole.adjusted(-margin, -margin, margin, margin).contains(box)
    assert box.width() / box.height() > 1.5


@pytest.mark.parametrize("colours", ["screen", "print"])
def test_curves_that_somebody_zoomed_are_drawn_so_and_stay_so(window, qtbot, colours):
    plot = window.desk.metrics._widgets["bound"]
    window.docks["curves"].raise_()
    qtbot.waitUntil(plot.isVisible)
    wheel(plot.viewport(), plot.viewport().rect().center(), 3)
    seen_range = plot.getViewBox().viewRange()
    before = state_of(window)
    style = FigureStyle(7.2, 2.5, 1.0, 72, colours)
    words = svg_words(encoded(take_styled(window, "curves", style), style, "svg"))
    QApplication.processEvents()
    assert state_of(window) == before
    ticks = [float(w.replace("−", "-")) for w in words.split() if re.fullmatch("−?[0-9.]+", w)]
    assert any(seen_range[1][0] <= tick <= seen_range[1][1] for tick in ticks)


def test_what_scrolls_stays_where_it_was_and_is_drawn_whole(window, qtbot):
    panel = window.desk.explorer.reconstruction
    window.resize(1200, 640)
    QApplication.processEvents()
    area = panel.table.parentWidget().parentWidget()
    bar = area.verticalScrollBar()
    assert bar.maximum() > 20
    bar.setValue(bar.maximum() // 2)
    before = bar.value(), panel.table.geometry()
    style = FigureStyle(4, 9, 1.0, 96)
    svg = encoded(take_styled(window, "reconstruction", style), style, "svg")
    QApplication.processEvents()
    assert (bar.value(), panel.table.geometry()) == before
    captions = [caption for row in panel.table.rows for caption in row.captions if caption]
    assert len(captions) >= 16
    words = svg_words(svg)
    assert all(caption in words for caption in captions)


def test_a_sheet_of_too_many_images_says_how_many_are_left_out(window, qtbot):
    sheet = window.desk.selection_panel.sheet
    sheet.set_rows(np.arange(200), [f"caption {i}" for i in range(200)], lambda row: QImage(8, 8, QImage.Format(4)))
    window.docks["selection"].raise_()
    style = FigureStyle(5, 3, 1.0, 96)
    words = svg_words(encoded(take_styled(window, "selection", style), style, "svg"))
    shown = len(re.findall(r"caption \d+", words))
    assert 5 < shown < 200
    assert f"+ {200 - shown}" in words


# Menus, clipboard, dialog


def family(dock):
    return {dock, *dock.findChildren(QWidget)}


def open_menu():
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def right_click(window, widget, point):
    for place in (point + QPoint(3, 0), point):  # no hand clicks where it has not come to
        point_at(widget, place)
    QTest.mouseClick(window.windowHandle(), RIGHT, NONE, widget.mapTo(window, point))


def test_a_right_click_a_menu_and_a_file(window, export, qtbot, tmp_path):
    window.preferences.export_folder = tmp_path
    plot = window.desk.metrics._widgets["bound"]
    entries = menu_at(qtbot, plot, plot.rect().center(), "Save figure…")
    assert entries[-2:] == ["Copy figure", "Save figure…"]
    qtbot.waitUntil(lambda: export.dialog is not None and export.dialog.preview.image is not None, timeout=WAIT)
    dialog = export.dialog
    assert not dialog.isModal()
    dialog.kind.setCurrentIndex(dialog.kind.findData("svg"))
    dialog.preset.setCurrentIndex(dialog.preset.findData(3.5))
    assert dialog.width_box.value() == 3.5
    assert dialog.millimetres.text().startswith("88.9 ×")
    qtbot.waitUntil(lambda: "kB" in dialog.words.text(), timeout=WAIT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in dialog.findChildren(QFileDialog)), timeout=WAIT)
    chooser = next(d for d in dialog.findChildren(QFileDialog) if d.isVisible())
    line = chooser.findChild(QLineEdit)
    line.setText(str(tmp_path / "of mine"))
    with qtbot.waitSignal(export.told, timeout=WAIT) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "of mine.svg" in told.args[0]
    assert "ELBO" in svg_words((tmp_path / "of mine.svg").read_bytes())
    again = Preferences()
    assert again.figure["format"] == "svg"
    assert style_of(again.figure).width_in == 3.5


def test_every_panel_has_the_menu_in_its_title_and_in_itself(window, export, qtbot):
    assert next(iter(export.names())) == "map"
    assert set(export.names()) == {"map", *window.docks} - {"train", "runs"}
    for name in export.names():
        if name == "map":
            place, point = window.map.plot.viewport(), QPoint(60, 60)
        else:
            dock = window.docks[name]
            dock.raise_()
            place, point = dock, QPoint(20, 6)  # its title
            qtbot.waitUntil(lambda dock=dock: window.childAt(dock.mapTo(window, QPoint(20, 60))) in family(dock))
        right_click(window, place, point)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        texts = [action.text().replace("&", "") for action in open_menu().actions()]
        assert texts[-2:] == ["Copy figure", "Save figure…"], name
        open_menu().close()
        QApplication.processEvents()


def test_the_menu_key_opens_it(window, export, qtbot):
    assert menu_at(qtbot, window.desk.explorer.reconstruction.table)[-2:] == ["Copy figure", "Save figure…"]


def test_a_child_with_a_menu_of_its_own_offers_the_figure_too(window, export):
    table = window.desk.studies.figures.table
    assert [a.text().replace("&", "") for a in table.actions()] == ["Copy the table", "", "Copy figure", "Save figure…"]


def test_copy_puts_image_and_svg_on_the_clipboard(window, export, qtbot):
    panel = window.maps
    with qtbot.waitSignal(export.told, timeout=WAIT):
        export.copy("map")
    content = QApplication.clipboard().mimeData()
    image = QApplication.clipboard().image()
    size = figure_parts.size_on_screen(panel)
    assert (image.width(), image.height()) == (round(2 * size.width()), round(2 * size.height()))
    assert "z₁" in svg_words(bytes(content.data("image/svg+xml").data()))


def test_a_panel_with_nothing_in_it_says_so(window, export, qtbot):
    with qtbot.waitSignal(export.failed, timeout=WAIT) as failed:
        export.copy("gaps")
    assert "nothing to draw in “Gaps” yet" in failed.args[0]
    assert press_in_box(qtbot, window, "OK") == failed.args[0]
    export.ask("path")
    qtbot.waitUntil(lambda: export.dialog is not None and "nothing to draw" in export.dialog.words.text(), timeout=WAIT)
    assert not export.dialog.save_button.isEnabled()


def test_the_dialog_says_what_is_too_large_and_what_had_to_shrink(window, export, qtbot):
    export.ask("curves")
    dialog = export.dialog
    dialog.proportional.setChecked(False)
    for box, value in ((dialog.width_box, 40), (dialog.height_box, 40), (dialog.dpi_box, 1200)):
        box.setValue(value)
    qtbot.waitUntil(lambda: "million pixels" in dialog.words.text(), timeout=WAIT)
    assert not dialog.save_button.isEnabled()
    for box, value in ((dialog.width_box, 2), (dialog.height_box, 2), (dialog.dpi_box, 100)):
        box.setValue(value)
    qtbot.waitUntil(lambda: "of what was chosen" in dialog.words.text(), timeout=WAIT)
    assert dialog.save_button.isEnabled()
    assert isinstance(dialog.font_box, QSpinBox)
    assert (dialog.font_box.minimum(), dialog.font_box.maximum()) == (50, 300)


def test_a_preset_of_a_slide_sets_both_sides(window, export):
    export.ask("map")
    dialog = export.dialog
    dialog.preset.setCurrentIndex(dialog.preset.findData(10.0))
    assert (dialog.width_box.value(), dialog.height_box.value()) == (10.0, 7.5)
    dialog.width_box.setValue(9.0)
    assert dialog.preset.currentData() is None


# What can go wrong


def test_a_place_that_cannot_be_written_is_a_sentence_and_changes_nothing(window, export, qtbot, tmp_path):
    (tmp_path / "file").write_text("kept")
    style = FigureStyle(2, 2, 1.0, 72)
    with pytest.raises(UserError, match="was not saved"):
        draw_figure(window, "map", style, tmp_path / "file" / "map.png")
    with pytest.raises(UserError, match="was not saved"):
        draw_figure(window, "map", style, tmp_path / "none" / "map.png")
    with pytest.raises(UserError, match=r"\.png, \.svg or \.pdf"):
        draw_figure(window, "map", style, tmp_path / "map.gif")
    with pytest.raises(UserError, match="no panel “train”"):
        draw_figure(window, "train", style, tmp_path / "map.png")
    assert (tmp_path / "file").read_text() == "kept"
    export.ask("map")
    qtbot.waitUntil(lambda: export.dialog.preview.image is not None, timeout=WAIT)
    export.dialog.save_as(tmp_path / "none" / "map.png")
    qtbot.waitUntil(lambda: "was not saved" in export.dialog.words.text(), timeout=WAIT)
    qtbot.waitUntil(export.dialog.save_button.isEnabled, timeout=WAIT)


@pytest.mark.parametrize("steps", [1, 2, 3])
@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_cancelling_leaves_what_was_there(window, tmp_path, kind, steps):
    style = FigureStyle(3, 3, 1.0, 96)
    path = tmp_path / f"map.{kind}"
    path.write_bytes(b"before")
    drawing = take_styled(window, "map", style)
    listed = sorted(tmp_path.iterdir())
    saving = save(drawing, style, path, "a title")
    for _ in range(steps):
        next(saving)
    saving.close()
    assert path.read_bytes() == b"before"
    assert sorted(tmp_path.iterdir()) == listed


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"width_in": 0.5}, "width"),
        ({"height_in": 99}, "height"),
        ({"width_in": float("nan")}, "width"),
        ({"font_scale": 4}, "scaled"),
        ({"dpi": 20}, "dpi"),
        ({"theme": "neon"}, "colours"),
        ({"width_in": 40, "height_in": 40, "dpi": 600}, "million pixels"),
    ],
)
def test_a_style_out_of_bounds_is_a_sentence(values, words):
    with pytest.raises(UserError, match=words):
        FigureStyle(**values)


def test_of_what_was_remembered_only_a_style_is_one(home):
    preferences = Preferences()
    style = FigureStyle(5.5, 4.25, 1.5, 600, "print")
    preferences.figure = style.values | {"format": "pdf", "proportional": False}
    assert style_of(Preferences().figure) == style
    for junk in ({}, {"width_in": "wide"}, style.values | {"dpi": 1e300}, style.values | {"theme": 3}):
        assert style_of(junk) is None
    for junk in ([], "x", {"a": []}, {str(i): i for i in range(50)}):
        preferences.figure = junk
        assert style_of(Preferences().figure) is None


def test_print_is_black_on_white():
    assert (PRINT.base, PRINT.window, PRINT.text) == ("#ffffff", "#ffffff", "#000000")
    assert len(PRINT.others) == len(DARK.others)


# Without a screen


def test_the_command_draws_and_changes_nothing(qapp, own_run, home, tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    before = sorted(path.name for path in home.iterdir())
    for panel in ("curves", "bound"):
        assert run_figure(str(own_run.folder), panel, tmp_path / f"{panel}.svg", width=5, height=3) == 0
    layers = {"layers": "points,manifold", "colours": "dark", "width": 3, "dpi": 96}
    assert run_figure(str(own_run.folder), "map", tmp_path / "map.png", **layers) == 0
    picture = pixels(QImage(str(tmp_path / "map.png")))
    assert picture.shape[1] == 288
    assert (picture[:4] == rgb(DARK.base)).all()
    assert "ELBO" in svg_words((tmp_path / "curves.svg").read_bytes())
    assert "log p(x)" in svg_words((tmp_path / "bound.svg").read_bytes())
    assert sorted(path.name for path in home.iterdir()) == before
    assert runs.load(own_run.folder).config == own_run.config
    with pytest.raises(UserError, match="no panel"):
        run_figure(str(own_run.folder), "sky", tmp_path / "sky.svg")
    with pytest.raises(UserError, match="is not a run"):
        run_figure(str(tmp_path / "sky"), "map", tmp_path / "sky.svg")
    with pytest.raises(UserError, match="no layer “sky”"):
        run_figure(str(own_run.folder), "map", tmp_path / "sky.svg", layers="sky")
    assert not (tmp_path / "sky.svg").exists()


def test_one_dialog_at_a_time(window, qtbot, export):
    export.ask("map")
    first = export.dialog
    export.ask("decoded")
    qtbot.waitUntil(lambda: sum(d.isVisible() for d in window.findChildren(FigureDialog)) == 1, timeout=WAIT)
    assert export.dialog is not None
    assert export.dialog is not first
    export.dialog.close()
    qtbot.waitUntil(lambda: export.dialog is None, timeout=WAIT)


def words_of(drawing):
    """Words of a figure with the places where they begin, in the units of its SVG."""
    found = {}
    for group in ElementTree.fromstring(encoded(drawing, FigureStyle(7.2, 5.0), "svg")).iter(f"{SVG}g"):
        for item in group.findall(f"{SVG}text"):
            scale_x, _, _, scale_y, x, y = map(float, re.findall(r"-?[\d.]+(?:e-?\d+)?", group.get("transform")))
            words = "".join(item.itertext())
            place = (scale_x * float(item.get("x")) + x, scale_y * float(item.get("y")) + y)
            found.setdefault(words, []).append(place)
    return found


def svg_size(drawing):
    root = ElementTree.fromstring(encoded(drawing, FigureStyle(7.2, 5.0), "svg"))
    return tuple(map(float, root.get("viewBox").split()[2:]))


def test_pictures_of_a_drawing_have_their_captions(window, qtbot, digits):
    window.docks["draw"].show()
    window.docks["draw"].raise_()
    window.desk.guests.take([("five", digits.test.pixels[5].numpy())])
    qtbot.waitUntil(lambda: window.desk.draw_panel.pictures.pictures is not None, timeout=WAIT)
    drawing = take(window, "draw", QSizeF(700, 480), is_print=True)
    words = words_of(drawing)
    width, height = svg_size(drawing)
    image = pixels(finish(image_of(drawing, 1400, 960)))
    for caption in ("reconstruction", "with noise", "denoised"):
        ((x, y),) = words[caption]
        left, base = round(x / width * 1400), round(y / height * 960)
        assert image[base - 16 : base + 2, left : left + 60].min() < 160  # not cut off by what is below


def test_scores_of_factors_stand_beside_their_names(qapp, qtbot):
    panel = FactorsPanel()
    qtbot.addWidget(panel)
    codes = np.random.default_rng(0).random((200, 2))
    found = finish(score(codes, codes * 2, ("x", "y")))
    panel.set_scores(found, "words")
    panel.resize(900, 300)
    panel.show()
    qtbot.waitExposed(panel)
    words = words_of(record(panel, 700, 480, PRINT, LIGHT))
    for name, label in panel._values.items():
        ((x, y),) = words[name.capitalize()]
        assert any(0 < left - x < 300 and abs(base - y) < 2 for left, base in words[label.text()])


def test_a_colour_bar_takes_a_line_and_no_more(window, qtbot):
    """The map beneath it is as high as without it, less that line."""
    values = np.linspace(0, 1, len(window.desk.run.codes.mean))
    heights = []
    for amounts in (None, Amounts(values, "amount")):
        window.map.set_amounts(amounts)
        part = window.map.figure_part
        with figure_parts._Pose(window.maps, part, LIGHT, LIGHT) as pose:
            placed = {id(each): box for each, box in pose.placed(part, QRectF(0, 0, 600, 500))}
        heights.append(placed[id(window.map.plot)].height())
    without, with_bar = heights
    assert window.map.bar.isVisible()
    assert without - 40 < with_bar <= without


def test_the_posterior_is_in_the_figure_of_its_bound(window, qtbot):
    window.docks["bound"].show()
    window.docks["bound"].raise_()
    panel = window.desk.bound_panel
    qtbot.waitUntil(lambda: panel.posterior.shown.regions is not None, timeout=WAIT)
    with figure_parts._Pose(panel, panel.figure_part, LIGHT, LIGHT) as pose:
        heights = {id(each): box.height() for each, box in pose.placed(panel.figure_part, QRectF(0, 0, 700, 480))}
    assert heights[id(panel.posterior)] > 200  # all that the rows below it leave
