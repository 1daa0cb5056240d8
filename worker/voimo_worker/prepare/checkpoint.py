"""Reads TensorFlow checkpoints (tensor bundles, version 2) with numpy alone.

The index is a LevelDB table (https://github.com/google/leveldb/blob/main/doc/table_format.md) from
names to `BundleEntryProto` messages (tensorflow/core/protobuf/tensor_bundle.proto); the data file
is the tensors' bytes one after the other.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from voimo_worker.sound import Floats

_MAGIC = 0xDB4775248B80FB57
_FOOTER = 48
_FLOAT = 1
"""TensorFlow's number for 32-bit floats, the only type of interest here."""


class CheckpointError(ValueError):
    """The files are not a checkpoint that can be read."""


def read_checkpoint(prefix: Path) -> dict[str, Floats]:
    """Read all 32-bit float tensors of a checkpoint in one part, by name."""
    index = prefix.with_name(prefix.name + ".index").read_bytes()
    path = prefix.with_name(prefix.name + ".data-00000-of-00001")
    data = np.memmap(path, dtype=np.uint8, mode="r")
    tensors: dict[str, Floats] = {}
    try:
        for name, value in _entries(index):
            if name:  # The entry without a name is the header.
                tensor = _tensor(value, data)
                if tensor is not None:
                    tensors[name.decode("utf-8")] = tensor
    except (IndexError, struct.error, UnicodeDecodeError) as error:
        raise CheckpointError(f"'{prefix.name}.index' is damaged: {error}") from None
    return tensors


def _entries(index: bytes) -> Iterator[tuple[bytes, bytes]]:
    if len(index) < _FOOTER or struct.unpack("<Q", index[-8:])[0] != _MAGIC:
        raise CheckpointError("The index is not a LevelDB table.")
    footer = index[-_FOOTER:]
    place = 0
    for _ in range(2):  # The meta index's handle is skipped.
        _, place = _varint(footer, place)
    start, place = _varint(footer, place)
    size, _ = _varint(footer, place)
    for _, handle in _block(index, start, size):
        block_start, place = _varint(handle, 0)
        block_size, _ = _varint(handle, place)
        yield from _block(index, block_start, block_size)


def _block(table: bytes, start: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Read a block's keys and values; a key is told as what differs from the one before."""
    block = table[start : start + size]
    if len(block) != size or start + size >= len(table):
        raise CheckpointError("A block of the index lies outside of it.")
    if table[start + size] != 0:
        raise CheckpointError("The index is compressed.")
    (restarts,) = struct.unpack("<I", block[-4:])
    end = size - 4 - 4 * restarts
    place, key = 0, b""
    while place < end:
        shared, place = _varint(block, place)
        own, place = _varint(block, place)
        length, place = _varint(block, place)
        key = key[:shared] + block[place : place + own]
        place += own
        yield key, block[place : place + length]
        place += length


def _tensor(message: bytes, data: np.memmap[tuple[int], np.dtype[np.uint8]]) -> Floats | None:
    kind = offset = size = 0
    shape: tuple[int, ...] = ()
    for field, value in _fields(message):
        match field, value:
            case 1, int():
                kind = value
            case 2, bytes():
                dimensions = [dict(_fields(part)) for number, part in _fields(value)
                              if number == 2 and isinstance(part, bytes)]  # fmt: skip
                shape = tuple(int(dimension.get(1, 0)) for dimension in dimensions)
            case 4, int():
                offset = value
            case 5, int():
                size = value
    if kind != _FLOAT:
        return None
    raw = bytes(data[offset : offset + size])
    if len(raw) != size or size != 4 * int(np.prod(shape, dtype=np.int64)):
        raise CheckpointError(f"A tensor of shape {shape} has {len(raw)} of {size} bytes.")
    return np.frombuffer(raw, "<f4").reshape(shape)


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Read a protobuf message: numbers and values of its fields."""
    place = 0
    while place < len(message):
        tag, place = _varint(message, place)
        value: int | bytes
        match tag & 7:
            case 0:
                value, place = _varint(message, place)
            case 1:
                (value,) = struct.unpack_from("<Q", message, place)
                place += 8
            case 2:
                length, place = _varint(message, place)
                value = message[place : place + length]
                place += length
            case 5:
                (value,) = struct.unpack_from("<I", message, place)
                place += 4
            case other:
                raise CheckpointError(f"A field has the wire type {other}.")
        yield tag >> 3, value


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, and where it ends."""
    value = shift = 0
    while True:
        byte = data[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7
        if shift > 63:
            raise CheckpointError("A number is longer than 64 bits.")
