"""The folder of models: what is in it, and what the catalogue says should be."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from voimo_worker.errors import Kind, WorkerError, missing
from voimo_worker.files import record_of

MANIFEST = "manifest.json"
Record = dict[str, object]


@functools.cache
def catalogue() -> Record:
    """Read the catalogue that stands beside the code."""
    text = (Path(__file__).parent / "catalogue.json").read_text(encoding="utf-8")
    return cast(Record, json.loads(text))


def catalogue_models() -> dict[str, Record]:
    """Read the catalogue's models by name."""
    return {str(model["name"]): model for model in cast(list[Record], catalogue()["models"])}


def expected_files(model: Record) -> dict[str, Record]:
    """Read the files that a model of the catalogue consists of: `sha256` and `size` by path."""
    return cast(dict[str, Record], model["files"])


@dataclass(frozen=True)
class ModelStore:
    """A folder with one folder for each prepared model, and a manifest."""

    folder: Path

    def manifest(self) -> dict[str, Record]:
        """Read what was prepared; empty where nothing was or the manifest cannot be read."""
        try:
            value = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return value if isinstance(value, dict) else {}

    def summary(self) -> dict[str, Record | None]:
        """List the catalogue's models with their files' hashes; None for those not there."""
        manifest = self.manifest()
        return {
            name: {"files": manifest[name].get("files", {})} if name in manifest else None
            for name in catalogue_models()
        }

    def verified(self, name: str) -> Path:
        """Return the folder of a model after reading its files through.

        What is used has then the bytes that `initialize` named.
        """
        entry = self.manifest().get(name)
        folder = self.folder / name
        if entry is None:
            raise missing(f"The model '{name}' is not installed.")
        for path, expected in cast(dict[str, Record], entry.get("files", {})).items():
            try:
                record = record_of(folder / path)
            except OSError:
                raise missing(f"The file '{path}' of the model '{name}' is missing.") from None
            if record != expected:
                raise WorkerError(
                    Kind.MISSING,
                    f"The file '{path}' of the model '{name}' is not what was installed.",
                    "voimo models install cpu",
                )
        return folder
