"""Find what may point to a person, before it is made public.

It helps a reviewer to look; it does not decide. Years, amounts, and numbers of the Chamber of Commerce
(8 digits) are left alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PersonalKind(TextChoices):
    """What something in an answer looks like."""

    EMAIL = "email", _("E-mailadres van een persoon")
    MAILBOX = "mailbox", _("E-mailadres van een organisatie; mag als het geen persoon is")
    IBAN = "iban", _("Rekeningnummer")
    BSN = "bsn", _("Burgerservicenummer")
    ADDRESS = "address", _("Postcode met huisnummer")
    BIRTH = "birth", _("Geboortedatum")
    TELEPHONE = "telephone", _("Telefoonnummer")
    NAME = "name", _("Naam van een persoon")


class PersonalTrace(NamedTuple):
    """A piece of an answer that may point to a person: the code of the question, what it looks like, and the words."""

    question: str
    kind: PersonalKind
    excerpt: str


Found = tuple[PersonalKind | None, int, int]
"""What it looks like (None: nothing of a person), and where it starts and ends."""


def scan(answers: Mapping[str, Any]) -> list[PersonalTrace]:
    """List what may point to a person in texts and lists of texts, in the order of the answers."""
    return [
        PersonalTrace(code, kind, excerpt)
        for code, answer in answers.items()
        for text in (answer if isinstance(answer, list) else [answer])
        if isinstance(text, str)
        for kind, excerpt in scan_text(text)
    ]


def scan_text(text: str) -> list[tuple[PersonalKind, str]]:
    """List what may point to a person in one text, in the order of the text; nothing is found twice in one place."""
    left, found = text, []
    for search in SEARCHES:
        for kind, start, end in list(search(left)):
            found.append((kind, start, end))
            left = left[:start] + "\n" * (end - start) + left[end:]
    return [
        (kind, " ".join(text[start:end].split())) for kind, start, end in sorted(found, key=lambda one: one[1]) if kind
    ]


EMAIL = re.compile(r"[\w.+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}", re.IGNORECASE)
MAILBOXES = re.compile(
    r"(?:info|contact|post|mail|gemeente|loket|algemeen|secretariaat|receptie|administratie|communicatie|helpdesk|support"
    r"|service|team|project|redactie|office|no-?reply|werk|participatie|inburgering|klantcontact|klantenservice|subsidies?|pers|beleid"
    r"|privacy|hallo|welkom|aanmeld)[a-z0-9_-]*",
    re.IGNORECASE,
)
"""Names of mailboxes that belong to an office, not to a person."""


def _emails(text: str) -> Iterator[Found]:
    for match in EMAIL.finditer(text):
        is_office = MAILBOXES.fullmatch(match[0].split("@")[0])
        yield (PersonalKind.MAILBOX if is_office else PersonalKind.EMAIL), match.start(), match.end()


IBAN = re.compile(
    r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{1,4}){3,8}\b|\bNL[0-9]{2} ?[A-Z]{4}(?:[ .]?[0-9]){10}\b", re.IGNORECASE
)


def _ibans(text: str) -> Iterator[Found]:
    for match in IBAN.finditer(text):
        # What follows a number may look like a part of it: leave off one word at a time.
        end = match.end()
        while end > match.start():
            if is_iban(text[match.start() : end]):
                yield PersonalKind.IBAN, match.start(), end
                break
            end = text.rfind(" ", match.start(), end)


def is_iban(text: str) -> bool:
    """Tell whether a text is an account number, by its check digits (ISO 13616: the rest of division by 97 is 1)."""
    number = re.sub(r"[ .]", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


BSN_NAMED = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer|sofi)(?:-?nummer|-?nr\.?)?[\s:.=]{0,3}"
    r"(?:is\s)?((?:[0-9][ .-]?){7,8}[0-9])\b",
    re.IGNORECASE,
)
BSN_BARE = re.compile(r"(?<![\w.,€+-])(?<!€ )([0-9]{9})(?![\w]|[.,-][0-9]| ?(?:euro\b|€|,-))")


def _citizen_numbers(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Found]]:
    return lambda text: (
        (PersonalKind.BSN, match.start(1), match.end(1))
        for match in pattern.finditer(text)
        if is_bsn(re.sub(r"[ .-]", "", match[1]))
    )


def is_bsn(digits: str) -> bool:
    """Tell whether digits are a citizen service number, by the eleven-test.

    9a + 8b + … + 2h - i is a multiple of eleven.
    """
    if not re.fullmatch(r"[0-9]{8,9}", digits) or not int(digits):
        return False
    *others, last = (int(digit) for digit in digits.zfill(9))
    return (sum(weight * digit for weight, digit in zip(range(9, 1, -1), others, strict=True)) - last) % 11 == 0


POSTCODE = r"[1-9][0-9]{3} ?[A-Z]{2}"
ADDRESSES = (
    re.compile(rf"\b[A-Z][\w'-]+ [0-9]{{1,5}}(?: ?-? ?[a-zA-Z0-9]{{1,3}})?,?\s{{1,3}}{POSTCODE}\b"),
    re.compile(rf"\b{POSTCODE}[ ,]{{1,3}}(?:huisnummer |nummer |nr\.? ?)?[0-9]{{1,5}} ?[a-zA-Z]?\b"),
    re.compile(r"\b[1-9][0-9]{3}[a-z]{2}[ ,]{1,3}(?:huisnummer |nummer |nr\.? ?)?[0-9]{1,5}[a-z]?\b"),
)
YEAR_AND_ABBREVIATION = re.compile(r"(?:19|20)[0-9]{2} [A-Z]{2}\b")
"""“2023 WW 12 maanden” is no address."""


def _addresses(text: str) -> Iterator[Found]:
    for pattern in ADDRESSES:
        for match in pattern.finditer(text):
            if not YEAR_AND_ABBREVIATION.match(match[0]):
                yield PersonalKind.ADDRESS, match.start(), match.end()


MONTH = r"(?:jan|feb|maart|mrt|apr|mei|may|march|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
BIRTH = re.compile(
    r"\b(?:geboren|geb\.|geboortedatum|geboortedag|born|date of birth)"
    r"(?:\s(?:op|is|on|te\s\w+\sop|in\s\w+\sop))?[\s:,]{1,3}"
    rf"(?:[0-9]{{1,2}}[-/. ][0-9]{{1,2}}[-/. ](?:[0-9]{{4}}|[0-9]{{2}})|[0-9]{{1,2}} {MONTH}(?: [0-9]{{4}})?)\b",
    re.IGNORECASE,
)

ADDRESSEE = r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]eneer|[Mm]ijnheer|[Dd]e heer|[Dd]hr\.?|[Mm]w\.?|Mrs\.?|Mr\.?|Ms\.?)"
NAME = re.compile(
    rf"\b{ADDRESSEE} (?:[A-Z]\.[ ]?){{0,4}}(?:(?:van|de|der|den|ter|ten|el|al|la|le|von|bin|ibn|'t)[ -]){{0,3}}"
    r"[^\W\d_a-zà-ÿ][\w'’-]+(?: (?:(?:van|de|der|den|el|al) ){0,2}[^\W\d_a-zà-ÿ][\w'’-]+){0,2}"
)

TELEPHONE = re.compile(
    r"(?<![\w.,/+-])(?![0-9]{1,2}[-./ ][0-9]{1,2}[-./ ](?:19|20)[0-9]{2}\b)"
    r"(?:"
    r"(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?[1-9](?:[ .-]{0,3}[0-9]){8}"
    r"|(?=\(?(?:[0-9]{2,7}|[0-9]{10})(?![0-9]))\(?0[1-9](?:[ ().–-]{0,3}[0-9]){8}"
    r"|0[89]00[ .-]?[0-9](?:[ .-]?[0-9]){3,6}"
    r"|\+[1-9][0-9]{0,2}[ .-]?(?:\(0\)[ .-]?)?(?:[0-9][ .-]?){7,11}[0-9]"
    r")(?![\w]|[.,][0-9])"
)
"""Dutch numbers, however they are grouped, and foreign ones that start with +.

A first group of eight digits is another number.
"""

WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def _of_pattern(kind: PersonalKind | None, pattern: re.Pattern[str]) -> Callable[[str], Iterator[Found]]:
    return lambda text: ((kind, match.start(), match.end()) for match in pattern.finditer(text))


SEARCHES: tuple[Callable[[str], Iterator[Found]], ...] = (
    _emails,
    _of_pattern(None, WEB),  # digits in an address of a page are no number of a person
    _ibans,
    _citizen_numbers(BSN_NAMED),
    _citizen_numbers(BSN_BARE),
    _addresses,
    _of_pattern(PersonalKind.BIRTH, BIRTH),
    _of_pattern(PersonalKind.TELEPHONE, TELEPHONE),
    _of_pattern(PersonalKind.NAME, NAME),
)
