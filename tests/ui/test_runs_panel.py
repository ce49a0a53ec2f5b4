"""The list of runs."""

import dataclasses

import numpy as np
import pytest
from hands import LEFT, NONE, pixels, seen
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyle, QStyleOptionViewItem

from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.runs import Estimate, TestFigures
from vaegui.ui.runs_panel import COLUMNS, RunsPanel
from vaegui.ui.theme import DARK, LIGHT, letter_icon, number


@pytest.fixture
def runs_of(run):
    """Runs that differ in their folder alone."""

    def make(*names):
        return [dataclasses.replace(run, folder=run.folder.with_name(name)) for name in names]

    return make


@pytest.fixture
def panel(qtbot, runs_of):
    widget = RunsPanel()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.set_runs(runs_of("first", "second"), runs_of("shipped"), [])
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.list.setFocus()
    return widget


def choose(qtbot, panel, row):
    item = panel.list.topLevelItem(row)
    spot = panel.list.visualItemRect(item).center()
    spot.setX(20)
    qtbot.mouseClick(panel.list.viewport(), LEFT, NONE, spot)
    return spot


def rename_to(qtbot, panel, name):
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    type_name(qtbot, name, Qt.Key.Key_Return)


def type_name(qtbot, name, end):
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, name)
    qtbot.keyClick(editor, end)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def row_at(panel, index):
    item = panel.list.topLevelItem(index)
    return dict(zip(COLUMNS, [item.text(column) for column in range(len(COLUMNS))], strict=True))


def test_a_row_says_name_figures_dataset_time_and_model(panel, run):
    row = row_at(panel, 0)
    assert row["Run"] == "first"
    assert row["log p(x)"] == number(run.config.test.log_p.mean, 1)
    assert row["ELBO"] == number(run.config.test.elbo.mean, 1)
    assert row["Family"] == "VAE"
    assert row["Dataset"] == "digits"
    assert row["Network"] == "mlp, 2-D"
    assert row["Likelihood"] == "Bernoulli, dynamic binarisation"
    created = run.config.created.astimezone()
    assert f"{created.minute:02}" in row["When"]
    assert f"{created.year % 100:02}" in row["When"]


def test_the_users_runs_come_first(panel):
    assert [panel.list.topLevelItem(i).text(0) for i in range(3)] == ["first", "second", "shipped"]


def test_a_run_that_was_never_measured_has_a_dash(panel, run):
    unmeasured = dataclasses.replace(run, config=dataclasses.replace(run.config, test=None))
    panel.set_runs([unmeasured], [], [])
    assert (row_at(panel, 0)["log p(x)"], row_at(panel, 0)["ELBO"]) == ("–", "–")
    assert "Not measured" in panel.list.topLevelItem(0).toolTip(1)


MODELS = {
    "a linear autoencoder": (
        ModelConfig(family="autoencoder", hidden=(), likelihood="gaussian", output="linear"),
        TrainConfig(),
        TestFigures(360, distortion=Estimate(45.678, 0.25)),
        {"log p(x)": "–", "ELBO": "–", "Family": "Linear autoencoder", "Network": "linear, 2-D"},
        ["Gaussian, σ² = 0.5", "distortion: 45.68 ± 0.25"],
    ),
    "EM": (
        ModelConfig(family="em", architecture="conv", hidden=(8,)),
        TrainConfig(weight_precision=2.0),
        TestFigures(
            360,
            elbo=Estimate(-28.5, 0.5),
            rate=Estimate(6.25, 0.125),
            distortion=Estimate(22.25, 0.5),
            log_p=Estimate(-27.25, 0.5),
            baseline=Estimate(-33.0, 0.75),
        ),
        {"log p(x)": "−27.2", "ELBO": "−28.5", "Family": "EM, MAP, λ = 2", "Network": "conv, 2-D"},
        ["log p(x): −27.25 ± 0.50", "ELBO: −28.50 ± 0.50", "rate: 6.25 ± 0.12", "independent: −33.00 ± 0.75"],
    ),
    "independent pixels": (
        ModelConfig(family="pixels"),
        TrainConfig(prior_strength=20),
        TestFigures(360, log_p=Estimate(-33.04, 0.25), baseline=Estimate(-33.0, 0.25)),
        {
            "log p(x)": "−33.0",
            "ELBO": "–",
            "Family": "Independent pixels, MAP, s = 20",
            "Network": "no latent variables",
        },
        ["log p(x): −33.04 ± 0.25"],
    ),
    "IWAE in 3-D": (
        ModelConfig(latent_size=3),
        TrainConfig(objective="iwae", importance_samples=5),
        TestFigures(360, elbo=Estimate(-29.0, 0.5), importance_bound=Estimate(-27.75, 0.5)),
        {"log p(x)": "–", "ELBO": "−29.0", "Family": "IWAE, K = 5", "Network": "mlp, 3-D"},
        ["IWAE bound: −27.75 ± 0.50", "ELBO: −29.00"],
    ),
}


