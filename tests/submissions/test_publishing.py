"""From answers to public knowledge: every row, nothing more, and never a conclusion."""

import datetime
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.errors import RefusedError
from evidence import states, verdicts
from evidence.choices import EditorialState
from evidence.models import (
    Amendment,
    CatalogueVersion,
    Classification,
    Experience,
    Finding,
    Intervention,
    Lesson,
    Organisation,
    Participation,
    Passage,
    RecordVersion,
    Source,
    Study,
    Verdict,
)
from submissions import actions, publishing, questions
from submissions.choices import Kind, Tier
from submissions.destinations import INTERNAL
from submissions.history import History, source_slug
from submissions.models import Submission
from tests import factories, people
from tests.submissions import published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vocabularies(db):
    published.vocabularies()


@pytest.fixture
def ours():
    return people.organisation("Gemeente Verzonnen", slug="verzonnen")


@pytest.fixture
def author(ours):
    return people.member(ours)


def slug_of(submission):
    return source_slug(submission)


# A new initiative


def test_a_new_initiative_becomes_a_record(author, ours):
    submission = published.new(by=author)
    source = Source.objects.get(kind="submission")
    facts = Intervention.objects.values().get()
    assert isinstance(facts.pop("modified"), datetime.datetime)
    assert facts == {
        "id": submission.intervention_id, "slug": "koken-naar-werk", "name": "Koken naar werk", "language": "nl",
        "name_nl": "Koken naar werk", "name_en": "Cooking to work", "sort_name": "koken naar werk", "aliases": [],
        "summary_nl": (
            "Nieuwkomers leren koken. "
            "Daarna werken zij."
        ), "summary_en": "Newcomers learn to cook.", "country_id": "NL",
        "place": "Verzonnen Noord", "kind": "instance", "scope": "local", "scale": "project", "status": "running",
        "status_note_nl": "", "status_note_en": "", "start": datetime.date(2024, 5, 1), "start_precision": 7,
        "end": datetime.date(2026, 1, 1), "end_precision": 4, "participants": 64, "part_of_id": None,
        "places": {"participants": "Inzending, Uitvoering"}, "editorial_state": "published", "sms_highest": None,
        "source_id": source.pk, "locator": "Inzending, Naam en plaats", "as_of": None, "as_of_precision": None,
        "blanks": {}, "duration_min": None, "duration_max": None, "intensity_nl": "", "intensity_en": "",
        "headline_id": None,
    }  # fmt: skip
    told_on = timezone.localdate(submission.submitted)
    assert Source.objects.values().get(pk=source.pk) == {
        "id": source.pk, "slug": f"inzending-{submission.reference.lower()}",
        "title": (
            "Koken naar werk – eigen opgave van "
            "Gemeente Verzonnen"
        ), "authors": [], "publisher": "Gemeente Verzonnen",
        "year": told_on.year, "as_of": told_on.replace(day=1), "as_of_precision": 7,
        "language": "nl", "kind": "submission", "url": "", "note_nl": "",
        "note_en": "",
    }  # fmt: skip


