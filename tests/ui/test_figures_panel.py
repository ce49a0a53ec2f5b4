"""The table of figures of several runs."""

import pytest
from hands import LEFT, has_colour, says, seen
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from vaegui.comparison import Figure
from vaegui.runs import Estimate
from vaegui.ui.figures_panel import NOTHING_TICKED, FiguresPanel
from vaegui.ui.theme import DARK, LIGHT, run_colour

NAMES = ("first", "second", "a run with quite a long name")
LOG_P = Figure(
    "log_p",
    "log p(x)",
    "nats/image",
    (Estimate(-124.514, 1.331), Estimate(-119.5, 1.25), Estimate(-300.0, 2.0)),
    (None, Estimate(5.014, 0.104), None),
    1,
    Estimate(5.014, 0.104),
)
RATE = Figure("rate", "rate", "nats/image", (Estimate(7.5, 0.02), None, None), (None, None, None), None)
PSNR = Figure(
    "denoising-masking",
    "PSNR, 30 % masking",
    "dB",
    (Estimate(15.0, 0.1), Estimate(14.0, 0.1), Estimate(1234.5, 0.1)),
    (None, Estimate(-1.0, 0.02), Estimate(1219.5, 0.5)),
    2,
    Estimate(1219.5, 0.5),
)
FIGURES = (LOG_P, RATE, PSNR)


@pytest.fixture
def panel(qtbot):
    widget = FiguresPanel()
    qtbot.addWidget(widget)
    widget.resize(820, 210)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


@pytest.fixture
def filled(panel):
    panel.set_runs(NAMES)
    panel.set_figures(FIGURES, "1,000 test images of MNIST")
    return panel


