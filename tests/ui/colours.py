"""Colours as eyes have them: contrast, distances, and what is left of them without one kind of cones."""

import numpy as np
from hands import rgb

# Machado, Oliveira & Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
# TVCG 15(6), severity 1.0; they are applied to linear RGB.
SIMULATIONS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# sRGB's primaries and its white D65 (IEC 61966-2-1)
TO_XYZ = np.array(
    ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
)


def linear(colours):
    """Linear RGB (…, 3) in [0, 1] of sRGB (…, 3) uint8."""
    values = np.asarray(colours) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    """Relative luminance of "#rrggbb" or (…, 3) uint8 as WCAG 2 defines it."""
    return linear(rgb(colour) if isinstance(colour, str) else colour) @ (0.2126, 0.7152, 0.0722)


def contrast(one, other):
    """The contrast of two colours as WCAG 2 defines it, 1…21."""
    low, high = np.sort(np.broadcast_arrays(luminance(one), luminance(other)), axis=0)
    return (high + 0.05) / (low + 0.05)


def simulated(colours, kind):
    """What sRGB (…, 3) uint8 looks like to somebody who lacks one kind of cones, (…, 3) uint8; "" leaves all."""
    if not kind:
        return np.asarray(colours)
    values = np.clip(linear(colours) @ np.array(SIMULATIONS[kind]).T, 0, 1)
    gamma = np.where(values <= 0.0031308, 12.92 * values, 1.055 * values ** (1 / 2.4) - 0.055)
    return np.rint(255 * gamma).astype(np.uint8)


def lab(colours):
    """CIE L*a*b* (…, 3) of sRGB (…, 3) uint8, under D65."""
    x, y, z = np.moveaxis(linear(colours) @ TO_XYZ.T / TO_XYZ.sum(1), -1, 0)
    cube = [np.where(t > (6 / 29) ** 3, np.cbrt(t), t / (3 * (6 / 29) ** 2) + 4 / 29) for t in (x, y, z)]
    return np.stack([116 * cube[1] - 16, 500 * (cube[0] - cube[1]), 200 * (cube[1] - cube[2])], -1)


def distance(one, other):
    """CIEDE2000 of two colours in L*a*b* (Sharma, Wu & Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(mean**7 / (mean**7 + 25.0**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * np.cos(np.radians(hue - 30))
        + 0.24 * np.cos(np.radians(2 * hue))
        + 0.32 * np.cos(np.radians(3 * hue + 6))
        - 0.20 * np.cos(np.radians(4 * hue - 63))
    )
    weights = (
        1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2),
        1 + 0.045 * chroma,
        1 + 0.015 * chroma * t,
    )
    steps = (l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)))
    dl, dc, dh = (step / weight for step, weight in zip(steps, weights, strict=True))
    turned = 60 * np.exp(-(((hue - 275) / 25) ** 2))
    mixed = -2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7)) * np.sin(np.radians(turned))
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + mixed * dc * dh))
