"""Writes float WAV files of a length that is known before."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from voimo_worker.files import OutputFile
from voimo_worker.sound import Floats


class SoundOutput(OutputFile):
    """A WAV file with 32-bit float samples; RF64 where it is larger than WAV can say.

    The length stands in the header, so as many frames must be written as were announced.
    """

    def __init__(self, folder: Path, name: str, rate: int, channels: int, frames: int) -> None:
        super().__init__(folder, name)
        self._left = frames
        self.write(header(rate, channels, frames))

    def write_samples(self, samples: Floats) -> None:
        """Append rows of channels."""
        self._left -= len(samples)
        self.write(np.ascontiguousarray(samples, "<f4").data.cast("B"))

    def __exit__(self, *error: object) -> None:
        if error[1] is None:
            assert self._left == 0, f"{self._left} frames were announced and not written"
        super().__exit__(*error)  # type: ignore[arg-type]


def header(rate: int, channels: int, frames: int) -> bytes:
    """Make the bytes before the samples: no time of day, so that equal samples are equal files."""
    size = frames * channels * 4
    form = struct.pack("<4sIHHIIHHH", b"fmt ", 18, 3, channels, rate, rate * channels * 4,
                       channels * 4, 32, 0)  # fmt: skip
    rest = form + struct.pack("<4sII", b"fact", 4, min(frames, 0xFFFFFFFF))
    if 4 + len(rest) + 8 + size < 0xFFFFFFFF:
        riff = struct.pack("<4sI4s", b"RIFF", 4 + len(rest) + 8 + size, b"WAVE")
        return riff + rest + struct.pack("<4sI", b"data", size)
    whole = 4 + 36 + len(rest) + 8 + size
    return (
        struct.pack("<4sI4s", b"RF64", 0xFFFFFFFF, b"WAVE")
        + struct.pack("<4sIQQQI", b"ds64", 28, whole, size, frames, 0)
        + rest
        + struct.pack("<4sI", b"data", 0xFFFFFFFF)
    )