def test_all_rows_about_a_new_initiative_have_it_as_their_source(author):
    submission = published.new(by=author)
    source = Source.objects.get(kind="submission")
    of_this = {"source": source}
    assert set(Classification.objects.filter(**of_this).values_list("term__scheme__code", "term__code", "locator")) == {
        ("success-measure", "placements", "Inzending, Doel"),
        ("target-group", "women", "Inzending, Doelgroep"),
        ("target-group", "refugees", "Inzending, Doelgroep"),
        ("intervention-type", "mentoring", "Inzending, Aanpak"),
        ("component", "language-training", "Inzending, Aanpak"),
        ("sector", "care", "Inzending, Uitvoering"),
        ("career-moment", "integration", "Inzending, Uitvoering"),
        ("party", "employers", "Inzending, Samenwerking"),
        ("funding", "eu-funding", "Inzending, Kosten en financiering"),
        ("steering", "central", "Inzending, Kosten en financiering"),
        ("building-block", "guidance", "Inzending, Werkzame elementen"),
    }
    assert set(Participation.objects.filter(**of_this).values_list("organisation__name", "role", "locator")) == {
        ("Gemeente Verzonnen", "initiator", "Inzending"),
        ("Stichting Verzonnen Werk", "executor", "Inzending, Uitvoering"),
        ("Taalschool Verzonnen", "partner", "Inzending, Samenwerking"),
        ("Restaurant Verzonnen", "partner", "Inzending, Samenwerking"),
        ("Hogeschool Verzonnen", "evaluator", "Inzending, Plan voor onderzoek"),
    }
    elsewhere = "Volgens de organisatie kan dit ook ergens anders worden uitgevoerd."
    assert set(Lesson.objects.filter(**of_this).values_list("kind", "text_nl", "locator")) == {
        ("applicability", elsewhere, "Inzending, Overdraagbaarheid"),
        ("applicability", "Een taalschool en vijf restaurants.", "Inzending, Overdraagbaarheid"),
        ("adaptation", "De sector mag anders zijn.", "Inzending, Overdraagbaarheid"),
        ("condition", "Er is kinderopvang.", "Inzending, Randvoorwaarden"),
        ("condition", "Er is een coach.", "Inzending, Randvoorwaarden"),
        ("working-element", "De coach blijft dezelfde.", "Inzending, Werkzame elementen"),
        ("barrier", "Te weinig taalles.", "Inzending, Werkzame elementen"),
        ("insight", "Begin klein.", "Inzending, Werkzame elementen"),
    }
    # What nobody translated has no English text; only sentences of ours have.
    assert set(Lesson.objects.exclude(text_en="").values_list("text_nl", flat=True)) == {elsewhere}
    assert all(list(lesson.interventions.all()) == [submission.intervention] for lesson in Lesson.objects.all())
    assert set(Passage.objects.filter(**of_this).values_list("topic", "text_nl", "text_en")) == {
        ("occasion", "Weinig mensen hadden werk.", ""),
        ("goal", "Twaalf mensen aan het werk.", ""),
        ("for-whom", "Vrouwen die vluchtten.", ""),
        ("entry-requirements", "Een beetje Nederlands.", ""),
        ("approach", "Een half jaar in de keuken.\nDaarna een baan.", ""),
        ("intensity", "Drie dagen per week.", ""),
        ("afterwards", "Een jobcoach.", ""),
        ("cooperation", "Elke maand overleg.", ""),
        ("costs", "De helft is begeleiding.", ""),
        ("budget", "€ 180.000", "€ 180,000"),
        ("cost-per-participant", "€ 4.500", "€ 4,500"),
    }
    assert not Finding.objects.exists()
    assert not Amendment.objects.exists()
    assert not Experience.objects.exists()


def test_a_plan_with_a_date_is_a_study_that_runs(author):
    submission = published.new(by=author)
    study = Study.objects.get()
    assert (study.title, study.stage, study.publisher, study.sms_printed, study.sms_counted, study.counted,
    study.year) == (
        "[Evaluatie van Koken naar werk]", "ongoing", "Hogeschool Verzonnen", "", None, False, None,
    )  # fmt: skip
    assert study.design_nl == (
        "Meet vóór het begin en na afloop. Vergelijkt met mensen die op de deelnemers lijken, maar niet meedoen. "
        "Houdt geen rekening met verschillen tussen de groepen. "
        "Er wordt niet geloot. Verzamelt gegevens van 120 mensen. "
        "Volgt mensen 12 maanden. Begin: september 2025. Resultaten verwacht: 2099."
    )
    assert study.due_text == "2099"
    assert list(study.interventions.all()) == [submission.intervention]
    assert list(Verdict.objects.values_list("measure", "direction", "sms_highest", "study_count")) == [
        (None, "ongoing", None, 1)
    ]


def test_a_plan_ends_when_the_organisation_last_said(author):
    first = published.new(by=author)
    told = []
    for results in ("2099-06", None, "2100-06-01"):
        published.change(first, plan_results=results)
        study = Study.objects.select_related("source").get()
        told.append((study.due_text, study.due_precision, states.research_state(study).partition(" (")[0]))
    assert told == [
        ("2099-06", 7, "Onderzoek loopt; eindrapport verwacht in juni 2099"),
        ("", None, "Plan voor onderzoek"),
        ("2100-06-01", 10, "Onderzoek loopt; eindrapport verwacht in juni 2100"),
    ]


