"""Find records by their words: one analysis in Python, two indexes, the same hits (docs/adr/0001).

Every document holds stems and words that `analysis` made; only quoted stems reach a database, so
no query can break one.
"""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from django.apps import apps
from django.db import connection
from django.db.models import QuerySet

from evidence import analysis
from evidence.models import SearchDocument, SearchTerm
from evidence.rewriting import rewrite

LONGEST_QUERY = 200
"""Characters of a query; forms and API refuse more."""


def hits(subject: SearchDocument.Subject, query: str) -> dict[int, float]:
    """Return the primary keys of the records that have all parts of the query, with a score: higher is better.

    Both languages are searched; what must not occur may occur in neither. A query without any word finds nothing.
    """
    found: dict[int, float] = {}
    excluded: set[int] = set()
    for language in analysis.LANGUAGES:
        parts = analysis.parse(query, language)
        wanted = [part for part in parts if not part.negated]
        unwanted = [part for part in parts if part.negated]
        scores = _match(subject, language, wanted) if wanted else _everything(subject, language) if unwanted else {}
        for part in unwanted:
            excluded.update(_match(subject, language, [part]))
        for pk, score in scores.items():
            found[pk] = max(score, found.get(pk, score))
    return {pk: score for pk, score in found.items() if pk not in excluded}


def suggest(query: str) -> str | None:
    """Offer a query of known words in place of one that found nothing: “bedoelde u …?”.

    None when there is nothing better.
    """
    known = list(SearchTerm.objects.values_list("word", flat=True).distinct())
    vocabulary = set(known)
    asked = analysis.words(query)
    better = [word if word in vocabulary else _nearest(word, known) for word in asked]
    offered = " ".join(word for word in better if word)
    return offered if offered and offered != " ".join(asked) else None


def _nearest(word: str, known: Sequence[str]) -> str | None:
    near = [candidate for candidate in known if abs(len(candidate) - len(word)) <= 2]
    return next(iter(difflib.get_close_matches(word, near, n=1, cutoff=0.75)), None)


def _everything(subject: SearchDocument.Subject, language: str) -> dict[int, float]:
    documents = SearchDocument.objects.filter(subject=subject, language=language)
    return dict.fromkeys(documents.values_list("subject_id", flat=True), 0.0)


def _match(subject: SearchDocument.Subject, language: str, parts: Sequence[analysis.QueryPart]) -> dict[int, float]:
    index = INDEXES[connection.vendor]
    query = index.conjunction.join(index.expression(part) for part in parts)
    with connection.cursor() as cursor:
        cursor.execute(index.sql, {"query": query, "subject": subject.value, "language": language})
        return {pk: float(score) for pk, score in cursor.fetchall()}


def _for_sqlite(part: analysis.QueryPart) -> str:
    stemmed = f'{{title body}} : "{" ".join(part.stems)}"' if part.stems else ""
    prefix = f'words : "{part.prefix}" *' if _searches_prefix(part) else ""
    return f"({' OR '.join(filter(None, (stemmed, prefix)))})"


def _for_postgresql(part: analysis.QueryPart) -> str:
    stemmed = " <-> ".join(f"'{stem}':AB" for stem in part.stems)
    prefix = f"'{part.prefix}':*D" if _searches_prefix(part) else ""
    return f"({' | '.join(f'({side})' for side in (stemmed, prefix) if side)})"


def _searches_prefix(part: analysis.QueryPart) -> bool:
    return bool(part.prefix) and (not part.stems or len(part.prefix) >= analysis.SHORTEST_PREFIX)


class SearchIndex(NamedTuple):
    """How a database is asked for documents, with a score per record."""

    sql: str
    expression: Callable[[analysis.QueryPart], str]
    conjunction: str


