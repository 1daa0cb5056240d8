#!/usr/bin/env python3
"""Throws damaged projects at the built voimo, and keeps what it does not survive.

Every round takes an example, damages its project file, its lyrics or its song, and runs `voimo check`.
Allowed are exit statuses 0 and 2, within the time and memory below. Anything else is a finding: its
folder is kept under .build/fuzz/, with the seed and the round in its name.

With --media, every round mutates a short sound with zzuf and decodes it with `voimo build audio`. Allowed
are exit statuses 0, 1 and 2. A decoder that crashes or hangs in its child does voimo no harm; it is
counted, and kept too.
"""

import argparse
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS_A_ROUND = 20
# Address space, not memory: libraries and thread stacks reserve far more than they use.
ADDRESS_SPACE = 4 << 30

# What tends to break parsers: YAML's own marks, numbers at their limits, text that is not text.
PIECES = [
    b"", b" ", b"\t", b"\n", b"\r\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"- ", b": ", b"{", b"}",
    b"[", b"]", b"'", b'"', b"&a ", b"*a", b"!!binary ", b"!x ", b"? ", b"<<: *a", b"--- ", b"...", b"|",
    b">", b"%YAML 9.9", b"~", b"null", b"no", b"yes", b"16:9", b"9:16", b"1e309", b"-1", b"0", b"nan", b".inf",
    b"99999999999999999999", b"0:60:60", b"-0:01", b"1/0", b"${HOME}", b"../../etc/passwd", b"/dev/zero",
    b"chorus.99", b"chorus.0", b"[00:00.00]", b"<00:99.99>", b"00:00:01,000 --> 00:00:00,000",
    "é𝄞\u202e\u200b".encode(), b"A" * 5000, b"[" * 100,
]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The data with one to eight damages."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        to = min(len(data), at + chance.choice([0, 1, 1, 2, 5, 20]))
        kind = chance.randrange(6)
        if kind == 0:
            del data[at:to]
        elif kind == 1:
            data[at:to] = chance.choice(PIECES)
        elif kind == 2 and data:
            data[min(at, len(data) - 1)] ^= 1 << chance.randrange(8)
        elif kind == 3:
            data[at:at] = data[at : at + chance.randint(1, 200)]
        elif kind == 4:
            lines = bytes(data).split(b"\n")
            a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[a], lines[b] = lines[b], lines[a]
            data = bytearray(b"\n".join(lines))
        elif chance.random() < 0.1:
            del data[at:]
    return bytes(data)


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


# Endings and how ffmpeg is told to make them.
SOUNDS = {
    "wav": [], "aiff": [], "flac": [], "mp3": [], "m4a": [], "ogg": [], "opus": [], "mka": ["-c:a", "libopus"],
    "wma": [], "ts": ["-c:a", "aac"], "aac": [], "ac3": [], "caf": [], "wv": [], "mov": ["-c:a", "alac"], "avi": [],
}
# The shares of bits that zzuf turns over: from one in a header to one in every byte.
RATIOS = ["0.00005", "0.0005", "0.002", "0.004", "0.02", "0.1"]


