"""One FilterSet per listed noun: page, API, export and feed ask the same questions.

Parameters are camelCase in an address (the NL API design rules) and snake_case here; `base.camel` is the one mapping.
"""

from evidence.filters.changes import ChangeFilter
from evidence.filters.findings import FindingFilter
from evidence.filters.interventions import InterventionFilter
from evidence.filters.lessons import LessonFilter
from evidence.filters.reference_lists import CountryFilter, OrganisationFilter, SchemeFilter, SourceFilter
from evidence.filters.studies import StudyFilter

__all__ = [
    "ChangeFilter",
    "CountryFilter",
    "FindingFilter",
    "InterventionFilter",
    "LessonFilter",
    "OrganisationFilter",
    "SchemeFilter",
    "SourceFilter",
    "StudyFilter",
]
