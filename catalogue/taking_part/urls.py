"""Addresses of one's account and organisations, under /account; allauth's own are in accounts/urls.py."""

from django.urls import path

from catalogue.taking_part.views import account, api_keys, invitations, members, organisations

ONE = "/organisations/<slug:slug>"

urlpatterns = [
    path("", account.account_home, name="account-home"),
    path("/delete", account.account_delete, name="account-delete"),
    path("/deleted", account.account_deleted, name="account-deleted"),
    path("/invitations/<str:secret>", invitations.account_invitation, name="account-invitation"),
    path("/organisations", organisations.account_organisations, name="account-organisations"),
    path(ONE, organisations.account_organisation, name="account-organisation"),
    path(f"{ONE}/invite", members.account_organisation_invite, name="account-organisation-invite"),
    path(
        f"{ONE}/invitations/<int:pk>/withdraw",
        members.account_organisation_withdraw,
        name="account-organisation-withdraw",
    ),
    path(f"{ONE}/members/<int:pk>/role", members.account_organisation_role, name="account-organisation-role"),
    path(f"{ONE}/members/<int:pk>/remove", members.account_organisation_remove, name="account-organisation-remove"),
    path(f"{ONE}/contact", organisations.account_organisation_contact, name="account-organisation-contact"),
    path(f"{ONE}/keys", api_keys.account_organisation_key, name="account-organisation-key"),
    path(f"{ONE}/keys/<int:pk>/revoke", api_keys.account_organisation_revoke, name="account-organisation-revoke"),
]
