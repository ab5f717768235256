"""The rules of the house that no linter checks: templates without style, script or address; labels without promises."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings

pytestmark = pytest.mark.no_database("it reads files of the repository")

TEMPLATES = sorted(Path(settings.BASE_DIR / "templates").rglob("*.html"))
TEMPLATE_FILES = sorted(path for path in Path(settings.BASE_DIR / "templates").rglob("*") if path.is_file())
SHEETS = sorted(Path(settings.BASE_DIR / "static" / "css").glob("*.css"))
CATALOGUES = sorted(Path(settings.BASE_DIR / "locale").rglob("*.po"))
FORBIDDEN = {
    "unescaped output": re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off|\|\s*safeseq\b"),
    "inline style": re.compile(r"<style\b|\sstyle\s*="),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)"),
    "an event handler": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "a fixed address": re.compile(r"""(?:href|src|action)\s*=\s*["']https?:"""),
    "a data address": re.compile(r"""=\s*["']data:"""),
    "a promise of effect": re.compile(r"effectief|effectieve\b", re.IGNORECASE),
    "an attribute that HTML does not know": re.compile(r"\shx-[a-z]"),
}
IMAGE = re.compile(r"<img\b[^>]*>")
LONGEST_LINE = 160
USUAL_LINE = 110
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTORS = re.compile(r"([^{}]+)\{")
CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
CLASSES = re.compile(r'''class="((?:{%.*?%}|{{.*?}}|[^"])*)"''')
TAG_OR_VALUE = re.compile(r"{%.*?%}|{{.*?}}")
PYTHON = ("accounts", "api", "catalogue", "config", "evidence", "submissions")
OF_A_LIBRARY = {"htmx-request"}
"""Classes that a library sets in the browser."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")))
def test_a_template_keeps_the_rules(path):
    text = path.read_text(encoding="utf-8")
    assert [name for name, pattern in FORBIDDEN.items() if pattern.search(text)] == []
    assert [image for image in IMAGE.findall(text) if " alt=" not in image] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_no_label_promises_effect(path):
    entries = polib.pofile(str(path))
    assert [
        entry.msgid
        for entry in entries
        if re.search("effectief|effectieve", f"{entry.msgid} {entry.msgid_plural}", re.IGNORECASE)
    ] == []
    assert [entry.msgstr for entry in entries if re.search(r"\beffective", entry.msgstr, re.IGNORECASE)] == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_names_no_other_host_and_no_colour_outside_the_tokens(path):
    text = path.read_text(encoding="utf-8")
    assert "url(" not in text
    assert "@import" not in text
    colours = re.findall(r"#[0-9a-f]{3,8}\b", re.sub(r"@media print.*", "", text, flags=re.DOTALL))
    assert path.name == "tokens.css" or colours == []


def test_no_template_line_is_too_long_to_read_in_a_diff():
    lines = [
        (len(line), f"{path.relative_to(settings.BASE_DIR)}:{number}")
        for path in TEMPLATE_FILES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]
    assert [place for length, place in lines if length > LONGEST_LINE] == []
    assert sorted(length for length, _place in lines)[len(lines) * 95 // 100] <= USUAL_LINE


def classes_with_a_rule(path: Path) -> set[str]:
    """List the classes that a style sheet has rules for."""
    selectors = " ".join(SELECTORS.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))))
    return set(CLASS.findall(selectors))


@pytest.fixture(scope="module")
def words_of_classes() -> tuple[set[str], tuple[str, ...]]:
    """List each word that can become a class (in templates, strings of Python, scripts), and how one can begin."""
    found, beginnings = set(OF_A_LIBRARY), set()
    for path in TEMPLATES:
        for written in CLASSES.findall(path.read_text(encoding="utf-8")):
            found.update(re.findall(r"[\w-]+", TAG_OR_VALUE.sub(" ", written)))
            beginnings.update(re.findall(r"([\w-]+-){{", written))
    strings = [path.read_text(encoding="utf-8") for room in PYTHON for path in (settings.BASE_DIR / room).rglob("*.py")]
    scripts = [path.read_text(encoding="utf-8") for path in (settings.BASE_DIR / "static" / "js").glob("*.js")]
    for text in strings + scripts:
        for string in re.findall(r'"([^"\n]*)"', text):
            found.update(re.findall(r"[\w-]+", string))
    return found, tuple(beginnings)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_has_no_class_that_nothing_uses(path, words_of_classes):
    found, beginnings = words_of_classes
    assert {name for name in classes_with_a_rule(path) - found if not name.startswith(beginnings)} == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_is_loaded_by_a_template(path):
    assert any(f'{{% static "css/{path.name}" %}}' in template.read_text(encoding="utf-8") for template in TEMPLATES)


def test_a_class_in_a_template_has_a_rule_or_another_use(words_of_classes):
    ruled = set().union(*map(classes_with_a_rule, SHEETS))
    scripts = " ".join(path.read_text(encoding="utf-8") for path in (settings.BASE_DIR / "static" / "js").glob("*.js"))
    _found, beginnings = words_of_classes
    written = {
        name
        for path in TEMPLATES
        for text in CLASSES.findall(path.read_text(encoding="utf-8"))
        for name in TAG_OR_VALUE.sub(" ", text).split()
    }
    assert {name for name in written - ruled if name not in beginnings and name not in scripts} == set()
