"""Whose submissions these are."""

from django.shortcuts import get_object_or_404

from catalogue.requests import SignedInRequest
from submissions.models import Submission


def own_submission(request: SignedInRequest, reference: str) -> Submission:
    """Find a submission of an organisation of the visitor; for anyone else it does not exist (404)."""
    return get_object_or_404(Submission.objects.with_people().of_member(request.user), reference=reference)
