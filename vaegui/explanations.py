"""What the picture in each panel means: its formula, where each symbol is on the screen, and the lecture's slide.

Formulas are simple rich text as Qt's labels render it, one to three lines. Wherever a slide's own line is off, the
formula here is the right one, and `correction` says what the slide has.
"""

from __future__ import annotations

from dataclasses import dataclass

from vaegui.words import tr

MUTED = "#7a828a"  # as readable on the light ground as on the dark one


@dataclass(frozen=True)
class Explanation:
    """The formula behind a panel, tied to what the panel shows."""

    title: str  # the question that it answers
    heading: str  # of the lecture's slide, as it stands there; empty where there is none
    formula: str  # rich text
    symbols: tuple[tuple[str, str], ...]  # rich text as in the formula → what that is on the screen
    words: str
    correction: str = ""  # what the slide's own line says, and what is right


def as_html(explanation: Explanation, muted: str = MUTED) -> str:
    """One fragment of rich text for a label; `muted` is the colour of what is secondary."""
    slide = (
        f'<p style="color:{muted}; margin-top:0px">{tr("Slide: {heading}", heading=explanation.heading)}</p>'
        if explanation.heading
        else ""
    )
    rows = "".join(
        f'<tr><td style="white-space:nowrap"><b>{symbol}</b></td><td>{meaning}</td></tr>'
        for symbol, meaning in explanation.symbols
    )
    # A table of one cell, since of all blocks only tables have a border in Qt's rich text.
    correction = (
        f'<table border="1" cellspacing="0" cellpadding="6" style="border-collapse:collapse; border-color:{muted}">'
        f"<tr><td><b>{tr('On the slide:')}</b> {explanation.correction}</td></tr></table>"
        if explanation.correction
        else ""
    )
    return (
        f'<p style="margin-bottom:0px"><b>{explanation.title}</b></p>{slide}'
        f'<p align="center" style="font-size:large">{explanation.formula}</p>'
        f'<table cellspacing="0" cellpadding="3">{rows}</table>'
        f"<p>{explanation.words}</p>{correction}"
    )


