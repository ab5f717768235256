"""Addresses at which a visitor starts from the site or from a record."""

from django.urls import path

from catalogue.submitting.views import public, starting

urlpatterns = [
    path("take-part", public.take_part, name="take-part"),
    path("interventions/<slug:slug>/change", starting.change_start, name="change-start"),
    path("interventions/<slug:slug>/experience", starting.experience_start, name="experience-start"),
]
