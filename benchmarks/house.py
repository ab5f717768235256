"""`python -m benchmarks.house [pyproject.toml]`: the size and the shape of the code in the folder where it is run.

A room is a top-level package; a module of it is its direct child, a file or a package; an import is an edge between two
of those. Migrations and tests are left out. To compare two states, run it in both with the settings of mypy of one.
How many queries a publication costs is no figure of this table: tests/submissions/test_publishing.py holds it.
"""

import ast
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import ceil
from pathlib import Path

COMMON = {"Command"}
"""Names that Django asks for."""
CODE_LINE, TEMPLATE_LINE = 120, 160
Trees = dict[Path, ast.Module]


def main(root: Path, settings: str) -> None:
    """Print every figure of the tree below a folder."""
    trees = {path: ast.parse((root / path).read_text()) for path in sources(root)}
    rooms = sorted({path.parts[0] for path in trees})
    print(f"{'room':<14}{'modules':>8}{'imports':>9}")
    for room in rooms:
        print("{:<14}{:>8}{:>9}".format(room, *graph(trees, room)))
    for name, figure in [
        *names(trees),
        *classes(trees),
        *lengths(root, trees),
        *templates(root),
        ("mypy errors", mypy_errors(root, settings, rooms)),
    ]:
        print(f"{name:<48}{figure:>20}")


def sources(root: Path) -> Iterator[Path]:
    """Find the code of every room, by its place below the root."""
    for package in sorted(root.glob("*/__init__.py")):
        if package.parent.name != "tests":
            found = (path.relative_to(root) for path in sorted(package.parent.rglob("*.py")))
            yield from (path for path in found if "migrations" not in path.parts)


def graph(trees: Trees, room: str) -> tuple[int, int]:
    """Count the modules of a room, and the imports among them."""
    children = {path.parts[1].removesuffix(".py") for path in trees if path.parts[0] == room} - {"__init__"}
    edges = {
        (path.parts[1].removesuffix(".py"), name.split(".")[1])
        for path, tree in trees.items()
        if path.parts[0] == room
        for name in imported(tree)
        if name.startswith(f"{room}.")
    }
    return len(children), sum(start != end and {start, end} <= children for start, end in edges)


def imported(tree: ast.Module) -> Iterator[str]:
    """Give the dotted names that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def defined(trees: Trees) -> dict[str, list[Path]]:
    """Say in which files each public name of a function or class is defined."""
    places: dict[str, list[Path]] = defaultdict(list)
    for path, tree in trees.items():
        here = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        for name in here:
            if not name.startswith("_"):
                places[name].append(path)
    return places


def names(trees: Trees) -> Iterator[tuple[str, str]]:
    """Tell how many public names mean three things or more."""
    places = defined(trees)
    often = {name: found for name, found in places.items() if len(found) >= 3 and name not in COMMON}
    yield "public names defined in three modules or more", share(len(often), len(places))
    yield "definitions under such a name", share(size(often.values()), size(places.values()))


def classes(trees: Trees) -> Iterator[tuple[str, int]]:
    """Count the classes, and those that are tuples or data classes."""
    found = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    marks = Counter(mark for node in found for mark in {*map(ast.unparse, node.bases), *decorators(node)})
    yield "classes", len(found)
    yield "named tuples", marks["NamedTuple"]
    yield "data classes", marks["dataclass"]


def decorators(node: ast.ClassDef) -> Iterator[str]:
    """Name the decorators of a class, without what they are called with."""
    return (ast.unparse(mark).partition("(")[0] for mark in node.decorator_list)


def lengths(root: Path, trees: Trees) -> Iterator[tuple[str, int]]:
    """Measure files, functions and lines of code."""
    functions = [
        node.end_lineno - node.lineno + 1
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno
    ]
    files = [lines_of(root / path) for path in trees]
    yield "function, 95th percentile of lines", percentile(functions)
    yield "file, 95th percentile of lines", percentile(list(map(len, files)))
    yield f"code lines over {CODE_LINE} signs", sum(len(line) > CODE_LINE for lines in files for line in lines)


def templates(root: Path) -> Iterator[tuple[str, int]]:
    """Measure the lines of the templates."""
    lines = [len(line) for path in (root / "templates").rglob("*.html") for line in lines_of(path)]
    yield "template line, 95th percentile of signs", percentile(lines)
    yield "template line, longest", max(lines)
    yield f"template lines over {TEMPLATE_LINE} signs", sum(length > TEMPLATE_LINE for length in lines)


def mypy_errors(root: Path, settings: str, rooms: list[str]) -> str:
    """Count what mypy finds in all rooms."""
    command = [sys.executable, "-m", "mypy", "--config-file", settings, *rooms]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout
    found = re.search(r"Found (\d+) error|Success", said)
    return (found[1] or "0") if found else "not run"


def lines_of(path: Path) -> list[str]:
    """Read the lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def percentile(numbers: list[int]) -> int:
    """Return the number that 95 in 100 do not exceed."""
    return sorted(numbers)[ceil(len(numbers) * 0.95) - 1]


def share(part: int, whole: int) -> str:
    """Write a part of a whole."""
    return f"{part} of {whole} ({part / whole:.1%})"


def size(groups: Iterable[list[Path]]) -> int:
    """Count the members of all groups together."""
    return sum(map(len, groups))


if __name__ == "__main__":
    main(Path.cwd(), sys.argv[1] if len(sys.argv) > 1 else "pyproject.toml")
