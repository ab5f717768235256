"""Load everything in one transaction, or nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from evidence import derivation, reconciliation, search
from evidence.choices import FindingKind, LessonKind
from evidence.loading import protected, row_makers, tables, writing
from evidence.loading.reading import FixtureFault, FixtureLine, FixturesRefusedError, read_record, read_table
from evidence.loading.writing import FixtureRow, TableOutcome
from evidence.models import (
    CatalogueVersion,
    Classification,
    ContextPoint,
    Country,
    Figure,
    Finding,
    Intervention,
    Lesson,
    Organisation,
    Participation,
    Provision,
    ProvisionRole,
    ProvisionTerm,
    Scheme,
    Source,
    Study,
    Term,
    UnnamedParty,
)
from evidence.slugs import RESERVED

RECORDS = ("interventions", "provisions")
"""The folders with one file a record."""
NOTE = derivation.Note("Overgenomen uit de bronnen", "Taken over from the sources")


class Loading:
    """One load of a folder: what exists, what is wrong, and what was done per noun.

    `has_moved` tells whether a row came to point at another row of its own table.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[FixtureFault] = []
        self.known = row_makers.Known()
        self.outcomes: dict[str, TableOutcome] = {}
        self.gone: dict[type[models.Model], models.QuerySet] = {}
        self.has_moved = False

    def folders(self) -> list[Path]:
        """Return the folders of source documents, in the order of the alphabet."""
        return sorted(path for path in self.root.iterdir() if path.is_dir() and path.name != "schemes")

    def lines(self, path: Path, columns: str) -> Iterator[FixtureLine]:
        """Read a table that may be absent."""
        return read_table(path, self.root, columns.split(","), self.faults) if path.exists() else iter(())

    def per_source(
        self, table: str, make: Callable[[FixtureLine, Any, row_makers.Known], FixtureRow]
    ) -> list[FixtureRow]:
        """Read one table of every source."""
        return [
            make(line, self.known.sources[folder.name], self.known)
            for folder in self.folders()
            for line in self.lines(folder / table, tables.PER_SOURCE[table])
        ]

    def records(
        self, folder: str, keys: str, make: Callable[[FixtureLine, str, Any, row_makers.Known], FixtureRow]
    ) -> list[FixtureRow]:
        """Read the records of every source, a file each; the name of the file is the slug."""
        rows = [
            make(line, path.stem, self.known.sources[of_source.name], self.known)
            for of_source in self.folders()
            for path in sorted((of_source / folder).glob("*.toml"))
            if (line := read_record(path, self.root, keys.split(","), self.faults))
        ]
        for row in rows:
            if row.values["slug"] in RESERVED:
                row.line.fault("slug", f"“{row.values['slug']}” has another meaning in an address")
        return rows

    def store(
        self,
        model: type[models.Model],
        key: tuple[str, ...],
        rows: list[FixtureRow],
        existing: models.QuerySet | None = None,
        kept: models.QuerySet | None = None,
    ) -> None:
        """Check rows and bring the table in line; stop here when anything read so far is wrong.

        `existing` are the rows that documents speak for, no others are changed or removed; `kept` stay
        when no table names them.
        """
        writing.check(model, key, rows)
        self.stop_on_faults()
        everything = model._default_manager.all() if existing is None else existing
        stay = set() if kept is None else set(kept.values_list("pk", flat=True))
        self.outcomes[model.__name__.lower()], gone = writing.sync(model, key, rows, everything, stay)
        self.gone[model] = gone

    def remaining(self, model: type[models.Model], field: str = "slug") -> dict[str, Any]:
        """Return the rows of a table that stay, by a code: a line may refer to these only."""
        rows = model._default_manager.exclude(pk__in=self.gone[model].values("pk"))
        return {getattr(row, field): row for row in rows}

    def point(
        self,
        model: type[models.Model],
        rows: list[FixtureRow],
        field: str,
        known_to: Callable[[FixtureRow], dict[str, Any]],
    ) -> None:
        """Set a reference of rows to rows of the same table, which all exist by now; refuse one that leads back."""
        targets: dict[int | None, list[int]] = defaultdict(list)
        above: dict[int, int] = {}
        lines: dict[int, FixtureLine] = {}
        for row in rows:
            known = known_to(row)
            target = row.line.one(field, known)
            pointing = known.get(row.values.get("slug") or row.values["code"])
            if pointing and target:
                above[pointing.pk], lines[pointing.pk] = target.pk, row.line
            if pointing and pointing.__dict__[f"{field}_id"] != (target.pk if target else None):
                targets[target.pk if target else None].append(pointing.pk)
        for pk in _leading_back(above):
            lines[pk].fault(field, f"“{lines[pk].text(field)}” leads back to this row itself")
        for target_pk, pks in targets.items():
            model._default_manager.filter(pk__in=pks).update(**{field: target_pk})
        self.has_moved |= bool(targets)

    def remove_what_is_gone(self) -> None:
        """Remove the rows that no table names any more: facts before what they are about."""
        for model, rows in reversed(self.gone.items()):
            within = [field.name for field in model._meta.concrete_fields if field.related_model is model]
            try:
                rows.update(**dict.fromkeys(within))
                rows.delete()
            except models.ProtectedError as error:
                self.faults.extend(protected.still_needed(error))
        self.stop_on_faults()

    def stop_on_faults(self) -> None:
        """Raise FixturesRefusedError when something is wrong."""
        if self.faults:
            raise FixturesRefusedError(self.faults)


