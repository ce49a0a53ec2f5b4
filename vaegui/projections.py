"""Planes that a map can show of codes with more than two dimensions: two axes, the plane of PCA, or UMAP's.

A plane takes codes z (N, D) to places (N, 2), and places back to codes. Two axes and the plane of PCA do so exactly:
what a place does not say stays as it is in a code that one starts from. UMAP's places come from its own optimisation
(`embedding.py`), and the way back leads through the codes nearest to a place.

NumPy alone, float64.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from vaegui.words import tr

NEAREST = 4  # codes that UMAP's way back leads through
BLOCK = 256  # places, or codes, that are compared with all others at a time


def name_of(dimension: int) -> str:
    """What a dimension is called, counted from 0: z₁ for the first."""
    return "z" + "".join(chr(ord("₀") + int(digit)) for digit in str(dimension + 1))


def variance_of_dimensions(mean: np.ndarray) -> np.ndarray:
    """How much codes (N, D) vary in each dimension, (D,): what codes that are points, without a rate, are told by."""
    mean = np.asarray(mean, float)
    finite = np.isfinite(mean).all(1)
    variances: np.ndarray = mean[finite].var(0) if finite.any() else np.zeros(mean.shape[1])
    return variances


class Plane(ABC):
    """How codes of D dimensions lie on a map, and what code a place of it stands for."""

    kind: str  # "axes", "pca" or "umap"
    is_exact: bool  # whether the code of a place lies at that place
    dimensions: int  # D

    @property
    @abstractmethod
    def names(self) -> tuple[str, str]:
        """What the map's axes are called: to the right, and up."""

    @property
    def titles(self) -> tuple[str, str]:
        """The same, with what there is to be said of them."""
        return self.names

    @property
    @abstractmethod
    def in_words(self) -> str:
        """What of the codes is seen, for the map's caption."""

    @property
    @abstractmethod
    def how(self) -> str:
        """How a click on the map is decoded, in a sentence."""

    @abstractmethod
    def project(self, codes: np.ndarray) -> np.ndarray:
        """The places (..., 2) of codes (..., D)."""

    @abstractmethod
    def lift(self, places: np.ndarray, base: np.ndarray) -> np.ndarray:
        """The codes (..., D) of places (..., 2), as near to the code `base` (D,) as the plane lets them be."""

    def marginal(self, std: np.ndarray) -> np.ndarray | None:
        """The deviations (N, 2) of each q(z|x) on the map for those (N, D) of all dimensions, where these suffice."""
        return None

    def scale(self, std: np.ndarray) -> np.ndarray | None:
        """A square root (2, 2) of the covariance that one q(z|x) of deviations (D,) has on the map, if it has one."""
        return None


@dataclass(frozen=True)
class Axes(Plane):
    """Two dimensions of the code; the others keep their values."""

    dimensions: int  # D
    right: int
    up: int
    kind = "axes"
    is_exact = True

    @property
    def names(self) -> tuple[str, str]:
        """What the two dimensions are called."""
        return name_of(self.right), name_of(self.up)

    @property
    def in_words(self) -> str:
        """Which dimensions these are."""
        right, up = self.names
        return tr("{right} and {up} of {count} dimensions", right=right, up=up, count=self.dimensions)

    @property
    def how(self) -> str:
        """What of a code a click changes."""
        right, up = self.names
        return tr("A click decodes exactly: it sets {right} and {up}, all other dimensions stay.", right=right, up=up)

    def project(self, codes: np.ndarray) -> np.ndarray:
        """Two coordinates of codes (..., D), as they are."""
        places: np.ndarray = codes[..., [self.right, self.up]]
        return places

    def lift(self, places: np.ndarray, base: np.ndarray) -> np.ndarray:
        """The base with two coordinates replaced, (..., D)."""
        codes = np.broadcast_to(np.asarray(base, float), (*places.shape[:-1], self.dimensions)).copy()
        codes[..., [self.right, self.up]] = places
        return codes

    def marginal(self, std: np.ndarray) -> np.ndarray:
        """Two of the deviations (N, D): a marginal of independent dimensions is what is left of them."""
        kept: np.ndarray = std[:, [self.right, self.up]]
        return kept

    def scale(self, std: np.ndarray) -> np.ndarray:
        """Two of the deviations (D,) on a diagonal."""
        return np.diag(np.asarray(std, float)[[self.right, self.up]])


@dataclass(frozen=True, eq=False)
class Principal(Plane):
    """The plane along which codes vary most, spanned by two orthogonal directions of length 1.

    Places are not centred: the origin of the codes is that of the map, so that the prior N(0, I) is N(0, I) there, too.
    """

    basis: np.ndarray  # (D, 2)
    shares: tuple[float, float]  # of the variance of the codes
    kind = "pca"
    is_exact = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "dimensions", len(self.basis))

    @property
    def names(self) -> tuple[str, str]:
        """The components."""
        return tr("PC 1"), tr("PC 2")

    @property
    def titles(self) -> tuple[str, str]:
        """The components, with the share of the variance that each explains."""
        first, second = (
            tr("PC {number} ({share:.0f} % of variance)", number=number, share=100 * share)
            for number, share in enumerate(self.shares, start=1)
        )
        return first, second

    @property
    def in_words(self) -> str:
        """How much of the codes' variance is seen."""
        return tr(
            "plane of PCA, {share:.0f} % of the variance in {count} dimensions",
            share=100 * sum(self.shares),
            count=self.dimensions,
        )

    @property
    def how(self) -> str:
        """What of a code a click changes."""
        return tr("A click decodes exactly, in the plane of PCA through the point: what lies across the plane stays.")

    def project(self, codes: np.ndarray) -> np.ndarray:
        """How far codes (..., D) reach along the two directions."""
        places: np.ndarray = np.asarray(codes, float) @ self.basis
        return places

    def lift(self, places: np.ndarray, base: np.ndarray) -> np.ndarray:
        """The base, moved along the two directions until it is at each place, (..., D)."""
        base = np.asarray(base, float)
        codes: np.ndarray = base + (np.asarray(places, float) - base @ self.basis) @ self.basis.T
        return codes

    def scale(self, std: np.ndarray) -> np.ndarray:
        """A square root of Bᵀ diag(σ²) B."""
        scaled = np.asarray(std, float)[:, None] * self.basis  # (D, 2)
        values, vectors = np.linalg.eigh(scaled.T @ scaled)
        root: np.ndarray = vectors * np.sqrt(values.clip(min=0))
        return root


