"""A workbook that was filled in is read whole, with every fault by its cell; and a dangerous one is not opened."""

import random
import struct
import time
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from submissions import questions, spreadsheet
from submissions.choices import Kind, Tier
from submissions.errors import AnswerFault
from submissions.questions.declaration import Form
from submissions.spreadsheet.writing import cell_of
from tests.submissions.test_answers import answers_to

pytestmark = pytest.mark.usefixtures("catalogue_data")

NOT_OURS = "Het eerste blad is niet het blad met de vragen. Gebruik ons sjabloon en laat het eerste blad vooraan staan."
NO_SHEET = "Dit is geen spreadsheet in XLSX. Gebruik ons sjabloon en sla het op als .xlsx."
UNREADABLE = "Dit bestand kan niet gelezen worden. Gebruik ons sjabloon en sla het op als .xlsx."
LOCKED = "Het bestand heeft een wachtwoord of is een oud soort bestand (.xls). Sla het op als .xlsx, zonder wachtwoord."
ODD = "Dit bestand is anders opgebouwd dan een gewone spreadsheet. Gebruik ons sjabloon en sla het op als .xlsx."
TOO_LARGE = "Dit bestand wordt te groot als wij het uitpakken. Gebruik ons sjabloon, zonder andere bladen of plaatjes."
TOO_MUCH = "Er staat te veel in dit bestand. Gebruik ons sjabloon, zonder andere gegevens."
LINKED = "Dit bestand haalt gegevens uit andere bestanden. Plak die gegevens als tekst en probeer het opnieuw."
SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def filled(cells, kind=Kind.NEW, tier=Tier.RESEARCH):
    """Fill in a template: the cells as given by the code of their question, or by their own name."""
    workbook = load_workbook(BytesIO(spreadsheet.template(kind, tier)))
    sheet = workbook.worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    for place, value in cells.items():
        sheet[f"E{rows[place]}" if place in rows else place] = value
    return saved(workbook), {code: f"E{row}" for code, row in rows.items()}


def saved(workbook):
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def repacked(parts, compression=ZIP_DEFLATED, kind=Kind.NEW):
    """Pack a template again with other parts."""
    file = BytesIO()
    with ZipFile(BytesIO(spreadsheet.template(kind, Tier.REPORT))) as old, ZipFile(file, "w", compression) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts.get(name, old.read(name) if name in old.namelist() else ""))
    return file.getvalue()


def refused(data, kind=Kind.NEW):
    """Read what must not be read; return why not."""
    started = time.process_time()
    answers, faults = spreadsheet.read_workbook(data, kind)
    assert time.process_time() - started < 10
    assert answers == {}
    [(question, text)] = faults
    assert question == ""
    return text


def test_an_empty_template_asks_every_question_and_answers_none():
    sheet = load_workbook(BytesIO(spreadsheet.template(Kind.NEW, Tier.DESCRIBE))).worksheets[0]
    asked = [question for page in questions.pages(Kind.NEW, Tier.DESCRIBE) for question in page.questions]
    assert [cell.value for cell in sheet[5]] == ["code", "Onderwerp", "Vraag", "Uitleg en voorbeeld", "Uw antwoord"]
    assert [row[0].value for row in sheet.iter_rows(min_row=6)] == [question.code for question in asked]
    assert [cell.value for cell in sheet[6]] == [
        "name",
        "Naam en plaats",
        "Hoe heet het initiatief? *",
        (
            "Gebruik de naam die u zelf ook gebruikt. Schrijf afkortingen een keer "
            "voluit.\nVoorbeeld: Samen aan de slag in de keuken"
        ),
        None,
    ]
    assert sheet.column_dimensions["A"].hidden
    assert spreadsheet.read_workbook(spreadsheet.template(Kind.NEW, Tier.DESCRIBE), Kind.NEW) == ({}, [])


