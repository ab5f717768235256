"""The questions about an initiative, new or changed.

The topics follow Risbo 2023 (table 2.3), the questionnaire of SER 2021 (annex 2) and the headings of the worksheet that
the Dutch institutes share.
"""

from dataclasses import replace

from submissions.choices import Tier
from submissions.questions.declaration import Page, Question
from submissions.questions.delivery import (
    CONDITIONS,
    COOPERATION,
    COSTS,
    DIFFERENCE,
    EXECUTION,
    TRANSFERABILITY,
    WORKING_ELEMENTS,
)
from submissions.questions.description import APPROACH, BASICS, GOAL, OCCASION, TARGET_GROUP
from submissions.questions.study import EVALUATION, RESEARCH

NEW: tuple[Page, ...] = (
    BASICS,
    OCCASION,
    GOAL,
    TARGET_GROUP,
    APPROACH,
    EXECUTION,
    COOPERATION,
    COSTS,
    CONDITIONS,
    WORKING_ELEMENTS,
    EVALUATION,
    RESEARCH,
    TRANSFERABILITY,
    DIFFERENCE,
)

NEEDED_IN_A_CHANGE = frozenset({"name"})
"""What a changed record cannot be without.

The rest may be unknown: many records are of others, whose sources left it out.
"""


def _for_a_change(page: Page) -> Page:
    def needed(question: Question) -> bool:
        return question.needed and (question.code in NEEDED_IN_A_CHANGE or question.tier == Tier.RESEARCH)

    return page._replace(questions=tuple(replace(question, needed=needed(question)) for question in page.questions))


CHANGE = tuple(_for_a_change(page) for page in NEW if page != DIFFERENCE)
