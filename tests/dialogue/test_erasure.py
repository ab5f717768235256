"""Forget a person who is planted in every field that people write in.

Afterwards they are nowhere: in no table, index or file.
"""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from accounts import actions as account_actions
from accounts import idempotency
from accounts.models import User
from dialogue import erasure
from dialogue.models import Correction, Follow
from evidence import search
from evidence.models import CatalogueVersion, Intervention, RecordVersion, SearchDocument
from letters.models import Letter
from submissions import actions
from submissions.choices import Aspect, Audience, Judgement, Kind, Tier
from submissions.models import Comment, Decision, Submission
from tests import people

EMAIL = "quirina.zwaluwstaart@voorbeeld.example"
NAME = "Quirina Zwaluwstaart"
TELEPHONE = "06-98 76 54 32"
CANARY = re.compile(r"quirina|zwaluwstaart|98[ -]?76[ -]?54[ -]?32", re.IGNORECASE)


def tables() -> list[str]:
    with connection.cursor() as cursor:
        return [table.name for table in connection.introspection.get_table_list(cursor)]


def as_text(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def where() -> list[str]:
    """Name every table of the database, known to Django or not, that holds a trace; their bytes are read as text."""
    found = []
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 — names of the database itself
            values = [value for row in cursor.fetchall() for value in row]
            if any(CANARY.search(as_text(value)) for value in values):
                found.append(table)
    return sorted(found)


def life() -> User:
    """Leave traces everywhere: as an author and reviewer, in what others wrote, and in what became public."""
    text = f"{NAME}, {EMAIL}, {TELEPHONE}"
    user = people.coordinator(email=EMAIL, first_name="Quirina", last_name="Zwaluwstaart")
    group = people.organisation_of(user)
    everything = people.complete_answers(Kind.NEW, Tier.RESEARCH, everything=True, text=text)
    made = people.in_review(tier=Tier.RESEARCH, by=user, answers=everything, name=f"Aanpak van {NAME.upper()}")
    handler = made.reviewer
    actions.judge(made, {Aspect.GOALS: (Judgement.NO, f"Wie is {NAME}?")}, by=handler)
    actions.comment(made, f"Bel quirina\n zwaluwstaart op {TELEPHONE}.", audience=Audience.AUTHOR, by=user)
    actions.comment(made, f"Ik belde {NAME}.", audience=Audience.INTERNAL, by=handler)
    actions.request_changes(made, reason=f"Haal {NAME} uit de tekst.", by=handler)
    actions.publish(people.judged(actions.claim(people.hand_in(Submission.objects.get()), by=handler)), by=handler)
    record = Intervention.objects.get()
    answers = people.complete_answers(Kind.EXPERIENCE, Tier.DESCRIBE, everything=True, text=text)
    people.published(Kind.EXPERIENCE, by=people.member(group), intervention=record, answers=answers)
    people.submitted(Kind.EXPERIENCE, by=user, intervention=record, why_stopped=text)
    User.objects.filter(pk=user.pk).update(editorial_role="reviewer")
    in_hand = people.in_review(handler=User.objects.get(pk=user.pk))
    actions.comment(in_hand, "Een bericht van mij.", audience=Audience.AUTHOR, by=User.objects.get(pk=user.pk))
    Follow.objects.create(email=EMAIL, question="")
    Correction.objects.create(intervention=record, email=EMAIL, text="Van haarzelf.", digest="1")
    Correction.objects.create(
        intervention=record, email="ander@voorbeeld.example", text=f"{NAME} werkt daar niet.", digest="2"
    )
    account_actions.issue_token(group, name=f"van {NAME}", by=user)
    keep_answer(user, text)
    return user


def keep_answer(user: User, text: str) -> None:
    """Let a program of theirs get an answer that is kept for when it asks again."""
    answer = idempotency.Answer(201, {"said": text})
    for owner in (idempotency.of_user(user), *(idempotency.of_token(token) for token in user.tokens.all())):
        idempotency.once(owner=owner, key="een-sleutel", fingerprint="x", do=lambda: answer)


PLANTED = {
    "account_emailaddress",
    "accounts_apitoken",
    "accounts_user",
    "evidence_experience",
    "evidence_intervention",
    "evidence_lesson",
    "evidence_organisation",
    "evidence_passage",
    "evidence_recordversion",
    "evidence_searchdocument",
    "evidence_searchterm",
    "evidence_source",
    "evidence_study",
    "submissions_comment",
    "dialogue_correction",
    "submissions_decision",
    "dialogue_follow",
    "accounts_idempotencykey",
    "letters_letter",
    "submissions_review",
    "submissions_submission",
}


@pytest.mark.django_db(transaction=True)
def test_of_someone_who_was_everywhere_nothing_stays():
    with transaction.atomic():
        life()
    before = CatalogueVersion.current().token
    assert set(where()) >= PLANTED
    assert search.hits(SearchDocument.Subject.INTERVENTION, "zwaluwstaart")
    call_command("erase_person", EMAIL.upper(), text=[NAME, TELEPHONE], verbosity=0)
    assert where() == []
    assert not search.hits(SearchDocument.Subject.INTERVENTION, "zwaluwstaart")
    if connection.vendor == "sqlite":
        name = connection.settings_dict["NAME"]
        assert [
            path for path in (name, f"{name}-wal") if CANARY.search(Path(path).read_bytes().decode("latin-1"))
        ] == []
    assert CatalogueVersion.current().token != before
    check_the_rest_stays()


def check_the_rest_stays() -> None:
    """What the organisation told stands, by nobody; what the reviewer had in hand waits for another."""
    assert Submission.objects.filter(author=None).count() == 2
    assert sorted(Submission.objects.values_list("state", flat=True)) == [
        "published",
        "published",
        "submitted",
        "submitted",
    ]
    record = Intervention.objects.get()
    assert (record.name, record.slug) == ("Aanpak van [verwijderd]", "aanpak-van-verwijderd")
    assert Comment.objects.filter(text="Bel [verwijderd] op [verwijderd].", by=None).count() == 1
    assert Decision.objects.filter(reason="Haal [verwijderd] uit de tekst.").exclude(by=None).count() == 1
    assert RecordVersion.objects.filter(intervention=record).count() >= 2
    assert Correction.objects.get().text == "[verwijderd] werkt daar niet."
    assert search.hits(SearchDocument.Subject.INTERVENTION, "aanpak")


INDEX = {"evidence_searchdocument", "evidence_searchterm"}


@pytest.mark.sabotage
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("skipped", "left"),
    [
        ("RecordVersion", {"evidence_recordversion"}),
        ("Passage", {"evidence_passage", "evidence_recordversion", *INDEX}),
        ("Decision", {"submissions_decision"}),
        ("index", INDEX),
    ],
    ids=["history", "published rows", "log", "index"],
)
def test_sabotage_what_is_skipped_is_found(monkeypatch, skipped, left):
    models = [model for model in erasure._models() if model.__name__ != skipped]
    monkeypatch.setattr(erasure, "_models", lambda: models)
    if skipped == "index":
        monkeypatch.setattr("evidence.derivation.all_records", lambda *_args, **_kwargs: None)
    user = life()
    erasure.erase_traces(user, texts=[NAME, TELEPHONE])
    account_actions.erase_person(user, by=None)
    assert {table for table in where() if "searchindex" not in table} == left


