"""Sound files, rates and spectra."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT

from voimo_worker.errors import WorkerError
from voimo_worker.methods.separate import BLOCK, separated
from voimo_worker.sound import Complexes, Floats
from voimo_worker.sound.reader import SoundFile
from voimo_worker.sound.resample import Resampler
from voimo_worker.sound.spectrum import FRAME, HOP, OVERLAP, OverlapAdd, spectra
from voimo_worker.sound.writer import SoundOutput, header

assert ROOT.is_dir()
SAMPLES: Floats = np.array([[0.5, -0.25], [1.5, 0.0], [-1.0, 2.0]], np.float32)
FORMAT_FLOAT = struct.pack("<HHIIHH", 3, 2, 44_100, 352_800, 8, 32)
FORMAT_16 = struct.pack("<HHIIHH", 1, 2, 44_100, 176_400, 4, 16)
W64_RIFF = b"riff" + bytes.fromhex("2e91cf11a5d628db04c10000")


def w64(name: bytes) -> bytes:
    return name + bytes.fromhex("f3acd3118cd100c04f8edb8a")


def riff(*chunks: tuple[bytes, bytes], kind: bytes = b"RIFF") -> bytes:
    body = b"WAVE"
    for name, data in chunks:
        body += struct.pack("<4sI", name, len(data)) + data + b"\0" * (len(data) % 2)
    return struct.pack("<4sI", kind, len(body)) + body


def wave64(*chunks: tuple[bytes, bytes]) -> bytes:
    body = w64(b"wave")
    for name, data in chunks:
        body += w64(name) + struct.pack("<Q", 24 + len(data)) + data + b"\0" * (-len(data) % 8)
    return W64_RIFF + struct.pack("<Q", 24 + len(body)) + body


def read(folder: Path, data: bytes) -> Floats:
    path = folder / "song"
    path.write_bytes(data)
    with SoundFile(path) as song:
        assert song.rate == 44_100
        parts = []
        while len(block := song.read(2)):
            parts.append(block)
        assert sum(map(len, parts)) == song.frames
    return np.concatenate([np.zeros((0, 2), np.float32), *parts])


FLOAT_BYTES = SAMPLES.astype("<f4").tobytes()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(riff((b"fmt ", FORMAT_FLOAT), (b"data", FLOAT_BYTES)), id="WAV"),
        pytest.param(
            riff((b"LIST", b"odd"), (b"fmt ", FORMAT_FLOAT), (b"data", FLOAT_BYTES)),
            id="WAV with an odd chunk",
        ),
        pytest.param(
            riff(
                (b"fmt ", struct.pack("<H", 0xFFFE) + FORMAT_FLOAT[2:] + struct.pack(
                    "<HHIH14s", 22, 32, 3, 3, bytes(14))),
                (b"data", FLOAT_BYTES),
            ),
            id="WAV, extensible",
        ),
        pytest.param(
            riff((b"fmt ", FORMAT_FLOAT)) + struct.pack("<4sI", b"data", 0xFFFFFFFF) + FLOAT_BYTES,
            id="WAV of a stream",
        ),
        pytest.param(
            riff(
                (b"ds64", struct.pack("<QQQI", 0, len(FLOAT_BYTES), 3, 0)),
                (b"fmt ", FORMAT_FLOAT),
                kind=b"RF64",
            )
            + struct.pack("<4sI", b"data", 0xFFFFFFFF) + FLOAT_BYTES + b"LIST\1\0\0\0x",
            id="RF64",
        ),
        pytest.param(
            wave64((b"fact", b"12345"), (b"fmt ", FORMAT_FLOAT), (b"data", FLOAT_BYTES)),
            id="Wave64 with a chunk that is padded",
        ),
    ],
)  # fmt: skip
def test_the_samples_of_a_file_are_read(tmp_path: Path, data: bytes) -> None:
    assert np.array_equal(read(tmp_path, data), SAMPLES)


def test_samples_of_16_bits_are_read(tmp_path: Path) -> None:
    values = np.array([[-32768, 0], [16384, 1]], "<i2")
    data = riff((b"fmt ", FORMAT_16), (b"data", values.tobytes()))
    expected = np.array([[-1, 0], [0.5, 1 / 32768]], np.float32)
    assert np.array_equal(read(tmp_path, data), expected)


def test_samples_that_are_no_numbers_count_as_silence(tmp_path: Path) -> None:
    values = np.array([[np.nan, np.inf], [-np.inf, 0.5]], "<f4")
    data = riff((b"fmt ", FORMAT_FLOAT), (b"data", values.tobytes()))
    assert np.array_equal(read(tmp_path, data), np.array([[0, 0], [0, 0.5]], np.float32))


WHOLE = riff((b"fmt ", FORMAT_FLOAT), (b"data", FLOAT_BYTES))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (WHOLE[:-1], "ends 1 bytes too early"),
        (WHOLE[:44], "ends 24 bytes too early"),
        (WHOLE[:40], "neither WAV nor Wave64|does not say"),
        (riff((b"data", FLOAT_BYTES)), "does not say what its samples are"),
        (riff((b"fmt ", FORMAT_FLOAT)), "does not say what its samples are"),
        (riff((b"fmt ", b"short"), (b"data", b"")), "too short"),
        (b"", "neither WAV nor Wave64"),
        (b"OggS" + bytes(100), "neither WAV nor Wave64"),
        (W64_RIFF + struct.pack("<Q", 99) + w64(b"wave") + w64(b"fmt ") + bytes(8), "smaller than"),
        (riff((b"fmt ", FORMAT_16[:14] + b"\x18\0"), (b"data", b"")), "neither 32-bit float"),
        (riff((b"fmt ", FORMAT_16[:2] + b"\0\0" + FORMAT_16[4:]), (b"data", b"")), "0 channels"),
        (riff((b"fmt ", FORMAT_16[:4] + b"\xff" * 4 + FORMAT_16[8:]), (b"data", b"")), "Hz"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(WorkerError, match=says):
        read(tmp_path, data)


def test_damaged_headers_are_refused_and_never_crash(tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    whole = [WHOLE, wave64((b"fmt ", FORMAT_FLOAT), (b"data", FLOAT_BYTES))]
    for _ in range(500):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / "song"
        path.write_bytes(data[: chance.randint(0, len(data))])
        try:
            with SoundFile(path) as song:
                song.read(1 << 20)
        except WorkerError:
            pass


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    with SoundOutput(tmp_path, "a.wav", 44_100, 2, 3) as output:
        output.write_samples(SAMPLES[:1])
        output.write_samples(SAMPLES[1:])
    data = (tmp_path / "a.wav").read_bytes()
    assert output.record["size"] == len(data)
    assert np.array_equal(read(tmp_path, data), SAMPLES)
    (size,) = struct.unpack_from("<I", data, 4)
    assert size == len(data) - 8


def test_a_file_that_is_left_early_does_not_appear(tmp_path: Path) -> None:
    def fail() -> None:
        with SoundOutput(tmp_path, "a.wav", 44_100, 2, 3) as output:
            output.write_samples(SAMPLES)
            raise EOFError

    with pytest.raises(EOFError):
        fail()
    assert not list(tmp_path.iterdir())


def test_five_hours_have_a_header_that_says_so() -> None:
    frames = 5 * 3600 * 44_100
    data = header(44_100, 2, frames)
    assert data[:4] == b"RF64"
    size, samples, count = struct.unpack_from("<QQQ", data, 20)
    assert (size, samples, count) == (len(data) - 8 + frames * 8, frames * 8, frames)


# --- Spectra ---


def noise(count: int, channels: int = 2) -> Floats:
    return np.random.default_rng(7).standard_normal((channels, count)).astype(np.float32)


def test_a_spectrum_finds_a_tone() -> None:
    tone = np.sin(2 * np.pi * 100 * np.arange(FRAME) / FRAME).astype(np.float32)[None]
    spectrum = np.abs(spectra(tone)[0, 0])
    assert int(spectrum.argmax()) == 100
    assert spectrum[100] == pytest.approx(FRAME / 4, rel=1e-4)


def test_back_and_forth_gives_the_samples_again() -> None:
    samples = noise(OVERLAP + 40 * HOP)
    again = OverlapAdd(2).add(spectra(samples))
    # The first hops lack the frames before them.
    assert np.abs(again - samples[:, : 40 * HOP])[:, OVERLAP:].max() < 1e-5


@pytest.mark.parametrize("cuts", [[1] * 40, [13, 27], [3, 1, 36], [39, 1]])
def test_blocks_of_any_size_give_the_same_bits(cuts: list[int]) -> None:
    sound: Complexes = spectra(noise(OVERLAP + 40 * HOP))
    whole = OverlapAdd(2).add(sound)
    parts = OverlapAdd(2)
    place = 0
    joined = []
    for cut in cuts:
        joined.append(parts.add(sound[:, place : place + cut]))
        place += cut
    assert np.array_equal(np.concatenate(joined, axis=1), whole)


# --- Separation, with masks that need no model ---


def song_of(folder: Path, samples: Floats) -> Path:
    path = folder / "song.wav"
    path.write_bytes(header(44_100, 2, samples.shape[1]) + samples.T.astype("<f4").tobytes())
    return path


@pytest.mark.parametrize(
    "count", [0, 1, HOP - 1, HOP, FRAME + 1, (BLOCK - 4) * HOP, (BLOCK - 4) * HOP + 1, 700_001]
)
def test_masks_that_let_all_through_give_the_song_without_what_lies_above(
    tmp_path: Path, count: int
) -> None:
    ones = np.ones((2, BLOCK, 1024), np.float32)
    seconds = np.arange(count) / 44_100
    tone = (0.5 * np.sin(2 * np.pi * 3000 * seconds)).astype(np.float32)
    samples = np.stack([tone, -tone])
    with SoundFile(song_of(tmp_path, samples)) as song:
        pieces = list(separated(song, lambda _: (ones, ones), masked=True))
    mix = np.concatenate([piece.mix for piece in pieces], axis=1)
    vocals = np.concatenate([piece.vocals for piece in pieces], axis=1)
    assert np.array_equal(mix, samples)
    assert vocals.shape == samples.shape
    # Where the tone begins and ends it has overtones above 11 kHz.
    inner = slice(FRAME, max(FRAME, count - FRAME))
    assert np.abs(vocals - samples)[:, inner].max(initial=0) < 1e-4
    for piece in pieces:
        assert piece.accompaniment is not None
        assert np.array_equal(piece.accompaniment, piece.vocals)


def test_the_masks_see_the_magnitudes_of_each_block_once(tmp_path: Path) -> None:
    samples = noise(700_000)
    seen: list[Floats] = []

    def masks(magnitudes: Floats) -> tuple[Floats, Floats]:
        seen.append(magnitudes)
        return np.zeros_like(magnitudes), np.ones_like(magnitudes)

    with SoundFile(song_of(tmp_path, samples)) as song:
        pieces = list(separated(song, masks, masked=False))
    frames = -(-(700_000 + FRAME) // HOP)
    padded = np.zeros((2, OVERLAP + frames * HOP), np.float32)
    padded[:, FRAME : FRAME + 700_000] = samples
    expected = np.abs(spectra(padded)[:, :, :1024])
    heard = np.concatenate(seen, axis=1)
    assert [block.shape for block in seen] == [(2, BLOCK, 1024)] * 2
    assert np.array_equal(heard[:, :frames], expected)
    assert not heard[:, frames:].any()
    assert all(not piece.vocals.any() for piece in pieces)


# --- Rates ---


def resampled(samples: Floats, source: int, target: int, cuts: list[int]) -> Floats:
    resampler = Resampler(source, target)
    parts = [resampler.push(part) for part in np.split(samples, np.cumsum(cuts))]
    return np.concatenate([*parts, resampler.finish()])


@pytest.mark.parametrize("source", [8000, 11_025, 16_000, 22_050, 44_100, 44_101, 48_000, 96_000])
def test_a_tone_keeps_its_place_and_level_at_another_rate(source: int) -> None:
    seconds = np.arange(source) / source
    tone = np.sin(2 * np.pi * 1000 * seconds).astype(np.float32)
    out = resampled(tone, source, 16_000, [])
    assert len(out) == 16_000
    expected = np.sin(2 * np.pi * 1000 * np.arange(16_000) / 16_000)
    assert np.abs(out - expected)[200:-200].max() < 1e-3


def test_what_is_too_high_for_the_new_rate_is_gone() -> None:
    tone = np.sin(2 * np.pi * 8600 * np.arange(44_100) / 44_100).astype(np.float32)
    out = resampled(tone, 44_100, 16_000, [])
    level = 20 * np.log10(np.sqrt(np.mean(out[200:-200] ** 2)) / np.sqrt(0.5))
    assert level < -80


@pytest.mark.parametrize("source", [8000, 44_100])
def test_blocks_of_any_size_give_the_same_samples(source: int) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    samples = noise(30_000, 1)[0]
    cuts = [chance.randint(0, 2000) for _ in range(10)]
    whole = resampled(samples, source, 16_000, [])
    assert np.array_equal(resampled(samples, source, 16_000, cuts), whole)


@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_short_sounds_keep_their_length(count: int) -> None:
    out = resampled(np.ones(count, np.float32), 44_100, 16_000, [])
    assert len(out) == -(-count * 160 // 441)