def load(root: Path) -> dict[str, TableOutcome]:
    """Load a folder of fixtures; return what happened per noun.

    A second load changes nothing; an edited row changes one. Raises FixturesRefusedError with every
    fault found, having loaded nothing.
    """
    loading = Loading(root)
    with transaction.atomic():
        CatalogueVersion.hold()
        _refuse_strays(loading)
        _vocabularies(loading)
        approaches = _records(loading)
        _facts(loading)
        loading.remove_what_is_gone()
        _check_headlines(loading, approaches)
        _reconcile(loading)
        _derive(loading)
    search.analyze()
    return loading.outcomes


def _refuse_strays(loading: Loading) -> None:
    """Note every file that no reader would read: a misspelt name must not lose its rows."""
    if not (loading.root / "countries.csv").exists():
        loading.faults.append(
            FixtureFault(str(loading.root), 0, "", "is not a folder of fixtures: it has no countries.csv")
        )
        loading.stop_on_faults()
    files = (path for path in loading.root.iterdir() if path.is_file())
    _note_strays(loading, (path for path in files if path.name not in tables.SHARED))
    for folder in loading.folders():
        expected = {"source.toml", *RECORDS, *tables.PER_SOURCE}
        strays = [path for path in folder.iterdir() if path.name not in expected]
        strays += [folder / records for records in RECORDS if (folder / records).is_file()]
        strays += [
            path
            for records in RECORDS
            for path in (folder / records).glob("*")
            if path.suffix != ".toml" and path.name != ".gitkeep"
        ]
        _note_strays(loading, strays)


def _refuse_strange_schemes(loading: Loading) -> None:
    """Note every table of terms whose scheme is not in the list of schemes."""
    expected = {f"{code}.csv" for code in loading.known.schemes}
    _note_strays(loading, (path for path in (loading.root / "schemes").glob("*") if path.name not in expected))


def _note_strays(loading: Loading, paths: Iterable[Path]) -> None:
    for path in sorted(paths):
        name = path.relative_to(loading.root).as_posix()
        loading.faults.append(FixtureFault(name, 0, "", "is not a file of the fixtures"))


def _vocabularies(loading: Loading) -> None:
    """Load sources, countries, schemes and terms."""
    known = loading.known
    records = (
        (folder, read_record(folder / "source.toml", loading.root, tables.SOURCE_KEYS.split(","), loading.faults))
        for folder in loading.folders()
    )
    loading.store(
        Source,
        ("slug",),
        [row_makers.source(line, folder.name) for folder, line in records if line],
        Source.objects.documents(),
    )
    known.sources = loading.remaining(Source)
    for model, file, make in (
        (Country, "countries.csv", row_makers.country),
        (Scheme, "schemes.csv", row_makers.scheme),
    ):
        lines = loading.lines(loading.root / file, tables.SHARED[file])
        loading.store(model, ("code",), [make(line, position) for position, line in enumerate(lines)])
    known.countries, known.schemes = loading.remaining(Country, "code"), loading.remaining(Scheme, "code")
    _refuse_strange_schemes(loading)
    rows = [
        row_makers.term(line, scheme, position, known)
        for code, scheme in known.schemes.items()
        for position, line in enumerate(loading.lines(loading.root / "schemes" / f"{code}.csv", tables.TERMS))
    ]
    loading.store(Term, ("scheme", "code"), rows)
    terms = Term.objects.exclude(pk__in=loading.gone[Term].values("pk")).select_related("scheme")
    known.terms = {f"{term.scheme.code}:{term.code}": term for term in terms}
    loading.point(Term, rows, "broader", lambda row: known.terms_of(row.values["scheme"].code))
    loading.stop_on_faults()


