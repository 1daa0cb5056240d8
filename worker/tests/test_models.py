"""What real models come to; these run where `VOIMO_MODELS` names a folder of them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import numpy as np
import pytest
from conftest import Message, Process, kind_of

from voimo_worker.sound import Floats
from voimo_worker.sound.reader import SoundFile
from voimo_worker.sound.writer import header

SECONDS = 40


@pytest.fixture
def song(tmp_path: Path) -> Path:
    """A chord with a rising voice of overtones over it, which nobody takes for silence."""
    time = np.arange(SECONDS * 44_100 + 123) / 44_100
    chord = sum(0.1 * np.sin(2 * np.pi * f * time) for f in (130.8, 164.8, 196.0))
    wave = sum(np.sin(2 * np.pi * 220 * n * time * (1 + time / 200)) / n for n in range(1, 12))
    left = np.asarray(chord + 0.2 * wave, np.float32)
    samples = np.stack([left, np.roll(left, 7)], axis=1)
    path = tmp_path / "song.wav"
    path.write_bytes(header(44_100, 2, len(samples)) + samples.astype("<f4").tobytes())
    return path


def result_of(answer: Message) -> Message:
    result = answer.get("result")
    assert isinstance(result, dict), answer
    return result


def samples_of(path: Path) -> Floats:
    with SoundFile(path) as file:
        return file.read(file.frames)


def check_file(folder: Path, record: object) -> Path:
    assert isinstance(record, dict)
    path = folder / str(record["path"])
    data = path.read_bytes()
    assert record["size"] == len(data)
    assert record["sha256"] == hashlib.sha256(data).hexdigest()
    return path


def test_stems_are_as_long_as_the_song_and_add_up_to_it(
    real: Process, song: Path, tmp_path: Path
) -> None:
    result = result_of(real.call("separate", input=str(song), folder=str(tmp_path)))
    stems = result["stems"]
    assert isinstance(stems, dict)
    vocals, accompaniment = (
        samples_of(check_file(tmp_path, stems[name])) for name in ("vocals", "accompaniment")
    )
    mix = samples_of(song)
    assert vocals.shape == accompaniment.shape == mix.shape
    assert np.abs(vocals + accompaniment - mix).max() < 1e-6
    assert np.abs(vocals).max() > 0
    assert [told["params"]["done"] for told in real.told if told["method"] == "progress"][-1] == (  # type: ignore[index]
        SECONDS + 1
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "accompaniment.wav", "song.wav", "vocals.wav"
    ]  # fmt: skip


def test_emissions_are_probabilities_of_every_frame(
    real: Process, song: Path, tmp_path: Path
) -> None:
    result = result_of(real.call("emissions", input=str(song), folder=str(tmp_path)))
    tokens = result["tokens"]
    assert isinstance(tokens, list)
    data = np.fromfile(check_file(tmp_path, result["file"]), "<f4")
    emissions = data.reshape(-1, len(tokens))
    assert len(emissions) == result["frames"] == pytest.approx(SECONDS / 0.02, abs=2)
    assert np.exp(emissions.astype(np.float64)).sum(axis=1) == pytest.approx(1, abs=1e-3)
    assert result["blank"] == tokens.index("<blank>")


def test_emissions_load_neither_torch_nor_a_runtime(
    real: Process, song: Path, tmp_path: Path
) -> None:
    result_of(real.call("emissions", input=str(song), folder=str(tmp_path)))
    maps = Path(f"/proc/{real.process.pid}/maps").read_text(encoding="utf-8")
    assert "libhama" in maps
    for name in ("torch", "onnxruntime", "ctranslate2", "llama"):
        assert name not in maps


def test_a_transcription_has_times_in_its_pieces(real: Process, song: Path) -> None:
    result = result_of(real.call("transcribe", input=str(song), pieces=[[2, 6], [10.5, 14]]))
    assert isinstance(result["segments"], list)
    for segment in result["segments"]:
        assert 2 <= segment["start"] <= segment["end"] <= 14
        assert not 6 < segment["start"] < 10.5
        assert 0 <= segment["no_speech_probability"] <= 1


def test_a_prompt_has_the_form_of_its_schema_and_is_the_same_twice(real: Process) -> None:
    schema = {
        "type": "object",
        "properties": {"prompt": {"type": "string", "maxLength": 60}},
        "required": ["prompt"],
        "additionalProperties": False,
    }
    messages = [{"role": "user", "content": "Describe a river in the morning."}]
    results = [
        result_of(real.call("write_prompts", messages=messages, schema=schema, max_tokens=64))
        for _ in range(2)
    ]
    assert results[0] == results[1]
    assert results[0]["finish"] == "end"
    assert list(json.loads(str(results[0]["text"]))) == ["prompt"]


def test_a_separation_that_is_cancelled_leaves_nothing(
    real: Process, song: Path, tmp_path: Path
) -> None:
    real.send(1, "separate", input=str(song), folder=str(tmp_path))
    while real.next().get("method") != "progress":
        pass
    real.send(None, "cancel", id=1)
    assert kind_of(real.answer(1)) == "cancelled"
    assert [path.name for path in tmp_path.iterdir()] == ["song.wav"]


def test_a_model_file_that_was_changed_is_not_used(worker: Process, tmp_path: Path) -> None:
    song = tmp_path / "song.wav"
    song.write_bytes(header(16_000, 1, 100) + bytes(400))
    models = tmp_path / "models"
    (models / "hama").mkdir(parents=True)
    (models / "hama" / "x").write_bytes(b"other")
    record = {"sha256": hashlib.sha256(b"right").hexdigest(), "size": 5}
    manifest = {"hama": {"files": {"x": record}}}
    (models / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    known = worker.initialize(models)["models"]
    assert isinstance(known, dict)
    assert known["hama"] == {"files": {"x": record}}
    assert kind_of(worker.call("emissions", input=str(song), folder=str(tmp_path))) == "missing"
    assert not os.path.exists(tmp_path / "emissions.f32")


def test_lines_that_nobody_sings_stay_without_times(real: Process, tmp_path: Path) -> None:
    silence = tmp_path / "silence.wav"
    silence.write_bytes(header(16_000, 1, 32_000) + bytes(4 * 32_000))
    answer = real.call("align_words", input=str(silence), language="en", lines=["Hello there"])
    assert result_of(answer)["lines"] == [
        {"text": "Hello there", "start": None, "end": None, "heard": 0.0, "words": []}
    ]
