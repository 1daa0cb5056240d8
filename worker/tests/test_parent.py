"""That the worker ends when whoever started it is killed."""

from __future__ import annotations

import os
import select
import subprocess
import sys

from conftest import FAKE, PATIENCE

PARENT = """
import os, subprocess, sys
read, write = os.pipe()
# The worker's input stays open in somebody else: only the kernel can tell it that we are gone.
worker = subprocess.Popen([sys.executable, "-I", sys.argv[1]], stdin=int(sys.argv[2]))
worker.wait()
"""


def test_the_worker_ends_with_its_parent_even_if_its_input_stays_open() -> None:
    read, write = os.pipe()
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(FAKE), str(read)],
        pass_fds=(read,),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert parent.stdout is not None
        assert b"heartbeat" in parent.stdout.readline()
        parent.kill()
        parent.wait()
        # The worker holds the last writing end of its output.
        while True:
            ready, _, _ = select.select([parent.stdout], [], [], PATIENCE)
            assert ready, "the worker outlives its parent"
            if not os.read(parent.stdout.fileno(), 1 << 16):
                break
    finally:
        os.close(write)
        os.close(read)