def _records(loading: Loading) -> list[FixtureRow]:
    """Load organisations, interventions, provisions and studies; return the interventions as read."""
    known = loading.known
    read = loading.per_source("organisations.csv", lambda line, _source, known: row_makers.organisation(line, known))
    loading.store(Organisation, ("slug",), *protected.organisations_of_documents(read))
    known.organisations = loading.remaining(Organisation)
    rows = loading.records("interventions", tables.INTERVENTION_KEYS, row_makers.intervention)
    now = timezone.now()
    fresh = {row.values["slug"] for row in rows} - set(Intervention.objects.values_list("slug", flat=True))
    dated = [
        replace(row, values=row.values | ({"modified": now} if row.values["slug"] in fresh else {})) for row in rows
    ]
    loading.store(Intervention, ("slug",), *protected.interventions_of_documents(dated))
    known.interventions = loading.remaining(Intervention)
    loading.point(Intervention, rows, "part_of", lambda _row: known.interventions)
    provisions = loading.records("provisions", tables.PROVISION_KEYS, row_makers.provision)
    loading.store(Provision, ("slug",), provisions)
    known.provisions = loading.remaining(Provision)
    studies = Study.objects.exclude(**protected.SUBMITTED)
    loading.store(Study, ("slug",), loading.per_source("studies.csv", row_makers.study), studies)
    known.studies = loading.remaining(Study)
    return rows


def _facts(loading: Loading) -> None:
    """Load what sources say about interventions, provisions and countries."""
    known = loading.known
    for model, table, key, make in (
        (
            Classification,
            "classifications.csv",
            ("intervention", "term", "source", "locator"),
            row_makers.classification,
        ),
        (
            Participation,
            "participations.csv",
            ("intervention", "organisation", "role", "source"),
            row_makers.participation,
        ),
        (UnnamedParty, "unnamed_parties.csv", ("intervention", "role", "name_nl", "source"), row_makers.unnamed_party),
        (ProvisionTerm, "provision_terms.csv", ("provision", "term", "source"), row_makers.provision_term),
        (
            ProvisionRole,
            "provision_roles.csv",
            ("provision", "organisation", "role", "source"),
            row_makers.provision_role,
        ),
        (Finding, "findings.csv", ("slug",), row_makers.finding),
        (Figure, "figures.csv", ("slug",), row_makers.figure),
        (Lesson, "lessons.csv", ("slug",), row_makers.lesson),
        (ContextPoint, "context.csv", ("country", "source", "position"), row_makers.context_point),
    ):
        rows = loading.per_source(table, make)
        loading.store(model, key, rows, model._default_manager.exclude(**protected.SUBMITTED))
        if model is Lesson:
            known.lessons = loading.remaining(Lesson)
            loading.point(Lesson, rows, "part_of", lambda _row: known.lessons)
            _check_wholes(rows, known)


def _check_wholes(rows: list[FixtureRow], known: row_makers.Known) -> None:
    """Refuse a lesson that is part of anything but a recommendation."""
    for row in rows:
        whole = known.lessons.get(row.line.text("part_of"))
        if whole and whole.kind != LessonKind.RECOMMENDATION:
            row.line.fault("part_of", f"“{whole.slug}” is not a recommendation")


def _check_headlines(loading: Loading, rows: list[FixtureRow]) -> None:
    """Refuse a headline on which its approach has no result."""
    results = Finding.objects.filter(kind=FindingKind.RESULT)
    told = set(results.values_list("intervention__slug", "success_measure"))
    for row in rows:
        headline = row.values["headline"]
        if headline and (row.values["slug"], headline.pk) not in told:
            row.line.fault("headline", f"“{headline.code}” is no outcome of this approach in findings.csv")
    loading.stop_on_faults()


def _reconcile(loading: Loading) -> None:
    """Refuse studies that do not give the tables their report prints."""
    if reconciliation.SOURCE in loading.known.sources:
        table = f"{reconciliation.SOURCE}/studies.csv"
        loading.faults.extend(FixtureFault(table, 0, "", difference) for difference in reconciliation.differences())
        loading.stop_on_faults()


def _derive(loading: Loading) -> None:
    """Bring what follows from the facts in line."""
    changed = loading.has_moved or any(outcome.is_change for outcome in loading.outcomes.values())
    derivation.all_records(NOTE, changed=changed)


def _leading_back(above: dict[int, int]) -> list[int]:
    """Return the rows from which one comes back to the same row; `above` leads from a row to what holds it."""
    found = []
    for start in above:
        seen, here = {start}, above[start]
        while here not in seen and here in above:
            seen.add(here)
            here = above[here]
        if here == start:
            found.append(start)
    return found
