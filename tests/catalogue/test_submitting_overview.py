"""What an organisation sees of what it submitted: whose turn it is, what happened, and what it can do."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from submissions import actions
from submissions.actions import confirming
from submissions.choices import Aspect, Audience, Judgement, State, Tier
from submissions.models import Comment, Submission
from tests import people
from tests.catalogue.filling_in import Forms, send
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client):
    user = people.member(people.organisation("Gemeente Verzonnen"))
    client.force_login(user)
    return user


def at(name, submission, *more):
    return reverse(name, args=(submission.reference, *more))


def test_who_has_no_organisation_is_shown_how_to_ask_for_one(client):
    client.force_login(people.person())
    for address in ("/submissions", "/submissions/start"):
        page = Page(client.get(address))
        assert "Vraag aan voor uw organisatie" in page.links[reverse("account-organisations")]
        assert not [form for form in Forms(client.get(address)).found if "tier" in form.values]


def test_a_reviewer_asks_and_the_organisation_reads_why_and_hands_in_again(client, member):
    made = people.in_review(by=member)
    actions.release(made, reason="PLANTED-RELEASE", by=made.reviewer)
    made = actions.claim(made, by=people.reviewer())
    found = {Aspect.GOALS: (Judgement.PARTLY, "Noem een getal bij het doel."), Aspect.RESEARCH: (Judgement.YES, "")}
    actions.judge(made, found, by=made.reviewer)
    actions.comment(made, "PLANTED-INTERNAL", audience=Audience.INTERNAL, by=made.reviewer)
    actions.comment(made, "Mooi initiatief.", audience=Audience.AUTHOR, by=made.reviewer)
    actions.request_changes(made, reason="Maak het doel concreet.", by=made.reviewer)
    response = client.get(at("submission-detail", made))
    text = Page(response).text
    for words in (
        "Maak het doel concreet.",
        "Deels in orde",
        "Noem een getal bij het doel.",
        "Mooi initiatief.",
        "Aanvulling gevraagd",
    ):
        assert words in text
    for hidden in ("PLANTED-INTERNAL", "PLANTED-RELEASE", made.reviewer.email):
        assert hidden not in response.content.decode()
    check = client.get(at("submission-check", made))
    assert send(client, check, "/check", permission="yes").url == at("submission-submitted", made)
    assert Submission.objects.get(pk=made.pk).round == 2


def test_the_list_groups_by_whose_turn_it_is_and_never_shows_another_organisation(client, member):
    states = [State.DRAFT, State.SUBMITTED, State.PUBLISHED, State.DECLINED]
    for state in states:
        people.in_state(state, by=member, name=f"Initiatief {state}")
    people.draft(name="PLANTED-FOREIGN")
    page = Page(client.get("/submissions"))
    order = [text for tag, text in page.headings if tag in ("h2", "h3")]
    assert order == [
        "Hier bent u aan zet", "Initiatief draft", "Hier is de redactie aan zet", "Initiatief submitted",
        "In de catalogus", "Initiatief published", "Afgesloten", "Initiatief declined",
    ]  # fmt: skip
    assert "PLANTED-FOREIGN" not in page.text
    assert {"Concept", "Ingediend", "Gepubliceerd", "Afgewezen"} <= set(page.text.split())


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_one_as_for_three(client, member, number, django_assert_num_queries):
    for _ in range(number):
        people.draft(by=member)
    client.get("/submissions")
    with django_assert_num_queries(4):
        assert client.get("/submissions").status_code == 200


def test_once_a_year_one_click_says_that_it_is_still_right(client, member):
    made = people.published(by=member)
    text = "Klopt dit nog?"
    assert text not in Page(client.get("/submissions")).text
    made.decisions.update(at=timezone.now() - timedelta(days=400))
    listed = client.get("/submissions")
    assert text in Page(listed).text
    assert reverse("experience-start", args=(made.intervention.slug,)) in Page(listed).links
    assert send(client, listed, "/confirm").url == "/submissions"
    assert Submission.objects.get(pk=made.pk).confirmed == timezone.localdate()
    assert text not in Page(client.get("/submissions")).text


def test_only_what_is_published_can_be_confirmed(client, member):
    made = people.draft(by=member)
    assert client.post(at("submission-confirm", made)).url == at("submission-detail", made)
    assert Submission.objects.get(pk=made.pk).confirmed is None
    with pytest.raises(confirming.RefusedError):
        actions.confirm_still_right(made, by=member)


def test_more_or_less_can_be_told_without_losing_answers(client, member):
    made = people.draft(by=member, tier=Tier.DESCRIBE)
    before = made.answers
    for tier in (Tier.REPORT, Tier.RESEARCH):
        assert send(client, client.get(at("submission-detail", made)), "/tier", tier=tier).status_code == 302
        made.refresh_from_db()
        assert (made.tier, made.answers) == (tier, before)
    assert client.post(at("submission-tier", made), {"tier": "everything"}).status_code == 404


def test_it_can_be_withdrawn_and_taken_up_again(client, member):
    made = people.submitted(by=member)
    send(client, client.get(at("submission-detail", made)), "/withdraw")
    assert Submission.objects.get(pk=made.pk).state == State.WITHDRAWN
    send(client, client.get(at("submission-detail", made)), "/reopen")
    assert Submission.objects.get(pk=made.pk).state == State.DRAFT
    again = client.post(at("submission-reopen", made), follow=True)
    assert "Dit kan niet meer" in Page(again).text


def test_what_cannot_be_changed_now_is_shown_and_not_asked(client, member):
    made = people.submitted(by=member)
    assert client.get(at("submission-page", made, "basics")).url == at("submission-check", made)
    page = client.get(at("submission-check", made))
    assert "name (verzonnen)" in Page(page).text
    assert [form.action for form in Forms(page).found] == []


def test_a_message_reaches_the_reviewers_once_and_is_in_the_timeline(client, member):
    made = people.submitted(by=member)
    detail = client.get(at("submission-detail", made))
    empty = send(client, detail, "/message", text=" ")
    assert (empty.status_code, Page(empty).links["#text"]) == (422, ["Schrijf eerst een bericht."])
    for _ in range(3):
        assert send(client, detail, "/message", text="Wanneer <b>hoor</b> ik iets?").status_code == 302
    assert [comment.text for comment in Comment.objects.all()] == ["Wanneer <b>hoor</b> ik iets?"]
    assert b"Wanneer &lt;b&gt;hoor&lt;/b&gt; ik iets?" in client.get(at("submission-detail", made)).content
