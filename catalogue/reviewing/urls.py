"""Addresses of the editorial team, under /review. What is about one submission carries its reference, as it is printed."""

from django.urls import path, re_path

from catalogue.reviewing.views import letters, moves, queue, submission, writing

# Written out, so that the other editorial pages (corrections, organisations, people) are never taken for a reference.
ONE = r"^/(?P<reference>W-[2-9A-HJ-NP-Z]{8})"

urlpatterns = [
    path("", queue.queue, name="review-queue"),
    path("/letters", letters.letter_list, name="review-letters"),
    path("/letters/<int:pk>", letters.send_again, name="review-letter"),
    re_path(f"{ONE}$", submission.detail, name="review-detail"),
    re_path(f"{ONE}/checklist$", writing.judge, name="review-checklist"),
    re_path(f"{ONE}/message$", writing.message, name="review-message"),
    re_path(f"{ONE}/note$", writing.note, name="review-note"),
    re_path(f"{ONE}/publish$", moves.publish, name="review-publish"),
    re_path(f"{ONE}/(?P<move>[a-z-]+)$", moves.move, name="review-move"),
]
