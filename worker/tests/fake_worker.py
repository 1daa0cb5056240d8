"""The real server with methods that stand in for models."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent)
sys.dont_write_bytecode = True

from voimo_worker import process  # noqa: E402
from voimo_worker.call import Call  # noqa: E402
from voimo_worker.parameters import Parameters  # noqa: E402
from voimo_worker.server import Server  # noqa: E402

Reply = dict[str, object]


def steps(call: Call, parameters: Parameters) -> Reply:
    """Works in steps until it is cancelled or done."""
    count = parameters.integer("count", 0, 1_000_000)
    parameters.finish()
    for step in range(count):
        call.progress(step, count, "steps")
        time.sleep(0.001)
    return {"steps": count}


def sleep_natively(call: Call, parameters: Parameters) -> Reply:
    """Sleeps in C, where Python is not asked."""
    call.progress(0, 1, "sleep")
    ctypes.CDLL(None).sleep(60)
    return {}


def print_everywhere(call: Call, parameters: Parameters) -> Reply:
    """Prints to descriptor 1 as native code does, and as Python does."""
    os.write(1, b"from native code\n")
    libc = ctypes.CDLL(None)
    libc.puts(b"from C")
    libc.fflush(None)
    print("from Python", flush=True)
    return {}


def fail(call: Call, parameters: Parameters) -> Reply:
    """Fails in the way that is asked for."""
    match parameters.text("way"):
        case "memory":
            raise MemoryError
        case "native memory":
            raise RuntimeError("std::bad_alloc")
        case "package":
            import a_package_that_nobody_has  # type: ignore[import-not-found]  # noqa: F401
        case "nan":
            return {"value": float("nan")}
    raise ValueError("two\nlines")


def connect(call: Call, parameters: Parameters) -> Reply:
    """Tries to reach somebody."""
    import socket

    with socket.socket() as tried:
        tried.connect(("127.0.0.1", 9))
    return {}


if __name__ == "__main__":
    process.die_with_parent()
    stdout = process.take_stdout()
    process.close_network()
    methods = {
        method.__name__: method
        for method in (steps, sleep_natively, print_everywhere, fail, connect)
    }
    os._exit(Server(sys.stdin.buffer, stdout, methods, heartbeat=0.05).run())
