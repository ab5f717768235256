"""Read a page as a visitor does: its text, its links, its headings."""

import re
from html.parser import HTMLParser

BLOCKS = {
    "article", "caption", "dd", "details", "div", "dt", "h1", "h2", "h3", "label", "legend", "li", "option", "p",
    "section", "summary", "td", "th", "tr",
}  # fmt: skip
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "rect", "source", "use", "wbr"}


class Page(HTMLParser):
    """A page taken apart. `links` maps an address to the texts of its links; `ids` are in the order of the page."""

    def __init__(self, response) -> None:
        super().__init__()
        self.text, self.links, self.headings, self.ids, self.fields, self.open = "", {}, [], [], [], []
        self.feed(response.content.decode())
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"])
        if tag in ("input", "select", "option"):
            self.fields.append((tag, found))
        if tag in BLOCKS:
            self.text += " "
        if tag not in VOID:
            self.open.append((tag, found, len(self.text)))

    def handle_data(self, data):
        if not any(found.get("aria-hidden") == "true" for _tag, found, _start in self.open):
            self.text += data

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.text += " "
        while self.open:
            name, found, start = self.open.pop()
            words = " ".join(self.text[start:].split())
            if name == "a":
                self.links.setdefault(found.get("href", ""), []).append(words)
            if name in ("h1", "h2", "h3"):
                self.headings.append((name, words))
            if name == tag:
                break

    def slugs(self, prefix="/interventions/"):
        """Return the slugs of the records that are linked, in order; the ways to take a list away are none."""
        found = [address.removeprefix(prefix) for address in self.links if address.startswith(prefix)]
        return [slug for slug in found if slug.partition("?")[0] not in ("feed", "export.csv")]

    def checked(self):
        """Return the choices that are ticked, as (parameter, value)."""
        return [(found["name"], found["value"]) for tag, found in self.fields if tag == "input" and "checked" in found]


def markup(response) -> str:
    """Return the markup of a page without the white space that nobody sees: between attributes, and beside tags."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(response.content.decode().split()))
