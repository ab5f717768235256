"""What an organisation's own system sees and does, whole."""

import pytest

from accounts.choices import EditorialRole, TokenScope
from api.serializers.base import day, moment
from evidence import vocabulary
from submissions import actions
from submissions.choices import Audience, Kind, State, Tier
from submissions.models import Submission
from tests import factories, people
from tests.api.conftest import HERE
from tests.api.systems import System, faults
from tests.api.test_openapi import OPERATIONS, assert_described

pytestmark = pytest.mark.django_db
DESCRIBED = {operation["operationId"]: operation for _path, _method, operation in OPERATIONS}


@pytest.fixture
def system():
    return System()


def row(record: dict) -> Submission:
    return Submission.objects.get(reference=record["id"])


def card(submission: Submission, **more) -> dict:
    """What a list says of a fresh draft."""
    return {
        "id": submission.reference,
        "url": f"{HERE}/api/v1/submissions/{submission.reference}",
        "kind": "new",
        "tier": "report",
        "state": "draft",
        "title": "Werkplaats",
        "intervention": None,
        "round": 0,
        "created": moment(submission.created),
        "saved": moment(submission.saved),
        "submitted": moment(submission.submitted),
        "due": day(submission.due),
        "confirmed": None,
    } | more


def complete(system: System, kind: Kind = Kind.NEW) -> dict:
    """Start a draft that can be handed in."""
    return system.draft(**people.complete_answers(kind, Tier.REPORT))


def in_hand(record: dict) -> Submission:
    """Let a reviewer take it."""
    return actions.claim(row(record), by=people.reviewer())


def test_a_draft_is_made_and_read_back_the_same(system):
    response = system.ask(
        "POST", "submissions", {"kind": "new", "answers": {"name": "Werkplaats", "goal": "Meer werk."}}
    )
    record = dict(response.json())
    submission = row(record)
    missing = record.pop("missing")
    assert record == card(
        submission,
        permission=False,
        answers={"name": "Werkplaats", "goal": "Meer werk."},
        editable=True,
        moves=["submit", "withdraw"],
        history=[],
    )
    assert missing[0] == {"question": "summary", "detail": missing[0]["detail"]}
    assert missing[0]["detail"].startswith("Beantwoord de vraag “")
    assert "summary" in {item["question"] for item in missing}
    assert not {"name", "goal", "permission"} & {item["question"] for item in missing}
    assert (response.status_code, response.headers["Location"]) == (201, record["url"])
    again = system.ask("GET", f"submissions/{record['id']}")
    assert again.json() == response.json()
    assert again.headers["ETag"] == response.headers["ETag"]
    assert (submission.author, submission.organisation) == (system.user, system.organisation)
    assert_described(response.json(), DESCRIBED["createSubmission"], "201")
    assert_described(again.json(), DESCRIBED["getSubmission"])


def test_what_every_answer_carries(system):
    headers = system.ask("GET", "submissions").headers
    assert (headers["Cache-Control"], headers["Vary"]) == ("private, no-store", "Accept, Authorization")
    assert headers["API-Version"] == "1.2.0"
    assert not system.client.cookies
    problem = system.ask("GET", "submissions/W-NOBODY22")
    assert (problem.status_code, problem.headers["Content-Type"]) == (404, "application/problem+json")
    assert (problem.headers["Cache-Control"], problem.headers["Vary"]) == ("private, no-store", "Accept, Authorization")


def test_who_has_the_present_version_gets_it_not_again(system):
    reference = complete(system)["id"]
    etag = system.etag(reference)
    assert system.ask("GET", f"submissions/{reference}", **{"if-none-match": etag}).status_code == 304
    system.post(f"submissions/{reference}/withdraw")
    assert system.ask("GET", f"submissions/{reference}", **{"if-none-match": etag}).status_code == 200


