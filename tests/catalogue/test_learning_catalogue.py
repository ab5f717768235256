"""The pages one learns from with the real catalogue on them: the whole of it, and the same ids as the filters."""

import pytest
from django.http import QueryDict

from catalogue.public.evidence_map.question import OTHERS, MapQuestion
from catalogue.public.evidence_map.table import MapDrawing
from evidence.evidence_map import AXES
from evidence.filters import InterventionFilter, LessonFilter
from evidence.models import Intervention, Lesson, Provision, Source, Term
from tests import suite
from tests.catalogue.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue_data")]

LESSONS = [
    "", "search=taal", "search=werkgevers+-taal", "kind=barrier", "kind=barrier,condition", "addressee=employers",
    "addressee=municipalities&kind=recommendation", "buildingBlock=tailored-language", "source=ser-2021",
    "kind=recommendation&main=true&source=adviesraad-2025", "main=true&addressee=employers&source=adviesraad-2025",
    "addressee=employers,everyone", "addressee=everyone&pillar=learning-dutch", "lloStage=use&targetGroup=women",
    "country=SE", "scalingCriterion=finances", "source=risbo-2023,million&kind=insight",
    "intervention=iamnl", "ordering=kind", "search=werk&ordering=kind",
]  # fmt: skip
PAGES = [
    "/lessons", "/building-blocks", "/building-blocks/cooperation", "/scaling", "/scaling/check",
    "/scaling/check?finances=not-yet", "/pillars", "/pillars/learning-dutch", "/programmes", "/organisations",
    "/organisations/uaf", "/evidence-map", "/provisions", "/provisions/slim-regeling", "/lifelong-learning",
    "/lifelong-learning?targetGroup=women&targetGroup=low-educated", "/sources/adviesraad-2025",
]  # fmt: skip


