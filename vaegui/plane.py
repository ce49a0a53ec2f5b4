"""How codes look on a plane, for whatever draws a map of them: colours, the first view, where names stand, "nearby".

NumPy alone, so that the window's first picture need not wait for anything else.
"""

from __future__ import annotations

import numpy as np

CLASS_COLOURS = (  # Petroff (2021), an accessible cycle of ten
    "#3f90da",
    "#ffa90e",
    "#bd1f01",
    "#94a4a2",
    "#832db6",
    "#a96b59",
    "#e76300",
    "#b9ac70",
    "#717581",
    "#92dadd",
)
NEARBY = 0.1  # latent units
PRIOR_REACH = 3.2  # latent units from the origin that are seen where there is a prior: its 3 σ
MANY = 1_000_000  # codes; of more, pictures are refined bit by bit, and some stand for all where that is said
ENOUGH = 50_000  # codes that show where most are; all are looked at where it matters which


def finite(codes: np.ndarray) -> np.ndarray:
    """Those of the codes (N, 2) that a model which diverged did not send to infinity."""
    if not np.isfinite(codes).all():
        codes = codes[np.isfinite(codes[:, 0]) & np.isfinite(codes[:, 1])]
    return codes


def some(codes: np.ndarray, most: int = ENOUGH) -> np.ndarray:
    """So many codes at most, evenly spaced among all of them."""
    return codes[:: -(-len(codes) // most) or 1]


def densest(codes: np.ndarray) -> tuple[float, float]:
    """Find where codes (N, 2) lie closest together: the fullest 3×3 block of a 20×20 histogram of the finite ones."""
    codes = finite(codes)
    if not len(codes):
        return 0.0, 0.0
    low, high = _ends(codes)
    width = (high - low) / 20
    column, row = np.minimum((codes - low) / np.where(width > 0, width, 1), 19).astype(np.int64).T
    padded = np.pad(np.bincount(20 * column + row, minlength=400).reshape(20, 20), 1)
    rows = padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]
    fullest = np.argmax(rows[:-2] + rows[1:-1] + rows[2:])
    x, y = low + width * (np.array(divmod(int(fullest), 20)) + 0.5)
    return float(x), float(y)


def first_view(codes: np.ndarray, has_prior: bool) -> tuple[tuple[float, float], float]:
    """The square that holds the prior's 3 σ and all codes (N, 2), but for a few far out: centre and half a side."""
    codes = finite(codes)
    if not len(codes):
        return (0.0, 0.0), PRIOR_REACH
    low, high = _ends(codes)
    most = np.percentile(codes[:: -(-len(codes) // ENOUGH)], [1, 99], axis=0)
    if np.any(high - low > 4 * (most[1] - most[0])):
        low, high = most  # a few codes are so far out that the others would be a speck
    if has_prior:
        low, high = np.minimum(low, -PRIOR_REACH), np.maximum(high, PRIOR_REACH)
    x, y = (low + high) / 2
    return (float(x), float(y)), max(float((high - low).max() / 2) * 1.03, 0.01)


def nearby_reach(codes: np.ndarray, has_prior: bool) -> float:
    """How far “nearby” is, in latent units: `NEARBY` where codes have a prior, else as much of their own spread."""
    if has_prior or not len(codes):
        return NEARBY
    codes = finite(codes)
    spread = float(np.mean([along.std() for along in codes.T])) if len(codes) else 0.0
    return float(f"{NEARBY * spread:.1g}")


def _ends(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest of each coordinate; twice as fast as along the other axis."""
    low, high = np.array([(along.min(), along.max()) for along in codes.T]).T
    return low, high
