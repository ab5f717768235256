"""Answers are read from a form, a cell and JSON into one and the same form.

What is wrong is said in words that help.
"""

import datetime

import pytest
from django.http import QueryDict
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from submissions import questions
from submissions.answers import dates
from submissions.answers.reading import answer_shown, as_posted, checked, from_cell, from_form
from submissions.choices import Kind, Tier
from submissions.errors import AnswerFault, FaultsError
from submissions.models import Submission
from submissions.questions.declaration import Form, Page

pytestmark = pytest.mark.usefixtures("catalogue_data")

NEW = questions.all_questions(Kind.NEW)
EXPERIENCE = questions.all_questions(Kind.EXPERIENCE)
WHOLE = "Vul een heel getal in met cijfers, zoals 1200."
EURO = "Vul een bedrag in hele euro's in, zoals 1200 of € 1.200."
DATE = "Geef de datum als 2024, mei 2024 of 17-05-2024."
SIGN = "De tekst bevat een teken dat wij niet kunnen bewaren. Typ de tekst over, of plak hem als platte tekst."
WEB = "Vul een volledig webadres in dat met https:// of http:// begint, zonder gebruikersnaam of wachtwoord."


def typed(code, *values):
    """Post one answer; return what is kept, or what is said to be wrong."""
    posted = QueryDict(mutable=True)
    posted.setlist(code, values)
    answers, faults = from_form(Page("page", "", "", (NEW[code],)), posted)
    assert len(answers) + len(faults) == 1
    return answers[code] if answers else f"! {faults[0].text}"


def sent(code, answer, kind=Kind.NEW):
    """Send one answer as JSON; return what is kept, or what is said to be wrong."""
    try:
        return checked(Submission(kind=kind), {code: answer})[code]
    except FaultsError as error:
        [(named, text)] = error.faults
        return f"! {text}" if named == code else named


def test_a_posted_page_is_read_whole():
    posted = QueryDict(mutable=True)
    posted.update(
        {
            "executor": "  Stichting\tVoorbeeld \n Werkt ",
            "participants": " 1.200 ",
            "csrfmiddlewaretoken": "x",
            "other": "y",
        }
    )
    posted.setlist("sectors", ["care", "logistics", "care", ""])
    assert from_form(questions.page_of(Kind.NEW, Tier.DESCRIBE, "execution"), posted) == (
        {
            "executor": "Stichting Voorbeeld Werkt",
            "participants": 1200,
            "sectors": ["care", "logistics"],
            "career_moments": None,
        },
        [],
    )


def test_what_is_wrong_is_named_and_the_rest_is_kept():
    posted = QueryDict("name=Koken+voor+werk&start=ooit&status=busy&summary=%00&end=2024-13&scope=local&place=")
    assert from_form(questions.page_of(Kind.NEW, Tier.DESCRIBE, "basics"), posted) == (
        {"name": "Koken voor werk", "place": None, "why_stopped": None, "scope": "local"}
        | {"scale": None, "name_en": None, "summary_en": None},
        [
            AnswerFault("summary", SIGN),
            AnswerFault("status", "Dit staat niet in de lijst: busy. Kies uit de lijst."),
            AnswerFault("start", DATE),
            AnswerFault("end", "Deze datum bestaat niet. Controleer de dag en de maand."),
        ],
    )


