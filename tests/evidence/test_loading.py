"""Loading: all or nothing, the same twice, and every fault named by file, row and column."""

import csv
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from evidence import verdicts
from evidence.loading.load import load
from evidence.loading.reading import FixturesRefusedError
from evidence.models import (
    CatalogueVersion,
    Classification,
    Finding,
    Intervention,
    Lesson,
    Organisation,
    Provision,
    RecordVersion,
    Study,
    Term,
    Verdict,
)
from submissions.choices import Tier
from tests import people
from tests.submissions import published

pytestmark = pytest.mark.django_db

FILES = {
    "countries.csv": "code,name_nl,name_en\nSE,Zweden,Sweden\nNL,Nederland,Netherlands\n",
    "schemes.csv": "code,name_nl,name_en\nsuccess-measure,Succesmaat,Success measure\ntarget-group,Doelgroep,Target group\n",
    "schemes/success-measure.csv": (
        "code,label_nl,label_en,definition_nl,definition_en,broader,source,locator\nplacements,Aan het werk,Placements,,,,bron,§1\n"
    ),
    "schemes/target-group.csv": (
        "code,label_nl,label_en,definition_nl,definition_en,broader,source,locator\n"
        "gender,Gender,Gender,,,,,\nwomen,Vrouwen,Women,,,gender,bron,§2\n"
    ),
    "bron/source.toml": 'title = "Bron"\nlanguage = "nl"\nkind = "report"\nyear = 2023\n',
    "bron/interventions/programma.toml": 'name = "Programma"\nlanguage = "nl"\nname_nl = "P"\nname_en = "P"\ncountry = "NL"\nlocator = "§3"\n',
    "bron/interventions/valkommen.toml": (
        'name = "Välkommen"\nlanguage = "sv"\nname_nl = "Welkom"\nname_en = "Welcome"\naliases = ["V2F"]\ncountry = "SE"\n'
        'start = "2016-06"\npart_of = "programma"\nlocator = "§3.1"\nsummary_nl = "Taalles."\nsummary_en = "Language lessons."\n\n'
        '[places]\nstart = "dia 12"\n'
    ),
    "bron/studies.csv": (
        "slug,locator,country,interventions,title,authors,year,container,volume,issue,pages,publisher,url,language,kind,"
        "design_nl,design_en,sms_printed,counted,stage,due,description_nl,description_en,note_nl,note_en\n"
        'studie,"Bijlage 3, rij 1",SE,valkommen,,,,,,,,,https://example.org/a,sv,report,,,5,yes,,,,,,\n'
    ),
    "bron/findings.csv": (
        "slug,intervention,study,locator,kind,success_measure,direction,qualifier,value,value_max,unit,comparator_value,comparator_nl,"
        "comparator_en,subgroup,months_after,self_reported,illegible,study_inferred,printed_nl,printed_en,"
        "statement_nl,statement_en,note_nl,note_en\n"
        "werk,valkommen,studie,§3.2,result,placements,positive,~,30,,percent,15,controlegroep,control group,women,12,,,,,,"
        "Meer werk.,More work.,,\n"
    ),
    "bron/classifications.csv": "intervention,scheme,term,locator,note_nl,note_en\nvalkommen,target-group,women,§3.1,,\n",
}

