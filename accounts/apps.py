"""Who may sign in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and, later, their membership of organisations."""

    name = "accounts"