@pytest.mark.parametrize(
    ("code", "text", "answer"),
    [
        ("occasion", "een\r\ntwee\rdrie ", "een\ntwee\ndrie"),
        ("occasion", " \n ", None),
        ("occasion", "x" * 2000, "x" * 2000),
        ("occasion", "x" * 2001, "! Gebruik ten hoogste 2.000 tekens, u gebruikt er 2.001."),
        ("occasion", "slecht \ud800 teken", f"! {SIGN}"),
        ("occasion", "bel \x07", f"! {SIGN}"),
        ("occasion", "tab\tblijft 😀", "tab\tblijft 😀"),
        ("partners", "Gemeente\r\n\r\n  Taalschool; de Brug \n", ["Gemeente", "Taalschool; de Brug"]),
        ("partners", "a\nb\na", ["a", "b"]),
        (
            "partners",
            "\n".join(str(number) for number in range(31)),
            "! Gebruik ten hoogste 30 regels, u gebruikt er 31.",
        ),
        ("partners", "a\n" + "x" * 201, "! Regel 2 is te lang: gebruik ten hoogste 200 tekens, u gebruikt er 201."),
        ("participants", "0", 0),
        ("participants", "1 200", 1200),
        ("participants", "1,200", 1200),
        ("participants", "1.200.000", 1_200_000),
        ("participants", "1.200,000", f"! {WHOLE}"),
        ("participants", "1,200.000", f"! {WHOLE}"),
        ("participants", "1.20", f"! {WHOLE}"),
        ("participants", "ongeveer 12", f"! {WHOLE}"),
        ("participants", "-3", f"! {WHOLE}"),
        ("participants", "1e9", f"! {WHOLE}"),
        ("participants", "١٢", f"! {WHOLE}"),
        ("participants", "9" * 5000, f"! {WHOLE}"),
        ("participants", "2000000001", "! Vul ten hoogste 2.000.000.000 in."),
        ("plan_months", "601", "! Vul ten hoogste 600 in."),
        ("budget", "€ 1.200,-", 1200),
        ("budget", "€1200,00", 1200),
        ("budget", "1.200 euro", 1200),
        ("budget", "EUR 1200", 1200),
        ("budget", "1200,--", 1200),
        ("budget", "1200,50", f"! {EURO}"),
        ("budget", "12 ton", f"! {EURO}"),
        ("start", "2024", "2024"),
        ("start", "2024-05", "2024-05"),
        ("start", "2024-05-17", "2024-05-17"),
        ("start", "17-05-2024", "2024-05-17"),
        ("start", "17/5/2024", "2024-05-17"),
        ("start", "5-2024", "2024-05"),
        ("start", "mei 2024", "2024-05"),
        ("start", "17 Mei 2024", "2024-05-17"),
        ("start", "17 mrt. 2024", "2024-03-17"),
        ("start", "February 2024", "2024-02"),
        ("start", "29-02-2023", "! Deze datum bestaat niet. Controleer de dag en de maand."),
        ("start", "1024", "! Het jaar 1024 kan niet kloppen. Controleer de datum."),
        ("start", "05-24", f"! {DATE}"),
        ("start", "volgend jaar", f"! {DATE}"),
        ("has_plan", "yes", True),
        ("has_plan", "no", False),
        ("has_plan", "", None),
        ("has_plan", "misschien", "! Kies ja of nee."),
        ("research_url", "https://www.voorbeeld.example/een?b=c#d", "https://www.voorbeeld.example/een?b=c#d"),
        ("research_url", "HTTP://voorbeeld.example", "HTTP://voorbeeld.example"),
        ("research_url", "www.voorbeeld.example", f"! {WEB}"),
        ("research_url", "ftp://voorbeeld.example/a", f"! {WEB}"),
        ("research_url", "javascript:alert(1)", f"! {WEB}"),
        ("research_url", "https://jan:geheim@voorbeeld.example", f"! {WEB}"),
        ("research_url", "https://voorbeeld.example@elders.example", f"! {WEB}"),
        ("research_url", "https://voorbeeld.example:99999/", f"! {WEB}"),
        ("research_url", "https://[voorbeeld", f"! {WEB}"),
        ("research_url", "https://voorbeeld.example/a b", f"! {WEB}"),
        ("research_url", "https:///leeg", f"! {WEB}"),
        ("comparison_group", "none", "none"),
        ("comparison_group", "None", "! Dit staat niet in de lijst: None. Kies uit de lijst."),
        ("target_groups", "gender", "! Dit staat niet in de lijst: gender. Kies uit de lijst."),
    ],
)
def test_what_someone_types_is_read_or_answered(code, text, answer):
    assert typed(code, text) == answer


def test_unknown_codes_are_named_without_sending_back_what_cannot_be_shown():
    assert typed("sectors", "care", "<b>\x00", "\ud800", "x" * 500) == (
        f"! Dit staat niet in de lijst: <b>?, ?, {'x' * 60}…. Kies uit de lijst."
    )


