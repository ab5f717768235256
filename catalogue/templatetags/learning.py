"""What the templates of the pages one learns from say in one word."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue import wording
from catalogue.context import Item

register = template.Library()

register.filter("first_sentence", wording.first_sentence)

PAGES = (
    ("lesson-list", _("Lessen"), ()),
    ("building-block-list", _("Bouwstenen"), ("building-block-detail",)),
    ("scaling", _("Opschalen"), ("scaling-check",)),
    ("pillar-list", _("Pijlers"), ("pillar-detail",)),
    ("programme-list", _("Programma’s"), ()),
    ("organisation-list", _("Organisaties"), ("organisation-detail",)),
)
"""Each page with its name and the pages that belong to it."""


@register.inclusion_tag("components/learning_menu.html", takes_context=True)
def learning_menu(context) -> dict:
    """List the pages, and say which one this is or belongs to."""
    here = context["request"].resolver_match.url_name
    return {
        "items": [
            Item(reverse(name), str(label), "page" if here == name else "true" if here in others else "")
            for name, label, others in PAGES
        ]
    }
