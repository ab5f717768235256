"""What everyone may see: what taking part is, and all questions to read or print beforehand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.submitting import preview, starting
from submissions.choices import Kind


@require_safe
def take_part(request: HttpRequest) -> HttpResponse:
    """Say what taking part is, for whom, and what happens with what is sent in."""
    context = {
        "steps": preview.process_steps(),
        "tiers": starting.tier_choices(Kind.NEW),
        "topics": preview.topic_previews(Kind.NEW),
    }
    return render(request, "submitting/take_part.html", context)


@require_safe
def submission_print(request: HttpRequest) -> HttpResponse:
    """Show every question with its help and a good answer, to print."""
    context = {"parts": preview.printed_topics(Kind.NEW), "experience": preview.printed_topics(Kind.EXPERIENCE)}
    return render(request, "submitting/print.html", context)