@pytest.mark.parametrize(
    ("code", "answer", "kept"),
    [
        ("name", "  Samen ", "Samen"),
        ("name", "", None),
        ("name", None, None),
        ("name", 12, "! Geef een tekst."),
        ("name", ["Samen"], "! Geef een tekst."),
        ("name", "a\nb", "! Geef een tekst van één regel."),
        ("occasion", "a\x00b", f"! {SIGN}"),
        ("partners", ["  a ", ""], ["a"]),
        ("partners", [], None),
        ("partners", "a", "! Geef een lijst van teksten."),
        ("partners", ["a", 1], "! Geef een lijst van teksten."),
        ("partners", ["a\nb"], "! Regel 1 is meer dan één regel."),
        ("status", "running", "running"),
        ("status", "", None),
        ("status", "unknown", "! Dit staat niet in de lijst: unknown. Kies uit de lijst."),
        ("status", ["running"], "! Geef één code uit de lijst."),
        ("sectors", ["care", "care"], ["care"]),
        ("sectors", "care", "! Geef een lijst van teksten."),
        ("sectors", {"care": 1}, "! Geef een lijst van teksten."),
        ("sectors", ["care"] * 201, "! Kies minder antwoorden."),
        ("participants", 0, 0),
        ("participants", True, "! Geef een heel getal."),
        ("participants", 1.0, "! Geef een heel getal."),
        ("participants", "12", "! Geef een heel getal."),
        ("participants", -1, "! Vul 0 of een hoger getal in."),
        ("participants", 10**400, "! Vul ten hoogste 2.000.000.000 in."),
        ("start", "2024-05", "2024-05"),
        ("start", "mei 2024", "! Geef de datum als 2024, 2024-05 of 2024-05-17."),
        ("start", 2024, "! Geef een tekst."),
        ("has_plan", False, False),
        ("has_plan", "ja", "! Kies ja of nee."),
        ("has_plan", 1, "! Kies ja of nee."),
        ("research_url", "https://voorbeeld.example", "https://voorbeeld.example"),
    ],
)
def test_json_is_kept_or_answered(code, answer, kept):
    assert sent(code, answer) == kept


def test_everything_wrong_in_json_is_named_at_once():
    answers = {"name": 1, "start": "2024", "gone\x00\ud800": "x", "entered": 3, "has_plan": None}
    with pytest.raises(FaultsError) as caught:
        checked(Submission(kind=Kind.NEW), answers)
    assert caught.value.faults == [
        AnswerFault("name", "Geef een tekst."),
        AnswerFault("gone??", "De vraag “gone??” bestaat niet."),
        AnswerFault("entered", "De vraag “entered” bestaat niet."),
    ]
    assert sent("entered", 3, Kind.EXPERIENCE) == 3


def test_json_may_answer_what_another_tier_asks():
    submission = Submission(kind=Kind.NEW, tier=Tier.REPORT)
    assert checked(submission, {"budget": 5, "research_effect": "none"}) == {"budget": 5, "research_effect": "none"}


@pytest.mark.parametrize(
    ("code", "cell", "answer"),
    [
        ("name", None, None),
        ("name", "  ", None),
        ("name", 2024, "2024"),
        ("participants", 12.0, 12),
        ("participants", "1.200", 1200),
        ("participants", 12.5, f"! {WHOLE}"),
        ("participants", float("inf"), f"! {WHOLE}"),
        ("budget", 1200.0, 1200),
        ("start", datetime.datetime(2024, 5, 17, 12, 0), "2024-05-17"),  # noqa: DTZ001 — a sheet has no time zone
        ("start", datetime.date(2024, 5, 17), "2024-05-17"),
        ("start", 2024.0, "2024"),
        ("start", datetime.time(12, 0), f"! {DATE}"),
        ("partners", "a; b ;a", ["a", "b"]),
        ("partners", "a; b\nc", ["a; b", "c"]),
        ("status", "LOPEND", "running"),
        ("status", "running", "running"),
        ("status", "Bezig", "! Dit staat niet in de lijst: Bezig. Kies uit de lijst."),
        ("has_plan", "Ja", True),
        ("has_plan", "nee", False),
        ("has_plan", True, True),
        ("has_plan", False, False),
        ("target_groups", "Gender: Vrouwen; statushouders;young-people", ["women", "status-holders", "young-people"]),
        ("target_groups", "Vrouwen; Vrouw", "! Dit staat niet in de lijst: Vrouw. Kies uit de lijst."),
        ("target_groups", ";", None),
    ],
)
def test_a_cell_is_read_or_answered(code, cell, answer):
    try:
        read = from_cell(NEW[code], cell)
    except ValueError as error:
        read = f"! {error}"
    assert read == answer
    assert type(read) is type(answer)


