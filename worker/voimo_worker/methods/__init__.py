"""The methods that do work; each module is imported when it is called first."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping

from voimo_worker.call import Call
from voimo_worker.parameters import Parameters

Method = Callable[[Call, Parameters], dict[str, object]]
"""Does a call: reads its parameters, makes files, and returns the reply."""


def _in_module(name: str) -> Method:
    def call(call: Call, parameters: Parameters) -> dict[str, object]:
        method: Method = importlib.import_module(f"voimo_worker.methods.{name}").run
        return method(call, parameters)

    return call


_NAMES = ("separate", "emissions", "transcribe", "align_words", "write_prompts")
METHODS: Mapping[str, Method] = {name: _in_module(name) for name in _NAMES}
