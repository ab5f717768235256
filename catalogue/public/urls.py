"""Addresses of the public pages: English nouns, no slash at the end."""

from django.urls import path

from catalogue.public import (
    about,
    building_blocks,
    changes,
    countries,
    home,
    method,
    organisations,
    pillars,
    programmes,
    site_map,
    sources,
    studies,
)
from catalogue.public.evidence_map import views as evidence_map
from catalogue.public.exports import views as exports
from catalogue.public.interventions import views as interventions
from catalogue.public.lessons import views as lessons
from catalogue.public.lifelong_learning import views as lifelong_learning
from catalogue.public.provisions import views as provisions
from catalogue.public.scaling import views as scaling

urlpatterns = [
    path("", home.home, name="home"),
    path("interventions", interventions.intervention_list, name="intervention-list"),
    path("interventions/feed", exports.intervention_feed, name="intervention-feed"),
    path("interventions/export.csv", exports.intervention_export, name="intervention-export"),
    path("interventions/<slug:slug>", interventions.intervention_detail, name="intervention-detail"),
    path("provisions", provisions.provision_list, name="provision-list"),
    path("provisions/<slug:slug>", provisions.provision_detail, name="provision-detail"),
    path("studies", studies.study_list, name="study-list"),
    path("studies/<slug:slug>", studies.study_detail, name="study-detail"),
    path("countries", countries.country_list, name="country-list"),
    path("countries/<slug:code>", countries.country_detail, name="country-detail"),
    path("sources", sources.source_list, name="source-list"),
    path("sources/<slug:slug>", sources.source_detail, name="source-detail"),
    path("lessons", lessons.lesson_list, name="lesson-list"),
    path("lifelong-learning", lifelong_learning.lifelong_learning, name="lifelong-learning"),
    path("building-blocks", building_blocks.building_block_list, name="building-block-list"),
    path("building-blocks/<slug:code>", building_blocks.building_block_detail, name="building-block-detail"),
    path("scaling", scaling.scaling, name="scaling"),
    path("scaling/check", scaling.scaling_check, name="scaling-check"),
    path("pillars", pillars.pillar_list, name="pillar-list"),
    path("pillars/<slug:code>", pillars.pillar_detail, name="pillar-detail"),
    path("programmes", programmes.programme_list, name="programme-list"),
    path("organisations", organisations.organisation_list, name="organisation-list"),
    path("organisations/<slug:slug>", organisations.organisation_detail, name="organisation-detail"),
    path("evidence-map", evidence_map.evidence_map, name="evidence-map"),
    path("method", method.method, name="method"),
    path("changes", changes.change_list, name="change-list"),
    path("about", about.about, name="about"),
    path("accessibility", about.accessibility, name="accessibility"),
    path("privacy", about.privacy, name="privacy"),
    path("robots.txt", site_map.robots, name="robots"),
    path("sitemap.xml", site_map.site_map, name="site-map"),
]
