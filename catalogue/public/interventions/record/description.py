"""The description itself: what it rests on, its versions, and how to refer to it."""

from django.utils.translation import gettext as _

from catalogue.public.interventions.record.part import RecordPart
from catalogue.public.interventions.versions import VersionLine, version_line
from evidence.models import Source


class Description(RecordPart):
    """“Waar deze beschrijving op rust” and “Over deze beschrijving”."""

    @property
    def sources(self) -> list[Source]:
        """Every source that says something here, the main one first."""
        row = self.intervention
        rows = (
            row.classifications.all(), row.findings.all(), row.figures.all(), row.lessons.all(),
            row.participations.all(), row.unnamed_parties.all(), row.studies.all(), row.passages.all(),
            row.amendments.all(), row.experiences.all(),
        )  # fmt: skip
        return list(dict.fromkeys((row.source, *(fact.source for facts in rows for fact in facts))))

    @property
    def history(self) -> list[VersionLine]:
        """Every version of this description, the newest first."""
        return [version_line(row) for row in self.intervention.versions.all()]

    @property
    def citation(self) -> str:
        """How to refer to this description, up to its address."""
        latest = max((row.number for row in self.intervention.versions.all()), default=0)
        return _("Werkwijs (%(year)s). %(name)s. Versie %(number)s.") % {
            "year": self.intervention.modified.year,
            "name": self.intervention.name,
            "number": latest,
        }
