"""The HTML front as an app of Django."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Knows the evidence, not the other front."""

    name = "catalogue"