def media(voimo: str, seed: int, count: int) -> int:
    """Decodes mutated sounds."""
    kept = ROOT / ".build" / "fuzz"
    outcomes = {"read": 0, "refused": 0, "crashed": 0, "findings": 0}
    slowest, largest = 0.0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for ending, how in SOUNDS.items():
            subprocess.run(
                ["ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i", "anoisesrc=d=1:r=44100:a=0.3:seed=9",
                 "-ac", "2", *how, folder / f"good.{ending}"], check=True, stdin=subprocess.DEVNULL)
        for round_ in range(count):
            chance = random.Random(f"{seed}/media/{round_}")
            ending, ratio, own = chance.choice(sorted(SOUNDS)), chance.choice(RATIOS), chance.randrange(1 << 31)
            song = folder / f"song.{ending}"
            with open(folder / f"good.{ending}", "rb") as good, open(song, "wb") as mutated:
                subprocess.run(["zzuf", "-s", str(own), "-r", ratio], stdin=good, stdout=mutated, check=True)
            (folder / "voimo.yaml").write_text(f"audio: song.{ending}\ntheme: sea\n")
            shutil.rmtree(folder / ".voimo", ignore_errors=True)
            started = time.monotonic()
            try:
                result = subprocess.run(
                    [voimo, "build", "audio"], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                    timeout=SECONDS_A_ROUND, preexec_fn=limit, check=False)
                status, said = result.returncode, result.stdout + result.stderr
            except subprocess.TimeoutExpired as late:
                status, said = "no end", (late.stdout or b"") + (late.stderr or b"")
            slowest = max(slowest, time.monotonic() - started)
            largest = max(largest, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
            contained = any(word in said for word in (b"decoder crashed", b"decoder hangs", b"confuses the decoder"))
            if status not in (0, 1, 2) or (status != 0 and f"song.{ending}".encode() not in said):
                kind = "findings"
            else:
                kind = "crashed" if contained else "read" if status == 0 else "refused"
            outcomes[kind] += 1
            if kind in ("findings", "crashed"):
                keep = kept / f"media-{seed}-{round_}"
                keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(song, keep)
                (keep / "voimo-said.txt").write_bytes(said)
                print(f"fuzz: round {round_}: zzuf -s {own} -r {ratio} of {ending}: exit {status}; kept in {keep}", flush=True)
    print(f"fuzz: seed={seed} rounds={count} " + " ".join(f"{key}={value}" for key, value in outcomes.items())
          + f" slowest={slowest:.2f}s largest={largest / 1024:.0f}MiB")
    return 1 if outcomes["findings"] or count == 0 else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--voimo", required=True, help="the built command")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--media", type=int, default=None, metavar="COUNT", help="mutate sounds, so many times")
    parser.add_argument("--seed", type=int, default=None, help="repeat a run")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    print(f"fuzz: seed {seed}", flush=True)

    if options.media is not None:
        return media(options.voimo, seed, options.media)
    examples = sorted(path.parent for path in (ROOT / "examples").glob("*/voimo.yaml"))
    kept = ROOT / ".build" / "fuzz"
    deadline = time.monotonic() + options.seconds
    rounds, findings, slowest = 0, 0, 0.0
    while time.monotonic() < deadline:
        # A generator for each round: any one can be repeated by itself.
        chance = random.Random(f"{seed}/{rounds}")
        example = chance.choice(examples)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name) / "project"
            shutil.copytree(example, folder, ignore=shutil.ignore_patterns("out", ".voimo", "*.png", "*.md"))
            victims = sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".txt", ".lrc", ".opus", ".ogg"})
            victim = folder / "voimo.yaml" if chance.random() < 0.6 else chance.choice(victims)
            victim.write_bytes(damaged(victim.read_bytes(), chance))
            started = time.monotonic()
            try:
                result = subprocess.run(
                    [options.voimo, "check"], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                    timeout=SECONDS_A_ROUND, preexec_fn=limit, check=False)
                status, said = result.returncode, result.stdout + result.stderr
            except subprocess.TimeoutExpired as late:
                status, said = "no end", (late.stdout or b"") + (late.stderr or b"")
            slowest = max(slowest, time.monotonic() - started)
            if status not in (0, 2):
                findings += 1
                keep = kept / f"{seed}-{rounds}"
                shutil.rmtree(keep, ignore_errors=True)
                shutil.copytree(folder, keep)
                (keep / "voimo-said.txt").write_bytes(said)
                print(f"fuzz: round {rounds}: {victim.name} of {example.name}: exit {status}; kept in {keep}", flush=True)
        rounds += 1
    print(f"fuzz: seed={seed} rounds={rounds} findings={findings} slowest={slowest:.2f}s")
    return 1 if findings or rounds == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