def test_single_choices_are_offered_in_the_cell_and_all_choices_on_their_own_sheet():
    workbook = load_workbook(BytesIO(spreadsheet.template(Kind.NEW, Tier.RESEARCH)))
    sheet, choices = workbook.worksheets
    chosen = {
        sheet.cell(int(str(one.sqref)[1:]), 1).value: one.formula1 for one in sheet.data_validations.dataValidation
    }
    new = questions.all_questions(Kind.NEW)
    single = [code for code, question in new.items() if question.form in (Form.CHOICE, Form.YES_NO)]
    assert list(chosen) == single
    columns = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in choices.iter_cols()}
    offered = {code: [label for _code, label in questions.options(question)] for code, question in new.items()}
    assert columns == {str(new[code].label): labels for code, labels in offered.items() if labels}
    for code, formula in chosen.items():
        sheet_name, cells = formula.split("!")
        assert sheet_name.strip("'") == choices.title
        assert [cell.value for (cell,) in choices[cells.replace("$", "")]] == offered[code]


def test_what_is_filled_in_is_read():
    data, _cells = filled(
        {
            "name": " Samen aan de slag ",
            "status": "Lopend",
            "start": "mei 2024",
            "participants": 64,
            "budget": "€ 180.000,-",
            "target_groups": "Gender: Vrouwen; Statushouders",
            "partners": "Taalschool; Gemeente",
            "conditions": "Er is een keuken; en een kok\nEr is geld",
            "has_plan": "ja",
            "research_url": "https://www.voorbeeld.example/rapport.pdf",
        }
    )
    assert spreadsheet.read_workbook(data, Kind.NEW) == (
        {
            "name": "Samen aan de slag",
            "status": "running",
            "start": "2024-05",
            "target_groups": ["women", "status-holders"],
            "participants": 64,
            "partners": ["Taalschool", "Gemeente"],
            "budget": 180000,
            "conditions": ["Er is een keuken; en een kok", "Er is geld"],
            "has_plan": True,
            "research_url": "https://www.voorbeeld.example/rapport.pdf",
        },
        [],
    )


def test_every_fault_is_named_by_its_cell_and_the_rest_is_read():
    data, cells = filled(
        {
            "name": "Samen",
            "status": "Bezig",
            "start": "ooit",
            "goal": "=1+1",
            "for_whom": "#REF!",
            "participants": 12.5,
            "G6": "zie hiernaast",
            "E99": "los antwoord",
            "A98": "unknown_question",
        }
    )
    assert spreadsheet.read_workbook(data, Kind.NEW) == (
        {},
        [
            AnswerFault("name", "Cel G6: Hier wordt geen antwoord gelezen. Zet het in kolom E."),
            AnswerFault("status", f"Cel {cells['status']}: Dit staat niet in de lijst: Bezig. Kies uit de lijst."),
            AnswerFault("start", f"Cel {cells['start']}: Geef de datum als 2024, mei 2024 of 17-05-2024."),
            AnswerFault(
                "goal", f"Cel {cells['goal']}: Hier staat een formule. Vul het antwoord zelf in, als tekst of getal."
            ),
            AnswerFault(
                "for_whom",
                f"Cel {cells['for_whom']}: Hier staat een fout van het rekenprogramma. Vul het antwoord zelf in.",
            ),
            AnswerFault("participants", f"Cel {cells['participants']}: Vul een heel getal in met cijfers, zoals 1200."),
            AnswerFault(
                "", "Cel A98: Deze vraag bestaat niet. Gebruik het nieuwste sjabloon en verander kolom A niet."
            ),
            AnswerFault("", "Cel E99: Bij dit antwoord staat geen vraag. Zet het in de rij van een vraag."),
        ],
    )


def test_a_question_that_stands_there_twice_is_a_fault():
    data, _cells = filled({"name": "Samen", "A90": "name", "E90": "Anders"})
    assert spreadsheet.read_workbook(data, Kind.NEW) == (
        {"name": "Samen"},
        [AnswerFault("name", "Cel A90: Deze vraag staat ook in rij 6. Laat één van beide staan.")],
    )


