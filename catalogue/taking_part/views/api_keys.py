"""The keys of the API of an organisation, which a coordinator makes and ends."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from accounts import actions
from accounts.errors import RefusedError
from accounts.models import ApiToken, Membership
from catalogue.requests import SignedInRequest
from catalogue.taking_part.access import posted_by_coordinators
from catalogue.taking_part.forms import ApiKeyForm
from catalogue.taking_part.views.organisations import SHOWN_ONCE, show_organisation, to_organisation


@posted_by_coordinators
def account_organisation_key(request: SignedInRequest, mine: Membership) -> HttpResponse:
    """Make a key of the API; the next page shows its secret, once."""
    form = ApiKeyForm(request.POST, auto_id="key-%s")
    if form.is_valid():
        fields = {"name": form.cleaned_data["name"], "scope": form.cleaned_data["scope"], "lasts": form.lasts}
        try:
            _token, request.session[SHOWN_ONCE] = actions.issue_token(mine.organisation, **fields, by=request.user)
        except RefusedError as fault:
            form.add_error(None, str(fault))
        else:
            return to_organisation(mine)
    return show_organisation(request, mine, key_form=form)


@posted_by_coordinators
def account_organisation_revoke(request: SignedInRequest, mine: Membership, pk: int) -> HttpResponse:
    """End a key: from now on it opens nothing."""
    actions.revoke_token(get_object_or_404(ApiToken, pk=pk, organisation=mine.organisation), by=request.user)
    messages.success(request, _("De sleutel werkt niet meer."))
    return to_organisation(mine)
