"""An organisation submits: from the first page to the confirmation."""

import pytest
from django.urls import reverse

from accounts.models import IdempotencyKey
from submissions import actions, questions
from submissions.answers import completeness
from submissions.answers.reading import as_posted
from submissions.choices import Kind, State, Tier
from submissions.models import Submission
from tests import factories, people
from tests.catalogue.filling_in import form_on, send
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
PUBLIC = ("take-part", "submission-print", "submission-template")


@pytest.fixture
def member(client):
    user = people.member(people.organisation("Gemeente Verzonnen"))
    client.force_login(user)
    return user


def at(name, submission, *more):
    return reverse(name, args=(submission.reference, *more))


@pytest.mark.parametrize("name", PUBLIC)
def test_what_is_public_leaves_no_trace_and_may_be_kept(client, name, django_assert_max_num_queries):
    client.get(reverse(name))
    with django_assert_max_num_queries(1):
        response = client.get(reverse(name))
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert b"csrfmiddlewaretoken" not in response.content


def test_the_page_about_taking_part_leads_to_everything_and_names_the_promised_times(client):
    page = Page(client.get("/take-part"))
    assert {"/submissions", "/account/signup", "/submissions/print", "/submissions/template?tier=describe"} <= set(
        page.links
    )
    assert (
        "Over een melding hoort u binnen 10 dagen iets, over een volledige beschrijving binnen 20 dagen." in page.text
    )
    assert "Meedoen" in page.links["/take-part"]


def test_every_question_is_printed_with_its_help_and_example(client):
    text = Page(client.get("/submissions/print")).text
    for kind in (Kind.NEW, Kind.EXPERIENCE):
        for question in questions.all_questions(kind).values():
            assert " ".join(f"{question.label}".split()) in text
            assert " ".join(f"{question.help}".split()) in text


def test_the_whole_journey(client, member):
    start = client.get("/submissions/start")
    wrong = send(client, start, at="/submissions/start")
    assert wrong.status_code == 422
    assert "Kies hoeveel u wilt vertellen." in Page(wrong).links["#tier"]
    detail = client.get(send(client, wrong, at="/submissions/start", tier="describe").url)
    made = Submission.objects.get()
    assert (made.kind, made.tier, made.state, made.author) == (Kind.NEW, Tier.DESCRIBE, State.DRAFT, member)
    assert "0 van 9 verplichte onderwerpen klaar" in Page(detail).text

    address, topics = at("submission-page", made, "basics"), questions.pages(Kind.NEW, Tier.DESCRIBE)
    complete = people.complete_answers(Kind.NEW, Tier.DESCRIBE)
    for topic in topics:
        assert address == at("submission-page", made, topic.code)
        answers = {
            question.code: as_posted(question, complete[question.code])
            for question in topic.questions
            if question.code in complete
        }
        saved = send(client, client.get(address), topic.code, **answers)
        assert saved.status_code == 302
        address = saved.url
    assert address == at("submission-check", made)
    made.refresh_from_db()
    assert made.answers == complete
    assert completeness.faults_of(made, permission=True) == []

    check = client.get(address)
    refused = send(client, check, "/check")
    assert refused.status_code == 422
    assert Page(refused).links["#permission"] == ["Geef toestemming om de antwoorden te publiceren."]
    done = client.get(send(client, refused, "/check", permission="yes").url)
    made.refresh_from_db()
    assert made.state == State.SUBMITTED
    text = Page(done).text
    assert made.reference in text
    assert "U hoort iets vóór" in text


def test_what_looks_like_a_person_is_pointed_at_before_it_is_handed_in(client, member):
    made = people.draft(by=member, goal="Bel mevrouw Jansen op 06-12345678.")
    page = Page(client.get(at("submission-check", made)))
    assert "Staan hier gegevens van mensen in?" in page.text
    assert "“06-12345678”" in page.text
    assert f"{at('submission-page', made, 'goal')}#goal" in page.links


def test_what_is_missing_leads_to_its_question(client, member):
    made = people.draft(by=member, goal=None)
    check = client.get(at("submission-check", made))
    address = f"{at('submission-page', made, 'goal')}#goal"
    assert address in Page(check).links
    refused = send(client, check, "/check", permission="yes")
    assert refused.status_code == 422
    assert address in Page(refused).links
    assert Submission.objects.get(pk=made.pk).state == State.DRAFT


