"""Questions one may ask of the knowledge."""

from typing import Self, cast

from django.db.models import Count, Exists, Model, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from evidence.choices import EditorialState, OrganisationKind, SourceKind


def _rows(model: type[Model], name: str) -> QuerySet:
    """Return all rows of what a model is related to.

    What those rows point at is joined (`select_related`): Django fetches a pointer in a prefetch with one OR per row,
    and SQLite refuses more than a thousand.
    """
    return cast("type[Model]", model._meta.get_field(name).related_model)._default_manager.all()


def _published(model: type[Model], name: str) -> QuerySet:
    """Return the interventions that a model is related to and the public may see."""
    return cast("InterventionQuerySet", _rows(model, name)).published()


def _with_schemes(name: str, model: type[Model]) -> Prefetch:
    """Bring along the terms of a many-to-many field, each with its scheme."""
    return Prefetch(name, _rows(model, name).select_related("scheme"))


def _of_lessons(model: type[Model]) -> tuple[Prefetch | str, ...]:
    """Bring along what a lesson shows beside its text."""
    return _with_schemes("terms", model), "provisions", "countries"


def _number(rows: QuerySet, what: str = "pk") -> Coalesce:
    """Count different values of some rows of each intervention, as part of the query for them."""
    mine = rows.filter(intervention=OuterRef("pk")).order_by().values("intervention")
    return Coalesce(Subquery(mine.annotate(number=Count(what, distinct=True)).values("number")), 0)


