"""What changed in what a question finds, as an Atom feed (RFC 4287), the newest change first."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.selection import Selection
from evidence.models import CatalogueVersion, Intervention, RecordVersion

LONGEST = 50
"""Entries of a feed."""


class InterventionFeed(Atom1Feed):
    """A feed that is as old as its newest entry; without entries, as old as the catalogue.

    It is never of this very moment.
    """

    def latest_post_date(self) -> datetime:
        """Return when anything in it last changed."""
        return self.feed["updated"]


def write_feed(selection: Selection) -> str:
    """Write the feed.

    An entry is the last change of a record: its id names the version, so that readers show the next one too.
    """
    records = selection.filterset.rows(selection.filterset.ids[:LONGEST], Intervention.objects.for_cards())
    versions = _last_versions(records)
    feed = InterventionFeed(
        title=_("Werkwijs: %(question)s") % {"question": selection.title},
        link=selection.absolute("intervention-list"),
        feed_url=selection.absolute("intervention-feed"),
        feed_guid=selection.absolute("intervention-feed"),
        description=_("Wat er veranderde in deze aanpakken."),
        author_name=settings.CONTACT_NAME,
        language=get_language(),
        updated=records[0].modified if records else CatalogueVersion.current().changed_at,
    )
    for record in records:
        version = versions.get(record.pk)
        address = settings.PUBLIC_URL + reverse("intervention-detail", args=(record.slug,))
        feed.add_item(
            title=record.name,
            link=address,
            # A summary is read as HTML. None leaves it out, which Django allows and its stubs do not.
            description=escape(_said(version, record)) or None,  # type: ignore[arg-type]
            unique_id=f"{address}#v{version.number if version else 0}",
            updateddate=record.modified,
        )
    return feed.writeString("utf-8")


def _last_versions(records: list[Intervention]) -> dict[int, RecordVersion]:
    rows = RecordVersion.objects.filter(intervention__in=records).defer("snapshot").order_by("number")
    return {row.intervention_id: row for row in rows}


def _said(version: RecordVersion | None, record: Intervention) -> str:
    """Say what happened, and what the record is about, or that it is only mentioned."""
    note = "" if version is None else version.note_en if get_language() == "en" else version.note_nl
    about = wording.first_sentence(record.summary) if record.described else _("Alleen genoemd, zonder beschrijving.")
    return " ".join(filter(None, (note and f"{note.rstrip('.')}.", about)))
