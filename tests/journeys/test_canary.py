"""What people write beside a submission, and who they are, never comes out with what is published."""

from itertools import count

import pytest

from dialogue import contacts
from dialogue.models import Correction, Follow
from evidence.models import Intervention, RecordVersion, SearchDocument
from submissions import actions
from submissions.answers import completeness
from submissions.choices import Aspect, Audience, Judgement, Kind, Tier
from submissions.destinations import INTERNAL
from submissions.models import Submission
from tests import people

pytestmark = pytest.mark.django_db
CANARY = "goudvink"
OUTLETS = (
    "/", "/interventions", "/interventions/{slug}", "/en/interventions/{slug}",
    "/interventions/feed", "/interventions/export.csv", "/studies", "/sources", "/sources/{source}", "/organisations",
    "/organisations/{organisation}", "/changes", "/lessons", "/provisions", "/lifelong-learning",
    "/evidence-map", "/sitemap.xml",
    "/api/v1/interventions", "/api/v1/interventions/{slug}", "/api/v1/studies",
    "/api/v1/findings", "/api/v1/lessons", "/api/v1/figures", "/api/v1/provisions",
    "/api/v1/sources", "/api/v1/sources/{source}", "/api/v1/organisations",
    "/api/v1/organisations/{organisation}", "/api/v1/changes",
)  # fmt: skip


def published() -> tuple[Submission, set[str]]:
    """Publish an initiative, a change and an experience, with the canary in every field that is not for the public."""
    number = count(1)
    author = people.coordinator(
        people.organisation("Gemeente Openbaar", contact_email=f"{CANARY}@openbaar.example"),
        email=f"{CANARY}.auteur@openbaar.example", first_name=CANARY, last_name=CANARY,
    )  # fmt: skip
    handler = people.reviewer(email=f"{CANARY}.redactie@werkwijs.example", first_name=CANARY)
    answers = people.complete_answers(Kind.NEW, Tier.DESCRIBE) | {"has_plan": False}
    answers |= {code: f"{CANARY} {next(number)}" for code in sorted(INTERNAL - {"sms_claimed"})}
    made = people.in_review(by=author, handler=handler, answers=answers)
    actions.judge(made, {Aspect.GOALS: (Judgement.PARTLY, f"{CANARY} {next(number)}")}, by=handler)
    actions.comment(made, f"{CANARY} {next(number)}", audience=Audience.INTERNAL, by=handler)
    actions.comment(made, f"{CANARY} {next(number)}", audience=Audience.AUTHOR, by=author)
    made = people.hand_in(actions.request_changes(made, reason=f"{CANARY} {next(number)}", by=handler))
    actions.claim(made, by=handler)
    made = actions.publish(
        people.judged(Submission.objects.get(pk=made.pk)), by=handler, reason=f"{CANARY} {next(number)}"
    )
    record = Intervention.objects.get()
    Correction.objects.create(
        intervention=record, text=f"{CANARY} {next(number)}", email=f"{CANARY}@x.example", digest="x"
    )
    Follow.objects.create(email=f"{CANARY}@volger.example", intervention=record)
    other = people.member(email=f"{CANARY}@ander.example")
    contacts.start_contact(
        record,
        asker=people.organisation_of(other),
        asked=people.organisation_of(author),
        subject=CANARY,
        text=CANARY,
        by=other,
    )
    people.draft(by=author, intervention=record, kind=Kind.CHANGE, summary=f"{CANARY} {next(number)}")
    people.submitted(Kind.EXPERIENCE, by=other, intervention=record, place=f"{CANARY} {next(number)}")
    people.published(Kind.EXPERIENCE, by=other, intervention=record)
    assert completeness.faults_of(made, permission=True) == []
    return made, {
        "slug": record.slug,
        "source": record.source.slug,
        "organisation": people.organisation_of(author).slug,
    }


def leaks(client, names) -> list[str]:
    """Name every outlet, and every public table, that holds the canary."""
    found = []
    for outlet in OUTLETS:
        response = client.get(outlet.format(**names))
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == 200, outlet
        if CANARY.encode() in body.lower():
            found.append(outlet)
    for rows in (RecordVersion.objects.values_list(), SearchDocument.objects.values_list()):
        found += [str(row) for row in rows if CANARY in str(row)]
    return found


def test_nothing_of_it_is_in_a_page_the_api_an_export_the_index_or_the_history(client):
    _made, names = published()
    assert leaks(client, names) == []
    assert client.get(f"/api/v1/interventions?search={CANARY}").json()["results"] == []


@pytest.mark.sabotage
def test_sabotage_the_canary_would_be_seen(client):
    _made, names = published()
    Intervention.objects.update(summary_nl=f"Een {CANARY}.")
    assert "/api/v1/interventions/{slug}" in leaks(client, names)
    assert "/interventions/export.csv" in leaks(client, names)
