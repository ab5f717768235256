"""How often something may be done: `RATE_LIMITS` has the limits, a name for each action.

All processes count together.

An attempt takes one of the places of its limit, and keeps it for the time of that limit. A place is taken with one
`add`, which of two processes only one can do; it is free again by itself (docs/adr/0012).
"""

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

from accounts.secrets import digest_of

WORDS = re.compile(r"(\d+) per (?:(\d+) )?(minute|hour)s? per (visitor|user|address)")
SECONDS = {"minute": 60, "hour": 60 * 60}
NETWORK_BITS = 64
"""Who has one IPv6 address mostly has all those that begin with the same 64 bits: they are one visitor."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimit:
    """So many attempts in so many seconds: of each visitor (by network address), signed-in user, or mail address."""

    most: int
    seconds: int
    per: str


@lru_cache
def rate_limit(words: str) -> RateLimit:
    """Read “5 per hour per address” or “30 per 5 minutes per visitor”; raises ImproperlyConfigured for other words."""
    found = WORDS.fullmatch(words)
    if found is None:
        message = (
            f"RATE_LIMITS: “{words}” is not written as “5 per hour per address” or “30 per 5 minutes per visitor”."
        )
        raise ImproperlyConfigured(message)
    most, times, unit, per = found.groups()
    return RateLimit(most=int(most), seconds=int(times or 1) * SECONDS[unit], per=per)


def limits_of(action: str) -> list[RateLimit]:
    """Return the limits of an action, in the order in which they are counted."""
    return [rate_limit(words) for words in settings.RATE_LIMITS[action]]


def longest_wait(action: str) -> int:
    """Return after how many seconds, at most, an action that was stopped may be done again."""
    return max(limit.seconds for limit in limits_of(action))


def count_attempt(request: HttpRequest, action: str, *, address: str = "") -> bool:
    """Count an attempt under each limit of an action, and tell whether it may pass.

    Once a limit stops an attempt nothing more is written: who goes on trying waits no longer, and costs little.
    """
    return all(_take_place(_name(action, limit, _who(request, limit, address)), limit) for limit in limits_of(action))


def _take_place(name: str, limit: RateLimit) -> bool:
    cache = caches["default"]
    places = [f"{name}:{number}" for number in range(limit.most)]
    taken = cache.get_many(places)
    return any(cache.add(place, True, limit.seconds) for place in places if place not in taken)


def _name(action: str, limit: RateLimit, who: str) -> str:
    """Name what is counted. The table of the cache does not say whose attempts they are."""
    return f"rate-limit:{action}:{limit.seconds}:{limit.per}:{digest_of(who)}"


def _who(request: HttpRequest, limit: RateLimit, address: str) -> str:
    if limit.per == "visitor":
        return _network(get_adapter(request).get_client_ip(request))
    who = address if limit.per == "address" else str(request.user.pk or "")
    if not who:
        message = f"A limit per {limit.per} counts nothing where there is no {limit.per}."
        raise ImproperlyConfigured(message)
    return who


def _network(address: str) -> str:
    parsed = ipaddress.ip_address(address)
    return f"{int(parsed) >> NETWORK_BITS:x}" if parsed.version == 6 else address
