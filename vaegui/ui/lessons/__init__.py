"""Lessons in the window: the bar, the steps, and how one makes them."""