def test_another_site_may_ask_first_without_a_key(client):
    response = client.options("/api/v1/submissions", headers={"origin": "https://systeem.example"})
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Methods"] == "GET, POST, HEAD, OPTIONS"
    assert "Authorization" in response.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in response.headers


def test_the_list_is_of_the_own_organisation_filtered_and_paged(system):
    first, second = system.draft(name="Werkplaats"), system.draft(name="Taalhuis")
    system.post(f"submissions/{first['id']}/withdraw")
    System().draft(name="Van een ander")
    found = system.get("submissions")
    assert found == {
        "count": 2,
        "next": None,
        "previous": None,
        "results": [card(row(second), title="Taalhuis"), card(row(first), state="withdrawn")],
    }
    assert_described(found, DESCRIBED["listSubmissions"])
    assert [item["id"] for item in system.get("submissions?state=withdrawn,declined")["results"]] == [first["id"]]
    assert system.get("submissions?kind=change")["count"] == 0
    page = system.get("submissions?pageSize=1&page=2&ordering=created&state=draft&state=withdrawn")
    assert [item["id"] for item in page["results"]] == [second["id"]]
    assert (
        page["previous"] == f"{HERE}/api/v1/submissions?ordering=created&page=1&pageSize=1&state=draft&state=withdrawn"
    )
    assert faults(system.get("submissions?state=lost&author=1&page=0", 400)) == [
        ("author", "unknown-parameter"),
        ("state", "invalid"),
        ("page", "out-of-range"),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_at_any_length(system, django_assert_num_queries, number):
    for index in range(number):
        system.draft(name=f"Aanpak {index}")
    system.get("submissions")
    with django_assert_num_queries(4):
        assert system.get("submissions")["count"] == number


def test_nothing_of_another_organisation_exists(system):
    other = System()
    record = complete(other)
    etag = other.etag(record["id"])
    place = f"submissions/{record['id']}"
    for path in (place, f"{place}/comments", f"{place}/similar", f"{place}/level"):
        system.get(path, 404)
    system.patch(place, {"answers": {"name": "Gekaapt"}}, 404, **{"if-match": etag})
    for move, body in (
        ("submit", {"permission": True}),
        ("withdraw", {}),
        ("reopen", {}),
        ("confirm", {}),
        ("comments", {"text": "x"}),
    ):
        system.post(f"{place}/{move}", body, 404)
    assert system.get("submissions")["count"] == 0
    assert other.get(place) == record
    assert other.etag(record["id"]) == etag


def test_one_who_is_of_two_organisations_acts_for_that_of_the_key(system):
    other = System()
    people.join(system.user, other.organisation)
    record = other.draft(name="Van de ander")
    system.get(f"submissions/{record['id']}", 404)
    assert system.get("submissions")["count"] == 0


def test_answers_change_beside_each_other_and_null_takes_away(system):
    record = system.draft(name="Werkplaats", goal="Meer werk.", place="Utrecht")
    place = f"submissions/{record['id']}"
    changed = system.patch(
        place,
        {"tier": "describe", "answers": {"goal": None, "place": "Zwolle"}},
        **{"if-match": system.etag(record["id"])},
    )
    assert changed["answers"] == {"name": "Werkplaats", "place": "Zwolle"}
    assert changed["tier"] == "describe"
    assert changed["saved"] >= record["saved"]
    assert system.get(place) == changed
    assert_described(changed, DESCRIBED["changeSubmission"])
    assert system.patch(place, {}, **{"if-match": system.etag(record["id"])}) == changed


def test_a_change_without_a_version_is_asked_for_one(system):
    place = f"submissions/{system.draft(name='Werkplaats')['id']}"
    for headers in ({}, {"if-match": "*"}):
        assert faults(system.patch(place, {"answers": {"name": "Blind"}}, 428, **headers)) == [("If-Match", "required")]
    assert system.get(place)["title"] == "Werkplaats"


def test_an_old_version_is_refused_with_the_present_one(system):
    record = system.draft(name="Werkplaats")
    place, old = f"submissions/{record['id']}", system.etag(record["id"])
    system.patch(place, {"answers": {"name": "Nieuwe naam"}}, **{"if-match": old})
    for tag in (old, f"W/{system.etag(record['id'])}", '"3"', "onzin"):
        response = system.ask("PATCH", place, {"answers": {"name": "Oude naam"}}, **{"if-match": tag})
        problem = response.json()
        assert (response.status_code, faults(problem)) == (412, [("If-Match", "stale")])
        assert problem["current"] == system.get(place)
        assert problem["current"]["title"] == "Nieuwe naam"
        assert response.headers["ETag"] == system.etag(record["id"])
    # With what the problem gives, the change can be made at once.
    system.patch(place, {"answers": {"name": "Samen"}}, **{"if-match": f'"x", {response.headers["ETag"]}'})


def test_what_is_handed_in_cannot_be_changed(system):
    record = complete(system)
    place = f"submissions/{record['id']}"
    system.post(f"{place}/submit", {"permission": True})
    problem = system.patch(place, {"answers": {"name": "Te laat"}}, 409, **{"if-match": system.etag(record["id"])})
    assert "“Ingediend”" in problem["detail"]
    assert system.get(place)["editable"] is False


def test_the_way_of_a_submission(system):
    record = complete(system)
    place = f"submissions/{record['id']}"
    handed_in = system.post(f"{place}/submit", {"permission": True}, **{"if-match": system.etag(record["id"])})
    assert (handed_in["state"], handed_in["round"], handed_in["permission"]) == ("submitted", 1, True)
    assert (handed_in["missing"], handed_in["moves"], handed_in["editable"]) == ([], ["withdraw"], False)
    assert handed_in["due"] > handed_in["submitted"][:10]
    submission = in_hand(record)
    actions.release(submission, by=submission.reviewer, reason="Ik ken deze mensen te goed.")
    submission = actions.claim(submission, by=people.reviewer())
    actions.request_changes(submission, by=submission.reviewer, reason="Noem het aantal deelnemers.")
    assert system.get(place)["moves"] == ["submit", "withdraw"]
    system.post(f"{place}/withdraw", {"reason": "Wij stoppen."})
    again = system.post(f"{place}/reopen")
    assert again["state"] == "draft"
    steps = [(step["move"], step["start"], step["end"], step["by"], step["reason"]) for step in again["history"]]
    assert steps == [
        ("submit", "draft", "submitted", "organisation", None),
        ("claim", "submitted", "in-review", "editors", None),
        ("release", "in-review", "submitted", "editors", None),
        ("claim", "submitted", "in-review", "editors", None),
        ("request-changes", "in-review", "changes-requested", "editors", "Noem het aantal deelnemers."),
        ("withdraw", "changes-requested", "withdrawn", "organisation", "Wij stoppen."),
        ("reopen-draft", "withdrawn", "draft", "organisation", None),
    ]
    assert_described(again, DESCRIBED["reopenSubmission"])
    assert "te goed" not in str(again)


def test_a_move_that_cannot_be_made_now_says_so(system):
    place = f"submissions/{complete(system)['id']}"
    assert "“Concept”" in system.post(f"{place}/reopen", {}, 409)["detail"]
    assert "catalogus" in system.post(f"{place}/confirm", {}, 409)["detail"]
    system.post(f"{place}/submit", {"permission": True})
    system.post(f"{place}/submit", {"permission": True}, 409)
    assert [step["move"] for step in system.get(place)["history"]] == ["submit"]


def test_handing_in_names_all_that_is_missing(system):
    record = system.draft(name="Werkplaats")
    place = f"submissions/{record['id']}"
    problem = system.post(f"{place}/submit", {"permission": False}, 422)
    assert faults(problem) == [(f"#/answers/{item['question']}", "invalid") for item in record["missing"]] + [
        ("#/permission", "invalid")
    ]
    assert [fault["detail"] for fault in problem["errors"]][:-1] == [item["detail"] for item in record["missing"]]
    assert len(problem["errors"]) > 5
    assert faults(system.post(f"{place}/submit", {}, 422)) == [("#/permission", "required")]
    assert system.get(place) == record


def test_handing_in_another_version_than_was_read_is_refused(system):
    record = complete(system)
    old = system.etag(record["id"])
    system.patch(f"submissions/{record['id']}", {"answers": {"name": "Anders"}}, **{"if-match": old})
    problem = system.post(f"submissions/{record['id']}/submit", {"permission": True}, 412, **{"if-match": old})
    assert problem["current"]["title"] == "Anders"
    assert row(record).state == State.DRAFT


def test_every_fault_of_a_new_draft_is_named_at_once(system):
    body = {
        "kind": "new",
        "tier": "huge",
        "intervention": "iets",
        "colour": "red",
        "answers": {
            "name": 5,
            "goal": ["a"],
            "place": "x" * 100_000,
            "status": "asleep",
            "start": "morgen",
            "zzz": 1,
            "a/b~c": 1,
        },
    }
    problem = system.post("submissions", body, 422)
    assert sorted(faults(problem)) == sorted(
        [
            ("#/colour", "unknown-member"),
            ("#/tier", "unknown-code"),
            ("#/intervention", "not-allowed"),
            ("#/intervention", "unknown-code"),
            *[
                (f"#/answers/{code}", "invalid")
                for code in ("name", "goal", "place", "status", "start", "zzz", "a~1b~0c")
            ],
        ]
    )
    assert problem["detail"] == "Er kloppen 11 dingen niet."
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, [("#/kind", "required")]),
        ({"kind": "correction"}, [("#/kind", "unknown-code")]),
        ({"kind": ["new"]}, [("#/kind", "wrong-type")]),
        ({"kind": "new", "answers": []}, [("#/answers", "wrong-type")]),
        ({"kind": "new", "answers": {f"a{index}": 1 for index in range(501)}}, [("#/answers", "too-long")]),
        ({"kind": "change"}, [("#/intervention", "required")]),
        ({"kind": "change", "intervention": "nergens"}, [("#/intervention", "unknown-code")]),
        ({"kind": "experience", "intervention": "gearchiveerd"}, [("#/intervention", "unknown-code")]),
        ({"kind": "change", "intervention": "é"}, [("#/intervention", "unknown-code")]),
    ],
)
def test_a_draft_that_cannot_be_is_refused(system, body, expected):
    factories.InterventionFactory(slug="gearchiveerd", editorial_state="archived")
    assert faults(system.post("submissions", body, 422)) == expected
    assert not Submission.objects.exists()


