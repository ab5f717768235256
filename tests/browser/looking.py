"""How a page is looked at: by axe, and whether it scrolls sideways."""

from contextlib import contextmanager, nullcontext
from zlib import crc32

from axe_playwright_python.sync_playwright import Axe

from tests import suite

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # what is in order needs no report: that takes half of the time
    "selectors": False,
    "preload": False,  # style sheets are of this site: axe need not fetch any
}
VIEWS = ((1280, "light"), (320, "dark"))


def open_everything(page):
    """Open every <details>, so that what it hides is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


LIKE_EACH_OTHER = """(shown) => {
    for (const list of document.querySelectorAll('ul, ol, tbody')) {
        const seen = {};
        for (const item of list.children) {
            seen[item.className] = (seen[item.className] || 0) + 1;
            if (seen[item.className] > 3) item.style.display = shown ? '' : 'none';
        }
    }
}"""


@contextmanager
def without_repetition(page):
    """Leave three of what stands in a list again and again: what axe finds in them it finds in the fourth too."""
    page.evaluate(LIKE_EACH_OTHER, False)
    yield
    page.evaluate(LIKE_EACH_OTHER, True)


def violations(page) -> list[dict]:
    """Run axe on the page as it is."""
    return Axe().run(page, options=RULES).response["violations"]


def faults_on(page, name, views=VIEWS, *, by_axe=None):
    """Name what axe finds in the views that it looks in (`by_axe` names them), and every view that scrolls sideways."""
    open_everything(page)
    found = []
    if suite.is_long:
        by_axe = views
    elif by_axe is None:
        by_axe = [views[crc32(name.encode()) % len(views)]]
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{name} scrolls sideways at {width}")
        if (width, scheme) in by_axe:
            with nullcontext() if suite.is_long else without_repetition(page):
                rules = violations(page)
            found += [f"{name} {width} {scheme}: {rule['id']} {rule['nodes'][0]['html']}" for rule in rules]
    return found
