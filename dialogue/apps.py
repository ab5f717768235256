"""The Django app of what visitors and organisations say to each other."""

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    """Corrections, contact between organisations, following and reminders; and forgetting all of it in time."""

    name = "dialogue"
