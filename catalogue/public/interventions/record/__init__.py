"""A record as its page shows it, in the fixed order of the product: each part with its facts and their places.

What is missing says why (`WhyBlank`). A record is made of an intervention that was fetched with `for_pages`.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from catalogue.public.interventions.record.description import Description
from catalogue.public.interventions.record.head import Head
from catalogue.public.interventions.record.practice import LearnedInPractice
from catalogue.public.interventions.record.research import Research
from catalogue.public.interventions.record.summary import Summary


class Record(Head, Summary, Research, LearnedInPractice, Description):
    """One intervention, part by part."""

    def contents(self) -> Iterator[tuple[str, str]]:
        """List the parts of the page, for its table of contents."""
        yield "summary", _("In het kort")
        yield "research", _("Wat zegt onderzoek")
        if self.intervention.figures.all():
            yield "figures", _("Cijfers over het probleem")
        if self.reach or self.costs:
            yield "reach", _("Bereik en kosten")
        yield "audience", _("Voor wie")
        yield "elements", _("Werkende elementen")
        yield "needs", _("Wat u nodig hebt")
        yield "netherlands", _("Toepasbaar in Nederland")
        yield "experiences", _("Ervaringen uit de praktijk")
        yield "studies", _("Onderzoek en bronnen")
        yield "about", _("Over deze beschrijving")