@pytest.mark.parametrize(
    "answers",
    [
        {"has_plan": False, "why_no_plan": "Een proef."},
        {"plan_start": None, "plan_results": None},
    ],
)
def test_no_plan_is_no_study(author, answers):
    published.new(by=author, **answers)
    assert not Study.objects.exists()
    assert list(Verdict.objects.values_list("measure", "direction")) == [(None, "not_studied")]


def test_a_plan_that_was_given_up_leaves_no_researcher(author):
    published.new(by=author, has_plan=False, why_no_plan="Een proef.")
    assert not Participation.objects.filter(role="evaluator").exists()


@pytest.mark.parametrize("effect", ["positive", "none", "negative", "mixed"])
def test_research_that_was_submitted_never_leads_to_a_conclusion(author, effect):
    submission = published.new(Tier.RESEARCH, by=author, research_effect=effect)
    study = Study.objects.values().get()
    assert {name: study[name] for name in ("title", "authors", "year", "url", "language", "kind", "stage",
    "design_nl")} == {
        "title": "Leren in de keuken", "authors": ["Hogeschool Verzonnen"], "year": 2025,
        "url": "https://voorbeeld.example/rapport", "language": "nl", "kind": "unknown", "stage": "published",
        "design_nl": "Werk na een jaar.",
    }  # fmt: skip
    assert (study["sms_printed"], study["sms_counted"]) == ("", None)
    assert list(
        Finding.objects.values_list("success_measure__code", "direction", "statement_nl", "self_reported", "kind")
    ) == [("placements", effect, "Meer mensen hadden werk.", True, "result")]
    assert list(Verdict.objects.values_list("measure__code", "direction")) == [("placements", "insufficient")]
    assert Intervention.objects.get(pk=submission.intervention_id).is_self_reported


def test_what_the_editors_rated_is_theirs(author):
    submission = published.new(Tier.RESEARCH, by=author, research_effect="none")
    Study.objects.update(sms_printed="3", sms_min=3, sms_max=3, sms_counted=3)
    verdicts.rebuild()
    assert Verdict.objects.get().direction == "none"
    changed = people.published(
        Kind.CHANGE, by=author, intervention=submission.intervention, tier=Tier.RESEARCH,
        answers=published.RESEARCH | {"research_effect": "positive", "research_measured": "Anders.",
        "name": "Koken naar werk"},
    )  # fmt: skip
    assert Verdict.objects.get().direction == "none"
    assert Finding.objects.get().direction == "none"
    assert Study.objects.values_list("design_nl", "sms_counted").get() == ("Werk na een jaar.", 3)
    assert not Intervention.objects.get(pk=changed.intervention_id).is_self_reported


def test_a_stopped_initiative_says_why_and_keeps_its_lessons(author):
    published.new(by=author, status="stopped", why_stopped="De subsidie liep af.")
    row = Intervention.objects.get()
    assert (row.status, row.status_note_nl, row.lessons.count()) == ("stopped", "De subsidie liep af.", 8)


def test_why_it_stopped_is_not_told_of_what_runs(author):
    published.new(by=author, status="running", why_stopped="Toch niet.")
    assert Intervention.objects.get().status_note_nl == ""


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Aanpak 2!", "aanpak-2"), ("Koken naar werk", "koken-naar-werk-2"), ("Facets", "facets-2"), ("仕事", "aanpak")],
)
def test_a_slug_is_free_and_an_address(author, name, slug):
    factories.InterventionFactory(slug="koken-naar-werk")
    assert published.new(by=author, name=name).intervention.slug == slug


@pytest.mark.parametrize("sign", ["w", "ﷺ", "仕", "_"])
def test_the_longest_names_have_room(sign):
    author = people.member(people.organisation("G" * 200))
    largest = dict.fromkeys(("name", "place", "executor", "plan_evaluator", "name_en"), sign * 200)
    submission = published.new(by=author, **largest, partners=[sign * 199 + str(number) for number in range(9)])
    source = Source.objects.get(kind="submission")
    source.full_clean()
    for row in (submission.intervention, *Organisation.objects.all(), *Study.objects.all()):
        row.clean_fields(exclude=["aliases", "places"])
    published.experience(submission.intervention, by=author)
    assert published.index() == published.whole_index()


