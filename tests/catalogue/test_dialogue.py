"""The pages of the dialogue: what anyone may send, what is refused and kept, who sees what."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from catalogue.dialogue import spam
from dialogue import contacts, corrections, following
from dialogue.models import ContactMessage, ContactRequest, Correction, Follow
from evidence.choices import EditorialState
from letters.models import Letter
from tests import factories, people
from tests.accounts.signing_in import sign_in
from tests.catalogue.reading import Page

pytestmark = pytest.mark.django_db
READER = "lezer@voorbeeld.example"


@pytest.fixture(autouse=True)
def _no_counts_of_before():
    """Limits are counted in the shared cache, which outlives a test."""
    caches["default"].clear()
    yield
    caches["default"].clear()


@pytest.fixture(autouse=True)
def record():
    return factories.InterventionFactory(slug="aanpak-een", name="Aanpak Een")


def stamp(**ago):
    """Make the stamp of a form that was opened some time ago."""
    return spam.CLOCK.sign_object((timezone.now() - timedelta(**ago)).timestamp())


def filled(**other):
    return {
        "text": "De startdatum klopt niet.",
        "origin": "Rapport, blz. 3",
        "email": READER,
        "opened": stamp(seconds=30),
        "homepage": "",
        **other,
    }


class TestCorrection:
    address = "/interventions/aanpak-een/correct"

    def test_whoever_sends_it_gets_a_letter_and_the_same_answer(self, client, django_capture_on_commit_callbacks):
        people.person(email=READER)
        answers = []
        with django_capture_on_commit_callbacks(execute=True):
            for posted in (filled(), filled(), filled(email="onbekend@voorbeeld.example"), filled(text="Anders.")):
                response = client.post(self.address, posted)
                answers.append(
                    (response.status_code, response["Location"], response["Cache-Control"], response.content)
                )
        assert set(answers) == {(302, "/corrections/sent", "private, no-store", b"")}
        assert [letter.to[0] for letter in mail.outbox] == [READER, "onbekend@voorbeeld.example", READER]
        assert client.get("/corrections/sent").status_code == 200

    def test_a_record_links_to_it_and_it_needs_no_account(self, client):
        assert self.address in Page(client.get("/interventions/aanpak-een")).links
        page = Page(client.get(self.address))
        assert [text for kind, text in page.headings if kind == "h1"] == ["Klopt er iets niet?"]
        assert "sessionid" not in client.cookies

    @pytest.mark.parametrize(
        "address", ["/interventions/aanpak-een/correct", "/interventions/aanpak-een/follow", "/follow"]
    )
    def test_a_page_with_a_form_is_kept_by_nobody(self, address):
        visitor = Client(enforce_csrf_checks=True)
        for _ in range(2):  # the second time with the cookie of the first
            response = visitor.get(address)
            assert response["Cache-Control"] == "private, no-store"
            assert "ETag" not in response
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', response.content.decode())[1]
        other = Client().get(address).content.decode()
        assert token not in other
        assert visitor.post(address, filled()).status_code == 403
        assert visitor.post(address, filled(csrfmiddlewaretoken=token)).status_code == 302

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"text": ""}, "Schrijf wat er niet klopt."),
            ({"email": ""}, "Vul uw e-mailadres in."),
            ({"email": "geen adres"}, "Dit is geen e-mailadres."),
            ({"email": "a@b.nl\nBcc: x@y.nl"}, "Dit is geen e-mailadres."),
            ({"text": "a\0b"}, "teken"),
            ({"text": "a\x01b"}, "teken"),
            ({"origin": "\x1b"}, "teken"),
            ({"text": "x" * 4001}, "4000"),
            ({"text": "http://a http://b www.c https://d"}, "hoogstens 3 webadressen"),
            ({"homepage": "http://spam"}, "Een veld dat leeg moet blijven"),
            ({"opened": ""}, "stond te lang open"),
            ({"opened": "nagemaakt"}, "stond te lang open"),
            ({"opened": stamp(hours=13)}, "stond te lang open"),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_typed_is_lost(self, client, wrong, said):
        response = client.post(self.address, filled(**wrong))
        assert response.status_code == 422
        page = Page(response)
        assert said in page.text
        assert page.text.count("Er klopt nog iets niet") == 1
        kept = response.content.decode()
        if "text" not in wrong:
            assert "De startdatum klopt niet." in kept
        if "origin" not in wrong:
            assert "Rapport, blz. 3" in kept
        assert "http://spam" not in kept
        assert not Correction.objects.exists()
        assert not Letter.objects.exists()

    def test_who_is_too_fast_passes_with_the_same_form_a_moment_later(self, client):
        opened = stamp(seconds=-600)  # however slow this machine is, that is not two seconds ago
        page = client.post(self.address, filled(opened=opened)).content.decode()
        assert "Dat ging wel heel snel" in page
        assert f'name="opened" value="{opened}"' in page
        assert client.post(self.address, filled(opened=stamp(seconds=3))).status_code == 302

    def test_too_many_of_one_sender_wait_and_others_do_not(self, client):
        for number in range(5):
            assert client.post(self.address, filled(text=f"Melding {number}")).status_code == 302
        response = client.post(self.address, filled(text="De zesde"))
        assert response.status_code == 429
        assert "De zesde" in response.content.decode()
        assert client.post(self.address, filled(email="ander@voorbeeld.example")).status_code == 302
        assert Correction.objects.count() == 6

    def test_too_many_of_one_place_wait(self, client):
        codes = [
            client.post(self.address, filled(email=f"nummer-{number}@voorbeeld.example")).status_code
            for number in range(21)
        ]
        assert codes == [302] * 20 + [429]

    def test_only_the_button_confirms(self, client, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(self.address, filled())
        link = re.search(r"http://127\.0\.0\.1:8000(/corrections/confirm/\S+)", mail.outbox[0].body)[1]
        for method in (client.get, client.head, client.get):
            assert method(link).status_code == 200
        assert Correction.objects.get().confirmed is None
        response = client.get(link)
        assert "De startdatum klopt niet." in response.content.decode()
        assert response["Cache-Control"] == "private, no-store"
        assert client.post(link)["Location"] == link
        assert "Uw melding is bevestigd" in Page(client.get(link)).text
        assert Correction.objects.get().confirmed

    @pytest.mark.parametrize(
        "link", ["/corrections/confirm/x", "/corrections/confirm/%00", "/follow/confirm/x", "/follow/stop/x:y"]
    )
    def test_a_link_that_does_not_work_says_what_to_do(self, client, link):
        for method in (client.get, client.post):
            response = method(link)
            assert response.status_code == 404
            assert "Deze link werkt niet meer" in Page(response).text

    def test_what_the_public_may_not_see_has_no_such_page(self, client, record):
        record.editorial_state = EditorialState.ARCHIVED
        record.save()
        for address in (self.address, "/interventions/aanpak-een/follow", "/interventions/bestaat-niet/correct"):
            assert client.get(address).status_code == 404


class TestAnswering:
    @pytest.fixture
    def correction(self, record):
        corrections.propose_correction(
            record, text="De <b>start</b> klopt niet.", origin="", email=READER, language="nl"
        )
        found = Correction.objects.get()
        corrections.confirm_correction(found)
        return found

    def test_only_editors_come_in(self, client, correction):
        addresses = ("/review/corrections", f"/review/corrections/{correction.reference}")
        for address in addresses:
            assert client.get(address).status_code == 302
        for user, status in (
            (people.member(), 404),
            (people.reviewer(), 404),
            (people.editor(), 200),
            (people.admin(), 200),
        ):
            visitor = sign_in(Client(), user, second_step=bool(user.editorial_role))
            assert [visitor.get(address).status_code for address in addresses] == [status, status]
            assert visitor.get("/review/corrections/W-22222222").status_code == 404
        assert (
            sign_in(Client(), people.reviewer(), second_step=True)
            .post(addresses[1], {"answer": "Ik toch."})
            .status_code
            == 404
        )

    def test_an_editor_reads_and_answers(self, client, correction, django_capture_on_commit_callbacks):
        corrections.propose_correction(
            correction.intervention, text="ONBEVESTIGD", origin="", email=READER, language="nl"
        )
        sign_in(client, people.editor(), second_step=True)
        page = client.get("/review/corrections").content.decode()
        assert "De &lt;b&gt;start&lt;/b&gt; klopt niet." in page
        assert "ONBEVESTIGD" not in page
        assert READER not in page
        address = f"/review/corrections/{correction.reference}"
        shown = client.get(address)
        assert "/interventions/aanpak-een/change" in Page(shown).links
        assert READER not in shown.content.decode()
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(address, {"answer": "Aangepast."})["Location"] == address
        assert [letter.to for letter in mail.outbox] == [[READER]]
        assert "Aangepast." in Page(client.get(address)).text

    def test_what_cannot_be_sent_is_not_lost(self, client, correction):
        sign_in(client, people.editor(), second_step=True)
        address = f"/review/corrections/{correction.reference}"
        response = client.post(address, {"answer": ""})
        assert (response.status_code, "Schrijf eerst een antwoord." in Page(response).text) == (422, True)
        corrections.answer_correction(correction, "Al gedaan.", by=people.editor())
        response = client.post(address, {"answer": "Mijn lange antwoord."})
        assert response.status_code == 422
        assert "Een collega heeft deze melding al beantwoord." in Page(response).text
        assert "Mijn lange antwoord." in response.content.decode()


class TestFollowing:
    def test_a_record_is_followed_from_its_page_to_the_letter_that_stops_it(
        self, client, record, django_capture_on_commit_callbacks
    ):
        assert "/interventions/aanpak-een/follow" in Page(client.get("/interventions/aanpak-een")).links
        assert "Aanpak Een" in Page(client.get("/interventions/aanpak-een/follow")).text
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post("/interventions/aanpak-een/follow", filled())["Location"] == "/follow/sent"
        assert client.get("/follow/sent").status_code == 200
        link = re.search(r"http://127\.0\.0\.1:8000(/follow/confirm/\S+)", mail.outbox[0].body)[1]
        assert client.get(link).status_code == 200
        assert Follow.objects.get().confirmed is None
        assert client.post(link)["Location"] == link
        assert "U volgt dit nu" in Page(client.get(link)).text
        found = Follow.objects.get()
        assert (found.intervention, found.question, found.email, bool(found.confirmed)) == (record, None, READER, True)
        stop = f"/follow/stop/{following.token(found, following.STOP)}"
        assert client.get(stop).status_code == 200
        assert Follow.objects.exists()
        assert client.post(stop)["Location"] == stop
        assert not Follow.objects.exists()
        assert "U volgt dit niet meer" in Page(client.get(stop)).text
        assert client.post(stop).status_code == 302

    def test_a_question_is_kept_as_it_is_asked(self, client):
        factories.CountryFactory(code="SE", name_nl="Zweden")
        address = "/follow?search=taal&country=NL,SE&ordering=name&page=1"
        page = Page(client.get(address))
        assert "Zoekwoorden: taal, Land: Land NL, Land: Zweden (nu 0 aanpakken)" in page.text
        assert "/interventions?country=NL&country=SE&search=taal" in page.links
        assert client.post(address, filled()).status_code == 302
        found = Follow.objects.get()
        assert (found.question, found.title) == (
            "country=NL&country=SE&search=taal",
            "Zoekwoorden: taal, Land: Land NL, Land: Zweden",
        )

    def test_everything_is_a_question_too_in_the_language_of_the_page(self, client):
        assert client.post("/en/follow", filled()).status_code == 302
        found = Follow.objects.get()
        assert (found.question, found.language) == ("", "en")

    @pytest.mark.parametrize("query", ["country=XX", "contry=SE", "search=%00", "search=" + "x" * 300])
    def test_a_question_that_is_not_understood_cannot_be_followed(self, client, query):
        assert client.get(f"/follow?{query}").status_code == 400
        assert client.post(f"/follow?{query}", filled()).status_code == 400
        assert not Follow.objects.exists()

    def test_a_question_that_is_too_long_to_keep_is_refused(self, client):
        codes = [factories.OrganisationFactory(slug=f"{'o' * 90}-{number}").slug for number in range(12)]
        record = factories.InterventionFactory()
        for code in codes:
            factories.ParticipationFactory(intervention=record, organisation__slug=f"p-{code}")
        query = "&".join(f"organisation=p-{code}" for code in codes)
        response = client.post(f"/follow?{query}", filled())
        assert (response.status_code, Follow.objects.count()) == (400, 0)
        assert "te lang om te volgen" in Page(response).text

    def test_the_form_is_guarded(self, client):
        for wrong in ({"homepage": "x"}, {"opened": ""}, {"email": "nee"}, {"opened": stamp(seconds=-600)}):
            assert client.post("/follow", filled(**wrong)).status_code == 422
        codes = [client.post("/follow", filled()).status_code for _ in range(11)]
        assert codes == [302] * 10 + [429]
        assert Follow.objects.count() == 1


@pytest.fixture
def two(record):
    """Make two members: of an organisation that wants to ask, and of the one that started the record."""
    asked = people.organisation("Gemeente Gevraagd")
    factories.ParticipationFactory(intervention=record, organisation=asked)
    return people.member(people.organisation("Gemeente Vraagt")), people.member(asked)


def key_of(response):
    return re.search(r'name="key" value="([^"]+)"', response.content.decode())[1]


class TestContact:
    address = "/interventions/aanpak-een/contact"

    def started(self, client, user):
        client.force_login(user)
        key = key_of(client.get(self.address))
        posted = {"subject": "Een vraag", "text": "Hoe deed u dat?", "key": key}
        return [client.post(self.address, posted) for _ in range(2)]

    def test_a_conversation_from_both_sides(self, client, two):
        asker, asked = two
        first, second = self.started(client, asker)
        assert first["Location"] == second["Location"]  # a double click starts it once
        (request,) = ContactRequest.objects.all()
        address = f"/contact/{request.reference}"
        assert first["Location"] == address
        client.force_login(asked)
        page = client.get(address)
        assert "Hoe deed u dat?" in Page(page).text
        client.post(address, {"text": "Zo ging het.", "key": key_of(page)})
        for user in two:
            client.force_login(user)
            page = client.get(address)
            assert [
                text for text in ("Hoe deed u dat?", "Zo ging het.", "Een vraag") if text not in Page(page).text
            ] == []
            assert not any(row.email in page.content.decode() for row in two)
            assert page["Cache-Control"] == "private, no-store"
            listed = client.get("/contact")
            assert address in Page(listed).links
            assert "2 berichten" in Page(listed).text
            assert not any(row.email in listed.content.decode() for row in two)
        assert ContactMessage.objects.count() == 2

    def test_for_anyone_else_it_does_not_exist(self, client, two):
        self.started(client, two[0])
        address = f"/contact/{ContactRequest.objects.get().reference}"
        client.logout()
        assert client.get(address).status_code == 302
        for user in (people.member(), people.person(), people.reviewer(), people.admin()):
            client.force_login(user)
            assert client.get(address).status_code == 404
            assert client.post(address, {"text": "Ik ook", "key": "k"}).status_code == 404
            assert "Een vraag" not in client.get("/contact").content.decode()
            assert client.get("/contact/W-22222222").status_code == 404

    def test_who_cannot_ask_or_be_asked_is_told_why(self, client, two):
        assert client.get(self.address)["Location"].startswith("/account/login?next=")
        client.force_login(people.person())
        assert "U hoort nog bij geen organisatie" in Page(client.get(self.address)).text
        client.force_login(two[1])  # the only one that could be asked is one's own
        response = client.post(self.address, {"subject": "x", "text": "y", "key": "k"})
        assert "Hier kunt u nog niemand een bericht sturen" in Page(response).text
        assert not ContactRequest.objects.exists()

    def test_with_a_choice_of_sides_one_chooses(self, client, record, two):
        asker, _asked = two
        second = people.organisation("Gemeente Twee")
        people.join(asker, second)
        other = people.organisation("Gemeente Ook")
        factories.ParticipationFactory(intervention=record, organisation=other, role="executor")
        client.force_login(asker)
        key = key_of(client.get(self.address))
        response = client.post(self.address, {"subject": "Vraag", "text": "Hoe?", "key": key})
        assert (response.status_code, Page(response).text.count("Kies een organisatie.")) == (422, 4)
        response = client.post(
            self.address,
            {"subject": "Vraag", "text": "Hoe?", "key": key, "sender": second.slug, "receiver": other.slug},
        )
        found = ContactRequest.objects.get()
        assert (response.status_code, found.asker, found.asked) == (302, second, other)

    def test_what_cannot_be_sent_is_not_lost(self, client, two):
        client.force_login(two[0])
        key = key_of(client.get(self.address))
        for wrong, said in (
            ({"text": ""}, "Schrijf eerst een bericht."),
            ({"subject": ""}, "Schrijf waar uw bericht over gaat."),
            ({"text": "a\0"}, "teken"),
            ({"key": ""}, "Druk nog één keer op de knop."),
        ):
            posted = {"subject": "Een vraag", "text": "Hoe deed u dat?", "key": key, **wrong}
            response = client.post(self.address, posted)
            assert (response.status_code, said in Page(response).text) == (422, True)
            assert all(
                text in response.content.decode()
                for name, text in posted.items()
                if name not in wrong and name != "key"
            )
        assert not ContactRequest.objects.exists()

    def test_a_session_that_ended_gives_back_what_was_typed(self, client):
        response = client.post(self.address, {"subject": "Een vraag", "text": "Hoe deed u dat?", "key": "k"})
        assert response.status_code == 401
        assert "Hoe deed u dat?" in response.content.decode()

    def test_too_many_messages_wait(self, client, two):
        self.started(client, two[0])
        address = f"/contact/{ContactRequest.objects.get().reference}"
        codes = []
        for number in range(30):
            key = key_of(client.get(address))
            codes.append(client.post(address, {"text": f"Bericht {number}", "key": key}).status_code)
        assert codes == [302] * 28 + [422] * 2  # the first conversation was posted twice

    def test_the_list_asks_as_many_queries_for_one_as_for_three(self, client, two, record, django_assert_num_queries):
        client.force_login(two[0])
        for number in (1, 3):
            for _ in range(number):
                contacts.start_contact(
                    record,
                    asker=people.organisation_of(two[0]),
                    asked=people.organisation_of(two[1]),
                    subject="x",
                    text="y",
                    by=two[0],
                )
            with django_assert_num_queries(3):
                client.get("/contact")


def test_the_privacy_page_says_what_is_kept_and_how_long(client):
    text = Page(client.get("/privacy")).text
    for said in ("7 dagen", "30 dagen", "90 dagen"):
        assert said in text
