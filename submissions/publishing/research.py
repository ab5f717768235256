"""A study that runs, or that was published. It has no level: that is for the editors, so no verdict can follow from it.

Once the editors gave a study a level, a submission changes nothing of it any more.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from evidence.choices import FindingKind, StudyKind, StudyStage
from evidence.models import Finding, Intervention, Source, Study
from evidence.rewriting import delete, rewrite
from evidence.vocabulary import Vocabulary
from submissions.answers import dates
from submissions.destinations import PLAN, TERMS
from submissions.publishing.sources import locator, write_values
from submissions.questions.choices import ComparisonGroup, ReportLanguage

Answers = dict[str, Any]

TITLE = _("[Evaluatie van %(name)s]")
YES_AND_NO = {
    "measures_before_and_after": (_("Meet vóór het begin en na afloop."), _("Meet op één moment.")),
    "controls_for_differences": (
        _("Houdt rekening met verschillen tussen de groepen."),
        _("Houdt geen rekening met verschillen tussen de groepen."),
    ),
    "drawn_by_lot": (_("Het lot bepaalt wie meedoet of eerder begint."), _("Er wordt niet geloot.")),
}
COMPARED = {
    ComparisonGroup.NONE: _("Vergelijkt met niemand."),
    ComparisonGroup.EARLIER_PARTICIPANTS: _("Vergelijkt met mensen van vóór deze aanpak."),
    ComparisonGroup.SIMILAR_PEOPLE: _("Vergelijkt met mensen die op de deelnemers lijken, maar niet meedoen."),
    ComparisonGroup.SAME_POOL: _("Vergelijkt met mensen die zich ook hebben aangemeld, maar niet of later meedoen."),
}
NUMBERS = {
    "plan_participants": _("Verzamelt gegevens van %(number)s mensen."),
    "plan_months": _("Volgt mensen %(number)s maanden."),
}
MOMENTS = {"plan_start": _("Begin: %(when)s."), "plan_results": _("Resultaten verwacht: %(when)s.")}


def as_it_stands(answers: Answers) -> Answers:
    """Leave out what was answered about a plan before the organisation said that there is none."""
    return (
        answers if answers.get("has_plan") else {code: answer for code, answer in answers.items() if code not in PLAN}
    )


def write_research(record: Intervention, source: Source, answers: Answers, words: Vocabulary) -> None:
    """Write the research that was published; or else the plan for one, when it has a date."""
    published, planned = f"{source.slug}-onderzoek", f"{source.slug}-plan"
    known = {study.slug: study for study in Study.objects.filter(slug__in=(published, planned))}
    if "research_title" in answers:
        study = known.get(published) or Study(slug=published)
        _publish(record, study, _published(source, answers))
        if study.sms_counted is None:
            _conclude(record, study, answers, words)
        _withdraw(known.get(planned))
        return
    _withdraw(known.get(published))
    if answers.get("has_plan") and (answers.get("plan_start") or answers.get("plan_results")):
        _publish(record, known.get(planned) or Study(slug=planned), _planned(record, source, answers))
    else:
        _withdraw(known.get(planned))


def _withdraw(study: Study | None) -> None:
    """Remove a study that is not answered any more."""
    if study and study.sms_counted is None:
        delete(list(study.findings.all()))
        study.interventions.clear()
        delete([study])


def _publish(record: Intervention, study: Study, values: dict[str, Any]) -> None:
    """Write a study, unless the editors gave it a level."""
    is_new = study.pk is None
    if study.sms_counted is None:
        write_values(study, values | {"kind": StudyKind.UNKNOWN})
    if is_new:
        study.interventions.add(record)


def _planned(record: Intervention, source: Source, answers: Answers) -> dict[str, Any]:
    results = answers.get("plan_results")
    with override("nl"):
        title = gettext(TITLE) % {"name": record.name}
    return {
        "title": title,
        "publisher": answers.get("plan_evaluator", ""),
        "stage": StudyStage.ONGOING,
        "due": dates.first_day(results) if results else None,
        "due_precision": len(results) if results else None,
        "design_nl": _design(answers, "nl"),
        "design_en": _design(answers, "en"),
        "source_id": source.pk,
        "locator": locator("has_plan"),
    }


def _design(answers: Answers, language: str) -> str:
    """Say in sentences of ours how it is evaluated."""
    with override(language):
        return " ".join(_sentences(answers))


def _sentences(answers: Answers) -> Iterator[str]:
    group = answers.get("comparison_group")
    for code, (yes, no) in YES_AND_NO.items():
        if code in answers:
            yield gettext(yes if answers[code] else no)
        if code == "measures_before_and_after" and group:
            yield gettext(COMPARED[ComparisonGroup(group)])
    for code, text in NUMBERS.items():
        if code in answers:
            yield gettext(text) % {"number": answers[code]}
    for code, text in MOMENTS.items():
        if code in answers:
            yield gettext(text) % {"when": dates.date_shown(answers[code])}


def _published(source: Source, answers: Answers) -> dict[str, Any]:
    language = answers.get("research_language", "")
    return {
        "title": answers["research_title"],
        "authors": answers.get("research_authors", []),
        "year": dates.first_day(answers["research_published"]).year if "research_published" in answers else None,
        "url": answers.get("research_url", ""),
        "language": "" if language == ReportLanguage.OTHER else language,
        "stage": StudyStage.PUBLISHED,
        "design_nl": answers.get("research_measured", ""),
        "source_id": source.pk,
        "locator": locator("research_title"),
    }


def _conclude(record: Intervention, study: Study, answers: Answers, words: Vocabulary) -> None:
    """Write what the organisation says that came out, per success measure: reported by itself, never a conclusion."""
    told = [
        Finding(
            slug=f"{study.slug}-{measure.code}"[:120],
            intervention=record,
            study=study,
            kind=FindingKind.RESULT,
            success_measure=measure,
            direction=answers.get("research_effect", ""),
            statement_nl=answers.get("research_result", ""),
            self_reported=True,
            source_id=study.source_id,
            locator=locator("research_result"),
        )
        for measure in words.named(TERMS["success_measures"], answers.get("research_success_measures", []))
    ]
    rewrite(study.findings.all(), told, key=("slug",), says=("direction", "statement_nl", "locator"), in_order=True)
