"""What the templates of the editorial pages say in one word."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.permissions import is_admin, is_editor, is_reviewer
from catalogue.context import Item
from catalogue.submitting import once
from submissions.differences import Mark, Piece

register = template.Library()

PAGES = (
    ("review-queue", _("Wachtrij"), ("review-detail", "review-publish"), is_reviewer),
    ("review-corrections", _("Correcties"), ("review-correction",), is_editor),
    ("review-organisations", _("Organisaties"), ("review-organisation",), is_admin),
    ("review-people", _("Mensen"), ("review-person",), is_admin),
    ("review-letters", _("Brieven"), (), is_admin),
)
"""Each editorial page with its name, the pages that belong to it, and who may see it."""

MARKS = {Mark.ADDED: ("ins", _("(erbij:")), Mark.REMOVED: ("del", _("(weg:"))}
"""What happened to a piece of text, as an element and as the words before it."""


@register.inclusion_tag("reviewing/menu.html", takes_context=True)
def review_menu(context) -> dict:
    """List the editorial pages that this user may see, and say which one this is or belongs to."""
    request = context["request"]
    here = request.resolver_match.url_name if request.resolver_match else ""
    return {
        "items": [
            Item(reverse(name), str(label), "page" if here == name else "true" if here in others else "")
            for name, label, others, may_see in PAGES
            if may_see(request.user)
        ]
    }


@register.simple_tag
def form_key() -> str:
    """Write a fresh key into a form, so that sending it twice does its work once."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.NAME, once.fresh())


@register.simple_tag
def marked(piece: Piece) -> str:
    """Write a piece of a changed text with no white space but its own; a listener hears what happened to it."""
    if piece.mark not in MARKS:
        return piece.text
    element, before = MARKS[piece.mark]
    said = '<span class="hidden-visually">{}</span>'
    parts = (format_html(said, f"{before} "), piece.text, format_html(said, f" {_('einde)')}"))
    return format_html("<{0}>{1}{2}{3}</{0}>", element, *parts)