def test_a_text_that_looks_like_a_formula_stays_a_text():
    data = spreadsheet.template(
        Kind.NEW, Tier.REPORT, {"name": "=1+1", "goal": "+31 mensen", "start": "2024-05", "has_plan": False}
    )
    assert spreadsheet.read_workbook(data, Kind.NEW) == (
        {"name": "=1+1", "goal": "+31 mensen", "start": "2024-05", "has_plan": False},
        [],
    )


def test_every_kind_has_its_own_workbook():
    initiative, _cells = filled({"name": "Samen"})
    change, _cells = filled({"name": "Samen"}, Kind.CHANGE)
    experience, _cells = filled({"entered": 12}, Kind.EXPERIENCE)
    assert spreadsheet.read_workbook(change, Kind.CHANGE) == ({"name": "Samen"}, [])
    assert spreadsheet.read_workbook(experience, Kind.EXPERIENCE) == ({"entered": 12}, [])
    other = "Dit is het sjabloon voor iets anders: “%s”. Gebruik het juiste sjabloon."
    assert refused(experience) == other % "Praktijkervaring"
    assert refused(change) == other % "Wijziging van een beschrijving"
    assert refused(initiative, Kind.EXPERIENCE) == other % "Nieuw initiatief"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(data=st.data())
def test_whatever_is_written_is_read_back(data):
    asked = questions.all_questions(Kind.NEW)
    answers = {
        code: data.draw(answers_to(asked[code]))
        for code in sorted(data.draw(st.sets(st.sampled_from(sorted(asked)), max_size=6)))
    }
    assert spreadsheet.read_workbook(spreadsheet.template(Kind.NEW, Tier.RESEARCH, answers), Kind.NEW) == (answers, [])


def test_one_line_with_a_semicolon_is_written_so_that_it_stays_one():
    question = questions.all_questions(Kind.NEW)["conditions"]
    assert cell_of(question, ["geld; en tijd"]) == "geld; en tijd\n"
    data = spreadsheet.template(Kind.NEW, Tier.DESCRIBE, {"conditions": ["geld; en tijd"]})
    assert spreadsheet.read_workbook(data, Kind.NEW) == ({"conditions": ["geld; en tijd"]}, [])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", NO_SHEET),
        (b"code;antwoord\nname;Samen", NO_SHEET),
        (b"PK\x03\x04" + b"\x00" * 100, NO_SHEET),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, LOCKED),
        (b"x" * 2_000_001, "Het bestand is groter dan 2 MB. Haal plaatjes weg en probeer het opnieuw."),
    ],
    ids=["empty", "text", "broken", "locked", "large"],
)
def test_what_is_no_workbook_is_refused(data, text):
    assert refused(data) == text


def test_another_workbook_is_refused():
    assert refused(saved(Workbook())) == NOT_OURS


def test_an_archive_that_is_no_workbook_is_refused():
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    assert refused(file.getvalue()) == UNREADABLE


NOISE = random.Random(4).randbytes(400_000).hex()  # noqa: S311 — something that cannot be packed tightly


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({SHEET: "<a>" * 50_000}, ODD),
        ({"xl/media/image1.png": b"\x00" * 19_000_000}, ODD),
        ({f"xl/media/{number}.png": b"" for number in range(200)}, ODD),
        ({"XL/workbook.xml": "x"}, ODD),
        ({SHEET: NOISE}, TOO_MUCH),
        ({"xl/workbook.xml": NOISE}, TOO_MUCH),
        ({"xl/styles.xml": NOISE}, TOO_MUCH),
        ({"xl/externalLinks/externalLink1.xml": "<a/>"}, LINKED),
        ({"xl/connections.xml": "<a/>"}, LINKED),
        ({"xl/vbaProject.bin": b"x"}, "Dit bestand bevat macro's. Sla het op als .xlsx, zonder macro's."),
    ],
    ids=["deep", "bomb", "many", "twice", "sheet", "main", "styles", "links", "connections", "macros"],
)
def test_a_workbook_that_costs_too_much_or_reaches_out_is_refused(parts, text):
    assert refused(repacked(parts)) == text


