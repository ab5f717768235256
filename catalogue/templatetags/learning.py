"""What the templates of the pages one learns from say in one word."""

from django import template
from django.template import RequestContext
from django.utils.translation import gettext_lazy as _

from catalogue import wording
from catalogue.navigation import MenuItem, MenuPage, menu_items

register = template.Library()

register.filter("first_sentence", wording.first_sentence)

PAGES = (
    MenuPage("lesson-list", _("Lessen")),
    MenuPage("provision-list", _("Regelingen en loketten"), ("provision-detail",)),
    MenuPage("lifelong-learning", _("Leven lang ontwikkelen")),
    MenuPage("building-block-list", _("Bouwstenen"), ("building-block-detail",)),
    MenuPage("scaling", _("Opschalen"), ("scaling-check",)),
    MenuPage("pillar-list", _("Pijlers"), ("pillar-detail",)),
    MenuPage("programme-list", _("Programma’s")),
    MenuPage("organisation-list", _("Organisaties"), ("organisation-detail",)),
)


@register.inclusion_tag("components/learning_menu.html", takes_context=True)
def learning_menu(context: RequestContext) -> dict[str, list[MenuItem]]:
    """List the pages, and say which one this is or belongs to."""
    return {"items": menu_items(PAGES, context["request"].resolver_match.url_name)}
