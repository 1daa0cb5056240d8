"""Writes text with a small language model through llama.cpp (cyllama)."""

from __future__ import annotations

import json
import platform
import re
from typing import Any

from voimo_worker.call import Call
from voimo_worker.errors import Kind, WorkerError, user
from voimo_worker.parameters import Parameters

MODELS = ("smollm2",)
_ROLES = ("system", "user", "assistant")
_LONGEST = 20_000
"""Characters of a message at most."""
_CONTEXT = 4096
"""Tokens of question and answer together. SmolLM2 was trained with 8192."""
_THREADS = 1
"""More than one made it slower wherever the cores were shared."""


class Writer:
    """A language model in memory."""

    def __init__(self, call: Call, name: str) -> None:
        path = call.session.models.verified(name) / "model.gguf"
        if platform.machine() != "x86_64":
            raise WorkerError(
                Kind.MISSING, f"The package 'cyllama' is not to be had for {platform.machine()}."
            )
        from cyllama.llama import llama_cpp

        self._llama = llama_cpp
        llama_cpp.disable_logging()
        llama_cpp.ggml_backend_load_all()
        parameters = llama_cpp.LlamaModelParams()
        parameters.n_gpu_layers = 0
        self.model: Any = llama_cpp.LlamaModel(str(path), parameters)
        self.vocabulary: Any = self.model.get_vocab()

    def tokens(self, messages: list[tuple[str, str]]) -> list[int]:
        """Put messages into the model's own form, ready for its answer."""
        chat = [self._llama.LlamaChatMessage(role, content) for role, content in messages]
        template = self.model.get_default_chat_template()
        text = self.model.chat_apply_template(template, chat, True)
        return list(self.vocabulary.tokenize(text, True, True))

    def context(self) -> Any:
        """Make an empty memory."""
        parameters = self._llama.LlamaContextParams()
        parameters.n_ctx = _CONTEXT
        parameters.n_batch = 256
        parameters.n_threads = _THREADS
        parameters.n_threads_batch = _THREADS
        return self._llama.LlamaContext(self.model, parameters)

    def sampler(self, grammar: str | None) -> Any:
        """Make what picks the next token: the likeliest, of those that the grammar allows."""
        sampler = self._llama.LlamaSampler(self._llama.LlamaSamplerChainParams())
        if grammar is not None:
            sampler.add_grammar(self.vocabulary, grammar, "root")
        sampler.add_greedy()
        return sampler

    def read(self, context: Any, tokens: list[int], position: int) -> None:
        """Let the model read tokens."""
        context.decode(self._llama.llama_batch_get_one(tokens, position))


def run(call: Call, parameters: Parameters) -> dict[str, object]:
    """Answer messages with the model's likeliest text.

    At temperature 0 no dice are thrown: `seed` is taken, so that a caller need not know, and
    changes nothing. `finish` is `end`, or `length` where the answer was cut off.
    """
    name = parameters.choice("model", MODELS, default=MODELS[0])
    messages = _messages(parameters.value("messages"))
    schema = parameters.value("schema")
    longest = parameters.integer("max_tokens", 1, 2048, default=256)
    parameters.integer("seed", 0, (1 << 64) - 1, default=0)
    parameters.finish()
    writer = call.session.loaded(name, lambda: Writer(call, name))
    grammar = None if schema is None else _grammar(schema)
    prompt = writer.tokens(messages)
    if len(prompt) + longest > _CONTEXT:
        raise user(
            f"The messages have {len(prompt)} tokens; with an answer of {longest} they do not fit "
            f"into {_CONTEXT}."
        )
    context = writer.context()
    sampler = writer.sampler(grammar)
    position = 0
    while position < len(prompt):
        call.check()
        part = prompt[position : position + 256]
        writer.read(context, part, position)
        position += len(part)
    pieces: list[bytes] = []
    finish = "length"
    for done in range(longest):
        call.progress(done, longest, "tokens")
        token = sampler.sample(context, -1)
        if writer.vocabulary.is_eog(token):
            finish = "end"
            break
        piece = writer.vocabulary.token_to_piece(token, 0, False)
        pieces.append(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
        if schema is not None and _is_json(b"".join(pieces)):
            finish = "end"
            break
        writer.read(context, [token], position)
        position += 1
    text = b"".join(pieces).decode("utf-8", errors="replace")
    return {
        "text": text.strip(),
        "tokens": len(pieces),
        "prompt_tokens": len(prompt),
        "finish": finish,
    }


def _messages(value: object) -> list[tuple[str, str]]:
    wrong = user(
        "'messages' must be a list of {role, content}, each with one of the roles "
        f"{', '.join(_ROLES)} and at most {_LONGEST} characters."
    )
    if not isinstance(value, list) or not 1 <= len(value) <= 100:
        raise wrong
    messages: list[tuple[str, str]] = []
    for item in value:
        match item:
            case {"role": str(role), "content": str(content), **rest}:
                if rest or role not in _ROLES or len(content) > _LONGEST or "\0" in content:
                    raise wrong
                messages.append((role, content))
            case _:
                raise wrong
    return messages


def _is_json(text: bytes) -> bool:
    """Tell whether an object or a list is complete; all that could follow is white space."""
    if not text.rstrip().endswith((b"}", b"]")):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _grammar(schema: object) -> str:
    """Make the grammar of a schema.

    A grammar of the caller's is not taken: llama.cpp ends the process over one that is wrong.
    """
    if not isinstance(schema, dict) or len(json.dumps(schema)) > _LONGEST:
        raise user(f"'schema' must be a JSON schema of at most {_LONGEST} characters.")
    if "$ref" in json.dumps(schema):
        raise user("'schema' must not refer to other schemas.")
    from cyllama.utils.json_schema_to_grammar import json_schema_to_grammar

    try:
        grammar = str(json_schema_to_grammar(schema))
    except Exception as error:
        raise user(f"The schema cannot be used: {error}") from None
    # The rule for white space allows lines of it, and a small model likes to write them.
    return re.sub(r"(?m)^space ::= .*$", 'space ::= " "?', grammar)
