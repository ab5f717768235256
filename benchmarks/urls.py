"""The real addresses, with the plain ones beside them."""

from django.urls import include, path

from config.urls import urlpatterns as real

urlpatterns = [path("", include("benchmarks.plain")), *real]
