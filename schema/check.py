#!/usr/bin/env python3
"""Checks voimo.yaml files against voimo.schema.json, without any of voimo's own code.

    schema/check.py FILE...
    schema/check.py --config FILE...    # the machine's own file, against config.schema.json

Prints one line a file, "ok FILE" or "wrong FILE: where: what", and exits with 1 when one is wrong,
with 3 when jsonschema or PyYAML (both on PyPI) is missing. YAML is read as version 1.2 has it:
`no` is a word and `16:9` is no number of minutes.
"""

import json
import pathlib
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"schema/check.py needs the Python packages jsonschema and PyYAML: {missing}",
          file=sys.stderr)
    sys.exit(3)


class Loader(yaml.SafeLoader):
    """PyYAML's safe loader with YAML 1.2's core types, which refuses a key that is there twice."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is no word", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"'{key.value}' is there twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def resolve(tag, pattern, first):
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))


resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
resolve("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""])
resolve("int", r"^[-+]?[0-9]+$", "-+0123456789")
resolve("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?$",
        "-+0123456789.")
resolve("merge", r"^<<$", "<")


def construct_int(loader, node):
    return int(loader.construct_scalar(node))


Loader.add_constructor("tag:yaml.org,2002:int", construct_int)


def keyed_by_text(value):
    """JSON knows only texts as keys."""
    if isinstance(value, dict):
        return {str(key): keyed_by_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [keyed_by_text(inner) for inner in value]
    return value


def problem(path, validator):
    """What is wrong with a file, or None."""
    try:
        value = yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return "no YAML: " + " ".join(str(error).split())
    errors = sorted(validator.iter_errors(keyed_by_text(value)), key=lambda e: list(map(str, e.path)))
    if not errors:
        return None
    best = jsonschema.exceptions.best_match(errors)
    return ".".join(map(str, best.absolute_path)) + ": " + best.message[:200]


def main(paths):
    name = "voimo.schema.json"
    if paths[:1] == ["--config"]:
        name, paths = "config.schema.json", paths[1:]
    schema = json.loads((pathlib.Path(__file__).parent / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = 0
    for path in paths:
        found = problem(path, validator)
        wrong += found is not None
        print(f"ok {path}" if found is None else f"wrong {path}: {found}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