def rows_of(panel):
    table = panel.table
    return {
        table.verticalHeaderItem(row).text(): [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    }


def headings(panel):
    return [panel.table.horizontalHeaderItem(column) for column in range(panel.table.columnCount())]


@pytest.mark.parametrize("names", [(), ("alone",)])
def test_with_nothing_to_compare_it_says_what_to_do(qtbot, filled, names):
    filled.set_runs(names)
    assert says(filled) == NOTHING_TICKED
    assert not filled.table.isVisible()
    with qtbot.assertNotEmitted(filled.measure_wanted):
        qtbot.mouseClick(filled.controls.button, LEFT)


def test_a_row_for_each_figure_and_a_column_for_each_run_and_difference(filled):
    assert [head.text() for head in headings(filled)] == [
        *("A first", "B second", "C a run with quite a long name", "B − A", "C − A"),
    ]
    assert rows_of(filled) == {
        "log p(x), nats/image": ["−124.51 ± 1.33", "▲ −119.50 ± 1.25", "−300.00 ± 2.00", "5.01 ± 0.10", "–"],
        "rate, nats/image": ["7.50 ± 0.02", "–", "–", "–", "–"],
        "PSNR, 30 % masking, dB": [
            *("15.00 ± 0.10", "14.00 ± 0.10", "▲ 1,234.50 ± 0.10", "−1.00 ± 0.02", "1,219.50 ± 0.50"),
        ],
    }
    said = says(filled)
    assert said.startswith("1,000 test images of MNIST; the same for all. ▲ better than all others by more than two")
    assert said.endswith("Nats are compared only between equal likelihoods.")


def test_the_better_one_is_bold_and_says_by_how_much(filled):
    table = filled.table
    bold = [
        (row, column)
        for row in range(table.rowCount())
        for column in range(table.columnCount())
        if table.item(row, column).font().bold()
    ]
    assert bold == [(0, 1), (2, 2)]
    item = table.item(0, 1)
    assert item.toolTip() == "better by 5.01 ± 0.10 nats per image, more than two standard errors"
    assert item.data(Qt.ItemDataRole.AccessibleDescriptionRole) == item.toolTip()
    assert table.item(2, 2).toolTip() == "better by 1,219.50 ± 0.50 dB, more than two standard errors"
    assert all(
        table.item(row, column).textAlignment() & int(Qt.AlignmentFlag.AlignRight)
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_colours_are_the_runs_own(filled, theme):
    filled.set_theme(theme)
    colours = [head.foreground().color().name() for head in headings(filled)]
    assert colours == [run_colour(theme, index) for index in (0, 1, 2, 1, 2)]
    # What is of another likelihood steps back, and says so.
    item = filled.table.item(0, 2)
    assert item.foreground().color().name() == theme.muted
    assert "another likelihood than first" in item.toolTip()
    assert filled.table.item(0, 0).foreground().style() == Qt.BrushStyle.NoBrush
    picture = seen(filled.table.horizontalHeader())
    assert all(has_colour(picture, run_colour(theme, index)) for index in range(3))


def test_meanings_are_told_where_figures_are_named(filled):
    tips = [filled.table.verticalHeaderItem(row).toolTip() for row in range(3)]
    for tip, words in zip(tips, ("log p(x)", "KL(q(z|x) ‖ p(z))", "noisy image"), strict=True):
        assert words in tip


@pytest.mark.parametrize("how", ["click", "space"])
def test_measuring_is_asked_for_with_a_number_of_images(qtbot, panel, how):
    panel.set_runs(NAMES)
    assert panel.images == 1000
    panel.images_box.setFocus()
    panel.images_box.selectAll()
    qtbot.keyClicks(panel.images_box, "2500")
    qtbot.keyClick(panel.images_box, Qt.Key.Key_Up)
    assert panel.images == 2600
    assert panel.controls.button.text() == "Measure"
    with qtbot.waitSignal(panel.measure_wanted):
        if how == "click":
            qtbot.mouseClick(panel.controls.button, LEFT)
        else:
            qtbot.keyClick(panel.images_box, Qt.Key.Key_Tab)
            assert panel.controls.button.hasFocus()
            qtbot.keyClick(panel.controls.button, Qt.Key.Key_Space)
    panel.set_figures(FIGURES, "2,600 test images of MNIST")
    assert panel.controls.button.text() == "Measure again"


def test_the_number_of_images_has_bounds(qtbot, panel):
    panel.set_runs(NAMES)
    for typed, found in (("7", 200), ("10000", 10_000)):
        panel.images_box.setFocus()
        panel.images_box.selectAll()
        qtbot.keyClicks(panel.images_box, typed)
        qtbot.keyClick(panel.images_box, Qt.Key.Key_Return)
        assert panel.images == found


def test_while_measuring_there_is_a_bar_and_a_way_out(qtbot, filled):
    filled.controls.button.setFocus()
    filled.set_busy("Measuring first", 0.425)
    assert filled.controls.bar.isVisible()
    assert filled.controls.bar.value() == 425
    assert filled.controls.bar.text() == "Measuring first 42 %"
    assert not filled.controls.button.isVisible()
    assert filled.table.isVisible()
    assert filled.controls.cancel_button.hasFocus()
    with qtbot.waitSignal(filled.cancel_wanted):
        qtbot.keyClick(filled.controls.cancel_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(filled.cancel_wanted):
        qtbot.mouseClick(filled.controls.cancel_button, LEFT)
    filled.set_idle()
    assert filled.controls.button.hasFocus()
    assert not filled.controls.bar.isVisible()
    assert not filled.controls.cancel_button.isVisible()


def test_long_words_fit_into_the_bar(filled):
    words = "Measuring mnist-continuous-bernoulli-2d-with-a-name-beyond-all-measure"
    filled.set_busy(words, 1.0)
    text = filled.controls.bar.text()
    assert filled.controls.bar.fontMetrics().horizontalAdvance(text) < filled.controls.bar.width()
    assert text.endswith(" 100 %")
    assert "…" in text
    assert filled.controls.bar.toolTip() == words


def test_other_runs_empty_the_table(filled):
    filled.set_runs(("first", "third"))
    assert rows_of(filled) == {}
    assert [head.text() for head in headings(filled)] == ["A first", "B third"]
    assert "1,000" not in says(filled)
    assert filled.controls.button.text() == "Measure"


def test_clearing_keeps_the_runs(filled):
    filled.clear()
    assert rows_of(filled) == {}
    assert len(headings(filled)) == 3
    assert filled.controls.button.isEnabled()


def test_a_message_takes_the_place_of_the_words(filled):
    filled.set_message("The images are of another shape.")
    assert says(filled) == "The images are of another shape."


def test_the_whole_table_can_be_copied(qtbot, filled):
    filled.table.setFocus()
    qtbot.keySequence(filled.table, QKeySequence(QKeySequence.StandardKey.Copy))
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines == [
        ["figure", *(head.text() for head in headings(filled))],
        *([side, *cells] for side, cells in rows_of(filled).items()),
    ]


def test_without_figures_nothing_is_copied(qtbot, panel):
    QApplication.clipboard().setText("what was there")
    panel.set_runs(NAMES)
    panel.table.setFocus()
    qtbot.keySequence(panel.table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QApplication.clipboard().text() == "what was there"


def test_no_cell_is_cut_off(filled):
    table = filled.table
    metrics = table.fontMetrics()
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            text = table.item(row, column).text()
            assert metrics.horizontalAdvance(text) < table.columnWidth(column)
        assert metrics.height() <= table.rowHeight(row)
