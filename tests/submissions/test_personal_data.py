"""What points to a person is found, and ordinary numbers are not taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submissions.advice.personal_data import PersonalKind, PersonalTrace, is_bsn, is_iban, scan, scan_text

pytestmark = pytest.mark.no_database("it reads text")

POINTS_TO_A_PERSON = [
    ("Mail naar j.jansen@voorbeeld.example.", "email", "j.jansen@voorbeeld.example"),
    ("Mail naar info@voorbeeld.example.", "mailbox", "info@voorbeeld.example"),
    ("Mail naar team-noord@voorbeeld.example.", "mailbox", "team-noord@voorbeeld.example"),
    ("06-12345678", "telephone", "06-12345678"),
    ("Bel 06 12 34 56 78.", "telephone", "06 12 34 56 78"),
    ("06.12.34.56.78", "telephone", "06.12.34.56.78"),
    ("0612 345 678", "telephone", "0612 345 678"),
    ("tel:0612345678", "telephone", "0612345678"),
    ("(020) 123 45 67", "telephone", "(020) 123 45 67"),
    ("020-1234567", "telephone", "020-1234567"),
    ("+31 6 1234 5678", "telephone", "+31 6 1234 5678"),
    ("+31 (0)20 123 4567", "telephone", "+31 (0)20 123 4567"),
    ("0031612345678", "telephone", "0031612345678"),
    ("+32 475 12 34 56", "telephone", "+32 475 12 34 56"),
    ("BSN 111222333", "bsn", "111222333"),
    ("burgerservicenummer: 1112.22.333", "bsn", "1112.22.333"),
    ("nummer 111222333 van de deelnemer", "bsn", "111222333"),
    ("op NL91 ABNA 0417 1643 00 ten name van", "iban", "NL91 ABNA 0417 1643 00"),
    ("NL91ABNA0417164300", "iban", "NL91ABNA0417164300"),
    ("BE68 5390 0754 7034", "iban", "BE68 5390 0754 7034"),
    ("Dorpsstraat 12a, 1234 AB", "address", "Dorpsstraat 12a, 1234 AB"),
    ("1234 AB 12", "address", "1234 AB 12"),
    ("1234ab 12", "address", "1234ab 12"),
    ("geboren op 12 mei 1990", "birth", "geboren op 12 mei 1990"),
    ("geb. 12-05-1990", "birth", "geb. 12-05-1990"),
    ("geboortedatum: 1-2-90", "birth", "geboortedatum: 1-2-90"),
    ("geboren te Utrecht op 3 april 1988", "birth", "geboren te Utrecht op 3 april 1988"),
    ("Vraag naar mevrouw de Vries.", "name", "mevrouw de Vries"),
    ("dhr. J. van den Berg", "name", "dhr. J. van den Berg"),
    ("mw. Öztürk", "name", "mw. Öztürk"),
    ("de heer Jansen-Smit", "name", "de heer Jansen-Smit"),
]
POINTS_TO_NOBODY = [
    "In 2023-2024 deden 1.200 mensen mee, van 01-01-2023 tot 31-12-2024.",
    "Op 06-05-2024 waren er 12 deelnemers.",
    "van 01-01-2024 15 mensen",
    "KvK 12345678, KvK-nummer 01234567 en 20 mensen",
    "KvK 01234567 20 mensen",
    "€ 1.200.000, € 111222333, 111222333 euro en 111222333,- ",
    "123456789 is geen burgerservicenummer, 000000000 ook niet",
    "NL00 ABNA is geen rekeningnummer",
    "In 2023 WW 12 maanden, daarna 2024 AO 5 jaar",
    "mensen die geboren zijn in Syrië of in 1990",
    "een meneer en een mevrouw uit de wijk",
    "https://www.voorbeeld.example/0612345678/111222333.pdf",
    "ISBN 978-90-1234567-8, § 3.1.2, 45,5 procent, 0,123456789",
    "",
]


@pytest.mark.parametrize(("text", "kind", "excerpt"), POINTS_TO_A_PERSON)
def test_what_points_to_a_person_is_found(text, kind, excerpt):
    assert scan_text(text) == [(PersonalKind(kind), excerpt)]


@pytest.mark.parametrize("text", POINTS_TO_NOBODY)
def test_ordinary_numbers_and_words_are_left_alone(text):
    assert scan_text(text) == []


def test_answers_are_scanned_by_question_in_their_order():
    answers = {
        "name": "Samen werken",
        "partners": ["Gemeente Voorbeeldstad", "mevrouw Jansen, 06-12345678"],
        "participants": 111222333,
        "has_plan": True,
        "occasion": "Mail info@voorbeeld.example of j.jansen@voorbeeld.example",
    }
    assert scan(answers) == [
        PersonalTrace("partners", PersonalKind.NAME, "mevrouw Jansen"),
        PersonalTrace("partners", PersonalKind.TELEPHONE, "06-12345678"),
        PersonalTrace("occasion", PersonalKind.MAILBOX, "info@voorbeeld.example"),
        PersonalTrace("occasion", PersonalKind.EMAIL, "j.jansen@voorbeeld.example"),
    ]


def eleven_test(digits):
    """Weigh nine digits by hand, as the rule is written: 9, 8, 7, 6, 5, 4, 3, 2 and -1."""
    a, b, c, d, e, f, g, h, i = (int(digit) for digit in digits)
    return (9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h - i) % 11 == 0


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_citizen_number_is_one_that_passes_the_eleven_test(number):
    digits = f"{number:09}"
    assert is_bsn(digits) is eleven_test(digits)


@given(st.integers(min_value=10_000_000, max_value=99_999_999).map(lambda number: f"{number:08}"))
def test_every_citizen_number_is_found_and_never_with_another_last_digit(first_eight):
    passing = [f"{first_eight}{last}" for last in range(10) if eleven_test(f"{first_eight}{last}")]
    found = [digits for last in range(10) for _kind, digits in scan_text(f"nummer {first_eight}{last} van haar")]
    assert found == passing
    # Of ten last digits at most one passes: the rest of division by eleven may be ten.
    assert len(passing) <= 1


@given(st.integers(min_value=0, max_value=9_999_999_999))
def test_an_account_number_is_one_whose_check_digits_are_right(account):
    body = f"ABNA{account:010}"
    as_number = int("".join(str(int(sign, 36)) for sign in f"{body}NL00"))
    right = 98 - as_number % 97
    assert [digits for digits in range(2, 99) if is_iban(f"NL{digits:02}{body}")] == [right]


@given(st.text(alphabet="0123456789 .-()+€/abAB@,\n", max_size=300))
def test_any_text_can_be_scanned_and_every_excerpt_stands_in_it(text):
    plain = " ".join(text.split())
    assert [excerpt for _kind, excerpt in scan_text(text) if excerpt not in plain] == []


@given(st.integers(min_value=0, max_value=99_999_999))
def test_eight_digits_are_never_a_finding(number):
    assert scan_text(f"KvK-nummer {number:08}, in 2024") == []
