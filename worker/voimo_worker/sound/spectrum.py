"""Short-time spectra and back, in blocks that fit together exactly.

The frames are those that Spleeter was trained with: 4096 samples under a periodic Hann window,
1024 apart, the first one of silence alone.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from voimo_worker.sound import Complexes, Floats

FRAME = 4096
HOP = 1024
OVERLAP = FRAME - HOP
BINS = FRAME // 2 + 1

WINDOW: Floats = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / FRAME)).astype(np.float32)
_GAIN = np.float32(2 / 3)
"""Four squared windows add up to 3/2."""


def spectra(samples: Floats) -> Complexes:
    """Transform channels × ((n − 1) hops + a frame) samples into channels × n × bins."""
    frames = sliding_window_view(samples, FRAME, axis=1)[:, ::HOP]
    return np.fft.rfft(frames * WINDOW, axis=2).astype(np.complex64, copy=False)


class OverlapAdd:
    """Turns spectra back into samples, block after block.

    Every sample is the sum of its four frames from the oldest to the newest, wherever blocks end;
    so the result does not depend on the blocks, not even in the last bit.
    """

    def __init__(self, channels: int) -> None:
        self._tail: Floats = np.zeros((channels, FRAME // HOP - 1, HOP), np.float32)

    def add(self, block: Complexes) -> Floats:
        """Take channels × n × bins and return the next n hops of samples, channels first."""
        channels, count, _ = block.shape
        frames = np.fft.irfft(block, FRAME, axis=2).astype(np.float32, copy=False)
        frames = (frames * (WINDOW * _GAIN)).reshape(channels, count, FRAME // HOP, HOP)
        pieces = frames.shape[2]
        sums = np.zeros((channels, count + pieces - 1, HOP), np.float32)
        sums[:, : pieces - 1] = self._tail
        for piece in reversed(range(pieces)):
            sums[:, piece : piece + count] += frames[:, :, piece]
        self._tail = sums[:, count:].copy()
        return sums[:, :count].reshape(channels, count * HOP)
