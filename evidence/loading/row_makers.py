"""What each line of each table says: one function per noun, from a line to a row."""

from typing import Any

from evidence import analysis, levels
from evidence.choices import (
    BLANK_FIELDS,
    Blank,
    InterventionKind,
    LessonKind,
    LifeStatus,
    OrganisationKind,
    Scale,
    SchemeCode,
    Scope,
    StudyKind,
    StudyStage,
)
from evidence.loading.reading import FixtureLine
from evidence.loading.writing import FixtureRow
from evidence.models import Source


class Known:
    """What exists already, by its code; a line may refer to it."""

    def __init__(self) -> None:
        self.sources: dict[str, Any] = {}
        self.countries: dict[str, Any] = {}
        self.schemes: dict[str, Any] = {}
        self.terms: dict[str, Any] = {}
        self.organisations: dict[str, Any] = {}
        self.interventions: dict[str, Any] = {}
        self.provisions: dict[str, Any] = {}
        self.studies: dict[str, Any] = {}
        self.lessons: dict[str, Any] = {}

    def terms_of(self, scheme: str) -> dict[str, Any]:
        """Return the terms of one scheme by their bare code."""
        return {code.partition(":")[2]: term for code, term in self.terms.items() if code.startswith(f"{scheme}:")}


def in_both(line: FixtureLine, *fields: str, required: bool = False) -> dict[str, str]:
    """Read texts that exist in Dutch and English; when one is given the other must be too."""
    values: dict[str, str] = {}
    for field in fields:
        dutch, english = line.text(f"{field}_nl", required=required), line.text(f"{field}_en", required=required)
        if bool(dutch) != bool(english) and not required:
            line.fault(f"{field}_en" if dutch else f"{field}_nl", "is empty, and the other language is not")
        values |= {f"{field}_nl": dutch, f"{field}_en": english}
    return values


def place(line: FixtureLine, source: Source) -> dict[str, Any]:
    """Read where a fact stands."""
    return {"source": source, "locator": line.text("locator", required=True)}


def source(line: FixtureLine, slug: str) -> FixtureRow:
    """Read a source document."""
    return FixtureRow(
        line,
        {
            "slug": slug,
            "title": line.text("title", required=True),
            "authors": line.items("authors"),
            "publisher": line.text("publisher"),
            "year": line.whole("year"),
            "language": line.text("language", required=True),
            "kind": line.text("kind", required=True),
            "url": line.text("url"),
            **known_moment(line, "as_of"),
            **in_both(line, "note"),
        },
    )


def country(line: FixtureLine, position: int) -> FixtureRow:
    """Read a country; the order of the table is the order of lists."""
    return FixtureRow(
        line, {"code": line.text("code", required=True), **in_both(line, "name", required=True), "position": position}
    )


def scheme(line: FixtureLine, position: int) -> FixtureRow:
    """Read a vocabulary; the order of the table is the order of lists."""
    return FixtureRow(line, {"code": line.slug("code"), **in_both(line, "name", required=True), "position": position})


def term(line: FixtureLine, of_scheme: Any, position: int, known: Known) -> FixtureRow:
    """Read a term; what is broader is linked when all terms exist."""
    stated = line.one("source", known.sources)
    if bool(line.text("locator")) != bool(line.text("source")):
        line.fault("locator", "a source needs a place, and a place needs a source")
    return FixtureRow(
        line,
        {
            "scheme": of_scheme,
            "code": line.slug("code"),
            **in_both(line, "label", required=True),
            **in_both(line, "definition"),
            "position": position,
            "source": stated,
            "locator": line.text("locator"),
        },
    )


def organisation(line: FixtureLine, known: Known) -> FixtureRow:
    """Read an organisation; a kind that is not stated is unknown."""
    return FixtureRow(
        line,
        {
            "slug": line.slug("slug"),
            "name": line.text("name", required=True),
            "kind": line.text("kind") or OrganisationKind.UNKNOWN.value,
            "country": line.one("country", known.countries),
        },
    )


def intervention(line: FixtureLine, slug: str, source: Source, known: Known) -> FixtureRow:
    """Read an intervention; the programme it is part of is linked when all interventions exist."""
    return FixtureRow(
        line,
        {
            "slug": slug,
            **described(line, known),
            **in_both(line, "intensity"),
            "kind": line.text("kind") or InterventionKind.INSTANCE.value,
            "scale": line.text("scale") or Scale.UNKNOWN.value,
            **known_moment(line, "as_of"),
            "participants": line.whole("participants"),
            **duration(line),
            "headline": line.one("headline", known.terms_of(SchemeCode.SUCCESS_MEASURE)),
            "blanks": blanks(line),
            **place(line, source),
        },
        {"further_countries": line.many("further_countries", known.countries)},
    )