class InterventionQuerySet(QuerySet):
    """What one may ask of interventions, and what a list or a record of them needs."""

    def published(self) -> Self:
        """Return what the public may see."""
        return self.filter(editorial_state=EditorialState.PUBLISHED)

    def described(self) -> Self:
        """Return the records with content: a summary, a finding, a figure or a lesson. The others are only a name."""
        return self.filter(self.is_described())

    def is_described(self) -> Q:
        """Say in a condition what `described` keeps."""
        has_more = Q()
        for name in ("findings", "figures"):
            has_more |= Q(Exists(_rows(self.model, name).filter(intervention=OuterRef("pk"))))
        lessons = _rows(self.model, "lessons").filter(interventions=OuterRef("pk"))
        return ~Q(summary_nl="") | has_more | Q(Exists(lessons))

    def for_cards(self) -> Self:
        """Bring along what a list shows, in a fixed number of queries; `InterventionFilter.rows` adds the terms, which
        are kept.

        `user_count` and `municipality_count` say how many different organisations shared an experience.
        """
        experiences = _rows(self.model, "experiences")
        municipal = experiences.filter(organisation__kind=OrganisationKind.MUNICIPALITY)
        return (
            self.select_related("country", "source")
            .prefetch_related("further_countries", self._studies(), "classifications", "verdicts")
            .annotate(
                finding_count=_number(_rows(self.model, "findings")),
                described=self.is_described(),
                experience_count=_number(experiences),
                user_count=_number(experiences, "organisation"),
                municipality_count=_number(municipal, "organisation"),
            )
        )

    def for_pages(self) -> Self:
        """Bring along what the page of a record shows: its facts, not what those are about in their turn."""
        published: InterventionQuerySet = InterventionQuerySet(self.model).published()
        findings = _rows(self.model, "findings").select_related("success_measure", "study", "source")
        return (
            self.for_cards()
            .select_related("part_of", "headline")
            .prefetch_related(None)
            .prefetch_related(
                *self._facts(),
                Prefetch("parts", published),
                Prefetch("findings", findings.prefetch_related(_with_schemes("subgroup", findings.model))),
            )
        )

    def for_records(self) -> Self:
        """Bring along everything of a record, in a fixed number of queries."""
        return self.for_pages().prefetch_related(*self._further(), "lessons__countries")

    def for_derivation(self) -> Self:
        """Bring along what verdicts, versions and the search index follow from, in a fixed number of queries.

        `has_parts` says whether it is a programme.
        """
        findings = _rows(self.model, "findings").select_related("success_measure", "study", "source")
        rows = self.annotate(has_parts=Exists(_published(self.model, "parts").filter(part_of=OuterRef("pk"))))
        return rows.select_related("country", "source", "part_of", "headline").prefetch_related(
            *self._facts(),
            *self._further(),
            Prefetch("findings", findings),
            Prefetch("lessons__interventions", InterventionQuerySet(self.model).published()),
        )

    def _facts(self) -> list[str | Prefetch]:
        """List what is said of a record, each with whom it is of."""
        lessons = _rows(self.model, "lessons").select_related("source", "part_of")
        figures = _rows(self.model, "figures").select_related("country", "intervention", "provision", "source")
        return [
            "further_countries",
            "versions",
            Prefetch(
                "classifications",
                _rows(self.model, "classifications").select_related("term__scheme", "term__broader", "source"),
            ),
            Prefetch("verdicts", _rows(self.model, "verdicts").select_related("measure")),
            self._studies(),
            Prefetch("figures", figures),
            Prefetch("lessons", lessons),
            Prefetch("participations", _rows(self.model, "participations").select_related("organisation", "source")),
            Prefetch("unnamed_parties", _rows(self.model, "unnamed_parties").select_related("source")),
            Prefetch("provisions", _rows(self.model, "provisions").select_related("source")),
            Prefetch("experiences", _rows(self.model, "experiences").select_related("organisation", "source")),
            Prefetch("passages", _rows(self.model, "passages").select_related("source")),
            Prefetch("amendments", _rows(self.model, "amendments").select_related("source")),
        ]

    def _studies(self) -> Prefetch:
        """Bring along the studies, each with what says when it is of: its source."""
        return Prefetch("studies", _rows(self.model, "studies").select_related("source", "country"))

    def _further(self) -> list[Prefetch | str]:
        """List what the studies, figures and lessons of a record are about in their turn."""
        figures, lessons = (_rows(self.model, name).model for name in ("figures", "lessons"))
        return [
            Prefetch("studies__interventions", InterventionQuerySet(self.model).published()),
            Prefetch("figures__terms", _rows(figures, "terms").select_related("scheme")),
            Prefetch("lessons__terms", _rows(lessons, "terms").select_related("scheme")),
            "lessons__provisions",
        ]

    def for_changes(self) -> Self:
        """Bring along what an organisation may say of a record otherwise; sources by their primary key only.

        `is_amended` says whether an organisation stated any of its facts already.
        """
        amended = Exists(_rows(self.model, "amendments").filter(intervention=OuterRef("pk")))
        return (
            self.select_related("source")
            .annotate(is_amended=amended)
            .prefetch_related(
                Prefetch("classifications", _rows(self.model, "classifications").select_related("term__scheme")),
                "lessons",
                "passages",
                Prefetch("participations", _rows(self.model, "participations").select_related("organisation")),
            )
        )

    def for_verdicts(self) -> Self:
        """Bring along what verdicts follow from."""
        findings = _rows(self.model, "findings").select_related("study")
        verdicts = _rows(self.model, "verdicts").select_related("measure")
        return self.prefetch_related("studies", Prefetch("verdicts", verdicts), Prefetch("findings", findings))


class ProvisionQuerySet(QuerySet):
    """What one may ask of provisions. All of them are public: only documents state them."""

    def for_pages(self) -> Self:
        """Bring along what a page shows, but its lessons: those are lines of their own."""
        return self._with(self._figures().select_related("source"))

    def with_facts(self) -> Self:
        """Bring along all that the API gives; only what the public may see."""
        lessons = cast("LessonQuerySet", _rows(self.model, "lessons")).of_published()
        lessons = lessons.select_related("source", "part_of").prefetch_related(*_of_lessons(lessons.model))
        return self._with(self._figures().with_facts()).prefetch_related(Prefetch("lessons", lessons))

    def _figures(self) -> "FigureQuerySet":
        return cast("FigureQuerySet", _rows(self.model, "figures")).of_published()

    def _with(self, figures: QuerySet) -> Self:
        return self.select_related("country", "source").prefetch_related(
            Prefetch("interventions", _published(self.model, "interventions")),
            Prefetch("classifications", _rows(self.model, "classifications").select_related("term__scheme", "source")),
            Prefetch("participations", _rows(self.model, "participations").select_related("organisation", "source")),
            Prefetch("figures", figures),
        )


