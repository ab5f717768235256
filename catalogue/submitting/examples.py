"""Examples of the building blocks of forms, for the page with all of them. Everything here is invented."""

from datetime import UTC, datetime

from django.utils.translation import gettext as _

from catalogue.submitting.fields import Field, Link
from catalogue.submitting.journey import Entry, Task
from catalogue.submitting.preview import steps
from submissions.choices import State
from submissions.questions.declaration import Form


def of_forms() -> dict:
    """Return an example of every building block of a form."""
    fault = _("Geef de datum als 2024, mei 2024 of 17-05-2024.")
    answers = [("yes", _("Ja"), True), ("no", _("Nee"), False)]
    when = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
    return {
        "fields": [
            Field(
                "name",
                "field-name",
                _("Hoe heet het?"),
                _("De naam die u gebruikt."),
                _("Samen aan de slag"),
                "",
                (),
                Form.LINE,
                [],
                True,
            ),
            Field(
                "start",
                "field-start",
                _("Wanneer begon het?"),
                "",
                _("mei 2024"),
                _("ooit"),
                (fault,),
                Form.DATE,
                [],
                True,
            ),
            Field(
                "goal",
                "field-goal",
                _("Wat is het doel?"),
                "",
                _("Twaalf mensen hebben werk."),
                "",
                (),
                Form.TEXT,
                [],
                False,
                2000,
            ),
            Field("again", "field-again", _("Zou u het weer doen?"), "", "", "yes", (), Form.YES_NO, answers, True),
        ],
        "form_faults": [Link("#field-start", f"{_('Wanneer begon het?')} {fault}")],
        "states": State.choices,
        "tasks": [
            Task(_("Naam en plaats"), _("Hoe herkennen anderen het?"), "#task-1", "done", _("Klaar")),
            Task(_("Doel"), _("Wanneer is het geslaagd?"), "#task-2", "started", _("Begonnen")),
            Task(_("Aanpak"), _("Wat gebeurt er?"), "#task-3", "todo", _("Nog te doen")),
        ],
        "timeline": [
            Entry(
                when,
                _("de redactie"),
                _("Aanvulling gevraagd"),
                _("Vertel meer over de doelgroep."),
                State.CHANGES_REQUESTED,
            ),
            Entry(when, _("u"), _("Ingediend"), "", State.SUBMITTED),
        ],
        "steps": steps()[:3],
    }
