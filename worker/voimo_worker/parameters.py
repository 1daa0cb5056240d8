"""The parameters of a call, checked as they are read."""

from __future__ import annotations

import math
import os
import stat
from collections.abc import Callable
from pathlib import Path

from voimo_worker.errors import WorkerError, user

REQUIRED = object()
"""Stands for the default of a parameter that has none."""


class Parameters:
    """Named values from outside. Each is asked for once; `finish` refuses those nobody asked for.

    A parameter that is null counts as not given.
    """

    def __init__(self, values: dict[str, object]) -> None:
        self._values = dict(values)
        self._known: set[str] = set()

    def finish(self) -> None:
        """Refuse parameters that the method does not have."""
        unknown = sorted(set(self._values) - self._known)
        if unknown:
            raise user(f"There is no parameter '{unknown[0]}'.")

    def integer(self, name: str, low: int, high: int, default: object = REQUIRED) -> int:
        """Read a whole number in a range, both ends included."""
        value = self._take(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise user(f"'{name}' must be a whole number from {low} to {high}.")
        return value

    def text(self, name: str, longest: int = 1000) -> str:
        """Read a text that is not empty."""
        return _text(self._take(name, REQUIRED), name, longest)

    def optional_text(self, name: str, longest: int = 1000) -> str | None:
        """Read a text that may be left out."""
        value = self._take(name, None)
        return None if value is None else _text(value, name, longest)

    def choice(self, name: str, choices: tuple[str, ...], default: object = REQUIRED) -> str:
        """Read one of a few words."""
        value = self._take(name, default)
        if not isinstance(value, str) or value not in choices:
            raise user(f"'{name}' must be one of: {', '.join(choices)}.")
        return value

    def input_file(self, name: str) -> Path:
        """Read the path of a file that exists."""
        path = self._path(name)
        if not _has_kind(path, stat.S_ISREG):
            raise user(f"'{name}' must be a file: {path}")
        return path

    def folder(self, name: str = "folder") -> Path:
        """Read the path of a folder that exists and can be written to."""
        path = self._path(name)
        if not _has_kind(path, stat.S_ISDIR):
            raise user(f"'{name}' must be a folder: {path}")
        if not os.access(path, os.W_OK):
            raise user(f"'{name}' cannot be written to: {path}")
        return path

    def spans(self, name: str) -> list[tuple[float, float]] | None:
        """Read pairs of times in seconds, in order and without overlap; None when left out."""
        value = self._take(name, None)
        if value is None:
            return None
        wrong = user(f"'{name}' must be pairs [start, end] in seconds, in order.")
        if not isinstance(value, list):
            raise wrong
        spans: list[tuple[float, float]] = []
        for pair in value:
            if not isinstance(pair, list) or len(pair) != 2:
                raise wrong
            start, end = (_number(part, wrong) for part in pair)
            if not 0 <= start < end or (spans and start < spans[-1][1]):
                raise wrong
            spans.append((start, end))
        return spans

    def value(self, name: str) -> object:
        """Read a value that the method checks itself; None when left out."""
        return self._take(name, None)

    def _path(self, name: str) -> Path:
        text = self.text(name, longest=4096)
        if not os.path.isabs(text) or "\0" in text:
            raise user(f"'{name}' must be an absolute path.")
        return Path(text)

    def _take(self, name: str, default: object) -> object:
        self._known.add(name)
        value = self._values.get(name)
        if value is not None:
            return value
        if default is REQUIRED:
            raise user(f"The parameter '{name}' is missing.")
        return default


def _text(value: object, name: str, longest: int) -> str:
    if not isinstance(value, str) or not value or len(value) > longest:
        raise user(f"'{name}' must be a text of 1 to {longest} characters.")
    return value


def _number(value: object, wrong: WorkerError) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise wrong
    return float(value)


def _has_kind(path: Path, test: Callable[[int], bool]) -> bool:
    try:
        return test(os.stat(path).st_mode)
    except OSError:
        return False