class SourceQuerySet(QuerySet):
    """What one may ask of the documents and submissions that facts come from."""

    def documents(self) -> Self:
        """Return what was published elsewhere."""
        return self.exclude(kind=SourceKind.SUBMISSION)

    def of_published(self) -> Self:
        """Leave out what an organisation submitted about interventions that the public may not see."""
        shown = {"source": OuterRef("pk"), "intervention__editorial_state": EditorialState.PUBLISHED}
        says = Q(Exists(_published(self.model, "intervention_rows").filter(source=OuterRef("pk"))))
        for name in (
            "classification_rows", "participation_rows", "finding_rows", "passage_rows", "amendment_rows",
            "experience_rows",
        ):  # fmt: skip
            says |= Q(Exists(_rows(self.model, name).filter(**shown)))
        shown = {"source": OuterRef("pk"), "interventions__editorial_state": EditorialState.PUBLISHED}
        for name in ("study_rows", "lesson_rows"):
            says |= Q(Exists(_rows(self.model, name).filter(**shown)))
        return self.filter(~Q(kind=SourceKind.SUBMISSION) | says)


class OrganisationQuerySet(QuerySet):
    """What one may ask of the parties that records name."""

    def of_published(self) -> Self:
        """Return the organisations with a part in a provision or in any intervention the public may see, or an
        experience with one.
        """
        shown = {"organisation": OuterRef("pk"), "intervention__editorial_state": EditorialState.PUBLISHED}
        return self.filter(
            Exists(_rows(self.model, "participations").filter(**shown))
            | Exists(_rows(self.model, "experiences").filter(**shown))
            | Exists(_rows(self.model, "provision_participations").filter(organisation=OuterRef("pk")))
        )


class StudyQuerySet(QuerySet):
    """What one may ask of studies, and of the tables that count them."""

    def counted(self) -> Self:
        """Return the studies that their source counts in its tables (Risbo 2023, tables 2.1 and 2.2)."""
        return self.filter(counted=True)

    def with_interventions(self) -> Self:
        """Bring along what a list shows; only published interventions."""
        return self.select_related("country", "source").prefetch_related(
            Prefetch("interventions", _published(self.model, "interventions"))
        )

    def levels_per_country(self):
        """Count the counted studies per country and counted level, in the order of the countries."""
        return (
            self.counted()
            .values("country", "sms_counted")
            .annotate(number=Count("pk"))
            .order_by("country__position", "sms_counted")
        )

    def of_published(self) -> Self:
        """Leave out studies that are only about interventions the public may not see."""
        return self.filter(
            Q(interventions__isnull=True) | Q(interventions__editorial_state=EditorialState.PUBLISHED)
        ).distinct()


class FindingQuerySet(QuerySet):
    """What one may ask of single results, reach and costs."""

    def of_published(self) -> Self:
        """Return the findings of interventions the public may see."""
        return self.filter(intervention__editorial_state=EditorialState.PUBLISHED)

    def with_facts(self) -> Self:
        """Bring along what a list shows."""
        return self.select_related("intervention", "study", "source", "success_measure").prefetch_related(
            _with_schemes("subgroup", self.model)
        )


class FigureQuerySet(QuerySet):
    """What one may ask of figures."""

    def of_published(self) -> Self:
        """Leave out the figures of interventions that the public may not see."""
        shown = Q(intervention__editorial_state=EditorialState.PUBLISHED)
        return self.filter(Q(intervention__isnull=True) | shown)

    def with_subjects(self) -> Self:
        """Bring along what each is about."""
        return self.select_related("country", "intervention", "provision", "source")

    def with_facts(self) -> Self:
        """Bring along what a list shows: what each is about, and its terms."""
        return self.with_subjects().prefetch_related(_with_schemes("terms", self.model))


class LessonQuerySet(QuerySet):
    """What one may ask of what was learned."""

    def of_published(self) -> Self:
        """Leave out lessons that are only about interventions the public may not see."""
        return self.filter(
            Q(interventions__isnull=True) | Q(interventions__editorial_state=EditorialState.PUBLISHED)
        ).distinct()

    def with_lines(self) -> Self:
        """Bring along what a line on a page prints; only published interventions."""
        return self.select_related("source", "part_of").prefetch_related(
            _with_schemes("terms", self.model),
            "provisions",
            Prefetch("interventions", _published(self.model, "interventions")),
        )

    def with_links(self) -> Self:
        """Bring along all that the API gives of a lesson: what a line prints, and its countries."""
        return self.with_lines().prefetch_related("countries")
