"""The Django app of what the site writes to people."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """What the site writes to people by mail."""

    name = "letters"
