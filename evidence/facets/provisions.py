"""The facets of the list of provisions."""

from functools import cached_property

from django.utils.translation import gettext_lazy as _

from evidence.choices import LifeStatus, ProvisionKind
from evidence.facets.index import FacetIndex, FacetOption, Label, Options, constant, constants, name_of
from evidence.filters.provisions import SCHEME_OF, ProvisionFilter
from evidence.models import Country, Organisation, Provision, ProvisionRole, ProvisionTerm, Source
from evidence.vocabulary import Vocabulary


class ProvisionIndex(FacetIndex):
    """For every parameter and code, the provisions that have it, as bits."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary, Provision.objects.values_list("pk", flat=True))
        for row in Provision.objects.values("pk", "kind", "status", "country", "source__slug"):
            for parameter in ("kind", "status", "country"):
                self.add(parameter, [(row["pk"], row[parameter])])
            self.add("source", [(row["pk"], row["source__slug"])])
        self.add("organisation", ProvisionRole.objects.values_list("provision", "organisation__slug"))
        self.add_terms(SCHEME_OF, ProvisionTerm.objects.values_list("provision", "term"))

    @cached_property
    def options(self) -> Options:
        """Every facet, by parameter and group: its label and its values in order. What no provision has is left out."""
        options = {
            "kind": constants(ProvisionKind.choices),
            "status": constants(LifeStatus.choices),
            "country": [FacetOption(row.code, name_of(row)) for row in Country.objects.all()],
            "organisation": constants(Organisation.objects.values_list("slug", "name")),
            "source": constants(Source.objects.documents().values_list("slug", "title")),
        }
        used = {
            (parameter, ""): [value for value in values if self.members[parameter].get(value.code)]
            for parameter, values in options.items()
        }
        terms = self.term_facets(SCHEME_OF, only_used=True)
        used |= {place: values for place, (_name, values) in terms}
        return {place: (_label(place[0]), values) for place, values in used.items()}


def _label(parameter: str) -> Label:
    return constant(_("Land") if parameter == "country" else ProvisionFilter.base_filters[parameter].label)
