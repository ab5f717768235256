"""From answers to rows of the evidence, with the submission as their source. Called inside the transaction of a move.

docs/data.md (“Submissions”) says what becomes what; `submissions.destinations` is the list.
"""

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from accounts.errors import RefusedError
from evidence import derivation, vocabulary
from evidence.choices import EditorialState
from evidence.models import CatalogueVersion, Intervention
from submissions.choices import Kind
from submissions.history import History
from submissions.models import Submission
from submissions.publishing.experiences import remove_experience, write_experience
from submissions.publishing.records import write_record

NOTES = {
    Kind.NEW: _("Gepubliceerd uit een inzending van %(organisation)s"),
    Kind.CHANGE: _("Gewijzigd uit een inzending van %(organisation)s"),
    Kind.EXPERIENCE: _("Praktijkervaring van %(organisation)s"),
}
WITHOUT_EXPERIENCE = _("Praktijkervaring van %(organisation)s weggehaald")
ARCHIVED = _("Uit de catalogus gehaald")
RESTORED = _("Teruggezet in de catalogus")


def publish_answers(submission: Submission) -> Intervention:
    """Write what a submission says as evidence rows, and all that follows from them; return the record.

    Raises RefusedError when the record that it is about is no longer in the catalogue, FaultsError when what
    it says does not fit.
    """
    words = vocabulary.of_state(CatalogueVersion.hold())
    if submission.kind == Kind.EXPERIENCE:
        record = _record(submission)
        _check_is_published(record)
        write_experience(submission, record)
    else:
        history = History(submission, words)
        if submission.kind == Kind.CHANGE:
            _check_is_published(history.record)
        record = write_record(history)
    derivation.one_record(record, _note(NOTES[Kind(submission.kind)], submission))
    return record


def archive_published(submission: Submission) -> None:
    """Take what a submission published out of sight: a record is archived, an experience is removed."""
    CatalogueVersion.hold()
    record = _record(submission)
    if submission.kind == Kind.EXPERIENCE:
        remove_experience(submission)
        derivation.one_record(record, _note(WITHOUT_EXPERIENCE, submission))
    else:
        _show(record, EditorialState.ARCHIVED)
        derivation.one_record(record, _note(ARCHIVED, submission))


def restore_archived(submission: Submission) -> None:
    """Bring it back: the record as it was, the experience from its answers."""
    if submission.kind == Kind.EXPERIENCE:
        publish_answers(submission)
        return
    CatalogueVersion.hold()
    record = _record(submission)
    _show(record, EditorialState.PUBLISHED)
    derivation.one_record(record, _note(RESTORED, submission))


def _record(submission: Submission) -> Intervention:
    record = Intervention.objects.filter(pk=submission.intervention_id or 0).first()
    if record is None:
        raise _gone()
    return record


def _check_is_published(record: Intervention | None) -> None:
    if record is None or record.editorial_state != EditorialState.PUBLISHED:
        raise _gone()


def _gone() -> RefusedError:
    return RefusedError(gettext("De beschrijving waar dit bij hoort, staat niet meer in de catalogus."))


def _show(record: Intervention, state: EditorialState) -> None:
    record.editorial_state = state
    record.save(update_fields=["editorial_state"])


def _note(text: str, submission: Submission) -> derivation.Note:
    """Say why in both languages; a note has room for any name of an organisation."""
    said = []
    for language in ("nl", "en"):
        with override(language):
            said.append(gettext(text) % {"organisation": submission.organisation.name})
    return derivation.Note(*said)
