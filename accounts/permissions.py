"""Who someone is: a member of an organisation, a reviewer, an editor, an admin."""

from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser

from accounts.choices import EditorialRole, MemberRole
from accounts.models import Membership, User

Visitor: TypeAlias = User | AnonymousUser
"""Whoever makes a request, signed in or not."""

REVIEWERS = frozenset({EditorialRole.REVIEWER, EditorialRole.EDITOR, EditorialRole.ADMIN})
EDITORS = frozenset({EditorialRole.EDITOR, EditorialRole.ADMIN})


def is_member(user: Visitor, organisation_pk: int) -> bool:
    """Tell whether someone acts for an organisation."""
    return (
        user.is_authenticated
        and user.is_active
        and Membership.objects.filter(user=user, organisation=organisation_pk).exists()
    )


def is_coordinator(user: Visitor, organisation_pk: int) -> bool:
    """Tell whether someone looks after an organisation here."""
    return (
        user.is_authenticated
        and user.is_active
        and Membership.objects.filter(user=user, organisation=organisation_pk, role=MemberRole.COORDINATOR).exists()
    )


def is_reviewer(user: Visitor) -> bool:
    """Tell whether someone reviews for the editorial team."""
    return user.is_authenticated and user.is_active and user.editorial_role in REVIEWERS


def is_editor(user: Visitor) -> bool:
    """Tell whether someone may archive records and answer corrections."""
    return user.is_authenticated and user.is_active and user.editorial_role in EDITORS


def is_admin(user: Visitor) -> bool:
    """Tell whether someone looks after organisations, roles and letters."""
    return user.is_authenticated and user.is_active and user.editorial_role == EditorialRole.ADMIN
