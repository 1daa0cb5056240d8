"""Writes down what is sung or said, with times, with Whisper through faster-whisper.

A. Radford et al., "Robust Speech Recognition via Large-Scale Weak Supervision", ICML 2023.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from voimo_worker.call import Call
from voimo_worker.errors import user
from voimo_worker.methods.listening import mono
from voimo_worker.parameters import Parameters
from voimo_worker.sound import Floats
from voimo_worker.sound.reader import SoundFile

RATE = 16_000
MODELS = {"base": "whisper-base"}
_LANGUAGE_SECONDS = 60
"""How much is listened to at most to tell the language."""


def run(call: Call, parameters: Parameters) -> dict[str, object]:
    """Transcribe a file, or some pieces of it, each for itself.

    Nothing is filtered: each segment has the numbers by which the caller tells invented text from
    heard text. Without pieces, stretches where nobody speaks are left out first.
    """
    path = parameters.input_file("input")
    name = MODELS[parameters.choice("model", tuple(MODELS), default="base")]
    language = parameters.optional_text("language", longest=8)
    pieces = parameters.spans("pieces")
    threads = parameters.integer("threads", 1, 64, default=1)
    parameters.finish()
    with SoundFile(path) as song:
        samples = mono(song, RATE, call)
    seconds = len(samples) / RATE
    spans = [(0.0, seconds)] if pieces is None else pieces
    if spans and spans[-1][1] > seconds + 0.5:
        raise user(f"'pieces' reach to {spans[-1][1]} s, but '{path.name}' lasts {seconds:.2f} s.")
    model = whisper(call, name, threads)
    languages: list[str] = model.supported_languages
    if language is not None and language not in languages:
        raise user(f"'{name}' does not know the language '{language}'.")

    probability: float | None = None
    if language is None:
        sound = np.concatenate([np.zeros(0, np.float32), *(_cut(samples, *s) for s in spans)])
        language, probability = _language(model, sound[: _LANGUAGE_SECONDS * RATE])
    segments: list[dict[str, object]] = []
    total = max(1, round(sum(end - start for start, end in spans)))
    done = 0.0
    call.progress(0, total, "seconds")
    for start, end in spans:
        for segment in heard(model, _cut(samples, start, end), language, pieces is None):
            segments.append(_record(segment, start, end))
            call.progress(min(total, round(done + segment.end)), total, "seconds")
        done += end - start
        call.progress(min(total, round(done)), total, "seconds")
    return {"language": language, "language_probability": probability, "segments": segments}


def whisper(call: Call, name: str, threads: int) -> Any:
    """Return a Whisper model, loaded the first time."""
    return call.session.loaded(f"{name}/{threads}", lambda: _load(call, name, threads))


def _load(call: Call, name: str, threads: int) -> Any:
    folder = call.session.models.verified(name)
    import faster_whisper

    return faster_whisper.WhisperModel(
        str(folder), device="cpu", compute_type="int8", cpu_threads=threads, local_files_only=True
    )


def _language(model: Any, samples: Floats) -> tuple[str, float | None]:
    if len(samples) == 0:
        return "en", None
    language, probability, _ = model.detect_language(samples, language_detection_segments=2)
    return str(language), float(probability)


def heard(model: Any, samples: Floats, language: str, skips_silence: bool) -> Iterator[Any]:
    """Transcribe with the most likely words: no dice, nothing that is left out as unlikely."""
    if len(samples) == 0:
        return
    segments, _ = model.transcribe(
        samples,
        language=language,
        task="transcribe",
        beam_size=5,
        temperature=0.0,
        condition_on_previous_text=False,
        word_timestamps=True,
        vad_filter=skips_silence,
        compression_ratio_threshold=None,
        log_prob_threshold=None,
        no_speech_threshold=None,
    )
    yield from segments


def _record(segment: Any, offset: float, end: float) -> dict[str, object]:
    """Make a segment's record; its times are the song's, and no later than its piece's end."""

    def time(value: float) -> float:
        return round(min(offset + float(value), end), 3)

    return {
        "start": time(segment.start),
        "end": time(segment.end),
        "text": segment.text.strip(),
        "no_speech_probability": float(segment.no_speech_prob),
        "average_log_probability": float(segment.avg_logprob),
        "compression_ratio": float(segment.compression_ratio),
        "words": [
            {
                "start": time(word.start),
                "end": time(word.end),
                "word": word.word.strip(),
                "probability": float(word.probability),
            }
            for word in segment.words or []
        ],
    }


def _cut(samples: Floats, start: float, end: float) -> Floats:
    return samples[round(start * RATE) : round(end * RATE)]
