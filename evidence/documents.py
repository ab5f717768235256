"""The searchable text of every record."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from evidence import analysis, search
from evidence.choices import EditorialState
from evidence.models import Figure, Intervention, Lesson, Provision, SearchDocument, Study

Subject = SearchDocument.Subject


def all_documents() -> Iterator[SearchDocument]:
    """Make the search documents of everything the public may see."""
    for subject, (rows, write) in WRITERS.items():
        yield from (write(subject, row, language) for row in rows() for language in analysis.LANGUAGES)


def documents_about(record: Intervention) -> Iterator[SearchDocument]:
    """Make those of one intervention and of its studies, lessons and figures, as far as they are public.

    Takes a row fetched with `for_derivation`, whose studies and lessons know only the published interventions they are
    about: without any, they are not public.
    """
    is_public = record.editorial_state == EditorialState.PUBLISHED
    about: dict[SearchDocument.Subject, list[Any]] = {
        Subject.INTERVENTION: [record] if is_public else [],
        Subject.STUDY: [row for row in record.studies.all() if row.interventions.all()],
        Subject.LESSON: [row for row in record.lessons.all() if row.interventions.all()],
        Subject.FIGURE: list(record.figures.all()) if is_public else [],
    }
    for subject, rows in about.items():
        write = WRITERS[subject][1]
        yield from (write(subject, row, language) for language in analysis.LANGUAGES for row in rows)


def _in(row, field: str, language: str) -> str:
    return getattr(row, f"{field}_{language}")


def _of_intervention(subject: SearchDocument.Subject, row: Intervention, language: str) -> SearchDocument:
    texts = [
        _in(row, "summary", language),
        *(_in(country, "name", language) for country in (row.country, *row.further_countries.all()) if country),
        row.place,
        *(_in(classification.term, "label", language) for classification in row.classifications.all()),
        *(participation.organisation.name for participation in row.participations.all()),
        *(_in(finding, "statement", language) for finding in row.findings.all()),
        *(_in(lesson, "text", language) for lesson in row.lessons.all()),
        *(_in(passage, "text", language) for passage in row.passages.all()),
        *(_in(party, "name", language) for party in row.unnamed_parties.all()),
        _in(row, "intensity", language),
    ]
    names = dict.fromkeys((row.name, row.name_nl, row.name_en, *row.aliases))
    return search.document(subject, row.pk, language, names, dict.fromkeys(texts))


def _of_study(subject: SearchDocument.Subject, row: Study, language: str) -> SearchDocument:
    texts = [
        *_names(row.interventions.all(), language),
        *row.authors,
        row.container,
        row.publisher,
        row.url,
        _in(row, "note", language),
        _in(row, "design", language),
        _in(row, "description", language),
    ]
    return search.document(subject, row.pk, language, [row.title], dict.fromkeys(texts))


def _of_lesson(subject: SearchDocument.Subject, row: Lesson, language: str) -> SearchDocument:
    labels = [_in(term, "label", language) for term in row.terms.all()]
    names = [name for about in (row.interventions, row.provisions) for name in _names(about.all(), language)]
    texts = [_in(row, "text", language), _in(row, "addressees", language), *labels, *names]
    return search.document(subject, row.pk, language, [], dict.fromkeys(texts))


def _of_provision(subject: SearchDocument.Subject, row: Provision, language: str) -> SearchDocument:
    texts = [
        _in(row, "summary", language),
        _in(row, "status_note", language),
        *([_in(row.country, "name", language)] if row.country else []),
        row.place,
        *(_in(classification.term, "label", language) for classification in row.classifications.all()),
        *(participation.organisation.name for participation in row.participations.all()),
        *(_in(figure, "statement", language) for figure in row.figures.all()),
        *(_in(lesson, "text", language) for lesson in row.lessons.all()),
    ]
    names = dict.fromkeys((row.name, row.name_nl, row.name_en, *row.aliases))
    return search.document(subject, row.pk, language, names, dict.fromkeys(texts))


def _of_figure(subject: SearchDocument.Subject, row: Figure, language: str) -> SearchDocument:
    about = [what for what in (row.intervention, row.provision) if what]
    texts = [
        _in(row, "statement", language),
        _in(row, "note", language),
        *([_in(row.country, "name", language)] if row.country else []),
        *(_in(term, "label", language) for term in row.terms.all()),
        *_names(about, language),
        row.origin,
    ]
    return search.document(subject, row.pk, language, [], dict.fromkeys(texts))


def _names(rows: Iterable[Intervention | Provision], language: str) -> list[str]:
    """Return the original names of rows, and those in a language."""
    return [name for row in rows for name in (row.name, _in(row, "name", language))]


Write = Callable[[SearchDocument.Subject, Any, str], SearchDocument]
WRITERS: dict[SearchDocument.Subject, tuple[Callable[[], QuerySet], Write]] = {
    Subject.INTERVENTION: (lambda: Intervention.objects.published().for_records(), _of_intervention),
    Subject.STUDY: (lambda: Study.objects.of_published().with_interventions(), _of_study),
    Subject.LESSON: (lambda: Lesson.objects.of_published().with_links(), _of_lesson),
    Subject.PROVISION: (lambda: Provision.objects.with_facts(), _of_provision),
    Subject.FIGURE: (lambda: Figure.objects.of_published().with_facts(), _of_figure),
}
"""Per noun that can be searched: what the public may see of it, and how its text is written."""
