"""Counts follow the other filters, ignore their own, and equal what a click would give."""

import pytest
from django.http import QueryDict
from django.utils import translation

from evidence import facets
from evidence.filters import InterventionFilter, LessonFilter, ProvisionFilter
from tests import suite

pytestmark = pytest.mark.usefixtures("catalogue_data")

SELECTIONS = [
    "",
    "country=SE,DK&smsMin=3",
    "targetGroup=women,refugees&type=directed",
    "search=opleiding&direction=insufficient&source=ser-2021",
]


@pytest.mark.parametrize("selection", suite.in_turn(SELECTIONS))
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


@pytest.mark.parametrize(
    ("filterset_class", "selection"),
    suite.in_turn(
        [
            (LessonFilter, ""),
            (LessonFilter, "kind=recommendation&addressee=everyone"),
            (LessonFilter, "targetGroup=women&country=NL"),
            (LessonFilter, "main=false&pillar=learning-dutch"),
            (ProvisionFilter, ""),
            (ProvisionFilter, "country=NL"),
            (InterventionFilter, "described=false"),
            (InterventionFilter, "described=true&evidenceCountry=NL&smsMin=0"),
            (InterventionFilter, "sector=multiple-sectors,technology&sectorPart=ser-2021-bijlage-1"),
        ]
    ),
)
def test_so_it_is_for_every_list_with_facets(filterset_class, selection):
    counted = facets.count_facets(filterset_class(QueryDict(selection)))
    assert counted
    for facet in counted:
        own = {value.code for value in facet.values}
        for value in facet.values:
            data = QueryDict(selection, mutable=True)
            asked = [code for part in data.getlist(facet.parameter) for code in part.split(",")]
            data.setlist(facet.parameter, [*(code for code in asked if facet.group and code not in own), value.code])
            assert value.count == len(filterset_class(data).ids), (selection, facet.parameter, value.code)
            assert value.selected == (value.code in asked)


def test_lessons_for_everyone_are_offered():
    facet = next(facet for facet in facets.count_facets(LessonFilter()) if facet.parameter == "addressee")
    everyone = facet.values[-1]
    assert (everyone.code, everyone.label) == ("everyone", "Voor iedereen")
    assert everyone.count > 0


def test_a_facet_of_an_invalid_question_counts_nothing():
    counted = facets.count_facets(InterventionFilter(QueryDict("country=XX")))
    assert sum(value.count for facet in counted for value in facet.values) == 0


def test_labels_follow_the_language():
    with translation.override("en"):
        english = {facet.parameter: facet.label for facet in facets.count_facets(InterventionFilter())}
    dutch = {facet.parameter: facet.label for facet in facets.count_facets(InterventionFilter())}
    assert (english["type"], dutch["type"]) == ("Intervention type", "Type interventie")
