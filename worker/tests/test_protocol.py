"""What the worker says over its pipes, as a real process."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import ENTRY, Message, Process, kind_of, message_of


def test_initialize_names_versions_methods_packages_and_models(
    worker: Process, tmp_path: Path
) -> None:
    result = worker.initialize(tmp_path)
    assert result["protocol"] == 1
    assert result["methods"] == [
        "align_words", "emissions", "separate", "transcribe", "write_prompts"
    ]  # fmt: skip
    assert result["models"] == dict.fromkeys(("spleeter", "hama", "whisper-base", "smollm2"))
    packages = result["packages"]
    assert isinstance(packages, dict)
    assert "onnxruntime" in packages


def test_another_version_of_the_protocol_is_refused_and_both_are_named(worker: Process) -> None:
    answer = worker.call("initialize", protocol=2, models="/")
    assert kind_of(answer) == "user"
    assert "version 2" in message_of(answer)
    assert "version 1" in message_of(answer)


def test_nothing_is_done_before_initialize(worker: Process) -> None:
    answer = worker.call("separate", input="/x", folder="/")
    assert kind_of(answer) == "user"
    assert "initialize" in message_of(answer)


def test_an_unknown_method_is_named(worker: Process, tmp_path: Path) -> None:
    worker.initialize(tmp_path)
    answer = worker.call("sing")
    assert answer["error"] == {
        "code": -32601,
        "message": "There is no method 'sing'",
        "data": {"kind": "user"},
    }


NO_REQUESTS = [
    ("{", -32700),
    ("\\xff", -32700),
    ('{"jsonrpc": "2.0", "id": 1, "method": "x", "params": {"a": NaN}}', -32700),
    ("[" * 100_000, -32700),
    ("[]", -32600),
    ('{"jsonrpc": "2.0", "id": [1], "method": "x"}', -32600),
    ('{"jsonrpc": "1.0", "id": 1, "method": "x"}', -32600),
    ('{"jsonrpc": "2.0", "id": 1, "method": "x", "params": [1]}', -32600),
]


def test_lines_that_are_no_requests_are_answered_and_the_next_one_is_heard(
    worker: Process, tmp_path: Path
) -> None:
    for line, code in NO_REQUESTS:
        worker.write(line)
        error = worker.next()["error"]
        assert isinstance(error, dict)
        assert error["code"] == code, line[:100]
    worker.initialize(tmp_path)


def test_a_line_of_many_megabytes_is_refused_and_skipped(worker: Process, tmp_path: Path) -> None:
    worker.write("x" * (9 << 20))
    assert "bytes" in message_of(worker.next())
    worker.initialize(tmp_path)


WRONG_PARAMETERS: list[tuple[Message, str]] = [
    ({"input": "song.wav"}, "absolute path"),
    ({"input": "/no/such/file"}, "must be a file"),
    ({"input": "/dev/zero"}, "must be a file"),
    ({"folder": "/no/such/folder"}, "must be a folder"),
    ({"folder": None}, "'folder' is missing"),
    ({"threads": 0}, "1 to 64"),
    ({"threads": 1.5}, "whole number"),
    ({"threads": True}, "whole number"),
    ({"stems": 5}, "2 to 2"),
    ({"accompaniment": "loud"}, "one of: rest, mask"),
    ({"speed": 1}, "no parameter 'speed'"),
]


def test_wrong_parameters_are_named(worker: Process, tmp_path: Path) -> None:
    worker.initialize(tmp_path)
    song = tmp_path / "song.wav"
    song.write_bytes(b"")
    right: Message = {"input": str(song), "folder": str(tmp_path)}
    for parameters, named in WRONG_PARAMETERS:
        answer = worker.call("separate", **{**right, **parameters})
        assert kind_of(answer) == "user"
        assert named in message_of(answer)


def test_a_number_that_is_infinite_is_refused(worker: Process, tmp_path: Path) -> None:
    worker.initialize(tmp_path)
    song = tmp_path / "song.wav"
    song.write_bytes(b"")
    text = json.dumps({"input": str(song), "pieces": [[0, "HUGE"]]}).replace('"HUGE"', "1e999")
    worker.write(f'{{"jsonrpc": "2.0", "id": 7, "method": "transcribe", "params": {text}}}')
    answer = worker.answer(7)
    assert kind_of(answer) == "user"
    assert "pieces" in message_of(answer)


def test_a_cancelled_call_ends_and_the_next_one_is_done(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    fake.send(1, "steps", count=1_000_000)
    fake.send(2, "steps", count=1)
    assert fake.next()["method"] in ("progress", "heartbeat")
    fake.send(None, "cancel", id=1)
    assert kind_of(fake.answer(1)) == "cancelled"
    assert fake.answer(2)["result"] == {"steps": 1}


def test_a_call_that_waits_is_cancelled_at_once(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    fake.send(1, "sleep_natively")
    fake.send(2, "steps", count=1)
    fake.send(None, "cancel", id=2)
    fake.send(None, "cancel", id=99)
    assert kind_of(fake.answer(2)) == "cancelled"


def test_two_calls_are_answered_in_order(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    fake.send("b", "steps", count=20)
    fake.send("a", "steps", count=3)
    assert fake.answer("b")["result"] == {"steps": 20}
    assert not [told for told in fake.told if told.get("id") == "a"]
    assert fake.answer("a")["result"] == {"steps": 3}
    progress = [told["params"] for told in fake.told if told.get("method") == "progress"]
    assert progress[0] == {"id": "b", "done": 0, "total": 20, "unit": "steps"}
    assert len(progress) == 23


def test_hearts_beat_while_native_code_runs(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    fake.send(1, "sleep_natively")
    beats = 0
    while beats < 3:
        beats += fake.next().get("method") == "heartbeat"


def test_the_end_of_the_input_ends_native_code(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    fake.send(1, "sleep_natively")
    while fake.next().get("method") != "progress":
        pass
    fake.close_input()
    assert fake.ended() == 0


def test_shutdown_is_answered_and_ends_the_process(worker: Process) -> None:
    assert worker.call("shutdown")["result"] == {}
    assert worker.ended() == 0


def test_unload_is_answered(worker: Process, tmp_path: Path) -> None:
    worker.initialize(tmp_path)
    assert worker.call("unload")["result"] == {}


def test_what_anyone_prints_goes_to_the_log(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    assert fake.call("print_everywhere")["result"] == {}
    fake.close_input()
    fake.ended()
    for line in ("from native code", "from C", "from Python"):
        assert line in fake.log
    assert not [told for told in fake.told if told.get("method") != "heartbeat"]


FAILURES = [
    ("memory", "resource", "memory"),
    ("native memory", "resource", "memory"),
    ("package", "missing", "a_package_that_nobody_has"),
    ("nan", "internal", "ValueError"),
    ("other", "internal", "two lines"),
]


def test_a_failure_has_its_kind_and_is_one_sentence(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    for way, kind, says in FAILURES:
        answer = fake.call("fail", way=way)
        assert kind_of(answer) == kind
        assert says in message_of(answer)
    fake.close_input()
    fake.ended()
    assert fake.log.count("Traceback") == len(FAILURES)


def test_no_connection_is_opened(fake: Process, tmp_path: Path) -> None:
    fake.initialize(tmp_path)
    assert "no network connection" in message_of(fake.call("connect"))


def test_a_model_that_is_not_there_is_missing_with_the_command(
    worker: Process, tmp_path: Path
) -> None:
    worker.initialize(tmp_path)
    song = tmp_path / "song.wav"
    from voimo_worker.sound.writer import header

    song.write_bytes(header(44_100, 2, 0))
    error = worker.call("separate", input=str(song), folder=str(tmp_path))["error"]
    assert isinstance(error, dict)
    assert error["data"] == {"kind": "missing", "fix": "voimo models install cpu"}
    assert not list(tmp_path.glob("*vocals*"))


def test_the_worker_imports_nothing_heavy_to_initialize(tmp_path: Path) -> None:
    import subprocess
    import sys

    program = f"""
import sys
sys.path.insert(0, {str(ENTRY.parent)!r})
from voimo_worker.methods import METHODS
from voimo_worker.server import Server
import os, io, threading
read, write = os.pipe()
server = Server(os.fdopen(read, "rb"), io.BytesIO(), METHODS)
os.write(write, b'{{"jsonrpc":"2.0","id":1,"method":"initialize","params":'
    b'{{"protocol":1,"models":"/"}}}}\\n{{"jsonrpc":"2.0","id":2,"method":"shutdown"}}\\n')
server.run()
heavy = {{"numpy", "torch", "onnxruntime", "ctranslate2", "faster_whisper", "cyllama"}}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
    run = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, timeout=20)
    assert run.stderr.decode().strip() == "[]"
