"""Who may do what at every address of the site; written by hand, and held to it by test_authorisation.py.

Visitors: a anonymous · w author (member of A) · c coordinator of A · s coordinator of B · n reviewer who did not use
the second step · r reviewer · o reviewer who is a member of A · e editor · d admin. Everything that belongs to somebody
belongs to A.

Answers: ok 2xx · go 3xx to another page · in: past the door (2xx, 3xx, 400, 409, 422 or 428) · login: sent to sign in,
or 401 · sure: sent to give the password again · step: sent to the second step · or a status. `|` allows either; of
several cells that fit a visitor the last one counts.
"""

from typing import NamedTuple

NOT_HERE = "*=405"


class Rule(NamedTuple):
    """What GET and HEAD, POST, the writing methods of programs (PUT, PATCH, DELETE) and OPTIONS are answered."""

    get: str
    post: str = NOT_HERE
    other: str = NOT_HERE
    options: str = NOT_HERE


class Row(NamedTuple):
    """An address under a name of the resolver (its route where it has no name), and the form that is posted to it."""

    name: str
    address: str
    rule: Rule
    form: dict[str, str] = {}


PUBLIC = Rule("*=ok")
FORM = Rule("*=ok", "*=in")

# allauth's pages are classes: they answer OPTIONS, and take PUT for POST.
OPEN = Rule("*=ok", "*=405", options="*=ok")
OPEN_FORM = Rule("*=ok", "*=in", "*=in|405", "*=ok")
FOR_VISITORS = Rule("*=go a=ok", "*=go a=in", "*=go a=in|405", "*=go a=ok")
SIGNED = Rule("*=ok a=login", "*=405 a=login", "*=405 a=login", "*=ok a=login")
SIGNED_FORM = Rule("*=ok a=login", "*=in a=login", "*=in|405 a=login", "*=ok a=login")
NOBODY = Rule("*=404 a=login", "*=404|405 a=login", "*=404|405 a=login", "*=404|405|ok a=login")
NOWHERE = Rule("*=404", "*=404", "*=404", "*=404")

READ = Rule("*=ok", options="*=ok")
KEY = "*=401"


def with_key(get: str = "", post: str = "", *, patch: bool = False) -> Rule:
    """A resource of A for programs: only its own key opens it; a session counts for nothing, and B's key finds
    nothing."""
    reads, writes = (f"{KEY} {cell or 'cs=405'}" for cell in (get, post))
    other = f"{KEY} cs=405" if not patch else f"{KEY} c=in|405 s=404|405"
    return Rule(reads, writes, other, "*=ok")


def signed(get: str, post: str = "") -> Rule:
    """A page for who signed in."""
    return Rule(f"{get} a=login" if get != "405" else NOT_HERE, f"{post} a=login" if post else NOT_HERE)


OURS = "*=404 wco=ok"
OURS_TO_DO = "*=404 wco=in"
LOOKING_AFTER = signed("*=404 c=go", "*=404 c=in")


def review(get: str, post: str = "roed=405") -> Rule:
    """A page of the editorial team, behind the second step; for everyone else who signed in it does not exist."""
    door = "wcs=404 n=step"
    shut = f"a=login|405 {door} roed=405"
    return Rule(f"a=login {door} {get}", f"a=login|405 {door} {post}", shut, shut)


REVIEWERS = "o=404 red=ok"
REVIEWERS_GO = review("o=404 red=go", "o=404 red=in")
ADMINS = "roe=404 d=ok"
ADMINS_GO = review("roe=404 d=go", "roe=404 d=in")

