"""What the terms of a scheme offer to choose from."""

from collections import defaultdict

from evidence import vocabulary
from evidence.models import Term
from evidence.vocabulary import Vocabulary


def groups_of_terms(scheme: str, words: Vocabulary | None = None) -> list[tuple[str, list[tuple[str, str]]]]:
    """List the terms of a scheme as (code, label) under their headings, a narrower term right after its broader one.

    A heading is a broadest term of our own (without a source) that only gathers others; it cannot be chosen itself.
    Terms without a heading come first, under an empty one. `words` is the vocabulary, for who read it already.
    """
    terms = (words or vocabulary.current()).terms.get(scheme, {})
    narrower: dict[int | None, list[Term]] = defaultdict(list)
    for term in terms.values():
        narrower[term.broader_id].append(term)

    def branch(term: Term) -> list[tuple[str, str]]:
        return [(term.code, term.label), *(option for child in narrower[term.pk] for option in branch(child))]

    headings = [term for term in narrower[None] if term.source_id is None and narrower[term.pk]]
    loose = [option for term in narrower[None] if term not in headings for option in branch(term)]
    gathered = [(term.label, [option for child in narrower[term.pk] for option in branch(child)]) for term in headings]
    return ([("", loose)] if loose else []) + gathered
