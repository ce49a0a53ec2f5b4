"""The words of the field, each with its symbol and one sentence: for tooltips, the guide and the README.

Symbols are plain text with Unicode signs; an underscore begins an index of one letter (q_φ, E_q). Formulas are the
right ones where the lecture's are off. Imports nothing that takes time: the first painted window has tooltips.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from vaegui.words import said

INDEX = re.compile(r"_(\w)")


@dataclass(frozen=True)
class Term:
    """A word that the window, the guide and the lecture use."""

    name: str
    symbol: str  # what stands for it in formulas, or the formula that defines it
    sentence: str
    on_screen: bool = True  # whether the window itself uses it, so that a tooltip there has to teach it


def as_html(term: Term) -> str:
    """A term as rich text: its name and symbol in a line, then the sentence."""
    name, symbol, sentence = (INDEX.sub(r"<sub>\1</sub>", html.escape(text, quote=False)) for text in texts(term))
    return f"<b>{name}</b> · {symbol}<br>{sentence}"


def as_markdown(terms: Iterable[Term]) -> str:
    """Terms as the rows of a table, in English: word, symbol, meaning."""
    cells = ((text.replace("|", r"\|") for text in (term.name, term.symbol, term.sentence)) for term in terms)
    rows = (f"| {' | '.join(row)} |" for row in cells)
    return "\n".join(("| word | symbol | meaning |", "|---|---|---|", *rows))


def texts(term: Term) -> tuple[str, str, str]:
    """Name, symbol and sentence of a term, in the reader's language."""
    return said(term.name), said(term.symbol), said(term.sentence)


