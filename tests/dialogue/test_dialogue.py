"""Corrections and conversations: who may what, who is told what, and how long anything is kept."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.errors import RefusedError
from dialogue import contacts, corrections, following, retention
from dialogue.models import ContactMessage, ContactRequest, Correction, Follow
from evidence.choices import Role
from letters.models import Letter
from submissions.choices import Kind, State
from submissions.errors import FaultsError
from submissions.models import Submission
from tests import factories, people

pytestmark = pytest.mark.django_db
SENDER = "lezer@voorbeeld.example"


def proposed(record=None, *, email=SENDER, text="De startdatum klopt niet.", language="nl"):
    record = record or factories.InterventionFactory()
    corrections.propose_correction(record, text=text, origin="Rapport, blz. 3", email=email, language=language)
    return Correction.objects.latest("pk")


def confirmed(**fields):
    correction = proposed(**fields)
    corrections.confirm_correction(correction)
    return correction


def answered(**fields):
    return corrections.answer_correction(confirmed(**fields), "Aangepast. Dank u wel.", by=people.editor())


def secret_in(letter):
    return re.search(r"/corrections/confirm/(\S+)", letter.body)[1]


def to(address):
    return [letter for letter in mail.outbox if letter.to == [address]]


def on_commit(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks(execute=True)


class TestCorrection:
    def test_is_asked_to_be_confirmed_by_a_letter_whose_body_is_wiped(self, django_capture_on_commit_callbacks):
        with on_commit(django_capture_on_commit_callbacks):
            correction = proposed(email="Lezer@Voorbeeld.Example")
        (letter,) = to(SENDER)
        assert letter.subject == f"Bevestig uw melding {correction.reference}"
        assert corrections.find_correction(secret_in(letter)) == correction
        assert (correction.email, correction.confirmed) == (SENDER, None)
        assert Letter.objects.get().body == ""
        assert secret_in(letter) not in str(Correction.objects.values().get())

    def test_its_letters_speak_the_language_of_its_page(self, django_capture_on_commit_callbacks):
        with on_commit(django_capture_on_commit_callbacks):
            correction = proposed(language="en")
        assert "http://127.0.0.1:8000/en/corrections/confirm/" in to(SENDER)[0].body
        assert correction.language == "en"

    def test_the_same_twice_is_kept_once_and_asked_once(self):
        record = factories.InterventionFactory()
        proposed(record)
        proposed(record)
        assert (Correction.objects.count(), Letter.objects.count()) == (1, 1)
        proposed(record, text="Nog iets anders.")
        proposed(record, email="ander@voorbeeld.example")
        assert Correction.objects.count() == 3

    def test_a_confirmed_one_is_told_to_editors_once_and_to_nobody_else(self, django_capture_on_commit_callbacks):
        editor, admin, _reviewer, _member = people.editor(), people.admin(), people.reviewer(), people.member()
        people.person(editorial_role="editor", is_active=False)
        correction = proposed()
        mail.outbox.clear()
        with on_commit(django_capture_on_commit_callbacks):
            corrections.confirm_correction(correction)
            corrections.confirm_correction(correction)
        assert sorted(letter.to[0] for letter in mail.outbox) == sorted([editor.email, admin.email])
        assert all(f"/review/corrections/{correction.reference}" in letter.body for letter in mail.outbox)
        assert not any(SENDER in letter.body or "startdatum" in letter.body for letter in mail.outbox)

    def test_only_confirmed_ones_are_read_what_waits_first(self):
        first, second, third = (confirmed(text=str(number)) for number in range(3))
        proposed(text="niet bevestigd")
        corrections.answer_correction(first, "Goed.", by=people.editor())
        assert list(Correction.objects.to_read()) == [second, third, first]

    def test_is_answered_once_by_letter(self, django_capture_on_commit_callbacks):
        correction, editor = confirmed(), people.editor()
        with on_commit(django_capture_on_commit_callbacks):
            corrections.answer_correction(correction, "  Aangepast.\n", by=editor)
        letter = to(SENDER)[-1]
        assert letter.subject == f"Antwoord op uw melding {correction.reference}"
        assert "Aangepast." in letter.body
        assert editor.email not in letter.body
        with pytest.raises(RefusedError):
            corrections.answer_correction(correction, "Nog eens.", by=editor)
        correction.refresh_from_db()
        assert (correction.answer, correction.answered_by) == ("Aangepast.", editor)

    def test_is_answered_by_editors_only_with_words_and_after_it_was_confirmed(self):
        correction = confirmed()
        for nobody in (people.reviewer(), people.member(), people.person()):
            with pytest.raises(PermissionDenied):
                corrections.answer_correction(correction, "Ja.", by=nobody)
        with pytest.raises(FaultsError):
            corrections.answer_correction(correction, " \n", by=people.editor())
        with pytest.raises(PermissionDenied):
            corrections.answer_correction(proposed(), "Ja.", by=people.editor())
        assert not Correction.objects.filter(answered__isnull=False).exists()

    def test_the_database_wants_an_address_until_the_answer(self):
        for correction in (proposed(text="1"), confirmed(text="2")):
            with pytest.raises(IntegrityError), transaction.atomic():
                Correction.objects.filter(pk=correction.pk).update(email="")


class TestKeeping:
    def later(self, **passed):
        return timezone.now() + timedelta(**passed)

    def test_what_nobody_confirmed_is_gone_after_seven_days_with_its_letter(self):
        record = factories.InterventionFactory()
        proposed(record)
        kept = confirmed(record=record, text="bevestigd")
        assert retention.forget_unconfirmed(self.later(days=6)) == 0
        assert retention.forget_unconfirmed(self.later(days=8)) == 1
        assert list(Correction.objects.all()) == [kept]
        assert all(kept.reference in letter.subject for letter in Letter.objects.filter(to=SENDER))

    def test_an_address_is_gone_thirty_days_after_the_answer_with_our_letters(self):
        waiting = confirmed(email="wacht@voorbeeld.example", text="wacht nog")
        correction = answered()
        assert retention.forget_addresses(self.later(days=29)) == 0
        assert retention.forget_addresses(self.later(days=31)) == 1
        correction.refresh_from_db()
        assert (correction.email, correction.text) == ("", "De startdatum klopt niet.")
        assert not Letter.objects.filter(to=SENDER).exists()
        waiting.refresh_from_db()
        assert waiting.email == "wacht@voorbeeld.example"

    def test_a_person_is_forgotten_by_their_addresses(self):
        gone = answered()
        kept = confirmed(email="ander@voorbeeld.example", text="van een ander")
        following.follow(email=SENDER, language="nl", title="alle aanpakken")
        following.follow(email="ander@voorbeeld.example", language="nl", title="alle aanpakken")
        retention.forget_person([gone.email])
        assert list(Correction.objects.all()) == [kept]
        assert {row.email for row in Follow.objects.all()} == {"ander@voorbeeld.example"}
        assert not Letter.objects.filter(to=SENDER).exists()
        assert Letter.objects.filter(to="ander@voorbeeld.example").exists()

    def test_counts_that_are_over_are_gone_and_others_count_on(self):
        cache = caches["default"]
        cache.clear()
        cache.set("voorbij", "1", 60)
        cache.set("telt-nog", "1", 7200)
        assert retention.forget_counts(self.later(hours=1)) == 1
        assert (cache.get("voorbij"), cache.get("telt-nog")) == (None, "1")
        cache.clear()

    def test_the_daily_command_forgets(self, capsys):
        proposed()
        Correction.objects.update(created=timezone.now() - timedelta(days=8))
        call_command("send_digests")
        assert capsys.readouterr().out == "letters to followers: 0; reminders: 0; forgotten: 1\n"
        assert not Correction.objects.exists()


@pytest.fixture
def two():
    """Make a record that one organisation started, and a member of another who wants to ask."""
    asked = people.organisation("Gemeente Gevraagd")
    record = factories.ParticipationFactory(organisation=asked).intervention
    return record, people.member(people.organisation("Gemeente Vraagt")), people.member(asked)


def started(record, asker, asked, text="Hoe deed u dat?"):
    return contacts.start_contact(
        record,
        asker=people.organisation_of(asker),
        asked=people.organisation_of(asked),
        subject="Een vraag",
        text=text,
        by=asker,
    )


class TestContact:
    def test_who_can_be_asked(self):
        record, user = factories.InterventionFactory(), people.member()
        described = people.organisation("Zelf beschreven")
        Submission.objects.create(
            kind=Kind.NEW, state=State.PUBLISHED, organisation=described, intervention=record, submitted=timezone.now()
        )
        for kind, state in (
            (Kind.EXPERIENCE, State.PUBLISHED),
            (Kind.CHANGE, State.PUBLISHED),
            (Kind.NEW, State.ARCHIVED),
        ):
            Submission.objects.create(
                kind=kind,
                state=state,
                organisation=people.organisation(),
                intervention=record,
                submitted=timezone.now(),
            )
        roles = {role: people.organisation(f"Rol {role}") for role in Role}
        for role, group in roles.items():
            factories.ParticipationFactory(intervention=record, organisation=group, role=role)
        factories.ParticipationFactory(intervention=record, organisation=described, role=Role.EXECUTOR)
        factories.ParticipationFactory(intervention=record, organisation=people.organisation_of(user))
        factories.ParticipationFactory(intervention=record)  # does not take part
        found = contacts.those_who_answer(record, user)
        assert found == [described, roles[Role.EXECUTOR], roles[Role.INITIATOR]]

    def test_each_side_is_told_that_there_is_a_message_not_what_it_says(self, two, django_capture_on_commit_callbacks):
        record, asker, asked = two
        with on_commit(django_capture_on_commit_callbacks):
            request = started(record, asker, asked)
        (letter,) = mail.outbox
        assert (letter.to, letter.subject) == ([asked.email], f"Een bericht van Gemeente Vraagt over {record.name}")
        assert f"/contact/{request.reference}" in letter.body
        mail.outbox.clear()
        with on_commit(django_capture_on_commit_callbacks):
            contacts.write_message(request, "Zo.", organisation=people.organisation_of(asked), by=asked)
        (answer,) = mail.outbox
        assert answer.to == [asker.email]
        for text in (letter.body, answer.body):
            assert not any(
                secret in text for secret in ("Hoe deed u dat?", "Zo.", "Een vraag", asker.email, asked.email)
            )

    def test_a_functional_mailbox_comes_before_the_members(self, two, django_capture_on_commit_callbacks):
        record, asker, asked = two
        group = people.organisation_of(asked)
        group.contact_email = "werk@gevraagd.example"
        group.save()
        with on_commit(django_capture_on_commit_callbacks):
            started(record, asker, asked)
        assert [letter.to for letter in mail.outbox] == [["werk@gevraagd.example"]]

    def test_only_the_two_see_it_and_write_in_it(self, two):
        record, asker, asked = two
        request = started(record, asker, asked)
        stranger = people.member()
        colleague = people.join(people.person(), people.organisation_of(asker))
        for user, sees in (
            (asker, 1),
            (asked, 1),
            (colleague, 1),
            (stranger, 0),
            (people.editor(), 0),
            (people.admin(), 0),
        ):
            assert ContactRequest.objects.of_member(user).count() == sees
        own = people.organisation_of(stranger)
        for group, by in (
            (own, stranger),
            (people.organisation_of(asker), stranger),
            (people.organisation_of(asker), asked),
        ):
            with pytest.raises(PermissionDenied):
                contacts.write_message(request, "Ik ook.", organisation=group, by=by)
        with pytest.raises(FaultsError):
            contacts.write_message(request, " ", organisation=people.organisation_of(asked), by=asked)
        assert ContactMessage.objects.count() == 1

    def test_nobody_asks_for_another_or_whom_it_does_not_concern(self, two):
        record, asker, asked = two
        other = people.organisation()
        ways = (
            {"asker": people.organisation_of(asked), "asked": people.organisation_of(asked), "by": asker},
            {"asker": people.organisation_of(asker), "asked": other, "by": asker},
            {"asker": other, "asked": people.organisation_of(asked), "by": asker},
            {"asker": people.organisation_of(asked), "asked": people.organisation_of(asked), "by": asked},
        )
        for way in ways:
            with pytest.raises(PermissionDenied):
                contacts.start_contact(record, subject="Vraag", text="Hoe?", **way)
        assert not ContactRequest.objects.exists()

    def test_an_empty_first_message_starts_nothing(self, two):
        record, asker, asked = two
        with pytest.raises(FaultsError):
            started(record, asker, asked, text=" ")
        assert not ContactRequest.objects.exists()
