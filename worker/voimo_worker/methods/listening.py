"""What all models that hear speech start from: one channel at their rate."""

from __future__ import annotations

import numpy as np

from voimo_worker.call import Call
from voimo_worker.sound import Floats
from voimo_worker.sound.reader import SoundFile
from voimo_worker.sound.resample import Resampler

_BLOCK = 1 << 16


def mono(song: SoundFile, rate: int, call: Call) -> Floats:
    """Read the whole file as the mean of its channels, at a rate."""
    resampler = Resampler(song.rate, rate)
    parts: list[Floats] = []
    while len(block := song.read(_BLOCK)):
        call.check()
        parts.append(resampler.push(block.mean(axis=1, dtype=np.float32)))
    parts.append(resampler.finish())
    return np.concatenate(parts)
