#!/usr/bin/env python3
"""Scores what voimo hears against songs whose truth is known.

Every folder of SONGS with a truth.json and a song is built into a project of its own; `voimo show … --json` is compared
with the truth. Prints tables in Markdown.

Measures: beats and bars as F-measures within 70 ms (Davies, Degara and Plumbley 2009); section boundaries as the F-measure within 3 s,
without the song's own ends (Turnbull 2007); the share of time with the true label; voice as the share of hundredths of a second judged rightly;
lines as the distance of their starts; stems as scale-invariant SDR (Le Roux 2019) and its gain over taking the mix for the voice.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path


def run(command, folder):
    """Runs a command; returns what it printed and its processor seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def f_measure(found, truth, tolerance):
    """Each true time is matched once at most, in order."""
    if not found or not truth:
        return 1.0 if not found and not truth else 0.0
    hits = place = 0
    for time in found:
        while place < len(truth) and truth[place] < time - tolerance:
            place += 1
        if place < len(truth) and truth[place] <= time + tolerance:
            hits += 1
            place += 1
    return 2 * hits / (len(found) + len(truth))


def label_at(sections, time):
    for section in sections:
        if section["start"] <= time < section["end"]:
            # `chorus 2` and `chorus.2` are both a chorus.
            return section["label"].split()[0].split(".")[0]
    return None


def label_share(found, truth, duration):
    times = [t / 10 for t in range(int(duration * 10)) if label_at(truth, t / 10)]
    return sum(label_at(found, t) == label_at(truth, t) for t in times) / max(1, len(times))


def chorus_overlap(found, truth, duration):
    """Intersection over union of the time that is called chorus; None where the song has none."""
    grid = [t / 10 for t in range(int(duration * 10))]
    ours = [label_at(found, t) == "chorus" for t in grid]
    theirs = [label_at(truth, t) == "chorus" for t in grid]
    if not any(theirs):
        return None
    return sum(a and b for a, b in zip(ours, theirs)) / max(1, sum(a or b for a, b in zip(ours, theirs)))


def sung(truth):
    """Stretches that are sung; words less than half a second apart are one."""
    words = sorted(
        (word["start"], word["end"])
        for line in truth.get("lyrics") or []
        for word in line.get("words") or [line]
        if word.get("start") is not None and word.get("end") is not None)
    stretches = []
    for start, end in words:
        if stretches and start - stretches[-1][1] < 0.5:
            stretches[-1][1] = max(end, stretches[-1][1])
        else:
            stretches.append([start, end])
    return stretches


def vocal_accuracy(vocal, truth):
    marks = [False] * len(vocal)
    for start, end in sung(truth):
        for index in range(int(start * 100), min(len(vocal), int(end * 100))):
            marks[index] = True
    return sum((value >= 0.5) == mark for value, mark in zip(vocal, marks)) / max(1, len(vocal))


def decode(path, rate):
    """Samples of both sides; one channel goes to both as it is, where ffmpeg's own mix would take 3 dB off."""
    import numpy
    channels = int(subprocess.run(
        ["ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", "stream=channels", "-of", "csv=p=0", str(path)],
        check=True, capture_output=True, text=True).stdout.strip())
    raw = subprocess.run(
        ["ffmpeg", "-v", "error", "-nostdin", "-i", str(path), "-ar", str(rate), "-f", "f32le", "-"],
        check=True, capture_output=True).stdout
    samples = numpy.frombuffer(raw, dtype="<f4").reshape(-1, channels).astype("float64")
    return samples[:, [0, -1]]


def si_sdr(estimate, truth):
    import numpy
    estimate, truth = estimate.ravel() - estimate.mean(), truth.ravel() - truth.mean()
    scale = (estimate @ truth) / (truth @ truth)
    error = estimate - scale * truth
    return 10 * numpy.log10(((scale * truth) ** 2).sum() / (error ** 2).sum())


