"""The table of keys, made from the actions that have them, so that it cannot say anything else than the window does."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

from vaegui.ui.menus import KEYS
from vaegui.words import tr

MNEMONIC = re.compile(r"&(.)")
OF_MAP = tr("Map")
KEYS_WIDTH = 34  # per cent of the table


def name_of(action: QAction) -> str:
    """What an action is called, without the sign of its letter and without dots."""
    return MNEMONIC.sub(r"\1", action.text() or action.toolTip()).rstrip("…")


def keys_of(action: QAction) -> str:
    """Its keys as they are written on this system; without F13 and what Qt lists after it, which keyboards lack."""
    native = QKeySequence.SequenceFormat.NativeText
    known = (keys for keys in action.shortcuts() if keys[0].key() < Qt.Key.Key_F13)  # type: ignore[index]
    return ", ".join(keys.toString(native) for keys in known)


def groups(window: QMainWindow) -> dict[str, list[tuple[str, str]]]:
    """Keys, and names of the actions that have them: of every menu, then of every panel what is in no menu."""
    found: dict[str, list[tuple[str, str]]] = {}
    listed: set[QAction] = set()
    for heading in window.menuBar().actions():
        for action in _below(heading):
            listed.add(action)
            if keys_of(action):
                found.setdefault(name_of(heading), []).append((keys_of(action), name_of(action)))
    for action in window.findChildren(QAction):
        if keys_of(action) and action not in listed:
            found.setdefault(_place_of(action, window), []).append((keys_of(action), name_of(action)))
    return {title: list(dict.fromkeys(rows)) for title, rows in found.items()}


def as_html(window: QMainWindow) -> str:
    """The page of keys: first what needs the mouse or belongs to no action, then all actions."""
    tables = {tr("Mouse and keys on the map, the pad and in lists"): list(KEYS)} | groups(window)
    return f"<h1>{tr('Keys')}</h1>" + "".join(
        f"<h3>{html.escape(title)}</h3>"
        f"<table width='100%' cellspacing='0' cellpadding='2'>{''.join(map(_row, rows))}</table>"
        for title, rows in tables.items()
    )


def _row(row: tuple[str, str]) -> str:
    keys, what = (html.escape(text) for text in row)
    return f"<tr><td width='{KEYS_WIDTH}%'><b>{keys}</b></td><td>{what}</td></tr>"


def _below(heading: QAction) -> Iterator[QAction]:
    """All actions of a menu and of the menus in it."""
    menu = heading.menu()
    if not isinstance(menu, QMenu):
        yield heading
        return
    for action in menu.actions():
        yield from _below(action)


def _place_of(action: QAction, window: QMainWindow) -> str:
    """Where an action that is in no menu works: the panel or the window that has it."""
    place: QObject | None = action.parent()
    while place is not None and place is not window:
        if isinstance(place, QDockWidget) or (isinstance(place, QWidget) and place.isWindow()):
            return place.windowTitle()
        place = place.parent()
    return OF_MAP