LESSONS = "slug,locator,kind,number,main,part_of,addressees_nl,addressees_en,countries,terms,interventions,provisions,text_nl,text_en"
FIGURES = (
    "slug,locator,country,intervention,provision,terms,qualifier,value,value_max,unit,comparator_value,comparator_nl,comparator_en,"
    "period,origin,printed_nl,printed_en,statement_nl,statement_en,note_nl,note_en"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_load_brings_in_every_value(folder):
    load(folder)
    row = Intervention.objects.get(slug="valkommen")
    assert (row.name, row.sort_name, row.country_id, row.aliases, row.start_text, row.place_of("start"), row.place_of("name")) == (
        "Välkommen", "valkommen", "SE", ["V2F"], "2016-06", "dia 12", "§3.1",
    )  # fmt: skip
    assert row.part_of.slug == "programma"
    assert row.sms_highest == 5
    finding = Finding.objects.get()
    assert (finding.value, finding.comparator_value, finding.difference, finding.qualifier, finding.months_after) == (
        30,
        15,
        15,
        "~",
        12,
    )
    assert [term.code for term in finding.subgroup.all()] == ["women"]
    assert finding.study.sms_counted == 5
    assert finding.study.counted
    assert Term.objects.get(code="women").broader.code == "gender"
    verdicts_by_slug = Verdict.objects.order_by("intervention__slug")
    assert list(verdicts_by_slug.values_list("intervention__slug", "measure__code", "direction")) == [
        ("programma", None, "not_extracted"),
        ("valkommen", "placements", "positive"),
    ]


def test_a_second_load_changes_nothing(folder):
    load(folder)
    before = (CatalogueVersion.current().token, list(Intervention.objects.values()), RecordVersion.objects.count())
    outcomes = load(folder)
    assert {noun: outcome[1:] for noun, outcome in outcomes.items() if any(outcome[1:])} == {}
    assert (
        CatalogueVersion.current().token,
        list(Intervention.objects.values()),
        RecordVersion.objects.count(),
    ) == before


def test_an_edited_row_changes_one_and_is_kept_as_a_version(folder):
    load(folder)
    token = CatalogueVersion.current().token
    edit(folder, "bron/findings.csv", "~,30,", "~,31,")
    outcomes = load(folder)
    assert {noun: outcome for noun, outcome in outcomes.items() if any(outcome[1:])} == {"finding": (1, 0, 1, 0)}
    assert CatalogueVersion.current().token != token
    versions = RecordVersion.objects.filter(intervention__slug="valkommen").order_by("number")
    assert [(version.number, version.changed) for version in versions] == [(1, []), (2, ["findings"])]
    assert RecordVersion.objects.filter(intervention__slug="programma").count() == 1


def test_a_changed_link_changes_its_row_only(folder):
    load(folder)
    edit(folder, "bron/findings.csv", ",women,12", ",,12")
    assert {noun: outcome for noun, outcome in load(folder).items() if any(outcome[1:])} == {"finding": (1, 0, 1, 0)}
    assert Finding.objects.get().subgroup.count() == 0


def test_a_removed_row_goes_away(folder):
    load(folder)
    (folder / "bron/findings.csv").unlink()
    assert load(folder)["finding"] == (0, 0, 0, 1)
    assert Verdict.objects.get(intervention__slug="valkommen").direction == "not_extracted"


def test_a_row_that_facts_referred_to_goes_away_when_they_no_longer_do(folder):
    load(folder)
    edit(folder, "bron/studies.csv", "studie,", "andere-studie,")
    edit(folder, "bron/findings.csv", ",studie,", ",andere-studie,")
    outcomes = load(folder)
    assert (outcomes["study"], outcomes["finding"]) == ((1, 1, 0, 1), (1, 0, 1, 0))
    assert [study.slug for study in Study.objects.all()] == ["andere-studie"]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("bron/findings.csv", "~,30,", "~,dertig,", "bron/findings.csv, row 2, column “value”: “dertig” is not a number: write 2.8, not 2,8"),
        ("bron/findings.csv", "~,30,", "~,NaN,", "bron/findings.csv, row 2, column “value”: “NaN” is not a number: write 2.8, not 2,8"),
        ("bron/findings.csv", "~,30,", "~,1e999,", "column “value”"),
        ("bron/findings.csv", "werk,valkommen,", "werk,valkomen,", "bron/findings.csv, row 2, column “intervention”: “valkomen” does not exist"),
        ("bron/findings.csv", ",result,placements,", ",result,,", "bron/findings.csv, row 2: Constraint “a_result_has_a_success_measure”"),
        ("bron/findings.csv", ",percent,", ",procent,", "bron/findings.csv, row 2, column “unit”"),
        ("bron/findings.csv", "§3.2", "", "bron/findings.csv, row 2, column “locator”: is empty"),
        ("bron/findings.csv", "More work.", "", "bron/findings.csv, row 2, column “statement_en”: is empty"),
        ("bron/findings.csv", ",women,12", ",mannen,12", "column “subgroup”: “mannen” does not exist"),
        ("bron/findings.csv", "Meer werk.,More work.,,", "Meer werk.,More work.,", "bron/findings.csv, row 2: has 24 cells, the header has 25"),
        ("bron/findings.csv", "slug,intervention", "slug,interventie", "bron/findings.csv, row 1: the header must be"),
        ("bron/studies.csv", ",5,yes,", ",6,yes,", "bron/studies.csv, row 2, column “sms_printed”: “6” is not a level"),
        ("bron/studies.csv", ",5,yes,", ",,yes,", "a_counted_study_has_a_level"),
        ("bron/studies.csv", ",5,yes,", ",5,ja,", "column “counted”: “ja” is neither “yes” nor empty"),
        ("bron/studies.csv", "https://example.org/a", "ftp://x", "column “url”"),
        ("bron/interventions/valkommen.toml", 'country = "SE"', 'country = "XX"', "valkommen.toml, row 6, column “country”: “XX” does not exist"),
        ("bron/interventions/valkommen.toml", 'start = "2016-06"', 'start = "juni 2016"', "valkommen.toml, row 7, column “start”"),
        ("bron/interventions/valkommen.toml", 'name_nl = "Welkom"', 'naam = "Welkom"', "column “naam”: is not a key of this record"),
        ("bron/interventions/valkommen.toml", 'part_of = "programma"', 'part_of = "niets"', "column “part_of”: “niets” does not exist"),
        ("bron/interventions/valkommen.toml", "aliases = [", "aliases = ", "valkommen.toml: cannot be read"),
        ("bron/classifications.csv", "valkommen,target-group,women", "valkommen,target-group,men", "column “term”: “men” does not exist"),
        ("bron/classifications.csv", "women,§3.1,,\n", "women,§3.1,,\nvalkommen,target-group,women,§3.1,,\n", "row 3, column “intervention”: stands already in bron/classifications.csv, row 2"),
        ("schemes/target-group.csv", "women,Vrouwen", "Women!,Vrouwen", "schemes/target-group.csv, row 3, column “code”"),
        ("schemes/target-group.csv", "gender,bron", "geslacht,bron", "column “broader”: “geslacht” does not exist"),
        ("bron/source.toml", 'kind = "report"', 'kind = "boek"', "bron/source.toml, row 3, column “kind”"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_by_place_and_nothing_is_loaded(folder, file, old, new, fault):
    edit(folder, file, old, new)
    with pytest.raises(FixturesRefusedError) as refused:
        load(folder)
    assert fault in str(refused.value)
    assert not Term.objects.exists()
    assert not Intervention.objects.exists()


def test_several_faults_are_all_named(folder):
    edit(folder, "bron/findings.csv", "~,30,", "~,x,")
    edit(folder, "bron/findings.csv", ",12,", ",twaalf,")
    with pytest.raises(FixturesRefusedError) as refused:
        load(folder)
    assert [fault.column for fault in refused.value.faults] == ["value", "months_after"]


def test_a_file_that_nobody_reads_is_refused(folder):
    (folder / "bron" / "finding.csv").write_text("slug\n")
    with pytest.raises(FixturesRefusedError, match=r"bron/finding\.csv: is not a file of the fixtures"):
        load(folder)


def test_a_fault_after_a_good_load_leaves_the_good_rows(folder):
    load(folder)
    edit(folder, "bron/classifications.csv", "women", "nobody")
    with pytest.raises(FixturesRefusedError):
        load(folder)
    assert Classification.objects.count() == 1
    assert verdicts.differences() == set()


def test_a_file_that_is_not_text_is_refused(folder):
    (folder / "bron" / "lessons.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FixturesRefusedError, match=r"bron/lessons\.csv: cannot be read"):
        load(folder)
    assert not Lesson.objects.exists()


def test_a_folder_that_is_no_folder_of_fixtures_is_refused(tmp_path):
    with pytest.raises(FixturesRefusedError, match="is not a folder of fixtures"):
        load(tmp_path)


def test_the_command_refuses_data_that_do_not_give_the_tables_of_the_report(tmp_path):
    copy = shutil.copytree(settings.BASE_DIR / "fixtures", tmp_path / "fixtures")
    table = copy / "risbo-2023" / "studies.csv"
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines(keepends=True)))
    level = rows[0].index("sms_printed")
    rows[1][level] = "1"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with pytest.raises(
        CommandError, match=r"table 2\.2 prints \(0, 0, 2, 1, 3\) for SE, the data give \(1, 0, 2, 1, 2\)"
    ):
        call_command("load_fixtures", copy)
    assert not Study.objects.exists()


# What is no approach, and what is known to be blank

PROVISION = (
    'name = "Fonds"\nlanguage = "nl"\nname_nl = "Fonds"\nname_en = "Fund"\ncountry = "NL"\nkind = "funding"\nstatus = "running"\n'
    'end = "2024"\ninterventions = ["valkommen"]\nlocator = "§4"\nsummary_nl = "Geld."\nsummary_en = "Money."\n\n[places]\nend = "§4.1"\n'
)
MORE = {
    "bron/provisions/fonds.toml": PROVISION,
    "bron/organisations.csv": "slug,name,kind,country\nrijk,Rijk,,NL\n",
    "bron/provision_terms.csv": "provision,scheme,term,locator\nfonds,target-group,women,§4\n",
    "bron/provision_roles.csv": "provision,organisation,role,locator\nfonds,rijk,funder,§4\n",
    "bron/unnamed_parties.csv": "intervention,role,name_nl,name_en,locator\nvalkommen,funder,private investeerders,private investors,§3.1\n",
    "bron/figures.csv": f"{FIGURES}\nbudget,§4,,,fonds,,=,5,,euro,,,,2024,,vijf euro,five euros,Er is 5 euro.,There are 5 euros.,,\n",
    "bron/lessons.csv": (
        f"{LESSONS}\n"
        "deel,§6.1,recommendation,1a,,hoofd,,,,,,,Het Rijk zou moeten helpen.,The state should help.\n"
        "hoofd,§6,recommendation,1,yes,,het Rijk,the state,NL;SE,target-group:women,,fonds,Het Rijk zou moeten betalen.,The state should pay.\n"
    ),
}


@pytest.fixture
def wide(folder: Path) -> Path:
    """A folder with one of everything that the second version of the format brought."""
    for name, text in MORE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    edit(folder, "bron/source.toml", "year = 2023", 'year = 2023\nas_of = "2021-11"')
    edit(
        folder,
        "bron/interventions/valkommen.toml",
        "\n[places]",
        'as_of = "2022"\nduration_min = 3\nduration_max = 12\nintensity_nl = "twee dagen per week"\n'
        'intensity_en = "two days a week"\nheadline = "placements"\n\n[blanks]\nparticipants = "not-in-source"\ncost = "not-applicable"\n\n[places]',
    )
    edit(
        folder,
        "bron/studies.csv",
        ",5,yes,,,,,,",
        ",5,yes,,2022-12,Onderzoek naar taalles.,Study of language lessons.,,",
    )
    edit(folder, "bron/findings.csv", ",women,12,,,,,,", ",women,12,,,yes,een derde,one third,")
    edit(folder, "bron/findings.csv", "More work.,,", "More work.,Zo lezen wij het.,So we read it.")
    return folder


def test_what_is_no_approach_is_loaded_apart(wide):
    load(wide)
    row = Provision.objects.get()
    assert (row.slug, row.kind, row.end_text, row.place_of("end"), row.sort_name) == (
        "fonds",
        "funding",
        "2024",
        "§4.1",
        "fonds",
    )
    assert [approach.slug for approach in row.interventions.all()] == ["valkommen"]
    assert [(term.term.code, term.locator) for term in row.classifications.all()] == [("women", "§4")]
    assert [(role.organisation.slug, role.role) for role in row.participations.all()] == [("rijk", "funder")]
    assert [figure.slug for figure in row.figures.all()] == ["budget"]
    assert [lesson.slug for lesson in row.lessons.all()] == ["hoofd"]
    assert set(Intervention.objects.values_list("slug", flat=True)) == {"programma", "valkommen"}


def test_a_blank_says_why_and_a_party_may_be_without_a_name(wide):
    load(wide)
    row = Intervention.objects.get(slug="valkommen")
    assert row.blanks == {"participants": "not-in-source", "cost": "not-applicable"}
    assert (row.duration_min, row.duration_max, row.intensity_en, row.headline.code, row.as_of_text, row.source.as_of_text) == (
        3, 12, "two days a week", "placements", "2022", "2021-11",
    )  # fmt: skip
    assert [(party.name_nl, party.role, party.locator) for party in row.unnamed_parties.all()] == [
        ("private investeerders", "funder", "§3.1")
    ]


def test_a_recommendation_has_a_number_parts_and_addressees(wide):
    load(wide)
    main = Lesson.objects.get(main=True)
    assert (main.slug, main.number, main.addressees_nl, main.addressees_en) == ("hoofd", "1", "het Rijk", "the state")
    assert [country.code for country in main.countries.all()] == ["SE", "NL"]
    assert [(part.number, part.slug) for part in main.parts.all()] == [("1a", "deel")]


def test_a_study_says_when_it_was_due_and_a_finding_how_its_number_is_printed(wide):
    load(wide)
    study = Study.objects.get()
    assert (study.due_text, study.display_title) == ("2022-12", "Onderzoek naar taalles")
    finding = Finding.objects.get()
    assert (finding.study_inferred, finding.printed_nl, finding.printed_en) == (True, "een derde", "one third")
    assert Verdict.objects.get(intervention__slug="valkommen").inferred


def test_a_second_load_of_it_changes_nothing(wide):
    load(wide)
    token = CatalogueVersion.current().token
    assert {noun: outcome[1:] for noun, outcome in load(wide).items() if any(outcome[1:])} == {}
    assert CatalogueVersion.current().token == token


def test_a_recommendation_that_becomes_part_of_no_other_is_a_change(wide):
    load(wide)
    token = CatalogueVersion.current().token
    edit(wide, "bron/lessons.csv", "1a,,hoofd,", "1a,,,")
    load(wide)
    assert Lesson.objects.get(slug="deel").part_of is None
    assert CatalogueVersion.current().token != token


def test_all_of_it_goes_away_again(wide):
    load(wide)
    for name in MORE:
        (wide / name).unlink()
    outcomes = load(wide)
    assert {noun: outcome.removed for noun, outcome in outcomes.items() if outcome.removed} == {
        "organisation": 1, "provision": 1, "unnamedparty": 1, "provisionterm": 1, "provisionrole": 1, "figure": 1, "lesson": 2,
    }  # fmt: skip


def test_facts_of_a_record_that_changed_are_a_new_version(wide):
    load(wide)
    edit(wide, "bron/interventions/valkommen.toml", "duration_max = 12", "duration_max = 24")
    edit(wide, "bron/interventions/valkommen.toml", 'cost = "not-applicable"', 'cost = "not-in-source"')
    edit(wide, "bron/unnamed_parties.csv", "private investors", "investors")
    load(wide)
    version = RecordVersion.objects.get(intervention__slug="valkommen", number=2)
    assert version.changed == ["blanks", "duration", "unnamed_parties"]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("bron/provisions/fonds.toml", 'kind = "funding"', 'kind = "gift"', "bron/provisions/fonds.toml, row 6, column “kind”"),
        ("bron/provisions/fonds.toml", 'kind = "funding"\n', "", "fonds.toml, row 1, column “kind”: is empty"),
        ("bron/provisions/fonds.toml", 'kind = "funding"', 'kind = "funding"\nscale = "project"', "column “scale”: is not a key of this record"),
        ("bron/provisions/fonds.toml", '["valkommen"]', '["niets"]', "fonds.toml, row 9, column “interventions”: “niets” does not exist"),
        ("bron/provision_terms.csv", "fonds,target", "geen,target", "bron/provision_terms.csv, row 2, column “provision”: “geen” does not exist"),
        ("bron/provision_terms.csv", ",women,", ",men,", "bron/provision_terms.csv, row 2, column “term”: “men” does not exist"),
        ("bron/provision_roles.csv", ",rijk,", ",stad,", "bron/provision_roles.csv, row 2, column “organisation”: “stad” does not exist"),
        ("bron/provision_roles.csv", ",funder,", ",payer,", "bron/provision_roles.csv, row 2, column “role”"),
        ("bron/unnamed_parties.csv", "private investors", "", "bron/unnamed_parties.csv, row 2, column “name_en”: is empty"),
        ("bron/unnamed_parties.csv", "valkommen,funder", "valkommen,payer", "bron/unnamed_parties.csv, row 2, column “role”"),
        ("bron/figures.csv", ",fonds,", ",geen,", "bron/figures.csv, row 2, column “provision”: “geen” does not exist"),
        ("bron/lessons.csv", ",1a,,hoofd,", ",1a,,niets,", "bron/lessons.csv, row 2, column “part_of”: “niets” does not exist"),
        ("bron/lessons.csv", "deel,§6.1,recommendation,", "deel,§6.1,condition,", "bron/lessons.csv, row 2, column “number”: only a recommendation has one"),
        ("bron/lessons.csv", ",1,yes,", ",1,ja,", "bron/lessons.csv, row 3, column “main”: “ja” is neither"),
        ("bron/lessons.csv", "het Rijk,the state,", "het Rijk,,", "bron/lessons.csv, row 3, column “addressees_en”: is empty"),
        ("bron/lessons.csv", "NL;SE", "NL;XX", "bron/lessons.csv, row 3, column “countries”: “XX” does not exist"),
        ("bron/lessons.csv", ",fonds,Het", ",geen,Het", "bron/lessons.csv, row 3, column “provisions”: “geen” does not exist"),
        ("bron/findings.csv", ",een derde,one third,", ",een derde,,", "bron/findings.csv, row 2, column “printed_en”: is empty"),
        ("bron/findings.csv", ",yes,een derde", ",ja,een derde", "bron/findings.csv, row 2, column “study_inferred”: “ja” is neither"),
        ("bron/studies.csv", ",2022-12,", ",eind 2022,", "bron/studies.csv, row 2, column “due”: “eind 2022” is not a date"),
        ("bron/studies.csv", "Study of language lessons.", "", "bron/studies.csv, row 2, column “description_en”: is empty"),
        ("bron/source.toml", '"2021-11"', '"najaar 2021"', "bron/source.toml, row 5, column “as_of”: “najaar 2021” is not a date"),
        ("bron/interventions/valkommen.toml", 'as_of = "2022"', 'as_of = "toen"', "column “as_of”: “toen” is not a date"),
        ("bron/interventions/valkommen.toml", "duration_max = 12", "duration_max = 2", "column “duration_max”: needs a “duration_min” that is not more"),
        ("bron/interventions/valkommen.toml", "duration_min = 3", 'duration_min = "drie"', "column “duration_min”: “drie” is not a whole number"),
        ("bron/interventions/valkommen.toml", 'headline = "placements"', 'headline = "geluk"', "column “headline”: “geluk” does not exist"),
        ("bron/interventions/valkommen.toml", 'intensity_en = "two days a week"', "", "column “intensity_en”: is empty"),
        ("bron/interventions/valkommen.toml", 'cost = "not', 'colour = "not', "column “blanks”: “colour” is no field that can be blank"),
        ("bron/interventions/valkommen.toml", '"not-applicable"', '"unknown"', "column “blanks”: “unknown” is no reason"),
        ("bron/interventions/valkommen.toml", 'participants = "not', 'start = "not', "column “blanks”: “start” is said to be blank, and is given"),
        ("bron/interventions/valkommen.toml", 'participants = "not', 'duration = "not', "column “blanks”: “duration” is said to be blank, and is given"),
        ("bron/interventions/valkommen.toml", "duration_min = 3", "duration_min = true", "column “duration_min”: “True” is not a whole number"),
        ("bron/interventions/valkommen.toml", '["V2F"]', '["V\\u00002F"]', "row 5, column “aliases”: holds a NUL character"),
        ("bron/interventions/valkommen.toml", '"dia 12"', '"dia\\u0000"', "column “places”: must map a key of the record to a place"),
        ("bron/interventions/valkommen.toml", '"2016-06"', '"2016-W10-1"', "row 7, column “start”: “2016-W10-1” is not a date"),
        ("bron/interventions/valkommen.toml", '"2016-06"', '"2023"\nend = "2022"', "row 8, column “end”: lies before the start"),
        ("bron/interventions/valkommen.toml", '= "programma"', '= "valkommen"', "row 8, column “part_of”: “valkommen” leads back to this row itself"),
        ("bron/interventions/programma.toml", "locator", 'part_of = "valkommen"\nlocator', "programma.toml, row 6, column “part_of”: “valkommen” leads back"),
        ("bron/provisions/fonds.toml", 'end = "2024"', 'start = "2025-02"\nend = "2024"', "fonds.toml, row 9, column “end”: lies before the start"),
        ("bron/provision_roles.csv", "funder,§4\n", "funder,§4\nfonds,rijk,funder,§5\n", "provision_roles.csv, row 3, column “provision”: stands already"),
        ("bron/provision_terms.csv", "women,§4\n", "women,§4\nfonds,target-group,women,§5\n", "provision_terms.csv, row 3, column “provision”: stands already"),
        ("bron/lessons.csv", ",1a,,hoofd,", ",1a,,deel,", "bron/lessons.csv, row 2, column “part_of”: “deel” leads back to this row itself"),
        ("bron/lessons.csv", ",1,yes,,", ",1,yes,deel,", "bron/lessons.csv, row 3, column “part_of”: “deel” leads back to this row itself"),
        ("bron/lessons.csv", "recommendation,1,yes,,het Rijk,the state", "condition,,,,,", "row 2, column “part_of”: “hoofd” is not a recommendation"),
        ("bron/lessons.csv", ",1,yes,", ",,yes,", "bron/lessons.csv, row 3, column “number”: a main recommendation has its number"),
        ("bron/findings.csv", "Zo lezen wij het.,So we read it.", ",", "bron/findings.csv, row 2, column “note_nl”: is needed where “study_inferred”"),
        ("bron/findings.csv", "valkommen,studie,", "valkommen,,", "bron/findings.csv, row 2, column “study”: is needed where “study_inferred”"),
        ("bron/findings.csv", ",result,placements,", ",reach,,", "valkommen.toml, row 17, column “headline”: “placements” is no outcome of this approach"),
        ("bron/findings.csv", "~,30,", "~,3e1,", "bron/findings.csv, row 2, column “value”: “3e1” is not a number"),
        ("bron/findings.csv", "~,30,", "~,1_000,", "bron/findings.csv, row 2, column “value”: “1_000” is not a number"),
        ("schemes/target-group.csv", "gender,Gender,Gender,,,,", "gender,Gender,Gender,,,women,", "target-group.csv, row 2, column “broader”: “women” leads back"),
    ],
)  # fmt: skip
def test_a_fault_in_it_is_named_by_place(wide, file, old, new, fault):
    edit(wide, file, old, new)
    with pytest.raises(FixturesRefusedError) as refused:
        load(wide)
    assert fault in str(refused.value)
    assert not Provision.objects.exists()


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("leeg/", "leeg/source.toml: cannot be read: No such file or directory"),
        ("bron/context.csv/", "bron/context.csv: cannot be read: Is a directory"),
        ("bron/provisions/map.toml/", "bron/provisions/map.toml: cannot be read: Is a directory"),
        (
            "bron/provisions/facets.toml",
            "bron/provisions/facets.toml, row 1, column “slug”: “facets” has another meaning",
        ),
        (
            "bron/interventions/feed.toml",
            "bron/interventions/feed.toml, row 1, column “slug”: “feed” has another meaning",
        ),
        ("lessons.csv", "lessons.csv: is not a file of the fixtures"),
        ("schemes/target-groups.csv", "schemes/target-groups.csv: is not a file of the fixtures"),
    ],
)
def test_a_file_that_cannot_be_there_is_named(wide, name, fault):
    path = wide / name
    if name.endswith("/"):
        path.mkdir()
    else:
        path.write_text(PROVISION if "provisions" in name else FILES["bron/interventions/programma.toml"])
    with pytest.raises(FixturesRefusedError) as refused:
        load(wide)
    assert fault in str(refused.value)
    assert not Provision.objects.exists()