def test_a_partner_is_the_organisation_that_is_known_already(author):
    known = factories.OrganisationFactory(name="Táalschool   VERZONNEN", slug="taalschool")
    before = Organisation.objects.count()
    published.new(by=author)
    assert Participation.objects.filter(organisation=known, role="partner").exists()
    assert Organisation.objects.count() == before + 3


def test_a_partner_that_a_provision_names_stays_when_the_record_does_not_name_it_any_more(author):
    known = factories.OrganisationFactory(name="Taalschool Verzonnen")
    factories.ProvisionRoleFactory(organisation=known)
    first = published.new(by=author)
    published.change(first, partners=["Bureau Verzonnen"])
    assert Organisation.objects.filter(pk=known.pk).exists()
    assert not Organisation.objects.filter(name="Restaurant Verzonnen").exists()
    assert not Participation.objects.filter(organisation=known).exists()


def test_a_change_leaves_the_rows_alone_that_say_the_same(author):
    first = published.new(Tier.RESEARCH, by=author)
    parts = (Classification, Participation, Lesson, Passage, Study, Finding)
    before = [list(model.objects.values()) for model in parts]
    published.change(first, tier=Tier.RESEARCH, place="Elders")
    assert [list(model.objects.values()) for model in parts] == before
    assert Intervention.objects.get().place == "Elders"


def test_partners_stand_in_the_order_in_which_they_were_told_last(author):
    first = published.new(by=author)
    for partners in (["B", "A", "C"], ["A", "B"], ["A", "D", "B"]):
        published.change(first, partners=partners)
        rows = Participation.objects.filter(role="partner")
        assert list(rows.values_list("organisation__name", flat=True)) == partners


def test_every_answer_is_published_or_deliberately_internal(author):
    """Leave out each answer in turn: either public knowledge differs, or the question is one of the internal ones."""
    answers = published.ANSWERS | {"why_stopped": "Geld op.", "status": "stopped", "why_no_plan": "Een proef."}
    told_nothing = set()
    for tier, given in ((Tier.DESCRIBE, answers), (Tier.RESEARCH, answers | published.RESEARCH)):
        whole = _facts(author, tier, given)
        for code in given:
            other = "Een andere naam" if code == "name" else None
            if _facts(author, tier, given | {code: other}) == whole:
                told_nothing.add((tier, code))
    hidden_by_research = {
        (Tier.RESEARCH, code)
        for code in (
            "measures_before_and_after", "comparison_group", "controls_for_differences", "drawn_by_lot",
            "plan_participants",
            "plan_months", "plan_start", "plan_results",
        )
    }  # fmt: skip
    internal = {(tier, code) for tier, code in told_nothing if code not in published.RESEARCH} - hidden_by_research
    assert {code for _tier, code in internal} | {"sms_claimed"} == INTERNAL
    assert {code for tier, code in told_nothing if code in published.RESEARCH} == {"sms_claimed"}
    assert set(answers) | set(published.RESEARCH) == set(questions.all_questions(Kind.NEW))


def _facts(author, tier, answers):
    with _undone():
        submission = Submission.objects.create(
            kind=Kind.NEW, tier=tier, author=author, organisation=people.organisation_of(author),
            reference="W-23456789",
            answers={code: answer for code, answer in answers.items() if answer is not None},
        )  # fmt: skip
        publishing.publish_answers(submission)
        studies = Study.objects.values("title", "authors", "url", "language", "year", "publisher", "design_nl", "stage")
        return RecordVersion.objects.get().snapshot, sorted(map(str, studies))


@contextmanager
def _undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_an_answer_to_a_tier_that_was_left_is_not_published(author):
    draft = people.draft(Kind.NEW, tier=Tier.RESEARCH, by=author, answers=published.ANSWERS | published.RESEARCH)
    lower = actions.set_tier(draft, Tier.DESCRIBE, version=draft.version, by=author)
    actions.submit(lower, permission=True, version=lower.version, by=author)
    ready = people.judged(actions.claim(lower, by=people.reviewer()))
    actions.publish(ready, by=ready.reviewer)
    assert Study.objects.get().stage == "ongoing"
    assert not Finding.objects.exists()


