"""Figures of panels: what is drawn, recorded as commands, and played into PNG, SVG and PDF."""
