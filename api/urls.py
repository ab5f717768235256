"""The addresses of the API: no slash at the end, no file extensions, plural nouns."""

from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt

from api import problems
from api.views import background, documents, evidence, interventions, submission_help, submission_moves, submissions

V1 = [
    path("interventions", interventions.InterventionList.as_view()),
    path("interventions/facets", interventions.InterventionFacets.as_view()),
    path("interventions/<slug:id>", interventions.InterventionDetail.as_view()),
    path("evidence-map", interventions.EvidenceMapView.as_view()),
    path("studies", evidence.StudyList.as_view()),
    path("studies/<slug:id>", evidence.StudyDetail.as_view()),
    path("findings", evidence.FindingList.as_view()),
    path("lessons", evidence.LessonList.as_view()),
    path("changes", evidence.ChangeList.as_view()),
    path("countries", background.CountryList.as_view()),
    path("countries/<slug:id>", background.CountryDetail.as_view()),
    path("sources", background.SourceList.as_view()),
    path("sources/<slug:id>", background.SourceDetail.as_view()),
    path("organisations", background.OrganisationList.as_view()),
    path("organisations/<slug:id>", background.OrganisationDetail.as_view()),
    path("schemes", background.SchemeList.as_view()),
    path("schemes/<slug:id>", background.SchemeDetail.as_view()),
    path("submission-questions", submission_help.QuestionListView.as_view()),
    path("submissions", submissions.SubmissionList.as_view()),
    path("submissions/<slug:id>", submissions.SubmissionDetail.as_view()),
    path("submissions/<slug:id>/submit", submission_moves.Submit.as_view()),
    path("submissions/<slug:id>/withdraw", submission_moves.Withdraw.as_view()),
    path("submissions/<slug:id>/reopen", submission_moves.Reopen.as_view()),
    path("submissions/<slug:id>/confirm", submission_moves.Confirm.as_view()),
    path("submissions/<slug:id>/comments", submission_moves.CommentList.as_view()),
    path("submissions/<slug:id>/similar", submission_help.SimilarView.as_view()),
    path("submissions/<slug:id>/level", submission_help.LevelView.as_view()),
    path("openapi.json", documents.OpenApi.as_view()),
]

urlpatterns = [
    path("v1/", include(V1)),
    path("docs", documents.Docs.as_view(), name="api-docs"),
    re_path("", csrf_exempt(problems.no_such_address)),
]
