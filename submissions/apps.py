"""The Django app of proposals and their review."""

from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    """What organisations propose, what reviewers decide, and what practice reports back."""

    name = "submissions"
