"""Rows written anew: what stays keeps its row, what goes takes along what names it."""

import pytest

from evidence.models import Lesson, Organisation, Participation, Passage
from evidence.rewriting import delete, delete_unnamed, rewrite
from tests import factories

pytestmark = pytest.mark.django_db
KEY, SAYS = ("intervention_id", "source_id", "topic"), ("locator", "text_nl", "text_en")


def passages(record, **texts) -> list[Passage]:
    return [
        Passage(intervention=record, source=record.source, locator="§1", topic=topic, text_nl=text)
        for topic, text in texts.items()
    ]


def kept() -> list[tuple[int, str, str]]:
    return list(Passage.objects.values_list("pk", "topic", "text_nl"))


def test_a_row_keeps_its_place_when_it_says_the_same_or_something_else():
    record = factories.InterventionFactory()
    (first, *_), (second, *_), _third = (
        (row.pk, row) for row in rewrite([], passages(record, goal="A", costs="B", approach="C"), key=KEY, says=SAYS)
    )
    added = rewrite(Passage.objects.all(), passages(record, goal="A", costs="Anders"), key=KEY, says=SAYS)
    assert (added, kept()) == ([], [(first, "goal", "A"), (second, "costs", "Anders")])


def test_what_is_told_after_a_new_row_stands_after_it():
    record = factories.InterventionFactory()
    rewrite([], passages(record, goal="A", costs="B"), key=KEY, says=SAYS)
    (first, *_), _second = kept()
    rewrite(
        Passage.objects.all(), passages(record, goal="A", approach="C", costs="B"), key=KEY, says=SAYS, in_order=True
    )
    assert [row[1:] for row in kept()] == [("goal", "A"), ("approach", "C"), ("costs", "B")]
    assert kept()[0][0] == first


def test_what_is_deleted_takes_along_what_names_it():
    bare, linked = factories.LessonFactory(), factories.LessonFactory()
    linked.countries.add(factories.CountryFactory())
    part = factories.LessonFactory(part_of=linked)
    delete([bare, linked])
    assert list(Lesson.objects.values_list("pk", "part_of")) == [(part.pk, None)]


def test_only_what_nothing_names_goes():
    named, unnamed = factories.OrganisationFactory(), factories.OrganisationFactory()
    role = factories.ParticipationFactory(organisation=named)
    assert delete_unnamed(Organisation.objects.all()) == 1
    assert list(Organisation.objects.all()) == [named]
    assert list(Participation.objects.all()) == [role]
    assert not Organisation.objects.filter(pk=unnamed.pk).exists()
