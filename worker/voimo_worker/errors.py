"""Errors sorted by whose turn it is, and how any exception becomes one."""

from __future__ import annotations

import enum

INSTALL = "voimo models install cpu"
"""The command that installs all packages and models."""


class Kind(enum.Enum):
    """Whose turn it is after an error."""

    USER = "user"
    """A parameter or an input file is not right."""
    MISSING = "missing"
    """A package or a model is not installed."""
    RESOURCE = "resource"
    """Memory or space on the disk is used up."""
    CANCELLED = "cancelled"
    """The caller asked for it."""
    INTERNAL = "internal"
    """A mistake of the worker's."""


_CODES = {
    Kind.USER: -32602,
    Kind.MISSING: -32001,
    Kind.RESOURCE: -32003,
    Kind.CANCELLED: -32800,
    Kind.INTERNAL: -32603,
}

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
NOT_INITIALIZED = -32002


class WorkerError(Exception):
    """What a call is answered with when it cannot be done: one sentence, and what helps."""

    def __init__(
        self, kind: Kind, message: str, fix: str | None = None, code: int | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.fix = fix
        self.code = _CODES[kind] if code is None else code

    @property
    def record(self) -> dict[str, object]:
        """The error as a JSON-RPC error object; its sentence goes without its end into others."""
        data: dict[str, object] = {"kind": self.kind.value}
        if self.fix is not None:
            data["fix"] = self.fix
        return {"code": self.code, "message": self.message.removesuffix("."), "data": data}


def user(message: str, fix: str | None = None) -> WorkerError:
    """Make the error for a mistake of the caller's."""
    return WorkerError(Kind.USER, message, fix)


def missing(message: str) -> WorkerError:
    """Make the error for a package or a model that is not installed."""
    return WorkerError(Kind.MISSING, message, INSTALL)


def cancelled() -> WorkerError:
    """Make the error that a cancelled call is answered with."""
    return WorkerError(Kind.CANCELLED, "The call was cancelled.")


def translated(error: BaseException) -> WorkerError:
    """Turn any exception into an error with a kind and one sentence."""
    if isinstance(error, WorkerError):
        return error
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("voimo_worker"):
        return missing(f"The Python package '{error.name}' is not installed.")
    text = " ".join(str(error).split())[:300]
    if isinstance(error, MemoryError) or _is_out_of_memory(text):
        return WorkerError(
            Kind.RESOURCE, "There is not enough memory.", "Close other programs, then try again."
        )
    if isinstance(error, OSError) and error.errno in (28, 122):
        return WorkerError(
            Kind.RESOURCE, "There is no space left on the disk.", "Free some space, then try again."
        )
    return WorkerError(Kind.INTERNAL, f"The worker failed: {type(error).__name__}: {text}")


def _is_out_of_memory(text: str) -> bool:
    lower = text.lower()
    return any(
        sign in lower
        for sign in ("bad_alloc", "out of memory", "failed to allocate memory", "cannot allocate")
    )
