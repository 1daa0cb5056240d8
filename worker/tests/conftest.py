"""A worker as a real process, and where it is found."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = True

ENTRY = ROOT / "voimo_worker"
FAKE = Path(__file__).parent / "fake_worker.py"
PATIENCE = 20.0
"""Seconds until a test gives up; a worker that is well answers in far less."""

Message = dict[str, object]


class Process:
    """A running worker, spoken to line by line."""

    def __init__(self, entry: Path, python: str = sys.executable) -> None:
        self.process = subprocess.Popen(
            [python, "-I", str(entry)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.told: list[Message] = []
        self.log = ""
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._readers = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=self._read_log, daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def write(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text.encode() + b"\n")
        self.process.stdin.flush()

    def send(self, identity: object, method: str, **parameters: object) -> None:
        message: Message = {"jsonrpc": "2.0", "method": method, "params": parameters}
        if identity is not None:
            message["id"] = identity
        self.write(json.dumps(message))

    def next(self) -> Message:
        """Return the next message, whatever it is; every line must be one."""
        line = self._lines.get(timeout=PATIENCE)
        assert line, f"the worker ended; its log: {self.log}"
        message = json.loads(line)
        assert message["jsonrpc"] == "2.0"
        return dict(message)

    def answer(self, identity: object) -> Message:
        """Return the answer to a call; what comes before is kept in `told`."""
        while True:
            message = self.next()
            if message.get("id") == identity and "method" not in message:
                return message
            self.told.append(message)

    def call(self, method: str, **parameters: object) -> Message:
        self.send("call", method, **parameters)
        return self.answer("call")

    def initialize(self, models: Path) -> Message:
        answer = self.call("initialize", protocol=1, models=str(models))
        assert "result" in answer, answer
        result = answer["result"]
        assert isinstance(result, dict)
        return result

    def close_input(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def ended(self) -> int:
        status = self.process.wait(timeout=PATIENCE)
        for reader in self._readers:
            reader.join(timeout=PATIENCE)
        return status

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(b"")

    def _read_log(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log += line.decode(errors="replace")


def _running(entry: Path, python: str = sys.executable) -> Iterator[Process]:
    process = Process(entry, python)
    yield process
    process.process.kill()
    process.process.wait()


@pytest.fixture
def worker() -> Iterator[Process]:
    """The worker as voimo starts it."""
    yield from _running(ENTRY)


@pytest.fixture
def fake() -> Iterator[Process]:
    """The same server with methods that need no model."""
    yield from _running(FAKE)


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Process]:
    """The worker with models, initialized; skipped where there are none."""
    models = os.environ.get("VOIMO_MODELS")
    if models is None:
        pytest.skip("NOT RUN: VOIMO_MODELS does not name a folder of models")
    python = os.environ.get("VOIMO_MODELS_PYTHON", sys.executable)
    for process in _running(ENTRY, python):
        process.initialize(Path(models))
        yield process


def kind_of(answer: Message) -> str:
    error = answer.get("error")
    assert isinstance(error, dict), answer
    return str(error["data"]["kind"])


def message_of(answer: Message) -> str:
    error = answer.get("error")
    assert isinstance(error, dict), answer
    assert "\n" not in error["message"]
    return str(error["message"])
