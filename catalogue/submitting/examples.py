"""Examples of the building blocks of forms, for the page with all of them. Everything here is invented."""

from datetime import UTC, datetime

from django.utils.translation import gettext as _

from accounts.forms.presentation import FormFault
from catalogue.fields import Field
from catalogue.submitting.journey import Task, TimelineEntry
from catalogue.submitting.preview import process_steps
from submissions.choices import State
from submissions.questions.declaration import Form


def of_forms() -> dict[str, object]:
    """Return an example of every building block of a form."""
    fault = _("Geef de datum als 2024, mei 2024 of 17-05-2024.")
    answers = [("yes", _("Ja"), True), ("no", _("Nee"), False)]
    when = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
    return {
        "fields": [
            Field(
                name="name",
                id="field-name",
                label=_("Hoe heet het?"),
                help=_("De naam die u gebruikt."),
                example=_("Samen aan de slag"),
                kind=Form.LINE,
                needed=True,
            ),
            Field(
                name="start",
                id="field-start",
                label=_("Wanneer begon het?"),
                example=_("mei 2024"),
                value=_("ooit"),
                errors=(fault,),
                kind=Form.DATE,
                needed=True,
            ),
            Field(
                name="goal",
                id="field-goal",
                label=_("Wat is het doel?"),
                example=_("Twaalf mensen hebben werk."),
                kind=Form.TEXT,
                needed=False,
                largest=2000,
            ),
            Field(
                name="again",
                id="field-again",
                label=_("Zou u het weer doen?"),
                value="yes",
                kind=Form.YES_NO,
                options=answers,
                needed=True,
            ),
        ],
        "form_faults": [FormFault(href="#field-start", text=f"{_('Wanneer begon het?')} {fault}")],
        "states": State.choices,
        "tasks": [
            _task(1, _("Naam en plaats"), _("Hoe herkennen anderen het?"), "done", _("Klaar")),
            _task(2, _("Doel"), _("Wanneer is het geslaagd?"), "started", _("Begonnen")),
            _task(3, _("Aanpak"), _("Wat gebeurt er?"), "todo", _("Nog te doen")),
        ],
        "timeline": [
            TimelineEntry(
                at=when,
                who=_("de redactie"),
                what=_("Aanvulling gevraagd"),
                text=_("Vertel meer over de doelgroep."),
                icon=State.CHANGES_REQUESTED,
            ),
            TimelineEntry(at=when, who=_("u"), what=_("Ingediend"), text="", icon=State.SUBMITTED),
        ],
        "steps": process_steps()[:3],
    }


def _task(number: int, title: str, lead: str, status: str, label: str) -> Task:
    return Task(title=title, lead=lead, address=f"#task-{number}", status=status, label=label)
