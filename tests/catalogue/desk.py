"""What tests of the editorial pages share: addresses, and what a form of the screen carries along."""

import re

from submissions.choices import Aspect


def at(submission, part=""):
    return f"/review/{submission.reference}{part}"


def keys(client, submission, **posted):
    """What every form of the screen carries along."""
    text = client.get(at(submission)).content.decode()
    return {
        "key": re.search(r'name="key" value="([^"]+)"', text)[1],
        "seen": f"{submission.round}.{submission.version}",
        **posted,
    }


def all_in_order():
    return {f"judgement-{aspect}": "yes" for aspect in Aspect}


def listed(response):
    return re.findall(r'href="/review/(W-\w+)"', response.content.decode())
