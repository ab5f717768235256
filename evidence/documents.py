"""The searchable text of every record."""

from collections.abc import Iterator

from evidence import analysis, search
from evidence.choices import EditorialState
from evidence.models import Intervention, Lesson, SearchDocument, Study

Subject = SearchDocument.Subject


def all_documents() -> Iterator[SearchDocument]:
    """Make the search documents of everything the public may see."""
    for language in analysis.LANGUAGES:
        yield from (_of_intervention(row, language) for row in Intervention.objects.published().for_records())
        yield from (_of_study(row, language) for row in Study.objects.of_published().with_interventions())
        yield from (_of_lesson(row, language) for row in Lesson.objects.of_published().with_links())


def documents_about(record: Intervention) -> Iterator[SearchDocument]:
    """Make those of one intervention and of its studies and lessons, as far as they are public.

    Takes a row fetched with `for_derivation`, whose studies and lessons know only the published interventions they are
    about: without any, they are not public.
    """
    for language in analysis.LANGUAGES:
        if record.editorial_state == EditorialState.PUBLISHED:
            yield _of_intervention(record, language)
        yield from (_of_study(row, language) for row in record.studies.all() if row.interventions.all())
        yield from (_of_lesson(row, language) for row in record.lessons.all() if row.interventions.all())


def _in(row, field: str, language: str) -> str:
    return getattr(row, f"{field}_{language}")


def _of_intervention(row: Intervention, language: str) -> SearchDocument:
    texts = [
        _in(row, "summary", language),
        *(_in(country, "name", language) for country in (row.country, *row.further_countries.all()) if country),
        row.place,
        *(_in(classification.term, "label", language) for classification in row.classifications.all()),
        *(participation.organisation.name for participation in row.participations.all()),
        *(_in(finding, "statement", language) for finding in row.findings.all()),
        *(_in(lesson, "text", language) for lesson in row.lessons.all()),
        *(_in(passage, "text", language) for passage in row.passages.all()),
    ]
    names = dict.fromkeys((row.name, row.name_nl, row.name_en, *row.aliases))
    return search.document(Subject.INTERVENTION, row.pk, language, names, dict.fromkeys(texts))


def _of_study(row: Study, language: str) -> SearchDocument:
    about = [
        name
        for intervention in row.interventions.all()
        for name in (intervention.name, _in(intervention, "name", language))
    ]
    texts = [
        *about,
        *row.authors,
        row.container,
        row.publisher,
        row.url,
        _in(row, "note", language),
        _in(row, "design", language),
    ]
    return search.document(Subject.STUDY, row.pk, language, [row.title], dict.fromkeys(texts))


def _of_lesson(row: Lesson, language: str) -> SearchDocument:
    labels = [_in(term, "label", language) for term in row.terms.all()]
    names = [intervention.name for intervention in row.interventions.all()]
    return search.document(Subject.LESSON, row.pk, language, [], [_in(row, "text", language), *labels, *names])
