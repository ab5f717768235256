"""What helps a system to make a good submission.

The questions, who already does it, and what the plan for evaluation is worth.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from api import parameters
from api.problems import RequestFault
from api.questionnaire import questionnaire
from api.serializers.submission_help import PlanLevelSerializer, QuestionListSerializer, SimilarListSerializer
from api.views.base import ApiView, Operation
from api.views.key_holders import KeyHolderView
from evidence.models import Intervention
from submissions.advice import similarity, study_design
from submissions.choices import Kind, Tier
from submissions.models import Submission


class QuestionListView(ApiView):
    """The questions of a kind of submission. Open to everyone: which questions there are is no secret."""

    operation_id, tag = "listSubmissionQuestions", "submissions"
    summary = "De vragen van een soort inzending"
    text = (
        "Met deze vragen bouwt uw systeem zijn eigen formulier. Zonder tier: alle vragen. "
        "Hiervoor is geen sleutel nodig."
    )
    serializer_class = QuestionListSerializer
    chosen = {
        "kind": ("De soort inzending.", True, tuple(Kind.values)),
        "tier": ("Hoeveel u vertelt; research is alles.", False, tuple(Tier.values)),
    }

    def answer(self, request: Request) -> Response:
        faults = parameters.unknown(request.query_params, *self.chosen)
        faults += parameters.repeated(request.query_params, *self.chosen)
        for name, (_text, needed, codes) in self.chosen.items():
            given = request.query_params.get(name)
            if given not in codes and (needed or given is not None):
                code = "required" if given is None else "invalid"
                faults.append(RequestFault(parameter=name, detail=f"Kies uit: {', '.join(codes)}.", code=code))
        parameters.refuse_faults(faults)
        kind, tier = request.query_params["kind"], request.query_params.get("tier", Tier.RESEARCH)
        return Response(QuestionListSerializer.of(questionnaire(Kind(kind), Tier(tier))))


@dataclass(frozen=True, kw_only=True, slots=True)
class SimilarThing:
    """A record or submission that is like another, with the reasons as sentences."""

    intervention: Intervention | None
    submission: Submission | None
    name: str
    near_name: bool
    reasons: list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class SimilarThings:
    """All that is like a submission."""

    results: list[SimilarThing]


class SimilarView(KeyHolderView):
    """Who already does this."""

    methods: ClassVar[dict[str, Operation]] = {
        "GET": Operation(
            id="listSimilar",
            summary="Wie doet dit al?",
            text="Gepubliceerde beschrijvingen en andere concepten van uw organisatie die erop lijken, "
            "met de reden erbij.",
            serializer=SimilarListSerializer,
        )
    }

    def answer(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params)
        submission = self.own_submission(self.kwargs["id"])
        found = similarity.similar(submission.answers, organisation=submission.organisation, exclude=submission)
        return Response(SimilarListSerializer.of(SimilarThings(results=[_similar(row) for row in found])))


def _similar(row: similarity.Similar) -> SimilarThing:
    return SimilarThing(
        intervention=row.intervention,
        submission=row.submission,
        name=row.name,
        near_name=row.near_name,
        reasons=[str(reason) for reason in row.reasons],
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class AdvisedChange:
    """A change of a plan."""

    question: str
    answer: Any
    title: str
    advice: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AdvisedStep:
    """The changes that lead to a higher level."""

    level: int
    changes: list[AdvisedChange]


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgedPlan:
    """What a plan for evaluation is worth."""

    level: int
    conclusive: bool
    why: str
    missing: list[str]
    next_step: AdvisedStep | None
    advice: list[str]


class LevelView(KeyHolderView):
    """What the plan for evaluation is worth."""

    methods: ClassVar[dict[str, Operation]] = {
        "GET": Operation(
            id="getPlanLevel",
            summary="Welk niveau haalt het onderzoeksplan?",
            text="Volgens de omschrijvingen van Risbo 2023 (§2.2), met de kleinste stap die het niveau verhoogt.",
            serializer=PlanLevelSerializer,
        )
    }

    def answer(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params)
        plan = study_design.from_answers(self.own_submission(self.kwargs["id"]).answers)
        return Response(PlanLevelSerializer.of(_judged(plan)))


def _judged(plan: study_design.StudyPlan) -> JudgedPlan:
    reached, step = study_design.level_of(plan), study_design.next_step(plan)
    return JudgedPlan(
        level=reached.level,
        conclusive=reached.is_conclusive,
        why=str(reached.why),
        missing=[str(text) for text in reached.missing],
        next_step=_advised(step) if step else None,
        advice=[str(text) for text in study_design.advice(plan)],
    )


def _advised(step: study_design.PlanStep) -> AdvisedStep:
    changes = [
        AdvisedChange(
            question=change.question, answer=change.answer, title=str(change.title), advice=str(change.advice)
        )
        for change in step.changes
    ]
    return AdvisedStep(level=step.level, changes=changes)
