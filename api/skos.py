"""A vocabulary as linked data: SKOS in JSON-LD."""

from typing import Any

from api.addresses import record_address
from evidence.models import Scheme, Term

CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "ConceptScheme": "skos:ConceptScheme",
    "Concept": "skos:Concept",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    "notation": "skos:notation",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "source": {"@id": "dcterms:source", "@type": "@id"},
    "id": "@id",
    "type": "@type",
}


def scheme_as_json_ld(scheme: Scheme) -> dict[str, Any]:
    """Describe a scheme and its concepts; each concept has an address of its own below that of the scheme."""
    place = record_address("api-scheme-detail", scheme.code)
    whole = {"id": place, "type": "ConceptScheme", "prefLabel": {"nl": scheme.name_nl, "en": scheme.name_en}}
    return {"@context": CONTEXT, "@graph": [whole, *(concept(term, place) for term in scheme.terms.all())]}


def concept(term: Term, scheme: str) -> dict[str, Any]:
    definition = {language: text for language, text in (("nl", term.definition_nl), ("en", term.definition_en)) if text}
    place = {"broader": f"{scheme}#{term.broader.code}"} if term.broader else {"topConceptOf": scheme}
    return {
        "id": f"{scheme}#{term.code}",
        "type": "Concept",
        "notation": term.code,
        "prefLabel": {"nl": term.label_nl, "en": term.label_en},
        "inScheme": scheme,
        **place,
        **({"definition": definition} if definition else {}),
        **({"source": record_address("api-source-detail", term.source.slug)} if term.source else {}),
    }
