"""Follow a record or a question by letter: asked for, confirmed, told at most once a week, and stopped with one button.

An address needs no account. The links in letters carry the key of the follow with a signature, one kind to confirm and
one to stop, so that no letter has to be looked up to stop what it tells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from dialogue.models import Follow
from evidence.choices import EditorialState
from evidence.filters import InterventionFilter
from evidence.models import Intervention, RecordVersion
from letters import letter

CONFIRM, STOP = "dialogue.following.confirm", "dialogue.following.stop"
PAUSE = timedelta(days=7)
"""The least time between two letters to one address."""
SETTLED = timedelta(minutes=5)
"""Changes younger than this wait for the next letter: their transaction may not be visible to us yet."""
MOST_TOLD = 50
"""The most records that a letter names under one heading; it links to the rest."""


class NewsLine(NamedTuple):
    """What happened to one record; no address when it has no page any more."""

    name: str
    said: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a letter tells of one follow: a line for every record that changed, and how many more there are."""

    follow: Follow
    title: str
    address: str
    stop: str
    lines: list[NewsLine]
    more: int


def token(follow: Follow, purpose: str) -> str:
    """Return what a link carries to confirm (`CONFIRM`) or to stop (`STOP`) a follow."""
    return Signer(salt=purpose).sign(follow.key)


def is_ours(token: str, purpose: str) -> bool:
    """Tell whether a link was made here, for this purpose; what it was made for may be gone since."""
    try:
        Signer(salt=purpose).unsign(token)
    except BadSignature:
        return False
    return True


def find(token: str, purpose: str) -> Follow | None:
    """Find what a link is about; None when there is nothing (any more)."""
    if not is_ours(token, purpose):
        return None
    key = Signer(salt=purpose).unsign(token)
    return Follow.objects.select_related("intervention").filter(key=key).first()


@transaction.atomic
def follow(
    *, email: str, language: str, intervention: Intervention | None = None, question: str = "", title: str = ""
) -> None:
    """Ask for a record, or without one for a question; `title` says in words what it asks. A letter asks to confirm.

    Who follows it already gets a letter that says so: to the one who asks, the answer is the same.
    """
    what = {"intervention": intervention} if intervention else {"question": question}
    found, _fresh = Follow.objects.get_or_create(
        email=email.lower(), **what, defaults={"language": language, "title": title[:300]}
    )
    letter.send(
        [found.email],
        "dialogue/follow-already" if found.confirmed else "dialogue/follow-confirm",
        language=language,
        holds_secret=True,
        title=found.name,
        address=letter.address_of("follow-confirm", token(found, CONFIRM), language=language),
        stop=letter.address_of("follow-stop", token(found, STOP), language=language),
    )


@transaction.atomic
def confirm_follow(follow: Follow) -> None:
    """Start to tell; a second time changes nothing."""
    now = timezone.now()
    Follow.objects.filter(pk=follow.pk, confirmed__isnull=True).update(confirmed=now, told_until=now - SETTLED)


@transaction.atomic
def stop(follow: Follow) -> None:
    """Forget that an address wanted to hear of it; with the last thing it follows also our letters about following."""
    follow.delete()
    if not Follow.objects.filter(email=follow.email).exists():
        letter.remove_letters(
            follow.email, "dialogue/follow-confirm", "dialogue/follow-already", "dialogue/follow-changes"
        )


def send_letters(now: datetime | None = None) -> int:
    """Write to every address for which there is news and whose last letter is a week old; return how many letters.

    Each address is one transaction: whoever runs this twice, or at the same time, tells nothing twice.
    """
    now = now or timezone.now()
    confirmed = Follow.objects.filter(confirmed__isnull=False)
    readers = confirmed.order_by("email", "language").values("email", "language").annotate(last=Max("told"))
    due = [reader for reader in readers if reader["last"] is None or reader["last"] <= now - PAUSE]
    return sum(_write(reader["email"], reader["language"], now) for reader in due)


@transaction.atomic
def _write(email: str, language: str, now: datetime) -> int:
    until = now - SETTLED
    follows = list(
        Follow.objects.select_for_update(of=("self",))
        .filter(email=email, language=language, confirmed__isnull=False)
        .select_related("intervention")
    )
    if any(follow.told and follow.told > now - PAUSE for follow in follows):
        return 0
    news = [found for follow in follows if (found := _news(follow, until)).lines]
    if not news:
        return 0
    Follow.objects.filter(pk__in=[found.follow.pk for found in news]).update(told=now, told_until=until)
    letter.send([email], "dialogue/follow-changes", language=language, holds_secret=True, news=news)
    return 1


def _news(follow: Follow, until: datetime) -> News:
    versions = _last_of_each(changes(follow, until))
    return News(
        follow=follow,
        title=follow.name,
        address=_address_of(follow),
        stop=letter.address_of("follow-stop", token(follow, STOP), language=follow.language),
        lines=[_line(version, follow.language) for version in versions[:MOST_TOLD]],
        more=len(versions[MOST_TOLD:]),
    )


def _address_of(follow: Follow) -> str:
    """Return where what is followed stands: the record, or the list under its question."""
    if follow.intervention:
        return letter.address_of("intervention-detail", follow.intervention.slug, language=follow.language)
    found = letter.address_of("intervention-list", language=follow.language)
    return f"{found}?{follow.question}" if follow.question else found


def _line(version: RecordVersion, language: str) -> NewsLine:
    record = version.intervention
    if record.editorial_state != EditorialState.PUBLISHED:
        with translation.override(language):
            return NewsLine(record.name, _("staat niet meer in de catalogus"), "")
    said = version.note_nl if language == letter.DUTCH else version.note_en
    return NewsLine(record.name, said, letter.address_of("intervention-detail", record.slug, language=language))


def changes(follow: Follow, until: datetime) -> QuerySet[RecordVersion]:
    """Return the versions that were made since the last letter, of the record or of what the question finds now."""
    fresh = RecordVersion.objects.filter(created__gt=follow.told_until, created__lte=until)
    fresh = fresh.select_related("intervention").defer("snapshot")
    if follow.intervention:
        return fresh.filter(intervention=follow.intervention)
    touched = set(
        fresh.filter(intervention__editorial_state=EditorialState.PUBLISHED).values_list("intervention", flat=True)
    )
    return fresh.filter(intervention__in=touched.intersection(found_by(follow.question or "") if touched else ()))


def found_by(question: str) -> Sequence[int]:
    """Return the records that a question finds: by the same filter as the page, the feed and the API.

    Nothing when it cannot be asked any more.
    """
    return InterventionFilter(QueryDict(question)).ids


def _last_of_each(versions: Iterable[RecordVersion]) -> list[RecordVersion]:
    """Keep the newest version of every record, the newest first."""
    newest: dict[int, RecordVersion] = {}
    for version in versions:
        if version.intervention_id not in newest or version.number > newest[version.intervention_id].number:
            newest[version.intervention_id] = version
    return sorted(newest.values(), key=lambda version: (version.created, version.pk), reverse=True)