def test_every_fault_of_a_change_is_named_and_nothing_is_kept(system):
    record = system.draft(name="Werkplaats")
    body = {"tier": 3, "answers": {"name": "Nieuw", "goal": {}, "start": "2024-13"}, "x": None}
    problem = system.patch(f"submissions/{record['id']}", body, 422, **{"if-match": system.etag(record["id"])})
    assert sorted(faults(problem)) == [
        ("#/answers/goal", "invalid"),
        ("#/answers/start", "invalid"),
        ("#/tier", "wrong-type"),
        ("#/x", "unknown-member"),
    ]
    assert system.get(f"submissions/{record['id']}") == record


@pytest.mark.parametrize("kind", [Kind.CHANGE, Kind.EXPERIENCE])
def test_a_change_and_an_experience_are_about_a_record(system, kind):
    record = factories.InterventionFactory(slug="maatjes", name="Maatjes")
    made = system.post("submissions", {"kind": kind, "intervention": "maatjes"}, 201)
    assert (made["kind"], made["intervention"], made["title"]) == (kind, "maatjes", "Maatjes")
    assert row(made).intervention == record
    assert (made["answers"].get("name") == "Maatjes") is (kind == Kind.CHANGE)


def test_comments_go_both_ways_and_internal_notes_do_not(system):
    record = complete(system)
    place = f"submissions/{record['id']}/comments"
    system.post(f"submissions/{record['id']}/submit", {"permission": True})
    written = system.ask("POST", place, {"text": "  Kunt u bellen?  "})
    submission = in_hand(record)
    actions.comment(submission, "Wij bellen morgen.", audience=Audience.AUTHOR, by=submission.reviewer)
    actions.comment(submission, "Twijfelachtig dossier.", audience=Audience.INTERNAL, by=submission.reviewer)
    colleague = people.member(system.organisation, editorial_role=EditorialRole.REVIEWER)
    actions.comment(submission, "Ik ben er ook.", audience=Audience.AUTHOR, by=colleague)
    found = system.get(place)
    assert [(item["by"], item["text"]) for item in found["results"]] == [
        ("organisation", "Kunt u bellen?"),
        ("editors", "Wij bellen morgen."),
        ("organisation", "Ik ben er ook."),
    ]
    assert found["count"] == 3
    assert (written.status_code, written.json()) == (201, found["results"][0])
    assert "Twijfelachtig" not in str(found)
    assert_described(found, DESCRIBED["listComments"])
    assert_described(written.json(), DESCRIBED["createComment"], "201")
    submission.reviewer.delete()
    assert [item["by"] for item in system.get(f"{place}?pageSize=1&page=2")["results"]] == [None]
    assert faults(system.get(f"{place}?audience=internal", 400)) == [("audience", "unknown-parameter")]


