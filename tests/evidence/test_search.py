"""Search finds the same on SQLite and PostgreSQL: these probes run on both against the same expected hits."""

import pytest
from django.http import QueryDict

from evidence import search
from evidence.documents import all_documents
from evidence.filters import InterventionFilter
from evidence.models import SearchDocument
from tests.factories import InterventionFactory

SUBJECT = SearchDocument.Subject.INTERVENTION


@pytest.fixture
def _five_records(db):
    records = {
        "valkommen": ("Välkommen till framtiden", "Een opleiding met taalles en stage."),
        "scholing": ("Scholing voor vluchtelingen", "Korte opleidingen die mensen aan het werk helpen."),
        "mentor": ("Duo for a Job", "Een mentor begeleidt werkzoekenden. Het werk komt later aan bod."),
        "vip": ("VIP 2", "Statushouders leren over een opleidingsinstituut."),
        "beleid": ("Beleidsplan", "Beleid van een gemeente."),
    }
    for slug, (name, summary) in records.items():
        InterventionFactory(
            slug=slug, name=name, summary_nl=summary, aliases=["Vluchtelingen in Progressie"] if slug == "vip" else []
        )
    search.store(list(all_documents()))


def found(query: str) -> set[str]:
    filterset = InterventionFilter(_ask(query))
    return {row.slug for row in filterset.rows(filterset.ids, filterset.qs)}


def _ask(query: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data["search"] = query
    return data


@pytest.mark.usefixtures("_five_records")
@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("opleiding", {"valkommen", "scholing", "vip"}),
        ("opleidingen", {"valkommen", "scholing"}),
        ("valkommen", {"valkommen"}),
        ("VÄLKOMMEN", {"valkommen"}),
        ("vip2", {"vip"}),
        ("VIP-2", {"vip"}),
        ("vluchteling", {"scholing", "vip"}),
        ("progressie", {"vip"}),
        ('"aan het werk"', {"scholing"}),
        ('"het werk aan"', set()),
        ('"framtiden een"', set()),
        ("begeleiding", {"mentor"}),
        ("beleid", {"beleid"}),
        ("gemeenten", {"beleid"}),
        ("oplei*", {"valkommen", "scholing", "vip"}),
        ("opleiding -stage", {"scholing", "vip"}),
        ("-opleiding", {"mentor", "beleid"}),
        ("taalles stage", {"valkommen"}),
        ("taalles mentor", set()),
        ("de", set()),
        ("van", {"beleid"}),
        ("🙂", set()),
        ('"', set()),
        ("' OR 1=1 --", set()),
        ("title:valkommen", set()),
        ("a & b | !c <-> d", set()),
    ],
)
def test_a_probe_finds_exactly_these(query, slugs):
    assert found(query) == slugs


@pytest.mark.usefixtures("_five_records")
def test_a_hit_in_the_name_comes_before_a_hit_in_the_text():
    InterventionFactory(slug="tekst", name="Anders", summary_nl="Over scholing.")
    search.store(list(all_documents()))
    filterset = InterventionFilter(_ask("scholing"))
    assert [row.slug for row in filterset.rows(filterset.ids, filterset.qs)] == ["scholing", "tekst"]


@pytest.mark.usefixtures("_five_records")
def test_a_mistyped_word_gets_a_suggestion_and_a_known_one_none():
    assert search.suggest("vluchtelngen opleding") == "vluchtelingen opleiding"
    assert search.suggest("mentor") is None
    assert search.suggest("🙂") is None


@pytest.mark.usefixtures("_five_records")
def test_a_removed_document_is_no_longer_found():
    SearchDocument.objects.filter(body__contains="stage").delete()
    assert found("valkommen") == {"valkommen"}  # the English document still has the name
    SearchDocument.objects.all().delete()
    assert found("valkommen") == set()


@pytest.mark.usefixtures("_five_records")
def test_an_archived_record_is_not_indexed():
    InterventionFactory(name="Geheim plan", editorial_state="archived")
    search.store(list(all_documents()))
    assert found("geheim") == set()
    assert not SearchDocument.objects.filter(words__contains="geheim").exists()
