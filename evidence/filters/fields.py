"""What may stand behind the `=` of a parameter."""

import calendar
import re
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.search import LONGEST_QUERY

PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
SHOWN_CHOICES = 40
LONGEST_CODE = 200
ONE_VALUE = gettext_lazy("Hier kan maar één waarde staan.")


def values_of(given: Iterable[str] | None) -> list[str]:
    """Return the different values of a parameter that may be repeated; an empty one asks nothing."""
    return list(dict.fromkeys(filter(None, given or ())))


class Codes(forms.Field):
    """Any of a known set of codes, or with `one` only one: the parameter repeated, or with commas.

    Cleans to a list without doubles, in the order asked.
    """

    widget = forms.MultipleHiddenInput

    def __init__(self, *, codes: Collection[str] = (), one: bool = False, **kwargs) -> None:
        super().__init__(**kwargs)
        self.codes, self.one = codes, one

    def clean(self, value) -> list[str]:
        """Return the codes; raise ValidationError naming each that is not known."""
        asked = list(dict.fromkeys(code.strip() for part in value or () for code in part.split(",") if code.strip()))
        unknown = [code[:LONGEST_CODE] for code in asked if code not in self.codes]
        if unknown:
            raise ValidationError(
                [
                    _("“%(code)s” kennen we hier niet. Kies uit: %(codes)s.")
                    % {"code": code.replace("\0", "�"), "codes": self._shown()}
                    for code in unknown
                ]
            )
        if self.one and len(asked) > 1:
            raise ValidationError(ONE_VALUE, code="several")
        return asked

    def _shown(self) -> str:
        codes = list(self.codes)
        return ", ".join(codes[:SHOWN_CHOICES]) + (" …" if len(codes) > SHOWN_CHOICES else "")


class OneValue(forms.Field):
    """A parameter with one value; repeated with another, nobody knows which one is meant."""

    widget = forms.MultipleHiddenInput

    def clean(self, value):
        """Return what the value means; raise ValidationError for several, or for one that means nothing."""
        given = values_of(value)
        if len(given) > 1:
            raise ValidationError(ONE_VALUE, code="several")
        return super().clean("".join(given))


class Query(OneValue, forms.CharField):
    """Words to search for."""

    def __init__(self, **kwargs) -> None:
        super().__init__(max_length=LONGEST_QUERY, validators=[ProhibitNullCharactersValidator()], **kwargs)


class Level(OneValue):
    """A level of the Maryland scale; 0 is printed too, and means: no study."""

    def to_python(self, value) -> int | None:
        """Return the level; raise ValidationError unless it is 0 to 5."""
        if value in self.empty_values:
            return None
        if value not in {"0", "1", "2", "3", "4", "5"}:
            raise ValidationError(_("Een niveau van de Maryland-schaal is 0, 1, 2, 3, 4 of 5."))
        return int(value)


class YesNo(OneValue):
    """A yes or no, written `true` or `false`."""

    def to_python(self, value) -> bool | None:
        """Return the answer; raise ValidationError for another word."""
        if value in self.empty_values:
            return None
        if value not in {"true", "false"}:
            raise ValidationError(_("Schrijf true of false."))
        return value == "true"


class PartialDate(OneValue):
    """`2016`, `2016-06` or `2016-06-01`; cleans to the first day of it, or with `last` to the last."""

    def __init__(self, *, last: bool = False, **kwargs) -> None:
        super().__init__(**kwargs)
        self.last = last

    def to_python(self, value) -> date | None:
        """Return the day; raise ValidationError when it is not a date."""
        if value in self.empty_values:
            return None
        match = PARTIAL_DATE.fullmatch(value)
        try:
            if match:
                return self._day(*(int(part or 0) for part in match.groups()))
        except ValueError:
            pass
        raise ValidationError(_("Schrijf een datum als 2016, 2016-06 of 2016-06-01."))

    def _day(self, year: int, month: int, day: int) -> date:
        """Return the first or last day; a month or day that is not given is 0."""
        month = month or (12 if self.last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if self.last else 1))


class Moment(OneValue):
    """A date, or a date and time of ISO 8601; without a zone it is UTC."""

    def to_python(self, value) -> datetime | None:
        """Return the moment; raise ValidationError when it is not one."""
        if value in self.empty_values:
            return None
        try:
            day = parse_date(value)
            moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else parse_datetime(value)
        except ValueError:
            moment = None
        if moment is None:
            raise ValidationError(_("Schrijf een datum als 2026-01-31, of met tijd als 2026-01-31T12:00:00Z."))
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Year(OneValue):
    """A year of four digits."""

    def to_python(self, value) -> int | None:
        """Return the year; raise ValidationError unless it has four digits."""
        if value in self.empty_values:
            return None
        if not (len(value) == 4 and value.isascii() and value.isdigit()):
            raise ValidationError(_("Schrijf een jaar met vier cijfers."))
        return int(value)