def test_records_that_became_a_file_are_named(wide):
    shutil.rmtree(wide / "bron/provisions")
    (wide / "bron/provisions").write_text(PROVISION)
    with pytest.raises(FixturesRefusedError, match="bron/provisions: is not a file of the fixtures"):
        load(wide)


@pytest.mark.parametrize(
    ("gone", "fault"),
    [
        ("bron/provisions/fonds.toml", "bron/provision_terms.csv, row 2, column “provision”: “fonds” does not exist"),
        ("bron/interventions/valkommen.toml", "bron/findings.csv, row 2, column “intervention”: “valkommen” does not"),
        ("bron/interventions/programma.toml", "valkommen.toml, row 8, column “part_of”: “programma” does not exist"),
        ("bron/studies.csv", "bron/findings.csv, row 2, column “study”: “studie” does not exist"),
        ("bron/organisations.csv", "bron/provision_roles.csv, row 2, column “organisation”: “rijk” does not exist"),
    ],
)
def test_what_rows_still_name_cannot_go(wide, gone, fault):
    """Nothing that is about it goes along in silence."""
    load(wide)
    before = published.knowledge()
    if gone.endswith("valkommen.toml"):
        edit(wide, "bron/provisions/fonds.toml", '["valkommen"]', "[]")
        edit(wide, "bron/studies.csv", "SE,valkommen,", "SE,,")
        (wide / "bron/classifications.csv").unlink()
        (wide / "bron/unnamed_parties.csv").unlink()
    (wide / gone).unlink()
    with pytest.raises(FixturesRefusedError) as refused:
        load(wide)
    assert fault in str(refused.value)
    assert published.knowledge() == before


