"""A model's encoder and decoder as ONNX graphs, layer by layer."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from torch import Tensor, nn

import vaegui
from vaegui.models import CONTINUOUS_LOGIT_LIMIT, LOG_VARIANCE_LIMIT, SMALLEST_PIXEL_VARIANCE
from vaegui.runs import Run

OPSET = 20  # the first with Gelu; ONNX Runtime reads it from 1.17 on
IR_VERSION = 9  # the one that came with it
SERIES_BELOW = 1.0  # the logit under which a continuous Bernoulli's mean is summed as a series
INPUTS = {
    "none": "grey values in [0, 1]: pixel / 255",
    "threshold": "0 or 1: 1 where pixel / 255 > 1/2",
    "dynamic": "0 or 1, drawn anew each time: 1 with probability pixel / 255",
}


def encoder(run: Run) -> bytes:
    """The content of encoder.onnx: images `x` to `mean` and `stddev` of q(z|x), an autoencoder's to `code`."""
    config, graph = run.config.model, _Graph()
    out = _layers(graph, run.model.encoder, "x", "encoder")
    size = config.latent_size
    if config.family == "autoencoder":
        graph.add("Identity", out, to="code")
        outputs = {"code": [size]}
    else:
        mean, raw = graph.split(out, axis=1)
        graph.add("Identity", mean, to="mean")
        limit = graph.constant(LOG_VARIANCE_LIMIT)
        bounded = graph.add("Mul", graph.add("Tanh", graph.add("Div", raw, limit)), limit)
        graph.add("Exp", graph.add("Mul", bounded, graph.constant(0.5)), to="stddev")
        outputs = {"mean": [size], "stddev": [size]}
    return _model(run, graph, "encoder", ("x", list(run.config.image_shape)), outputs)


def decoder(run: Run) -> bytes:
    """The content of decoder.onnx: codes `z` to the `mean` of p(x|z), and for Gaussians to its `stddev`."""
    config, graph = run.config.model, _Graph()
    channels, height, width = run.config.image_shape
    is_learned = config.likelihood == "gaussian-learned"
    out = _layers(graph, run.model.decoder, "z", "decoder")
    shape = np.array([0, channels * (1 + is_learned), height, width], np.int64)  # 0 keeps the batch's size
    out = graph.add("Reshape", out, graph.constant(shape))
    outputs = {"mean": [channels, height, width]}
    if config.likelihood == "bernoulli":
        graph.add("Sigmoid", out, to="mean")
    elif config.likelihood == "continuous-bernoulli":
        _continuous_bernoulli_mean(graph, out)
    else:
        outputs["stddev"] = outputs["mean"]
        mean, raw = graph.split(out, axis=1) if is_learned else (out, "")
        graph.add("Sigmoid" if config.output == "sigmoid" else "Identity", mean, to="mean")
        if is_learned:
            floor = graph.constant(SMALLEST_PIXEL_VARIANCE)
            graph.add("Sqrt", graph.add("Add", graph.add("Softplus", raw), floor), to="stddev")
        else:
            same = np.array(math.sqrt(config.variance), np.float32)
            graph.add("Expand", graph.constant(same), graph.add("Shape", "mean"), to="stddev")
    return _model(run, graph, "decoder", ("z", [config.latent_size]), outputs)


class _Graph:
    """An ONNX graph that grows at its end."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def add(self, kind: str, *inputs: str, to: str = "", **attributes: Any) -> str:
        """Append an operation with one output, and return the output's name."""
        from onnx import helper

        to = to or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [to], name=f"node_{to}", **attributes))
        return to

    def split(self, value: str, axis: int) -> tuple[str, str]:
        """Append the halves of a value along an axis."""
        from onnx import helper

        halves = f"first_half_of_{value}", f"second_half_of_{value}"
        self.nodes.append(
            helper.make_node("Split", [value], list(halves), name=f"split_{value}", axis=axis, num_outputs=2)
        )
        return halves

    def constant(self, value: np.ndarray | float, name: str = "") -> str:
        """A constant's name; numbers are single, as the model's."""
        from onnx import numpy_helper

        array = np.asarray(value, np.float32) if isinstance(value, float) else value
        name = name or f"constant_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def weight(self, value: Tensor, name: str) -> str:
        """A weight's name."""
        return self.constant(value.detach().numpy(), name)


