"""What people write beside a submission, as it is kept."""

from django.utils.translation import gettext as _

from submissions.answers import texts
from submissions.errors import AnswerFault, FaultsError

LONGEST = 5000
"""Characters of a reason or a remark; more is not read."""


def tidy(text: str, question: str) -> str:
    """Return a text without white space around it.

    Raises FaultsError when it is too long, or holds what no database can keep.
    """
    try:
        text = texts.clean(text)
    except ValueError as error:
        raise FaultsError([AnswerFault(question, str(error))]) from error
    if len(text) > LONGEST:
        raise FaultsError([AnswerFault(question, _("Gebruik niet meer dan %(number)s tekens.") % {"number": LONGEST})])
    return text