@pytest.mark.parametrize(("model", "training", "test", "columns", "said"), MODELS.values(), ids=MODELS)
def test_every_family_has_its_words_and_its_figures(panel, run, model, training, test, columns, said):
    config = dataclasses.replace(run.config, model=model, training=training, test=test)
    panel.set_runs([dataclasses.replace(run, config=config)], [], [])
    row = row_at(panel, 0)
    assert {name: row[name] for name in columns} == columns
    for column in (1, 2):
        tip = panel.list.topLevelItem(0).toolTip(column)
        assert "360 test images, nats per image" in tip
        assert model.likelihood_in_words in tip
        assert all(part in tip for part in said)
        assert "None" not in tip


def test_the_columns_say_what_their_figures_are(panel):
    head = panel.list.headerItem()
    assert [head.text(column) for column in range(3)] == ["Run", "log p(x)", "ELBO"]
    assert "∫ p(z) p(x|z) dz" in head.toolTip(1)
    assert all("mean of the test images, in nats per image" in head.toolTip(column) for column in (1, 2))
    assert "lower bound" in head.toolTip(2)
    assert all("same likelihood" in head.toolTip(column) for column in (1, 2))


def test_the_name_tells_the_command_that_repeats_it(panel, run):
    tip = panel.list.topLevelItem(0).toolTip(0)
    assert str(run.folder.with_name("first")) in tip
    assert run.config.command.startswith("vaegui train digits")
    assert run.config.command in tip


@pytest.mark.parametrize("how", ["double click", "enter", "button"])
def test_opening(qtbot, panel, runs_of, how):
    spot = choose(qtbot, panel, 1)
    with qtbot.waitSignal(panel.open_wanted) as heard:
        if how == "double click":
            qtbot.mouseDClick(panel.list.viewport(), LEFT, NONE, spot)
        elif how == "enter":
            qtbot.keyClick(panel.list, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(panel.open_button, LEFT)
    assert heard.args == [runs_of("second")[0].folder]


def test_f2_and_typing_asks_for_a_new_name(qtbot, panel, runs_of):
    choose(qtbot, panel, 0)
    with qtbot.waitSignal(panel.rename_wanted) as heard:
        rename_to(qtbot, panel, "a better name")
    assert heard.args == [runs_of("first")[0].folder, "a better name"]


def test_the_button_renames_too(qtbot, panel):
    choose(qtbot, panel, 0)
    qtbot.mouseClick(panel.rename_button, LEFT)
    with qtbot.waitSignal(panel.rename_wanted) as heard:
        type_name(qtbot, "other", Qt.Key.Key_Return)
    assert heard.args[1] == "other"


def test_escape_and_the_same_name_rename_nothing(qtbot, panel):
    choose(qtbot, panel, 0)
    with qtbot.assertNotEmitted(panel.rename_wanted):
        rename_to(qtbot, panel, "first")
        qtbot.keyClick(panel.list, Qt.Key.Key_F2)
        type_name(qtbot, "never mind", Qt.Key.Key_Escape)
    assert panel.list.topLevelItem(0).text(0) == "first"


@pytest.mark.parametrize("how", ["key", "button"])
def test_deleting(qtbot, panel, runs_of, how):
    choose(qtbot, panel, 1)
    with qtbot.waitSignal(panel.delete_wanted) as heard:
        if how == "key":
            qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
        else:
            qtbot.mouseClick(panel.delete_button, LEFT)
    assert heard.args == [runs_of("second")[0].folder]


def test_shipped_runs_can_be_opened_and_nothing_else(qtbot, panel, runs_of):
    choose(qtbot, panel, 2)
    assert panel.current_folder() == runs_of("shipped")[0].folder
    assert panel.open_button.isEnabled()
    assert not panel.rename_button.isEnabled()
    assert not panel.delete_button.isEnabled()
    with qtbot.assertNotEmitted(panel.delete_wanted), qtbot.assertNotEmitted(panel.rename_wanted):
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
        qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert panel.list.findChild(QLineEdit) is None
    assert "comes with the program" in panel.list.topLevelItem(2).toolTip(0)


def test_without_a_selection_there_is_nothing_to_press(qtbot, panel):
    panel.list.setCurrentItem(None)
    assert not any(b.isEnabled() for b in (panel.open_button, panel.rename_button, panel.delete_button))
    with qtbot.assertNotEmitted(panel.open_wanted):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)


def test_the_selection_survives_a_new_list(qtbot, panel, runs_of):
    choose(qtbot, panel, 1)
    panel.set_runs(runs_of("newest", "first", "second"), runs_of("shipped"), [])
    assert panel.current_folder().name == "second"
    assert panel.delete_button.isEnabled()
    panel.set_runs(runs_of("first"), runs_of("shipped"), [])
    assert not panel.delete_button.isEnabled()