@pytest.mark.django_db
def test_without_texts_an_address_goes_and_others_stay_as_they_were():
    colleague = people.member(email="ander.quirina.zwaluwstaart@voorbeeld.example")
    user = people.member(people.organisation_of(colleague), email=EMAIL)
    made = people.submitted(by=user, summary=f"Mail naar {EMAIL} of {colleague.email}.")
    version = CatalogueVersion.current().token
    erasure.erase_traces(user)
    made.refresh_from_db()
    assert made.answers["summary"] == f"Mail naar [verwijderd] of {colleague.email}."
    assert not Letter.objects.filter(to=EMAIL).exists()
    assert Letter.objects.filter(to=colleague.email).count() == 1
    assert CatalogueVersion.current().token == version


@pytest.mark.django_db
def test_someone_without_an_account_is_erased_by_address_and_text():
    draft = people.draft(summary=f"Vraag het {NAME}.")
    Follow.objects.create(email=EMAIL, question="")
    with pytest.raises(CommandError, match="There is no account"):
        call_command("erase_person", EMAIL)
    with pytest.raises(CommandError, match="Too short"):
        call_command("erase_person", EMAIL, text=["Jan"])
    call_command("erase_person", EMAIL, text=[NAME], verbosity=0)
    draft.refresh_from_db()
    assert draft.answers["summary"] == "Vraag het [verwijderd]."
    assert where() == []