def test_publishing_makes_a_version_and_a_new_state(author):
    before = CatalogueVersion.current().token
    published.new(by=author)
    assert CatalogueVersion.current().token != before
    version = RecordVersion.objects.get()
    assert (version.number, version.note_nl, version.changed) == (
        1,
        "Gepubliceerd uit een inzending van Gemeente Verzonnen",
        [],
    )


def test_two_publications_keep_the_index_as_if_made_anew(author):
    first = published.new(by=author)
    published.new(by=author, name="Tweede aanpak", conditions=["Er is kinderopvang."], approach="Iets met banden.")
    published.change(first, lessons=None, approach="Heel veel pannen.", name="Koken naar een baan")
    published.experience(first.intervention)
    assert published.index() == published.whole_index()
    actions.archive(first, reason="Verzonnen.", by=people.editor())
    assert published.index() == published.whole_index()
    assert not {entry for entry in published.index()[0] if "pannen" in entry[5].split()}
    assert {entry for entry in published.index()[0] if "banden" in entry[5].split()}


# What is not public


def test_nothing_of_a_submission_is_public_before_it_is_published(author):
    before = published.knowledge()
    made = people.judged(people.in_review(Kind.NEW, by=author, answers=published.ANSWERS))
    record = factories.InterventionFactory()
    with_record = published.knowledge()
    people.draft(Kind.CHANGE, by=author, intervention=record, name="Anders")
    people.judged(people.in_review(Kind.CHANGE, by=author, intervention=record, name="Anders"))
    people.judged(people.in_review(Kind.EXPERIENCE, by=author, intervention=record, answers=published.EXPERIENCE))
    claimed = people.in_review(Kind.EXPERIENCE, by=author, intervention=record)
    actions.decline(claimed, reason="Dit past niet.", by=claimed.reviewer)
    assert published.knowledge() == with_record
    record.delete()
    assert published.knowledge(without=("country", "source")) == {
        name: rows for name, rows in before.items() if name not in ("country", "source")
    } | {"organisation": published.knowledge()["organisation"]}
    actions.publish(made, by=made.reviewer)
    assert published.knowledge() != before


def test_the_published_version_stays_while_a_change_is_under_review(author):
    first = published.new(by=author)
    before = published.knowledge()
    changed = people.judged(
        published.change(first, publish=False, name="Andere naam", conditions=None, status="completed")
    )
    assert published.knowledge() == before
    actions.request_changes(changed, reason="Vertel meer.", by=changed.reviewer)
    assert published.knowledge() == before


# A change


def test_an_organisation_rewrites_its_own_record(author, ours):
    first = published.new(by=author)
    published.change(
        first, name="Koken naar een baan", status="stopped", why_stopped="De subsidie liep af.", end="2025-06",
        scope="regional",
        conditions=["Er is een coach.", "Er is geld."], partners=["Taalschool Verzonnen"], target_groups=["women"],
        budget=None,
        approach="Anders.", participants=None, possible_elsewhere=False, plan_start=None, plan_results=None,
    )  # fmt: skip
    row = Intervention.objects.get()
    assert (row.slug, row.name, row.name_nl, row.name_en, row.aliases) == (
        "koken-naar-werk", "Koken naar een baan", "Koken naar een baan", "Cooking to work", ["Koken naar werk"],
    )  # fmt: skip
    assert (row.status, row.status_note_nl, row.end_text, row.scope, row.participants, row.places) == (
        "stopped", "De subsidie liep af.", "2025-06", "regional", None, {},
    )  # fmt: skip
    assert list(row.lessons.filter(kind="condition").values_list("text_nl", flat=True)) == [
        "Er is een coach.",
        "Er is geld.",
    ]
    assert row.lessons.filter(text_nl="Volgens de organisatie kan dit niet ergens anders worden uitgevoerd.").exists()
    assert set(row.passages.values_list("topic", "text_nl")) >= {
        ("approach", "Anders."),
        ("goal", "Twaalf mensen aan het werk."),
    }
    assert not row.passages.filter(topic="budget").exists()
    assert {row.organisation.name for row in row.participations.filter(role="partner")} == {"Taalschool Verzonnen"}
    assert not Organisation.objects.filter(name="Restaurant Verzonnen").exists()
    groups = row.classifications.filter(term__scheme__code="target-group")
    assert list(groups.values_list("term__code", flat=True)) == ["women"]
    assert not row.studies.exists()
    assert Verdict.objects.get().direction == "not_studied"
    assert not Amendment.objects.exists()
    source = Source.objects.get(kind="submission")
    assert (source.slug, source.title) == (slug_of(first), "Koken naar een baan – eigen opgave van Gemeente Verzonnen")
    versions = RecordVersion.objects.order_by("number").values_list("number", "note_nl")
    assert list(versions) == [
        (1, "Gepubliceerd uit een inzending van Gemeente Verzonnen"),
        (2, "Gewijzigd uit een inzending van Gemeente Verzonnen"),
    ]


