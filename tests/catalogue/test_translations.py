"""Every text of ours exists in English."""

import pytest
from django.core.management import CommandError, call_command

pytestmark = [pytest.mark.usefixtures("settings"), pytest.mark.no_database("it reads message catalogues")]


def test_every_text_is_translated():
    call_command("compile_catalogues", "--check")


PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Een tekst"
msgstr ""

#, fuzzy
msgid "Een andere tekst"
msgstr "Another text"
"""


def test_a_text_without_translation_is_refused(tmp_path, settings):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    settings.LOCALE_PATHS = [tmp_path]
    call_command("compile_catalogues")
    assert (folder / "django.mo").exists()
    with pytest.raises(CommandError) as caught:
        call_command("compile_catalogues", "--check")
    assert str(caught.value).splitlines() == [
        "django.po: not translated: Een tekst",
        "django.po: fuzzy: Een andere tekst",
    ]