def _continuous_bernoulli_mean(graph: _Graph, out: str) -> None:
    """The mean of a continuous Bernoulli with logit λ, 1 / (1 − e⁻λ) − 1 / λ (Loaiza-Ganem & Cunningham 2019).

    Near λ = 0, where both terms go to infinity, it is summed as 1/2 + λ/12 − λ³/720 + λ⁵/30240 − λ⁷/1209600.
    """
    limit, one = graph.constant(CONTINUOUS_LOGIT_LIMIT), graph.constant(1.0)
    logit = graph.add("Mul", graph.add("Tanh", graph.add("Div", out, limit)), limit)
    is_near = graph.add("Less", graph.add("Abs", logit), graph.constant(SERIES_BELOW))
    away = graph.add("Where", is_near, one, logit)  # a number that can be divided by
    closed = graph.add(
        "Sub",
        graph.add("Reciprocal", graph.add("Sub", one, graph.add("Exp", graph.add("Neg", away)))),
        graph.add("Reciprocal", away),
    )
    square = graph.add("Mul", logit, logit)
    series = graph.constant(-1 / 1_209_600)
    for coefficient in (1 / 30_240, -1 / 720, 1 / 12):
        series = graph.add("Add", graph.add("Mul", series, square), graph.constant(coefficient))
    series = graph.add("Add", graph.add("Mul", series, logit), graph.constant(0.5))
    graph.add("Where", is_near, series, closed, to="mean")


def _layers(graph: _Graph, network: nn.Module, value: str, prefix: str) -> str:
    """Append a network's layers; return the name of what the last one puts out."""
    for place, layer in enumerate(network.children()):
        name = f"{prefix}.{place}"
        if isinstance(layer, nn.Flatten):
            value = graph.add("Flatten", value, axis=1)
        elif isinstance(layer, nn.Unflatten):
            shape = np.array([0, *layer.unflattened_size], np.int64)
            value = graph.add("Reshape", value, graph.constant(shape))
        elif isinstance(layer, nn.Linear):
            weights = graph.weight(layer.weight, f"{name}.weight"), graph.weight(layer.bias, f"{name}.bias")
            value = graph.add("Gemm", value, *weights, transB=1)
        elif isinstance(layer, nn.Conv2d | nn.ConvTranspose2d):
            assert layer.bias is not None
            weights = graph.weight(layer.weight, f"{name}.weight"), graph.weight(layer.bias, f"{name}.bias")
            padding = [int(side) for side in layer.padding]
            options: dict[str, Any] = {"strides": list(layer.stride), "pads": padding * 2}
            if isinstance(layer, nn.ConvTranspose2d):
                options["output_padding"] = list(layer.output_padding)
            value = graph.add("Conv" if isinstance(layer, nn.Conv2d) else "ConvTranspose", value, *weights, **options)
        elif isinstance(layer, nn.SiLU):
            value = graph.add("Mul", value, graph.add("Sigmoid", value))
        else:
            value = graph.add({nn.GELU: "Gelu", nn.ReLU: "Relu", nn.Tanh: "Tanh"}[type(layer)], value)
    return value


def _model(run: Run, graph: _Graph, part: str, given: tuple[str, list[int]], outputs: dict[str, list[int]]) -> bytes:
    """The file of a graph, with what a stranger has to know of it."""
    from onnx import TensorProto, helper

    def described(name: str, shape: list[int]) -> Any:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *shape])

    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            part,
            [described(*given)],
            [described(name, shape) for name, shape in outputs.items()],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="vaegui",
        producer_version=vaegui.__version__,
    )
    helper.set_model_props(model, _metadata(run, part))
    content: bytes = model.SerializeToString()
    return content


def _metadata(run: Run, part: str) -> dict[str, str]:
    config = run.config.model
    channels, height, width = run.config.image_shape
    told = {
        "run": run.name,
        "dataset": run.config.dataset,
        "family": config.family,
        "likelihood": config.likelihood,
        "binarisation": config.observed_as,
        "image": f"{channels} × {height} × {width} (channels, rows, columns)",
        "vaegui": vaegui.__version__,
    }
    weights = run.config.files.get("weights")
    if weights is not None and weights.sha256:
        told["weights_sha256"] = weights.sha256
    if part == "encoder":
        told["input"] = INPUTS[config.observed_as]
    elif config.family == "autoencoder":
        told["input"] = "a code; there is no prior"
    else:
        told["input"] = "a code; to generate, draw it from the prior N(0, I)"
    return told
