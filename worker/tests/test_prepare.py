"""Making models of packages."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import ENTRY

from voimo_worker.models import catalogue, catalogue_models, expected_files
from voimo_worker.prepare.checkpoint import CheckpointError, read_checkpoint
from voimo_worker.prepare.onnx_file import Graph
from voimo_worker.prepare.recipes import _RECIPES
from voimo_worker.prepare.spleeter import spleeter_network
from voimo_worker.sound import Floats


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def entry(kind: int, shape: tuple[int, ...], offset: int, size: int) -> bytes:
    """A tensor's place in the data file, as protobuf."""
    dimensions = b"".join(b"\x12" + varint(len(d := b"\x08" + varint(n))) + d for n in shape)
    return (
        b"\x08" + varint(kind)
        + b"\x12" + varint(len(dimensions)) + dimensions
        + b"\x20" + varint(offset)
        + b"\x28" + varint(size)
        + b"\x35" + bytes(4)
    )  # fmt: skip


def block(entries: list[tuple[bytes, bytes]]) -> bytes:
    """A LevelDB block: every key told as what differs from the one before."""
    out = b""
    last = b""
    for key, value in entries:
        shared = 0
        while shared < min(len(key), len(last)) and key[shared] == last[shared]:
            shared += 1
        out += varint(shared) + varint(len(key) - shared) + varint(len(value))
        out += key[shared:] + value
        last = key
    return out + struct.pack("<II", 0, 1)


def write_checkpoint(folder: Path, tensors: dict[str, Floats]) -> Path:
    data = b""
    entries = [(b"", b"\x08\x01")]
    for name in sorted(tensors):
        raw = tensors[name].astype("<f4").tobytes()
        entries.append((name.encode(), entry(1, tensors[name].shape, len(data), len(raw))))
        data += raw
    entries.append((b"zz/step", entry(9, (), len(data), 8)))
    data += bytes(8)
    body = block(entries)
    index = body + b"\0" + bytes(4)
    index_start = len(index)
    handle = varint(0) + varint(len(body))
    top = block([(b"zz", handle)])
    index += top + b"\0" + bytes(4)
    footer = varint(0) + varint(0) + varint(index_start) + varint(len(top))
    index += footer.ljust(40, b"\0") + struct.pack("<Q", 0xDB4775248B80FB57)
    (folder / "model.index").write_bytes(index)
    (folder / "model.data-00000-of-00001").write_bytes(data)
    return folder / "model"


TENSORS: dict[str, Floats] = {
    "conv2d/bias": np.arange(3, dtype=np.float32),
    "conv2d/kernel": np.arange(24, dtype=np.float32).reshape(2, 3, 4),
    "scale": np.array(2.5, np.float32),
}


def test_the_tensors_of_a_checkpoint_are_read(tmp_path: Path) -> None:
    found = read_checkpoint(write_checkpoint(tmp_path, TENSORS))
    assert sorted(found) == sorted(TENSORS)
    for name, tensor in TENSORS.items():
        assert np.array_equal(found[name], tensor)
        assert found[name].shape == tensor.shape


def test_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    prefix = write_checkpoint(tmp_path, TENSORS)
    index = (tmp_path / "model.index").read_bytes()
    for size in range(0, len(index), 7):
        (tmp_path / "model.index").write_bytes(index[-size:] if size else b"")
        with pytest.raises(CheckpointError):
            read_checkpoint(prefix)


def test_a_checkpoint_whose_data_ends_early_is_refused(tmp_path: Path) -> None:
    prefix = write_checkpoint(tmp_path, TENSORS)
    data = tmp_path / "model.data-00000-of-00001"
    data.write_bytes(data.read_bytes()[:20])
    with pytest.raises(CheckpointError, match="of 96 bytes"):
        read_checkpoint(prefix)


