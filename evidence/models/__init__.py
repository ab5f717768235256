"""The nouns of the knowledge, one file each."""

from evidence.models.country import ContextPoint, Country
from evidence.models.experience import Experience
from evidence.models.finding import Figure, Finding
from evidence.models.intervention import Classification, Intervention
from evidence.models.lesson import Lesson
from evidence.models.organisation import Organisation, Participation, UnnamedParty
from evidence.models.passage import Amendment, Passage
from evidence.models.provision import Provision, ProvisionRole, ProvisionTerm
from evidence.models.scheme import Scheme, Term
from evidence.models.search import SearchDocument, SearchTerm
from evidence.models.source import Source
from evidence.models.study import Study
from evidence.models.verdict import Verdict
from evidence.models.version import CatalogueVersion, RecordVersion

__all__ = [
    "Amendment",
    "CatalogueVersion",
    "Classification",
    "ContextPoint",
    "Country",
    "Experience",
    "Figure",
    "Finding",
    "Intervention",
    "Lesson",
    "Organisation",
    "Participation",
    "Passage",
    "Provision",
    "ProvisionRole",
    "ProvisionTerm",
    "RecordVersion",
    "Scheme",
    "SearchDocument",
    "SearchTerm",
    "Source",
    "Study",
    "Term",
    "UnnamedParty",
    "Verdict",
]
