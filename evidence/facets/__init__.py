"""How many rows of a list each further choice would leave.

A facet ignores its own selection and follows all others. What remains is always asked of the filter of the list:
nothing is filtered here.
"""

from evidence.facets.counting import count_facets, forget_indexes, index_of
from evidence.facets.index import Facet, FacetIndex, FacetOption, FacetValue
from evidence.facets.interventions import CHOICES, LEVELS, InterventionIndex

__all__ = [
    "CHOICES",
    "LEVELS",
    "Facet",
    "FacetIndex",
    "FacetOption",
    "FacetValue",
    "InterventionIndex",
    "count_facets",
    "forget_indexes",
    "index_of",
]
