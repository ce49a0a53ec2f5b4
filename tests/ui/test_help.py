import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hands import LEFT, NONE, WAIT, action, choose_tab, drag, place, press_in_box, rgb, seen, settle, training_of
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QTreeWidget,
    QWidget,
)

from vaegui import lessons
from vaegui.glossary import TERMS, as_html
from vaegui.ui import waterfall
from vaegui.ui.dialogs import show_error
from vaegui.ui.docks import Explanation, WhyButton, is_seen
from vaegui.ui.help import keys, pages
from vaegui.ui.help.pages import KEYS, PAGE_OF_PANEL, PAGES, WORDS, WRITTEN, words_as_html, written
from vaegui.ui.preferences import Preferences
from vaegui.ui.tips import tip

TOOL_TIP = Qt.ItemDataRole.ToolTipRole


def plain(markup):
    document = QTextDocument()
    document.setHtml(markup)
    return document.toPlainText()


# Tooltips


def tooltips(window):
    """All tooltips that the window can show now."""
    found = [thing.toolTip() for kind in (QWidget, QAction) for thing in window.findChildren(kind)]
    for box in window.findChildren(QComboBox):
        found += [box.itemData(index, TOOL_TIP) or "" for index in range(box.count())]
    for tree in window.findChildren(QTreeWidget):
        found += [tree.headerItem().toolTip(column) for column in range(tree.columnCount())]
    return [*found, *waterfall.TIPS.values()]  # whose rows have their own


def test_a_tooltip_teaches_each_word_of_the_glossary_that_is_on_the_screen(window):
    shown = "\n".join(tooltips(window))
    missing = [term.name for term in TERMS.values() if term.on_screen and as_html(term) not in shown]
    assert not missing


def test_a_tooltip_has_the_term_and_then_what_the_widget_does():
    words = plain(tip("rate", "distortion", does="Click to see it."))
    rate, distortion = TERMS["rate"], TERMS["distortion"]
    assert words.index(rate.sentence) < words.index(distortion.sentence) < words.index("Click to see it.")
    assert "rate · KL(q(z|x) ‖ p(z))" in words
    with pytest.raises(KeyError):
        tip("no such word")


def is_words(text):
    """Whether a text says more than a sign does."""
    return len(re.findall(r"[^\W\d_]", text)) >= 2


OF_QT = ("qt_toolbar_ext_button", "qt_menubar_ext_button", "qt_tableview_cornerbutton")  # its own, in its own words


def label_of(widget):
    """What stands before a field of a form."""
    for layout in widget.parentWidget().findChildren(QFormLayout):
        if isinstance(label := layout.labelForField(widget), QLabel):
            return label.text()
    return ""


def test_every_control_says_in_words_what_it_is(window):
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractSlider)
    silent = []
    for kind in kinds:
        for widget in window.findChildren(kind):
            parent = widget.parentWidget()
            # What Qt puts into its own widgets, and the buttons of the lesson's dock, which has no title to show them.
            if isinstance(widget, QScrollBar) or isinstance(parent, (QTabBar, QLineEdit, QComboBox, QAbstractSpinBox)):
                continue
            if widget.objectName() in OF_QT or parent is window.desk.teaching.dock:
                continue
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            texts = (widget.toolTip(), parent.toolTip(), text, label_of(widget))
            if not any(map(is_words, texts)):
                silent.append((widget.metaObject().className(), widget.objectName(), widget.accessibleName(), text))
    for view in window.findChildren(QAbstractItemView):
        for header in view.findChildren(QHeaderView):
            model, side = view.model(), header.orientation()
            for section in range(header.count()):
                texts = [model.headerData(section, side, role) for role in (Qt.ItemDataRole.DisplayRole, TOOL_TIP)]
                if header.isVisibleTo(view) and not any(is_words(str(text or "")) for text in texts):
                    silent.append((view.accessibleName(), section, texts))
    assert not silent


# The guide