EXPLANATIONS: dict[str, Explanation] = {  # by panel
    "map": Explanation(
        tr("What is a point on the map?"),
        "Introducing: the encoder network",
        tr(
            "q<sub>φ</sub>(z|x) = N(μ(x), diag σ<sup>2</sup>(x)), with one φ for all x<br>"
            "p(z) = N(0, I)<br>"
            "q(z) = <sup>1</sup>/<sub>N</sub> Σ<sub>n</sub> q<sub>φ</sub>(z|x<sub>n</sub>)"
        ),
        (
            ("z", tr("a place on the map, such as the target ⊕; z₁ runs to the right, z₂ up")),
            ("μ(x)", tr("a point (layer Points, P): the mean code of one test image, in the colour of its class")),
            (
                "q<sub>φ</sub>(z|x)",
                tr(
                    "the two ellipses, 1σ and 2σ (layer Posterior, E), over the exact posterior p(z|x) of the same "
                    "image"
                ),
            ),
            ("p(z)", tr("the circles of 1, 2 and 3σ (layer Prior, C)")),
            ("q(z)", tr("the whole cloud of points; the layer Aggregate (Q) sets its density against the prior’s")),
        ),
        tr(
            "The encoder turns each image into a small Gaussian, and the map shows where its mean lies. Neighbouring "
            "places are decoded alike; places without points were never asked for in training, so there the decoder is "
            "on its own. For an autoencoder a point is the code itself (σ = 0, and no prior), for EM the mean of the "
            "exact posterior."
        ),
        tr(
            "q is called a “multinomial Gaussian” (“The Kullback-Leibler divergence”). It is a <i>multivariate</i> "
            "Gaussian with a diagonal covariance."
        ),
    ),
    "train": Explanation(
        tr("What does a training step make smaller?"),
        "The loss function",
        tr(
            "loss = distortion + β · rate<br>"
            "distortion = E<sub>q</sub>‖x − x′(z)‖<sup>2</sup> / (2σ<sup>2</sup>) + ½ P log(2πσ<sup>2</sup>)"
            "&#160;&#160;(Gaussian)<br>"
            "rate = −½ Σ<sub>l</sub> [1 + log σ<sub>l</sub><sup>2</sup> − σ<sub>l</sub><sup>2</sup> − "
            "μ<sub>l</sub><sup>2</sup>]"
        ),
        (
            ("β", tr("the field β, for a VAE trained on the ELBO; “β warm-up” lets it rise from 0")),
            ("σ<sup>2</sup>", tr("the field “Pixel variance σ²”, there with the likelihood “Gaussian, fixed σ²”")),
            ("x′(z)", tr("the picture that the decoder draws, as in Decoded; x is the image it should be")),
            ("P", tr("the number of pixels of an image, 784 for MNIST")),
            ("μ<sub>l</sub>", tr("the code’s coordinate l, where the image’s point lies on the map")),
            ("σ<sub>l</sub>", tr("the standard deviation of the code along it, not that of a pixel")),
            (tr("distortion"), tr("the curve Distortion, in nats per image")),
            (tr("rate"), tr("the curve Rate, in nats per image")),
        ),
        tr(
            "With β = 1 the loss is the negative ELBO. Each batch of images moves all weights a little way downhill; "
            "the map and the curves follow. “From the lecture” fills in the form for each model of the lecture, this "
            "loss as “VAE, Gaussian decoder”."
        ),
        tr(
            "eq. (3) has (x − x′)², where the prime is a hat, and names no variance. That is −ELBO, up to a constant, "
            "for a Gaussian decoder with σ² = ½ for every pixel, and for no other σ²; in nats it also needs the "
            "constant ½ log(2πσ²) per pixel."
        ),
    ),
    "runs": Explanation(
        tr("How good is a model, in one number?"),
        "Maximum Likelihood (ML)",
        (
            "<sup>1</sup>/<sub>N</sub> log p<sub>θ</sub>(D) = <sup>1</sup>/<sub>N</sub> Σ<sub>n</sub> "
            "log p<sub>θ</sub>(x<sub>n</sub>) ≥ <sup>1</sup>/<sub>N</sub> Σ<sub>n</sub> ELBO(x<sub>n</sub>)"
        ),
        (
            ("θ", tr("the weights that training found; each run of the list has its own")),
            ("D", tr("the test images of the column Dataset, which no training has seen")),
            ("N", tr("their number, 10,000 for MNIST")),
            ("log p<sub>θ</sub>(x<sub>n</sub>)", tr("its mean stands in the column log p(x), in nats per image")),
            (
                "ELBO(x<sub>n</sub>)",
                tr("its mean stands in the column ELBO, in nats per image; larger is better, as for log p(x)"),
            ),
        ),
        tr(
            "Maximum likelihood asks for the model that makes the data most probable. The two columns say how "
            "probable, exactly and as a lower bound; an autoencoder has neither, since it gives images no probability. "
            "Compare only runs of the same dataset and likelihood: the density of a grey pixel and the probability of "
            "a black one are not the same kind of number. Independent pixels (ML or MAP) are the least that any other "
            "model should beat."
        ),
        tr(
            "the likelihood of the data is written as a sum of p(x<sub>n</sub>). For independent images it is their "
            "product; what is summed is log p(x<sub>n</sub>)."
        ),
    ),
    "decoded": Explanation(
        tr("What does the decoder say at the target?"),
        "The decoder",
        tr(
            "Bernoulli: log p(x|z) = Σ<sub>i</sub> [x<sub>i</sub> log π<sub>i</sub>(z) + "
            "(1 − x<sub>i</sub>) log(1 − π<sub>i</sub>(z))]<br>"
            "Gaussian: log p(x|z) = −½ Σ<sub>i</sub> [(x<sub>i</sub> − μ<sub>i</sub>(z))<sup>2</sup> / "
            "σ<sub>i</sub><sup>2</sup>(z) + log(2πσ<sub>i</sub><sup>2</sup>(z))]"
        ),
        (
            ("z", tr("the target ⊕ on the map, in numbers in the fields z₁ and z₂")),
            (
                "π<sub>i</sub>(z)",
                tr("the grey value of pixel i of the picture, with a Bernoulli decoder: the probability that it is on"),
            ),
            ("μ<sub>i</sub>(z)", tr("the grey value of pixel i of the picture, with a Gaussian decoder")),
            (
                "σ<sub>i</sub><sup>2</sup>(z)",
                tr("the smaller picture σ²(z), where the variance is learned; otherwise one number for all pixels"),
            ),
        ),
        tr(
            "The picture is the mean of p(x|z), not a draw from it: where the decoder is unsure, it is grey or "
            "blurred. Bernoulli suits pixels that are on or off, Gaussian and continuous Bernoulli suit grey ones."
        ),
        tr(
            "“The Kullback-Leibler divergence” has Gaussian for pixels from 0 to 255 and Bernoulli for binary ones, "
            "and is right. But put grey pixels into the first line, as is often done, and it is only a score "
            "(cross-entropy), no log-likelihood; that is why the form offers binarisation and the continuous Bernoulli."
        ),
    ),
    "reconstruction": Explanation(
        tr("How much of an image survives its code?"),
        "What is the autoencoder learning?",
        tr(
            "x′ = E[x | z = μ(x)]<br>"
            "distortion = −E<sub>q(z|x)</sub>[log p(x|z)]<br>"
            "PSNR = 10 log<sub>10</sub> (1 / MSE), MSE = <sup>1</sup>/<sub>P</sub> ‖x′ − x‖<sup>2</sup>"
        ),
        (
            ("x", tr("the column “image”, one of the test images")),
            ("x′", tr("the column “reconstruction”: the decoded mean at the code")),
            ("μ(x)", tr("the code in between; click a row, and the target ⊕ goes there")),
            (tr("distortion"), tr("the nats below the reconstruction, for the whole image")),
            (
                "x′ − x",
                tr(
                    "the column “difference”: blue is below, white is equal, red is above; of colours the difference "
                    "itself, halved, with grey for equal"
                ),
            ),
            ("PSNR", tr("the dB below the difference, and their mean above the table; larger is better")),
        ),
        tr(
            "A perfect model of this kind would be the identity, but everything has to pass through D numbers, and "
            "what does not fit is lost. Distortion asks p(x|z) about the image as the model sees it, averaged over q; "
            "PSNR compares the picture with the grey image, and does not depend on the likelihood."
        ),
    ),
    "denoising": Explanation(
        tr("Can the model undo noise?"),
        "Denoising autoencoder",
        tr(
            "x<sub>noisy</sub> ~ c(x<sub>noisy</sub>|x), x′ = E[x | z = μ(x<sub>noisy</sub>)]<br>"
            "trained for it: loss = −E<sub>q</sub>[log p(x|z)] + β · KL(q ‖ p(z)), q = q(z|x<sub>noisy</sub>)"
        ),
        (
            ("x", tr("the column “clean”; in the loss it is what the decoder is asked for")),
            (tr("c(x<sub>noisy</sub>|x)"), tr("the kind of noise and its level in per cent, above the table")),
            (tr("x<sub>noisy</sub>"), tr("the column “noisy”, and all that the encoder sees")),
            ("x′", tr("the column “denoised”; “from clean” is the same without noise, as a yardstick")),
            (tr("μ(x<sub>noisy</sub>)"), tr("the head of an arrow on the map; its tail is μ(x) of the clean image")),
        ),
        tr(
            "Noise moves the code: where the arrow is short the answer hardly changes, where it is long it is another "
            "image. A model that was trained with noise learns codes that noise hardly moves. The line above the table "
            "says whether the answers are nearer to the clean images than the noisy images were; with weak noise they "
            "often are not. An autoencoder’s loss has the first term only."
        ),
    ),
    "samples": Explanation(
        tr("What does the model generate?"),
        "Latent variables models",
        tr("z ~ p(z), then x ~ p(x|z)<br>p(x) = ∫ p(z) p(x|z) dz"),
        (
            ("z", tr("click an image, and the target ⊕ goes to the code it was decoded from")),
            (
                "p(z)",
                tr("the prior N(0, I), the circles of the layer Prior (C): “Generate others” draws 64 codes from it"),
            ),
            ("p(x|z)", tr("what each image shows the mean of; with “Draw pixels” it is a draw")),
            ("p(x)", tr("what drawn pixels are samples of; its value at test images is in Figures")),
        ),
        tr(
            "To generate is to read the model from left to right: first a code, then an image for it. The images look "
            "like data as far as the codes of data, q(z), fill the prior; from a hole come images of no class. An "
            "autoencoder has no prior, so a density is fitted to its codes afterwards; “From N(0, I)” shows why it "
            "needs one."
        ),
    ),
    "selection": Explanation(
        tr("For which images does the bound fail?"),
        "More on the ELBO",
        tr(
            "log p(x) ≥ E<sub>q</sub>[log p(x, z) − log q(z|x)] = ELBO(x)<br>"
            "gap(x) = log p(x) − ELBO(x) = KL(q(z|x) ‖ p(z|x)) ≥ 0"
        ),
        (
            ("x", tr("an image of the sheet, and a marked point on the maps")),
            (tr("gap(x)"), tr("what “largest gap” selects by and “largest gap first” sorts by, in nats, under run A")),
            ("log p(x)", tr("exact, by a sum over the latent plane: there for codes of one or two dimensions")),
            ("ELBO(x)", tr("what the encoder’s q reaches for this image alone; the panel Bound takes it apart")),
        ),
        tr(
            "The lasso (S) and the box (B) select by place; here you select by class or by figure. A low PSNR means "
            "that the decoder cannot draw the image. A large gap means that the encoder points to the wrong place, or "
            "that the posterior has a shape that no Gaussian has."
        ),
    ),
    "dimensions": Explanation(
        tr("Which dimensions does the model use?"),
        "Final expression for the Kullback-Leibler divergence",
        tr(
            "rate = Σ<sub>d</sub> KL(q(z<sub>d</sub>|x) ‖ p(z<sub>d</sub>))<br>"
            "KL(q(z<sub>d</sub>|x) ‖ p(z<sub>d</sub>)) = "
            "½ (σ<sub>d</sub><sup>2</sup> + μ<sub>d</sub><sup>2</sup> − 1 − log σ<sub>d</sub><sup>2</sup>) ≥ 0"
        ),
        (
            ("z<sub>d</sub>", tr("a dimension of the code: a row, whose slider sets it")),
            (
                tr("rate"),
                tr("the bars add up to it: each is the mean over test images, in nats per image, the largest on top"),
            ),
            ("σ<sub>d</sub>", tr("near 1 with μ<sub>d</sub> near 0 for every image where a row says “collapsed”")),
            ("p(z<sub>d</sub>)", tr("N(0, 1): the images of a row go from −3 to 3, all other dimensions as they are")),
        ),
        tr(
            "q and the prior are products over dimensions, so the rate is a sum over them. Where a dimension costs "
            "more rate than it saves distortion, the bound is best with q(z<sub>d</sub>|x) = p(z<sub>d</sub>): it "
            "tells nothing of x, and the decoder learns not to look at it. Nothing but such costs gives an axis a "
            "meaning of its own, which is why PCA’s plane may show classes better than any two axes."
        ),
    ),
    "curves": Explanation(
        tr("What is the bound made of?"),
        "Final expression for the Kullback-Leibler divergence",
        tr(
            "ELBO = −(rate + distortion)<br>"
            "rate = KL(q ‖ p) = −½ Σ<sub>l</sub> [1 + log σ<sub>l</sub><sup>2</sup> − σ<sub>l</sub><sup>2</sup> − "
            "μ<sub>l</sub><sup>2</sup>] ≥ 0<br>"
            "distortion = −E<sub>q</sub>[log p(x|z)]"
        ),
        (
            ("ELBO", tr("the first plot: thin in training, thick on validation images, a ring at the best epoch")),
            (tr("rate"), tr("the second plot: nats to say where the code is, beyond what the prior says")),
            (tr("distortion"), tr("the third plot: nats for the pixels once the code is known")),
            ("μ<sub>l</sub>", tr("how far from the origin the points of the map lie")),
            ("σ<sub>l</sub>", tr("how wide the encoder’s ellipse is along axis l (layer Posterior, E)")),
        ),
        tr(
            "A code that says more (rate up) lets the decoder draw better (distortion down), and the ELBO rises as "
            "long as it gains more than it pays. All are means over images in nats per image, of the likelihood named "
            "above the plots. The dashed line is log p(x) if all pixels were independent; an IWAE’s first plot is its "
            "tighter bound, an autoencoder has the third plot only."
        ),
        tr(
            "eqs. (1) and (2) have the sign turned: ∫ q (log p − log q) is −KL, so +½ Σ[…] would be negative. KL(q ‖ "
            "p) = ∫ q (log q − log p) = −½ Σ[1 + log σ² − σ² − μ²], and it is never below 0. On the slides before, "
            "q is a product over l of one-dimensional densities, each with its own 1/√(2πσ²)."
        ),
    ),
    "path": Explanation(
        tr("What lies between two images?"),
        "Pros and Cons",
        tr("G(z) = J(z)<sup>T</sup> J(z), J = ∂E[x|z] / ∂z<br>length = ∫ √(ż<sup>T</sup> G(z) ż) dt = ∫ ‖J(z) ż‖ dt"),
        (
            ("z", tr("a place on the path; the slider walks the target ⊕ along it")),
            ("ż", tr("the direction of the path on the map")),
            ("E[x|z]", tr("the pictures of the strip")),
            ("J(z) ż", tr("how fast the picture changes on the way, all pixels together")),
            ("G(z)", tr("the pull-back metric; the layer Magnification (X) shows √det G")),
            (tr("length"), tr("“long in images”, at the left below the pins")),
        ),
        tr(
            "A straight line on the map is not the shortest way in images: where the decoder changes fast, a step "
            "costs more. “shortest in images” is a geodesic of G, which goes around such places; “spherical” turns "
            "about the origin. Below each picture stands how many codes are nearby and the density of q(z): a 0 is a "
            "hole, where the way leads through what the model never learned."
        ),
    ),
    "figures": Explanation(
        tr("Which model is better, and is that more than chance?"),
        "DLVM, intractabilities and problems with EM",
        (
            "log p(x) = log ∫ p(z) p(x|z) dz ≈ log Σ<sub>g</sub> h<sup>D</sup> p(z<sub>g</sub>) p(x|z<sub>g</sub>)<br>"
            "d<sub>n</sub> = f<sub>B</sub>(x<sub>n</sub>) − f<sub>A</sub>(x<sub>n</sub>), "
            "m<sub>d</sub> = <sup>1</sup>/<sub>N</sub> Σ<sub>n</sub> d<sub>n</sub><br>"
            "SE<sup>2</sup> = Σ<sub>n</sub> (d<sub>n</sub> − m<sub>d</sub>)<sup>2</sup> / (N(N − 1))"
        ),
        (
            ("log p(x)", tr("the row log p(x): its mean over the test images, in nats per image")),
            ("z<sub>g</sub>", tr("the nodes of a grid over the latent plane, h apart, finer where an image needs it")),
            ("D", tr("the latent size: 1 or 2, where such a grid is affordable")),
            ("f<sub>A</sub>", tr("a figure of run A, such as its ELBO; f<sub>B</sub> is the same of run B")),
            ("N", tr("the field “images”")),
            ("m<sub>d</sub>", tr("the column B − A: the mean difference on the same images")),
            ("SE", tr("the number after its ±, the standard error of the paired difference")),
        ),
        tr(
            "Some images are hard for every model, and that spread is most of a single run’s error. Taking differences "
            "image by image removes it. ▲ marks a run that is better than all others by more than two of these "
            "standard errors. Nats of different likelihoods are never compared."
        ),
        tr(
            "the integral is called intractable, and the logarithm is missing in front of it: l(θ) = Σ log ∫ p(z) "
            "p(x|z) dz. With a network as decoder it is intractable in general; with two latent dimensions a grid sums "
            "it."
        ),
    ),
    "noise": Explanation(
        tr("From which level of noise on is the model of use?"),
        "Reconstruction of noiseless images",
        tr(
            "x′ = E[x | z = μ(x<sub>noisy</sub>)]<br>"
            "PSNR(x′, x) = 10 log<sub>10</sub> (1 / MSE), MSE = <sup>1</sup>/<sub>P</sub> Σ<sub>i</sub> "
            "(x′<sub>i</sub> − x<sub>i</sub>)<sup>2</sup>"
        ),
        (
            (
                tr("x<sub>noisy</sub>"),
                tr("a test image with noise; the level is on the horizontal axis, a plot for each kind"),
            ),
            ("x′", tr("what a run makes of it")),
            ("PSNR(x′, x)", tr("a run’s line, in dB against the clean image, with bars of two standard errors")),
            ("x", tr("the clean image; the dashed line is PSNR(x<sub>noisy</sub>, x), if nothing were done at all")),
        ),
        tr(
            "A run is of use where its line is above the dashed one. 10 dB more are a tenth of the squared error. At "
            "level 0 a line begins at the reconstruction of the clean image, which a code of two numbers cannot make "
            "perfect, so with weak noise the noisy image itself is nearer."
        ),
    ),
    "few-labels": Explanation(
        tr("What is a code worth when labels are few?"),
        "Pros and Cons",
        tr(
            "linear probe: p(y|z) = softmax(W z + b), z = μ(x)<br>"
            "nearest neighbour: ŷ(z) = y<sub>n</sub> of the nearest z<sub>n</sub><br>"
            "accuracy = share of the test images with ŷ = y"
        ),
        (
            ("μ(x)", tr("a run’s line: codes, learned without any label")),
            ("z", tr("for the other lines raw pixels, or as many principal components, stand in its place")),
            ("W", tr("the straight lines that part the classes, in the plot Linear probe")),
            ("y<sub>n</sub>", tr("the labels that may be known: so many of each class as the horizontal axis says")),
            (tr("accuracy"), tr("the vertical axis; bars are one standard error over the draws of labelled images")),
        ),
        tr(
            "The images teach the encoder, and a handful of labels then names what it found: that is semi-supervised "
            "learning. With more than 10 labels per class the 5 nearest vote. The last plot fine-tunes: the encoder "
            "becomes a classifier, from this run’s weights and from fresh ones, so that the distance between the two "
            "curves is what pretraining is worth."
        ),
    ),
    "bound": Explanation(
        tr("Why is the ELBO below log p(x)?"),
        "More on the ELBO",
        tr(
            "log p(x) = ELBO(q) + KL(q(z) ‖ p(z|x)), for any q<br>"
            "ELBO(q) = −distortion − rate = E<sub>q</sub>[log p(x, z)] + H[q]<br>"
            "KL = [ELBO(q*) − ELBO(q<sub>φ</sub>)] + [log p(x) − ELBO(q*)], for q<sub>φ</sub>"
        ),
        (
            ("x", tr("the chosen test image, at the top")),
            (
                "p(z|x)",
                tr("the blue regions that hold 50, 90 and 99 % of the exact posterior, here and on the map (E)"),
            ),
            (
                "q<sub>φ</sub>",
                tr("the orange ellipses, 1σ solid and 2σ dashed: what the encoder says; on the map a lens helps"),
            ),
            ("q*", tr("the purple ellipses: the best Gaussian for this image alone, where “Optimise q” ends")),
            (tr("−distortion"), tr("the dot in the first row under the regions")),
            (tr("rate"), tr("the grey bar, which leads from there down to the dot ELBO")),
            ("KL", tr("the orange bar from the ELBO up to log p(x); once q is optimised, two bars in its place")),
            ("ELBO(q*) − ELBO(q<sub>φ</sub>)", tr("the bar “amortisation gap”: the price of one φ for all images")),
            ("log p(x) − ELBO(q*)", tr("the bar “approximation gap”: the posterior is no such Gaussian")),
        ),
        tr(
            "The gap is exactly the divergence of q from the posterior; it vanishes only where q is p(z|x). The three "
            "terms of the first line are three sums of their own, and the residual says how well they agree. “Optimise "
            "q” raises the ELBO by moving q alone, which splits the gap in two (Cremer, Li and Duvenaud 2018). From "
            "2,000 importance samples of q, log p(x) comes out too low where q misses a mode, and the samples cannot "
            "tell."
        ),
        tr(
            "the bound written with the entropy (“Back to the probabilistic picture”) has “−H[q]”. It is +H[q]: of two "
            "q with the same mean of log p(x, z), the wider one is better."
        ),
    ),
    "gaps": Explanation(
        tr("How much does one encoder for all images cost?"),
        "Deep and amortised",
        (
            "KL(q<sub>φ</sub>(z|x) ‖ p(z|x)) = [ELBO(q*) − ELBO(q<sub>φ</sub>)] + [log p(x) − ELBO(q*)]<br>"
            "<sup>1</sup>/<sub>N</sub> Σ<sub>n</sub> KL(q(z|x<sub>n</sub>) ‖ p(z)) = I(n; z) + KL(q(z) ‖ p(z))<br>"
            "q(z) = <sup>1</sup>/<sub>N</sub> Σ<sub>n</sub> q(z|x<sub>n</sub>)"
        ),
        (
            (
                "KL(q<sub>φ</sub>(z|x) ‖ p(z|x))",
                tr("the gap of an image: one count in the histogram; the largest come first in the sheet at the right"),
            ),
            (
                "ELBO(q*) − ELBO(q<sub>φ</sub>)",
                tr("the bar “amortisation gap”, a mean over the images; orange in the histogram"),
            ),
            ("log p(x) − ELBO(q*)", tr("the bar “approximation gap”, a mean as well; purple in the histogram")),
            ("N", tr("the field “images”")),
            ("I(n; z)", tr("index-code mutual information: how well a code tells which image it is of, log N at most")),
            ("KL(q(z) ‖ p(z))", tr("how far the cloud of all codes is from the prior")),
            ("q(z)", tr("the aggregate posterior, the layer Aggregate (Q) on the map")),
        ),
        tr(
            "Amortised inference replaces one q for each image by one network for all. The first line says what that "
            "costs, and what is lost because q is a Gaussian. The second is the ELBO surgery of Hoffman and Johnson "
            "(2016): the mean rate pays for telling images apart and for leaving the prior. Only the latter is lost "
            "for generating: where q(z) falls short of the prior there is a hole."
        ),
        tr(
            "“Evidence Lower Bound (ELBO)” has “tight bound ⟺ f strictly convex”. For a strictly convex (or concave) "
            "f, Jensen’s inequality is an equality exactly where its argument is constant. Here that is p(x, z) / "
            "q(z), and it is constant exactly where q(z) = p(z|x)."
        ),
    ),
    "gradients": Explanation(
        tr("What is the reparametrization trick good for?"),
        "The reparametrization trick",
        tr(
            "with: z = μ + σ ⊙ ε, ε ~ N(0, I)<br>"
            "∇<sub>φ</sub>ELBO = E<sub>ε</sub>[∇<sub>φ</sub> log p(x|μ + σ ⊙ ε)] − ∇<sub>φ</sub>KL(q<sub>φ</sub> ‖ "
            "p)<br>without: ∇<sub>φ</sub>ELBO = E<sub>q</sub>[(log p(x|z) − b) ∇<sub>φ</sub> log q<sub>φ</sub>(z|x)] − "
            "∇<sub>φ</sub>KL(q<sub>φ</sub> ‖ p)"
        ),
        (
            ("ε", tr("the dots in the plot at the left, always from the same N(0, I)")),
            ("z", tr("the dots on the map; the first of them are decoded beside the plot")),
            ("μ", tr("the code in the middle of the dots, which shifts all of them")),
            ("σ", tr("how far each dot is from it, in units of its ε")),
            (
                "∇<sub>φ</sub>ELBO",
                tr("what both histograms estimate, for one μ or log σ at a time; the dashed line is its exact value"),
            ),
            ("E<sub>ε</sub>", tr("a mean over K draws, the slider; the score function gets 3K, which cost as much")),
            (
                "b",
                tr("the box “baseline”: the mean of the other draws; the second histogram narrows about the same mean"),
            ),
        ),
        tr(
            "With the trick chance no longer depends on φ, so the gradient goes through the draws, and each draw knows "
            "in which direction the image gets better. Without it a draw only knows how good it is. Both are unbiased; "
            "the ratio of their variances says how many times as much computing the second one needs for the same "
            "precision."
        ),
        tr(
            "“Framing the problem” calls the derivative in φ NOT OK. It has an unbiased estimator without the trick "
            "too, the score function, only with far higher variance. And the entropy enters the ELBO with a plus: "
            "+H[q], not −H[q]."
        ),
    ),
    "draw": Explanation(
        tr("What does a model make of an image that it never met?"),
        "Deep and amortised",
        (
            "q<sub>φ</sub>(z|x) = N(z; μ(x), diag σ<sup>2</sup>(x))<br>x′ = E[x | z = μ(x)]<br>"
            "p(z|x) = p(z) p(x|z) / p(x)"
        ),
        (
            ("x", tr("what is on the pad, as the first small picture has it: the pixels that the model gets")),
            ("μ(x)", tr("the dot below the small picture on the map, which moves with each stroke")),
            ("q<sub>φ</sub>(z|x)", tr("the ellipses around it, with the layer Posterior (E)")),
            ("x′", tr("the reconstruction; “denoised” is the same from the image with the noise of the panel Denoise")),
            ("p(z|x)", tr("the regions of the layer Posterior: exact, and found without the encoder")),
        ),
        tr(
            "The encoder is amortised: one network answers for every image, also for one drawn at this moment. It has "
            "only ever met images such as MNIST’s, centred by mass in a box of 20 × 20 pixels, which is why drawings "
            "are prepared alike; switch that off to see what it is worth. What is no digit at all gets a code as well, "
            "and its ELBO is the only sign that the model never met the like."
        ),
    ),
    "factors": Explanation(
        tr("Did the model find what the images were made from?"),
        "Learning probabilistic models",
        tr(
            "x ~ p*(x): factors f are drawn, and x follows from them<br>"
            "ρ = correlation of the ranks of z<sub>d</sub> and f<sub>j</sub><br>"
            "D = 1 − entropy of R<sub>dj</sub> over j, C = 1 − entropy over d"
        ),
        (
            ("p*(x)", tr("the true process, which is known here because vaegui draws the shapes itself")),
            (
                "f<sub>j</sub>",
                tr("a factor, such as x, scale or rotation: “Colour” below the map shows it on the points"),
            ),
            ("z<sub>d</sub>", tr("a dimension of the code, the columns of both tables")),
            ("ρ", tr("the table |ρ|: 1 where a dimension is the factor, on whatever scale")),
            (
                "R<sub>dj</sub>",
                tr("the table of importances: what a forest that predicts factor j takes from z<sub>d</sub>"),
            ),
            ("D", tr("disentanglement: 1 where each dimension speaks of one factor alone")),
            ("C", tr("completeness: 1 where each factor is in one dimension alone")),
        ),
        tr(
            "Of a process that nobody knows one can only ask how well p(x) fits; here one can ask whether its causes "
            "were found. Two dimensions can hold two factors: let only x and y vary, and see. A prior that looks the "
            "same from all sides gives no reason to choose axes, so that a map may hold both factors, turned, and "
            "score low on disentanglement (Eastwood and Williams 2018)."
        ),
    ),
    "plane": Explanation(
        tr("What is the rate spent for?"),
        "Evidence Lower Bound (ELBO)",
        tr(
            "−log p(x) ≤ −ELBO = rate + distortion<br>"
            "rate = KL(q(z|x) ‖ p(z)), distortion = −E<sub>q</sub>[log p(x|z)]<br>"
            "loss = distortion + β · rate"
        ),
        (
            ("KL(q(z|x) ‖ p(z))", tr("rate, to the right: nats that say where the code of an image is")),
            ("−E<sub>q</sub>[log p(x|z)]", tr("distortion, upwards: nats that the pixels cost once the code is known")),
            ("−ELBO", tr("the grey lines: all points of a line have the same sum, and the lower left is the best")),
            (
                "−log p(x)",
                tr(
                    "the foot of the bar below a point, so the length of the bar is the gap; solid where it is exact "
                    "(D ≤ 2), dashed where it is estimated"
                ),
            ),
            (
                "β",
                tr("what a nat of rate costs in training: on a curve of runs, the more of it, the further to the left"),
            ),
        ),
        tr(
            "One ELBO can be had in many ways: far to the left the code says little and the decoder does everything, "
            "far to the right the code describes the image and reconstructions are sharp. The bound alone does not "
            "tell which, the plane does (Alemi et al. 2018, “Fixing a Broken ELBO”). A larger D helps as long as its "
            "curve comes further down; dimensions that are not needed collapse, and the points of different D coincide."
        ),
    ),
}
