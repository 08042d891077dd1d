"""Imports go one way: nlp → items, scoring, exchange → models → access, flows, reports → … → urls."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import quizzes

FOLDER = Path(quizzes.__file__).parent
LAYERS = (
    {"nlp", "web"},
    {"items", "scoring", "exchange", "analysis"},
    {"models"},
    {"access", "flows", "reports", "timing", "dealing", "factories"},
    {"tasks"},
    {"housekeeping", "forms", "views", "templatetags", "middleware", "accounts", "apps", "demonstration"},
    {"management"},
    {"urls"},
)
NLP_LAYERS = (
    {"types", "lexicons"},
    {"texts", "written", "reuse", "pipeline"},
    {"document", "settled_names"},
    {"saying", "telling"},
    {"measuring"},
    {"framing", "strangers", "reading"},
    {"findings"},
    {"settled"},
    {"comparing"},
)
"""Reading and comparing inside `nlp`: whose words, what happened, then figures; findings come last."""
LAYER_OF = {part: number for number, parts in enumerate(LAYERS) for part in parts}
PURE = ("nlp", "web", "items", "scoring", "exchange", "analysis")
NOT_OURS = {
    FOLDER / "nlp" / "pipeline_recipe",  # run apart
    FOLDER / "nlp" / "lexicon_recipe",  # run apart
    FOLDER / "migrations",  # made by Django
}


def modules() -> list[Path]:
    return sorted(
        path
        for path in FOLDER.rglob("*.py")
        if path != FOLDER / "__init__.py" and not NOT_OURS & set(path.parents)
    )


def dotted(path: Path) -> str:
    """A file's name as a module: "quizzes.nlp.types"."""
    return ".".join(path.relative_to(FOLDER.parent).with_suffix("").parts).removesuffix(".__init__")


def imports_of(source: str, module: str) -> Iterator[str]:
    """The full names that a module imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively: write the whole name"
            # "from quizzes import models" means the module, "from quizzes.models import Quiz" a name in it.
            yield from (f"{node.module}.{name.name}" for name in node.names)


def part_of(name: str) -> str | None:
    """Which part of the app a full name belongs to: "quizzes.nlp.types.Span" → "nlp"; None outside it."""
    top, _, rest = name.partition(".")
    return rest.partition(".")[0] if top == "quizzes" and rest else None


def test_every_part_has_its_layer() -> None:
    parts = {part_of(dotted(path)) for path in modules()}
    assert parts == LAYER_OF.keys(), "say in LAYERS where each part of quizzes belongs"


def test_imports_go_one_way() -> None:
    wrong = [
        f"{dotted(path)} imports {name}"
        for path in modules()
        for name in imports_of(path.read_text(encoding="utf-8"), dotted(path))
        if LAYER_OF.get(part_of(name) or "", -1) > LAYER_OF[part_of(dotted(path)) or ""]
    ]
    assert wrong == []


NLP_LAYER_OF = {part: number for number, parts in enumerate(NLP_LAYERS) for part in parts}
NLP_MODULES = [
    p for p in modules() if p.is_relative_to(FOLDER / "nlp") and p != FOLDER / "nlp" / "__init__.py"
]


def test_imports_inside_nlp_go_one_way() -> None:
    wrong = [
        f"{dotted(path)} imports {name}"
        for path in NLP_MODULES
        for name in imports_of(path.read_text(encoding="utf-8"), dotted(path))
        if name.startswith("quizzes.nlp.")
        and NLP_LAYER_OF[name.split(".")[2]] > NLP_LAYER_OF[dotted(path).split(".")[2]]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import quizzes.models.people", "models"),
        ("from quizzes import access", "access"),
        ("def f():\n    from quizzes.flows.taking import submit", "flows"),
        ("from quizzes.nlp.types import Span", "nlp"),
        ("import quizzesque.models", None),
    ],
)
def test_every_way_of_importing_is_seen(source: str, found: str | None) -> None:
    assert [part_of(name) for name in imports_of(source, "here")] == [found]


@pytest.mark.parametrize("part", PURE)
def test_pure_code_never_loads_django(part: str) -> None:
    assert "django" not in loaded_with(part)


@pytest.mark.parametrize("part", [part for part in PURE if part != "nlp"])
def test_only_reading_loads_spacy(part: str) -> None:
    assert "spacy" not in loaded_with(part)


@cache
def loaded_with(part: str) -> set[str]:
    """The packages in memory after a fresh interpreter has imported every module of a part."""
    names = [dotted(path) for path in modules() if part_of(dotted(path)) == part]
    assert names, f"nothing lies in quizzes.{part}"
    program = f"import sys, importlib; [importlib.import_module(n) for n in {names}]; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=FOLDER.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}