KNOWLEDGE = [
    Row("api-intervention-list", "/api/v1/interventions", READ),
    Row("api-intervention-facets", "/api/v1/interventions/facets", READ),
    Row("api-study-list", "/api/v1/studies", READ),
    Row("api-finding-list", "/api/v1/findings", READ),
    Row("api-lesson-list", "/api/v1/lessons", READ),
    Row("api-lesson-facets", "/api/v1/lessons/facets", READ),
    Row("api-provision-list", "/api/v1/provisions", READ),
    Row("api-provision-facets", "/api/v1/provisions/facets", READ),
    Row("api-provision-detail", "/api/v1/provisions/regeling", READ),
    Row("api-figure-list", "/api/v1/figures", READ),
    Row("api-figure-detail", "/api/v1/figures/cijfer", READ),
    Row("api-change-list", "/api/v1/changes", READ),
    Row("api-country-list", "/api/v1/countries", READ),
    Row("api-source-list", "/api/v1/sources", READ),
    Row("api-organisation-list", "/api/v1/organisations", READ),
    Row("api-scheme-list", "/api/v1/schemes", READ),
    Row("api-openapi", "/api/v1/openapi.json", READ),
    Row("api-intervention-detail", "/api/v1/interventions/openbaar", READ),
    Row("api-evidence-map", "/api/v1/evidence-map?rows=type&columns=targetGroup", READ),
    Row("api-study-detail", "/api/v1/studies/studie", READ),
    Row("api-country-detail", "/api/v1/countries/NL", READ),
    Row("api-source-detail", "/api/v1/sources/test-source", READ),
    Row("api-organisation-detail", "/api/v1/organisations/{group}", READ),
    Row("api-scheme-detail", "/api/v1/schemes/pillar", READ),
    Row("api-question-list", "/api/v1/submission-questions?kind=new", READ),
    Row("api-docs", "/api/docs", READ),
    Row("api-root", "/api/nergens", NOWHERE),
]  # fmt: skip

PROGRAMS = [
    Row("api-submission-list", "/api/v1/submissions", with_key("cs=ok", "cs=in")),
    Row("api-submission-detail", "/api/v1/submissions/{draft}", with_key("c=ok s=404", patch=True)),
    Row("api-submission-detail", "/api/v1/submissions/{handed}", with_key("c=ok s=404", patch=True)),
    Row("api-submission-submit", "/api/v1/submissions/{draft}/submit", with_key(post="c=in s=404")),
    Row("api-submission-withdraw", "/api/v1/submissions/{draft}/withdraw", with_key(post="c=in s=404")),
    Row("api-submission-reopen", "/api/v1/submissions/{draft}/reopen", with_key(post="c=in s=404")),
    Row("api-submission-confirm", "/api/v1/submissions/{draft}/confirm", with_key(post="c=in s=404")),
    Row(
        "api-comment-list",
        "/api/v1/submissions/{handed}/comments",
        with_key("c=ok s=404", "c=in s=404"),
    ),
    Row("api-submission-similar", "/api/v1/submissions/{draft}/similar", with_key("c=ok s=404")),
    Row("api-submission-level", "/api/v1/submissions/{draft}/level", with_key("c=ok s=404")),
]

PAGES = [
    Row("en", "/en", Rule("*=go", "*=go", "*=go|405", "*=go")),
    *(Row(name, address, PUBLIC) for name, address in {
        "home": "/", "intervention-list": "/interventions", "intervention-feed": "/interventions/feed",
        "intervention-export": "/interventions/export.csv", "intervention-detail": "/interventions/openbaar",
        "provision-list": "/provisions", "provision-detail": "/provisions/regeling",
        "lifelong-learning": "/lifelong-learning",
        "study-list": "/studies", "study-detail": "/studies/studie", "country-list": "/countries",
        "country-detail": "/countries/NL",
        "source-list": "/sources", "source-detail": "/sources/test-source", "lesson-list": "/lessons",
        "building-block-list": "/building-blocks", "building-block-detail": "/building-blocks/eerste",
        "scaling": "/scaling",
        "scaling-check": "/scaling/check", "pillar-list": "/pillars", "pillar-detail": "/pillars/eerste",
        "programme-list": "/programmes", "organisation-list": "/organisations",
        "organisation-detail": "/organisations/{group}",
        "evidence-map": "/evidence-map", "method": "/method", "change-list": "/changes", "about": "/about",
        "accessibility": "/accessibility", "privacy": "/privacy", "styleguide": "/styleguide", "robots": "/robots.txt",
        "site-map": "/sitemap.xml", "take-part": "/take-part", "submission-print": "/submissions/print",
        "submission-template": "/submissions/template", "account-deleted": "/account/deleted",
        "correction-sent": "/corrections/sent", "follow-sent": "/follow/sent",
    }.items()),
    *(Row(name, address, FORM) for name, address in {
        "correction": "/interventions/openbaar/correct", "correction-confirm": "/corrections/confirm/geheim",
        "follow-record": "/interventions/openbaar/follow", "follow-question": "/follow",
        "follow-confirm": "/follow/confirm/{confirm}",
        "follow-stop": "/follow/stop/{stop}",
    }.items()),
]  # fmt: skip

