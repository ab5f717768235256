"""The addresses of the API: no slash at the end, no file extensions, plural nouns."""

from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt

from api import problems
from api.views import background, documents, evidence, interventions, submission_help, submission_moves, submissions

KNOWLEDGE = [
    path("interventions", interventions.InterventionList.as_view(), name="api-intervention-list"),
    path("interventions/facets", interventions.InterventionFacets.as_view(), name="api-intervention-facets"),
    path("interventions/<slug:id>", interventions.InterventionDetail.as_view(), name="api-intervention-detail"),
    path("evidence-map", interventions.EvidenceMapView.as_view(), name="api-evidence-map"),
    path("studies", evidence.StudyList.as_view(), name="api-study-list"),
    path("studies/<slug:id>", evidence.StudyDetail.as_view(), name="api-study-detail"),
    path("findings", evidence.FindingList.as_view(), name="api-finding-list"),
    path("figures", evidence.FigureList.as_view(), name="api-figure-list"),
    path("figures/<slug:id>", evidence.FigureDetail.as_view(), name="api-figure-detail"),
    path("provisions", evidence.ProvisionList.as_view(), name="api-provision-list"),
    path("provisions/facets", interventions.ProvisionFacets.as_view(), name="api-provision-facets"),
    path("provisions/<slug:id>", evidence.ProvisionDetail.as_view(), name="api-provision-detail"),
    path("lessons/facets", interventions.LessonFacets.as_view(), name="api-lesson-facets"),
    path("lessons", evidence.LessonList.as_view(), name="api-lesson-list"),
    path("changes", evidence.ChangeList.as_view(), name="api-change-list"),
    path("countries", background.CountryList.as_view(), name="api-country-list"),
    path("countries/<slug:id>", background.CountryDetail.as_view(), name="api-country-detail"),
    path("sources", background.SourceList.as_view(), name="api-source-list"),
    path("sources/<slug:id>", background.SourceDetail.as_view(), name="api-source-detail"),
    path("organisations", background.OrganisationList.as_view(), name="api-organisation-list"),
    path("organisations/<slug:id>", background.OrganisationDetail.as_view(), name="api-organisation-detail"),
    path("schemes", background.SchemeList.as_view(), name="api-scheme-list"),
    path("schemes/<slug:id>", background.SchemeDetail.as_view(), name="api-scheme-detail"),
]
SUBMISSIONS = [
    path("submission-questions", submission_help.QuestionListView.as_view(), name="api-question-list"),
    path("submissions", submissions.SubmissionList.as_view(), name="api-submission-list"),
    path("submissions/<slug:id>", submissions.SubmissionDetail.as_view(), name="api-submission-detail"),
    path("submissions/<slug:id>/submit", submission_moves.Submit.as_view(), name="api-submission-submit"),
    path("submissions/<slug:id>/withdraw", submission_moves.Withdraw.as_view(), name="api-submission-withdraw"),
    path("submissions/<slug:id>/reopen", submission_moves.Reopen.as_view(), name="api-submission-reopen"),
    path("submissions/<slug:id>/confirm", submission_moves.Confirm.as_view(), name="api-submission-confirm"),
    path("submissions/<slug:id>/comments", submission_moves.CommentList.as_view(), name="api-comment-list"),
    path("submissions/<slug:id>/similar", submission_help.SimilarView.as_view(), name="api-submission-similar"),
    path("submissions/<slug:id>/level", submission_help.LevelView.as_view(), name="api-submission-level"),
]
V1 = [*KNOWLEDGE, *SUBMISSIONS, path("openapi.json", documents.OpenApi.as_view(), name="api-openapi")]

urlpatterns = [
    path("v1/", include(V1)),
    path("docs", documents.Docs.as_view(), name="api-docs"),
    re_path("", csrf_exempt(problems.no_such_address), name="api-root"),
]
