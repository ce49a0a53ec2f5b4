"""Lessons: steps that set the window up and say something about what is seen, in one file with the runs they need.

A file `NAME.vaelesson` is a zip of `lesson.json` (`content.Lesson`) and of `runs/<name>/…`, folders in the format of
`runs.py` without the state of their training. It holds codes, weights and curves, and no image of any dataset.
"""

from __future__ import annotations

from vaegui.lessons.archive import load, read, sweep
from vaegui.lessons.content import Lesson, Opened, Pin, State, View, shipped
from vaegui.lessons.packing import Packed, pack

__all__ = ["Lesson", "Opened", "Packed", "Pin", "State", "View", "load", "pack", "read", "shipped", "sweep"]