@pytest.mark.parametrize(
    ("body", "code"),
    [({"text": "   "}, "invalid"), ({"text": ""}, "invalid"), ({}, "required"), ({"text": "a" * 5001}, "too-long")],
)
def test_an_empty_or_endless_comment_is_refused(system, body, code):
    reference = complete(system)["id"]
    assert faults(system.post(f"submissions/{reference}/comments", body, 422)) == [("#/text", code)]


def test_nobody_is_named(system):
    """Canary: no name or address of a person, on either side."""
    record = complete(system)
    place = f"submissions/{record['id']}"
    system.post(f"{place}/submit", {"permission": True})
    submission = in_hand(record)
    actions.comment(submission, "Dank.", audience=Audience.AUTHOR, by=submission.reviewer)
    for user in (system.user, submission.reviewer):
        user.first_name, user.last_name = "Kanarie", "Zangvogel"
        user.save()
    said = str([system.get(path) for path in ("submissions", place, f"{place}/comments", f"{place}/similar")])
    assert not [word for word in ("Kanarie", "Zangvogel", system.user.email, submission.reviewer.email) if word in said]


def test_the_level_of_the_plan_and_the_step_up(system):
    record = system.draft(has_plan=True, measures_before_and_after=True, comparison_group="none")
    found = system.get(f"submissions/{record['id']}/level")
    assert (found["level"], found["conclusive"], found["missing"]) == (
        2,
        False,
        ["een andere groep om mee te vergelijken"],
    )
    assert found["nextStep"]["level"] == 3
    assert [(change["question"], change["answer"]) for change in found["nextStep"]["changes"]] == [
        ("comparison_group", "earlier-participants")
    ]
    assert_described(found, DESCRIBED["getPlanLevel"])
    assert found == system.get(f"submissions/{record['id']}/level", **{"accept-language": "en"})
    best = {"comparison_group": "same-pool", "controls_for_differences": True, "drawn_by_lot": True}
    system.patch(f"submissions/{record['id']}", {"answers": best}, **{"if-match": system.etag(record["id"])})
    assert system.get(f"submissions/{record['id']}/level")["nextStep"] is None