@pytest.fixture
def guide(qtbot, window):
    """The guide, opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_F1)
    opened = window.menus.helper.guide
    qtbot.waitUntil(opened.isVisible, timeout=WAIT)
    return opened


def page_by_hand(qtbot, guide, name):
    """Click a page in the list."""
    item = guide.list.item(PAGES.index(name))
    qtbot.mouseClick(guide.list.viewport(), LEFT, NONE, guide.list.visualItemRect(item).center())


def test_every_panel_has_a_page(window):
    assert set(PAGE_OF_PANEL) >= {"map", *window.docks}
    assert set(PAGE_OF_PANEL.values()) <= set(PAGES)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_is_short_and_its_links_lead_somewhere(name, repository):
    page = written(name)
    assert (repository / "resources" / "guide" / "en" / f"{name}.md").read_text(encoding="utf-8") == page.markdown
    assert page.title
    assert 100 < len(page.markdown.split()) < 450
    links = re.findall(r"\]\(([^)]+)\)", page.markdown)
    for link in links:
        scheme, _, rest = link.partition(":")
        assert scheme in ("guide", "https")
        assert scheme == "https" or rest in PAGES
    assert "'" not in page.markdown


def test_a_page_that_is_in_no_other_language_is_in_english(monkeypatch, repository, tmp_path):
    english = repository / "resources" / "guide" / "en"
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "map.md").write_text("# Die Karte\n", encoding="utf-8")
    (tmp_path / "en").symlink_to(english)
    monkeypatch.setattr(pages, "resource", lambda name: tmp_path)
    monkeypatch.setattr(pages, "language", lambda: "xx")
    read_anew = written.__wrapped__
    assert read_anew("map").title == "Die Karte"
    assert read_anew("bound").markdown == (english / "bound.md").read_text(encoding="utf-8")


def test_all_written_pages_are_in_the_list(repository):
    assert {path.stem for path in (repository / "resources" / "guide" / "en").iterdir()} == set(WRITTEN)


def test_pages_are_chosen_at_the_left_and_read_at_the_right(qtbot, guide):
    titles = [guide.list.item(row).text() for row in range(guide.list.count())]
    assert titles == [*(written(name).title for name in WRITTEN), "Words", "Keys"]
    for name, title in zip(PAGES, titles, strict=True):
        page_by_hand(qtbot, guide, name)
        assert guide.browser.toPlainText().startswith(title)


def test_esc_closes_it_and_it_opens_where_it_was(qtbot, window, guide):
    page_by_hand(qtbot, guide, "models")
    qtbot.keyClick(guide.browser, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.menus.helper.guide is guide
    assert guide.isVisible()
    assert guide.page == "models"
    assert not guide.isModal()


@pytest.mark.parametrize(("panel", "title"), [("runs", "Runs"), ("bound", "Bound"), ("path", "Path"), ("draw", "Draw")])
def test_f1_opens_the_page_on_the_panel_that_has_the_focus(qtbot, window, panel, title):
    choose_tab(qtbot, window, title)
    widgets = window.docks[panel].widget().findChildren(QWidget)
    field = next(w for w in widgets if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    field.setFocus()
    assert QApplication.focusWidget() is not window.map.plot
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert window.menus.helper.guide.page == PAGE_OF_PANEL[panel]


def test_f1_over_the_map_opens_its_page_at_first(guide):
    assert guide.page == "map"


def link_at(browser, href):
    """Where a link is in a browser's viewport."""
    block = browser.document().begin()
    while block.isValid():
        for fragment in [part.fragment() for part in block]:
            if fragment.charFormat().anchorHref() == href:
                cursor = browser.textCursor()
                cursor.setPosition(fragment.position() + 2)
                browser.setTextCursor(cursor)
                return browser.cursorRect().center()
        block = block.next()
    raise AssertionError(href)


def test_a_link_leads_to_another_page(qtbot, guide):
    page_by_hand(qtbot, guide, "first-steps")
    qtbot.mouseClick(guide.browser.viewport(), LEFT, NONE, link_at(guide.browser, "guide:training"))
    assert guide.page == "training"
    assert guide.list.currentItem().text() == written("training").title


class Opener(QObject):
    """Takes what the desktop is asked to open."""

    def __init__(self):
        super().__init__()
        self.asked = []
        QDesktopServices.setUrlHandler("https", self, "take")

    @Slot(QUrl)
    def take(self, url):
        self.asked.append(url.toString())


