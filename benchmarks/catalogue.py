"""An invented catalogue of any size, the same for every run. It never stands in a database that serves visitors."""

import random
from datetime import date

from django.db import transaction
from django.utils import timezone

from evidence import levels, search, verdicts
from evidence.choices import HOME_COUNTRY, Effect, FindingKind, LifeStatus, Scale, SchemeCode, Scope, SourceKind
from evidence.documents import all_documents
from evidence.models import (
    CatalogueVersion,
    Classification,
    Country,
    Finding,
    Intervention,
    Scheme,
    Source,
    Study,
    Term,
)

WORDS = """
    opleiding taal mentor werkgever vluchteling statushouder gemeente begeleiding stage loon kans netwerk vakman school
    zorg techniek samenwerking traject coach sollicitatie duurzaam inburgering ervaring diploma vacature regio partner
    deelnemer onderzoek bouwsteen
""".split()  # noqa: SIM905 — a list of words reads better as words
TERMS_PER_SCHEME = {
    SchemeCode.INTERVENTION_TYPE: 5,
    SchemeCode.TARGET_GROUP: 30,
    SchemeCode.COMPONENT: 20,
    SchemeCode.SECTOR: 12,
    SchemeCode.BUILDING_BLOCK: 7,
    SchemeCode.SUCCESS_MEASURE: 8,
}


def _text(dice: random.Random, length: int) -> str:
    return " ".join(dice.choices(WORDS, k=length))


def _vocabulary(source: Source) -> dict[str, list[Term]]:
    terms: dict[str, list[Term]] = {}
    for position, (code, number) in enumerate(TERMS_PER_SCHEME.items()):
        scheme = Scheme.objects.create(code=code, name_nl=code, name_en=code, position=position)
        terms[code] = Term.objects.bulk_create(
            Term(
                scheme=scheme,
                code=f"{code}-{n}",
                label_nl=f"{code} {n}",
                label_en=f"{code} {n}",
                position=n,
                source=source,
                locator="x",
            )
            for n in range(number)
        )
    return terms


def make(size: int) -> None:
    """Fill an empty database with `size` interventions, and let the database learn what it holds."""
    with transaction.atomic():
        _make(size)
    search.analyze()


def _make(size: int) -> None:
    """Each intervention has terms, a study and two findings."""
    dice = random.Random(1)
    source = Source.objects.create(slug="benchmark", title="Benchmark", language="nl", kind=SourceKind.REPORT)
    countries = Country.objects.bulk_create(
        Country(code=code, name_nl=code, name_en=code, position=n)
        for n, code in enumerate((HOME_COUNTRY, "SE", "DK", "DE", "BE", "FR"))
    )
    terms = _vocabulary(source)
    interventions = Intervention.objects.bulk_create(
        (
            Intervention(
                slug=f"record-{n}",
                name=f"{_text(dice, 3)} {n}",
                sort_name=f"{n:06}",
                language="nl",
                name_nl=f"Record {n}",
                name_en=f"Record {n}",
                summary_nl=_text(dice, 40),
                summary_en=_text(dice, 40),
                country=dice.choice(countries),
                scope=dice.choice(Scope.values),
                scale=dice.choice(Scale.values),
                status=dice.choice(LifeStatus.values),
                start=date(2010 + n % 15, 1, 1),
                start_precision=4,
                source=source,
                locator="x",
                modified=timezone.now(),
            )  # fmt: skip
            for n in range(size)
        ),
        batch_size=500,
    )
    chosen = [
        (row, term)
        for row in interventions
        for code, all_of_it in terms.items()
        if code != SchemeCode.SUCCESS_MEASURE
        for term in dice.sample(all_of_it, 2)
    ]
    Classification.objects.bulk_create(
        (Classification(intervention=row, term=term, source=source, locator="x") for row, term in chosen),
        batch_size=1000,
    )
    studies = Study.objects.bulk_create(
        (_study(dice, n, row, source) for n, row in enumerate(interventions)),
        batch_size=500,
    )
    through = Study.interventions.through
    through.objects.bulk_create(
        (through(study=study, intervention=row) for study, row in zip(studies, interventions, strict=True)),
        batch_size=1000,
    )
    Finding.objects.bulk_create(
        (
            Finding(
                slug=f"finding-{row.pk}-{n}",
                intervention=row,
                study=study,
                kind=FindingKind.RESULT,
                source=source,
                locator="x",
                success_measure=dice.choice(terms[SchemeCode.SUCCESS_MEASURE]),
                direction=dice.choice(Effect.values),
                qualifier="=",
                value=dice.randint(1, 99),
                unit="percent",
                statement_nl=_text(dice, 12),
                statement_en=_text(dice, 12),
            )  # fmt: skip
            for row, study in zip(interventions, studies, strict=True)
            for n in range(2)
        ),
        batch_size=500,
    )
    verdicts.rebuild()
    search.store(list(all_documents()))
    CatalogueVersion.advance()


def _study(dice: random.Random, number: int, row: Intervention, source: Source) -> Study:
    printed = dice.choice(["1", "2", "3", "4", "5", ""])
    level = levels.parse_level(printed)
    return Study(
        slug=f"study-{number}", title=_text(dice, 6), year=2020, country=row.country, source=source, locator="x",
        sms_printed=printed,
        sms_min=level and level.low, sms_max=level and level.high, sms_counted=level and level.counted,
    )  # fmt: skip
