"""What still has to be answered."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from evidence.choices import LifeStatus
from submissions import questions
from submissions.answers import dates
from submissions.answers.validity import valid
from submissions.choices import Kind, Tier, TopicProgress
from submissions.errors import AnswerFault
from submissions.models import Submission
from submissions.questions.declaration import Page

Answers = dict[str, Any]


def faults_of(submission: Submission, *, permission: bool) -> list[AnswerFault]:
    """List what keeps a submission from being handed in, in the order of the pages."""
    found = [
        fault for page in questions.pages(submission.kind, submission.tier) for fault in _of_page(page, submission)
    ]
    if not permission:
        found.append(AnswerFault("permission", _("Geef toestemming om de antwoorden te publiceren.")))
    return found


def progress(submission: Submission) -> dict[str, TopicProgress]:
    """Say per topic (page code) how far it is.

    A topic is done when something was answered and nothing that is needed is missing.
    """
    return {page.code: _how_far(page, submission) for page in questions.pages(submission.kind, submission.tier)}


def _how_far(page: Page, submission: Submission) -> TopicProgress:
    if not any(question.code in submission.answers for question in page.questions):
        return TopicProgress.TODO
    return TopicProgress.STARTED if _of_page(page, submission) else TopicProgress.DONE


def _of_page(page: Page, submission: Submission) -> list[AnswerFault]:
    """List what is wrong on one page, in the order of its questions; one fault per question."""
    answers = submission.answers
    found = {}
    for rule in RULES.get((submission.kind == Kind.EXPERIENCE, page.code), ()):
        found.update(rule(answers, submission))
    for question in page.questions:
        answer = answers.get(question.code)
        if answer is None and question.needed:
            found[question.code] = _("Beantwoord de vraag “%(question)s”") % {"question": question.label}
        try:
            valid(question, answer)
        except ValueError as error:
            found[question.code] = str(error)
    return [AnswerFault(question.code, found[question.code]) for question in page.questions if question.code in found]


def _ends_after_it_starts(answers: Answers, _submission: Submission) -> dict[str, str]:
    """A record keeps the first day of each date, so the end must be told precisely enough to come after the start."""
    start, end = answers.get("start"), answers.get("end")
    if not (start and end):
        return {}
    if _is_before(end, start):
        return {"end": _("Het einde ligt vóór het begin. Controleer beide datums.")}
    if dates.first_day(end) < dates.first_day(start):
        return {"end": _("Geef het einde net zo precies als het begin, bijvoorbeeld met de maand erbij.")}
    return {}


def _says_why_it_stopped(answers: Answers, _submission: Submission) -> dict[str, str]:
    if answers.get("status") == LifeStatus.STOPPED and not answers.get("why_stopped"):
        return {"why_stopped": _("Leg uit waarom het initiatief gestopt is. Anderen leren daarvan.")}
    return {}


def _has_a_plan_or_a_reason(answers: Answers, submission: Submission) -> dict[str, str]:
    """A new initiative has a plan for evaluation, or a reason why not.

    Who describes it in full also says how it measures.
    """
    if submission.kind != Kind.NEW:
        return {}
    has_plan = answers.get("has_plan")
    if has_plan is False and not answers.get("why_no_plan"):
        return {"why_no_plan": _("Leg uit waarom er geen plan voor onderzoek is.")}
    if has_plan and submission.tier != Tier.REPORT:
        return {
            code: _("Beantwoord deze vraag: u schrijft dat er een plan is.")
            for code in ("measures_before_and_after", "comparison_group")
            if answers.get(code) is None
        }
    return {}


def _results_come_after_the_start(answers: Answers, _submission: Submission) -> dict[str, str]:
    start, results = answers.get("plan_start"), answers.get("plan_results")
    if start and results and _is_before(results, start):
        return {"plan_results": _("De resultaten komen vóór het begin van het onderzoek. Controleer beide datums.")}
    return {}


def _nobody_is_counted_who_did_not_enter(answers: Answers, _submission: Submission) -> dict[str, str]:
    entered = answers.get("entered")
    if entered is None:
        return {}
    return {
        code: _("Dit zijn meer mensen dan er begonnen (%(entered)s). Controleer beide getallen.") % {"entered": entered}
        for code in ("left", "in_work_after_6_months", "in_work_after_12_months", "in_work_after_24_months")
        if (answers.get(code) or 0) > entered
    }


Rule = Callable[[Answers, Submission], dict[str, str]]
RULES: dict[tuple[bool, str], tuple[Rule, ...]] = {
    (False, "basics"): (_says_why_it_stopped, _ends_after_it_starts),
    (False, "evaluation"): (_has_a_plan_or_a_reason, _results_come_after_the_start),
    (True, "practice"): (_ends_after_it_starts,),
    (True, "results"): (_nobody_is_counted_who_did_not_enter,),
}
"""What answers of one page say about each other, by whether it is an experience and by page."""


def _is_before(one: str, other: str) -> bool:
    """Tell whether a partial date is certainly before another."""
    common = min(len(one), len(other))
    return one[:common] < other[:common]