def test_a_page_of_the_web_is_opened_by_a_click_only(qtbot, guide):
    opener = Opener()
    page_by_hand(qtbot, guide, "bound")
    assert opener.asked == []
    where = link_at(guide.browser, "https://arxiv.org/abs/1801.03558")
    qtbot.mouseClick(guide.browser.viewport(), LEFT, NONE, where)
    QDesktopServices.unsetUrlHandler("https")
    assert opener.asked == ["https://arxiv.org/abs/1801.03558"]
    assert guide.page == "bound"


def test_words_are_found_on_all_pages(qtbot, guide):
    qtbot.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is guide.find_field
    qtbot.keyClicks(guide.find_field, "GEODESIC")
    left = [guide.list.item(r).text() for r in range(guide.list.count()) if not guide.list.item(r).isHidden()]
    assert left == ["Comparing", "Words"]
    assert guide.page == "comparing"
    assert guide.browser.textCursor().selectedText().lower() == "geodesic"
    page_by_hand(qtbot, guide, WORDS)
    assert TERMS["geodesic"].sentence in guide.browser.toPlainText()
    assert TERMS["rate"].sentence not in guide.browser.toPlainText()
    qtbot.keyClicks(guide.find_field, "xyz")
    assert [label.text() for label in guide.findChildren(QLabel) if label.isVisible()] == ["No page has these words."]
    guide.find_field.selectAll()
    qtbot.keyClick(guide.find_field, Qt.Key.Key_Delete)
    assert TERMS["rate"].sentence in guide.browser.toPlainText()
    assert not any(guide.list.item(row).isHidden() for row in range(guide.list.count()))


def test_enter_goes_to_the_next_place_and_round_again(qtbot, guide):
    page_by_hand(qtbot, guide, "training")
    qtbot.keyClicks(guide.find_field, "epoch")
    count = written("training").markdown.lower().count("epoch")
    places = []
    for _ in range(count + 1):
        places.append(guide.browser.textCursor().selectionStart())
        qtbot.keyClick(guide.find_field, Qt.Key.Key_Return)
    assert places[:count] == sorted(set(places))
    assert places[count] == places[0]
    assert guide.isVisible()


def test_the_page_of_words_has_all_of_them():
    text = plain(words_as_html())
    assert all(term.name in text and term.sentence.replace("_", "") in text for term in TERMS.values())


def test_the_theme_follows_at_once(qtbot, window, guide):
    page_by_hand(qtbot, guide, "first-steps")
    for choice in ("dark", "light"):
        window.apply_theme(choice)
        qtbot.waitUntil(lambda: (seen(guide.browser.viewport())[2, 2] == rgb(window.theme.base)).all(), timeout=WAIT)
        link = next(
            part.fragment().charFormat()
            for row in range(guide.browser.document().blockCount())
            for part in guide.browser.document().findBlockByNumber(row)
            if part.fragment().charFormat().anchorHref()
        )
        assert link.foreground().color().name() == window.theme.accent


def test_text_is_as_large_as_elsewhere(qtbot, window, guide):
    height = guide.browser.document().size().height()
    action(window, "150 %").trigger()
    qtbot.waitUntil(lambda: guide.browser.document().size().height() > 1.3 * height, timeout=WAIT)
    titles = [guide.list.item(row) for row in range(guide.list.count())]
    widest = max(guide.list.fontMetrics().horizontalAdvance(item.text()) for item in titles)
    qtbot.waitUntil(lambda: guide.list.viewport().width() > widest, timeout=WAIT)
    action(window, "100 %").trigger()
    qtbot.waitUntil(lambda: guide.browser.document().size().height() < 1.1 * height, timeout=WAIT)


# Keys


def test_every_action_with_a_key_is_on_the_page_of_keys(qtbot, window):
    action(window, "Keys").trigger()
    guide = window.menus.helper.guide
    assert guide.page == KEYS
    lines = guide.browser.toPlainText().split("\n")
    rows = set(itertools.pairwise(lines))
    for found in window.findChildren(QAction):
        if found.shortcuts():
            assert (keys.keys_of(found), keys.name_of(found)) in rows
    assert ("Ctrl+T", "Train") in rows
    assert ("M", "Manifold") in rows


