"""A run as one web page: its latent map, and its decoder, which runs in the browser. It needs no server and no network.

The page's own sources are in `page/`. `export` puts them into one file, together with the codes of the test images,
their labels and the decoder's weights; images of the dataset are never among them. The page's policy lets it run that
one script and load nothing. Whatever comes from the run is JSON, which the script shows as text and never as markup.
The page says what it says in the language of whoever writes it.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any, Literal

import numpy as np
import torch
from torch import Tensor, nn

from vaegui.models import ACTIVATIONS, CONTINUOUS_LOGIT_LIMIT, Model
from vaegui.placing import new_file
from vaegui.plane import CLASS_COLOURS, NEARBY, densest, first_view, nearby_reach
from vaegui.runs import FIGURES_IN_WORDS, Run
from vaegui.settings import UserError
from vaegui.sources import title_of
from vaegui.words import ENGLISH, THOUSANDS, grouped, language, plural, tr

Precision = Literal["float32", "float16"]
PAGE = Path(__file__).parent / "page"
SCRIPTS = ("decoder.js", "view.js", "layers.js", "manifold.js", "hands.js", "page.js")
LEVELS = (1 << 16) - 1  # steps between the least and the greatest coordinate of quantised codes
FINEST = 50  # a step is at most such a part of what counts as nearby, or codes are not quantised


@dataclass(frozen=True)
class Page:
    """A page that was written."""

    path: Path
    bytes: int
    precision: Precision  # of the weights in it
    is_exact: bool  # whether they are the run's own, to the last bit

    @property
    def sentence(self) -> str:
        """What was written, for a status bar."""
        size = f"{self.bytes / 1e6:.1f} MB"
        if self.is_exact:
            return tr(
                "Wrote {file}: {size}, weights in {precision}.", file=self.path, size=size, precision=self.precision
            )
        return tr(
            "Wrote {file}: {size}, weights in {precision}, rounded to fit.",
            file=self.path,
            size=size,
            precision=self.precision,
        )


def export(run: Run, out: Path, *, title: str = "", most_bytes: int = 8_000_000) -> Generator[float, None, Page]:
    """Write a run with a two-dimensional latent space as a web page; yields the share done.

    Weights are float16 where that loses nothing, else float32, and else, where that would make more than `most_bytes`,
    rounded to float16. The page is titled with the run's name unless there is another `title`.

    Raises:
        UserError: when the run has no latent plane, no codes, or a decoder too large for a page; when a file of it is
            damaged; or when the page cannot be written. What was at `out` before is still there then.
    """
    _refuse_what_has_no_map(run)
    yield 0.0
    model, codes = run.model, run.codes
    if codes is None or not len(codes.mean):
        raise UserError(
            tr(
                "“{run}” has no codes of test images, because its training was cut off before they were computed. "
                "No page was written; go on with the training first.",
                run=run.name,
            )
        )
    yield 0.3
    order = np.random.default_rng(0).permutation(len(codes.mean))  # so that no class lies on top of the others
    means, labels = codes.mean.numpy()[order].astype(np.float64), codes.labels.numpy()[order].astype("<u2")
    layers, tensors = _layers(model)
    has_prior = run.config.model.family != "autoencoder"
    reach = nearby_reach(means, has_prior) or NEARBY
    centre, half_side = first_view(means, has_prior)
    places, places_blob = _packed(means, reach)
    parts = {
        "style": _source("page.css"),
        "script": "".join(_source(name) for name in SCRIPTS),
        "places": _base64(places_blob),
        "labels": _base64(labels.tobytes()),
        "language": language(),
        **{name: html.escape(text) for name, text in _markup_words().items()},
    }
    parts["policy"] = (
        f"default-src 'none'; script-src {_hash(parts['script'])}; style-src {_hash(parts['style'])}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    described = {
        "title": title or run.name,
        "said": _script_words(run),
        "thousands": "," if language() == ENGLISH else THOUSANDS,
        **_described(run),
        "classes": list(run.config.classes),
        "colours": CLASS_COLOURS,
        "marks": _densest_places(means, labels, len(run.config.classes)),
        "places": places,
        "reach": reach,
        "home": {"centre": centre, "reach": half_side},
        "hasPrior": has_prior,
        "decoder": {
            "layers": layers,
            "imageShape": run.config.image_shape,
            "likelihood": run.config.model.likelihood,
            "output": run.config.model.output,
            "logitLimit": CONTINUOUS_LOGIT_LIMIT,
        },
    }
    yield 0.5
    least = sum(len(part.encode()) for part in (*parts.values(), _json(described), _source("page.html"))) + 100
    weights, precision, is_exact = _fitting(run, tensors, most_bytes - least)
    described["weights"] = {"precision": precision, "isExact": is_exact, "count": sum(t.numel() for t in tensors)}
    content = Template(_source("page.html")).substitute(parts, run=_json(described), weights=_base64(weights)).encode()
    yield 0.9
    with new_file(out) as temporary:
        temporary.write_bytes(content)
    return Page(out, len(content), precision, is_exact)


def _refuse_what_has_no_map(run: Run) -> None:
    size = run.config.model.code_size
    if size == 0:
        raise UserError(tr("“{run}” has no latent space, and so no map for a page. No page was written.", run=run.name))
    if size != 2:
        raise UserError(
            plural(
                size,
                "The codes of “{run}” have {count} dimension, and the map draws two dimensions. No page was written; "
                "choose a run whose latent size D is 2.",
                "The codes of “{run}” have {count} dimensions, and the map draws two dimensions. No page was written; "
                "choose a run whose latent size D is 2.",
                run=run.name,
            )
        )


def _layers(model: Model) -> tuple[list[dict[str, Any]], list[Tensor]]:
    """Describe the decoder's layers for `page/decoder.js`, and list their tensors as they follow one another there."""
    assert isinstance(model.decoder, nn.Sequential)
    kinds = {kind: name for name, kind in ACTIVATIONS.items()}
    layers: list[dict[str, Any]] = []
    for layer in model.decoder:
        if isinstance(layer, nn.Linear):
            layers.append({"kind": "linear", "from": layer.in_features, "to": layer.out_features})
        elif isinstance(layer, nn.ConvTranspose2d):
            sizes = {"kernel": layer.kernel_size, "stride": layer.stride, "padding": layer.padding}
            sizes["outputPadding"] = layer.output_padding
            layers.append({"kind": "deconvolution", "from": layer.in_channels, "to": layer.out_channels, **sizes})
        elif isinstance(layer, nn.Unflatten):
            layers.append({"kind": "unflatten", "shape": list(layer.unflattened_size)})
        else:
            layers.append({"kind": kinds[type(layer)]})
    return layers, [tensor.detach() for tensor in model.decoder.parameters()]


