"""Source documents."""

from evidence.loading.reading import FixtureLine
from evidence.loading.row_makers.fields import in_both, known_moment
from evidence.loading.writing import FixtureRow


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
