"""Addresses of what an organisation submits."""

from django.urls import path

from catalogue.submitting.views import check, files, overview, public, starting, topic

urlpatterns = [
    path("", overview.submission_list, name="submission-list"),
    path("/start", starting.submission_start, name="submission-start"),
    path("/print", public.submission_print, name="submission-print"),
    path("/template", files.submission_template, name="submission-template"),
    path("/<slug:reference>", overview.submission_detail, name="submission-detail"),
    path("/<slug:reference>/check", check.submission_check, name="submission-check"),
    path("/<slug:reference>/submitted", check.submission_submitted, name="submission-submitted"),
    path("/<slug:reference>/tier", overview.submission_tier, name="submission-tier"),
    path("/<slug:reference>/withdraw", overview.submission_withdraw, name="submission-withdraw"),
    path("/<slug:reference>/reopen", overview.submission_reopen, name="submission-reopen"),
    path("/<slug:reference>/confirm", overview.submission_confirm, name="submission-confirm"),
    path("/<slug:reference>/message", overview.submission_message, name="submission-message"),
    path("/<slug:reference>/continue", starting.submission_continue, name="submission-continue"),
    path("/<slug:reference>/similar", topic.submission_similar, name="submission-similar"),
    path("/<slug:reference>/level", topic.submission_level, name="submission-level"),
    path("/<slug:reference>/workbook", files.submission_workbook, name="submission-workbook"),
    path("/<slug:reference>/upload", files.submission_upload, name="submission-upload"),
    path("/<slug:reference>/<slug:page>", topic.submission_page, name="submission-page"),
]
