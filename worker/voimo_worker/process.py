"""What the process does to itself before anything else runs in it."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
from typing import Any, BinaryIO, NoReturn

_PR_SET_PDEATHSIG = 1


def take_stdout() -> BinaryIO:
    """Keep the real standard output for messages; all other prints go to standard error.

    Native libraries print to file descriptor 1 without asking. Afterwards it is the log.
    """
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(kept, "wb")


def die_with_parent() -> None:
    """Ask the kernel to end this process when its parent ends.

    The kernel counts the *thread* that started this process as the parent: it must live as long as
    the worker is wanted.
    """
    if not sys.platform.startswith("linux"):
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        # The parent ended before the kernel was asked, so nobody will send the signal.
        os._exit(1)


def use_one_core() -> None:
    """Keep numpy from starting threads of its own; models are told how many they may have."""
    for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def close_network() -> None:
    """Make every attempt to connect fail, and tell the model libraries not to try."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ[name] = "1"
    os.environ["DO_NOT_TRACK"] = "1"

    class Closed(socket.socket):
        """A socket that connects to nobody."""

        def connect(self, address: Any, /) -> NoReturn:
            raise PermissionError(f"The worker opens no network connection (asked for {address}).")

        def connect_ex(self, address: Any, /) -> NoReturn:
            self.connect(address)

        def sendto(self, *_: Any) -> NoReturn:
            raise PermissionError("The worker opens no network connection.")

    socket.socket = Closed  # type: ignore[misc]
