"""The knowledge: knows neither pages nor JSON."""
