"""The table of contents of the pages, room by room. Dutch at the root, English under /en (config/urls.py)."""

from django.urls import include, path

from catalogue import styleguide

urlpatterns = [
    path("", include("catalogue.public.urls")),
    path("styleguide", styleguide.styleguide, name="styleguide"),
    path("account", include("catalogue.taking_part.urls")),
    path("submissions", include("catalogue.submitting.urls")),
    path("", include("catalogue.submitting.urls_records")),
    path("review", include("catalogue.reviewing.urls")),
    path("review", include("catalogue.taking_part.urls_review")),
    path("", include("catalogue.dialogue.urls")),
]
