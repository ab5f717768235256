"""People, the organisations they act for, and how they prove it."""

from accounts.models.idempotency import IdempotencyKey
from accounts.models.invitation import Invitation
from accounts.models.membership import Membership, OrganisationRequest
from accounts.models.token import ApiToken
from accounts.models.user import User

__all__ = ["ApiToken", "IdempotencyKey", "Invitation", "Membership", "OrganisationRequest", "User"]