def test_what_cannot_be_opened_is_said_below_the_list(panel, runs_of):
    sentences = ["One run is broken.", "Another one too."]

    def said():
        words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
        return [text for text in words if not text.startswith("Tick runs")]

    assert said() == []
    panel.set_runs(runs_of("first"), [], sentences)
    assert said() == ["One run is broken.\nAnother one too."]
    panel.set_runs(runs_of("first"), [], [])
    assert said() == []


# Ticks


def box_of(panel, row):
    """Where the box to tick is, or where it would be."""
    item = panel.list.topLevelItem(row)
    option = QStyleOptionViewItem()
    panel.list.initViewItemOption(option)
    panel.list.itemDelegate().initStyleOption(option, panel.list.indexFromItem(item))
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    option.rect = panel.list.visualItemRect(item)
    return panel.list.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, panel.list)


def tick(qtbot, panel, *rows):
    for row in rows:
        qtbot.mouseClick(panel.list.viewport(), LEFT, NONE, box_of(panel, row).center())


def boxes(panel):
    """For each run whether it is ticked; None where it has no box."""
    states = [panel.list.topLevelItem(i).data(0, Qt.ItemDataRole.CheckStateRole) for i in range(count(panel))]
    return [None if state is None else Qt.CheckState(state) == Qt.CheckState.Checked for state in states]


def count(panel):
    return panel.list.topLevelItemCount()


def letters(panel, theme=LIGHT):
    """The letter before each run, read from its picture: 0 is A; None where there is none."""
    known = {pixels(letter_icon(theme, index).pixmap(SIZE).toImage()).tobytes(): index for index in range(8)}
    icons = [panel.list.topLevelItem(i).icon(0) for i in range(count(panel))]
    return [None if icon.isNull() else known[pixels(icon.pixmap(SIZE).toImage()).tobytes()] for icon in icons]


SIZE = QSize(64, 64)


@pytest.fixture
def wanted(panel, runs_of):
    """With "first" open, the lists of names that the panel asked to compare, one after the other."""
    panel.set_open(runs_of("first")[0].folder)
    heard = []
    panel.compare_wanted.connect(lambda folders: heard.append([folder.name for folder in folders]))
    return heard


@pytest.fixture
def crowd(panel, runs_of, wanted):
    panel.set_runs(runs_of("first", "second", "third"), runs_of("shipped", "other"), [])
    return panel


def test_ticks_ask_for_runs_in_the_order_of_ticking(qtbot, crowd, wanted, runs_of):
    panel = crowd
    assert boxes(panel) == [None, False, False, False, False]
    tick(qtbot, panel, 3, 1, 4)
    assert wanted == [["shipped"], ["shipped", "second"], ["shipped", "second", "other"]]
    assert panel.ticked == [run.folder for run in runs_of("shipped", "second", "other")]
    assert boxes(panel) == [None, True, False, True, True]
    tick(qtbot, panel, 1, 2, 1)
    assert wanted[3:] == [["shipped", "other"], ["shipped", "other", "third"], ["shipped", "other", "third", "second"]]
    tick(qtbot, panel, 3, 4, 2, 1)
    assert wanted[-1] == []
    assert boxes(panel) == [None, False, False, False, False]


def test_what_a_tick_is_told_with_is_a_list_of_its_own(qtbot, crowd):
    heard = []
    crowd.compare_wanted.connect(heard.append)
    tick(qtbot, crowd, 1)
    heard[0].clear()
    crowd.ticked.clear()
    assert [folder.name for folder in crowd.ticked] == ["second"]


def test_a_click_on_a_name_selects_and_does_not_tick(qtbot, crowd, wanted):
    item = crowd.list.topLevelItem(1)
    spot = crowd.list.visualItemRect(item).center()
    qtbot.mouseClick(crowd.list.viewport(), LEFT, NONE, spot)
    assert crowd.current_folder().name == "second"
    assert wanted == []
    assert boxes(crowd)[1] is False


def test_a_click_on_a_box_opens_nothing(qtbot, crowd, wanted):
    with qtbot.assertNotEmitted(crowd.open_wanted), qtbot.assertNotEmitted(crowd.rename_wanted):
        tick(qtbot, crowd, 1)
    assert wanted == [["second"]]


def test_the_box_is_to_be_seen(qtbot, crowd):
    def look(row):
        box = box_of(crowd, row)
        return seen(crowd.list.viewport())[box.top() : box.bottom(), box.left() : box.right()]

    crowd.list.setCurrentItem(None)
    open_one, other = look(0), look(2)
    assert len(np.unique(other.reshape(-1, 3), axis=0)) > 1
    assert (open_one != other).any()
    tick(qtbot, crowd, 2)
    crowd.list.setCurrentItem(None)
    assert (look(2) != other).any()


