"""The knowledge: what is known about interventions, and how sure that is."""

from django.apps import AppConfig

from evidence import checks

__all__ = ["EvidenceConfig", "checks"]


class EvidenceConfig(AppConfig):
    """Knows neither pages nor JSON."""

    name = "evidence"
