"""“Wie doet dit al?” against the real catalogue, with drafts planted beside it."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from evidence.choices import EditorialState
from evidence.models import Intervention
from submissions.advice.similarity import nearness, similar
from submissions.choices import Kind, State
from submissions.models import Submission
from tests import people

pytestmark = pytest.mark.usefixtures("catalogue_data")

KITCHEN = {
    "name": "Koken voor de buurt",
    "summary": "Nieuwkomers leren koken en Nederlands in een bedrijfskeuken.",
    "goal": "Een betaalde baan in de horeca na de inburgering.",
    "for_whom": "Vrouwen die als vluchteling naar Nederland kwamen.",
}


def draft(group, state=State.DRAFT, kind=Kind.NEW, **answers):
    """Plant a draft as a row: what is compared are its answers, not how they came there."""
    return Submission.objects.create(
        kind=kind, state=state, organisation=group, answers=answers, submitted="2025-01-01T00:00Z"
    )


def names(found):
    return [one.name for one in found]


def told(one):
    return [str(reason) for reason in one.reasons]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Jämställd etablering", "Jämställd etablering"),
        ("jamstald etablering", "Jämställd etablering"),
        ("Equal Enty", "Jämställd etablering"),
        ("etablering jämställd", "Jämställd etablering"),
        ("Jämställd etab", "Jämställd etablering"),
        ("taalsnelweg naar wrek", "Taalsnelweg"),
        ("Duo for a Job in Breda", "Duo for a Job"),
    ],
)
def test_a_nearly_equal_name_comes_first_and_says_so(typed, name):
    first = similar({"name": typed})[0]
    assert (first.name, first.near_name, told(first)[0]) == (name, True, f"De naam lijkt op “{name}”.")


def test_near_names_stand_before_whatever_else_is_alike():
    record = Intervention.objects.get(slug="jamstalld-etablering")
    found = similar(
        {"name": "Duo for a Job", "summary": record.summary_nl, "goal": record.summary_nl, "target_groups": ["women"]}
    )
    assert names(found)[:2] == ["Duo for a Job", "Jämställd etablering"]
    assert [one.near_name for one in found[:2]] == [True, False]


def test_reasons_name_what_is_shared_in_the_language_of_the_reader():
    asked = {
        "name": "Mentoren voor jongeren",
        "intervention_types": ["mentoring"],
        "target_groups": ["women"],
        "components": ["language-training"],
    }
    found = {one.name: one for one in similar(asked, limit=50)}["Jämställd etablering"]
    assert told(found)[:2] == ["Hetzelfde type: Mentoring.", "Dezelfde doelgroep: Vrouwen."]
    with translation.override("en"):
        assert "Women" in told(found)[1]


def test_words_are_told_as_they_were_written():
    found = {
        one.name: one for one in similar({"name": "Taalmaatjes", "for_whom": "statushouders op de werkvloer"}, limit=50)
    }
    assert "Dezelfde woorden: werkvloer, statushouders." in told(found["Taal en Werk in de horeca"])


def test_a_narrower_group_is_like_its_broader_one():
    record = Intervention.objects.filter(classifications__term__code="labour-migrants").published().first()
    assert record, "the catalogue changed: choose another term"
    broader = record.classifications.get(term__code="labour-migrants").term.broader
    asked = {"name": "Zomaar", "target_groups": [broader.code], "components": []}
    found = {one.intervention.slug: told(one) for one in similar(asked, limit=300)}
    assert found[record.slug] == [f"Dezelfde doelgroep: {broader.label}."]


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"name": ""},
        {"name": "de het een"},
        {"name": "Xyzzy", "summary": "Tuinieren voor honden en katten."},
        {"intervention_types": ["mentoring"]},
        {"name": None, "target_groups": None, "components": [None, {}, "bestaat-niet"]},
        {"name": "\ud800\0", "summary": ["geen", "tekst"]},
    ],
)
def test_what_is_like_nothing_finds_nothing(answers):
    assert similar(answers) == []


def test_what_the_public_may_not_see_is_not_found():
    Intervention.objects.filter(slug="jamstalld-etablering").update(editorial_state=EditorialState.ARCHIVED)
    assert "Jämställd etablering" not in names(
        similar({"name": "Jämställd etablering", "target_groups": ["women"]}, limit=300)
    )


def test_only_own_drafts_in_hand_are_found():
    mine, theirs = people.organisation(), people.organisation()
    states = {state: draft(mine, state, name=f"Koken voor de buurt {state}") for state in State}
    draft(theirs, name="Koken voor de buurt", summary="GEHEIM van een ander")
    draft(mine, kind=Kind.EXPERIENCE, name="Koken voor de buurt")
    found = similar(KITCHEN, organisation=mine, limit=300)
    drafts = [one.submission for one in found if one.submission]
    in_hand = [State.DRAFT, State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED]
    assert sorted(row.pk for row in drafts) == sorted(states[state].pk for state in in_hand)
    assert all(one.near_name for one in found[:4])
    everything = " ".join(reason for one in found for reason in told(one)) + " ".join(names(found))
    assert "GEHEIM" not in everything
    assert not any(one.submission for one in similar(KITCHEN, limit=300))


def test_a_submission_is_not_like_itself_nor_like_the_record_that_it_became():
    group = people.organisation()
    own, other = draft(group, **KITCHEN), draft(group, **KITCHEN)
    own.intervention = Intervention.objects.get(slug="duo-for-a-job")
    found = similar(KITCHEN | {"name_en": "Duo for a Job"}, organisation=group, exclude=own, limit=300)
    assert [one.submission.pk for one in found if one.submission] == [other.pk]
    assert "Duo for a Job" not in names(found)


def test_no_more_than_asked_and_the_same_every_time():
    first = similar(KITCHEN, limit=3)
    assert len(first) == 3
    assert [(one.name, one.score) for one in first] == [(one.name, one.score) for one in similar(KITCHEN, limit=300)][
        :3
    ]


def test_the_number_of_queries_does_not_grow():
    group = people.organisation()
    counted = []
    for number in (1, 3, 9):
        for _ in range(number):
            draft(group, **KITCHEN)
        similar(KITCHEN, organisation=group, limit=50)
        with CaptureQueriesContext(connection) as queries:
            similar(KITCHEN, organisation=group, limit=50)
        counted.append(len(queries))
    assert counted == [3, 3, 3]  # the state of the catalogue, the drafts, the records shown


def test_it_answers_while_one_types():
    similar(KITCHEN)
    times = []
    for _ in range(5):
        start = time.thread_time()  # its own work: what else runs on this machine does not count
        similar(KITCHEN)
        times.append(time.thread_time() - start)
    assert min(times) < 0.1


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("vip 2", "vip 2", True),
        ("vip 2", "vip 3", False),
        ("werk", "werk en taal", False),  # too short a start to say anything
        ("taalsnelweg", "taalsnelweg naar werk", True),
        ("taalsnelw", "taalsnelweg naar werk", True),
        ("naar werk taalsnelweg", "taalsnelweg naar werk", True),
        ("sterk aan het werk", "samen aan de slag", False),
    ],
)
def test_nearness(one, other, near):
    assert (nearness(one, other) > 0) is near