def test_the_open_run_has_no_box_and_cannot_be_ticked(qtbot, crowd, wanted):
    tick(qtbot, crowd, 0)
    crowd.list.setCurrentItem(crowd.list.topLevelItem(0))
    qtbot.keyClick(crowd.list, Qt.Key.Key_Space)
    assert wanted == []
    assert boxes(crowd)[0] is None
    assert crowd.ticked == []


def test_with_no_run_open_every_run_has_a_box(qtbot, crowd):
    crowd.set_open(None)
    assert boxes(crowd) == [False] * 5


def test_space_ticks_and_unticks_the_selected_run(qtbot, crowd, wanted):
    choose(qtbot, crowd, 0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(crowd.list, key)
    assert wanted == [["second"], ["second", "shipped"]]
    qtbot.keyClick(crowd.list, Qt.Key.Key_Space)
    assert wanted[-1] == ["second"]


def test_a_run_that_is_opened_is_unticked_and_the_one_before_can_be_ticked(qtbot, crowd, wanted, runs_of):
    tick(qtbot, crowd, 2, 1)
    wanted.clear()
    crowd.set_open(runs_of("third")[0].folder)
    assert wanted == []
    assert [folder.name for folder in crowd.ticked] == ["second"]
    assert boxes(crowd) == [False, True, None, False, False]
    tick(qtbot, crowd, 0)
    assert wanted == [["second", "first"]]


def test_setting_ticks_tells_nobody_and_ticks_these_only(qtbot, crowd, wanted, runs_of):
    tick(qtbot, crowd, 1)
    wanted.clear()
    crowd.set_ticked([run.folder for run in runs_of("other", "first", "third")])
    assert wanted == []
    assert [folder.name for folder in crowd.ticked] == ["other", "third"]  # not the open one
    assert boxes(crowd) == [None, False, True, False, True]
    tick(qtbot, crowd, 4)
    assert wanted == [["third"]]
    crowd.set_ticked([])
    assert boxes(crowd) == [None, False, False, False, False]
    assert len(wanted) == 1


def test_ticks_survive_a_new_list_and_go_with_their_runs(qtbot, crowd, wanted, runs_of):
    tick(qtbot, crowd, 3, 1, 2)
    wanted.clear()
    crowd.set_runs(runs_of("newest", "first", "second", "third"), runs_of("shipped"), [])
    assert boxes(crowd) == [False, None, True, True, True]
    assert [folder.name for folder in crowd.ticked] == ["shipped", "second", "third"]
    assert letters(crowd) == [None, 0, 2, 3, 1]
    crowd.set_runs(runs_of("first", "third"), runs_of("shipped"), [])
    assert boxes(crowd) == [None, True, True]
    assert [folder.name for folder in crowd.ticked] == ["shipped", "third"]
    # Back again, it is as any other.
    crowd.set_runs(runs_of("first", "second", "third"), runs_of("shipped"), [])
    assert boxes(crowd) == [None, False, True, True]
    assert wanted == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_letters_follow_the_order_of_ticking_and_the_open_run_is_a(qtbot, crowd, runs_of, theme):
    crowd.set_theme(theme)
    assert letters(crowd, theme) == [None] * 5
    tick(qtbot, crowd, 3, 1)
    assert letters(crowd, theme) == [0, 2, None, 1, None]
    tick(qtbot, crowd, 4, 3)
    assert letters(crowd, theme) == [0, 1, None, None, 2]
    crowd.set_open(runs_of("other")[0].folder)
    assert letters(crowd, theme) == [None, 1, None, None, 0]
    tick(qtbot, crowd, 1)
    assert letters(crowd, theme) == [None] * 5


def test_another_theme_paints_the_letters_anew(qtbot, crowd):
    tick(qtbot, crowd, 1)
    for theme in (DARK, LIGHT):
        crowd.set_theme(theme)
        assert letters(crowd, theme) == [0, 1, None, None, None]


def test_a_ticked_run_can_be_renamed_and_stays_ticked(qtbot, crowd, wanted, runs_of):
    tick(qtbot, crowd, 1)
    choose(qtbot, crowd, 1)
    with qtbot.waitSignal(crowd.rename_wanted) as heard:
        rename_to(qtbot, crowd, "a better name")
    assert heard.args == [runs_of("second")[0].folder, "a better name"]
    assert wanted == [["second"]]
    assert boxes(crowd)[1] is True
    assert [folder.name for folder in crowd.ticked] == ["second"]


def test_renaming_does_not_tick(qtbot, crowd, wanted):
    choose(qtbot, crowd, 1)
    with qtbot.waitSignal(crowd.rename_wanted):
        rename_to(qtbot, crowd, "a better name")
    assert wanted == []
    assert boxes(crowd)[1] is False