def test_keys_are_grouped_by_menu_and_by_panel(window):
    groups = keys.groups(window)
    assert ("Ctrl+T", "Train") in groups["Train"]
    assert ("F1", "Guide") in groups["Help"]
    assert ("F2", "Rename") in groups["Runs"]
    assert ("Del", "Remove") in groups["Path"]
    menus = [name.replace("&", "") for name in window.menus.by_title]
    assert list(groups)[: len(set(groups) & set(menus))] == [name for name in groups if name in menus]


def test_each_row_says_what_its_keys_do_and_has_keys_that_keyboards_have(window):
    rows = [row for found in keys.groups(window).values() for row in found]
    assert all(pressed and does for pressed, does in rows)
    assert ("PgUp", "Step back") in keys.groups(window)["Lesson"]
    pressed = {key for row in rows for key in row[0].split(", ")}
    assert "Ctrl+Z" in pressed
    assert not pressed & {"Undo", "Redo", "F14"}  # what Qt adds to Ctrl+Z, on different systems
    of_f16 = QAction("Copy")
    of_f16.setShortcuts([QKeySequence("Ctrl+C"), QKeySequence("F16")])
    assert keys.keys_of(of_f16) == "Ctrl+C"


def test_what_is_no_action_is_on_the_page_too(window):
    text = plain(keys.as_html(window))
    for words in ("Click or drag", "Arrow keys", "Wheel", "Double click", "on the pad: brush"):
        assert words in text
    of_actions = {each for found in window.findChildren(QAction) for each in keys.keys_of(found).split(", ")}
    assert not of_actions & {"Wheel", "Drop", "Arrow keys"}


# More in the guide


def test_an_explanation_leads_on_to_the_guide(qtbot, window):
    why = window.docks["curves"].findChild(WhyButton)
    qtbot.mouseClick(why, LEFT)
    explanation = window.findChild(Explanation)
    qtbot.keyClick(explanation.label, Qt.Key.Key_Tab)
    qtbot.keyClick(explanation.label, Qt.Key.Key_Return)
    guide = window.menus.helper.guide
    assert guide is not None
    assert guide.page == PAGE_OF_PANEL["curves"]
    assert not explanation.isVisible()


# First steps


@pytest.fixture
def steps(qtbot, window):
    """The first steps, begun from the menu."""
    settle(window.map)
    action(window, "First steps").trigger()
    found = window.menus.helper.first_steps
    qtbot.waitUntil(found.callout.isVisible, timeout=WAIT)
    return found


def go_to(qtbot, steps, number):
    for _ in range(number - 1):
        qtbot.mouseClick(steps.callout.next_button, LEFT)
    assert steps.number == number


def drag_target(qtbot, window):
    viewport = window.map.plot.viewport()
    start = place(window.map, *window.map.target)
    drag(qtbot, viewport, [start, start + QPoint(-20, 4), start + QPoint(-40, 8)])


def test_doing_what_a_note_says_leads_to_the_next(qtbot, window, steps):
    focus = QApplication.focusWidget()
    assert steps.number == 1
    drag_target(qtbot, window)
    qtbot.waitUntil(lambda: steps.number == 2, timeout=WAIT)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: steps.number == 3, timeout=WAIT)
    assert QApplication.focusWidget() is focus
    window.desk.train_panel.train_form.set_value("epochs", 100_000)
    qtbot.mouseClick(window.desk.train_panel.train_button, LEFT)
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)
    qtbot.waitUntil(lambda: steps.number == 4, timeout=WAIT)
    choose_tab(qtbot, window, "Denoise")
    qtbot.waitUntil(lambda: steps.number == 5, timeout=WAIT)
    assert not window.preferences.knows_first_steps
    window.menus.by_title["&Help"].popup(window.mapToGlobal(QPoint(100, 30)))
    qtbot.waitUntil(lambda: steps.number == 0, timeout=WAIT)
    window.menus.by_title["&Help"].close()
    assert Preferences().knows_first_steps
    window.desk.training.cancel()
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)


