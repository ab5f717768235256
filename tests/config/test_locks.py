"""The locks: every pin hashed, and no registry's address."""

import re

import pytest
from django.conf import settings

pytestmark = pytest.mark.no_database("it reads files of the repository")


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt"])
def test_a_lock_has_hashes_and_no_address(name):
    text = (settings.BASE_DIR / "requirements" / name).read_text()
    pins = re.split(r"\n(?=[a-z])", text.strip())
    assert len(pins) > 20
    for pin in pins:
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==", pin), pin
        assert "--hash=sha256:" in pin, pin
    for forbidden in ("://", "--index-url", "--extra-index-url", "--find-links"):
        assert forbidden not in text


def test_what_runs_in_production_is_the_same_in_development():
    runtime, development = (
        dict(
            re.findall(
                r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)",
                (settings.BASE_DIR / "requirements" / name).read_text(),
                re.M,
            )
        )
        for name in ("runtime.txt", "dev.txt")
    )
    assert runtime.items() <= development.items()
