"""What each line of each table says: one function per noun, from a line to a row."""

from evidence.loading.row_makers.countries import context_point, country
from evidence.loading.row_makers.findings import figure, finding
from evidence.loading.row_makers.interventions import classification, intervention
from evidence.loading.row_makers.known import Known
from evidence.loading.row_makers.lessons import lesson
from evidence.loading.row_makers.organisations import organisation, participation, unnamed_party
from evidence.loading.row_makers.provisions import provision, provision_role, provision_term
from evidence.loading.row_makers.schemes import scheme, term
from evidence.loading.row_makers.sources import source
from evidence.loading.row_makers.studies import study

__all__ = [
    "Known",
    "classification",
    "context_point",
    "country",
    "figure",
    "finding",
    "intervention",
    "lesson",
    "organisation",
    "participation",
    "provision",
    "provision_role",
    "provision_term",
    "scheme",
    "source",
    "study",
    "term",
    "unnamed_party",
]
