"""The searchable text of the knowledge, analysed in Python so that both databases find the same."""

from typing import ClassVar

from django.db import models


class SearchDocument(models.Model):
    """The analysed text of one record in one language.

    The databases index `title`, `body` and `words` (`evidence/migrations/_search_index.py`).
    """

    class Subject(models.TextChoices):
        """The noun a document is about."""

        INTERVENTION = "intervention"
        STUDY = "study"
        LESSON = "lesson"
        PROVISION = "provision"
        FIGURE = "figure"

    subject = models.CharField(max_length=20, choices=Subject)
    subject_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=2)
    title = models.TextField(help_text="stems of names and aliases")
    body = models.TextField(help_text="stems of all other text")
    words = models.TextField(help_text="unstemmed words, for prefixes")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["subject", "subject_id", "language"], name="a_subject_has_one_document_a_language"
            ),
        )
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["subject", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id} {self.language}"


class SearchTerm(models.Model):
    """A word of the knowledge, to suggest when a search finds nothing."""

    word = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    frequency = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["word", "language"], name="a_word_is_listed_once_a_language"),)

    def __str__(self) -> str:
        return self.word
