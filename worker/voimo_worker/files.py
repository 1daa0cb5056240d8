"""Files that calls make, with their hashes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from types import TracebackType
from typing import TypeVar

Output = TypeVar("Output", bound="OutputFile")


def record_of(path: Path) -> dict[str, object]:
    """Read a file through and return its `sha256` and `size`."""
    digest = hashlib.sha256()
    size = 0
    with open(path, "rb", buffering=0) as file:
        while block := file.read(1 << 20):
            digest.update(block)
            size += len(block)
    return {"sha256": digest.hexdigest(), "size": size}


class OutputFile:
    """A file that appears under its name when it is whole; left early, nothing remains of it.

    It is hashed while it is written, so it is written from front to back.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / name
        self._part = folder / f".{name}.part"
        self._file = open(self._part, "wb")  # noqa: SIM115  (closed by `__exit__`)
        self._digest = hashlib.sha256()
        self._size = 0
        self._record: dict[str, object] | None = None

    def write(self, data: bytes | memoryview) -> None:
        """Append bytes."""
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)

    @property
    def record(self) -> dict[str, object]:
        """What a reply says about the finished file; its path is relative to the folder."""
        assert self._record is not None, "the file is not finished"
        return self._record

    def __enter__(self: Output) -> Output:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
        if error is not None:
            self._part.unlink(missing_ok=True)
            return
        os.replace(self._part, self._path)
        self._record = {
            "path": self._path.name,
            "sha256": self._digest.hexdigest(),
            "size": self._size,
        }
