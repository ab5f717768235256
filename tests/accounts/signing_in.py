"""Sign in without the walk through the forms, as it would leave the session. tests/accounts/ walks it for real."""

import time

from allauth.mfa.models import Authenticator

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client, user, *, second_step: bool = False, sure: bool = False):
    """Sign someone in.

    With `second_step` they have an app for codes and used it in this session, as /review asks; `sure`: they just gave
    their password again, as the pages that change the account ask.
    """
    client.force_login(user)
    session = client.session
    records = [{"method": "password", "at": time.time(), "email": user.email, "reauthenticated": sure}]
    if second_step:
        data = {"secret": SECRET}
        app, _new = Authenticator.objects.get_or_create(
            user=user, type=Authenticator.Type.TOTP, defaults={"data": data}
        )
        records.append({"method": "mfa", "at": time.time(), "id": app.pk, "type": "totp"})
    session["account_authentication_methods"] = records
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client
