"""The full-text index: FTS5 with triggers on SQLite, a generated tsvector with GIN on PostgreSQL.

The initial migration makes it. A later migration that remakes the table `evidence_searchdocument` on SQLite loses the
triggers and must make them again.
"""

SQLITE = (
    """
    CREATE VIRTUAL TABLE evidence_searchindex USING fts5(
        title, body, words, content='evidence_searchdocument', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER evidence_searchdocument_added AFTER INSERT ON evidence_searchdocument BEGIN
        INSERT INTO evidence_searchindex(rowid, title, body, words) VALUES (new.id, new.title, new.body, new.words);
    END
    """,
    """
    CREATE TRIGGER evidence_searchdocument_removed AFTER DELETE ON evidence_searchdocument BEGIN
        INSERT INTO evidence_searchindex(evidence_searchindex, rowid, title, body, words)
        VALUES ('delete', old.id, old.title, old.body, old.words);
    END
    """,
    """
    CREATE TRIGGER evidence_searchdocument_changed AFTER UPDATE ON evidence_searchdocument BEGIN
        INSERT INTO evidence_searchindex(evidence_searchindex, rowid, title, body, words)
        VALUES ('delete', old.id, old.title, old.body, old.words);
        INSERT INTO evidence_searchindex(rowid, title, body, words) VALUES (new.id, new.title, new.body, new.words);
    END
    """,
)
POSTGRESQL = (
    """
    ALTER TABLE evidence_searchdocument ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B')
        || setweight(to_tsvector('simple', words), 'D')
    ) STORED
    """,
    "CREATE INDEX evidence_searchdocument_vector ON evidence_searchdocument USING gin(vector)",
)
UNDO_SQLITE = (
    "DROP TRIGGER evidence_searchdocument_added",
    "DROP TRIGGER evidence_searchdocument_removed",
    "DROP TRIGGER evidence_searchdocument_changed",
    "DROP TABLE evidence_searchindex",
)
UNDO_POSTGRESQL = ("ALTER TABLE evidence_searchdocument DROP COLUMN vector",)


def make(_apps, schema_editor):
    """Make the index in the way of this database."""
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def undo(_apps, schema_editor):
    """Take the index away."""
    for statement in UNDO_POSTGRESQL if schema_editor.connection.vendor == "postgresql" else UNDO_SQLITE:
        schema_editor.execute(statement)
