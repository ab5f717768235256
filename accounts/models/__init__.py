"""People, the organisations they act for, and how they prove it."""

from accounts.models.invitation import Invitation
from accounts.models.membership import Membership, OrganisationRequest
from accounts.models.token import ApiToken
from accounts.models.user import User

__all__ = ["ApiToken", "Invitation", "Membership", "OrganisationRequest", "User"]