def duration(line: FixtureLine) -> dict[str, int | None]:
    """Read how many months it takes for one participant, from and to."""
    least, most = line.whole("duration_min"), line.whole("duration_max")
    if most is not None and (least is None or most < least):
        line.fault("duration_max", "needs a “duration_min” that is not more")
    return {"duration_min": least, "duration_max": most}


def described(line: FixtureLine, known: Known) -> dict[str, Any]:
    """Read what an intervention and a provision both have: names, summary, country, place, reach and life."""
    name = line.text("name", required=True)
    start, end = known_moment(line, "start"), known_moment(line, "end")
    if start["start"] and end["end"] and end["end"] < start["start"]:
        line.fault("end", "lies before the start")
    return {
        "name": name,
        "sort_name": " ".join(analysis.words(name)),
        "language": line.text("language", required=True),
        **in_both(line, "name", required=True),
        **in_both(line, "summary", "status_note"),
        "aliases": line.items("aliases"),
        "country": line.one("country", known.countries),
        "place": line.text("place"),
        "scope": line.text("scope") or Scope.UNKNOWN.value,
        "status": line.text("status") or LifeStatus.UNKNOWN.value,
        **start,
        **end,
        "places": places(line),
    }


def known_moment(line: FixtureLine, column: str) -> dict[str, Any]:
    """Read a date and how much of it is known."""
    day, precision = line.moment(column)
    return {column: day, f"{column}_precision": precision}


def provision(line: FixtureLine, slug: str, source: Source, known: Known) -> FixtureRow:
    """Read a provision, with the approaches that use it."""
    return FixtureRow(
        line,
        {"slug": slug, **described(line, known), "kind": line.text("kind", required=True), **place(line, source)},
        {"interventions": line.many("interventions", known.interventions)},
    )


def blanks(line: FixtureLine) -> dict[str, str]:
    """Read why fields are blank, as a reader found it in the source."""
    stated = line.cells.get("blanks", {})
    if not isinstance(stated, dict):
        line.fault("blanks", "must map a field to the reason why it is blank")
        return {}
    for field, reason in stated.items():
        if field not in BLANK_FIELDS:
            line.fault("blanks", f"“{field}” is no field that can be blank: {', '.join(sorted(BLANK_FIELDS))}")
        elif reason not in Blank.values:
            line.fault("blanks", f"“{reason}” is no reason: {', '.join(Blank.values)}")
        elif any(line.cells.get(key) not in (None, "", "unknown") for key in KEYS_OF_A_BLANK.get(field, ())):
            line.fault("blanks", f"“{field}” is said to be blank, and is given")
    return dict(stated)


KEYS_OF_A_BLANK = {
    "summary": ("summary_nl", "summary_en"),
    "participants": ("participants",),
    "place": ("place",),
    "start": ("start",),
    "end": ("end",),
    "status": ("status",),
    "duration": ("duration_min", "duration_max"),
}
"""The keys of a record that hold a field that can be blank; the other fields stand in tables."""


def places(line: FixtureLine) -> dict[str, str]:
    """Read where single facts of a record stand."""
    stated = line.cells.get("places", {})
    if not isinstance(stated, dict) or not all(_is_place(where) for where in stated.values()):
        line.fault("places", "must map a key of the record to a place")
        return {}
    given = {_without_language(key) for key in line.cells}
    for key in stated.keys() - given - line.cells.keys():
        line.fault("places", f"“{key}” is not given in this record")
    return {_without_language(key): where for key, where in stated.items()}


def _is_place(where: Any) -> bool:
    return isinstance(where, str) and bool(where.strip()) and "\0" not in where


def _without_language(key: str) -> str:
    return key.removesuffix("_nl").removesuffix("_en")


