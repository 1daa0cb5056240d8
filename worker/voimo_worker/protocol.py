"""Messages: JSON-RPC 2.0, one a line, in UTF-8."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

from voimo_worker.errors import INVALID_REQUEST, PARSE_ERROR, Kind, WorkerError

LONGEST_LINE = 4 << 20
"""Bytes of a message at most; what is large travels as a file."""

Identity = int | str
"""What a caller names a call by."""


@dataclass(frozen=True)
class Request:
    """A message from the caller; one without an identity is a notification."""

    id: Identity | None
    method: str
    parameters: dict[str, object]


class MessageError(Exception):
    """A line that is not a request; the answer names the identity where there is one."""

    def __init__(self, message: str, code: int, identity: Identity | None = None) -> None:
        super().__init__(message)
        self.id = identity
        self.error = WorkerError(Kind.USER, message, code=code)


def read_line(source: BinaryIO) -> bytes | None:
    """Read a line, or None at the end of the input; a line without an end counts as the end."""
    line = source.readline(LONGEST_LINE)
    if not line:
        return None
    if line.endswith(b"\n"):
        return line
    size = len(line)
    while line and not line.endswith(b"\n"):
        line = source.readline(LONGEST_LINE)
        size += len(line)
    if not line:
        return None
    raise MessageError(
        f"A message has {size} bytes; {LONGEST_LINE} are the most.", code=PARSE_ERROR
    )


def parse(line: bytes) -> Request:
    """Read a request; raises MessageError."""
    try:
        value = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise MessageError(f"A message is not JSON: {error}.", code=PARSE_ERROR) from None
    if not isinstance(value, dict):
        raise MessageError("A message is not a JSON object.", code=INVALID_REQUEST)
    identity = value.get("id")
    if isinstance(identity, bool) or not isinstance(identity, int | str | None):
        raise MessageError("The id of a call must be a number or a string.", code=INVALID_REQUEST)
    method = value.get("method")
    if value.get("jsonrpc") != "2.0" or not isinstance(method, str):
        raise MessageError("A message is not a JSON-RPC 2.0 request.", INVALID_REQUEST, identity)
    parameters = value.get("params", {})
    if not isinstance(parameters, dict):
        raise MessageError("Parameters must be named, in an object.", INVALID_REQUEST, identity)
    return Request(identity, method, parameters)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON's")


class Outbox:
    """Writes whole messages, from any thread."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._lock = threading.Lock()

    def result(self, identity: Identity, result: object) -> None:
        """Answer a call."""
        self._write({"id": identity, "result": result})

    def error(self, identity: Identity | None, error: WorkerError) -> None:
        """Answer a call, or a line that names none, with an error."""
        self._write({"id": identity, "error": error.record})

    def notify(self, method: str, parameters: dict[str, object]) -> None:
        """Tell the caller something."""
        self._write({"method": method, "params": parameters})

    def _write(self, fields: dict[str, object]) -> None:
        text = json.dumps({"jsonrpc": "2.0", **fields}, allow_nan=False, ensure_ascii=False)
        with self._lock:
            self._sink.write(text.encode("utf-8") + b"\n")
            self._sink.flush()
