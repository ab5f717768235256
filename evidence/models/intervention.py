"""The approaches themselves, and what sources count them to."""

from django.db import models

from evidence import moments
from evidence.choices import DatePrecision, EditorialState, InterventionKind, LifeStatus, Scale, Scope, SourceKind
from evidence.models.bilingual import Bilingual
from evidence.models.sourced import Sourced
from evidence.querysets import InterventionQuerySet


class Intervention(Sourced):
    """An approach that is or was carried out. `source` and `locator` say where it is described.

    `places` maps a field to the place of that one fact (`{"start": "Bijlage 5, dia 12"}`) where it is another than
    `locator`. Dates are the first day of what the source states; `start_precision` says how much of it is known.
    """

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=300, help_text="the original name, as printed")
    language = models.CharField(max_length=8, help_text="of the original name")
    name_nl = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    sort_name = models.CharField(max_length=300, help_text="the name as words without accents, for the order of lists")
    aliases = models.JSONField(default=list, blank=True)
    summary_nl = models.TextField(blank=True, help_text="empty when the source does not describe it")
    summary_en = models.TextField(blank=True)
    country = models.ForeignKey(
        "evidence.Country",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interventions",
        help_text="the main one; empty when a source names several and no main one",
    )
    further_countries = models.ManyToManyField("evidence.Country", blank=True, related_name="further_interventions")
    place = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=InterventionKind, default=InterventionKind.INSTANCE)
    scope = models.CharField(max_length=20, choices=Scope, default=Scope.UNKNOWN)
    scale = models.CharField(max_length=20, choices=Scale, default=Scale.UNKNOWN)
    status = models.CharField(max_length=20, choices=LifeStatus, default=LifeStatus.UNKNOWN)
    status_note_nl = models.TextField(blank=True)
    status_note_en = models.TextField(blank=True)
    start = models.DateField(null=True, blank=True)
    start_precision = models.PositiveSmallIntegerField(choices=DatePrecision, null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    end_precision = models.PositiveSmallIntegerField(choices=DatePrecision, null=True, blank=True)
    participants = models.PositiveIntegerField(null=True, blank=True)
    duration_min = models.PositiveSmallIntegerField(null=True, blank=True, help_text="months, for one participant")
    duration_max = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="months; empty when it is one number"
    )
    intensity_nl = models.CharField(max_length=300, blank=True)
    intensity_en = models.CharField(max_length=300, blank=True)
    as_of = models.DateField(
        null=True, blank=True, help_text="the day of its status, where it is not that of its source"
    )
    as_of_precision = models.PositiveSmallIntegerField(choices=DatePrecision, null=True, blank=True)
    headline = models.ForeignKey(
        "evidence.Term",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="the success measure that it is about; empty: employment first",
    )
    blanks = models.JSONField(default=dict, blank=True, help_text="field: why it is blank, as a reader found (Blank)")
    part_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    places = models.JSONField(default=dict, blank=True)
    editorial_state = models.CharField(max_length=20, choices=EditorialState, default=EditorialState.PUBLISHED)
    sms_highest = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="derived: the highest counted level of its studies; written by verdicts.rebuild only",
    )
    modified = models.DateTimeField(help_text="when its record last changed for the reader")

    name_translated = Bilingual("name")
    summary = Bilingual("summary")
    status_note = Bilingual("status_note")
    intensity = Bilingual("intensity")

    # Whether it has content, how many different organisations shared an experience, and how many of them are
    # municipalities: of `for_cards`. Whether an organisation states facts of it: of `for_changes`. Whether others are
    # part of it: of `for_derivation`.
    described: bool
    user_count: int
    municipality_count: int
    is_amended: bool
    has_parts: bool

    objects = InterventionQuerySet.as_manager()

    class Meta(Sourced.Meta):
        ordering = ("sort_name", "pk")
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=InterventionKind.values), name="an_intervention_has_a_known_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(scope__in=Scope.values), name="an_intervention_has_a_known_scope"
            ),
            models.CheckConstraint(
                condition=models.Q(scale__in=Scale.values), name="an_intervention_has_a_known_scale"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=LifeStatus.values), name="an_intervention_has_a_known_status"
            ),
            models.CheckConstraint(
                condition=models.Q(editorial_state__in=EditorialState.values),
                name="an_intervention_has_a_known_editorial_state",
            ),
            models.CheckConstraint(
                condition=models.Q(end__isnull=True)
                | models.Q(start__isnull=True)
                | models.Q(end__gte=models.F("start")),
                name="an_intervention_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True, start_precision__isnull=True)
                | models.Q(start__isnull=False, start_precision__in=DatePrecision.values),
                name="a_start_has_a_precision",
            ),
            models.CheckConstraint(
                condition=models.Q(end__isnull=True, end_precision__isnull=True)
                | models.Q(end__isnull=False, end_precision__in=DatePrecision.values),
                name="an_end_has_a_precision",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_self_reported(self) -> bool:
        """Tell whether all of this is an organisation’s own statement: no study of it has a level yet."""
        return self.source.kind == SourceKind.SUBMISSION and self.sms_highest is None

    @property
    def start_text(self) -> str:
        """Return the start as precisely as the source gives it: `2016`, `2016-06` or `2016-06-01`."""
        return moments.written(self.start, self.start_precision)

    @property
    def end_text(self) -> str:
        """Return the end as precisely as the source gives it."""
        return moments.written(self.end, self.end_precision)

    @property
    def as_of_text(self) -> str:
        """Return the day of its own status as precisely as known; empty when it is that of its source."""
        return moments.written(self.as_of, self.as_of_precision)

    @property
    def sms_printed(self) -> str:
        """Return the highest level of its studies as its source prints it (`0`, `0_1`, `2_3`); empty without any."""
        rated = [study for study in self.studies.all() if study.sms_printed]
        best = max(rated, key=lambda study: (study.sms_min, study.sms_max), default=None)
        return best.sms_printed if best else ""

    def place_of(self, field: str) -> str:
        """Return where in the source a single fact of this record stands."""
        return self.places.get(field, self.locator)


class Classification(Sourced):
    """An intervention has a term, according to whom. Two places may disagree; both are kept."""

    intervention = models.ForeignKey(Intervention, on_delete=models.CASCADE, related_name="classifications")
    term = models.ForeignKey("evidence.Term", on_delete=models.PROTECT, related_name="classifications")
    note_nl = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    note = Bilingual("note")

    class Meta(Sourced.Meta):
        ordering = ("term__position", "pk")
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=["intervention", "term", "source", "locator"], name="a_place_states_a_classification_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.intervention_id} {self.term}"
