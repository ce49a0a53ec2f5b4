"""How much of the factors that images were drawn from a code tells, and whether each of its dimensions tells of one.

Two tables of latent dimensions × factors, and three scores in [0, 1] after Eastwood & Williams, “A framework for the
quantitative evaluation of disentangled representations” (ICLR 2018), called DCI:

- Informativeness: how well random forests predict a factor from all dimensions, on images they have not seen: R², or
  for a factor that is a choice, such as the form, (accuracy − chance) / (1 − chance). Where that is not more than three
  standard errors above 0, it counts as 0.
- Disentanglement of a dimension: 1 − the entropy, in units of its maximum, of how its importance is shared out among
  the factors. All of it is the mean, weighted by the dimensions' importance.
- Completeness of a factor: 1 − the entropy of how its importance is shared out among the dimensions; all of it is the
  mean, weighted by the factors' importance.

The importance of a dimension for a factor is its share of the decrease in variance (Gini impurity for a choice) in the
forest, times the factor's informativeness. That last part is ours: a forest shares out all of 1 even if it predicts
nothing, and the scores of a code that tells of two factors perfectly, and of others nothing, would be about the latter.

What to bear in mind: with fewer dimensions than factors, the best code cannot score 1 in all three. The prior N(0, I)
is the same from all sides, and a code that is rotated tells as much as before, but is less disentangled. With one
dimension there is nothing to share a factor with, with one factor nothing to disentangle: these scores are NaN.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.words import tr

CHOICES = frozenset({"form"})  # the factors whose values have no order
MOST_IMAGES = 5000  # of more, a random part is used: half to learn from, half to be asked about
FEWEST_IMAGES = 20
FEWEST_TREES, MOST_TREES = 10, 40  # of a forest
TREES_TIMES_DIMENSIONS = 2560  # eight seconds for five factors
FEWEST_IN_LEAF = 5  # images
STANDARD_ERRORS = 3  # by which a prediction has to be better than the best guess without a code, else it is chance


@dataclass(frozen=True)
class FactorScores:
    """What codes of D dimensions tell of F factors; arrays are float64."""

    names: tuple[str, ...]  # of the factors
    images: int  # N, of which a half was asked about
    correlation: np.ndarray  # (D, F) in [0, 1]: |Spearman's ρ|; of a choice, the correlation ratio η of the ranks
    importance: np.ndarray  # (D, F) ≥ 0: R; the sum over dimensions is the factor's informativeness
    informativeness_of: np.ndarray  # (F,)

    @property
    def weights(self) -> np.ndarray:
        """ρ (D,): the share of all importance that a dimension has; 0 where there is none at all."""
        return _shares(self.importance.sum(1))

    @property
    def disentanglement_of(self) -> np.ndarray:
        """Of each dimension (D,); 0 for one of no importance, NaN where there is one factor."""
        return 1 - _entropies(self.importance)

    @property
    def completeness_of(self) -> np.ndarray:
        """Of each factor (F,); 0 for one that codes tell nothing of, NaN where there is one dimension."""
        return 1 - _entropies(self.importance.T)

    @property
    def disentanglement(self) -> float:
        """Mean over dimensions, weighted by `weights`."""
        return float(self.weights @ self.disentanglement_of)

    @property
    def completeness(self) -> float:
        """Mean over factors, weighted by their importance."""
        return float(_shares(self.importance.sum(0)) @ self.completeness_of)

    @property
    def informativeness(self) -> float:
        """Mean over factors."""
        return float(self.informativeness_of.mean())


def score(
    codes: np.ndarray, factors: np.ndarray, names: Sequence[str], seed: int = 0
) -> Generator[float, None, FactorScores]:
    """Score codes (N, D) by the factors (N, F) of the same images; yields the share done.

    Of more than `MOST_IMAGES` images, so many random ones are used; of these a random half is learned from, and the
    other half asked about. Factors called as in `CHOICES` are whole numbers without an order.

    Raises:
        UserError: when there are no dimensions, no factors, less than 20 images, or codes that are not finite.
    """
    if codes.shape[1] == 0:
        raise UserError(tr("This model has no codes: there is nothing to score."))
    if not names:
        raise UserError(tr("Nothing is known of what these images were drawn from: there is nothing to score by."))
    if len(codes) < FEWEST_IMAGES:
        raise UserError(
            tr(
                "Scores take {fewest} images at least; here are {images}.",
                fewest=FEWEST_IMAGES,
                images=len(codes),
            )
        )
    if not np.isfinite(codes).all():
        raise UserError(
            tr("Some codes are not finite numbers, so they cannot be scored. Train with a lower learning rate.")
        )
    random = np.random.default_rng(seed)
    rows = random.permutation(len(codes))[:MOST_IMAGES]
    codes, factors = codes[rows].astype(np.float64), factors[rows].astype(np.float64)
    correlation = np.stack([_correlation(codes, factor, name) for factor, name in zip(factors.T, names, strict=True)])
    told = []
    for index, (factor, name) in enumerate(zip(factors.T, names, strict=True)):
        steps = _informativeness(codes, factor, name, seed)
        told.append((yield from part_of(steps, index / len(names), 1 / len(names))))
    importance = np.stack([shares * informativeness for shares, informativeness in told], 1)
    informativeness_of = np.array([informativeness for _, informativeness in told])
    return FactorScores(tuple(names), len(codes), correlation.T, importance, informativeness_of)


def _correlation(codes: np.ndarray, factor: np.ndarray, name: str) -> np.ndarray:
    """|ρ| of each dimension (D,) with a factor (N,), or η where it is a choice; 0 where either is constant."""
    from scipy.stats import rankdata  # here because importing it takes a second

    ranks = rankdata(codes, axis=0)
    ranks -= ranks.mean(0)
    if name in CHOICES:
        of_value = [factor == value for value in np.unique(factor)]
        between = sum((rows.sum() * ranks[rows].mean(0) ** 2 for rows in of_value), np.zeros(codes.shape[1]))
        return np.asarray(np.sqrt(_ratios(between, (ranks**2).sum(0))))
    others = rankdata(factor)
    others -= others.mean()
    return _ratios(np.abs(others @ ranks), np.sqrt((ranks**2).sum(0) * (others**2).sum()))


def _informativeness(
    codes: np.ndarray, factor: np.ndarray, name: str, seed: int
) -> Generator[float, None, tuple[np.ndarray, float]]:
    """Fit a forest to one half of codes (N, D), which are in random order.

    Returns how it shares out 1 among the dimensions (D,), or nothing; and how well it predicts the other half.
    """
    # Here because importing scikit-learn takes seconds.
    from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor

    half = len(codes) // 2
    kind = RandomForestClassifier if name in CHOICES else RandomForestRegressor
    # All dimensions at each split: a tree that has to choose among others shares out more than there is to tell.
    forest: Any = kind(1, max_features=1.0, min_samples_leaf=FEWEST_IN_LEAF, random_state=seed, warm_start=True)
    trees = min(max(FEWEST_TREES, TREES_TIMES_DIMENSIONS // codes.shape[1]), MOST_TREES)
    for count in range(1, trees + 1):
        forest.set_params(n_estimators=count)
        forest.fit(codes[:half], factor[:half])
        yield count / trees
    asked, predicted = factor[half:], forest.predict(codes[half:])
    if name in CHOICES:
        values, counts = np.unique(factor[:half], return_counts=True)
        loss, guessed = predicted != asked, values[counts.argmax()] != asked
    else:
        loss, guessed = (predicted - asked) ** 2, (asked - factor[:half].mean()) ** 2
    gain = guessed.astype(float) - loss
    is_chance = gain.mean() <= STANDARD_ERRORS * gain.std(ddof=1) / math.sqrt(len(gain))
    return forest.feature_importances_, 0.0 if is_chance else float(gain.mean() / guessed.mean())


def _ratios(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Quotients in [0, 1], and 0 where there is nothing to divide by."""
    return np.asarray(np.clip(np.divide(above, below, out=np.zeros_like(above), where=below > 0), 0, 1))


def _shares(amounts: np.ndarray) -> np.ndarray:
    """What part of all each amount (…, K) ≥ 0 is; 0 where all are."""
    return _ratios(amounts, np.broadcast_to(amounts.sum(-1, keepdims=True), amounts.shape))


def _entropies(amounts: np.ndarray) -> np.ndarray:
    """Entropies of how amounts (M, K) ≥ 0 are shared out, of at most 1; 1 where all are 0, NaN where K is 1."""
    if amounts.shape[1] == 1:
        return np.full(len(amounts), np.nan)
    from scipy.special import entr

    entropies = entr(_shares(amounts)).sum(1) / np.log(amounts.shape[1])
    return np.asarray(np.where(amounts.any(1), entropies, 1.0))
