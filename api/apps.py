"""The api front."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Knows the evidence, not the other front."""

    name = "api"
