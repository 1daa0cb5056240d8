"""One call while it is carried out: whom to tell, and whether it is still wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from voimo_worker.errors import cancelled
from voimo_worker.models import ModelStore
from voimo_worker.protocol import Identity, Outbox

Loaded = TypeVar("Loaded")


class Session:
    """What outlives a call: the models' folder, and models that are loaded."""

    def __init__(self, models: ModelStore) -> None:
        self.models = models
        self._loaded: dict[str, object] = {}

    def loaded(self, name: str, load: Callable[[], Loaded]) -> Loaded:
        """Return a loaded model, loading it the first time."""
        if name not in self._loaded:
            self._loaded[name] = load()
        # The name stands for the type: each name is used with one `load`.
        return self._loaded[name]  # type: ignore[return-value]

    def unload(self) -> None:
        """Drop all loaded models."""
        self._loaded.clear()


class Call:
    """A call that runs."""

    def __init__(
        self, identity: Identity, outbox: Outbox, session: Session, stop: threading.Event
    ) -> None:
        self.id = identity
        self.session = session
        self._outbox = outbox
        self._stop = stop

    def check(self) -> None:
        """End the call here if it was cancelled; called between blocks, windows and tokens."""
        if self._stop.is_set():
            raise cancelled()

    def progress(self, done: int, total: int, unit: str) -> None:
        """Tell how far the call is, and end it if it was cancelled."""
        self._outbox.notify("progress", {"id": self.id, "done": done, "total": total, "unit": unit})
        self.check()