def test_who_already_does_this(system):
    factories.InterventionFactory(slug="taalcafe", name="Taalcafé op de werkvloer")
    own = system.draft(name="Taalcafé op de werkvloer")
    System().draft(name="Taalcafe op de werkvloer")
    record = system.draft(name="Taalcafe op de werkvloer")
    found = system.get(f"submissions/{record['id']}/similar")
    assert [(item["intervention"], item["submission"], item["nearName"]) for item in found["results"]] == [
        ("taalcafe", None, True),
        (None, own["id"], True),
    ]
    assert found["results"][0]["reasons"][0] == "De naam lijkt op “Taalcafé op de werkvloer”."
    assert_described(found, DESCRIBED["listSimilar"])


def test_the_language_of_the_asker_changes_nothing(system):
    women = factories.TermFactory(of="target-group", code="women", label_nl="Vrouwen", label_en="Women")
    factories.ClassificationFactory(intervention=factories.InterventionFactory(name="Kompisar"), term=women)
    vocabulary.forget_vocabularies()
    record = system.draft(name="Werkplaats", target_groups=["women"])
    found = system.get(f"submissions/{record['id']}/similar", **{"accept-language": "en"})
    assert [item["reasons"] for item in found["results"]] == [["Dezelfde doelgroep: Vrouwen."]]