def test_a_change_that_changes_nothing_leaves_the_record_as_it_is(author):
    first = published.new(by=author)
    before = published.knowledge(without=("catalogueversion",))
    ids = {"classification", "participation", "lesson", "lesson_interventions", "passage", "searchdocument", "source"}
    published.change(first)
    after = published.knowledge(without=("catalogueversion",))
    assert {name: rows for name, rows in after.items() if name not in ids} == {
        name: rows for name, rows in before.items() if name not in ids
    }
    assert {name: len(rows) for name, rows in after.items()} == {name: len(rows) for name, rows in before.items()}
    assert RecordVersion.objects.count() == 1


def document_record():
    """Make a record of a report, with a fact of each kind."""
    report = factories.SourceFactory(slug="rapport-2023", title="Rapport")
    record = factories.InterventionFactory(
        slug="uit-het-rapport", name="Uit het rapport", name_en="From the report", source=report, locator="§3",
        summary_nl="Het rapport zegt dit.", summary_en="The report says this.", status="running",
        start=datetime.date(2019, 1, 1),
        start_precision=4, place="", scope="national", participants=10,
    )  # fmt: skip
    women = Classification._meta.get_field("term").related_model.objects.get(code="women")
    factories.ClassificationFactory(intervention=record, term=women, source=report)
    factories.LessonFactory(slug="les-van-rapport", text_nl="Er is een coach.", interventions=[record], source=report)
    factories.ParticipationFactory(
        intervention=record, organisation=factories.OrganisationFactory(name="Bureau"), role="partner", source=report
    )
    return record


def test_a_record_of_a_document_keeps_what_the_document_says(author):
    record = document_record()
    said = list(Classification.objects.values()), list(Lesson.objects.values()), list(Participation.objects.values())
    changed = published.change_of(
        record, by=author, name="Ander woord", summary="Wij zeggen dit.", place="Verzonnen", status="completed",
        start="2019-03",
        end="2024", participants=25, target_groups=["women", "refugees"], conditions=["Er is een coach.",
        "Er is geld."],
        partners=["Bureau", "Restaurant Verzonnen"], approach="Zo doen wij het.",
    )  # fmt: skip
    record.refresh_from_db()
    assert (record.name, record.name_en, record.aliases, record.source.slug) == (
        "Uit het rapport", "From the report", ["Ander woord"], "rapport-2023",
    )  # fmt: skip
    assert (record.summary_nl, record.summary_en, record.place, record.status, record.start_text, record.end_text) == (
        "Wij zeggen dit.", "The report says this.", "Verzonnen", "completed", "2019-03", "2024",
    )  # fmt: skip
    mine = {"source__slug": slug_of(changed)}
    assert set(Amendment.objects.filter(**mine).values_list("fact", "before", "locator")) == {
        ("aliases", "", "Inzending, Naam en plaats"),
        ("summary", "Het rapport zegt dit.", "Inzending, Naam en plaats"),
        ("place", "", "Inzending, Naam en plaats"),
        ("status", "running", "Inzending, Naam en plaats"),
        ("start", "2019", "Inzending, Naam en plaats"),
        ("end", "", "Inzending, Naam en plaats"),
        ("participants", "10", "Inzending, Uitvoering"),
    }
    of_documents = [model.objects.exclude(**mine).values() for model in (Classification, Lesson, Participation)]
    assert tuple(map(list, of_documents)) == said
    assert list(Classification.objects.filter(**mine).values_list("term__code", flat=True)) == ["refugees"]
    assert list(Lesson.objects.filter(**mine).values_list("text_nl", flat=True)) == ["Er is geld."]
    assert list(Participation.objects.filter(**mine).values_list("organisation__name", "role")) == [
        ("Restaurant Verzonnen", "partner")
    ]
    assert list(Passage.objects.filter(**mine).values_list("topic", "text_nl")) == [("approach", "Zo doen wij het.")]
    assert not record.is_self_reported


