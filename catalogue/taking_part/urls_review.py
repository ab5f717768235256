"""Addresses of admins about organisations and people, under /review."""

from django.urls import path

from catalogue.taking_part.views import admission, people

urlpatterns = [
    path("/organisations", admission.organisation_list, name="review-organisations"),
    path("/organisations/<int:pk>", admission.request_detail, name="review-organisation"),
    path("/organisations/<int:pk>/admit", admission.answer, {"verdict": "admit"}, name="review-organisation-admit"),
    path("/organisations/<int:pk>/refuse", admission.answer, {"verdict": "refuse"}, name="review-organisation-refuse"),
    path("/people", people.people, name="review-people"),
    path("/people/<int:pk>", people.change_role, name="review-person"),
    path("/invitations/<int:pk>/withdraw", people.withdraw, name="review-invitation-withdraw"),
]