def test_a_part_and_its_whole_go_together(wide):
    load(wide)
    for path in [*(wide / "bron").glob("*.csv"), *(wide / "bron").glob("*/*.toml"), wide / "schemes/target-group.csv"]:
        path.unlink()
    outcomes = load(wide)
    assert {noun: outcome.removed for noun, outcome in outcomes.items() if outcome.removed} == {
        "term": 2, "organisation": 1, "intervention": 2, "provision": 1, "study": 1, "classification": 1, "unnamedparty": 1,
        "provisionterm": 1, "provisionrole": 1, "finding": 1, "figure": 1, "lesson": 2,
    }  # fmt: skip
    assert not Intervention.objects.exists()


def test_a_line_is_what_the_editor_of_a_table_counts(wide):
    """A separator of lines (U+2028) in a text is no new row."""
    edit(wide, "bron/findings.csv", "Meer werk.", '"Meer\u2028werk."')
    load(wide)
    assert Finding.objects.get().statement_nl == "Meer\u2028werk."


# What organisations made or changed


@pytest.fixture
def lived_in(folder: Path) -> Path:
    """A folder with every scheme that a submission asks for, loaded, to which organisations then added what they know."""
    schemes = "code,name_nl,name_en\n" + "".join(f"{scheme},{scheme},{scheme}\n" for scheme in published.TERMS)
    (folder / "schemes.csv").write_text(schemes, encoding="utf-8")
    header = FILES["schemes/target-group.csv"].splitlines()[0]
    for scheme, codes in published.TERMS.items():
        rows = "".join(f"{code},{code},{code},,,,bron,§2\n" for code in codes)
        (folder / f"schemes/{scheme}.csv").write_text(f"{header}\n{rows}", encoding="utf-8")
    (folder / "bron/organisations.csv").write_text(
        "slug,name,kind,country\nassen,Assen,,NL\nbureau,Bureau,,NL\n", encoding="utf-8"
    )
    load(folder)
    ours = Organisation.objects.get(slug="assen")
    ours.takes_part, ours.kind, ours.name = True, "municipality", "Gemeente Assen"
    ours.save()
    author = people.member(ours)
    published.new(Tier.RESEARCH, by=author, partners=["Bureau", "Nieuw Bureau"])
    document = Intervention.objects.get(slug="valkommen")
    published.change_of(
        document, by=author, status="stopped", why_stopped="Klaar.", start="2017", conditions=["Er is geld."]
    )
    published.experience(Intervention.objects.get(slug="programma"), by=author)
    return folder


