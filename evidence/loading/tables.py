"""Which files there are, and their columns; docs/fixtures.md explains them (a test compares the two)."""

_NUMBER = "qualifier,value,value_max,unit,comparator_value,comparator_nl,comparator_en"
_PRINTED = "printed_nl,printed_en"
_SAID = "statement_nl,statement_en,note_nl,note_en"

SHARED = {
    "schemes.csv": "code,name_nl,name_en",
    "countries.csv": "code,name_nl,name_en",
}
TERMS = "code,label_nl,label_en,definition_nl,definition_en,broader,source,locator"
PER_SOURCE = {
    "organisations.csv": "slug,name,kind,country",
    "classifications.csv": "intervention,scheme,term,locator,note_nl,note_en",
    "participations.csv": "intervention,organisation,role,locator",
    "unnamed_parties.csv": "intervention,role,name_nl,name_en,locator",
    "studies.csv": (
        "slug,locator,country,interventions,title,authors,year,container,volume,issue,pages,publisher,url,"
        "language,kind,design_nl,design_en,sms_printed,counted,stage,due,description_nl,description_en,note_nl,note_en"
    ),
    "findings.csv": (
        f"slug,intervention,study,locator,kind,success_measure,direction,{_NUMBER},"
        f"subgroup,months_after,self_reported,illegible,study_inferred,{_PRINTED},{_SAID}"
    ),
    "figures.csv": f"slug,locator,country,intervention,provision,terms,{_NUMBER},period,origin,{_PRINTED},{_SAID}",
    "lessons.csv": (
        "slug,locator,kind,number,main,part_of,addressees_nl,addressees_en,countries,terms,"
        "interventions,provisions,text_nl,text_en"
    ),
    "provision_terms.csv": "provision,scheme,term,locator",
    "provision_roles.csv": "provision,organisation,role,locator",
    "context.csv": "country,position,locator,title_nl,title_en,text_nl,text_en",
}
SOURCE_KEYS = "title,authors,publisher,year,language,kind,url,as_of,note_nl,note_en"
INTERVENTION_KEYS = (
    "name,language,name_nl,name_en,aliases,country,further_countries,place,kind,scope,scale,status,"
    "status_note_nl,status_note_en,start,end,as_of,participants,duration_min,duration_max,intensity_nl,"
    "intensity_en,headline,part_of,locator,summary_nl,summary_en,places,blanks"
)
PROVISION_KEYS = (
    "name,language,name_nl,name_en,aliases,country,place,kind,scope,status,status_note_nl,status_note_en,"
    "start,end,interventions,locator,summary_nl,summary_en,places"
)
