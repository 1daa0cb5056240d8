"""Finds given lines in a text that was heard, letter by letter, in any language.

The best common course of both texts (S. B. Needleman, C. D. Wunsch, 1970): repeated lines are told
apart by their order alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from voimo_worker.sound import Floats

MOST_CELLS = 60_000_000
_MATCH, _OTHER, _GAP = np.float32(1), np.float32(-1), np.float32(0.5)
_RUN = 3
"""Fewer letters in a row that agree are taken for chance."""


@dataclass(frozen=True)
class Heard:
    """A word that was heard."""

    word: str
    start: float
    end: float


@dataclass(frozen=True)
class Place:
    """Where a line was heard, in seconds, and how much of it: 0 to 1."""

    start: float
    end: float
    share: float


def letters(text: str) -> str:
    """Keep what two spellings of the same words share: letters and digits, of one case."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in folded if c.isalnum())


def places(lines: Sequence[str], heard: Sequence[Heard]) -> list[Place | None]:
    """Find each line; None where too little of it was heard.

    A line's place reaches as far as it would if its letters were sung evenly.
    """
    given = [letters(line) for line in lines]
    codes: list[str] = []
    times: list[float] = []
    for word in heard:
        text = letters(word.word)
        codes.append(text)
        step = (word.end - word.start) / max(1, len(text))
        times.extend(word.start + step * (n + 0.5) for n in range(len(text)))
    pairs = matched("".join(given), "".join(codes))
    found: list[Place | None] = []
    first = 0
    for text in given:
        own = [(i - first, times[j]) for i, j in pairs if first <= i < first + len(text)]
        found.append(_place(own, len(text)))
        first += len(text)
    return found


def _place(own: list[tuple[int, float]], length: int) -> Place | None:
    if len(own) < max(2, 0.3 * length):
        return None
    (head, start), (tail, end) = own[0], own[-1]
    pace = min(0.15, max(0.04, (end - start) / max(1, tail - head)))
    return Place(
        max(0.0, start - (head + 0.5) * pace),
        end + (length - tail - 0.5) * pace,
        len(own) / length,
    )


def matched(a: str, b: str) -> list[tuple[int, int]]:
    """Pair the letters that agree in the best common course, without those by chance.

    Takes 4 bytes for each pair of letters.
    """
    if not a or not b:
        return []
    left = np.array([ord(c) for c in a])
    right = np.array([ord(c) for c in b])
    slope = np.arange(len(b) + 1, dtype=np.float32) * _GAP
    scores: Floats = np.empty((len(a) + 1, len(b) + 1), np.float32)
    scores[0] = -slope
    for i in range(len(a)):
        row = scores[i] - _GAP
        diagonal = scores[i, :-1] + np.where(right == left[i], _MATCH, _OTHER)
        row[1:] = np.maximum(row[1:], diagonal)
        # Gaps along the row: the best of all starts, each paying for its distance.
        scores[i + 1] = np.maximum.accumulate(row + slope) - slope
    pairs: list[tuple[int, int]] = []
    i, j = len(a), len(b)
    while i > 0 and j > 0:
        gain = _MATCH if left[i - 1] == right[j - 1] else _OTHER
        if abs(scores[i, j] - (scores[i - 1, j - 1] + gain)) < 0.25:
            i, j = i - 1, j - 1
            if gain > 0:
                pairs.append((i, j))
        elif abs(scores[i, j] - (scores[i - 1, j] - _GAP)) < 0.25:
            i -= 1
        else:
            j -= 1
    return _without_chance(pairs[::-1])


def _without_chance(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for pair in [*pairs, (-1, -1)]:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            if len(run) >= _RUN:
                kept += run
            run = []
        run.append(pair)
    return kept
