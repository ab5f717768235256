"""Studies and sources as citations (CSL-JSON, https://docs.citationstyles.org)."""

from collections.abc import Iterable
from typing import Any

from evidence.choices import StudyKind
from evidence.models import Source, Study

TYPE_OF_STUDY: dict[str, str] = {
    StudyKind.ARTICLE: "article-journal",
    StudyKind.META_ANALYSIS: "article-journal",
    StudyKind.CHAPTER: "chapter",
    StudyKind.DISSERTATION: "thesis",
    StudyKind.TOOLKIT: "document",
    StudyKind.UNKNOWN: "document",
}
"""What is not here is a report."""


def of_study(study: Study) -> dict[str, Any]:
    """Cite a study with what its source says of it; where that prints no title, our description stands in brackets."""
    return _without_blanks(
        {
            "id": study.slug,
            "type": TYPE_OF_STUDY.get(study.kind, "report"),
            "title": study.title or (f"[{study.description_nl}]" if study.description_nl else ""),
            "author": names(study.authors),
            "issued": issued(study.year),
            "container-title": study.container,
            "volume": study.volume,
            "issue": study.issue,
            "page": study.pages,
            "publisher": study.publisher,
            "URL": study.url,
            "language": study.language,
        }
    )


def of_source(source: Source) -> dict[str, Any]:
    """Cite a source document."""
    return _without_blanks(
        {
            "id": source.slug,
            "type": "report",
            "title": source.title,
            "author": names(source.authors),
            "issued": issued(source.year),
            "publisher": source.publisher,
            "URL": source.url,
            "language": source.language,
        }
    )


def names(authors: Iterable[str]) -> list[dict[str, str]]:
    """Write “Family, Given” as a person, and a name without a comma as it stands."""
    split = (author.partition(", ") for author in authors)
    return [{"family": family, "given": given} if given else {"literal": family} for family, _comma, given in split]


def issued(year: int | None) -> dict[str, list[list[int]]] | None:
    """Write a year as a date of CSL."""
    return {"date-parts": [[year]]} if year else None


def _without_blanks(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
