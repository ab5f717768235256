"""An answer takes the same number of queries for one row and for three."""

import pytest

from evidence import verdicts
from evidence.models import CatalogueVersion, Figure, Intervention
from tests import factories as make


def rows(number: int) -> None:
    """Make so many interventions, each with so many of everything a record shows."""
    for index in range(number):
        country = make.CountryFactory(code=f"A{'ABC'[index]}")
        intervention = make.InterventionFactory(slug=f"aanpak-{index}", country=country)
        for again in range(number):
            source = make.SourceFactory(slug=f"bron-{index}-{again}")
            group = make.TermFactory(of="target-group")
            term = make.TermFactory(of="target-group", broader=group, source=source, locator="§1")
            study = make.StudyFactory(slug=f"studie-{index}-{again}", country=country, source=source)
            figure = Figure.objects.create(
                slug=f"cijfer-{index}-{again}",
                intervention=intervention,
                country=country,
                statement_nl="Een cijfer.",
                statement_en="A figure.",
                source=source,
                locator="§1",
            )
            figure.terms.add(term)
            intervention.further_countries.add(make.CountryFactory(code=f"B{'ABC'[again]}"))
            make.ClassificationFactory(intervention=intervention, source=source, term=term)
            make.ParticipationFactory(intervention=intervention, source=source)
            make.FindingFactory(intervention=intervention, source=source, study=study).subgroup.add(term)
            make.LessonFactory(source=source, terms=[term], interventions=[intervention])
            make.InterventionFactory(part_of=intervention)
            study.interventions.set(Intervention.objects.all())
    verdicts.rebuild()


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("interventions", 8),
        ("interventions/aanpak-0", 26),
        ("interventions/facets", 3),
        ("evidence-map?rows=targetGroup&columns=direction", 4),
        ("studies", 5),
        ("studies/studie-0-0", 3),
        ("findings", 5),
        ("figures", 5),
        ("figures/cijfer-0-0", 3),
        ("provisions", 3),
        ("lessons/facets", 3),
        ("provisions/facets", 3),
        ("lessons", 8),
        ("countries", 7),
        ("countries/AA", 7),
        ("sources", 11),
        ("schemes", 11),
        ("schemes/target-group", 9),
        ("organisations", 7),
        ("changes", 3),
    ],
)
def test_an_answer_takes_as_many_queries_at_any_size(client, django_assert_num_queries, number, path, queries):
    """Vocabulary and facets are read once per state of the catalogue, so they are warm here."""
    rows(number)
    for noun in ("interventions", "lessons", "provisions"):
        client.get(f"/api/v1/{noun}/facets?ordering={'kind' if noun == 'lessons' else 'name'}")
    with django_assert_num_queries(queries):
        assert client.get(f"/api/v1/{path}").status_code == 200


@pytest.mark.django_db
def test_a_repeated_answer_takes_one_query_until_the_catalogue_changes(client, django_assert_num_queries):
    rows(2)
    first = client.get("/api/v1/interventions")
    with django_assert_num_queries(1):
        again = client.get("/api/v1/interventions")
    assert (again.content, again["ETag"], again["Content-Type"]) == (
        first.content,
        first["ETag"],
        first["Content-Type"],
    )
    make.InterventionFactory(slug="nieuw")
    CatalogueVersion.advance()
    assert client.get("/api/v1/interventions").json()["count"] == first.json()["count"] + 1
