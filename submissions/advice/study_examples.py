"""Studies of the catalogue that reached a level, to show beside a plan."""

from typing import NamedTuple

from django.db.models import Q

from evidence.choices import EditorialState, StudyKind
from evidence.models import Intervention, Study


class Example(NamedTuple):
    """A study in the catalogue that reached a level, and a published approach that it is about."""

    study: Study
    intervention: Intervention


def example(level: int) -> Example | None:
    """Return a study at this level and a published approach that it is about.

    It is printed as exactly this level; the best described comes first. One and the same as long as the catalogue stays
    the same. None when there is none (there is never one for level 0).
    """
    links = (
        Study.interventions.through.objects.filter(
            Q(study__sms_printed=str(level)) & ~Q(study__kind=StudyKind.TOOLKIT),
            intervention__editorial_state=EditorialState.PUBLISHED,
            study__sms_counted=level,
        )
        .select_related("study", "intervention")
        .defer("study__note_nl", "study__note_en")
    )
    found = min(links, key=lambda link: _worth(link.study, link.intervention), default=None)
    return Example(found.study, found.intervention) if found else None


def _worth(study: Study, intervention: Intervention) -> tuple:
    return (not intervention.summary_nl, not study.design_nl, intervention.sort_name, study.slug, intervention.slug)