def test_the_questions_are_for_everyone_and_follow_kind_and_tier(ask):
    report, everything = ask("submission-questions?kind=new&tier=report"), ask("submission-questions?kind=new")
    assert (report["kind"], report["tier"], everything["tier"]) == ("new", "report", "research")
    codes = [
        [question["code"] for topic in found["topics"] for question in topic["questions"]]
        for found in (report, everything)
    ]
    assert set(codes[0]) < set(codes[1])
    assert set(codes[0]) >= set(people.complete_answers(Kind.NEW, Tier.REPORT))
    status = next(question for question in everything["topics"][0]["questions"] if question["code"] == "status")
    assert (status["form"], status["needed"], status["tier"]) == ("choice", True, "report")
    assert {"code": "running", "label": "Lopend"}.items() <= next(
        option for option in status["options"] if option["code"] == "running"
    ).items()
    assert status == next(
        question
        for question in ask("submission-questions?kind=new", **{"accept-language": "en"})["topics"][0]["questions"]
        if question["code"] == "status"
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", [("kind", "required")]),
        ("?kind=correction&tier=", [("kind", "invalid"), ("tier", "invalid")]),
        ("?kind=new&page=1", [("page", "unknown-parameter")]),
    ],
)
def test_questions_are_asked_for_rightly(ask, question, expected):
    assert faults(ask(f"submission-questions{question}", 400)) == expected


def test_a_published_submission_can_be_confirmed(system):
    submission = people.published(by=system.user)
    place = f"submissions/{submission.reference}"
    record = system.get(place)
    assert (record["state"], record["intervention"], record["moves"]) == ("published", submission.intervention.slug, [])
    confirmed = system.post(f"{place}/confirm")
    assert confirmed["confirmed"] == day(row(record).confirmed)
    assert confirmed["confirmed"] is not None


def test_moves_of_reviewers_are_not_here(system):
    reviewer = System(scope=TokenScope.WRITE)
    reviewer.user.editorial_role = EditorialRole.ADMIN
    reviewer.user.save()
    record = complete(system)
    system.post(f"submissions/{record['id']}/submit", {"permission": True})
    for move in ("claim", "publish", "decline", "archive", "judge"):
        system.post(f"submissions/{record['id']}/{move}", {}, 404)
    reviewer.get(f"submissions/{record['id']}", 404)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_what_an_address_does_not_do_is_refused_with_what_it_does(system, method):
    response = system.ask(method, "submissions")
    assert response.status_code == 405
    assert response.json()["detail"] == "Op dit adres kan alleen: GET, POST, HEAD, OPTIONS."
    assert response.headers["Allow"] == "GET, POST, HEAD, OPTIONS"


def test_a_write_takes_no_parameters(system):
    assert faults(system.post("submissions?draft=1", {"kind": "new"}, 400)) == [("draft", "unknown-parameter")]