INDEXES = {
    "sqlite": SearchIndex(
        """
        SELECT document.subject_id, -bm25(evidence_searchindex, 8.0, 1.0, 0.5)
        FROM evidence_searchindex
        JOIN evidence_searchdocument AS document ON document.id = evidence_searchindex.rowid
        WHERE evidence_searchindex MATCH %(query)s
            AND document.subject = %(subject)s AND document.language = %(language)s
        """,
        _for_sqlite,
        " AND ",
    ),
    "postgresql": SearchIndex(
        """
        SELECT subject_id, ts_rank_cd('{0.05, 0.0, 0.1, 0.8}', vector, query)
        FROM evidence_searchdocument, to_tsquery('simple', %(query)s) AS query
        WHERE vector @@ query AND subject = %(subject)s AND language = %(language)s
        """,
        _for_postgresql,
        " & ",
    ),
}


def document(
    subject: SearchDocument.Subject, pk: int, language: str, title: Iterable[str], body: Iterable[str]
) -> SearchDocument:
    """Make the document of one record in one language from its names and its other texts."""
    names, texts = list(filter(None, title)), list(filter(None, body))
    unstemmed = dict.fromkeys(word for text in (*names, *texts) for word in analysis.words(text))
    return SearchDocument(
        subject=subject,
        subject_id=pk,
        language=language,
        title=f" {analysis.BREAK} ".join(" ".join(analysis.stems(name, language)) for name in names)
        + f" {analysis.BREAK}",
        body=f" {analysis.BREAK} ".join(" ".join(analysis.stems(text, language)) for text in texts)
        + f" {analysis.BREAK}",
        words=" ".join(unstemmed),
    )


def store(documents: Sequence[SearchDocument]) -> None:
    """Replace the whole index by these documents, and learn their words. Call inside a transaction."""
    SearchDocument.objects.all().delete()
    SearchDocument.objects.bulk_create(documents, batch_size=500)
    SearchTerm.objects.all().delete()
    _learn(_counts(documents))


def forget_removed() -> None:
    """Write the full-text index of SQLite anew.

    It keeps words of documents that are gone until it happens to merge them.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO evidence_searchindex(evidence_searchindex) VALUES ('rebuild')")


def replace(stale: QuerySet[SearchDocument], fresh: Sequence[SearchDocument]) -> None:
    """Put some documents in the place of others, and learn and unlearn their words.

    What `store` does, for a few records.

    Call inside a transaction that keeps others from doing the same (`CatalogueVersion.hold`).
    """
    change = _counts(fresh)
    change.subtract(_counts(stale))
    change = Counter({key: number for key, number in change.items() if number})
    rewrite(stale, fresh, key=("subject", "subject_id", "language"), says=("title", "body", "words"))
    gone = []
    words = sorted({word for word, _language in change})
    for start in range(0, len(words), 500):
        for row in SearchTerm.objects.filter(word__in=words[start : start + 500]):
            if (row.word, row.language) in change:
                change[row.word, row.language] += row.frequency
                gone += [] if change[row.word, row.language] else [row.pk]
    if gone:
        SearchTerm.objects.filter(pk__in=gone).delete()
    _learn(change)


def _counts(documents: Iterable[SearchDocument]) -> Counter[tuple[str, str]]:
    """Count in how many documents of a language each word stands, as far as words are kept."""
    return Counter(
        (word, entry.language)
        for entry in documents
        for word in {word[:80] for word in entry.words.split()}
        if not word.isdigit()
    )


def _learn(counts: Counter[tuple[str, str]]) -> None:
    SearchTerm.objects.bulk_create(
        (
            SearchTerm(word=word, language=language, frequency=number)
            for (word, language), number in sorted(counts.items())
            if number > 0
        ),
        batch_size=2000,
        update_conflicts=True,
        unique_fields=["word", "language"],
        update_fields=["frequency"],
    )


def analyze() -> None:
    """Tell the database what it now holds; without it PostgreSQL plans its searches badly after a bulk load.

    Only the tables of the knowledge: a bare ANALYZE also takes those that all databases of a server
    share, and waits for others.
    """
    with connection.cursor() as cursor:
        for model in apps.get_app_config("evidence").get_models(include_auto_created=True):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
