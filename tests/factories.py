"""Small, valid rows. Names are invented and say so; a test states what matters to it."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from evidence import levels, models
from evidence.choices import FindingKind, LessonKind, ProvisionKind, SourceKind


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = models.Source
        django_get_or_create = ("slug",)

    slug = "test-source"
    title = "Testbron"
    language = "nl"
    kind = SourceKind.REPORT


class CountryFactory(DjangoModelFactory):
    class Meta:
        model = models.Country
        django_get_or_create = ("code",)

    code = "NL"
    name_nl = factory.LazyAttribute(lambda row: f"Land {row.code}")
    name_en = factory.LazyAttribute(lambda row: f"Country {row.code}")
    position = factory.Sequence(int)


class SchemeFactory(DjangoModelFactory):
    class Meta:
        model = models.Scheme
        django_get_or_create = ("code",)

    code = "intervention-type"
    name_nl = factory.LazyAttribute(lambda row: f"Schema {row.code}")
    name_en = factory.LazyAttribute(lambda row: f"Scheme {row.code}")
    position = factory.Sequence(int)


class TermFactory(DjangoModelFactory):
    class Meta:
        model = models.Term
        django_get_or_create = ("scheme", "code")

    class Params:
        of = "intervention-type"

    scheme = factory.SubFactory(SchemeFactory, code=factory.SelfAttribute("..of"))
    code = factory.Sequence(lambda number: f"term-{number}")
    label_nl = factory.LazyAttribute(lambda row: f"Begrip {row.code}")
    label_en = factory.LazyAttribute(lambda row: f"Term {row.code}")
    position = factory.Sequence(int)


class SourcedFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    source = factory.SubFactory(SourceFactory)
    locator = "§1"


class InterventionFactory(SourcedFactory):
    class Meta:
        model = models.Intervention

    slug = factory.Sequence(lambda number: f"aanpak-{number}")
    name = factory.Sequence(lambda number: f"Aanpak {number:04}")
    sort_name = factory.LazyAttribute(lambda row: row.name.lower())
    language = "nl"
    name_nl = factory.SelfAttribute("name")
    name_en = factory.SelfAttribute("name")
    country = factory.SubFactory(CountryFactory)
    modified = factory.LazyFunction(timezone.now)


class ClassificationFactory(SourcedFactory):
    class Meta:
        model = models.Classification

    intervention = factory.SubFactory(InterventionFactory)
    term = factory.SubFactory(TermFactory)


class StudyFactory(SourcedFactory):
    class Meta:
        model = models.Study
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"studie-{number}")
    title = factory.Sequence(lambda number: f"Studie {number}")
    sms_printed = ""
    sms_min = factory.LazyAttribute(lambda row: level.low if (level := levels.parse_level(row.sms_printed)) else None)
    sms_max = factory.LazyAttribute(lambda row: level.high if (level := levels.parse_level(row.sms_printed)) else None)
    sms_counted = factory.LazyAttribute(
        lambda row: level.counted if (level := levels.parse_level(row.sms_printed)) else None
    )
    country = factory.SubFactory(CountryFactory)

    @factory.post_generation
    def interventions(self, create, extracted, **_kwargs):
        if create and extracted:
            self.interventions.set(extracted)


class FindingFactory(SourcedFactory):
    class Meta:
        model = models.Finding

    slug = factory.Sequence(lambda number: f"bevinding-{number}")
    statement_nl = "Meer mensen hadden werk."
    statement_en = "More people had work."
    intervention = factory.SubFactory(InterventionFactory)
    kind = FindingKind.RESULT
    success_measure = factory.SubFactory(TermFactory, of="success-measure", code="placements")


class LessonFactory(SourcedFactory):
    class Meta:
        model = models.Lesson
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"les-{number}")
    kind = LessonKind.CONDITION
    text_nl = "Werk samen met werkgevers."
    text_en = "Work together with employers."

    @factory.post_generation
    def interventions(self, create, extracted, **_kwargs):
        if create and extracted:
            self.interventions.set(extracted)

    @factory.post_generation
    def terms(self, create, extracted, **_kwargs):
        if create and extracted:
            self.terms.set(extracted)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = models.Organisation

    slug = factory.Sequence(lambda number: f"organisatie-{number}")
    name = factory.Sequence(lambda number: f"Organisatie {number}")


class ParticipationFactory(SourcedFactory):
    class Meta:
        model = models.Participation

    intervention = factory.SubFactory(InterventionFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = "initiator"


class ProvisionFactory(SourcedFactory):
    class Meta:
        model = models.Provision
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"regeling-{number}")
    name = factory.Sequence(lambda number: f"Regeling {number:04}")
    sort_name = factory.LazyAttribute(lambda row: row.name.lower())
    language = "nl"
    name_nl = factory.SelfAttribute("name")
    name_en = factory.SelfAttribute("name")
    kind = ProvisionKind.LAW
    country = factory.SubFactory(CountryFactory)

    @factory.post_generation
    def interventions(self, create, extracted, **_kwargs):
        if create and extracted:
            self.interventions.set(extracted)


class ProvisionRoleFactory(SourcedFactory):
    class Meta:
        model = models.ProvisionRole

    provision = factory.SubFactory(ProvisionFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = "initiator"


class FigureFactory(SourcedFactory):
    class Meta:
        model = models.Figure
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"cijfer-{number}")
    statement_nl = "Veel mensen zoeken werk."
    statement_en = "Many people look for work."

    @factory.post_generation
    def terms(self, create, extracted, **_kwargs):
        if create and extracted:
            self.terms.set(extracted)
