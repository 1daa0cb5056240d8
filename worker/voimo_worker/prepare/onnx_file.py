"""Writes ONNX files: as much of the format as one network needs.

Written by hand and not with the `onnx` package, so that the bytes are the same with any version of
anything. The numbers of fields are from https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from voimo_worker.sound import Floats

OPSET, IR_VERSION = 13, 8
_FLOAT, _FLOAT16 = 1, 10
_ATTRIBUTE_FLOAT, _ATTRIBUTE_INT, _ATTRIBUTE_INTS = 1, 2, 7
_SMALL = 1024

Attribute = int | float | Sequence[int]


class Graph:
    """A network in the making: nodes in order, and constants."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def constant(self, name: str, values: Floats) -> str:
        """Add a constant and return its name; a large one is kept in half precision."""
        if values.size <= _SMALL:
            self._constants.append(_tensor(name, _FLOAT, values.shape, values.astype("<f4")))
            return name
        half = f"{name}.half"
        self._constants.append(_tensor(half, _FLOAT16, values.shape, values.astype("<f2")))
        return self.node("Cast", [half], to=_FLOAT, output=name)

    def node(
        self, kind: str, inputs: Sequence[str], output: str | None = None, **attributes: Attribute
    ) -> str:
        """Add a node and return the name of its output."""
        output = output or f"value{len(self._nodes)}"
        message = b"".join(_text(1, name) for name in inputs) + _text(2, output) + _text(4, kind)
        for name in sorted(attributes):
            message += _bytes(5, _attribute(name, attributes[name]))
        self._nodes.append(message)
        return output

    def model(
        self,
        inputs: dict[str, Sequence[int]],
        outputs: dict[str, Sequence[int]],
        metadata: dict[str, str],
    ) -> bytes:
        """Return the file's bytes."""
        graph = b"".join(_bytes(1, node) for node in self._nodes) + _text(2, "voimo")
        graph += b"".join(_bytes(5, constant) for constant in self._constants)
        graph += b"".join(_bytes(11, _value(*item)) for item in inputs.items())
        graph += b"".join(_bytes(12, _value(*item)) for item in outputs.items())
        model = _integer(1, IR_VERSION) + _text(2, "voimo") + _bytes(7, graph)
        model += _bytes(8, _text(1, "") + _integer(2, OPSET))
        for key, value in metadata.items():
            model += _bytes(14, _text(1, key) + _text(2, value))
        return model


def _tensor(name: str, kind: int, shape: Sequence[int], values: np.ndarray) -> bytes:  # type: ignore[type-arg]
    message = b"".join(_integer(1, size) for size in shape) + _integer(2, kind)
    return message + _text(8, name) + _bytes(9, np.ascontiguousarray(values).tobytes())


def _value(name: str, shape: Sequence[int]) -> bytes:
    dimensions = b"".join(_bytes(1, _integer(1, size)) for size in shape)
    tensor = _integer(1, _FLOAT) + _bytes(2, dimensions)
    return _text(1, name) + _bytes(2, _bytes(1, tensor))


def _attribute(name: str, value: Attribute) -> bytes:
    message = _text(1, name)
    if isinstance(value, float):
        number = np.array(value, "<f4").tobytes()
        return message + _varint(2 << 3 | 5) + number + _integer(20, _ATTRIBUTE_FLOAT)
    if isinstance(value, int):
        return message + _integer(3, value) + _integer(20, _ATTRIBUTE_INT)
    return message + b"".join(_integer(8, part) for part in value) + _integer(20, _ATTRIBUTE_INTS)


# --- Protobuf ---


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _integer(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode("utf-8"))
