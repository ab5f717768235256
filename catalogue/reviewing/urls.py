"""Addresses of the editorial team, under /review. What is about one submission carries its printed reference."""

from django.urls import path, re_path

from catalogue.reviewing.views import letters, moves, queue, submission, writing

# Written out, so that the other editorial pages (corrections, organisations, people) are never taken for a reference.
ONE = r"^/(?P<reference>W-[2-9A-HJ-NP-Z]{8})"

urlpatterns = [
    path("", queue.review_queue, name="review-queue"),
    path("/letters", letters.review_letters, name="review-letters"),
    path("/letters/<int:pk>", letters.review_letter, name="review-letter"),
    re_path(f"{ONE}$", submission.review_detail, name="review-detail"),
    re_path(f"{ONE}/checklist$", writing.review_checklist, name="review-checklist"),
    re_path(f"{ONE}/message$", writing.review_message, name="review-message"),
    re_path(f"{ONE}/note$", writing.review_note, name="review-note"),
    re_path(f"{ONE}/publish$", moves.review_publish, name="review-publish"),
    re_path(f"{ONE}/(?P<move>[a-z-]+)$", moves.review_move, name="review-move"),
]
