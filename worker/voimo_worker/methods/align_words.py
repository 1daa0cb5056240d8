"""Times given lines with Whisper, in any of its languages.

First it listens to the whole song and finds the lines in what it heard; then it reads the words'
times off the decoder's attention to the sound, with the given words, a few lines at a time. Lines
that were not heard at all stay without times. Starts come out 0.1 to 0.3 s early.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from voimo_worker.call import Call
from voimo_worker.errors import user
from voimo_worker.methods import transcribe
from voimo_worker.methods.listening import mono
from voimo_worker.methods.matching import MOST_CELLS, Heard, Place, letters, places
from voimo_worker.parameters import Parameters
from voimo_worker.sound import Floats
from voimo_worker.sound.reader import SoundFile

RATE = transcribe.RATE
_WINDOW = 26.0
"""Seconds of lines that are timed together; Whisper sees 30."""
_PAUSE = 3.0
"""A longer pause between two lines parts them."""
_MARGIN = 1.5
"""Seconds before and after lines in which they may still be sung."""
_MOST_TOKENS = 200

Words = list[dict[str, object]]


def run(call: Call, parameters: Parameters) -> dict[str, object]:
    """Return each line with its words' times, or without where it was not heard."""
    path = parameters.input_file("input")
    name = transcribe.MODELS[parameters.choice("model", tuple(transcribe.MODELS), default="base")]
    language = parameters.text("language", longest=8)
    lines = _lines(parameters.value("lines"))
    threads = parameters.integer("threads", 1, 64, default=1)
    parameters.finish()
    with SoundFile(path) as song:
        samples = mono(song, RATE, call)
    seconds = len(samples) / RATE
    model = transcribe.whisper(call, name, threads)
    if language not in model.supported_languages:
        raise user(f"'{name}' does not know the language '{language}'.")

    total = max(1, round(seconds))
    heard: list[Heard] = []
    call.progress(0, 2 * total, "seconds")
    for segment in transcribe.heard(model, samples, language, skips_silence=True):
        heard += [Heard(w.word, float(w.start), float(w.end)) for w in segment.words or []]
        call.progress(min(total, round(segment.end)), 2 * total, "seconds")
    if _count(lines) * _count([word.word for word in heard]) > MOST_CELLS:
        raise user("The text is too long to be found in what was heard.")
    found = places(lines, heard)
    timed: dict[int, Words] = {}
    for group, start, end in groups(found, seconds):
        call.progress(min(2 * total, total + round(start)), 2 * total, "seconds")
        timed.update(_times(model, samples, lines, group, (start, end), language))
    call.progress(2 * total, 2 * total, "seconds")
    return {
        "language": language,
        "lines": [
            _record(line, timed.get(index), place)
            for index, (line, place) in enumerate(zip(lines, found, strict=True))
        ],
    }


def groups(
    found: Sequence[Place | None], seconds: float
) -> Iterator[tuple[list[int], float, float]]:
    """Gather lines that are timed together, and the stretch of the song to look at.

    A line that was not heard goes with the one before it, where the next one follows soon enough.
    """
    known = [(index, place) for index, place in enumerate(found) if place is not None]
    position = 0
    while position < len(known):
        last = position
        while last + 1 < len(known):
            here, following = known[last][1], known[last + 1][1]
            if following.end - known[position][1].start > _WINDOW:
                break
            if following.start - here.end > _PAUSE:
                break
            last += 1
        start = known[position][1].start - _MARGIN
        end = known[last][1].end + _MARGIN
        if position > 0:
            start = max(start, known[position - 1][1].end - 0.2)
        if last + 1 < len(known):
            end = min(end, known[last + 1][1].start + 0.2)
        lines = list(range(known[position][0], known[last][0] + 1))
        yield lines, max(0.0, min(start, known[position][1].start)), min(seconds, end)
        position = last + 1


def _times(
    model: Any,
    samples: Floats,
    lines: Sequence[str],
    group: list[int],
    span: tuple[float, float],
    language: str,
) -> dict[int, Words]:
    """Read words' times off the attention: by line, in seconds of the song."""
    from faster_whisper.tokenizer import Tokenizer

    start, end = span
    sound = samples[round(start * RATE) : round(end * RATE)]
    words = [(index, word) for index in group for word in lines[index].split()]
    tokenizer = Tokenizer(
        model.hf_tokenizer, model.model.is_multilingual, task="transcribe", language=language
    )
    tokens = [tokenizer.encode(" " + word) for _, word in words]
    if not words or len(sound) < RATE // 10 or sum(map(len, tokens)) > _MOST_TOKENS:
        return {}
    features = model.feature_extractor(sound)
    frames = min(features.shape[-1], 3000)
    padded = np.zeros((features.shape[0], 3000), np.float32)
    padded[:, :frames] = features[:, :frames]
    flat = [token for part in tokens for token in part]
    (result,) = model.model.align(
        model.encode(padded), tokenizer.sot_sequence, [flat], frames, median_filter_width=7
    )
    pairs = np.array(result.alignments)
    jumps = np.diff(pairs[:, 0], prepend=-1) > 0
    moments = pairs[jumps, 1] / model.tokens_per_second
    bounds = np.minimum(np.cumsum([0, *map(len, tokens)]), len(moments) - 1)
    edges = start + moments[bounds]
    starts = without_pauses(words, edges)
    timed: dict[int, Words] = {}
    for number, (index, word) in enumerate(words):
        first = bounds[number]
        after = max(first + 1, bounds[number + 1])
        timed.setdefault(index, []).append(
            {
                "word": word,
                "start": round(starts[number], 3),
                "end": round(float(edges[number + 1]), 3),
                "probability": float(np.mean(result.text_token_probs[first:after])),
            }
        )
    return timed


def without_pauses(words: Sequence[tuple[int, str]], edges: Sequence[float]) -> list[float]:
    """Find where words start, from where each ends and the next one begins.

    The attention gives the pause before a line to its first word, whose end is right. So that word
    is made as long as its letters are at the pace of the words that do not begin a line.
    """
    begins = [n == 0 or words[n - 1][0] != words[n][0] for n in range(len(words))]
    sizes = [max(1, len(letters(word))) for _, word in words]
    lengths = [max(0.0, edges[n + 1] - edges[n]) for n in range(len(words))]
    inner = [lengths[n] / sizes[n] for n in range(len(words)) if not begins[n]]
    pace = min(0.15, float(np.median(inner))) if inner else 0.1
    starts: list[float] = []
    for n, begin in enumerate(begins):
        longest = max(0.15, pace * sizes[n])
        starts.append(float(max(edges[n], edges[n + 1] - longest) if begin else edges[n]))
    return starts


def _record(line: str, words: Words | None, place: Place | None) -> dict[str, object]:
    """Make a line's record; `heard` is the share of its letters that was heard."""
    return {
        "text": line,
        "start": words[0]["start"] if words else None,
        "end": words[-1]["end"] if words else None,
        "heard": round(place.share, 3) if place else 0.0,
        "words": words or [],
    }


def _lines(value: object) -> list[str]:
    if isinstance(value, list) and 1 <= len(value) <= 2000:
        lines = [line for line in value if isinstance(line, str) and 0 < len(line) <= 500]
        if len(lines) == len(value):
            return lines
    raise user("'lines' must be a list of 1 to 2000 texts of 1 to 500 characters.")


def _count(texts: Sequence[str]) -> int:
    return sum(len(letters(text)) for text in texts)