def test_a_drag_is_not_interrupted(qtbot, window, steps):
    viewport = window.map.plot.viewport()
    start = place(window.map, *window.map.target)
    QTest.mousePress(viewport, LEFT, NONE, start)
    with qtbot.waitSignal(window.map.steered, timeout=WAIT):
        QTest.mouseMove(viewport, start + QPoint(-30, 5))
    with qtbot.waitSignals([steps._timer.timeout] * 3, timeout=WAIT, order="none"):
        pass
    assert QApplication.mouseButtons() == LEFT
    assert steps.number == 1
    QTest.mouseRelease(viewport, LEFT, NONE, start + QPoint(-30, 5))
    qtbot.waitUntil(lambda: steps.number == 2, timeout=WAIT)


def test_next_back_and_done(qtbot, window, steps):
    callout = steps.callout
    assert not callout.back_button.isEnabled()
    for number in range(1, 6):
        assert steps.number == number
        assert callout.accessibleName().startswith(f"First steps, {number} of 5: ")
        assert f"{number} of 5" in [label.text() for label in callout.findChildren(QLabel)]
        assert callout.next_button.text() == ("Done" if number == 5 else "Next")
        if number < 5:
            qtbot.mouseClick(callout.next_button, LEFT)
            assert QApplication.focusWidget() is window.map.plot
    qtbot.mouseClick(callout.back_button, LEFT)
    assert steps.number == 4
    qtbot.mouseClick(callout.next_button, LEFT)
    qtbot.mouseClick(callout.next_button, LEFT)
    assert steps.number == 0
    assert not callout.isVisible()
    assert Preferences().knows_first_steps
    assert QApplication.focusWidget() is window.map.plot


def test_skipping_is_remembered(qtbot, window, steps):
    assert not Preferences().knows_first_steps
    qtbot.mouseClick(steps.callout.skip_button, LEFT)
    assert steps.number == 0
    assert Preferences().knows_first_steps
    window.menus.offer_first_steps()
    assert steps.number == 0
    action(window, "First steps").trigger()
    assert steps.number == 1


def test_the_keyboard_reaches_it_and_esc_skips(qtbot, window, steps):
    assert QApplication.focusWidget() is window.map.plot
    chain = []
    for _ in range(400):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        chain.append(QApplication.focusWidget())
        if chain[-1] is steps.callout.next_button:
            break
    assert chain[-1] is steps.callout.next_button
    qtbot.keyClick(chain[-1], Qt.Key.Key_Space)
    assert steps.number == 2
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert steps.number == 0
    assert QApplication.focusWidget() is window.map.plot


def test_esc_skips_from_anywhere_in_the_window(qtbot, window, steps):
    field = window.desk.train_panel.train_form.findChild(QAbstractSpinBox)
    for widget in (window.map.plot, field, window.desk.train_panel.train_button):
        action(window, "First steps").trigger()
        widget.setFocus()
        assert steps.number == 1
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert steps.number == 0
        assert QApplication.focusWidget() is widget
    assert Preferences().knows_first_steps


