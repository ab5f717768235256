"""Fill in a form as a browser does: what it holds, with changes, sent to where it says."""

from html.parser import HTMLParser


class Form:
    """A form of a page: its address and what it would send."""

    def __init__(self, attributes) -> None:
        self.action, self.method = attributes.get("action", ""), attributes.get("method", "get")
        self.values: dict[str, list[str]] = {}

    def add(self, name, value) -> None:
        self.values.setdefault(name, []).append(value)


class Forms(HTMLParser):
    """Every form of a page, in order."""

    def __init__(self, response) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Form] = []
        self.open: Form | None = None
        self.area = self.select = None
        self.text = ""
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Form(found)
            self.found.append(self.open)
        elif self.open and tag == "input" and found.get("name"):
            ticked = found.get("type") not in ("radio", "checkbox") or "checked" in found
            if ticked and found.get("type") != "file":
                self.open.add(found["name"], found.get("value", ""))
        elif self.open and tag == "textarea":
            self.area, self.text = found["name"], ""
        elif self.open and tag == "select":
            self.select = found["name"]
        elif self.select and tag == "option" and "selected" in found:
            self.open.add(self.select, found.get("value", ""))

    def handle_data(self, data):
        if self.area:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.open.add(self.area, self.text.removeprefix("\n"))
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.open = None


def form_on(response, ending="", holding=""):
    """Return the form on a page that posts to an address with this ending, and holds a field of this name."""
    return next(
        form
        for form in Forms(response).found
        if form.action.endswith(ending) and form.method == "post" and (not holding or holding in form.values)
    )


def send(client, response, ending="", **changes):
    """Send a form of a page with these changes; None leaves a field out.

    `at` is its page, for a form without an address.
    """
    at, headers = changes.pop("at", ""), changes.pop("headers", {})
    form = form_on(response, ending)
    values = form.values | {name: value if isinstance(value, list) else [value] for name, value in changes.items()}
    data = {name: given for name, given in values.items() if given != [None]}
    return client.post(form.action or at, data, headers=headers)
