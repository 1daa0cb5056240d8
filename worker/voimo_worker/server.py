"""Reads calls in one thread, carries them out in another, one at a time."""

from __future__ import annotations

import gc
import importlib.metadata
import os
import platform
import threading
import time
import traceback
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, NoReturn, cast

from voimo_worker import PROTOCOL, VERSION
from voimo_worker.call import Call, Session
from voimo_worker.errors import (
    METHOD_NOT_FOUND,
    NOT_INITIALIZED,
    Kind,
    WorkerError,
    cancelled,
    translated,
    user,
)
from voimo_worker.methods import Method
from voimo_worker.models import ModelStore, Record, catalogue
from voimo_worker.parameters import Parameters
from voimo_worker.protocol import Identity, MessageError, Outbox, Request, parse, read_line

HEARTBEAT_SECONDS = 5.0


class Server:
    """Answers calls until it is told to end or its input ends."""

    def __init__(
        self,
        source: BinaryIO,
        sink: BinaryIO,
        methods: Mapping[str, Method],
        heartbeat: float = HEARTBEAT_SECONDS,
    ) -> None:
        self._source = source
        self._outbox = Outbox(sink)
        self._methods = methods
        self._heartbeat = heartbeat
        self._session: Session | None = None
        self._turn = threading.Condition()
        # Both are guarded by `_turn`.
        self._waiting: deque[Request] = deque()
        self._running: tuple[Identity, threading.Event] | None = None

    def run(self) -> int:
        """Serve; returns after `shutdown`. The end of the input ends the whole process."""
        for work in (self._read, self._beat):
            threading.Thread(target=work, daemon=True).start()
        while True:
            request, identity, stop = self._next()
            if request.method == "shutdown":
                self._outbox.result(identity, {})
                return 0
            self._answer(request, identity, stop)

    # --- The main thread: one call after the other ---

    def _next(self) -> tuple[Request, Identity, threading.Event]:
        with self._turn:
            while not self._waiting:
                self._turn.wait()
            request = self._waiting.popleft()
            assert request.id is not None, "notifications do not wait"
            # In the same breath, so that a cancellation finds the call here or there.
            self._running = (request.id, threading.Event())
            return request, *self._running

    def _answer(self, request: Request, identity: Identity, stop: threading.Event) -> None:
        try:
            result = self._carry_out(request, identity, stop)
            self._outbox.result(identity, result)
        except BaseException as error:
            failure = translated(error)
            if failure.kind is not Kind.CANCELLED and not isinstance(error, WorkerError):
                traceback.print_exc()
            self._outbox.error(identity, failure)
        finally:
            with self._turn:
                self._running = None

    def _carry_out(
        self, request: Request, identity: Identity, stop: threading.Event
    ) -> dict[str, object]:
        parameters = Parameters(request.parameters)
        if request.method == "initialize":
            return self._initialize(parameters)
        method = self._methods.get(request.method)
        if method is None and request.method != "unload":
            raise WorkerError(
                Kind.USER, f"There is no method '{request.method}'.", code=METHOD_NOT_FOUND
            )
        if self._session is None:
            raise WorkerError(
                Kind.USER, "The first call must be 'initialize'.", code=NOT_INITIALIZED
            )
        if method is None:
            parameters.finish()
            self._session.unload()
            gc.collect()
            return {}
        return method(Call(identity, self._outbox, self._session, stop), parameters)

    def _initialize(self, parameters: Parameters) -> dict[str, object]:
        protocol = parameters.integer("protocol", 0, 1 << 31)
        folder = parameters.text("models", longest=4096)
        parameters.finish()
        if protocol != PROTOCOL:
            raise user(
                f"voimo speaks version {protocol} of the worker's protocol, and this worker "
                f"speaks version {PROTOCOL}.",
                "Use the worker that lies beside voimo.",
            )
        if not os.path.isabs(folder):
            raise user("'models' must be an absolute path.")
        models = ModelStore(Path(folder))
        self._session = Session(models)
        return {
            "protocol": PROTOCOL,
            "worker": VERSION,
            "python": platform.python_version(),
            "methods": sorted(self._methods),
            "packages": _packages(),
            "models": models.summary(),
        }

    # --- The reader's thread: never busy for long ---

    def _read(self) -> NoReturn:
        try:
            while True:
                try:
                    line = read_line(self._source)
                    if line is None:
                        break
                    self._take(parse(line))
                except MessageError as message:
                    self._outbox.error(message.id, message.error)
        except BaseException:
            traceback.print_exc()
        finally:
            # Whoever asked is gone. Native code does not listen, so the process ends here and now.
            os._exit(0)

    def _take(self, request: Request) -> None:
        if request.id is not None:
            with self._turn:
                self._waiting.append(request)
                self._turn.notify()
        elif request.method == "cancel":
            self._cancel(cast(Identity, request.parameters.get("id")))

    def _cancel(self, identity: Identity) -> None:
        with self._turn:
            if self._running is not None and self._running[0] == identity:
                self._running[1].set()
                return
            for request in self._waiting:
                if request.id == identity:
                    self._waiting.remove(request)
                    break
            else:
                return
        self._outbox.error(identity, cancelled())

    # --- The heartbeat's thread ---

    def _beat(self) -> NoReturn:
        while True:
            time.sleep(self._heartbeat)
            self._outbox.notify("heartbeat", {})


def _packages() -> dict[str, str | None]:
    versions: dict[str, str | None] = {}
    for package in cast(list[Record], catalogue()["packages"]):
        name = str(package["name"])
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            versions[name] = None
    return versions