_TERMS = (
    # Codes
    Term("latent variable", "z", "A number that is never observed, and that the model explains an image by."),
    Term(
        "code",
        "z, or its mean μ(x)",
        "Where the encoder puts an image: a Gaussian in latent space, whose mean is the image’s point on the map.",
    ),
    Term(
        "encoder",
        "q_φ(z|x) = N(μ(x), diag σ²(x))",
        "The network that says of an image where its code is, and how sure it is of that.",
    ),
    Term(
        "decoder",
        "p_θ(x|z)",
        "The network that says of a code which images belong there: the mean of each pixel, and how sure it is.",
    ),
    Term("prior", "p(z) = N(0, I)", "Where codes are before an image is seen; samples are decoded from it."),
    Term(
        "likelihood",
        "p(x|z)",
        "How probable the decoder finds an image, pixel by pixel, once the code is known.",
    ),
    Term(
        "log p(x)",
        "log ∫ p(z) p(x|z) dz",
        "What the whole model says of an image, the marginal over all codes: exact here for up to two dimensions.",
    ),
    Term(
        "posterior",
        "p(z|x) = p(z) p(x|z) / p(x)",
        "Where the code of an image can be, by Bayes’ rule; exact here for two dimensions, which can be summed over.",
    ),
    Term(
        "q(z|x)",
        "q(z|x) ≈ p(z|x)",
        "A Gaussian that stands for the posterior, because in more dimensions nobody can compute that one.",
    ),
    Term(
        "aggregate posterior",
        "q(z) = 1/N Σ q(z|xₙ)",
        "Where the codes of all images are; the prior should look like it, and where it is far below p(z) is a hole.",
    ),
    Term(
        "manifold",
        "{E[x|z] : z}",
        "All images that the decoder can draw: a curved sheet among all possible images, laid out flat on the map.",
    ),
    # The bound
    Term(
        "nat",
        "−log p, natural logarithm",
        "The unit of information: 1 nat is 1.44 bits; figures here are summed over the pixels of an image.",
    ),
    Term(
        "KL divergence",
        "KL(q ‖ p) = ∫ q (log q − log p) ≥ 0",
        "The extra nats it costs to describe what is from q as if it were from p: none only where they are the same.",
    ),
    Term("rate", "KL(q(z|x) ‖ p(z))", "Nats spent on saying where the code is, beyond what the prior already says."),
    Term("distortion", "−E_q[log p(x|z)]", "Nats spent on the pixels once the code is known."),
    Term(
        "ELBO",
        "−(rate + distortion) = E_q[log p(x, z)] + H[q]",
        "The evidence lower bound: never above log p(x), and larger is better.",
    ),
    Term("loss", "distortion + β · rate", "What training makes small; with β = 1 it is the negative ELBO."),
    Term(
        "β",
        "β in distortion + β · rate",
        "What a nat of rate costs in the loss: the larger, the less codes say and the closer they lie to the prior.",
    ),
    Term(
        "IWAE bound",
        "E[log 1/K Σ p(x, zₖ)/q(zₖ|x)], zₖ ~ q",
        "A bound from K weighted samples, tighter than the ELBO: that itself for K = 1, and log p(x) as K grows.",
    ),
    Term("gap", "log p(x) − ELBO = KL(q(z|x) ‖ p(z|x))", "What the ELBO lacks: how far q is from the posterior."),
    Term(
        "amortisation gap",
        "ELBO(q*) − ELBO(q_φ)",
        "What one encoder for all images loses against the best Gaussian q* for each.",
    ),
    Term("approximation gap", "log p(x) − ELBO(q*)", "What the best Gaussian q* loses against the exact posterior."),
    Term(
        "amortised inference",
        "one φ for all x",
        "One network answers for every image at once, in place of a search for the best q for each.",
    ),
    Term(
        "mutual information",
        "I(n; z) = mean rate − KL(q(z) ‖ p(z))",
        "How much a code tells about which image it came from, log N nats at most.",
    ),
    Term(
        "collapsed dimension",
        "q(z_d|x) ≈ p(z_d) for all x",
        "A latent dimension that says nothing about the image: its rate is zero, and the decoder does without it.",
    ),
    # Fitting
    Term(
        "maximum likelihood",
        "θ = argmax Σ log p_θ(xₙ)",
        "ML: the parameters that make the training images most probable.",
    ),
    Term(
        "MAP",
        "θ = argmax log p(θ) + Σ log p_θ(xₙ)",
        "Maximum a posteriori: the same with a prior on the parameters, which counts less as there are more images.",
    ),
    Term(
        "EM",
        "E-step, M-step, E-step, …",
        "Expectation-Maximization: raises the bound by turns in q and in θ; exact here, on a grid over the plane.",
    ),
    Term(
        "E-step",
        "q(z) ← p(z|x)",
        "The half of EM that sets q to the exact posterior of each image, so that the bound touches log p(x).",
    ),
    Term(
        "M-step",
        "θ ← argmax Σ E_q[log p_θ(x, z)]",
        "The half of EM that improves the decoder while q is held; here some gradient steps in place of the maximum.",
    ),
    Term(
        "responsibility",
        "r ∝ w p(x|z)",
        "The share of the posterior that a grid node has; w is the prior mass that it stands for.",
    ),
    Term(
        "reparametrization trick",
        "z = μ + σ ⊙ ε, ε ~ N(0, I)",
        "Chance is drawn apart from μ and σ, so that the gradient goes through the sample to both.",
    ),
    Term(
        "score function estimator",
        "E_q[f(z) ∇_φ log q_φ(z|x)]",
        "The gradient of E_q[f(z)] without the trick: right on average, but with far more variance.",
    ),
    Term(
        "importance sampling",
        "p(x) ≈ 1/K Σ p(x, zₖ)/q(zₖ|x), zₖ ~ q",
        "A mean over samples from q, each weighted by how much rarer it is under q than it should be.",
    ),
    Term(
        "effective sample size",
        "(Σ wₖ)² / Σ wₖ²",
        "How many of K weighted samples really count: K where all weights are equal, 1 where one outweighs the others.",
    ),
    # Models
    Term(
        "autoencoder",
        "x → z → x′",
        "Encoder and decoder reproduce the image through its code, which is a point: no prior, no probability.",
    ),
    Term(
        "undercomplete",
        "D < number of pixels",
        "Said of a code with fewer numbers than the image has, so that the identity cannot simply be copied.",
    ),
    Term(
        "stacked",
        "x → h₁ → h₂ → z",
        "Said of an autoencoder with several layers on each side; they may be pretrained greedily, one by one.",
    ),
    Term(
        "denoising", "noisy x → z → clean x", "Said of a model that sees a noisy image and is asked for the clean one."
    ),
    Term(
        "VAE",
        "max Σ ELBO(xₙ) in θ and φ",
        "Variational autoencoder: decoder and encoder are trained together on the ELBO.",
    ),
    Term(
        "binarisation",
        "x ~ Bernoulli(grey), or grey > ½",
        "How grey pixels become on or off, as a Bernoulli likelihood has them: drawn anew, or by a threshold.",
    ),
    Term(
        "baseline",
        "log p(x) = Σ log p(xᵢ)",
        "A model in which all pixels are independent: the least that any other has to beat.",
    ),
    # Looking at models
    Term(
        "pull-back metric",
        "G(z) = JᵀJ, J = ∂E[x|z]/∂z",
        "Measures steps on the map by how much the decoded image changes.",
    ),
    Term(
        "magnification",
        "√det JᵀJ",
        "The area of images that a small area of codes is decoded to: high where the image changes fast.",
    ),
    Term(
        "geodesic",
        "min ∫ ‖J(z) ż‖ dt",
        "The shortest path in images: on the map it goes around places where the decoded image changes fast.",
    ),
    Term(
        "entropy",
        "H = −E[log p(x|z)], x ~ p(x|z)",
        "How unsure the decoder is of the image at a place, summed over its pixels.",
    ),
    Term(
        "PSNR",
        "10 log₁₀(1 / mean squared error)",
        "Nearness of two pictures in decibel (dB): larger is nearer, and 10 dB more are a tenth of the squared error.",
    ),
    Term(
        "linear probe",
        "softmax(W z + b)",
        "A classifier that parts classes by straight lines through their codes: it shows how plainly these tell them.",
    ),
    Term(
        "informativeness",
        "mean over factors of R², for the form of (accuracy − chance) / (1 − chance)",
        "How well the factors that images were drawn from can be predicted from the code: 1 where it tells all.",
    ),
    Term(
        "disentanglement",
        "1 − entropy of R over factors",
        "1 where each latent dimension tells of one factor only (Eastwood & Williams 2018).",
    ),
    Term(
        "completeness",
        "1 − entropy of R over dimensions",
        "1 where each factor is told by one latent dimension only (Eastwood & Williams 2018).",
    ),
    Term(
        "DLVM",
        "p_θ(x) = ∫ p(z) p_θ(x|z) dz",
        "Deep latent-variable model: a latent-variable model whose p(x|z) is a network, such as a VAE’s decoder.",
        on_screen=False,
    ),
)
TERMS = {term.name: term for term in _TERMS}