def classification(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read that an intervention has a term."""
    scheme_code = line.text("scheme", required=True)
    return FixtureRow(
        line,
        {
            "intervention": line.one("intervention", known.interventions, required=True),
            "term": line.one("term", known.terms_of(scheme_code), required=True),
            **in_both(line, "note"),
            **place(line, source),
        },
    )


def participation(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read an organisation's role."""
    return FixtureRow(
        line,
        {
            "intervention": line.one("intervention", known.interventions, required=True),
            "organisation": line.one("organisation", known.organisations, required=True),
            "role": line.text("role", required=True),
            **place(line, source),
        },
    )


def unnamed_party(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read the role of a party that the source does not name."""
    return FixtureRow(
        line,
        {
            "intervention": line.one("intervention", known.interventions, required=True),
            "role": line.text("role", required=True),
            **in_both(line, "name", required=True),
            **place(line, source),
        },
    )


def provision_term(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read that a provision has a term."""
    return FixtureRow(
        line,
        {
            "provision": line.one("provision", known.provisions, required=True),
            "term": line.one("term", known.terms_of(line.text("scheme", required=True)), required=True),
            **place(line, source),
        },
    )


def provision_role(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read an organisation's role in a provision."""
    return FixtureRow(
        line,
        {
            "provision": line.one("provision", known.provisions, required=True),
            "organisation": line.one("organisation", known.organisations, required=True),
            "role": line.text("role", required=True),
            **place(line, source),
        },
    )


def study(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a study; the level follows from how it is printed."""
    printed = line.text("sms_printed")
    try:
        level = levels.parse_level(printed)
    except ValueError as error:
        line.fault("sms_printed", str(error))
        level = None
    return FixtureRow(
        line,
        {
            "slug": line.slug("slug"),
            "title": line.text("title"),
            "authors": line.items("authors"),
            "year": line.whole("year"),
            **{
                field: line.text(field)
                for field in ("container", "volume", "issue", "pages", "publisher", "url", "language")
            },
            "kind": line.text("kind") or StudyKind.UNKNOWN.value,
            "stage": line.text("stage") or StudyStage.PUBLISHED.value,
            **known_moment(line, "due"),
            **in_both(line, "design", "description", "note"),
            "sms_printed": printed,
            "sms_min": level.low if level else None,
            "sms_max": level.high if level else None,
            "sms_counted": level.counted if level else None,
            "counted": line.yes("counted"),
            "country": line.one("country", known.countries),
            **place(line, source),
        },
        {"interventions": line.many("interventions", known.interventions)},
    )


def measured(line: FixtureLine, source: Source) -> dict[str, Any]:
    """Read a statement and the number in it."""
    return {
        "slug": line.slug("slug"),
        **in_both(line, "statement", required=True),
        **in_both(line, "comparator", "printed", "note"),
        "qualifier": line.text("qualifier"),
        "value": line.decimal("value"),
        "value_max": line.decimal("value_max"),
        "unit": line.text("unit"),
        "comparator_value": line.decimal("comparator_value"),
        **place(line, source),
    }


def finding(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a finding; its measure and subgroup are terms of their own schemes. A study that we inferred has a note."""
    if line.yes("study_inferred"):
        for column in ("study", "note_nl"):
            if not line.text(column):
                line.fault(column, "is needed where “study_inferred” is “yes”")
    return FixtureRow(
        line,
        {
            **measured(line, source),
            "intervention": line.one("intervention", known.interventions, required=True),
            "study": line.one("study", known.studies),
            "kind": line.text("kind", required=True),
            "success_measure": line.one("success_measure", known.terms_of(SchemeCode.SUCCESS_MEASURE)),
            "direction": line.text("direction"),
            "months_after": line.whole("months_after"),
            "self_reported": line.yes("self_reported"),
            "illegible": line.yes("illegible"),
            "study_inferred": line.yes("study_inferred"),
        },
        {"subgroup": line.many("subgroup", known.terms_of(SchemeCode.TARGET_GROUP))},
    )


def figure(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a figure, of a country, of an intervention or of neither."""
    return FixtureRow(
        line,
        {
            **measured(line, source),
            "country": line.one("country", known.countries),
            "intervention": line.one("intervention", known.interventions),
            "provision": line.one("provision", known.provisions),
            "period": line.text("period"),
            "origin": line.text("origin"),
        },
        {"terms": line.many("terms", known.terms)},
    )


def lesson(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a lesson, in both languages, with the terms it carries; the recommendation it is part of is linked when all
    exist.
    """
    if line.text("kind") != LessonKind.RECOMMENDATION:
        for column in ("number", "main", "addressees_nl", "addressees_en"):
            if line.text(column):
                line.fault(column, "only a recommendation has one")
    number = line.text("number")
    if line.yes("main") and not (number.isascii() and number.isdigit()):
        line.fault("number", "a main recommendation has its number, in digits")
    return FixtureRow(
        line,
        {
            "slug": line.slug("slug"),
            "kind": line.text("kind", required=True),
            "number": line.text("number"),
            "main": line.yes("main"),
            **in_both(line, "text", required=True),
            **in_both(line, "addressees"),
            **place(line, source),
        },
        {
            "terms": line.many("terms", known.terms),
            "interventions": line.many("interventions", known.interventions),
            "provisions": line.many("provisions", known.provisions),
            "countries": line.many("countries", known.countries),
        },
    )


def context_point(line: FixtureLine, source: Source, known: Known) -> FixtureRow:
    """Read a point about a country."""
    return FixtureRow(
        line,
        {
            "country": line.one("country", known.countries, required=True),
            "position": line.whole("position"),
            **in_both(line, "title", "text", required=True),
            **place(line, source),
        },
    )
