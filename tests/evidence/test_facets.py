"""Counts follow the other filters, ignore their own, and equal what a click would give."""

import pytest
from django.http import QueryDict
from django.utils import translation

from evidence import facets
from evidence.filters import InterventionFilter

pytestmark = pytest.mark.usefixtures("catalogue_data")

SELECTIONS = [
    "",
    "country=SE,DK&smsMin=3",
    "targetGroup=women,refugees&type=directed",
    "search=opleiding&direction=insufficient&source=ser-2021",
]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_count_is_what_choosing_the_value_would_leave(selection):
    """For each value: the number equals the list with this facet's own choice replaced by that value alone."""
    for facet in facets.count_facets(InterventionFilter(QueryDict(selection))):
        own = {value.code for value in facet.values}
        for value in facet.values:
            data = QueryDict(selection, mutable=True)
            asked = [code for part in data.getlist(facet.parameter) for code in part.split(",")]
            data.setlist(facet.parameter, [*(code for code in asked if facet.group and code not in own), value.code])
            assert value.count == len(InterventionFilter(data).ids), (selection, facet.parameter, value.code)
            assert value.selected == (value.code in asked)


def test_a_facet_of_an_invalid_question_counts_nothing():
    counted = facets.count_facets(InterventionFilter(QueryDict("country=XX")))
    assert sum(value.count for facet in counted for value in facet.values) == 0


def test_labels_follow_the_language():
    with translation.override("en"):
        english = {facet.parameter: facet.label for facet in facets.count_facets(InterventionFilter())}
    dutch = {facet.parameter: facet.label for facet in facets.count_facets(InterventionFilter())}
    assert (english["type"], dutch["type"]) == ("Intervention type", "Type interventie")