def test_a_load_after_publications_changes_nothing(lived_in):
    before = published.knowledge()
    outcomes = load(lived_in)
    assert {noun: outcome[1:] for noun, outcome in outcomes.items() if any(outcome[1:])} == {}
    assert published.knowledge() == before


def test_a_document_that_changes_leaves_what_an_organisation_amended(lived_in):
    edit(lived_in, "bron/interventions/valkommen.toml", 'start = "2016-06"', 'start = "2015"')
    edit(lived_in, "bron/interventions/valkommen.toml", 'aliases = ["V2F"]', 'aliases = ["V3F"]')
    edit(lived_in, "bron/organisations.csv", "assen,Assen,,NL", "assen,Assen,region,NL")
    assert {noun: outcome for noun, outcome in load(lived_in).items() if any(outcome[1:])} == {
        "intervention": (2, 0, 1, 0)
    }
    row = Intervention.objects.get(slug="valkommen")
    assert (row.start_text, row.status, row.status_note_nl, row.aliases) == ("2017", "stopped", "Klaar.", ["V3F"])
    assert Organisation.objects.values_list("name", "kind").get(slug="assen") == ("Gemeente Assen", "municipality")


def test_what_organisations_told_stays_when_the_document_goes(lived_in):
    told = published.knowledge()
    for name in (
        "interventions/programma.toml",
        "interventions/valkommen.toml",
        "studies.csv",
        "findings.csv",
        "classifications.csv",
    ):
        (lived_in / "bron" / name).unlink()
    (lived_in / "bron/organisations.csv").unlink()
    outcomes = load(lived_in)
    assert {noun: outcome for noun, outcome in outcomes.items() if any(outcome[1:])} == {
        "study": (0, 0, 0, 1), "classification": (0, 0, 0, 1), "finding": (0, 0, 0, 1),
    }  # fmt: skip
    after = published.knowledge()
    kept = ("intervention", "organisation", "experience", "amendment", "passage", "lesson", "participation", "source")
    assert {name: after[name] for name in kept if name != "intervention"} == {
        name: told[name] for name in kept if name != "intervention"
    }
    assert set(Intervention.objects.values_list("slug", flat=True)) == {"programma", "valkommen", "koken-naar-werk"}
    assert Verdict.objects.get(intervention__slug="valkommen").direction == "not_studied"


