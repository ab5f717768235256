"""In which state something is, on which day, in words of both languages."""

from typing import Any

from django.utils import translation
from rest_framework import serializers
from rest_framework.serializers import SerializerMethodField

from api.serializers.base import ReadSerializer
from evidence import moments, states


class StatedSerializer(ReadSerializer):
    """Een staat met de dag waarop hij gold."""

    source: serializers.Field  # type: ignore[assignment] # as in ReadSerializer

    asOf = SerializerMethodField(
        "day_of_state",
        help_text="De dag waarop de status gold, zo precies als bekend: 2021, 2021-23 (najaar), 2021-11 of 2021-11-03.",
    )
    statusText = SerializerMethodField(
        "state_in_dutch",
        help_text="De status in woorden met zijn dag; alleen tegenwoordig zolang geen gedrukt einde voorbij is.",
    )
    statusTextEn = SerializerMethodField("state_in_english")

    @staticmethod
    def day_of_state(row: Any) -> str | None:
        stated = states.stated_on(row)
        return moments.written(*stated) if stated else None

    @staticmethod
    def state_in_dutch(row: Any) -> str:
        with translation.override("nl"):
            return states.life_state(row)

    @staticmethod
    def state_in_english(row: Any) -> str:
        with translation.override("en"):
            return states.life_state(row)
