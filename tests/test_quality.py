"""The code keeps its own rules: format, lint, types, the direction of imports, and size."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
MODULES = sorted((ROOT / "pamcheck").rglob("*.py"))


def tool(*arguments: str) -> str:
    """What a development tool says of the checkout; nothing where it is content."""
    program = Path(sys.executable).with_name(arguments[0])
    ran = subprocess.run([program, *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "format", "--check", "--quiet", "."),
        ("ruff", "check", "--output-format", "concise", "."),
        ("mypy",),
        ("lint-imports",),
    ],
    ids=" ".join,
)
def test_a_tool_is_content(command: tuple[str, ...]) -> None:
    assert tool(*command) == ""


def test_modules_and_functions_are_short() -> None:
    long = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        if (lines := text.count("\n")) > LONGEST_MODULE:
            long.append(f"{path.relative_to(ROOT)}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (size := body_lines(node)) > LONGEST_FUNCTION:
                long.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {size} lines")
    assert long == []


def body_lines(function: ast.FunctionDef) -> int:
    """The lines of a function below its signature and docstring."""
    first = function.body[1 if ast.get_docstring(function) and len(function.body) > 1 else 0]
    return (function.end_lineno or 0) - first.lineno + 1


def test_every_module_says_what_it_is_for() -> None:
    bare = [path for path in MODULES if path.read_text(encoding="utf-8").strip() and not docstring(path)]
    assert [str(path.relative_to(ROOT)) for path in bare] == []


def docstring(path: Path) -> str | None:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
