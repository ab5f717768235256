"""How states read on a day: in the present only while no printed end has passed, and with the day they are of."""

from datetime import date

import pytest
from django.utils import translation

from evidence import states
from evidence.choices import Direction, LifeStatus, SourceKind, StudyStage
from evidence.models import Intervention, Provision, Source, Study, Verdict

TODAY = date(2026, 11, 28)
DATED = Source(year=2022, as_of=date(2021, 11, 1), as_of_precision=7)
YEAR_ONLY = Source(year=2022)
UNDATED = Source()
SUBMITTED = Source(year=2026, as_of=date(2026, 11, 1), as_of_precision=7, kind=SourceKind.SUBMISSION)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"status": "running"}, "Lopend (stand november 2021)"),
        ({"status": "running", "source": YEAR_ONLY}, "Lopend (stand 2022)"),
        ({"status": "running", "as_of": date(2021, 9, 1), "as_of_precision": 5}, "Lopend (stand najaar 2021)"),
        ({"status": "running", "source": UNDATED}, "Lopend"),
        ({"status": "running", "as_of": date(2024, 3, 5), "as_of_precision": 10}, "Lopend (stand 5 maart 2024)"),
        ({"status": "running", "end": date(2026, 1, 1), "end_precision": 4}, "Lopend (stand november 2021)"),
        ({"status": "running", "end": date(2026, 11, 1), "end_precision": 7}, "Lopend (stand november 2021)"),
        (
            {"status": "running", "end": date(2026, 10, 1), "end_precision": 7},
            "Liep; einde gepland voor oktober 2026 (stand november 2021)",
        ),
        ({"status": "planned"}, "Gepland (stand november 2021)"),
        ({"status": "planned", "start": date(2027, 1, 1), "start_precision": 4}, "Gepland (stand november 2021)"),
        (
            {"status": "planned", "start": date(2022, 1, 1), "start_precision": 4},
            "Was gepland voor 2022 (stand november 2021)",
        ),
        ({"status": "planned", "end": date(2022, 1, 1), "end_precision": 4}, "Was gepland (stand november 2021)"),
        ({"status": "completed"}, "Afgerond"),
        ({"status": "unknown"}, "Status niet vermeld"),
    ],
)
def test_a_state_has_its_day_and_ends_with_its_end(row, words):
    assert states.life_state(Intervention(**{"source": DATED, **row}), TODAY) == words


def test_a_provision_reads_the_same_and_so_does_english():
    fund = Provision(source=DATED, status=LifeStatus.RUNNING, end=date(2024, 1, 1), end_precision=4)
    assert states.life_state(fund, TODAY) == "Liep; einde gepland voor 2024 (stand november 2021)"
    assert states.is_present(fund, date(2024, 12, 31))
    assert not states.is_present(fund, date(2025, 1, 1))
    with translation.override("en"):
        assert states.life_state(fund, TODAY) == "Ran; end planned for 2024 (as of November 2021)"


@pytest.mark.parametrize(
    ("study", "words"),
    [
        (
            {"stage": "ongoing", "due": date(2027, 1, 1), "due_precision": 4},
            "Onderzoek loopt; eindrapport verwacht in 2027",
        ),
        (
            {"stage": "ongoing", "due": date(2022, 1, 1), "due_precision": 4},
            "Onderzoek liep; eindrapport was verwacht in 2022",
        ),
        (
            {"stage": "interim", "due": date(2022, 12, 1), "due_precision": 7},
            "Tussenrapport verschenen; eindrapport was verwacht in december 2022",
        ),
        ({"stage": "ongoing"}, "Onderzoek liep (stand november 2021)"),
        ({"stage": "ongoing", "source": SUBMITTED}, "Plan voor onderzoek (stand november 2026)"),
        ({"stage": "interim"}, "Tussenrapport verschenen (stand november 2021)"),
        ({"stage": "published"}, "Verschenen"),
    ],
)
def test_research_goes_on_only_while_its_end_lies_ahead(study, words):
    row = Study(**{"source": DATED} | study)
    assert states.research_state(row, TODAY) == words
    assert states.is_under_way(row, TODAY) == ("loopt" in words)
    if row.stage == StudyStage.ONGOING:
        assert states.verdict_words(Verdict(direction=Direction.ONGOING), [row], TODAY) == words


def test_a_verdict_tells_the_study_that_is_still_to_come():
    late = Study(source=DATED, stage="ongoing", due=date(2022, 1, 1), due_precision=4)
    ahead = Study(source=DATED, stage="ongoing", due=date(2027, 1, 1), due_precision=4)
    verdict = Verdict(direction=Direction.ONGOING)
    assert states.verdict_words(verdict, [late, ahead], TODAY) == "Onderzoek loopt; eindrapport verwacht in 2027"


def test_a_programme_points_to_its_parts():
    verdict = Verdict(direction=Direction.NOT_EXTRACTED, part_study_count=7)
    assert states.verdict_words(verdict, [], TODAY) == "Zie de delen: 7 onderzoeken"
    assert states.verdict_words(Verdict(direction=Direction.NOT_STUDIED), [], TODAY) == "Wij kennen geen onderzoek"


@pytest.mark.parametrize(
    ("printed", "words"), [("0", "0, geen onderzoek"), ("0_1", "0–1"), ("2_3", "2–3"), ("5", "5"), ("", "")]
)
def test_a_level_reads_as_printed(printed, words):
    assert states.level_words(printed) == words
