"""Addresses of one's account and organisations, under /account; allauth's own are in accounts/urls.py."""

from django.urls import path

from catalogue.taking_part.views import account, invitations, looking_after, organisations

ONE = "/organisations/<slug:slug>"

urlpatterns = [
    path("", account.home, name="account-home"),
    path("/delete", account.delete, name="account-delete"),
    path("/deleted", account.deleted, name="account-deleted"),
    path("/invitations/<str:secret>", invitations.invitation, name="account-invitation"),
    path("/organisations", organisations.organisation_list, name="account-organisations"),
    path(ONE, organisations.organisation_detail, name="account-organisation"),
    path(f"{ONE}/invite", looking_after.invite, name="account-organisation-invite"),
    path(f"{ONE}/invitations/<int:pk>/withdraw", looking_after.withdraw, name="account-organisation-withdraw"),
    path(f"{ONE}/members/<int:pk>/role", looking_after.change_role, name="account-organisation-role"),
    path(f"{ONE}/members/<int:pk>/remove", looking_after.remove, name="account-organisation-remove"),
    path(f"{ONE}/contact", looking_after.contact, name="account-organisation-contact"),
    path(f"{ONE}/keys", looking_after.make_key, name="account-organisation-key"),
    path(f"{ONE}/keys/<int:pk>/revoke", looking_after.revoke_key, name="account-organisation-revoke"),
]
