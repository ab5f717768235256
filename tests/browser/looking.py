"""How a page is looked at: by axe, and whether it scrolls sideways."""

from zlib import crc32

from axe_playwright_python.sync_playwright import Axe
from django.db import connection

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # what is in order needs no report: that takes half of the time
    "selectors": False,
}
VIEWS = ((1280, "light"), (320, "dark"))
every_view = False
"""Whether axe looks in every view (`--long`).

Else it looks once at each page: in one of its views, by its name, and on SQLite. The templates are the same on both
databases, and that the rows in them are is for the other tests.
"""


def in_turn(views: dict[str, tuple]) -> dict[str, tuple]:
    """Divide two views of one long journey over the two databases; each has both with `--long`."""
    first, second = views
    turn = first if connection.vendor == "sqlite" else second
    return views if every_view else {turn: views[turn]}


def open_everything(page):
    """Open every <details>, so that what it hides is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


def violations(page) -> list[dict]:
    """Run axe on the page as it is."""
    return Axe().run(page, options=RULES).response["violations"]


def faults_on(page, name, views=VIEWS, *, by_axe=None):
    """Name what axe finds in the views that it looks in (`by_axe` names them), and every view that scrolls sideways."""
    open_everything(page)
    found = []
    if every_view:
        by_axe = views
    elif connection.vendor != "sqlite":
        by_axe = ()
    elif by_axe is None:
        by_axe = [views[crc32(name.encode()) % len(views)]]
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{name} scrolls sideways at {width}")
        if (width, scheme) in by_axe:
            found += [f"{name} {width} {scheme}: {rule['id']} {rule['nodes'][0]['html']}" for rule in violations(page)]
    return found