def test_a_term_that_organisations_use_cannot_go(lived_in):
    edit(lived_in, "schemes/sector.csv", "care,care", "cure,cure")
    before = published.knowledge()
    with pytest.raises(FixturesRefusedError, match="refers to a row that no table names any more"):
        load(lived_in)
    assert published.knowledge() == before


def test_a_file_with_the_name_of_a_submitted_record_is_refused(lived_in):
    text = FILES["bron/interventions/programma.toml"]
    (lived_in / "bron/interventions/koken-naar-werk.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FixturesRefusedError, match=r"koken-naar-werk\.toml.*is already the record of a submission"):
        load(lived_in)


@pytest.mark.parametrize(
    ("model", "file", "row"),
    [
        (Study, "bron/studies.csv", "{slug},§9,SE,,,,,,,,,,,,,,,,,,,,,,\n"),
        (Lesson, "bron/lessons.csv", f"{LESSONS}\n{{slug}},§9,insight,,,,,,,,,,Een les.,A lesson.\n"),
    ],
)
def test_a_row_with_the_code_of_a_submitted_one_is_named(lived_in, model, file, row):
    slug = model.objects.filter(source__kind="submission").first().slug
    path = lived_in / file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + row.format(slug=slug), encoding="utf-8")
    with pytest.raises(FixturesRefusedError, match=rf"{file}, row \d, column “slug”: {model.__name__} with this Slug"):
        load(lived_in)


