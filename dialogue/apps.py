"""The dialogue."""

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    """Corrections, contact between organisations, following and reminders; and forgetting all of it in time."""

    name = "dialogue"
