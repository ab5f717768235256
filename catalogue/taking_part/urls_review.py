"""Addresses of admins about organisations and people, under /review."""

from django.urls import path

from catalogue.taking_part.views import admission, people

urlpatterns = [
    path("/organisations", admission.review_organisations, name="review-organisations"),
    path("/organisations/<int:pk>", admission.review_organisation, name="review-organisation"),
    path(
        "/organisations/<int:pk>/admit",
        admission.review_organisation_answer,
        {"verdict": "admit"},
        name="review-organisation-admit",
    ),
    path(
        "/organisations/<int:pk>/refuse",
        admission.review_organisation_answer,
        {"verdict": "refuse"},
        name="review-organisation-refuse",
    ),
    path("/people", people.review_people, name="review-people"),
    path("/people/<int:pk>", people.review_person, name="review-person"),
    path("/invitations/<int:pk>/withdraw", people.review_invitation_withdraw, name="review-invitation-withdraw"),
]
