"""In which form an answer goes out: the `Accept` header, or `?format=`."""

from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import JSONRenderer

from api.problems import because


class JsonLd(JSONRenderer):
    """JSON that a linked-data reader understands (JSON-LD)."""

    media_type = "application/ld+json"
    format = "jsonld"


class Negotiation(DefaultContentNegotiation):
    """Refuse a form that does not exist with a problem that names those that do."""

    def select_renderer(self, request, renderers, format_suffix=None):
        """Return the renderer and media type; 406 when nothing fits."""
        if "format" in request.query_params:
            self.filter_renderers(renderers, request.query_params["format"])
        try:
            return super().select_renderer(request, renderers, format_suffix)
        except NotAcceptable as error:
            media_types = ", ".join(renderer.media_type for renderer in renderers)
            raise because(406, "", f"Dit adres geeft alleen: {media_types}.", "not-acceptable") from error

    def filter_renderers(self, renderers, format):
        """Keep the renderers of `?format=`."""
        kept = [renderer for renderer in renderers if renderer.format == format]
        if not kept:
            formats = ", ".join(renderer.format for renderer in renderers)
            raise because(
                406, "format", f"“{format[:40]}” bestaat op dit adres niet. Kies uit: {formats}.", "unknown-format"
            )
        return kept
