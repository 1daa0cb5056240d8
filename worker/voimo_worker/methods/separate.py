"""Parts a song into voice and accompaniment with Spleeter's two-stem model.

R. Hennequin, A. Khlif, F. Voituret, M. Moussallam, "Spleeter: a fast and efficient music source
separation tool with pre-trained models", Journal of Open Source Software 5(50), 2020.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import NamedTuple

import numpy as np

from voimo_worker.call import Call
from voimo_worker.errors import user
from voimo_worker.parameters import Parameters
from voimo_worker.sound import Floats
from voimo_worker.sound.reader import SoundFile
from voimo_worker.sound.spectrum import FRAME, HOP, OVERLAP, OverlapAdd, spectra
from voimo_worker.sound.writer import SoundOutput

RATE = 44_100
BLOCK = 512
"""Frames that the network sees at once: 11.9 seconds. It was trained with this length."""
NET_BINS = 1024
"""The lowest bins, up to 11 kHz, are all that the network sees; above, its masks are zero."""

Masks = Callable[[Floats], tuple[Floats, Floats]]
"""Magnitudes as channels × 512 × 1024 → the masks of vocals and accompaniment, of equal shape."""


class Piece(NamedTuple):
    """Samples of the song and what was heard in them, channels first."""

    mix: Floats
    vocals: Floats
    accompaniment: Floats | None


def run(call: Call, parameters: Parameters) -> dict[str, object]:
    """Write `vocals.wav` and `accompaniment.wav`, as long as the input to the sample.

    The accompaniment is the mix without the vocals, so that both add up to the song; with
    `accompaniment: mask` it is what the model says, which has nothing above 11 kHz.
    """
    path = parameters.input_file("input")
    folder = parameters.folder()
    parameters.integer("stems", 2, 2, default=2)
    masked = parameters.choice("accompaniment", ("rest", "mask"), default="rest") == "mask"
    threads = parameters.integer("threads", 1, 64, default=1)
    parameters.finish()
    with ExitStack() as stack:
        song = stack.enter_context(SoundFile(path))
        if song.rate != RATE or song.channels != 2:
            raise user(
                f"Separation needs stereo at {RATE} Hz; '{path.name}' has {song.channels} "
                f"channel(s) at {song.rate} Hz."
            )
        masks = call.session.loaded(f"spleeter/{threads}", lambda: load_masks(call, threads))
        names = ("vocals", "accompaniment")
        outputs = [
            stack.enter_context(SoundOutput(folder, f"{name}.wav", RATE, 2, song.frames))
            for name in names
        ]
        seconds = -(-song.frames // RATE)
        done = 0
        call.progress(0, seconds, "seconds")
        for piece in separated(song, masks, masked):
            rest = piece.mix - piece.vocals if piece.accompaniment is None else piece.accompaniment
            outputs[0].write_samples(piece.vocals.T)
            outputs[1].write_samples(rest.T)
            done += piece.mix.shape[1]
            call.progress(-(-done // RATE), seconds, "seconds")
    return {
        "frames": song.frames,
        "rate": RATE,
        "stems": {name: output.record for name, output in zip(names, outputs, strict=True)},
    }


def separated(song: SoundFile, masks: Masks, masked: bool) -> Iterator[Piece]:
    """Separate block by block; the pieces follow each other and make up the song.

    The network's blocks start at the song's first frame, as in the original. What is in memory at
    any time is one block, however long the song is.
    """
    channels = song.channels
    left = -(-(song.frames + FRAME) // HOP)
    # The stream of samples begins with one frame of silence; `held` are the samples that a block
    # shares with the one before.
    held: Floats = np.zeros((channels, OVERLAP), np.float32)
    silence = FRAME - OVERLAP
    voices = OverlapAdd(channels)
    others = OverlapAdd(channels) if masked else None
    skip, wanted = FRAME, song.frames
    while left > 0:
        count = min(left, BLOCK)
        left -= count
        block = np.zeros((channels, OVERLAP + count * HOP), np.float32)
        block[:, :OVERLAP] = held
        fresh = song.read(count * HOP - silence)
        start = OVERLAP + silence
        block[:, start : start + len(fresh)] = fresh.T
        silence = 0
        held = block[:, count * HOP :].copy()

        sound = spectra(block)
        magnitudes = np.zeros((channels, BLOCK, NET_BINS), np.float32)
        magnitudes[:, :count] = np.abs(sound[:, :, :NET_BINS])
        vocal_mask, other_mask = masks(magnitudes)
        # Above what the network sees there is no voice.
        sound[:, :, NET_BINS:] = 0
        window = slice(min(skip, count * HOP), min(count * HOP, skip + wanted))
        skip -= window.start
        wanted -= window.stop - window.start
        accompaniment = None
        if others is not None:
            part = sound.copy()
            part[:, :, :NET_BINS] *= other_mask[:, :count]
            accompaniment = others.add(part)[:, window]
        sound[:, :, :NET_BINS] *= vocal_mask[:, :count]
        vocals = voices.add(sound)[:, window]
        yield Piece(block[:, window], vocals, accompaniment)


def load_masks(call: Call, threads: int) -> Masks:
    """Load the network."""
    folder = call.session.models.verified("spleeter")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Each block has the same shape; an arena that keeps the largest of everything is not needed.
    options.enable_cpu_mem_arena = False
    network = onnxruntime.InferenceSession(
        str(folder / "spleeter.onnx"), options, providers=["CPUExecutionProvider"]
    )

    def masks(magnitudes: Floats) -> tuple[Floats, Floats]:
        vocals, accompaniment = network.run(None, {"mix": magnitudes[None]})
        return vocals[0], accompaniment[0]

    return masks
