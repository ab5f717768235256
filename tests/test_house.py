"""The rules of the house that no linter checks: templates without style, script or address; labels without promises."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings

pytestmark = pytest.mark.no_database("it reads files of the repository")

TEMPLATES = sorted(Path(settings.BASE_DIR / "templates").rglob("*.html"))
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


@pytest.mark.parametrize("path", sorted(Path(settings.BASE_DIR / "static").rglob("*.css")), ids=lambda path: path.name)
def test_a_style_sheet_names_no_other_host_and_no_colour_outside_the_tokens(path):
    text = path.read_text(encoding="utf-8")
    assert "url(" not in text
    assert "@import" not in text
    colours = re.findall(r"#[0-9a-f]{3,8}\b", re.sub(r"@media print.*", "", text, flags=re.DOTALL))
    assert path.name == "tokens.css" or colours == []