ACCOUNT = [
    Row("account_login", "/account/login", FOR_VISITORS),
    Row("account_signup", "/account/signup", FOR_VISITORS),
    Row("account_logout", "/account/logout", Rule("*=ok a=go", "*=go", NOT_HERE, "*=ok")),
    Row("account_inactive", "/account/closed", OPEN),
    Row("account_reauthenticate", "/account/confirm", SIGNED_FORM),
    Row("account_email", "/account/email", SIGNED_FORM),
    Row("account_email_verification_sent", "/account/email/sent", OPEN),
    Row("account_confirm_email", "/account/email/confirm/geheim", Rule("*=ok", "*=404", options="*=ok")),
    Row("account_change_password", "/account/password/change", SIGNED_FORM),
    Row("account_set_password", "/account/password/set", Rule(*["*=go a=login"] * 4)),
    Row("account_reset_password", "/account/password/reset", OPEN_FORM),
    Row("account_reset_password_done", "/account/password/reset/sent", OPEN),
    Row("account_reset_password_from_key_done", "/account/password/reset/done", OPEN),
    Row("account_reset_password_from_key", "/account/password/reset/1-geheim", OPEN_FORM._replace(other="*=ok")),
    Row("mfa_index", "/account/second-step", SIGNED),
    Row("mfa_authenticate", "/account/second-step/login", Rule(*["*=go a=login"] * 4)),
    Row("mfa_login_webauthn", "/account/second-step/keys/login", FOR_VISITORS._replace(get="*=go a=login",
    post="*=go a=login",
        other="*=go a=login|405")),
    Row("mfa_reauthenticate", "/account/second-step/confirm",
        Rule("a=login wcs=sure nroed=ok", "a=login wcs=sure nroed=in", "a=login wcs=sure nroed=in|405",
             "a=login wcs=sure nroed=ok")),
    Row("mfa_reauthenticate_webauthn", "/account/second-step/keys/confirm", Rule(*["*=sure a=login"] * 4)),
    Row("mfa_activate_totp", "/account/second-step/app",
        Rule("a=login wcs=ok nroed=go", "a=login wcs=in nroed=go", "a=login wcs=in|405 nroed=go",
        "a=login wcs=ok nroed=go")),
    Row("mfa_deactivate_totp", "/account/second-step/app/off",
        Rule("a=login wcs=404 nroed=ok", "a=login wcs=404 nroed=in", "a=login wcs=404 nroed=in|405",
        "a=login wcs=404 nroed=ok")),
    Row("mfa_view_recovery_codes", "/account/second-step/recovery-codes", NOBODY),
    Row("mfa_download_recovery_codes", "/account/second-step/recovery-codes/download", NOBODY),
    Row("mfa_generate_recovery_codes", "/account/second-step/recovery-codes/new", SIGNED_FORM),
    Row("mfa_list_webauthn", "/account/second-step/keys", SIGNED),
    Row("mfa_add_webauthn", "/account/second-step/keys/add", SIGNED_FORM),
    Row("mfa_edit_webauthn", "/account/second-step/keys/{passkey}/name", NOBODY),
    Row("mfa_remove_webauthn", "/account/second-step/keys/{passkey}/remove", NOBODY),
    Row("usersessions_list", "/account/sessions", SIGNED_FORM),
    Row("usersessions-end", "/account/sessions/{session}/end",
        Rule("*=405 a=login", "*=404 w=go a=login", "*=405 a=login", "*=405 a=login")),
    Row("socialaccount_connections", "/account/elsewhere", SIGNED_FORM),
    Row("socialaccount_login_cancelled", "/account/elsewhere/cancelled", OPEN),
    Row("socialaccount_login_error", "/account/elsewhere/failed", OPEN._replace(get="*=401")),
    Row("socialaccount_signup", "/account/elsewhere/signup", Rule(*["*=login"] * 4)),
    Row("openid_connect_login", "/account/elsewhere/nergens/login", NOWHERE),
    Row("openid_connect_callback", "/account/elsewhere/nergens/callback", NOWHERE),
    Row("account-home", "/account", signed("*=ok")),
    Row("account-delete", "/account/delete", signed("*=ok", "*=in")),
    Row("account-invitation", "/account/invitations/geheim", signed("*=404", "*=404")),
    Row("account-organisations", "/account/organisations", signed("*=ok", "*=in")),
    Row("account-organisation", "/account/organisations/{group}", signed(OURS)),
    Row("account-organisation-invite", "/account/organisations/{group}/invite", LOOKING_AFTER),
    Row("account-organisation-withdraw", "/account/organisations/{group}/invitations/{invitation}/withdraw",
    LOOKING_AFTER),
    Row("account-organisation-role", "/account/organisations/{group}/members/{member}/role", LOOKING_AFTER),
    Row("account-organisation-remove", "/account/organisations/{group}/members/{member}/remove", # a member may leave
        signed("*=404 wc=go", "*=404 wc=in")),
    Row("account-organisation-remove", "/account/organisations/{group}/members/{colleague}/remove",
        signed("*=404 co=go", "*=404 co=in")),
    Row("account-organisation-contact", "/account/organisations/{group}/contact", LOOKING_AFTER),
    Row("account-organisation-key", "/account/organisations/{group}/keys", LOOKING_AFTER),
    Row("account-organisation-revoke", "/account/organisations/{group}/keys/{key}/revoke", LOOKING_AFTER),
]  # fmt: skip