@pytest.mark.parametrize("query", LESSONS)
def test_the_list_of_lessons_shows_what_its_filter_finds(client, query):
    slugs = dict(Lesson.objects.values_list("pk", "slug"))
    filterset = LessonFilter(QueryDict(query))
    assert filterset.is_valid(), filterset.errors
    wanted = [f"lesson-{slugs[pk]}" for pk in filterset.ids]
    shown = []
    for number in range(1, max(1, -(-len(wanted) // 200)) + 1):
        ids = Page(client.get(f"/lessons?{query}&pageSize=200&page={number}")).ids
        shown += [name for name in ids if name.startswith("lesson-")]
    assert shown == wanted


def test_every_count_of_a_lesson_facet_is_what_choosing_it_gives():
    from_one = QueryDict("kind=barrier&addressee=employers")
    from evidence.facets import count_facets  # noqa: PLC0415 — beside what it is held to

    for facet in count_facets(LessonFilter(from_one)):
        for value in facet.values:
            asked = from_one.copy()
            asked[facet.parameter] = value.code
            assert value.count == len(LessonFilter(asked).ids), (facet.parameter, value.code)


@pytest.mark.parametrize(("rows", "columns"), OTHERS)
@pytest.mark.parametrize(
    "query", suite.in_turn(["", "country=NL,SE", "search=taal", "targetGroup=women", "successMeasure=placements"])
)
def test_every_cell_leads_to_a_list_of_exactly_that_many(rows, columns, query):
    data = QueryDict(f"{query}&rows={rows}&columns={columns}")
    for group in MapDrawing(MapQuestion(data)).table().groups:
        for row in group.rows:
            for cell in row.cells:
                if cell.interventions:
                    found = InterventionFilter(QueryDict(cell.address.partition("?")[2])).ids
                    assert len(found) == cell.interventions, cell.address


@pytest.mark.parametrize("rows", AXES)
def test_every_facet_can_stand_in_the_rows(client, rows):
    columns = "direction" if rows != "direction" else "type"
    assert client.get(f"/evidence-map?rows={rows}&columns={columns}").status_code == 200


def test_all_seven_blocks_six_criteria_and_five_recommendations_are_there(client):
    blocks = Page(client.get("/building-blocks"))
    assert [text for name, text in blocks.headings if name == "h2"] == list(
        Term.objects.filter(scheme__code="building-block").values_list("label_nl", flat=True)
    )
    scaling = client.get("/scaling").content.decode()
    assert scaling.count('class="criterion"') == 6
    assert scaling.count("<li value=") == 7
    assert client.get("/pillars").content.decode().count("<li value=") == 5


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("source=adviesraad-2025", "12345"),
        ("source=adviesraad-2025&addressee=employers", "13"),
        ("source=adviesraad-2025&addressee=municipalities", "24"),
        ("source=risbo-2023", "123456"),
    ],
)
def test_the_main_recommendations_can_be_asked_by_source_and_addressee(client, query, numbers):
    asked = f"kind=recommendation&main=true&{query}"
    answer = client.get(f"/api/v1/lessons?{asked}").json()["results"]
    assert "".join(sorted(row["number"] for row in answer)) == numbers
    shown = [
        name.removeprefix("lesson-") for name in Page(client.get(f"/lessons?{asked}")).ids if name[:7] == "lesson-"
    ]
    assert shown == [row["id"] for row in answer]


def test_every_list_of_a_stage_shows_what_the_page_of_lifelong_learning_says_is_known(client):
    page = Page(client.get("/lifelong-learning?targetGroup=women&targetGroup=low-educated"))
    addresses = [address for address in page.links if address.startswith("/lessons?lloStage=")]
    assert addresses
    for address in addresses:
        listed = [name for name in Page(client.get(f"{address}&pageSize=200")).ids if name.startswith("lesson-")]
        assert listed, address


def test_every_provision_is_on_the_list_and_none_is_an_approach(client):
    slugs = set(Provision.objects.values_list("slug", flat=True))
    assert set(Page(client.get("/provisions?pageSize=200")).slugs("/provisions/")) == slugs
    assert not Intervention.objects.filter(slug__in=slugs).exists()


def test_every_lesson_on_a_criterion_is_on_the_page_about_scaling(client):
    text = Page(client.get("/scaling")).text
    missing = [
        row.slug
        for row in Lesson.objects.filter(terms__scheme__code="scaling-criterion")
        if " ".join(row.text_nl.split()) not in text
    ]
    assert not missing


def test_every_building_block_and_pillar_shows_all_its_lessons_and_examples(client):
    for scheme, address in (("building-block", "/building-blocks"), ("pillar", "/pillars")):
        for term in Term.objects.filter(scheme__code=scheme):
            page = Page(client.get(f"{address}/{term.code}"))
            assert all(" ".join(row.text_nl.split()) in page.text for row in term.lessons.all()), term
            wanted = set(
                Intervention.objects.published().filter(classifications__term=term).values_list("slug", flat=True)
            )
            assert wanted <= set(page.slugs()), term


def test_the_programme_has_eight_pilots_in_order_and_seventeen_trajectories(client):
    page = Page(client.get("/programmes"))
    pilots = [name for name in page.ids if name.startswith("via-pilot-") and not name.endswith("-heading")]
    assert [name.split("-")[2] for name in pilots] == list("12345678")
    trajectories = set(
        Intervention.objects.filter(classifications__term__scheme__code="trajectory-category").values_list(
            "slug", flat=True
        )
    )
    assert len(trajectories) == 17
    assert trajectories <= set(page.slugs())
    whole = set(Intervention.objects.published().filter(parts__isnull=False).values_list("slug", flat=True))
    assert whole <= set(page.slugs())


def test_the_typology_has_the_shares_of_the_figure(client):
    text = Page(client.get("/pillars")).text
    for part in ("Kwetsbare passanten 15%", "Perspectiefrijke passanten 9%", "Chronisch kwetsbaren 7%", "Samen 22%"):
        assert part in text
    assert "Duurzaam perspectiefrijken 17%" in text


@pytest.mark.parametrize("language", suite.in_turn(["", "/en"]))
@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_heading_no_double_ids_and_no_link_that_leads_nowhere(client, address, language):
    page = Page(client.get(f"{language}{address}"))
    assert sum(name == "h1" for name, _text in page.headings) == 1
    assert len(page.ids) == len(set(page.ids))
    anchors = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert anchors <= set(page.ids)


def test_every_link_within_the_site_leads_somewhere(client):
    """Records are read one by one in `test_real_catalogue`."""
    records = {f"/interventions/{slug}" for slug in Intervention.objects.published().values_list("slug", flat=True)}
    links = {link.partition("#")[0] for address in suite.in_turn(PAGES) for link in Page(client.get(address)).links}
    within = {link for link in links - records if link.startswith("/")}
    assert [link for link in sorted(within) if client.get(link).status_code != 200] == []


@pytest.mark.parametrize("address", suite.in_turn(PAGES))
def test_a_page_travels_light(client, address):
    assert len(client.get(address, headers={"Accept-Encoding": "gzip"}).content) < 20_000


@pytest.mark.parametrize("address", suite.in_turn(PAGES))
def test_the_english_page_has_no_dutch_of_ours(client, address):
    english = Page(client.get(f"/en{address}"))
    dutch = Page(client.get(address))
    same = {text for name, text in english.headings} & {text for name, text in dutch.headings}
    names = {
        *Intervention.objects.values_list("name", flat=True),
        *Provision.objects.values_list("name", flat=True),
        *Source.objects.values_list("title", flat=True),
    }
    assert same <= names | {"Filters", "Gender", "UAF"}
