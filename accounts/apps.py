"""Who may sign in, for whom they act, and what they must show first."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, the organisations they act for, and the roles of the editorial team."""

    name = "accounts"