@dataclass(frozen=True, eq=False)
class Embedded(Plane):
    """The places that UMAP gave to codes; everything between them is as its `NEAREST` neighbours are.

    The place of another code is the mean of the places of the codes nearest to it, and the code of a place is the mean
    of the codes that lie nearest to it on the map, both weighted by the inverse of their distances (Shepard 1968). So
    it is a mean of neighbours, within their hull, and at the place of a code it is that code.
    """

    codes: np.ndarray  # (N, D)
    places: np.ndarray  # (N, 2)
    kind = "umap"
    is_exact = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "dimensions", self.codes.shape[1])

    @property
    def names(self) -> tuple[str, str]:
        """UMAP's axes, which have no meaning of their own."""
        return tr("UMAP 1"), tr("UMAP 2")

    @property
    def in_words(self) -> str:
        """What was embedded."""
        return tr("UMAP of {count:,} codes in {size} dimensions", count=len(self.codes), size=self.dimensions)

    @property
    def how(self) -> str:
        """Where the code of a click comes from."""
        return tr(
            "A click decodes from the {count} nearest codes (UMAP), whose mean it is: not exactly, as UMAP has no "
            "way back.",
            count=min(NEAREST, len(self.codes)),
        )

    def project(self, codes: np.ndarray) -> np.ndarray:
        """The places (..., 2) of codes (..., D): UMAP's own for those it was given."""
        if self.is_of(codes):
            return self.places  # at once: to look for the neighbours of all codes takes seconds
        return _interpolated(np.asarray(codes, float), self.codes, self.places)

    def is_of(self, codes: np.ndarray) -> bool:
        """Whether these are the codes (N, D) that were embedded."""
        return codes is self.codes or np.array_equal(codes, self.codes)

    def lift(self, places: np.ndarray, base: np.ndarray) -> np.ndarray:
        """The codes (..., D) of places (..., 2), from the codes nearest to them; `base` has no part in it."""
        return _interpolated(np.asarray(places, float), self.places, self.codes)


def largest(amounts: np.ndarray) -> Axes:
    """The plane of the two dimensions that have most of something (D,), which is shown first; D is 2 at least."""
    right, up = np.sort(np.argsort(-np.asarray(amounts, float), kind="stable")[:2]).tolist()
    return Axes(len(amounts), right, up)


def principal(codes: np.ndarray) -> Principal | None:
    """The plane of the first two principal components of codes (N, D); None where fewer than two are finite.

    From the singular values of the centred codes. The largest entry of each direction is positive, so that the map does
    not depend on the signs that a library happens to return.
    """
    codes = np.asarray(codes, float)
    codes = codes[np.isfinite(codes).all(1)]
    if len(codes) < 2:
        return None
    centred = codes - codes.mean(0)
    # Of the covariance, (D, D): the same directions at a fraction of the time that all codes take.
    values, vectors = np.linalg.eigh(centred.T @ centred)
    basis = vectors[:, ::-1][:, :2]
    basis = basis * np.sign(basis[np.abs(basis).argmax(0), [0, 1]])
    whole = values.clip(min=0).sum() or 1.0
    first, second = (values.clip(min=0)[::-1][:2] / whole).tolist()
    return Principal(basis, (first, second))


def _interpolated(wanted: np.ndarray, known: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Values (..., V) at points `wanted` (..., K) from those (N, V) at known points (N, K), by inverse distances."""
    flat = wanted.reshape(-1, known.shape[1])
    count = min(NEAREST, len(known))
    found = np.empty((len(flat), values.shape[1]))
    squares = np.square(known).sum(1)
    for start in range(0, len(flat), BLOCK):
        block = flat[start : start + BLOCK]
        # |a − b|² without a (BLOCK, N, K) array; the few that are nearest are measured again, as this one rounds.
        rough = squares - 2 * block @ known.T
        near = np.argpartition(rough, count - 1, axis=1)[:, :count] if count < len(known) else None
        indices = near if near is not None else np.broadcast_to(np.arange(len(known)), (len(block), len(known)))
        distances = np.linalg.norm(known[indices] - block[:, None], axis=2)  # (BLOCK, count)
        with np.errstate(divide="ignore"):
            weights = 1 / distances
        exact = np.isinf(weights)
        weights = np.where(exact.any(1, keepdims=True), exact, weights)
        found[start : start + BLOCK] = (weights[..., None] * values[indices]).sum(1) / weights.sum(1, keepdims=True)
    return found.reshape(*wanted.shape[:-1], values.shape[1])
