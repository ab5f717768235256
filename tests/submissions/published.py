"""What the tests of publication share: a vocabulary, whole answers, and a way to see all public knowledge at once."""

from typing import Any

from django.apps import apps
from django.db import transaction

from accounts.models import User
from evidence import documents, search, vocabulary
from evidence.models import Intervention, SearchDocument, SearchTerm
from submissions import actions
from submissions.choices import Kind, Tier
from submissions.models import Submission
from tests import factories, people

TERMS = {
    "success-measure": ("placements", "match"), "target-group": ("women", "refugees"),
    "intervention-type": ("mentoring",),
    "component": ("language-training",), "sector": ("care",), "career-moment": ("integration",),
    "party": ("employers",),
    "funding": ("eu-funding",), "steering": ("central",), "building-block": ("guidance",),
}  # fmt: skip
ANSWERS = {
    "name": "Koken naar werk", "name_en": "Cooking to work", "summary": "Nieuwkomers leren koken. Daarna werken zij.",
    "summary_en": "Newcomers learn to cook.", "place": "Verzonnen Noord", "status": "running", "start": "2024-05",
    "end": "2026",
    "scope": "local", "scale": "project", "occasion": "Weinig mensen hadden werk.",
    "goal": "Twaalf mensen aan het werk.",
    "success_measures": ["placements"], "for_whom": "Vrouwen die vluchtten.", "target_groups": ["women", "refugees"],
    "entry_requirements": "Een beetje Nederlands.", "approach": "Een half jaar in de keuken.\nDaarna een baan.",
    "intervention_types": ["mentoring"], "components": ["language-training"], "intensity": "Drie dagen per week.",
    "afterwards": "Een jobcoach.", "executor": "Stichting Verzonnen Werk", "participants": 64, "sectors": ["care"],
    "career_moments": ["integration"], "partners": ["Taalschool Verzonnen", "Restaurant Verzonnen"],
    "parties": ["employers"],
    "cooperation": "Elke maand overleg.", "budget": 180_000, "cost_per_participant": 4500,
    "costs": "De helft is begeleiding.",
    "funding": ["eu-funding"], "steering": ["central"], "conditions": ["Er is kinderopvang.", "Er is een coach."],
    "working_elements": ["De coach blijft dezelfde."], "building_blocks": ["guidance"],
    "obstacles": ["Te weinig taalles."],
    "lessons": ["Begin klein."], "has_plan": True, "measures_before_and_after": True,
    "comparison_group": "similar-people",
    "controls_for_differences": False, "drawn_by_lot": False, "plan_participants": 120, "plan_months": 12,
    "plan_start": "2025-09",
    "plan_results": "2099", "plan_evaluator": "Hogeschool Verzonnen", "possible_elsewhere": True,
    "needed_elsewhere": "Een taalschool en vijf restaurants.", "adaptations": "De sector mag anders zijn.",
    "different_because": "De werkgevers betalen zelf.",
}  # fmt: skip
RESEARCH = {
    "research_title": "Leren in de keuken", "research_authors": ["Hogeschool Verzonnen"],
    "research_published": "2025-03",
    "research_url": "https://voorbeeld.example/rapport", "research_language": "nl",
    "research_measured": "Werk na een jaar.",
    "research_success_measures": ["placements"], "research_effect": "positive",
    "research_result": "Meer mensen hadden werk.",
    "sms_claimed": "4",
}  # fmt: skip
EXPERIENCE = {
    "place": "Verzonnen Zuid", "start": "2023-03", "end": "2024", "adaptations": "Kleinere groepen.",
    "cost_in_euro": 62_000,
    "entered": 24, "left": 3, "in_work_after_6_months": 9, "in_work_after_12_months": 13, "in_work_after_24_months": 12,
    "satisfaction": "Zeventien van de 21 raden het aan.", "match": "Tien werkten op hun niveau.",
    "lessons_learned": "Zoek eerst werkgevers.", "would_do_again": True, "why_stopped": "De subsidie liep af.",
}  # fmt: skip


def vocabularies() -> None:
    """Make the terms and the country that the answers name."""
    factories.CountryFactory()
    for scheme, codes in TERMS.items():
        for code in codes:
            factories.TermFactory(of=scheme, code=code)
    vocabulary.forget_vocabularies()


def new(tier: Tier = Tier.DESCRIBE, **fields: Any) -> Submission:
    """Publish a new initiative with these answers, or with others (None leaves one out)."""
    return people.published(tier=tier, **(ANSWERS | (RESEARCH if tier == Tier.RESEARCH else {}) | fields))


def change(submission: Submission, *, by=None, **answers: Any) -> Submission:
    """Publish a change of the record of a submission, by its own organisation unless another does it."""
    return change_of(submission.intervention, by=by or people.member(submission.organisation), **answers)


def change_of(
    record: Intervention, *, by: User, publish: bool = True, tier: Tier = Tier.DESCRIBE, **answers: Any
) -> Submission:
    """Publish a change of a record, or only claim it.

    These answers differ (None: taken away), the rest stays as it started.
    """
    organisation = people.organisation_of(by)
    draft = actions.create(kind=Kind.CHANGE, organisation=organisation, by=by, intervention=record, tier=tier)
    draft = actions.save(draft, answers, version=draft.version, by=by)
    handed_in = actions.submit(draft, permission=True, version=draft.version, by=by)
    claimed = actions.claim(handed_in, by=people.reviewer())
    return actions.publish(people.judged(claimed), by=claimed.reviewer) if publish else claimed


def experience(record: Intervention, **answers: Any) -> Submission:
    """Publish an experience with a record."""
    by = answers.pop("by", None)
    return people.published(
        Kind.EXPERIENCE, intervention=record, **({"by": by} if by else {}), **(EXPERIENCE | answers)
    )


def knowledge(*, without: tuple[str, ...] = ()) -> dict[str, list]:
    """Return every row of the evidence, links too, as plain values."""
    return {
        model._meta.model_name: sorted(map(str, model._default_manager.values()))
        for model in apps.get_app_config("evidence").get_models(include_auto_created=True)
        if model._meta.model_name not in without
    }


def index() -> tuple[set, set]:
    """Return what is in the search index, apart from primary keys."""
    entries = SearchDocument.objects.values_list("subject", "subject_id", "language", "title", "body", "words")
    return set(entries), set(SearchTerm.objects.values_list("word", "language", "frequency"))


def whole_index() -> tuple[set, set]:
    """Return what would be in the index when it were made anew, and undo that."""
    with transaction.atomic():
        search.store(list(documents.all_documents()))
        made = index()
        transaction.set_rollback(True)
    return made