def test_what_unpacks_to_more_than_twenty_million_bytes_is_refused():
    # Packed at most a hundred times smaller, so that nothing but the whole is too large.
    picture = random.Random(5).randbytes(20_000) + b"\x00" * 1_180_000  # noqa: S311
    assert refused(repacked({f"xl/media/{number}.png": picture for number in range(18)})) == TOO_LARGE


def test_another_way_of_packing_is_refused():
    assert refused(repacked({}, ZIP_BZIP2)) == ODD


def test_an_encrypted_part_is_refused():
    data = bytearray(repacked({}, ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    assert refused(bytes(data)) == ODD


def test_a_part_that_holds_more_than_its_directory_says_is_not_unpacked_further():
    data = bytearray(repacked({SHEET: f"<worksheet {MAIN}><sheetData>{NOISE}</sheetData></worksheet>"}))
    at = data.rindex(SHEET.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", data, at + 24, 100)
    assert refused(bytes(data)) == UNREADABLE


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
        "</sheetData></worksheet>",
        "geen xml",
        "",
        "<a>" * 2000,
        f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1"><v>{"9" * 5000}</v></c></row></sheetData></worksheet>',
        f'<worksheet {MAIN}><sheetData><row r="x"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
        f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
    ],
    ids=["entities", "external-entity", "no-xml", "nothing", "unclosed", "huge-number", "row", "string"],
)
def test_a_sheet_that_breaks_the_reader_is_refused(sheet):
    assert refused(repacked({SHEET: sheet})) == UNREADABLE


def sheet_of(*rows):
    return f"<worksheet {MAIN}><sheetData>{''.join(rows)}</sheetData></worksheet>"


def row_of(number, *cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


def text_cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


MARKED = row_of(1, text_cell("A1", "werkwijs 1 new")), row_of(2, text_cell("A2", "code"))


def test_a_sheet_that_is_too_long_is_refused_and_a_wide_one_names_the_cell():
    long = sheet_of(*MARKED, row_of(99_999_999_999, text_cell("A1", "x")))
    assert refused(repacked({SHEET: long})) == "Het eerste blad heeft meer dan 500 rijen. Gebruik ons sjabloon."
    wide = sheet_of(*MARKED, row_of(3, text_cell("A3", "name"), text_cell("XFD3", "x")))
    assert spreadsheet.read_workbook(repacked({SHEET: wide}), Kind.NEW) == (
        {},
        [AnswerFault("name", "Cel XFD3: Hier wordt geen antwoord gelezen. Zet het in kolom E.")],
    )


def test_formulas_that_share_a_text_are_not_worked_out():
    # openpyxl translates the text for each cell anew: this held its reader for minutes.
    text = "+".join(f"A{random.Random(number).randrange(90_000)}" for number in range(30_000))  # noqa: S311
    shared = [f'<c r="G{number}"><f t="shared" si="0"/></c>' for number in range(5_000)]
    sheet = sheet_of(
        *MARKED,
        row_of(3, text_cell("A3", "name"), f'<c r="E3"><f t="shared" si="0">{text}</f></c>'),
        row_of(4, *shared),
    )
    assert spreadsheet.read_workbook(repacked({SHEET: sheet}), Kind.NEW) == (
        {},
        [
            AnswerFault("name", "Cel E3: Hier staat een formule. Vul het antwoord zelf in, als tekst of getal."),
            AnswerFault("", "Cel G4: Hier wordt geen antwoord gelezen. Zet het in kolom E."),
        ],
    )


def test_a_thousand_sheets_are_not_measured():
    # openpyxl walks through the same part for each of them.
    with ZipFile(BytesIO(spreadsheet.template(Kind.NEW, Tier.REPORT))) as archive:
        main = archive.read("xl/workbook.xml").decode()
    first = main[main.index("<sheet ") : main.index("/>", main.index("<sheet ")) + 2]
    many = main.replace(first, first * 1_000)
    sheet = sheet_of(
        *MARKED, row_of(3, text_cell("A3", "name"), text_cell("E3", "Samen")), *(row_of(4) for _ in range(3_000))
    )
    assert spreadsheet.read_workbook(repacked({"xl/workbook.xml": many, SHEET: sheet}), Kind.NEW) == (
        {"name": "Samen"},
        [],
    )


def test_what_other_makers_write_is_read():
    """Shared texts in pieces, other namespaces, cells without a place, ISO dates, and dates counted from 1904."""
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    words = "<r><t>Samen </t></r><r><t>werken</t></r><rPh><t>x</t></rPh>"
    strings = f'<sst xmlns="{strict}"><si><t>name</t></si><si>{words}</si></sst>'
    sheet = (
        f'<s:worksheet xmlns:s="{strict}"><s:sheetData><s:row><s:c t="str"><s:v>werkwijs 1 new</s:v></s:c></s:row>'
        '<s:row><s:c t="str"><s:v>code</s:v></s:c></s:row>'
        '<s:row><s:c t="s"><s:v>0</s:v></s:c><s:c/><s:c/><s:c/><s:c t="s"><s:v>1</s:v></s:c></s:row>'
        '<s:row r="9"><s:c t="str"><s:v>start</s:v></s:c><s:c r="E9" t="d"><s:v>2024-05-17T00:00:00</s:v></s:c></s:row>'
        '<s:row><s:c t="str"><s:v>end</s:v></s:c><s:c r="E10" s="1"><s:v>44000</s:v></s:c></s:row>'
        '<s:row><s:c t="str"><s:v>has_plan</s:v></s:c><s:c r="E11" t="b"><s:v>0</s:v></s:c></s:row>'
        '<s:row><s:c t="str"><s:v>goal</s:v></s:c><s:c r="E12" t="str"><s:v>een_x000D_\ntwee</s:v></s:c></s:row>'
        "</s:sheetData></s:worksheet>"
    )
    with ZipFile(BytesIO(spreadsheet.template(Kind.NEW, Tier.REPORT))) as archive:
        main = archive.read("xl/workbook.xml").decode()
        related = archive.read("xl/_rels/workbook.xml.rels").decode()
    main = main.replace("<workbookPr", '<workbookPr date1904="1"', 1)
    texts = f'<Relationship Id="rId99" Type="{strict}/sharedStrings" Target="sharedStrings.xml"/>'
    parts = {
        SHEET: sheet,
        "xl/workbook.xml": main,
        "xl/sharedStrings.xml": strings,
        "xl/_rels/workbook.xml.rels": related.replace("</Relationships>", f"{texts}</Relationships>"),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{strict}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
        ),
    }
    assert spreadsheet.read_workbook(repacked(parts), Kind.NEW) == (
        {"name": "Samen werken", "start": "2024-05-17", "end": "2024-06-19", "has_plan": False, "goal": "een\ntwee"},
        [],
    )


def test_a_date_that_a_sheet_cannot_hold_is_a_fault_of_its_cell():
    workbook = load_workbook(BytesIO(spreadsheet.template(Kind.NEW, Tier.REPORT)))
    cell = workbook.worksheets[0]["E11"]
    assert workbook.worksheets[0]["A11"].value == "start"
    cell.value, cell.number_format = 99_999_999, "dd-mm-yyyy"
    assert spreadsheet.read_workbook(saved(workbook), Kind.NEW) == (
        {},
        [AnswerFault("start", "Cel E11: Hier staat een fout van het rekenprogramma. Vul het antwoord zelf in.")],
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    damaged = bytearray(spreadsheet.template(Kind.EXPERIENCE, Tier.REPORT, {"place": "Voorbeeldstad"}))
    for _time in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, 20_000)) % len(damaged)] = data.draw(st.integers(0, 255))
    answers, faults = spreadsheet.read_workbook(bytes(damaged), Kind.EXPERIENCE)
    assert isinstance(answers, dict)
    assert [fault for fault in faults if not fault.text] == []
