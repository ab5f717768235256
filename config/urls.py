"""The table of contents: JSON under /api, everything else a page, in Dutch at the root and in English under /en."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("api/", include("api.urls")),
    path("en", RedirectView.as_view(url="/en/", permanent=True)),
    *i18n_patterns(
        path("account/", include("accounts.urls")),
        path("", include("catalogue.urls")),
        prefix_default_language=False,
    ),
]
