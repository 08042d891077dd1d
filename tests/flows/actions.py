"""The actions that flows write into the record of a class, read from their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import quizzes.flows

Value = TypeVar("Value")
FOLDER = Path(quizzes.flows.__file__).parent


def recorded_actions() -> set[str]:
    """Every value that a flow hands to a parameter named `action`, or to Audit's column of that name."""
    trees = {path.stem: ast.parse(path.read_text()) for path in FOLDER.glob("*.py")}
    constants = {name: dict(_constants(tree)) for name, tree in trees.items()}
    takers = {name: dict(_takers(tree)) for name, tree in trees.items()}
    found: set[str] = set()
    for name, tree in trees.items():
        known = _imported(tree, constants) | constants[name]
        own = _imported(tree, takers) | takers[name]
        for call in ast.walk(tree):
            if isinstance(call, ast.Call):
                for value in _handed_over(call, own):
                    found |= _strings(value, known)
    return found


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Names that a module gives to strings: A = "a", and A, B = "a", "b"."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            [target] = node.targets
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            for left, right in pairs:
                if (
                    isinstance(left, ast.Name)
                    and isinstance(right, ast.Constant)
                    and isinstance(right.value, str)
                ):
                    yield left.id, right.value


def _takers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Functions with a parameter named `action`, and its place among the positional ones (-1: by keyword only)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            if "action" in names:
                yield node.name, names.index("action")


def _imported(tree: ast.Module, modules: dict[str, dict[str, Value]]) -> dict[str, Value]:
    """What a module imports from other flows of what they hold."""
    known: dict[str, Value] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("quizzes.flows."):
            own = modules.get(str(node.module).rpartition(".")[2], {})
            known |= {n.asname or n.name: own[n.name] for n in node.names if n.name in own}
    return known


def _handed_over(call: ast.Call, takers: dict[str, int]) -> Iterator[ast.expr]:
    yield from (keyword.value for keyword in call.keywords if keyword.arg == "action")
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = takers.get(name, -1)
    if 0 <= place < len(call.args):
        yield call.args[place]


def _strings(value: ast.expr, known: dict[str, str]) -> set[str]:
    match value:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=one, orelse=other):
            return _strings(one, known) | _strings(other, known)
        case ast.Name(id="action"):
            return set()  # handed on: its own caller says which
        case ast.Name(id=name) if name in known:
            return {known[name]}
    raise AssertionError(
        f"line {value.lineno}: name the action as a constant, so that its words can be found"
    )
