"""Decides between serving and preparing; both run without a network."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from voimo_worker import process

USAGE = """usage: python -I voimo_worker                          answer calls on standard input
       python -I voimo_worker prepare --models FOLDER [--only NAME]
"""


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for and return the exit status."""
    if not arguments:
        process.die_with_parent()
        stdout = process.take_stdout()
        process.close_network()
        process.use_one_core()
        from voimo_worker.methods import METHODS
        from voimo_worker.server import Server

        status = Server(sys.stdin.buffer, stdout, METHODS).run()
        # Python would wait for the thread that reads, which holds its input, and then abort.
        os._exit(status)
    match arguments:
        case ["prepare", "--models", folder]:
            only = None
        case ["prepare", "--models", folder, "--only", only]:
            pass
        case _:
            sys.stderr.write(USAGE)
            return 2
    stdout = process.take_stdout()
    process.close_network()
    from voimo_worker.prepare.command import prepare

    return prepare(Path(folder), only, stdout)
