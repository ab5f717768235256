"""Set up a second step. Who just proved to have one, has used it in this session: /review does not ask again."""

from allauth.mfa.models import Authenticator
from csp.decorators import csp_update
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.generic import FormView

from accounts.allauth_internals import ActivateTOTPView, AddWebAuthnView, post_authentication


class UsedAtOnce(FormView):
    """A view that sets up a second step, and counts that as its first use."""

    starts: str

    def form_valid(self, form) -> HttpResponse:
        """Set it up, and note that it was used: who just showed it is not asked for it again."""
        response = super().form_valid(form)
        newest = Authenticator.objects.filter(user=self.request.user, type=self.starts).order_by("-pk")[0]
        post_authentication(self.request, newest, reauthenticated=True)
        return response


# The square that an app reads is an image inside the page (data:): allowed on this page alone.
@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")
class ActivateApp(UsedAtOnce, ActivateTOTPView):
    """Set up an app for codes."""

    starts = Authenticator.Type.TOTP


class AddKey(UsedAtOnce, AddWebAuthnView):
    """Set up a passkey or key."""

    starts = Authenticator.Type.WEBAUTHN