def test_esc_gives_up_a_lasso_and_closes_the_palette_before_it_skips(qtbot, window, steps):
    plot = window.map.plot
    for key in (Qt.Key.Key_S, Qt.Key.Key_Space, Qt.Key.Key_Right):
        qtbot.keyClick(plot, key)
    assert window.map.is_drawing
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert not window.map.is_drawing
    assert steps.number == 1
    action(window, "Find command…").trigger()
    qtbot.waitUntil(window.menus.palette.isVisible, timeout=WAIT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.menus.palette.isVisible()
    assert steps.number == 1
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert steps.number == 0


def arrow(steps):
    """Where the arrow ends, in the window."""
    return steps.callout.pos() + steps.callout._tip


def around(window, widget, margin=3):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-margin, -margin, margin, margin)


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1100, 650)])
def test_it_points_at_what_it_speaks_of_and_is_whole(qtbot, window, steps, size):
    window.resize(*size)
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.isVisible() and "Reconstruct" in tab_texts(bar))
    spots = (None, window.maps.bar, window.desk.train_panel.train_button, bar, window.menuBar())
    words = steps.callout._words

    def points_at(spot):
        if spot is None:
            target = window.map.plot.viewport().mapTo(window, place(window.map, *window.map.target))
            return (arrow(steps) - target).manhattanLength() < 60
        return around(window, spot).contains(arrow(steps))

    for spot in spots:
        qtbot.waitUntil(lambda spot=spot: points_at(spot), timeout=WAIT)
        assert window.rect().contains(steps.callout.geometry())
        assert words.height() >= words.heightForWidth(words.width())
        covered = (
            around(window, spot, 0).intersected(steps.callout.geometry().adjusted(10, 10, -10, -10))
            if spot
            else QRect()
        )
        assert covered.isEmpty()
        qtbot.mouseClick(steps.callout.next_button, LEFT)


def tab_texts(bar):
    return [bar.tabText(index) for index in range(bar.count())]


def test_it_follows_the_window_and_the_map(qtbot, window, steps):
    before = arrow(steps)
    window.map.set_target(window.map.target[0] + 0.8, window.map.target[1])
    qtbot.waitUntil(lambda: arrow(steps).x() > before.x() + 10, timeout=WAIT)
    go_to(qtbot, steps, 3)
    window.resize(1300, 760)
    button = window.desk.train_panel.train_button
    qtbot.waitUntil(lambda: around(window, button).contains(arrow(steps)), timeout=WAIT)


def test_a_panel_that_is_closed_is_brought_back_for_its_note(qtbot, window, steps):
    dock = window.docks["train"]
    dock.close()
    go_to(qtbot, steps, 3)
    assert dock.isVisible()
    button = window.desk.train_panel.train_button
    qtbot.waitUntil(lambda: around(window, button).contains(arrow(steps)), timeout=WAIT)
    for name in ("train", "runs", "draw"):
        window.docks[name].close()
    bar = window.menuBar()
    view = next(entry for entry in bar.actions() if entry.text() == "&View")
    where = bar.actionGeometry(view).translated(bar.mapTo(window, QPoint(0, 0))).adjusted(-3, -3, 3, 3)
    qtbot.waitUntil(lambda: where.contains(arrow(steps)), timeout=WAIT)
    assert "View → Panels" in steps.callout.accessibleDescription()


def test_it_waits_while_an_error_is_in_front(qtbot, window, steps):
    show_error(window, "Something went wrong.")
    qtbot.waitUntil(lambda: not steps.callout.isVisible(), timeout=WAIT)
    press_in_box(qtbot, window, "OK")
    qtbot.waitUntil(steps.callout.isVisible, timeout=WAIT)
    assert steps.number == 1


def test_it_waits_while_a_lesson_is_open(qtbot, window, steps):
    window.desk.teaching.open_shipped(lessons.shipped()[0].path.stem)
    qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not steps.callout.isVisible(), timeout=WAIT)
    window.desk.teaching.close_lesson()
    qtbot.waitUntil(steps.callout.isVisible, timeout=WAIT)
    assert steps.number == 1


def test_everything_else_answers_while_a_note_is_there(qtbot, window, steps):
    assert steps.callout.parent() is window
    assert QApplication.activeModalWidget() is None
    assert QApplication.focusWidget() is window.map.plot
    choose_tab(qtbot, window, "Samples")
    assert is_seen(window.docks["samples"].widget())
    assert steps.number == 1


def test_the_window_alone_shows_nothing_of_it(qtbot, window):
    assert window.menus.helper.first_steps.number == 0
    assert not window.preferences.knows_first_steps


@pytest.mark.parametrize("known", [False, True])
def test_the_program_shows_them_at_its_very_first_start_only(home, known, tmp_path):
    home.mkdir(parents=True, exist_ok=True)
    (home / "window.json").write_text(json.dumps({"knows_first_steps": known}))
    script = Path(__file__).parent / "starting.py"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    found = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=100, cwd=tmp_path
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.split() == [str(0 if known else 1)]
