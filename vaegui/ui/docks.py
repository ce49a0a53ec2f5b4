"""What is said and asked about panels in docks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def is_seen(panel: QWidget) -> bool:
    """Whether any part of a panel is on screen (Qt has those in tabs behind another one as visible)."""
    # The dock's region: the panel's own leaves out what its children cover, which may be all of it.
    dock = panel.parentWidget()
    return panel.isVisible() and dock is not None and not dock.visibleRegion().isEmpty()
