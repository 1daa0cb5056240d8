"""`prepare`: makes what is missing in the folder of models, and tells how far it is."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from voimo_worker.errors import Kind, WorkerError, translated, user
from voimo_worker.files import record_of
from voimo_worker.models import MANIFEST, ModelStore, Record, catalogue_models, expected_files
from voimo_worker.prepare.recipes import make


def prepare(folder: Path, only: str | None, sink: BinaryIO) -> int:
    """Make all models of the catalogue, or one; returns the exit status.

    Each line on the output is a JSON object: `{"step", "done", "total"}`, in the end
    `{"error": {"message", "data"}}` where something went wrong. A model whose files are right is
    left alone.
    """

    def tell(line: dict[str, object]) -> None:
        sink.write(json.dumps(line).encode("utf-8") + b"\n")
        sink.flush()

    try:
        models = catalogue_models()
        if only is not None:
            if only not in models:
                raise user(f"There is no model '{only}'. Models: {', '.join(models)}.")
            models = {only: models[only]}
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            for name, model in models.items():
                files = expected_files(model)
                tell({"step": name, "done": 0, "total": len(files)})
                if not _is_right(folder / name, files):
                    _make_anew(folder, name, files)
                _note(folder, name, model)
                tell({"step": name, "done": len(files), "total": len(files)})
    except Exception as error:
        failure = translated(error)
        if not isinstance(error, WorkerError):
            traceback.print_exc()
        tell({"error": failure.record})
        return 1
    return 0


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else prepares in the folder, and keep others waiting meanwhile."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_right(folder: Path, files: dict[str, Record]) -> bool:
    try:
        return all(record_of(folder / path) == expected for path, expected in files.items())
    except OSError:
        return False


def _make_anew(folder: Path, name: str, files: dict[str, Record]) -> None:
    """Make a model aside, compare it with the catalogue, and put it in its place."""
    part = folder / f".{name}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        make(name, part)
        for path, expected in files.items():
            if record_of(part / path) != expected:
                raise WorkerError(
                    Kind.INTERNAL,
                    f"'{path}' of the model '{name}' came out with other bytes than it should.",
                    "Report it, with the versions of Python and of the packages.",
                )
        shutil.rmtree(folder / name, ignore_errors=True)
        os.rename(part, folder / name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _note(folder: Path, name: str, model: Record) -> None:
    """Write the model into the manifest, all other entries kept."""
    manifest = ModelStore(folder).manifest()
    entry = {key: model[key] for key in ("files", "licence", "origin", "version")}
    if manifest.get(name) == entry:
        return
    manifest[name] = entry
    part = folder / f".{MANIFEST}.part"
    part.write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    os.replace(part, folder / MANIFEST)
