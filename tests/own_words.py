"""Runs of words that sources and fixtures must not share.

The sources are not in this repository, so `source_runs.bin` holds what is needed of them and nothing readable: a
five-byte hash of every run of ten words. `python -m tests.own_words FOLDER` makes it anew from a folder with the texts.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

RUN = 10
SIZE = 5
STORE = Path(__file__).parent / "source_runs.bin"


def runs(text: str) -> Iterator[str]:
    """Give every run of ten words, without case and signs."""
    words = re.findall(r"\w+", text.casefold())
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


def digest(run: str) -> bytes:
    """Shorten a run to five bytes: one chance in ten million that a sentence of ours meets a source by accident."""
    return blake2b(run.encode(), digest_size=SIZE).digest()


def stored() -> frozenset[bytes]:
    """Read the hashes of the sources."""
    data = STORE.read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


def shared(text: str, sources: frozenset[bytes]) -> str | None:
    """Return the first run that a text shares with a source."""
    return next((run for run in runs(text) if digest(run) in sources), None)


def write(texts: Iterable[str]) -> int:
    """Store the hashes of every run, also with words joined that a line end had cut; return their number."""
    hashes = sorted(
        {digest(run) for text in texts for form in (text, re.sub(r"-\n\s*", "", text)) for run in runs(form)}
    )
    STORE.write_bytes(b"".join(hashes))
    return len(hashes)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
