"""A record as its page shows it, in the fixed order of the product: each part with its facts and their places.

What is missing says why (`Blank`). A record is made of an intervention that was fetched with `for_records`.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from catalogue import wording
from catalogue.cards import labels, studies_in_words, translation, typed
from catalogue.facts import (
    Blank,
    Fact,
    Outcome,
    Place,
    Practice,
    Problem,
    Result,
    Value,
    Version,
    practice,
    problem,
    result,
    version,
)
from catalogue.own_words import AUDIENCE, COSTS, NEEDS, STORY, OwnWords
from evidence import levels, verdicts, vocabulary
from evidence.choices import (
    HOME_COUNTRY,
    Direction,
    EditorialState,
    FindingKind,
    LessonKind,
    LifeStatus,
    Scale,
    SchemeCode,
    Scope,
)
from evidence.models import Classification, Finding, Intervention, Lesson, Source, Study, Term, Verdict

TARGET_GROUPS = SchemeCode.TARGET_GROUP
AT_A_GLANCE = (
    SchemeCode.COMPONENT,
    SchemeCode.SECTOR,
    SchemeCode.CAREER_MOMENT,
    SchemeCode.PILLAR,
    SchemeCode.LLO_STAGE,
    SchemeCode.TRAJECTORY_CATEGORY,
    SchemeCode.MIGRANT_TYPOLOGY,
    SchemeCode.BUILDING_BLOCK,
    SchemeCode.SUCCESS_MEASURE,
)
NEEDED = (
    SchemeCode.FUNDING,
    SchemeCode.STEERING,
    SchemeCode.PARTY,
    SchemeCode.SCALING_CRITERION,
    SchemeCode.SCALING_VARIANT,
    SchemeCode.ENVIRONMENT_FACTOR,
)


class Record:
    """One intervention, part by part."""

    def __init__(self, intervention: Intervention) -> None:
        self.intervention = intervention
        self.own_words = OwnWords(intervention)
        self.vocabulary = vocabulary.current()

    # The head

    @property
    def translation(self) -> str:
        """The name in the language of the page, when that is another."""
        return translation(self.intervention)

    @property
    def sentence(self) -> str:
        """What it is, in one sentence; empty when the source does not describe it."""
        return wording.first_sentence(self.intervention.summary)

    @property
    def chips(self) -> list[str]:
        """The words to recognise it by."""
        row = self.intervention
        return [
            *([_("Praktijkinitiatief, eigen opgave")] if row.is_self_reported else []),
            *labels(typed(row)),
            wording.where(row),
            row.get_kind_display(),
            *([row.get_scope_display()] if row.scope != Scope.UNKNOWN else []),
            *([row.get_status_display()] if row.status != LifeStatus.UNKNOWN else []),
        ]

    # The four tiles

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """What is concluded, per success measure."""
        return list(self.intervention.verdicts.all())

    @property
    def headline(self) -> Verdict | None:
        """The conclusion that the card shows too."""
        return verdicts.headline(self.verdicts)

    @property
    def differ(self) -> bool:
        """Tell whether outcomes differ."""
        return verdicts.differ(self.verdicts)

    @property
    def distribution(self) -> list[str]:
        """How many studies there are at each level, the highest first."""
        counts = levels.distribution(study.sms_counted for study in self.studies)
        words = {level: studies_in_words(number) for level, number in reversed(counts.items())}
        rated = [
            _("%(studies)s op niveau %(level)s") % {"studies": text, "level": level}
            for level, text in words.items()
            if level != levels.UNRATED
        ]
        return [
            *rated,
            *([_("%(studies)s zonder niveau") % {"studies": words[levels.UNRATED]}] if levels.UNRATED in words else []),
        ]

    @property
    def cost(self) -> Result | None:
        """The first thing a source says about costs."""
        return next(iter(self.costs), None)

    @property
    def own_cost(self) -> Fact | None:
        """The first thing an organisation says itself about costs."""
        return next(iter(self.own_words.passages(COSTS)), None)

    @property
    def runs_here(self) -> bool:
        """Tell whether it is Dutch, so that the question of applicability does not arise."""
        row = self.intervention
        return HOME_COUNTRY in (row.country_id, *(country.code for country in row.further_countries.all()))

    # In short

    @cached_property
    def classified(self) -> dict[str, list[Classification]]:
        """What sources count it to, per scheme."""
        rows: dict[str, list[Classification]] = {}
        for row in self.intervention.classifications.all():
            rows.setdefault(row.term.scheme.code, []).append(row)
        return rows

    @property
    def at_a_glance(self) -> list[Fact]:
        """The facts that every record has, blank or not; then those that this one has."""
        row = self.intervention
        types = self._terms(_("Type interventie"), self.classified.get(SchemeCode.INTERVENTION_TYPE, []))
        return [
            types._replace(sources_differ=len(labels(typed(row))) > 1),
            self._fact(_("Land en plaats"), wording.where(row), ("country", "place")),
            self._fact(_("Bereik"), row.get_scope_display() if row.scope != Scope.UNKNOWN else "", ("scope",)),
            self._fact(_("Schaal"), row.get_scale_display() if row.scale != Scale.UNKNOWN else "", ("scale",)),
            self._fact(
                _("Status"),
                row.get_status_display() if row.status != LifeStatus.UNKNOWN else "",
                ("status", "status_note"),
                row.status_note,
            ),
            self._fact(_("Looptijd"), wording.period(row), ("start", "end")),
            self._fact(
                _("Deelnemers"),
                wording.number(row.participants) if row.participants is not None else "",
                ("participants",),
            ),
            *self._schemes(AT_A_GLANCE),
        ]

    @property
    def place(self) -> Place:
        """Where the summary stands."""
        return self.own_words.place_of("summary")

    @property
    def summary_before(self) -> str:
        """What the document says, where an organisation wrote another summary."""
        return self.own_words.before("summary")

    @property
    def story(self) -> list[Fact]:
        """Why, to what end and how, in the words of the organisation."""
        return self.own_words.passages(STORY)

    def _fact(self, label: str, text: str, fields: tuple[str, ...], note: str = "") -> Fact:
        before, place = self.own_words.before(*fields), self.own_words.place_of(*fields)
        if not text and not before:
            return Fact(label, [Value(note, place)] if note else [], None if note else Blank.NOT_IN_SOURCE)
        return Fact(label, [Value(text or _("Niet vermeld"), place, " ".join(filter(None, (note, before))))])

    def _terms(self, label: str, rows: Iterable[Classification]) -> Fact:
        values = [Value(row.term.label, Place(row.source, row.locator), row.note) for row in rows]
        return Fact(label, values, None if values else Blank.NOT_IN_SOURCE)

    def _schemes(self, codes: Iterable[str]) -> list[Fact]:
        return [
            self._terms(self.vocabulary.schemes[code].name, self.classified[code])
            for code in codes
            if code in self.classified
        ]

    @property
    def whole(self) -> Intervention | None:
        """The published programme that it is part of."""
        whole = self.intervention.part_of
        return whole if whole and whole.editorial_state == EditorialState.PUBLISHED else None

    @property
    def parts(self) -> list[Intervention]:
        """The published parts that it has."""
        return list(self.intervention.parts.all())

    # What research says

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings per kind."""
        rows: dict[str, list[Finding]] = {}
        for row in self.intervention.findings.all():
            rows.setdefault(row.kind, []).append(row)
        return rows

    @property
    def outcomes(self) -> list[Outcome]:
        """What research says per success measure, the one of the headline first."""
        rows = self.findings.get(FindingKind.RESULT, [])
        by_measure = {
            verdict: [result(row) for row in rows if row.success_measure_id == verdict.measure_id]
            for verdict in sorted(self.verdicts, key=lambda verdict: verdict != self.headline)
        }
        return [Outcome(verdict, results) for verdict, results in by_measure.items() if results]

    @property
    def no_outcomes(self) -> Blank:
        """Why there are no results: nobody took them over yet, or there are none."""
        taken_over_later = self.headline and self.headline.direction in (Direction.NOT_EXTRACTED, Direction.ONGOING)
        return Blank.NOT_YET if taken_over_later else Blank.NOT_IN_SOURCE

    @property
    def reach(self) -> list[Result]:
        """Whom it reached."""
        return [result(row) for row in self.findings.get(FindingKind.REACH, [])]

    @cached_property
    def costs(self) -> list[Result]:
        """What it cost, and what it brought in."""
        return [result(row) for row in self.findings.get(FindingKind.COST, [])]

    @property
    def figures(self) -> list[Problem]:
        """Numbers about the problem that it answers."""
        return [problem(row) for row in self.intervention.figures.all()]

    # For whom

    @property
    def for_whom(self) -> list[Fact]:
        """The target groups, per characteristic."""
        rows = self.classified.get(TARGET_GROUPS, [])
        ordered = sorted(rows, key=lambda row: self._top(row.term).position)
        return [self._terms(top.label, group) for top, group in groupby(ordered, key=lambda row: self._top(row.term))]

    def _top(self, term: Term) -> Term:
        return self.vocabulary.top(self.vocabulary.by_pk(term.pk))

    @property
    def for_whom_in_words(self) -> list[Fact]:
        """For whom it is, and what they must have, in the words of the organisation."""
        return self.own_words.passages(AUDIENCE)

    # What was learned

    @cached_property
    def lessons(self) -> dict[str, list[Lesson]]:
        """The lessons per kind."""
        rows: dict[str, list[Lesson]] = {}
        for row in self.intervention.lessons.all():
            rows.setdefault(row.kind, []).append(row)
        return rows

    @property
    def working_elements(self) -> list[Lesson]:
        """What makes it work, according to a source."""
        return self.lessons.get(LessonKind.WORKING_ELEMENT, [])

    @property
    def applicability(self) -> list[Lesson]:
        """What sources say about doing this in the Netherlands."""
        return [*self.lessons.get(LessonKind.APPLICABILITY, []), *self.lessons.get(LessonKind.ADAPTATION, [])]

    @property
    def needed(self) -> list[tuple[str, list[Lesson]]]:
        """Conditions, barriers and what else was learned, under their headings."""
        headings = (
            (LessonKind.CONDITION, _("Voorwaarden")),
            (LessonKind.BARRIER, _("Wat in de weg kan staan")),
            (LessonKind.RECOMMENDATION, _("Aanbevelingen")),
            (LessonKind.INSIGHT, _("Inzichten")),
        )
        return [(heading, self.lessons[kind]) for kind, heading in headings if kind in self.lessons]

    @property
    def organised(self) -> list[Fact]:
        """Who takes part, who pays and who steers."""
        return [
            self._partners(),
            *(self._named(code) for code in (SchemeCode.FUNDING, SchemeCode.STEERING)),
            *self._schemes(NEEDED[2:]),
            *self.own_words.passages(NEEDS),
        ]

    def _partners(self) -> Fact:
        rows = self.intervention.participations.all()
        values = [
            Value(f"{row.organisation.name} ({row.get_role_display().lower()})", Place(row.source, row.locator))
            for row in rows
        ]
        return Fact(_("Partners"), values, None if values else Blank.NOT_IN_SOURCE)

    def _named(self, code: str) -> Fact:
        name = self.vocabulary.schemes[code].name if code in self.vocabulary.schemes else code
        return self._terms(name, self.classified.get(code, []))

    # Studies, sources and the description itself

    @cached_property
    def studies(self) -> list[Study]:
        """The studies about it."""
        return list(self.intervention.studies.all())

    @property
    def sources(self) -> list[Source]:
        """Every source that says something here, the main one first."""
        row = self.intervention
        rows = (
            row.classifications.all(), row.findings.all(), row.figures.all(), row.lessons.all(), row.participations.all(),
            self.studies, row.passages.all(), row.amendments.all(), row.experiences.all(),
        )  # fmt: skip
        return list(dict.fromkeys((row.source, *(fact.source for facts in rows for fact in facts))))

    @property
    def experiences(self) -> list[Practice]:
        """What organisations report about their own practice."""
        return [practice(row) for row in self.intervention.experiences.all()]

    @property
    def history(self) -> list[Version]:
        """Every version of this description, the newest first."""
        return [version(row) for row in self.intervention.versions.all()]

    @property
    def citation(self) -> str:
        """How to refer to this description, up to its address."""
        latest = max((row.number for row in self.intervention.versions.all()), default=0)
        return _("Werkwijs (%(year)s). %(name)s. Versie %(number)s.") % {
            "year": self.intervention.modified.year,
            "name": self.intervention.name,
            "number": latest,
        }

    def contents(self) -> Iterator[tuple[str, str]]:
        """List the parts of the page, for its table of contents."""
        yield "summary", _("In het kort")
        yield "research", _("Wat zegt onderzoek")
        if self.intervention.figures.all():
            yield "figures", _("Cijfers over het probleem")
        yield "audience", _("Voor wie")
        yield "elements", _("Werkende elementen")
        yield "needs", _("Wat u nodig hebt")
        yield "netherlands", _("Toepasbaar in Nederland")
        yield "experiences", _("Ervaringen uit de praktijk")
        yield "studies", _("Onderzoek en bronnen")
        yield "about", _("Over deze beschrijving")
