"""The page of lifelong learning."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.links import Link, list_address
from catalogue.list_responses import refused_response
from catalogue.listing import Listing, shown_name
from catalogue.public.lifelong_learning.answer import answer_stage, by_characteristic
from catalogue.public.lifelong_learning.known import GROUP, STAGE, everything_known
from catalogue.public.lifelong_learning.question import MOST_CHARACTERISTICS, GroupQuestion, question_of
from catalogue.requests import HtmxRequest
from evidence.filters import LessonFilter
from evidence.models import Term
from evidence.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class GroupField:
    """A characteristic with the groups to choose from, one at a time."""

    id: str
    label: str
    options: list[tuple[str, str, bool]]


def group_fields(vocabulary: Vocabulary, question: GroupQuestion) -> list[GroupField]:
    """Make a field for every characteristic."""
    terms = list(vocabulary.terms.get(GROUP, {}).values())
    return [_field(vocabulary, top, terms, question) for top in terms if not top.broader_id]


def _field(vocabulary: Vocabulary, top: Term, terms: list[Term], question: GroupQuestion) -> GroupField:
    below = [term for term in terms if term != top and vocabulary.top(term) == top]
    options = [(term.code, term.label, term.code in question.codes) for term in below]
    return GroupField(f"group-{top.code}", top.label, [("", _("Maakt niet uit"), False), *options])


def _others(question: GroupQuestion) -> list[Link]:
    """Lead to what is known of the groups apart from lifelong learning."""
    asked: dict[str, str | list[str]] = {"targetGroup": question.codes}
    return [
        Link(list_address("lesson-list", asked), _("alle lessen over deze groepen")),
        Link(list_address("intervention-list", asked), _("alle aanpakken voor deze groepen")),
    ]


def lifelong_learning_page(vocabulary: Vocabulary, question: GroupQuestion) -> dict[str, Any]:
    """Return what is known per stage, and per characteristic what is and what is not."""
    everything = everything_known(vocabulary)
    stages = list(vocabulary.terms.get(STAGE, {}).values())
    return {
        "fields": group_fields(vocabulary, question),
        "asked": question.label,
        "left_out": [term.label for some in question.left_out for term in some],
        "most": MOST_CHARACTERISTICS,
        "asked_in_words": question.in_words,
        "combined": len(question.groups) > 1,
        "others": _others(question) if question.codes else [],
        "stages": stages,
        "answers": [answer_stage(stage, question, everything) for stage in stages],
        "characteristics": by_characteristic(vocabulary, everything, question),
    }


@require_safe
def lifelong_learning(request: HtmxRequest) -> HttpResponse:
    """Tell what is known of need, awareness and use, for the groups that are asked about."""
    address = reverse("lifelong-learning")
    asked = QueryDict(mutable=True)
    asked.setlist("targetGroup", [code for code in request.GET.getlist("targetGroup") if code])
    filterset = LessonFilter(asked)
    listing = Listing(filterset, address, {})
    if listing.faults:
        return refused_response(request, listing, {"list_name": _("Leven lang ontwikkelen"), "list_address": address})
    question = question_of(filterset.vocabulary, filterset.form.cleaned_data["targetGroup"])
    unknown = [shown_name(name) for name in request.GET if name != "targetGroup"]
    context = lifelong_learning_page(filterset.vocabulary, question) | {"address": address, "unknown": unknown}
    return render(request, "public/lifelong_learning/page.html", context)