def test_a_second_change_of_a_document_keeps_the_first_word_of_the_document(author):
    record = document_record()
    published.change_of(record, by=author, status="completed", conditions=["Er is geld."], place="Verzonnen")
    again = published.change_of(
        record, by=author, status="stopped", why_stopped="Klaar.", conditions=["Er is tijd."], place=None
    )
    record.refresh_from_db()
    assert set(record.amendments.values_list("fact", "before")) == {("status", "running"), ("status_note", "")}
    assert record.as_of_text == f"{timezone.localdate():%Y-%m}"
    assert set(record.lessons.values_list("text_nl", flat=True)) == {"Er is een coach.", "Er is tijd."}
    published.change_of(record, by=author, status="running")
    record.refresh_from_db()
    assert (record.status, record.status_note_nl, record.amendments.count()) == ("running", "", 0)
    assert record.as_of is None, "what the document says again has the day of the document"
    assert Source.objects.filter(kind="submission").count() == 1
    assert History(again).source.slug == Source.objects.get(kind="submission").slug


def test_another_organisation_amends_and_its_owner_has_the_last_word(author):
    first = published.new(by=author)
    stranger = people.member(people.organisation("Gemeente Anders", slug="anders"))
    published.change_of(first.intervention, by=stranger, place="Anders West", conditions=["Er is moed."])
    row = Intervention.objects.get()
    assert (row.place, row.source.slug) == ("Anders West", slug_of(first))
    assert list(row.amendments.values_list("fact", "before", "source__publisher")) == [
        ("place", "Verzonnen Noord", "Gemeente Anders")
    ]
    assert row.lessons.filter(kind="condition").count() == 3
    assert not row.participations.filter(organisation__name="Gemeente Anders").exists()
    published.change(first, scope="regional")
    row = Intervention.objects.get()
    assert (row.place, row.scope, row.amendments.count(), row.lessons.filter(kind="condition").count()) == (
        "Anders West", "regional", 1, 3,
    )  # fmt: skip
    published.change(first, place="Verzonnen Zuid")
    row = Intervention.objects.get()
    assert (row.place, row.amendments.count()) == ("Verzonnen Zuid", 0)


def test_a_status_has_the_day_of_who_told_it_last(author):
    first = published.new(by=author)
    stranger = people.member(people.organisation("Gemeente Anders", slug="anders"))
    published.change_of(first.intervention, by=stranger, status="completed")
    row = Intervention.objects.get()
    assert (row.status, row.as_of_text) == ("completed", f"{timezone.localdate():%Y-%m}")
    Intervention.objects.update(as_of=datetime.date(2020, 1, 1))
    published.change_of(row, by=stranger, place="Anders West")
    assert Intervention.objects.get().as_of_text == "2020-01"
    published.change(first, status="running")
    row = Intervention.objects.get()
    assert (row.status, row.as_of, row.as_of_precision, row.source.as_of_text) == (
        "running", None, None, f"{timezone.localdate():%Y-%m}",
    )  # fmt: skip


