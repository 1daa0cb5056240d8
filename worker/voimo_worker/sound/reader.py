"""Reads WAV, RF64 and Wave64 files block by block."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from voimo_worker.errors import user
from voimo_worker.sound import Floats

_EXTENSIBLE = 0xFFFE
"""A format whose real tag stands further back."""
_TO_THE_END = 0xFFFFFFFF
"""The size of a chunk whose writer did not know it, or has it in another place."""

# A Wave64 chunk is named by a GUID of which the first four bytes are RIFF's name.
_W64_RIFF_TAIL = bytes.fromhex("2e91cf11a5d628db04c10000")
_W64_TAIL = bytes.fromhex("f3acd3118cd100c04f8edb8a")
_W64_HEADER = 24


class _Chunk(NamedTuple):
    name: bytes
    start: int
    size: int


class SoundFile:
    """A sound file with 32-bit float or 16-bit samples, open for reading.

    It reads what voimo writes and what is close to it; it is no reader for any WAV of the world.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO = open(path, "rb")  # noqa: SIM115  (closed by `__exit__`)
        try:
            self._read_header()
        except BaseException:
            self._file.close()
            raise

    rate: int
    """Samples a second in each channel."""
    channels: int
    frames: int
    """Samples in each channel."""
    _type: np.dtype[np.float32] | np.dtype[np.int16]
    _position: int

    def __enter__(self) -> SoundFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, frames: int) -> Floats:
        """Read the next samples as rows of channels; fewer only at the end.

        Samples that are NaN or infinite count as silence.
        """
        wanted = min(frames, self.frames - self._position)
        width = self.channels * self._type.itemsize
        data = self._file.read(wanted * width)
        if len(data) != wanted * width:
            raise self._broken("it became shorter while it was read")
        self._position += wanted
        values = np.frombuffer(data, self._type).reshape(wanted, self.channels)
        samples: Floats = values.astype(np.float32)
        if self._type.kind == "i":
            return samples * np.float32(1 / 32768)
        samples[~np.isfinite(samples)] = 0
        return samples

    # --- The header ---

    def _read_header(self) -> None:
        size = self._file.seek(0, 2)
        self._file.seek(0)
        head = self._file.read(40)
        if head[:4] == b"riff" and head[4:16] == _W64_RIFF_TAIL and head[24:28] == b"wave":
            chunks = self._wave64_chunks(size)
        elif head[:4] in (b"RIFF", b"RF64", b"BW64") and head[8:12] == b"WAVE":
            chunks = self._riff_chunks(size)
        else:
            raise self._broken("it is neither WAV nor Wave64")
        kinds = {chunk.name: chunk for chunk in reversed(chunks)}
        if b"fmt " not in kinds or b"data" not in kinds:
            raise self._broken("it does not say what its samples are, or has none")
        self._read_format(kinds[b"fmt "])
        data = kinds[b"data"]
        width = self.channels * self._type.itemsize
        if data.start + data.size > size:
            raise self._broken(f"it ends {data.start + data.size - size} bytes too early")
        self.frames = data.size // width
        self._position = 0
        self._file.seek(data.start)

    def _read_format(self, chunk: _Chunk) -> None:
        self._file.seek(chunk.start)
        raw = self._file.read(min(chunk.size, 40))
        if len(raw) < 16:
            raise self._broken("its format chunk is too short")
        tag, self.channels, self.rate, _, _, bits = struct.unpack_from("<HHIIHH", raw)
        if tag == _EXTENSIBLE and len(raw) >= 26:
            (tag,) = struct.unpack_from("<H", raw, 24)
        match tag, bits:
            case (3, 32):
                self._type = np.dtype("<f4")
            case (1, 16):
                self._type = np.dtype("<i2")
            case _:
                raise self._broken("its samples are neither 32-bit float nor 16-bit")
        if not 1 <= self.channels <= 64 or not 1000 <= self.rate <= 768_000:
            raise self._broken(f"it has {self.channels} channels at {self.rate} Hz")

    def _riff_chunks(self, size: int) -> list[_Chunk]:
        chunks: list[_Chunk] = []
        long_data: int | None = None
        place = 12
        while place + 8 <= size:
            self._file.seek(place)
            name, length = struct.unpack("<4sI", self._file.read(8))
            start = place + 8
            if name == b"ds64" and length >= 24:
                (long_data,) = struct.unpack("<8xQ8x", self._file.read(24))
            if name == b"data" and length == _TO_THE_END:
                length = size - start if long_data is None else long_data
            chunks.append(_Chunk(name, start, length))
            if name == b"data" and any(chunk.name == b"fmt " for chunk in chunks):
                break  # What follows the samples is of no interest here.
            place = start + length + length % 2
        return chunks

    def _wave64_chunks(self, size: int) -> list[_Chunk]:
        chunks: list[_Chunk] = []
        place = 40
        while place + _W64_HEADER <= size:
            self._file.seek(place)
            name, tail, length = struct.unpack("<4s12sQ", self._file.read(_W64_HEADER))
            if length < _W64_HEADER:
                raise self._broken("a chunk is smaller than its own header")
            if tail == _W64_TAIL:
                chunks.append(_Chunk(name, place + _W64_HEADER, length - _W64_HEADER))
            place += length + -length % 8
        return chunks

    def _broken(self, why: str) -> Exception:
        return user(f"'{self._path.name}' cannot be read: {why}.")
