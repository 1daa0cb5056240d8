"""Hears phonemes: how likely each sound of speech is, 50 times a second.

The network is hama's; what is made of its probabilities (the alignment) is the caller's. Only numpy
and hama's native library are loaded, through ctypes; hama's Python code is not run.
"""

from __future__ import annotations

import ctypes
import importlib.util
import json
import platform
from pathlib import Path

import numpy as np

from voimo_worker.call import Call
from voimo_worker.errors import missing
from voimo_worker.files import OutputFile
from voimo_worker.methods.listening import mono
from voimo_worker.parameters import Parameters
from voimo_worker.sound import Floats
from voimo_worker.sound.reader import SoundFile

RATE = 16_000
HOP = 320
"""Samples from frame to frame: 20 ms. Frame n is centred on sample n · 320."""
WINDOW, STEP = 30 * RATE, 24 * RATE
"""The network hears 30 seconds at most; windows overlap by 6 and are joined in the middle."""
MARGIN = (WINDOW - STEP) // 2 // HOP
"""Frames of an overlap that come from the window before."""
LATENCY = 0.06
"""Seconds by which the network marks a phoneme late.

Measured on songs with known word times; it did not vary with the song. A time that is read off the
probabilities is a frame's time less this. It is applied nowhere here: the reply names it.
"""


class Ears:
    """Owns hama's phoneme network."""

    def __init__(self, folder: Path) -> None:
        self.tokens = _tokens(folder)
        self._library = _library()
        # The network keeps pointers into its file.
        self._data = (folder / "asr_waveform.hama").read_bytes()
        self._handle = self._library.hama_asr_load(self._data, len(self._data))
        if not self._handle:
            raise missing("hama's phoneme model cannot be loaded.")

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            self._library.hama_asr_free(self._handle)

    def hear(self, samples: Floats) -> Floats:
        """Return the log-probabilities of at most 30 seconds: frames × tokens."""
        assert 0 < len(samples) <= WINDOW
        samples = np.ascontiguousarray(samples, np.float32)
        frames = int(self._library.hama_asr_num_frames(len(samples)))
        out = np.empty((frames, len(self.tokens)), np.float32)
        length = ctypes.c_int64(0)
        status = self._library.hama_asr_run(
            self._handle,
            samples.ctypes.data_as(ctypes.POINTER(ctypes.c_float)),
            len(samples),
            out.ctypes.data_as(ctypes.POINTER(ctypes.c_float)),
            ctypes.byref(length),
        )
        if status < 0 or not 0 <= length.value <= frames:
            raise RuntimeError(f"hama_asr_run gave {status}, {length.value} of {frames} frames")
        return out


def run(call: Call, parameters: Parameters) -> dict[str, object]:
    """Write `emissions.f32`: little-endian float32 log-probabilities, frames × tokens.

    The loudest sample is brought to 0.9 first. The song lies in memory at 16 kHz: 64 KB a second.
    """
    path = parameters.input_file("input")
    folder = parameters.folder()
    parameters.finish()
    with SoundFile(path) as song:
        samples = mono(song, RATE, call)
    peak = float(np.abs(samples).max(initial=0))
    if peak > 0:
        samples *= np.float32(0.9 / peak)
    ears = call.session.loaded("hama", lambda: Ears(call.session.models.verified("hama")))
    windows = _windows(len(samples))
    frames = 0
    with OutputFile(folder, "emissions.f32") as output:
        for index, start in enumerate(windows):
            call.progress(index, len(windows), "windows")
            heard = ears.hear(samples[start : start + WINDOW])
            first = 0 if index == 0 else MARGIN
            last = len(heard) if index == len(windows) - 1 else MARGIN + STEP // HOP
            kept = np.ascontiguousarray(heard[first:last], "<f4")
            output.write(kept.data.cast("B"))
            frames += len(kept)
    call.progress(len(windows), len(windows), "windows")
    return {
        "file": output.record,
        "frames": frames,
        "tokens": ears.tokens,
        "blank": ears.tokens.index("<blank>"),
        "word_boundary": ears.tokens.index("<wb>"),
        "hop": HOP / RATE,
        "start": 0.0,
        "latency": LATENCY,
    }


def _windows(count: int) -> list[int]:
    """Find where windows start so that the last one reaches the end."""
    starts = [0] if count > 0 else []
    while starts and starts[-1] + WINDOW < count:
        starts.append(starts[-1] + STEP)
    return starts


def _tokens(folder: Path) -> list[str]:
    vocabulary = json.loads((folder / "g2p_vocab.json").read_text(encoding="utf-8"))
    return [*vocabulary["decoder"], "<wb>", "<blank>"]


def _library() -> ctypes.CDLL:
    # Finding the package does not run it.
    package = importlib.util.find_spec("hama")
    if package is None or package.origin is None:
        raise missing("The Python package 'hama' is not installed.")
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(
        platform.machine().lower(), platform.machine()
    )
    path = Path(package.origin).parent / "_libs" / f"linux-{machine}" / "libhama.so"
    if not path.is_file():
        raise missing(f"hama has no library for this machine ({machine}).")
    library = ctypes.CDLL(str(path))
    floats = ctypes.POINTER(ctypes.c_float)
    library.hama_asr_load.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
    library.hama_asr_load.restype = ctypes.c_void_p
    library.hama_asr_free.argtypes = [ctypes.c_void_p]
    library.hama_asr_free.restype = None
    library.hama_asr_num_frames.argtypes = [ctypes.c_int64]
    library.hama_asr_num_frames.restype = ctypes.c_int64
    library.hama_asr_run.argtypes = [
        ctypes.c_void_p, floats, ctypes.c_int64, floats, ctypes.POINTER(ctypes.c_int64)
    ]  # fmt: skip
    library.hama_asr_run.restype = ctypes.c_int64
    return library