SUBMITTING = [
    Row("submission-list", "/submissions", signed("*=ok")),
    Row("submission-start", "/submissions/start", signed("*=ok", "*=in")),
    Row("change-start", "/interventions/openbaar/change", signed("*=ok", "*=in")),
    Row("experience-start", "/interventions/openbaar/experience", signed("*=ok", "*=in")),
    Row("submission-detail", "/submissions/{draft}", signed(OURS)),
    Row("submission-detail", "/submissions/{handed}", signed(OURS)),
    Row("submission-check", "/submissions/{draft}/check", signed(OURS, OURS_TO_DO)),
    Row("submission-submitted", "/submissions/{handed}/submitted", signed(OURS)),
    Row("submission-tier", "/submissions/{draft}/tier", signed("405", OURS_TO_DO), {"tier": "report", "key": "abc"}),
    Row("submission-withdraw", "/submissions/{handed}/withdraw", signed("405", OURS_TO_DO), {"key": "abc"}),
    Row("submission-reopen", "/submissions/{draft}/reopen", signed("405", OURS_TO_DO), {"key": "abc"}),
    Row("submission-confirm", "/submissions/{draft}/confirm", signed("405", OURS_TO_DO), {"key": "abc"}),
    Row("submission-message", "/submissions/{handed}/message", signed("405", OURS_TO_DO), {"key": "abc",
    "text": "Hallo"}),
    Row("submission-continue", "/submissions/{draft}/continue", signed("405", OURS_TO_DO),
        {"key": "abc", "about": "openbaar", "kind": "change"}),
    Row("submission-similar", "/submissions/{draft}/similar", signed("405", OURS_TO_DO), {"page": "basics"}),
    Row("submission-level", "/submissions/{draft}/level", signed("405", OURS_TO_DO), {"page": "evaluation"}),
    Row("submission-workbook", "/submissions/{draft}/workbook", signed(OURS)),
    Row("submission-upload", "/submissions/{draft}/upload", signed(OURS, OURS_TO_DO)),
    Row("submission-page", "/submissions/{draft}/basics", signed(OURS, OURS_TO_DO),
        {"version": "1", "key": "abc", "name": "Anders"}),
    Row("contact-start", "/interventions/openbaar/contact", signed("*=ok", "*=in")),
    Row("contact-list", "/contact", signed("*=ok")),
    Row("contact-detail", "/contact/{conversation}", signed(OURS, OURS_TO_DO), {"key": "abc", "text": "Hallo"}),
]  # fmt: skip

