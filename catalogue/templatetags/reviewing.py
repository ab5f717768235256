"""What the templates of the editorial pages say in one word."""

from django import template
from django.template import RequestContext
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.permissions import is_admin, is_editor, is_reviewer
from catalogue.idempotency import KEY_FIELD, new_key
from catalogue.navigation import MenuItem, MenuPage, menu_items
from submissions.answers.differences import Mark, Piece

register = template.Library()

PAGES = (
    (MenuPage("review-queue", _("Wachtrij"), ("review-detail", "review-publish")), is_reviewer),
    (MenuPage("review-corrections", _("Correcties"), ("review-correction",)), is_editor),
    (MenuPage("review-organisations", _("Organisaties"), ("review-organisation",)), is_admin),
    (MenuPage("review-people", _("Mensen"), ("review-person",)), is_admin),
    (MenuPage("review-letters", _("Brieven")), is_admin),
)
"""Each editorial page, and who may see it."""

MARKS = {Mark.ADDED: ("ins", _("(erbij:")), Mark.REMOVED: ("del", _("(weg:"))}
"""What happened to a piece of text, as an element and as the words before it."""
END = _("einde)")
"""The words behind it."""


@register.inclusion_tag("reviewing/menu.html", takes_context=True)
def review_menu(context: RequestContext) -> dict[str, list[MenuItem]]:
    """List the editorial pages that this user may see, and say which one this is or belongs to."""
    request = context["request"]
    here = request.resolver_match.url_name if request.resolver_match else ""
    return {"items": menu_items((page for page, may_see in PAGES if may_see(request.user)), here)}


@register.simple_tag
def form_key() -> str:
    """Write a fresh key into a form, so that sending it twice does its work once."""
    return format_html('<input type="hidden" name="{}" value="{}">', KEY_FIELD, new_key())


@register.simple_tag
def marked(piece: Piece) -> str:
    """Write a piece of a changed text with no white space but its own; a listener hears what happened to it."""
    if piece.mark not in MARKS:
        return piece.text
    element, before = MARKS[piece.mark]
    said = '<span class="hidden-visually">{}</span>'
    parts = (format_html(said, f"{before} "), piece.text, format_html(said, f" {END}"))
    return format_html("<{0}>{1}{2}{3}</{0}>", element, *parts)