@pytest.mark.parametrize(
    ("code", "answer", "lines"),
    [
        ("name", None, []),
        ("name", "Samen", ["Samen"]),
        ("partners", ["a", "b"], ["a", "b"]),
        ("status", "running", ["Lopend"]),
        ("target_groups", ["women", "gone"], ["Gender: Vrouwen", "gone"]),
        ("participants", 0, ["0"]),
        ("participants", 12000, ["12.000"]),
        ("budget", 1200, ["€ 1.200"]),
        ("start", "2024", ["2024"]),
        ("start", "2024-05", ["mei 2024"]),
        ("start", "2024-05-07", ["7 mei 2024"]),
        ("has_plan", False, ["Nee"]),
    ],
)
def test_an_answer_is_shown_in_words(code, answer, lines):
    assert list(answer_shown(NEW[code], answer)) == lines


def test_an_answer_is_shown_in_the_language_of_the_visitor():
    with translation.override("en"):
        assert list(answer_shown(NEW["target_groups"], ["women"])) == ["Gender: Women"]
        assert list(answer_shown(NEW["start"], "2024-05")) == ["May 2024"]


@pytest.mark.parametrize(
    ("code", "answer", "posted"),
    [
        ("name", None, ""),
        ("sectors", None, []),
        ("sectors", ["care"], ["care"]),
        ("partners", ["a", "b"], "a\nb"),
        ("participants", 0, "0"),
        ("budget", 1200, "1200"),
        ("start", "2024-05-17", "17-05-2024"),
        ("has_plan", False, "no"),
    ],
)
def test_an_answer_is_posted_as_its_field_shows_it(code, answer, posted):
    assert as_posted(NEW[code], answer) == posted


SIGNS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
PHRASE = st.text(SIGNS, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
DATES = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat()[:length] for length in (4, 7, 10)])
)


def answers_to(question):
    """Return a strategy of right answers to a question."""
    offered = [code for code, _label in questions.options(question)]
    return {
        Form.LINE: PHRASE,
        Form.TEXT: st.lists(PHRASE, min_size=1, max_size=4).map("\n".join),
        Form.LINES: st.lists(PHRASE, min_size=1, max_size=4, unique=True),
        Form.CHOICE: st.sampled_from(offered or [""]),
        Form.CHOICES: st.lists(st.sampled_from(offered or [""]), min_size=1, max_size=4, unique=True),
        Form.NUMBER: st.integers(0, question.largest),
        Form.EURO: st.integers(0, question.largest),
        Form.DATE: DATES,
        Form.YES_NO: st.booleans(),
        Form.WEB: st.just("https://voorbeeld.example/a"),
    }[question.form]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("kind", [Kind.NEW, Kind.EXPERIENCE])
def test_what_a_field_shows_is_read_as_the_same_answer(kind, data):
    asked = questions.all_questions(kind)
    question = asked[data.draw(st.sampled_from(sorted(asked)))]
    answer = data.draw(answers_to(question))
    posted = QueryDict(mutable=True)
    value = as_posted(question, answer)
    posted.setlist(question.code, value if isinstance(value, list) else [value])
    assert from_form(Page("page", "", "", (question,)), posted) == ({question.code: answer}, [])
    assert checked(Submission(kind=kind), {question.code: answer}) == {question.code: answer}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), text=st.text(st.characters(), max_size=60))
def test_whatever_is_typed_is_read_or_answered(data, text):
    question = NEW[data.draw(st.sampled_from(sorted(NEW)))]
    posted = QueryDict(mutable=True)
    posted.setlist(question.code, [text])
    answers, faults = from_form(Page("page", "", "", (question,)), posted)
    assert len(answers) + len(faults) == 1
    assert [fault.text for fault in faults if not fault.text.isprintable()] == []
    if answers:
        assert checked(Submission(kind=Kind.NEW), answers) == answers


@given(DATES)
def test_a_date_is_read_back_from_how_it_is_shown(text):
    assert dates.read_date(dates.date_shown(text)) == text
    with translation.override("en"):
        assert dates.read_date(dates.date_shown(text)) == text