EDITORS = [
    Row("review-queue", "/review", review("roed=ok")),
    Row("review-detail", "/review/{handed}", review(REVIEWERS)),
    Row("review-detail", "/review/{draft}", review("roed=404")),
    Row(
        "review-checklist",
        "/review/{handed}/checklist",
        REVIEWERS_GO,
        {"key": "abc", "seen": "1.1", "judgement-goals": "yes"},
    ),
    Row("review-message", "/review/{handed}/message", REVIEWERS_GO, {"key": "abc", "text": "Hallo"}),
    Row("review-message", "/review/{draft}/message", review("roed=404", "roed=404"), {"key": "abc", "text": "Hallo"}),
    Row("review-note", "/review/{handed}/note", REVIEWERS_GO, {"key": "abc", "text": "Hallo"}),
    Row("review-publish", "/review/{handed}/publish", review(REVIEWERS, "o=404 red=in"), {"key": "abc", "seen": "1.1"}),
    Row("review-publish", "/review/{draft}/publish", review("roed=404", "roed=404"), {"key": "abc", "seen": "1.1"}),
    Row("review-move", "/review/{handed}/claim", REVIEWERS_GO, {"key": "abc"}),
    Row("review-move", "/review/{draft}/claim", review("roed=404", "roed=404"), {"key": "abc"}),
    Row("review-letters", "/review/letters", review(ADMINS)),
    Row("review-letter", "/review/letters/{letter}", ADMINS_GO),
    Row("review-organisations", "/review/organisations", review(ADMINS, "roe=404 d=in")),
    Row("review-organisation", "/review/organisations/{request}", review(ADMINS)),
    Row("review-organisation-admit", "/review/organisations/{request}/admit", ADMINS_GO),
    Row("review-organisation-refuse", "/review/organisations/{request}/refuse", ADMINS_GO),
    Row("review-people", "/review/people", review(ADMINS, "roe=404 d=in")),
    Row("review-person", "/review/people/{editor}", ADMINS_GO, {"role": "reviewer"}),
    Row("review-person", "/review/people/{person}", review("roed=404", "roed=404"), {"role": "admin"}),
    Row("review-invitation-withdraw", "/review/invitations/{of_editors}/withdraw", ADMINS_GO),
    Row("review-corrections", "/review/corrections", review("ro=404 ed=ok")),
    Row(
        "review-correction", "/review/corrections/{correction}", review("ro=404 ed=ok", "ro=404 ed=in"), {"key": "abc"}
    ),
]

AREAS = {
    "knowledge": KNOWLEDGE,
    "programs": PROGRAMS,
    "pages": PAGES,
    "account": ACCOUNT,
    "submitting": SUBMITTING,
    "editors": EDITORS,
}