def _fitting(run: Run, tensors: list[Tensor], room: int) -> tuple[bytes, Precision, bool]:
    """The weights in a precision whose base64 takes at most so many bytes, what it is, and whether nothing is lost."""
    count = sum(tensor.numel() for tensor in tensors)
    if _base64_size(2 * count) <= room:
        flat = torch.cat([tensor.flatten() for tensor in tensors])
        half = flat.half()
        is_exact = torch.equal(half.float(), flat)
        if not is_exact and _base64_size(4 * count) <= room:
            return flat.numpy().astype("<f4").tobytes(), "float32", True
        if bool(half.isfinite().all()):
            return half.numpy().astype("<f2").tobytes(), "float16", is_exact
    raise UserError(
        tr(
            "The decoder of “{run}” is too large for a web page: its {weights:,} weights take "
            "{size:.1f} MB in half precision, and there is room for {room:.1f} MB. "
            "No page was written; write the model as ONNX instead, or train one with fewer units.",
            run=run.name,
            weights=count,
            size=_base64_size(2 * count) / 1e6,
            room=max(room, 0) / 1e6,
        )
    )


def _packed(means: np.ndarray, reach: float) -> tuple[dict[str, Any], bytes]:
    """Codes (N, 2) as 16-bit steps between the least and the greatest, each axis by itself, and how to read them.

    Where a few codes are so far out that a step would be more than a small part of `reach`, they stay float32.
    """
    low, high = means.min(0), means.max(0)
    step = np.where(high > low, (high - low) / LEVELS, 1.0)
    if (step * FINEST > reach).any():
        return {"low": [0, 0], "step": [1, 1], "isQuantised": False}, means.astype("<f4").tobytes()
    levels = np.rint((means - low) / step).astype("<u2")
    return {"low": low.tolist(), "step": step.tolist(), "isQuantised": True}, levels.tobytes()


