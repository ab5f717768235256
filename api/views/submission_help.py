"""What helps a system to make a good submission: the questions, who already does it, and what the plan for evaluation
is worth.
"""

from types import SimpleNamespace
from typing import Any, ClassVar

from django.utils import translation
from rest_framework.request import Request
from rest_framework.response import Response

from api import questions as asked
from api.problems import Fault
from api.shapes.submissions import PlanLevel, QuestionList, SimilarList
from api.views.doors import Door, Told, refuse_parameters
from api.views.signed import SignedDoor
from submissions import questions
from submissions.advice import similarity, study_design
from submissions.choices import Kind, Tier
from submissions.questions.declaration import Question


class QuestionListDoor(Door):
    """The questions of a kind of submission. Open to everyone: which questions there are is no secret."""

    operation, tag = "listSubmissionQuestions", "submissions"
    summary = "De vragen van een soort inzending"
    text = "Met deze vragen bouwt uw systeem zijn eigen formulier. Zonder tier: alle vragen. Hiervoor is geen sleutel nodig."
    shape = QuestionList
    chosen: ClassVar = {
        "kind": ("De soort inzending.", True, tuple(Kind.values)),
        "tier": ("Hoeveel u vertelt; research is alles.", False, tuple(Tier.values)),
    }

    def answer(self, request: Request) -> Response:
        """Give the questions."""
        given = {name: request.query_params.get(name) for name in self.chosen}
        faults = asked.unknown([name for name in request.query_params if name not in (*self.chosen, "format")])
        for name, (_text, needed, codes) in self.chosen.items():
            if given[name] not in codes and (needed or given[name] is not None):
                faults.append(
                    Fault(name, f"Kies uit: {', '.join(codes)}.", "required" if given[name] is None else "invalid")
                )
        asked.refuse(faults)
        kind, tier = Kind(given["kind"]), Tier(given["tier"] or Tier.RESEARCH)
        return Response(QuestionList.of(SimpleNamespace(kind=kind.value, tier=tier.value, topics=_topics(kind, tier))))


def _topics(kind: Kind, tier: Tier) -> list[SimpleNamespace]:
    """Write the topics with both languages beside each other."""
    return [
        SimpleNamespace(
            code=page.code, **_in_both("title", page.title), questions=[_question(one) for one in page.questions]
        )
        for page in questions.pages(kind, tier)
    ]


def _question(question: Question) -> SimpleNamespace:
    with translation.override("nl"):
        dutch = questions.options(question)
    with translation.override("en"):
        english = dict(questions.options(question))
    return SimpleNamespace(
        code=question.code,
        **_in_both("label", question.label),
        **_in_both("help", question.help),
        **_in_both("example", question.example),
        form=question.form.value,
        tier=question.tier.value,
        needed=question.needed,
        largest=question.largest,
        options=[SimpleNamespace(code=code, label=label, label_en=english[code]) for code, label in dutch],
    )


def _in_both(name: str, text: Any) -> dict[str, str]:
    """Say a text in Dutch and in English."""
    with translation.override("nl"):
        dutch = str(text)
    with translation.override("en"):
        return {name: dutch, f"{name}_en": str(text)}


class SimilarDoor(SignedDoor):
    """Who already does this."""

    methods: ClassVar = {
        "GET": Told(
            "listSimilar",
            "Wie doet dit al?",
            "Gepubliceerde beschrijvingen en andere concepten van uw organisatie die erop lijken, met de reden erbij.",
            SimilarList,
        )
    }

    def answer(self, request: Request, id: str) -> Response:
        """Compare."""
        refuse_parameters(request.query_params)
        submission = self.mine(id)
        found = similarity.similar(submission.answers, organisation=submission.organisation, exclude=submission)
        rows = [
            SimpleNamespace(
                intervention=row.intervention,
                submission=row.submission,
                name=row.name,
                near_name=row.near_name,
                reasons=[str(reason) for reason in row.reasons],
            )
            for row in found
        ]
        return Response(SimilarList.of(SimpleNamespace(results=rows)))


class LevelDoor(SignedDoor):
    """What the plan for evaluation is worth."""

    methods: ClassVar = {
        "GET": Told(
            "getPlanLevel",
            "Welk niveau haalt het onderzoeksplan?",
            "Volgens de omschrijvingen van Risbo 2023 (§2.2), met de kleinste stap die het niveau verhoogt.",
            PlanLevel,
        )
    }

    def answer(self, request: Request, id: str) -> Response:
        """Judge the plan."""
        refuse_parameters(request.query_params)
        plan = study_design.from_answers(self.mine(id).answers)
        reached = study_design.level_of(plan)
        judged = SimpleNamespace(
            level=reached.level,
            conclusive=reached.is_conclusive,
            why=str(reached.why),
            missing=[str(text) for text in reached.missing],
            next_step=_step(study_design.next_step(plan)),
            advice=[str(text) for text in study_design.advice(plan)],
        )
        return Response(PlanLevel.of(judged))


def _step(step: study_design.PlanStep | None) -> SimpleNamespace | None:
    if step is None:
        return None
    changes = [
        SimpleNamespace(
            question=change.question, answer=change.answer, title=str(change.title), advice=str(change.advice)
        )
        for change in step.changes
    ]
    return SimpleNamespace(level=step.level, changes=changes)
