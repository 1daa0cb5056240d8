"""Changes the rate of samples with a polyphase filter.

A windowed sinc with a Kaiser window (J. F. Kaiser, 1974), one set of taps for each of the positions
that an output sample can have between two input samples.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from voimo_worker.sound import Floats

_CROSSINGS = 32
"""Zero crossings of the sinc on each side: its transition is about a tenth of the band."""
_BETA = 9.0
"""Of the Kaiser window: the stop band lies 90 dB down."""
_PASS = 0.945
"""Where the sinc cuts, as a share of the lower of the two Nyquist frequencies."""
_BLOCK = 1 << 14


class Resampler:
    """Resamples one channel, block after block. Output sample n lies at n / rate: no delay.

    The output does not depend on how the input is cut into blocks.
    """

    def __init__(self, source: int, target: int) -> None:
        common = math.gcd(source, target)
        self._up, self._down = target // common, source // common
        self._filters = _filters(self._up, self._down)
        self._taps = self._filters.shape[1]
        # The first output sample is centred on the first input sample.
        self._held: Floats = np.zeros(self._taps // 2 - 1, np.float32)
        self._held_from = -len(self._held)
        self._taken = 0
        self._made = 0

    def push(self, samples: Floats) -> Floats:
        """Take samples and return those that follow from all taken so far."""
        if self._up == self._down:
            return samples
        self._taken += len(samples)
        self._held = np.concatenate([self._held, samples])
        last = self._held_from + len(self._held) - self._taps
        # The output's window starts at floor(n · down / up) − (taps / 2 − 1).
        end = ((last + self._taps // 2) * self._up - 1) // self._down + 1
        return self._make(end)

    def finish(self) -> Floats:
        """Return the samples that remain; in all there are as many as fit into the input's time."""
        if self._up == self._down:
            return np.zeros(0, np.float32)
        wanted = -(-self._taken * self._up // self._down)
        self._held = np.concatenate([self._held, np.zeros(self._taps, np.float32)])
        return self._make(wanted)

    def _make(self, end: int) -> Floats:
        parts: list[Floats] = []
        while self._made < end:
            numbers = np.arange(self._made, min(end, self._made + _BLOCK), dtype=np.int64)
            whole, phase = np.divmod(numbers * self._down, self._up)
            starts = whole - (self._taps // 2 - 1) - self._held_from
            windows = sliding_window_view(self._held, self._taps)[starts]
            parts.append(np.einsum("ij,ij->i", windows, self._filters[phase]))
            self._made = int(numbers[-1]) + 1
        self._forget()
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _forget(self) -> None:
        first = self._made * self._down // self._up - (self._taps // 2 - 1)
        drop = min(max(0, first - self._held_from), len(self._held))
        self._held = self._held[drop:]
        self._held_from += drop


def _filters(up: int, down: int) -> Floats:
    """Make the taps by position: `up` rows. Row 0 is centred on tap `taps / 2 − 1`."""
    scale = min(1.0, up / down)
    half = math.ceil(_CROSSINGS / scale)
    taps = np.arange(2 * half)
    positions = np.arange(up)[:, None] / up
    distance = taps[None, :] - (half - 1) - positions
    ratio = np.clip(distance / half, -1, 1)
    window = np.i0(_BETA * np.sqrt(1 - ratio**2)) / np.i0(_BETA)
    cut = scale * _PASS
    filters = cut * np.sinc(cut * distance) * window
    filters /= filters.sum(axis=1, keepdims=True)
    return np.asarray(filters, np.float32)
