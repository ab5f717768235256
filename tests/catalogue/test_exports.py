"""The list of interventions in other clothes.

The same records as the page, for every filter; and files that harm nobody.
"""

import csv
import io
import re
from datetime import datetime

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalogue.public.exports import csv_table
from evidence import facets, verdicts
from evidence.choices import EditorialState
from evidence.filters import InterventionFilter
from evidence.models import CatalogueVersion, Intervention, RecordVersion
from tests import factories
from tests.catalogue.reading import markup

ATOM = "{http://www.w3.org/2005/Atom}"
QUERIES = [
    "",
    "country=SE",
    "type=mentoring,person-centred&smsMin=3",
    "targetGroup=women&search=taal",
    "search=%22aan+het+werk%22&ordering=relevance",
    "ordering=-smsHighest&pageSize=10&page=2",
    "status=stopped&country=FR",
]


def atom(response):
    return ElementTree.fromstring(b"".join(response))


def rows(response):
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def expected(query, **replaced):
    data = QueryDict(query, mutable=True)
    for name, value in replaced.items():
        data[name] = value
    filterset = InterventionFilter(data)
    slugs = dict(Intervention.objects.values_list("pk", "slug"))
    return [slugs[pk] for pk in filterset.ids]


@pytest.mark.usefixtures("catalogue_data")
class TestSameRecords:
    @pytest.mark.parametrize("query", QUERIES)
    def test_the_table_holds_what_the_list_holds_in_its_order(self, client, query):
        Intervention.objects.filter(slug="jamstalld-etablering").update(editorial_state=EditorialState.ARCHIVED)
        facets.forget_indexes()
        found = [row["Code"] for row in rows(client.get(f"/interventions/export.csv?{query}"))]
        assert found == expected(query)
        assert "jamstalld-etablering" not in found

    @pytest.mark.parametrize("query", QUERIES)
    def test_the_feed_holds_the_last_fifty_changes_of_what_the_list_holds(self, client, query):
        Intervention.objects.filter(slug="jamstalld-etablering").update(editorial_state=EditorialState.ARCHIVED)
        Intervention.objects.filter(slug="duo-for-a-job").update(modified=timezone.now())
        facets.forget_indexes()
        feed = atom(client.get(f"/interventions/feed?{query}"))
        links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
        wanted = expected(query, ordering="-modified")[:50]
        assert [link.rpartition("/")[2] for link in links] == wanted
        assert {link.rpartition("/")[0] for link in links} <= {"http://127.0.0.1:8000/interventions"}

    def test_a_feed_is_whole(self, client):
        response = client.get("/interventions/feed?ordering=name&country=SE&page=3")
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        feed = atom(response)
        here = "http://127.0.0.1:8000/interventions/feed?country=SE"
        assert feed.findtext(f"{ATOM}id") == here
        assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
            "self": here,
            "alternate": "http://127.0.0.1:8000/interventions?country=SE",
        }
        assert feed.findtext(f"{ATOM}title") == "Werkwijs: Land: Zweden"
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Redactie Werkwijs"
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids) > 0
        assert all(re.fullmatch(r"http://127\.0\.0\.1:8000/interventions/[a-z0-9-]+#v1", one) for one in ids)
        moments = [entry.findtext(f"{ATOM}updated") for entry in entries]
        assert moments == sorted(moments, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == moments[0]

    def test_in_english_all_is_english(self, client):
        feed = atom(client.get("/en/interventions/feed?country=SE"))
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
        assert "Sweden" in feed.findtext(f"{ATOM}title")
        links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
        assert all(link.startswith("http://127.0.0.1:8000/en/interventions/") for link in links)

    def test_the_list_shows_the_way_to_each(self, client):
        text = markup(client.get("/interventions?targetGroup=women&country=SE&ordering=-start&page=1"))
        question = "country=SE&amp;targetGroup=women"
        feed = f"/interventions/feed?{question}"
        for address in (f"/follow?{question}", feed, f"/interventions/export.csv?{question}&amp;ordering=-start"):
            assert f'href="{address}"' in text
        title = "Wat er verandert in deze aanpakken"
        assert f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{feed}">' in text

    @pytest.mark.parametrize("door", ["feed", "export.csv"])
    def test_a_public_door_is_kept_until_the_catalogue_changes(self, client, door):
        first = client.get(f"/interventions/{door}?country=SE")
        assert (first["Cache-Control"], bool(first["ETag"]), first.cookies.output()) == ("public, max-age=60", True, "")
        again = client.get(f"/interventions/{door}?country=SE", headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
        CatalogueVersion.advance()
        assert (
            client.get(f"/interventions/{door}?country=SE", headers={"If-None-Match": first["ETag"]}).status_code == 200
        )

    @pytest.mark.parametrize("door", ["feed", "export.csv"])
    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("country=XX", "XX"),
            ("contry=SE", "“contry” kennen wij niet als filter."),
            ("search=%00", "Zoekwoorden"),
            ("smsMin=9", "niveau"),
            ("page=0", "Pagina"),
            ("%00=1", "�"),
        ],
    )
    def test_a_question_that_is_not_understood_is_refused_in_plain_text(self, client, door, query, said):
        response = client.get(f"/interventions/{door}?{query}")
        assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
        assert said in response.content.decode()

    @pytest.mark.parametrize("door", ["feed", "export.csv"])
    def test_only_to_be_read(self, client, door):
        assert client.post(f"/interventions/{door}").status_code == 405


DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", " =1", "\n=1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_starts_like_a_formula_is_defused(text):
    assert csv_table.defused(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["", "a=1", "'=1", 5, None, "1+1", "€ 5"])
def test_any_other_cell_stays_as_it_is(cell):
    assert csv_table.defused(cell) == cell


@pytest.mark.django_db
def test_no_cell_of_a_table_starts_like_a_formula(client):
    factories.InterventionFactory(name='=HYPERLINK("http://x")', summary_nl="+31 of “a, b”\n-2", place="@Breda")
    text = client.get("/interventions/export.csv").getvalue().decode().removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple(csv_table.COMMANDS) and cell] == []
    assert '\'=HYPERLINK("http://x")' in cells
    assert "'+31 of “a, b”\n-2" in cells


@pytest.mark.django_db
def test_what_is_only_mentioned_is_marked_in_the_table_and_the_feed(client):
    factories.InterventionFactory(slug="naam", summary_nl="", sort_name="a")
    factories.InterventionFactory(slug="inhoud", summary_nl="Een maatje helpt. Meer.", sort_name="b")
    found = {row["Code"]: row["Alleen genoemd"] for row in rows(client.get("/interventions/export.csv"))}
    assert (found["naam"], found["inhoud"]) == ("ja", "nee")
    said = {
        entry.find(f"{ATOM}link").get("href").rpartition("/")[2]: entry.findtext(f"{ATOM}summary")
        for entry in atom(client.get("/interventions/feed")).iter(f"{ATOM}entry")
    }
    assert (said["naam"], said["inhoud"]) == ("Alleen genoemd, zonder beschrijving.", "Een maatje helpt.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("printed", "low", "high", "counted", "level"), [("2_3", 2, 3, 2, "2–3"), ("0", 0, 0, 1, "0, geen onderzoek")]
)
def test_the_level_in_a_table_is_the_printed_one_with_a_number_beside_it(client, printed, low, high, counted, level):
    row = factories.InterventionFactory()
    levels = {"sms_printed": printed, "sms_min": low, "sms_max": high, "sms_counted": counted}
    factories.StudyFactory(interventions=[row], **levels)
    verdicts.rebuild()
    (line,) = [line for line in rows(client.get("/interventions/export.csv")) if line["Code"] == row.slug]
    assert line["Hoogste niveau, zoals gedrukt"] == level
    assert line["Hoogste niveau, als getal"] == str(low)


@pytest.mark.django_db
def test_markup_in_a_record_stays_text_in_the_feed(client):
    record = factories.InterventionFactory(name="A & <b>B</b>", summary_nl="<script>alert(1)</script> Een zin.")
    RecordVersion.objects.create(
        intervention=record,
        number=2,
        snapshot={},
        note_nl="Nieuwe cijfers",
        note_en="New numbers",
        created=timezone.now(),
    )
    entry = atom(client.get("/interventions/feed")).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "A & <b>B</b>"
    assert entry.findtext(f"{ATOM}summary") == "Nieuwe cijfers. &lt;script&gt;alert(1)&lt;/script&gt; Een zin."
    assert entry.findtext(f"{ATOM}id").endswith("#v2")


@pytest.mark.django_db
def test_an_empty_feed_is_as_old_as_the_catalogue(client):
    CatalogueVersion.advance()
    feed = atom(client.get("/interventions/feed?search=bestaatniet"))
    assert feed.findall(f"{ATOM}entry") == []
    assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated")) == CatalogueVersion.current().changed_at


@pytest.mark.django_db
@pytest.mark.parametrize(("door", "queries"), [("feed", 9), ("export.csv", 8)])
def test_the_number_of_queries_does_not_grow(client, door, queries):
    counts = []
    for number in (1, 3):
        for _ in range(number):
            record = factories.ClassificationFactory().intervention
            factories.StudyFactory(interventions=[record], sms_printed="3")
            unfinished = factories.ClassificationFactory().intervention
            factories.StudyFactory(interventions=[unfinished], stage="ongoing")
        verdicts.rebuild()
        CatalogueVersion.advance()
        b"".join(client.get(f"/interventions/{door}?pageSize=7"))  # the vocabulary of this state is read now
        with CaptureQueriesContext(connection) as seen:
            b"".join(client.get(f"/interventions/{door}"))
        counts.append(len(seen))
    assert counts == [queries, queries]