def test_what_a_colleague_changed_is_read_before_it_is_handed_in(client, member):
    made = people.draft(by=member)
    check = client.get(at("submission-check", made))
    actions.save(made, {"goal": "Een heel ander doel."}, version=made.version, by=member)
    refused = send(client, check, "/check", permission="yes")
    assert refused.status_code == 422
    assert "Een heel ander doel." in Page(refused).text
    assert send(client, refused, "/check", permission="yes").url == at("submission-submitted", made)


@pytest.mark.parametrize("ending", ["start", "check"])
def test_a_double_click_does_it_once(client, member, ending):
    if ending == "check":
        people.draft(by=member)
    address = "/submissions/start" if ending == "start" else at("submission-check", Submission.objects.get())
    page = client.get(address)
    answers = [
        send(client, page, "" if ending == "start" else "/check", at=address, tier="report", permission="yes")
        for _ in range(3)
    ]
    assert len({answer.url for answer in answers}) == 1
    assert Submission.objects.count() == 1
    assert IdempotencyKey.objects.count() == 1
    assert Submission.objects.get().round == (1 if ending == "check" else 0)


@pytest.mark.sabotage
def test_without_the_key_a_double_click_would_do_it_twice(client, member):
    """The sabotage of the test above: a fresh key each time, as if there were none."""
    for number in range(2):
        send(client, client.get("/submissions/start"), at="/submissions/start", tier="report", key=f"key-{number}")
    assert Submission.objects.count() == 2
    lost = send(client, client.get("/submissions/start"), at="/submissions/start", tier="report", key=None)
    assert lost.status_code == 422
    assert Submission.objects.count() == 2


def test_who_acts_for_several_chooses_for_which(client, member):
    other = people.organisation("Stichting Verzonnen")
    people.join(member, other)
    page = client.get("/submissions/start")
    refused = send(client, page, at="/submissions/start", tier="report")
    assert "Kies voor welke organisatie dit is." in Page(refused).links["#organisation"]
    foreign = people.organisation()
    assert send(client, page, at="/submissions/start", tier="report", organisation=foreign.slug).status_code == 422
    send(client, page, at="/submissions/start", tier="report", organisation=other.slug)
    assert [made.organisation for made in Submission.objects.all()] == [other]


@pytest.mark.parametrize(("name", "kind"), [("change-start", Kind.CHANGE), ("experience-start", Kind.EXPERIENCE)])
def test_a_change_or_an_experience_starts_at_a_record(client, member, name, kind):
    record = factories.InterventionFactory(name="Bestaande aanpak")
    address = reverse(name, args=(record.slug,))
    page = client.get(address)
    assert "Bestaande aanpak" in Page(page).text
    send(client, page, at=address)
    made = Submission.objects.get()
    assert (made.kind, made.intervention, made.organisation.name) == (kind, record, "Gemeente Verzonnen")
    assert client.get(reverse(name, args=("bestaat-niet",))).status_code == 404
    hidden = factories.InterventionFactory(editorial_state="archived")
    assert client.get(reverse(name, args=(hidden.slug,))).status_code == 404


def test_a_nul_or_nonsense_in_any_form_is_answered(client, member):
    made = people.draft(by=member)
    for address in (
        at("submission-page", made, "basics"), at("submission-check", made), at("submission-message", made),
        at("submission-continue", made), at("submission-similar", made), at("submission-level", made),
        at("submission-upload", made), "/submissions/start",
    ):  # fmt: skip
        for nonsense in ("a\0b", "\ud800".encode("utf-8", "surrogatepass"), "9" * 400, "[" * 5000):
            names = (
                "name",
                "version",
                "key",
                "about",
                "kind",
                "tier",
                "page",
                "answers",
                "organisation",
                "text",
                "permission",
            )
            assert client.post(address, dict.fromkeys(names, nonsense)).status_code in (302, 404, 409, 422)
    assert form_on(client.get(at("submission-detail", made)), "/tier")
