"""A public name means one thing, or two that are near; and every word of the domain has a line in the glossary."""

import ast
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Choices

from benchmarks import house

MAY_RETURN = {
    "Command": "Django asks for it",
}
"""Public names that stand in three modules or more, and why."""
ROOMS = ("accounts", "dialogue", "evidence", "letters", "submissions")
CLOSED_LISTS = ("State", "Status", "Stage", "Move", "Kind", "Direction")
"""How the names of closed lists end whose every value is a word of the domain."""
CELL = re.compile(r"^\|([^|]*)\|", re.MULTILINE)


def glossary() -> set[str]:
    """Read the words of the first columns."""
    text = Path(settings.BASE_DIR / "docs" / "glossary.md").read_text(encoding="utf-8")
    return {word.strip(" `") for cell in CELL.findall(text) for word in cell.split(",")}


def closed_lists() -> list[type[Choices]]:
    """Find the closed lists of every room whose values are states, moves or kinds."""
    modules = [import_module(f"{room}.choices") for room in ROOMS if find_spec(f"{room}.choices")]
    return [
        value
        for module in modules
        for name, value in vars(module).items()
        if name.endswith(CLOSED_LISTS) and isinstance(value, type) and value.__module__ == module.__name__
    ]


def spoken(name: str) -> str:
    """Write the name of a class as words: `RecordVersion` → `record version`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def test_no_public_name_stands_in_three_modules():
    root = Path(settings.BASE_DIR)
    trees = {path: ast.parse((root / path).read_text()) for path in house.sources(root)}
    places = house.defined(trees)
    often = {name: [str(path) for path in found] for name, found in places.items() if len(found) >= 3}
    assert {name: found for name, found in sorted(often.items()) if name not in MAY_RETURN} == {}
    assert sorted(MAY_RETURN.keys() - often.keys()) == []


@pytest.mark.parametrize("values", closed_lists(), ids=lambda values: f"{values.__module__}.{values.__name__}")
def test_every_state_move_and_kind_is_in_the_glossary(values):
    assert sorted(set(values.values) - glossary()) == []


def test_every_model_is_in_the_glossary():
    models = [
        model.__name__ for room in ROOMS if apps.is_installed(room) for model in apps.get_app_config(room).get_models()
    ]
    assert [name for name in models if spoken(name) not in glossary()] == []


def test_the_lists_of_the_glossary_are_found():
    """The test above finds what it should look at."""
    assert {"Move", "State", "LifeStatus", "EditorialState", "Direction"} <= {
        values.__name__ for values in closed_lists()
    }
