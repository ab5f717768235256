"""The catalogue front."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Knows the evidence, not the other front."""

    name = "catalogue"
