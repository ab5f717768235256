"""What templates say in one word."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from catalogue import wording
from evidence import states

register = template.Library()

register.filter("short_name", wording.short_name)
register.filter("printed_level", wording.printed_level)
register.filter("research_state", states.research_state)


@register.simple_tag
def icon(name: str) -> str:
    """Draw an icon of static/img/icons.svg; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static("img/icons.svg"), name
    )