def test_an_archived_record_of_a_document_stays_archived(lived_in):
    Intervention.objects.filter(slug="programma").update(editorial_state="archived")
    edit(lived_in, "bron/interventions/programma.toml", 'name = "Programma"', 'name = "Anders"')
    load(lived_in)
    assert Intervention.objects.values_list("name", "editorial_state").get(slug="programma") == (
        "Programma",
        "archived",
    )
    assert not any(load(lived_in)["intervention"][1:])


def test_what_a_document_says_of_a_submitted_record_is_loaded(lived_in):
    """“Until research says more”.

    A study with a level, in the tables of a source, about what an organisation submitted.
    """
    edit(lived_in, "bron/studies.csv", "SE,valkommen,", "SE,valkommen;koken-naar-werk,")
    assert load(lived_in)["study"] == (1, 0, 1, 0)
    row = Intervention.objects.get(slug="koken-naar-werk")
    assert (row.sms_highest, row.is_self_reported) == (5, False)


def test_a_snapshot_of_an_older_form_is_no_change(folder):
    """Versions from before there were passages held the names of lessons, and how many experiences there were."""
    (folder / "bron/lessons.csv").write_text(
        f"{LESSONS}\nles,§1,condition,,,,,,,,valkommen,,Geld.,Money.\n", encoding="utf-8"
    )
    load(folder)
    for version in RecordVersion.objects.all():
        version.snapshot |= {"lessons": sorted(version.snapshot["lessons"]), "experiences": 0}
        for part in ("passages", "amendments", "duration", "headline", "as_of", "blanks", "unnamed_parties"):
            del version.snapshot[part]
        version.save()
    load(folder)
    assert RecordVersion.objects.count() == 2
    edit(folder, "bron/lessons.csv", "Geld.", "Veel geld.")
    RecordVersion.objects.all().delete()
    load(folder)
    edit(folder, "bron/lessons.csv", "Veel geld.", "Heel veel geld.")
    load(folder)
    assert list(RecordVersion.objects.filter(number=2).values_list("intervention__slug", "changed")) == [
        ("valkommen", ["lessons"])
    ]
