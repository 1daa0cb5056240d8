"""The entry: `python -I worker/voimo_worker` serves, `… prepare --models FOLDER` makes models."""

import sys
from pathlib import Path

# The checkout is not installed. Its own folder goes off the path, so that no file in it can stand
# in front of a module of Python's; and nothing is written into the checkout.
sys.path[0] = str(Path(__file__).resolve().parent.parent)
sys.dont_write_bytecode = True

from voimo_worker.main import main  # noqa: E402  (the path must be right first)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