class Song:
    def __init__(self, voimo, folder, scratch):
        self.name, self.folder, self.voimo = folder.name, folder, voimo
        self.truth = json.loads((folder / "truth.json").read_text())
        self.audio = next(p for p in sorted(folder.glob("song.*")))
        self.project = Path(scratch) / folder.name
        self.project.mkdir()
        words = self.truth.get("lyrics_text") or "\n".join(l["text"] for l in self.truth.get("lyrics") or [])
        text = f"audio: {self.audio}\n"
        if words.strip():
            (self.project / "words.txt").write_text(words)
            text += "lyrics: words.txt\n"
        (self.project / "voimo.yaml").write_text(text)
        self.has_words = bool(words.strip())

    def show(self, *what):
        return json.loads(run([self.voimo, "show", *what, "--json"], self.project)[0])

    def hear(self):
        run([self.voimo, "build", "audio"], self.project)
        _, self.seconds = run([self.voimo, "build", "structure"], self.project)
        self.duration = self.truth["duration_s"]
        beats, sections = self.show("beats"), self.show("sections")["sections"]
        truth = self.truth
        row = {"song": self.name, "CPU s/min": self.seconds / (self.duration / 60)}
        row["bpm"] = f"{beats['bpm']:.1f}" + (f" ({truth['bpm']:g})" if truth.get("bpm") else "")
        row["sure"] = beats["confidence"]
        if truth.get("beats"):
            # Beats that are marked where there is no music are nobody's to find.
            first, last = truth["beats"][0] - 0.5, truth["beats"][-1] + 0.5
            row["beats F"] = f_measure([b for b in beats["beats"] if first <= b <= last], truth["beats"], 0.07)
        if truth.get("downbeats"):
            first, last = truth["downbeats"][0] - 0.5, truth["downbeats"][-1] + 0.5
            row["bars F"] = f_measure([b for b in beats["downbeats"] if first <= b <= last], truth["downbeats"], 0.07)
        if truth.get("sections"):
            ours = [s["start"] for s in sections[1:]]
            theirs = [s["start"] for s in truth["sections"][1:]]
            row["sections F"] = f_measure(ours, theirs, 3)
            row["labels"] = label_share(sections, truth["sections"], self.duration)
            row["chorus"] = chorus_overlap(sections, truth["sections"], self.duration)
        vocal = self.show("signals", "--only", "vocal")["signals"]["vocal"]
        row["voice"] = vocal_accuracy(vocal, truth)
        if self.has_words:
            lines = self.show("lyrics")["lines"]
            errors = sorted(
                abs(a["start"] - b["start"]) for a, b in zip(lines, truth["lyrics"]) if b.get("start") is not None)
            row["lines median s"] = statistics.median(errors)
            row["lines 90 % s"] = errors[int(0.9 * (len(errors) - 1))]
        facts = self.show("song")
        row["key"] = (facts.get("key") or {}).get("name", "none") + (f" ({truth['key']})" if truth.get("key") else "")
        row["LUFS"] = facts["loudness"].get("integrated")
        return row

    def stems(self):
        """SI-SDR of voice and accompaniment; None where the true stems are not known."""
        if not (self.folder / "vocals.flac").exists():
            return None
        _, seconds = run([self.voimo, "build", "stems"], self.project)
        files = {f["output"]: f["path"] for f in self.show("stems")}
        rate = self.truth["sample_rate"]
        mix, voice = decode(self.audio, rate), decode(self.folder / "vocals.flac", rate)
        length = min(len(mix), len(voice))
        mix, voice = mix[:length], voice[:length]
        rest = mix - voice
        ours = decode(files["vocals"], rate)[:length]
        others = decode(files["accompaniment"], rate)[:length]
        return {
            "song": self.name, "CPU s/min": seconds / (self.duration / 60),
            "voice dB": si_sdr(ours, voice), "gain over the mix dB": si_sdr(ours, voice) - si_sdr(mix, voice),
            "accompaniment dB": si_sdr(others, rest),
            "its gain dB": si_sdr(others, rest) - si_sdr(mix, rest),
            "sum equals the mix to dB": 10 * __import__("numpy").log10(
                ((ours + others - mix) ** 2).sum() / (mix ** 2).sum() + 1e-20),
        }


def table(rows):
    columns = list(dict.fromkeys(key for row in rows for key in row))
    def text(value):
        return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
    print("| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns))
    for row in rows:
        print("| " + " | ".join(text(row.get(column)) for column in columns) + " |")


def mean(rows, column):
    values = [row[column] for row in rows if isinstance(row.get(column), float)]
    return sum(values) / len(values) if values else float("nan")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voimo", required=True)
    parser.add_argument("--songs", required=True, type=Path)
    parser.add_argument("--no-stems", action="store_true")
    options = parser.parse_args()
    voimo = os.path.abspath(options.voimo)
    folders = sorted(p.parent for p in options.songs.glob("*/truth.json") if any(p.parent.glob("song.*")))
    with tempfile.TemporaryDirectory() as scratch:
        songs = [Song(voimo, folder.resolve(), scratch) for folder in folders]
        rows = [song.hear() for song in songs]
        print("## What was heard\n")
        table(rows)
        chorus = [row["chorus"] for row in rows if row.get("chorus") is not None]
        print(f"\nMeans: beats {mean(rows, 'beats F'):.3f}, bars {mean(rows, 'bars F'):.3f}, sections "
              f"{mean(rows, 'sections F'):.3f}, voice {mean(rows, 'voice'):.3f}; chorus right (overlap ≥ 0.5) in "
              f"{sum(value >= 0.5 for value in chorus)} of {len(chorus)} songs that have one; "
              f"at most {max(row['CPU s/min'] for row in rows):.2f} CPU s a minute.")
        if not options.no_stems:
            print("\n## Stems\n")
            table([row for row in (song.stems() for song in songs) if row])


if __name__ == "__main__":
    main()