def test_two_changes_at_once_do_not_undo_each_other(author):
    first = published.new(by=author)
    slow = published.change(first, publish=False, place="Verzonnen Oost", lessons=["Van de eerste."])
    published.change(first, scope="regional", obstacles=["Van de tweede."], budget=200_000)
    ready = people.judged(slow)
    actions.publish(ready, by=ready.reviewer)
    row = Intervention.objects.get()
    assert (row.place, row.scope) == ("Verzonnen Oost", "regional")
    assert set(row.lessons.filter(kind__in=("barrier", "insight")).values_list("text_nl", flat=True)) == {
        "Van de eerste.", "Van de tweede.",
    }  # fmt: skip
    assert row.passages.get(topic="budget").text_nl == "€ 200.000"


def test_a_change_needs_its_record(author):
    record = document_record()
    changed = people.judged(published.change_of(record, by=author, publish=False, place="Verzonnen"))
    record.editorial_state = EditorialState.ARCHIVED
    record.save()
    before = published.knowledge()
    with pytest.raises(RefusedError, match="staat niet meer in de catalogus"):
        actions.publish(changed, by=changed.reviewer)
    assert published.knowledge() == before


# An experience


def test_an_experience_is_a_row_of_its_own_and_no_evidence(author, ours):
    record = factories.InterventionFactory()
    study = factories.StudyFactory(interventions=[record], sms_printed="3")
    factories.FindingFactory(intervention=record, study=study, direction="positive")
    verdicts.rebuild()
    before = list(Verdict.objects.values())
    submission = published.experience(record, by=author)
    row = Experience.objects.values().get()
    del row["id"]
    assert row == published.EXPERIENCE | {
        "intervention_id": record.pk, "organisation_id": ours.pk,
        "source_id": Source.objects.get(slug=slug_of(submission)).pk,
        "locator": "Inzending", "start": datetime.date(2023, 3, 1), "start_precision": 7, "end": datetime.date(2024,
        1, 1),
        "end_precision": 4,
    }  # fmt: skip
    assert list(Verdict.objects.values()) == before
    assert RecordVersion.objects.get().note_nl == "Praktijkervaring van Gemeente Verzonnen"
    assert not Participation.objects.exists()


def test_every_answer_about_an_experience_is_published(author):
    record = factories.InterventionFactory()
    assert set(published.EXPERIENCE) == set(questions.all_questions(Kind.EXPERIENCE))
    assert set(published.EXPERIENCE) <= {field.name for field in Experience._meta.concrete_fields}
    least = people.published(Kind.EXPERIENCE, intervention=record, by=author, answers={"end": None})
    row = Experience.objects.get(source__slug=slug_of(least))
    assert (row.end, row.entered, row.satisfaction, row.would_do_again) == (None, None, "", True)


# Away and back


def test_an_archived_record_comes_back_as_it_was(author):
    submission = published.new(Tier.RESEARCH, by=author)
    published.experience(submission.intervention)
    versions = ("recordversion", "catalogueversion", "intervention", "searchdocument", "source")
    before, index = published.knowledge(without=versions), published.index()
    archived = actions.archive(Submission.objects.get(pk=submission.pk), reason="Verzonnen.", by=people.editor())
    assert Intervention.objects.get().editorial_state == "archived"
    assert published.index() == (set(), set())
    assert not Source.objects.of_published().filter(kind="submission").exists()
    actions.restore(archived, reason="Verzonnen.", by=people.editor())
    assert Intervention.objects.get().editorial_state == "published"
    assert {name: rows for name, rows in published.knowledge(without=versions).items() if name != "searchterm"} == {
        name: rows for name, rows in before.items() if name != "searchterm"
    }
    assert published.index() == index
    assert list(RecordVersion.objects.order_by("-number").values_list("note_nl", flat=True))[:2] == [
        "Teruggezet in de catalogus", "Uit de catalogus gehaald",
    ]  # fmt: skip


def test_an_archived_experience_is_gone_and_comes_back(author):
    submission = published.experience(factories.InterventionFactory(), by=author)
    before = Experience.objects.values("place", "entered", "source__slug").get()
    archived = actions.archive(submission, reason="Verzonnen.", by=people.editor())
    assert not Experience.objects.exists()
    assert not Source.objects.filter(kind="submission").exists()
    actions.restore(archived, reason="Verzonnen.", by=people.editor())
    assert Experience.objects.values("place", "entered", "source__slug").get() == before
    assert RecordVersion.objects.count() == 3