def test_a_network_that_is_written_says_what_it_is() -> None:
    graph = Graph()
    weight = graph.constant("weight", np.ones((3, 2), np.float32))
    graph.node("MatMul", ["x", weight], output="y")
    data = graph.model({"x": (1, 3)}, {"y": (1, 2)}, {"licence": "none"})
    assert data.startswith(bytes([0x08, 8, 0x12, 5]) + b"voimo")
    for text in (b"MatMul", b"weight", b"licence"):
        assert text in data
    onnx = pytest.importorskip("onnx", reason="NOT RUN: the package onnx is not installed")
    onnx.checker.check_model(onnx.load_from_string(data), full_check=True)


def spleeter_tensors() -> dict[str, Floats]:
    """Tensors of the right names and of small sizes."""
    tensors: dict[str, Floats] = {}

    def add(name: str, *shape: int) -> None:
        tensors[name] = np.full(shape, 0.5, np.float32)

    for stem in range(2):
        for level in range(7):
            number = 7 * stem + level
            name = "conv2d" if number == 0 else f"conv2d_{number}"
            add(f"{name}/kernel", 5, 5, 2, 2)
            add(f"{name}/bias", 2)
        for level in range(6):
            number = 6 * stem + level
            name = "conv2d_transpose" if number == 0 else f"conv2d_transpose_{number}"
            add(f"{name}/kernel", 5, 5, 2, 2)
            add(f"{name}/bias", 2)
        for level in range(12):
            number = 12 * stem + level
            name = "batch_normalization" if number == 0 else f"batch_normalization_{number}"
            for part in ("gamma", "beta", "moving_mean", "moving_variance"):
                add(f"{name}/{part}", 2)
    return tensors


def test_the_same_tensors_give_the_same_network_whatever_their_order() -> None:
    tensors = spleeter_tensors()
    network = spleeter_network(tensors)
    assert network == spleeter_network(dict(reversed(tensors.items())))
    assert network.count(b"ConvTranspose") == 12
    assert network.count(b"Sigmoid") == 2


def test_a_tensor_that_is_absent_is_named() -> None:
    tensors = spleeter_tensors()
    del tensors["conv2d_9/bias"]
    with pytest.raises(KeyError, match="conv2d_9/bias"):
        spleeter_network(tensors)


# --- The command ---


def prepare(*arguments: str) -> tuple[int, list[dict[str, object]]]:
    run = subprocess.run(
        [sys.executable, "-I", str(ENTRY), "prepare", *arguments], capture_output=True, timeout=60
    )
    return run.returncode, [json.loads(line) for line in run.stdout.splitlines()]


def test_prepare_names_a_model_that_it_does_not_know(tmp_path: Path) -> None:
    status, lines = prepare("--models", str(tmp_path), "--only", "parrot")
    assert status == 1
    error = lines[-1]["error"]
    assert isinstance(error, dict)
    assert "parrot" in error["message"]
    assert error["data"]["kind"] == "user"


def test_prepare_without_arguments_shows_how(tmp_path: Path) -> None:
    assert prepare()[0] == 2
    assert prepare("--models")[0] == 2


def test_a_recipe_stands_behind_every_model_of_the_catalogue() -> None:
    assert sorted(_RECIPES) == sorted(catalogue_models())


def test_the_catalogue_tells_licences_origins_sizes_and_hashes() -> None:
    packages = catalogue()["packages"]
    assert isinstance(packages, list)
    names = {package["name"] for package in packages}
    assert all(package["size"] > 0 and package["licence"] for package in packages)
    for model in catalogue_models().values():
        for field in ("licence", "origin", "version", "title"):
            assert model[field], field
        assert set(model["packages"]) <= names  # type: ignore[call-overload]
        for record in expected_files(model).values():
            assert len(str(record["sha256"])) == 64


def test_all_packages_of_the_catalogue_are_locked_by_their_hashes() -> None:
    text = (ENTRY.parent / "requirements" / "cpu.txt").read_text(encoding="utf-8")
    packages = catalogue()["packages"]
    assert isinstance(packages, list)
    for package in packages:
        place = text.index(f"{package['name']}=={package['version']}")
        assert "--hash=sha256:" in text[place:].splitlines()[1]