def _densest_places(means: np.ndarray, labels: np.ndarray, classes: int) -> list[list[float] | None]:
    """Where most codes of each class are (of all codes, where there are no classes); None for a class without any."""
    own = [means[labels == label] for label in range(max(classes, 1))]
    return [list(densest(codes)) if len(codes) else None for codes in own]


def _markup_words() -> dict[str, str]:
    """What stands in `page/page.html`, by the names of its places there."""
    return {
        "map_title": tr("A latent map"),
        "no_script": tr("This page draws its map and decodes images with JavaScript, which is switched off here."),
        "map_side": tr("Map"),
        "latent_map": tr("Latent map"),
        "hint": tr("Drag the target, or click anywhere."),
        "hint_by_mouse": tr("Wheel zooms, Shift+drag moves the view, double click resets it."),
        "hint_by_touch": tr("Two fingers zoom, a double tap resets the view."),
        "keys": tr(
            "Arrow keys move the target, with Shift five times as far. Plus and minus zoom, Home resets the view."
        ),
        "decoded_image": tr("Decoded image"),
        "shown": tr("What is shown"),
        "codes": tr("Codes"),
        "codes_tip": tr("Show the codes of the test images"),
        "manifold": tr("Manifold"),
        "manifold_tip": tr("Show what places all over the map decode to"),
        "paper": tr("Ink on paper"),
        "paper_tip": tr("Draw images as ink on paper, or white on black"),
        "whole_map": tr("Whole map"),
        "whole_map_tip": tr("Show the whole map again"),
        "classes": tr("Classes"),
        "about": tr("About this map"),
        "details": tr("Details"),
        "made_with": tr("Made with vaegui."),
    }


def _script_words(run: Run) -> dict[str, str | list[str]]:
    """What `page/page.js` says, with names in braces that it fills in; of what is counted, for one and for several."""
    return {
        "testImages": tr("{images} test images"),
        "what": tr(
            "Each dot is the code of one of {images} test images: the mean of its exact posterior p(z|x). The decoder, "
            "which runs in this page, makes an image of any place, whether there is a code or not."
        )
        if run.config.model.family == "em"
        else tr(
            "Each dot is the code of one of {images} test images: where the encoder puts it. The decoder, which "
            "runs in this page, makes an image of any place, whether there is a code or not."
        ),
        "exact": tr(
            "Run “{run}”. The decoder has {weights} weights, all of them here in {precision}, as the run has them."
        ),
        "rounded": tr("Run “{run}”. The decoder has {weights} weights, here rounded to {precision}."),
        "quantised": tr("Codes are rounded to 16 bits along each axis."),
        "nothingElse": tr("No image of the dataset is in this page, and it loads nothing from anywhere."),
        "caption": tr("On {images} test images, in nats per image ± standard error"),
        "nothingNear": tr("No code within {reach}: the decoder is on its own here"),
        "near": [
            plural(
                count,
                "{count} code within {reach}",
                "{count} codes within {reach}",
                count="{count}",
                reach="{reach}",
            )
            for count in (1, 2)
        ],
    }


def _described(run: Run) -> dict[str, Any]:
    """What the page says about the run."""
    config, test = run.config, run.config.test
    figures = {words: getattr(test, name) for name, words in FIGURES_IN_WORDS.items() if test is not None}
    return {
        "name": run.name,
        "family": run.family,
        "likelihood": config.model.likelihood_in_words,
        "dataset": title_of(config.dataset),
        "testImages": test.images if test is not None else 0,
        "figures": [
            [words, grouped(f"{found.mean:,.2f} ± {found.standard_error:.2f}".replace("-", "−"))]
            for words, found in figures.items()
            if found is not None
        ],
    }


def _source(name: str) -> str:
    """A file of the page's sources."""
    return (PAGE / name).read_text(encoding="utf-8")


def _json(values: Any) -> str:
    """Values as JSON that may stand in a script element: without any <, nothing in it ends one or begins another."""
    return json.dumps(values, allow_nan=False).replace("<", "\\u003c")


def _hash(text: str) -> str:
    """What a Content-Security-Policy calls an inline script or style sheet."""
    return f"'sha256-{_base64(hashlib.sha256(text.encode()).digest())}'"


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _base64_size(count: int) -> int:
    return 4 * math.ceil(count / 3)
