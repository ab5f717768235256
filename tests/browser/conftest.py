"""A real Chromium against a real server with the real catalogue.

The browser is the one of CHROMIUM, else on the PATH. Without any these tests are skipped, and
say so; REQUIRE_BROWSER=1 fails them.
"""

import os
import shutil
import warnings

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests import whole_catalogue

# Playwright runs its own event loop in this thread; Django's guard against blocking a loop is about another situation.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
PATIENCE = 180_000
"""How many milliseconds a page, and what is expected of it, may take to come."""
MISSING = "NO BROWSER: the pages were not tried in one. Install chromium or set CHROMIUM=/path/to/chromium."


def pytest_collection_modifyitems(items):
    """Mark everything here, and skip it loudly when there is no browser, unless one is required."""
    here = [item for item in items if item.path.is_relative_to(os.path.dirname(__file__))]
    for item in here:
        item.add_marker(pytest.mark.browser)
        if not CHROMIUM and os.environ.get("REQUIRE_BROWSER") != "1":
            item.add_marker(pytest.mark.skip(reason=MISSING))
    if here and not CHROMIUM:
        warnings.filterwarnings("always", message="NO BROWSER")
        warnings.warn(MISSING, stacklevel=1)


@pytest.fixture(scope="session")
def base_url():
    """Have no base; the plugin's own fixture is written in a way that pytest warns about."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the browser of this machine."""
    assert CHROMIUM, MISSING
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "timeout": PATIENCE,
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }


@pytest.fixture(scope="session")
def browser(browser):
    """Wait long for a page: how fast this machine is says nothing of the site."""
    make = browser.new_context

    def new_context(**how):
        context = make(**how)
        context.set_default_timeout(PATIENCE)
        return context

    browser.new_context = new_context
    expect.set_options(timeout=PATIENCE)
    return browser


@pytest.fixture(autouse=True)
def _uncollected(settings):
    """Serve style sheets as they lie in static/."""
    settings.STORAGES = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.STATIC_ROOT = settings.BASE_DIR / "static"


@pytest.fixture
def site(live_server):
    """The address of a server with the whole catalogue, for a test that writes: all is gone after it."""
    with whole_catalogue.to_write_in():
        yield live_server.url


@pytest.fixture(scope="session")
def _server(django_db_setup):
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def _site_of_module(_server, django_db_blocker):
    with django_db_blocker.unblock(), whole_catalogue.in_view():
        yield _server.url


@pytest.fixture
def catalogue_site(_site_of_module, db):
    """The same for modules that only read."""
    return _site_of_module


@pytest.fixture
def complaints(page):
    """What the browser complains about: violations of the policy, and errors."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found
