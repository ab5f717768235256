"""A small world with one of everything, all of it stated."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from evidence import models, verdicts
from tests import factories as make

MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)


def build() -> SimpleNamespace:
    """Make a mentoring approach in Sweden and Denmark with a study, a finding, a figure, a lesson and a practice."""
    source = make.SourceFactory(
        slug="rapport-a",
        title="Rapport A",
        authors=["Jansen, An", "Instituut"],
        publisher="Uitgever",
        year=2023,
        as_of=date(2022, 11, 1),
        as_of_precision=7,
        url="https://bron.example/a",
    )
    own = make.SourceFactory(slug="opgave-b", title="Opgave B", kind="submission")
    sweden = make.CountryFactory(code="SE", name_nl="Zweden", name_en="Sweden", position=1)
    denmark = make.CountryFactory(code="DK", name_nl="Denemarken", name_en="Denmark", position=2)
    group = make.TermFactory(of="target-group", code="gender", label_nl="Geslacht", label_en="Gender")
    women = make.TermFactory(
        of="target-group",
        code="women",
        label_nl="Vrouwen",
        label_en="Women",
        broader=group,
        definition_nl="Wie vrouw is",
        source=source,
        locator="§2",
    )
    mentoring = make.TermFactory(of="intervention-type", code="mentoring", label_nl="Mentoring", label_en="Mentoring")
    placements = make.TermFactory(of="success-measure", code="placements", label_nl="Werk", label_en="Work")
    employers = make.TermFactory(of="party", code="employers", label_nl="Werkgevers", label_en="Employers")
    intervention = make.InterventionFactory(
        slug="maatjes",
        name="Kompisar",
        sort_name="kompisar",
        language="sv",
        name_nl="Maatjes",
        name_en="Buddies",
        aliases=["K-2"],
        summary_nl="Een maatje helpt.",
        summary_en="A buddy helps.",
        country=sweden,
        place="Malmö",
        scope="local",
        scale="project",
        status="stopped",
        status_note_nl="Geld op.",
        start=date(2016, 6, 1),
        start_precision=7,
        end=date(2018, 1, 1),
        end_precision=4,
        participants=120,
        duration_min=6,
        duration_max=12,
        intensity_nl="Een keer per week",
        intensity_en="Once a week",
        headline=placements,
        blanks={"cost": "not-in-source"},
        places={"status_note": "§9"},
        source=source,
        locator="§3",
        modified=MOMENT,
    )
    intervention.further_countries.add(denmark)
    for term in (mentoring, women):
        make.ClassificationFactory(intervention=intervention, term=term, source=source, locator="tabel 3.1")
    study = make.StudyFactory(
        slug="studie-a",
        title="Studie A",
        authors=["Berg, Eva"],
        year=2019,
        container="Tijdschrift",
        volume="4",
        pages="1-9",
        kind="article",
        url="https://studie.example/a",
        language="sv",
        sms_printed="3",
        counted=True,
        country=sweden,
        interventions=[intervention],
        source=source,
        locator="Bijlage 3, rij 1",
    )
    finding = make.FindingFactory(
        slug="meer-werk",
        intervention=intervention,
        study=study,
        success_measure=placements,
        direction="positive",
        qualifier="=",
        value="34.500",
        unit="percent",
        comparator_value="30",
        comparator_nl="Wie geen maatje had",
        comparator_en="Who had no buddy",
        months_after=12,
        study_inferred=True,
        printed_nl="ruim een derde",
        printed_en="over a third",
        source=source,
        locator="§3.1",
    )
    finding.subgroup.add(women)
    figure = models.Figure.objects.create(
        slug="zonder-werk",
        intervention=intervention,
        country=sweden,
        statement_nl="Veel mensen hebben geen werk.",
        statement_en="Many people have no work.",
        qualifier="~",
        value="20",
        unit="percent",
        period="2015",
        origin="SCB",
        printed_nl="een vijfde",
        printed_en="a fifth",
        source=source,
        locator="§1",
    )
    figure.terms.add(women)
    lesson = make.LessonFactory(
        slug="les-a",
        kind="recommendation",
        number="1",
        main=True,
        addressees_nl="de werkgevers",
        addressees_en="employers",
        interventions=[intervention],
        terms=[employers],
        source=source,
        locator="§5",
    )
    lesson.countries.add(denmark)
    organisation = make.OrganisationFactory(slug="stad", name="Stad", kind="municipality", country=sweden)
    provision = fund(source, intervention, organisation, women)
    lesson.provisions.add(provision)
    models.UnnamedParty.objects.create(
        intervention=intervention,
        role="funder",
        name_nl="private investeerders",
        name_en="private investors",
        source=source,
        locator="§4",
    )
    make.ParticipationFactory(
        intervention=intervention, organisation=organisation, role="funder", source=source, locator="§4"
    )
    models.Experience.objects.create(
        intervention=intervention,
        organisation=organisation,
        place="Lund",
        start=date(2020, 1, 1),
        entered=40,
        in_work_after_6_months=10,
        would_do_again=True,
        source=own,
        locator="Opgave",
    )
    models.ContextPoint.objects.create(
        country=sweden,
        position=1,
        title_nl="Gids",
        title_en="Guide",
        text_nl="Iedereen krijgt een gids.",
        text_en="All get a guide.",
        source=source,
        locator="Bijlage 4",
    )
    verdicts.rebuild()
    models.RecordVersion.objects.create(
        intervention=intervention,
        number=2,
        snapshot={},
        changed=["country_id", "summary_nl"],
        note_nl="Beter gelezen",
        note_en="Read again",
        created=MOMENT,
    )
    return SimpleNamespace(
        intervention=intervention, study=study, finding=finding, lesson=lesson, organisation=organisation, women=women
    )


def fund(
    source: models.Source, intervention: models.Intervention, organisation: models.Organisation, group: models.Term
) -> models.Provision:
    """Make a fund that the approach uses, with all that is known of one."""
    provision = models.Provision.objects.create(
        slug="fonds",
        name="Fonden",
        language="sv",
        name_nl="Fonds",
        name_en="Fund",
        sort_name="fonden",
        aliases=["F-1"],
        kind="funding",
        summary_nl="Het fonds betaalt maatjes.",
        summary_en="The fund pays for buddies.",
        country=intervention.country,
        scope="national",
        status="running",
        end=date(2024, 1, 1),
        end_precision=4,
        places={"end": "§8"},
        source=source,
        locator="§7",
    )
    provision.interventions.add(intervention)
    models.ProvisionTerm.objects.create(provision=provision, term=group, source=source, locator="§7")
    models.ProvisionRole.objects.create(
        provision=provision, organisation=organisation, role="funder", source=source, locator="§7"
    )
    models.Figure.objects.create(
        slug="budget",
        provision=provision,
        statement_nl="Er is 5 euro.",
        statement_en="There are 5 euros.",
        qualifier="=",
        value="5",
        unit="euro",
        source=source,
        locator="§8",
    )
    return provision


def archived() -> models.Intervention:
    """Make an intervention the public may not see, tied to everything in the world, and to things of its own."""
    world = build()
    hidden = make.InterventionFactory(
        slug="verborgen-aanpak",
        name="Verborgen aanpak",
        editorial_state="archived",
        country=world.study.country,
        source=world.study.source,
    )
    make.ClassificationFactory(intervention=hidden, term=world.women, source=world.study.source)
    world.study.interventions.add(hidden)
    make.StudyFactory(
        slug="verborgen-studie",
        title="Verborgen studie",
        interventions=[hidden],
        country=world.study.country,
        counted=True,
        sms_printed="5",
        source=world.study.source,
    )
    make.FindingFactory(
        slug="verborgen-bevinding",
        intervention=hidden,
        study=world.study,
        source=world.study.source,
        direction="negative",
    )
    models.Figure.objects.create(
        slug="verborgen-cijfer",
        intervention=hidden,
        country=world.study.country,
        statement_nl="Verborgen",
        statement_en="Hidden",
        source=world.study.source,
        locator="§1",
    )
    world.lesson.interventions.add(hidden)
    models.Provision.objects.get().interventions.add(hidden)
    make.LessonFactory(slug="verborgen-les", interventions=[hidden], source=world.study.source)
    make.ParticipationFactory(
        intervention=hidden, organisation=world.organisation, role="partner", source=world.study.source
    )
    world.intervention.part_of = hidden
    world.intervention.save()
    make.InterventionFactory(slug="deel", name="Deel", part_of=world.intervention, editorial_state="archived")
    verdicts.rebuild()
    models.RecordVersion.objects.create(
        intervention=hidden, number=1, snapshot={}, note_nl="Verborgen", note_en="Hidden", created=MOMENT
    )
    return hidden
